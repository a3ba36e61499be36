// SPDX-License-Identifier: Apache-2.0
// A VFS of SQLite (https://sqlite.org/vfs.html) that hands everything to the usual one, but for the
// changes that are to fail.
#include "faults/failing_disk.h"

#include <cstring>
#include <limits>
#include <new>

#include <sqlite3.h>

namespace tally {
namespace {

struct Plan {
  DiskFault fault = DiskFault::full;
  std::size_t allowed = 0;
  std::size_t changes = 0;
  bool has_failed = false;
};

Plan& plan() {
  static Plan current;
  return current;
}

// SQLITE_OK, or what the change that is asked for fails with.
int verdict_on_change() {
  Plan& now = plan();
  const bool is_hiccup = now.fault == DiskFault::hiccup;
  const bool fails = is_hiccup ? now.changes == now.allowed : now.changes >= now.allowed;
  ++now.changes;
  now.has_failed = now.has_failed || fails;
  if (!fails) {
    return SQLITE_OK;
  }
  return now.fault == DiskFault::full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

// A file of ours is followed in memory by the one of the usual VFS.
struct File {
  sqlite3_file base;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File* ours(sqlite3_file* file) { return reinterpret_cast<File*>(file); }

sqlite3_file* real(sqlite3_file* file) { return ours(file)->real(); }

int close(sqlite3_file* file) { return real(file)->pMethods->xClose(real(file)); }

int read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
  return real(file)->pMethods->xRead(real(file), bytes, size, at);
}

int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  if (const int fault = verdict_on_change(); fault != SQLITE_OK) {
    // As a disk does it: the first part of what was to be written may be there.
    real(file)->pMethods->xWrite(real(file), bytes, size / 2, at);
    return fault;
  }
  return real(file)->pMethods->xWrite(real(file), bytes, size, at);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  const int fault = verdict_on_change();
  return fault != SQLITE_OK ? SQLITE_IOERR_TRUNCATE
                            : real(file)->pMethods->xTruncate(real(file), size);
}

int sync(sqlite3_file*, int) {
  return verdict_on_change() != SQLITE_OK ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}

int lock(sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); }

int unlock(sqlite3_file* file, int level) {
  return real(file)->pMethods->xUnlock(real(file), level);
}

int check_reserved_lock(sqlite3_file* file, int* outcome) {
  return real(file)->pMethods->xCheckReservedLock(real(file), outcome);
}

int control(sqlite3_file* file, int operation, void* argument) {
  return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

int sector_size(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }

int characteristics(sqlite3_file* file) {
  return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

const sqlite3_io_methods k_methods = {.iVersion = 1,
                                      .xClose = close,
                                      .xRead = read,
                                      .xWrite = write,
                                      .xTruncate = truncate,
                                      .xSync = sync,
                                      .xFileSize = file_size,
                                      .xLock = lock,
                                      .xUnlock = unlock,
                                      .xCheckReservedLock = check_reserved_lock,
                                      .xFileControl = control,
                                      .xSectorSize = sector_size,
                                      .xDeviceCharacteristics = characteristics};

sqlite3_vfs* usual_vfs() {
  static sqlite3_vfs* const usual = sqlite3_vfs_find("unix");
  return usual;
}

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  File* made = new (file) File{};
  std::memset(made->real(), 0, static_cast<std::size_t>(usual_vfs()->szOsFile));
  const int code = usual_vfs()->xOpen(usual_vfs(), name, made->real(), flags, out_flags);
  if (made->real()->pMethods != nullptr) {
    made->base.pMethods = &k_methods;
  }
  return code;
}

int remove(sqlite3_vfs*, const char* name, int sync_directory) {
  return verdict_on_change() != SQLITE_OK ? SQLITE_IOERR_DELETE
                                          : usual_vfs()->xDelete(usual_vfs(), name, sync_directory);
}

sqlite3_vfs* failing_vfs() {
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs made = *usual_vfs();
    made.pNext = nullptr;
    made.szOsFile += static_cast<int>(sizeof(File));
    made.zName = "failing";
    made.xOpen = open;
    made.xDelete = remove;
    return made;
  }();
  return &vfs;
}

}  // namespace

FailingDisk::FailingDisk(DiskFault fault, std::size_t allowed) {
  plan() = {.fault = fault, .allowed = allowed};
  sqlite3_vfs_register(failing_vfs(), 1);
}

FailingDisk::~FailingDisk() {
  sqlite3_vfs_register(usual_vfs(), 1);
  sqlite3_vfs_unregister(failing_vfs());
}

bool FailingDisk::has_failed() const { return plan().has_failed; }

void FailingDisk::repair() { plan() = {.allowed = std::numeric_limits<std::size_t>::max()}; }

}  // namespace tally

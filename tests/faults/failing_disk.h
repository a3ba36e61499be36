// SPDX-License-Identifier: Apache-2.0
// A disk that fails when it is told to, under every database that SQLite opens meanwhile.
#pragma once

#include <cstddef>

namespace tally {

// What the disk says from its first failure on.
enum class DiskFault {
  full,    // SQLITE_FULL, for good: nobody makes room
  broken,  // SQLITE_IOERR, for good
  hiccup,  // SQLITE_IOERR once, then all is well again
};

// While it lives, every change of a file (a write, a sync, a truncation, a deletion) is counted,
// and number `allowed` (from 0) is the first that fails. Nothing waits for the real disk. One at a
// time.
class FailingDisk {
 public:
  FailingDisk(DiskFault fault, std::size_t allowed);
  ~FailingDisk();
  FailingDisk(const FailingDisk&) = delete;
  FailingDisk& operator=(const FailingDisk&) = delete;

  // Whether a change was refused.
  bool has_failed() const;
  // From now on nothing fails.
  void repair();
};

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// What goes wrong around a database: full disks, other writers, killed writers, damaged files.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "folder.h"
#include "store/database.h"
#include "store/generated.h"
#include "store/store.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

const ResultSink k_nowhere = {[](auto) {}, [](auto) {}};

std::vector<Harvest> harvests(std::size_t count, std::size_t size) {
  std::vector<Harvest> made(count);
  for (std::size_t i = 0; i < count; ++i) {
    made[i].document.id = made[i].document.path = fmt::format("{}.txt", i);
    made[i].document.text = std::string(size, 'x');
  }
  return made;
}

// What `act` says when it fails; empty when it does not.
std::string fault_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

bool ends_with(const std::string& text, std::string_view end) { return text.ends_with(end); }

std::string integrity_of(const std::string& path) {
  return Database(path, Access::read).text_of("PRAGMA integrity_check");
}

TEST_CASE("a full disk is named, nothing is half-written, and room makes it work") {
  const Folder folder;
  const std::string path = folder.name("a.db");
  Store store(path, Access::write);
  store.add(harvests(2, 100));
  const auto limit = [&store](int pages) {
    store.query(fmt::format("PRAGMA max_page_count = {}", pages), {}, k_nowhere, Access::change);
  };
  limit(1);  // SQLite takes it for the size that the file has
  const std::string fault = fault_of([&] { store.add(harvests(9, 50000)); });
  CHECK(fault == path + ": the disk is full; nothing was changed");
  CHECK(store.load_documents().size() == 2);
  CHECK(integrity_of(path) == "ok");
  limit(100000);
  store.add(harvests(9, 50000));
  CHECK(store.load_documents().size() == 9);
}

TEST_CASE("a second writer waits for the first") {
  const Folder folder;
  const std::string path = folder.name("a.db");
  Store store(path, Access::write);
  Database other(path, Access::change);
  other.run("BEGIN IMMEDIATE; INSERT INTO story (name) VALUES ('x')");
  std::thread first([&other] {
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    other.run("COMMIT");
  });
  CHECK(fault_of([&] { store.add(harvests(1, 10)); }).empty());
  first.join();
  CHECK(store.load_documents().size() == 1);
}

TEST_CASE("a writer that takes too long is named, and the work can be done afterwards") {
  const Folder folder;
  const std::string path = folder.name("a.db");
  Store store(path, Access::write);
  {
    Database other(path, Access::change);
    other.run("BEGIN IMMEDIATE; INSERT INTO story (name) VALUES ('x')");
    CHECK(fault_of([&] { store.add(harvests(1, 10)); }) ==
          path + ": another program is writing to the database; try again when it is done");
    CHECK(store.load_documents().empty());
  }
  CHECK(fault_of([&] { store.add(harvests(1, 10)); }).empty());
}

TEST_CASE("a reader during a write sees what was there before it") {
  const Folder folder;
  const std::string path = folder.name("a.db");
  Store(path, Access::write).add(harvests(3, 10));
  Database writer(path, Access::change);
  writer.run("BEGIN IMMEDIATE; DELETE FROM document");
  CHECK(Store(path, Access::read).load_documents().size() == 3);
  writer.run("COMMIT");
  CHECK(Store(path, Access::read).load_documents().empty());
}

TEST_CASE("a reader that is killed leaves nothing in the way") {
  const Folder folder;
  const std::string path = folder.name("a.db");
  Store(path, Access::write).add(harvests(3, 5000));
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    Database reader(path, Access::read);
    Statement rows = reader.prepare("SELECT text FROM document");
    rows.step();
    raise(SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(WIFSIGNALED(status));
  CHECK(fault_of([&path] { Store(path, Access::change).add(harvests(9, 5000)); }).empty());
  CHECK(Store(path, Access::read).load_documents().size() == 9);
  CHECK(integrity_of(path) == "ok");
}

// A copy of a database in the midst of a write, as a killed writer leaves it: changed pages in the
// file, the old ones in its journal.
std::string interrupted(const Folder& folder) {
  const std::string path = folder.name("a.db");
  Store(path, Access::write).add(harvests(40, 3000));
  Database writer(path, Access::change);
  writer.run("PRAGMA cache_size = 2; BEGIN IMMEDIATE; UPDATE document SET text = text || 'y'");
  std::string copy = folder.name("killed.db");
  fs::copy_file(path, copy);
  fs::copy_file(path + "-journal", copy + "-journal");
  writer.run("ROLLBACK");
  return copy;
}

TEST_CASE("what a killed writer left is undone by whoever opens the database, also to read") {
  for (const Access access : {Access::read, Access::change}) {
    const Folder folder;
    const std::string path = interrupted(folder);
    const Store store(path, access);
    CHECK(store.load_documents().size() == 40);
    for (const Document& document : store.load_documents()) {
      CHECK(document.text == std::string(3000, 'x'));
    }
    CHECK(integrity_of(path) == "ok");
  }
}

// Runs `act` as a user without rights (root may write everywhere); gives what it says.
std::string as_nobody(const std::function<void()>& act) {
  int ends[2] = {};
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    constexpr uid_t k_nobody = 65534;
    const bool is_root = geteuid() == 0;
    const bool is_set = !is_root || (setgid(k_nobody) == 0 && setuid(k_nobody) == 0);
    const std::string fault = is_set ? fault_of(act) : "no other user";
    const auto written = write(ends[1], fault.data(), fault.size());
    _exit(written == static_cast<ssize_t>(fault.size()) ? 0 : 1);
  }
  close(ends[1]);
  std::string said;
  char bytes[256];
  for (ssize_t size = 0; (size = read(ends[0], bytes, sizeof bytes)) > 0;) {
    said.append(bytes, static_cast<std::size_t>(size));
  }
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(status == 0);
  return said;
}

TEST_CASE("a read-only file or directory is named, can be read, and stays as it is") {
  const Folder folder;
  const std::string path = folder.name("a.db");
  Store(path, Access::write).add(harvests(1, 10));
  const auto add = [&path] { Store(path, Access::change).add(harvests(5, 10)); };

  const std::string fault =
      path +
      ": the database cannot be written; check the permissions of the file and its directory";
  chmod(folder.path().c_str(), 0555);
  chmod(path.c_str(), 0444);
  CHECK(as_nobody(add) == fault);
  chmod(path.c_str(), 0666);  // now its directory is in the way
  CHECK(as_nobody(add) == fault);
  chmod(path.c_str(), 0400);
  CHECK(ends_with(as_nobody([&path] { Store(path, Access::read).load_documents(); }),
                  geteuid() == 0 ? "unable to open database file" : ""));
  chmod(path.c_str(), 0444);
  CHECK(as_nobody([&path] { Store(path, Access::read).load_documents(); }).empty());
  CHECK(Store(path, Access::read).load_documents().size() == 1);
  chmod(folder.path().c_str(), 0755);
}

TEST_CASE("what a killed writer left where nobody may write is named") {
  const Folder folder;
  const std::string path = interrupted(folder);
  chmod(folder.path().c_str(), 0555);
  chmod(path.c_str(), 0444);
  chmod((path + "-journal").c_str(), 0444);
  const std::string fault = as_nobody([&path] { Store(path, Access::read).load_documents(); });
  CHECK(fault.find("a writer was interrupted") != std::string::npos);
  chmod(folder.path().c_str(), 0755);
}

std::string whole_database(const Folder& folder) {
  std::string path = folder.name("whole.db");
  Store store(path, Access::write);
  store.save_comparison(generated_comparison(3));
  store.add(harvests(30, 2000));
  return path;
}

void read_everything(const std::string& path) {
  const Store store(path, Access::read);
  store.load_harvests();
  store.decisions();
  store.links();
  if (store.has_comparison()) {
    store.load_comparison();
  }
  store.query("SELECT * FROM claims", {}, k_nowhere);
  store.query("SELECT * FROM findings", {}, k_nowhere);
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_CASE("a truncated database is an error, not a crash") {
  const Folder folder;
  const std::string whole = whole_database(folder);
  const std::string bytes = bytes_of(whole);
  for (const std::size_t size :
       {std::size_t{1}, std::size_t{99}, std::size_t{100}, std::size_t{511}, std::size_t{4095}}) {
    CAPTURE(size);
    const std::string path = folder.file("cut.db", bytes.substr(0, size));
    CHECK_FALSE(fault_of([&path] { read_everything(path); }).empty());
  }
  const std::string half = folder.file("half.db", bytes.substr(0, bytes.size() / 8192 * 4096));
  CHECK(ends_with(fault_of([&half] { read_everything(half); }),
                  "restore it from a copy, or add the sources to a new one"));
  CHECK_FALSE(fault_of([&half] { Store(half, Access::change).add(harvests(50, 3000)); }).empty());
}

TEST_CASE("a damaged page is an error or goes unnoticed, and never a crash") {
  const Folder folder;
  const std::string whole = whole_database(folder);
  const std::string bytes = bytes_of(whole);
  std::size_t noticed = 0;
  for (std::uint32_t seed = 0; seed < 120; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::string damaged = bytes;
    const std::size_t page = random() % (bytes.size() / 4096);
    const std::size_t length = seed % 2 == 0 ? 4096 : 40;
    const std::size_t at = page * 4096 + (seed % 2 == 0 ? 0 : random() % 4000);
    for (std::size_t i = at; i < at + length; ++i) {
      damaged[i] = static_cast<char>(random());
    }
    const std::string path = folder.file("damaged.db", damaged);
    const std::string fault = fault_of([&path] { read_everything(path); });
    noticed += fault.empty() ? 0U : 1U;
  }
  CHECK(noticed >= 40);  // the others lie in free space or in what nobody reads
}

}  // namespace
}  // namespace tally

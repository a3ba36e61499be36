// SPDX-License-Identifier: Apache-2.0
// A directory of its own for one test, gone afterwards; test suites that run side by side do not
// meet.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

namespace tally {

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "tally-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
      throw std::runtime_error("no directory can be made in " + name);
    }
    path_ = name;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // The path of a file of that name, whether it is there or not.
  std::string name(const std::string& file_name) const { return (path_ / file_name).string(); }
  // Writes a file; gives its path.
  std::string file(const std::string& file_name, const std::string& bytes) const {
    std::ofstream(path_ / file_name, std::ios::binary) << bytes;
    return name(file_name);
  }

 private:
  std::filesystem::path path_;
};

}  // namespace tally

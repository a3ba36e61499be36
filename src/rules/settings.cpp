// SPDX-License-Identifier: Apache-2.0
#include "rules/settings.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "rules/toml_file.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

constexpr auto k_file_name = ".tally.toml";

// The nearest settings file, absolute; empty when there is none.
fs::path nearest_file(fs::path directory) {
  std::error_code ignored;
  while (!directory.empty()) {
    if (fs::is_regular_file(directory / k_file_name, ignored)) {
      return directory / k_file_name;
    }
    if (!directory.has_relative_path()) {
      break;
    }
    directory = directory.parent_path();
  }
  return {};
}

// The strings of a list with the place of each; a single string is a list of one.
std::vector<Setting> list_of(TomlFile& file, const toml::table& table, std::string_view key) {
  std::vector<Setting> out;
  const toml::node* node = table.get(key);
  if (node == nullptr) {
    return out;
  }
  const auto take = [&](const toml::node& item) {
    if (item.is_string()) {
      out.push_back({item.as_string()->get(), file.place(item)});
    } else {
      file.fault(
          item.source().begin, "bad-value", fmt::format("'{}' must be a list of strings", key));
    }
  };
  if (const toml::array* array = node->as_array()) {
    for (const toml::node& item : *array) {
      take(item);
    }
  } else {
    take(*node);
  }
  return out;
}

class SettingsReader {
 public:
  SettingsReader(const fs::path& path, const fs::path& directory)
      : folder_(path.parent_path().lexically_relative(directory)) {
    std::ifstream in(path, std::ios::binary);
    content_ = {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    out_.file = seen_from_here(k_file_name);
  }

  Settings read() {
    TomlFile file(out_.file, content_, out_.diagnostics);
    const toml::table root = file.root();
    file.check_keys(root, {"extend", "disable", "db"}, k_file_name);
    for (Setting& extend : list_of(file, root, "extend")) {
      take_pack(std::move(extend));
    }
    for (Setting& rule : list_of(file, root, "disable")) {
      std::string line(nth_line(content_, rule.place.line));
      out_.disabled.push_back({std::move(rule.value), std::move(rule.place), std::move(line)});
    }
    std::string database = file.text(root, "db");
    if (!database.empty()) {
      const bool is_address = database.find("://") != std::string::npos;  // of a server
      out_.database = {is_address ? database : seen_from_here(database),
                       file.place(*root.get("db"))};
    }
    return std::move(out_);
  }

 private:
  std::string seen_from_here(const fs::path& path) const {
    return (folder_ / path).lexically_normal().generic_string();
  }

  void take_pack(Setting extend) {
    extend.value = seen_from_here(extend.value);
    std::error_code ignored;
    if (fs::is_directory(extend.value, ignored)) {
      out_.extend.push_back(std::move(extend));
      return;
    }
    out_.diagnostics.push_back(
        fault_at(extend.place,
                 "no-pack",
                 fmt::format("{}: there is no such directory with a rule pack", extend.value)));
    out_.diagnostics.back().source_line = nth_line(content_, extend.place.line);
  }

  fs::path folder_;
  std::string content_;
  Settings out_;
};

}  // namespace

Settings settings_above(const fs::path& directory) {
  const fs::path file = nearest_file(directory);
  return file.empty() ? Settings{} : SettingsReader(file, directory).read();
}

}  // namespace tally

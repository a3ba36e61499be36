// SPDX-License-Identifier: Apache-2.0
// Typed access to one TOML file with faults that name their place: the one door to toml++.
#pragma once

#include <toml++/toml.h>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "rules/pack_file.h"

namespace tally {

// Reads members of the tables of one file. A member of the wrong type is reported and comes back
// empty; an absent one is empty without a report. A view: name, content and faults must outlive it.
class TomlFile {
 public:
  using Endings = std::vector<std::pair<std::string, std::string>>;

  TomlFile(const std::string& file, const std::string& content, std::vector<Diagnostic>& faults)
      : file_(file), content_(content), faults_(faults) {}

  // The table of the whole file; an empty one, with a report, where it is no TOML.
  toml::table root();

  const std::string& name() const { return file_; }
  std::size_t fault_count() const { return faults_.size(); }
  void fault(const toml::source_position& at, std::string code, std::string message);
  // Reports every key of the table that is not among the known ones of `where`.
  void check_keys(const toml::table& table,
                  std::initializer_list<std::string_view> known,
                  std::string_view where);

  std::string text(const toml::table& table, std::string_view key);
  std::vector<std::string> texts(const toml::table& table, std::string_view key);
  // A number, date, boolean or string as text: how expectations and class values are kept.
  std::optional<std::string> scalar(const toml::node& node);
  PatternText pattern(const toml::node& node);
  std::vector<PatternText> patterns(const toml::table& table, std::string_view key);
  // The table `lint_ok`: diagnostic code to reason.
  std::map<std::string, std::string> lint_ok(const toml::table& table);
  // [["y", "ies"], ["", "s"]]: endings and what takes their place.
  Endings endings_of(const toml::node& node);
  FilePlace place(const toml::node& node) const;

 private:
  const std::string& file_;
  const std::string& content_;
  std::vector<Diagnostic>& faults_;
};

}  // namespace tally

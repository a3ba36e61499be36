// SPDX-License-Identifier: Apache-2.0
#include "rules/toml_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace tally {
toml::table TomlFile::root() {
  try {
    return toml::parse(std::string_view(content_), file_);
  } catch (const toml::parse_error& error) {
    fault(error.source().begin, "bad-toml", std::string(error.description()));
    return {};
  }
}

void TomlFile::fault(const toml::source_position& at, std::string code, std::string message) {
  faults_.push_back({.file = file_,
                     .line = at.line,
                     .column = at.column,
                     .code = std::move(code),
                     .message = std::move(message),
                     .source_line = std::string(nth_line(content_, at.line))});
}

FilePlace TomlFile::place(const toml::node& node) const {
  return {.file = file_, .line = node.source().begin.line, .column = node.source().begin.column};
}

void TomlFile::check_keys(const toml::table& table,
                          std::initializer_list<std::string_view> known,
                          std::string_view where) {
  for (const auto& [key, node] : table) {
    bool is_known = false;
    for (const std::string_view name : known) {
      is_known = is_known || name == key.str();
    }
    if (!is_known) {
      fault(
          key.source().begin, "unknown-key", fmt::format("'{}' is no key of {}", key.str(), where));
    }
  }
}

std::string TomlFile::text(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) {
    return {};
  }
  if (!node->is_string()) {
    fault(node->source().begin, "bad-value", fmt::format("'{}' must be a string", key));
    return {};
  }
  return node->as_string()->get();
}

std::vector<std::string> TomlFile::texts(const toml::table& table, std::string_view key) {
  std::vector<std::string> out;
  const toml::node* node = table.get(key);
  if (node == nullptr) {
    return out;
  }
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    fault(node->source().begin, "bad-value", fmt::format("'{}' must be a list of strings", key));
    return out;
  }
  for (const toml::node& item : *array) {
    if (item.is_string()) {
      out.push_back(item.as_string()->get());
    } else {
      fault(item.source().begin, "bad-value", fmt::format("'{}' must hold strings only", key));
    }
  }
  return out;
}

std::optional<std::string> TomlFile::scalar(const toml::node& node) {
  if (node.is_string()) {
    return node.as_string()->get();
  }
  if (node.is_integer()) {
    return fmt::format("{}", node.as_integer()->get());
  }
  if (node.is_floating_point()) {
    return fmt::format("{:.15g}", node.as_floating_point()->get());
  }
  if (node.is_date()) {
    const toml::date date = node.as_date()->get();
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  }
  if (node.is_boolean()) {
    return node.as_boolean()->get() ? "true" : "false";
  }
  fault(node.source().begin, "bad-value", "a string, a number or a date is needed here");
  return std::nullopt;
}

// The place of the first character: behind the quotation marks, of which there are one or three.
PatternText TomlFile::pattern(const toml::node& node) {
  PatternText out{.place = place(node)};
  if (!node.is_string()) {
    fault(node.source().begin, "bad-value", "a pattern must be a string");
    return out;
  }
  out.text = node.as_string()->get();
  const std::string_view line = nth_line(content_, out.place.line);
  const std::string_view quoted = line.substr(std::min(out.place.column - 1, line.size()));
  const bool is_triple = quoted.starts_with("'''") || quoted.starts_with("\"\"\"");
  if (is_triple && quoted.size() == 3) {  // TOML drops a line end behind the marks
    ++out.place.line;
    out.place.column = 1;
    return out;
  }
  out.place.column += is_triple ? 3 : 1;
  return out;
}

std::vector<PatternText> TomlFile::patterns(const toml::table& table, std::string_view key) {
  std::vector<PatternText> out;
  const toml::node* node = table.get(key);
  if (node == nullptr) {
    return out;
  }
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    fault(node->source().begin, "bad-value", fmt::format("'{}' must be a list of patterns", key));
    return out;
  }
  for (const toml::node& item : *array) {
    out.push_back(pattern(item));
  }
  return out;
}

std::map<std::string, std::string> TomlFile::lint_ok(const toml::table& table) {
  std::map<std::string, std::string> out;
  const toml::node* node = table.get("lint_ok");
  if (node == nullptr) {
    return out;
  }
  const toml::table* accepted = node->as_table();
  if (accepted == nullptr) {
    fault(node->source().begin, "bad-value", "'lint_ok' must be a table of code = \"reason\"");
    return out;
  }
  for (const auto& [code, reason] : *accepted) {
    out.emplace(std::string(code.str()), scalar(reason).value_or(""));
  }
  return out;
}

TomlFile::Endings TomlFile::endings_of(const toml::node& node) {
  Endings out;
  const toml::array* pairs = node.as_array();
  if (pairs == nullptr) {
    fault(node.source().begin, "bad-value", "a form is a list of [ending, replacement]");
    return out;
  }
  for (const toml::node& item : *pairs) {
    const toml::array* pair = item.as_array();
    if (pair == nullptr || pair->size() != 2) {
      fault(item.source().begin, "bad-value", "an ending is written [ending, replacement]");
      continue;
    }
    out.emplace_back((*pair)[0].value_or(std::string{}), (*pair)[1].value_or(std::string{}));
  }
  return out;
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
#include "rules/pack_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "rules/layout_file.h"
#include "rules/rule_file.h"
#include "rules/toml_file.h"

namespace tally {
namespace {

// Reads one file; every member function reports what is wrong and goes on.
class PackFileReader {
 public:
  explicit PackFileReader(TomlFile file) : file_(file) {}

  PackSource read();

 private:
  void read_tables(const toml::table& root,
                   std::string_view key,
                   void (PackFileReader::*read_one)(const toml::table&));
  void read_unit(const toml::table& table);
  void read_shape(const toml::table& table);
  void read_value(const toml::table& table) { keep_sound(out_.values, table, value_source_of); }
  void read_rule(const toml::table& table) { keep_sound(out_.rules, table, claim_source_of); }
  template <typename Source>
  void keep_sound(std::vector<Source>& sources,
                  const toml::table& table,
                  Source (*read_one)(TomlFile&, const toml::table&));
  void read_classes(const toml::table& root);
  ClassSource class_of(const std::string& name, const toml::table& table);
  void read_fragments(const toml::table& root);
  void read_inflections(const toml::table& root);
  void read_decimal_mark(const toml::table& root);
  void read_language(const toml::table& root);
  Inflection inflection_of(const toml::table& table);

  TomlFile file_;
  PackSource out_;
};

void PackFileReader::read_tables(const toml::table& root,
                                 std::string_view key,
                                 void (PackFileReader::*read_one)(const toml::table&)) {
  const toml::node* node = root.get(key);
  if (node == nullptr) {
    return;
  }
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    file_.fault(node->source().begin, "bad-value", fmt::format("write [[{}]], not [{}]", key, key));
    return;
  }
  for (const toml::node& item : *array) {
    if (item.is_table()) {
      (this->*read_one)(*item.as_table());
    } else {
      file_.fault(item.source().begin, "bad-value", fmt::format("'{}' must hold tables", key));
    }
  }
}

// A rule that says what it may not say would mean something else without it: it is left out.
template <typename Source>
void PackFileReader::keep_sound(std::vector<Source>& sources,
                                const toml::table& table,
                                Source (*read_one)(TomlFile&, const toml::table&)) {
  const std::size_t faults = file_.fault_count();
  Source source = read_one(file_, table);
  if (file_.fault_count() == faults) {
    sources.push_back(std::move(source));
  }
}

void PackFileReader::read_unit(const toml::table& table) {
  file_.check_keys(
      table,
      {"code", "kind", "base", "factor", "offset", "calendar", "iso", "name", "source"},
      "[[unit]]");
  const std::string kind_name = file_.text(table, "kind");
  const auto kind = kind_named(kind_name);
  if (!kind) {
    file_.fault(table.source().begin, "bad-value", fmt::format("there is no kind '{}'", kind_name));
    return;
  }
  out_.units.push_back({.code = file_.text(table, "code"),
                        .kind = *kind,
                        .base = file_.text(table, "base"),
                        .factor = table["factor"].value_or(1.0),
                        .offset = table["offset"].value_or(0.0),
                        .calendar = table["calendar"].value_or(false),
                        .iso = file_.text(table, "iso"),
                        .name = file_.text(table, "name"),
                        .source = file_.text(table, "source")});
}

void PackFileReader::read_shape(const toml::table& table) {
  file_.check_keys(table, {"name", "pattern"}, "[[shape]]");
  out_.forms.shapes.push_back(
      {.name = file_.text(table, "name"), .pattern = file_.text(table, "pattern")});
}

ClassSource PackFileReader::class_of(const std::string& name, const toml::table& table) {
  file_.check_keys(
      table,
      {"words", "values", "include", "inflect", "role", "moves", "broader", "attributes", "extend"},
      "[class]");
  ClassSource out{.inflect = file_.text(table, "inflect"),
                  .extends = table["extend"].value_or(false),
                  .place = file_.place(table)};
  out.lexicon_class.name = name;
  out.lexicon_class.include = file_.texts(table, "include");
  for (std::string& word : file_.texts(table, "words")) {
    out.lexicon_class.entries.emplace_back(std::move(word), std::string{});
  }
  if (const toml::table* values = table["values"].as_table()) {
    for (const auto& [word, node] : *values) {
      out.lexicon_class.entries.emplace_back(std::string(word.str()),
                                             file_.scalar(node).value_or(""));
    }
  }
  const std::string role = file_.text(table, "role");
  out.meaning.is_head = role == "head";
  out.meaning.is_predicate = role == "predicate";
  out.lexicon_class.is_sign = !role.empty();
  if (!role.empty() && role != "head" && role != "predicate" && role != "cue") {
    file_.fault(table.source().begin, "bad-value", fmt::format("there is no role '{}'", role));
  }
  out.meaning.broader = file_.text(table, "broader");
  for (std::string& attribute : file_.texts(table, "attributes")) {
    out.meaning.attributes.insert(std::move(attribute));
  }
  const std::string moves = file_.text(table, "moves");
  if (!moves.empty()) {
    out.meaning.moves = change_named(moves).value_or(Change::none);
  }
  return out;
}

void PackFileReader::read_classes(const toml::table& root) {
  const toml::table* classes = root["class"].as_table();
  if (classes == nullptr) {
    return;
  }
  for (const auto& [name, node] : *classes) {
    if (const toml::table* table = node.as_table()) {
      out_.classes.push_back(class_of(std::string(name.str()), *table));
    } else {
      file_.fault(node.source().begin, "bad-value", fmt::format("write [class.{}]", name.str()));
    }
  }
}

void PackFileReader::read_fragments(const toml::table& root) {
  if (const toml::table* fragments = root["fragment"].as_table()) {
    for (const auto& [name, node] : *fragments) {
      out_.fragments.push_back({.name = std::string(name.str()), .pattern = file_.pattern(node)});
    }
  }
}

Inflection PackFileReader::inflection_of(const toml::table& table) {
  file_.check_keys(table, {"forms", "irregular", "first_word"}, "[inflect]");
  Inflection out{.first_word = table["first_word"].value_or(false)};
  if (const toml::array* forms = table["forms"].as_array()) {
    for (const toml::node& form : *forms) {
      out.forms.push_back(file_.endings_of(form));
    }
  }
  if (const toml::table* irregular = table["irregular"].as_table()) {
    for (const auto& [word, node] : *irregular) {
      auto& forms = out.irregular[std::string(word.str())];
      if (const toml::array* several = node.as_array()) {
        for (const toml::node& form : *several) {
          forms.push_back(file_.scalar(form).value_or(""));
        }
      } else {
        forms.push_back(file_.scalar(node).value_or(""));
      }
    }
  }
  return out;
}

void PackFileReader::read_inflections(const toml::table& root) {
  if (const toml::table* inflections = root["inflect"].as_table()) {
    for (const auto& [name, node] : *inflections) {
      if (const toml::table* table = node.as_table()) {
        out_.inflections.emplace(std::string(name.str()), inflection_of(*table));
      }
    }
  }
}

void PackFileReader::read_decimal_mark(const toml::table& root) {
  const toml::node* node = root.get("decimal_mark");
  const std::string mark = file_.text(root, "decimal_mark");
  if (mark == "." || mark == ",") {
    out_.forms.decimal_mark = mark.front();
  } else if (node != nullptr) {
    file_.fault(node->source().begin, "bad-value", "'decimal_mark' is \".\" or \",\"");
  }
}

// In pack.toml the name of a language, in its folder the table of its marks.
void PackFileReader::read_language(const toml::table& root) {
  const toml::node* node = root.get("language");
  const toml::table* table = node == nullptr ? nullptr : node->as_table();
  if (node == nullptr || table == nullptr) {
    out_.language = file_.text(root, "language");
    return;
  }
  file_.check_keys(*table, {"names", "words"}, "[language]");
  for (const std::string& name : file_.texts(*table, "names")) {
    out_.marks.names.insert(folded(name));
  }
  for (const std::string& word : file_.texts(*table, "words")) {
    out_.marks.words.insert(folded(word));
  }
}

PackSource PackFileReader::read() {
  const toml::table root = file_.root();
  file_.check_keys(root,
                   {"name",
                    "version",
                    "unit",
                    "class",
                    "fragment",
                    "value",
                    "rule",
                    "shape",
                    "inflect",
                    "suffix_clitics",
                    "prefix_clitics",
                    "singular",
                    "decimal_mark",
                    "day_first",
                    "noun_first",
                    "language",
                    "layout"},
                   "a pack file");
  out_.name = file_.text(root, "name");
  out_.version = file_.text(root, "version");
  out_.forms.suffix_clitics = file_.texts(root, "suffix_clitics");
  out_.forms.prefix_clitics = file_.texts(root, "prefix_clitics");
  out_.forms.day_first = root["day_first"].value_or(false);
  out_.forms.noun_first = root["noun_first"].value_or(false);
  read_decimal_mark(root);
  read_language(root);
  if (const toml::table* layout = root["layout"].as_table()) {
    out_.layout = layout_of(file_, *layout);
  }
  if (const toml::node* singular = root.get("singular")) {
    out_.forms.singular_endings = file_.endings_of(*singular);
  }
  read_tables(root, "unit", &PackFileReader::read_unit);
  read_tables(root, "shape", &PackFileReader::read_shape);
  read_tables(root, "value", &PackFileReader::read_value);
  read_tables(root, "rule", &PackFileReader::read_rule);
  read_classes(root);
  read_fragments(root);
  read_inflections(root);
  return std::move(out_);
}

}  // namespace

FilePlace place_in(const PatternText& pattern, std::size_t byte) {
  FilePlace place = pattern.place;
  const std::string_view before = std::string_view(pattern.text).substr(0, byte);
  const std::size_t line_end = before.rfind('\n');
  if (line_end == std::string_view::npos) {
    place.column += byte;
    return place;
  }
  place.line += static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  place.column = before.size() - line_end;
  return place;
}

PackSource pack_source_of(const std::string& file,
                          const std::string& content,
                          std::vector<Diagnostic>& diagnostics) {
  return PackFileReader(TomlFile(file, content, diagnostics)).read();
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
#include "rules/pack_file.h"

#include <fmt/format.h>

#include <initializer_list>
#include <optional>
#include <string_view>
#include <toml++/toml.h>

namespace tally {
namespace {

std::string line_of_text(const std::string& content, std::size_t line) {
  std::size_t begin = 0;
  for (std::size_t i = 1; i < line; ++i) {
    begin = content.find('\n', begin);
    if (begin == std::string::npos) {
      return {};
    }
    ++begin;
  }
  return content.substr(begin, content.find('\n', begin) - begin);
}

// Reads one file; every member function reports what is wrong and goes on.
class FileReader {
 public:
  FileReader(const std::string& file, const std::string& content, std::vector<Diagnostic>& faults)
      : file_(file), content_(content), faults_(faults) {}

  PackSource read();

 private:
  void fault(const toml::source_position& at, std::string code, std::string message);
  void check_keys(const toml::table& table, std::initializer_list<std::string_view> known,
                  std::string_view where);
  std::string text(const toml::table& table, std::string_view key);
  std::vector<std::string> texts(const toml::table& table, std::string_view key);
  std::optional<std::string> scalar(const toml::node& node);
  PatternText pattern(const toml::node& node);
  std::vector<PatternText> patterns(const toml::table& table, std::string_view key);
  std::map<std::string, std::string> lint_ok(const toml::table& table);
  FilePlace place(const toml::node& node) const;

  void read_tables(const toml::table& root, std::string_view key,
                   void (FileReader::*read_one)(const toml::table&));
  void read_unit(const toml::table& table);
  void read_shape(const toml::table& table);
  void read_value(const toml::table& table);
  void read_rule(const toml::table& table);
  void read_classes(const toml::table& root);
  ClassSource class_of(const std::string& name, const toml::table& table);
  void read_fragments(const toml::table& root);
  void read_inflections(const toml::table& root);
  std::vector<std::pair<std::string, std::string>> endings_of(const toml::node& node);
  Inflection inflection_of(const toml::table& table);
  RuleSource rule_source_of(const toml::table& table);
  Example example_of(const toml::table& table);
  void demand_expectations(const toml::table& table, const RuleSource& rule);
  Expectation expectation_of(const toml::table& table);
  Emit emit_of(const toml::table& table);

  const std::string& file_;
  const std::string& content_;
  std::vector<Diagnostic>& faults_;
  PackSource out_;
};

void FileReader::fault(const toml::source_position& at, std::string code, std::string message) {
  faults_.push_back({.file = file_,
                     .line = at.line,
                     .column = at.column,
                     .code = std::move(code),
                     .message = std::move(message),
                     .source_line = line_of_text(content_, at.line)});
}

FilePlace FileReader::place(const toml::node& node) const {
  return {.file = file_, .line = node.source().begin.line, .column = node.source().begin.column};
}

void FileReader::check_keys(const toml::table& table,
                            std::initializer_list<std::string_view> known,
                            std::string_view where) {
  for (const auto& [key, node] : table) {
    bool is_known = false;
    for (const std::string_view name : known) {
      is_known = is_known || name == key.str();
    }
    if (!is_known) {
      fault(key.source().begin,
            "unknown-key",
            fmt::format("'{}' is no key of {}", key.str(), where));
    }
  }
}

std::string FileReader::text(const toml::table& table, std::string_view key) {
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

std::vector<std::string> FileReader::texts(const toml::table& table, std::string_view key) {
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

// A number, date, boolean or string as the text that expectations and class values are kept in.
std::optional<std::string> FileReader::scalar(const toml::node& node) {
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

// The column of the first character: behind the quotation marks, of which there are one or three.
PatternText FileReader::pattern(const toml::node& node) {
  PatternText out{.place = place(node)};
  if (!node.is_string()) {
    fault(node.source().begin, "bad-value", "a pattern must be a string");
    return out;
  }
  out.text = node.as_string()->get();
  const std::string line = line_of_text(content_, out.place.line);
  const std::size_t at = out.place.column - 1;
  const bool is_triple = line.compare(at, 3, "'''") == 0 || line.compare(at, 3, "\"\"\"") == 0;
  out.place.column += is_triple ? 3 : 1;
  return out;
}

std::vector<PatternText> FileReader::patterns(const toml::table& table, std::string_view key) {
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

std::map<std::string, std::string> FileReader::lint_ok(const toml::table& table) {
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

void FileReader::read_tables(const toml::table& root, std::string_view key,
                             void (FileReader::*read_one)(const toml::table&)) {
  const toml::node* node = root.get(key);
  if (node == nullptr) {
    return;
  }
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    fault(node->source().begin, "bad-value", fmt::format("write [[{}]], not [{}]", key, key));
    return;
  }
  for (const toml::node& item : *array) {
    if (item.is_table()) {
      (this->*read_one)(*item.as_table());
    } else {
      fault(item.source().begin, "bad-value", fmt::format("'{}' must hold tables", key));
    }
  }
}

void FileReader::read_unit(const toml::table& table) {
  check_keys(table,
             {"code", "kind", "base", "factor", "offset", "calendar", "iso", "name", "source"},
             "[[unit]]");
  const std::string kind_name = text(table, "kind");
  const auto kind = kind_named(kind_name);
  if (!kind) {
    fault(table.source().begin, "bad-value", fmt::format("there is no kind '{}'", kind_name));
    return;
  }
  out_.units.push_back({.code = text(table, "code"),
                        .kind = *kind,
                        .base = text(table, "base"),
                        .factor = table["factor"].value_or(1.0),
                        .offset = table["offset"].value_or(0.0),
                        .calendar = table["calendar"].value_or(false),
                        .iso = text(table, "iso"),
                        .name = text(table, "name"),
                        .source = text(table, "source")});
}

void FileReader::read_shape(const toml::table& table) {
  check_keys(table, {"name", "pattern"}, "[[shape]]");
  out_.forms.shapes.push_back({.name = text(table, "name"), .pattern = text(table, "pattern")});
}

Expectation FileReader::expectation_of(const toml::table& table) {
  Expectation out;
  const std::initializer_list<std::pair<std::string_view, std::optional<std::string>*>> members = {
      {"predicate", &out.predicate},
      {"quote", &out.quote},
      {"kind", &out.kind},
      {"unit", &out.unit},
      {"modifier", &out.modifier},
      {"change", &out.change},
      {"bound", &out.bound},
      {"timex", &out.timex},
      {"edtf", &out.edtf},
      {"subject", &out.subject},
      {"head", &out.head},
      {"low", &out.low},
      {"high", &out.high},
      {"written_low", &out.written_low},
      {"written_high", &out.written_high},
      {"written_unit", &out.written_unit},
  };
  for (const auto& [key, node] : table) {
    bool is_known = false;
    for (const auto& [name, member] : members) {
      if (name == key.str()) {
        *member = scalar(node);
        is_known = true;
      }
    }
    if (!is_known) {
      fault(key.source().begin,
            "unknown-key",
            fmt::format("'{}' is nothing that an example can expect", key.str()));
    }
  }
  return out;
}

Example FileReader::example_of(const toml::table& table) {
  check_keys(table, {"text", "published", "expect"}, "an example");
  Example out{.text = text(table, "text"), .line = table.source().begin.line};
  if (const toml::node* published = table.get("published")) {
    out.published = scalar(*published);
  }
  if (const toml::array* expect = table["expect"].as_array()) {
    for (const toml::node& item : *expect) {
      if (item.is_table()) {
        out.expect.push_back(expectation_of(*item.as_table()));
      }
    }
  }
  return out;
}

void FileReader::demand_expectations(const toml::table& table, const RuleSource& rule) {
  for (const Example& example : rule.examples) {
    if (example.expect.empty()) {
      fault(table.source().begin,
            "no-expectation",
            fmt::format("the example in line {} expects nothing", example.line));
    }
  }
}

RuleSource FileReader::rule_source_of(const toml::table& table) {
  RuleSource out{.id = text(table, "id"),
                 .rev = static_cast<int>(table["rev"].value_or(std::int64_t{1})),
                 .title = text(table, "title"),
                 .file = file_,
                 .line = table.source().begin.line};
  if (out.id.empty()) {
    fault(table.source().begin, "no-id", "the rule has no 'id'");
  }
  if (const toml::array* examples = table["example"].as_array()) {
    for (const toml::node& item : *examples) {
      if (item.is_table()) {
        out.examples.push_back(example_of(*item.as_table()));
      }
    }
  }
  if (const toml::array* rejects = table["reject"].as_array()) {
    for (const toml::node& item : *rejects) {
      if (const toml::table* reject = item.as_table()) {
        check_keys(*reject, {"text", "published", "why"}, "a reject");
        Reject one{.text = text(*reject, "text"),
                   .why = text(*reject, "why"),
                   .line = reject->source().begin.line};
        if (const toml::node* published = reject->get("published")) {
          one.published = scalar(*published);
        }
        out.rejects.push_back(std::move(one));
      }
    }
  }
  return out;
}

void FileReader::read_value(const toml::table& table) {
  check_keys(table,
             {"id", "rev", "title", "reader", "kind", "priority", "match", "example", "reject",
              "lint_ok"},
             "[[value]]");
  ValueSource value{.source = rule_source_of(table),
                    .reader = text(table, "reader"),
                    .kind = text(table, "kind"),
                    .priority = static_cast<int>(table["priority"].value_or(std::int64_t{0})),
                    .match = patterns(table, "match"),
                    .lint_ok = lint_ok(table)};
  if (!value.kind.empty() && !kind_named(value.kind)) {
    fault(table.source().begin, "bad-value", fmt::format("there is no kind '{}'", value.kind));
  }
  if (value.reader != "name") {  // a name yields nothing to expect
    demand_expectations(table, value.source);
  }
  out_.values.push_back(std::move(value));
}

Emit FileReader::emit_of(const toml::table& table) {
  check_keys(table, {"predicate", "value", "subject", "object", "head"}, "an emit");
  return {.predicate = text(table, "predicate"),
          .value = text(table, "value"),
          .subject = text(table, "subject"),
          .object = text(table, "object"),
          .head = text(table, "head")};
}

void FileReader::read_rule(const toml::table& table) {
  check_keys(table,
             {"id", "rev", "title", "priority", "max_gap", "match", "unless", "emit", "example",
              "reject", "lint_ok"},
             "[[rule]]");
  constexpr std::int64_t k_default_gap = 8;
  ClaimSource rule{.source = rule_source_of(table),
                   .priority = static_cast<int>(table["priority"].value_or(std::int64_t{0})),
                   .max_gap = static_cast<std::size_t>(table["max_gap"].value_or(k_default_gap)),
                   .match = patterns(table, "match"),
                   .unless = patterns(table, "unless"),
                   .lint_ok = lint_ok(table)};
  if (const toml::array* emits = table["emit"].as_array()) {
    for (const toml::node& item : *emits) {
      if (item.is_table()) {
        rule.emit.push_back(emit_of(*item.as_table()));
      }
    }
  }
  if (rule.emit.empty()) {
    fault(table.source().begin, "no-emit", fmt::format("'{}' emits nothing", rule.source.id));
  }
  demand_expectations(table, rule.source);
  out_.rules.push_back(std::move(rule));
}

ClassSource FileReader::class_of(const std::string& name, const toml::table& table) {
  check_keys(table,
             {"words", "values", "include", "inflect", "role", "moves", "broader", "attributes"},
             "[class]");
  ClassSource out{.inflect = text(table, "inflect"), .place = place(table)};
  out.lexicon_class.name = name;
  out.lexicon_class.include = texts(table, "include");
  for (std::string& word : texts(table, "words")) {
    out.lexicon_class.entries.emplace_back(std::move(word), std::string{});
  }
  if (const toml::table* values = table["values"].as_table()) {
    for (const auto& [word, node] : *values) {
      out.lexicon_class.entries.emplace_back(std::string(word.str()), scalar(node).value_or(""));
    }
  }
  const std::string role = text(table, "role");
  out.meaning.is_head = role == "head";
  out.meaning.is_predicate = role == "predicate";
  out.meaning.broader = text(table, "broader");
  for (std::string& attribute : texts(table, "attributes")) {
    out.meaning.attributes.insert(std::move(attribute));
  }
  const std::string moves = text(table, "moves");
  if (!moves.empty()) {
    out.meaning.moves = change_named(moves).value_or(Change::none);
  }
  return out;
}

void FileReader::read_classes(const toml::table& root) {
  const toml::table* classes = root["class"].as_table();
  if (classes == nullptr) {
    return;
  }
  for (const auto& [name, node] : *classes) {
    if (const toml::table* table = node.as_table()) {
      out_.classes.push_back(class_of(std::string(name.str()), *table));
    } else {
      fault(node.source().begin, "bad-value", fmt::format("write [class.{}]", name.str()));
    }
  }
}

void FileReader::read_fragments(const toml::table& root) {
  if (const toml::table* fragments = root["fragment"].as_table()) {
    for (const auto& [name, node] : *fragments) {
      out_.fragments.push_back({.name = std::string(name.str()), .pattern = pattern(node)});
    }
  }
}

// [["y", "ies"], ["", "s"]]: endings and what takes their place.
std::vector<std::pair<std::string, std::string>> FileReader::endings_of(const toml::node& node) {
  std::vector<std::pair<std::string, std::string>> out;
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

Inflection FileReader::inflection_of(const toml::table& table) {
  check_keys(table, {"forms", "irregular", "first_word"}, "[inflect]");
  Inflection out{.first_word = table["first_word"].value_or(false)};
  if (const toml::array* forms = table["forms"].as_array()) {
    for (const toml::node& form : *forms) {
      out.forms.push_back(endings_of(form));
    }
  }
  if (const toml::table* irregular = table["irregular"].as_table()) {
    for (const auto& [word, node] : *irregular) {
      auto& forms = out.irregular[std::string(word.str())];
      if (const toml::array* several = node.as_array()) {
        for (const toml::node& form : *several) {
          forms.push_back(scalar(form).value_or(""));
        }
      } else {
        forms.push_back(scalar(node).value_or(""));
      }
    }
  }
  return out;
}

void FileReader::read_inflections(const toml::table& root) {
  if (const toml::table* inflections = root["inflect"].as_table()) {
    for (const auto& [name, node] : *inflections) {
      if (const toml::table* table = node.as_table()) {
        out_.inflections.emplace(std::string(name.str()), inflection_of(*table));
      }
    }
  }
}

PackSource FileReader::read() {
  toml::table root;
  try {
    root = toml::parse(std::string_view(content_), file_);
  } catch (const toml::parse_error& error) {
    fault(error.source().begin, "bad-toml", std::string(error.description()));
    return {};
  }
  check_keys(root,
             {"name", "version", "unit", "class", "fragment", "value", "rule", "shape", "inflect",
              "suffix_clitics", "prefix_clitics", "singular"},
             "a pack file");
  out_.name = text(root, "name");
  out_.version = text(root, "version");
  out_.forms.suffix_clitics = texts(root, "suffix_clitics");
  out_.forms.prefix_clitics = texts(root, "prefix_clitics");
  if (const toml::node* singular = root.get("singular")) {
    out_.forms.singular_endings = endings_of(*singular);
  }
  read_tables(root, "unit", &FileReader::read_unit);
  read_tables(root, "shape", &FileReader::read_shape);
  read_tables(root, "value", &FileReader::read_value);
  read_tables(root, "rule", &FileReader::read_rule);
  read_classes(root);
  read_fragments(root);
  read_inflections(root);
  return std::move(out_);
}

}  // namespace

PackSource pack_source_of(const std::string& file, const std::string& content,
                          std::vector<Diagnostic>& diagnostics) {
  return FileReader(file, content, diagnostics).read();
}

}  // namespace tally

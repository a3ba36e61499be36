// SPDX-License-Identifier: Apache-2.0
#include "rules/rule_file.h"

#include <fmt/format.h>

#include <cstdint>
#include <utility>

namespace tally {
namespace {

Expectation expectation_of(TomlFile& file, const toml::table& table) {
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
        *member = file.scalar(node);
        is_known = true;
      }
    }
    if (!is_known) {
      file.fault(key.source().begin,
                 "unknown-key",
                 fmt::format("'{}' is nothing that an example can expect", key.str()));
    }
  }
  return out;
}

Example example_of(TomlFile& file, const toml::table& table) {
  file.check_keys(table, {"text", "published", "expect"}, "an example");
  Example out{.text = file.text(table, "text"), .line = table.source().begin.line};
  if (const toml::node* published = table.get("published")) {
    out.published = file.scalar(*published);
  }
  if (const toml::array* expect = table["expect"].as_array()) {
    for (const toml::node& item : *expect) {
      if (item.is_table()) {
        out.expect.push_back(expectation_of(file, *item.as_table()));
      }
    }
  }
  return out;
}

void demand_expectations(TomlFile& file, const toml::table& table, const RuleSource& rule) {
  for (const Example& example : rule.examples) {
    if (example.expect.empty()) {
      file.fault(table.source().begin,
                 "no-expectation",
                 fmt::format("the example in line {} expects nothing", example.line));
    }
  }
}

RuleSource rule_source_of(TomlFile& file, const toml::table& table) {
  RuleSource out{.id = file.text(table, "id"),
                 .rev = static_cast<int>(table["rev"].value_or(std::int64_t{1})),
                 .title = file.text(table, "title"),
                 .file = file.name(),
                 .line = table.source().begin.line};
  if (out.id.empty()) {
    file.fault(table.source().begin, "no-id", "the rule has no 'id'");
  }
  if (const toml::array* examples = table["example"].as_array()) {
    for (const toml::node& item : *examples) {
      if (item.is_table()) {
        out.examples.push_back(example_of(file, *item.as_table()));
      }
    }
  }
  if (const toml::array* rejects = table["reject"].as_array()) {
    for (const toml::node& item : *rejects) {
      if (const toml::table* reject = item.as_table()) {
        file.check_keys(*reject, {"text", "published", "why"}, "a reject");
        Reject one{.text = file.text(*reject, "text"),
                   .why = file.text(*reject, "why"),
                   .line = reject->source().begin.line};
        if (const toml::node* published = reject->get("published")) {
          one.published = file.scalar(*published);
        }
        out.rejects.push_back(std::move(one));
      }
    }
  }
  return out;
}

Emit emit_of(TomlFile& file, const toml::table& table) {
  file.check_keys(table, {"predicate", "value", "subject", "object", "head"}, "an emit");
  return {.predicate = file.text(table, "predicate"),
          .value = file.text(table, "value"),
          .subject = file.text(table, "subject"),
          .object = file.text(table, "object"),
          .head = file.text(table, "head"),
          .line = table.source().begin.line};
}

}  // namespace

ValueSource value_source_of(TomlFile& file, const toml::table& table) {
  file.check_keys(
      table,
      {"id", "rev", "title", "reader", "kind", "priority", "match", "example", "reject", "lint_ok"},
      "[[value]]");
  ValueSource value{.source = rule_source_of(file, table),
                    .reader = file.text(table, "reader"),
                    .kind = file.text(table, "kind"),
                    .priority = static_cast<int>(table["priority"].value_or(std::int64_t{0})),
                    .match = file.patterns(table, "match"),
                    .lint_ok = file.lint_ok(table)};
  if (!value.kind.empty() && !kind_named(value.kind)) {
    file.fault(table.source().begin, "bad-value", fmt::format("there is no kind '{}'", value.kind));
  }
  if (value.reader != "name") {  // a name yields nothing to expect
    demand_expectations(file, table, value.source);
  }
  return value;
}

ClaimSource claim_source_of(TomlFile& file, const toml::table& table) {
  file.check_keys(table,
                  {"id",
                   "rev",
                   "title",
                   "priority",
                   "max_gap",
                   "match",
                   "unless",
                   "emit",
                   "example",
                   "reject",
                   "lint_ok"},
                  "[[rule]]");
  constexpr std::int64_t k_default_gap = 8;
  ClaimSource rule{.source = rule_source_of(file, table),
                   .priority = static_cast<int>(table["priority"].value_or(std::int64_t{0})),
                   .max_gap = static_cast<std::size_t>(table["max_gap"].value_or(k_default_gap)),
                   .match = file.patterns(table, "match"),
                   .unless = file.patterns(table, "unless"),
                   .lint_ok = file.lint_ok(table)};
  if (const toml::array* emits = table["emit"].as_array()) {
    for (const toml::node& item : *emits) {
      if (item.is_table()) {
        rule.emit.push_back(emit_of(file, *item.as_table()));
      }
    }
  }
  if (rule.emit.empty()) {
    file.fault(table.source().begin, "no-emit", fmt::format("'{}' emits nothing", rule.source.id));
  }
  demand_expectations(file, table, rule.source);
  return rule;
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// `tally rules show`: one rule with all that stands behind it.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/workshop.h"
#include "report/quote.h"
#include "report/wording.h"

namespace tally::cli {
namespace {

constexpr std::size_t k_words_shown = 24;

void collect_classes(const Expression& node, std::set<std::string>& names) {
  if (node.type == Expression::Type::named) {
    names.insert(node.text);
  }
  for (const Expression& child : node.children) {
    collect_classes(child, names);
  }
}

std::string words_of(const ClassSource& of) {
  std::vector<std::string> parts;
  const auto& entries = of.lexicon_class.entries;
  for (std::size_t i = 0; i < std::min(entries.size(), k_words_shown); ++i) {
    parts.push_back(entries[i].first);
  }
  if (entries.size() > k_words_shown) {
    parts.push_back(fmt::format("and {} more", entries.size() - k_words_shown));
  }
  for (const std::string& name : of.lexicon_class.include) {
    parts.push_back(fmt::format("%{{{}}}", name));
  }
  const std::string inflected =
      of.inflect.empty() ? "" : fmt::format(" (with the forms of a {})", of.inflect);
  return fmt::format("{}{}", fmt::join(parts, ", "), inflected);
}

// What a name in a pattern stands for.
std::string meaning_of(const std::string& name, bool in_claims, const PackSource& source) {
  for (const ClassSource& of : source.classes) {
    if (of.lexicon_class.name == name) {
      return fmt::format("{}\n    {}:{}", words_of(of), of.place.file, of.place.line);
    }
  }
  for (const ShapeRule& shape : source.forms.shapes) {
    if (shape.name == name) {
      return fmt::format("a shape: {}", shape.pattern);
    }
  }
  return in_claims && kind_named(name.substr(0, name.find('.')))
             ? "a figure or date of this kind"
             : "a shape that every language has";
}

std::string head_of(const WrittenRule& rule, const RulePack& pack) {
  const RuleSource& source = rule.source;
  const PackLayer& layer = pack.layers.at(source.layer);
  return fmt::format("{} rev {} ({})\n  {}\n  {}:{}, pack {}{}{}\n",
                     source.id,
                     source.rev,
                     rule.is_value ? fmt::format("value, read by '{}'", rule.reader) : "claim",
                     source.title,
                     source.file,
                     source.line,
                     layer.name,
                     layer.version.empty() ? "" : " ",
                     layer.version);
}

std::string patterns_of(std::string_view label, const std::vector<WrittenPattern>& patterns) {
  std::string out;
  for (const WrittenPattern& pattern : patterns) {
    out += fmt::format("\n  {:<8} {}\n  {:<8} {}\n",
                       label,
                       pattern.text.text,
                       "  RE2",
                       pattern.pattern.runes().re2);
  }
  return out;
}

std::string emits_of(const WrittenRule& rule) {
  std::string out;
  for (const Emit& emit : rule.emit) {
    const auto part = [](std::string_view name, const std::string& value) {
      return value.empty() ? std::string{} : fmt::format(", {} {}", name, value);
    };
    out += fmt::format("\n  emit     {} of %{{{}}}{}{}{}",
                       emit.predicate,
                       emit.value,
                       part("subject", emit.subject),
                       part("object", emit.object),
                       part("head", emit.head));
  }
  return out.empty() ? out : out + "\n";
}

std::string classes_of(const WrittenRule& rule, const PackSource& source) {
  std::set<std::string> names;
  for (const auto* patterns : {&rule.match, &rule.unless}) {
    for (const WrittenPattern& pattern : *patterns) {
      collect_classes(pattern.tree, names);
    }
  }
  std::string out;
  for (const std::string& name : names) {
    out += fmt::format("\n  %{{{}}}  {}", name, meaning_of(name, !rule.is_value, source));
  }
  return out.empty() ? out : out + "\n";
}

std::string examples_of(const RuleSource& rule) {
  std::string out;
  for (const Example& example : rule.examples) {
    out += fmt::format("\n  example  {}\n", example.text);
    for (const Expectation& expected : example.expect) {
      out += fmt::format("           \"{}\" is {} {} to {}\n",
                         expected.quote.value_or(""),
                         expected.predicate.value_or(expected.kind.value_or("")),
                         expected.low.value_or("?"),
                         expected.high.value_or("?"));
    }
  }
  for (const Reject& reject : rule.rejects) {
    out += fmt::format("\n  reject   {}\n           {}\n", reject.text, reject.why);
  }
  return out;
}

}  // namespace

int rules_show(Session& session) {
  const Workshop shop = sound_workshop_of(session);
  for (const auto& [language, rules] : shop.book.rules) {
    for (const WrittenRule& rule : rules) {
      if (rule.source.id == session.options.subject) {
        session.streams.out << visible_lines(
            fmt::format("{}{}{}{}{}{}",
                        head_of(rule, *shop.pack),
                        patterns_of("match", rule.match),
                        patterns_of("unless", rule.unless),
                        emits_of(rule),
                        classes_of(rule, shop.book.sources.at(language)),
                        examples_of(rule.source)));
        return 0;
      }
    }
  }
  throw Error(fmt::format("no rule '{}'; see tally rules list", session.options.subject));
}

}  // namespace tally::cli

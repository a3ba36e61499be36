// SPDX-License-Identifier: Apache-2.0
#include "rules/rule_book.h"

#include <optional>
#include <utility>

#include "rules/alphabet.h"

namespace tally {
namespace {

// Writes the rules of one language.
class BookWriter {
 public:
  BookWriter(const PackSource& source, const Language& language) : lexicon_(language.lexicon) {
    for (const FragmentSource& fragment : source.fragments) {
      fragments_.emplace(fragment.name, fragment.pattern.text);
    }
  }

  WrittenRule written(ValueSource source) const {
    WrittenRule rule{.source = std::move(source.source),
                     .is_value = true,
                     .reader = std::move(source.reader),
                     .priority = source.priority,
                     .lint_ok = std::move(source.lint_ok)};
    compile(rule, source.match, rule.match);
    return rule;
  }

  WrittenRule written(ClaimSource source) const {
    WrittenRule rule{.source = std::move(source.source),
                     .priority = source.priority,
                     .max_gap = source.max_gap,
                     .emit = std::move(source.emit),
                     .lint_ok = std::move(source.lint_ok)};
    compile(rule, source.match, rule.match);
    compile(rule, source.unless, rule.unless);
    return rule;
  }

 private:
  void compile(WrittenRule& rule,
               const std::vector<PatternText>& texts,
               std::vector<WrittenPattern>& into) const {
    for (const PatternText& text : texts) {
      if (auto pattern = compiled(text, !rule.is_value)) {
        into.push_back(std::move(*pattern));
      } else {
        rule.is_sound = false;
      }
    }
  }

  std::optional<WrittenPattern> compiled(const PatternText& text, bool mentions) const {
    try {
      Expression tree = parse_expression(text.text, fragments_);
      check_classes(tree, lexicon_, mentions);
      Pattern pattern(tree, lexicon_, mentions);
      return WrittenPattern{text, std::move(tree), std::move(pattern)};
    } catch (const PatternFault&) {
      return std::nullopt;
    }
  }

  const Lexicon& lexicon_;
  Fragments fragments_;
};

}  // namespace

RuleBook rule_book_of(const std::vector<PackFile>& files,
                      std::span<const DisabledRule> disabled,
                      const RulePack& pack) {
  std::vector<Diagnostic> reported;
  Stacked stacked = stacked_sources(files, disabled, reported);
  RuleBook book{.dropped = std::move(stacked.dropped)};
  for (auto& [name, source] : stacked.languages) {
    const BookWriter writer(source, *pack.languages.at(name));
    std::vector<WrittenRule>& rules = book.rules[name];
    for (ValueSource& value : source.values) {
      rules.push_back(writer.written(std::move(value)));
    }
    for (ClaimSource& rule : source.rules) {
      rules.push_back(writer.written(std::move(rule)));
    }
    source.values.clear();
    source.rules.clear();
    book.sources.emplace(name, std::move(source));
  }
  return book;
}

const WrittenRule* rule_named(const RuleBook& book, std::string_view id) {
  for (const auto& [unused, rules] : book.rules) {
    for (const WrittenRule& rule : rules) {
      if (rule.source.id == id) {
        return &rule;
      }
    }
  }
  return nullptr;
}

}  // namespace tally

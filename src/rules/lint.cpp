// SPDX-License-Identifier: Apache-2.0
#include "rules/lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "rules/captures.h"
#include "rules/cover.h"
#include "rules/leaf.h"
#include "rules/lint_report.h"

namespace tally {
namespace {

using Type = Expression::Type;

// Instructions of RE2. Beyond them its fast matcher runs out of memory on long sentences and falls
// back to one that is ten times slower (measured with tally rules bench).
constexpr std::size_t k_most_instructions = 20'000;

// Words that no language has, in each case that a word may be written in.
constexpr std::array<std::string_view, 3> k_unknown_words = {"qxzvk", "Qxzvk", "QXZVK"};

// Must every match hold a token that few sentences have?
class TokenNeed {
 public:
  TokenNeed(const Lexicon& lexicon, bool mentions) : lexicon_(lexicon), mentions_(mentions) {}

  bool of(const Expression& node) const {
    const auto of_child = [this](const Expression& child) { return of(child); };
    switch (node.type) {
      case Type::literal:
      case Type::named:
      case Type::choice:
        return is_telling(node);
      case Type::sequence:
        return std::any_of(node.children.begin(), node.children.end(), of_child);
      case Type::alternation:
        return std::all_of(node.children.begin(), node.children.end(), of_child);
      case Type::repeat:
        return node.at_least > 0 && of(node.children.front());
      case Type::capture:
        return of(node.children.front());
      case Type::gap:
      case Type::empty:
        return false;
    }
    return false;
  }

 private:
  // A leaf that takes words that no class has is found in every sentence.
  bool is_telling(const Expression& leaf) const {
    const std::vector<Code> codes = codes_of_leaf(leaf, lexicon_, mentions_);
    return std::none_of(k_unknown_words.begin(), k_unknown_words.end(), [&](std::string_view word) {
      const auto tokens = lexicon_.tokens_of(word, {0, word.size()});
      return std::binary_search(codes.begin(), codes.end(), lexicon_.code_of(tokens.front()));
    });
  }

  const Lexicon& lexicon_;
  bool mentions_;
};

bool has_gap_at_end(const Expression& node) {
  if (node.type != Type::sequence || node.children.empty()) {
    return node.type == Type::gap;
  }
  return node.children.front().type == Type::gap || node.children.back().type == Type::gap;
}

class Linter {
 public:
  explicit Linter(const Lexicon& lexicon) : lexicon_(lexicon) {}

  void check(const std::vector<WrittenRule>& rules) {
    for (const WrittenRule& rule : rules) {
      check_samples(rule);
      check_captures(rule);
      for (const WrittenPattern& pattern : rule.match) {
        check_pattern(rule, pattern);
      }
      for (const WrittenPattern& pattern : rule.unless) {
        check_leaves(rule, pattern, pattern.tree);
      }
      check_shadows(rule, rules);
    }
  }

  LintReport take_report() { return std::move(report_); }

 private:
  void check_samples(const WrittenRule& rule);
  void check_captures(const WrittenRule& rule);
  void check_name(const WrittenRule& rule,
                  const Emit& emit,
                  const std::string& name,
                  const std::set<std::string>& known);
  void check_pattern(const WrittenRule& rule, const WrittenPattern& pattern);
  void check_leaves(const WrittenRule& rule, const WrittenPattern& pattern, const Expression& node);
  void check_shadows(const WrittenRule& rule, const std::vector<WrittenRule>& rules);
  const WrittenPattern* shadow_of(const WrittenPattern& pattern,
                                  const WrittenRule& rule,
                                  const WrittenRule& other) const;

  const Lexicon& lexicon_;
  LintReport report_;
};

void Linter::check_samples(const WrittenRule& rule) {
  if (rule.source.examples.empty()) {
    report_.add(
        rule,
        place_of(rule),
        "no-example",
        fmt::format("'{}' has no example: add a text and what it must yield", rule.source.id));
  }
  if (rule.source.rejects.empty()) {
    report_.add(rule,
                place_of(rule),
                "no-reject",
                fmt::format("'{}' has no reject: add a text that is like it and must not match",
                            rule.source.id));
  }
}

void Linter::check_name(const WrittenRule& rule,
                        const Emit& emit,
                        const std::string& name,
                        const std::set<std::string>& known) {
  if (name.empty() || known.contains(name)) {
    return;
  }
  report_.add(rule,
              {.file = rule.source.file, .line = emit.line, .column = 1},
              "unknown-capture",
              fmt::format("no pattern of '{}' captures '{}'; they capture {}",
                          rule.source.id,
                          name,
                          known.empty() ? "nothing" : fmt::format("{}", fmt::join(known, ", "))));
}

void Linter::check_captures(const WrittenRule& rule) {
  if (!rule.is_sound) {
    return;  // what it captures is not known
  }
  std::set<std::string> known;
  for (const WrittenPattern& pattern : rule.match) {
    known.merge(names_in(pattern.tree));
  }
  for (const Emit& emit : rule.emit) {
    for (const std::string& name : {emit.value, emit.subject, emit.object}) {
      check_name(rule, emit, name, known);
    }
  }
}

void Linter::check_pattern(const WrittenRule& rule, const WrittenPattern& pattern) {
  if (const Expression* twice = duplicate_capture(pattern.tree)) {
    report_.add(rule,
                place_of(pattern, *twice),
                "duplicate-capture",
                fmt::format("one match may capture '{}' twice, and only the first is read; name "
                            "them apart or write two patterns",
                            twice->text));
  }
  check_leaves(rule, pattern, pattern.tree);
  if (!TokenNeed(lexicon_, !rule.is_value).of(pattern.tree)) {
    report_.add(rule,
                pattern.text.place,
                "slow-pattern",
                "it needs no telling token, so that every sentence is searched for it; name a word "
                "or a small class that each match has");
  } else if (has_gap_at_end(pattern.tree)) {
    report_.add(rule,
                pattern.text.place,
                "slow-pattern",
                "a gap at the beginning or the end finds nothing and costs a search from each "
                "token; drop it");
  }
  const std::string fault = pattern.pattern.fault();
  const std::size_t size = pattern.pattern.program_size();
  if (!fault.empty() || size > k_most_instructions) {
    report_.add(rule,
                pattern.text.place,
                "program-too-big",
                fault.empty() ? fmt::format("it compiles to {} instructions, over {}; repeat less "
                                            "or use smaller classes",
                                            size,
                                            k_most_instructions)
                              : fmt::format("it does not compile ({}); repeat less", fault));
  }
}

void Linter::check_leaves(const WrittenRule& rule,
                          const WrittenPattern& pattern,
                          const Expression& node) {
  const std::string fault = fault_of_leaf(node, lexicon_, !rule.is_value);
  if (!fault.empty()) {
    report_.add(rule, place_of(pattern, node), "never-matches", fault);
  }
  for (const Expression& child : node.children) {
    if (node.type != Type::choice) {
      check_leaves(rule, pattern, child);
    }
  }
}

// A pattern of `other` that takes all that `pattern` takes; nullptr when there is none.
const WrittenPattern* Linter::shadow_of(const WrittenPattern& pattern,
                                        const WrittenRule& rule,
                                        const WrittenRule& other) const {
  for (const WrittenPattern& wide : other.match) {
    if (&wide == &pattern) {
      continue;
    }
    const bool wide_covers = covers(wide.tree, pattern.tree, lexicon_, !rule.is_value);
    // Of two that cover each other the second one is told.
    const bool is_equal = wide_covers && covers(pattern.tree, wide.tree, lexicon_, !rule.is_value);
    if (wide_covers && (!is_equal || &wide < &pattern || &rule != &other)) {
      return &wide;
    }
  }
  return nullptr;
}

// Does `other` win where both match the same words?
bool is_before(const WrittenRule& other, const WrittenRule& rule) {
  return std::tuple(-other.priority, other.source.id) < std::tuple(-rule.priority, rule.source.id);
}

void Linter::check_shadows(const WrittenRule& rule, const std::vector<WrittenRule>& rules) {
  for (const WrittenPattern& pattern : rule.match) {
    for (const WrittenRule& other : rules) {
      const bool may_shadow =
          &other == &rule || (rule.is_value && other.is_value && other.reader == rule.reader &&
                              is_before(other, rule));
      if (!may_shadow) {
        continue;
      }
      if (const WrittenPattern* wide = shadow_of(pattern, rule, other)) {
        const FilePlace& place = wide->text.place;
        report_.add(rule,
                    pattern.text.place,
                    "shadowed",
                    fmt::format("all that it matches, {}:{} matches too, and that one wins; drop "
                                "this pattern",
                                place.file,
                                place.line));
        break;
      }
    }
  }
}

}  // namespace

std::vector<Diagnostic> lint(const RuleBook& book, const RulePack& pack) {
  std::vector<Diagnostic> out;
  for (const auto& [name, rules] : book.rules) {
    Linter linter(pack.languages.at(name)->lexicon);
    linter.check(rules);
    for (Diagnostic& fault : linter.take_report().take()) {
      out.push_back(std::move(fault));
    }
  }
  return out;
}

}  // namespace tally

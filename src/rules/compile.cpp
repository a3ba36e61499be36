// SPDX-License-Identifier: Apache-2.0
#include "rules/compile.h"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <utility>

#include "rules/alphabet.h"
#include "rules/expression.h"

namespace tally {
namespace {

// A rule's patterns as trees, before the lexicon is there.
struct Parsed {
  bool sound = true;
  std::vector<Expression> match;
  std::vector<Expression> unless;

  bool can_compile() const { return sound && !match.empty(); }
};

void collect_literals_of(const Parsed& trees, std::set<std::string>& literals) {
  for (const auto* side : {&trees.match, &trees.unless}) {
    for (const Expression& tree : *side) {
      collect_literals(tree, literals);
    }
  }
}

std::string with_ending(std::string_view word,
                        const std::vector<std::pair<std::string, std::string>>& endings) {
  for (const auto& [ending, replacement] : endings) {
    if (word.ends_with(ending)) {
      return fmt::format("{}{}", word.substr(0, word.size() - ending.size()), replacement);
    }
  }
  return std::string(word);
}

// The other forms of an entry: of its last word, or of its first one for verbs.
std::vector<std::string> inflected(const std::string& entry, const Inflection& inflection) {
  const std::size_t blank = inflection.first_word ? entry.find(' ') : entry.rfind(' ');
  const bool one_word = blank == std::string::npos;
  std::string head;
  std::string word = entry;
  std::string tail;
  if (!one_word && inflection.first_word) {
    word = entry.substr(0, blank);
    tail = entry.substr(blank);
  } else if (!one_word) {
    head = entry.substr(0, blank + 1);
    word = entry.substr(blank + 1);
  }
  std::vector<std::string> out;
  const auto irregular = inflection.irregular.find(word);
  if (irregular != inflection.irregular.end()) {
    for (const std::string& form : irregular->second) {
      out.push_back(fmt::format("{}{}{}", head, form, tail));
    }
    return out;
  }
  for (const auto& endings : inflection.forms) {
    out.push_back(fmt::format("{}{}{}", head, with_ending(word, endings), tail));
  }
  return out;
}

class Compiler {
 public:
  Compiler(PackSource source, std::vector<Diagnostic>& diagnostics)
      : source_(std::move(source)), diagnostics_(diagnostics) {}

  std::unique_ptr<Language> language(const std::string& name);

 private:
  void note_irregular_singulars();
  void gather(Language& language) const;
  void report(const FilePlace& place, std::string code, std::string message);
  void collect_fragments();
  void check_includes();
  std::vector<LexiconClass> classes();
  void inflect(const ClassSource& of, LexiconClass& lexicon_class);
  std::optional<Expression> parsed(const PatternText& pattern);
  Parsed parsed_rule(const std::vector<PatternText>& match, const std::vector<PatternText>& unless);
  std::optional<Pattern> pattern_of(const Expression& tree, const PatternText& text, bool mentions);
  void compile_value(ValueSource& source, const Parsed& trees, Language& language);
  void compile_rule(ClaimSource& source, const Parsed& trees, Language& language);

  PackSource source_;
  std::vector<Diagnostic>& diagnostics_;
  Fragments fragments_;
  const Lexicon* lexicon_ = nullptr;
};

void Compiler::report(const FilePlace& place, std::string code, std::string message) {
  diagnostics_.push_back({.file = place.file,
                          .line = place.line,
                          .column = place.column,
                          .code = std::move(code),
                          .message = std::move(message)});
}

void Compiler::collect_fragments() {
  for (FragmentSource& fragment : source_.fragments) {
    if (!fragments_.emplace(fragment.name, fragment.pattern.text).second) {
      report(fragment.pattern.place,
             "duplicate-id",
             fmt::format("the fragment '{}' is defined twice", fragment.name));
    }
  }
}

void Compiler::inflect(const ClassSource& of, LexiconClass& lexicon_class) {
  const auto inflection = source_.inflections.find(of.inflect);
  if (inflection == source_.inflections.end()) {
    report(of.place, "unknown-class", fmt::format("forms.toml has no [inflect.{}]", of.inflect));
    return;
  }
  std::set<std::string> known;
  for (const auto& [entry, value] : lexicon_class.entries) {
    known.insert(entry);
  }
  const auto base = lexicon_class.entries;
  for (const auto& [entry, value] : base) {
    for (std::string& form : inflected(entry, inflection->second)) {
      if (known.insert(form).second) {
        lexicon_class.entries.emplace_back(std::move(form), value);
      }
    }
  }
}

std::vector<LexiconClass> Compiler::classes() {
  std::vector<LexiconClass> out;
  std::set<std::string> names;
  for (const ClassSource& of : source_.classes) {
    if (!names.insert(of.lexicon_class.name).second) {
      report(of.place,
             "duplicate-id",
             fmt::format("the class '{}' is defined twice", of.lexicon_class.name));
      continue;
    }
    LexiconClass lexicon_class = of.lexicon_class;
    if (!of.inflect.empty()) {
      inflect(of, lexicon_class);
    }
    out.push_back(std::move(lexicon_class));
  }
  return out;
}

// A class may include classes and shapes; anything else would silently add nothing.
void Compiler::check_includes() {
  const Tokenizer built_in;
  std::set<std::string> known(built_in.shape_names().begin(), built_in.shape_names().end());
  for (const ShapeRule& shape : source_.forms.shapes) {
    known.insert(shape.name);
  }
  for (const ClassSource& of : source_.classes) {
    known.insert(of.lexicon_class.name);
  }
  for (const ClassSource& of : source_.classes) {
    for (const std::string& name : of.lexicon_class.include) {
      if (!known.contains(name)) {
        report(of.place,
               "unknown-class",
               fmt::format(
                   "'{}' includes '{}', which is no class or shape", of.lexicon_class.name, name));
      }
    }
  }
}

std::optional<Expression> Compiler::parsed(const PatternText& pattern) {
  try {
    return parse_expression(pattern.text, fragments_);
  } catch (const PatternFault& fault) {
    report(place_in(pattern, fault.column), fault.code, fault.message);
    return std::nullopt;
  }
}

Parsed Compiler::parsed_rule(const std::vector<PatternText>& match,
                             const std::vector<PatternText>& unless) {
  Parsed out;
  for (const PatternText& pattern : match) {
    auto tree = parsed(pattern);
    out.sound = out.sound && tree;
    out.match.push_back(tree ? std::move(*tree) : Expression{});
  }
  for (const PatternText& pattern : unless) {
    auto tree = parsed(pattern);
    out.sound = out.sound && tree;
    out.unless.push_back(tree ? std::move(*tree) : Expression{});
  }
  return out;
}

std::optional<Pattern> Compiler::pattern_of(const Expression& tree,
                                            const PatternText& text,
                                            bool mentions) {
  try {
    check_classes(tree, *lexicon_, mentions);
    return Pattern(tree, *lexicon_, mentions);
  } catch (const PatternFault& fault) {
    report(place_in(text, fault.column), fault.code, fault.message);
    return std::nullopt;
  }
}

void Compiler::compile_value(ValueSource& source, const Parsed& trees, Language& language) {
  if (!trees.can_compile()) {
    return;
  }
  ValuePattern value{.reader = std::move(source.reader),
                     .kind = std::move(source.kind),
                     .priority = source.priority};
  for (std::size_t i = 0; i < trees.match.size(); ++i) {
    auto pattern = pattern_of(trees.match[i], source.match[i], false);
    if (!pattern) {
      return;
    }
    value.match.push_back(std::move(*pattern));
  }
  value.source = std::move(source.source);
  language.values.push_back(std::move(value));
}

void Compiler::compile_rule(ClaimSource& source, const Parsed& trees, Language& language) {
  if (!trees.can_compile()) {
    return;
  }
  ClaimRule rule{.priority = source.priority, .max_gap = source.max_gap, .emit = source.emit};
  for (std::size_t i = 0; i < trees.match.size(); ++i) {
    auto pattern = pattern_of(trees.match[i], source.match[i], true);
    if (!pattern) {
      return;
    }
    rule.match.push_back(std::move(*pattern));
  }
  for (std::size_t i = 0; i < trees.unless.size(); ++i) {
    auto pattern = pattern_of(trees.unless[i], source.unless[i], true);
    if (!pattern) {
      return;
    }
    rule.unless.push_back(std::move(*pattern));
  }
  rule.source = std::move(source.source);
  language.rules.push_back(std::move(rule));
}

void Compiler::note_irregular_singulars() {
  const auto noun = source_.inflections.find("noun");
  if (noun == source_.inflections.end()) {
    return;
  }
  for (const auto& [singular, plurals] : noun->second.irregular) {
    for (const std::string& plural : plurals) {
      source_.forms.irregular_singulars.emplace(plural, singular);
    }
  }
}

void Compiler::gather(Language& language) const {
  std::vector<const Expression*> values;
  for (const ValuePattern& value : language.values) {
    for (const Pattern& pattern : value.match) {
      values.push_back(&pattern.tree());
    }
  }
  std::vector<const Expression*> matches;
  for (const ClaimRule& rule : language.rules) {
    for (const Pattern& pattern : rule.match) {
      matches.push_back(&pattern.tree());
    }
  }
  language.value_set = PatternSet(values, *lexicon_, false);
  language.rule_set = PatternSet(matches, *lexicon_, true);
}

// The lexicon must know the words that patterns name, and patterns compile against the lexicon: so
// all patterns are parsed first.
std::unique_ptr<Language> Compiler::language(const std::string& name) {
  auto language = std::make_unique<Language>();
  language->name = name;
  collect_fragments();
  check_includes();
  note_irregular_singulars();
  std::vector<Parsed> values;
  std::vector<Parsed> rules;
  std::set<std::string> literals;
  for (const ValueSource& value : source_.values) {
    collect_literals_of(values.emplace_back(parsed_rule(value.match, {})), literals);
  }
  for (const ClaimSource& rule : source_.rules) {
    collect_literals_of(rules.emplace_back(parsed_rule(rule.match, rule.unless)), literals);
  }
  const std::vector<LexiconClass> lexicon_classes = classes();
  language->lexicon = Lexicon(std::move(source_.forms), lexicon_classes, literals);
  lexicon_ = &language->lexicon;
  for (std::size_t i = 0; i < values.size(); ++i) {
    compile_value(source_.values[i], values[i], *language);
  }
  for (std::size_t i = 0; i < rules.size(); ++i) {
    compile_rule(source_.rules[i], rules[i], *language);
  }
  gather(*language);
  return language;
}

}  // namespace

std::unique_ptr<Language> compiled_language(const std::string& name,
                                            PackSource source,
                                            std::vector<Diagnostic>& diagnostics) {
  return Compiler(std::move(source), diagnostics).language(name);
}

}  // namespace tally

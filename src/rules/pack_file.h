// SPDX-License-Identifier: Apache-2.0
// One TOML file of a pack as plain structs: what it says, before anything is compiled.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "model/concepts.h"
#include "model/layout.h"
#include "rules/expression.h"
#include "rules/language.h"
#include "rules/language_marks.h"
#include "rules/tokenizer.h"
#include "rules/units.h"

namespace tally {

// A pattern as written. `place` is where its first character stands.
struct PatternText {
  std::string text;
  FilePlace place;
};

// The place of a byte of the pattern, which may run over several lines.
FilePlace place_in(const PatternText& pattern, std::size_t byte);

struct ClassSource {
  LexiconClass lexicon_class;
  Concept meaning;
  std::string inflect;   // name of an inflection of forms.toml; may be empty
  bool extends = false;  // adds to the class of a pack below in place of replacing it
  FilePlace place;
  std::size_t layer = 0;  // of the stack of packs
};

struct FragmentSource {
  std::string name;
  PatternText pattern;
  std::size_t layer = 0;
};

struct ValueSource {
  RuleSource source;
  std::string reader;
  std::string kind;
  int priority = 0;
  std::vector<PatternText> match;
  std::map<std::string, std::string> lint_ok;  // diagnostic code: the reason it is accepted for
};

struct ClaimSource {
  RuleSource source;
  int priority = 0;
  std::size_t max_gap = 0;
  std::vector<PatternText> match;
  std::vector<PatternText> unless;
  std::vector<Emit> emit;
  std::map<std::string, std::string> lint_ok;
};

// `[inflect.NAME]`: each form is a list of (ending, replacement), the first ending that fits
// counts.
struct Inflection {
  bool first_word = false;  // of an entry of several words; otherwise its last
  std::vector<std::vector<std::pair<std::string, std::string>>> forms;
  std::map<std::string, std::vector<std::string>> irregular;  // forms that replace the regular ones
};

struct PackSource {
  std::string name;      // pack.toml
  std::string version;   // pack.toml
  std::string language;  // pack.toml: the folder of texts that are too short to tell their language
  LanguageMarks marks;   // language.toml
  Layout layout;         // layout.toml
  std::vector<Unit> units;
  std::vector<ClassSource> classes;
  std::vector<FragmentSource> fragments;
  std::vector<ValueSource> values;
  std::vector<ClaimSource> rules;
  Forms forms;
  std::map<std::string, Inflection> inflections;
};

// Reads one file. Faults are added to `diagnostics`; what is sound is kept.
PackSource pack_source_of(const std::string& file,
                          const std::string& content,
                          std::vector<Diagnostic>& diagnostics);

}  // namespace tally

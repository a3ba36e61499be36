// SPDX-License-Identifier: Apache-2.0
// One language of the pack: its lexicon, value patterns and claim rules, compiled.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/mention.h"
#include "rules/lexicon.h"
#include "rules/pattern.h"
#include "rules/pattern_set.h"
#include "rules/words.h"

namespace tally {

// What an example expects of one mention or claim. An absent member is not compared.
struct Expectation {
  std::optional<std::string> predicate;
  std::optional<std::string> quote;
  std::optional<std::string> kind;
  std::optional<std::string> unit;
  std::optional<std::string> modifier;
  std::optional<std::string> change;
  std::optional<std::string> bound;
  std::optional<std::string> timex;
  std::optional<std::string> edtf;
  std::optional<std::string> subject;
  std::optional<std::string> head;
  std::optional<std::string> written_unit;
  // Numbers as printed by %.15g, dates as ISO days, durations as ISO strings, times "HH:MM";
  // "open" for an end that is expected to be open.
  std::optional<std::string> low;
  std::optional<std::string> high;
  std::optional<std::string> written_low;
  std::optional<std::string> written_high;
};

struct Example {
  std::string text;
  std::optional<std::string> published;  // ISO date
  std::vector<Expectation> expect;
  std::size_t line = 0;
};

struct Reject {
  std::string text;
  std::optional<std::string> published;
  std::string why;
  std::size_t line = 0;
};

// Where a rule stands, and what shows that it works.
struct RuleSource {
  std::string id;
  int rev = 1;
  std::string title;
  std::string file;
  std::size_t line = 0;
  std::size_t layer = 0;  // of the stack of packs: index into RulePack::layers
  std::vector<Example> examples;
  std::vector<Reject> rejects;
};

// `[[value]]`: patterns over tokens whose captures a named reader turns into values.
// The reader "name" competes and yields nothing: names are not figures.
struct ValuePattern {
  RuleSource source;
  std::string reader;
  std::string kind;  // handed to the reader as it is written; may be empty
  int priority = 0;
  std::vector<Pattern> match;
};

struct Emit {
  std::string predicate;
  std::string value;    // name of the capture that is the figure
  std::string subject;  // name of the capture that is the subject; may be empty
  std::string object;   // name of the capture acted on; may be empty
  std::string head;     // fixed head class, for a figure without a noun; may be empty
  std::size_t line = 0;
};

// `[[rule]]`: patterns over the sentence with its mentions as tokens.
struct ClaimRule {
  RuleSource source;
  int priority = 0;
  std::size_t max_gap = 0;  // most tokens that one gap may take
  std::vector<Pattern> match;
  std::vector<Pattern> unless;
  std::vector<Emit> emit;
};

// A language of the pack, compiled.
struct Language {
  std::string name;
  Lexicon lexicon;
  std::vector<ValuePattern> values;
  std::vector<ClaimRule> rules;
  // Which `match` patterns can match in a sentence, numbered over all values / rules in order.
  PatternSet value_set;
  PatternSet rule_set;
};

}  // namespace tally

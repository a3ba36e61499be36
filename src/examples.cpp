// SPDX-License-Identifier: Apache-2.0
#include "examples.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/civil.h"
#include "pipeline.h"

namespace tally {
namespace {

constexpr double k_tolerance = 1e-6;  // relative, for numbers as written in an example
constexpr std::string_view k_name_reader = "name";

// What a rule made of a text, as expectations see it.
struct Made {
  const Value* value = nullptr;
  Span span;
  std::string_view quote;
  std::string predicate;
  std::string subject;
  std::string head;
};

std::string end_text(const Value& value, const std::optional<double>& end, const std::string& iso) {
  if (!end) {
    return "open";
  }
  if (!iso.empty()) {
    return iso;
  }
  if (value.kind == Kind::date) {
    return iso_date(static_cast<Day>(std::lround(*end)));
  }
  if (value.kind == Kind::time) {
    const long minutes = std::lround(*end);
    return fmt::format("{:02}:{:02}", minutes / 60 % 24, minutes % 60);
  }
  return fmt::format("{:.15g}", *end);
}

std::optional<double> number_of(const std::string& text) {
  double number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc{} && end == text.data() + text.size() ? std::optional{number}
                                                                  : std::nullopt;
}

bool same_text(const std::optional<std::string>& expected, std::string_view actual) {
  if (!expected || *expected == actual) {
    return true;
  }
  const auto want = number_of(*expected);
  const auto got = number_of(std::string(actual));
  return want && got && std::abs(*want - *got) <= k_tolerance * std::max(1.0, std::abs(*want));
}

std::string written_end(const std::optional<double>& end) {
  return end ? fmt::format("{:.15g}", *end) : "open";
}

bool meets(const Expectation& expected, const Made& made) {
  const Value& value = *made.value;
  const TimeDetail time = value.time.value_or(TimeDetail{});
  return same_text(expected.predicate, made.predicate) && same_text(expected.quote, made.quote) &&
         same_text(expected.kind, name_of(value.kind)) && same_text(expected.unit, value.unit) &&
         same_text(expected.modifier, name_of(value.modifier)) &&
         same_text(expected.change, name_of(value.change)) &&
         same_text(expected.bound, name_of(value.bound)) && same_text(expected.timex, time.timex) &&
         same_text(expected.edtf, time.edtf) && same_text(expected.subject, made.subject) &&
         same_text(expected.head, made.head) &&
         same_text(expected.written_unit, value.written_unit) &&
         same_text(expected.low, end_text(value, value.low, time.iso_low)) &&
         same_text(expected.high, end_text(value, value.high, time.iso_high)) &&
         same_text(expected.written_low, written_end(value.written_low)) &&
         same_text(expected.written_high, written_end(value.written_high));
}

std::string described(const Made& made) {
  const Value& value = *made.value;
  const TimeDetail time = value.time.value_or(TimeDetail{});
  return fmt::format(
      "{}'{}' {} [{}, {}]{}{} {}{}{}",
      made.predicate.empty() ? "" : fmt::format("{} of ", made.predicate),
      made.quote,
      name_of(value.kind),
      end_text(value, value.low, time.iso_low),
      end_text(value, value.high, time.iso_high),
      value.unit.empty() ? "" : " ",
      value.unit,
      name_of(value.modifier),
      time.timex.empty() ? "" : fmt::format(" timex {}", time.timex),
      made.subject.empty() ? "" : fmt::format(" of '{}' ({})", made.subject, made.head));
}

std::string described(const Expectation& expected) {
  std::string out;
  const auto add = [&](std::string_view name, const std::optional<std::string>& value) {
    if (value) {
      out += fmt::format("{}{} = {}", out.empty() ? "" : ", ", name, *value);
    }
  };
  add("predicate", expected.predicate);
  add("quote", expected.quote);
  add("kind", expected.kind);
  add("low", expected.low);
  add("high", expected.high);
  add("unit", expected.unit);
  add("modifier", expected.modifier);
  add("change", expected.change);
  add("bound", expected.bound);
  add("timex", expected.timex);
  add("edtf", expected.edtf);
  add("subject", expected.subject);
  add("head", expected.head);
  add("written_low", expected.written_low);
  add("written_high", expected.written_high);
  add("written_unit", expected.written_unit);
  return out;
}

// A text with what the whole pack makes of it.
struct Trial {
  Document document;
  Extraction extraction;
};

Trial trial_of(const std::string& text,
               const std::optional<std::string>& published,
               const std::string& language,
               const RulePack& pack) {
  Trial trial;
  trial.document.text = text;
  trial.document.language = language;
  trial.document.published = published ? parse_iso_date(*published) : std::nullopt;
  trial.extraction = extraction_of(trial.document, pack);
  return trial;
}

std::vector<Made> mentions_by(const Trial& trial, const std::string& id) {
  std::vector<Made> made;
  for (const Mention& mention : trial.extraction.mentions) {
    if (id.empty() || mention.pattern == id) {
      made.push_back({.value = &mention.value,
                      .span = mention.span,
                      .quote = slice(trial.document.text, mention.span),
                      .subject = mention.noun.text,
                      .head = mention.noun.head});
    }
  }
  return made;
}

std::vector<Made> claims_by(const Trial& trial, const std::string& id) {
  std::vector<Made> made;
  for (const Claim& claim : trial.extraction.claims) {
    if (id.empty() || claim.rule == id) {
      made.push_back({.value = &claim.mention.value,
                      .span = claim.mention.span,
                      .quote = claim.quote,
                      .predicate = claim.predicate,
                      .subject = claim.subject,
                      .head = claim.head});
    }
  }
  return made;
}

std::string list_of(const std::vector<Made>& made) {
  std::string out;
  for (const Made& one : made) {
    out += fmt::format("{}{}", out.empty() ? "" : "; ", described(one));
  }
  return out.empty() ? "nothing" : out;
}

bool took_a_name(const Trial& trial, const std::string& id) {
  return std::any_of(
      trial.extraction.rejected.begin(), trial.extraction.rejected.end(), [&](const Rejected& one) {
        return one.pattern == id && one.reason == k_rejected_as_name;
      });
}

std::string span_text(const std::string& text, Span span) {
  const Places places(text);
  return fmt::format("{}-{} '{}'",
                     places.code_points_before(span.begin),
                     places.code_points_before(span.end),
                     slice(text, span));
}

// Where the failure lies: the words that the example names, else the first thing made.
std::string failing_span(const std::string& text,
                         const std::optional<std::string>& quote,
                         const std::vector<Made>& made) {
  const std::size_t at = quote ? text.find(*quote) : std::string::npos;
  if (at != std::string::npos) {
    return span_text(text, {at, at + quote->size()});
  }
  return made.empty() ? "-" : span_text(text, made.front().span);
}

using Quote = std::optional<std::string>;
using MadeBy = std::vector<Made> (*)(const Trial&, const std::string&);

class Runner {
 public:
  explicit Runner(const RulePack& pack) : pack_(pack) {}

  void run(const RuleSource& rule, const std::string& language, MadeBy made_by, bool is_name) {
    ++outcome_.rules;
    for (const Example& example : rule.examples) {
      ++outcome_.examples;
      const Trial trial = trial_of(example.text, example.published, language, pack_);
      check_example(rule, example, trial, made_by, is_name);
    }
    for (const Reject& reject : rule.rejects) {
      ++outcome_.rejects;
      const Trial trial = trial_of(reject.text, reject.published, language, pack_);
      check_reject(rule, reject, trial, made_by, is_name);
    }
  }

  ExampleOutcome take_outcome() { return std::move(outcome_); }

 private:
  static std::string actual_of(const Trial& trial, const std::vector<Made>& made, MadeBy made_by) {
    return made.empty() ? fmt::format("by other rules: {}", list_of(made_by(trial, "")))
                        : list_of(made);
  }

  void check_example(const RuleSource& rule,
                     const Example& example,
                     const Trial& trial,
                     MadeBy made_by,
                     bool is_name) {
    // A name leaves the figures around it to others.
    const std::vector<Made> made = made_by(trial, is_name ? "" : rule.id);
    const auto fail_with = [&](std::string expected, std::string actual, const Quote& quote) {
      fail(rule,
           {.line = example.line,
            .text = example.text,
            .span = failing_span(example.text, quote, made),
            .expected = std::move(expected),
            .actual = std::move(actual)});
    };
    if (is_name && !took_a_name(trial, rule.id)) {
      fail_with("a name", list_of(made), std::nullopt);
    }
    for (const Expectation& expected : example.expect) {
      if (std::none_of(
              made.begin(), made.end(), [&](const Made& one) { return meets(expected, one); })) {
        fail_with(described(expected), actual_of(trial, made, made_by), expected.quote);
      }
    }
  }

  void check_reject(const RuleSource& rule,
                    const Reject& reject,
                    const Trial& trial,
                    MadeBy made_by,
                    bool is_name) {
    const std::vector<Made> made = made_by(trial, rule.id);
    if (!made.empty() || (is_name && took_a_name(trial, rule.id))) {
      fail(rule,
           {.line = reject.line,
            .text = reject.text,
            .span = failing_span(reject.text, std::nullopt, made),
            .expected = fmt::format("nothing ({})", reject.why),
            .actual = is_name ? "a name" : list_of(made)});
    }
  }

  void fail(const RuleSource& rule, ExampleFailure failure) {
    failure.rule = rule.id;
    failure.file = rule.file;
    outcome_.failures.push_back(std::move(failure));
  }

  const RulePack& pack_;
  ExampleOutcome outcome_;
};

}  // namespace

ExampleOutcome examples_outcome(const RulePack& pack, std::string_view only) {
  Runner runner(pack);
  const auto wanted = [&](const RuleSource& rule) {
    return only.empty() || rule.id == only || rule.file == only ||
           rule.file.ends_with(fmt::format("/{}", only));
  };
  for (const auto& [name, language] : pack.languages) {
    for (const ValuePattern& value : language->values) {
      if (wanted(value.source)) {
        runner.run(value.source, name, mentions_by, value.reader == k_name_reader);
      }
    }
    for (const ClaimRule& rule : language->rules) {
      if (wanted(rule.source)) {
        runner.run(rule.source, name, claims_by, false);
      }
    }
  }
  return runner.take_outcome();
}

}  // namespace tally

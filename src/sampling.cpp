// SPDX-License-Identifier: Apache-2.0
#include "sampling.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/civil.h"
#include "rules/lint_report.h"
#include "values/reader.h"
#include "view.h"

namespace tally {
namespace {

bool matches(const WrittenPattern& pattern, const WrittenRule& rule, const DocumentView& view) {
  return std::any_of(
      view.sentences.begin(), view.sentences.end(), [&](const SentenceView& sentence) {
        const auto found = rule.is_value
                               ? matches_of(pattern.pattern, sentence.codes, std::nullopt)
                               : matches_of(pattern.pattern, sentence.folded.codes, rule.max_gap);
        return !found.empty();
      });
}

void check_samples(const WrittenRule& rule,
                   std::string_view language,
                   const RulePack& pack,
                   LintReport& report) {
  std::vector<DocumentView> views;
  for (const Example& example : rule.source.examples) {
    views.push_back(view_of(sample_document(example.text, example.published, language), pack));
  }
  for (const WrittenPattern& pattern : rule.match) {
    const bool sampled = std::any_of(views.begin(), views.end(), [&](const DocumentView& view) {
      return matches(pattern, rule, view);
    });
    if (!sampled && !views.empty()) {
      report.add(rule,
                 pattern.text.place,
                 "pattern-unsampled",
                 fmt::format("no example of '{}' matches this pattern; add one", rule.source.id));
    }
  }
}

// "name" is no reader: such a pattern takes what is no figure.
bool has_reader(const WrittenRule& rule) {
  return !rule.is_value || rule.reader == "name" || reader_named(rule.reader) != nullptr;
}

}  // namespace

Document sample_document(const std::string& text,
                         const std::optional<std::string>& published,
                         std::string_view language) {
  Document document;
  document.text = text;
  document.language = language;
  document.published = published ? parse_iso_date(*published) : std::nullopt;
  return document;
}

std::vector<Diagnostic> sampling_faults(const RuleBook& book, const RulePack& pack) {
  LintReport report;
  for (const auto& [language, rules] : book.rules) {
    for (const WrittenRule& rule : rules) {
      if (!has_reader(rule)) {
        report.add(rule,
                   place_of(rule),
                   "unknown-reader",
                   fmt::format("there is no reader '{}'; see docs/writing-rules.md", rule.reader));
      }
      check_samples(rule, language, pack, report);
    }
  }
  return report.take();
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
#include "model/review.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/digest.h"

namespace tally {
namespace {

constexpr std::size_t k_words_around = 6;
constexpr std::size_t k_fingerprint_digits = 32;

constexpr std::string_view k_blanks = " \t\r\n\f\v";

// The last `count` words of `text`, white space squeezed.
std::string last_words(std::string_view text, std::size_t count) {
  std::size_t begin = text.size();
  for (std::size_t i = 0; i < count && begin != 0; ++i) {
    const std::size_t end = text.find_last_not_of(k_blanks, begin - 1);
    if (end == std::string_view::npos) {
      break;
    }
    const std::size_t blank = text.find_last_of(k_blanks, end);
    begin = blank == std::string_view::npos ? 0 : blank + 1;
  }
  return squeezed(trimmed(text.substr(begin)));
}

std::string first_words(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = text.find_first_not_of(k_blanks, end);
    if (begin == std::string_view::npos) {
      break;
    }
    end = std::min(text.find_first_of(k_blanks, begin), text.size());
  }
  return squeezed(trimmed(text.substr(0, end)));
}

// From the blank line before the span to the one behind it.
Span paragraph_around(std::string_view text, Span span) {
  const std::size_t before = text.substr(0, span.begin).rfind("\n\n");
  const std::size_t behind = text.find("\n\n", span.end);
  return {before == std::string_view::npos ? 0 : before, std::min(behind, text.size())};
}

std::string digest_of(const std::string& content) {
  return hexadecimal_of(sha256_of(content)).substr(0, k_fingerprint_digits);
}

std::string place_of(const Claim& claim, const Document& source) {
  const Span paragraph = paragraph_around(source.text, claim.mention.span);
  const std::string_view text = slice(source.text, paragraph);
  const Span span = {claim.mention.span.begin - paragraph.begin,
                     claim.mention.span.end - paragraph.begin};
  return fmt::format("{}\n{}\n{}\n{}",
                     name_of(claim.mention.value.kind),
                     last_words(text.substr(0, span.begin), k_words_around),
                     squeezed(slice(text, span)),
                     first_words(text.substr(span.end), k_words_around));
}

// Nine digits: what a person would call the same number.
std::string end_of(std::optional<double> end) {
  return end ? fmt::format("{:.9g}", *end) : std::string("open");
}

std::string reading_of(const Claim& claim, const Document& source) {
  const Value& value = claim.mention.value;
  return fmt::format(
      "{}\n{}\n{}\n{}", place_of(claim, source), value.unit, end_of(value.low), end_of(value.high));
}

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

void add_pairs(Pairs& pairs, const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  for (const std::size_t left : a) {
    for (const std::size_t right : b) {
      if (left != right) {
        pairs.emplace_back(std::minmax(left, right));
      }
    }
  }
}

}  // namespace

std::string place_fingerprint(const Claim& claim, const Document& source) {
  return digest_of(place_of(claim, source));
}

std::string finding_fingerprint(const Finding& finding, const Comparison& comparison) {
  const Claim& a = comparison.claims[finding.a];
  const Claim& b = comparison.claims[finding.b];
  std::string left = reading_of(a, comparison.sources[a.source]);
  std::string right = reading_of(b, comparison.sources[b.source]);
  if (right < left) {
    left.swap(right);
  }
  return digest_of(fmt::format("{}\n\n{}", left, right));
}

DecisionRecord decision_record(const Finding& finding, const Comparison& comparison) {
  const Claim& a = comparison.claims[finding.a];
  const Claim& b = comparison.claims[finding.b];
  return {.fingerprint = finding_fingerprint(finding, comparison),
          .decision = finding.decision,
          .note = finding.note,
          .decided_on = finding.decided_on,
          .verdict = finding.verdict,
          .fact = comparison.facts[finding.fact].name,
          .quote_a = a.quote,
          .quote_b = b.quote,
          .rule_a = a.rule,
          .rule_b = b.rule};
}

void apply_decisions(Comparison& comparison, std::span<const DecisionRecord> records) {
  std::map<std::string_view, const DecisionRecord*> known;
  for (const DecisionRecord& record : records) {
    known[record.fingerprint] = &record;
  }
  if (known.empty()) {
    return;
  }
  for (Finding& finding : comparison.findings) {
    const auto found = known.find(finding_fingerprint(finding, comparison));
    if (found != known.end()) {
      finding.decision = found->second->decision;
      finding.note = found->second->note;
      finding.decided_on = found->second->decided_on;
    }
  }
}

LinkBook::LinkBook(std::vector<LinkRecord> records) : records_(std::move(records)) {
  for (std::size_t i = 0; i < records_.size(); ++i) {
    by_place_.emplace(records_[i].place_a, i);
  }
}

LinkOrders LinkBook::orders_for(std::span<const std::size_t> chosen,
                                std::span<const Claim> claims,
                                std::span<const Document> sources) const {
  LinkOrders orders;
  if (records_.empty()) {
    return orders;
  }
  std::map<std::string, std::vector<std::size_t>> at;
  for (const std::size_t claim : chosen) {
    at[place_fingerprint(claims[claim], sources[claims[claim].source])].push_back(claim);
  }
  std::set<std::size_t> found;  // in the order of the records
  for (const auto& [place, unused] : at) {
    const auto [first, last] = by_place_.equal_range(place);
    for (auto record = first; record != last; ++record) {
      found.insert(record->second);
    }
  }
  for (const std::size_t index : found) {
    const LinkRecord& record = records_[index];
    if (const auto other = at.find(record.place_b); other != at.end()) {
      add_pairs(record.link == Link::same ? orders.same : orders.apart,
                at.at(record.place_a),
                other->second);
    }
  }
  return orders;
}

std::string_view name_of(Link link) { return link == Link::same ? "same" : "apart"; }

std::optional<Link> link_named(std::string_view name) {
  if (name == "same") {
    return Link::same;
  }
  return name == "apart" ? std::optional(Link::apart) : std::nullopt;
}

}  // namespace tally

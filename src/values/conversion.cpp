// SPDX-License-Identifier: Apache-2.0
// Conversions in brackets and nouns that carry over.
#include <cmath>
#include <optional>
#include <string_view>

#include "values/relation.h"

namespace tally {
namespace {

constexpr double k_near = 0.1;  // relative difference of two values of one quantity in two units

// The token that begins at or behind a byte of the document.
std::size_t token_from(const Words& words, std::size_t byte) {
  std::size_t i = 0;
  while (i < words.size() && words[i].span.begin < byte) {
    ++i;
  }
  return i;
}

bool is_convertible(Kind kind) {
  switch (kind) {
    case Kind::money:
    case Kind::length:
    case Kind::area:
    case Kind::mass:
    case Kind::volume:
    case Kind::temperature:
    case Kind::speed:
    case Kind::pressure:
    case Kind::power:
    case Kind::energy:
    case Kind::frequency:
    case Kind::data:
    case Kind::angle:
    case Kind::rate:
      return true;
    case Kind::number:
    case Kind::count:
    case Kind::percent:
    case Kind::duration:
    case Kind::date:
    case Kind::time:
    case Kind::age:
    case Kind::ordinal:
    case Kind::ratio:
    case Kind::magnitude:
    case Kind::other:
      return false;
  }
  return false;
}

bool are_near(const Value& a, const Value& b) {
  const auto left = a.low ? a.low : a.high;
  const auto right = b.low ? b.low : b.high;
  return left && right && a.unit == b.unit && std::abs(*left - *right) <= k_near * std::abs(*left);
}

bool is_conversion(const Words& words, const Mention& a, const Mention& b) {
  const bool comparable = a.value.kind == b.value.kind && is_convertible(a.value.kind) &&
                          a.value.written_unit != b.value.written_unit;
  if (!comparable || b.span.begin < a.span.end) {
    return false;
  }
  const Range gap{token_from(words, a.span.end), token_from(words, b.span.begin)};
  const std::size_t length = words.entry_at(gap.begin, "conversion_joiner");
  if (gap.empty() || length != gap.size()) {
    return false;
  }
  const auto manner = words.value(gap, "conversion_joiner");
  return manner != "near" || are_near(a.value, b.value);
}

}  // namespace

void mark_conversions(const Words& words, std::vector<Mention>& mentions, std::size_t first) {
  for (std::size_t i = first; i + 1 < mentions.size(); ++i) {
    if (is_conversion(words, mentions[i], mentions[i + 1])) {
      mentions[i + 1].part = Part::conversion;
      mentions[i + 1].partner =
          mentions[i].part == Part::conversion ? mentions[i].partner : std::optional{i};
    }
  }
}

void inherit_nouns(const Words& words, std::vector<Mention>& mentions, std::size_t first) {
  const Mention* counted = nullptr;
  for (std::size_t i = first; i < mentions.size(); ++i) {
    Mention& mention = mentions[i];
    if (mention.value.kind == Kind::count && !mention.noun.text.empty()) {
      counted = &mention;
    } else if (mention.value.kind == Kind::number && counted != nullptr &&
               words.entry_before(token_from(words, mention.span.begin), "inherit_cue") > 0) {
      mention.value.kind = Kind::count;
      mention.noun = counted->noun;
      mention.noun.span = {};
    }
  }
}

}  // namespace tally

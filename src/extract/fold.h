// SPDX-License-Identifier: Apache-2.0
// A sentence as the claim rules see it: each mention one token, the other tokens as they are.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "model/mention.h"
#include "rules/pattern.h"
#include "rules/words.h"

namespace tally {

struct Folded {
  static constexpr std::size_t k_no_mention = static_cast<std::size_t>(-1);

  std::vector<Code> codes;
  std::vector<Range> tokens;          // of the sentence, behind each code
  std::vector<std::size_t> mentions;  // behind each code, an index; k_no_mention: a plain token
};

// How a mention shows itself to claim patterns: "point", "range", "vague" or "relative".
std::string_view manner_of(const Value& value);

// The sentence with the mentions of the span, which begins at index `first` of all mentions.
// A sum is left out, as rules speak of its parts; of two at one place the longer one stands.
Folded folded_sentence(const Words& words, std::span<const Mention> mentions, std::size_t first);

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_block.h"

#include <algorithm>
#include <array>

namespace tally {
namespace {

constexpr std::size_t k_fewest_prose_words = 10;
constexpr std::size_t k_surely_prose_words = 25;  // also without a stop at the end
constexpr double k_most_link_share = 0.5;
constexpr double k_caption_weight = 0.3;

}  // namespace

bool ends_sentence(std::string_view words) {
  constexpr std::array<std::string_view, 16> k_ends = {".",
                                                       "!",
                                                       "?",
                                                       "\u2026",
                                                       ".\"",
                                                       "!\"",
                                                       "?\"",
                                                       ".\u201D",
                                                       "!\u201D",
                                                       "?\u201D",
                                                       ".)",
                                                       ".'",
                                                       ".\u2019",
                                                       ")",
                                                       "\u00BB",
                                                       "\u201D"};
  return std::any_of(
      k_ends.begin(), k_ends.end(), [words](std::string_view end) { return words.ends_with(end); });
}

bool PageBlock::is_prose() const {
  return (block.kind == Block::Kind::paragraph || block.kind == Block::Kind::item) &&
         link_share() < k_most_link_share &&
         ((words >= k_fewest_prose_words && is_sentence) || words >= k_surely_prose_words);
}

double PageBlock::weight() const {
  const double plain = static_cast<double>(letters) * (1 - link_share());
  if (block.kind == Block::Kind::caption) {
    return k_caption_weight * plain;
  }
  return is_prose() ? plain : 0;
}

}  // namespace tally

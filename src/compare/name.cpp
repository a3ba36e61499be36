// SPDX-License-Identifier: Apache-2.0
// Names of people and places: which ones can mean the same bearer.
#include "compare/name.h"

#include <algorithm>
#include <numeric>

#include "compare/shingle.h"

namespace tally {
namespace {

constexpr std::size_t k_most_names = 8;
constexpr std::size_t k_fewest_letters = 5;  // "Mark" is not "Mary"
constexpr std::size_t k_long_word = 10;      // two letters may differ from here

std::size_t edits_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row[b.size()];
}

bool is_initial_of(std::string_view initial, std::string_view word) {
  return initial.size() == 1 && !word.empty() && initial[0] == word[0];
}

bool same_word(std::string_view a, std::string_view b) {
  return a == b || is_respelled(a, b) || is_initial_of(a, b) || is_initial_of(b, a);
}

// Every word of `part` stands in `whole`, in order.
bool is_part_of(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  std::size_t at = 0;
  for (const std::string& word : part) {
    while (at < whole.size() && !same_word(word, whole[at])) {
      ++at;
    }
    if (at == whole.size()) {
      return false;
    }
    ++at;
  }
  return true;
}

}  // namespace

bool is_respelled(std::string_view a, std::string_view b) {
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < k_fewest_letters || longer - shorter > 1 || a[0] != b[0]) {
    return a == b;
  }
  return edits_between(a, b) <= (longer < k_long_word ? 1 : 2);
}

NameMatch match_of_names(std::string_view a, std::string_view b) {
  const std::vector<std::string> left = plain_words(a);
  const std::vector<std::string> right = plain_words(b);
  if (left.empty() || right.empty()) {
    return NameMatch::other;
  }
  if (left == right) {
    return NameMatch::same;
  }
  const bool left_is_shorter = left.size() <= right.size();
  const auto& part = left_is_shorter ? left : right;
  const auto& whole = left_is_shorter ? right : left;
  if (!is_part_of(part, whole)) {
    return NameMatch::other;
  }
  return part.size() > 1 ? NameMatch::same : NameMatch::part;
}

NameMatch best_match_of_names(const std::vector<std::string>& a,
                              const std::vector<std::string>& b) {
  NameMatch best = NameMatch::other;
  for (std::size_t i = 0; i < std::min(a.size(), k_most_names); ++i) {
    for (std::size_t j = 0; j < std::min(b.size(), k_most_names); ++j) {
      best = std::max(best, match_of_names(a[i], b[j]));
    }
  }
  return best;
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// Which pairs of claims are worth weighing.
#include "compare/candidate.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <unordered_map>

#include "compare/affinity.h"
#include "compare/setting.h"
#include "compare/shingle.h"

namespace tally {
namespace {

constexpr std::size_t k_short_list = 40;  // all pairs of a list up to this length
constexpr std::size_t k_nearest = 12;     // beyond it: so many neighbours in value
constexpr std::size_t k_most_words = 8;   // stems of a claim that are looked up

using Lists = std::unordered_map<std::string, std::vector<std::size_t>>;

void add_to_lists(Lists& lists, const Trait& trait, std::size_t index, const std::string& main) {
  const auto add = [&](char mark, const std::string& word) {
    if (!word.empty()) {
      auto& list = lists[trait.dimension + '\n' + mark + word];
      if (list.empty() || list.back() != index) {
        list.push_back(index);
      }
    }
  };
  add('p', trait.predicate);
  add('f', trait.family);
  add('f', trait.any_event ? main : std::string{});
  add('d', trait.on_main_day ? main : std::string{});
  add('h', trait.head);
  if (!trait.head_line.empty()) {
    add('k', trait.head_line.back());
  }
  add('l', trait.place);
  for (const std::string& word : plain_words(trait.owner)) {
    add('o', word);
  }
  std::vector<std::pair<double, std::uint32_t>> words;
  for (const auto& [stem, weight] : trait.context) {
    words.emplace_back(-weight, stem);
  }
  std::sort(words.begin(), words.end());
  for (std::size_t i = 0; i < std::min(words.size(), k_most_words); ++i) {
    add('w', std::to_string(words[i].second));
  }
}

double begin_of(const Trait& trait) {
  return trait.allowed.low.value_or(-std::numeric_limits<double>::infinity());
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> candidate_pairs(const std::vector<Trait>& traits) {
  Lists lists;
  const std::string main = main_family_of(traits);
  for (std::size_t i = 0; i < traits.size(); ++i) {
    add_to_lists(lists, traits[i], i, main);
  }
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (auto& [word, list] : lists) {
    const std::size_t reach = list.size() <= k_short_list ? k_short_list : k_nearest;
    std::stable_sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
      return begin_of(traits[a]) < begin_of(traits[b]);
    });
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (std::size_t j = i + 1; j < std::min(list.size(), i + 1 + reach); ++j) {
        if (values_are_alike(traits[list[i]], traits[list[j]])) {
          pairs.emplace_back(std::min(list[i], list[j]), std::max(list[i], list[j]));
        }
      }
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// The beginnings of documents as sets of names, and how alike two of them are.
#include "compare/lead.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

namespace tally {
namespace {

constexpr std::size_t k_fewest_bytes = 3;  // of a name
constexpr std::size_t k_fewest_documents = 100;
constexpr Day k_window_days = 7;

using Word = std::uint32_t;

}  // namespace

LeadNames::LeadNames(const std::vector<Lead>& leads, const LeadWords& words)
    : leads_(&leads),
      words_(&words),
      holders_(words.spelling.size()),
      weights_(words.spelling.size()) {
  for (std::size_t i = 0; i < leads.size(); ++i) {
    for (const Word word : leads[i].capital) {
      if (words.spelling[word].size() >= k_fewest_bytes && !words.small[word]) {
        holders_[word].push_back(static_cast<std::uint32_t>(i));
      }
    }
  }
  weigh_words();
  for (const Lead& lead : leads) {
    add_names(lead);
  }
  sort_common_by_time();
}

double LeadNames::likeness(std::size_t a, std::size_t b) const {
  double shared = 0;
  for (const Word name : names_[a]) {
    if (std::binary_search(sorted_[b].begin(), sorted_[b].end(), name)) {
      shared += weights_[name] * weights_[name];
    }
  }
  return squares_[a] > 0 && squares_[b] > 0 ? shared / std::sqrt(squares_[a] * squares_[b]) : 0;
}

bool LeadNames::within_window(std::size_t a, std::size_t b) const {
  const std::optional<Day>& left = lead(a).published;
  const std::optional<Day>& right = lead(b).published;
  return !left || !right || std::abs(*left - *right) <= k_window_days;
}

// A small collection says little of what is rare: it counts as one of k_fewest_documents. A name
// of one document alone says no more than one of two.
void LeadNames::weigh_words() {
  const auto all = static_cast<double>(std::max(documents(), k_fewest_documents));
  for (std::size_t word = 0; word < holders_.size(); ++word) {
    const auto held = static_cast<double>(std::max<std::size_t>(holders_[word].size(), 2));
    weights_[word] = std::log(1 + all / held);
  }
}

void LeadNames::add_names(const Lead& lead) {
  std::vector<Word> names;
  std::copy_if(lead.capital.begin(), lead.capital.end(), std::back_inserter(names), [&](Word word) {
    return !holders_[word].empty();
  });
  std::sort(names.begin(), names.end(), [&](Word a, Word b) {
    return std::pair(holders_[a].size(), spelling(a)) < std::pair(holders_[b].size(), spelling(b));
  });
  double square = 0;
  for (const Word name : names) {
    square += weights_[name] * weights_[name];
  }
  squares_.push_back(square);
  names_.push_back(names);
  std::sort(names.begin(), names.end());
  sorted_.push_back(std::move(names));
}

// A common name has holders by the thousand: those about the same time stand side by side.
void LeadNames::sort_common_by_time() {
  std::vector<std::uint32_t> order(documents());
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(lead(a).published, lead(a).id) < std::tie(lead(b).published, lead(b).id);
  });
  place_.resize(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    place_[order[i]] = i;
  }
  for (auto& list : holders_) {
    if (list.size() > k_most_holders) {
      std::sort(list.begin(), list.end(), [&](std::uint32_t a, std::uint32_t b) {
        return place_[a] < place_[b];
      });
    }
  }
}

}  // namespace tally

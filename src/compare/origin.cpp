// SPDX-License-Identifier: Apache-2.0
// Who copied whom: independent tellings among documents and sentences.
#include "compare/origin.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "compare/group.h"
#include "compare/shingle.h"

namespace tally {
namespace {

constexpr std::size_t k_most_holders = 24;  // holders of one run that are remembered
constexpr std::size_t k_most_twins = 32;    // candidates weighed for one document
constexpr double k_copied_share = 0.5;      // of the shorter document's runs
constexpr std::size_t k_fewest_runs = 8;    // a shorter text must be equal
constexpr std::size_t k_sample = 4;         // one run in four is indexed

using Shingles = std::vector<std::uint64_t>;

bool is_copy(const Shingles& a, const Shingles& b) {
  if (std::min(a.size(), b.size()) < k_fewest_runs) {
    return !a.empty() && a == b;
  }
  return shared_part(a, b) >= k_copied_share;
}

// The earlier documents that share the most indexed runs with this one, the likeliest first.
std::vector<std::size_t> twins_of(
    const Shingles& shingles,
    const std::unordered_map<std::uint64_t, std::vector<std::size_t>>& holders) {
  std::map<std::size_t, std::size_t> shared;
  for (const std::uint64_t run : shingles) {
    const auto found = holders.find(run);
    if (found != holders.end()) {
      for (const std::size_t document : found->second) {
        ++shared[document];
      }
    }
  }
  std::vector<std::pair<std::size_t, std::size_t>> ranked;
  for (const auto& [document, count] : shared) {
    ranked.emplace_back(count, document);
  }
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<std::size_t> twins;
  for (std::size_t i = 0; i < std::min(ranked.size(), k_most_twins); ++i) {
    twins.push_back(ranked[i].second);
  }
  return twins;
}

}  // namespace

std::vector<std::size_t> origins_of(std::span<const Document> documents) {
  std::vector<std::size_t> all(documents.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return origins_of(documents, all);
}

std::vector<std::size_t> origins_of(std::span<const Document> documents,
                                    std::span<const std::size_t> chosen) {
  if (chosen.size() == 1) {
    return {0};
  }
  std::vector<Shingles> shingles;
  Groups groups(chosen.size());
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> holders;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    shingles.push_back(shingles_of(documents[chosen[i]].text));
    for (const std::size_t twin : twins_of(shingles[i], holders)) {
      if (groups.of(i) != groups.of(twin) && is_copy(shingles[i], shingles[twin])) {
        groups.join(i, twin);
      }
    }
    for (const std::uint64_t run : shingles[i]) {
      if (run % k_sample == 0) {
        auto& list = holders[run];
        if (list.size() < k_most_holders) {
          list.push_back(i);
        }
      }
    }
  }
  return groups.numbers();
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// Text as runs of five words: how near-verbatim copies are told.
#include "compare/shingle.h"

#include <algorithm>

#include "base/text.h"

namespace tally {
namespace {

constexpr std::size_t k_run = 5;
constexpr double k_copied_share = 0.5;    // of the shorter sentence's runs
constexpr std::size_t k_fewest_runs = 3;  // shorter sentences must be equal

std::uint64_t mixed(std::uint64_t seed, std::uint64_t value) {
  return (seed ^ value) * 0x100000001b3ULL + (seed << 6U);
}

std::size_t common_count(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t count = 0;
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    if (*left == *right) {
      ++count;
      ++left;
      ++right;
    } else if (*left < *right) {
      ++left;
    } else {
      ++right;
    }
  }
  return count;
}

}  // namespace

std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
  }
  return hash;
}

std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  std::size_t at = 0;
  const auto close = [&] {
    if (at > begin) {
      words.push_back(folded(text.substr(begin, at - begin)));
    }
  };
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    if (!is_letter(point.value) && !is_digit(point.value)) {
      close();
      begin = at + point.length;
    }
    at += point.length;
  }
  close();
  return words;
}

std::vector<std::uint64_t> shingles_of(std::string_view text) {
  std::vector<std::uint64_t> hashes;
  for (const std::string& word : plain_words(text)) {
    hashes.push_back(hash_of(word));
  }
  std::vector<std::uint64_t> runs;
  const std::size_t run = std::min(k_run, hashes.size());
  for (std::size_t i = 0; run > 0 && i + run <= hashes.size(); ++i) {
    std::uint64_t hash = run;
    for (std::size_t j = i; j < i + run; ++j) {
      hash = mixed(hash, hashes[j]);
    }
    runs.push_back(hash);
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

double shared_part(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  const std::size_t smaller = std::min(a.size(), b.size());
  return smaller == 0 ? 0 : static_cast<double>(common_count(a, b)) / static_cast<double>(smaller);
}

bool near_verbatim(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  if (std::min(a.size(), b.size()) < k_fewest_runs) {
    return !a.empty() && a == b;
  }
  return shared_part(a, b) >= k_copied_share;
}

}  // namespace tally

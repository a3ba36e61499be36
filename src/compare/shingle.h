// SPDX-License-Identifier: Apache-2.0
// Text as runs of five words: how near-verbatim copies are told.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

// The words of a text, in order, folded: runs of letters and digits; everything else divides.
std::vector<std::string> plain_words(std::string_view text);

// Hashes of every run of five words, sorted, without repeats. A text of one to four words has one:
// the whole of it. The same on every machine.
std::vector<std::uint64_t> shingles_of(std::string_view text);

std::uint64_t hash_of(std::string_view bytes);

// How many of the smaller set's members the other one has too, 0 to 1. Both are sorted; 0 when
// either is empty.
double shared_part(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

// True when the sentences are the same but for a few words: most runs of the shorter one stand in
// the other, which is not much longer.
bool near_verbatim(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

}  // namespace tally

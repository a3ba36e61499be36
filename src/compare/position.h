// SPDX-License-Identifier: Apache-2.0
// Positions of a fact: which of its claims can all be true together, and who stands behind them.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <vector>

#include "model/claim.h"
#include "model/document.h"
#include "model/finding.h"

namespace tally {

// The claim that speaks for each source of a fact: settled before planned, whole before part,
// stated more often before stated once, earlier before later. `claims` index `all`.
std::map<std::size_t, std::size_t> principals_of(const std::vector<std::size_t>& claims,
                                                 std::span<const Claim> all);

// What counting tellings needs to know of the run.
struct Tellings {
  std::span<const Claim> claims;
  const std::vector<std::size_t>& origin_of_source;
};

// The positions of a fact with these principals: exact values first, bounds and vague words with
// the first position that they fit. Of values as exact the order of `claims` decides which one goes
// first; it must not be that in which the sources were handed in. Origins: sources that copied
// their text, or this sentence, are one; named sources: the distinct authorities that the claims
// name.
std::vector<Position> positions_of(const std::map<std::size_t, std::size_t>& principals,
                                   const std::vector<std::size_t>& claims,
                                   const Tellings& tellings);

// How many independent tellings the claims are: copies of a document or of a sentence are one. Of
// very many claims each is compared with the 64 before it.
std::size_t tellings_behind(const std::vector<std::size_t>& claims, const Tellings& tellings);

// True when the two claims stand in near-verbatim sentences.
bool is_same_telling(const Claim& a, const Claim& b);

}  // namespace tally

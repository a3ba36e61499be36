// SPDX-License-Identifier: Apache-2.0
// Claims that may mean the same thing, and the one of each source that speaks for it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "compare/trait.h"
#include "model/concepts.h"

namespace tally {

// The principal figure of each source (source -> index of the trait): the first settled one, told
// of now. A source without one is not listed, nor one with several values of equal standing where
// nothing says which is meant (shares of a poll, points of many games).
struct Bucket {
  std::map<std::size_t, std::size_t> principal_of;
};

// By dimension and what is said: the predicate (casualties, money), predicate and head (other
// counts), family of events (dates, times), place or head (measures), last name (ages). Claims that
// tell none of these are in no bucket.
std::map<std::string, Bucket> buckets_of(const std::vector<Trait>& traits,
                                         const Concepts& concepts);

}  // namespace tally

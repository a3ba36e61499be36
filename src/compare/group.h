// SPDX-License-Identifier: Apache-2.0
// Things joined into groups, two at a time (union by least index, with path halving).
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <vector>

namespace tally {

// `count` things, each at first a group of its own. A group is named by its least member.
class Groups {
 public:
  explicit Groups(std::size_t count) : parents_(count) {
    std::iota(parents_.begin(), parents_.end(), std::size_t{0});
  }

  std::size_t of(std::size_t thing) {
    while (parents_[thing] != thing) {
      parents_[thing] = parents_[parents_[thing]];
      thing = parents_[thing];
    }
    return thing;
  }

  // Joins the groups of two things. False, and nothing changes, when a pair is to be kept apart.
  bool join(std::size_t a, std::size_t b) {
    const std::size_t left = of(a);
    const std::size_t right = of(b);
    if (left == right) {
      return !is_apart(left, right);
    }
    if (is_apart(left, right)) {
      return false;
    }
    const std::size_t joined = left < right ? left : right;
    const std::size_t gone = left < right ? right : left;
    parents_[gone] = joined;
    if (const auto moved = apart_.extract(gone)) {
      std::vector<std::size_t>& kept = apart_[joined];
      kept.insert(kept.end(), moved.mapped().begin(), moved.mapped().end());
    }
    return true;
  }

  // From now on no join puts the two into one group.
  void keep_apart(std::size_t a, std::size_t b) {
    apart_[of(a)].push_back(b);
    apart_[of(b)].push_back(a);
  }

  // The group of each thing, numbered from 0 in order of first members.
  std::vector<std::size_t> numbers() {
    std::map<std::size_t, std::size_t> number_of;
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < parents_.size(); ++i) {
      numbers.push_back(number_of.try_emplace(of(i), number_of.size()).first->second);
    }
    return numbers;
  }

  // The members of each group, in the same order.
  std::vector<std::vector<std::size_t>> members() {
    std::vector<std::vector<std::size_t>> members;
    const std::vector<std::size_t> number = numbers();
    for (std::size_t i = 0; i < number.size(); ++i) {
      if (number[i] == members.size()) {
        members.emplace_back();
      }
      members[number[i]].push_back(i);
    }
    return members;
  }

 private:
  bool is_apart(std::size_t left, std::size_t right) {
    const auto found = apart_.find(left);
    return found != apart_.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](std::size_t thing) {
             return of(thing) == right;
           });
  }

  std::vector<std::size_t> parents_;
  std::map<std::size_t, std::vector<std::size_t>> apart_;  // of a group: things it may not hold
};

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// Things joined into groups, two at a time (union by least index, with path halving).
#pragma once

#include <cstddef>
#include <map>
#include <numeric>
#include <utility>
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
    for (const auto& [x, y] : apart_) {
      const std::size_t one = of(x);
      const std::size_t other = of(y);
      if ((one == left && other == right) || (one == right && other == left)) {
        return false;
      }
    }
    parents_[left < right ? right : left] = left < right ? left : right;
    return true;
  }

  // From now on no join puts the two into one group.
  void keep_apart(std::size_t a, std::size_t b) { apart_.emplace_back(a, b); }

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
  std::vector<std::size_t> parents_;
  std::vector<std::pair<std::size_t, std::size_t>> apart_;
};

}  // namespace tally

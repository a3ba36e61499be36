// SPDX-License-Identifier: Apache-2.0
// Claims of one story onto facts.
#include "compare/link.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "compare/affinity.h"
#include "compare/aged.h"
#include "compare/candidate.h"
#include "compare/differ.h"
#include "compare/group.h"
#include "compare/kinship.h"
#include "compare/twin.h"

namespace tally {
namespace {

constexpr std::size_t k_most_witnesses = 6;  // members of a group that a merge is checked against
constexpr double k_least_mean = 1.25;        // points of the witnesses of two groups, on average
constexpr double k_overruling = 6;           // points that excuse one contradicted witness

struct Pair {
  std::size_t a = 0;
  std::size_t b = 0;
  double points = 0;
};

std::vector<Pair> weighed_pairs(const std::vector<Trait>& traits) {
  std::vector<Pair> pairs;
  for (const auto& [a, b] : candidate_pairs(traits)) {
    const double points = affinity_of(traits[a], traits[b]).points;
    if (points >= k_link_points) {
      pairs.push_back({a, b, points});
    }
  }
  std::stable_sort(
      pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) { return x.points > y.points; });
  return pairs;
}

bool contradict(const Trait& a, const Trait& b) {
  const bool is_counted_on = a.is_narrated || b.is_narrated;  // from a date that may be another one
  return !circumstances_go_together(a, b) || (!is_counted_on && !meet(a.allowed, b.allowed));
}

// Groups with a few members each that speak for them: those with the most said about them.
class Witnesses {
 public:
  explicit Witnesses(const std::vector<Trait>& traits) : traits_(&traits), of_(traits.size()) {
    for (std::size_t i = 0; i < traits.size(); ++i) {
      of_[i].push_back(i);
    }
  }

  // True when hardly any witness of one group contradicts one of the other, and they have something
  // in common on the whole.
  bool allow(std::size_t left, std::size_t right, double points) const {
    double contradicted = 0;
    double sum = 0;
    for (const std::size_t a : of_[left]) {
      for (const std::size_t b : of_[right]) {
        contradicted += contradict((*traits_)[a], (*traits_)[b]) ? 1 : 0;
        sum += affinity_of((*traits_)[a], (*traits_)[b]).points;
      }
    }
    const auto checked = static_cast<double>(of_[left].size() * of_[right].size());
    const double allowed = points >= k_overruling ? checked / 2 : 0;
    return contradicted <= allowed && sum >= k_least_mean * checked;
  }

  void merge(std::size_t into, std::size_t from) {
    auto& all = of_[into];
    all.insert(all.end(), of_[from].begin(), of_[from].end());
    std::stable_sort(all.begin(), all.end(), [&](std::size_t a, std::size_t b) {
      return told((*traits_)[a]) > told((*traits_)[b]);
    });
    all.resize(std::min(all.size(), k_most_witnesses));
  }

 private:
  static int told(const Trait& trait) {
    return (trait.predicate.empty() ? 0 : 2) + (trait.head.empty() ? 0 : 1) +
           (trait.owner.empty() ? 0 : 2) + (trait.place.empty() ? 0 : 1);
  }

  const std::vector<Trait>* traits_;
  std::vector<std::vector<std::size_t>> of_;
};

// What people have said of pairs of claims; claims that no trait was made of are passed over.
void obey(const LinkOrders& orders,
          Groups& groups,
          Witnesses& witnesses,
          const std::vector<Trait>& traits) {
  std::map<std::size_t, std::size_t> trait_of;
  for (std::size_t i = 0; i < traits.size() && !orders.empty(); ++i) {
    trait_of[traits[i].claim] = i;
  }
  const auto each = [&trait_of](const auto& pairs, const auto& act) {
    for (const auto& [a, b] : pairs) {
      if (trait_of.contains(a) && trait_of.contains(b)) {
        act(trait_of[a], trait_of[b]);
      }
    }
  };
  each(orders.apart, [&](std::size_t a, std::size_t b) { groups.keep_apart(a, b); });
  each(orders.same, [&](std::size_t a, std::size_t b) {
    const std::size_t left = groups.of(a);
    const std::size_t right = groups.of(b);
    if (left != right && groups.join(left, right)) {
      witnesses.merge(std::min(left, right), std::max(left, right));
    }
  });
}

void join_agreeing(Groups& groups, const std::vector<Trait>& traits, const LinkOrders& orders) {
  Witnesses witnesses(traits);
  obey(orders, groups, witnesses, traits);
  for (const Pair& pair : weighed_pairs(traits)) {
    const std::size_t a = groups.of(pair.a);
    const std::size_t b = groups.of(pair.b);
    if (a != b && witnesses.allow(a, b, pair.points) && groups.join(a, b)) {
      witnesses.merge(std::min(a, b), std::max(a, b));
    }
  }
}

// Word-for-word repeats of one figure are one thing to link, however many sources print it.
std::string repeat_key(const Trait& trait) {
  const std::uint64_t sentence = trait.runs.empty() ? trait.claim : trait.runs.front();
  return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}",
                     trait.dimension,
                     trait.predicate,
                     trait.head,
                     trait.object,
                     trait.owner,
                     trait.place,
                     trait.allowed.low.value_or(-1e18),
                     trait.allowed.high.value_or(1e18),
                     trait.runs.size(),
                     sentence);
}

struct Distinct {
  std::vector<Trait> traits;
  std::vector<std::vector<std::size_t>> repeats;  // indices into the full list
};

std::set<std::size_t> claims_in(const LinkOrders& orders) {
  std::set<std::size_t> claims;
  for (const auto& [a, b] : orders.same) {
    claims.insert({a, b});
  }
  for (const auto& [a, b] : orders.apart) {
    claims.insert({a, b});
  }
  return claims;
}

// Claims that an order speaks of stand alone.
Distinct distinct_of(const std::vector<Trait>& traits, const LinkOrders& orders) {
  Distinct distinct;
  const std::set<std::size_t> concerned = claims_in(orders);
  std::unordered_map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < traits.size(); ++i) {
    const std::string key =
        concerned.contains(traits[i].claim) ? fmt::format("{}", i) : repeat_key(traits[i]);
    const auto [entry, is_new] = known.try_emplace(key, distinct.traits.size());
    if (is_new) {
      distinct.traits.push_back(traits[i]);
      distinct.repeats.emplace_back();
    }
    Trait& first = distinct.traits[entry->second];
    if (!is_new && traits[i].source != first.source) {
      first.also_in.push_back(traits[i].source);
    }
    distinct.repeats[entry->second].push_back(i);
  }
  return distinct;
}

}  // namespace

std::vector<std::vector<std::size_t>> linked(const std::vector<Trait>& traits,
                                             const Concepts& concepts,
                                             const LinkOrders& orders) {
  const Distinct distinct = distinct_of(traits, orders);
  Groups groups(distinct.traits.size());
  join_agreeing(groups, distinct.traits, orders);
  join_twins(groups, distinct.traits, concepts);
  join_differing(groups, distinct.traits, concepts);
  join_aged(groups, distinct.traits);
  std::vector<std::vector<std::size_t>> facts;
  for (const std::vector<std::size_t>& group : groups.members()) {
    auto& members = facts.emplace_back();
    for (const std::size_t index : group) {
      members.insert(members.end(), distinct.repeats[index].begin(), distinct.repeats[index].end());
    }
    std::sort(members.begin(), members.end());
  }
  return facts;
}

}  // namespace tally

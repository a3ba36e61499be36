// SPDX-License-Identifier: Apache-2.0
// From claims of many sources to facts and findings: story, link, origin and judge in a row.
#include "compare/compare.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "compare/fact.h"
#include "compare/link.h"
#include "compare/origin.h"
#include "compare/pairing.h"
#include "compare/trait.h"

namespace tally {
namespace {

// The sources in an order that does not depend on how they were handed in.
std::vector<std::size_t> places_of_sources(const std::vector<Document>& sources) {
  std::vector<std::size_t> order(sources.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Document& left = sources[a];
    const Document& right = sources[b];
    return std::tie(left.published, left.id, left.text) <
           std::tie(right.published, right.id, right.text);
  });
  std::vector<std::size_t> place(sources.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
  }
  return place;
}

using Indices = std::vector<std::size_t>;

// The claims of each source, as indices.
std::vector<Indices> claims_by_source(const std::vector<Claim>& claims, std::size_t sources) {
  std::vector<Indices> by_source(sources);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    by_source[claims[i].source].push_back(i);
  }
  return by_source;
}

Indices claims_of_story(const Story& story,
                        const std::vector<Indices>& by_source,
                        const std::vector<std::size_t>& place) {
  Indices sources = story.sources;
  std::sort(sources.begin(), sources.end(), [&](std::size_t a, std::size_t b) {
    return place[a] < place[b];
  });
  Indices indices;
  for (const std::size_t source : sources) {
    indices.insert(indices.end(), by_source[source].begin(), by_source[source].end());
  }
  return indices;
}

bool spans_sources(const Indices& claims, const std::vector<Claim>& all) {
  return std::any_of(claims.begin(), claims.end(), [&](std::size_t claim) {
    return all[claim].source != all[claims[0]].source;
  });
}

// The facts of one story: those of several sources, and those on which one differs from itself.
void add_facts(Comparison& outcome,
               std::size_t story,
               const std::vector<Trait>& traits,
               const Scene& scene,
               const LinkOrders& orders) {
  std::map<std::size_t, const Trait*> trait_of;
  for (const Trait& trait : traits) {
    trait_of[trait.claim] = &trait;
  }
  for (const std::vector<std::size_t>& group : linked(traits, scene.concepts, orders)) {
    std::vector<std::size_t> claims;
    for (const std::size_t index : group) {
      claims.push_back(traits[index].claim);
    }
    Fact fact = fact_of(claims, scene);
    std::vector<Finding> findings = findings_of(fact, outcome.facts.size(), trait_of, scene);
    if (findings.empty()) {
      continue;
    }
    fact.story = story;
    fact.verdict = gravest_of(findings);
    outcome.facts.push_back(std::move(fact));
    std::move(findings.begin(), findings.end(), std::back_inserter(outcome.findings));
  }
}

// Numbers the findings, and says of those that somebody has linked that they were.
void number_findings(Comparison& outcome, const LinkOrders& orders) {
  for (std::size_t i = 0; i < outcome.findings.size(); ++i) {
    Finding& finding = outcome.findings[i];
    finding.number = i;
    const auto pair = std::pair(std::min(finding.a, finding.b), std::max(finding.a, finding.b));
    if (std::find(orders.same.begin(), orders.same.end(), pair) != orders.same.end()) {
      finding.link = "linked by hand";
    }
  }
}

void count_coverage(Comparison& outcome) {
  for (const Fact& fact : outcome.facts) {
    if (spans_sources(fact.claims, outcome.claims)) {
      outcome.coverage.compared += fact.claims.size();
    }
  }
  outcome.coverage.one_source = outcome.claims.size() - outcome.coverage.compared;
}

}  // namespace

Comparison compare(std::vector<Document> sources,
                   std::vector<Claim> claims,
                   std::vector<Story> stories,
                   const Concepts& concepts,
                   std::span<const LinkRecord> links) {
  Comparison outcome;
  outcome.sources = std::move(sources);
  outcome.claims = std::move(claims);
  outcome.stories = std::move(stories);
  outcome.origin_of_source = origins_of(outcome.sources);
  const std::vector<std::size_t> place = places_of_sources(outcome.sources);
  const std::vector<Indices> by_source = claims_by_source(outcome.claims, outcome.sources.size());
  const Scene scene{outcome.sources, outcome.claims, outcome.origin_of_source, concepts, place};
  const LinkOrders orders = link_orders(links, outcome.claims, outcome.sources);
  for (std::size_t story = 0; story < outcome.stories.size(); ++story) {
    const auto indices = claims_of_story(outcome.stories[story], by_source, place);
    add_facts(outcome,
              story,
              traits_of(outcome.claims, indices, outcome.sources, concepts),
              scene,
              orders);
  }
  number_findings(outcome, orders);
  count_coverage(outcome);
  return outcome;
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// From claims of many sources to facts and findings: story, link, origin and judge in a row.
#include "compare/compare.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
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

// Numbers the findings from `first` on, and says of those that somebody has linked that they were.
void number_findings(Comparison& outcome, std::size_t first, const LinkOrders& orders) {
  const std::set<std::pair<std::size_t, std::size_t>> same(orders.same.begin(), orders.same.end());
  for (std::size_t i = first; i < outcome.findings.size(); ++i) {
    Finding& finding = outcome.findings[i];
    finding.number = i;
    const auto pair = std::pair(std::min(finding.a, finding.b), std::max(finding.a, finding.b));
    if (same.contains(pair)) {
      finding.link = "linked by hand";
    }
  }
}

// Copies of one text are told apart within each story alone; a source of no story is an origin of
// its own. Numbered from 0 in order of first sources.
std::vector<std::size_t> origins_by_story(const std::vector<Document>& sources,
                                          const std::vector<Story>& stories) {
  std::vector<std::size_t> first(sources.size());  // source of each source's origin
  std::iota(first.begin(), first.end(), std::size_t{0});
  for (const Story& story : stories) {
    std::vector<std::size_t> first_of_origin;
    const std::vector<std::size_t> origins = origins_of(sources, story.sources);
    for (std::size_t i = 0; i < origins.size(); ++i) {
      if (origins[i] == first_of_origin.size()) {
        first_of_origin.push_back(story.sources[i]);
      }
      first[story.sources[i]] = first_of_origin[origins[i]];
    }
  }
  std::vector<std::size_t> number(sources.size());
  std::size_t origins = 0;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    number[i] = first[i] == i ? origins++ : number[first[i]];
  }
  return number;
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
                   const LinkBook& links) {
  Comparison outcome;
  outcome.sources = std::move(sources);
  outcome.claims = std::move(claims);
  outcome.stories = std::move(stories);
  outcome.origin_of_source = origins_by_story(outcome.sources, outcome.stories);
  const std::vector<std::size_t> place = places_of_sources(outcome.sources);
  const std::vector<Indices> by_source = claims_by_source(outcome.claims, outcome.sources.size());
  const Scene scene{outcome.sources, outcome.claims, outcome.origin_of_source, concepts, place};
  for (std::size_t story = 0; story < outcome.stories.size(); ++story) {
    const auto indices = claims_of_story(outcome.stories[story], by_source, place);
    const LinkOrders orders = links.orders_for(indices, outcome.claims, outcome.sources);
    const std::size_t first = outcome.findings.size();
    add_facts(outcome,
              story,
              traits_of(outcome.claims, indices, outcome.sources, concepts),
              scene,
              orders);
    number_findings(outcome, first, orders);
  }
  count_coverage(outcome);
  return outcome;
}

}  // namespace tally

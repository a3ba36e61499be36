// SPDX-License-Identifier: Apache-2.0
// Positions of a fact and who stands behind them.
#include "compare/position.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "compare/group.h"
#include "compare/interval.h"
#include "compare/shingle.h"

namespace tally {
namespace {

constexpr std::size_t k_most_compared = 64;  // tellings of one position compared with each other

double width_of(const Interval& interval) {
  return interval.low && interval.high ? *interval.high - *interval.low
                                       : std::numeric_limits<double>::infinity();
}

// The ends as written, without the slack that judging adds; open where a bound opens them.
Interval written_interval(const Value& value) {
  const Interval judged = interval_of(value);
  return {judged.low ? value.low : std::nullopt, judged.high ? value.high : std::nullopt};
}

using Ends = std::pair<std::optional<double>, std::optional<double>>;

Ends ends_of(const Claim& claim) { return {claim.mention.value.low, claim.mention.value.high}; }

bool is_settled(const Claim& claim) {
  return claim.stance == Stance::asserted || claim.stance == Stance::attributed;
}

// "Four days later": counted from a date in the text, less sure than one from the publication.
bool is_narrated(const Claim& claim) {
  const auto& time = claim.mention.value.time;
  return claim.mention.value.kind == Kind::date && time && time->anchor &&
         time->anchor->from == "mention";
}

void count_tellings(Position& position, const Tellings& tellings) {
  std::set<std::size_t> sources;
  std::set<std::string> authorities;
  for (const std::size_t claim : position.claims) {
    sources.insert(tellings.claims[claim].source);
    if (!tellings.claims[claim].attribution.empty()) {
      authorities.insert(tellings.claims[claim].attribution);
    }
  }
  position.articles = sources.size();
  position.named_sources = authorities.size();
  position.origins = std::min(position.articles, tellings_behind(position.claims, tellings));
}

// Of one source's claims on a fact the one that stands for it: settled, told of now, of the whole,
// repeated, and early; the title last, as it is shortened.
std::size_t principal_of(const std::vector<std::size_t>& own, std::span<const Claim> all) {
  std::map<Ends, std::ptrdiff_t> stated;
  for (const std::size_t claim : own) {
    ++stated[ends_of(all[claim])];
  }
  const auto standing = [&](std::size_t claim) {
    const std::ptrdiff_t repeats = stated.at(ends_of(all[claim]));
    return std::tuple{!is_settled(all[claim]),
                      is_narrated(all[claim]),
                      all[claim].scope != Scope::whole,
                      -repeats,
                      all[claim].in_title,
                      all[claim].mention.span.begin};
  };
  return *std::min_element(own.begin(), own.end(), [&](std::size_t a, std::size_t b) {
    return standing(a) < standing(b);
  });
}

// A position as it grows: what its claims allow together, and what they wrote.
struct Stand {
  Position position;
  Interval common;
  Interval written;
};

// The first position that the claim of a source fits, or a new one, takes it.
void take(std::vector<Stand>& stands,
          std::size_t claim,
          const Interval& allowed,
          const Value& value) {
  const Interval written = written_interval(value);
  auto stand = std::find_if(stands.begin(), stands.end(), [&](const Stand& known) {
    return meet(known.common, allowed);
  });
  if (stand == stands.end()) {
    stand = stands.insert(stands.end(), Stand{{}, allowed, written});
  }
  stand->common = common_part(stand->common, allowed);
  if (meet(stand->written, written)) {
    stand->written = common_part(stand->written, written);
  }
  stand->position.claims.push_back(claim);
}

// The other claims of a source go where their value fits.
void take_besides(std::vector<Stand>& stands, std::size_t claim, const Interval& allowed) {
  const auto stand = std::find_if(stands.begin(), stands.end(), [&](const Stand& known) {
    return meet(known.common, allowed);
  });
  if (stand != stands.end()) {
    stand->position.claims.push_back(claim);
  }
}

}  // namespace

std::map<std::size_t, std::size_t> principals_of(const std::vector<std::size_t>& claims,
                                                 std::span<const Claim> all) {
  std::map<std::size_t, std::vector<std::size_t>> of_source;
  for (const std::size_t claim : claims) {
    of_source[all[claim].source].push_back(claim);
  }
  std::map<std::size_t, std::size_t> principals;
  for (const auto& [source, own] : of_source) {
    principals[source] = principal_of(own, all);
  }
  return principals;
}

std::vector<Position> positions_of(const std::map<std::size_t, std::size_t>& principals,
                                   const std::vector<std::size_t>& claims,
                                   const Tellings& tellings) {
  std::vector<std::pair<std::size_t, Interval>> stated;
  for (const std::size_t claim : claims) {
    if (principals.at(tellings.claims[claim].source) == claim) {
      stated.emplace_back(claim, interval_of(tellings.claims[claim].mention.value));
    }
  }
  std::stable_sort(stated.begin(), stated.end(), [](const auto& a, const auto& b) {
    return width_of(a.second) < width_of(b.second);
  });
  std::vector<Stand> stands;
  for (const auto& [claim, interval] : stated) {
    take(stands, claim, interval, tellings.claims[claim].mention.value);
  }
  for (const std::size_t claim : claims) {
    if (principals.at(tellings.claims[claim].source) != claim) {
      take_besides(stands, claim, interval_of(tellings.claims[claim].mention.value));
    }
  }
  std::vector<Position> positions;
  for (Stand& stand : stands) {
    std::sort(stand.position.claims.begin(), stand.position.claims.end());
    stand.position.low = stand.written.low;
    stand.position.high = stand.written.high;
    count_tellings(stand.position, tellings);
    positions.push_back(std::move(stand.position));
  }
  return positions;
}

std::size_t tellings_behind(const std::vector<std::size_t>& claims, const Tellings& tellings) {
  Groups groups(claims.size());
  std::vector<std::vector<std::uint64_t>> runs;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = tellings.claims[claims[i]];
    runs.push_back(shingles_of(claim.sentence));
    const std::size_t from = i > k_most_compared ? i - k_most_compared : 0;
    if (from > 0) {
      runs[from - 1] = {};  // no later one is compared with it
    }
    for (std::size_t j = from; j < i; ++j) {
      const Claim& other = tellings.claims[claims[j]];
      if (groups.of(i) == groups.of(j)) {
        continue;
      }
      if (tellings.origin_of_source[claim.source] == tellings.origin_of_source[other.source] ||
          near_verbatim(runs[i], runs[j])) {
        groups.join(i, j);
      }
    }
  }
  return groups.members().size();
}

bool is_same_telling(const Claim& a, const Claim& b) {
  return near_verbatim(shingles_of(a.sentence), shingles_of(b.sentence));
}

}  // namespace tally

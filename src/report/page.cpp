// SPDX-License-Identifier: Apache-2.0
#include "report/page.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "report/wording.h"

namespace tally {
namespace {

double confidence_of(const Page& page, std::size_t fact) {
  return page.comparison.findings[page.findings[fact].front()].confidence;
}

// Nothing but vague words meet in it: "soon" and "in the coming days".
bool is_vague(const Page& page, std::size_t fact) {
  const auto& findings = page.findings[fact];
  return std::all_of(findings.begin(), findings.end(), [&page](std::size_t index) {
    return page.comparison.findings[index].reason == "vague";
  });
}

// How closely a value says what it says: open intervals say least, then wide ones, then hedged
// ones.
std::tuple<bool, bool, double, bool> looseness_of(const Mention& mention) {
  const Value& value = mention.value;
  const bool open = !value.low || !value.high;
  return {mention.part == Part::conversion,
          open,
          open ? 0 : *value.high - *value.low,
          value.modifier != Modifier::exact};
}

std::string_view noun_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::conflict:
      return "conflict";
    case Verdict::update:
      return "update";
    case Verdict::scope:
      return "difference of scope";
    case Verdict::unclear:
      return "unclear case";
    case Verdict::agree:
      return "agreement";
  }
  return {};
}

}  // namespace

Page::Page(const Comparison& whole) : comparison(whole), findings(whole.facts.size()) {
  for (const Document& source : whole.sources) {
    places.emplace_back(source.text);
  }
  for (std::size_t i = 0; i < whole.findings.size(); ++i) {
    findings[whole.findings[i].fact].push_back(i);
  }
  const auto graver = [&whole](std::size_t a, std::size_t b) {
    const Finding& left = whole.findings[a];
    const Finding& right = whole.findings[b];
    return std::pair(rank_of(left.verdict), -left.confidence) <
           std::pair(rank_of(right.verdict), -right.confidence);
  };
  for (auto& of_fact : findings) {
    std::stable_sort(of_fact.begin(), of_fact.end(), graver);
  }
}

std::size_t rank_of(Verdict verdict) {
  const auto* const place = std::find(k_gravest_first.begin(), k_gravest_first.end(), verdict);
  return static_cast<std::size_t>(place - k_gravest_first.begin());
}

Verdict verdict_of(const Page& page, std::size_t fact) {
  const auto& findings = page.findings[fact];
  return findings.empty() ? Verdict::agree : page.comparison.findings[findings.front()].verdict;
}

std::string decision_text(const Finding& finding) {
  if (finding.decision == Decision::open) {
    return {};
  }
  const std::string day =
      finding.decided_on.empty() ? "" : fmt::format(" on {}", finding.decided_on);
  const std::string note = finding.note.empty() ? "" : fmt::format(": {}", finding.note);
  return fmt::format("{}{}{}", name_of(finding.decision), day, note);
}

bool is_dismissed(const Page& page, std::size_t fact) {
  const auto& all = page.comparison.findings;
  const Verdict gravest = verdict_of(page, fact);
  const auto& findings = page.findings[fact];
  return !findings.empty() && std::all_of(findings.begin(), findings.end(), [&](std::size_t i) {
    return all[i].verdict != gravest || all[i].decision == Decision::dismissed;
  });
}

std::vector<std::size_t> facts_with(const Page& page, std::size_t story, Verdict verdict) {
  std::vector<std::size_t> facts;
  for (std::size_t i = 0; i < page.comparison.facts.size(); ++i) {
    const bool wanted = page.comparison.facts[i].story == story && !page.findings[i].empty();
    if (wanted && verdict_of(page, i) == verdict && !is_dismissed(page, i)) {
      facts.push_back(i);
    }
  }
  std::stable_sort(facts.begin(), facts.end(), [&page](std::size_t left, std::size_t right) {
    return std::pair(is_vague(page, left), -confidence_of(page, left)) <
           std::pair(is_vague(page, right), -confidence_of(page, right));
  });
  return facts;
}

std::vector<std::size_t> dismissed_facts(const Page& page, std::size_t story) {
  std::vector<std::size_t> facts;
  for (std::size_t i = 0; i < page.comparison.facts.size(); ++i) {
    if (page.comparison.facts[i].story == story && is_dismissed(page, i)) {
      facts.push_back(i);
    }
  }
  return facts;
}

std::size_t count_with(const Page& page, Verdict verdict) {
  std::size_t count = 0;
  for (std::size_t fact = 0; fact < page.findings.size(); ++fact) {
    const bool has = !page.findings[fact].empty() && verdict_of(page, fact) == verdict &&
                     !is_dismissed(page, fact);
    count += static_cast<std::size_t>(has);
  }
  return count;
}

std::size_t position_of(const Fact& fact, std::size_t claim) {
  for (std::size_t i = 0; i < fact.positions.size(); ++i) {
    const auto& claims = fact.positions[i].claims;
    if (std::find(claims.begin(), claims.end(), claim) != claims.end()) {
      return i;
    }
  }
  return fact.positions.size();
}

std::vector<std::size_t> differences_of(const Page& page, std::size_t fact) {
  std::set<std::pair<Verdict, std::set<std::size_t>>> seen;
  std::vector<std::size_t> shown;
  const Fact& whole = page.comparison.facts[fact];
  for (const std::size_t index : page.findings[fact]) {
    const Finding& finding = page.comparison.findings[index];
    const std::set<std::size_t> sides = {position_of(whole, finding.a),
                                         position_of(whole, finding.b)};
    if (finding.verdict != Verdict::agree && seen.emplace(finding.verdict, sides).second) {
      shown.push_back(index);
    }
  }
  return shown;
}

std::string counts_of(const Position& position) {
  std::string out = fmt::format(
      "{}, {}", counted(position.articles, "article"), counted(position.origins, "origin"));
  if (position.origins == 1 && position.articles > 1) {
    out += " (copies of one telling)";
  }
  if (position.named_sources > 0) {
    out += fmt::format(", {}", counted(position.named_sources, "named source"));
  }
  return out;
}

bool stands_for(Kind kind, Kind fact) {
  return kind == fact || (kind == Kind::number && fact == Kind::count) ||
         (kind == Kind::count && fact == Kind::number);
}

std::string value_of(const Page& page, const Fact& fact, const Position& position) {
  const Mention* best = nullptr;
  for (const std::size_t index : position.claims) {
    const Mention& mention = page.comparison.claims[index].mention;
    const bool fits = stands_for(mention.value.kind, fact.kind);
    if (fits && (!best || looseness_of(mention) < looseness_of(*best))) {
      best = &mention;
    }
  }
  return best ? value_text(best->value) : interval_text(fact.kind, "", position.low, position.high);
}

std::string reasons_of(const Page& page, std::size_t fact) {
  std::vector<std::string> reasons;
  for (const std::size_t index : page.findings[fact]) {
    const std::string& reason = page.comparison.findings[index].reason;
    if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) {
      reasons.push_back(reason);
    }
  }
  return fmt::format("{}", fmt::join(reasons, ", "));
}

std::string_view meaning_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::conflict:
      return "both cannot be true";
    case Verdict::update:
      return "the figure moved between the reports";
    case Verdict::scope:
      return "the figures count different things";
    case Verdict::unclear:
      return "the same fact, but it cannot be decided";
    case Verdict::agree:
      return "both can be true";
  }
  return {};
}

std::string counted_facts(std::size_t number, Verdict verdict) {
  const bool irregular = verdict == Verdict::scope && number != 1;
  return irregular ? fmt::format("{} differences of scope", number)
                   : counted(number, noun_of(verdict));
}

std::string summary_of(const Page& page) {
  std::vector<std::string> parts;
  for (const Verdict verdict : k_gravest_first) {
    const std::size_t count = count_with(page, verdict);
    if (count > 0 || verdict == Verdict::conflict) {
      parts.push_back(counted_facts(count, verdict));
    }
  }
  std::size_t dismissed = 0;
  for (std::size_t story = 0; story < page.comparison.stories.size(); ++story) {
    dismissed += dismissed_facts(page, story).size();
  }
  if (dismissed > 0) {
    parts.push_back(fmt::format("{} dismissed", dismissed));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string coverage_text(const Comparison& comparison) {
  const Comparison::Coverage& coverage = comparison.coverage;
  const auto unclaimed =
      std::count_if(comparison.gaps.begin(), comparison.gaps.end(), [](const Gap& gap) {
        return gap.kind == GapKind::unclaimed;
      });
  return fmt::format("{} read, {} compared, {} stated by one source only, {}{} not understood",
                     counted(coverage.figures, "figure"),
                     coverage.compared,
                     coverage.one_source,
                     unclaimed > 0 ? fmt::format("{} without a claim, ", unclaimed) : "",
                     coverage.not_understood);
}

}  // namespace tally

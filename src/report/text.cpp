// SPDX-License-Identifier: Apache-2.0
#include "report/text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "report/fact.h"
#include "report/ids.h"
#include "report/wording.h"

namespace tally {
namespace {

constexpr Verdict k_gravest_first[] = {
    Verdict::conflict, Verdict::update, Verdict::scope, Verdict::unclear, Verdict::agree};

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

// The facts of a story with findings of this gravest verdict that are not dismissed: the surest
// first, vague ones last.
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

std::string heading_of(Verdict verdict, std::size_t count, const Style& style) {
  std::string title;
  switch (verdict) {
    case Verdict::conflict:
      title = "CONFLICTS: both cannot be true";
      break;
    case Verdict::update:
      title = "UPDATES: the figure moved between the reports";
      break;
    case Verdict::scope:
      title = "SCOPE: the figures count different things";
      break;
    case Verdict::unclear:
      title = "UNCLEAR: the same fact, but it cannot be decided";
      break;
    case Verdict::agree:
      title = "AGREEMENTS: both can be true";
      break;
  }
  return fmt::format("\n{} ({})\n", painted(style, ink_of(verdict), title), count);
}

std::string section(const Page& page, std::size_t story, Verdict verdict, const Style& style) {
  const std::vector<std::size_t> facts = facts_with(page, story, verdict);
  if (facts.empty()) {
    return {};
  }
  std::string out = heading_of(verdict, facts.size(), style);
  for (const std::size_t fact : facts) {
    out += fmt::format("\n{}",
                       verdict == Verdict::agree ? agreement_block(page, fact, style)
                                                 : difference_block(page, fact, style));
  }
  return out;
}

std::string dismissed_section(const Page& page, std::size_t story, const Style& style) {
  std::string blocks;
  std::size_t count = 0;
  for (std::size_t i = 0; i < page.comparison.facts.size(); ++i) {
    if (page.comparison.facts[i].story == story && is_dismissed(page, i)) {
      blocks += fmt::format("\n{}", difference_block(page, i, style));
      ++count;
    }
  }
  const std::string title = painted(style, Ink::faint, "DISMISSED: set aside by a reader");
  return count == 0 ? std::string() : fmt::format("\n{} ({})\n{}", title, count, blocks);
}

std::string story_block(const Page& page, std::size_t story, const Style& style) {
  std::string body;
  for (const Verdict verdict : k_gravest_first) {
    body += section(page, story, verdict, style);
  }
  body += dismissed_section(page, story, style);
  if (body.empty() || page.comparison.stories.size() < 2) {
    return body;
  }
  const Story& whole = page.comparison.stories[story];
  const std::string name = fmt::format("STORY {}: {}", story_id(story), visible(whole.name));
  return fmt::format("\n{} ({}){}",
                     painted(style, Ink::strong, name),
                     counted(whole.sources.size(), "source"),
                     fmt::format("\n{}", body));
}

// "1 conflict, 2 agreements": facts by their gravest verdict.
std::string summary(const Page& page) {
  constexpr std::string_view k_nouns[] = {
      "conflict", "update", "difference of scope", "unclear case", "agreement"};
  std::vector<std::string> parts;
  for (const Verdict verdict : k_gravest_first) {
    std::size_t count = 0;
    for (std::size_t story = 0; story < page.comparison.stories.size(); ++story) {
      count += facts_with(page, story, verdict).size();
    }
    const auto rank = static_cast<std::size_t>(rank_of(verdict));
    if (count > 0 || verdict == Verdict::conflict) {
      const bool differences = verdict == Verdict::scope && count != 1;
      parts.push_back(differences ? fmt::format("{} differences of scope", count)
                                  : counted(count, k_nouns[rank]));
    }
  }
  std::size_t dismissed = 0;
  for (std::size_t i = 0; i < page.comparison.facts.size(); ++i) {
    dismissed += is_dismissed(page, i) ? 1U : 0U;
  }
  if (dismissed > 0) {
    parts.push_back(fmt::format("{} dismissed", dismissed));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string source_line(const Page& page, std::size_t index, std::size_t width) {
  const Document& source = page.comparison.sources[index];
  const std::string day = source.published ? iso_date(*source.published) : "undated";
  const std::string from =
      source.published ? fmt::format(" ({})", name_of(source.published_from)) : "";
  const std::string outlet = source.outlet.empty() ? "" : fmt::format("  {}", source.outlet);
  return visible(fmt::format(
      "  {:<4} {}  {}{}{}", source_id(index), fitted(source.path, width), day, from, outlet));
}

std::string sources_block(const Page& page, const Style& style) {
  std::size_t width = 0;
  for (const Document& source : page.comparison.sources) {
    width = std::max(width, code_points_in(source.path));
  }
  std::string out = fmt::format("\n{}\n", painted(style, Ink::strong, "SOURCES"));
  for (std::size_t i = 0; i < page.comparison.sources.size(); ++i) {
    out += fmt::format("{}\n", source_line(page, i, std::min<std::size_t>(width, 60)));
  }
  return out;
}

}  // namespace

std::string coverage_text(const Comparison::Coverage& coverage) {
  return fmt::format("{} read, {} compared, {} stated by one source only, {} not understood",
                     counted(coverage.figures, "figure"),
                     coverage.compared,
                     coverage.one_source,
                     coverage.not_understood);
}

std::string comparison_text(const Comparison& comparison, const Style& style) {
  const Page page(comparison);
  const std::string stories = comparison.stories.size() > 1
                                  ? fmt::format(" in {} stories", comparison.stories.size())
                                  : std::string();
  std::string out = fmt::format(
      "{}{}: {}\n", counted(comparison.sources.size(), "source"), stories, summary(page));
  for (std::size_t story = 0; story < comparison.stories.size(); ++story) {
    out += story_block(page, story, style);
  }
  out += sources_block(page, style);
  return fmt::format("{}\n{}\n", out, coverage_text(comparison.coverage));
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
#include "report/markdown.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "report/ids.h"
#include "report/quote.h"
#include "report/statement.h"
#include "report/style.h"
#include "report/wording.h"

namespace tally {
namespace {

constexpr std::size_t k_pairs_shown = 4;     // differing pairs of values of one fact
constexpr std::size_t k_widest_quote = 600;  // of a sentence, in code points

// A line in which nothing means anything to Markdown or HTML. It never stands first on a line,
// where "1." and "+" would make lists.
std::string escaped(std::string_view line) {
  constexpr std::string_view k_special = "\\`*_[]<>|~&$";
  std::string out;
  for (const char c : line) {
    if (k_special.find(c) != std::string_view::npos) {
      out.push_back('\\');
    }
    out.push_back(c);
  }
  return out;
}

std::string title_of(Verdict verdict) {
  constexpr std::string_view k_titles[] = {
      "Conflicts", "Updates", "Differences of scope", "Unclear cases", "Agreements"};
  return fmt::format("{}: {}", k_titles[rank_of(verdict)], meaning_of(verdict));
}

std::string positions_table(const Page& page, const Fact& fact) {
  std::string out = "\n| position | stated by |\n|---|---|\n";
  for (const Position& position : fact.positions) {
    out += fmt::format("| {} | {} |\n",
                       escaped_markdown(value_of(page, fact, position)),
                       escaped_markdown(counts_of(position)));
  }
  return out;
}

std::string difference_section(const Page& page, std::size_t fact) {
  const std::vector<std::size_t> shown = differences_of(page, fact);
  std::string out;
  for (std::size_t i = 0; i < std::min(shown.size(), k_pairs_shown); ++i) {
    out += finding_markdown(page, shown[i]);
  }
  if (shown.size() > k_pairs_shown) {
    out +=
        fmt::format("\nAnd {} that differ.\n", counted(shown.size() - k_pairs_shown, "more pair"));
  }
  return out + positions_table(page, page.comparison.facts[fact]);
}

std::string agreement_section(const Page& page, std::size_t fact) {
  const Fact& whole = page.comparison.facts[fact];
  std::string out = positions_table(page, whole);
  out += fmt::format("\n| quote ({}) | where |\n|---|---|\n",
                     escaped_markdown(reasons_of(page, fact)));
  for (const std::size_t claim : whole.claims) {
    out += fmt::format("| {} | {} |\n",
                       escaped_markdown(quote_of(page, claim)),
                       escaped_markdown(place_of(page, claim)));
  }
  return out;
}

std::string verdict_section(const Page& page, std::size_t story, Verdict verdict) {
  const std::vector<std::size_t> facts = facts_with(page, story, verdict);
  std::string out = facts.empty() ? "" : fmt::format("\n## {}\n", title_of(verdict));
  for (const std::size_t fact : facts) {
    out += fmt::format(
        "\n### {} ({})\n", escaped_markdown(page.comparison.facts[fact].name), fact_id(fact));
    out +=
        verdict == Verdict::agree ? agreement_section(page, fact) : difference_section(page, fact);
  }
  return out;
}

std::string dismissed_section(const Page& page, std::size_t story) {
  const std::vector<std::size_t> facts = dismissed_facts(page, story);
  std::string out = facts.empty() ? "" : "\n## Dismissed\n";
  for (const std::size_t fact : facts) {
    out += fmt::format(
        "\n### {} ({})\n", escaped_markdown(page.comparison.facts[fact].name), fact_id(fact));
    out += difference_section(page, fact);
  }
  return out;
}

std::string story_section(const Page& page, std::size_t story) {
  std::string body;
  for (const Verdict verdict : k_gravest_first) {
    body += verdict_section(page, story, verdict);
  }
  body += dismissed_section(page, story);
  const bool is_named = !body.empty() && page.comparison.stories.size() > 1;
  const std::string& name = page.comparison.stories[story].name;
  return is_named
             ? fmt::format("\n# Story {}: {}\n{}", story_id(story), escaped_markdown(name), body)
             : body;
}

std::string sources_table(const Page& page) {
  std::string out = "\n## Sources\n\n| id | source | outlet | published |\n|---|---|---|---|\n";
  for (std::size_t i = 0; i < page.comparison.sources.size(); ++i) {
    const Document& source = page.comparison.sources[i];
    const std::string published =
        source.published
            ? fmt::format("{} ({})", iso_date(*source.published), name_of(source.published_from))
            : "undated";
    out += fmt::format("| {} | {} | {} | {} |\n",
                       source_id(i),
                       escaped_markdown(source.path),
                       escaped_markdown(source.outlet),
                       published);
  }
  return out;
}

}  // namespace

std::string escaped_markdown(std::string_view text) { return escaped(visible(squeezed(text))); }

std::string quoted_markdown(const Page& page, std::size_t index) {
  const Claim& claim = page.comparison.claims[index];
  const Document& source = source_of(page, index);
  const ExcerptParts line = parts_of(excerpt_of(claim, source.text, k_widest_quote));
  const std::string said = said_by(claim);
  return fmt::format("> \u201c{}**{}**{}\u201d\n>\n> {}, {}; reads as {}{}\n",
                     escaped(line.before),
                     escaped(line.quote),
                     escaped(line.after),
                     escaped_markdown(place_of(page, index)),
                     escaped_markdown(provenance_of(source)),
                     escaped_markdown(reading_of(claim)),
                     said.empty() ? "" : fmt::format("; {}", escaped_markdown(said)));
}

std::string reason_markdown(const Finding& finding) {
  const std::string gap = finding.gap.empty() ? "" : fmt::format(", gap {}", finding.gap);
  std::string out = fmt::format("\n**Why:** {} ({}{}, confidence {:.2f})\n",
                                escaped_markdown(finding.explain),
                                escaped_markdown(finding.reason),
                                escaped_markdown(gap),
                                finding.confidence);
  if (!finding.rests_on.empty()) {
    out += fmt::format("\n**Rests on:** {}\n",
                       escaped_markdown(fmt::format("{}", fmt::join(finding.rests_on, "; "))));
  }
  if (const std::string decided = decision_text(finding); !decided.empty()) {
    out += fmt::format("\n**Decided:** {}\n", escaped_markdown(decided));
  }
  return finding.same_origin ? out + "\nBoth are copies of one telling.\n" : out;
}

std::string finding_markdown(const Page& page, std::size_t index) {
  const Finding& finding = page.comparison.findings[index];
  return fmt::format("\n{}\n{}{}",
                     quoted_markdown(page, finding.a),
                     quoted_markdown(page, finding.b),
                     reason_markdown(finding));
}

std::string comparison_markdown(const Comparison& comparison, const Program& program) {
  const Page page(comparison);
  std::string out =
      fmt::format("# {}: {}\n", counted(comparison.sources.size(), "source"), summary_of(page));
  for (std::size_t story = 0; story < comparison.stories.size(); ++story) {
    out += story_section(page, story);
  }
  out += sources_table(page);
  return fmt::format(
      "{}\n{}.\n\nMade by tally {}.\n", out, coverage_text(comparison), program.version);
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
#include "report/html.h"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "report/html_card.h"
#include "report/html_sections.h"
#include "report/html_text.h"
#include "report/ids.h"
#include "report/page.h"
#include "report/wording.h"

namespace tally {
namespace {

// "Conflicts".
std::string_view title_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::conflict:
      return "Conflicts";
    case Verdict::update:
      return "Updates";
    case Verdict::scope:
      return "Differences of scope";
    case Verdict::unclear:
      return "Unclear cases";
    case Verdict::agree:
      return "Agreements";
  }
  return {};
}

std::string group(const Page& page, std::size_t story, Verdict verdict) {
  std::string cards;
  for (const std::size_t fact : facts_with(page, story, verdict)) {
    cards += fact_card(page, fact);
  }
  const std::string meaning(meaning_of(verdict));
  return cards.empty() ? std::string()
                       : fmt::format(
                             "<section class=\"group\">\n<h2>{}</h2>\n"
                             "<p class=\"about\">{}{}.</p>\n{}</section>\n",
                             title_of(verdict),
                             static_cast<char>(meaning[0] - 'a' + 'A'),
                             meaning.substr(1),
                             cards);
}

std::string dismissed_group(const Page& page, std::size_t story) {
  std::string cards;
  for (const std::size_t fact : dismissed_facts(page, story)) {
    cards += fact_card(page, fact);
  }
  return cards.empty() ? cards
                       : fmt::format(
                             "<section class=\"group\">\n<h2>Dismissed</h2>\n"
                             "<p class=\"about\">Set aside by a reader.</p>\n{}</section>\n",
                             cards);
}

std::string findings_of(const Page& page) {
  std::string out;
  const auto& stories = page.comparison.stories;
  for (std::size_t story = 0; story < stories.size(); ++story) {
    std::string groups;
    for (const Verdict verdict : k_gravest_first) {
      groups += group(page, story, verdict);
    }
    groups += dismissed_group(page, story);
    const bool is_named = stories.size() > 1 && !groups.empty();
    out += is_named
               ? fmt::format("<section class=\"group story\"><h2>Story {}: {}</h2>\n{}</section>\n",
                             story_id(story),
                             escaped_html(stories[story].name),
                             groups)
               : groups;
  }
  return out;
}

std::string buttons(const Page& page) {
  std::string out;
  for (const Verdict verdict : k_gravest_first) {
    const std::size_t count = count_with(page, verdict);
    const std::string words = counted_facts(count, verdict);
    out +=
        count > 0 ? verdict_button(name_of(verdict), words.substr(words.find(' ') + 1), count) : "";
  }
  std::size_t dismissed = 0;
  for (std::size_t story = 0; story < page.comparison.stories.size(); ++story) {
    dismissed += dismissed_facts(page, story).size();
  }
  return dismissed > 0 ? out + verdict_button("dismissed", "dismissed", dismissed) : out;
}

std::string kind_options(const Page& page) {
  std::set<std::string_view> kinds;
  for (std::size_t fact = 0; fact < page.findings.size(); ++fact) {
    if (!page.findings[fact].empty()) {
      kinds.insert(name_of(page.comparison.facts[fact].kind));
    }
  }
  std::string out;
  for (const std::string_view kind : kinds) {
    out += option(kind, kind);
  }
  return out;
}

}  // namespace

std::string comparison_html(const Comparison& comparison, const Program& program) {
  const Page page(comparison);
  const std::string count = counted(comparison.sources.size(), "source");
  const std::string heading = fmt::format("{}: {}", count, summary_of(page));
  const std::string findings = findings_of(page);
  PageParts parts = {
      {"title", fmt::format("tally: {}", heading)},
      {"heading", heading},
      {"lead", fmt::format("{}.", coverage_text(comparison))},
      {"verdicts", buttons(page)},
      {"kinds", kind_options(page)},
      {"sources", source_options(page)},
      {"findings",
       findings.empty()
           ? "<p class=\"about\">No two sources could be compared on any figure or date.</p>"
           : findings},
      {"appendix",
       sources_section(page) + single_source_section(page) + not_understood_section(page)},
  };
  return html_page(std::move(parts), program);
}

}  // namespace tally

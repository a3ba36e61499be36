// SPDX-License-Identifier: Apache-2.0
#include "report/text.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "report/fact.h"
#include "report/ids.h"
#include "report/wording.h"

namespace tally {
namespace {

// "CONFLICTS: both cannot be true (2)".
std::string heading_of(Verdict verdict, std::size_t count, const Style& style) {
  constexpr std::string_view k_titles[] = {
      "CONFLICTS", "UPDATES", "SCOPE", "UNCLEAR", "AGREEMENTS"};
  const std::string title = fmt::format("{}: {}", k_titles[rank_of(verdict)], meaning_of(verdict));
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
  const std::vector<std::size_t> facts = dismissed_facts(page, story);
  if (facts.empty()) {
    return {};
  }
  const std::string title = painted(style, Ink::faint, "DISMISSED: set aside by a reader");
  std::string out = fmt::format("\n{} ({})\n", title, facts.size());
  for (const std::size_t fact : facts) {
    out += fmt::format("\n{}", difference_block(page, fact, style));
  }
  return out;
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

std::string comparison_text(const Comparison& comparison, const Style& style) {
  const Page page(comparison);
  const std::string stories = comparison.stories.size() > 1
                                  ? fmt::format(" in {} stories", comparison.stories.size())
                                  : std::string();
  std::string out = fmt::format(
      "{}{}: {}\n", counted(comparison.sources.size(), "source"), stories, summary_of(page));
  for (std::size_t story = 0; story < comparison.stories.size(); ++story) {
    out += story_block(page, story, style);
  }
  out += sources_block(page, style);
  return fmt::format("{}\n{}\n", out, coverage_text(comparison));
}

}  // namespace tally

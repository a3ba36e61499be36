// SPDX-License-Identifier: Apache-2.0
#include "report/detail.h"

#include <fmt/format.h>

#include "report/fact.h"
#include "report/ids.h"
#include "report/wording.h"

namespace tally {
namespace {

std::string row(std::string_view name, std::string_view value) {
  return value.empty() ? std::string() : fmt::format("  {:<14} {}\n", name, visible(value));
}

std::string fact_text(const Page& page, std::size_t fact, const Style& style) {
  return verdict_of(page, fact) == Verdict::agree ? agreement_block(page, fact, style)
                                                  : difference_block(page, fact, style);
}

std::string source_text(const Page& page, std::size_t index, const Style& style) {
  const Comparison& whole = page.comparison;
  const Document& source = whole.sources[index];
  std::string out = fmt::format("{}\n", painted(style, Ink::strong, source_id(index)));
  out += row("path", source.path) + row("file", source.file) + row("title", source.title) +
         row("outlet", source.outlet) + row("byline", source.byline) + row("url", source.url);
  out += row("published", source.published ? iso_date(*source.published) : "");
  out += row("known from", name_of(source.published_from));
  for (const std::string& warning : source.warnings) {
    out += row("warning", warning);
  }
  for (std::size_t i = 0; i < whole.claims.size(); ++i) {
    if (whole.claims[i].source == index) {
      out += fmt::format("  {:<6}{}", claim_id(i), quote_line(page, i, style));
    }
  }
  return out;
}

std::string claim_text(const Page& page, std::size_t index, const Style& style) {
  const Claim& claim = page.comparison.claims[index];
  std::string out = fmt::format(
      "{}\n{}", painted(style, Ink::strong, claim_id(index)), claim_block(page, index, style));
  out += row("kind", name_of(claim.mention.value.kind)) + row("subject", claim.subject) +
         row("head", claim.head) + row("predicate", claim.predicate) + row("place", claim.place) +
         row("attribution", claim.attribution) + row("stance", name_of(claim.stance)) +
         row("scope", name_of(claim.scope)) + row("pattern", claim.mention.pattern);
  out +=
      row("rule", claim.rule.empty() ? "" : fmt::format("{} rev {}", claim.rule, claim.rule_rev));
  for (std::size_t i = 0; i < page.comparison.facts.size(); ++i) {
    for (const std::size_t member : page.comparison.facts[i].claims) {
      out += member == index
                 ? row("fact", fmt::format("{} {}", fact_id(i), page.comparison.facts[i].name))
                 : "";
    }
  }
  return out;
}

std::string finding_text(const Page& page, std::size_t index, const Style& style) {
  const Finding& finding = page.comparison.findings[index];
  std::string out = fmt::format("{}\n{}",
                                painted(style, Ink::strong, finding_id(finding.number)),
                                finding_block(page, index, style));
  return out + row("linked by", finding.link) +
         row("confidence", fmt::format("{:.2f}", finding.confidence)) +
         row("fact",
             fmt::format("{} {}", fact_id(finding.fact), page.comparison.facts[finding.fact].name));
}

std::string story_text(const Page& page, std::size_t index, const Style& style) {
  const Story& story = page.comparison.stories[index];
  std::string out =
      fmt::format("{} {}\n", painted(style, Ink::strong, story_id(index)), visible(story.name));
  for (const std::size_t source : story.sources) {
    out += row(source_id(source), page.comparison.sources[source].path);
  }
  for (std::size_t i = 0; i < page.comparison.facts.size(); ++i) {
    const Fact& fact = page.comparison.facts[i];
    out += fact.story == index && !page.findings[i].empty()
               ? row(fact_id(i), fmt::format("{}: {}", name_of(verdict_of(page, i)), fact.name))
               : "";
  }
  return out;
}

}  // namespace

std::optional<std::string> detail_text(const Comparison& comparison,
                                       std::string_view id,
                                       const Style& style) {
  using Writer = std::string (*)(const Page&, std::size_t, const Style&);
  struct Sort {
    char letter;
    std::size_t size;
    Writer write;
  };
  const Sort sorts[] = {{'s', comparison.sources.size(), source_text},
                        {'c', comparison.claims.size(), claim_text},
                        {'f', comparison.facts.size(), fact_text},
                        {'d', comparison.findings.size(), finding_text},
                        {'t', comparison.stories.size(), story_text}};
  for (const Sort& sort : sorts) {
    if (const auto index = index_of_id(id, sort.letter, sort.size)) {
      return sort.write(Page(comparison), *index, style);
    }
  }
  return std::nullopt;
}

}  // namespace tally

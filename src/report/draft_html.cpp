// SPDX-License-Identifier: Apache-2.0
#include "report/draft_html.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "report/draft.h"
#include "report/html_card.h"
#include "report/html_sections.h"
#include "report/html_text.h"
#include "report/ids.h"
#include "report/quote.h"
#include "report/statement.h"
#include "report/wording.h"

namespace tally {
namespace {

constexpr std::size_t k_width = 160;  // of an excerpt, in code points

// Text of several lines; tabs become blanks.
std::string escaped_lines(std::string_view text) {
  std::string out;
  std::string line;
  for (const char c : text) {
    if (c == '\n') {
      out += escaped_html(line) + "\n";
      line.clear();
    } else if (c != '\r') {
      line.push_back(c == '\t' ? ' ' : c);
    }
  }
  return out + escaped_html(line);
}

// The text of the draft with a link from each figure to its card.
std::string annotated_draft(const DraftCheck& check) {
  const std::string_view text = check.comparison.sources[check.draft].text;
  std::string out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < check.figures.size(); ++i) {
    const DraftFigure& figure = check.figures[i];
    if (figure.span.begin < at) {
      continue;
    }
    out += escaped_lines(slice(text, {at, figure.span.begin}));
    out += fmt::format("<a href=\"#n{}\" title=\"{}\"><mark class=\"{}\">{}</mark></a>",
                       i + 1,
                       escaped_html(verdict_on(figure)),
                       name_of(figure.mark),
                       escaped_lines(slice(text, figure.span)));
    at = figure.span.end;
  }
  return out + escaped_lines(text.substr(at));
}

std::string legend(const DraftCheck& check) {
  std::string out = "<ul class=\"legend\">";
  for (const DraftMark mark : k_marks_in_order) {
    if (!figures_with(check, mark).empty()) {
      out += fmt::format("<li><span class=\"{}\">{}</span>: {}</li>",
                         name_of(mark),
                         title_of(mark),
                         meaning_of(mark));
    }
  }
  return out + "</ul>\n";
}

std::string quotes(const Page& page,
                   std::string_view title,
                   const std::vector<std::size_t>& claims) {
  if (claims.empty()) {
    return {};
  }
  std::string out = fmt::format("<h4>{}</h4>\n<div class=\"pair\">\n", title);
  for (const std::size_t claim : claims) {
    out += quote_figure(page, claim, "");
  }
  return out + "</div>\n";
}

std::string sources_of(const DraftCheck& check, const DraftFigure& figure) {
  std::set<std::size_t> sources;
  const auto& claims = check.comparison.claims;
  for (const auto* list : {&figure.support, &figure.consistent, &figure.equal_values}) {
    for (const std::size_t claim : *list) {
      sources.insert(claims[claim].source);
    }
  }
  for (const std::size_t index : figure.differences) {
    const Finding& finding = check.comparison.findings[index];
    sources.insert({claims[finding.a].source, claims[finding.b].source});
  }
  std::vector<std::string> ids;
  for (const std::size_t source : sources) {
    ids.push_back(source_id(source));
  }
  return fmt::format("{}", fmt::join(ids, " "));
}

std::string excerpt_html(const DraftCheck& check, const DraftFigure& figure) {
  const std::string& text = check.comparison.sources[check.draft].text;
  const ExcerptParts line = parts_of(excerpt_around(figure.span, text, k_width));
  return fmt::format("<blockquote dir=\"auto\">{}<mark>{}</mark>{}</blockquote>\n",
                     escaped_html(line.before),
                     escaped_html(line.quote),
                     escaped_html(line.after));
}

std::string card(const Page& page, const DraftCheck& check, std::size_t index) {
  const DraftFigure& figure = check.figures[index];
  const Comparison& whole = check.comparison;
  const Claim* claim = figure.claim ? &whole.claims[*figure.claim] : nullptr;
  const std::string quote = squeezed(slice(whole.sources[check.draft].text, figure.span));
  std::string body = excerpt_html(check, figure);
  for (const std::size_t difference : figure.differences) {
    const auto source = source_side(check, whole.findings[difference]);
    const bool is_set_aside = whole.findings[difference].decision == Decision::dismissed;
    body += source ? fmt::format("<div class=\"against\">{}{}</div>\n",
                                 quote_figure(page, *source, is_set_aside ? "" : "differs"),
                                 reason_html(page, difference))
                   : finding_html(page, difference);
  }
  body += quotes(page, "Supported by", figure.support);
  body += quotes(page, "Consistent with, but less exact", figure.consistent);
  body += quotes(page, "Not linked, but the same figure", figure.equal_values);
  return fmt::format(
      "<article class=\"card {0}\" id=\"n{1}\" tabindex=\"-1\" data-verdict=\"{0}\" "
      "data-kind=\"{2}\" data-sources=\"{3}\">\n<h3><span class=\"badge\">{4}</span>"
      "\u201c{5}\u201d</h3>\n<p class=\"meta\">{6}{7}{8}</p>\n{9}</article>\n",
      name_of(figure.mark),
      index + 1,
      claim != nullptr ? name_of(claim->mention.value.kind) : "",
      sources_of(check, figure),
      title_of(figure.mark),
      escaped_html(quote),
      figure.origins == 0
          ? ""
          : fmt::format("supported by {} \u00b7 ", counted(figure.origins, "origin")),
      escaped_html(place_in(page, check.draft, figure.span.begin)),
      claim != nullptr ? fmt::format(" \u00b7 reads as {}", escaped_html(reading_of(*claim))) : "",
      body);
}

std::string group(const Page& page, const DraftCheck& check, DraftMark mark) {
  std::string cards;
  for (const std::size_t figure : figures_with(check, mark)) {
    cards += card(page, check, figure);
  }
  const std::string meaning(meaning_of(mark));
  return cards.empty() ? std::string()
                       : fmt::format(
                             "<section class=\"group\">\n<h2>{}</h2>\n"
                             "<p class=\"about\">{}{}.</p>\n{}</section>\n",
                             title_of(mark),
                             static_cast<char>(meaning[0] - 'a' + 'A'),
                             meaning.substr(1),
                             cards);
}

std::string buttons(const DraftCheck& check) {
  std::string out;
  for (const DraftMark mark : k_marks_in_order) {
    const std::size_t count = figures_with(check, mark).size();
    out += count > 0 ? verdict_button(name_of(mark), folded(title_of(mark)), count) : "";
  }
  return out;
}

std::string kind_options(const DraftCheck& check) {
  std::set<std::string_view> kinds;
  for (const DraftFigure& figure : check.figures) {
    if (figure.claim) {
      kinds.insert(name_of(check.comparison.claims[*figure.claim].mention.value.kind));
    }
  }
  std::string out;
  for (const std::string_view kind : kinds) {
    out += option(kind, kind);
  }
  return out;
}

}  // namespace

std::string draft_html(const DraftCheck& check, const Program& program) {
  const Page page(check.comparison);
  const std::string path = escaped_html(check.comparison.sources[check.draft].path);
  std::string findings = fmt::format(
      "<section id=\"draft\">\n<h2>The draft</h2>\n<div class=\"panel\">{}<div "
      "class=\"draft\">{}</div>"
      "</div>\n</section>\n",
      legend(check),
      annotated_draft(check));
  for (const DraftMark mark : k_marks_in_order) {
    findings += group(page, check, mark);
  }
  PageParts parts = {
      {"title", fmt::format("tally: {}", path)},
      {"heading", fmt::format("{}: {}", path, summary_of(check))},
      {"lead", escaped_html(basis_of(check))},
      {"verdicts", buttons(check)},
      {"kinds", kind_options(check)},
      {"sources", source_options(page)},
      {"findings", std::move(findings)},
      {"appendix", sources_section(page)},
  };
  return html_page(std::move(parts), program);
}

}  // namespace tally

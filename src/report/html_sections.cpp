// SPDX-License-Identifier: Apache-2.0
#include "report/html_sections.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "report/html_text.h"
#include "report/ids.h"
#include "report/quote.h"
#include "report/statement.h"
#include "report/wording.h"

namespace tally {
namespace {

constexpr std::size_t k_most_rows = 2000;
constexpr std::size_t k_width = 160;  // of an excerpt, in code points

std::string name_of_source(const Document& source) {
  return source.outlet.empty() ? source.path : source.outlet;
}

std::string marked_html(const Excerpt& excerpt) {
  const ExcerptParts line = parts_of(excerpt);
  return fmt::format("<span dir=\"auto\">{}<mark>{}</mark>{}</span>",
                     escaped_html(line.before),
                     escaped_html(line.quote),
                     escaped_html(line.after));
}

std::string link_to(const std::string& url) {
  const bool is_web = url.starts_with("https://") || url.starts_with("http://");
  return is_web ? fmt::format("<br><a href=\"{0}\" rel=\"noreferrer noopener\">{0}</a>",
                              escaped_html(url))
                : escaped_html(url);
}

std::string warnings_of(const Document& source) {
  std::string out;
  for (const std::string& warning : source.warnings) {
    out += fmt::format("<br>Warning: {}", escaped_html(warning));
  }
  return out;
}

std::string source_row(const Page& page, std::size_t index) {
  const Comparison& whole = page.comparison;
  const Document& source = whole.sources[index];
  const bool has_origin = index < whole.origin_of_source.size();
  const std::string published =
      source.published
          ? fmt::format("{} ({})", iso_date(*source.published), name_of(source.published_from))
          : "undated";
  return fmt::format(
      "<tr id=\"{0}\"><td class=\"nowrap\">{0}</td><td><b>{1}</b>{2}<br>{3}{4}{5}</td>"
      "<td>{6}</td><td class=\"nowrap\">{7}</td></tr>\n",
      source_id(index),
      escaped_html(name_of_source(source)),
      source.title.empty() ? "" : fmt::format("<br>{}", escaped_html(source.title)),
      escaped_html(source.path),
      link_to(source.url),
      warnings_of(source),
      published,
      has_origin ? origin_id(whole.origin_of_source[index]) : "");
}

// The claims in no fact of several sources.
std::vector<std::size_t> single_claims(const Comparison& whole) {
  std::vector<bool> compared(whole.claims.size());
  for (const Fact& fact : whole.facts) {
    const bool several =
        std::any_of(fact.claims.begin(), fact.claims.end(), [&](std::size_t claim) {
          return whole.claims[claim].source != whole.claims[fact.claims.front()].source;
        });
    for (const std::size_t claim : fact.claims) {
      compared[claim] = compared[claim] || several;
    }
  }
  std::vector<std::size_t> single;
  for (std::size_t i = 0; i < compared.size(); ++i) {
    if (!compared[i]) {
      single.push_back(i);
    }
  }
  return single;
}

// A section that is folded up: a table of `count` rows, of which the first are given.
std::string folded(std::string_view id,
                   std::string_view title,
                   std::string_view about,
                   std::string_view head,
                   const std::vector<std::string>& rows) {
  const std::size_t shown = std::min(rows.size(), k_most_rows);
  const auto end = rows.begin() + static_cast<std::ptrdiff_t>(shown);
  const std::string more =
      rows.size() > shown ? fmt::format("<p>And {} more.</p>", rows.size() - shown) : "";
  return fmt::format(
      "<section id=\"{}\">\n<h2>{} ({})</h2>\n<p class=\"about\">{}</p>\n"
      "<details class=\"panel\"><summary>Show</summary>\n"
      "<table class=\"stack statements\"><thead><tr>{}</tr></thead>"
      "<tbody>\n{}</tbody></table>{}</details>\n</section>\n",
      id,
      title,
      number_text(static_cast<double>(rows.size())),
      about,
      head,
      fmt::join(rows.begin(), end, ""),
      more);
}

}  // namespace

std::string source_options(const Page& page) {
  std::string out;
  for (std::size_t i = 0; i < page.comparison.sources.size(); ++i) {
    const std::string name = name_of_source(page.comparison.sources[i]);
    out += option(source_id(i), fmt::format("{} {}", source_id(i), name));
  }
  return out;
}

std::string sources_section(const Page& page) {
  std::string rows;
  for (std::size_t i = 0; i < page.comparison.sources.size(); ++i) {
    rows += source_row(page, i);
  }
  return fmt::format(
      "<section id=\"sources\">\n<h2>Sources</h2>\n<div class=\"panel\"><table "
      "class=\"stack\"><thead>"
      "<tr><th>Id</th><th>Source</th><th>Published</th><th>Origin</th></tr></thead>"
      "<tbody>\n{}</tbody></table></div>\n</section>\n",
      rows);
}

std::string single_source_section(const Page& page) {
  std::vector<std::string> rows;
  for (const std::size_t index : single_claims(page.comparison)) {
    const Claim& claim = page.comparison.claims[index];
    const std::string& text = source_of(page, index).text;
    rows.push_back(fmt::format("<tr><td>{}</td><td>{}</td><td class=\"place\">{}</td></tr>\n",
                               marked_html(excerpt_of(claim, text, k_width)),
                               escaped_html(reading_of(claim)),
                               escaped_html(place_of(page, index))));
  }
  return folded("single",
                "Stated by one source only",
                "No other source says anything on these that could be compared. They are neither "
                "confirmed nor contradicted.",
                "<th>Statement</th><th>Reads as</th><th>Where</th>",
                rows);
}

std::string not_understood_section(const Page& page) {
  std::vector<std::string> rows;
  for (const Gap& gap : page.comparison.gaps) {
    const std::string& text = page.comparison.sources[gap.source].text;
    const bool unread = gap.kind == GapKind::unread;
    rows.push_back(fmt::format("<tr><td>{}</td><td>{}</td><td class=\"place\">{}</td></tr>\n",
                               marked_html(excerpt_around(gap.span, text, k_width)),
                               unread ? "not understood: no rule reads it"
                                      : "read, but nothing is said that could be compared",
                               escaped_html(place_in(page, gap.source, gap.span.begin))));
  }
  return folded("not-understood",
                "Not understood or not compared",
                "Figures of the articles that take no part in this report.",
                "<th>Figure</th><th>Why</th><th>Where</th>",
                rows);
}

}  // namespace tally

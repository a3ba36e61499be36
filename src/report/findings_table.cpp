// SPDX-License-Identifier: Apache-2.0
#include "report/findings_table.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "report/ids.h"
#include "report/page.h"
#include "report/statement.h"
#include "report/wording.h"

namespace tally {
namespace {

using Row = std::vector<TableCell>;

void add_claim_columns(std::vector<std::string>& columns, std::string_view side) {
  for (const auto* name :
       {"source", "outlet", "published", "place", "quote", "reads_as", "said_by", "sentence"}) {
    columns.push_back(fmt::format("{}_{}", name, side));
  }
}

void add_claim(Row& row, const Page& page, std::size_t index) {
  const Claim& claim = page.comparison.claims[index];
  const Document& source = source_of(page, index);
  row.emplace_back(source_id(claim.source));
  row.emplace_back(source.outlet);
  row.emplace_back(source.published ? iso_date(*source.published) : std::string());
  row.emplace_back(place_of(page, index));
  row.emplace_back(quote_of(page, index));
  row.emplace_back(reading_of(claim));
  row.emplace_back(said_by(claim));
  row.emplace_back(claim.sentence);
}

Row row_of(const Page& page, std::size_t index) {
  const Finding& finding = page.comparison.findings[index];
  const Fact& fact = page.comparison.facts[finding.fact];
  Row row = {finding_id(finding.number),
             fact_id(finding.fact),
             fact.name,
             page.comparison.stories[fact.story].name,
             std::string(name_of(fact.kind)),
             std::string(name_of(finding.verdict)),
             finding.reason,
             finding.gap,
             finding.confidence};
  add_claim(row, page, finding.a);
  add_claim(row, page, finding.b);
  row.emplace_back(finding.explain);
  row.emplace_back(fmt::format("{}", fmt::join(finding.rests_on, "; ")));
  row.emplace_back(std::int64_t{finding.same_origin ? 1 : 0});
  row.emplace_back(std::string(name_of(finding.decision)));
  row.emplace_back(finding.note);
  return row;
}

}  // namespace

Table findings_table(const Comparison& comparison) {
  const Page page(comparison);
  Table table{
      .columns = {
          "id", "fact_id", "fact", "story", "kind", "verdict", "reason", "gap", "confidence"}};
  add_claim_columns(table.columns, "a");
  add_claim_columns(table.columns, "b");
  table.columns.insert(table.columns.end(),
                       {"explain", "rests_on", "same_origin", "decision", "note"});
  std::vector<std::size_t> order(comparison.findings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    const Finding& a = comparison.findings[left];
    const Finding& b = comparison.findings[right];
    return std::pair(rank_of(a.verdict), -a.confidence) <
           std::pair(rank_of(b.verdict), -b.confidence);
  });
  for (const std::size_t index : order) {
    table.rows.push_back(row_of(page, index));
  }
  return table;
}

}  // namespace tally

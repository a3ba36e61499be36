// SPDX-License-Identifier: Apache-2.0
#include "report/statement.h"

#include <fmt/format.h>

#include "model/place.h"
#include "report/quote.h"
#include "report/wording.h"

namespace tally {

const Document& source_of(const Page& page, std::size_t claim) {
  return page.comparison.sources[page.comparison.claims[claim].source];
}

std::string quote_of(const Page& page, std::size_t claim) {
  const Mention& mention = page.comparison.claims[claim].mention;
  return squeezed(slice(source_of(page, claim).text, shown_span(mention)));
}

std::string place_in(const Page& page, std::size_t source, std::size_t at) {
  return visible(place_of(page.comparison.sources[source], page.places[source], at));
}

std::string place_of(const Page& page, std::size_t claim) {
  const Claim& shown = page.comparison.claims[claim];
  return place_in(page, shown.source, shown.mention.span.begin);
}

std::string provenance_of(const Document& source) {
  const std::string outlet =
      source.outlet.empty() ? "" : fmt::format("{}, ", visible(source.outlet));
  if (!source.published) {
    return fmt::format("{}undated", outlet);
  }
  const bool assumed = source.published_from == PublishedFrom::assumed;
  return fmt::format("{}{}{}",
                     outlet,
                     iso_date(*source.published),
                     assumed ? " assumed: the source is undated" : "");
}

std::string reading_of(const Claim& claim) {
  const Value& value = claim.mention.value;
  std::string out = value_text(value);
  if (value.bound != Bound::none) {
    out = fmt::format("{} {}", name_of(value.bound), out);
  }
  if (value.time && value.time->anchor) {
    const Anchor& anchor = *value.time->anchor;
    out += fmt::format(", counted from {} ({})", iso_date(anchor.day), anchor.from);
  }
  if (value.assumed_unit) {
    out += ", unit assumed";
  }
  return out;
}

std::string said_by(const Claim& claim) {
  if (claim.stance == Stance::asserted && claim.attribution.empty()) {
    return {};
  }
  const std::string by =
      claim.attribution.empty() ? "" : fmt::format(" ({})", visible(claim.attribution));
  return fmt::format("{}{}", name_of(claim.stance), by);
}

}  // namespace tally

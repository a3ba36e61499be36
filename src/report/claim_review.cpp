// SPDX-License-Identifier: Apache-2.0
#include "report/claim_review.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "model/review.h"
#include "report/address.h"

namespace tally {
namespace {

using json = nlohmann::ordered_json;

// What a reader of search results is told.
std::string rating_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::agree:
      return "Sources agree";
    case Verdict::update:
      return "Figure was updated";
    case Verdict::scope:
      return "Different things counted";
    case Verdict::conflict:
      return "Sources contradict each other";
    case Verdict::unclear:
      return "Cannot be decided";
  }
  return {};
}

json article_of(const Document& source) {
  json article = {{"@type", "NewsArticle"},
                  {"url", address_of(source)},
                  {"publisher", {{"@type", "Organization"}, {"name", publisher_of(source)}}}};
  if (!source.title.empty()) {
    article["headline"] = source.title;
  }
  if (source.published) {
    article["datePublished"] = iso_date(*source.published);
  }
  return article;
}

json claim_of(const Claim& claim, const Document& source) {
  // Whom an article names may be a person, an office or a paper.
  const bool is_own = claim.attribution.empty();
  json out = {{"@type", "Claim"},
              {"text", claim.sentence},
              {"author",
               {{"@type", is_own ? "Organization" : "Thing"},
                {"name", is_own ? publisher_of(source) : claim.attribution}}},
              {"appearance", article_of(source)}};
  if (source.published) {
    out["datePublished"] = iso_date(*source.published);
  }
  return out;
}

json review_of(const Finding& finding, const Comparison& comparison, const std::string& author) {
  const Claim& a = comparison.claims[finding.a];
  const Claim& b = comparison.claims[finding.b];
  const Document& left = comparison.sources[a.source];
  const Document& right = comparison.sources[b.source];
  json review = {
      {"@type", "ClaimReview"},
      {"@id", fmt::format("urn:tally:finding:{}", finding_fingerprint(finding, comparison))}};
  if (!author.empty()) {
    review["author"] = {{"@type", "Organization"}, {"name", author}};
  }
  if (!finding.decided_on.empty()) {
    review["datePublished"] = finding.decided_on;
  }
  review["claimReviewed"] = fmt::format("{}: \"{}\" ({}), \"{}\" ({})",
                                        comparison.facts[finding.fact].name,
                                        a.quote,
                                        publisher_of(left),
                                        b.quote,
                                        publisher_of(right));
  review["itemReviewed"] = json::array({claim_of(a, left), claim_of(b, right)});
  review["reviewRating"] = {{"@type", "Rating"}, {"alternateName", rating_of(finding.verdict)}};
  review["reviewBody"] =
      finding.note.empty() ? finding.explain : fmt::format("{}\n{}", finding.note, finding.explain);
  return review;
}

}  // namespace

std::string claim_reviews_json(const Comparison& comparison, const std::string& author) {
  json graph = json::array();
  for (const Finding& finding : comparison.findings) {
    if (finding.decision == Decision::confirmed) {
      graph.push_back(review_of(finding, comparison, author));
    }
  }
  const json out = {{"@context", "https://schema.org"}, {"@graph", graph}};
  return fmt::format("{}\n", out.dump(1, ' ', false, json::error_handler_t::replace));
}

}  // namespace tally

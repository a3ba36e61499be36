// SPDX-License-Identifier: Apache-2.0
// What people decided about a comparison, and the names by which it is known again in the next one.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/finding.h"

namespace tally {

// What somebody decided about a finding, with what it was about when they did.
struct DecisionRecord {
  std::string fingerprint;  // of the finding
  Decision decision = Decision::open;
  std::string note;
  std::string decided_on;  // ISO day; may be empty
  Verdict verdict = Verdict::conflict;
  std::string fact;     // its name
  std::string quote_a;  // as written
  std::string quote_b;
  std::string rule_a;  // ids of the rules that made the two claims
  std::string rule_b;

  friend bool operator==(const DecisionRecord&, const DecisionRecord&) = default;
};

// Whether two claims speak of the same thing, by somebody who read both.
enum class Link { same, apart };

struct LinkRecord {
  std::string place_a;  // fingerprints of the places of the claims; a < b
  std::string place_b;
  Link link = Link::same;
  std::string note;
  std::string decided_on;  // ISO day; may be empty
  std::string quote_a;     // as written
  std::string quote_b;

  friend bool operator==(const LinkRecord&, const LinkRecord&) = default;
};

// The name of a place in a text: the quote, its kind, and six words of its paragraph on either side
// of it. It holds when the document moves, is extracted again, or changes elsewhere; copies of a
// text share it. 32 hexadecimal digits.
std::string place_fingerprint(const Claim& claim, const Document& source);

// The name of a finding: the places of its two claims with their values as read (kind, unit, ends),
// whichever comes first. A claim that is read differently is another finding. 32 hexadecimal
// digits.
std::string finding_fingerprint(const Finding& finding, const Comparison& comparison);

// The finding as somebody decides it.
DecisionRecord decision_record(const Finding& finding, const Comparison& comparison);

// Gives each finding what was decided about it; one without a record is open.
void apply_decisions(Comparison& comparison, std::span<const DecisionRecord> records);

// Pairs of claims (indices, a < b) whose link somebody has corrected.
struct LinkOrders {
  std::vector<std::pair<std::size_t, std::size_t>> same;
  std::vector<std::pair<std::size_t, std::size_t>> apart;

  bool empty() const { return same.empty() && apart.empty(); }
};

// Link records, ready to be looked up for one story after the other.
class LinkBook {
 public:
  LinkBook() = default;
  LinkBook(
      std::vector<LinkRecord> records);  // NOLINT(google-explicit-constructor): is a list of them

  // What the records say of pairs among `chosen` (indices into `claims`).
  LinkOrders orders_for(std::span<const std::size_t> chosen,
                        std::span<const Claim> claims,
                        std::span<const Document> sources) const;

 private:
  std::vector<LinkRecord> records_;
  std::unordered_multimap<std::string, std::size_t> by_place_;  // the lesser place
};

// "same" and "apart", and back.
std::string_view name_of(Link link);
std::optional<Link> link_named(std::string_view name);

}  // namespace tally

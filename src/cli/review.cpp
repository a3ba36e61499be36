// SPDX-License-Identifier: Apache-2.0
// `tally review`: what people decide about findings and links, and the list of it.
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/findings.h"
#include "report/ids.h"

namespace tally::cli {
namespace {

Decision decision_of(const std::string& action) {
  if (action == "confirm") {
    return Decision::confirmed;
  }
  return action == "dismiss" ? Decision::dismissed : Decision::open;
}

// The findings that an id means: a finding, or those of a fact that are no agreements.
std::vector<std::size_t> findings_named(const Comparison& comparison, const std::string& id) {
  const auto& findings = comparison.findings;
  if (const auto finding = index_of_id(id, 'd', findings.size())) {
    return {*finding};
  }
  const auto fact = index_of_id(id, 'f', comparison.facts.size());
  if (!fact) {
    throw Error(
        fmt::format("'{}' is no finding (d1) or fact (f1) of the last comparison; ids stand in "
                    "'tally report'",
                    id));
  }
  std::vector<std::size_t> named;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].fact == *fact && findings[i].verdict != Verdict::agree) {
      named.push_back(i);
    }
  }
  if (named.empty()) {
    throw Error(
        fmt::format("the sources agree on {}; to decide about one finding, name it (d1)", id));
  }
  return named;
}

int decide(Session& session) {
  const Options& options = session.options;
  if (options.action.empty()) {
    throw Error(
        fmt::format("review {}: say confirm, dismiss or reopen behind the id", options.subject));
  }
  Store store(database_path(session), Access::change);
  Comparison comparison = store.load_comparison();
  std::vector<DecisionRecord> records;
  for (const std::size_t index : findings_named(comparison, options.subject)) {
    Finding& finding = comparison.findings[index];
    finding.decision = decision_of(options.action);
    finding.note = options.note;
    finding.decided_on = session.environment.today;
    records.push_back(decision_record(finding, comparison));
    warn(session,
         fmt::format("{} is {}: {}, {} / {}",
                     finding_id(finding.number),
                     name_of(finding.decision),
                     name_of(finding.verdict),
                     records.back().quote_a,
                     records.back().quote_b));
  }
  store.decide(records);
  return 0;
}

int list(Session& session) {
  const Store store(database_path(session), Access::read);
  Table table{.columns = {"decision", "verdict", "fact", "a", "b", "note", "decided_on"}};
  for (const DecisionRecord& one : store.decisions()) {
    table.rows.push_back({std::string(name_of(one.decision)),
                          std::string(name_of(one.verdict)),
                          one.fact,
                          one.quote_a,
                          one.quote_b,
                          one.note,
                          one.decided_on});
  }
  for (const LinkRecord& one : store.links()) {
    table.rows.push_back({std::string(name_of(one.link)),
                          std::string(),
                          std::string(),
                          one.quote_a,
                          one.quote_b,
                          one.note,
                          one.decided_on});
  }
  print_table(session, table);
  return 0;
}

const Claim& claim_named(const Comparison& comparison, const std::string& id) {
  const auto index = index_of_id(id, 'c', comparison.claims.size());
  if (!index) {
    throw Error(fmt::format(
        "'{}' is no claim (c1) of the last comparison; ids stand in 'tally show s1'", id));
  }
  return comparison.claims[*index];
}

std::size_t story_of(const Comparison& comparison, std::size_t source) {
  for (std::size_t i = 0; i < comparison.stories.size(); ++i) {
    for (const std::size_t member : comparison.stories[i].sources) {
      if (member == source) {
        return i;
      }
    }
  }
  return comparison.stories.size();
}

// What is said of two claims, by the options; as `link` where that is already known.
LinkRecord link_record(const Session& session, const Comparison& comparison, Link link) {
  const std::vector<std::string>& ids = session.options.claims;
  const Claim& a = claim_named(comparison, ids[0]);
  const Claim& b = claim_named(comparison, ids[1]);
  LinkRecord record{.place_a = place_fingerprint(a, comparison.sources[a.source]),
                    .place_b = place_fingerprint(b, comparison.sources[b.source]),
                    .link = link,
                    .note = session.options.note,
                    .decided_on = session.environment.today,
                    .quote_a = a.quote,
                    .quote_b = b.quote};
  if (record.place_a == record.place_b) {
    throw Error(
        fmt::format("{} and {} are the same words; name two different ones", ids[0], ids[1]));
  }
  if (record.place_b < record.place_a) {
    std::swap(record.place_a, record.place_b);
    std::swap(record.quote_a, record.quote_b);
  }
  return record;
}

// Throws Error where no comparison would ever look at the two together.
void check_comparable(const Comparison& comparison, const std::vector<std::string>& ids) {
  const Claim& a = claim_named(comparison, ids[0]);
  const Claim& b = claim_named(comparison, ids[1]);
  const Value& left = a.mention.value;
  const Value& right = b.mention.value;
  if (left.kind != right.kind || left.unit != right.unit) {
    const auto sort_of = [](const Value& value) {
      return value.unit.empty() ? fmt::format("a {}", name_of(value.kind))
                                : fmt::format("a {} in {}", name_of(value.kind), value.unit);
    };
    throw Error(fmt::format("{} is {} and {} {}; only values of one kind can be the same",
                            ids[0],
                            sort_of(left),
                            ids[1],
                            sort_of(right)));
  }
  if (story_of(comparison, a.source) != story_of(comparison, b.source)) {
    throw Error(
        fmt::format("{} and {} stand in different stories; compare with --stories one to have "
                    "them in one",
                    ids[0],
                    ids[1]));
  }
}

int correct_link(Session& session, Link link) {
  const std::vector<std::string>& ids = session.options.claims;
  Store store(database_path(session), Access::change);
  const Comparison comparison = store.load_comparison();
  if (link == Link::same) {
    check_comparable(comparison, ids);
  }
  store.decide(link_record(session, comparison, link));
  warn(session,
       fmt::format("{} and {} are {}: {} / {}; `tally compare` applies it",
                   ids[0],
                   ids[1],
                   link == Link::same ? "the same" : "apart",
                   claim_named(comparison, ids[0]).quote,
                   claim_named(comparison, ids[1]).quote));
  return 0;
}

}  // namespace

int review(Session& session) {
  return session.options.subject.empty() ? list(session) : decide(session);
}

int review_same(Session& session) { return correct_link(session, Link::same); }

int review_apart(Session& session) { return correct_link(session, Link::apart); }

int review_free(Session& session) {
  const std::vector<std::string>& ids = session.options.claims;
  Store store(database_path(session), Access::change);
  const LinkRecord record = link_record(session, store.load_comparison(), Link::same);
  if (!store.free_link(record.place_a, record.place_b)) {
    throw Error(
        fmt::format("nothing was said of {} and {}; `tally review` lists it", ids[0], ids[1]));
  }
  warn(session,
       fmt::format("{} and {} are free again; `tally compare` applies it", ids[0], ids[1]));
  return 0;
}

}  // namespace tally::cli

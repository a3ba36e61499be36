// SPDX-License-Identifier: Apache-2.0
// `tally compare --stdin`: what `tally extract --whole` wrote, compared without a database.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/findings.h"
#include "ingest/byte_stream.h"
#include "ingest/whole.h"
#include "reduce.h"
#include "report/json.h"

namespace tally::cli {
namespace {

// A document of 32 MB and its claims fit; what is longer, tally did not write.
constexpr std::size_t k_longest_line = std::size_t{256} << 20U;

// The documents of one story key while their lines come in, in the order of their own lines.
class StoryBlock {
 public:
  bool empty() const { return readings_.empty() && claims_.empty(); }
  const std::string& key() const { return key_; }

  // Throws Error for a document that is there already.
  void add(TravellingDocument travelling) {
    key_ = travelling.reading.story_key;
    const Document& document = travelling.reading.document;
    const auto name = std::pair(document.file, document.id);
    if (!place_of_.emplace(name, readings_.size()).second) {
      throw Error(fmt::format("{}: the article stands twice", document.id));
    }
    readings_.push_back(std::move(travelling.reading));
    claim_counts_.push_back(travelling.claim_count);
  }
  void add(TravellingClaim claim) {
    key_ = claim.story_key;
    claims_.push_back(std::move(claim));
  }

  // The documents with their claims in order. Throws Error for a claim without its document and for
  // a document without all of its claims. The block is empty after it.
  std::vector<DocumentReading> take() {
    std::sort(claims_.begin(), claims_.end(), [](const auto& a, const auto& b) {
      return a.ordinal < b.ordinal;
    });
    for (TravellingClaim& claim : claims_) {
      DocumentReading& reading = reading_of(claim);
      if (!fits(claim.claim, reading.document.text)) {
        throw Error(fmt::format("{}: a claim lies outside the article's text", claim.document));
      }
      reading.claims.push_back(std::move(claim.claim));
    }
    check_counts();
    claims_.clear();
    claim_counts_.clear();
    place_of_.clear();
    return std::exchange(readings_, {});
  }

 private:
  DocumentReading& reading_of(const TravellingClaim& claim) {
    const auto found = place_of_.find({claim.file, claim.document});
    if (found == place_of_.end()) {
      throw Error(
          fmt::format("{}: there are claims of this article, but not the article, among the lines "
                      "with story_key \"{}\"; keep all that `tally extract --whole` prints, and "
                      "sort it by story_key",
                      claim.document,
                      claim.story_key));
    }
    return readings_[found->second];
  }

  void check_counts() const {
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      if (readings_[i].claims.size() != claim_counts_[i]) {
        throw Error(fmt::format("{}: {} of its {} claims are here; was a line lost or doubled?",
                                readings_[i].document.id,
                                readings_[i].claims.size(),
                                claim_counts_[i]));
      }
    }
  }

  std::string key_;
  std::vector<DocumentReading> readings_;
  std::vector<std::size_t> claim_counts_;                                // of each of them
  std::map<std::pair<std::string, std::string>, std::size_t> place_of_;  // by file and id
  std::vector<TravellingClaim> claims_;
};

// Hands over each line of standard input: its story key and what it holds.
template <typename Take>
void read_lines(Session& session, Take take) {
  ByteStream stream(session.streams.in);
  std::string line;
  for (std::size_t number = 1;; ++number) {
    const ByteStream::Line kind = stream.line(line, k_longest_line);
    if (kind == ByteStream::Line::none) {
      break;
    }
    if (line.empty()) {
      continue;
    }
    auto whole = read_whole(line);
    if (const auto* fault = std::get_if<WholeFault>(&whole)) {
      throw Error(fmt::format("-:{}: {}", number, fault->message));
    }
    if (auto* document = std::get_if<TravellingDocument>(&whole)) {
      const std::string key = document->reading.story_key;
      take(key, std::move(*document));
    } else {
      auto& claim = std::get<TravellingClaim>(whole);
      const std::string key = claim.story_key;
      take(key, std::move(claim));
    }
  }
  if (!stream.fault().empty()) {
    throw Error(fmt::format("-: {}", stream.fault()));
  }
}

// Prints the findings of a block and says whether an open conflict is among them.
bool print_block(const Session& session, const RulePack& pack, StoryBlock& block) {
  const std::string key = block.key();
  const bool one_story = session.options.stories == Stories::one;
  Comparison comparison = comparison_of_readings(block.take(), pack, one_story);
  keep_wanted_findings(comparison, session.options);
  each_finding_line(
      comparison, key, [&session](const std::string& line) { session.streams.out << line; });
  return std::any_of(comparison.findings.begin(), comparison.findings.end(), is_open_conflict);
}

// One block after the other, so that memory holds the largest of them and no more.
int print_blocks(Session& session, const RulePack& pack) {
  StoryBlock block;
  bool conflict = false;
  read_lines(session, [&](const std::string& key, auto whole) {
    if (!block.empty() && key != block.key()) {
      conflict = print_block(session, pack, block) || conflict;
    }
    block.add(std::move(whole));
  });
  if (!block.empty()) {
    conflict = print_block(session, pack, block) || conflict;
  }
  return conflict ? 1 : 0;
}

}  // namespace

int compare_lines(Session& session) {
  const auto pack = ready_pack_of(session);
  const bool one_story = session.options.stories == Stories::one;
  const Format format = session.options.format.value_or(Format::jsonl);
  if (format == Format::jsonl && !one_story) {
    return print_blocks(session, *pack);
  }
  StoryBlock all;
  read_lines(session, [&](const std::string&, auto whole) { all.add(std::move(whole)); });
  Comparison comparison = comparison_of_readings(all.take(), *pack, one_story);
  keep_wanted_findings(comparison, session.options);
  return print_comparison(session, comparison, program_of(*pack), format);
}

}  // namespace tally::cli

// SPDX-License-Identifier: Apache-2.0
#include "fuzz/targets.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "base/civil.h"
#include "base/error.h"
#include "ingest/read.h"
#include "ingest/whole.h"
#include "pipeline.h"
#include "report/json.h"
#include "rules/pack.h"
#include "store/store.h"

namespace tally {
namespace {

// A promise that must hold whatever the input; sanitizers and fuzzers both see an abort.
void promise(bool kept, std::string_view what) {
  if (!kept) {
    fmt::print(stderr, "broken promise: {}\n", what);
    std::abort();
  }
}

const RulePack& shipped() {
  static const std::unique_ptr<RulePack> pack = [] {
    const auto files = built_in_pack_files();
    return load_pack({files.begin(), files.end()});
  }();
  return *pack;
}

// Pieces of the input between NUL bytes: the documents of one story.
std::vector<std::string_view> pieces_of(std::string_view input) {
  std::vector<std::string_view> pieces;
  while (true) {
    const std::size_t end = input.find('\0');
    pieces.push_back(input.substr(0, end));
    if (end == std::string_view::npos) {
      return pieces;
    }
    input.remove_prefix(end + 1);
  }
}

void check_extraction(const Document& document) {
  const Extraction extraction = extraction_of(document, shipped());
  for (const Mention& mention : extraction.mentions) {
    promise(mention.span.begin < mention.span.end, "a mention has a length");
    promise(mention.span.end <= document.text.size(), "a mention lies in its text");
    promise(mention.sentence < extraction.sentences.size(), "a mention has its sentence");
    const Value& value = mention.value;
    promise(!value.low || !value.high || *value.low <= *value.high, "an interval is in order");
  }
  for (const Claim& claim : extraction.claims) {
    promise(claim.mention.span.end <= document.text.size(), "a claim lies in its text");
  }
}

void read_as(std::string_view input, InputType type) {
  std::istringstream in{std::string(input)};
  read_stream(in, "fuzz", {shipped().layout, type}, check_extraction);
}

void run_text(std::string_view input) { read_as(input, InputType::text); }

void run_page(std::string_view input) { read_as(input, InputType::html); }

void run_archive(std::string_view input) { read_as(input, InputType::warc); }

void run_records(std::string_view input) { read_as(input, InputType::records); }

std::vector<PackFile> small_pack_with(std::string content) {
  return {{.name = "pack.toml", .content = "name = \"fuzz\"\nversion = \"1\"\n"},
          {.name = "en/forms.toml",
           .content = "[[shape]]\nname = \"small\"\npattern = '''\\d{1,2}'''\n"
                      "[class.fruit]\nrole = \"head\"\nwords = [\"apple\", \"blood orange\"]\n"},
          {.name = "en/x.toml", .content = std::move(content)}};
}

void load(std::string content) {
  const auto pack = load_pack(small_pack_with(std::move(content)));
  Document document;
  document.text = "Some 12 apples, no blood orange.";
  extraction_of(document, *pack);
}

void run_rule(std::string_view input) {
  try {
    load(std::string(input));
  } catch (const Error&) {  // nothing usable in it: said in a sentence
  }
}

void run_pattern(std::string_view input) {
  if (input.find("'''") != std::string_view::npos) {
    return;
  }
  load(
      fmt::format("[[value]]\nid = \"en.x\"\nreader = \"count\"\nkind = \"count\"\n"
                  "match = [\n'''\n{}''',\n]\n",
                  input));
}

void run_report(std::string_view input) {
  std::vector<Document> documents;
  constexpr Day k_first_day = 19800;
  constexpr std::size_t k_most = 4;
  for (const std::string_view piece : pieces_of(input)) {
    if (documents.size() == k_most) {
      break;
    }
    Document document;
    document.id = fmt::format("d{}", documents.size());
    document.path = document.id;
    document.text = piece;
    document.published = k_first_day + static_cast<Day>(documents.size());
    documents.push_back(std::move(document));
  }
  const Comparison comparison = comparison_of(std::move(documents), shipped(), true);
  const std::string json = comparison_json(comparison, {});
  promise(nlohmann::json::accept(json), "a report is JSON");
}

void run_sql(std::string_view input) {
  static Store store(":memory:", Access::write);
  const ResultSink sink = {.columns = [](std::span<const std::string>) {},
                           .row = [](std::span<const Cell>) {}};
  try {
    store.query(std::string(input), {}, sink, Access::read);
  } catch (const Error&) {  // refused, or not SQL: said in a sentence
  }
}

// A line of `tally extract --whole` that somebody changed on its way.
void run_whole(std::string_view input) {
  const auto read = read_whole(input);
  if (const auto* document = std::get_if<TravellingDocument>(&read)) {
    const std::string& text = document->reading.document.text;
    for (const Gap& gap : document->reading.gaps) {
      promise(gap.span.begin <= gap.span.end && gap.span.end <= text.size(),
              "the gaps of a document that is read lie in its text");
    }
  } else if (const auto* claim = std::get_if<TravellingClaim>(&read)) {
    promise(!fits(claim->claim, "") || claim->claim.mention.span.end == 0,
            "no claim fits a text that it lies outside");
  }
}

constexpr std::array k_targets = {
    FuzzTarget{"archive", run_archive},
    FuzzTarget{"page", run_page},
    FuzzTarget{"pattern", run_pattern},
    FuzzTarget{"records", run_records},
    FuzzTarget{"report", run_report},
    FuzzTarget{"rule", run_rule},
    FuzzTarget{"sql", run_sql},
    FuzzTarget{"text", run_text},
    FuzzTarget{"whole", run_whole},
};

}  // namespace

std::span<const FuzzTarget> fuzz_targets() { return k_targets; }

}  // namespace tally

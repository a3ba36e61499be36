// SPDX-License-Identifier: Apache-2.0
// `tally sources`: the articles of a database; `tally sources set`: corrects one of them.
#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/findings.h"
#include "pipeline.h"
#include "report/ids.h"

namespace tally::cli {
namespace {

std::int64_t whole(std::size_t number) { return static_cast<std::int64_t>(number); }

// What is in a database, numbered as reports number it: first what the last comparison compared, in
// its order, then what was added since.
struct Listing {
  std::vector<Harvest> harvests;
  std::vector<std::string> origins;  // of each; empty where it is not compared
};

Listing listing_of(const Store& store) {
  Listing listing{.harvests = store.load_harvests()};
  std::map<std::string, std::pair<std::size_t, std::string>> compared;  // number and origin by id
  if (store.has_comparison()) {
    const Comparison comparison = store.load_comparison();
    for (std::size_t i = 0; i < comparison.sources.size(); ++i) {
      compared.emplace(comparison.sources[i].id,
                       std::pair(i, origin_id(comparison.origin_of_source[i])));
    }
  }
  const auto place_of = [&compared](const Harvest& harvest) {
    const auto found = compared.find(harvest.document.id);
    return found == compared.end() ? compared.size() : found->second.first;
  };
  std::stable_sort(listing.harvests.begin(),
                   listing.harvests.end(),
                   [&](const Harvest& a, const Harvest& b) { return place_of(a) < place_of(b); });
  for (const Harvest& harvest : listing.harvests) {
    const auto found = compared.find(harvest.document.id);
    listing.origins.push_back(found == compared.end() ? std::string() : found->second.second);
  }
  return listing;
}

// The document called `name`: "s3", or its id. Throws Error when there is none.
Document named_document(const Store& store, const std::string& name, const std::string& path) {
  std::vector<Harvest> harvests = listing_of(store).harvests;
  for (std::size_t i = 0; i < harvests.size(); ++i) {
    if (name == source_id(i) || name == harvests[i].document.id) {
      return std::move(harvests[i].document);
    }
  }
  throw Error(
      fmt::format("nothing is called '{}' in {}; ids stand in 'tally sources'", name, path));
}

// Is the last comparison one of a single story?
bool is_one_story(const Store& store) { return store.load_comparison().stories.size() == 1; }

}  // namespace

int sources(Session& session) {
  const Store store(database_path(session), Access::read);
  Table table{.columns = {"id",
                          "source",
                          "outlet",
                          "published",
                          "from",
                          "origin",
                          "claims",
                          "figures",
                          "not_understood"}};
  const Listing listing = listing_of(store);
  for (std::size_t i = 0; i < listing.harvests.size(); ++i) {
    const Harvest& harvest = listing.harvests[i];
    const Document& document = harvest.document;
    table.rows.push_back({source_id(i),
                          document.path,
                          document.outlet,
                          document.published ? iso_date(*document.published) : std::string(),
                          std::string(name_of(document.published_from)),
                          listing.origins[i],
                          whole(harvest.claims.size()),
                          whole(harvest.figures),
                          whole(harvest.not_understood)});
  }
  print_table(session, table);
  return 0;
}

int sources_set(Session& session) {
  const Options& options = session.options;
  if (!options.published && !options.outlet) {
    throw Error("sources set: give --published YYYY-MM-DD or --outlet NAME");
  }
  const std::string path = database_path(session);
  const auto pack = ready_pack_of(session);
  Store store(path, Access::change);
  store.use_pack(record_of(*pack));
  Document document = named_document(store, options.subject, path);
  const Correction correction{
      .source = document.id, .published = options.published, .outlet = options.outlet};
  const bool was_compared = store.has_comparison();
  const bool one_story = was_compared && is_one_story(store);
  store.remember(correction);
  apply_correction(correction, document);
  const std::vector<Harvest> harvests = {harvest_of(std::move(document), *pack)};
  store.add(harvests);
  if (was_compared) {
    store.save_comparison(comparison_of(documents_as_read(store), *pack, one_story, store.links()));
  }
  warn(session,
       fmt::format(
           "{}: {} corrected{}", path, correction.source, was_compared ? "; compared again" : ""));
  return 0;
}

}  // namespace tally::cli

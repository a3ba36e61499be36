// SPDX-License-Identifier: Apache-2.0
// Writes a database of made-up claims with their comparison, for the benches of queries.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <numeric>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "compare/compare.h"
#include "rules/built_in.h"
#include "rules/pack.h"
#include "store/comparison_update.h"
#include "store/store.h"
#include "synthetic.h"

namespace tally::bench {
namespace {

constexpr std::size_t k_batch = 256;  // documents

void add_all(Store& store, const Collection& collection) {
  std::vector<Harvest> batch;
  std::size_t next = 0;
  for (std::size_t i = 0; i < collection.documents.size(); ++i) {
    Harvest& harvest = batch.emplace_back();
    harvest.document = collection.documents[i];
    for (; next < collection.claims.size() && collection.claims[next].source == i; ++next) {
      harvest.claims.push_back(collection.claims[next]);
    }
    harvest.figures = harvest.claims.size();
    if (batch.size() == k_batch || i + 1 == collection.documents.size()) {
      store.add(batch);
      batch.clear();
    }
  }
}

void compare_all(Store& store, const std::vector<Story>& stories, const Concepts& concepts) {
  ComparisonUpdate update = store.update_comparison(Keep::nothing);
  update.each_document([](const Document&) {});
  for (const std::size_t story : update.arrange(stories)) {
    std::vector<Document> documents;
    std::vector<Claim> claims;
    for (StoredSource& source : update.load(story)) {
      for (Claim& claim : source.harvest.claims) {
        claim.source = documents.size();
        claims.push_back(std::move(claim));
      }
      documents.push_back(std::move(source.harvest.document));
    }
    Story whole{stories[story].name, std::vector<std::size_t>(documents.size())};
    std::iota(whole.sources.begin(), whole.sources.end(), std::size_t{0});
    update.write(
        story, compare(std::move(documents), std::move(claims), {std::move(whole)}, concepts), {});
  }
  update.commit();
}

void run(const std::string& path, std::size_t claims) {
  std::filesystem::remove(path);
  Store store(path, Access::write);
  const Collection collection = collection_of(claims);
  add_all(store, collection);
  const auto pack = ready_pack(find_pack({}, "", ""));
  compare_all(store, collection.stories, pack->concepts);
}

}  // namespace
}  // namespace tally::bench

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: bench_database FILE CLAIMS\n", stderr);
    return 2;
  }
  tally::bench::run(arguments[1], static_cast<std::size_t>(std::strtod(arguments[2], nullptr)));
  return 0;
}

// SPDX-License-Identifier: Apache-2.0
#include "cli/comparing.h"

#include <numeric>
#include <utility>

#include "cli/database.h"
#include "compare/compare.h"
#include "compare/story.h"
#include "pipeline.h"
#include "store/comparison_update.h"

namespace tally::cli {
namespace {

// A story on its own, and what had to be read again for it.
struct Compared {
  Comparison comparison;
  std::vector<Harvest> fresh;
};

bool has_same_date(const Document& a, const Document& b) {
  return a.published == b.published && a.published_from == b.published_from;
}

// A date that is assumed now and was not before, or was another one, is read from again: relative
// dates count from it.
Harvest harvest_with(Document document, StoredSource& stored, const RulePack& pack) {
  const Document& known = stored.harvest.document;
  if (stored.is_current && has_same_date(document, known)) {
    return std::move(stored.harvest);
  }
  stored.is_current = false;
  return harvest_of(std::move(document), pack);
}

Compared compared(std::string name,
                  std::vector<StoredSource> stored,
                  const RulePack& pack,
                  const LinkBook& links) {
  std::vector<Document> documents;
  for (const StoredSource& source : stored) {
    documents.push_back(without_assumed_date(source.harvest.document));
  }
  Story story{std::move(name), std::vector<std::size_t>(documents.size())};
  std::iota(story.sources.begin(), story.sources.end(), std::size_t{0});
  assume_dates(documents, {story});
  Compared out;
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < stored.size(); ++i) {
    Harvest harvest = harvest_with(std::move(documents[i]), stored[i], pack);
    if (!stored[i].is_current) {
      out.fresh.push_back(harvest);
    }
    for (Claim& claim : harvest.claims) {
      claim.source = i;
      claims.push_back(std::move(claim));
    }
    documents[i] = std::move(harvest.document);
  }
  out.comparison =
      compare(std::move(documents), std::move(claims), {std::move(story)}, pack.concepts, links);
  return out;
}

}  // namespace

std::size_t bring_up_to_date(Store& store, const RulePack& pack, bool one_story, Keep keep) {
  const LinkBook links(store.links());
  ComparisonUpdate update = store.update_comparison(keep);
  StoryFinder finder;
  update.each_document([&finder](const Document& document) { finder.add(document); });
  const std::vector<Story> stories = finder.stories(one_story);
  const std::vector<std::size_t> open = update.arrange(stories);
  for (const std::size_t story : open) {
    const Compared outcome = compared(stories[story].name, update.load(story), pack, links);
    update.write(story, outcome.comparison, outcome.fresh);
  }
  update.commit();
  return open.size();
}

}  // namespace tally::cli

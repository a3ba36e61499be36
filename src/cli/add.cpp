// SPDX-License-Identifier: Apache-2.0
// `tally add` and `tally compare`: articles into a database, and the comparison of all of them.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/comparing.h"
#include "cli/database.h"
#include "cli/findings.h"
#include "cli/in_order.h"

namespace tally::cli {
namespace {

// Documents extracted before they are written together.
constexpr std::size_t k_batch = 256;

// How many documents became what.
struct Tally {
  std::size_t fresh = 0;
  std::size_t replaced = 0;
  std::size_t unchanged = 0;
};

void write_batch(Store& store, std::vector<Harvest>& batch, Tally& tally) {
  for (const Added added : store.add(batch)) {
    switch (added) {
      case Added::fresh:
        ++tally.fresh;
        break;
      case Added::replaced:
        ++tally.replaced;
        break;
      case Added::unchanged:
        ++tally.unchanged;
        break;
    }
  }
  batch.clear();
}

}  // namespace

int add(Session& session) {
  const auto pack = ready_pack_of(session);
  Store store(database_path(session), Access::write);
  store.use_pack(record_of(*pack));
  const std::vector<Correction> corrections = store.load_corrections();
  std::vector<Harvest> batch;
  Tally tally;
  InOrder<Document, Harvest> harvests(
      thread_count(session.options.jobs),
      [&pack](Document& document) { return harvest_of(std::move(document), *pack); },
      [&](Harvest harvest) {
        batch.push_back(std::move(harvest));
        if (batch.size() == k_batch) {
          write_batch(store, batch, tally);
        }
      });
  read_inputs(session, *pack, [&](Document document) {
    apply_corrections(corrections, document);
    if (store.holds(document)) {
      ++tally.unchanged;
      return;
    }
    harvests.add(std::move(document));
  });
  harvests.finish();
  write_batch(store, batch, tally);
  warn(session,
       fmt::format("{}: {} added, {} replaced, {} unchanged",
                   shown_database(session),
                   tally.fresh,
                   tally.replaced,
                   tally.unchanged));
  return 0;
}

int compare(Session& session) {
  if (session.options.from_stdin) {
    return compare_lines(session);
  }
  const auto pack = ready_pack_of(session);
  Store store(database_path(session), Access::change);
  store.use_pack(record_of(*pack));
  const bool one_story = session.options.stories == Stories::one;
  const Keep keep = session.options.all ? Keep::nothing : Keep::untouched;
  const std::size_t compared = bring_up_to_date(store, *pack, one_story, keep);
  if (session.options.quiet) {
    warn(session,
         fmt::format("{}: {} stories compared, {} kept as they were",
                     database_path(session),
                     compared,
                     store.story_count() - compared));
    return store.has_open_conflict() ? 1 : 0;
  }
  Comparison comparison = store.load_comparison();
  keep_wanted_findings(comparison, session.options);
  return print_comparison(session, comparison, program_of(*pack));
}

}  // namespace tally::cli

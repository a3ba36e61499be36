// SPDX-License-Identifier: Apache-2.0
// `tally add` and `tally compare`: articles into a database, and the comparison of all of them.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/database.h"
#include "cli/findings.h"
#include "pipeline.h"

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
  read_inputs(session, *pack, [&](Document document) {
    apply_corrections(corrections, document);
    if (store.holds(document)) {
      ++tally.unchanged;
      return;
    }
    batch.push_back(harvest_of(std::move(document), *pack));
    if (batch.size() == k_batch) {
      write_batch(store, batch, tally);
    }
  });
  write_batch(store, batch, tally);
  warn(session,
       fmt::format("{}: {} added, {} replaced, {} unchanged",
                   database_path(session),
                   tally.fresh,
                   tally.replaced,
                   tally.unchanged));
  return 0;
}

int compare(Session& session) {
  const auto pack = ready_pack_of(session);
  Store store(database_path(session), Access::change);
  store.use_pack(record_of(*pack));
  const bool one_story = session.options.stories == Stories::one;
  Comparison comparison =
      compared(session, documents_as_read(store), *pack, one_story, store.links());
  store.save_comparison(comparison);
  apply_decisions(comparison, store.decisions());
  keep_wanted_findings(comparison, session.options);
  return print_comparison(session, comparison, program_of(*pack));
}

}  // namespace tally::cli

// SPDX-License-Identifier: Apache-2.0
#include "store/comparison_update.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "store/comparison_writer.h"
#include "store/database.h"
#include "store/harvests.h"
#include "store/schema.h"
#include "store/transaction.h"

namespace tally {
namespace {

using Row = std::int64_t;

// What the database knows of a document besides its text.
struct Standing {
  Row row = 0;
  Row story = 0;  // 0: none
  bool is_compared = false;
  bool is_in_order = false;  // its place in the comparison is that of its row
  bool is_current = false;
};

// A story of the comparison that is there.
struct Known {
  std::string name;
  std::int64_t ordinal = 0;
  std::size_t sources = 0;
  bool is_kept = false;
};

using KnownStories = std::unordered_map<Row, Known>;

// The stories that still hold, as far as they alone can tell: none where others rules were used.
KnownStories known_stories(Database& database, const PackRecord& pack, Keep keep) {
  KnownStories known;
  Statement run = database.prepare(
      "SELECT 1 FROM run WHERE id = (SELECT max(id) FROM run) AND program = ? AND pack_sha256 = ?");
  run.put(pack.program).put(pack.sha256);
  const bool has_same_rules = run.step();
  const bool holds = keep == Keep::untouched && has_same_rules;
  Statement stories = database.prepare("SELECT id, name, ordinal, sources, is_stale FROM story");
  while (stories.step()) {
    const Row row = stories.take_integer();
    Known story{.name = stories.take_text(), .ordinal = stories.take_integer()};
    story.sources = static_cast<std::size_t>(stories.take_integer());
    const bool is_stale = stories.take_integer() != 0;
    story.sources = holds && !is_stale ? story.sources : 0;  // no story has no source
    known.emplace(row, std::move(story));
  }
  return known;
}

}  // namespace

struct ComparisonUpdate::State {
  State(Database& of, const PackRecord& with, Keep keep)
      : database(&of),
        pack(&with),
        transaction(of),
        known(known_stories(of, with, keep)),
        reader(of),
        harvests(of, with),
        writer(of) {}

  // The row of the known story that these documents are, whole and unchanged.
  std::optional<Row> holding(const Story& story) const {
    const Row row = documents[story.sources.front()].story;
    const auto found = known.find(row);
    if (found == known.end() || found->second.sources != story.sources.size()) {
      return std::nullopt;
    }
    const bool holds =
        std::all_of(story.sources.begin(), story.sources.end(), [&](std::size_t source) {
          const Standing& document = documents[source];
          return document.story == row && document.is_in_order && document.is_current;
        });
    return holds ? std::optional(row) : std::nullopt;
  }

  void keep(Row row, std::size_t ordinal) {
    Known& story = known.at(row);
    story.is_kept = true;
    const auto place = static_cast<std::int64_t>(ordinal);
    if (story.ordinal != place || story.name != stories[ordinal].name) {
      Statement move = database->prepare("UPDATE story SET ordinal = ?, name = ? WHERE id = ?");
      move.put_integer(place).put(stories[ordinal].name).put_integer(row).run();
    }
  }

  void drop_others() {
    Statement leave = database->prepare(
        "UPDATE document SET compared_at = NULL, story_id = NULL, origin_id = NULL WHERE id = ?");
    for (const Standing& document : documents) {
      const auto story = known.find(document.story);
      const bool is_kept = story != known.end() && story->second.is_kept;
      if (document.is_compared && !is_kept) {
        leave.put_integer(document.row).run();
      }
    }
    Statement drop = database->prepare("DELETE FROM story WHERE id = ?");
    for (const auto& [row, story] : known) {
      if (!story.is_kept) {
        drop.put_integer(row).run();
      }
    }
    database->run(
        "DELETE FROM origin WHERE id NOT IN"
        " (SELECT origin_id FROM document WHERE origin_id IS NOT NULL)");
    next_origin = database->integer_of("SELECT coalesce(max(number) + 1, 0) FROM origin");
  }

  Database* database;
  const PackRecord* pack;
  Transaction transaction;
  KnownStories known;
  HarvestReader reader;
  HarvestWriter harvests;
  ComparisonWriter writer;
  std::vector<Standing> documents;
  std::vector<Story> stories;
  std::int64_t next_origin = 0;
};

ComparisonUpdate::ComparisonUpdate(Database& database, const PackRecord& pack, Keep keep)
    : state_(std::make_unique<State>(database, pack, keep)) {}

ComparisonUpdate::~ComparisonUpdate() = default;
ComparisonUpdate::ComparisonUpdate(ComparisonUpdate&&) noexcept = default;
ComparisonUpdate& ComparisonUpdate::operator=(ComparisonUpdate&&) noexcept = default;

void ComparisonUpdate::each_document(const std::function<void(const Document&)>& take) {
  state_->documents.clear();
  each_stored_document(*state_->database, [&](const StoredHarvest& stored) {
    state_->documents.push_back({.row = stored.id,
                                 .story = stored.story_id.value_or(0),
                                 .is_compared = stored.compared_at.has_value(),
                                 .is_in_order = stored.compared_at == stored.id,
                                 .is_current = stored.pack_sha256 == state_->pack->sha256});
    take(without_assumed_date(stored.harvest.document));
  });
}

std::vector<std::size_t> ComparisonUpdate::arrange(std::vector<Story> stories) {
  state_->stories = std::move(stories);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < state_->stories.size(); ++i) {
    if (const auto row = state_->holding(state_->stories[i])) {
      state_->keep(*row, i);
    } else {
      open.push_back(i);
    }
  }
  state_->drop_others();
  return open;
}

std::vector<StoredSource> ComparisonUpdate::load(std::size_t story) {
  std::vector<StoredSource> sources;
  for (const std::size_t source : state_->stories[story].sources) {
    const Standing& document = state_->documents[source];
    StoredHarvest stored = state_->reader.at(document.row);
    state_->reader.load_claims(stored);
    sources.push_back({std::move(stored.harvest), document.is_current});
  }
  return sources;
}

void ComparisonUpdate::write(std::size_t story,
                             const Comparison& comparison,
                             std::span<const Harvest> fresh) {
  for (const Harvest& harvest : fresh) {
    state_->harvests.write(harvest);
  }
  std::vector<std::int64_t> documents;
  std::vector<std::int64_t> claims;
  for (const std::size_t source : state_->stories[story].sources) {
    documents.push_back(state_->documents[source].row);
    const auto ids = state_->reader.claim_ids(documents.back());
    claims.insert(claims.end(), ids.begin(), ids.end());
  }
  state_->writer.write(comparison,
                       {.documents = documents,
                        .places = documents,
                        .claims = claims,
                        .first_story = static_cast<std::int64_t>(story),
                        .first_origin = state_->next_origin});
  state_->next_origin += static_cast<std::int64_t>(documents.size());
}

void ComparisonUpdate::commit() {
  // Numbers are unique: the new ones are first written below zero.
  state_->database->run(
      "WITH told (id, number) AS (SELECT origin_id, row_number() OVER (ORDER BY min(id)) - 1"
      "  FROM document WHERE origin_id IS NOT NULL GROUP BY origin_id)"
      " UPDATE origin SET number = -1 - told.number FROM told"
      " WHERE told.id = origin.id AND told.number <> origin.number;"
      "UPDATE origin SET number = -1 - number WHERE number < 0");
  const auto sum_of = [&](const char* sql) { return state_->database->integer_of(sql); };
  const auto compared = sum_of("SELECT coalesce(sum(compared), 0) FROM story");
  const auto claims = sum_of("SELECT coalesce(sum(claims), 0) FROM story");
  Statement insert = state_->database->prepare(
      "INSERT INTO run (program, pack_name, pack_version, pack_sha256, figures, compared,"
      " one_source, not_understood) SELECT ?, ?, ?, ?, coalesce(sum(figures), 0), ?, ?,"
      " coalesce(sum(not_understood), 0) FROM document WHERE compared_at IS NOT NULL");
  insert.put(state_->pack->program).put(state_->pack->name).put(state_->pack->version);
  insert.put(state_->pack->sha256).put_integer(compared).put_integer(claims - compared).run();
  state_->transaction.commit();
}

}  // namespace tally

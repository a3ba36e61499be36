// SPDX-License-Identifier: Apache-2.0
#include "cli/database.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "cli/in_order.h"
#include "cli/progress.h"
#include "pipeline.h"
#include "store/address.h"

namespace tally::cli {

std::string database_path(const Session& session) {
  if (!session.options.database.empty()) {
    return session.options.database;
  }
  if (!session.environment.tally_db.empty()) {
    return session.environment.tally_db;
  }
  return session.settings.database ? session.settings.database->value : "tally.db";
}

std::string shown_database(const Session& session) { return shown_address(database_path(session)); }

PackRecord record_of(const RulePack& pack) {
  PackRecord record{.name = pack.name, .version = pack.version, .sha256 = pack.sha256};
  const auto add = [&](const RuleSource& rule) {
    const PackLayer& layer = pack.layers.at(rule.layer);
    record.rules.push_back({rule.id, rule.rev, rule.title, layer.name, layer.version});
  };
  for (const auto& [unused, language] : pack.languages) {
    for (const ClaimRule& rule : language->rules) {
      add(rule.source);
    }
    for (const ValuePattern& pattern : language->values) {
      add(pattern.source);
    }
  }
  for (const auto& [unused, unit] : pack.units) {
    record.units.push_back({unit.code, unit.kind, unit.base, unit.factor, unit.offset, unit.name});
  }
  return record;
}

Harvest harvest_of(Document document, const RulePack& pack) {
  Extraction extraction = extraction_of(document, pack);
  const std::vector<Gap> gaps = gaps_of(extraction);
  const auto unread = static_cast<std::size_t>(std::count_if(
      gaps.begin(), gaps.end(), [](const Gap& gap) { return gap.kind == GapKind::unread; }));
  return {.document = std::move(document),
          .claims = std::move(extraction.claims),
          .gaps = gaps,
          .figures = extraction.mentions.size() + unread,
          .not_understood = unread};
}

ExtractAll extract_by_threads(const Session& session, const RulePack& pack) {
  return [&session, &pack](std::span<const Document> documents,
                           const std::function<void(Extraction)>& take) {
    std::size_t total = 0;
    for (const Document& document : documents) {
      total += document.text.size();
    }
    const std::unique_ptr<Progress> progress = progress_of(session, total);
    std::size_t taken = 0;
    InOrder<const Document*, Extraction> extractions(
        thread_count(session.options.jobs),
        [&pack](const Document* document) { return extraction_of(*document, pack); },
        [&](Extraction extraction) {
          if (progress) {
            progress->add_document();
            progress->add_bytes(documents[taken++].text.size());
          }
          take(std::move(extraction));
        });
    for (const Document& document : documents) {
      extractions.add(&document);
    }
    extractions.finish();
  };
}

Table table_of(const Store& store,
               const std::string& sql,
               std::span<const QueryParameter> parameters,
               Access access) {
  Table table;
  const ResultSink sink = {
      .columns =
          [&](std::span<const std::string> names) {
            table.columns.assign(names.begin(), names.end());
          },
      .row = [&](std::span<const Cell> row) { table.rows.emplace_back(row.begin(), row.end()); }};
  store.query(sql, parameters, sink, access);
  return table;
}

void apply_correction(const Correction& correction, Document& document) {
  if (correction.published) {
    document.published = correction.published;
    document.published_time.clear();
    document.published_from = PublishedFrom::flag;
  }
  document.outlet = correction.outlet.value_or(document.outlet);
}

void apply_corrections(const std::vector<Correction>& corrections, Document& document) {
  for (const Correction& correction : corrections) {
    if (correction.source == document.id) {
      apply_correction(correction, document);
    }
  }
}

}  // namespace tally::cli

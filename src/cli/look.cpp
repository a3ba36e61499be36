// SPDX-License-Identifier: Apache-2.0
// `tally report`, `stories`, `show`: looking into a database.
#include <algorithm>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/findings.h"
#include "report/detail.h"
#include "report/ids.h"

namespace tally::cli {
namespace {

std::int64_t whole(std::size_t number) { return static_cast<std::int64_t>(number); }

Comparison last_comparison(const Session& session) {
  return Store(database_path(session), Access::read).load_comparison();
}

std::size_t claims_of_source(const Comparison& comparison, std::size_t source) {
  return static_cast<std::size_t>(std::count_if(
      comparison.claims.begin(), comparison.claims.end(), [source](const Claim& claim) {
        return claim.source == source;
      }));
}

}  // namespace

int report(Session& session) {
  Comparison comparison = last_comparison(session);
  keep_wanted_findings(comparison, session.options);
  return print_comparison(session, comparison, {.version = version()});
}

int stories(Session& session) {
  const Comparison comparison = last_comparison(session);
  Table table{.columns = {"id", "story", "sources", "claims", "facts"}};
  for (std::size_t i = 0; i < comparison.stories.size(); ++i) {
    const Story& story = comparison.stories[i];
    std::size_t claims = 0;
    for (const std::size_t source : story.sources) {
      claims += claims_of_source(comparison, source);
    }
    const auto facts = std::count_if(comparison.facts.begin(),
                                     comparison.facts.end(),
                                     [i](const Fact& fact) { return fact.story == i; });
    table.rows.push_back({story_id(i),
                          story.name,
                          whole(story.sources.size()),
                          whole(claims),
                          static_cast<std::int64_t>(facts)});
  }
  print_table(session, table);
  return 0;
}

int show(Session& session) {
  const std::string& id = session.options.subject;
  const auto text = detail_text(last_comparison(session), id, style_of(session));
  if (!text) {
    throw Error(fmt::format("nothing is called '{}' in {}; ids stand in 'tally report -f json'",
                            id,
                            shown_database(session)));
  }
  session.streams.out << *text;
  return 0;
}

}  // namespace tally::cli

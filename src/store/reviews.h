// SPDX-License-Identifier: Apache-2.0
// What people decided, in the database: it outlives the comparison that it was decided on.
#pragma once

#include <string_view>
#include <vector>

#include "model/review.h"

namespace tally {

class Database;

// In the order in which they were first made.
std::vector<DecisionRecord> read_decisions(Database& database);
std::vector<LinkRecord> read_links(Database& database);

// In place of what was decided on the same finding or pair before. Within a transaction.
void write_decision(Database& database, const DecisionRecord& record);
void write_link(Database& database, const LinkRecord& record);

// Marks the stories that hold both quotes: their comparison no longer holds.
void mark_stories_with(Database& database, std::string_view quote_a, std::string_view quote_b);
// The same for the link of a pair of places, if there is one.
void mark_stories_of_link(Database& database, std::string_view place_a, std::string_view place_b);

// False: nothing was decided about it.
bool drop_decision(Database& database, std::string_view fingerprint);
bool drop_link(Database& database, std::string_view place_a, std::string_view place_b);

}  // namespace tally

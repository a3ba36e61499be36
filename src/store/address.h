// SPDX-License-Identifier: Apache-2.0
// The name of a database: a path, or the address of one on a PostgreSQL server.
#pragma once

#include <string>
#include <string_view>

namespace tally {

// True for "postgresql://…" and "postgres://…".
bool is_server_address(std::string_view name);

// True for an address whose parts are told apart without doubt, so that a message about it cannot
// show a piece of a password.
bool is_plain_address(std::string_view name);

// `name` as it may be shown: an address keeps its host and database and nothing that could be a
// secret. "postgresql://ann:pw@db.example/news" is shown as "postgresql://db.example/news"; of an
// address that is not plainly formed only the scheme is left.
std::string shown_address(std::string_view name);

}  // namespace tally

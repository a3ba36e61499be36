// SPDX-License-Identifier: Apache-2.0
// The commands, one function each.
#pragma once

#include "cli/session.h"

namespace tally::cli {

// Each runs its command on `session` and returns 0 or 1 (an open conflict); that an input failed is
// kept in the session. Throws Error when the run cannot go on.

// From articles, without a database.
int check(Session& session);
int read(Session& session);
int extract(Session& session);
int explain(Session& session);
int gaps(Session& session);

// On a database.
int add(Session& session);
int compare(Session& session);
int compare_lines(Session& session);  // without one: what `extract --whole` wrote
int report(Session& session);
int sources(Session& session);
int sources_set(Session& session);
int stories(Session& session);
int show(Session& session);
int sql(Session& session);
int export_database(Session& session);

// What people decide about a comparison.
int review(Session& session);
int review_same(Session& session);
int review_apart(Session& session);
int review_free(Session& session);

// On the program itself.
int generate(Session& session);
int doctor(Session& session);

// On the settings and the rule pack.
int config(Session& session);
int rules_list(Session& session);
int rules_show(Session& session);
int rules_test(Session& session);
int rules_lint(Session& session);
int rules_try(Session& session);
int rules_bench(Session& session);
int rules_new(Session& session);
int rules_doc(Session& session);

}  // namespace tally::cli

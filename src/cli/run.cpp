// SPDX-License-Identifier: Apache-2.0
#include "cli/run.h"

#include <exception>

#include "cli/commands.h"

namespace tally::cli {
namespace {

int run_command(Session& session) {
  switch (session.options.command) {
    case Command::check:
      return check(session);
    case Command::read:
      return read(session);
    case Command::extract:
      return extract(session);
    case Command::add:
      return add(session);
    case Command::compare:
      return compare(session);
    case Command::report:
      return report(session);
    case Command::sources:
      return sources(session);
    case Command::sources_set:
      return sources_set(session);
    case Command::stories:
      return stories(session);
    case Command::show:
      return show(session);
    case Command::sql:
      return sql(session);
    case Command::export_database:
      return export_database(session);
    case Command::review:
      return review(session);
    case Command::review_same:
      return review_same(session);
    case Command::review_apart:
      return review_apart(session);
    case Command::review_free:
      return review_free(session);
    case Command::rules_list:
      return rules_list(session);
    case Command::rules_show:
      return rules_show(session);
    case Command::rules_test:
      return rules_test(session);
    case Command::rules_lint:
      return rules_lint(session);
    case Command::rules_try:
      return rules_try(session);
    case Command::rules_bench:
      return rules_bench(session);
    case Command::rules_new:
      return rules_new(session);
    case Command::rules_doc:
      return rules_doc(session);
    case Command::config:
      return config(session);
    case Command::doctor:
      return doctor(session);
    case Command::generate:
      return generate(session);
    case Command::explain:
      return explain(session);
    case Command::gaps:
      return gaps(session);
  }
  return 2;
}

}  // namespace

int run(const std::vector<std::string>& arguments,
        const Streams& streams,
        const Environment& environment) {
  const auto parsed = options_of(arguments);
  if (const auto* reply = std::get_if<Reply>(&parsed)) {
    streams.out << reply->out;
    streams.err << reply->err;
    return reply->status;
  }
  Session session{std::get<Options>(parsed), streams, environment};
  try {
    session.settings = settings_above(environment.directory);
    complain(session, session.settings.diagnostics);
    const int status = run_command(session);
    return session.failed ? 2 : status;
  } catch (const std::exception& error) {
    complain(session, error.what());
    return 2;
  }
}

}  // namespace tally::cli

// SPDX-License-Identifier: Apache-2.0
#include "cli/run.h"

#include <algorithm>
#include <exception>
#include <iterator>

#include "cli/commands.h"
#include "report/quote.h"

namespace tally::cli {
namespace {

struct Entry {
  Command command;
  int (*run)(Session&);
};

constexpr Entry k_commands[] = {
    {Command::check, check},
    {Command::read, read},
    {Command::extract, extract},
    {Command::add, add},
    {Command::compare, compare},
    {Command::report, report},
    {Command::sources, sources},
    {Command::sources_set, sources_set},
    {Command::stories, stories},
    {Command::show, show},
    {Command::sql, sql},
    {Command::export_database, export_database},
    {Command::review, review},
    {Command::review_same, review_same},
    {Command::review_apart, review_apart},
    {Command::review_free, review_free},
    {Command::rules_list, rules_list},
    {Command::rules_show, rules_show},
    {Command::rules_test, rules_test},
    {Command::rules_lint, rules_lint},
    {Command::rules_try, rules_try},
    {Command::rules_bench, rules_bench},
    {Command::rules_new, rules_new},
    {Command::rules_doc, rules_doc},
    {Command::config, config},
    {Command::doctor, doctor},
    {Command::generate, generate},
    {Command::explain, explain},
    {Command::gaps, gaps},
};

int run_command(Session& session) {
  const auto* const entry =
      std::find_if(std::begin(k_commands), std::end(k_commands), [&session](const Entry& each) {
        return each.command == session.options.command;
      });
  return entry->run(session);
}

}  // namespace

int run(const std::vector<std::string>& arguments,
        const Streams& streams,
        const Environment& environment) {
  const auto parsed = options_of(arguments);
  if (const auto* reply = std::get_if<Reply>(&parsed)) {
    streams.out << reply->out;
    streams.err << visible_lines(reply->err);  // it repeats arguments, which may be names of files
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

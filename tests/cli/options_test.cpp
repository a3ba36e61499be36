// SPDX-License-Identifier: Apache-2.0
#include "cli/options.h"

#include <doctest/doctest.h>

namespace tally::cli {
namespace {

Options options(const std::vector<std::string>& arguments) {
  const auto outcome = options_of(arguments);
  REQUIRE(std::holds_alternative<Options>(outcome));
  return std::get<Options>(outcome);
}

Reply reply(const std::vector<std::string>& arguments) {
  const auto outcome = options_of(arguments);
  REQUIRE(std::holds_alternative<Reply>(outcome));
  return std::get<Reply>(outcome);
}

TEST_CASE("arguments become options") {
  const Options check = options({"check",
                                 "-f",
                                 "json",
                                 "--stories",
                                 "auto",
                                 "--min-confidence",
                                 "0.5",
                                 "--rules",
                                 "a",
                                 "--rules",
                                 "b",
                                 "x.txt",
                                 "-"});
  CHECK(check.command == Command::check);
  CHECK(check.format == Format::json);
  CHECK(check.stories == Stories::automatic);
  CHECK(check.min_confidence == 0.5);
  CHECK(check.rules == std::vector<std::string>{"a", "b"});
  CHECK(check.inputs == std::vector<std::string>{"x.txt", "-"});

  const Options extract =
      options({"extract", "--mentions", "--input", "jsonl", "--published", "2024-04-21", "-"});
  CHECK(extract.command == Command::extract);
  CHECK(extract.all_mentions);
  CHECK(extract.input_type == InputType::records);
  CHECK(extract.published == valid_day(2024, 4, 21));

  const Options sql = options({"sql", "SELECT :a", "-p", "a=1", "-p", "b=2", "--write"});
  CHECK(sql.subject == "SELECT :a");
  CHECK(sql.parameters == std::vector<std::string>{"a=1", "b=2"});
  CHECK(sql.writing == Writing::allowed);

  CHECK(options({"report", "--verdict", "conflict"}).verdict == Verdict::conflict);
  CHECK(options({"rules", "show", "en.money"}).command == Command::rules_show);
}

TEST_CASE("help and version are answers, not failures") {
  CHECK(reply({"--version"}).out == "tally " + version() + "\n");
  CHECK(reply({"--help"}).out.find("check") != std::string::npos);
  for (const char* command : {"check",
                              "extract",
                              "explain",
                              "gaps",
                              "add",
                              "compare",
                              "report",
                              "sources",
                              "stories",
                              "show",
                              "sql"}) {
    CAPTURE(command);
    const Reply help = reply({command, "--help"});
    CHECK(help.status == 0);
    CHECK(help.out.find("Usage: tally ") != std::string::npos);
  }
}

TEST_CASE("wrong arguments are explained, with status 2") {
  struct Row {
    std::vector<std::string> arguments;
    const char* words;
  };
  const Row rows[] = {
      {{}, "name a command"},
      {{"chekc"}, "no command 'chekc'"},
      {{"extract"}, "FILE is required"},
      {{"check", "--nonsense", "a.txt"}, "--nonsense"},
      {{"check", "-f", "yaml", "a.txt"}, "yaml"},
      {{"check", "--min-confidence", "7", "a.txt"}, "7"},
      {{"extract", "--published", "yesterday", "a.txt"}, "no date such as"},
      {{"rules"}, "subcommand"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.words);
    const Reply answer = reply(row.arguments);
    CHECK(answer.status == 2);
    CHECK(answer.out.empty());
    CHECK(answer.err.find(row.words) != std::string::npos);
  }
}

}  // namespace
}  // namespace tally::cli

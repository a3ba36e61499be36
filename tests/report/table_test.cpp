// SPDX-License-Identifier: Apache-2.0
#include "report/table.h"

#include <doctest/doctest.h>

namespace tally {
namespace {

Table sample() {
  return {.columns = {"outlet", "claims", "share"},
          .rows = {{std::string("Post, \"evening\""), std::int64_t{12}, 0.5},
                   {std::string("Wire\x1b"), std::int64_t{7}, std::monostate{}}}};
}

TEST_CASE("a table has aligned columns, numbers to the right") {
  CHECK(table_text(sample(), Style{}) ==
        "outlet           claims  share\n"
        "Post, \"evening\"      12    0.5\n"
        "Wire\uFFFD                 7\n");
}

TEST_CASE("CSV quotes what would break it") {
  CHECK(table_csv(sample()) ==
        "outlet,claims,share\n\"Post, \"\"evening\"\"\",12,0.5\nWire\x1b,7,\n");
}

TEST_CASE("TSV has one line a row, whatever a field holds") {
  CHECK(table_tsv({.columns = {"a", "b"}, .rows = {{"x\ty\nz\\", std::int64_t{1}}}}) ==
        "a\tb\nx\\ty\\nz\\\\\t1\n");
}

TEST_CASE("no cell breaks out of a Markdown table") {
  const Table table{.columns = {"quote_a", "n"},
                    .rows = {{"a | b\n<script> *x* _y_", std::int64_t{1}}, {"", std::monostate{}}}};
  CHECK(table_markdown(table) ==
        "| quote_a | n |\n|---|---:|\n"
        "| a \\| b \\<script\\> \\*x\\* \\_y\\_ | 1 |\n|  |  |\n");
}

TEST_CASE("JSON keeps numbers and nothing apart") {
  CHECK(table_jsonl(sample()) ==
        "{\"outlet\":\"Post, \\\"evening\\\"\",\"claims\":12,\"share\":0.5}\n"
        "{\"outlet\":\"Wire\\u001b\",\"claims\":7,\"share\":null}\n");
  CHECK(table_json({.columns = {"a"}, .rows = {}}) == "[]\n");
}

TEST_CASE("text that a spreadsheet would run as a formula is guarded, unless told otherwise") {
  const Table table{.columns = {"a", "b", "c"},
                    .rows = {{std::string("=1+1"), std::int64_t{-5}, std::string("-5 degrees")},
                             {std::string("@SUM(A1)"), -0.5, std::string("5 - 3")}}};
  CHECK(table_csv(table) == "a,b,c\n'=1+1,-5,'-5 degrees\n'@SUM(A1),-0.5,5 - 3\n");
  CHECK(table_csv(table, Formulas::kept) == "a,b,c\n=1+1,-5,-5 degrees\n@SUM(A1),-0.5,5 - 3\n");
}

}  // namespace
}  // namespace tally

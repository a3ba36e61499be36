// SPDX-License-Identifier: Apache-2.0
// Rows and columns for people and for programs.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "report/style.h"

namespace tally {

// Nothing, a whole number, a number, or text.
using TableCell = std::variant<std::monostate, std::int64_t, double, std::string>;

struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<TableCell>> rows;  // each as long as `columns`
};

// A number as short as it reads back the same, text as it is, nothing as an empty text.
std::string cell_text(const TableCell& cell);

// Aligned columns under their names, numbers to the right, long text cut, safe for a terminal.
std::string table_text(const Table& table, const Style& style);

// Whether text that a spreadsheet would run as a formula (it begins with = + - @, a tab or a
// carriage return) is kept as it is, or gets an apostrophe in front. Numbers are never touched.
enum class Formulas { guarded, kept };

// RFC 4180 with LF at line ends: fields quoted where they hold a comma, a quote or a line break.
std::string table_csv(const Table& table, Formulas formulas = Formulas::guarded);

// Fields parted by tabs, a line each; tabs, line breaks and backslashes inside a field are written
// \\t, \\n, \\r and \\\\, as in PostgreSQL's text format.
std::string table_tsv(const Table& table);

// A table of GitHub-flavoured Markdown, numbers to the right; no cell breaks out of it.
std::string table_markdown(const Table& table);

// A JSON array of objects, a line each, or the bare lines (JSONL).
std::string table_json(const Table& table);
std::string table_jsonl(const Table& table);

}  // namespace tally

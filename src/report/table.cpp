// SPDX-License-Identifier: Apache-2.0
#include "report/table.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "report/json_line.h"
#include "report/quote.h"

namespace tally {
namespace {

constexpr std::size_t k_widest_column = 60;

bool is_number(const TableCell& cell) {
  return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell);
}

std::string shown(const TableCell& cell) { return visible(squeezed(cell_text(cell))); }

std::vector<std::size_t> widths_of(const Table& table) {
  std::vector<std::size_t> widths;
  for (const std::string& name : table.columns) {
    widths.push_back(code_points_in(visible(name)));
  }
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::min(std::max(widths[i], code_points_in(shown(row[i]))), k_widest_column);
    }
  }
  return widths;
}

std::string aligned(const TableCell& cell, std::size_t width) {
  const std::string text = shown(cell);
  const std::size_t size = code_points_in(text);
  const bool to_the_right = is_number(cell) && size < width;
  return to_the_right ? fmt::format("{}{}", std::string(width - size, ' '), text)
                      : fitted(text, width);
}

// The line without the blanks at its end.
std::string without_tail(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

bool begins_as_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string csv_field(std::string text, Formulas formulas) {
  if (formulas == Formulas::guarded && begins_as_formula(text)) {
    text.insert(0, 1, '\'');
  }
  if (text.find_first_of(",\"\r\n") == std::string::npos) {
    return text;
  }
  std::string out = "\"";
  for (const char c : text) {
    out.append(c == '"' ? 2 : 1, c);
  }
  out.push_back('"');
  return out;
}

std::string tsv_field(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string tsv_line(const std::vector<std::string>& fields) {
  std::vector<std::string> escaped;
  for (const std::string& field : fields) {
    escaped.push_back(tsv_field(field));
  }
  return fmt::format("{}\n", fmt::join(escaped, "\t"));
}

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The text with whatever Markdown or HTML would take for markup escaped.
std::string markdown_cell(const std::string& text) {
  const std::string shown = visible(squeezed(text));
  std::string out;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const char c = shown[i];
    const bool is_inside =
        i > 0 && i + 1 < shown.size() && is_word(shown[i - 1]) && is_word(shown[i + 1]);
    const bool is_markup = std::string_view("\\`*[]<>|~&").find(c) != std::string_view::npos;
    out += is_markup || (c == '_' && !is_inside) ? "\\" : "";
    out += c;
  }
  return out;
}

bool is_number_column(const Table& table, std::size_t column) {
  return !table.rows.empty() &&
         std::all_of(table.rows.begin(), table.rows.end(), [column](const auto& row) {
           return is_number(row[column]) || std::holds_alternative<std::monostate>(row[column]);
         });
}

std::string json_value(const TableCell& cell) {
  const auto* number = std::get_if<double>(&cell);
  if (std::holds_alternative<std::monostate>(cell) || (number && !std::isfinite(*number))) {
    return "null";
  }
  return is_number(cell) ? cell_text(cell) : quoted_json(std::get<std::string>(cell));
}

std::vector<std::string> json_rows(const Table& table) {
  std::vector<std::string> lines;
  for (const auto& row : table.rows) {
    std::vector<std::string> members;
    for (std::size_t i = 0; i < row.size(); ++i) {
      members.push_back(fmt::format("{}:{}", quoted_json(table.columns[i]), json_value(row[i])));
    }
    lines.push_back(fmt::format("{{{}}}", fmt::join(members, ",")));
  }
  return lines;
}

}  // namespace

std::string cell_text(const TableCell& cell) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
    return fmt::format("{}", *whole);
  }
  if (const auto* number = std::get_if<double>(&cell)) {
    return fmt::format("{}", *number);
  }
  const auto* text = std::get_if<std::string>(&cell);
  return text == nullptr ? std::string() : *text;
}

std::string table_text(const Table& table, const Style& style) {
  const std::vector<std::size_t> widths = widths_of(table);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    names.push_back(fitted(visible(table.columns[i]), widths[i]));
  }
  const std::string head = without_tail(fmt::format("{}", fmt::join(names, "  ")));
  std::string out = fmt::format("{}\n", painted(style, Ink::strong, head));
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < row.size(); ++i) {
      cells.push_back(aligned(row[i], widths[i]));
    }
    out += fmt::format("{}\n", without_tail(fmt::format("{}", fmt::join(cells, "  "))));
  }
  return out;
}

std::string table_csv(const Table& table, Formulas formulas) {
  std::vector<std::string> fields;
  for (const std::string& name : table.columns) {
    fields.push_back(csv_field(name, formulas));
  }
  std::string out = fmt::format("{}\n", fmt::join(fields, ","));
  for (const auto& row : table.rows) {
    fields.clear();
    for (const TableCell& cell : row) {
      fields.push_back(csv_field(cell_text(cell), is_number(cell) ? Formulas::kept : formulas));
    }
    out += fmt::format("{}\n", fmt::join(fields, ","));
  }
  return out;
}

std::string table_tsv(const Table& table) {
  std::string out = tsv_line(table.columns);
  for (const auto& row : table.rows) {
    std::vector<std::string> fields;
    for (const TableCell& cell : row) {
      fields.push_back(cell_text(cell));
    }
    out += tsv_line(fields);
  }
  return out;
}

std::string table_markdown(const Table& table) {
  std::string head = "|";
  std::string rule = "|";
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    head += fmt::format(" {} |", markdown_cell(table.columns[i]));
    rule += is_number_column(table, i) ? "---:|" : "---|";
  }
  std::string out = fmt::format("{}\n{}\n", head, rule);
  for (const auto& row : table.rows) {
    out += "|";
    for (const TableCell& cell : row) {
      out += fmt::format(" {} |", markdown_cell(cell_text(cell)));
    }
    out += "\n";
  }
  return out;
}

std::string table_json(const Table& table) {
  return fmt::format("[{}]\n", fmt::join(json_rows(table), ",\n "));
}

std::string table_jsonl(const Table& table) {
  std::string out;
  for (const std::string& line : json_rows(table)) {
    out += fmt::format("{}\n", line);
  }
  return out;
}

}  // namespace tally

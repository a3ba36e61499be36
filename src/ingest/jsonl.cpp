// SPDX-License-Identifier: Apache-2.0
#include "ingest/jsonl.h"

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "ingest/charset.h"
#include "ingest/head.h"
#include "ingest/limits.h"
#include "ingest/published.h"

namespace tally {
namespace {

using nlohmann::json;

constexpr auto k_members = std::to_array<std::string_view>(
    {"id", "text", "title", "outlet", "byline", "url", "language", "published"});
enum Member : std::size_t { id, text, title, outlet, byline, url, language, published };

// Takes the events of a parser and keeps the members of the object on top that are texts or
// numbers. Everything else is passed over without being built, so nothing in it costs memory.
class RecordReader {
 public:
  // NOLINTBEGIN(readability-identifier-naming): the names that nlohmann::json calls.
  using Integer = json::number_integer_t;
  using Unsigned = json::number_unsigned_t;

  bool null() { return other({}); }
  bool boolean(bool) { return other("true or false"); }
  bool number_integer(Integer value) { return number(fmt::format("{}", value)); }
  bool number_unsigned(Unsigned value) { return number(fmt::format("{}", value)); }
  bool number_float(double, const std::string& words) { return number(words); }
  bool string(std::string& words) { return take(std::move(words)); }
  bool binary(json::binary_t&) { return other("binary"); }
  bool key(std::string& name) {
    if (depth_ == 1) {
      member_.reset();
      for (std::size_t i = 0; i < k_members.size(); ++i) {
        if (k_members[i] == name) {
          member_ = i;
        }
      }
    }
    return true;
  }
  bool start_object(std::size_t) {
    is_object = is_object || depth_ == 0;
    return deeper("an object");
  }
  bool end_object() { return higher(); }
  bool start_array(std::size_t) { return deeper("an array"); }
  bool end_array() { return higher(); }
  bool parse_error(std::size_t position, const std::string&, const json::exception&) {
    error_column = position;
    return false;
  }
  // NOLINTEND(readability-identifier-naming)

  std::array<std::optional<std::string>, k_members.size()> values;
  std::array<std::string_view, k_members.size()> wrong_types{};  // what stands there instead
  bool is_object = false;
  bool too_deep = false;
  std::size_t error_column = 0;  // in bytes, from 1; 0: none

 private:
  bool take(std::string words) {
    if (depth_ == 1 && member_) {
      values[*member_] = std::move(words);
    } else if (depth_ == 2 && in_list_ && member_ == byline) {  // ["A. Writer", "B. Reporter"]
      auto& names = values[byline];
      names = names ? fmt::format("{}, {}", *names, words) : std::move(words);
    }
    return true;
  }
  bool number(std::string words) {
    return depth_ == 1 && member_ == text ? other("a number") : take(std::move(words));
  }
  bool other(std::string_view what) {
    if (depth_ == 1 && member_) {
      wrong_types[*member_] = what;
    }
    return true;
  }
  bool deeper(std::string_view what) {
    const bool is_list = depth_ == 1 && what == "an array";
    if (!is_list || member_ != byline) {
      other(what);
    }
    in_list_ = is_list;
    too_deep = ++depth_ > k_most_json_nesting;
    return !too_deep;
  }
  bool higher() {
    --depth_;
    return true;
  }

  std::size_t depth_ = 0;
  std::optional<std::size_t> member_;  // of the object on top, at its value
  bool in_list_ = false;
};

void take_published(Document& document, const std::string& words, const Layout& layout) {
  if (words.empty()) {
    return;
  }
  const auto day = published_in(words, layout);
  if (!day) {
    document.warnings.push_back(
        fmt::format("\"published\": \"{}\" is not understood; write it as 2024-04-21", words));
    return;
  }
  document.published = day->day;
  document.published_time = day->time;
  document.published_from = PublishedFrom::record;
}

// Why what was parsed is no record; nothing when it is one.
std::optional<RecordFault> fault_of(const RecordReader& record, bool parsed) {
  if (record.too_deep) {
    return RecordFault{
        fmt::format("values within each other more than {} deep", k_most_json_nesting)};
  }
  if (!parsed) {
    return RecordFault{
        fmt::format("this line is not JSON; it goes wrong at column {}", record.error_column)};
  }
  if (!record.is_object) {
    return RecordFault{"this line is no JSON object"};
  }
  if (const std::string_view wrong = record.wrong_types[text]; !wrong.empty()) {
    return RecordFault{fmt::format("\"text\" is {}; it must be a string", wrong)};
  }
  if (!record.values[text] || trimmed(*record.values[text]).empty()) {
    return RecordFault{"the record has no \"text\""};
  }
  return std::nullopt;
}

}  // namespace

std::variant<Document, RecordFault> document_of_record(std::string line,
                                                       const std::string& file,
                                                       const std::string& place,
                                                       const Layout& layout) {
  Document document;
  RecordReader record;
  const std::string utf8 = utf8_of(std::move(line), {}, document.warnings);
  const bool parsed = json::sax_parse(utf8, &record);
  if (auto fault = fault_of(record, parsed)) {
    return std::move(*fault);
  }
  for (std::size_t i = 0; i < k_members.size(); ++i) {
    if (!record.wrong_types[i].empty()) {
      document.warnings.push_back(fmt::format(
          "\"{}\" is {}, not a string; it is left out", k_members[i], record.wrong_types[i]));
    }
  }
  const auto value = [&record](Member member) { return record.values[member].value_or(""); };
  document.text = value(text);
  document.id = value(id);
  document.id = document.id.empty() ? place : document.id;
  document.path = document.id;
  document.file = file;
  document.title = value(title);
  document.outlet = value(outlet);
  document.byline = value(byline);
  document.url = value(url);
  document.language = primary_language(value(language));
  take_published(document, value(published), layout);
  read_dateline(document, read_title_line(document, 0), layout);
  return document;
}

}  // namespace tally

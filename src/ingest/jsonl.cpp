// SPDX-License-Identifier: Apache-2.0
#include "ingest/jsonl.h"

#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "ingest/head.h"
#include "ingest/published.h"
#include "ingest/text.h"

namespace tally {
namespace {

using nlohmann::json;

// The member as text: a string as it is, a number as it is written, anything else empty.
std::string member(const json& record, const char* name) {
  const auto found = record.find(name);
  if (found == record.end()) {
    return {};
  }
  if (found->is_number()) {
    return found->dump();
  }
  return found->is_string() ? found->get<std::string>() : std::string();
}

void take_published(Document& document, const std::string& words) {
  if (words.empty()) {
    return;
  }
  const auto published = published_in(words);
  if (!published) {
    document.warnings.push_back(
        fmt::format("\"published\": \"{}\" is not understood; write it as 2024-04-21", words));
    return;
  }
  document.published = published->day;
  document.published_time = published->time;
  document.published_from = PublishedFrom::record;
}

}  // namespace

std::variant<Document, RecordFault> document_of_record(std::string line,
                                                       const std::string& file,
                                                       const std::string& place) {
  Document document;
  const json record = json::parse(decoded(std::move(line), document.warnings), nullptr, false);
  if (record.is_discarded()) {
    return RecordFault{"this line is not JSON"};
  }
  if (!record.is_object()) {
    return RecordFault{"this line is no JSON object"};
  }
  document.text = member(record, "text");
  if (trimmed(document.text).empty()) {
    return RecordFault{"the record has no \"text\""};
  }
  document.id = member(record, "id");
  document.id = document.id.empty() ? place : document.id;
  document.path = document.id;
  document.file = file;
  document.title = member(record, "title");
  document.outlet = member(record, "outlet");
  document.byline = member(record, "byline");
  document.url = member(record, "url");
  document.language = member(record, "language");
  take_published(document, member(record, "published"));
  read_dateline(document, read_title_line(document, 0));
  return document;
}

}  // namespace tally

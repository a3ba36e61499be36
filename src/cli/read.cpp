// SPDX-License-Identifier: Apache-2.0
// `tally read`: the documents as tally reads them, before anything is made of them.
#include <string>

#include <fmt/format.h>

#include "cli/commands.h"
#include "report/json_line.h"
#include "report/quote.h"

namespace tally::cli {
namespace {

std::string published_of(const Document& document) {
  std::string day = document.published ? iso_date(*document.published) : std::string();
  return document.published_time.empty() ? day : fmt::format("{}T{}", day, document.published_time);
}

// As a .txt file, which gives the same document when it is read again.
std::string as_text(const Document& document) {
  std::string out;
  const auto header = [&out](std::string_view key, std::string_view value) {
    if (!value.empty()) {
      out += fmt::format("{}: {}\n", key, visible(squeezed(value)));
    }
  };
  header("Title", document.title);
  header("Source", document.outlet);
  header("By", document.byline);
  header("Published", published_of(document));
  header("URL", document.url);
  header("Language", document.language);
  std::string body = document.text;
  for (std::size_t i = document.skipped.size(); i-- > 0;) {
    body.erase(document.skipped[i].begin, document.skipped[i].size());
  }
  return fmt::format("{}\n{}\n", out, visible_lines(trimmed(body)));
}

// As a line of a .jsonl file, which gives the same text when it is read again.
std::string as_record(const Document& document) {
  const Places places(document.text);
  std::string captions;
  for (const Span caption : document.captions) {
    captions += fmt::format("{}[{},{}]",
                            captions.empty() ? "" : ",",
                            places.code_points_before(caption.begin),
                            places.code_points_before(caption.end));
  }
  return fmt::format(
      R"({{"id":{},"title":{},"outlet":{},"byline":{},"url":{},"language":{},"published":{},)"
      R"("published_from":{},"captions":[{}],"text":{}}})",
      quoted_json(document.id),
      quoted_json(document.title),
      quoted_json(document.outlet),
      quoted_json(document.byline),
      quoted_json(document.url),
      quoted_json(document.language),
      quoted_json(published_of(document)),
      quoted_json(name_of(document.published_from)),
      captions,
      quoted_json(document.text));
}

}  // namespace

int read(Session& session) {
  const bool as_records = session.options.format == Format::jsonl;
  bool first = true;
  read_inputs(session, [&](const Document& document) {
    if (as_records) {
      session.streams.out << as_record(document) << '\n';
      return;
    }
    session.streams.out << (first ? "" : "\n") << as_text(document);
    first = false;
  });
  return 0;
}

}  // namespace tally::cli

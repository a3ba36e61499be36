// SPDX-License-Identifier: Apache-2.0
#include "ingest/warc.h"

#include <charconv>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "ingest/article.h"
#include "ingest/charset.h"
#include "ingest/http.h"
#include "ingest/limits.h"
#include "ingest/text.h"

namespace tally {
namespace {

constexpr std::size_t k_most_line_bytes = 1U << 16U;
constexpr std::size_t k_most_fields = 1000;
constexpr int k_ok = 200;

struct Record {
  HeaderFields fields;
  std::size_t length = 0;  // bytes of its content

  std::string address() const {
    std::string_view uri = fields.value("WARC-Target-URI");
    if (uri.starts_with('<') && uri.ends_with('>')) {  // as WARC 0.18 wrote it
      uri = uri.substr(1, uri.size() - 2);
    }
    std::vector<std::string> unused;
    return utf8_of(std::string(uri), {}, unused);
  }
};

// The content of a record that may hold an article.
struct Content {
  std::string bytes;
  MediaType type;
};

bool is_page(std::string_view type) {
  return type == "text/html" || type == "application/xhtml+xml";
}

bool is_article_type(std::string_view type) { return is_page(type) || type == "text/plain"; }

class Reader {
 public:
  Reader(ByteStream& in, const std::string& name, const Layout& layout, const DocumentSink& sink)
      : in_(in), name_(name), layout_(layout), sink_(sink), faults_(name) {}

  Faults read() {
    if (in_.at_end() && in_.fault().empty()) {
      return {fmt::format("{}: empty file", name_)};
    }
    while (next_record()) {
    }
    if (!in_.fault().empty()) {
      faults_.add_first(fmt::format("{}: {}", name_, in_.fault()));
    }
    if (documents_ == 0 && faults_.empty()) {
      faults_.add(fmt::format("{}: no articles among its {} records", name_, records_));
    }
    return faults_.take();
  }

 private:
  // Reads one record; false at the end of the archive.
  bool next_record() {
    std::string line;
    ByteStream::Line outcome = in_.line(line, k_most_line_bytes);
    while (outcome == ByteStream::Line::whole && trimmed(line).empty()) {
      outcome = in_.line(line, k_most_line_bytes);
    }
    if (outcome == ByteStream::Line::none) {
      return false;
    }
    ++records_;
    if (!line.starts_with("WARC/")) {
      faults_.add(fmt::format(
          "{}: record {} does not begin with WARC/1.0; the rest is not read", name_, records_));
      return false;
    }
    const std::optional<Record> record = header();
    if (!record) {
      faults_.add(
          fmt::format("{}: record {} has no header with a Content-Length; the rest is not read",
                      name_,
                      records_));
      return false;
    }
    return content(*record);
  }

  std::optional<Record> header() {
    Record record;
    std::string line;
    for (std::size_t i = 0; i < k_most_fields; ++i) {
      if (in_.line(line, k_most_line_bytes) != ByteStream::Line::whole) {
        return std::nullopt;
      }
      if (line.empty()) {
        break;
      }
      record.fields.add(line);
    }
    const std::string_view digits = record.fields.value("Content-Length");
    const auto [end, fault] =
        std::from_chars(digits.data(), digits.data() + digits.size(), record.length);
    return fault == std::errc{} && !digits.empty() ? std::optional<Record>(record) : std::nullopt;
  }

  bool content(const Record& record) {
    const std::string_view kind = record.fields.value("WARC-Type");
    const MediaType type = media_type_of(record.fields.value("Content-Type"));
    const bool is_response = kind == "response" && type.type == "application/http";
    const bool is_plain =
        (kind == "resource" || kind == "conversion") && is_article_type(type.type);
    std::string bytes;
    if (!is_response && !is_plain) {
      return whole(record, in_.skip(record.length));
    }
    if (record.length > k_most_document_bytes) {
      // An image or a film may be that large: only its header tells.
      in_.take(bytes, k_most_line_bytes);
      const auto response = http_response_of(bytes);
      if (is_plain || (response && is_article(*response))) {
        faults_.add(fmt::format("{}: {}: larger than {}; it is left out",
                                name_,
                                record.address(),
                                k_most_document_words));
      }
      return whole(record, bytes.size() + in_.skip(record.length - bytes.size()));
    }
    const std::size_t taken = in_.take(bytes, record.length);
    if (whole(record, taken)) {
      hand_over(record, is_response, {std::move(bytes), type});
      return true;
    }
    return false;
  }

  // Whether all of a record was there; if not, says so.
  bool whole(const Record& record, std::size_t taken) {
    if (taken == record.length) {
      return true;
    }
    if (in_.fault().empty()) {
      faults_.add(
          fmt::format("{}: record {} ends too soon; the file is truncated", name_, records_));
    }
    return false;
  }

  static bool is_article(const HttpResponse& response) {
    const std::string type = media_type_of(response.fields.value("content-type")).type;
    return response.status == k_ok && is_article_type(type);
  }

  void hand_over(const Record& record, bool is_response, Content content) {
    if (is_response) {
      std::optional<HttpResponse> response = http_response_of(content.bytes);
      if (!response) {
        faults_.add(
            fmt::format("{}: {}: the response is broken or packed in a way that is not read",
                        name_,
                        record.address()));
        return;
      }
      if (!is_article(*response)) {
        return;
      }
      content.type = media_type_of(response->fields.value("content-type"));
      content.bytes = std::move(response->body);
    }
    std::string address = record.address();
    address = address.empty() ? fmt::format("{}#{}", name_, records_) : address;
    std::optional<Document> document = document_of(address, std::move(content));
    if (document) {
      document->file = name_;
      document->url = document->url.empty() ? address : document->url;
      ++documents_;
      sink_(std::move(*document));
    }
  }

  std::optional<Document> document_of(const std::string& address, Content content) {
    if (!is_page(content.type.type)) {
      return trimmed(content.bytes).empty()
                 ? std::nullopt
                 : std::optional<Document>(document_of_text(
                       std::move(content.bytes), address, layout_, content.type.charset));
    }
    auto outcome =
        document_of_page(std::move(content.bytes),
                         {.path = address, .url = address, .charset = content.type.charset},
                         layout_);
    if (auto* fault = std::get_if<PageFault>(&outcome)) {
      if (!fault->holds_no_article) {
        faults_.add(fmt::format("{}: {}: {}", name_, address, fault->message));
      }
      return std::nullopt;
    }
    return std::move(std::get<Document>(outcome));
  }

  ByteStream& in_;
  const std::string& name_;
  const Layout& layout_;
  const DocumentSink& sink_;
  FaultList faults_;
  std::size_t records_ = 0;
  std::size_t documents_ = 0;
};

}  // namespace

Faults read_warc(ByteStream& in,
                 const std::string& name,
                 const Layout& layout,
                 const DocumentSink& sink) {
  return Reader(in, name, layout, sink).read();
}

}  // namespace tally

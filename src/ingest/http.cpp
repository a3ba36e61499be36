// SPDX-License-Identifier: Apache-2.0
#include "ingest/http.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "base/text.h"
#include "ingest/inflate.h"
#include "ingest/limits.h"

namespace tally {
namespace {

constexpr int k_hexadecimal = 16;

// The next line of `text`, taken off it, without its end.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  return line;
}

// "HTTP/1.1 200 OK" as 200.
std::optional<int> status_of(std::string_view line) {
  const std::size_t blank = line.find(' ');
  if (!line.starts_with("HTTP/") || blank == std::string_view::npos) {
    return std::nullopt;
  }
  int status = 0;
  const std::string_view digits = line.substr(blank + 1);
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), status);
  return fault == std::errc{} ? std::optional<int>(status) : std::nullopt;
}

// A body sent in chunks, put together. Archives also keep bodies put together under the header
// that says chunks: what does not begin with the length of a chunk is taken as it is.
std::string without_chunks(std::string_view body) {
  std::string out;
  std::string_view rest = body;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    std::size_t length = 0;
    const auto [end, fault] =
        std::from_chars(line.data(), line.data() + line.size(), length, k_hexadecimal);
    const bool is_length =
        fault == std::errc{} && (end == line.data() + line.size() || *end == ';' || *end == ' ');
    if (!is_length) {
      return out.empty() ? std::string(body) : out;
    }
    if (length == 0) {
      break;
    }
    out += rest.substr(0, length);
    rest.remove_prefix(std::min(rest.size(), length));
    take_line(rest);
  }
  return out;
}

}  // namespace

bool HeaderFields::add(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) {
    return false;
  }
  fields_.emplace_back(folded(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
  return true;
}

std::string_view HeaderFields::value(std::string_view name) const {
  const std::string wanted = folded(name);
  for (const auto& [field, value] : fields_) {
    if (field == wanted) {
      return value;
    }
  }
  return {};
}

MediaType media_type_of(std::string_view content_type) {
  constexpr std::string_view k_charset = "charset=";
  const std::string plain = folded(content_type);
  MediaType out;
  out.type = trimmed(std::string_view(plain).substr(0, plain.find(';')));
  const std::size_t at = plain.find(k_charset);
  if (at != std::string::npos) {
    std::string_view name = std::string_view(plain).substr(at + k_charset.size());
    name.remove_prefix(std::min(name.find_first_not_of("\"' "), name.size()));
    out.charset = name.substr(0, name.find_first_of("\"'; ,"));
  }
  return out;
}

std::optional<HttpResponse> http_response_of(std::string_view message) {
  HttpResponse response;
  const auto status = status_of(take_line(message));
  if (!status) {
    return std::nullopt;
  }
  response.status = *status;
  for (std::string_view line = take_line(message); !line.empty(); line = take_line(message)) {
    response.fields.add(line);
  }
  const bool chunked = folded(response.fields.value("transfer-encoding")).ends_with("chunked");
  response.body = chunked ? without_chunks(message) : std::string(message);
  const std::string packing = folded(response.fields.value("content-encoding"));
  if (packing.empty() || packing == "identity") {
    return response;
  }
  const bool known = packing.find("gzip") != std::string::npos || packing == "deflate";
  if (known && !is_gzip(response.body) && packing != "deflate") {
    return response;  // kept unpacked under the header that says gzip
  }
  std::optional<std::string> body =
      known ? inflated(response.body, k_most_document_bytes) : std::nullopt;
  if (!body) {
    return std::nullopt;
  }
  response.body = std::move(*body);
  return response;
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// Header fields as in HTTP and WARC, and the body of an HTTP response.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tally {

class HeaderFields {
 public:
  // Adds "Name: value". False when the line is none.
  bool add(std::string_view line);
  // The first value of a field, whatever the case of its name; empty when it is not there.
  std::string_view value(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;  // names in lower case
};

// "text/html; charset=utf-8" in its parts, in lower case.
struct MediaType {
  std::string type;     // "text/html"; may be empty
  std::string charset;  // may be empty
};
MediaType media_type_of(std::string_view content_type);

struct HttpResponse {
  int status = 0;
  HeaderFields fields;
  std::string body;  // without chunks and packing
};

// A response as it went over the wire. Nothing when it is no HTTP, or its body is packed in a way
// that is not read (gzip and deflate are) or unpacks to more than k_most_document_bytes.
std::optional<HttpResponse> http_response_of(std::string_view message);

}  // namespace tally

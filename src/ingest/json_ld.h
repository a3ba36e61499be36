// SPDX-License-Identifier: Apache-2.0
// Structured data of a page (schema.org in JSON-LD).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tally {

// What structured data say of one article; empty where they do not.
struct ArticleData {
  std::string headline;
  std::string published;  // as written: datePublished, uploadDate of a video
  std::string outlet;     // name of the publisher
  std::string byline;     // names of the authors
  std::string url;
  std::string language;
  std::string body;  // articleBody
  bool is_video = false;
};

// The articles (any schema.org type whose name says article, posting, report or video) in a script
// of type application/ld+json, also within @graph and lists; ids are followed within the script.
// Not articles that another one merely mentions (parts of a list, of a comment, of a related link).
// Data that are not JSON even after control characters, trailing commas and comments are mended add
// a warning.
std::vector<ArticleData> articles_in(const std::string& json_ld,
                                     std::vector<std::string>& warnings);

}  // namespace tally

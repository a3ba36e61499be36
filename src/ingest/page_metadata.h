// SPDX-License-Identifier: Apache-2.0
// What a page tells of itself: title, outlet, byline, address, language.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/json_ld.h"
#include "ingest/page.h"
#include "ingest/page_hints.h"

namespace tally {

struct PageMetadata {
  ArticleData article;                      // of its structured data; empty when there are none
  std::map<std::string, std::string> meta;  // <meta> by name, property or itemprop in lower case
  std::string title_element;
  std::string url;       // canonical address; empty when it is not known
  std::string language;  // "en"; empty when it is not known
  std::vector<std::string> warnings;

  // The first of these meta tags that is there.
  std::string meta_of(std::initializer_list<std::string_view> names) const;
  // Every title it gives, likeliest first, also without the site's name.
  std::vector<std::string> titles() const;
};

// `url`: where the page was found, where that is known.
PageMetadata metadata_of(const WebPage& page, const std::string& url);

// The outlet: publisher in the structured data, meta tags, what the <title> ends in beside `title`,
// the host of the address.
std::string outlet_of(const PageMetadata& metadata, const std::string& title);

// The authors' names: structured data, meta tags, what is first marked as author on the page.
std::string byline_of(const PageMetadata& metadata, const WebPage& page, const PageHints& hints);

}  // namespace tally

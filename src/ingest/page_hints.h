// SPDX-License-Identifier: Apache-2.0
// What the names of elements, classes and ids tell of the parts of a page.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/page.h"
#include "model/layout.h"

namespace tally {

// The hints of every element of one page. A view of both arguments, which must outlive it.
//
// A class is read by its words: "post-tags" and "postTags" are `post` and `tags`, so that neither
// "shadow" nor "header" is an advert.
class PageHints {
 public:
  PageHints(const WebPage& page, const Layout& layout);

  const Layout& layout() const { return layout_; }

  // What part the element is by its tag, its role or its names, the first that says anything:
  // navigation to caption. Nothing where they say nothing.
  std::optional<PagePart> part_of(NodeId id) const;

  // True when the names of the element say that it is such a part, among others.
  bool says(NodeId id, PagePart part) const {
    return ((unsigned{named_[id]} >> bit(part)) & 1U) != 0;
  }

  // A date by its names or as structured data: "entry-date", itemprop=datePublished.
  bool says_date(NodeId id) const;
  // A date that is not that of publication: "updated", itemprop=dateModified.
  bool says_update(NodeId id) const;

  // True when the page hides the element: hidden, display:none, for screen readers only. Whether
  // it is hidden from those alone (aria-hidden), as captions are, is another question.
  bool is_hidden(NodeId id) const;

 private:
  static unsigned bit(PagePart part) { return static_cast<unsigned>(part); }
  std::uint16_t parts_named(const PageNode& node) const;

  const WebPage& page_;
  const Layout& layout_;
  std::vector<std::uint16_t> named_;  // by node: a bit for each part
};

}  // namespace tally

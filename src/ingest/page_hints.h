// SPDX-License-Identifier: Apache-2.0
// What the names of elements, classes and ids tell of a part of a page.
#pragma once

#include "ingest/page.h"

namespace tally {

enum class Hint {
  none,
  navigation,  // of the site, never of the article: menus, footers, sidebars, notices, adverts
  discussion,  // readers' comments
  teaser,      // leads to other articles
  appeal,      // asks the reader for something: newsletter, subscription, donation
  paywall,     // such a request, or the text behind it
  byline,      // who wrote it, when, how long it takes to read, where to share it
  caption,     // of a picture
  date         // date of publication
};

// What the tag, role, class and id of an element say, the first that says anything. These names are
// habits of the web, not words of a language. A class is read by its words: "post-tags" and
// "postTags" are `post` and `tags`, so that neither "shadow" nor "header" is an advert.
Hint hint_of(const PageNode& node);

// The same for a date: "published", "entry-date", "posted-on".
bool hints_at_date(const PageNode& node);
// The same where it is said outright; themes call one date both published and updated.
bool hints_at_publication(const PageNode& node);
// A date that is not that of publication: "updated", "modified".
bool hints_at_update(const PageNode& node);

// True when the page hides the element: hidden, aria-hidden, display:none, for screen readers only.
bool is_hidden(const PageNode& node);

}  // namespace tally

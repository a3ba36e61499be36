// SPDX-License-Identifier: Apache-2.0
// `[layout]` of a file of the pack: how articles show their parts.
//
//     [layout.names]      navigation = ["sidebar*", "tag |"]   words of classes and ids, by part
//     [layout.tags]       caption = ["figcaption"]             elements, by part
//     [layout.roles]      navigation = ["banner"]              values of role=, by part
//     [layout.meta]       published = ["pubdate"]              names of <meta>
//     [layout.months]     jan = 1                              months besides class month_any
//     [layout.headers]    byline = ["by"]                      keys of header lines, by field
//     [layout.dates]      published, updated, ordinals         words about visible dates
//     [layout.headings]   discussion = ["comments"]            headings of what is no article, by
//     part [layout.lines]      labels, links, appeals               lines that are no article
#pragma once

#include "model/layout.h"
#include "rules/toml_file.h"

namespace tally {

// Reads the table `[layout]` of a file; faults go to `file`. The lists are as they stand.
Layout layout_of(TomlFile& file, const toml::table& table);

// Adds what `more` says to `layout`. What stands in both stays as it was.
void add_layout(Layout& layout, const Layout& more);

// Puts the tables into the order in which they are looked up.
void sort_layout(Layout& layout);

}  // namespace tally

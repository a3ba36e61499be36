// SPDX-License-Identifier: Apache-2.0
#include "rules/layout_file.h"

#include <string>

#include <doctest/doctest.h>

#include "rules/built_in.h"
#include "rules/pack.h"

namespace tally {
namespace {

std::unique_ptr<RulePack> pack_with(const std::string& layout) {
  return load_pack({{"pack.toml", "name = 'p'\n"},
                    {"en/words.toml", "[class.month_any]\nvalues = { april = 4, \"apr.\" = 4 }\n"},
                    {"en/layout.toml", layout}});
}

TEST_CASE("a layout is read, sorted, and takes its months from the languages' class") {
  const auto pack = pack_with(
      "[layout.names]\nteaser = ['related*', 'see also']\ncaption = ['cutline']\n"
      "[layout.headers]\nbyline = ['By']\n"
      "[layout.months]\njan = 1\n"
      "[layout.lines]\nlabels = ['b', 'a']\n");
  CHECK(pack->diagnostics.empty());
  const Layout& layout = pack->layout;
  CHECK(layout.prefixes == Layout::Table<PagePart>{{"related", PagePart::teaser}});
  CHECK(layout.names ==
        Layout::Table<PagePart>{{"cutline", PagePart::caption}, {"see also", PagePart::teaser}});
  CHECK(found_in(layout.headers, "by") == HeaderField::byline);
  CHECK_FALSE(found_in(layout.headers, "b").has_value());
  CHECK(layout.months == Layout::Table<int>{{"apr.", 4}, {"april", 4}, {"jan", 1}});
  CHECK(layout.labels == Layout::Words{"a", "b"});
}

TEST_CASE("what a layout may not say is named with its place") {
  struct Row {
    std::string layout;
    std::string code;
    std::size_t line;
  };
  for (const Row& row : {Row{"[layout.names]\nsidebar = ['rail']\n", "unknown-key", 2},
                         Row{"[layout.dates]\nprinted = ['printed']\n", "unknown-key", 2},
                         Row{"[layout]\nnames = 'rail'\n", "bad-value", 2},
                         Row{"[layout.months]\nsmarch = 13\n", "bad-value", 2},
                         Row{"[layout.footers]\na = ['b']\n", "unknown-key", 1}}) {
    CAPTURE(row.layout);
    const auto pack = pack_with(row.layout);
    REQUIRE(pack->diagnostics.size() == 1);
    CHECK(pack->diagnostics.front().code == row.code);
    CHECK(pack->diagnostics.front().line == row.line);
    CHECK(pack->diagnostics.front().file == "en/layout.toml");
  }
}

TEST_CASE("the layout of the compiled pack is that of its files") {
  const auto files = built_in_pack_files();
  const auto loaded = load_pack({files.begin(), files.end()});
  const auto ready = ready_pack({files.begin(), files.end()});
  CHECK(loaded->layout.names == ready->layout.names);
  CHECK(loaded->layout.headings == ready->layout.headings);
  CHECK(loaded->layout.months == ready->layout.months);
  CHECK(loaded->layout.appeals == ready->layout.appeals);
  CHECK_FALSE(ready->layout.published_meta.empty());
}

}  // namespace
}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_line.h"

#include <doctest/doctest.h>

#include "ingest/shipped_layout.h"

namespace tally {
namespace {

TEST_CASE("a line is looked up without its figures, signs and case") {
  CHECK(bare_line("Comments (12)") == "comments");
  CHECK(bare_line("  ADVERTISEMENT · Scroll to continue") == "advertisement scroll to continue");
  CHECK(bare_line("L’essentiel, 3 fois") == "l'essentiel fois");
  CHECK(bare_line("2024 – 3.5 %").empty());
}

TEST_CASE("labels, links and requests are told from sentences that hold their words") {
  const Layout& layout = shipped_layout();
  CHECK(is_label("Story continues below advertisement", layout));
  CHECK_FALSE(is_label("An advertisement for the quay cost $4,000.", layout));
  CHECK(is_link_line("Lire aussi | Le port rouvre", layout));
  CHECK(is_link_line("READ MORE: The quay opens", layout));
  CHECK_FALSE(is_link_line("The mayor said: read more books", layout));
  CHECK(holds_appeal("Sign up for one of these every Tuesday.", layout));
  CHECK_FALSE(holds_appeal("He resigned; subscribers fell to 3,000.", layout));
}

}  // namespace
}  // namespace tally

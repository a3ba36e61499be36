// SPDX-License-Identifier: Apache-2.0
#include "compare/origin.h"

#include <doctest/doctest.h>

#include "compare/claims.h"

using namespace tally;

TEST_CASE("documents that share most of their text have one origin") {
  const std::string wire =
      "The river rose by two metres overnight and cut off the lower town, the mayor told "
      "reporters. "
      "Boats brought bread and water to the upper floors while crews worked on the levee.";
  std::vector<Document> documents(4);
  documents[0].text = wire;
  documents[1].text =
      "Our own report speaks of people on roofs and of a bridge that was carried away by night.";
  documents[2].text = wire + " More rain is expected.";
  documents[3].text = wire;
  CHECK(origins_of(documents) == std::vector<std::size_t>{0, 1, 0, 0});
}

TEST_CASE("no document, no origin") { CHECK(origins_of({}).empty()); }

// SPDX-License-Identifier: Apache-2.0
#include "report/text.h"

#include <doctest/doctest.h>

#include "report/quay.h"

namespace tally {
namespace {

TEST_CASE("the report shows conflicts with quotes, values and arithmetic, then what agrees") {
  const std::string expected =
      R"(3 sources: 1 conflict, 1 agreement

CONFLICTS: both cannot be true (1)

  conflict when the quay was built  (f2)
    post.txt:2:34  (The Post, 2024-04-20)
      Café news. The $4 million quay was built in 2016.
                                                  ^^^^
      reads as 2016
    wire.txt:1:22  (2024-04-20 assumed: the source is undated)
      Built for $4 million six years ago, the quay is idle�[2J.
                           ^^^^^^^^^^^^^
      reads as about 2018, counted from 2024-04-20 (assumed)
    why        2016 ends before 2018 begins. [disjoint, gap 1 day]
    rests on   the publication date of wire.txt is assumed
    positions  2016        ├──────┤·············  1 article, 1 origin
               about 2018  ·············├──────┤  1 article, 1 origin
                           2016             2019

AGREEMENTS: both can be true (1)

  agree construction cost of quay: 4,000,000 USD
    $4 million                          post.txt:2:5
    $4 million                          wire.txt:1:11
    2 articles, 2 origins [same-value]

SOURCES
  s1   post.txt  2024-04-20 (header)  The Post
  s2   wire.txt  2024-04-20 (assumed)
  s3   note.txt  undated

5 figures read, 4 compared, 1 stated by one source only, 0 not understood
)";
  CHECK(comparison_text(testing::quay(), Style{}) == expected);
}

TEST_CASE("colours appear only when asked for, and no escape of a source with them") {
  CHECK(comparison_text(testing::quay(), Style{}).find('\x1b') == std::string::npos);
  const std::string coloured = comparison_text(testing::quay(), Style{.colour = true});
  CHECK(coloured.find("\x1b[1;31m") != std::string::npos);
  CHECK(coloured.find("\x1b[2J") == std::string::npos);
}

TEST_CASE("nothing to compare is said, not passed over") {
  Comparison empty;
  empty.coverage.figures = 1;
  const std::string text = comparison_text(empty, Style{});
  CHECK(text.starts_with("0 sources: 0 conflicts\n"));
  CHECK(
      text.ends_with("1 figure read, 0 compared, 0 stated by one source only, 0 not understood\n"));
}

}  // namespace
}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// Publication dates as files write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/civil.h"
#include "model/layout.h"

namespace tally {

struct Published {
  Day day = 0;
  std::string time;  // "HH:MM" as written, without its zone; empty when there is none

  friend bool operator==(const Published&, const Published&) = default;
};

// Year, month and day taken from words one by one.
class DateParts {
 public:
  // Takes "2024", "21", "21st", "avril"; false for any other word.
  bool take(std::string_view word, const Layout& layout);
  // A part stood there twice: what was taken is no date.
  bool is_spoilt() const { return spoilt_; }
  // The day, once all three are there and no part stood twice.
  std::optional<Day> day() const;

 private:
  std::optional<int> year_;
  std::optional<int> month_;
  std::optional<int> day_;
  bool spoilt_ = false;
};

// The day that `words` state in full: an ISO date with or without a time ("2024-04-21T10:30:00Z"),
// or day, month name and year in any order as in RFC 5322 ("Sun, 21 Apr 2024 10:30:00 GMT",
// "April 21, 2024", "le 1er mars 2024"). Months are those of the layout. Words that are none of
// these are passed over. Nothing when a part is missing, stands twice, or is no date.
std::optional<Published> published_in(std::string_view words, const Layout& layout);

// A day as machines stamp it in metadata: what published_in reads, "2024/04/21", "2024.04.21",
// "20240421" (also with a time behind it), "21/04/2024" where day and month cannot be mistaken, or
// seconds or milliseconds since 1970. Not 1970-01-01, which only says that a system knew none.
std::optional<Published> stamp_in(std::string_view words, const Layout& layout);

// The day in one word of figures: "2024-04-21", "21.04.2024", "21/04/2024". Where a slashed one may
// be read in two ways it is the day that stands first, or nothing without `day_first`.
std::optional<Day> day_in_figures(std::string_view word, bool day_first);

// The day in an address: "…/2024/04/21/…", "…/2024/apr/21/…", "…-2024-04-21…", "…/20240421/…".
std::optional<Day> day_in_url(std::string_view url, const Layout& layout);

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
#include "values/date_value.h"

namespace tally {
namespace {

// The first, middle or last third of a period, in whole days.
void narrow(TimeDetail& detail, const Period& period, Modifier part) {
  const int third = (period.last - period.first + 1) / 3;
  if (part == Modifier::start) {
    detail.narrow_low = period.first;
    detail.narrow_high = period.first + third;
  } else if (part == Modifier::end) {
    detail.narrow_low = period.last - third;
    detail.narrow_high = period.last;
  } else if (part == Modifier::mid) {
    detail.narrow_low = period.first + third;
    detail.narrow_high = period.last - third;
  }
}

}  // namespace

Value date_value(const Period& period, const DateMarks& marks) {
  TimeDetail detail;
  detail.timex = timex_of(period);
  detail.edtf = edtf_of(period, marks.modifier == Modifier::approx);
  detail.anchor = marks.anchor;
  narrow(detail, period, marks.modifier);
  Value value;
  value.kind = Kind::date;
  value.low = period.first;
  value.high = period.last;
  value.written_low = value.low;
  value.written_high = value.high;
  value.modifier = marks.modifier;
  value.bound = marks.bound;
  value.slack = marks.slack;
  value.time = detail;
  return value;
}

Value open_date(std::string_view timex, Modifier modifier) {
  Value value;
  value.kind = Kind::date;
  value.modifier = modifier;
  value.time.emplace();
  value.time->timex = timex;
  return value;
}

Bound bound_before(const Words& words, std::size_t at) {
  while (at > 0 && words.is(at - 1, "before_date_filler")) {
    --at;
  }
  const std::size_t length = words.entry_before(at, "date_bound");
  if (length == 0) {
    return Bound::none;
  }
  const auto name = words.value(Range{at - length, at}, "date_bound");
  return name ? bound_named(*name).value_or(Bound::none) : Bound::none;
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// The grammar of numbers: additive words, multipliers, fractions and vague words, read left to
// right.
#include "values/number.h"

#include <charconv>
#include <cmath>
#include <cstddef>
#include <string_view>

#include "rules/lexicon.h"
#include "values/digits.h"

namespace tally {
namespace {

struct Interval {
  double low = 0;
  double high = 0;
};

// "3..9" or "12".
std::optional<Interval> interval_of(std::string_view text) {
  const std::size_t dots = text.find("..");
  const auto number = [](std::string_view part) -> std::optional<double> {
    double value = 0;
    const auto result = std::from_chars(part.data(), part.data() + part.size(), value);
    return result.ec == std::errc{} ? std::optional{value} : std::nullopt;
  };
  const auto low = number(text.substr(0, dots));
  const auto high = dots == std::string_view::npos ? low : number(text.substr(dots + 2));
  if (!low || !high) {
    return std::nullopt;
  }
  return Interval{*low, *high};
}

// Reads the tokens of one range from left to right.
class NumberParser {
 public:
  NumberParser(const Words& words, Range range)
      : words_(words), at_(range.begin), end_(range.end) {}

  std::optional<Number> number() {
    while (at_ < end_) {
      if (!take()) {
        return std::nullopt;
      }
    }
    if (!any_ && !article_) {
      return std::nullopt;
    }
    return result();
  }

 private:
  const Words& words_;
  std::size_t at_;
  std::size_t end_;
  Interval total_;
  Interval current_;
  double last_multiplier_ = 1;
  double scale_ = 1;
  double step_ = 0;   // one unit of the last decimal written, scaled; 0 for a whole number
  bool any_ = false;  // something but an article was read
  bool article_ = false;
  bool current_set_ = false;
  bool vague_ = false;
  bool digits_seen_ = false;
  bool fraction_seen_ = false;
  bool scaled_ = false;  // a multiplier or a whole number stands beside the fraction

  std::optional<DigitNumber> digits_in(std::string_view text) const {
    return read_digits(text, words_.lexicon().decimal_mark());
  }

  // Length of the longest entry of the class at `i`, cut to the range.
  std::size_t entry(std::size_t i, std::string_view name) const {
    const std::size_t length = i < end_ ? words_.entry_at(i, name) : 0;
    return i + length <= end_ ? length : 0;
  }

  bool take() {
    return take_fraction() || take_digits() || take_multiplier() || take_word() || take_vague() ||
           take_link();
  }

  // The fraction that begins at `i`: "half", "two-thirds", "a quarter", "1/2", a sign.
  struct Fraction {
    double value = 0;
    std::size_t end = 0;
  };
  std::optional<Fraction> fraction_at(std::size_t i) const {
    if (const auto sign = i < end_ ? words_.number(i, "fraction_mark") : std::nullopt) {
      return Fraction{*sign, i + 1};
    }
    if (const auto slashed = slashed_at(i)) {
      return slashed;
    }
    return worded_fraction_at(i);
  }

  std::optional<Fraction> slashed_at(std::size_t i) const {
    if (i >= end_ || !words_.is(i, "simple_fraction")) {
      return std::nullopt;
    }
    const std::string_view text = words_.text(i);
    const std::size_t slash = text.find('/');
    const auto top = digits_in(text.substr(0, slash));
    const auto bottom = slash < text.size() ? digits_in(text.substr(slash + 1)) : std::nullopt;
    if (!top || !bottom || bottom->value == 0) {
      return std::nullopt;
    }
    return Fraction{top->value / bottom->value, i + 1};
  }

  std::optional<Fraction> worded_fraction_at(std::size_t i) const {
    double top = 0;
    const std::size_t begin = i;
    while (const std::size_t length = entry(i, "number_word")) {
      top += words_.number(Range{i, i + length}, "number_word").value_or(0);
      i += length;
      if (words_.is(i, "hyphen") && entry(i + 1, "number_word") > 0) {
        ++i;
      }
    }
    if (i == begin) {
      top = 1;
      if (i < end_ && words_.is(i, "one_word")) {
        ++i;
      }
    }
    if (i < end_ && words_.is(i, "hyphen")) {
      ++i;
    }
    const std::size_t length = entry(i, "fraction_word");
    if (length == 0) {
      return std::nullopt;
    }
    const auto bottom = words_.number(Range{i, i + length}, "fraction_word");
    return bottom ? std::optional{Fraction{top * *bottom, i + length}} : std::nullopt;
  }

  bool take_fraction() {
    const auto fraction = fraction_at(at_);
    if (!fraction) {
      return false;
    }
    const double scale = any_ && !current_set_ ? last_multiplier_ : 1;
    Interval& into = any_ && !current_set_ ? total_ : current_;
    into.low += fraction->value * scale;
    into.high += fraction->value * scale;
    current_set_ = current_set_ || &into == &current_;
    step_ = 0.1 * scale;
    scaled_ = scaled_ || any_;
    any_ = fraction_seen_ = true;
    at_ = fraction->end;
    return true;
  }

  bool take_digits() {
    const auto text = words_.text(at_);
    const auto number = digits_in(text);
    if (!number) {
      return false;
    }
    const bool continues_group = current_set_ && text.size() == 3 && digits_seen_;  // "10 000"
    const double shift = continues_group ? 1000 : 0;
    current_ = {current_.low * shift + number->value, current_.high * shift + number->value};
    if (number->has_point) {
      step_ = number->slack * 2;
    }
    any_ = current_set_ = digits_seen_ = true;
    ++at_;
    return true;
  }

  bool take_multiplier() {
    const bool is_glued = words_.glued(at_) && words_.is(at_, "multiplier_glued") && any_;
    const std::string_view name = is_glued ? "multiplier_glued" : "multiplier";
    const std::size_t length = entry(at_, name);
    const auto factor = length ? words_.number(Range{at_, at_ + length}, name) : std::nullopt;
    if (!factor || (!any_ && !article_ && entry(at_, "vague_number") > 0)) {
      return false;
    }
    multiply(*factor);
    at_ += length;
    return true;
  }

  void multiply(double factor) {
    scale_ *= factor;
    if (!current_set_ && any_) {  // "lakh crore", "hundred thousand million"
      total_ = {total_.low * factor, total_.high * factor};
      last_multiplier_ *= factor;
    } else if (factor < 1000) {
      const Interval base = current_set_ ? current_ : Interval{1, 1};
      current_ = {base.low * factor, base.high * factor};
      last_multiplier_ = factor;
      current_set_ = any_ = true;
      step_ *= factor;
      scaled_ = true;
      return;
    } else {
      const Interval base = current_set_ ? current_ : Interval{1, 1};
      total_ = {total_.low + base.low * factor, total_.high + base.high * factor};
      last_multiplier_ = factor;
      current_ = {};
      current_set_ = false;
    }
    step_ *= factor;
    any_ = scaled_ = true;
  }

  bool take_word() {
    if (any_ && entry(at_, "decimal_point") == 1) {
      return take_spoken_decimals();
    }
    const std::size_t length = entry(at_, "number_word");
    const auto value =
        length ? words_.number(Range{at_, at_ + length}, "number_word") : std::nullopt;
    if (!value) {
      return false;
    }
    current_ = {current_.low + *value, current_.high + *value};
    any_ = current_set_ = true;
    at_ += length;
    return true;
  }

  // "point two five" behind a number.
  bool take_spoken_decimals() {
    double unit = 0.1;
    std::size_t i = at_ + 1;
    for (; i < end_; ++i, unit /= 10) {
      const auto digit = words_.number(i, "number_word");
      if (!digit || *digit > 9) {
        break;
      }
      current_ = {current_.low + *digit * unit, current_.high + *digit * unit};
      step_ = unit;
    }
    const bool found = i > at_ + 1;
    at_ = found ? i : at_;
    return found;
  }

  bool take_vague() {
    const std::size_t length = entry(at_, "vague_number");
    const auto text =
        length ? words_.value(Range{at_, at_ + length}, "vague_number") : std::nullopt;
    const auto interval = text ? interval_of(*text) : std::nullopt;
    if (!interval) {
      return false;
    }
    current_ = {current_.low + interval->low, current_.high + interval->high};
    any_ = current_set_ = vague_ = true;
    at_ += length;
    return true;
  }

  bool take_link() {
    if (words_.is(at_, "one_word")) {
      article_ = true;
    } else if (!any_ || !(words_.is(at_, "number_joiner") || words_.is(at_, "number_of") ||
                          words_.is(at_, "hyphen") || words_.text(at_) == ",")) {
      return false;
    }
    ++at_;
    return true;
  }

  Number result() const {
    Number out;
    const double one = any_ ? 0 : 1;  // a lone article
    out.low = total_.low + current_.low + one;
    out.high = total_.high + current_.high + one;
    out.scale = scale_;
    out.vague = vague_;
    out.fraction = fraction_seen_ && !scaled_;
    out.worded = !digits_seen_;
    if (!vague_) {
      out.slack = step_ > 0 ? step_ / 2 : slack_of_whole(out.low);
    }
    return out;
  }
};

}  // namespace

std::optional<Number> read_number(const Words& words, Range range) {
  return NumberParser(words, range).number();
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
#include "rules/tokenizer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/error.h"

namespace tally {
namespace {

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019; }

bool is_hyphen_like(char32_t c) {
  return c == U'-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2212;
}

bool is_dash(char32_t c) { return c == 0x2014 || c == 0x2015; }

bool is_stop(char32_t c) { return c == U'.' || c == U'!' || c == U'?' || c == 0x2026; }

// One pass over a text; holds the place and what is known of the chunk around it.
class Scanner {
 public:
  Scanner(std::string_view text, Span span) : text_(text), at_(span.begin), end_(span.end) {}

  bool done() const { return at_ >= end_; }
  std::size_t at() const { return at_; }
  CodePoint here() const { return code_point_at(text_, at_); }
  bool glued() const { return glued_; }
  bool chunk_may_have_shape() const { return chunk_may_have_shape_; }

  // True when there was white space; the next token begins a chunk.
  void skip_space() {
    while (!done() && is_space(here().value)) {
      at_ += here().length;
      glued_ = false;
    }
    if (!done() && at_ >= chunk_end_) {
      look_at_chunk();
    }
  }

  Span take(std::size_t length) {
    const Span span{at_, std::min(at_ + length, end_)};
    at_ = span.end;
    glued_ = true;
    return span;
  }

  // Bytes of the run of letters, digits behind letters, and inner apostrophes from here.
  std::size_t word_length() const {
    std::size_t to = at_;
    while (to < end_) {
      const CodePoint point = code_point_at(text_, to);
      if (is_letter(point.value) || is_digit(point.value)) {
        to += point.length;
      } else if (is_apostrophe(point.value) && to > at_ && to + point.length < end_ &&
                 is_letter(code_point_at(text_, to + point.length).value)) {
        to += point.length;
      } else {
        break;
      }
    }
    return to - at_;
  }

  std::size_t digits_length() const {
    std::size_t to = at_;
    while (to < end_ && is_digit(static_cast<unsigned char>(text_[to]))) {
      ++to;
    }
    return to - at_;
  }

  // Bytes of the apostrophe that stands `length` bytes ahead; 0 for any other character.
  std::size_t apostrophe(std::size_t length) const {
    if (at_ + length >= end_) {
      return 0;
    }
    const CodePoint point = code_point_at(text_, at_ + length);
    return is_apostrophe(point.value) ? point.length : 0;
  }

  bool is_tight_before_next(std::size_t length) const {
    return at_ + length < end_ && !is_space(code_point_at(text_, at_ + length).value);
  }

 private:
  void look_at_chunk() {
    chunk_end_ = at_;
    chunk_may_have_shape_ = false;
    char32_t before = 0;
    while (chunk_end_ < end_) {
      const CodePoint point = code_point_at(text_, chunk_end_);
      if (is_space(point.value)) {
        break;
      }
      chunk_may_have_shape_ = chunk_may_have_shape_ || is_digit(point.value) ||
                              point.value == '@' || (before == '.' && is_letter(point.value)) ||
                              (before == ':' && point.value == '/');
      before = point.value;
      chunk_end_ += point.length;
    }
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t end_;
  std::size_t chunk_end_ = 0;
  bool glued_ = false;
  bool chunk_may_have_shape_ = false;
};

std::size_t shape_of_word(std::string_view word) {
  bool first_is_upper = false;
  std::size_t letters = 0;
  bool all_upper = true;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    if (is_letter(point.value)) {
      first_is_upper = letters == 0 ? is_upper(point.value) : first_is_upper;
      all_upper = all_upper && is_upper(point.value);
      ++letters;
    }
    at += point.length;
  }
  if (!first_is_upper) {
    return Tokenizer::k_lower;
  }
  return all_upper && letters > 1 ? Tokenizer::k_upper : Tokenizer::k_capital;
}

std::size_t shape_of_mark(char32_t mark, bool tight_before_next) {
  if (is_stop(mark)) {
    return Tokenizer::k_stop;
  }
  if (is_dash(mark)) {
    return Tokenizer::k_dash;
  }
  if (is_hyphen_like(mark)) {
    return tight_before_next ? Tokenizer::k_hyphen : Tokenizer::k_dash;
  }
  return Tokenizer::k_mark;
}

// Length of the clitic that ends a word longer than it / that a word begins with, 0 when there is
// none.
std::size_t suffix_length(std::string_view word, const std::vector<std::string>& clitics) {
  if (word.find('\'') == std::string_view::npos &&
      word.find("\xE2\x80\x99") == std::string_view::npos) {
    return 0;
  }
  const std::string lower = folded(word);
  for (const std::string& clitic : clitics) {
    if (lower.size() > clitic.size() && lower.ends_with(clitic)) {
      const std::size_t extra = word.size() - lower.size();  // a curly apostrophe is longer
      return clitic.size() + extra;
    }
  }
  return 0;
}

std::size_t prefix_length(std::string_view word, const std::vector<std::string>& clitics) {
  if (clitics.empty()) {
    return 0;
  }
  const std::string lower = folded(word);
  for (const std::string& clitic : clitics) {
    if (lower.starts_with(clitic)) {
      const bool is_curly = word.substr(clitic.size() - 1).starts_with("\xE2\x80\x99");
      return clitic.size() + (is_curly ? 2 : 0);
    }
  }
  return 0;
}

}  // namespace

Tokenizer::Tokenizer(Forms forms)
    : shape_names_{"lower", "capital", "upper", "digits_other", "stop", "hyphen", "dash", "mark"},
      suffix_clitics_(std::move(forms.suffix_clitics)),
      prefix_clitics_(std::move(forms.prefix_clitics)) {
  std::vector<std::string> expressions;
  for (ShapeRule& shape : forms.shapes) {
    shape_names_.push_back(std::move(shape.name));
    expressions.push_back(std::move(shape.pattern));
  }
  shapes_ = ShapeMatcher(expressions);
  if (const std::string fault = shapes_.fault(); !fault.empty()) {
    throw Error(
        fmt::format("a [[shape]] of the rule pack's forms.toml is no valid pattern: {}", fault));
  }
}

std::vector<RawToken> Tokenizer::tokens_of(std::string_view text, Span span) const {
  std::vector<RawToken> tokens;
  Scanner scanner(text, span);
  for (scanner.skip_space(); !scanner.done(); scanner.skip_space()) {
    const auto add = [&](std::size_t length, std::size_t shape) {
      const bool glued = scanner.glued();
      tokens.push_back({.span = scanner.take(length), .shape = shape, .glued = glued});
    };
    const CodePoint here = scanner.here();
    if (scanner.chunk_may_have_shape()) {
      if (const auto hit = shapes_.match_at(text.substr(0, span.end), scanner.at())) {
        add(hit->length, k_built_in + hit->shape);
        continue;
      }
    }
    if (is_digit(here.value)) {
      add(scanner.digits_length(), k_digits_other);
    } else if (is_letter(here.value)) {
      std::size_t length = scanner.word_length();
      const std::string_view chunk = text.substr(scanner.at(), length + scanner.apostrophe(length));
      if (const auto prefix = prefix_length(chunk, prefix_clitics_)) {
        add(prefix, k_lower);
        length -= std::min(prefix, length);
      }
      if (length == 0) {  // "d' ..."
        continue;
      }
      const std::string_view word = text.substr(scanner.at(), length);
      const std::size_t suffix = suffix_length(word, suffix_clitics_);
      add(length - suffix, shape_of_word(word.substr(0, length - suffix)));
      if (suffix > 0) {
        add(suffix, k_lower);
      }
    } else {
      add(here.length, shape_of_mark(here.value, scanner.is_tight_before_next(here.length)));
    }
  }
  return tokens;
}

}  // namespace tally

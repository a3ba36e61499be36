// SPDX-License-Identifier: Apache-2.0
#include "extract/segment.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace tally {
namespace {

// A text is hard-wrapped when at least this share of its single line ends stand inside a sentence.
constexpr double k_wrapped_share = 0.3;

bool is_terminator(char32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x2026; }

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D || c == 0xBB;
}

bool is_opening(char32_t c) {
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x2018 || c == 0x201C || c == 0xAB;
}

std::size_t skip_spaces(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && is_space(code_point_at(text, at).value)) {
    at += code_point_at(text, at).length;
  }
  return at;
}

// Does the text from `at` begin in lower case, as the middle of a sentence does?
bool begins_lower(std::string_view text, std::size_t at) {
  const char32_t c = at < text.size() ? code_point_at(text, at).value : 0;
  return is_letter(c) && !is_upper(c);
}

bool is_hard_wrapped(std::string_view text) {
  std::size_t single = 0;
  std::size_t inside = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    const bool blank = at + 1 >= text.size() || text[at + 1] == '\n' || text[at + 1] == '\r' ||
                       (at > 0 && text[at - 1] == '\n');
    if (!blank) {
      ++single;
      inside += static_cast<std::size_t>(begins_lower(text, at + 1));
    }
  }
  return single >= 3 &&
         static_cast<double>(inside) >= k_wrapped_share * static_cast<double>(single);
}

class Segmenter {
 public:
  Segmenter(const Document& document, const Language& language)
      : document_(document),
        text_(document.text),
        language_(language),
        wrapped_(is_hard_wrapped(document.text)) {}

  std::vector<Sentence> sentences() {
    for (const Span& part : parts()) {
      split(part);
    }
    return std::move(out_);
  }

  // Known when the sentences are.
  std::optional<std::size_t> first_long() const { return first_long_; }

 private:
  // The text without the skipped spans, cut where a title or caption begins and ends.
  std::vector<Span> parts() const {
    std::vector<std::size_t> cuts = {0, text_.size()};
    const auto cut = [&](Span span) {
      cuts.push_back(span.begin);
      cuts.push_back(span.end);
    };
    std::for_each(document_.skipped.begin(), document_.skipped.end(), cut);
    std::for_each(document_.captions.begin(), document_.captions.end(), cut);
    if (document_.title_span) {
      cut(*document_.title_span);
    }
    std::sort(cuts.begin(), cuts.end());
    std::vector<Span> parts;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      const Span part{cuts[i], cuts[i + 1]};
      const bool skipped = std::any_of(document_.skipped.begin(),
                                       document_.skipped.end(),
                                       [&](Span span) { return span.contains(part); });
      if (part.size() > 0 && !skipped) {
        parts.push_back(part);
      }
    }
    return parts;
  }

  void split(Span part) {
    std::size_t begin = skip_spaces(text_, part.begin, part.end);
    std::size_t at = begin;
    while (at < part.end) {
      const CodePoint point = code_point_at(text_, at);
      const std::size_t after = at + point.length;
      if (point.value == '\n' && is_line_end_a_boundary(at, part.end)) {
        add({begin, at});
        begin = skip_spaces(text_, after, part.end);
        paragraph_ += static_cast<std::size_t>(is_blank_line(at, begin));
        at = begin;
      } else if (is_terminator(point.value) && ends_sentence(begin, at, part.end)) {
        const std::size_t end = past_closing(after, part.end);
        add({begin, end});
        begin = skip_spaces(text_, end, part.end);
        paragraph_ += static_cast<std::size_t>(is_blank_line(end, begin));
        at = begin;
      } else {
        at = after;
      }
    }
    add({begin, part.end});
    ++paragraph_;
  }

  bool is_blank_line(std::size_t from, std::size_t to) const {
    return std::count(text_.begin() + static_cast<std::ptrdiff_t>(from),
                      text_.begin() + static_cast<std::ptrdiff_t>(to),
                      '\n') > 1;
  }

  bool is_line_end_a_boundary(std::size_t at, std::size_t end) const {
    const std::size_t next = skip_spaces(text_, at, end);
    return is_blank_line(at, next) || (!wrapped_ && !begins_lower(text_, next));
  }

  std::size_t past_closing(std::size_t at, std::size_t end) const {
    while (at < end && (is_terminator(code_point_at(text_, at).value) ||
                        is_closing(code_point_at(text_, at).value))) {
      at += code_point_at(text_, at).length;
    }
    return at;
  }

  // Does the terminator at `at` end the sentence that begins at `begin`?
  bool ends_sentence(std::size_t begin, std::size_t at, std::size_t end) const {
    const std::size_t after = past_closing(at + code_point_at(text_, at).length, end);
    const std::size_t next = skip_spaces(text_, after, end);
    if (next >= end) {
      return true;
    }
    if (next == after) {
      return false;  // "3.5", "U.S.", "example.com"
    }
    const char32_t c = code_point_at(text_, next).value;
    if (is_letter(c) ? !is_upper(c) : !(is_digit(c) || is_opening(c))) {
      return text_[at] != '.' && !is_letter(c);
    }
    return text_[at] != '.' || !is_abbreviation(begin, at) || begins_with_starter(next, end);
  }

  // Is the word before the stop at `at` one that a stop belongs to ("Gen.", "U.S.", "J.")?
  bool is_abbreviation(std::size_t begin, std::size_t at) const {
    std::size_t word = at;
    while (word > begin) {
      const std::size_t before = begin_of_code_point_before(text_, word);
      const char32_t c = code_point_at(text_, before).value;
      if (is_space(c) || is_opening(c)) {
        break;
      }
      word = before;
    }
    const std::string_view before = text_.substr(word, at - word);
    if (before.empty()) {
      return false;
    }
    const CodePoint first = code_point_at(before, 0);
    if (before.size() == first.length && is_upper(first.value)) {
      return true;
    }
    if (before.find('.') != std::string_view::npos && is_letter(first.value)) {
      return true;
    }
    const auto tokens = language_.lexicon.tokens_of(text_, {word, at});
    return tokens.size() == 1 && language_.lexicon.is(tokens.front(), "abbreviation");
  }

  bool begins_with_starter(std::size_t at, std::size_t end) const {
    std::size_t to = at;
    while (to < end && is_letter(code_point_at(text_, to).value)) {
      to += code_point_at(text_, to).length;
    }
    const auto tokens = language_.lexicon.tokens_of(text_, {at, to});
    return tokens.size() == 1 && language_.lexicon.is(tokens.front(), "sentence_start");
  }

  void add(Span span) {
    span = without_blanks(span);
    while (span.size() > k_most_sentence_bytes) {
      first_long_ = first_long_.value_or(span.begin);
      const std::size_t cut = cut_in(span);
      add_part(without_blanks({span.begin, cut}));
      span = without_blanks({cut, span.end});
    }
    if (span.size() > 0) {
      add_part(span);
    }
  }

  Span without_blanks(Span span) const {
    const std::string_view words = trimmed(slice(text_, span));
    const auto begin = static_cast<std::size_t>(words.data() - text_.data());
    return {begin, begin + words.size()};
  }

  // Where to cut a sentence that is too long: at the last blank that leaves its first part short
  // enough, else between two letters.
  std::size_t cut_in(Span span) const {
    const std::size_t limit = span.begin + k_most_sentence_bytes;
    const std::size_t blank = text_.rfind(' ', limit);
    return blank != std::string_view::npos && blank > span.begin
               ? blank
               : begin_of_code_point_before(text_, limit);
  }

  void add_part(Span span) {
    const auto inside = [&](Span outer) { return outer.contains(span); };
    out_.push_back(
        {.span = span,
         .paragraph = paragraph_,
         .is_title = document_.title_span && inside(*document_.title_span),
         .is_caption = std::any_of(document_.captions.begin(), document_.captions.end(), inside)});
  }

  const Document& document_;
  std::string_view text_;
  const Language& language_;
  bool wrapped_;
  std::size_t paragraph_ = 0;
  std::optional<std::size_t> first_long_;  // byte where it begins
  std::vector<Sentence> out_;
};

}  // namespace

std::vector<Sentence> sentences_of(const Document& document, const Language& language) {
  return Segmenter(document, language).sentences();
}

std::optional<std::size_t> long_sentence_in(const Document& document, const Language& language) {
  if (document.text.size() <= k_most_sentence_bytes) {
    return std::nullopt;
  }
  Segmenter segmenter(document, language);
  segmenter.sentences();
  return segmenter.first_long();
}

}  // namespace tally

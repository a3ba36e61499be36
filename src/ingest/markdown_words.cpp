// SPDX-License-Identifier: Apache-2.0
#include "ingest/markdown_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace tally {
namespace {

constexpr std::size_t k_longest_link = 2000;  // bytes between brackets

constexpr auto k_references = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"&amp;", "&"},
    {"&lt;", "<"},
    {"&gt;", ">"},
    {"&quot;", "\""},
    {"&#39;", "'"},
    {"&apos;", "'"},
    {"&nbsp;", "\u00A0"},
    {"&ndash;", "\u2013"},
    {"&mdash;", "\u2014"},
});

bool is_word(std::string_view line, std::size_t at) {
  if (at >= line.size()) {
    return false;
  }
  const auto byte = static_cast<unsigned char>(line[at]);
  return byte >= 0x80U || is_letter(byte) || is_digit(byte);
}

bool is_blank(std::string_view line, std::size_t at) {
  return at >= line.size() || line[at] == ' ';
}

// Behind the bracket that closes the one at `at`; npos when none does.
std::size_t past_bracket(std::string_view line, std::size_t at, char open, char close) {
  std::size_t depth = 0;
  for (std::size_t i = at; i < std::min(line.size(), at + k_longest_link); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == open) {
      ++depth;
    } else if (line[i] == close && --depth == 0) {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

class Stripper {
 public:
  explicit Stripper(std::string_view line) : line_(line) {}

  PlainWords words() {
    while (at_ < line_.size()) {
      step();
    }
    return std::move(out_);
  }

 private:
  void step() {
    const char c = line_[at_];
    const bool done = (c == '\\' && escape()) || (c == '!' && picture()) || (c == '[' && link()) ||
                      (c == '<' && tag()) || (c == '&' && reference()) || emphasis(c);
    if (!done) {
      out_.text += c;
      ++at_;
    }
  }

  bool escape() {
    if (at_ + 1 < line_.size()) {
      out_.text += line_[at_ + 1];
    }
    at_ += 2;
    return true;
  }

  // Behind "(address)" or "[name]" at `at`; `at` itself when there is neither.
  std::size_t past_target(std::size_t at) const {
    if (at >= line_.size() || (line_[at] != '(' && line_[at] != '[')) {
      return at;
    }
    const std::size_t end = past_bracket(line_, at, line_[at], line_[at] == '(' ? ')' : ']');
    return end == std::string_view::npos ? at : end;
  }

  bool picture() {
    if (at_ + 1 >= line_.size() || line_[at_ + 1] != '[') {
      return false;
    }
    const std::size_t end = past_bracket(line_, at_ + 1, '[', ']');
    if (end == std::string_view::npos || past_target(end) == end) {
      return false;
    }
    const std::string_view words = line_.substr(at_ + 2, end - at_ - 3);
    if (!trimmed(words).empty()) {
      out_.pictures.push_back(plain_words(words).text);
    }
    at_ = past_target(end);
    return true;
  }

  bool link() {
    const std::size_t end = past_bracket(line_, at_, '[', ']');
    if (end == std::string_view::npos) {
      return false;
    }
    const std::string_view words = line_.substr(at_ + 1, end - at_ - 2);
    const std::size_t past = past_target(end);
    if (words.starts_with('^')) {  // the mark of a footnote
      at_ = end;
      return true;
    }
    if (past == end) {
      return false;
    }
    PlainWords inner = plain_words(words);
    out_.text += inner.text;
    for (std::string& picture : inner.pictures) {
      out_.pictures.push_back(std::move(picture));
    }
    at_ = past;
    return true;
  }

  bool tag() {
    const std::size_t end = line_.find('>', at_);
    const bool opens = at_ + 1 < line_.size() &&
                       (is_word(line_, at_ + 1) || line_[at_ + 1] == '/' || line_[at_ + 1] == '!');
    if (!opens || end == std::string_view::npos) {
      return false;
    }
    const std::string_view inside = line_.substr(at_ + 1, end - at_ - 1);
    if (inside.find("://") != std::string_view::npos &&
        inside.find(' ') == std::string_view::npos) {
      out_.text += inside;
    }
    at_ = end + 1;
    return true;
  }

  bool reference() {
    for (const auto& [name, character] : k_references) {
      if (line_.substr(at_).starts_with(name)) {
        out_.text += character;
        at_ += name.size();
        return true;
      }
    }
    return false;
  }

  // A mark of emphasis or code touches a word on one side; `_` within a word is a letter.
  bool emphasis(char c) {
    if (c != '*' && c != '_' && c != '`' && c != '~') {
      return false;
    }
    std::size_t end = at_;
    while (end < line_.size() && line_[end] == c) {
      ++end;
    }
    const bool alone = (at_ == 0 || line_[at_ - 1] == ' ') && is_blank(line_, end);
    const bool inside_word = at_ > 0 && is_word(line_, at_ - 1) && is_word(line_, end);
    const bool is_tilde = c == '~' && end - at_ < 2;
    const bool times = c == '*' && inside_word && is_digit(static_cast<unsigned char>(line_[end]));
    if (alone || is_tilde || times || (c == '_' && inside_word)) {
      return false;
    }
    at_ = end;
    return true;
  }

  std::string_view line_;
  std::size_t at_ = 0;
  PlainWords out_;
};

}  // namespace

PlainWords plain_words(std::string_view line) { return Stripper(line).words(); }

}  // namespace tally

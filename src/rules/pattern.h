// SPDX-License-Identifier: Apache-2.0
// Compiled patterns over strings of runes: the one door to RE2.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/words.h"

namespace tally {

// A sentence as runes, one a token, in UTF-8, with the way back from bytes to tokens.
class Runes {
 public:
  void append(char32_t rune);
  void clear();
  std::string_view text() const { return text_; }
  std::size_t size() const { return begins_.size(); }  // tokens
  std::size_t byte_of(std::size_t token) const;        // token may be size()
  std::size_t token_at(std::size_t byte) const;        // byte must begin a rune or be the end

 private:
  std::string text_;
  std::vector<std::uint32_t> begins_;
};

struct PatternMatch {
  Range whole;
  std::vector<std::pair<std::size_t, Range>> captures;  // index into Pattern::names, range
};

enum class Preference { longest, first };

// One compiled expression. Compiles on first use; thread-safe. Movable.
class Pattern {
 public:
  Pattern();
  // `expression` is RE2 syntax over runes (see expression.h); `names` its capture groups in order.
  Pattern(std::string expression, std::vector<std::string> names, Preference preference);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;

  // What is wrong with the expression, empty when it compiles.
  std::string fault() const;
  const std::string& expression() const;
  const std::vector<std::string>& names() const;
  std::size_t program_size() const;

  // The leftmost match that begins at token `from` or later, by the pattern's preference.
  std::optional<PatternMatch> find(const Runes& runes, std::size_t from) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

// Which of many expressions occur in a text, in one pass.
class PatternSet {
 public:
  PatternSet();
  explicit PatternSet(std::vector<std::string> expressions);
  ~PatternSet();
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;

  // Indices of the expressions that match somewhere, ascending. All of them where the set could not
  // be built within its memory: slower, never wrong.
  std::vector<std::size_t> matching(std::string_view runes) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

// A character-level expression anchored at a place of a text: the shapes of the pack. Where an
// expression has a group, which must be its beginning, the group alone is the hit and the rest is
// what must follow: "(EUR)\d".
class ShapeMatcher {
 public:
  ShapeMatcher();
  explicit ShapeMatcher(const std::vector<std::string>& expressions);
  ~ShapeMatcher();
  ShapeMatcher(ShapeMatcher&&) noexcept;
  ShapeMatcher& operator=(ShapeMatcher&&) noexcept;

  struct Hit {
    std::size_t shape = 0;  // index of the first expression that matches at the place
    std::size_t length = 0;
  };
  std::optional<Hit> match_at(std::string_view text, std::size_t at) const;
  std::string fault() const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// Compiled patterns over the tokens of a sentence: the one door to RE2.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/words.h"

namespace tally {

struct Expression;
class Lexicon;

// One token, or one mention, as patterns see it; see lexicon.h.
using Code = std::uint32_t;

using Rune = std::uint16_t;

// The rune of all codes from `first` up to the next run.
struct RuneRun {
  Code first = 0;
  std::uint32_t rune = 0;
};

// A pattern as RE2 reads it. Tokens that no part of the pattern tells apart share a rune. Runes
// count from 1; the tokens that the pattern never names have 1.
struct RuneExpression {
  std::string re2;
  std::vector<std::string> names;  // of RE2's groups in order; "" names a gap
  std::vector<RuneRun> runs;
  std::uint32_t code_count = 0;
};

// A sentence in the alphabet of one pattern: one rune a token. Tokens that the pattern cannot tell
// apart share a rune, so an alphabet is small, whatever the size of the lexicon.
class Runes {
 public:
  void reserve(std::size_t tokens) { text_.reserve(tokens); }
  void append(Rune rune) {
    if (rune < 0x80 && begins_.empty()) {
      text_.push_back(static_cast<char>(rune));
      ++size_;
    } else {
      append_wide(rune);
    }
  }
  std::string_view text() const { return text_; }
  std::size_t size() const { return size_; }     // tokens
  std::size_t byte_of(std::size_t token) const;  // token may be size()
  std::size_t token_at(std::size_t byte) const;  // byte must begin a rune or be the end

 private:
  void append_wide(Rune rune);

  std::string text_;                   // UTF-8
  std::vector<std::uint32_t> begins_;  // empty while every rune is one byte
  std::size_t size_ = 0;
};

// A captured group: index into Pattern::names, and its tokens.
using PatternCaptures = std::vector<std::pair<std::size_t, Range>>;

enum class Preference { longest, first };

// One pattern: its tree, compiled to RE2 on first use. Thread-safe. Movable.
class Pattern {
 public:
  Pattern();
  // The lexicon must outlive the pattern. `mentions`: names of kinds mean mention tokens.
  Pattern(Expression tree, const Lexicon& lexicon, bool mentions);
  // A pattern as it was written out before; its tree is empty.
  Pattern(RuneExpression runes, bool mentions);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;

  // What is wrong with the expression, empty when it compiles.
  std::string fault() const;
  const Expression& tree() const;
  const RuneExpression& runes() const;
  bool sees_mentions() const;
  // Names of the capture groups, in order; "" names a gap. A name may stand more than once.
  const std::vector<std::string>& names() const;
  std::size_t program_size() const;

  Runes runes_of(std::span<const Code> codes) const;
  // The leftmost match that begins at token `from` or later: the longest one in value patterns, the
  // first alternative that fits in claim patterns.
  std::optional<Range> find(const Runes& runes, std::size_t from) const;
  // The captures of a match that find() gave. Most matches lose to others, so this is asked apart.
  PatternCaptures captures(const Runes& runes, Range match) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

// Character-level expressions tried at a place of a text: the shapes of the pack. Where an
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

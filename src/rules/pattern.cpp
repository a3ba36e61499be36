// SPDX-License-Identifier: Apache-2.0
#include "rules/pattern.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>

#include "base/text.h"
#include "rules/alphabet.h"

namespace tally {
namespace {

constexpr std::int64_t k_pattern_memory = 16LL << 20;

RE2::Options options_of(Preference preference) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_longest_match(preference == Preference::longest);
  options.set_max_mem(k_pattern_memory);
  return options;
}

re2::StringPiece piece_of(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

// ---- Runes

void Runes::append_wide(Rune rune) {
  if (begins_.empty() && rune >= 0x80) {
    for (std::size_t i = 0; i < size_; ++i) {
      begins_.push_back(static_cast<std::uint32_t>(i));
    }
    begins_.push_back(static_cast<std::uint32_t>(size_));
  } else if (!begins_.empty()) {
    begins_.push_back(static_cast<std::uint32_t>(text_.size()));
  }
  if (rune < 0x80) {
    text_.push_back(static_cast<char>(rune));
  } else {
    append_utf8(text_, rune);
  }
  ++size_;
}

std::size_t Runes::byte_of(std::size_t token) const {
  if (token >= size_) {
    return text_.size();
  }
  return begins_.empty() ? token : begins_[token];
}

std::size_t Runes::token_at(std::size_t byte) const {
  if (begins_.empty()) {
    return byte;
  }
  const auto found = std::lower_bound(begins_.begin(), begins_.end(), byte);
  return static_cast<std::size_t>(found - begins_.begin());
}

// ---- Pattern

namespace {

std::vector<Rune> by_code(const RuneExpression& runes) {
  std::vector<Rune> rune_of;
  rune_of.reserve(runes.code_count);
  for (std::size_t i = 0; i < runes.runs.size(); ++i) {
    const bool is_last = i + 1 == runes.runs.size();
    rune_of.resize(is_last ? runes.code_count : runes.runs[i + 1].first,
                   static_cast<Rune>(runes.runs[i].rune));
  }
  return rune_of;
}

}  // namespace

struct Pattern::Compiled {
  Expression tree;
  const Lexicon* lexicon = nullptr;
  bool mentions = false;
  std::once_flag once;
  RuneExpression runes;
  std::vector<Rune> rune_of;  // by code
  std::unique_ptr<RE2> re2;
  std::atomic<bool> is_ready = false;

  const RE2& compiled() {
    if (is_ready.load(std::memory_order_acquire)) {
      return *re2;
    }
    std::call_once(once, [this] {
      if (lexicon != nullptr) {
        runes = rune_expression(tree, *lexicon, mentions);
      }
      rune_of = by_code(runes);
      re2 = std::make_unique<RE2>(piece_of(runes.re2),
                                  options_of(mentions ? Preference::first : Preference::longest));
      is_ready.store(true, std::memory_order_release);
    });
    return *re2;
  }
};

Pattern::Pattern() : compiled_(std::make_unique<Compiled>()) {}

Pattern::Pattern(Expression tree, const Lexicon& lexicon, bool mentions) : Pattern() {
  compiled_->tree = std::move(tree);
  compiled_->lexicon = &lexicon;
  compiled_->mentions = mentions;
}

Pattern::Pattern(RuneExpression runes, bool mentions) : Pattern() {
  compiled_->runes = std::move(runes);
  compiled_->mentions = mentions;
}

Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

std::string Pattern::fault() const {
  const RE2& re2 = compiled_->compiled();
  return re2.ok() ? std::string{} : re2.error();
}

const Expression& Pattern::tree() const { return compiled_->tree; }

const RuneExpression& Pattern::runes() const {
  static_cast<void>(compiled_->compiled());
  return compiled_->runes;
}

const std::vector<std::string>& Pattern::names() const {
  static_cast<void>(compiled_->compiled());
  return compiled_->runes.names;
}

bool Pattern::sees_mentions() const { return compiled_->mentions; }

std::size_t Pattern::program_size() const {
  return static_cast<std::size_t>(std::max(0, compiled_->compiled().ProgramSize()));
}

Runes Pattern::runes_of(std::span<const Code> codes) const {
  static_cast<void>(compiled_->compiled());
  const std::vector<Rune>& rune_of = compiled_->rune_of;
  Runes runes;
  runes.reserve(codes.size());
  for (const Code code : codes) {
    runes.append(rune_of[code]);
  }
  return runes;
}

std::optional<Range> Pattern::find(const Runes& runes, std::size_t from) const {
  const RE2& re2 = compiled_->compiled();
  if (!re2.ok()) {
    return std::nullopt;
  }
  const std::string_view text = runes.text();
  re2::StringPiece whole;
  const bool found =
      re2.Match(piece_of(text), runes.byte_of(from), text.size(), RE2::UNANCHORED, &whole, 1);
  if (!found || whole.empty()) {
    return std::nullopt;
  }
  const auto begin = static_cast<std::size_t>(whole.data() - text.data());
  return Range{runes.token_at(begin), runes.token_at(begin + whole.size())};
}

PatternCaptures Pattern::captures(const Runes& runes, Range match) const {
  const std::size_t count = compiled_->runes.names.size();
  if (count == 0) {
    return {};
  }
  const std::string_view text = runes.text();
  std::vector<re2::StringPiece> groups(count + 1);
  compiled_->compiled().Match(piece_of(text),
                              runes.byte_of(match.begin),
                              runes.byte_of(match.end),
                              RE2::ANCHOR_BOTH,
                              groups.data(),
                              static_cast<int>(groups.size()));
  PatternCaptures captures;
  for (std::size_t i = 1; i < groups.size(); ++i) {
    if (groups[i].data() != nullptr && !groups[i].empty()) {
      const auto begin = static_cast<std::size_t>(groups[i].data() - text.data());
      captures.emplace_back(i - 1,
                            Range{runes.token_at(begin), runes.token_at(begin + groups[i].size())});
    }
  }
  return captures;
}

// ---- ShapeMatcher

struct ShapeMatcher::Compiled {
  std::vector<std::unique_ptr<RE2>> shapes;
  std::unique_ptr<RE2::Set> set;  // which shapes match at a place, in one pass; null: try them all
  std::string fault;
};

ShapeMatcher::ShapeMatcher() : ShapeMatcher(std::vector<std::string>{}) {}

ShapeMatcher::ShapeMatcher(const std::vector<std::string>& expressions)
    : compiled_(std::make_unique<Compiled>()) {
  const RE2::Options options = options_of(Preference::first);
  compiled_->set = std::make_unique<RE2::Set>(options, RE2::ANCHOR_START);
  for (const std::string& expression : expressions) {
    auto re2 = std::make_unique<RE2>(piece_of(expression), options);
    if (!re2->ok() || compiled_->set->Add(piece_of(expression), nullptr) < 0) {
      compiled_->fault = re2->error();
      compiled_->set.reset();
      return;
    }
    compiled_->shapes.push_back(std::move(re2));
  }
  if (expressions.empty() || !compiled_->set->Compile()) {
    compiled_->set.reset();
  }
}

ShapeMatcher::~ShapeMatcher() = default;
ShapeMatcher::ShapeMatcher(ShapeMatcher&&) noexcept = default;
ShapeMatcher& ShapeMatcher::operator=(ShapeMatcher&&) noexcept = default;

std::optional<ShapeMatcher::Hit> ShapeMatcher::match_at(std::string_view text,
                                                        std::size_t at) const {
  if (!compiled_->set) {
    return std::nullopt;
  }
  // A shape looks at what stands before it (a word boundary), so the place before goes in too: the
  // set is asked of the text from here, the shape itself of the whole text.
  std::vector<int> hits;
  if (!compiled_->set->Match(piece_of(text.substr(at)), &hits)) {
    return std::nullopt;
  }
  std::sort(hits.begin(), hits.end());
  for (const int hit : hits) {
    const auto shape = static_cast<std::size_t>(hit);
    const RE2& re2 = *compiled_->shapes[shape];
    std::array<re2::StringPiece, 2> groups;  // the whole, and the part that is the token
    const int wanted = std::min(re2.NumberOfCapturingGroups(), 1) + 1;
    if (re2.Match(piece_of(text), at, text.size(), RE2::ANCHOR_START, groups.data(), wanted) &&
        !groups.at(0).empty()) {
      return Hit{.shape = shape, .length = groups.at(wanted > 1 ? 1 : 0).size()};
    }
  }
  return std::nullopt;
}

std::string ShapeMatcher::fault() const { return compiled_->fault; }

}  // namespace tally

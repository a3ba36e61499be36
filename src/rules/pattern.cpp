// SPDX-License-Identifier: Apache-2.0
#include "rules/pattern.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <mutex>

#include "base/text.h"

namespace tally {
namespace {

// A set of a hundred patterns with large classes thrashes RE2's DFA cache at the default 8 MiB.
constexpr std::int64_t k_set_memory = 64LL << 20;
constexpr std::int64_t k_pattern_memory = 16LL << 20;

RE2::Options options_of(Preference preference, std::int64_t memory) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_longest_match(preference == Preference::longest);
  options.set_max_mem(memory);
  return options;
}

re2::StringPiece piece_of(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

// ---- Runes

void Runes::append(char32_t rune) {
  begins_.push_back(static_cast<std::uint32_t>(text_.size()));
  append_utf8(text_, rune);
}

void Runes::clear() {
  text_.clear();
  begins_.clear();
}

std::size_t Runes::byte_of(std::size_t token) const {
  return token < begins_.size() ? begins_[token] : text_.size();
}

std::size_t Runes::token_at(std::size_t byte) const {
  const auto found = std::lower_bound(begins_.begin(), begins_.end(), byte);
  return static_cast<std::size_t>(found - begins_.begin());
}

// ---- Pattern

struct Pattern::Compiled {
  std::string expression;
  std::vector<std::string> names;
  Preference preference = Preference::longest;
  std::once_flag once;
  std::unique_ptr<RE2> re2;

  const RE2& compiled() {
    std::call_once(once, [this] {
      re2 = std::make_unique<RE2>(piece_of(expression), options_of(preference, k_pattern_memory));
    });
    return *re2;
  }
};

Pattern::Pattern() : Pattern("", {}, Preference::longest) {}

Pattern::Pattern(std::string expression, std::vector<std::string> names, Preference preference)
    : compiled_(std::make_unique<Compiled>()) {
  compiled_->expression = std::move(expression);
  compiled_->names = std::move(names);
  compiled_->preference = preference;
}

Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

std::string Pattern::fault() const {
  const RE2& re2 = compiled_->compiled();
  return re2.ok() ? std::string{} : re2.error();
}

const std::string& Pattern::expression() const { return compiled_->expression; }
const std::vector<std::string>& Pattern::names() const { return compiled_->names; }

std::size_t Pattern::program_size() const {
  return static_cast<std::size_t>(std::max(0, compiled_->compiled().ProgramSize()));
}

std::optional<PatternMatch> Pattern::find(const Runes& runes, std::size_t from) const {
  const RE2& re2 = compiled_->compiled();
  if (!re2.ok()) {
    return std::nullopt;
  }
  const std::string_view text = runes.text();
  std::vector<re2::StringPiece> groups(compiled_->names.size() + 1);
  const bool found = re2.Match(piece_of(text),
                               runes.byte_of(from),
                               text.size(),
                               RE2::UNANCHORED,
                               groups.data(),
                               static_cast<int>(groups.size()));
  if (!found || groups[0].empty()) {
    return std::nullopt;
  }
  const auto range_of = [&](const re2::StringPiece& group) {
    const auto begin = static_cast<std::size_t>(group.data() - text.data());
    return Range{runes.token_at(begin), runes.token_at(begin + group.size())};
  };
  PatternMatch match{.whole = range_of(groups[0]), .captures = {}};
  for (std::size_t i = 1; i < groups.size(); ++i) {
    if (groups[i].data() != nullptr && !groups[i].empty()) {
      match.captures.emplace_back(i - 1, range_of(groups[i]));
    }
  }
  return match;
}

// ---- PatternSet

struct PatternSet::Compiled {
  std::vector<std::string> expressions;
  std::once_flag once;
  std::unique_ptr<RE2::Set> set;
  std::vector<std::size_t> all;

  void compile() {
    set = std::make_unique<RE2::Set>(options_of(Preference::first, k_set_memory), RE2::UNANCHORED);
    for (std::size_t i = 0; i < expressions.size(); ++i) {
      all.push_back(i);
      // An expression that the set refuses would shift the numbers of those behind it.
      if (set->Add(piece_of(expressions[i]), nullptr) < 0) {
        set->Add("[^\\x00-\\x{10FFFF}]", nullptr);
      }
    }
    if (!set->Compile()) {
      set.reset();
    }
  }
};

PatternSet::PatternSet() : PatternSet(std::vector<std::string>{}) {}

PatternSet::PatternSet(std::vector<std::string> expressions)
    : compiled_(std::make_unique<Compiled>()) {
  compiled_->expressions = std::move(expressions);
}

PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

std::vector<std::size_t> PatternSet::matching(std::string_view runes) const {
  Compiled& compiled = *compiled_;
  if (compiled.expressions.empty()) {
    return {};
  }
  std::call_once(compiled.once, [&] { compiled.compile(); });
  if (!compiled.set) {
    return compiled.all;
  }
  std::vector<int> hits;
  RE2::Set::ErrorInfo error{};
  const bool matched = compiled.set->Match(piece_of(runes), &hits, &error);
  if (!matched && error.kind != RE2::Set::kNoError) {
    return compiled.all;
  }
  std::vector<std::size_t> indices(hits.begin(), hits.end());
  std::sort(indices.begin(), indices.end());
  return indices;
}

// ---- ShapeMatcher

struct ShapeMatcher::Compiled {
  std::vector<std::unique_ptr<RE2>> shapes;
  std::string fault;
};

ShapeMatcher::ShapeMatcher() : ShapeMatcher(std::vector<std::string>{}) {}

ShapeMatcher::ShapeMatcher(const std::vector<std::string>& expressions)
    : compiled_(std::make_unique<Compiled>()) {
  for (const std::string& expression : expressions) {
    auto re2 = std::make_unique<RE2>(piece_of(expression),
                                     options_of(Preference::first, k_pattern_memory));
    if (!re2->ok()) {
      compiled_->fault = re2->error();
    }
    compiled_->shapes.push_back(std::move(re2));
  }
}

ShapeMatcher::~ShapeMatcher() = default;
ShapeMatcher::ShapeMatcher(ShapeMatcher&&) noexcept = default;
ShapeMatcher& ShapeMatcher::operator=(ShapeMatcher&&) noexcept = default;

std::optional<ShapeMatcher::Hit> ShapeMatcher::match_at(std::string_view text,
                                                        std::size_t at) const {
  for (std::size_t i = 0; i < compiled_->shapes.size(); ++i) {
    const RE2& re2 = *compiled_->shapes[i];
    std::array<re2::StringPiece, 2> groups;  // the whole, and the part that is the token
    const int wanted = std::min(re2.NumberOfCapturingGroups(), 1) + 1;
    if (re2.ok() && re2.Match(piece_of(text), at, text.size(), RE2::ANCHOR_START, groups.data(), wanted) &&
        !groups.at(0).empty()) {
      return Hit{.shape = i, .length = groups.at(wanted > 1 ? 1 : 0).size()};
    }
  }
  return std::nullopt;
}

std::string ShapeMatcher::fault() const { return compiled_->fault; }

}  // namespace tally

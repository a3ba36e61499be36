// SPDX-License-Identifier: Apache-2.0
#include "rules/words.h"

#include <algorithm>
#include <charconv>

#include "rules/lexicon.h"

namespace tally {
namespace {

// The range as the lexicon writes its keys: tokens with one blank between them.
std::string joined(const Words& words, Range range) {
  std::string out;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (!out.empty()) {
      out.push_back(' ');
    }
    out.append(words.text(i));
  }
  return out;
}

}  // namespace

std::string_view Words::text(std::size_t i) const {
  return i < tokens_->size() ? slice(text_, (*tokens_)[i].span) : std::string_view{};
}

std::string Words::folded(std::size_t i) const { return tally::folded(text(i)); }

bool Words::is(std::size_t i, ClassName class_name) const {
  return i < tokens_->size() && lexicon_->is((*tokens_)[i], class_name);
}

bool Words::glued(std::size_t i) const { return i < tokens_->size() && (*tokens_)[i].glued; }

bool Words::has_ending(std::size_t i, ClassName class_name) const {
  constexpr std::size_t k_longest = 4;
  if (!lexicon_->has_class(class_name.text)) {
    return false;
  }
  const std::string word = folded(i);
  for (std::size_t length = 2; length <= k_longest && length < word.size(); ++length) {
    const std::string_view ending = std::string_view(word).substr(word.size() - length);
    if (lexicon_->value(ending, ending, class_name)) {
      return true;
    }
  }
  return false;
}

std::optional<std::string_view> Words::value(Range range, ClassName class_name) const {
  if (range.empty() || range.end > tokens_->size()) {
    return std::nullopt;
  }
  if (range.size() == 1 && !is(range.begin, class_name)) {
    return std::nullopt;
  }
  const std::string exact = joined(*this, range);
  return lexicon_->value(tally::folded(exact), exact, class_name);
}

std::optional<double> Words::number(Range range, ClassName class_name) const {
  const auto text = value(range, class_name);
  if (!text) {
    return std::nullopt;
  }
  double number = 0;
  const auto [end, fault] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (fault != std::errc{} || end != text->data() + text->size()) {
    return std::nullopt;
  }
  return number;
}

std::size_t Words::entry_at(std::size_t i, ClassName class_name) const {
  if (i >= size()) {
    return 0;
  }
  if (lexicon_->may_begin_phrase((*tokens_)[i], class_name)) {
    const std::size_t most = std::min(lexicon_->longest_entry(class_name), size() - i);
    for (std::size_t length = most; length > 1; --length) {
      if (value(Range{i, i + length}, class_name)) {
        return length;
      }
    }
  }
  return is(i, class_name) ? 1 : 0;
}

std::size_t Words::entry_before(std::size_t i, ClassName class_name) const {
  const std::size_t end = std::min(i, size());
  if (end == 0) {
    return 0;
  }
  if (lexicon_->may_end_phrase((*tokens_)[end - 1], class_name)) {
    const std::size_t most = std::min(lexicon_->longest_entry(class_name), end);
    for (std::size_t length = most; length > 1; --length) {
      if (value(Range{end - length, end}, class_name)) {
        return length;
      }
    }
  }
  return is(end - 1, class_name) ? 1 : 0;
}

}  // namespace tally

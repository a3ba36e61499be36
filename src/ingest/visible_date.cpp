// SPDX-License-Identifier: Apache-2.0
#include "ingest/visible_date.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"
#include "ingest/published.h"

namespace tally {
namespace {

constexpr std::size_t k_longest_date = 5;  // words
constexpr std::size_t k_most_between = 1;  // words in a date that are no part of it
constexpr std::string_view k_between = " \t\r\n,()|";

struct Token {
  std::string_view word;
  std::size_t begin = 0;  // in the line
};

std::vector<Token> tokens_of(std::string_view line) {
  std::vector<Token> tokens;
  std::size_t at = line.find_first_not_of(k_between);
  while (at != std::string_view::npos) {
    const std::size_t end = std::min(line.find_first_of(k_between, at), line.size());
    tokens.push_back({line.substr(at, end - at), at});
    at = line.find_first_not_of(k_between, end);
  }
  return tokens;
}

std::string without_curls(std::string words) {
  constexpr std::string_view k_curl = "\u2019";
  for (std::size_t at = words.find(k_curl); at != std::string::npos; at = words.find(k_curl, at)) {
    words.replace(at, k_curl.size(), "'");
  }
  return words;
}

// Where the last of the phrases begins in `words` as whole words, from 1 on; 0 where none stands.
std::size_t last_of(const std::string& words, const Layout::Words& phrases) {
  std::size_t last = 0;
  for (const std::string& phrase : phrases) {
    for (std::size_t at = words.find(phrase); at != std::string::npos;
         at = words.find(phrase, at + 1)) {
      const std::size_t end = at + phrase.size();
      const auto is_part = [&words](std::size_t byte) {
        const auto c = static_cast<unsigned char>(words[byte]);
        return c >= 0x80U || is_letter(c);
      };
      const bool whole = (at == 0 || !is_part(at - 1)) && (end >= words.size() || !is_part(end));
      last = whole ? std::max(last, at + 1) : last;
    }
  }
  return last;
}

VisibleDate::Says said_in(std::string_view before, const Layout& layout) {
  const std::string words = without_curls(folded(before));
  const std::size_t published = last_of(words, layout.published);
  const std::size_t updated = last_of(words, layout.updated);
  if (published == updated) {
    return VisibleDate::Says::nothing;
  }
  return published > updated ? VisibleDate::Says::published : VisibleDate::Says::updated;
}

struct Found {
  Day day = 0;
  std::size_t tokens = 0;
};

// The date in words that begins with this token.
std::optional<Found> date_at(const std::vector<Token>& tokens,
                             std::size_t first,
                             const Layout& layout) {
  DateParts parts;
  std::size_t between = 0;
  const std::size_t end = std::min(first + k_longest_date, tokens.size());
  for (std::size_t i = first; i < end; ++i) {
    const bool taken = parts.take(tokens[i].word, layout);
    between += taken ? 0U : 1U;
    if (parts.is_spoilt() || between > k_most_between || (i == first && !taken)) {
      return std::nullopt;
    }
    if (const auto day = parts.day()) {
      return Found{*day, i + 1 - first};
    }
  }
  return std::nullopt;
}

}  // namespace

bool writes_day_first(const Layout& layout, std::string_view language) {
  return std::binary_search(layout.day_first.begin(), layout.day_first.end(), language);
}

std::vector<VisibleDate> visible_dates_in(std::string_view line,
                                          const Layout& layout,
                                          bool day_first) {
  const std::vector<Token> tokens = tokens_of(line);
  std::vector<VisibleDate> dates;
  std::size_t said = 0;  // bytes of the line that belong to dates before
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    auto found = date_at(tokens, i, layout);
    if (!found) {
      const auto day = day_in_figures(tokens[i].word, day_first);
      found = day ? std::optional<Found>({*day, 1}) : std::nullopt;
    }
    if (found) {
      const std::string_view before = line.substr(said, tokens[i].begin - said);
      dates.push_back({found->day, said_in(before, layout)});
      i += found->tokens - 1;
      said = tokens[i].begin + tokens[i].word.size();
    }
  }
  return dates;
}

}  // namespace tally

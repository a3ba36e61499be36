// SPDX-License-Identifier: Apache-2.0
#include "report/quote.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace tally {
namespace {

// Bytes before a mention that tell two equal quotes of one sentence apart.
constexpr std::size_t k_context = 200;

// Bytes of text around a sentence, and the fewest of them that whole sentences must fill.
constexpr std::size_t k_surroundings = 260;
constexpr std::size_t k_shortest = 60;

bool is_unsafe(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
  const bool turns_direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
                               c == 0x200E || c == 0x200F || c == 0x061C;
  return control || turns_direction;
}

std::size_t boundary_at_or_after(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
    ++at;
  }
  return at;
}

// `text` in code points, made safe.
std::u32string safe_code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    out.push_back(is_unsafe(c.value) ? U'\uFFFD' : c.value);
    at += c.length;
  }
  return out;
}

std::string utf8_of(std::u32string_view code_points) {
  std::string out;
  for (const char32_t c : code_points) {
    append_utf8(out, c);
  }
  return out;
}

std::size_t length_of_common_end(std::string_view a, std::string_view b) {
  std::size_t length = 0;
  while (length < std::min(a.size(), b.size()) &&
         a[a.size() - 1 - length] == b[b.size() - 1 - length]) {
    ++length;
  }
  return length;
}

// Where `quote` stands in `sentence`: of equal quotes the one whose words before it are most like
// those before the mention. npos when it does not occur.
std::size_t place_of_quote(std::string_view sentence,
                           std::string_view quote,
                           std::string_view before) {
  std::size_t best = std::string_view::npos;
  std::size_t best_length = 0;
  for (std::size_t at = sentence.find(quote); at != std::string_view::npos;
       at = sentence.find(quote, at + 1)) {
    const std::size_t length = length_of_common_end(trimmed(sentence.substr(0, at)), before);
    if (best == std::string_view::npos || length > best_length) {
      best = at;
      best_length = length;
    }
  }
  return best;
}

// The range of `points` of at most `width` that shows the mark with some words on either side; it
// begins and ends at a blank where there is one on the way to the mark.
Span window_of(std::u32string_view points, Span mark, std::size_t width) {
  if (points.size() <= width) {
    return {0, points.size()};
  }
  const std::size_t room = width > mark.size() ? width - mark.size() : 0;
  const std::size_t wanted = mark.begin > room * 2 / 3 ? mark.begin - room * 2 / 3 : 0;
  Span window{std::min(wanted, points.size() - width), 0};
  window.end = window.begin + width;
  const std::size_t first_blank = points.find(U' ', window.begin == 0 ? 0 : window.begin - 1);
  if (window.begin > 0 && first_blank < mark.begin) {
    window.begin = first_blank + 1;
  }
  const std::size_t last_blank = points.rfind(U' ', window.end);
  if (window.end < points.size() && last_blank != std::u32string_view::npos &&
      last_blank >= mark.end) {
    window.end = last_blank;
  }
  return window;
}

// The code points of `text` that are no white space.
std::size_t ink_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    count += static_cast<std::size_t>(!is_space(c.value));
    at += c.length;
  }
  return count;
}

// The byte of `text` before `at` from which `ink` code points that are no white space lead to it.
std::size_t ink_before(std::string_view text, std::size_t at, std::size_t ink) {
  while (at > 0 && ink > 0) {
    --at;
    const bool continues = (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    ink -= static_cast<std::size_t>(!continues && !is_space(code_point_at(text, at).value));
  }
  return at;
}

std::size_t ink_after(std::string_view text, std::size_t at, std::size_t ink) {
  while (at < text.size() && ink > 0) {
    const CodePoint c = code_point_at(text, at);
    ink -= static_cast<std::size_t>(!is_space(c.value));
    at += c.length;
  }
  return at;
}

// Where the sentence of a claim, whose white space is squeezed, stands in the text.
std::optional<Span> sentence_in(const Claim& claim, std::string_view text) {
  const Span span = shown_span(claim.mention);
  const std::string quote = squeezed(slice(text, span));
  const std::string_view sentence = claim.sentence;
  for (std::size_t at = sentence.find(quote); at != std::string_view::npos && !quote.empty();
       at = sentence.find(quote, at + 1)) {
    const Span found{ink_before(text, span.begin, ink_in(sentence.substr(0, at))),
                     ink_after(text, span.begin, ink_in(sentence.substr(at)))};
    if (squeezed(slice(text, found)) == sentence) {
      return found;
    }
  }
  return std::nullopt;
}

// The first byte of the text that is neither header nor title, at most `limit`.
std::size_t begin_of_body(const Document& document, std::size_t limit) {
  std::size_t begin = 0;
  for (const Span skipped : document.skipped) {
    begin = skipped.end <= limit ? std::max(begin, skipped.end) : begin;
  }
  const auto& title = document.title_span;
  return title && title->end <= limit ? std::max(begin, title->end) : begin;
}

// A line of the end of `text`: from its first whole sentence on when there is one.
std::string cut_before(std::string_view text, bool whole) {
  std::string line = squeezed(text);
  if (whole || line.empty()) {
    return line;
  }
  const std::size_t stop = line.find(". ");
  if (stop != std::string::npos && line.size() - stop > k_shortest) {
    return line.substr(stop + 2);
  }
  return fmt::format("\u2026{}", line.substr(std::min(line.find(' '), line.size() - 1)));
}

std::string cut_after(std::string_view text, bool whole) {
  std::string line = squeezed(text);
  if (whole || line.empty()) {
    return line;
  }
  const std::size_t stop = line.rfind(". ");
  if (stop != std::string::npos && stop > k_shortest) {
    return line.substr(0, stop + 1);
  }
  const std::size_t blank = line.rfind(' ');
  return fmt::format("{} \u2026", line.substr(0, blank));
}

}  // namespace

Span shown_span(const Mention& mention) {
  const Span figure = mention.span;
  const Span noun = mention.noun.span;
  const bool counts = mention.value.kind == Kind::count || mention.value.kind == Kind::number;
  const bool follows =
      !noun.size() ? false : noun.begin >= figure.end && noun.begin <= figure.end + 1;
  return {figure.begin, counts && follows ? std::max(figure.end, noun.end) : figure.end};
}

std::string visible(std::string_view text) { return utf8_of(safe_code_points(text)); }

std::string visible_lines(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    out += visible(text.substr(at, end - at));
    if (end == std::string_view::npos) {
      break;
    }
    out += '\n';
    at = end + 1;
  }
  return out;
}

Excerpt excerpt_of(const Claim& claim, std::string_view text, std::size_t width) {
  const Span span = shown_span(claim.mention);
  const std::string quote = squeezed(slice(text, span));
  const std::size_t context =
      boundary_at_or_after(text, span.begin > k_context ? span.begin - k_context : 0);
  const std::string before{
      trimmed(squeezed(slice(text, {std::min(context, span.begin), span.begin})))};
  const std::size_t at = place_of_quote(claim.sentence, quote, before);
  const bool found = at != std::string::npos;
  const std::string_view line = found ? std::string_view(claim.sentence) : std::string_view(quote);

  const std::u32string points = safe_code_points(line);
  const std::size_t begin = found ? safe_code_points(line.substr(0, at)).size() : 0;
  const Span mark{begin, begin + safe_code_points(quote).size()};
  const Span window = window_of(points, mark, width - 2);
  const bool cut_before = window.begin > 0;
  std::u32string shown = cut_before ? U"\u2026" : U"";
  shown += points.substr(window.begin, window.size());
  shown += window.end < points.size() ? U"\u2026" : U"";
  const std::size_t shift = cut_before ? 1 : 0;
  return {utf8_of(shown),
          mark.begin - window.begin + shift,
          std::min(mark.end, window.end) - window.begin + shift};
}

Surroundings surroundings_of(const Claim& claim, const Document& document) {
  const auto sentence = sentence_in(claim, document.text);
  if (!sentence) {
    return {};
  }
  const std::string_view text = document.text;
  const std::size_t from = begin_of_body(document, sentence->begin);
  const std::size_t begin =
      std::max(from, sentence->begin > k_surroundings ? sentence->begin - k_surroundings : from);
  const std::size_t end = std::min(text.size(), sentence->end + k_surroundings);
  return {
      cut_before(slice(text, {boundary_at_or_after(text, begin), sentence->begin}), begin == from),
      cut_after(slice(text, {sentence->end, boundary_at_or_after(text, end)}), end == text.size())};
}

Excerpt excerpt_around(Span span, std::string_view text, std::size_t width) {
  const std::size_t before = text.rfind("\n\n", span.begin);
  const std::size_t after = text.find("\n\n", span.end);
  const Span paragraph{before == std::string_view::npos ? 0 : before, std::min(after, text.size())};
  const auto line = [&](Span part) { return squeezed(slice(text, part)); };
  Claim bare;
  bare.mention.span = span;
  bare.sentence = line(paragraph);
  return excerpt_of(bare, text, width);
}

ExcerptParts parts_of(const Excerpt& excerpt) {
  const std::u32string points = safe_code_points(excerpt.line);
  const std::u32string_view line = points;
  const std::size_t end = std::min(excerpt.mark_end, line.size());
  const std::size_t begin = std::min(excerpt.mark_begin, end);
  return {utf8_of(line.substr(0, begin)),
          utf8_of(line.substr(begin, end - begin)),
          utf8_of(line.substr(end))};
}

}  // namespace tally

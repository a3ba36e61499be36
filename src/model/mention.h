// SPDX-License-Identifier: Apache-2.0
// A span of text with a value.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "model/value.h"

namespace tally {

// How a mention stands to another one of the same sentence.
enum class Part {
  whole,       // stands for itself
  part,        // a term of a sum: "a man" in "a man and two women"
  sum,         // the sum of the parts in its span, not written as a number
  conversion,  // the same quantity in another unit: "(550 miles)"
};

// The noun phrase that a count counts, or the thing that a measure measures.
struct NounPhrase {
  Span span;                            // in the document; empty when there is none
  std::string text;                     // as written, without determiner and number
  std::string head;                     // class of the head noun, else its singular in lower case
  std::vector<std::string> qualifiers;  // "american", "wounded": lower case, in order

  friend bool operator==(const NounPhrase&, const NounPhrase&) = default;
};

struct Mention {
  Span span;             // bytes in Document::text
  std::size_t sentence;  // index into the document's sentences
  Value value;
  NounPhrase noun;
  std::string pattern;  // id of the value pattern that found it: "en.money.prefix"
  Part part = Part::whole;
  std::optional<std::size_t> partner;  // for `conversion`: index of the mention it converts;
                                       // for `part`: index of the sum

  friend bool operator==(const Mention&, const Mention&) = default;
};

// The reason of a span that a name took: "Air Base 201".
inline constexpr std::string_view k_rejected_as_name = "a name, not a figure";

// A span that looked like a figure and yielded nothing, with the reason (for `explain`, `gaps`).
struct Rejected {
  Span span;
  std::string pattern;  // the pattern that lost or refused; empty for a figure nothing matched
  std::string reason;

  friend bool operator==(const Rejected&, const Rejected&) = default;
};

struct Sentence {
  Span span;
  std::size_t paragraph = 0;
  bool is_title = false;
  bool is_caption = false;

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

std::string_view name_of(Part part);
std::optional<Part> part_named(std::string_view name);

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// How a text report looks: colours, wrapped lines, marks under a quote.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/finding.h"
#include "report/quote.h"

namespace tally {

struct Style {
  bool colour = false;      // ANSI colours: on a terminal only
  std::size_t width = 100;  // columns, taken as code points
};

// What a piece of text is, for its colour.
enum class Ink { conflict, caution, agree, strong, faint };

Ink ink_of(Verdict verdict);

// `text` in the colour of `ink` when the style has colours; otherwise as it is.
std::string painted(const Style& style, Ink ink, std::string_view text);

// Lines of `text` no longer than the style's width; the first begins with `label`, the others with
// as many blanks. Each ends in a line break.
std::string wrapped(const Style& style, std::string_view label, std::string_view text);

// An excerpt after `indent` blanks, its mark in colour, or with carets on a line below.
std::string marked(const Style& style, std::size_t indent, const Excerpt& excerpt);

// `text` with blanks behind it up to `width` code points, cut with an ellipsis when it is longer.
std::string fitted(std::string_view text, std::size_t width);

std::size_t code_points_in(std::string_view text);

}  // namespace tally

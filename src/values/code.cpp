// SPDX-License-Identifier: Apache-2.0
// Figures that belong to codes and names.
#include "values/code.h"

#include <cstddef>

namespace tally {
namespace {

// Glued to a code of letters and digits ("9AB8"), or written with a leading zero.
bool is_of_code(const Words& words, Range n) {
  const bool has_zero = words.text(n.begin).size() > 1 && words.text(n.begin).starts_with('0') &&
                        words.is(n.begin, "whole_digits");
  return has_zero || (words.glued(n.end) && words.is(n.end, "model")) ||
         (n.begin > 0 && words.glued(n.begin) && words.is(n.begin - 1, "model"));
}

// Does a tight mark join the token to digits or letters on that side ("2-1", "x1", "12:30")?
bool is_joined(const Words& words, std::size_t mark, std::size_t beyond) {
  return (words.is(mark, "joining_mark") || words.is(mark, "hyphen")) &&
         (words.is(beyond, "digits") || words.is(beyond, "upper"));
}

}  // namespace

bool is_part_of_code(const Words& words, Range n) {
  const bool left = n.begin >= 2 && words.glued(n.begin) && words.glued(n.begin - 1) &&
                    is_joined(words, n.begin - 1, n.begin - 2);
  const bool right =
      words.glued(n.end) && words.glued(n.end + 1) && is_joined(words, n.end, n.end + 1);
  const bool behind_letters =
      n.begin > 0 && words.glued(n.begin) && words.is(n.begin - 1, "word_shape");
  const bool before_letters =
      words.glued(n.end) && words.is(n.end, "word_shape") && words.is(n.end - 1, "digits");
  const bool marked = n.begin > 0 && words.is(n.begin - 1, "code_mark");
  return left || right || behind_letters || before_letters || marked || is_of_code(words, n);
}

bool is_part_of_name(const Words& words, Range n) {
  const bool is_plain = words.is(n.begin, "plain_digits") || words.is(n.begin, "capital");
  if (n.begin == 0 || words.glued(n.begin) || !is_plain || n.size() > 1) {
    return false;
  }
  const std::size_t before = n.begin - 1;
  const bool is_name = words.is(before, "capital") || words.is(before, "upper");
  return is_name && before > 0 && !words.is(before, "np_stop") && !words.is(before, "place_name");
}

}  // namespace tally

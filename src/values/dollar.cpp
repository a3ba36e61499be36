// SPDX-License-Identifier: Apache-2.0
// Whose dollar a bare sign is, by the signs before it in the document.
#include <string>
#include <string_view>

#include "values/relation.h"

namespace tally {
namespace {

constexpr char k_sign = '$';
constexpr std::string_view k_default = "USD";  // what a bare sign is taken for elsewhere

bool has_sign(std::string_view text, const Mention& mention) {
  return slice(text, mention.span).find(k_sign) != std::string_view::npos;
}

bool is_marked(std::string_view text, const Mention& mention) {
  return !mention.value.assumed_unit && !mention.value.unit.empty() && has_sign(text, mention);
}

bool is_bare(std::string_view text, const Mention& mention) {
  return mention.value.assumed_unit && has_sign(text, mention);
}

bool converts_into_bare(std::string_view text, const std::vector<Mention>& mentions) {
  for (const Mention& mention : mentions) {
    if (mention.part == Part::conversion && mention.partner && is_bare(text, mention) &&
        !mentions[*mention.partner].value.assumed_unit) {
      return true;
    }
  }
  return false;
}

}  // namespace

void settle_dollars(std::string_view text, std::vector<Mention>& mentions) {
  if (converts_into_bare(text, mentions)) {
    return;
  }
  std::string marked;
  for (Mention& mention : mentions) {
    Value& value = mention.value;
    if (is_marked(text, mention) && value.unit != k_default) {
      marked = value.unit;
    } else if (!marked.empty() && is_bare(text, mention)) {
      const std::string bare = value.unit;
      value.unit = marked;
      if (value.written_unit.starts_with(bare)) {
        value.written_unit.replace(0, bare.size(), marked);
      }
    }
  }
}

}  // namespace tally

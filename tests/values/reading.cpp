// SPDX-License-Identifier: Apache-2.0
#include "values/reading.h"

#include <fmt/format.h>

#include "pipeline.h"

namespace tally {

const RulePack& shipped_pack() {
  static const auto pack = [] {
    const auto files = built_in_pack_files();
    return load_pack({files.begin(), files.end()});
  }();
  return *pack;
}

std::vector<Mention> mentions_in(std::string_view text) {
  Document document;
  document.id = "a";
  document.text = text;
  return extraction_of(document, shipped_pack()).mentions;
}

std::string line_of(std::string_view text, const Mention& mention) {
  const auto end = [](const std::optional<double>& value) {
    return value ? fmt::format("{:g}", *value) : std::string("open");
  };
  const Value& value = mention.value;
  return fmt::format("{} {} {}..{} {} {}",
                     slice(text, mention.span),
                     name_of(value.kind),
                     end(value.low),
                     end(value.high),
                     value.unit,
                     name_of(value.modifier));
}

}  // namespace tally

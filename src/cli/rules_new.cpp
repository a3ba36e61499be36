// SPDX-License-Identifier: Apache-2.0
// `tally rules new ID`: a rule file to fill in, from the template of the pack.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/commands.h"
#include "rules/stack.h"

namespace tally::cli {
namespace {

constexpr std::string_view k_placeholder = "LANGUAGE.NAME";

bool is_id(const std::string& text) {
  const std::size_t dot = text.find('.');
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  };
  return dot != std::string::npos && dot > 0 && dot + 1 < text.size() &&
         std::all_of(text.begin(), text.end(), fits);
}

std::string filled(std::string text, const std::string& id) {
  for (std::size_t at = text.find(k_placeholder); at != std::string::npos;
       at = text.find(k_placeholder, at + id.size())) {
    text.replace(at, k_placeholder.size(), id);
  }
  return text;
}

}  // namespace

int rules_new(Session& session) {
  const std::string& id = session.options.subject;
  if (!is_id(id)) {
    throw Error(
        fmt::format("'{}' is no id: write a language, a dot and a name, such as en.wages", id));
  }
  const std::string own = fmt::format("{}/template.toml", id.substr(0, id.find('.')));
  const PackFile* found = nullptr;
  const std::vector<PackFile> files = pack_files_of(session);
  for (const PackFile& file : files) {
    if (is_template(file) && (found == nullptr || file.name == own)) {
      found = &file;
    }
  }
  if (found == nullptr) {
    throw Error("the rule pack has no template.toml to begin from");
  }
  session.streams.out << filled(found->content, id);
  return 0;
}

}  // namespace tally::cli

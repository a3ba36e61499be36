// SPDX-License-Identifier: Apache-2.0
#include "rules/built_in.h"

#include <algorithm>

#include "rules/image.h"

namespace tally {
namespace {

bool is_built_in(const std::vector<PackFile>& files) {
  const auto built_in = built_in_pack_files();
  return std::equal(files.begin(),
                    files.end(),
                    built_in.begin(),
                    built_in.end(),
                    [](const PackFile& a, const PackFile& b) {
                      return a.name == b.name && a.content == b.content && a.layer == b.layer;
                    });
}

}  // namespace

std::unique_ptr<RulePack> ready_pack(const std::vector<PackFile>& files,
                                     std::span<const DisabledRule> disabled) {
  return disabled.empty() && is_built_in(files) ? pack_of_image(built_in_pack_image())
                                                : load_pack(files, disabled);
}

}  // namespace tally

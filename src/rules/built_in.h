// SPDX-License-Identifier: Apache-2.0
// The pack that is part of the program: its files as text, and compiled.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "rules/pack.h"

namespace tally {

// The pack of `files` without the `disabled` rules. Where it is the built-in one it is there at
// once, for it was compiled when the program was built, but it has no examples, rejects or trees of
// patterns; load_pack gives those. Otherwise the same as load_pack.
std::unique_ptr<RulePack> ready_pack(const std::vector<PackFile>& files,
                                     std::span<const DisabledRule> disabled = {});

// The built-in pack as image_of wrote it (see image.h).
std::string_view built_in_pack_image();

}  // namespace tally

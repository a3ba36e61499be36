// SPDX-License-Identifier: Apache-2.0
// A compiled pack as bytes, so that a program starts without reading TOML.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "rules/pack.h"

namespace tally {

// All of a pack but what only people ask for: examples, rejects and the trees of patterns.
std::string image_of(RulePack& pack);

// The pack of an image, which must come from a program built like this one. Its patterns become RE2
// when they are first used.
std::unique_ptr<RulePack> pack_of_image(std::string_view image);

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// What tests of readers share: the shipped pack, and the mentions of one text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/mention.h"
#include "rules/pack.h"

namespace tally {

// The built-in pack, loaded once.
const RulePack& shipped_pack();

// The mentions of `text`, read as a document without date and outlet.
std::vector<Mention> mentions_in(std::string_view text);

// "quote kind low..high unit modifier", the ends by %g, "open" where absent.
std::string line_of(std::string_view text, const Mention& mention);

}  // namespace tally

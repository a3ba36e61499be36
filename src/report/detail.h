// SPDX-License-Identifier: Apache-2.0
// One part of a comparison in full, by its id.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/finding.h"
#include "report/style.h"

namespace tally {

// The source, claim, fact, finding or story called `id` (see ids.h), with what belongs to it: a
// source with its claims, a claim with its fact, a story with its facts. Nothing when there is
// none.
std::optional<std::string> detail_text(const Comparison& comparison,
                                       std::string_view id,
                                       const Style& style);

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// One claim as a JSON object, and how single values are written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "model/claim.h"
#include "model/place.h"

namespace tally {

// The members of a claim in docs/cli.md; `source` names its document. Offsets are code points of
// the text that `places` was made of.
nlohmann::ordered_json claim_object(const Claim& claim,
                                    const Document& document,
                                    const Places& places,
                                    const std::string& source);

// A text, null when it is empty.
nlohmann::ordered_json text_or_null(std::string_view text);

// An end of an interval in the form of its kind ("2024-04-21", "HH:MM", a number), null when open.
nlohmann::ordered_json end_or_null(Kind kind, std::optional<double> end);

}  // namespace tally

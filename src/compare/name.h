// SPDX-License-Identifier: Apache-2.0
// Names of people and places: which ones can mean the same bearer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tally {

// How sure two names mean the same bearer within one story: `same` for equal or respelled whole
// names ("Jonathon Walker", "Jonathan Walker"), `part` where one is a part of the other ("Hale",
// "Shantai Hale"), otherwise `other`.
enum class NameMatch { other, part, same };

NameMatch match_of_names(std::string_view a, std::string_view b);

// The best match of any name of `a` with any of `b`. At most the first eight of each are tried.
NameMatch best_match_of_names(const std::vector<std::string>& a, const std::vector<std::string>& b);

// Equal but for spelling: one letter changed, missing or added (two in a long word), the first
// letter the same, five letters at least. Both in lower case.
bool is_respelled(std::string_view a, std::string_view b);

}  // namespace tally

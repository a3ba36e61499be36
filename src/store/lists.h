// SPDX-License-Identifier: Apache-2.0
// Lists in a column: JSON arrays, which SQLite's json_each opens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace tally {

// ["a","b \"c\""] and [[0,12],[13,40]].
std::string json_of(const std::vector<std::string>& words);
std::string json_of(const std::vector<Span>& spans);

// The lists that json_of has written. Of anything else, as much as can be read.
std::vector<std::string> words_of_json(std::string_view json);
std::vector<Span> spans_of_json(std::string_view json);

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// Character references that were escaped twice.
#pragma once

#include <string>
#include <string_view>

namespace tally {

// `text` with references such as "&amp;", "&#8217;" and "&#x2019;" resolved and tags left out: what
// content systems leave in titles and structured data.
std::string resolved(std::string_view text);

}  // namespace tally

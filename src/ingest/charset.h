// SPDX-License-Identifier: Apache-2.0
// Bytes in any charset to UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tally {

// `bytes` as UTF-8. The charset is, in this order: that of the byte-order mark; `declared`, the
// name that a header or the document itself gives (may be empty; names of Latin-1 mean
// Windows-1252, as browsers have it); UTF-16 where every other byte is zero; UTF-8; Windows-1252
// where the bytes are not UTF-8. A UTF-8 byte-order mark stays in the text, others go. Each doubt
// adds a warning: a charset nobody knows, bytes that are wrong in the charset (they become U+FFFD),
// a declaration that the bytes belie, Windows-1252 for want of anything better.
std::string utf8_of(std::string bytes,
                    std::string_view declared,
                    std::vector<std::string>& warnings);

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
#include "store/offsets.h"

#include <algorithm>

namespace tally {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

Offsets::Offsets(std::string_view text) : size_(text.size()) {
  if (std::all_of(text.begin(), text.end(), is_ascii)) {
    return;
  }
  begins_.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_continuation(text[i])) {
      begins_.push_back(static_cast<std::uint32_t>(i));
    }
  }
}

std::size_t Offsets::code_points_before(std::size_t at) const {
  if (begins_.empty() || at >= size_) {
    return begins_.empty() ? std::min(at, size_) : begins_.size();
  }
  const auto after = std::upper_bound(begins_.begin(), begins_.end(), at);
  return after == begins_.begin() ? 0 : static_cast<std::size_t>(after - begins_.begin()) - 1;
}

std::size_t Offsets::byte_of(std::size_t index) const {
  if (begins_.empty()) {
    return std::min(index, size_);
  }
  return index < begins_.size() ? begins_[index] : size_;
}

}  // namespace tally

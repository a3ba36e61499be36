// SPDX-License-Identifier: Apache-2.0
#include "report/address.h"

#include <string_view>

#include <fmt/format.h>

namespace tally {
namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

std::string address_of(const Document& source) {
  if (!source.url.empty()) {
    return source.url;
  }
  std::string out;
  for (const char c : source.path) {
    out += is_unreserved(c) ? std::string(1, c)
                            : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string publisher_of(const Document& source) {
  return source.outlet.empty() ? source.path : source.outlet;
}

}  // namespace tally

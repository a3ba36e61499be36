// SPDX-License-Identifier: Apache-2.0
#include "store/address.h"

#include <algorithm>

#include <fmt/format.h>

namespace tally {
namespace {

constexpr std::string_view k_rest = "\u2026";

// What hosts, ports and names of databases are made of. A raw "@", ":" or "/" in a password makes
// an address ambiguous, and then nothing of it may be shown.
bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-' || c == '_' || c == '%';
}

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_plain(c); });
}

bool is_port(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "db.example:5432" or several of them; what stands behind the colon of "ann:secret" is no port.
bool is_plain_host(std::string_view hosts) {
  const std::size_t comma = hosts.find(',');
  const std::string_view host = hosts.substr(0, comma);
  const std::size_t colon = host.find(':');
  return is_plain(host.substr(0, colon)) &&
         (colon == std::string_view::npos || is_port(host.substr(colon + 1))) &&
         (comma == std::string_view::npos || is_plain_host(hosts.substr(comma + 1)));
}

}  // namespace

bool is_server_address(std::string_view name) {
  return name.starts_with("postgresql://") || name.starts_with("postgres://");
}

bool is_plain_address(std::string_view name) { return !shown_address(name).ends_with(k_rest); }

std::string shown_address(std::string_view name) {
  if (!is_server_address(name)) {
    return std::string(name);
  }
  const std::size_t scheme_end = name.find("://") + 3;
  const std::string_view scheme = name.substr(0, scheme_end);
  std::string_view rest = name.substr(scheme_end);
  rest = rest.substr(0, rest.find('?'));
  const std::size_t slash = rest.find('/');
  std::string_view authority = rest.substr(0, slash);
  const std::string_view database = slash == std::string_view::npos ? "" : rest.substr(slash + 1);
  const std::size_t at = authority.find('@');
  const bool has_user = at != std::string_view::npos;
  const std::string_view host = has_user ? authority.substr(at + 1) : authority;
  const std::size_t ats = static_cast<std::size_t>(std::count(name.begin(), name.end(), '@'));
  if (ats > (has_user ? 1U : 0U) || !is_plain_host(host) || !is_plain(database)) {
    return fmt::format("{}{}", scheme, k_rest);
  }
  return slash == std::string_view::npos ? fmt::format("{}{}", scheme, host)
                                         : fmt::format("{}{}/{}", scheme, host, database);
}

}  // namespace tally

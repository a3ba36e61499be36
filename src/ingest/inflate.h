// SPDX-License-Identifier: Apache-2.0
// gzip and zlib data, unpacked piece by piece.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tally {

// True when `bytes` begin as gzip data does (RFC 1952).
bool is_gzip(std::string_view bytes);

// Unpacks a gzip stream of any number of members in constant memory.
class Inflater {
 public:
  Inflater();
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  enum class State {
    more,       // wants further input
    at_member,  // a member has ended; further input begins the next one
    corrupt     // the input is no gzip data, or damaged; nothing more can be read
  };

  // Unpacks as much of `in` as fits into the `room` bytes at `out`; takes what it used off `in` and
  // adds to `written`.
  State inflate(std::string_view& in, char* out, std::size_t room, std::size_t& written);

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
  State state_ = State::at_member;
};

// The whole of packed data, gzip or zlib (also without its header, as some servers send it).
// Nothing when it is damaged or unpacks to more than `most` bytes.
std::optional<std::string> inflated(std::string_view packed, std::size_t most);

}  // namespace tally

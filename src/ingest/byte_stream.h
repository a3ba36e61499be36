// SPDX-License-Identifier: Apache-2.0
// The bytes of an input in order, unpacked where they are gzip data, in constant memory.
#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/inflate.h"

namespace tally {

// Told how many bytes of an input have been taken since the last call; may be empty.
using ByteMeter = std::function<void(std::size_t)>;

// After a fault the stream is at its end; `fault()` says what was wrong.
class ByteStream {
 public:
  // `in` must outlive the stream. That it is gzip data is seen from its first bytes.
  explicit ByteStream(std::istream& in, ByteMeter meter = {});

  // The next bytes, at most `most` (up to 64 KiB) and fewer only at the end, without taking them.
  // The view lives until the next call.
  std::string_view peek(std::size_t most);

  // Appends up to `most` bytes to `out` and takes them. Fewer come only at the end.
  std::size_t take(std::string& out, std::size_t most);

  // Takes the next `count` bytes and drops them. Returns how many there were.
  std::size_t skip(std::size_t count);

  enum class Line { whole, too_long, none };
  // The next line without its end ("\n" or "\r\n"). A line of more than `most` bytes is taken whole
  // but only its beginning is kept; `none` at the end of the input.
  Line line(std::string& out, std::size_t most);

  bool at_end() { return peek(1).empty(); }

  // What is wrong with the input, without its name; empty while nothing is.
  const std::string& fault() const { return fault_; }

 private:
  void fill();  // more unpacked bytes into buffer_
  void fill_inflated();
  bool read_packed();
  bool read_raw(std::string& out);
  void check_expansion();

  std::istream& in_;
  ByteMeter meter_;
  std::unique_ptr<Inflater> inflater_;  // for gzip data only
  Inflater::State state_ = Inflater::State::at_member;
  std::string packed_;        // gzip data read and not yet unpacked
  std::string_view waiting_;  // the rest of packed_
  std::string buffer_;        // bytes ready to be taken, from next_ on
  std::size_t next_ = 0;
  std::size_t packed_bytes_ = 0;    // in all
  std::size_t unpacked_bytes_ = 0;  // in all
  bool ended_ = false;
  std::string fault_;
};

}  // namespace tally

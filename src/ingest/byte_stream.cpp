// SPDX-License-Identifier: Apache-2.0
#include "ingest/byte_stream.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace tally {
namespace {

constexpr std::size_t k_block = 1U << 16U;  // bytes read at once

// Ordinary text shrinks 3 to 20 times. Deflate ends at 1032, which only a decompression bomb gets
// near over a length that matters.
constexpr std::size_t k_most_expansion = 500;
constexpr std::size_t k_harmless_bytes = std::size_t{64} << 20U;

}  // namespace

ByteStream::ByteStream(std::istream& in, ByteMeter meter) : in_(in), meter_(std::move(meter)) {
  std::string first;
  if (!read_raw(first)) {
    ended_ = true;
    return;
  }
  if (is_gzip(first)) {
    inflater_ = std::make_unique<Inflater>();
    packed_ = std::move(first);
    packed_bytes_ = packed_.size();
    waiting_ = packed_;
  } else {
    buffer_ = std::move(first);
  }
}

std::string_view ByteStream::peek(std::size_t most) {
  most = std::min(most, k_block);
  while (buffer_.size() - next_ < most && !ended_) {
    fill();
  }
  return std::string_view(buffer_).substr(next_, most);
}

std::size_t ByteStream::take(std::string& out, std::size_t most) {
  std::size_t taken = 0;
  while (taken < most) {
    const std::string_view piece = peek(std::min(most - taken, k_block));
    if (piece.empty()) {
      break;
    }
    out.append(piece);
    next_ += piece.size();
    taken += piece.size();
  }
  return taken;
}

std::size_t ByteStream::skip(std::size_t count) {
  std::size_t skipped = 0;
  while (skipped < count) {
    const std::size_t piece = peek(std::min(count - skipped, k_block)).size();
    if (piece == 0) {
      break;
    }
    next_ += piece;
    skipped += piece;
  }
  return skipped;
}

ByteStream::Line ByteStream::line(std::string& out, std::size_t most) {
  out.clear();
  if (at_end()) {
    return Line::none;
  }
  bool too_long = false;
  for (std::string_view ready = peek(1); !ready.empty(); ready = peek(1)) {
    ready = std::string_view(buffer_).substr(next_);
    const std::size_t end = std::min(ready.find('\n'), ready.size());
    const std::size_t room = most - std::min(most, out.size());
    too_long = too_long || end > room;
    out.append(ready.substr(0, std::min(end, room)));
    next_ += std::min(end + 1, ready.size());
    if (end < ready.size()) {
      break;
    }
  }
  if (out.ends_with('\r')) {
    out.pop_back();
  }
  return too_long ? Line::too_long : Line::whole;
}

void ByteStream::fill() {
  buffer_.erase(0, next_);
  next_ = 0;
  if (inflater_) {
    fill_inflated();
  } else {
    ended_ = !read_raw(buffer_);
  }
}

void ByteStream::fill_inflated() {
  if (waiting_.empty() && !read_packed()) {
    ended_ = true;
    if (fault_.empty() && state_ != Inflater::State::at_member) {
      fault_ = "the gzip data end too soon; the file is truncated";
    }
    return;
  }
  const bool first = unpacked_bytes_ == 0 && state_ == Inflater::State::at_member;
  // Zeros after the last member are padding, anything else is what gunzip calls trailing garbage.
  if (!first && state_ == Inflater::State::at_member && waiting_.front() != '\x1f') {
    ended_ = true;
    return;
  }
  const std::size_t old = buffer_.size();
  buffer_.resize(old + k_block);
  std::size_t written = 0;
  state_ = inflater_->inflate(waiting_, buffer_.data() + old, k_block, written);
  buffer_.resize(old + written);
  unpacked_bytes_ += written;
  if (state_ == Inflater::State::corrupt) {
    fault_ = "the gzip data are damaged";
    ended_ = true;
  }
  check_expansion();
}

bool ByteStream::read_packed() {
  packed_.clear();
  const bool any = read_raw(packed_);
  packed_bytes_ += packed_.size();
  waiting_ = packed_;
  return any;
}

// Appends the next block of the input; false at its end.
bool ByteStream::read_raw(std::string& out) {
  const std::size_t old = out.size();
  out.resize(old + k_block);
  in_.read(out.data() + old, static_cast<std::streamsize>(k_block));
  const auto count = static_cast<std::size_t>(in_.gcount());
  out.resize(old + count);
  if (in_.bad()) {
    fault_ = "reading failed; the file may have changed or gone";
  }
  if (meter_ && count > 0) {
    meter_(count);
  }
  return count > 0;
}

void ByteStream::check_expansion() {
  if (unpacked_bytes_ > k_harmless_bytes && unpacked_bytes_ / k_most_expansion > packed_bytes_) {
    fault_ = fmt::format(
        "the gzip data unpack to more than {} times their size, as a "
        "decompression bomb does; unpack them yourself if you trust them",
        k_most_expansion);
    ended_ = true;
    buffer_.clear();
    next_ = 0;
  }
}

}  // namespace tally

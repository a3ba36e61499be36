// SPDX-License-Identifier: Apache-2.0
#include "ingest/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace tally {
namespace {

constexpr int k_window = 15;                       // the largest window of deflate
constexpr int k_gzip_header = 16;                  // added to the window: gzip alone
constexpr int k_either_header = 32;                // gzip or zlib, whichever it is
constexpr std::size_t k_piece = 1U << 16U;         // bytes unpacked at once
constexpr std::size_t k_most_at_once = 1U << 30U;  // zlib counts in 32 bits

void give(z_stream& stream, std::string_view in) {
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));  // zlib only reads it
  stream.avail_in = static_cast<uInt>(std::min(in.size(), k_most_at_once));
}

void offer(z_stream& stream, char* out, std::size_t room) {
  stream.next_out = reinterpret_cast<Bytef*>(out);
  stream.avail_out = static_cast<uInt>(std::min(room, k_most_at_once));
}

// Data with a header that `window` names; nothing when it is damaged or too much.
std::optional<std::string> inflated_with(int window, std::string_view packed, std::size_t most) {
  z_stream stream{};
  if (packed.size() > k_most_at_once || inflateInit2(&stream, window) != Z_OK) {
    return std::nullopt;
  }
  std::string out;
  std::array<char, k_piece> piece{};
  give(stream, packed);
  int outcome = Z_OK;
  while (outcome == Z_OK && out.size() <= most) {
    offer(stream, piece.data(), piece.size());
    outcome = ::inflate(&stream, Z_NO_FLUSH);
    out.append(piece.data(), piece.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  return outcome == Z_STREAM_END && out.size() <= most ? std::optional<std::string>(std::move(out))
                                                       : std::nullopt;
}

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b\x08"); }

struct Inflater::Stream {
  z_stream zlib{};
};

Inflater::Inflater() : stream_(std::make_unique<Stream>()) {
  if (inflateInit2(&stream_->zlib, k_window + k_gzip_header) != Z_OK) {
    state_ = State::corrupt;
  }
}

Inflater::~Inflater() { inflateEnd(&stream_->zlib); }

Inflater::State Inflater::inflate(std::string_view& in,
                                  char* out,
                                  std::size_t room,
                                  std::size_t& written) {
  z_stream& zlib = stream_->zlib;
  give(zlib, in);
  offer(zlib, out, room);
  const std::size_t offered = zlib.avail_out;
  const std::size_t given = zlib.avail_in;
  const int outcome = ::inflate(&zlib, Z_NO_FLUSH);
  in.remove_prefix(given - zlib.avail_in);
  written += offered - zlib.avail_out;
  if (outcome == Z_STREAM_END) {
    state_ = inflateReset(&zlib) == Z_OK ? State::at_member : State::corrupt;
  } else {
    state_ = outcome == Z_OK || outcome == Z_BUF_ERROR ? State::more : State::corrupt;
  }
  return state_;
}

std::optional<std::string> inflated(std::string_view packed, std::size_t most) {
  auto out = inflated_with(k_window + k_either_header, packed, most);
  return out ? out : inflated_with(-k_window, packed, most);
}

}  // namespace tally

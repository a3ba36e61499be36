// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace tally::cli {
namespace {

constexpr double k_quiet_seconds = 1;
constexpr double k_seconds_between = 0.1;
constexpr std::size_t k_bar_width = 24;
constexpr std::size_t k_megabyte = 1'000'000;

// 1204 as "1,204".
std::string grouped(std::size_t number) {
  std::string digits = fmt::format("{}", number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string size_of(std::size_t bytes) {
  return bytes < k_megabyte ? fmt::format("{} kB", bytes / 1000)
                            : fmt::format("{} MB", grouped(bytes / k_megabyte));
}

std::string time_left(double share, double seconds) {
  const auto left = std::lround(seconds / share - seconds);
  return fmt::format("{}:{:02} left", left / 60, left % 60);
}

}  // namespace

std::string progress_line(std::size_t bytes,
                          std::size_t total,
                          std::size_t documents,
                          double seconds) {
  const std::string read = fmt::format(
      "{} document{}  {}", grouped(documents), documents == 1 ? "" : "s", size_of(bytes));
  if (total == 0 || bytes == 0) {
    return fmt::format("{} read", read);
  }
  const double share = std::min(1.0, static_cast<double>(bytes) / static_cast<double>(total));
  const auto filled = static_cast<std::size_t>(share * static_cast<double>(k_bar_width));
  std::string bar(filled, '=');
  bar += filled < k_bar_width ? ">" : "";
  bar.resize(k_bar_width, ' ');
  return fmt::format("{:3.0f}%  [{}]  {} of {}  {}",
                     share * 100,
                     bar,
                     read,
                     size_of(total),
                     time_left(share, seconds));
}

Progress::Progress(std::ostream& terminal, std::size_t total_bytes, Clock clock)
    : terminal_(terminal),
      total_(total_bytes),
      clock_(std::move(clock)),
      began_(clock_()),
      drawn_(began_ + k_quiet_seconds) {}

Progress::~Progress() { clear(); }

void Progress::add_bytes(std::size_t count) {
  bytes_ += count;
  if (const double now = clock_(); now >= drawn_ + k_seconds_between) {
    draw(now);
  }
}

void Progress::clear() {
  if (is_shown_) {
    terminal_ << "\r\x1b[K" << std::flush;
    is_shown_ = false;
  }
}

void Progress::draw(double now) {
  terminal_ << "\r\x1b[K" << progress_line(bytes_, total_, documents_, now - began_) << std::flush;
  drawn_ = now;
  is_shown_ = true;
}

}  // namespace tally::cli

// SPDX-License-Identifier: Apache-2.0
// A line on the terminal that says how far reading has come.
#pragma once

#include <cstddef>
#include <functional>
#include <ostream>
#include <string>

namespace tally::cli {

// Draws nothing during the first second, so that short runs stay quiet, and then at most ten times
// a second. The line is taken away by clear() and at the end.
class Progress {
 public:
  // Seconds from any moment on; never goes back.
  using Clock = std::function<double()>;

  // `total_bytes`: how much there is to read; 0 where nobody knows.
  Progress(std::ostream& terminal, std::size_t total_bytes, Clock clock);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void add_bytes(std::size_t count);
  void add_document() { ++documents_; }
  // Takes the line away, before other words are written.
  void clear();

 private:
  void draw(double now);

  std::ostream& terminal_;
  std::size_t total_;
  Clock clock_;
  double began_;
  double drawn_;
  std::size_t bytes_ = 0;
  std::size_t documents_ = 0;
  bool is_shown_ = false;
};

// "17%  [=====>            ]  1,204 documents  48 MB of 280 MB  0:41 left".
std::string progress_line(std::size_t bytes,
                          std::size_t total,
                          std::size_t documents,
                          double seconds);

}  // namespace tally::cli

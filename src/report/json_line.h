// SPDX-License-Identifier: Apache-2.0
// One JSON object as a line of text, written member by member.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

// Text as a JSON string, quotes included; bytes that are no UTF-8 become U+FFFD.
std::string quoted_json(std::string_view text);
void append_json(std::string& out, std::string_view text);  // the same at the end of `out`

// Without a tree in between: claims are written by the million.
class JsonLine {
 public:
  void text(std::string_view key, std::string_view value);
  void text_or_null(std::string_view key, std::string_view value);  // null where it is empty
  void texts(std::string_view key, const std::vector<std::string>& values);
  void integer(std::string_view key, std::size_t value);
  // The shortest digits that give the number back; null where there is none or it is not finite.
  void number_or_null(std::string_view key, std::optional<double> value);
  void boolean(std::string_view key, bool value);
  void null(std::string_view key);
  void object(std::string_view key, const JsonLine& value);
  // The object, without a line break.
  std::string written() const { return "{" + members_ + "}"; }

 private:
  void begin(std::string_view key);

  std::string members_;
};

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
#include "report/json_line.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include <nlohmann/json.hpp>

namespace tally {
namespace {

TEST_CASE("a JSON line holds its members in their order, nothing as null") {
  JsonLine inner;
  inner.text("day", "2024-05-01");
  JsonLine line;
  CHECK(line.written() == "{}");
  line.text("name", "a \"b\"\n\\");
  line.text_or_null("unit", "");
  line.texts("words", {"x", "y"});
  line.texts("none", {});
  line.integer("start", 12);
  line.boolean("assumed", true);
  line.object("anchor", inner);
  CHECK(line.written() ==
        R"({"name":"a \"b\"\n\\","unit":null,"words":["x","y"],"none":[],"start":12,)"
        R"("assumed":true,"anchor":{"day":"2024-05-01"}})");
}

TEST_CASE("numbers in a JSON line are whole where they can be, and the shortest that come back") {
  const double none = std::numeric_limits<double>::quiet_NaN();
  JsonLine line;
  line.number_or_null("a", 100e6);
  line.number_or_null("b", 0.0005);
  line.number_or_null("c", 1609.344);
  line.number_or_null("d", 1e300);
  line.number_or_null("e", none);
  line.number_or_null("f", std::nullopt);
  line.number_or_null("g", -0.1);
  CHECK(line.written() ==
        R"({"a":100000000,"b":0.0005,"c":1609.344,"d":1e+300,"e":null,"f":null,"g":-0.1})");
}

TEST_CASE("any bytes become a JSON string that a reader takes") {
  for (const char* text : {"\x01\x1f\x7f", "\xC3\xA9 \xE2\x80\x99", "\xFF\xC3(", "tab\tend\r\n"}) {
    CAPTURE(text);
    const auto read = nlohmann::json::parse(quoted_json(text));
    const auto other = nlohmann::json::parse(
        nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    CHECK(read == other);
  }
  CHECK(quoted_json("\x01") == R"("\u0001")");
}

}  // namespace
}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"

#include <doctest/doctest.h>

namespace tally {
namespace {

std::string base64(std::string_view text) {
  return base64_of({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

TEST_CASE("Base64 of the test vectors of RFC 4648") {
  struct Case {
    std::string_view input;
    std::string_view expected;
  };
  const Case cases[] = {{"", ""},
                        {"f", "Zg=="},
                        {"fo", "Zm8="},
                        {"foo", "Zm9v"},
                        {"foobar", "Zm9vYmFy"},
                        {"\xff\xfe\xfd", "//79"}};
  for (const Case& one : cases) {
    CHECK(base64(one.input) == one.expected);
  }
}

TEST_CASE("SHA-256 of nothing and of the FIPS example") {
  CHECK(base64_of(sha256_of("")) == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  CHECK(base64_of(sha256_of("abc")) == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

TEST_CASE("hexadecimal digits of a digest") {
  CHECK(hexadecimal_of(sha256_of("abc")) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace tally

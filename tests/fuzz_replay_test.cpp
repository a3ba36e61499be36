// SPDX-License-Identifier: Apache-2.0
// Replays the seeds of the fuzzers and every input that once broke something.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "fuzz/targets.h"

namespace tally {
namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_CASE("the targets of the fuzzers keep their promises on seeds and old crashes") {
  for (const FuzzTarget& target : fuzz_targets()) {
    const auto folder =
        std::filesystem::path(TALLY_SOURCE_DIR) / "tests" / "fuzz" / "seeds" / target.name;
    std::size_t replayed = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      INFO(entry.path().string());
      target.run(bytes_of(entry.path()));
      ++replayed;
    }
    CHECK(replayed > 0);
  }
}

}  // namespace
}  // namespace tally

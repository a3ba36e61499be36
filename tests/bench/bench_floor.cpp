// SPDX-License-Identifier: Apache-2.0
// How fast one RE2 automaton passes over a file when it never matches: the floor that extraction is
// measured against. Prints MB/s of CPU time, the median of seven passes.
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

int main(int count, char** arguments) {
  std::ifstream file(count == 2 ? arguments[1] : "", std::ios::binary);
  if (!file) {
    std::fputs("usage: bench_floor FILE\n", stderr);
    return 2;
  }
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const RE2 never("[0-9][a-z]+[0-9]#[0-9]");  // no literal in front, so nothing is skipped
  std::array<double, 7> rates{};
  for (double& rate : rates) {
    const std::clock_t begin = std::clock();
    if (RE2::PartialMatch(text, never)) {
      std::fputs("bench_floor: the pattern matched, so this is no floor\n", stderr);
      return 2;
    }
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    rate = static_cast<double>(text.size()) / 1e6 / std::max(seconds, 1e-6);
  }
  std::sort(rates.begin(), rates.end());
  std::printf("%.0f\n", rates[rates.size() / 2]);
  return 0;
}

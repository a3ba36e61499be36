// SPDX-License-Identifier: Apache-2.0
// Hands arguments, streams and environment to cli::run.
#include <array>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include <unistd.h>

#include "cli/run.h"

namespace {

constexpr int k_interrupted = 130;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

bool takes_colour() {
  return isatty(STDOUT_FILENO) == 1 && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  std::array<char, 11> text{};
  if (localtime_r(&now, &parts) == nullptr ||
      std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts) == 0) {
    return {};
  }
  return text.data();
}

}  // namespace

int main(int argc, char** argv) {
  // Databases are changed in transactions, so nothing is left half-written.
  std::signal(SIGINT, [](int) { _exit(k_interrupted); });
  std::ios::sync_with_stdio(false);
  std::error_code unknown;
  const tally::cli::Environment environment = {
      .tally_rules = variable("TALLY_RULES"),
      .tally_db = variable("TALLY_DB"),
      .binary = std::filesystem::read_symlink("/proc/self/exe", unknown),
      .today = today(),
      .directory = std::filesystem::current_path(unknown),
      .colour = takes_colour(),
      .progress = isatty(STDERR_FILENO) == 1 && variable("TERM") != "dumb"};
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  return tally::cli::run(arguments, {std::cin, std::cout, std::cerr}, environment);
}

// SPDX-License-Identifier: Apache-2.0
// Run while tally is built: writes OUT, a C++ file with the pack in RULES as text and compiled.
#include <cstdio>
#include <exception>
#include <fstream>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/error.h"
#include "rules/built_in.h"
#include "rules/image.h"

namespace tally {

// Nothing is built in yet where the built-in pack is made.
std::span<const PackFile> built_in_pack_files() { return {}; }
std::string_view built_in_pack_image() { return {}; }

namespace {

constexpr std::size_t k_line = 1000;  // bytes in one line of the literal

// A literal of octal escapes: of any bytes, and quick to compile.
std::string literal_of(std::string_view bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += k_line) {
    out += "\n        \"";
    for (const char c : bytes.substr(at, k_line)) {
      const bool is_plain = c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '?';
      if (is_plain) {
        out += c;
      } else {
        fmt::format_to(std::back_inserter(out), "\\{:03o}", static_cast<unsigned char>(c));
      }
    }
    out += '"';
  }
  return out.empty() ? "\"\"" : out;
}

void embed(const std::string& out_path, const std::string& rules) {
  const std::vector<PackFile> files = pack_files_in(rules);
  const std::string image = image_of(*load_pack(files));
  std::ofstream out(out_path, std::ios::binary);
  out << "// Generated from rules/. Do not edit.\n"
         "#include \"rules/built_in.h\"\n\n"
         "namespace tally {\n\n"
         "std::span<const PackFile> built_in_pack_files() {\n"
         "  static const PackFile files[] = {\n";
  for (const PackFile& file : files) {
    out << fmt::format("    {{{}, std::string({}, {})}},\n",
                       literal_of(file.name),
                       literal_of(file.content),
                       file.content.size());
  }
  out << fmt::format(
      "  }};\n"
      "  return files;\n"
      "}}\n\n"
      "std::string_view built_in_pack_image() {{\n"
      "  return {{{}, {}}};\n"
      "}}\n\n"
      "}}  // namespace tally\n",
      literal_of(image),
      image.size());
  if (!out.flush()) {
    throw Error(fmt::format("{}: cannot write this file", out_path));
  }
}

}  // namespace
}  // namespace tally

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: tally_embed OUT RULES\n", stderr);
    return 2;
  }
  try {
    tally::embed(arguments[1], arguments[2]);
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "tally_embed: %s\n", fault.what());
    return 2;
  }
  return 0;
}

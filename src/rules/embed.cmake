# SPDX-License-Identifier: Apache-2.0
# Writes OUT, a C++ file with every .toml below RULES as bytes. Run by CMake's -P.
file(GLOB_RECURSE files RELATIVE ${RULES} ${RULES}/*.toml)
list(SORT files)
set(arrays "")
set(rows "")
set(index 0)
foreach(name IN LISTS files)
  file(READ ${RULES}/${name} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND arrays "const char k_file_${index}[] = {${bytes} '\\0'};\n")
  string(APPEND rows
         "    {\"${name}\", std::string(k_file_${index}, sizeof(k_file_${index}) - 1)},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE ${OUT} "// Generated from rules/. Do not edit.
#include \"rules/pack.h\"

namespace tally {
namespace {

${arrays}
}  // namespace

std::span<const PackFile> built_in_pack_files() {
  static const PackFile files[] = {
${rows}  };
  return files;
}

}  // namespace tally
")

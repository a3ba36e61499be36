# SPDX-License-Identifier: Apache-2.0
# Writes OUT, a C++ file with FILES as strings: the assets of report/assets.h. Run by CMake's -P.
set(rows "")
foreach(path IN LISTS FILES)
  get_filename_component(name ${path} NAME)
  # Line by line would lose semicolons and brackets to CMake's lists; bytes as hex lose nothing, and
  # string literals compile much faster than arrays of characters.
  file(READ ${path} hex HEX)
  string(LENGTH "${hex}" digits)
  string(APPEND rows "    {\"${name}\", std::string(\n")
  set(at 0)
  while(at LESS digits)
    string(SUBSTRING "${hex}" ${at} 4000 part)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" part "${part}")
    string(APPEND rows "        \"${part}\"\n")
    math(EXPR at "${at} + 4000")
  endwhile()
  math(EXPR bytes "${digits} / 2")
  string(APPEND rows "        , ${bytes})},\n")
endforeach()
file(WRITE ${OUT} "// Generated from src/report/page. Do not edit.
#include \"report/assets.h\"

namespace tally {

std::span<const Asset> built_in_assets() {
  static const Asset files[] = {
${rows}  };
  return files;
}

}  // namespace tally
")

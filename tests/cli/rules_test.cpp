// SPDX-License-Identifier: Apache-2.0
// The commands that look into rules, where a golden page would say too much or not hold still.
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "cli/run.h"
#include "folder.h"

namespace tally::cli {
namespace {

// What a run prints on both streams.
std::string printed(const std::vector<std::string>& arguments, const Environment& around = {}) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  run(arguments, {in, out, err}, around);
  return out.str() + err.str();
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

constexpr auto k_depth =
    "[[rule]]\nid = \"en.depth\"\ntitle = \"Mine\"\nmatch = ['''shaft of %{length:d}''']\n"
    "emit = [{ predicate = \"depth\", value = \"d\" }]\n";

TEST_CASE("the list of rules says which are active, replaced, disabled or faulty, and whose") {
  const Folder folder;
  folder.file("pack.toml", "name = \"desk\"\nversion = \"7\"\n");
  folder.file("depth.toml", k_depth);
  folder.file(
      "bad.toml",
      "[[value]]\nid = \"en.bad\"\ntitle = \"Bad\"\nreader = \"name\"\nmatch = ['''(''']\n");
  folder.file(".tally.toml", "disable = [\"en.distance\"]\n");
  const std::string list =
      printed({"rules", "list", "-f", "csv", "--rules", folder.path().string()},
              {.directory = folder.path()});
  CHECK(has(list, "id,rev,kind,status,title,examples,rejects,pack,version,file,line"));
  CHECK(has(list, "en.depth,1,claim,active,Mine,0,0,desk,7,"));
  CHECK(has(list, "en.depth,1,claim,replaced,How deep something lies,"));
  CHECK(has(list, "en.distance,1,claim,disabled,"));
  CHECK(has(list, "en.bad,1,value,faulty,Bad,"));
  CHECK(has(list, "en.killed,"));
}

TEST_CASE("explain shows tokens with classes, claims, and where a rule stopped") {
  const std::string text = printed({"explain", "The depot cost $30 million."});
  CHECK(has(text, "    depot          lower structure"));
  CHECK(has(text, "[en.construction rev 1]"));
  CHECK(has(printed({"explain", "Anna Berg, 47, slept."}), "= 47 years old  [en.age.named]"));
  const std::string near = printed({"explain", "They sank a shaft to a depth of nearly 6 miles."});
  CHECK(has(near, "nearly en."));
  CHECK(has(near, "where it wants"));
}

TEST_CASE("a rule that matches and is kept from a claim is told with the reason") {
  const std::string text =
      printed({"explain", "The depot is to be built for $30 million, and will be built in 2031."});
  CHECK(has(text, "it matches, but so does its unless"));
}

TEST_CASE("bench gives each rule its time, its matches and its hits") {
  const Folder folder;
  const std::string file = folder.file("town.txt", "The bridge cost $8 million to build.\n");
  const std::string table = printed({"rules", "bench", "-f", "csv", file});
  CHECK(has(table, "id,microseconds,matches,hits,instructions"));
  const std::size_t at = table.find("en.money.prefix,");
  REQUIRE(at != std::string::npos);
  CHECK(has(table.substr(at, table.find('\n', at) - at), ",1,1,"));
}

TEST_CASE("a match is bright on a terminal and in brackets elsewhere") {
  const Folder folder;
  const std::string file = folder.file("town.txt", "The bridge cost $8 million.\n");
  CHECK(has(printed({"rules", "try", "cost %{money}", file}), "[cost $8 million]"));
  const std::string bright = printed({"rules", "try", "cost %{money}", file}, {.colour = true});
  CHECK(has(bright, "\x1b["));
  CHECK_FALSE(has(bright, "[cost"));
}

}  // namespace
}  // namespace tally::cli

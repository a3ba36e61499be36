// SPDX-License-Identifier: Apache-2.0
// Runs the golden pages of tests/golden: whole runs of the program, as files, commands and output.
//
// A page is read from top to bottom:
//     Lines before the first file or command say what the page shows.
//     ==> herald.txt
//     the lines of that file, up to the next file or command
//     $ tally check herald.txt samples/deal/*.txt
//     what the command prints, standard output first, then standard error
//     [1]
// `[1]` is the exit status; without such a line it is 0. Commands know quotes, `*` and `< file`;
// they run in a directory that holds the files of the page and samples/, with the built-in pack and
// the .tally.toml of the page, if it has one. A SHA-256 (64 hexadecimal digits, that of the pack)
// is written as SHA256, as it changes with every rule, and what `tally doctor` counts and finds
// installed as N.
// TALLY_BLESS=1 rewrites the output of all pages; the difference is then reviewed like code.
#include <doctest/doctest.h>
#include <glob.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "cli/run.h"
#include "folder.h"

namespace {

namespace fs = std::filesystem;

constexpr std::string_view k_file = "==> ";
constexpr std::string_view k_command = "$ tally";

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const fs::path& path, const std::string& content) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

// A part of a page: its first line and the text below it. The opening words have no first line.
struct Part {
  std::string head;
  std::string body;
};

std::vector<Part> parts_of(const std::string& page) {
  std::vector<Part> parts(1);
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(k_file) || line.starts_with(k_command)) {
      parts.push_back({line, ""});
    } else {
      parts.back().body += line + "\n";
    }
  }
  return parts;
}

// The paths that a word with a `*` stands for, sorted; the word itself when there is none.
std::vector<std::string> expanded(const std::string& word) {
  if (word.find('*') == std::string::npos) {
    return {word};
  }
  glob_t found{};
  std::vector<std::string> paths = {word};
  if (glob(word.c_str(), 0, nullptr, &found) == 0) {
    paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  }
  globfree(&found);
  return paths;
}

struct Command {
  std::vector<std::string> arguments;
  std::string input;  // file to read as standard input; may be empty
};

Command command_of(const std::string& head) {
  Command command;
  std::istringstream rest(head.substr(k_command.size()));
  for (std::string word; rest >> std::ws && !rest.eof();) {
    if (rest.peek() == '\'' || rest.peek() == '"') {
      const auto quote = static_cast<char>(rest.get());
      std::getline(rest, word, quote);
      command.arguments.push_back(word);
      continue;
    }
    rest >> word;
    if (word == "<") {
      rest >> command.input;
      continue;
    }
    const auto paths = expanded(word);
    command.arguments.insert(command.arguments.end(), paths.begin(), paths.end());
  }
  return command;
}

// `text` with every run of 64 hexadecimal digits as "SHA256".
std::string without_digests(const std::string& text) {
  constexpr std::size_t k_digits = 64;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789abcdef", at), text.size());
    const bool is_digest = end - at == k_digits;
    const std::size_t next = std::max(end, at + 1);
    out += is_digest ? "SHA256" : text.substr(at, next - at);
    at = next;
  }
  return out;
}

// What the doctor prints without versions, digests, sizes and counts.
std::string without_numbers(const std::string& text) {
  static const std::regex digest("[0-9a-f]{16}");
  static const std::regex number("\\b[0-9]+([.][0-9]+)*");
  static const std::regex compiler("built with (gcc|clang)");
  return std::regex_replace(
      std::regex_replace(std::regex_replace(text, digest, "SHA256"), number, "N"),
      compiler,
      "built with COMPILER");
}

// What a command prints and its status, as a page shows them.
std::string outcome_of(const std::string& head) {
  const Command command = command_of(head);
  std::istringstream in(command.input.empty() ? "" : content_of(command.input));
  std::ostringstream out;
  std::ostringstream err;
  const int status =
      tally::cli::run(command.arguments, {in, out, err}, {.directory = fs::current_path()});
  const bool is_doctor = !command.arguments.empty() && command.arguments.front() == "doctor";
  std::string text = is_doctor ? without_numbers(out.str()) : without_digests(out.str());
  for (const std::string& more :
       {without_digests(err.str()), status == 0 ? "" : fmt::format("[{}]", status)}) {
    text += !text.empty() && !text.ends_with('\n') && !more.empty() ? "\n" + more : more;
  }
  return text.empty() || text.ends_with('\n') ? text : text + "\n";
}

// A directory with samples/ in it that is the working directory until it goes.
class Stage {
 public:
  Stage() : before_(fs::current_path()) {
    fs::create_directory_symlink(fs::path(TALLY_SOURCE_DIR) / "samples", folder_.name("samples"));
    fs::current_path(folder_.path());
  }
  ~Stage() { fs::current_path(before_); }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

 private:
  tally::Folder folder_;
  fs::path before_;
};

// The page with the output that its commands print now.
std::string played(const std::string& page) {
  const Stage stage;
  std::string out;
  for (const Part& part : parts_of(page)) {
    if (part.head.starts_with(k_file)) {
      write_file(fs::current_path() / part.head.substr(k_file.size()), part.body);
    }
    const bool is_command = part.head.starts_with(k_command);
    out += part.head.empty() ? "" : part.head + "\n";
    out += is_command ? outcome_of(part.head) : part.body;
  }
  return out;
}

std::vector<fs::path> pages() {
  std::vector<fs::path> found;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(TALLY_SOURCE_DIR) / "tests" / "golden")) {
    if (entry.path().extension() == ".txt") {
      found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

// The first line in which two texts differ, from both.
std::string difference(const std::string& expected, const std::string& found) {
  std::istringstream a(expected);
  std::istringstream b(found);
  for (std::size_t number = 1;; ++number) {
    std::string in_page;
    std::string now;
    const bool more_a = static_cast<bool>(std::getline(a, in_page));
    const bool more_b = static_cast<bool>(std::getline(b, now));
    if (in_page != now || more_a != more_b || !more_a) {
      return fmt::format("line {}\n  page: {}\n  now:  {}\n(TALLY_BLESS=1 rewrites the pages)",
                         number,
                         in_page,
                         now);
    }
  }
}

}  // namespace

TEST_CASE("golden pages print what they say") {
  CHECK(!pages().empty());
  for (const fs::path& path : pages()) {
    const std::string page = content_of(path);
    const std::string now = played(page);
    if (std::getenv("TALLY_BLESS") != nullptr && now != page) {
      write_file(path, now);
      continue;
    }
    CHECK_MESSAGE((now == page),
                  path.lexically_relative(TALLY_SOURCE_DIR).string(),
                  ": ",
                  difference(page, now));
  }
}

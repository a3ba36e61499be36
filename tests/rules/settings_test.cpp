// SPDX-License-Identifier: Apache-2.0
#include "rules/settings.h"

#include <doctest/doctest.h>

#include "folder.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

// A directory with a settings file, a pack and a directory below, which is the working directory.
class Project {
 public:
  explicit Project(const std::string& settings) : before_(fs::current_path()) {
    folder_.file(".tally.toml", settings);
    fs::create_directories(folder_.path() / "mine");
    fs::create_directories(folder_.path() / "stories" / "quake");
    fs::current_path(folder_.path() / "stories" / "quake");
  }
  ~Project() { fs::current_path(before_); }
  Project(const Project&) = delete;
  Project& operator=(const Project&) = delete;

  static Settings settings() { return settings_above(fs::current_path()); }

 private:
  Folder folder_;
  fs::path before_;
};

TEST_CASE("settings are found upwards, and their paths count from their own directory") {
  const Project project("extend = [\"mine\"]\ndisable = [\"en.a\",\n  \"en.b\"]\ndb = \"x.db\"\n");
  const Settings settings = Project::settings();
  CHECK(settings.diagnostics.empty());
  CHECK(settings.file == "../../.tally.toml");
  REQUIRE(settings.extend.size() == 1);
  CHECK(settings.extend.front().value == "../../mine");
  REQUIRE(settings.disabled.size() == 2);
  CHECK(settings.disabled[1].id == "en.b");
  CHECK(settings.disabled[1].place.line == 3);
  CHECK(settings.database->value == "../../x.db");
}

TEST_CASE("a key that is none and a pack that is not there are faults with their place") {
  const Project project("extned = [\"mine\"]\nextend = [\"gone\"]\n");
  const Settings settings = Project::settings();
  REQUIRE(settings.diagnostics.size() == 2);
  CHECK(settings.diagnostics[0].code == "unknown-key");
  CHECK(settings.diagnostics[0].line == 1);
  CHECK(settings.diagnostics[1].code == "no-pack");
  CHECK(settings.diagnostics[1].source_line == "extend = [\"gone\"]");
  CHECK(settings.extend.empty());
}

TEST_CASE("without a directory no settings are looked for") {
  CHECK(settings_above({}).file.empty());
}

}  // namespace
}  // namespace tally

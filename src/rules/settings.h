// SPDX-License-Identifier: Apache-2.0
// The settings of a project: the file .tally.toml of its directory.
//
//     extend  = ["rules", "../shared/rules"]   # packs laid on the base pack, in order
//     disable = ["en.distance"]                # rules that are not run
//     db      = "story.db"                     # the database, where nothing else names one
//
// Paths count from the file's own directory.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "rules/pack.h"

namespace tally {

// A setting with the place that gives it.
struct Setting {
  std::string value;
  FilePlace place;
};

struct Settings {
  std::string file;             // as seen from the working directory; empty when there is none
  std::vector<Setting> extend;  // directories that are there
  std::vector<DisabledRule> disabled;
  std::optional<Setting> database;
  std::vector<Diagnostic> diagnostics;  // unknown keys, values of a wrong type, missing directories
};

// The settings of the nearest .tally.toml: in the directory, else in one above. Empty ones where
// there is none, or where `directory` is empty. Paths are written as seen from `directory`.
Settings settings_above(const std::filesystem::path& directory);

}  // namespace tally

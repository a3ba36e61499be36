// SPDX-License-Identifier: Apache-2.0
// The rule pack: language and world knowledge as data, loaded from TOML and compiled.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "model/concepts.h"
#include "model/document.h"
#include "rules/language.h"
#include "rules/units.h"

namespace tally {

// One file of a pack: its name inside the pack ("en/values/money.toml") and its bytes.
struct PackFile {
  std::string name;
  std::string content;
  std::size_t layer = 0;  // 0: the base pack; then the stacked ones, whose rules replace by id
};

// A loaded pack. Immutable once loaded; share it between threads by const reference.
class RulePack {
 public:
  std::string name;
  std::string version;
  std::string sha256;  // over the sorted names and contents of all files
  UnitTable units;
  Concepts concepts;
  std::map<std::string, std::unique_ptr<Language>, std::less<>> languages;  // by name: "en"
  std::vector<Diagnostic> diagnostics;  // faults found while loading; a faulty rule is left out

  // The language of a document: its own, else "en".
  const Language& language_of(const Document& document) const;
};

// Loads a pack from its files. Faults of single rules become diagnostics and disable that rule
// alone. Throws Error when nothing usable is there (no pack.toml, no language).
std::unique_ptr<RulePack> load_pack(const std::vector<PackFile>& files);

// The files below a directory, sorted by name. Throws Error when it is no directory.
std::vector<PackFile> pack_files_in(const std::filesystem::path& directory);

// The pack compiled into the binary.
std::span<const PackFile> built_in_pack_files();

// Where the pack comes from: `given` directories (stacked in order), else TALLY_RULES
// (`environment`, may be empty), else `rules/` or `../share/tally/rules` beside the binary, else
// the built-in pack.
std::vector<PackFile> find_pack(std::span<const std::string> given,
                                std::string_view environment,
                                const std::filesystem::path& binary);

}  // namespace tally

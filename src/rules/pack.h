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
#include "model/layout.h"
#include "rules/language.h"
#include "rules/language_marks.h"
#include "rules/units.h"

namespace tally {

// One file of a pack: its name inside the pack ("en/values/money.toml") and its bytes.
struct PackFile {
  std::string name;
  std::string content;
  std::size_t layer = 0;  // 0: the base pack; then the stacked ones, whose rules replace by id
  std::string directory;  // of the pack, as given; empty for the built-in one

  // The file as diagnostics name it: with the pack's directory.
  std::string shown() const;
};

// One pack of a stack. A stacked pack without a pack.toml goes by the name of its directory.
struct PackLayer {
  std::string name;
  std::string version;    // may be empty
  std::string directory;  // as given; empty for the built-in one
};

// A rule that settings switch off, and where they say so.
struct DisabledRule {
  std::string id;
  FilePlace place;
  std::string source_line;
};

// Which pack the others are laid on: its directory (empty: the one built in), and how it was found,
// as `tally config` says it.
struct BasePack {
  std::string directory;
  std::string_view from;
};

// A loaded pack. Immutable once loaded; share it between threads by const reference.
class RulePack {
 public:
  std::string name;
  std::string version;
  std::string sha256;             // over the names and contents of all files, and what is disabled
  std::vector<PackLayer> layers;  // the base pack first, which gives name and version
  UnitTable units;
  Concepts concepts;
  std::map<std::string, std::unique_ptr<Language>, std::less<>> languages;  // by name: "en"
  MarksByLanguage marks;
  Layout layout;                        // how articles show their parts, in all languages together
  std::string usual_language;           // of a text without words to tell it by
  std::vector<Diagnostic> diagnostics;  // faults found while loading; a faulty rule is left out

  // The language that the document names (`fr-CA` is "fr") or, where it names none that the pack
  // has, the one that its words tell. Nothing where they tell of none of the pack's.
  std::optional<std::string> language_name_of(const Document& document) const;
  // That language; the usual one where there is none.
  const Language& language_of(const Document& document) const;
};

// Loads a pack from its files. Faults of single rules become diagnostics and disable that rule
// alone. Throws Error when nothing usable is there (no pack.toml, no language).
std::unique_ptr<RulePack> load_pack(const std::vector<PackFile>& files,
                                    std::span<const DisabledRule> disabled = {});

// The files below a directory, sorted by name. Throws Error when it is no directory.
std::vector<PackFile> pack_files_in(const std::filesystem::path& directory);

// The pack compiled into the binary.
std::span<const PackFile> built_in_pack_files();

// The base pack: TALLY_RULES (`environment`, may be empty), else `rules/` or `../share/tally/rules`
// beside the binary, else the built-in pack.
BasePack base_pack(std::string_view environment, const std::filesystem::path& binary);

// The files of the base pack and, laid on it in order, of the `given` directories.
std::vector<PackFile> find_pack(std::span<const std::string> given,
                                std::string_view environment,
                                const std::filesystem::path& binary);

}  // namespace tally

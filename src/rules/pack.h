// SPDX-License-Identifier: Apache-2.0
// The rule pack: language and world knowledge as data, loaded from TOML and compiled.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "model/concepts.h"
#include "model/document.h"
#include "rules/language.h"
#include "rules/language_marks.h"
#include "rules/units.h"

namespace tally {

// One file of a pack: its name inside the pack ("en/values/money.toml") and its bytes.
struct PackFile {
  std::string name;
  std::string content;
  std::size_t layer = 0;  // 0: the base pack; then the stacked ones, whose rules replace by id
};

// When the rules of a language are compiled: with the pack, or when they are first asked for.
enum class Compile { all, on_demand };

// A language of a pack that is compiled when it is first asked for; safe between threads. Reads
// like a pointer to it.
class LazyLanguage {
 public:
  using Maker = std::function<std::unique_ptr<Language>()>;

  explicit LazyLanguage(Maker make) : make_(std::move(make)) {}

  const Language& operator*() const;
  const Language* operator->() const { return &**this; }

 private:
  mutable std::once_flag once_;
  mutable Maker make_;
  mutable std::unique_ptr<Language> language_;
};

// A loaded pack. What it says never changes once loaded; share it between threads by const
// reference.
class RulePack {
 public:
  std::string name;
  std::string version;
  std::string sha256;  // over the sorted names and contents of all files
  UnitTable units;
  Concepts concepts;
  std::map<std::string, LazyLanguage, std::less<>> languages;  // by name: "en"
  MarksByLanguage marks;
  std::string usual_language;  // of a text without words to tell it by
  // Faults found so far; a faulty rule is left out. A language that is compiled on demand adds its
  // own ones then.
  std::vector<Diagnostic> diagnostics;

  // The language that the document names (`fr-CA` is "fr") or, where it names none that the pack
  // has, the one that its function words tell. Nothing where they tell of none of the pack's.
  std::optional<std::string> language_name_of(const Document& document) const;
  // That language; the usual one where there is none.
  const Language& language_of(const Document& document) const;
};

// Loads a pack from its files. Faults of single rules become diagnostics and disable that rule
// alone. Throws Error when nothing usable is there (no pack.toml, no language).
std::unique_ptr<RulePack> load_pack(const std::vector<PackFile>& files,
                                    Compile when = Compile::all);

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

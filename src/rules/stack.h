// SPDX-License-Identifier: Apache-2.0
// Packs laid one on the other: their files become one source for each language.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "rules/pack.h"
#include "rules/pack_file.h"

namespace tally {

// A rule that a pack holds and that is not run, and why.
struct Dropped {
  enum class Why { replaced, disabled };
  Why why = Why::replaced;
  RuleSource source;
  bool is_value = false;  // a value pattern; otherwise a claim rule
};

// What all files of a stack say together.
struct Stacked {
  std::map<std::string, PackSource> languages;  // by name: "en"
  std::vector<Unit> units;                      // a later one of the same code replaces
  std::vector<PackLayer> layers;                // the base pack first
  Layout layout;                                // of all files; not sorted yet
  std::string usual_language;                   // that of the topmost pack.toml with one
  std::vector<Dropped> dropped;
};

// Reads the files and settles what two of them define. Within one pack the second definition of an
// id is a fault; in a later pack it replaces the one before: rules and value patterns by id,
// classes (unless they `extend`), fragments, inflections and shapes by name, units by code. Rules
// named in `disabled` are dropped; a name that no rule has is a fault in the place given.
//
// A file belongs to the language that its folder is named for; one that lies elsewhere, to the
// language that its first rule's id begins with.
Stacked stacked_sources(const std::vector<PackFile>& files,
                        std::span<const DisabledRule> disabled,
                        std::vector<Diagnostic>& diagnostics);

// Faults found after reading know their place alone: gives them the line that stands there.
void add_source_lines(const std::vector<PackFile>& files, std::vector<Diagnostic>& diagnostics);

// The name of a template in a pack: such a file is for `tally rules new` and is not read as rules.
bool is_template(const PackFile& file);

}  // namespace tally

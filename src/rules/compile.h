// SPDX-License-Identifier: Apache-2.0
// The sources of one language become its lexicon and compiled patterns.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "rules/language.h"
#include "rules/pack_file.h"

namespace tally {

// Compiles a language. A rule with a fault is left out and reported; the others stay.
std::unique_ptr<Language> compiled_language(const std::string& name,
                                            PackSource source,
                                            std::vector<Diagnostic>& diagnostics);

}  // namespace tally

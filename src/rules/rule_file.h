// SPDX-License-Identifier: Apache-2.0
// `[[value]]` and `[[rule]]` tables of a pack file as plain structs, with their examples.
#pragma once

#include "rules/pack_file.h"
#include "rules/toml_file.h"

namespace tally {

// What the table says; what is wrong with it is reported to `file`, the rest is kept.
ValueSource value_source_of(TomlFile& file, const toml::table& table);
ClaimSource claim_source_of(TomlFile& file, const toml::table& table);

}  // namespace tally

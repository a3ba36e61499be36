// SPDX-License-Identifier: Apache-2.0
// Classes that include themselves.
#pragma once

#include <vector>

#include "base/error.h"
#include "rules/pack_file.h"

namespace tally {

// Reports every class that includes itself by way of others, and drops the include that closes the
// circle.
void break_class_cycles(std::vector<ClassSource>& classes, std::vector<Diagnostic>& diagnostics);

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// What stands below the findings of an HTML report: the sources, and what was not compared.
#pragma once

#include <string>

#include "report/page.h"

namespace tally {

// The sources as options of a filter.
std::string source_options(const Page& page);

// A table of the sources: title, outlet, date and how it is known, origin, warnings.
std::string sources_section(const Page& page);

// The claims that no other source speaks of.
std::string single_source_section(const Page& page);

// The figures that take no part, in the words around them.
std::string not_understood_section(const Page& page);

}  // namespace tally

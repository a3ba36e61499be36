// SPDX-License-Identifier: Apache-2.0
// What other programs call a source.
#pragma once

#include <string>

#include "model/document.h"

namespace tally {

// The source's address where it has one, else its path as a relative reference (RFC 3986): every
// byte that may not stand in one is percent-encoded.
std::string address_of(const Document& source);

// Who published it; its path where that is not known.
std::string publisher_of(const Document& source);

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// The name of a lexicon class as readers ask for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "rules/flat.h"

namespace tally {

// A name with its hash, so that asking for a class by its name costs next to nothing: of a literal
// the compiler takes the hash. A view: the name must outlive it.
struct ClassName {
  std::string_view text;
  std::uint64_t hash;

  template <std::size_t size>
  consteval ClassName(const char (&literal)[size])  // NOLINT(google-explicit-constructor)
      : ClassName(std::string_view(literal, size - 1)) {}
  constexpr ClassName(std::string_view name)  // NOLINT(google-explicit-constructor)
      : text(name), hash(hash_of(name)) {}
  ClassName(const std::string& name)  // NOLINT(google-explicit-constructor)
      : ClassName(std::string_view(name)) {}
};

}  // namespace tally

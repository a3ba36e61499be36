// SPDX-License-Identifier: Apache-2.0
// What the readers accept; docs/formats.md lists these limits.
#pragma once

#include <cstddef>
#include <string_view>

namespace tally {

// Bytes of one document: a file that is one article, a line of records, a page in an archive.
inline constexpr std::size_t k_most_document_bytes = std::size_t{32} << 20U;
inline constexpr std::string_view k_most_document_words = "32 MB";

// Elements within each other in a page, and elements in all.
inline constexpr std::size_t k_most_nesting = 512;
inline constexpr std::size_t k_most_elements = 300'000;

// Values within each other in JSON.
inline constexpr std::size_t k_most_json_nesting = 512;

// Faults of one input that are told one by one.
inline constexpr std::size_t k_most_faults = 20;

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// Who copied whom: independent tellings among documents and sentences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/document.h"

namespace tally {

// An origin number for each document: documents that share most of their text have the same one,
// numbered from 0 in order of their first document. Near-linear: runs of five words that stand in
// very many documents are passed over, and each document is weighed against its 32 likeliest twins.
std::vector<std::size_t> origins_of(std::span<const Document> documents);
// The same among `chosen` (indices into `documents`, ascending): a number for each of them.
std::vector<std::size_t> origins_of(std::span<const Document> documents,
                                    std::span<const std::size_t> chosen);

}  // namespace tally

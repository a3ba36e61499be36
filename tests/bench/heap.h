// SPDX-License-Identifier: Apache-2.0
// How much memory the program has on the heap, counted by its own operator new.
#pragma once

#include <cstddef>

namespace tally::bench {

// Bytes that are allocated now, as the allocator rounds them.
std::size_t heap_bytes();
// The most that were allocated at once since reset_heap_peak().
std::size_t heap_peak();
void reset_heap_peak();

}  // namespace tally::bench

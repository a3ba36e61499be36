// SPDX-License-Identifier: Apache-2.0
#include "heap.h"

#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>

namespace tally::bench {
namespace {

std::atomic<std::size_t> now{0};
std::atomic<std::size_t> peak{0};

void* taken(std::size_t size) {
  void* memory = std::malloc(size);
  if (memory == nullptr) {
    throw std::bad_alloc();
  }
  const std::size_t bytes = now += malloc_usable_size(memory);
  std::size_t most = peak;
  while (bytes > most && !peak.compare_exchange_weak(most, bytes)) {
  }
  return memory;
}

void given_back(void* memory) {
  if (memory != nullptr) {
    now -= malloc_usable_size(memory);
    std::free(memory);
  }
}

}  // namespace

std::size_t heap_bytes() { return now; }
std::size_t heap_peak() { return peak; }
void reset_heap_peak() { peak = now.load(); }

}  // namespace tally::bench

void* operator new(std::size_t size) { return tally::bench::taken(size); }
void operator delete(void* memory) noexcept { tally::bench::given_back(memory); }
void operator delete(void* memory, std::size_t) noexcept { tally::bench::given_back(memory); }

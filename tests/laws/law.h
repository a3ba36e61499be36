// SPDX-License-Identifier: Apache-2.0
// Laws that hold whatever the input, checked by rapidcheck over generated input.
#pragma once

#include <cstdlib>

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace tally::laws {

// Fails the test case when `law`, a function of generated values, does not hold; the smallest
// counter-example that is found goes to standard error. The seed is the same in every run, so that
// a red run comes again; RC_PARAMS="seed=7 max_success=10000" asks for another one and more.
template <typename Law>
void check_law(const char* name, const Law& law) {
  constexpr int k_keep = 0;
  setenv("RC_PARAMS", "seed=20240421", k_keep);
  CHECK(rc::check(name, law));
}

}  // namespace tally::laws

// SPDX-License-Identifier: Apache-2.0
// Linked claims into a fact with its positions and findings.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "compare/position.h"
#include "compare/trait.h"
#include "model/concepts.h"
#include "model/finding.h"

namespace tally {

// The run as the findings see it.
struct Scene {
  const std::vector<Document>& sources;
  const std::vector<Claim>& claims;
  const std::vector<std::size_t>& origin_of_source;
  const Concepts& concepts;
  // The rank of each source in an order that does not depend on how they were handed in.
  const std::vector<std::size_t>& place_of_source;
};

// A fact of `claims` (indices, in an order that does not depend on that of the sources: of names as
// common as another the first is taken) with name, kind and positions; its verdict is set when
// its findings are known.
Fact fact_of(std::vector<std::size_t> claims, const Scene& scene);

// The gravest verdict: conflict, then scope and update, then unclear, then agree.
Verdict gravest_of(const std::vector<Finding>& findings);

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// Claims as W3C Web Annotations: https://www.w3.org/TR/annotation-model/
#pragma once

#include <span>
#include <string>

#include "model/claim.h"
#include "model/document.h"

namespace tally {

// A source with its claims; both are viewed.
struct AnnotatedSource {
  const Document& document;
  std::span<const Claim> claims;
};

// An AnnotationCollection with one annotation for each claim, ending in a line break. The target is
// the source's address (its path where it has none) with a quote selector (32 characters on either
// side) and a position selector (code points of the document's text); the bodies are a sentence for
// people and the claim as a line of `tally extract`.
std::string annotations_json(std::span<const AnnotatedSource> sources);

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// Documents into stories, one document at a time: what is kept of each is small.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "compare/lead.h"
#include "model/document.h"
#include "model/finding.h"

namespace tally {

// Takes documents in and tells which of them are one story. Keeps some 600 bytes of each and
// nothing of its text, so that a collection need not be in memory to be sorted.
class StoryFinder {
 public:
  // The documents are numbered from 0 as they come. Their ids differ.
  void add(const Document& document);

  // The stories of all documents so far: see stories_of() in compare.h. Members ascend, and so do
  // the stories by their first members. Which documents go together does not depend on the order
  // in which they came.
  std::vector<Story> stories(bool one_story) const;

 private:
  std::vector<Lead> leads_;
  std::unordered_map<std::string, std::uint32_t> words_;
  std::vector<bool> small_;  // of each word: some lead writes it small
};

}  // namespace tally

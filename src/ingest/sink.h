// SPDX-License-Identifier: Apache-2.0
// Where readers hand over what they read.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ingest/limits.h"
#include "model/document.h"

namespace tally {

// Takes each document as it is read, so that a stream of any length needs the memory of one.
using DocumentSink = std::function<void(Document)>;

// What could not be read, one sentence each, with file and line. Everything else was handed over.
using Faults = std::vector<std::string>;

// Faults of one input. Of very many only the first are kept, so that noise of any length needs no
// more memory and no more of the reader's patience.
class FaultList {
 public:
  explicit FaultList(std::string name) : name_(std::move(name)) {}

  void add(std::string fault) {
    ++count_;
    if (faults_.size() < k_most_faults + whole_) {
      faults_.push_back(std::move(fault));
    }
  }
  // What is wrong with the input as a whole stands before what is wrong within it.
  void add_first(std::string fault) {
    ++count_;
    faults_.insert(faults_.begin(), std::move(fault));
    whole_ = 1;
  }
  bool empty() const { return count_ == 0; }

  Faults take() {
    if (count_ > faults_.size()) {
      faults_.push_back(name_ + ": and " + std::to_string(count_ - faults_.size()) +
                        " more of such faults");
    }
    return std::move(faults_);
  }

 private:
  std::string name_;
  Faults faults_;
  std::size_t count_ = 0;
  std::size_t whole_ = 0;  // faults added first
};

}  // namespace tally

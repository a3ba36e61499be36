// SPDX-License-Identifier: Apache-2.0
// Work on documents by several threads, with the results in the order the documents came.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "model/document.h"

namespace tally::cli {

// `work` is called on any thread, for several documents at once; `deliver` on the thread that calls
// add() and finish(), in the order of add(). A fixed number of documents is open at any time, so
// memory does not grow with the input. With one thread everything happens within add().
// What `work` throws is thrown again by add() or finish(), in its turn.
class InOrder {
 public:
  using Work = std::function<std::string(const Document&)>;
  using Deliver = std::function<void(const std::string&)>;

  InOrder(std::size_t threads, Work work, Deliver deliver);
  // Waits for the threads; what was not delivered is dropped.
  ~InOrder();
  InOrder(const InOrder&) = delete;
  InOrder& operator=(const InOrder&) = delete;

  void add(Document document);
  // Delivers all that is still open.
  void finish();

 private:
  struct Job {
    Document document;
    std::string result;
    std::exception_ptr fault;
    bool is_done = false;
  };

  void run();            // of each thread
  void deliver_first();  // waits for it

  Work work_;
  Deliver deliver_;
  std::mutex mutex_;
  std::condition_variable job_added_;
  std::condition_variable job_done_;
  std::deque<std::unique_ptr<Job>> jobs_;  // in order; not yet delivered
  std::size_t taken_ = 0;                  // how many of them a thread works on or has done
  bool is_over_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace tally::cli

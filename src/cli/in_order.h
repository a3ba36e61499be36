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
#include <thread>
#include <utility>
#include <vector>

namespace tally::cli {

// `Job` is what there is to do, `Result` what comes of it. `work` is called on any thread, for
// several jobs at once; `deliver` on the thread that calls add() and finish(), in the order of
// add(). A fixed number of jobs is open at any time, so memory does not grow with the input. With
// one thread everything happens within add(). What `work` throws is thrown again by add() or
// finish(), in its turn.
template <typename Job, typename Result>
class InOrder {
 public:
  using Work = std::function<Result(Job&)>;
  using Deliver = std::function<void(Result)>;

  InOrder(std::size_t threads, Work work, Deliver deliver);
  // Waits for the threads; what was not delivered is dropped.
  ~InOrder();
  InOrder(const InOrder&) = delete;
  InOrder& operator=(const InOrder&) = delete;

  void add(Job job);
  // Delivers all that is still open.
  void finish();

 private:
  struct Task {
    Job job;
    Result result = {};
    std::exception_ptr fault = {};
    bool is_done = false;
  };

  void run();            // of each thread
  void deliver_first();  // waits for it

  Work work_;
  Deliver deliver_;
  std::mutex mutex_;
  std::condition_variable task_added_;
  std::condition_variable task_done_;
  std::deque<std::unique_ptr<Task>> tasks_;  // in order; not yet delivered
  std::size_t taken_ = 0;                    // how many of them a thread works on or has done
  bool is_over_ = false;
  std::vector<std::thread> threads_;
};

// How many threads work: as asked for, else (0) one a core.
std::size_t thread_count(std::size_t asked);

// Tasks that are open for each thread, so that no thread waits for a long one.
inline constexpr std::size_t k_open_per_thread = 16;

template <typename Job, typename Result>
InOrder<Job, Result>::InOrder(std::size_t threads, Work work, Deliver deliver)
    : work_(std::move(work)), deliver_(std::move(deliver)) {
  for (std::size_t i = 0; threads > 1 && i < threads; ++i) {
    threads_.emplace_back([this] { run(); });
  }
}

template <typename Job, typename Result>
InOrder<Job, Result>::~InOrder() {
  {
    const std::lock_guard lock(mutex_);
    is_over_ = true;
  }
  task_added_.notify_all();
  for (std::thread& thread : threads_) {
    thread.join();
  }
}

template <typename Job, typename Result>
void InOrder<Job, Result>::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    task_added_.wait(lock, [this] { return is_over_ || taken_ < tasks_.size(); });
    if (is_over_) {
      return;
    }
    Task& task = *tasks_[taken_];
    ++taken_;
    lock.unlock();
    try {
      task.result = work_(task.job);
    } catch (...) {
      task.fault = std::current_exception();
    }
    lock.lock();
    task.is_done = true;
    task_done_.notify_one();
  }
}

template <typename Job, typename Result>
void InOrder<Job, Result>::deliver_first() {
  std::unique_lock lock(mutex_);
  task_done_.wait(lock, [this] { return tasks_.front()->is_done; });
  const std::unique_ptr<Task> task = std::move(tasks_.front());
  tasks_.pop_front();
  --taken_;
  lock.unlock();
  if (task->fault) {
    std::rethrow_exception(task->fault);
  }
  deliver_(std::move(task->result));
}

template <typename Job, typename Result>
void InOrder<Job, Result>::add(Job job) {
  if (threads_.empty()) {
    deliver_(work_(job));
    return;
  }
  auto task = std::make_unique<Task>(Task{.job = std::move(job)});
  std::size_t open = 0;
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
    open = tasks_.size();
  }
  task_added_.notify_one();
  if (open > k_open_per_thread * threads_.size()) {
    deliver_first();
  }
}

template <typename Job, typename Result>
void InOrder<Job, Result>::finish() {
  while (!tasks_.empty()) {  // only this thread adds and takes away
    deliver_first();
  }
}

}  // namespace tally::cli

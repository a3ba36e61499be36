// SPDX-License-Identifier: Apache-2.0
#include "cli/in_order.h"

#include <utility>

namespace tally::cli {
namespace {

constexpr std::size_t k_open_per_thread = 16;  // documents, so that no thread waits for a long one

}  // namespace

InOrder::InOrder(std::size_t threads, Work work, Deliver deliver)
    : work_(std::move(work)), deliver_(std::move(deliver)) {
  for (std::size_t i = 0; threads > 1 && i < threads; ++i) {
    threads_.emplace_back([this] { run(); });
  }
}

InOrder::~InOrder() {
  {
    const std::lock_guard lock(mutex_);
    is_over_ = true;
  }
  job_added_.notify_all();
  for (std::thread& thread : threads_) {
    thread.join();
  }
}

void InOrder::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    job_added_.wait(lock, [this] { return is_over_ || taken_ < jobs_.size(); });
    if (is_over_) {
      return;
    }
    Job& job = *jobs_[taken_];
    ++taken_;
    lock.unlock();
    try {
      job.result = work_(job.document);
    } catch (...) {
      job.fault = std::current_exception();
    }
    lock.lock();
    job.is_done = true;
    job_done_.notify_one();
  }
}

void InOrder::deliver_first() {
  std::unique_lock lock(mutex_);
  job_done_.wait(lock, [this] { return jobs_.front()->is_done; });
  const std::unique_ptr<Job> job = std::move(jobs_.front());
  jobs_.pop_front();
  --taken_;
  lock.unlock();
  if (job->fault) {
    std::rethrow_exception(job->fault);
  }
  deliver_(job->result);
}

void InOrder::add(Document document) {
  if (threads_.empty()) {
    deliver_(work_(document));
    return;
  }
  auto job = std::make_unique<Job>();
  job->document = std::move(document);
  std::size_t open = 0;
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
    open = jobs_.size();
  }
  job_added_.notify_one();
  if (open > k_open_per_thread * threads_.size()) {
    deliver_first();
  }
}

void InOrder::finish() {
  while (!jobs_.empty()) {  // only this thread adds and takes away
    deliver_first();
  }
}

}  // namespace tally::cli

// SPDX-License-Identifier: Apache-2.0
#include "rules/class_cycle.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace tally {
namespace {

class CycleBreaker {
 public:
  CycleBreaker(std::vector<ClassSource>& classes, std::vector<Diagnostic>& diagnostics)
      : classes_(classes), diagnostics_(diagnostics) {
    for (std::size_t i = 0; i < classes.size(); ++i) {
      index_.emplace(classes[i].lexicon_class.name, i);
    }
    states_.resize(classes.size(), State::fresh);
  }

  void visit_all() {
    for (std::size_t i = 0; i < classes_.size(); ++i) {
      visit(i);
    }
  }

 private:
  enum class State { fresh, open, done };

  void visit(std::size_t i) {
    if (states_[i] != State::fresh) {
      return;
    }
    states_[i] = State::open;
    way_.push_back(i);
    std::erase_if(classes_[i].lexicon_class.include,
                  [&](const std::string& name) { return closes_a_circle(i, name); });
    way_.pop_back();
    states_[i] = State::done;
  }

  bool closes_a_circle(std::size_t i, const std::string& name) {
    const auto inner = index_.find(name);
    if (inner == index_.end()) {
      return false;
    }
    if (states_[inner->second] != State::open) {
      visit(inner->second);
      return false;
    }
    std::string circle = classes_[inner->second].lexicon_class.name;
    for (auto at = std::find(way_.begin(), way_.end(), inner->second) + 1; at < way_.end(); ++at) {
      circle += fmt::format(" > {}", classes_[*at].lexicon_class.name);
    }
    diagnostics_.push_back(
        fault_at(classes_[i].place,
                 "class-cycle",
                 fmt::format("'{}' includes itself: {} > {}", name, circle, name)));
    return true;
  }

  std::vector<ClassSource>& classes_;
  std::vector<Diagnostic>& diagnostics_;
  std::map<std::string, std::size_t, std::less<>> index_;
  std::vector<State> states_;
  std::vector<std::size_t> way_;
};

}  // namespace

void break_class_cycles(std::vector<ClassSource>& classes, std::vector<Diagnostic>& diagnostics) {
  CycleBreaker(classes, diagnostics).visit_all();
}

}  // namespace tally

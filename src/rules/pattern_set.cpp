// SPDX-License-Identifier: Apache-2.0
#include "rules/pattern_set.h"

#include <algorithm>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "rules/flat.h"

namespace tally {
namespace {

using Position = PositionAutomaton::Position;
using Positions = std::vector<Position>;
using Row = PositionAutomaton::Row;
using StateId = std::uint32_t;

// What was met is forgotten when it grows beyond this: about 30 MB.
constexpr std::size_t k_most_steps = 400'000;
constexpr std::size_t k_most_states = 60'000;

struct HashOfPositions {
  std::size_t operator()(const Positions& positions) const {
    return hash_of(
        {reinterpret_cast<const char*>(positions.data()), positions.size() * sizeof(Position)});
  }
};

// Steps of the deterministic automaton by the state before and the row: a table with open
// addressing, as this is asked for every token.
class StepTable {
 public:
  StepTable() : slots_(1024) {}

  // The state after the step, null when it was not taken yet.
  const StateId* find(StateId state, Row row) const {
    const std::uint64_t key = key_of(state, row);
    for (std::size_t at = place_of(key); slots_[at].key != k_free; at = next(at)) {
      if (slots_[at].key == key) {
        return &slots_[at].to;
      }
    }
    return nullptr;
  }

  // Adds a step that is not there.
  void add(StateId state, Row row, StateId to) {
    if (2 * (count_ + 1) > slots_.size()) {
      std::vector<Slot> old(2 * slots_.size());
      old.swap(slots_);
      for (const Slot& slot : old) {
        if (slot.key != k_free) {
          put(slot);
        }
      }
    }
    put({.key = key_of(state, row), .to = to});
    ++count_;
  }

  std::size_t size() const { return count_; }

 private:
  static constexpr std::uint64_t k_free = ~std::uint64_t{0};

  struct Slot {
    std::uint64_t key = k_free;
    StateId to = 0;
  };

  static std::uint64_t key_of(StateId state, Row row) {
    return (std::uint64_t{state} << 32U) | row;
  }
  std::size_t place_of(std::uint64_t key) const {
    const std::uint64_t mixed = key * 0x9E3779B97F4A7C15U;  // Fibonacci hashing
    return (mixed >> 32U) & (slots_.size() - 1);
  }
  std::size_t next(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }
  void put(const Slot& slot) {
    std::size_t at = place_of(slot.key);
    while (slots_[at].key != k_free) {
      at = next(at);
    }
    slots_[at] = slot;
  }

  std::vector<Slot> slots_;  // their number is a power of two, at most half of them are taken
  std::size_t count_ = 0;
};

}  // namespace

// The states of the deterministic automaton that were met so far, and the steps between them.
class PatternSet::States {
 public:
  explicit States(const PositionAutomaton& automaton) : automaton_(automaton) { forget(); }

  static constexpr StateId k_initial = 0;

  StateId after(StateId state, Row row) {
    const StateId* known = steps_.find(state, row);
    return known != nullptr ? *known : first_step(state, row);
  }

  // Patterns that have matched when the state is reached.
  std::span<const std::uint32_t> accepted(StateId state) const { return accepted_[state]; }

 private:
  StateId first_step(StateId state, Row row) {
    Positions positions = positions_after(*positions_[state], row);
    if (steps_.size() >= k_most_steps || positions_.size() >= k_most_states) {
      forget();
      return number_of(std::move(positions));
    }
    const StateId to = number_of(std::move(positions));
    steps_.add(state, row, to);
    return to;
  }

  Positions positions_after(const Positions& before, Row row) const {
    const auto begins = automaton_.begins(row);
    Positions after(begins.begin(), begins.end());
    for (const Position position : before) {
      for (const Position next : automaton_.follows(position)) {
        if (automaton_.takes(next, row)) {
          after.push_back(next);
        }
      }
    }
    std::sort(after.begin(), after.end());
    after.erase(std::unique(after.begin(), after.end()), after.end());
    return after;
  }

  StateId number_of(Positions positions) {
    const auto [known, is_new] =
        numbers_.emplace(std::move(positions), static_cast<StateId>(positions_.size()));
    if (is_new) {
      positions_.push_back(&known->first);
      std::vector<std::uint32_t>& accepted = accepted_.emplace_back();
      for (const Position position : known->first) {
        if (const std::uint32_t pattern = automaton_.accepted_by(position);
            pattern != PositionAutomaton::k_none) {
          accepted.push_back(pattern);
        }
      }
    }
    return known->second;
  }

  void forget() {
    steps_ = StepTable();
    accepted_.clear();
    positions_.clear();
    numbers_.clear();
    number_of({});
  }

  const PositionAutomaton& automaton_;
  std::unordered_map<Positions, StateId, HashOfPositions> numbers_;
  std::vector<const Positions*> positions_;  // of each state
  std::vector<std::vector<std::uint32_t>> accepted_;
  StepTable steps_;
};

// States for each thread that asks at the same time.
class PatternSet::Pool {
 public:
  std::unique_ptr<States> borrow(const PositionAutomaton& automaton) {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) {
      return std::make_unique<States>(automaton);
    }
    std::unique_ptr<States> states = std::move(idle_.back());
    idle_.pop_back();
    return states;
  }

  void give_back(std::unique_ptr<States> states) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(states));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<States>> idle_;
};

PatternSet::PatternSet()
    : automaton_(std::make_unique<PositionAutomaton>()), pool_(std::make_unique<Pool>()) {}

PatternSet::PatternSet(std::span<const Expression* const> trees,
                       const Lexicon& lexicon,
                       bool mentions)
    : automaton_(std::make_unique<PositionAutomaton>(trees, lexicon, mentions)),
      pool_(std::make_unique<Pool>()) {}

PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

std::vector<std::size_t> PatternSet::candidates(std::span<const Code> codes) const {
  std::unique_ptr<States> states = pool_->borrow(*automaton_);
  std::vector<std::size_t> out;
  StateId state = States::k_initial;
  for (const Code code : codes) {
    state = states->after(state, automaton_->row_of(code));
    const auto accepted = states->accepted(state);
    out.insert(out.end(), accepted.begin(), accepted.end());
  }
  pool_->give_back(std::move(states));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// What stands near a figure in its sentence: places, names, content words, classes.
#include <algorithm>
#include <utility>

#include "extract/context.h"
#include "rules/lexicon.h"

namespace tally {
namespace {

constexpr std::size_t k_place_reach = 12;
constexpr std::size_t k_most_names = 8;
constexpr std::size_t k_most_stems = 16;

}  // namespace

// A name as the stories of all languages are compared by: "United States" for "États-Unis", by the
// class exonym; elsewhere as written.
std::string Context::name_at(Range name) const {
  const auto exonym = words_.value(name, "exonym");
  return exonym ? std::string(*exonym) : squeezed(words_.text(name));
}

// What is measured from stands behind the measure: "six miles west of X and seven from Y".
std::string Context::place_of(Range figure, bool is_bearing) const {
  const Range* best = nullptr;
  std::size_t best_distance = k_place_reach + 1;
  for (const Range& name : names_) {
    if (is_bearing && name.begin < figure.end) {
      continue;
    }
    std::size_t before = name.begin;
    while (before > 0 && words_.is(before - 1, "determiner")) {
      --before;
    }
    const bool is_located = before > 0 && words_.is(before - 1, "locative");
    const std::size_t far = distance(figure, name);
    if (is_located && far < best_distance) {
      best = &name;
      best_distance = far;
    }
  }
  return best == nullptr ? std::string{} : name_at(*best);
}

std::vector<std::string> Context::names_near(Range figure) const {
  std::vector<Range> order = names_;
  std::stable_sort(order.begin(), order.end(), [&](const Range& a, const Range& b) {
    return distance(figure, a) < distance(figure, b);
  });
  std::vector<std::string> out;
  for (const Range& name : order) {
    std::string text = name_at(name);
    if (out.size() < k_most_names && std::find(out.begin(), out.end(), text) == out.end()) {
      out.push_back(std::move(text));
    }
  }
  return out;
}

// The stems of the content words of the sentence; empty for its other tokens.
void Context::find_stems() {
  const Lexicon& lexicon = words_.lexicon();
  stems_.resize(words_.size());
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (words_.is(i, "lower") && words_.text(i).size() > 2 && !words_.is(i, "number_word") &&
        !words_.is(i, "function_word")) {
      stems_[i] = lexicon.singular_of(words_.folded(i));
    }
  }
}

std::vector<std::string> Context::stems_near(Range figure, Range clause) const {
  std::vector<std::pair<std::size_t, std::size_t>> order;  // how far, and the token
  for (std::size_t i = clause.begin; i < clause.end; ++i) {
    if (!stems_[i].empty() && (i < figure.begin || i >= figure.end)) {
      order.emplace_back(distance(figure, {i, i + 1}), i);
    }
  }
  std::sort(order.begin(), order.end());
  std::vector<std::string> out;
  for (const auto& [far, i] : order) {
    if (out.size() == k_most_stems) {
      break;
    }
    if (std::find(out.begin(), out.end(), stems_[i]) == out.end()) {
      out.push_back(stems_[i]);
    }
  }
  return out;
}

std::vector<std::string> Context::classes_near(Range figure, bool is_dated) const {
  std::vector<const Sign*> order;
  for (const Sign& sign : signs_) {
    const bool is_other_event = is_dated && sign.meaning->is_predicate && is_cut_off(figure, sign);
    if ((sign.meaning->is_head || sign.meaning->is_predicate) && !is_other_event) {
      order.push_back(&sign);
    }
  }
  std::stable_sort(order.begin(), order.end(), [&](const Sign* a, const Sign* b) {
    return distance(figure, a->range) < distance(figure, b->range);
  });
  std::vector<std::string> out;
  for (const Sign* sign : order) {
    if (std::find(out.begin(), out.end(), sign->class_name) == out.end()) {
      out.emplace_back(sign->class_name);
    }
  }
  return out;
}

}  // namespace tally

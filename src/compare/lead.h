// SPDX-License-Identifier: Apache-2.0
// The beginnings of documents as sets of names, and how alike two of them are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"

namespace tally {

// What is kept of a document to find its story. Words are numbers.
struct Lead {
  std::string id;
  std::string title;
  std::optional<Day> published;
  std::vector<std::uint32_t> capital;  // words that begin with a capital, each once
};

// The words of all leads, by their numbers.
struct LeadWords {
  std::vector<std::string_view> spelling;
  std::vector<bool> small;  // some lead writes it small
};

// A name in more documents is not rare.
inline constexpr std::size_t k_most_holders = 60;

// The names of all leads and who holds them. Names are the words that no lead writes small.
class LeadNames {
 public:
  // Views both, which must outlive it.
  LeadNames(const std::vector<Lead>& leads, const LeadWords& words);

  std::size_t documents() const { return leads_->size(); }
  const Lead& lead(std::size_t document) const { return (*leads_)[document]; }
  // The names of a document, the rarest first.
  const std::vector<std::uint32_t>& of(std::size_t document) const { return names_[document]; }
  std::string_view spelling(std::uint32_t name) const { return words_->spelling[name]; }
  // Documents that hold a name: ascending, of one that is not rare in order of time. None for a
  // word that is no name.
  const std::vector<std::vector<std::uint32_t>>& holders() const { return holders_; }
  // The place of a document in time, among all of them.
  std::size_t place(std::size_t document) const { return place_[document]; }

  // Cosine of the names of two documents, the rare ones counting more, 0 to 1.
  double likeness(std::size_t a, std::size_t b) const;
  // False when they were published more than a week apart.
  bool within_window(std::size_t a, std::size_t b) const;

 private:
  void weigh_words();
  void add_names(const Lead& lead);
  void sort_common_by_time();

  const std::vector<Lead>* leads_;
  const LeadWords* words_;
  std::vector<std::vector<std::uint32_t>> holders_;  // of each word
  std::vector<double> weights_;                      // of each word
  std::vector<std::vector<std::uint32_t>> names_;    // of each document, the rarest first
  std::vector<std::vector<std::uint32_t>> sorted_;   // the same by number
  std::vector<double> squares_;  // of each document: the sum of its weights' squares
  std::vector<std::size_t> place_;
};

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// Documents into stories, by rare names in title and lead within a publication window.
#include "compare/story.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "compare/compare.h"
#include "compare/group.h"

namespace tally {
namespace {

constexpr std::size_t k_lead_bytes = 1500;     // title and the first paragraphs
constexpr std::size_t k_most_names = 12;       // rarest names of one document that are looked up
constexpr std::size_t k_most_candidates = 64;  // weighed for one document
constexpr std::size_t k_most_common = 3;       // names with more holders that are looked up
constexpr std::size_t k_neighbours = 4;        // of their holders, in time, before and behind
constexpr double k_alike = 0.16;               // cosine of the leads' names
constexpr double k_near_copy = 0.5;            // the same where no rare name is shared
constexpr double k_alike_on_average = 0.12;    // the same between groups of documents
constexpr std::size_t k_most_sampled = 8;      // members of a group that are weighed

using Word = std::uint32_t;

// Calls `take` with each word of a text, folded, and whether it begins with a capital.
template <typename Take>
void each_word(std::string_view lead, const Take& take) {
  std::size_t at = 0;
  while (at < lead.size()) {
    const CodePoint first = code_point_at(lead, at);
    std::size_t end = at + first.length;
    if (is_letter(first.value)) {
      while (end < lead.size() && is_letter(code_point_at(lead, end).value)) {
        end += code_point_at(lead, end).length;
      }
      take(folded(lead.substr(at, end - at)), is_upper(first.value));
    }
    at = end;
  }
}

std::string lead_of(const Document& document) {
  const std::size_t begin = document.skipped.empty() ? 0 : document.skipped.back().end;
  const std::size_t from = begin < document.text.size() / 2 ? begin : 0;
  std::string lead = document.title;
  lead += '\n';
  lead += document.text.substr(from, k_lead_bytes);
  return lead;
}

// Documents that may tell the story of another one.
struct Candidates {
  std::set<std::size_t> sharing;  // one of its rarest names
  std::set<std::size_t> near;     // only common names, and were published about then
};

// The holders of a common name that stand next to document i in time.
void add_neighbours(std::set<std::size_t>& near, const LeadNames& names, Word name, std::size_t i) {
  const auto& holders = names.holders()[name];
  const auto here = std::lower_bound(
      holders.begin(), holders.end(), names.place(i), [&](std::uint32_t document, std::size_t at) {
        return names.place(document) < at;
      });
  const auto at = static_cast<std::size_t>(here - holders.begin());
  const std::size_t begin = at < k_neighbours ? 0 : at - k_neighbours;
  const std::size_t end = std::min(holders.size(), at + k_neighbours + 1);
  near.insert(holders.begin() + static_cast<std::ptrdiff_t>(begin),
              holders.begin() + static_cast<std::ptrdiff_t>(end));
}

// A story of very many documents has no rare name: of those that hold its names the next in time
// are weighed, and near copies are found so.
Candidates candidates_of(const LeadNames& names, std::size_t i) {
  Candidates candidates;
  std::size_t looked_up = 0;
  std::size_t common = 0;
  for (const Word name : names.of(i)) {
    const auto& holders = names.holders()[name];
    if (looked_up == k_most_names || candidates.sharing.size() > k_most_candidates ||
        common == k_most_common) {
      break;
    }
    if (holders.size() > k_most_holders) {
      add_neighbours(candidates.near, names, name, i);
      ++common;
      continue;
    }
    looked_up += holders.size() > 1 ? 1U : 0U;
    candidates.sharing.insert(holders.begin(), holders.end());
  }
  return candidates;
}

// The documents as one story, but for those that share no name with any other one.
void join_unless_unrelated(Groups& groups, const LeadNames& names) {
  for (const auto& holders : names.holders()) {
    for (std::size_t i = 1; i < holders.size(); ++i) {
      groups.join(holders[0], holders[i]);
    }
  }
}

// Two documents that may tell one story.
struct Pair {
  double likeness = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

// All pairs that are alike, the most alike first; ties by id, so that the order in which the
// documents came does not matter.
std::vector<Pair> alike_pairs(const LeadNames& names) {
  std::vector<Pair> pairs;
  const auto weigh = [&](std::size_t i, const std::set<std::size_t>& others, double least) {
    for (const std::size_t j : others) {
      const bool in_order = names.lead(j).id < names.lead(i).id;
      const double alike = in_order && names.within_window(i, j) ? names.likeness(i, j) : 0;
      if (alike >= least) {
        pairs.push_back({alike, static_cast<std::uint32_t>(j), static_cast<std::uint32_t>(i)});
      }
    }
  };
  for (std::size_t i = 0; i < names.documents(); ++i) {
    const Candidates candidates = candidates_of(names, i);
    weigh(i, candidates.sharing, k_alike);
    weigh(i, candidates.near, k_near_copy);
  }
  std::sort(pairs.begin(), pairs.end(), [&](const Pair& x, const Pair& y) {
    if (x.likeness != y.likeness) {
      return x.likeness > y.likeness;
    }
    return std::tie(names.lead(x.a).id, names.lead(x.b).id) <
           std::tie(names.lead(y.a).id, names.lead(y.b).id);
  });
  return pairs;
}

// How alike two groups are on average, by the members that stand for them; pairs outside the window
// count as unlike.
double mean_likeness(const LeadNames& names,
                     const std::vector<std::uint32_t>& left,
                     const std::vector<std::uint32_t>& right) {
  double sum = 0;
  for (const std::size_t a : left) {
    for (const std::size_t b : right) {
      sum += names.within_window(a, b) ? names.likeness(a, b) : 0;
    }
  }
  return sum / static_cast<double>(left.size() * right.size());
}

// Pairs join their groups only where the groups are alike on the whole: one article that touches
// two stories must not make one of them. At most k_most_sampled members of each are looked at.
void join_alike(Groups& groups, const LeadNames& names) {
  std::vector<std::vector<std::uint32_t>> sampled(names.documents());
  for (std::size_t i = 0; i < names.documents(); ++i) {
    sampled[i] = {static_cast<std::uint32_t>(i)};
  }
  for (const Pair& pair : alike_pairs(names)) {
    const std::size_t left = groups.of(pair.a);
    const std::size_t right = groups.of(pair.b);
    if (left == right || mean_likeness(names, sampled[left], sampled[right]) < k_alike_on_average) {
      continue;
    }
    groups.join(left, right);
    std::vector<std::uint32_t> both = std::move(sampled[left]);
    both.insert(both.end(), sampled[right].begin(), sampled[right].end());
    both.resize(std::min(both.size(), k_most_sampled));
    sampled[right].clear();
    sampled[groups.of(left)] = std::move(both);
  }
}

// The title of its first document that has one; else a name, or the document's id.
std::string story_name(const LeadNames& names, const std::vector<std::size_t>& sources) {
  for (const std::size_t source : sources) {
    if (!names.lead(source).title.empty()) {
      return names.lead(source).title;
    }
  }
  const std::vector<Word>& of_first = names.of(sources.front());
  return of_first.empty() ? names.lead(sources.front()).id
                          : std::string(names.spelling(of_first.front()));
}

}  // namespace

void StoryFinder::add(const Document& document) {
  Lead& lead = leads_.emplace_back();
  lead.id = document.id;
  lead.title = document.title;
  lead.published = document.published;
  each_word(lead_of(document), [&](std::string word, bool is_capital) {
    const Word number =
        words_.try_emplace(std::move(word), static_cast<Word>(words_.size())).first->second;
    if (number == small_.size()) {
      small_.push_back(false);
    }
    if (is_capital) {
      lead.capital.push_back(number);
    } else {
      small_[number] = true;
    }
  });
  std::sort(lead.capital.begin(), lead.capital.end());
  lead.capital.erase(std::unique(lead.capital.begin(), lead.capital.end()), lead.capital.end());
  lead.capital.shrink_to_fit();
}

std::vector<Story> StoryFinder::stories(bool one_story) const {
  LeadWords words{std::vector<std::string_view>(words_.size()), small_};
  for (const auto& [word, number] : words_) {
    words.spelling[number] = word;
  }
  const LeadNames names(leads_, words);
  Groups groups(leads_.size());
  if (one_story) {
    join_unless_unrelated(groups, names);
  } else {
    join_alike(groups, names);
  }
  std::vector<Story> stories;
  for (std::vector<std::size_t>& sources : groups.members()) {
    std::string name = story_name(names, sources);
    stories.push_back({std::move(name), std::move(sources)});
  }
  return stories;
}

std::vector<Story> stories_of(std::span<const Document> documents, bool one_story) {
  StoryFinder finder;
  for (const Document& document : documents) {
    finder.add(document);
  }
  return finder.stories(one_story);
}

}  // namespace tally

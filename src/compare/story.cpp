// SPDX-License-Identifier: Apache-2.0
// Documents into stories, by rare names in title and lead within a publication window.
#include "compare/compare.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "compare/group.h"

namespace tally {
namespace {

constexpr std::size_t k_lead_bytes = 1500;     // title and the first paragraphs
constexpr std::size_t k_fewest_bytes = 3;      // of a name
constexpr std::size_t k_most_names = 12;       // rarest names of one document that are looked up
constexpr std::size_t k_most_holders = 60;     // a name in more documents is not rare
constexpr std::size_t k_most_candidates = 64;  // weighed for one document
constexpr std::size_t k_fewest_documents = 100;
constexpr Day k_window_days = 7;
constexpr double k_alike = 0.16;             // cosine of the leads' names
constexpr double k_alike_on_average = 0.12;  // the same between groups of documents
constexpr std::size_t k_most_sampled = 8;    // members of a group that are weighed

using Names = std::vector<std::string>;

// The words of a text, those that begin with a capital apart from the others.
struct Spelled {
  Names capital;
  Names small;
};

Spelled spelled_words(std::string_view lead) {
  Spelled words;
  std::size_t at = 0;
  while (at < lead.size()) {
    const CodePoint first = code_point_at(lead, at);
    std::size_t end = at + first.length;
    if (is_letter(first.value)) {
      while (end < lead.size() && is_letter(code_point_at(lead, end).value)) {
        end += code_point_at(lead, end).length;
      }
      auto& list = is_upper(first.value) ? words.capital : words.small;
      list.push_back(folded(lead.substr(at, end - at)));
    }
    at = end;
  }
  return words;
}

bool is_long(const std::string& name) { return name.size() >= k_fewest_bytes; }

std::string lead_of(const Document& document) {
  const std::size_t begin = document.skipped.empty() ? 0 : document.skipped.back().end;
  const std::size_t from = begin < document.text.size() / 2 ? begin : 0;
  std::string lead = document.title;
  lead += '\n';
  lead += document.text.substr(from, k_lead_bytes);
  return lead;
}

struct Leads {
  std::vector<Names> names;  // of each document, the rarest first
  std::unordered_map<std::string, std::vector<std::size_t>> holders;
  std::size_t documents = 0;

  // A small collection says little of what is rare: it counts as one of k_fewest_documents. A name
  // of one document alone says no more than one of two.
  double weight(const std::string& name) const {
    const auto holders_of_it =
        static_cast<double>(std::max<std::size_t>(holders.at(name).size(), 2));
    const auto all = static_cast<double>(std::max(documents, k_fewest_documents));
    return std::log(1 + all / holders_of_it);
  }
};

// Names are the words that no lead writes small.
Leads leads_of(std::span<const Document> documents) {
  Leads leads;
  leads.documents = documents.size();
  std::unordered_set<std::string> small;
  std::vector<Names> capital;
  for (const Document& document : documents) {
    Spelled words = spelled_words(lead_of(document));
    small.insert(words.small.begin(), words.small.end());
    capital.push_back(std::move(words.capital));
  }
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const std::set<std::string> distinct(capital[i].begin(), capital[i].end());
    Names& names = leads.names.emplace_back();
    std::copy_if(
        distinct.begin(), distinct.end(), std::back_inserter(names), [&](const std::string& name) {
          return is_long(name) && !small.contains(name);
        });
    for (const std::string& name : names) {
      leads.holders[name].push_back(i);
    }
  }
  for (Names& names : leads.names) {
    std::stable_sort(names.begin(), names.end(), [&](const std::string& a, const std::string& b) {
      return leads.holders.at(a).size() < leads.holders.at(b).size();
    });
  }
  return leads;
}

double likeness(const Leads& leads, std::size_t a, std::size_t b) {
  double shared = 0;
  double left = 0;
  double right = 0;
  const std::set<std::string> others(leads.names[b].begin(), leads.names[b].end());
  for (const std::string& name : leads.names[a]) {
    const double square = std::pow(leads.weight(name), 2);
    left += square;
    shared += others.contains(name) ? square : 0;
  }
  for (const std::string& name : others) {
    right += std::pow(leads.weight(name), 2);
  }
  return left > 0 && right > 0 ? shared / std::sqrt(left * right) : 0;
}

bool within_window(const Document& a, const Document& b) {
  return !a.published || !b.published || std::abs(*a.published - *b.published) <= k_window_days;
}

// Other documents that share one of the rarest names of document i.
std::set<std::size_t> candidates_of(const Leads& leads, std::size_t i) {
  std::set<std::size_t> candidates;
  std::size_t looked_up = 0;
  for (const std::string& name : leads.names[i]) {
    const auto& holders = leads.holders.at(name);
    if (holders.size() > k_most_holders || looked_up == k_most_names ||
        candidates.size() > k_most_candidates) {
      break;
    }
    looked_up += holders.size() > 1 ? 1U : 0U;
    candidates.insert(holders.begin(), holders.end());
  }
  candidates.erase(i);
  return candidates;
}

// The documents as one story, but for those that share no name with any other one.
void join_unless_unrelated(Groups& groups, const Leads& leads) {
  for (const auto& [name, holders] : leads.holders) {
    for (std::size_t i = 1; i < holders.size(); ++i) {
      groups.join(holders[0], holders[i]);
    }
  }
}

// Two documents that may tell one story.
struct Pair {
  double likeness = 0;
  std::size_t a = 0;
  std::size_t b = 0;
};

// All pairs that are alike, the most alike first; ties by id, so that the order in which the
// documents came does not matter.
std::vector<Pair> alike_pairs(const Leads& leads, std::span<const Document> documents) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    for (const std::size_t j : candidates_of(leads, i)) {
      const bool in_order = documents[j].id < documents[i].id;
      if (!in_order || !within_window(documents[i], documents[j])) {
        continue;
      }
      const double alike = likeness(leads, i, j);
      if (alike >= k_alike) {
        pairs.push_back({.likeness = alike, .a = j, .b = i});
      }
    }
  }
  std::sort(pairs.begin(), pairs.end(), [&](const Pair& x, const Pair& y) {
    if (x.likeness != y.likeness) {
      return x.likeness > y.likeness;
    }
    return std::tie(documents[x.a].id, documents[x.b].id) <
           std::tie(documents[y.a].id, documents[y.b].id);
  });
  return pairs;
}

// How alike two groups are on average; pairs outside the window count as unlike. At most
// k_most_sampled members of each are looked at.
double mean_likeness(const Leads& leads,
                     std::span<const Document> documents,
                     const std::vector<std::size_t>& left,
                     const std::vector<std::size_t>& right) {
  double sum = 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < std::min(left.size(), k_most_sampled); ++i) {
    for (std::size_t j = 0; j < std::min(right.size(), k_most_sampled); ++j) {
      const bool near = within_window(documents[left[i]], documents[right[j]]);
      sum += near ? likeness(leads, left[i], right[j]) : 0;
      ++count;
    }
  }
  return sum / static_cast<double>(count);
}

// Pairs join their groups only where the groups are alike on the whole: one article that touches
// two stories must not make one of them.
void join_alike(Groups& groups, const Leads& leads, std::span<const Document> documents) {
  std::vector<std::vector<std::size_t>> members(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    members[i] = {i};
  }
  for (const Pair& pair : alike_pairs(leads, documents)) {
    const std::size_t left = groups.of(pair.a);
    const std::size_t right = groups.of(pair.b);
    if (left == right ||
        mean_likeness(leads, documents, members[left], members[right]) < k_alike_on_average) {
      continue;
    }
    groups.join(left, right);
    std::vector<std::size_t> both = std::move(members[left]);
    both.insert(both.end(), members[right].begin(), members[right].end());
    members[right].clear();
    members[groups.of(left)] = std::move(both);
  }
}

// The names that most documents of the story share; its title where there are none.
std::string story_name(const Leads& leads,
                       const std::vector<std::size_t>& sources,
                       std::span<const Document> documents) {
  for (const std::size_t source : sources) {
    if (!documents[source].title.empty()) {
      return documents[source].title;
    }
  }
  return leads.names[sources.front()].empty() ? documents[sources.front()].id
                                              : leads.names[sources.front()].front();
}

}  // namespace

std::vector<Story> stories_of(std::span<const Document> documents, bool one_story) {
  const Leads leads = leads_of(documents);
  Groups groups(documents.size());
  if (one_story) {
    join_unless_unrelated(groups, leads);
  } else {
    join_alike(groups, leads, documents);
  }
  std::vector<Story> stories;
  for (std::vector<std::size_t>& sources : groups.members()) {
    std::string name = story_name(leads, sources, documents);
    stories.push_back({std::move(name), std::move(sources)});
  }
  return stories;
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// What linking and comparing cost as claims become more: claims a second of CPU, bytes a claim on
// the heap beyond claims and documents, and how fast the time grows (the slope of the line through
// the logarithms). Prints the rows of a Markdown table.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "compare/compare.h"
#include "compare/link.h"
#include "compare/trait.h"
#include "heap.h"
#include "rules/built_in.h"
#include "rules/pack.h"
#include "synthetic.h"

namespace tally::bench {
namespace {

double seconds_now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Cost {
  double seconds = 0;
  double bytes = 0;  // on the heap at the worst moment
};

// Linking alone: the traits of each story and their groups, as compare() makes them.
Cost cost_of_linking(const Collection& collection, const Concepts& concepts) {
  std::vector<std::vector<std::size_t>> claims_of(collection.documents.size());
  for (std::size_t i = 0; i < collection.claims.size(); ++i) {
    claims_of[collection.claims[i].source].push_back(i);
  }
  const std::size_t before = heap_bytes();
  reset_heap_peak();
  const double begin = seconds_now();
  std::size_t groups = 0;
  for (const Story& story : collection.stories) {
    std::vector<std::size_t> indices;
    for (const std::size_t source : story.sources) {
      indices.insert(indices.end(), claims_of[source].begin(), claims_of[source].end());
    }
    const auto traits = traits_of(collection.claims, indices, collection.documents, concepts);
    groups += linked(traits, concepts, {}).size();
  }
  const Cost cost{seconds_now() - begin, static_cast<double>(heap_peak() - before)};
  if (groups == 0) {
    std::fputs("bench_link: nothing was linked\n", stderr);
    std::exit(2);
  }
  return cost;
}

// The whole comparison: facts, positions, findings, origins.
Cost cost_of_comparing(Collection collection, const Concepts& concepts) {
  const std::size_t before = heap_bytes();
  reset_heap_peak();
  const double begin = seconds_now();
  const Comparison outcome = compare(std::move(collection.documents),
                                     std::move(collection.claims),
                                     std::move(collection.stories),
                                     concepts);
  return {seconds_now() - begin, static_cast<double>(heap_peak() - before)};
}

// The slope of log(seconds) over log(claims), by least squares.
double growth(const std::vector<std::pair<double, double>>& points) {
  double x = 0;
  double y = 0;
  double xx = 0;
  double xy = 0;
  for (const auto& [claims, seconds] : points) {
    const double u = std::log(claims);
    const double v = std::log(seconds);
    x += u;
    y += v;
    xx += u * u;
    xy += u * v;
  }
  const auto n = static_cast<double>(points.size());
  return (n * xy - x * y) / (n * xx - x * x);
}

void print(const std::string& what, std::size_t claims, const Cost& cost) {
  const auto count = static_cast<double>(claims);
  fmt::print("| {}, {} claims | {:.0f} k claims/s, {:.0f} bytes a claim |\n",
             what,
             claims,
             count / cost.seconds / 1e3,
             cost.bytes / count);
  std::fflush(stdout);
}

void run(const std::vector<std::size_t>& sizes) {
  const std::unique_ptr<RulePack> pack = ready_pack(find_pack({}, "", ""));
  std::vector<std::pair<double, double>> linking;
  std::vector<std::pair<double, double>> comparing;
  for (const std::size_t size : sizes) {
    Collection collection = collection_of(size);
    const std::size_t claims = collection.claims.size();
    const Cost link = cost_of_linking(collection, pack->concepts);
    print("linking", claims, link);
    linking.emplace_back(claims, link.seconds);
    const Cost all = cost_of_comparing(std::move(collection), pack->concepts);
    print("comparing", claims, all);
    comparing.emplace_back(claims, all.seconds);
  }
  fmt::print("| linking, growth | exponent {:.2f} |\n", growth(linking));
  fmt::print("| comparing, growth | exponent {:.2f} |\n", growth(comparing));
  linking.clear();
  for (const std::size_t documents : {625U, 1250U, 2500U, 5000U}) {
    Collection collection = near_copies(documents);
    const std::size_t claims = collection.claims.size();
    const Cost all = cost_of_comparing(std::move(collection), pack->concepts);
    print(fmt::format("one story of {} near copies", documents), claims, all);
    linking.emplace_back(claims, all.seconds);
  }
  fmt::print("| one story of near copies, growth | exponent {:.2f} |\n", growth(linking));
}

}  // namespace
}  // namespace tally::bench

int main(int count, char** arguments) {
  std::vector<std::size_t> sizes;
  for (int i = 1; i < count; ++i) {
    sizes.push_back(static_cast<std::size_t>(std::strtod(arguments[i], nullptr)));
  }
  if (sizes.empty()) {
    sizes = {10'000, 30'000, 100'000, 300'000, 1'000'000};
  }
  tally::bench::run(sizes);
  return 0;
}

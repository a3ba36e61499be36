// SPDX-License-Identifier: Apache-2.0
#include "report/plot.h"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "report/html_text.h"
#include "report/scale.h"
#include "report/wording.h"

namespace tally {
namespace {

constexpr std::size_t k_most_rows = 12;
constexpr std::size_t k_colours = 6;
constexpr int k_row_height = 36;
constexpr double k_left = 2;  // of the width, in percent
constexpr double k_right = 98;

// One value with the sources that state it.
struct Bar {
  Ends ends;
  Ends allowed;  // of an approximate date: how far it may be off
  std::size_t position = 0;
  std::string label;
  std::set<std::size_t> sources;
};

std::string label_of(const Claim& claim) {
  const Value& value = claim.mention.value;
  const std::string text = value_text(value);
  return value.bound == Bound::none ? text : fmt::format("{} {}", name_of(value.bound), text);
}

// The ends moved out by the slack of a date: "six years ago" allows half a year on either side.
Ends allowed_of(const Value& value) {
  const double slack = value.kind == Kind::date ? value.slack : 0;
  return {value.low ? std::optional(*value.low - slack) : std::nullopt,
          value.high ? std::optional(*value.high + slack) : std::nullopt};
}

std::vector<Bar> bars_of(const Page& page, const Fact& fact) {
  std::vector<Bar> bars;
  for (std::size_t position = 0; position < fact.positions.size(); ++position) {
    for (const std::size_t index : fact.positions[position].claims) {
      const Claim& claim = page.comparison.claims[index];
      const Value& value = claim.mention.value;
      if (!stands_for(value.kind, fact.kind) || (!value.low && !value.high)) {
        continue;
      }
      const std::string label = label_of(claim);
      auto bar = std::find_if(bars.begin(), bars.end(), [&](const Bar& one) {
        return one.position == position && one.label == label;
      });
      if (bar == bars.end()) {
        bar = bars.insert(bars.end(),
                          {{value.low, value.high}, allowed_of(value), position, label, {}});
      }
      bar->sources.insert(claim.source);
    }
  }
  bars.resize(std::min(bars.size(), k_most_rows));
  return bars;
}

double percent(const Scale& scale, double value) {
  return k_left + place_on(scale, value) * (k_right - k_left);
}

std::string line(std::string_view type, double x1, double x2, int y1, int y2) {
  return fmt::format("<line class=\"{}\" x1=\"{:.2f}%\" x2=\"{:.2f}%\" y1=\"{}\" y2=\"{}\"/>",
                     type,
                     x1,
                     x2,
                     y1,
                     y2);
}

// Marks from top to bottom with their labels below; those between the ends may be hidden where
// there is little room.
std::string grid_svg(const Scale& scale, int height) {
  std::string out;
  const std::vector<Tick> ticks = ticks_of(scale);
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    const double x = k_left + ticks[i].place * (k_right - k_left);
    const bool first = i == 0;
    const bool last = i + 1 == ticks.size();
    out += line("grid", x, x, 0, height);
    out += fmt::format("<text class=\"{}\" x=\"{:.2f}%\" y=\"{}\" text-anchor=\"{}\">{}</text>",
                       first || last ? "end" : "middle",
                       x,
                       height + 16,
                       first  ? "start"
                       : last ? "end"
                              : "middle",
                       escaped_html(ticks[i].label));
  }
  return out;
}

std::string bar_svg(const Scale& scale, const Bar& bar, int top) {
  const int y = top + 25;
  const auto& [low, high] = bar.ends;
  const double begin = low ? percent(scale, *low) : 0;
  const double end = high ? percent(scale, *high) : 100;
  std::string out = fmt::format("<g class=\"{}\">", position_class(bar.position));
  out += fmt::format("<text class=\"label\" x=\"{}%\" y=\"{}\">{} \u00b7 {}</text>",
                     k_left,
                     top + 14,
                     escaped_html(bar.label),
                     counted(bar.sources.size(), "source"));
  const auto& [least, most] = bar.allowed;
  if (least && most && bar.allowed != bar.ends) {
    out += line("allowed", percent(scale, *least), percent(scale, *most), y, y);
  }
  out += line(low && high ? "bar" : "open", begin, end, y, y);
  for (const auto& point : {low, high}) {
    if (point) {
      out += fmt::format(
          "<circle class=\"dot\" cx=\"{:.2f}%\" cy=\"{}\" r=\"4.5\"/>", percent(scale, *point), y);
    }
  }
  return out + "</g>";
}

}  // namespace

std::string position_class(std::size_t position) {
  return fmt::format("p{}", position % k_colours);
}

std::string plot_svg(const Page& page, std::size_t index) {
  const Fact& fact = page.comparison.facts[index];
  const std::vector<Bar> bars = bars_of(page, fact);
  std::vector<Ends> ends;
  std::vector<std::string> labels;
  for (const Bar& bar : bars) {
    ends.push_back(bar.allowed);
    labels.push_back(bar.label);
  }
  const auto scale = scale_of(fact.kind, ends);
  if (!scale || bars.size() < 2) {
    return {};
  }
  const int height = static_cast<int>(bars.size()) * k_row_height;
  std::string out =
      fmt::format("<svg class=\"plot\" height=\"{}\" role=\"img\" aria-label=\"{}\">",
                  height + 22,
                  escaped_html(fmt::format("Values on one line: {}", fmt::join(labels, "; "))));
  out += grid_svg(*scale, height);
  for (std::size_t i = 0; i < bars.size(); ++i) {
    out += bar_svg(*scale, bars[i], static_cast<int>(i) * k_row_height);
  }
  return out + "</svg>\n";
}

}  // namespace tally

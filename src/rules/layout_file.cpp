// SPDX-License-Identifier: Apache-2.0
#include "rules/layout_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace tally {
namespace {

template <typename Meaning>
using Names = std::vector<std::pair<std::string_view, Meaning>>;

const Names<PagePart>& part_names() {
  static const Names<PagePart> names = {{"navigation", PagePart::navigation},
                                        {"discussion", PagePart::discussion},
                                        {"teaser", PagePart::teaser},
                                        {"paywall", PagePart::paywall},
                                        {"appeal", PagePart::appeal},
                                        {"byline", PagePart::byline},
                                        {"caption", PagePart::caption},
                                        {"title", PagePart::title},
                                        {"date", PagePart::date},
                                        {"published", PagePart::published},
                                        {"update", PagePart::update},
                                        {"unseen", PagePart::unseen}};
  return names;
}

const Names<HeaderField>& field_names() {
  static const Names<HeaderField> names = {{"title", HeaderField::title},
                                           {"outlet", HeaderField::outlet},
                                           {"published", HeaderField::published},
                                           {"url", HeaderField::url},
                                           {"byline", HeaderField::byline},
                                           {"language", HeaderField::language}};
  return names;
}

class LayoutReader {
 public:
  LayoutReader(TomlFile& file, const toml::table& table) : file_(file), table_(table) {}

  Layout read() {
    file_.check_keys(
        table_,
        {"names", "tags", "roles", "meta", "months", "headers", "dates", "headings", "lines"},
        "[layout]");
    Layout out;
    out.names = by_meaning("names", part_names());
    out.tags = by_meaning("tags", part_names());
    out.roles = by_meaning("roles", part_names());
    out.headings = by_meaning("headings", part_names());
    out.headers = by_meaning("headers", field_names());
    read_months(out);
    read_lists("meta", {{"published", &out.published_meta}});
    read_lists(
        "dates",
        {{"published", &out.published}, {"updated", &out.updated}, {"ordinals", &out.ordinals}});
    read_lists("lines",
               {{"labels", &out.labels}, {"links", &out.links}, {"appeals", &out.appeals}});
    return out;
  }

 private:
  const toml::table* table_at(std::string_view key) {
    const toml::node* node = table_.get(key);
    const toml::table* table = node == nullptr ? nullptr : node->as_table();
    if (node != nullptr && table == nullptr) {
      file_.fault(node->source().begin, "bad-value", fmt::format("write [layout.{}]", key));
    }
    return table;
  }

  // A table of lists, each named for what its words mean.
  template <typename Meaning>
  Layout::Table<Meaning> by_meaning(std::string_view key, const Names<Meaning>& names) {
    Layout::Table<Meaning> out;
    const toml::table* table = table_at(key);
    if (table == nullptr) {
      return out;
    }
    for (const auto& [name, node] : *table) {
      const auto known = std::find_if(names.begin(), names.end(), [&name = name](const auto& one) {
        return one.first == name.str();
      });
      if (known == names.end()) {
        file_.fault(name.source().begin,
                    "unknown-key",
                    fmt::format("'{}' is no key of [layout.{}]", name.str(), key));
        continue;
      }
      for (const std::string& word : file_.texts(*table, name.str())) {
        out.emplace_back(folded(word), known->second);
      }
    }
    return out;
  }

  void read_months(Layout& out) {
    constexpr std::int64_t k_months = 12;
    const toml::table* table = table_at("months");
    if (table == nullptr) {
      return;
    }
    for (const auto& [name, node] : *table) {
      const auto month = node.value<std::int64_t>().value_or(0);
      if (month < 1 || month > k_months) {
        file_.fault(node.source().begin, "bad-value", "a month is a number from 1 to 12");
      } else {
        out.months.emplace_back(folded(name.str()), static_cast<int>(month));
      }
    }
  }

  void read_lists(std::string_view key,
                  std::initializer_list<std::pair<std::string_view, Layout::Words*>> lists) {
    const toml::table* table = table_at(key);
    if (table == nullptr) {
      return;
    }
    for (const auto& [name, node] : *table) {
      const bool known = std::any_of(lists.begin(), lists.end(), [&name = name](const auto& list) {
        return list.first == name.str();
      });
      if (!known) {
        file_.fault(name.source().begin,
                    "unknown-key",
                    fmt::format("'{}' is no key of [layout.{}]", name.str(), key));
      }
    }
    for (const auto& [name, words] : lists) {
      for (const std::string& word : file_.texts(*table, name)) {
        words->push_back(folded(word));
      }
    }
  }

  TomlFile& file_;
  const toml::table& table_;
};

template <typename Item>
void append(std::vector<Item>& items, const std::vector<Item>& more) {
  items.insert(items.end(), more.begin(), more.end());
}

void sort(Layout::Words& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

// By word, and of equal ones by meaning, in which the first counts; of headers and months the
// first that was read.
template <typename Meaning>
void sort(Layout::Table<Meaning>& table) {
  std::stable_sort(
      table.begin(), table.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

}  // namespace

Layout layout_of(TomlFile& file, const toml::table& table) {
  return LayoutReader(file, table).read();
}

void add_layout(Layout& layout, const Layout& more) {
  append(layout.names, more.names);
  append(layout.prefixes, more.prefixes);
  append(layout.tags, more.tags);
  append(layout.roles, more.roles);
  append(layout.published_meta, more.published_meta);
  append(layout.headers, more.headers);
  append(layout.months, more.months);
  append(layout.ordinals, more.ordinals);
  append(layout.day_first, more.day_first);
  append(layout.published, more.published);
  append(layout.updated, more.updated);
  append(layout.headings, more.headings);
  append(layout.labels, more.labels);
  append(layout.links, more.links);
  append(layout.appeals, more.appeals);
}

void sort_layout(Layout& layout) {
  const auto is_prefix = [](const auto& name) { return name.first.ends_with('*'); };
  const auto prefixes =
      std::stable_partition(layout.names.begin(), layout.names.end(), std::not_fn(is_prefix));
  for (auto at = prefixes; at != layout.names.end(); ++at) {
    layout.prefixes.emplace_back(at->first.substr(0, at->first.size() - 1), at->second);
  }
  layout.names.erase(prefixes, layout.names.end());
  for (auto* table : {&layout.names, &layout.prefixes, &layout.tags, &layout.roles}) {
    sort(*table);
  }
  sort(layout.headings);
  sort(layout.headers);
  sort(layout.months);
  for (auto* words : {&layout.ordinals, &layout.day_first, &layout.labels}) {
    sort(*words);
  }
}

}  // namespace tally

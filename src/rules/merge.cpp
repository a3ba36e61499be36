// SPDX-License-Identifier: Apache-2.0
#include "rules/merge.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tally {
namespace {

template <typename Item>
void append(std::vector<Item>& to, std::vector<Item>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void append_new(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const std::string& item : from) {
    if (std::find(to.begin(), to.end(), item) == to.end()) {
      to.push_back(item);
    }
  }
}

// Shapes are tried in order, so that those of a later pack come before those they are laid on.
void merge_shapes(std::vector<ShapeRule>& into, std::vector<ShapeRule>& from, bool is_base) {
  std::vector<ShapeRule> fresh;
  for (ShapeRule& shape : from) {
    const auto known = std::find_if(
        into.begin(), into.end(), [&](const ShapeRule& one) { return one.name == shape.name; });
    if (is_base || known == into.end()) {
      fresh.push_back(std::move(shape));
    } else {
      known->pattern = std::move(shape.pattern);
    }
  }
  into.insert(is_base ? into.end() : into.begin(),
              std::make_move_iterator(fresh.begin()),
              std::make_move_iterator(fresh.end()));
}

void merge_forms(Forms& into, Forms& from, bool is_base) {
  merge_shapes(into.shapes, from.shapes, is_base);
  append_new(into.suffix_clitics, from.suffix_clitics);
  append_new(into.prefix_clitics, from.prefix_clitics);
  if (is_base) {
    append(into.singular_endings, from.singular_endings);
  } else if (!from.singular_endings.empty()) {
    into.singular_endings = std::move(from.singular_endings);
  }
  into.day_first = into.day_first || from.day_first;
  into.noun_first = into.noun_first || from.noun_first;
  into.decimal_mark =
      from.decimal_mark == Forms{}.decimal_mark ? into.decimal_mark : from.decimal_mark;
}

}  // namespace

void merge(PackSource& into, PackSource& from, std::size_t layer) {
  append(into.classes, from.classes);
  append(into.fragments, from.fragments);
  append(into.values, from.values);
  append(into.rules, from.rules);
  merge_forms(into.forms, from.forms, layer == 0);
  for (auto& [name, inflection] : from.inflections) {
    into.inflections.insert_or_assign(name, std::move(inflection));
  }
  into.marks.names.merge(from.marks.names);
  into.marks.words.merge(from.marks.words);
}

void extend_class(ClassSource& base, ClassSource& more) {
  append(base.lexicon_class.entries, more.lexicon_class.entries);
  append_new(base.lexicon_class.include, more.lexicon_class.include);
  base.meaning.attributes.insert(more.meaning.attributes.begin(), more.meaning.attributes.end());
}

}  // namespace tally

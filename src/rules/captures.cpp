// SPDX-License-Identifier: Apache-2.0
#include "rules/captures.h"

namespace tally {
namespace {

using Type = Expression::Type;

void collect_names(const Expression& node, std::set<std::string>& names) {
  if (node.type == Type::capture) {
    names.insert(node.text);
  }
  for (const Expression& child : node.children) {
    collect_names(child, names);
  }
}

// The first capture of that name in the tree.
const Expression* capture_named(const Expression& node, const std::string& name) {
  if (node.type == Type::capture && node.text == name) {
    return &node;
  }
  for (const Expression& child : node.children) {
    if (const Expression* found = capture_named(child, name)) {
      return found;
    }
  }
  return nullptr;
}

}  // namespace

std::set<std::string> names_in(const Expression& node) {
  std::set<std::string> names;
  collect_names(node, names);
  return names;
}

const Expression* duplicate_capture(const Expression& node) {
  if (node.type == Type::repeat && node.at_most > 1) {
    const auto names = names_in(node.children.front());
    return names.empty() ? nullptr : capture_named(node, *names.begin());
  }
  std::set<std::string> seen;
  for (const Expression& child : node.children) {
    if (const Expression* inner = duplicate_capture(child)) {
      return inner;
    }
    const auto names = names_in(child);
    for (const std::string& name : names) {
      const bool both = node.type == Type::sequence && seen.contains(name);
      if (both || (node.type == Type::capture && node.text == name)) {
        return capture_named(child, name);
      }
    }
    seen.insert(names.begin(), names.end());
  }
  return nullptr;
}

}  // namespace tally

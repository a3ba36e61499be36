// SPDX-License-Identifier: Apache-2.0
// A web page as a tree in plain structs.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tally {

// Number of a node in WebPage::nodes.
using NodeId = std::uint32_t;
inline constexpr NodeId k_no_node = UINT32_MAX;

// An element or a run of text. A parent stands before its children, all in order of the page.
struct PageNode {
  std::string tag;  // in lower case; empty for text
  NodeId parent = k_no_node;
  NodeId first_child = k_no_node;
  NodeId last_child = k_no_node;
  NodeId next = k_no_node;                                      // sibling
  std::size_t line = 1;                                         // of the file
  std::string text;                                             // of a run of text
  std::vector<std::pair<std::string, std::string>> attributes;  // names in lower case

  bool is_text() const { return tag.empty(); }
  // The value of an attribute; empty when it is not there.
  std::string_view attribute(std::string_view name) const;
  bool has(std::string_view name) const;
};

struct WebPage {
  std::vector<PageNode> nodes;       // the first is the root, without a tag of its own
  std::vector<std::string> json_ld;  // contents of the scripts of that type
  std::string saved_from;            // address in the comment that browsers leave; may be empty

  // The words of a node and all below it, white space squeezed.
  std::string words_of(NodeId id) const;
  bool is_within(NodeId id, NodeId ancestor) const;
};

// Elements that show a picture, a film or a graphic.
inline constexpr std::array<std::string_view, 9> k_pictures = {
    "img", "picture", "video", "svg", "canvas", "iframe", "object", "audio", "amp-img"};

// Does an element hold one of these tags?
bool holds_any(const WebPage& page, NodeId id, std::span<const std::string_view> tags);

// Behind the last descendant of `id`: nodes are in order of the page, so that those from `id` up to
// this one are the subtree.
NodeId end_of_subtree(const WebPage& page, NodeId id);

}  // namespace tally

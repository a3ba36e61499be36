// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/page_caption.h"
#include "ingest/page_hints.h"
#include "ingest/page_table.h"

namespace tally {
namespace {

constexpr auto k_inline = std::to_array<std::string_view>(
    {"a",    "abbr", "acronym", "b",    "bdi",  "bdo",  "big",    "cite", "code",
     "data", "dfn",  "em",      "font", "i",    "img",  "ins",    "kbd",  "label",
     "mark", "nobr", "picture", "q",    "ruby", "samp", "small",  "span", "strong",
     "sub",  "sup",  "time",    "tt",   "u",    "var",  "amp-img"});

constexpr auto k_bold = std::to_array<std::string_view>({"b", "strong"});

constexpr auto k_styles = std::to_array<std::string_view>({"font", "b", "strong", "big", "span"});

template <typename List>
bool is_in(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_inline(std::string_view tag) {
  return is_in(k_inline, tag) || tag.find(':') != std::string_view::npos;
}

int heading_level(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6' ? tag[1] - '0' : 0;
}

// Characters that break a word or a figure without being seen.
bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF;
}

bool is_plain_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// How the elements around a run of text stand.
struct State {
  NodeId block = 0;
  NodeId list = k_no_node;
  bool in_link = false;
  bool in_bold = false;
  bool in_time = false;
  bool in_caption = false;
  bool in_pre = false;
  int level = 0;
  bool in_item = false;
};

class Collector {
 public:
  Collector(const WebPage& page, const PageHints& hints) : page_(page), hints_(hints) {}

  std::vector<PageBlock> blocks() {
    children(0, {});
    close();
    return std::move(out_);
  }

 private:
  void children(NodeId id, const State& state) {
    for (NodeId at = page_.nodes[id].first_child; at != k_no_node; at = page_.nodes[at].next) {
      visit(at, state);
    }
  }

  void visit(NodeId id, State state) {
    const PageNode& node = page_.nodes[id];
    if (node.is_text()) {
      return words(node, state);
    }
    if (node.tag == "br") {
      return parts_styles(id) ? close() : line_break();
    }
    if (node.tag == "head" || node.tag == "script" || is_hidden_part(id, state) ||
        is_note_mark(id)) {
      return;
    }
    breaks_ = node.tag == "img" ? breaks_ : 0;
    if (is_inline(node.tag)) {
      return inside_line(id, state);
    }
    close();
    if (node.tag == "table" && is_data_table(page_, id)) {
      table(id);
      return;
    }
    state.block = id;
    state.in_pre = state.in_pre || node.tag == "pre";
    state.level = heading_level(node.tag) > 0 ? heading_level(node.tag) : state.level;
    const bool is_list = node.tag == "ul" || node.tag == "ol" || node.tag == "dl";
    state.list = is_list && state.list == k_no_node ? id : state.list;
    state.in_item = state.in_item || node.tag == "li" || node.tag == "dd" || node.tag == "dt";
    state.in_caption = state.in_caption || is_caption(page_, hints_, id);
    state.in_link = state.in_link && node.tag != "body";
    children(id, state);
    close();
  }

  // The page itself may be hidden until its script has run.
  bool is_hidden_part(NodeId id, const State& state) const {
    const PageNode& node = page_.nodes[id];
    const bool is_caption = state.in_caption || hints_.part_of(id) == PagePart::caption;
    const bool hides =
        hints_.is_hidden(id) || (node.attribute("aria-hidden") == "true" && !is_caption);
    return node.tag != "html" && node.tag != "body" && hides;
  }

  // "[1]" and the like, raised, leading to a note on the page: no part of the figure before it.
  bool is_note_mark(NodeId id) const {
    if (page_.nodes[id].tag != "sup") {
      return false;
    }
    const NodeId end = end_of_subtree(page_, id);
    for (NodeId at = id; at < end; ++at) {
      if (page_.nodes[at].attribute("href").starts_with('#')) {
        return true;
      }
    }
    return false;
  }

  void inside_line(NodeId id, State state) {
    const PageNode& node = page_.nodes[id];
    const std::string_view address = node.attribute("href");
    state.in_link =
        state.in_link || (node.tag == "a" && !address.empty() && !address.starts_with('#'));
    state.in_bold = state.in_bold || is_in(k_bold, node.tag);
    state.in_time = state.in_time || node.tag == "time";
    const bool caption = !state.in_caption && hints_.part_of(id) == PagePart::caption;
    if (caption) {
      close();
      state.in_caption = true;
      state.block = id;
    }
    children(id, state);
    if (caption) {
      close();
    }
  }

  // Does a line break part two runs of text that look different, a headline and a byline?
  bool parts_styles(NodeId id) const {
    const NodeId parent = page_.nodes[id].parent;
    NodeId before = k_no_node;
    for (NodeId at = page_.nodes[parent].first_child; at != id; at = page_.nodes[at].next) {
      before = at;
    }
    const NodeId behind = page_.nodes[id].next;
    if (before == k_no_node || behind == k_no_node) {
      return false;
    }
    const PageNode& a = page_.nodes[before];
    const PageNode& b = page_.nodes[behind];
    return is_in(k_styles, a.tag) && is_in(k_styles, b.tag) &&
           (a.tag != b.tag || a.attributes != b.attributes);
  }

  void words(const PageNode& node, const State& state) {
    std::size_t line = node.line;
    for (std::size_t at = 0; at < node.text.size(); ++line) {
      const std::size_t end = std::min(node.text.find('\n', at), node.text.size() - 1) + 1;
      line_of_words(std::string_view(node.text).substr(at, end - at), line, state);
      at = end;
    }
  }

  void line_of_words(std::string_view text, std::size_t line, const State& state) {
    const bool fresh = open_.block.text.empty();
    const std::string clean = collapsed(text, state.in_pre);
    if (clean.empty() || (fresh && trimmed(clean).empty())) {
      return;
    }
    if (fresh) {
      begin(state);
    }
    const std::size_t seen = trimmed(clean).size();
    breaks_ = seen > 0 ? 0 : breaks_;
    open_.letters += seen;
    open_.link_letters += state.in_link ? seen : 0;
    open_.is_bold = open_.is_bold && (state.in_bold || seen == 0);
    open_.has_time = open_.has_time || (state.in_time && seen > 0);
    open_.is_time = open_.is_time && (state.in_time || seen == 0);
    if (state.block != open_.node && page_.is_within(open_.node, state.block)) {
      open_.node = state.block;
    }
    open_.block.add(clean, line);
  }

  // White space as a browser shows it; no-break spaces are kept, they belong to figures.
  std::string collapsed(std::string_view text, bool keep_lines) const {
    std::string out;
    bool space = !open_.block.text.empty() &&
                 (open_.block.text.back() == ' ' || open_.block.text.back() == '\n');
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      if (is_plain_space(point.value)) {
        if (keep_lines && point.value == '\n') {
          out += '\n';
        } else if (!space) {
          out += ' ';
        }
        space = true;
      } else if (!is_invisible(point.value)) {
        out += text.substr(at, point.length);
        space = false;
      }
      at += point.length;
    }
    return out;
  }

  void line_break() {
    const bool is_bold_line = open_.is_bold && open_.letters > 0;  // headings of old pages
    if (++breaks_ >= 2 || is_bold_line) {
      close();
    } else if (!open_.block.text.empty()) {
      open_.block.text += '\n';
    }
  }

  void begin(const State& state) {
    open_ = {};
    open_.node = state.block;
    open_.list = state.list;
    open_.level = state.level;
    open_.is_bold = true;
    open_.is_time = true;
    open_.block.kind = state.in_caption  ? Block::Kind::caption
                       : state.level > 0 ? Block::Kind::heading
                       : state.in_item   ? Block::Kind::item
                                         : Block::Kind::paragraph;
  }

  void close() {
    const std::string_view words = trimmed(open_.block.text);
    if (!words.empty()) {
      open_.words = word_count(words);
      open_.is_sentence = ends_sentence(words);
      out_.push_back(std::move(open_));
    }
    open_ = {};
    breaks_ = 0;
  }

  void table(NodeId id) {
    const TableText text = table_text_of(page_, id);
    begin({.block = id});
    open_.block = text.block;
    open_.letters = text.letters;
    open_.link_letters = text.link_letters;
    open_.is_bold = false;
    open_.is_time = false;
    close();
  }

  const WebPage& page_;
  const PageHints& hints_;
  std::vector<PageBlock> out_;
  PageBlock open_;
  std::size_t breaks_ = 0;  // line breaks since the last word
};

}  // namespace

std::vector<PageBlock> blocks_of(const WebPage& page, const PageHints& hints) {
  return Collector(page, hints).blocks();
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
#include "ingest/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "ingest/limits.h"

namespace tally {
namespace {

// What these hold is never words of an article.
constexpr auto k_wordless = std::to_array<std::string_view>({"script",
                                                             "style",
                                                             "noscript",
                                                             "template",
                                                             "svg",
                                                             "math",
                                                             "iframe",
                                                             "object",
                                                             "canvas",
                                                             "audio",
                                                             "video",
                                                             "select",
                                                             "textarea",
                                                             "button",
                                                             "datalist",
                                                             "map",
                                                             "del",
                                                             "strike",
                                                             "s"});

// Elements without content that libxml2 takes for open ones, as it knows HTML 4.
constexpr auto k_void = std::to_array<std::string_view>({"source", "track", "wbr", "keygen"});

constexpr std::size_t k_longest_attribute = 4096;  // bytes; longer are data, not words

template <typename List>
bool is_in(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string_view view_of(const xmlChar* words) {
  return words == nullptr ? std::string_view() : reinterpret_cast<const char*>(words);
}

std::string_view view_of(const xmlChar* words, int length) {
  return {reinterpret_cast<const char*>(words), static_cast<std::size_t>(length)};
}

// The beginning of a value, cut between two characters.
std::string_view cut(std::string_view value) {
  std::size_t end = std::min(value.size(), k_longest_attribute);
  while (end > 0 && end < value.size() &&
         (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return value.substr(0, end);
}

// Builds the tree from the parser's events.
class Builder {
 public:
  explicit Builder(htmlParserCtxtPtr parser) : parser_(parser) { page.nodes.emplace_back(); }

  void start(const xmlChar* name, const xmlChar** attributes) {
    if (is_in(k_void, view_of(name))) {
      return;
    }
    ++depth_;
    if (depth_ > k_most_nesting) {
      return stop(
          fmt::format("elements stand within each other more than {} deep", k_most_nesting));
    }
    if (page.nodes.size() > k_most_elements) {
      return stop(fmt::format("more than {} elements; save the article alone", k_most_elements));
    }
    PageNode node{.tag = std::string(view_of(name))};
    node.tag = folded(node.tag);
    for (const xmlChar** at = attributes; at != nullptr && *at != nullptr; at += 2) {
      node.attributes.emplace_back(folded(view_of(at[0])), cut(view_of(at[1])));
    }
    if (wordless_ == 0 && is_in(k_wordless, node.tag)) {
      wordless_ = depth_;
      is_json_ld_ =
          node.tag == "script" && folded(node.attribute("type")).starts_with("application/ld+json");
      if (is_json_ld_) {
        page.json_ld.emplace_back();
      }
    } else if (wordless_ > 0) {
      return;
    }
    open_ = add(std::move(node), open_);
  }

  void end(const xmlChar* name) {
    if (is_in(k_void, view_of(name)) || depth_ == 0) {
      return;
    }
    const bool was_wordless = wordless_ > 0 && depth_ > wordless_;
    if (wordless_ == depth_) {
      wordless_ = 0;
      is_json_ld_ = false;
    }
    --depth_;
    if (!was_wordless && open_ != 0) {
      open_ = page.nodes[open_].parent;
    }
  }

  void words(std::string_view text) {
    if (is_json_ld_) {
      page.json_ld.back() += text;
      return;
    }
    if (wordless_ > 0) {
      return;
    }
    const NodeId last = page.nodes[open_].last_child;
    if (last != k_no_node && page.nodes[last].is_text()) {
      page.nodes[last].text += text;
    } else {
      const NodeId id = add({.text = std::string(text)}, open_);
      // The parser stands behind the words.
      const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
      std::size_t& line = page.nodes[id].line;
      line -= std::min(line - 1, lines);
    }
  }

  void comment(std::string_view text) {
    constexpr std::string_view k_saved = "saved from url=(";
    const std::size_t at = text.find(k_saved);
    const std::size_t begin = at == std::string_view::npos ? at : text.find(')', at);
    if (begin != std::string_view::npos && page.saved_from.empty()) {
      page.saved_from = trimmed(text.substr(begin + 1));
    }
  }

  WebPage page;
  std::string fault;

 private:
  NodeId add(PageNode node, NodeId parent) {
    const auto id = static_cast<NodeId>(page.nodes.size());
    node.parent = parent;
    node.line = static_cast<std::size_t>(std::max(1, xmlSAX2GetLineNumber(parser_)));
    PageNode& above = page.nodes[parent];
    if (above.last_child == k_no_node) {
      above.first_child = id;
    } else {
      page.nodes[above.last_child].next = id;
    }
    above.last_child = id;
    page.nodes.push_back(std::move(node));
    return id;
  }

  void stop(std::string message) {
    fault = fault.empty() ? std::move(message) : fault;
    xmlStopParser(parser_);
  }

  htmlParserCtxtPtr parser_;
  NodeId open_ = 0;
  std::size_t depth_ = 0;
  std::size_t wordless_ = 0;  // depth of the element whose content is dropped; 0: none is
  bool is_json_ld_ = false;
};

Builder& builder_of(void* data) { return *static_cast<Builder*>(data); }

xmlSAXHandler handler() {
  xmlSAXHandler sax{};
  sax.initialized = 1;
  sax.startElement = [](void* data, const xmlChar* name, const xmlChar** attributes) {
    builder_of(data).start(name, attributes);
  };
  sax.endElement = [](void* data, const xmlChar* name) { builder_of(data).end(name); };
  sax.characters = [](void* data, const xmlChar* words, int length) {
    builder_of(data).words(view_of(words, length));
  };
  sax.ignorableWhitespace = sax.characters;
  sax.cdataBlock = sax.characters;
  sax.comment = [](void* data, const xmlChar* words) { builder_of(data).comment(view_of(words)); };
  return sax;
}

struct FreeParser {
  void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

}  // namespace

std::variant<WebPage, PageFault> page_of(const std::string& html) {
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(
      htmlCreateMemoryParserCtxt(html.data(), static_cast<int>(html.size())));
  if (!parser) {
    return PageFault{"an empty page", true};
  }
  Builder builder(parser.get());
  *parser->sax = handler();
  parser->userData = &builder;
  htmlCtxtUseOptions(parser.get(),
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                         HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser.get());
  if (!builder.fault.empty()) {
    return PageFault{std::move(builder.fault)};
  }
  return std::move(builder.page);
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
#include "ingest/json_ld.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "ingest/limits.h"
#include "ingest/references.h"

namespace tally {
namespace {

using nlohmann::json;

// Types of schema.org that are articles end in these.
constexpr auto k_article_types =
    std::to_array<std::string_view>({"Article", "Posting", "Report", "Video", "VideoObject"});

// Members in which nodes stand side by side, and those that lead from a page to its article.
constexpr auto k_containers =
    std::to_array<const char*>({"@graph", "mainEntity", "mainEntityOfPage"});

constexpr std::size_t k_deepest = 6;

bool is_article(const json& node) {
  const auto type = node.find("@type");
  if (type == node.end()) {
    return false;
  }
  const auto names_article = [](const json& name) {
    return name.is_string() &&
           std::any_of(k_article_types.begin(), k_article_types.end(), [&](std::string_view end) {
             return std::string_view(name.get_ref<const std::string&>()).ends_with(end);
           });
  };
  return type->is_array() ? std::any_of(type->begin(), type->end(), names_article)
                          : names_article(*type);
}

// Nodes of one script by their @id.
using Nodes = std::map<std::string, const json*>;

std::string text_of(const json& value) {
  if (value.is_string()) {
    return resolved(value.get_ref<const std::string&>());
  }
  return value.is_number() ? value.dump() : std::string();
}

// A member as text; of a list the first.
std::string member(const json& node, const char* name) {
  const auto found = node.find(name);
  if (found == node.end()) {
    return {};
  }
  return found->is_array() && !found->empty() ? text_of(found->front()) : text_of(*found);
}

// The names of a person or organisation: a text, a node with a name or an @id, or a list of these.
std::string names_of(const json& value, const Nodes& nodes, std::size_t depth = 0) {
  if (value.is_string()) {
    const std::string name = text_of(value);
    return name.find("://") == std::string::npos ? name : std::string();
  }
  if (depth > k_deepest || (!value.is_object() && !value.is_array())) {
    return {};
  }
  if (value.is_array()) {
    std::string all;
    for (const json& one : value) {
      const std::string name = names_of(one, nodes, depth + 1);
      if (!name.empty() && all.find(name) == std::string::npos) {
        all += fmt::format("{}{}", all.empty() ? "" : ", ", name);
      }
    }
    return all;
  }
  if (const auto name = value.find("name"); name != value.end()) {
    return names_of(*name, nodes, depth + 1);
  }
  const auto other = nodes.find(member(value, "@id"));
  return other == nodes.end() || other->second == &value
             ? std::string()
             : names_of(*other->second, nodes, depth + 1);
}

std::string names_in(const json& node, const char* name, const Nodes& nodes) {
  const auto found = node.find(name);
  return found == node.end() ? std::string() : names_of(*found, nodes);
}

// The first that is not empty.
std::string first_of(std::initializer_list<std::string> values) {
  for (const std::string& value : values) {
    if (!value.empty()) {
      return value;
    }
  }
  return {};
}

std::string url_of(const json& node) {
  const auto page = node.find("mainEntityOfPage");
  std::string of_page;
  if (page != node.end()) {
    of_page = page->is_object() ? member(*page, "@id") : text_of(*page);
  }
  const std::string url = first_of({member(node, "url"), of_page, member(node, "@id")});
  return url.find("://") == std::string::npos ? std::string() : url.substr(0, url.find('#'));
}

ArticleData article_of(const json& node, const Nodes& nodes) {
  return {
      .headline = first_of({member(node, "headline"), member(node, "name")}),
      .published = first_of(
          {member(node, "datePublished"), member(node, "uploadDate"), member(node, "dateCreated")}),
      .outlet = first_of(
          {names_in(node, "publisher", nodes), names_in(node, "sourceOrganization", nodes)}),
      .byline = first_of({names_in(node, "author", nodes), names_in(node, "creator", nodes)}),
      .url = url_of(node),
      .language = member(node, "inLanguage"),
      .body = member(node, "articleBody"),
      .is_video = member(node, "@type").find("Video") != std::string::npos};
}

void collect_ids(const json& value, Nodes& nodes, std::size_t depth) {
  if (depth > k_deepest || !value.is_structured()) {
    return;
  }
  if (value.is_object()) {
    const std::string id = member(value, "@id");
    if (!id.empty() && (value.contains("name") || !nodes.contains(id))) {
      nodes[id] = &value;
    }
  }
  for (const json& child : value) {
    collect_ids(child, nodes, depth + 1);
  }
}

void collect_articles(const json& value,
                      const Nodes& nodes,
                      std::size_t depth,
                      std::vector<ArticleData>& articles) {
  if (depth > k_deepest) {
    return;
  }
  if (value.is_array()) {
    for (const json& one : value) {
      collect_articles(one, nodes, depth + 1, articles);
    }
  }
  if (!value.is_object()) {
    return;
  }
  if (is_article(value)) {
    articles.push_back(article_of(value, nodes));
    return;
  }
  for (const char* name : k_containers) {
    if (const auto found = value.find(name); found != value.end()) {
      collect_articles(*found, nodes, depth + 1, articles);
    }
  }
}

// What content systems get wrong most: raw line ends within strings, a comma before the end, a
// comment or CDATA mark around it all.
std::string mended(std::string_view words) {
  constexpr std::string_view k_cdata = "<![CDATA[";
  if (const std::size_t at = words.find(k_cdata); at != std::string_view::npos) {
    words.remove_prefix(at + k_cdata.size());
    words = words.substr(0, words.rfind("]]>"));
  }
  const std::size_t begin = std::min(words.find_first_of("{["), words.size());
  const std::size_t end = words.find_last_of("}]");
  words = end == std::string_view::npos || end < begin ? std::string_view()
                                                       : words.substr(begin, end + 1 - begin);
  std::string out;
  bool inside = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    if (c == '\\' && inside && i + 1 < words.size()) {
      out += c;
      out += words[++i];
      continue;
    }
    inside = inside != (c == '"');
    if (!inside && (c == '}' || c == ']')) {
      const std::size_t last = out.find_last_not_of(" \n\r\t");
      if (last != std::string::npos && out[last] == ',') {
        out.erase(last);
      }
    }
    out += static_cast<unsigned char>(c) < 0x20U ? ' ' : c;
  }
  return out;
}

bool is_too_deep(std::string_view words) {
  std::size_t depth = 0;
  for (const char c : words) {
    depth += static_cast<std::size_t>(c == '{' || c == '[');
    depth -= static_cast<std::size_t>((c == '}' || c == ']') && depth > 0);
    if (depth > k_most_json_nesting) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<ArticleData> articles_in(const std::string& json_ld,
                                     std::vector<std::string>& warnings) {
  std::vector<ArticleData> articles;
  if (trimmed(json_ld).empty()) {
    return articles;
  }
  json data =
      is_too_deep(json_ld) ? json(json::value_t::discarded) : json::parse(json_ld, nullptr, false);
  if (data.is_discarded() && !is_too_deep(json_ld)) {
    data = json::parse(mended(json_ld), nullptr, false, true);
  }
  if (data.is_discarded()) {
    warnings.emplace_back("structured data that are no JSON are passed over; check the date");
    return articles;
  }
  Nodes nodes;
  collect_ids(data, nodes, 0);
  collect_articles(data, nodes, 0, articles);
  return articles;
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_metadata.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.h"
#include "ingest/head.h"
#include "ingest/page_hints.h"
#include "ingest/page_title.h"
#include "ingest/references.h"

namespace tally {
namespace {

constexpr std::size_t k_longest_site_name = 40;  // bytes
constexpr std::size_t k_longest_byline = 120;    // bytes

// What parts a title from the name of its site.
constexpr auto k_separators = std::to_array<std::string_view>(
    {" | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00BB ", " \u2022 ", " \u00B7 ", " / "});

// Where a title may be parted: the last separator.
std::optional<std::pair<std::string, std::string>> parted(const std::string& title) {
  std::size_t best = std::string::npos;
  std::size_t length = 0;
  for (const std::string_view separator : k_separators) {
    const std::size_t at = title.rfind(separator);
    if (at != std::string::npos && (best == std::string::npos || at > best)) {
      best = at;
      length = separator.size();
    }
  }
  if (best == std::string::npos) {
    return std::nullopt;
  }
  return std::pair(title.substr(0, best), title.substr(best + length));
}

// The title without names of the site and its sections behind it.
std::string without_site(std::string title) {
  for (auto parts = parted(title); parts; parts = parted(title)) {
    const bool is_site =
        parts->second.size() <= k_longest_site_name && parts->second.size() < parts->first.size();
    if (!is_site) {
      break;
    }
    title = parts->first;
  }
  return title;
}

// "https://www.post.example/a" as "post.example".
std::string host_of(std::string_view url) {
  const std::size_t begin = url.find("://");
  if (begin == std::string_view::npos) {
    return {};
  }
  std::string_view host = url.substr(begin + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  host.remove_prefix(host.starts_with("www.") ? 4 : 0);
  return host.find('.') == std::string_view::npos ? std::string() : std::string(host);
}

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

std::string without_end(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  url.remove_suffix(url.ends_with('/') ? 1 : 0);
  return std::string(url);
}

void read_head(const WebPage& page, PageMetadata& out) {
  for (NodeId id = 0; id < page.nodes.size(); ++id) {
    const PageNode& node = page.nodes[id];
    if (node.tag == "meta") {
      for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
        const std::string name = folded(trimmed(node.attribute(key)));
        const std::string value = resolved(trimmed(node.attribute("content")));
        if (!name.empty() && !value.empty()) {
          out.meta.emplace(name, squeezed(value));
        }
      }
    } else if (node.tag == "title" && out.title_element.empty()) {
      out.title_element = resolved(page.words_of(id));
    } else if (node.tag == "link" && folded(node.attribute("rel")) == "canonical" &&
               is_address(node.attribute("href")) && out.url.empty()) {
      out.url = node.attribute("href");
    } else if (node.tag == "html") {
      const std::string_view lang = node.attribute("lang");
      out.language = primary_language(lang.empty() ? node.attribute("xml:lang") : lang);
    }
  }
}

// The article that the page is about: the one of its address, then that of its title, then a dated
// one.
ArticleData chosen(const std::vector<ArticleData>& articles, const PageMetadata& page) {
  const std::vector<std::string> titles = page.titles();
  const auto rank = [&](const ArticleData& one) {
    const bool is_here =
        !page.url.empty() && !one.url.empty() && without_end(one.url) == without_end(page.url);
    const bool is_titled = std::any_of(titles.begin(), titles.end(), [&](const std::string& title) {
      return is_same_title(title, one.headline);
    });
    const bool is_beside = one.is_video && !is_here && !is_titled;  // a film within the article
    return is_beside ? 0
                     : (is_here ? 4 : 0) + (is_titled ? 2 : 0) + (one.published.empty() ? 1 : 2);
  };
  const auto best = std::max_element(
      articles.begin(), articles.end(), [&](const ArticleData& a, const ArticleData& b) {
        return rank(a) < rank(b);
      });
  return best == articles.end() || rank(*best) == 0 ? ArticleData{} : *best;
}

// "By A. Writer | 3 min" as "A. Writer".
std::string without_by(std::string name, const Layout& layout) {
  for (const std::string_view sign : {" | ", " \u2022 ", " \u00B7 "}) {
    name = name.substr(0, name.find(sign));
  }
  const std::size_t blank = name.find(' ');
  const bool is_key =
      blank != std::string::npos &&
      found_in(layout.headers, folded(name.substr(0, blank))) == HeaderField::byline;
  return std::string(trimmed(is_key ? std::string_view(name).substr(blank) : name));
}

// Is it marked as the author, by structured data or by its class?
bool is_author(const PageNode& node) {
  return node.attribute("itemprop") == "author" || node.attribute("rel") == "author";
}

bool is_called_author(const PageNode& node) {
  const std::string names = folded(node.attribute("class"));
  return names.find("byline") != std::string::npos || names.find("author") != std::string::npos;
}

// The words of a node but for dates.
std::string words_without_time(const WebPage& page, NodeId id) {
  std::string words;
  const NodeId end = end_of_subtree(page, id);
  for (NodeId at = id; at < end; ++at) {
    if (page.nodes[at].tag == "time") {
      at = end_of_subtree(page, at) - 1;
    } else if (page.nodes[at].is_text()) {
      words += page.nodes[at].text;
    } else {
      words += ' ';
    }
  }
  return squeezed(words);
}

// Of marked elements within each other the innermost that shows words: the name without what stands
// around it. Of several side by side what holds them.
NodeId innermost(const WebPage& page, NodeId id, bool (*is_marked)(const PageNode&)) {
  const NodeId end = end_of_subtree(page, id);
  NodeId inner = id;
  for (NodeId at = id + 1; at < end; ++at) {
    const bool is_one =
        !page.nodes[at].is_text() && is_marked(page.nodes[at]) && !page.words_of(at).empty();
    if (is_one && !page.is_within(at, inner)) {
      while (!page.is_within(at, inner)) {
        inner = page.nodes[inner].parent;
      }
      return inner;
    }
    inner = is_one ? at : inner;
  }
  return inner;
}

bool is_name(std::string_view words) {
  return !words.empty() && words.size() <= k_longest_byline && !is_address(words);
}

}  // namespace

std::string PageMetadata::meta_of(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    const auto found = meta.find(std::string(name));
    if (found != meta.end()) {
      return found->second;
    }
  }
  return {};
}

std::vector<std::string> PageMetadata::titles() const {
  std::vector<std::string> titles;
  for (const std::string& title : {article.headline,
                                   meta_of({"og:title"}),
                                   meta_of({"twitter:title"}),
                                   meta_of({"headline", "dc.title", "title"}),
                                   title_element}) {
    for (const std::string& form : {title, without_site(title)}) {
      if (!form.empty() && std::find(titles.begin(), titles.end(), form) == titles.end()) {
        titles.push_back(squeezed(form));
      }
    }
  }
  // "The Post: Quay opens": last, as many titles hold a colon of their own.
  const std::size_t colon = title_element.find(": ");
  if (colon != std::string::npos && colon <= k_longest_site_name) {
    titles.push_back(title_element.substr(colon + 2));
  }
  return titles;
}

PageMetadata metadata_of(const WebPage& page, const std::string& url) {
  PageMetadata out;
  read_head(page, out);
  const std::string shared = out.meta_of({"og:url"});
  out.url = out.url.empty() && is_address(shared) ? shared : out.url;
  out.url = out.url.empty() ? url : out.url;
  std::vector<ArticleData> articles;
  for (const std::string& script : page.json_ld) {
    for (ArticleData& article : articles_in(script, out.warnings)) {
      articles.push_back(std::move(article));
    }
  }
  out.article = chosen(articles, out);
  out.url = out.url.empty() ? out.article.url : out.url;
  out.url = out.url.empty() && is_address(page.saved_from) ? page.saved_from : out.url;
  for (const std::string& tag : {out.meta_of({"content-language", "language", "dc.language"}),
                                 out.meta_of({"og:locale"}),
                                 out.article.language}) {
    out.language = out.language.empty() ? primary_language(tag) : out.language;
  }
  return out;
}

std::string outlet_of(const PageMetadata& metadata, const std::string& title) {
  if (!metadata.article.outlet.empty()) {
    return metadata.article.outlet;
  }
  std::string named = metadata.meta_of({"og:site_name",
                                        "publisher",
                                        "dc.publisher",
                                        "citation_journal_title",
                                        "application-name",
                                        "apple-mobile-web-app-title"});
  if (is_name(named)) {
    return named;
  }
  const auto parts = parted(metadata.title_element);
  if (parts && is_same_title(parts->first, title)) {
    const auto inner = parted(parts->second);
    return std::string(trimmed(inner ? inner->second : parts->second));
  }
  return host_of(metadata.url);
}

std::string byline_of(const PageMetadata& metadata, const WebPage& page, const PageHints& hints) {
  if (is_name(metadata.article.byline)) {
    return metadata.article.byline;
  }
  for (const std::string_view name : {"author",
                                      "article:author",
                                      "byl",
                                      "dc.creator",
                                      "dcterms.creator",
                                      "parsely-author",
                                      "sailthru.author",
                                      "citation_author"}) {
    const std::string value = metadata.meta_of({name});
    if (is_name(value)) {
      return without_by(value, hints.layout());
    }
  }
  for (const auto& is_marked : {is_author, is_called_author}) {
    for (NodeId id = 0; id < page.nodes.size(); ++id) {
      if (!page.nodes[id].is_text() && is_marked(page.nodes[id])) {
        std::string words =
            without_by(words_without_time(page, innermost(page, id, is_marked)), hints.layout());
        if (is_name(words)) {
          return words;
        }
      }
    }
  }
  return {};
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_hints.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"

namespace tally {
namespace {

struct Row {
  std::string_view words;  // of a class or id: one, or several in a row
  Hint hint;
};

constexpr auto k_classes = std::to_array<Row>({
    // parts of the site
    {"nav", Hint::navigation},
    {"navbar", Hint::navigation},
    {"navigation", Hint::navigation},
    {"menu", Hint::navigation},
    {"submenu", Hint::navigation},
    {"masthead", Hint::navigation},
    {"topbar", Hint::navigation},
    {"breadcrumb", Hint::navigation},
    {"breadcrumbs", Hint::navigation},
    {"footer", Hint::navigation},
    {"colophon", Hint::navigation},
    {"copyright", Hint::navigation},
    {"sitemap", Hint::navigation},
    {"sidebar", Hint::navigation},
    {"rail", Hint::navigation},
    {"widget", Hint::navigation},
    {"widgets", Hint::navigation},
    {"search", Hint::navigation},
    {"login", Hint::navigation},
    {"pagination", Hint::navigation},
    {"pager", Hint::navigation},
    {"toc", Hint::navigation},
    {"table of contents", Hint::navigation},
    {"skip link", Hint::navigation},
    {"skip to content", Hint::navigation},
    {"ticker", Hint::navigation},
    {"weather", Hint::navigation},
    {"toolbar", Hint::navigation},
    {"playlist", Hint::navigation},
    {"cookie", Hint::navigation},
    {"cookies", Hint::navigation},
    {"consent", Hint::navigation},
    {"gdpr", Hint::navigation},
    {"ccpa", Hint::navigation},
    {"onetrust", Hint::navigation},
    {"modal", Hint::navigation},
    {"popup", Hint::navigation},
    {"overlay", Hint::navigation},
    {"lightbox", Hint::navigation},
    {"notification", Hint::navigation},
    {"toast", Hint::navigation},
    {"ad", Hint::navigation},
    {"ads", Hint::navigation},
    {"adsbygoogle", Hint::navigation},
    {"advert", Hint::navigation},
    {"adverts", Hint::navigation},
    {"advertisement", Hint::navigation},
    {"advertising", Hint::navigation},
    {"adslot", Hint::navigation},
    {"adbox", Hint::navigation},
    {"dfp", Hint::navigation},
    {"gpt", Hint::navigation},
    {"mpu", Hint::navigation},
    {"sponsor", Hint::navigation},
    {"sponsored", Hint::navigation},
    {"sponsors", Hint::navigation},
    {"taboola", Hint::navigation},
    {"outbrain", Hint::navigation},
    {"teads", Hint::navigation},
    {"pullquote", Hint::navigation},
    {"pull quote", Hint::navigation},
    {"poll", Hint::navigation},
    {"quiz", Hint::navigation},
    // readers
    {"comment", Hint::discussion},
    {"comments", Hint::discussion},
    {"commentlist", Hint::discussion},
    {"disqus", Hint::discussion},
    {"respond", Hint::discussion},
    {"reply", Hint::discussion},
    {"replies", Hint::discussion},
    {"discussion", Hint::discussion},
    {"livefyre", Hint::discussion},
    {"coral", Hint::discussion},
    // other articles
    {"related", Hint::teaser},
    {"recommended", Hint::teaser},
    {"recommendation", Hint::teaser},
    {"recommendations", Hint::teaser},
    {"recirc", Hint::teaser},
    {"recirculation", Hint::teaser},
    {"onward", Hint::teaser},
    {"teaser", Hint::teaser},
    {"teasers", Hint::teaser},
    {"promo", Hint::teaser},
    {"promos", Hint::teaser},
    {"trending", Hint::teaser},
    {"popular", Hint::teaser},
    {"mostread", Hint::teaser},
    {"most read", Hint::teaser},
    {"most viewed", Hint::teaser},
    {"most popular", Hint::teaser},
    {"read more", Hint::teaser},
    {"read next", Hint::teaser},
    {"also read", Hint::teaser},
    {"see also", Hint::teaser},
    {"more from", Hint::teaser},
    {"more stories", Hint::teaser},
    {"more on", Hint::teaser},
    {"you may like", Hint::teaser},
    {"up next", Hint::teaser},
    {"next up", Hint::teaser},
    {"next story", Hint::teaser},
    {"prev next", Hint::teaser},
    {"previous next", Hint::teaser},
    {"latest", Hint::teaser},
    {"headlines", Hint::teaser},
    // requests
    {"newsletter", Hint::appeal},
    {"newsletters", Hint::appeal},
    {"signup", Hint::appeal},
    {"sign up", Hint::appeal},
    {"subscribe", Hint::appeal},
    {"subscription", Hint::appeal},
    {"subscriptions", Hint::appeal},
    {"paywall", Hint::appeal},
    {"regwall", Hint::appeal},
    {"piano", Hint::appeal},
    {"metered", Hint::appeal},
    {"gate", Hint::appeal},
    {"gateway", Hint::appeal},
    {"register", Hint::appeal},
    {"registration", Hint::appeal},
    {"membership", Hint::appeal},
    {"donate", Hint::appeal},
    {"donation", Hint::appeal},
    {"contribute", Hint::appeal},
    {"contribution", Hint::appeal},
    {"cta", Hint::appeal},
    {"call to action", Hint::appeal},
    {"app download", Hint::appeal},
    {"app promo", Hint::appeal},
    {"survey", Hint::appeal},
    {"feedback", Hint::appeal},
    // about the article
    {"byline", Hint::byline},
    {"bylines", Hint::byline},
    {"author", Hint::byline},
    {"authors", Hint::byline},
    {"bio", Hint::byline},
    {"contributor", Hint::byline},
    {"contributors", Hint::byline},
    {"dateline", Hint::byline},
    {"datetime", Hint::byline},
    {"timestamp", Hint::byline},
    {"pubdate", Hint::byline},
    {"posted on", Hint::byline},
    {"entry meta", Hint::byline},
    {"post meta", Hint::byline},
    {"article meta", Hint::byline},
    {"meta", Hint::byline},
    {"metadata", Hint::byline},
    {"read time", Hint::byline},
    {"reading time", Hint::byline},
    {"min read", Hint::byline},
    {"kicker", Hint::byline},
    {"eyebrow", Hint::byline},
    {"category |", Hint::byline},  // not "category-world" of WordPress, which marks the article
    {"categories |", Hint::byline},
    {"section label", Hint::byline},
    {"tag |", Hint::byline},
    {"tags |", Hint::byline},
    {"tags list", Hint::byline},
    {"tag list", Hint::byline},
    {"tag cloud", Hint::byline},
    {"taglist", Hint::byline},
    {"topics", Hint::byline},
    {"keywords", Hint::byline},
    {"share", Hint::byline},
    {"sharing", Hint::byline},
    {"sharebar", Hint::byline},
    {"sharedaddy", Hint::byline},
    {"addthis", Hint::byline},
    {"addtoany", Hint::byline},
    {"social", Hint::byline},
    {"socials", Hint::byline},
    {"follow", Hint::byline},
    {"print", Hint::byline},
    {"tools", Hint::byline},
    {"rating", Hint::byline},
    {"reactions", Hint::byline},
    // pictures
    {"caption", Hint::caption},
    {"captions", Hint::caption},
    {"figcaption", Hint::caption},
    {"cutline", Hint::caption},
    {"photo credit", Hint::caption},
    {"image credit", Hint::caption},
    {"picture credit", Hint::caption},
    {"img credit", Hint::caption},
    {"media credit", Hint::caption},
    {"photographer", Hint::caption},
});

constexpr auto k_tags = std::to_array<Row>({
    {"nav", Hint::navigation},
    {"aside", Hint::navigation},
    {"footer", Hint::navigation},
    {"dialog", Hint::navigation},
    {"menu", Hint::navigation},
    {"figcaption", Hint::caption},
});

constexpr auto k_roles = std::to_array<Row>({
    {"navigation", Hint::navigation},
    {"banner", Hint::navigation},
    {"complementary", Hint::navigation},
    {"contentinfo", Hint::navigation},
    {"search", Hint::navigation},
    {"dialog", Hint::navigation},
    {"alertdialog", Hint::navigation},
    {"alert", Hint::navigation},
    {"menu", Hint::navigation},
    {"menubar", Hint::navigation},
    {"toolbar", Hint::navigation},
});

constexpr auto k_dates = std::to_array<std::string_view>({"date",
                                                          "dateline",
                                                          "datetime",
                                                          "datestamp",
                                                          "timestamp",
                                                          "published",
                                                          "publish",
                                                          "publication",
                                                          "pubdate",
                                                          "posted",
                                                          "postdate",
                                                          "created",
                                                          "byline",
                                                          "meta",
                                                          "info"});

constexpr auto k_updates = std::to_array<std::string_view>(
    {"updated", "update", "modified", "dateModified", "datemodified", "lastmod", "edited"});

constexpr auto k_unseen = std::to_array<std::string_view>({"sr only",
                                                           "screen reader",
                                                           "visually hidden",
                                                           "visuallyhidden",
                                                           "offscreen",
                                                           "| hidden |",
                                                           "assistive text"});

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_figure(char c) { return c >= '0' && c <= '9'; }

// The words of a class: parted at signs and where a capital follows a small letter. Figures at the
// end of a word are no part of it ("ad2"); a word with figures inside is a hash and stays whole.
void add_words(std::string_view name, std::vector<std::string>& words) {
  std::string word;
  const auto close = [&] {
    while (!word.empty() && is_figure(word.back())) {
      word.pop_back();
    }
    if (!word.empty()) {
      words.push_back(folded(word));
    }
    word.clear();
  };
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool hump = i > 0 && is_capital(c) && is_small(name[i - 1]) && i + 2 < name.size() &&
                      is_small(name[i + 1]) && is_small(name[i + 2]);
    if (hump) {
      close();
    }
    if (is_small(c) || is_capital(c) || is_figure(c)) {
      word += c;
    } else {
      close();
    }
  }
  close();
  words.emplace_back("|");  // no row of words runs over two classes
}

// All words of an element's names, between blanks: " post tags | sidebar | ".
std::string names_of(const PageNode& node) {
  std::vector<std::string> words = {"|"};
  if (node.tag.find('-') != std::string::npos) {  // <amp-ad>, <site-footer>
    add_words(node.tag, words);
  }
  for (const char* attribute : {"class", "id", "data-testid", "data-component", "data-module"}) {
    std::string_view names = node.attribute(attribute);
    while (!names.empty()) {
      const std::size_t end = std::min(names.find_first_of(" \t\r\n"), names.size());
      add_words(names.substr(0, end), words);
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  }
  std::string all = " ";
  for (const std::string& word : words) {
    all += word;
    all += ' ';
  }
  return all;
}

bool holds_words(std::string_view names, std::string_view words) {
  for (std::size_t at = names.find(words); at != std::string_view::npos;
       at = names.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if (at > 0 && names[at - 1] == ' ' && end < names.size() && names[end] == ' ') {
      return true;
    }
  }
  return false;
}

template <typename List>
bool holds_any(std::string_view names, const List& list) {
  return std::any_of(list.begin(), list.end(), [names](std::string_view words) {
    return holds_words(names, words);
  });
}

template <typename List>
Hint row_named(const List& list, std::string_view name) {
  const auto row =
      std::find_if(list.begin(), list.end(), [name](const Row& one) { return one.words == name; });
  return row == list.end() ? Hint::none : row->hint;
}

}  // namespace

Hint hint_of(const PageNode& node) {
  if (const Hint hint = row_named(k_tags, node.tag); hint != Hint::none) {
    return hint;
  }
  if (const Hint hint = row_named(k_roles, node.attribute("role")); hint != Hint::none) {
    return hint;
  }
  const std::string names = names_of(node);
  for (const Row& row : k_classes) {
    if (holds_words(names, row.words)) {
      return row.hint;
    }
  }
  return Hint::none;
}

bool hints_at_date(const PageNode& node) {
  const std::string_view property = node.attribute("itemprop");
  return property == "datePublished" || property == "dateCreated" ||
         holds_any(names_of(node), k_dates);
}

bool hints_at_update(const PageNode& node) {
  return node.attribute("itemprop") == "dateModified" || holds_any(names_of(node), k_updates);
}

bool is_hidden(const PageNode& node) {
  std::string style(node.attribute("style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  const std::string rule = folded(style);
  return node.has("hidden") || node.attribute("aria-hidden") == "true" ||
         rule.find("display:none") != std::string::npos ||
         rule.find("visibility:hidden") != std::string::npos || holds_any(names_of(node), k_unseen);
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
#include "ingest/article.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ingest/charset.h"
#include "ingest/head.h"
#include "ingest/http.h"
#include "ingest/page_date.h"
#include "ingest/page_metadata.h"
#include "ingest/page_text.h"
#include "ingest/selection.h"

namespace tally {
namespace {

constexpr std::size_t k_declaration_bytes = 4096;  // where a page declares its charset
constexpr std::size_t k_fewest_words = 8;          // less is no article
constexpr std::size_t k_hardly_any_words = 40;     // less, beside a longer text in structured data

// The charset in `<meta charset="…">`, `<meta … content="text/html; charset=…">` or
// `<?xml … encoding="…"?>`.
std::string declared_charset(std::string_view bytes) {
  const std::string head = folded(bytes.substr(0, k_declaration_bytes));
  const std::size_t xml = head.find("encoding=");
  if (head.starts_with("<?xml") && xml != std::string::npos && xml < head.find("?>")) {
    return media_type_of("charset=" + head.substr(xml + 9)).charset;
  }
  for (std::size_t at = head.find("<meta"); at != std::string::npos;
       at = head.find("<meta", at + 1)) {
    const std::string tag = head.substr(at, head.find('>', at) - at);
    const std::string charset = media_type_of(tag).charset;
    if (!charset.empty()) {
      return charset.substr(0, charset.find_first_of("/ "));
    }
  }
  return {};
}

std::size_t words_in(const std::vector<PageBlock>& blocks, const ArticleSelection& selection) {
  std::size_t words = 0;
  for (const std::size_t i : selection.body) {
    words += blocks[i].words;
  }
  return words;
}

// The title for people: as the page shows it, unless what it shows is but a label.
std::string title_of(const PageMetadata& metadata,
                     const std::vector<PageBlock>& blocks,
                     const ArticleSelection& selection) {
  if (selection.title) {
    return squeezed(blocks[*selection.title].block.text);
  }
  const std::vector<std::string> titles = metadata.titles();
  if (titles.empty()) {
    return {};
  }
  // Without structured data the first is a title with the site's name, the second one without.
  const bool is_whole = !metadata.article.headline.empty();
  const bool has_short = titles.size() > 1 && titles[0].starts_with(titles[1]);
  return !is_whole && has_short ? titles[1] : titles[0];
}

// Paragraphs of the text in structured data, which is all that some pages hold.
std::vector<Block> blocks_of_data(const std::string& body) {
  std::vector<Block> blocks;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find('\n', at), body.size());
    Block block;
    block.add(body.substr(at, end - at), 1);
    blocks.push_back(std::move(block));
    at = end + 1;
  }
  return blocks;
}

std::vector<Block> article_blocks(const std::vector<PageBlock>& blocks,
                                  const ArticleSelection& selection,
                                  const std::string& title) {
  std::vector<Block> out;
  if (selection.title) {
    out.push_back(blocks[*selection.title].block);
    out.back().kind = Block::Kind::title;
  } else if (!title.empty()) {
    out.push_back({Block::Kind::title, title, {{0, 1}}});
  }
  for (const std::size_t i : selection.body) {
    out.push_back(blocks[i].block);
  }
  return out;
}

}  // namespace

std::variant<Document, PageFault> document_of_page(std::string bytes,
                                                   const PageOrigin& origin,
                                                   const Layout& layout) {
  Document document;
  document.id = origin.path;
  document.path = origin.path;
  document.file = origin.path;
  const std::string charset = origin.charset.empty() ? declared_charset(bytes) : origin.charset;
  std::string html = utf8_of(std::move(bytes), charset, document.warnings);
  std::replace(html.begin(), html.end(), '\0', ' ');
  auto outcome = page_of(html);
  if (auto* fault = std::get_if<PageFault>(&outcome)) {
    return std::move(*fault);
  }
  const WebPage& page = std::get<WebPage>(outcome);
  const PageHints hints(page, layout);
  const PageMetadata metadata = metadata_of(page, origin.url);
  const std::vector<PageBlock> blocks = blocks_of(page, hints);
  const ArticleSelection selection = selection_of(page, hints, blocks, metadata);
  const std::size_t words = words_in(blocks, selection);
  const auto data_words = static_cast<std::size_t>(
      std::count(metadata.article.body.begin(), metadata.article.body.end(), ' '));

  document.title = title_of(metadata, blocks, selection);
  std::vector<Block> text = article_blocks(blocks, selection, document.title);
  if (words < k_hardly_any_words && data_words > 2 * words) {
    text.resize(document.title.empty() ? 0 : 1);
    const std::vector<Block> data = blocks_of_data(metadata.article.body);
    text.insert(text.end(), data.begin(), data.end());
  } else if (words < k_fewest_words) {
    return PageFault{"no article text found on this page", true};
  }
  put_blocks(document, text);
  document.outlet = outlet_of(metadata, document.title);
  document.byline = byline_of(metadata, page, hints);
  document.url = metadata.url;
  document.language = metadata.language;
  document.warnings.insert(
      document.warnings.end(), metadata.warnings.begin(), metadata.warnings.end());
  if (const auto date = date_of(metadata, page, hints, blocks, selection)) {
    document.published = date->published.day;
    document.published_time = date->published.time;
    document.published_from = date->from;
    if (date->in_masthead) {
      document.warnings.push_back(fmt::format(
          "its date, {}, is the one above the title; if that is the day it was saved, say "
          "--published or `tally sources set`",
          iso_date(date->published.day)));
    }
  }
  read_dateline(document, document.title_span ? document.title_span->end : 0, layout);
  return document;
}

}  // namespace tally

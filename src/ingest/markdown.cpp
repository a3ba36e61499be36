// SPDX-License-Identifier: Apache-2.0
#include "ingest/markdown.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/block.h"
#include "ingest/front_matter.h"
#include "ingest/head.h"
#include "ingest/markdown_words.h"

namespace tally {
namespace {

constexpr std::size_t k_levels = 6;  // of headings
constexpr std::size_t k_rule = 3;    // marks that make a rule or a fence

// Lines with their numbers.
struct Line {
  std::string_view text;  // without its end, not trimmed
  std::size_t number = 1;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  std::size_t number = 1;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    lines.push_back({line, number});
    at = end + 1;
  }
  return lines;
}

// Is the line made of at least three of one of `marks`, and blanks?
bool is_rule(std::string_view line, std::string_view marks) {
  const std::string_view words = trimmed(line);
  const char mark = words.empty() ? '\0' : words.front();
  const auto count = std::count(words.begin(), words.end(), mark);
  const auto blanks = std::count(words.begin(), words.end(), ' ');
  return marks.find(mark) != std::string_view::npos &&
         count >= static_cast<std::ptrdiff_t>(k_rule) &&
         static_cast<std::size_t>(count + blanks) == words.size();
}

// "|---|:--:|": the line between the head and the rows of a table.
bool is_table_rule(std::string_view line) {
  return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of(" |:-\t") == std::string_view::npos;
}

std::size_t heading_level(std::string_view words) {
  const std::size_t level = std::min(words.find_first_not_of('#'), words.size());
  const bool spaced = level < words.size() && words[level] == ' ';
  return level <= k_levels && spaced ? level : 0;
}

std::string_view heading_words(std::string_view words) {
  words = trimmed(words.substr(words.find_first_not_of('#')));
  const std::size_t last = words.find_last_not_of('#');
  return last == std::string_view::npos ? words : trimmed(words.substr(0, last + 1));
}

// The length of "- ", "* ", "12. " and the like at the beginning of a line; 0 when it is no item.
std::size_t bullet_length(std::string_view words) {
  std::size_t digits = 0;
  while (digits < words.size() && is_digit(static_cast<unsigned char>(words[digits]))) {
    ++digits;
  }
  constexpr std::size_t k_most_digits = 3;  // "2016. A good year" is prose
  const std::string_view marks = digits > 0 ? ".)" : "-*+";
  const bool is_bullet = digits <= k_most_digits && digits + 1 < words.size() &&
                         marks.find(words[digits]) != std::string_view::npos &&
                         words[digits + 1] == ' ';
  return is_bullet ? digits + 2 : 0;
}

// "[id]: https://…" gives an address, "[^1]: words" a footnote.
bool is_reference(std::string_view words) {
  const std::size_t close = words.find("]:");
  return words.starts_with('[') && !words.starts_with("[^") && close != std::string_view::npos &&
         words.find('[', 1) > close;
}

class Reader {
 public:
  explicit Reader(Document& document) : document_(document) {}

  std::vector<Block> blocks(const std::vector<Line>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool is_last = i + 1 == lines.size();
      read(lines[i], is_last ? std::string_view() : lines[i + 1].text);
    }
    close();
    return std::move(blocks_);
  }

 private:
  void read(Line line, std::string_view below) {
    std::string_view words = trimmed(line.text);
    if (is_hidden(words)) {
      return;
    }
    while (words.starts_with('>')) {
      words = trimmed(words.substr(1));
    }
    if (words.empty() || is_reference(words)) {
      return close();
    }
    if (heading_level(words) > 0) {
      close();
      return heading(heading_words(words), line.number);
    }
    if (is_rule(words, "=-") && !open_.text.empty() && open_.kind == Block::Kind::paragraph) {
      open_.kind = heading_kind();
      return close();
    }
    if (is_rule(words, "-*_")) {
      return close();
    }
    if (words.find('|') != std::string_view::npos &&
        (open_.kind == Block::Kind::table || is_table_rule(below))) {
      return row(words, line.number);
    }
    paragraph(words, line);
  }

  // Code and comments, which no reader takes for the article's words.
  bool is_hidden(std::string_view words) {
    if (!fence_.empty()) {
      if (words.starts_with(fence_)) {
        fence_ = {};
      }
      return true;
    }
    if (in_comment_) {
      in_comment_ = words.find("-->") == std::string_view::npos;
      return true;
    }
    if (words.starts_with("```") || words.starts_with("~~~")) {
      close();
      fence_ = words.substr(0, k_rule);
      return true;
    }
    if (words.starts_with("<!--")) {
      in_comment_ = words.find("-->") == std::string_view::npos;
      return true;
    }
    return false;
  }

  // The first heading is the title where the front matter has none, or the same.
  Block::Kind heading_kind() const {
    const bool is_title = !has_title_ && (document_.title.empty() ||
                                          squeezed(open_.text) == squeezed(document_.title));
    return is_title ? Block::Kind::title : Block::Kind::heading;
  }

  void heading(std::string_view words, std::size_t number) {
    open_.add(plain_words(words).text, number);
    open_.kind = heading_kind();
    close();
  }

  void row(std::string_view words, std::size_t number) {
    if (is_table_rule(words)) {
      return;
    }
    if (open_.kind != Block::Kind::table) {
      close();
      open_.kind = Block::Kind::table;
    }
    std::string cells;
    words.remove_prefix(words.starts_with('|') ? 1 : 0);
    words.remove_suffix(words.ends_with('|') ? 1 : 0);
    for (std::size_t at = 0; at <= words.size();) {
      const std::size_t end = std::min(words.find('|', at), words.size());
      cells += at > 0 ? " | " : "";
      cells += trimmed(plain_words(words.substr(at, end - at)).text);
      at = end + 1;
    }
    open_.text += open_.text.empty() ? "" : "\n";
    open_.add(cells, number);
  }

  void paragraph(std::string_view words, Line line) {
    if (const std::size_t bullet = bullet_length(words); bullet > 0) {
      close();
      open_.kind = Block::Kind::item;
      words = trimmed(words.substr(bullet));
    } else if (open_.kind == Block::Kind::table) {
      close();
    }
    if (words.starts_with("[^") && words.find("]:") != std::string_view::npos) {
      close();
      words = trimmed(words.substr(words.find("]:") + 2));
    }
    PlainWords plain = plain_words(words);
    for (std::string& picture : plain.pictures) {
      Block caption{.kind = Block::Kind::caption};
      caption.add(picture, line.number);
      captions_.push_back(std::move(caption));
    }
    if (trimmed(plain.text).empty()) {
      return;
    }
    open_.text += open_.text.empty() ? "" : (breaks_ ? "\n" : " ");
    open_.add(trimmed(plain.text), line.number);
    breaks_ = line.text.ends_with("  ") || line.text.ends_with('\\');
  }

  void close() {
    if (!open_.text.empty()) {
      has_title_ = has_title_ || open_.kind == Block::Kind::title;
      blocks_.push_back(std::move(open_));
    }
    open_ = {};
    breaks_ = false;
    std::move(captions_.begin(), captions_.end(), std::back_inserter(blocks_));
    captions_.clear();
  }

  Document& document_;
  std::vector<Block> blocks_;
  std::vector<Block> captions_;  // of the open block; they stand behind it
  Block open_;
  std::string_view fence_;
  bool in_comment_ = false;
  bool has_title_ = false;
  bool breaks_ = false;  // the last line ended in a hard line break
};

}  // namespace

Document document_of_markdown(const std::string& text,
                              const std::string& path,
                              const Layout& layout) {
  constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";
  Document document;
  document.id = path;
  document.path = path;
  document.file = path;
  std::string_view rest = text;
  rest.remove_prefix(rest.starts_with(k_byte_order_mark) ? k_byte_order_mark.size() : 0);
  std::vector<Line> lines = lines_of(rest);
  const std::size_t body = read_front_matter(document, rest, layout);
  lines.erase(lines.begin(),
              lines.begin() + static_cast<std::ptrdiff_t>(std::min(body, lines.size())));
  std::vector<Block> blocks = Reader(document).blocks(lines);
  const bool has_title = std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
    return block.kind == Block::Kind::title;
  });
  if (!has_title && !document.title.empty()) {
    blocks.insert(blocks.begin(), Block{Block::Kind::title, document.title, {{0, 1}}});
  }
  put_blocks(document, blocks);
  read_dateline(document, document.title_span ? document.title_span->end : 0, layout);
  return document;
}

}  // namespace tally

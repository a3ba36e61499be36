// SPDX-License-Identifier: Apache-2.0
// `tally rules try` and `bench`: a pattern, or all of them, on articles.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/workshop.h"
#include "report/quote.h"
#include "report/wording.h"
#include "view.h"

namespace tally::cli {
namespace {

constexpr std::string_view k_trial = "trial";  // the id of a pattern that is tried

// A pack file with the pattern as a rule of its own. The pattern is written as TOML's basic string,
// so that it may hold any mark.
PackFile trial_file(const std::string& pattern, const std::string& language, bool over_words) {
  std::string quoted;
  for (const char c : pattern) {
    if (c == '\\' || c == '"') {
      quoted.push_back('\\');
    }
    quoted.push_back(c);
  }
  const std::string content =
      over_words
          ? fmt::format(
                "[[value]]\nid = \"{}\"\nreader = \"name\"\nmatch = [\"{}\"]\n", k_trial, quoted)
          : fmt::format(
                "[[rule]]\nid = \"{}\"\nmatch = [\"{}\"]\nemit = [{{ predicate = "
                "\"-\", value = \"-\" }}]\n",
                k_trial,
                quoted);
  return {.name = fmt::format("{}/trial.toml", language), .content = content};
}

// What is wrong with the pattern alone: its faults say columns of the pattern.
std::string fault_of(const RulePack& pack, const std::string& pattern, const std::string& file) {
  for (Diagnostic fault : pack.diagnostics) {
    if (fault.file == file) {
      constexpr std::size_t k_before = 10;  // of `match = ["`
      fault.file = "PATTERN";
      fault.line = 1;
      fault.column = fault.column > k_before ? fault.column - k_before : 1;
      fault.source_line = pattern;
      return fault_text(fault);
    }
  }
  return {};
}

// One match in its sentence, like grep: place, words before, [the match], words after.
class MatchPrinter {
 public:
  MatchPrinter(const Session& session, const DocumentView& view)
      : session_(session), view_(view), places_(view.document.text) {}

  void print(const SentenceView& sentence, const Pattern& pattern, const PatternMatch& match) {
    const Span whole = span_of(sentence, match.whole);
    const std::string_view text = view_.document.text;
    const std::string before = squeezed(slice(text, {sentence.span.begin, whole.begin}));
    const std::string after = squeezed(slice(text, {whole.end, sentence.span.end}));
    const Style style = style_of(session_);
    const std::string hit = visible(squeezed(slice(text, whole)));
    session_.streams.out << fmt::format(
        "{}:{}:{}: {}{}{}{}{}\n",
        visible(view_.document.path),
        places_.line_of(whole.begin),
        places_.column_of(whole.begin),
        visible(before),
        gap(text, whole.begin, before),
        style.colour ? painted(style, Ink::conflict, hit) : fmt::format("[{}]", hit),
        whole.end < text.size() && text[whole.end] == ' ' ? " " : "",
        visible(after));
    for (const auto& [index, range] : match.captures) {
      if (!pattern.names()[index].empty()) {
        session_.streams.out << fmt::format(
            "    {} = {}\n",
            pattern.names()[index],
            visible(squeezed(slice(text, span_of(sentence, range)))));
      }
    }
  }

 private:
  static std::string_view gap(std::string_view text, std::size_t at, const std::string& before) {
    return !before.empty() && at > 0 && text[at - 1] == ' ' ? " " : "";
  }

  Span span_of(const SentenceView& sentence, Range range) const {
    if (!over_folded_) {
      return {sentence.tokens[range.begin].span.begin, sentence.tokens[range.end - 1].span.end};
    }
    const std::vector<Range>& tokens = sentence.folded.tokens;
    return {sentence.tokens[tokens[range.begin].begin].span.begin,
            sentence.tokens[tokens[range.end - 1].end - 1].span.end};
  }

  const Session& session_;
  const DocumentView& view_;
  Places places_;
  bool over_folded_ = !session_.options.over_words;
};

// Prints the matches in one document; how many there are.
std::size_t print_matches(const Session& session,
                          const DocumentView& view,
                          const WrittenRule& rule) {
  std::size_t count = 0;
  MatchPrinter printer(session, view);
  for (const SentenceView& sentence : view.sentences) {
    for (const WrittenPattern& written : rule.match) {
      const bool over_words = session.options.over_words;
      const auto matches = over_words
                               ? matches_of(written.pattern, sentence.codes, std::nullopt)
                               : matches_of(written.pattern, sentence.folded.codes, rule.max_gap);
      for (const PatternMatch& match : matches) {
        printer.print(sentence, written.pattern, match);
        ++count;
      }
    }
  }
  return count;
}

struct Cost {
  std::int64_t nanoseconds = 0;
  std::int64_t matches = 0;
};

Cost cost_of(const WrittenRule& rule, const std::vector<DocumentView>& views) {
  Cost cost;
  const auto begin = std::chrono::steady_clock::now();
  for (const DocumentView& view : views) {
    for (const SentenceView& sentence : view.sentences) {
      for (const WrittenPattern& written : rule.match) {
        const auto found = rule.is_value
                               ? matches_of(written.pattern, sentence.codes, std::nullopt)
                               : matches_of(written.pattern, sentence.folded.codes, rule.max_gap);
        cost.matches += static_cast<std::int64_t>(found.size());
      }
    }
  }
  cost.nanoseconds = std::chrono::nanoseconds(std::chrono::steady_clock::now() - begin).count();
  return cost;
}

// The rules' ids with the figures and dates, and the claims, that each of them made.
std::map<std::string, std::int64_t> hits_in(const std::vector<DocumentView>& views) {
  std::map<std::string, std::int64_t> hits;
  for (const DocumentView& view : views) {
    for (const Mention& mention : view.mentions) {
      ++hits[mention.pattern];
    }
    for (const Claim& claim : view.claims) {
      ++hits[claim.rule];
    }
  }
  return hits;
}

}  // namespace

int rules_try(Session& session) {
  const Options& options = session.options;
  const auto plain = load_pack(pack_files_of(session), session.settings.disabled);
  const std::vector<Document> documents = documents_of(session, *plain);
  std::set<std::string> languages;
  for (const Document& document : documents) {
    languages.insert(plain->language_of(document).name);
  }
  std::size_t count = 0;
  for (const std::string& language : languages) {
    const PackFile file = trial_file(options.subject, language, options.over_words);
    const Workshop shop = workshop_of(session, {file});
    const std::string fault = fault_of(*shop.pack, options.subject, file.shown());
    if (!fault.empty()) {
      throw Error(fault);
    }
    const WrittenRule* rule = rule_named(shop.book, k_trial);
    for (const Document& document : documents) {
      if (plain->language_of(document).name == language) {
        count += print_matches(session, view_of(document, *shop.pack), *rule);
      }
    }
  }
  warn(session,
       fmt::format("{} in {}",
                   fmt::format("{} {}", count, count == 1 ? "match" : "matches"),
                   counted(documents.size(), "article")));
  return 0;
}

int rules_bench(Session& session) {
  const Workshop shop = sound_workshop_of(session);
  std::map<std::string, std::vector<DocumentView>> views;  // by language
  for (Document& document : documents_of(session, *shop.pack)) {
    const std::string language = shop.pack->language_of(document).name;
    views[language].push_back(view_of(std::move(document), *shop.pack));
  }
  Table table{.columns = {"id", "microseconds", "matches", "hits", "instructions"}};
  for (const auto& [language, rules] : shop.book.rules) {
    auto hits = hits_in(views[language]);
    for (const WrittenRule& rule : rules) {
      std::int64_t instructions = 0;  // asking for them compiles the pattern, ahead of the clock
      for (const WrittenPattern& pattern : rule.match) {
        instructions += static_cast<std::int64_t>(pattern.pattern.program_size());
      }
      const Cost cost = cost_of(rule, views[language]);
      table.rows.push_back({rule.source.id,
                            cost.nanoseconds / 1000,
                            cost.matches,
                            hits[rule.source.id],
                            instructions});
    }
  }
  std::stable_sort(table.rows.begin(), table.rows.end(), [](const auto& a, const auto& b) {
    return std::get<std::int64_t>(a[1]) > std::get<std::int64_t>(b[1]);
  });
  print_table(session, table);
  return 0;
}

}  // namespace tally::cli

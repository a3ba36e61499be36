// SPDX-License-Identifier: Apache-2.0
// `tally rules doc`: a page about all rules of the pack.
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "cli/commands.h"
#include "report/quote.h"
#include "report/wording.h"

namespace tally::cli {
namespace {

constexpr std::string_view k_opening =
    "# The rules of pack {}\n\n"
    "Written by `tally rules doc` from the pack itself, which is the place to change it. Value "
    "patterns read\n"
    "figures and dates, claim rules what is said of them; each stands here with its first example "
    "and a text\n"
    "that it must not match. [writing-rules.md](writing-rules.md) shows how to write one.\n";

// What an expectation says that the example yields.
std::string yield_of(const Expectation& expected) {
  std::string out = expected.predicate ? fmt::format("{} ", *expected.predicate) : std::string{};
  if (expected.quote) {
    out += fmt::format("\"{}\" ", *expected.quote);
  }
  if (expected.low || expected.high) {
    const std::string low = expected.low.value_or("open");
    const std::string high = expected.high.value_or(low);
    out += low == high ? fmt::format("= {} ", low) : fmt::format("= {} to {} ", low, high);
  }
  out += expected.unit ? fmt::format("{} ", *expected.unit) : std::string{};
  out += expected.modifier ? fmt::format("({}) ", *expected.modifier) : std::string{};
  return out.empty() ? out : out.substr(0, out.size() - 1);
}

std::string rule_section(const RuleSource& rule, std::string_view what) {
  std::string out = fmt::format("\n### `{}`\n\n{}. {} rev {}, {}, {}; `{}`.\n",
                                rule.id,
                                rule.title,
                                what,
                                rule.rev,
                                counted(rule.examples.size(), "example"),
                                counted(rule.rejects.size(), "reject"),
                                rule.file);
  if (!rule.examples.empty()) {
    const Example& example = rule.examples.front();
    out += fmt::format("\n> {}\n", example.text);
    out += example.published ? fmt::format("> (of {})\n", *example.published) : std::string{};
    out += example.expect.empty() ? "" : "\n";
    for (const Expectation& expected : example.expect) {
      out += fmt::format("- {}\n", yield_of(expected));
    }
  }
  if (!rule.rejects.empty()) {
    const Reject& reject = rule.rejects.front();
    out += fmt::format("\nNot: \"{}\" ({})\n", reject.text, reject.why);
  }
  return out;
}

std::string predicates_of(const ClaimRule& rule) {
  std::set<std::string> names;
  for (const Emit& emit : rule.emit) {
    names.insert(fmt::format("`{}`", emit.predicate));
  }
  return fmt::format("Claims {},", fmt::join(names, ", "));
}

}  // namespace

int rules_doc(Session& session) {
  const auto pack = pack_of(session);
  std::string out = fmt::format(fmt::runtime(k_opening), pack->name);
  for (const auto& [name, language] : pack->languages) {
    out += fmt::format("\n## `{}`: claim rules\n", name);
    for (const ClaimRule& rule : language->rules) {
      out += rule_section(rule.source, predicates_of(rule));
    }
    out += fmt::format("\n## `{}`: value patterns\n", name);
    for (const ValuePattern& value : language->values) {
      out += rule_section(value.source, fmt::format("Reader `{}`,", value.reader));
    }
  }
  session.streams.out << visible_lines(out);
  return 0;
}

}  // namespace tally::cli

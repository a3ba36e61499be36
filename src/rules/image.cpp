// SPDX-License-Identifier: Apache-2.0
#include "rules/image.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "rules/archive.h"
#include "rules/lexicon_tables.h"

namespace tally {

// What each struct consists of: see archive.h.

template <typename Archive>
void fields(Archive& archive, Unit& unit) {
  archive(unit.code, unit.kind, unit.base, unit.factor, unit.offset, unit.calendar, unit.iso);
  archive(unit.name, unit.source);
}

template <typename Archive>
void fields(Archive& archive, Concept& meaning) {
  archive(meaning.moves, meaning.is_head, meaning.is_predicate, meaning.broader);
  archive(meaning.attributes);
}

template <typename Archive>
void fields(Archive& archive, ShapeRule& shape) {
  archive(shape.name, shape.pattern);
}

template <typename Archive>
void fields(Archive& archive, RuleSource& source) {
  archive(source.id, source.rev, source.title, source.file, source.line, source.layer);
}

template <typename Archive>
void fields(Archive& archive, PackLayer& layer) {
  archive(layer.name, layer.version, layer.directory);
}

template <typename Archive>
void fields(Archive& archive, Diagnostic& fault) {
  archive(fault.file, fault.line, fault.column, fault.code, fault.message, fault.source_line);
}

template <typename Archive>
void fields(Archive& archive, Emit& emit) {
  archive(emit.predicate, emit.value, emit.subject, emit.object, emit.head, emit.line);
}

namespace {

// Most codes are of words that a pattern does not name: only the runes that change are written.
struct RuneRun {
  Code first = 0;
  std::uint32_t rune = 0;
};

std::vector<RuneRun> runs_of(const std::vector<Rune>& rune_of) {
  std::vector<RuneRun> runs;
  for (Code code = 0; code < rune_of.size(); ++code) {
    if (runs.empty() || runs.back().rune != rune_of[code]) {
      runs.push_back({.first = code, .rune = rune_of[code]});
    }
  }
  return runs;
}

std::vector<Rune> runes_of(const std::vector<RuneRun>& runs, std::size_t code_count) {
  std::vector<Rune> rune_of;
  rune_of.reserve(code_count);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::size_t end = i + 1 < runs.size() ? runs[i + 1].first : code_count;
    rune_of.resize(end, static_cast<Rune>(runs[i].rune));
  }
  return rune_of;
}

// A pattern between its two forms.
struct PatternParts {
  std::string re2;
  std::vector<std::string> names;
  std::vector<RuneRun> runs;
  std::uint64_t code_count = 0;

  template <typename Archive>
  void fields(Archive& archive) {
    archive(re2, names, runs, code_count);
  }
};

}  // namespace

void fields(ArchiveWriter& archive, Pattern& pattern) {
  const RuneExpression& runes = pattern.runes();
  PatternParts parts{.re2 = runes.re2,
                     .names = runes.names,
                     .runs = runs_of(runes.rune_of),
                     .code_count = runes.rune_of.size()};
  bool mentions = pattern.sees_mentions();
  archive(parts, mentions);
}

void fields(ArchiveReader& archive, Pattern& pattern) {
  PatternParts parts;
  bool mentions = false;
  archive(parts, mentions);
  pattern = Pattern({.re2 = std::move(parts.re2),
                     .names = std::move(parts.names),
                     .rune_of = runes_of(parts.runs, parts.code_count)},
                    mentions);
}

template <typename Archive>
void fields(Archive& archive, ValuePattern& value) {
  archive(value.source, value.reader, value.kind, value.priority, value.pattern);
}

template <typename Archive>
void fields(Archive& archive, ClaimRule& rule) {
  archive(rule.source, rule.priority, rule.max_gap, rule.match, rule.unless, rule.emit);
}

void fields(ArchiveWriter& archive, Lexicon& lexicon) { archive(lexicon.tables()); }

void fields(ArchiveReader& archive, Lexicon& lexicon) {
  auto tables = std::make_unique<Lexicon::Tables>();
  archive(*tables);
  lexicon = Lexicon(std::move(tables));
}

template <typename Archive>
void fields(Archive& archive, Language& language) {
  archive(language.name, language.lexicon, language.values, language.rules);
  archive(language.value_index, language.rule_index);
}

template <typename Archive>
void fields(Archive& archive, RulePack& pack) {
  archive(pack.name, pack.version, pack.sha256, pack.layers);
  archive(pack.units, pack.concepts.classes);
  archive(pack.concepts.agencies, pack.languages, pack.diagnostics);
}

std::string image_of(RulePack& pack) {
  ArchiveWriter archive;
  archive(pack);
  return archive.take();
}

std::unique_ptr<RulePack> pack_of_image(std::string_view image) {
  auto pack = std::make_unique<RulePack>();
  ArchiveReader archive(image);
  archive(*pack);
  return pack;
}

}  // namespace tally

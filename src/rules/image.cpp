// SPDX-License-Identifier: Apache-2.0
#include "rules/image.h"

#include <utility>

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

template <typename Archive>
void fields(Archive& archive, RuneExpression& runes) {
  archive(runes.re2, runes.names, runes.runs, runes.code_count);
}

void fields(ArchiveWriter& archive, Pattern& pattern) {
  RuneExpression runes = pattern.runes();
  bool mentions = pattern.sees_mentions();
  archive(runes, mentions);
}

void fields(ArchiveReader& archive, Pattern& pattern) {
  RuneExpression runes;
  bool mentions = false;
  archive(runes, mentions);
  pattern = Pattern(std::move(runes), mentions);
}

template <typename Archive>
void fields(Archive& archive, ValuePattern& value) {
  archive(value.source, value.reader, value.kind, value.priority, value.match);
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
  archive(language.value_set, language.rule_set);
}

template <typename Archive>
void fields(Archive& archive, LanguageMarks& marks) {
  archive(marks.names, marks.words);
}

template <typename Archive>
void fields(Archive& archive, RulePack& pack) {
  archive(pack.name, pack.version, pack.sha256, pack.layers);
  archive(pack.units, pack.concepts.classes);
  archive(pack.concepts.agencies, pack.languages, pack.diagnostics);
  archive(pack.marks, pack.usual_language);
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

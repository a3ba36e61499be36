// SPDX-License-Identifier: Apache-2.0
#include "rules/pack.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <utility>

#include "base/digest.h"
#include "base/text.h"
#include "rules/compile.h"
#include "rules/layout_file.h"
#include "rules/pack_file.h"
#include "rules/stack.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

std::string sha256_of(const std::vector<PackFile>& files, std::span<const DisabledRule> disabled) {
  std::string bytes;
  for (const PackFile& file : files) {
    bytes += fmt::format("{} {}\n", file.name, file.content.size());
    bytes += file.content;
  }
  for (const DisabledRule& rule : disabled) {
    bytes += fmt::format("-{}\n", rule.id);
  }
  return hexadecimal_of(tally::sha256_of(bytes));
}

void merge_concepts(Concepts& concepts, const std::vector<ClassSource>& classes) {
  for (const ClassSource& of : classes) {
    Concept& known = concepts.classes[of.lexicon_class.name];
    const Concept& more = of.meaning;
    known.moves = known.moves == Change::none ? more.moves : known.moves;
    known.is_head = known.is_head || more.is_head;
    known.is_predicate = known.is_predicate || more.is_predicate;
    known.broader = known.broader.empty() ? more.broader : known.broader;
    known.attributes.insert(more.attributes.begin(), more.attributes.end());
    if (of.lexicon_class.name == "agency") {
      for (const auto& [entry, value] : of.lexicon_class.entries) {
        concepts.agencies.insert(value.empty() ? entry : value);
      }
    }
  }
}

// What a language adds to the layout by the way: its months, and in which order it writes dates.
void add_dates(Layout& layout, const std::string& language, const PackSource& source) {
  for (const ClassSource& of : source.classes) {
    for (const auto& [month, number] : of.lexicon_class.entries) {
      int value = 0;
      std::from_chars(number.data(), number.data() + number.size(), value);
      if (of.lexicon_class.name == "month_any" && value > 0) {
        layout.months.emplace_back(folded(month), value);
      }
    }
  }
  if (source.forms.day_first) {
    layout.day_first.push_back(language);
  }
}

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw Error(fmt::format("{}: cannot read this file of the rule pack", path.string()));
  }
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

std::optional<std::string> RulePack::language_name_of(const Document& document) const {
  if (languages.contains(document.language)) {
    return document.language;
  }
  if (auto named = language_named(document.language, marks)) {
    return named;
  }
  const std::size_t begin = document.skipped.empty() ? 0 : document.skipped.back().end;
  return language_told(std::string_view(document.text).substr(begin), marks, usual_language);
}

const Language& RulePack::language_of(const Document& document) const {
  const auto own = language_name_of(document);
  return *languages.find(own.value_or(usual_language))->second;
}

std::string PackFile::shown() const {
  return directory.empty() ? name : (fs::path(directory) / name).generic_string();
}

std::unique_ptr<RulePack> load_pack(const std::vector<PackFile>& files,
                                    std::span<const DisabledRule> disabled) {
  auto pack = std::make_unique<RulePack>();
  pack->sha256 = sha256_of(files, disabled);
  Stacked stacked = stacked_sources(files, disabled, pack->diagnostics);
  for (Unit& unit : stacked.units) {
    std::string code = unit.code;
    pack->units.insert_or_assign(std::move(code), std::move(unit));
  }
  for (auto& [name, source] : stacked.languages) {
    merge_concepts(pack->concepts, source.classes);
    add_dates(stacked.layout, name, source);
    pack->marks[name] = std::move(source.marks);
    pack->languages.emplace(name, compiled_language(name, std::move(source), pack->diagnostics));
  }
  sort_layout(stacked.layout);
  pack->layout = std::move(stacked.layout);
  add_source_lines(files, pack->diagnostics);
  pack->layers = std::move(stacked.layers);
  if (pack->layers.empty() || pack->layers.front().name.empty() || pack->languages.empty()) {
    throw Error(
        "the rule pack is not usable: it needs a pack.toml with a name and a folder for "
        "at least one language; TALLY_RULES may name another one");
  }
  pack->usual_language = pack->languages.contains(stacked.usual_language)
                             ? stacked.usual_language
                             : pack->languages.begin()->first;
  pack->name = pack->layers.front().name;
  pack->version = pack->layers.front().version;
  return pack;
}

std::vector<PackFile> pack_files_in(const fs::path& directory) {
  std::error_code fault;
  if (!fs::is_directory(directory, fault)) {
    throw Error(fmt::format("{}: this is no directory with a rule pack", directory.string()));
  }
  std::vector<PackFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(directory)) {
    if (entry.is_regular_file() && entry.path().extension() == ".toml") {
      files.push_back({.name = entry.path().lexically_relative(directory).generic_string(),
                       .content = content_of(entry.path()),
                       .directory = directory.generic_string()});
    }
  }
  std::sort(files.begin(), files.end(), [](const PackFile& a, const PackFile& b) {
    return a.name < b.name;
  });
  return files;
}

BasePack base_pack(std::string_view environment, const fs::path& binary) {
  if (!environment.empty()) {
    return {std::string(environment), "TALLY_RULES"};
  }
  std::error_code ignored;
  const fs::path beside = binary.parent_path();
  for (const auto* place : {"rules", "../share/tally/rules"}) {
    if (!binary.empty() && fs::is_regular_file(beside / place / "pack.toml", ignored)) {
      return {(beside / place).lexically_normal().string(), "beside the program"};
    }
  }
  return {{}, "in the program"};
}

std::vector<PackFile> find_pack(std::span<const std::string> given,
                                std::string_view environment,
                                const fs::path& binary) {
  const BasePack base = base_pack(environment, binary);
  std::vector<PackFile> files;
  if (base.directory.empty()) {
    const auto built_in = built_in_pack_files();
    files.assign(built_in.begin(), built_in.end());
  } else {
    files = pack_files_in(base.directory);
  }
  std::size_t layer = 0;
  for (const std::string& directory : given) {
    ++layer;
    for (PackFile& file : pack_files_in(directory)) {
      file.layer = layer;
      files.push_back(std::move(file));
    }
  }
  return files;
}

}  // namespace tally

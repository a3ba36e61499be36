// SPDX-License-Identifier: Apache-2.0
#include "rules/pack.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

#include "base/digest.h"
#include "rules/compile.h"
#include "rules/pack_file.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

std::string sha256_of(const std::vector<PackFile>& files) {
  std::string bytes;
  for (const PackFile& file : files) {
    bytes += fmt::format("{} {}\n", file.name, file.content.size());
    bytes += file.content;
  }
  return tally::sha256_of(bytes);
}

std::string language_name_of(const std::string& file) {
  const std::size_t slash = file.find('/');
  return slash == std::string::npos ? std::string{} : file.substr(0, slash);
}

template <typename Item>
void append(std::vector<Item>& to, std::vector<Item>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void merge(PackSource& into, PackSource& from) {
  append(into.units, from.units);
  append(into.classes, from.classes);
  append(into.fragments, from.fragments);
  append(into.values, from.values);
  append(into.rules, from.rules);
  append(into.forms.shapes, from.forms.shapes);
  append(into.forms.suffix_clitics, from.forms.suffix_clitics);
  append(into.forms.prefix_clitics, from.forms.prefix_clitics);
  append(into.forms.singular_endings, from.forms.singular_endings);
  into.inflections.merge(from.inflections);
}

// Rules of one id: of two files of one pack the second is a fault, of a later pack it replaces.
template <typename Source>
void settle_ids(std::vector<Source>& sources,
                const std::map<std::string, std::size_t>& layer_of,
                std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, std::size_t> last;
  std::vector<bool> dropped(sources.size(), false);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const RuleSource& rule = sources[i].source;
    const auto [at, is_new] = last.emplace(rule.id, i);
    if (is_new) {
      continue;
    }
    const RuleSource& before = sources[at->second].source;
    if (layer_of.at(before.file) == layer_of.at(rule.file)) {
      diagnostics.push_back(
          {.file = rule.file,
           .line = rule.line,
           .column = 1,
           .code = "duplicate-id",
           .message =
               fmt::format("'{}' is already defined in {}:{}", rule.id, before.file, before.line)});
      dropped[i] = true;
    } else {
      dropped[at->second] = true;
      at->second = i;
    }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (!dropped[i]) {
      if (kept != i) {
        sources[kept] = std::move(sources[i]);
      }
      ++kept;
    }
  }
  sources.erase(sources.begin() + static_cast<std::ptrdiff_t>(kept), sources.end());
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

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw Error(fmt::format("{}: cannot read this file of the rule pack", path.string()));
  }
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

const Language& RulePack::language_of(const Document& document) const {
  const auto own = languages.find(document.language);
  if (own != languages.end()) {
    return *own->second;
  }
  const auto english = languages.find("en");
  return english != languages.end() ? *english->second : *languages.begin()->second;
}

std::unique_ptr<RulePack> load_pack(const std::vector<PackFile>& files) {
  auto pack = std::make_unique<RulePack>();
  pack->sha256 = sha256_of(files);
  std::map<std::string, PackSource> sources;  // by language; "" for what has none
  std::map<std::string, std::size_t> layer_of;
  for (const PackFile& file : files) {
    layer_of[file.name] = file.layer;
    PackSource source = pack_source_of(file.name, file.content, pack->diagnostics);
    if (pack->name.empty() && !source.name.empty()) {
      pack->name = source.name;
      pack->version = source.version;
    }
    merge(sources[language_name_of(file.name)], source);
  }
  for (Unit& unit : sources[""].units) {
    std::string code = unit.code;
    pack->units.insert_or_assign(std::move(code), std::move(unit));
  }
  sources.erase("");
  for (auto& [name, source] : sources) {
    settle_ids(source.values, layer_of, pack->diagnostics);
    settle_ids(source.rules, layer_of, pack->diagnostics);
    merge_concepts(pack->concepts, source.classes);
    pack->languages.emplace(name, compiled_language(name, std::move(source), pack->diagnostics));
  }
  if (pack->name.empty() || pack->languages.empty()) {
    throw Error(
        "the rule pack is not usable: it needs a pack.toml with a name and a folder for "
        "at least one language; give one with --rules DIR");
  }
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
                       .content = content_of(entry.path())});
    }
  }
  std::sort(files.begin(), files.end(), [](const PackFile& a, const PackFile& b) {
    return a.name < b.name;
  });
  return files;
}

std::vector<PackFile> find_pack(std::span<const std::string> given,
                                std::string_view environment,
                                const fs::path& binary) {
  std::vector<PackFile> files;
  const fs::path beside = binary.parent_path();
  std::error_code ignored;
  if (!environment.empty()) {
    files = pack_files_in(environment);
  } else if (!binary.empty() && fs::is_regular_file(beside / "rules" / "pack.toml", ignored)) {
    files = pack_files_in(beside / "rules");
  } else if (!binary.empty() &&
             fs::is_regular_file(beside / "../share/tally/rules/pack.toml", ignored)) {
    files = pack_files_in(beside / "../share/tally/rules");
  } else {
    const auto built_in = built_in_pack_files();
    files.assign(built_in.begin(), built_in.end());
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

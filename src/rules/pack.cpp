// SPDX-License-Identifier: Apache-2.0
#include "rules/pack.h"

#include <fmt/format.h>
#include <sha256.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

#include "rules/compile.h"
#include "rules/pack_file.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

std::string sha256_of(const std::vector<PackFile>& files) {
  SHA2_CTX context{};
  SHA256Init(&context);
  const auto add = [&](const std::string& bytes) {
    SHA256Update(&context, reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
  };
  for (const PackFile& file : files) {
    add(fmt::format("{} {}\n", file.name, file.content.size()));
    add(file.content);
  }
  std::array<char, SHA256_DIGEST_STRING_LENGTH> text{};
  return SHA256End(&context, text.data());
}

std::string folder_of(const std::string& file) {
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
  into.marks.names.merge(from.marks.names);
  into.marks.function_words.merge(from.marks.function_words);
  into.forms.day_first = into.forms.day_first || from.forms.day_first;
  into.forms.noun_first = into.forms.noun_first || from.forms.noun_first;
  if (from.forms.decimal_mark != Forms{}.decimal_mark) {
    into.forms.decimal_mark = from.forms.decimal_mark;
  }
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

// The pack outlives its languages, so that they may add to its diagnostics.
void add_language(RulePack& pack, const std::string& name, PackSource source) {
  const auto shared = std::make_shared<PackSource>(std::move(source));
  pack.languages.try_emplace(name, [&pack, name, shared] {
    return compiled_language(name, std::move(*shared), pack.diagnostics);
  });
}

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw Error(fmt::format("{}: cannot read this file of the rule pack", path.string()));
  }
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

const Language& LazyLanguage::operator*() const {
  std::call_once(once_, [this] {
    language_ = make_();
    make_ = nullptr;
  });
  return *language_;
}

std::optional<std::string> RulePack::language_name_of(const Document& document) const {
  if (auto named = language_named(document.language, marks)) {
    return named;
  }
  const std::size_t begin = document.skipped.empty() ? 0 : document.skipped.back().end;
  return language_told(
      std::string_view(document.text).substr(begin), marks, usual_language);
}

const Language& RulePack::language_of(const Document& document) const {
  const auto own = language_name_of(document);
  return *languages.find(own.value_or(usual_language))->second;
}

std::unique_ptr<RulePack> load_pack(const std::vector<PackFile>& files, Compile when) {
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
      pack->usual_language = source.language;
    }
    merge(sources[folder_of(file.name)], source);
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
    pack->marks[name] = std::move(source.marks);
    add_language(*pack, name, std::move(source));
  }
  if (pack->name.empty() || pack->languages.empty()) {
    throw Error(
        "the rule pack is not usable: it needs a pack.toml with a name and a folder for "
        "at least one language; give one with --rules DIR");
  }
  if (!pack->languages.contains(pack->usual_language)) {
    pack->usual_language = pack->languages.begin()->first;
  }
  if (when == Compile::all) {
    for (const auto& [unused, language] : pack->languages) {
      static_cast<void>(*language);
    }
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

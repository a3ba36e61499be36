// SPDX-License-Identifier: Apache-2.0
#include "rules/stack.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "rules/class_cycle.h"
#include "rules/layout_file.h"
#include "rules/merge.h"

namespace tally {
namespace {

template <typename Source>
void note_layer(std::vector<Source>& sources, std::size_t layer) {
  for (Source& one : sources) {
    one.source.layer = layer;
  }
}

void note_layer(PackSource& source, std::size_t layer) {
  note_layer(source.values, layer);
  note_layer(source.rules, layer);
  for (ClassSource& of : source.classes) {
    of.layer = layer;
  }
  for (FragmentSource& fragment : source.fragments) {
    fragment.layer = layer;
  }
}

template <typename Item>
void erase_marked(std::vector<Item>& items, const std::vector<bool>& marked) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!marked[i]) {
      if (kept != i) {
        items[kept] = std::move(items[i]);
      }
      ++kept;
    }
  }
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(kept), items.end());
}

// Classes: one that extends adds to the one below, another of a later pack replaces it. Two of one
// pack stay, for the compiler to report.
void settle_classes(std::vector<ClassSource>& classes, std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, std::size_t> last;
  std::vector<bool> dropped(classes.size(), false);
  for (std::size_t i = 0; i < classes.size(); ++i) {
    ClassSource& of = classes[i];
    const auto [at, is_new] = last.emplace(of.lexicon_class.name, i);
    if (is_new && of.extends) {
      diagnostics.push_back(fault_at(
          of.place,
          "unknown-class",
          fmt::format("'{}' extends a class that no pack below has", of.lexicon_class.name)));
    } else if (!is_new && of.extends) {
      extend_class(classes[at->second], of);
      dropped[i] = true;
    } else if (!is_new && classes[at->second].layer < of.layer) {
      dropped[at->second] = true;
      at->second = i;
    }
  }
  erase_marked(classes, dropped);
}

void settle_fragments(std::vector<FragmentSource>& fragments) {
  std::map<std::string, std::size_t> last;
  std::vector<bool> dropped(fragments.size(), false);
  for (std::size_t i = 0; i < fragments.size(); ++i) {
    const auto [at, is_new] = last.emplace(fragments[i].name, i);
    if (!is_new && fragments[at->second].layer < fragments[i].layer) {
      dropped[at->second] = true;
      at->second = i;
    }
  }
  erase_marked(fragments, dropped);
}

// Settles the ids of the rules of one language, and which of them are disabled.
class Settler {
 public:
  Settler(std::span<const DisabledRule> disabled,
          std::vector<bool>& used,
          std::vector<Dropped>& dropped,
          std::vector<Diagnostic>& diagnostics)
      : disabled_(disabled), used_(used), dropped_(dropped), diagnostics_(diagnostics) {}

  template <typename Source>
  void settle(std::vector<Source>& sources, bool is_value) {
    std::map<std::string, std::size_t> last;
    std::vector<bool> marked(sources.size(), false);
    const auto drop = [&](std::size_t i, Dropped::Why why) {
      marked[i] = true;
      dropped_.push_back({why, std::move(sources[i].source), is_value});
    };
    for (std::size_t i = 0; i < sources.size(); ++i) {
      const RuleSource& rule = sources[i].source;
      const auto [at, is_new] = last.emplace(rule.id, i);
      if (is_new) {
        continue;
      }
      const RuleSource& before = sources[at->second].source;
      if (before.layer == rule.layer) {
        report_twice(rule, before);
        marked[i] = true;
      } else {
        drop(at->second, Dropped::Why::replaced);
        at->second = i;
      }
    }
    for (std::size_t i = 0; i < sources.size(); ++i) {
      if (!marked[i] && is_disabled(sources[i].source.id)) {
        drop(i, Dropped::Why::disabled);
      }
    }
    erase_marked(sources, marked);
  }

 private:
  void report_twice(const RuleSource& rule, const RuleSource& before) {
    diagnostics_.push_back(fault_at(
        {.file = rule.file, .line = rule.line, .column = 1},
        "duplicate-id",
        fmt::format("'{}' is already defined in {}:{}", rule.id, before.file, before.line)));
  }

  bool is_disabled(const std::string& id) {
    bool found = false;
    for (std::size_t i = 0; i < disabled_.size(); ++i) {
      if (disabled_[i].id == id) {
        used_[i] = true;
        found = true;
      }
    }
    return found;
  }

  std::span<const DisabledRule> disabled_;
  std::vector<bool>& used_;
  std::vector<Dropped>& dropped_;
  std::vector<Diagnostic>& diagnostics_;
};

std::string folder_of(const std::string& file) {
  const std::size_t slash = file.find('/');
  return slash == std::string::npos ? std::string{} : file.substr(0, slash);
}

bool speaks_a_language(const PackSource& source) {
  return !source.rules.empty() || !source.values.empty() || !source.classes.empty() ||
         !source.fragments.empty();
}

// The language of a file that is in no language's folder: what its first rule's id begins with.
std::string language_of_ids(const PackSource& source) {
  const std::string id = !source.rules.empty()    ? source.rules.front().source.id
                         : !source.values.empty() ? source.values.front().source.id
                                                  : std::string{};
  const std::size_t dot = id.find('.');
  return dot == std::string::npos ? std::string{} : id.substr(0, dot);
}

std::string language_of(const PackFile& file,
                        const PackSource& source,
                        const std::map<std::string, PackSource>& known,
                        std::vector<Diagnostic>& diagnostics) {
  std::string language = folder_of(file.name);
  if (!known.contains(language) && speaks_a_language(source)) {
    const std::string of_ids = language_of_ids(source);
    language = language.empty() || known.contains(of_ids) ? of_ids : language;
    if (language.empty()) {
      diagnostics.push_back(
          fault_at({.file = file.shown()},
                   "no-language",
                   "words and rules belong to a language: move the file to a folder such as en/"));
    }
  }
  return language;
}

void note_pack(PackLayer& layer, const PackFile& file, const PackSource& source) {
  layer.directory = file.directory;
  if (file.name == "pack.toml") {
    layer.name = source.name;
    layer.version = source.version;
  }
}

// A pack without a name goes by that of its directory.
void name_layers(std::vector<PackLayer>& layers) {
  for (PackLayer& layer : layers) {
    if (layer.name.empty() && &layer != &layers.front()) {
      const std::filesystem::path directory(layer.directory);
      layer.name =
          (directory.has_filename() ? directory : directory.parent_path()).filename().string();
    }
  }
}

}  // namespace

void add_source_lines(const std::vector<PackFile>& files, std::vector<Diagnostic>& diagnostics) {
  for (Diagnostic& fault : diagnostics) {
    if (!fault.source_line.empty() || fault.line == 0) {
      continue;
    }
    for (const PackFile& file : files) {
      if (file.shown() == fault.file) {
        fault.source_line = nth_line(file.content, fault.line);
      }
    }
  }
}

bool is_template(const PackFile& file) {
  return file.name.substr(file.name.rfind('/') + 1) == "template.toml";
}

Stacked stacked_sources(const std::vector<PackFile>& files,
                        std::span<const DisabledRule> disabled,
                        std::vector<Diagnostic>& diagnostics) {
  Stacked out;
  for (const PackFile& file : files) {
    if (is_template(file)) {
      continue;
    }
    PackSource source = pack_source_of(file.shown(), file.content, diagnostics);
    out.layers.resize(std::max(out.layers.size(), file.layer + 1));
    note_pack(out.layers[file.layer], file, source);
    out.usual_language = source.language.empty() ? out.usual_language : source.language;
    note_layer(source, file.layer);
    add_layout(out.layout, source.layout);
    std::move(source.units.begin(), source.units.end(), std::back_inserter(out.units));
    const std::string language = language_of(file, source, out.languages, diagnostics);
    if (!language.empty()) {
      merge(out.languages[language], source, file.layer);
    }
  }
  name_layers(out.layers);
  std::vector<bool> used(disabled.size(), false);
  Settler settler(disabled, used, out.dropped, diagnostics);
  for (auto& [name, source] : out.languages) {
    settle_classes(source.classes, diagnostics);
    break_class_cycles(source.classes, diagnostics);
    settle_fragments(source.fragments);
    settler.settle(source.values, true);
    settler.settle(source.rules, false);
  }
  for (std::size_t i = 0; i < disabled.size(); ++i) {
    if (!used[i]) {
      diagnostics.push_back(fault_at(disabled[i].place,
                                     "unknown-rule",
                                     fmt::format("there is no rule '{}' to disable; see tally "
                                                 "rules list",
                                                 disabled[i].id)));
      diagnostics.back().source_line = disabled[i].source_line;
    }
  }
  return out;
}

}  // namespace tally

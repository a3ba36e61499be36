// SPDX-License-Identifier: Apache-2.0
#include "cli/session.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/progress.h"
#include "extract/segment.h"
#include "model/place.h"
#include "report/quote.h"
#include "rules/built_in.h"

namespace tally::cli {
namespace {

constexpr std::size_t k_faults_shown = 20;

// "en, fr"
std::string known_to(const RulePack& pack) {
  std::string names;
  for (const auto& [language, unused] : pack.languages) {
    names += fmt::format("{}{}", names.empty() ? "" : ", ", language);
  }
  return names;
}

// The pack, its faults shown and --language found in it.
std::unique_ptr<RulePack> checked(Session& session, std::unique_ptr<RulePack> pack) {
  complain(session, pack->diagnostics);
  const std::string& language = session.options.language;
  if (!language.empty() && !language_named(language, pack->marks)) {
    throw Error(fmt::format(
        "--language {}: the rules have no such language; they have {}", language, known_to(*pack)));
  }
  return pack;
}

// A name that is equal for two ways to write one path.
std::string same_name(const std::string& path) {
  std::error_code fault;
  const auto whole = std::filesystem::weakly_canonical(path, fault);
  return fault ? path : whole.string();
}

Faults read_input(Session& session,
                  const std::string& path,
                  const Layout& layout,
                  const DocumentSink& sink,
                  const ByteMeter& meter) {
  const auto type = session.options.input_type;
  return path == "-" ? read_stream(session.streams.in, path, {layout, type}, sink, meter)
                     : read_file(path, {layout, type}, sink, meter);
}

// The inputs with directories opened, each once; what is given twice or holds nothing is named.
std::vector<std::string> files_given(Session& session) {
  std::vector<std::string> files;
  std::set<std::string> seen;
  std::set<std::string> named;  // not found in a directory
  for (const std::string& path : session.options.inputs) {
    const std::vector<std::string> found =
        path == "-" ? std::vector<std::string>{path} : files_of(path);
    if (found.empty()) {
      complain(session,
               fmt::format("{}: no articles in this directory; .html, .md, .txt, .jsonl and .warc "
                           "files are read, also as .gz",
                           path));
    }
    for (const std::string& file : found) {
      const std::string name = same_name(file);
      if (seen.insert(name).second) {
        files.push_back(file);
      } else if (named.contains(name) && file == path) {
        complain(session, fmt::format("{}: given twice; it is read once", file));
      }
    }
    named.insert(same_name(path));
  }
  return files;
}

std::size_t bytes_in(const std::vector<std::string>& files) {
  std::size_t total = 0;
  for (const std::string& file : files) {
    std::error_code unknown;
    const auto size = std::filesystem::file_size(file, unknown);
    total += unknown ? 0 : size;
  }
  return total;
}

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void warn_of_long_sentence(const Session& session, const RulePack& pack, const Document& document) {
  if (const auto at = long_sentence_in(document, pack.language_of(document))) {
    warn(
        session,
        fmt::format("{}: warning: a sentence of more than {} bytes is cut into parts; what belongs "
                    "together may be read apart",
                    place_of(document, Places(document.text), *at),
                    k_most_sentence_bytes));
  }
}

}  // namespace

std::unique_ptr<Progress> progress_of(const Session& session, std::size_t total_bytes) {
  return session.environment.progress
             ? std::make_unique<Progress>(session.streams.err, total_bytes, seconds_now)
             : nullptr;
}

std::string fault_text(const Diagnostic& fault) {
  std::string out = fmt::format(
      "{}:{}:{}: {} [{}]", fault.file, fault.line, fault.column, fault.message, fault.code);
  out = visible(out);
  if (!fault.source_line.empty()) {
    const std::string caret(fault.column > 0 ? fault.column - 1 : 0, ' ');
    out += fmt::format("\n    {}\n    {}^", visible(fault.source_line), caret);
  }
  return out;
}

void warn(const Session& session, std::string_view message) {
  session.streams.err << "tally: ";
  for (std::size_t at = 0; at <= message.size();) {
    const std::size_t end = std::min(message.find('\n', at), message.size());
    session.streams.err << visible(message.substr(at, end - at)) << '\n';
    at = end + 1;
  }
}

void complain(Session& session, std::string_view message) {
  warn(session, message);
  session.failed = true;
}

Style style_of(const Session& session) { return {.colour = session.environment.colour}; }

std::vector<PackFile> pack_files_of(const Session& session) {
  std::vector<std::string> directories;
  for (const Setting& extend : session.settings.extend) {
    directories.push_back(extend.value);
  }
  directories.insert(directories.end(), session.options.rules.begin(), session.options.rules.end());
  return find_pack(directories, session.environment.tally_rules, session.environment.binary);
}

std::unique_ptr<RulePack> pack_of(Session& session) {
  return checked(session, load_pack(pack_files_of(session), session.settings.disabled));
}

std::unique_ptr<RulePack> ready_pack_of(Session& session) {
  return checked(session, ready_pack(pack_files_of(session), session.settings.disabled));
}

void complain(Session& session, const std::vector<Diagnostic>& faults) {
  for (std::size_t i = 0; i < std::min(faults.size(), k_faults_shown); ++i) {
    session.streams.err << fmt::format("tally: {}\n", fault_text(faults[i]));
  }
  if (faults.size() > k_faults_shown) {
    warn(session, fmt::format("and {} more faults", faults.size() - k_faults_shown));
  }
  session.failed = session.failed || !faults.empty();
}

Program program_of(const RulePack& pack) {
  return {.version = version(),
          .rules_name = pack.name,
          .rules_version = pack.version,
          .rules_sha256 = pack.sha256};
}

void apply_options(const Options& options, Document& document) {
  if (options.published) {
    document.published = options.published;
    document.published_time.clear();
    document.published_from = PublishedFrom::flag;
  }
  if (!options.language.empty()) {
    document.language = options.language;
  }
}

bool set_language(Session& session, const RulePack& pack, Document& document) {
  auto name = pack.language_name_of(document);
  if (!name) {
    complain(session,
             fmt::format("{}: the article is in no language that the rules read ({}) and is left "
                         "out; if that is wrong, name its language with --language",
                         document.path,
                         known_to(pack)));
    return false;
  }
  if (!document.language.empty() && !language_named(document.language, pack.marks)) {
    warn(
        session,
        fmt::format("{}: warning: there are no rules for its language '{}'; its words read as '{}'",
                    document.path,
                    document.language,
                    *name));
  }
  document.language = std::move(*name);
  return true;
}

void read_inputs(Session& session, const RulePack& pack, const DocumentSink& sink) {
  read_inputs(session, pack.layout, [&](Document document) {
    if (set_language(session, pack, document)) {
      warn_of_long_sentence(session, pack, document);
      sink(std::move(document));
    }
  });
}

void read_inputs(Session& session, const Layout& layout, const DocumentSink& sink) {
  const std::vector<std::string> files = files_given(session);
  const std::unique_ptr<Progress> progress = progress_of(session, bytes_in(files));
  const auto take = [&](Document document) {
    apply_options(session.options, document);
    if (progress) {
      progress->add_document();
      progress->clear();
    }
    for (const std::string& warning : document.warnings) {
      warn(session, fmt::format("{}: warning: {}", document.path, warning));
    }
    sink(std::move(document));
  };
  const ByteMeter meter =
      progress ? [&](std::size_t bytes) { progress->add_bytes(bytes); } : ByteMeter();
  for (const std::string& file : files) {
    const Faults faults = read_input(session, file, layout, take, meter);
    if (progress) {
      progress->clear();
    }
    for (const std::string& fault : faults) {
      complain(session, fault);
    }
  }
}

std::vector<Document> documents_of(Session& session, const RulePack& pack) {
  std::vector<Document> documents;
  std::set<std::pair<std::string, std::string>> seen;
  read_inputs(session, pack, [&](Document document) {
    if (seen.emplace(document.file, document.id).second) {
      documents.push_back(std::move(document));
      return;
    }
    complain(
        session,
        fmt::format(
            "{}: the id \"{}\" stands twice; the second is left out", document.file, document.id));
  });
  return documents;
}

}  // namespace tally::cli

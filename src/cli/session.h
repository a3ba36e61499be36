// SPDX-License-Identifier: Apache-2.0
// What every command needs: options, streams, the rule pack, the documents read.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "cli/run.h"
#include "model/document.h"
#include "model/finding.h"
#include "model/layout.h"
#include "model/review.h"
#include "report/program.h"
#include "report/style.h"
#include "rules/pack.h"
#include "rules/settings.h"

namespace tally::cli {

class Progress;

// One run of one command. `failed` is set by whatever went wrong without ending the run: an input
// that could not be read, a rule that could not be used.
struct Session {
  const Options& options;
  const Streams& streams;
  const Environment& environment;
  Settings settings = {};  // of .tally.toml
  bool failed = false;
};

// A fault as "file:line:column: message [code]" with the line it stands in and a caret below.
std::string fault_text(const Diagnostic& fault);

// Writes "tally: MESSAGE" to the error stream, safe for a terminal; `complain` marks the run
// failed.
void warn(const Session& session, std::string_view message);
void complain(Session& session, std::string_view message);

// Shows faults of a file that the user wrote, with line and caret, and marks the run failed.
void complain(Session& session, const std::vector<Diagnostic>& faults);

// How text is to look on the output stream.
Style style_of(const Session& session);

// The files of the packs of this run: the base pack, those that .tally.toml extends it by, those of
// --rules.
std::vector<PackFile> pack_files_of(const Session& session);

// The rule pack of this run. Faults of single rules are shown with line and caret and mark the run
// failed; the pack works without those rules. Throws Error when there is no usable pack.
std::unique_ptr<RulePack> pack_of(Session& session);
// The same for commands that ask for no examples: the built-in pack is there at once (see
// rules/built_in.h).
std::unique_ptr<RulePack> ready_pack_of(Session& session);

// The program and pack, for the head of a report.
Program program_of(const RulePack& pack);

// Applies --published and --language.
void apply_options(const Options& options, Document& document);

// Names the language of the document by its name in the pack. False, with a complaint, for a
// document in a language that the pack does not have.
bool set_language(Session& session, const RulePack& pack, Document& document);

// A line that says how far the work on so many bytes is, where people look at the error stream;
// else none.
std::unique_ptr<Progress> progress_of(const Session& session, std::size_t total_bytes);

// Reads every input and hands over its documents one at a time, with the options applied and their
// warnings shown. Inputs that cannot be read are named and mark the run failed.
void read_inputs(Session& session, const Layout& layout, const DocumentSink& sink);
// The same for documents whose figures are wanted: with their language set, and without those in a
// language that has no rules, which are named and mark the run failed.
void read_inputs(Session& session, const RulePack& pack, const DocumentSink& sink);

// The same, all at once. A path or id that stands twice is named, left out the second time, and
// marks the run failed.
std::vector<Document> documents_of(Session& session, const RulePack& pack);

}  // namespace tally::cli

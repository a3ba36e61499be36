// SPDX-License-Identifier: Apache-2.0
// `tally generate`: the manual page and the completions of shells, for packages.
#include "cli/command_tree.h"
#include "cli/commands.h"
#include "cli/manual.h"

namespace tally::cli {

int generate(Session& session) {
  const CommandSpec program = command_tree();
  const std::string& what = session.options.subject;
  if (what == "man") {
    session.streams.out << manual_page(program, version());
  } else if (what == "completion-bash") {
    session.streams.out << bash_completion(program);
  } else if (what == "completion-zsh") {
    session.streams.out << zsh_completion(program);
  } else {
    session.streams.out << fish_completion(program);
  }
  return 0;
}

}  // namespace tally::cli

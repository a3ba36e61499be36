// SPDX-License-Identifier: Apache-2.0
// Completions of the shells.
#include <fmt/format.h>

#include "cli/manual.h"

namespace tally::cli {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  return fmt::format("{}", fmt::join(words, between));
}

std::vector<std::string> names_of(const std::vector<CommandSpec>& commands) {
  std::vector<std::string> names;
  for (const CommandSpec& command : commands) {
    names.push_back(command.name);
  }
  return names;
}

std::vector<std::string> long_options(const CommandSpec& command) {
  std::vector<std::string> names;
  for (const OptionSpec& option : command.options) {
    names.push_back(option.names.back());
  }
  return names;
}

// The words that may stand where no option does.
std::vector<std::string> words_of(const CommandSpec& command) {
  std::vector<std::string> words = names_of(command.commands);
  for (const ArgumentSpec& argument : command.arguments) {
    words.insert(words.end(), argument.choices.begin(), argument.choices.end());
  }
  return words;
}

// `text` between single quotes of a shell.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return out + "'";
}

// The first sentence or line of a description, for the side of a menu.
std::string short_text(const std::string& text) {
  return text.substr(0, std::min(text.find('\n'), text.find("; ")));
}

// --- bash

std::string bash_values(const CommandSpec& command) {
  std::string out;
  for (const OptionSpec& option : command.options) {
    if (option.value.empty()) {
      continue;
    }
    std::vector<std::string> patterns;
    for (const std::string& name : option.names) {
      patterns.push_back(quoted(fmt::format("{} {}", command.path, name)));
    }
    const std::string reply = option.choices.empty()
                                  ? std::string()
                                  : fmt::format(" COMPREPLY=($(compgen -W '{}' -- \"$cur\"));",
                                                joined(option.choices, " "));
    out += fmt::format("    {}){} return ;;\n", joined(patterns, "|"), reply);
  }
  return out;
}

// --- zsh

// A description inside [...] of a specification of _arguments.
std::string zsh_text(const std::string& text) {
  std::string out;
  for (const char c : short_text(text)) {
    out += std::string_view("[]:\\").find(c) == std::string_view::npos ? std::string(1, c)
                                                                       : fmt::format("\\{}", c);
  }
  return out;
}

std::string zsh_option(const OptionSpec& option) {
  const std::string value =
      option.value.empty()     ? ""
      : option.choices.empty() ? fmt::format(":{}:_files", option.value)
                               : fmt::format(":{}:({})", option.value, joined(option.choices, " "));
  std::string out;
  for (const std::string& name : option.names) {
    out += fmt::format(" \\\n        {}",
                       quoted(fmt::format("*{}[{}]{}", name, zsh_text(option.about), value)));
  }
  return out;
}

std::string zsh_case(const CommandSpec& command) {
  std::string out = fmt::format("    {})\n      _arguments", quoted(command.path));
  for (const OptionSpec& option : command.options) {
    out += zsh_option(option);
  }
  const std::vector<std::string> words = words_of(command);
  const std::string rest = words.empty() ? "_files" : fmt::format("({})", joined(words, " "));
  return out + fmt::format(" \\\n        {} ;;\n", quoted(fmt::format("*:: :{}", rest)));
}

// --- fish

std::string fish_condition(const CommandSpec& command) {
  std::string out;
  std::string_view path = command.path;
  path.remove_prefix(std::string_view("tally").size());
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find(' ', at + 1), path.size());
    const std::string_view word = path.substr(at + 1, end - at - 1);
    out += fmt::format("{}__fish_seen_subcommand_from {}", out.empty() ? "" : "; and ", word);
    at = end;
  }
  if (!command.commands.empty()) {
    out += fmt::format("{}not __fish_seen_subcommand_from {}",
                       out.empty() ? "" : "; and ",
                       joined(names_of(command.commands), " "));
  }
  return quoted(out);
}

std::string fish_line(const std::string& condition,
                      const std::string& rest,
                      const std::string& about) {
  return fmt::format(
      "complete -c tally -n {} {} -d {}\n", condition, rest, quoted(short_text(about)));
}

std::string fish_option(const OptionSpec& option) {
  std::string out;
  for (const std::string& name : option.names) {
    const bool is_long = name.starts_with("--");
    out += fmt::format(
        "{}{} {}", out.empty() ? "" : " ", is_long ? "-l" : "-s", name.substr(is_long ? 2 : 1));
  }
  if (!option.choices.empty()) {
    return fmt::format("{} -x -a {}", out, quoted(joined(option.choices, " ")));
  }
  return option.value.empty() ? out : out + " -r";
}

std::string fish_block(const CommandSpec& command) {
  const std::string condition = fish_condition(command);
  std::string out;
  for (const CommandSpec& sub : command.commands) {
    out += fish_line(condition, fmt::format("-f -a {}", sub.name), sub.about);
  }
  for (const ArgumentSpec& argument : command.arguments) {
    if (!argument.choices.empty()) {
      out += fish_line(condition,
                       fmt::format("-f -a {}", quoted(joined(argument.choices, " "))),
                       argument.about);
    }
  }
  for (const OptionSpec& option : command.options) {
    out += fish_line(condition, fish_option(option), option.about);
  }
  return out;
}

}  // namespace

std::string bash_completion(const CommandSpec& program) {
  std::string paths;
  std::string values;
  std::string words;
  for (const CommandSpec* command : all_commands(program)) {
    for (const CommandSpec& sub : command->commands) {
      paths += fmt::format("      {}) path={} ;;\n", quoted(sub.path), quoted(sub.path));
    }
    values += bash_values(*command);
    words += fmt::format("    {}) options='{}' words='{}' ;;\n",
                         quoted(command->path),
                         joined(long_options(*command), " "),
                         joined(words_of(*command), " "));
  }
  return fmt::format(R"(# bash completion of tally
_tally() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} path=tally options words i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$path ${{COMP_WORDS[i]}}" in
{}    esac
  done
  case "$path $prev" in
{}  esac
  case "$path" in
{}  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
  else
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  fi
}}
complete -o default -F _tally tally
)",
                     paths,
                     values,
                     words);
}

std::string zsh_completion(const CommandSpec& program) {
  std::string paths;
  std::string cases;
  for (const CommandSpec* command : all_commands(program)) {
    for (const CommandSpec& sub : command->commands) {
      paths += fmt::format("      {}) path_={} depth=$i ;;\n", quoted(sub.path), quoted(sub.path));
    }
    cases += zsh_case(*command);
  }
  return fmt::format(R"(#compdef tally
_tally() {{
  local path_=tally depth=1 i
  for ((i = 2; i < CURRENT; i++)); do
    case "$path_ $words[i]" in
{}    esac
  done
  words=("${{(@)words[depth,-1]}}")
  ((CURRENT -= depth - 1))
  case "$path_" in
{}  esac
}}
_tally "$@"
)",
                     paths,
                     cases);
}

std::string fish_completion(const CommandSpec& program) {
  std::string out = "# fish completion of tally\n";
  for (const CommandSpec* command : all_commands(program)) {
    out += fish_block(*command);
  }
  return out;
}

}  // namespace tally::cli

// SPDX-License-Identifier: Apache-2.0
#include "cli/manual.h"

#include <fmt/format.h>

namespace tally::cli {
namespace {

// Text as roff takes it: no escape, no request at the beginning of a line, plain hyphens.
std::string roff(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool begins_line = out.empty() || out.back() == '\n';
    if (begins_line && (c == '.' || c == '\'')) {
      out += "\\&";
    }
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string synopsis_of(const CommandSpec& command) {
  std::string out = fmt::format("\\fB{}\\fR", roff(command.path));
  out += command.options.empty() ? "" : " [OPTIONS]";
  for (const ArgumentSpec& argument : command.arguments) {
    const std::string name =
        fmt::format("\\fI{}\\fR{}", roff(argument.name), argument.many ? "..." : "");
    out += argument.required ? fmt::format(" {}", name) : fmt::format(" [{}]", name);
  }
  if (!command.commands.empty()) {
    out += command.arguments.empty() ? " COMMAND" : "";
  }
  return out;
}

std::string option_entry(const OptionSpec& option) {
  std::string names;
  for (const std::string& name : option.names) {
    names += fmt::format("{}\\fB{}\\fR", names.empty() ? "" : ", ", roff(name));
  }
  const std::string value = option.value.empty() ? "" : fmt::format(" \\fI{}\\fR", option.value);
  const std::string choices =
      option.choices.empty() ? "" : fmt::format(" ({})", fmt::join(option.choices, ", "));
  return fmt::format(".TP\n{}{}\n{}{}\n", names, value, roff(option.about), roff(choices));
}

std::string command_section(const CommandSpec& command) {
  std::string out = fmt::format(
      ".SS {}\n{}\n.PP\n{}.\n", roff(command.path), synopsis_of(command), roff(command.about));
  for (const ArgumentSpec& argument : command.arguments) {
    out += fmt::format(".TP\n\\fI{}\\fR\n{}\n", roff(argument.name), roff(argument.about));
  }
  for (const OptionSpec& option : command.options) {
    out += option_entry(option);
  }
  if (!command.footer.empty()) {
    out += fmt::format(".PP\n{}\n", roff(command.footer));
  }
  return out;
}

}  // namespace

std::string manual_page(const CommandSpec& program, const std::string& version) {
  std::string out = fmt::format(
      ".TH TALLY 1 \"\" \"tally {}\" \"User Commands\"\n"
      ".SH NAME\ntally \\- cross\\-verify the figures and dates of several articles\n"
      ".SH SYNOPSIS\n\\fBtally\\fR COMMAND [OPTIONS] ...\n"
      ".SH DESCRIPTION\n{}\n.SH OPTIONS\n",
      version,
      roff(program.about));
  for (const OptionSpec& option : program.options) {
    out += option_entry(option);
  }
  out += ".SH COMMANDS\n";
  for (const CommandSpec* command : all_commands(program)) {
    out += command == &program ? std::string() : command_section(*command);
  }
  return out + fmt::format(".SH NOTES\n.nf\n{}\n.fi\n", roff(program.footer));
}

}  // namespace tally::cli

// SPDX-License-Identifier: Apache-2.0
#include "report/html_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/digest.h"
#include "report/assets.h"
#include "report/quote.h"

namespace tally {
namespace {

std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

// The template with each {{name}} replaced by the part of that name, in one pass: what a part holds
// is not looked at again.
std::string filled(std::string_view text, const PageParts& parts) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t open = text.find("{{"); open != std::string_view::npos;
       open = text.find("{{", at)) {
    const std::size_t close = text.find("}}", open);
    const auto part = parts.find(text.substr(open + 2, close - open - 2));
    out += text.substr(at, open - at);
    out += part == parts.end() ? "" : part->second;
    at = close + 2;
  }
  return out.append(text.substr(at));
}

std::string policy_for(std::string_view style, std::string_view script) {
  return fmt::format(
      "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; "
      "form-action 'none'",
      base64_of(sha256_of(style)),
      base64_of(sha256_of(script)));
}

std::string footer_for(const Program& program) {
  const std::string pack = program.rules_name.empty()
                               ? ""
                               : fmt::format(" with the rules {} {}, SHA-256 {}",
                                             escaped_html(program.rules_name),
                                             escaped_html(program.rules_version),
                                             escaped_html(program.rules_sha256));
  return fmt::format("Made by tally {}{}.", escaped_html(program.version), pack);
}

}  // namespace

std::string escaped_html(std::string_view text) {
  std::string out;
  for (const char c : visible(text)) {
    const std::string_view entity = entity_of(c);
    out += entity.empty() ? std::string_view(&c, 1) : entity;
  }
  return out;
}

std::string html_page(PageParts parts, const Program& program) {
  const std::string_view style = asset("page.css");
  const std::string_view script = asset("page.js");
  parts["style"] = style;
  parts["script"] = script;
  parts["policy"] = policy_for(style, script);
  parts["version"] = escaped_html(program.version);
  parts["footer"] = footer_for(program);
  return filled(asset("page.html"), parts);
}

std::string verdict_button(std::string_view verdict, std::string_view label, std::size_t count) {
  return fmt::format(
      "<button type=\"button\" class=\"{0}\" data-verdict=\"{0}\" aria-pressed=\"true\"><b>{1}</b> "
      "{2}</button>\n",
      verdict,
      count,
      label);
}

std::string option(std::string_view value, std::string_view label) {
  return fmt::format("<option value=\"{}\">{}</option>", escaped_html(value), escaped_html(label));
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// What an input is, told by its name or its first bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tally {

// What stands in an input: one article as plain text, Markdown or a web page, a record on each
// line, or a web archive.
enum class InputType { text, markdown, html, records, warc };

// The end of a file's name that tells its type, in lower case: of "a.html.gz" it is ".html".
std::string extension_of(const std::string& path);

// The type that the end of a name tells; nothing where it tells none.
std::optional<InputType> type_by_name(const std::string& path);

// Is it a type whose bytes may look like text but are markup or another container?
bool is_refused(const std::string& path);

// The type that the first bytes tell: a web archive, a web page, a JSON object, else plain text.
InputType type_by_bytes(std::string_view head);

// Do these bytes begin as a web page does?
bool begins_as_page(std::string_view head);

}  // namespace tally

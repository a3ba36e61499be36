// SPDX-License-Identifier: Apache-2.0
#include "ingest/input_type.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "base/text.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_inspected_bytes = 8192;

constexpr auto k_types = std::to_array<std::pair<std::string_view, InputType>>({
    {".txt", InputType::text},
    {".text", InputType::text},
    {".md", InputType::markdown},
    {".markdown", InputType::markdown},
    {".html", InputType::html},
    {".htm", InputType::html},
    {".xhtml", InputType::html},
    {".shtml", InputType::html},
    {".jsonl", InputType::records},
    {".ndjson", InputType::records},
    {".warc", InputType::warc},
});

// Types whose bytes may look like text but are markup or another container.
constexpr auto k_refused = std::to_array<std::string_view>({".xml",
                                                            ".rtf",
                                                            ".json",
                                                            ".csv",
                                                            ".pdf",
                                                            ".doc",
                                                            ".docx",
                                                            ".odt",
                                                            ".epub",
                                                            ".mht",
                                                            ".mhtml",
                                                            ".zip",
                                                            ".tar",
                                                            ".tgz",
                                                            ".bz2",
                                                            ".xz",
                                                            ".zst"});

}  // namespace

std::string extension_of(const std::string& path) {
  fs::path name(path);
  if (folded(name.extension().string()) == ".gz") {
    name = name.stem();
  }
  return folded(name.extension().string());
}

std::optional<InputType> type_by_name(const std::string& path) {
  const std::string extension = extension_of(path);
  const auto row = std::find_if(
      k_types.begin(), k_types.end(), [&](const auto& one) { return one.first == extension; });
  return row == k_types.end() ? std::nullopt : std::optional<InputType>(row->second);
}

bool is_refused(const std::string& path) {
  return std::find(k_refused.begin(), k_refused.end(), extension_of(path)) != k_refused.end();
}

bool begins_as_page(std::string_view head) {
  std::string start = folded(trimmed(head).substr(0, k_inspected_bytes));
  if (start.starts_with("\xEF\xBB\xBF")) {
    start.erase(0, 3);
  }
  return start.starts_with("<!doctype html") || start.starts_with("<html") ||
         (start.starts_with("<?xml") && start.find("<html") != std::string::npos);
}

InputType type_by_bytes(std::string_view head) {
  if (head.starts_with("WARC/")) {
    return InputType::warc;
  }
  if (begins_as_page(head)) {
    return InputType::html;
  }
  const std::string_view start = trimmed(head);
  const bool is_object = start.starts_with("{\"") || start.starts_with("{ \"");
  return is_object ? InputType::records : InputType::text;
}

}  // namespace tally

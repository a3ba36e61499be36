// SPDX-License-Identifier: Apache-2.0
#include "ingest/read.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "ingest/jsonl.h"
#include "ingest/text.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_inspected_bytes = 8192;

// Types whose bytes may look like text but are markup or another container.
constexpr std::string_view k_not_plain[] = {".html",
                                            ".htm",
                                            ".xhtml",
                                            ".xml",
                                            ".rtf",
                                            ".json",
                                            ".csv",
                                            ".pdf",
                                            ".docx",
                                            ".odt",
                                            ".gz",
                                            ".zip"};

std::string extension_of(const std::string& path) {
  return folded(fs::path(path).extension().string());
}

InputType type_of(const std::string& path) {
  const std::string extension = extension_of(path);
  return extension == ".jsonl" || extension == ".ndjson" ? InputType::records : InputType::text;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1b';
}

// NUL or many control characters in the first bytes. UTF-16 is binary here, too.
bool looks_binary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, k_inspected_bytes);
  const auto controls = std::count_if(head.begin(), head.end(), is_control);
  return head.find('\0') != std::string_view::npos ||
         static_cast<std::size_t>(controls) * 20 > head.size();
}

Faults read_text(std::istream& in, const std::string& name, const DocumentSink& sink) {
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (looks_binary(bytes)) {
    return {fmt::format("{}: binary file; give plain text in UTF-8 or records in .jsonl", name)};
  }
  if (trimmed(bytes).empty()) {
    return {fmt::format("{}: empty file", name)};
  }
  sink(document_of_text(std::move(bytes), name));
  return {};
}

Faults read_records(std::istream& in, const std::string& name, const DocumentSink& sink) {
  Faults faults;
  std::string line;
  std::size_t number = 0;
  bool any = false;
  while (std::getline(in, line)) {
    ++number;
    if (trimmed(line).empty()) {
      continue;
    }
    any = true;
    const std::string place = fmt::format("{}:{}", name, number);
    auto outcome = document_of_record(std::move(line), name, place);
    if (const auto* fault = std::get_if<RecordFault>(&outcome)) {
      faults.push_back(fmt::format("{}: {}", place, fault->message));
    } else {
      sink(std::move(std::get<Document>(outcome)));
    }
  }
  return any ? faults : Faults{fmt::format("{}: empty file", name)};
}

// Why a path cannot be opened as an article; nothing when it can.
std::optional<std::string> refusal(const std::string& path, std::optional<InputType> type) {
  std::error_code fault;
  const fs::file_status status = fs::status(path, fault);
  if (!fs::exists(status)) {
    return fmt::format("{}: no such file", path);
  }
  if (fs::is_directory(status)) {
    return fmt::format("{}: a directory; name the files in it", path);
  }
  const std::string extension = extension_of(path);
  if (!type && std::find(std::begin(k_not_plain), std::end(k_not_plain), extension) !=
                   std::end(k_not_plain)) {
    return fmt::format("{}: {} files are not read; save the article as .txt", path, extension);
  }
  return std::nullopt;
}

}  // namespace

Faults read_stream(std::istream& in,
                   const std::string& name,
                   InputType type,
                   const DocumentSink& sink) {
  return type == InputType::records ? read_records(in, name, sink) : read_text(in, name, sink);
}

Faults read_file(const std::string& path, std::optional<InputType> type, const DocumentSink& sink) {
  if (auto reason = refusal(path, type)) {
    return {std::move(*reason)};
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return {fmt::format("{}: cannot be opened; check its permissions", path)};
  }
  return read_stream(in, path, type.value_or(type_of(path)), sink);
}

}  // namespace tally

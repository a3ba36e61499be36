// SPDX-License-Identifier: Apache-2.0
#include "ingest/read.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "ingest/article.h"
#include "ingest/charset.h"
#include "ingest/input_type.h"
#include "ingest/jsonl.h"
#include "ingest/limits.h"
#include "ingest/markdown.h"
#include "ingest/text.h"
#include "ingest/warc.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_inspected_bytes = 8192;
constexpr std::string_view k_read_me = "readme.";  // tells of a directory; no article in it

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1b';
}

// NUL or many control characters in the first characters.
bool looks_binary(std::string_view text) {
  const std::string_view head = text.substr(0, k_inspected_bytes);
  const auto controls = std::count_if(head.begin(), head.end(), is_control);
  return head.find('\0') != std::string_view::npos ||
         static_cast<std::size_t>(controls) * 20 > head.size();
}

bool is_utf_16(std::string_view head) {
  return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
}

class Input {
 public:
  Input(ByteStream& bytes, const std::string& name, const Layout& layout, const DocumentSink& sink)
      : bytes_(bytes), name_(name), layout_(layout), sink_(sink) {}

  Faults read(std::optional<InputType> type) {
    const std::string_view head = bytes_.peek(k_inspected_bytes);
    if (head.empty()) {
      return fault(bytes_.fault().empty() ? "empty file" : bytes_.fault());
    }
    const bool is_untyped = !type || (type == InputType::text && begins_as_page(head));
    switch (is_untyped ? type_by_bytes(head) : *type) {
      case InputType::text:
      case InputType::markdown:
      case InputType::html:
        return article(is_untyped ? type_by_bytes(head) : *type);
      case InputType::records:
        return records();
      case InputType::warc:
        return read_warc(bytes_, name_, layout_, sink_);
    }
    return {};
  }

 private:
  Faults fault(std::string_view message) const { return {fmt::format("{}: {}", name_, message)}; }

  Faults article(InputType type) {
    std::string content;
    bytes_.take(content, k_most_document_bytes + 1);
    if (!bytes_.fault().empty()) {
      return fault(bytes_.fault());
    }
    if (content.size() > k_most_document_bytes) {
      return fault(fmt::format("larger than {}; split it, or give articles as .jsonl",
                               k_most_document_words));
    }
    std::vector<std::string> unused;
    const std::string head = utf8_of(content.substr(0, k_inspected_bytes), {}, unused);
    if (looks_binary(head) && type != InputType::html) {
      return fault("binary file; give text, Markdown, HTML, .jsonl or .warc");
    }
    if (trimmed(head).empty() && trimmed(content).empty()) {
      return fault("empty file");
    }
    return type == InputType::html ? page(std::move(content)) : plain(type, std::move(content));
  }

  Faults page(std::string content) {
    if (content.substr(0, k_inspected_bytes).find('<') == std::string::npos &&
        looks_binary(content)) {
      return fault("binary file; this is no web page");
    }
    auto outcome = document_of_page(std::move(content), {.path = name_}, layout_);
    if (const auto* why = std::get_if<PageFault>(&outcome)) {
      return fault(why->message);
    }
    sink_(std::move(std::get<Document>(outcome)));
    return {};
  }

  Faults plain(InputType type, std::string content) {
    if (type == InputType::text) {
      sink_(document_of_text(std::move(content), name_, layout_));
      return {};
    }
    std::vector<std::string> warnings;
    const std::string text = utf8_of(std::move(content), {}, warnings);
    Document document = document_of_markdown(text, name_, layout_);
    document.warnings.insert(document.warnings.begin(), warnings.begin(), warnings.end());
    if (document.text.empty()) {
      return fault("no text in it");
    }
    sink_(std::move(document));
    return {};
  }

  Faults records() {
    if (is_utf_16(bytes_.peek(2))) {
      return fault("records in UTF-16; JSON lines must be UTF-8");
    }
    if (bytes_.peek(3) == "\xEF\xBB\xBF") {
      bytes_.skip(3);
    }
    FaultList faults(name_);
    std::string line;
    bool any = false;
    ByteStream::Line outcome = ByteStream::Line::none;
    for (std::size_t number = 1;
         (outcome = bytes_.line(line, k_most_document_bytes)) != ByteStream::Line::none;
         ++number) {
      if (trimmed(line).empty()) {
        continue;
      }
      any = true;
      const std::string place = fmt::format("{}:{}", name_, number);
      if (outcome == ByteStream::Line::too_long) {
        faults.add(fmt::format("{}: this line is longer than {}", place, k_most_document_words));
      } else {
        record(std::move(line), place, faults);
        line = {};
      }
    }
    if (!bytes_.fault().empty()) {
      faults.add_first(fmt::format("{}: {}", name_, bytes_.fault()));
    }
    return any || !faults.empty() ? faults.take() : fault("empty file");
  }

  void record(std::string line, const std::string& place, FaultList& faults) {
    auto outcome = document_of_record(std::move(line), name_, place, layout_);
    if (const auto* why = std::get_if<RecordFault>(&outcome)) {
      faults.add(fmt::format("{}: {}", place, why->message));
    } else {
      sink_(std::move(std::get<Document>(outcome)));
    }
  }

  ByteStream& bytes_;
  const std::string& name_;
  const Layout& layout_;
  const DocumentSink& sink_;
};

// Why a path cannot be opened as an input; nothing when it can.
std::optional<std::string> refusal(const std::string& path, std::optional<InputType> type) {
  std::error_code fault;
  const fs::file_status status = fs::status(path, fault);
  if (status.type() == fs::file_type::not_found) {
    return fmt::format("{}: no such file", path);
  }
  if (fault) {
    return fmt::format("{}: cannot be opened: {}", path, fault.message());
  }
  if (fs::is_directory(status)) {
    return fmt::format("{}: a directory", path);
  }
  if (!type && is_refused(path)) {
    return fmt::format(
        "{}: {} files are not read; save the article as .html or .txt", path, extension_of(path));
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> files_of(const std::string& path) {
  std::error_code fault;
  if (!fs::is_directory(path, fault)) {
    return {path};
  }
  std::vector<std::string> files;
  const auto skip_unreadable = fs::directory_options::skip_permission_denied;
  for (auto at = fs::recursive_directory_iterator(path, skip_unreadable, fault);
       !fault && at != fs::recursive_directory_iterator();
       at.increment(fault)) {
    std::error_code unknown;
    const std::string file = at->path().filename().string();
    if (file.starts_with('.')) {
      if (at->is_directory(unknown)) {
        at.disable_recursion_pending();
      }
    } else if (!folded(file).starts_with(k_read_me) && at->is_regular_file(unknown) &&
               type_by_name(at->path().string())) {
      files.push_back(at->path().lexically_normal().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

Faults read_stream(std::istream& in,
                   const std::string& name,
                   const InputForm& form,
                   const DocumentSink& sink,
                   const ByteMeter& meter) {
  ByteStream bytes(in, meter);
  return Input(bytes, name, form.layout, sink).read(form.type);
}

Faults read_file(const std::string& path,
                 const InputForm& form,
                 const DocumentSink& sink,
                 const ByteMeter& meter) {
  if (auto reason = refusal(path, form.type)) {
    return {std::move(*reason)};
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return {fmt::format("{}: cannot be opened; check its permissions", path)};
  }
  return read_stream(
      in, path, {form.layout, form.type ? form.type : type_by_name(path)}, sink, meter);
}

}  // namespace tally

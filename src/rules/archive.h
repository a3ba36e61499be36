// SPDX-License-Identifier: Apache-2.0
// Structs to bytes and back, member by member, in the byte order of the machine.
//
// A type says what it consists of once, for both ways: by a member `fields(archive)` or a function
// `fields(archive, object)` beside it that calls `archive(member, member, ...)`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/error.h"

namespace tally {

template <typename T>
concept PlainNumber = std::is_arithmetic_v<T> || std::is_enum_v<T>;

// What vectors of it may be copied as one block: structs without padding too.
template <typename T>
concept PlainBytes = std::is_trivially_copyable_v<T> && !std::is_same_v<T, bool> &&
                     (std::has_unique_object_representations_v<T> || std::is_floating_point_v<T>);

class ArchiveWriter {
 public:
  template <typename... Members>
  void operator()(Members&... members) {
    (write(members), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  void write_block(const void* from, std::size_t size) {
    bytes_.append(static_cast<const char*>(from), size);
  }
  void write_size(std::size_t size) {
    const auto number = static_cast<std::uint64_t>(size);
    write_block(&number, sizeof(number));
  }
  template <PlainNumber T>
  void write(T& number) {
    write_block(&number, sizeof(number));
  }
  void write(std::string& text) {
    write_size(text.size());
    write_block(text.data(), text.size());
  }
  template <typename T>
  void write(std::optional<T>& value) {
    bool there = value.has_value();
    write(there);
    if (there) {
      write(*value);
    }
  }
  template <typename T>
  void write(std::unique_ptr<T>& value) {
    write(*value);
  }
  template <typename First, typename Second>
  void write(std::pair<First, Second>& pair) {
    write(pair.first);
    write(pair.second);
  }
  template <typename T>
  void write(std::vector<T>& items) {
    write_size(items.size());
    if constexpr (PlainBytes<T>) {
      write_block(items.data(), items.size() * sizeof(T));
    } else {
      for (T& item : items) {
        write(item);
      }
    }
  }
  template <typename Key, typename Less>
  void write(std::set<Key, Less>& items) {
    write_keys(items);
  }
  template <typename Key, typename Hash, typename Equal>
  void write(std::unordered_set<Key, Hash, Equal>& items) {
    write_keys(items);
  }
  template <typename Keys>
  void write_keys(const Keys& items) {
    write_size(items.size());
    for (auto item : items) {
      write(item);
    }
  }
  template <typename Key, typename Value, typename Less>
  void write(std::map<Key, Value, Less>& items) {
    write_size(items.size());
    for (auto& [key, value] : items) {
      Key copy = key;
      write(copy);
      write(value);
    }
  }
  template <typename T>
  requires requires(T& object, ArchiveWriter& archive) { object.fields(archive); }
  void write(T& object) { object.fields(*this); }
  template <typename T>
  requires requires(T& object, ArchiveWriter& archive) { fields(archive, object); }
  void write(T& object) { fields(*this, object); }

  std::string bytes_;
};

// Throws Error where the bytes end too early.
class ArchiveReader {
 public:
  explicit ArchiveReader(std::string_view bytes) : rest_(bytes) {}

  template <typename... Members>
  void operator()(Members&... members) {
    (read(members), ...);
  }
  bool at_end() const { return rest_.empty(); }

 private:
  const char* take(std::size_t size) {
    if (size > rest_.size()) {
      throw Error("the built-in rule pack is damaged: build or install tally again");
    }
    const char* from = rest_.data();
    rest_.remove_prefix(size);
    return from;
  }
  std::size_t read_size() {
    std::uint64_t number = 0;
    std::memcpy(&number, take(sizeof(number)), sizeof(number));
    return static_cast<std::size_t>(number);
  }
  template <PlainNumber T>
  void read(T& number) {
    std::memcpy(&number, take(sizeof(number)), sizeof(number));
  }
  void read(std::string& text) {
    const std::size_t size = read_size();
    text.assign(take(size), size);
  }
  template <typename T>
  void read(std::optional<T>& value) {
    bool there = false;
    read(there);
    if (there) {
      read(value.emplace());
    }
  }
  template <typename T>
  void read(std::unique_ptr<T>& value) {
    value = std::make_unique<T>();
    read(*value);
  }
  template <typename First, typename Second>
  void read(std::pair<First, Second>& pair) {
    read(pair.first);
    read(pair.second);
  }
  template <typename T>
  void read(std::vector<T>& items) {
    const std::size_t size = read_size();
    if constexpr (PlainBytes<T>) {
      const char* from = take(size * sizeof(T));
      items.resize(size);
      std::memcpy(items.data(), from, size * sizeof(T));
    } else {
      items.resize(size);
      for (T& item : items) {
        read(item);
      }
    }
  }
  template <typename Key, typename Less>
  void read(std::set<Key, Less>& items) {
    read_keys<Key>(items);
  }
  template <typename Key, typename Hash, typename Equal>
  void read(std::unordered_set<Key, Hash, Equal>& items) {
    read_keys<Key>(items);
  }
  template <typename Key, typename Keys>
  void read_keys(Keys& items) {
    for (std::size_t left = read_size(); left > 0; --left) {
      Key item;
      read(item);
      items.insert(items.end(), std::move(item));
    }
  }
  template <typename Key, typename Value, typename Less>
  void read(std::map<Key, Value, Less>& items) {
    for (std::size_t left = read_size(); left > 0; --left) {
      Key key;
      read(key);
      read(items.try_emplace(items.end(), std::move(key))->second);
    }
  }
  template <typename T>
  requires requires(T& object, ArchiveReader& archive) { object.fields(archive); }
  void read(T& object) { object.fields(*this); }
  template <typename T>
  requires requires(T& object, ArchiveReader& archive) { fields(archive, object); }
  void read(T& object) { fields(*this, object); }

  std::string_view rest_;
};

}  // namespace tally

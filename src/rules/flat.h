// SPDX-License-Identifier: Apache-2.0
// Containers that are a few plain arrays: they are asked fast and load as they lie in a file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

// FNV-1a (64 bits): the same in every build, and the compiler can take it of a literal.
constexpr std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  return hash;
}

// Words with a small number or struct each. `Value` must be trivially copyable.
template <typename Value>
class WordTable {
 public:
  // Adds a word that is not there yet.
  void add(std::string_view word, Value value) {
    if (2 * (count_ + 1) > slots_.size()) {
      grow();
    }
    place({.hash = static_cast<std::uint32_t>(hash_of(word)),
           .begin = static_cast<std::uint32_t>(text_.size()),
           .length = static_cast<std::uint32_t>(word.size()),
           .value = value});
    text_ += word;
    ++count_;
  }

  // The value of a word, null when it is not there. `hash` must be hash_of(word).
  const Value* find(std::string_view word, std::uint64_t hash) const {
    if (slots_.empty()) {
      return nullptr;
    }
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; slots_[at].length != k_free; at = (at + 1) & mask) {
      const Slot& slot = slots_[at];
      if (slot.hash == static_cast<std::uint32_t>(hash) &&
          word == std::string_view(text_).substr(slot.begin, slot.length)) {
        return &slot.value;
      }
    }
    return nullptr;
  }
  const Value* find(std::string_view word) const { return find(word, hash_of(word)); }

  template <typename Archive>
  void fields(Archive& archive) {
    archive(text_, slots_, count_);
  }

 private:
  static constexpr std::uint32_t k_free = 0xFFFFFFFFU;

  struct Slot {
    std::uint32_t hash = 0;  // its low half
    std::uint32_t begin = 0;
    std::uint32_t length = k_free;
    Value value{};
  };

  void place(const Slot& slot) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = slot.hash & mask;
    while (slots_[at].length != k_free) {
      at = (at + 1) & mask;
    }
    slots_[at] = slot;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 16 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.length != k_free) {
        place(slot);
      }
    }
  }

  std::string text_;
  std::vector<Slot> slots_;  // their number is a power of two, at most half of them are taken
  std::size_t count_ = 0;
};

// Small numbers of names that are told by the hash of the name alone.
class HashTable {
 public:
  static constexpr std::uint32_t k_none = 0xFFFFFFFFU;

  // False when the hash is there already: of two names, by a chance of one in 2^64.
  bool add(std::uint64_t hash, std::uint32_t number) {
    if (4 * (count_ + 1) > slots_.size()) {
      std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
      old.swap(slots_);
      for (const Slot& slot : old) {
        if (slot.number != k_none) {
          place(slot.hash) = slot;
        }
      }
    }
    Slot& slot = place(hash);
    const bool is_new = slot.number == k_none;
    if (is_new) {
      slot = {.hash = hash, .number = number};
      ++count_;
    }
    return is_new;
  }

  // k_none when it is not there.
  std::uint32_t find(std::uint64_t hash) const {
    if (slots_.empty()) {
      return k_none;
    }
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].number != k_none && slots_[at].hash != hash) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return slots_[at].number;
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = k_none;
  };

  // The slot that has the hash, or the free one where it belongs.
  Slot& place(std::uint64_t hash) {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].number != k_none && slots_[at].hash != hash) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return slots_[at];
  }

  std::vector<Slot> slots_;  // their number is a power of two, at most a quarter of them are taken
  std::size_t count_ = 0;
};

// Lists of items, one behind the other. `Item` must be trivially copyable.
template <typename Item>
class ListTable {
 public:
  void add(std::span<const Item> list) {
    items_.insert(items_.end(), list.begin(), list.end());
    ends_.push_back(static_cast<std::uint32_t>(items_.size()));
  }
  std::size_t size() const { return ends_.size(); }
  std::span<const Item> operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::span<const Item>(items_).subspan(begin, ends_[i] - begin);
  }

  template <typename Archive>
  void fields(Archive& archive) {
    archive(items_, ends_);
  }

 private:
  std::vector<Item> items_;
  std::vector<std::uint32_t> ends_;
};

// Bits in rows of one length.
class BitTable {
 public:
  BitTable() = default;
  BitTable(std::size_t rows, std::size_t columns)
      : words_(columns / k_bits + 1), bits_(rows * words_, 0) {}

  void set(std::size_t row, std::size_t column) {
    bits_[row * words_ + column / k_bits] |= std::uint64_t{1} << (column % k_bits);
  }
  // `column` may lie beyond the last one: such bits are not set.
  bool test(std::size_t row, std::size_t column) const {
    return column / k_bits < words_ &&
           ((bits_[row * words_ + column / k_bits] >> (column % k_bits)) & 1U) != 0;
  }

  template <typename Archive>
  void fields(Archive& archive) {
    archive(words_, bits_);
  }

 private:
  static constexpr std::size_t k_bits = 64;
  std::size_t words_ = 1;  // in a row
  std::vector<std::uint64_t> bits_;
};

}  // namespace tally

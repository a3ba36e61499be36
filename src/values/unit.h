// SPDX-License-Identifier: Apache-2.0
// Units of measure and currencies as the words of a sentence name them.
#pragma once

#include <optional>
#include <string_view>

#include "rules/units.h"
#include "rules/words.h"
#include "values/reader.h"

namespace tally {

// A unit as the words name it. `unit` points into the pack's table.
struct NamedUnit {
  const Unit* unit = nullptr;
  bool assumed = false;      // one of several that the word may mean
  std::optional<Kind> kind;  // where the context decides the kind but not the unit: 20 degrees
};

// A unit and the tokens that name it.
struct UnitAt {
  NamedUnit named;
  Range range;
};

// Whether a symbol that is a word too ("in") must be borne out by the words around it, or stands
// where only a unit can ("5 ft 10 in").
enum class UnitCheck { by_context, certain };

// The unit written in the tokens of `range`, which may be the beginning of a longer entry of the
// class unit. What else the word may mean (unit_alternative) is decided by the words of the
// sentence and by `size`, the number before it. Nothing where the context speaks against a unit ("5
// in May").
std::optional<UnitAt> unit_at(const Words& words,
                              Range range,
                              const ReadContext& context,
                              double size,
                              UnitCheck check = UnitCheck::by_context);

// The unit that a class's value names: "mi", or "USD?" for one that is assumed (a bare dollar is
// the outlet's own, class outlet_currency, else USD). Nothing when the table lacks it.
std::optional<NamedUnit> unit_of_code(const Words& words,
                                      std::string_view code,
                                      const ReadContext& context);

// The capture `per`, unless the word behind it (class per_stop) makes a time of it: "$5 a year
// ago".
std::optional<Range> per_of(const Words& words, const Captures& captures);

// Turns a value into one per something: `per` is the tokens of a per_unit entry ("barrel") and
// written_unit becomes "USD/bbl". A rate that has a unit of its own becomes that ("mi/h").
void apply_per(const Words& words,
               std::optional<Range> per,
               const ReadContext& context,
               Value& value);

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// The names of the model's enumerations, as rules, JSON and SQL write them.
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "model/claim.h"
#include "model/document.h"
#include "model/draft.h"
#include "model/finding.h"
#include "model/mention.h"
#include "model/value.h"

namespace tally {
namespace {

template <typename Table, typename Enum>
std::string_view name_in(const Table& table, Enum value) {
  for (const auto& [known, name] : table) {
    if (known == value) {
      return name;
    }
  }
  return {};
}

template <typename Table>
auto value_in(const Table& table, std::string_view name) {
  std::optional<typename Table::value_type::first_type> found;
  for (const auto& [value, known] : table) {
    if (known == name) {
      found = value;
    }
  }
  return found;
}

constexpr auto k_kinds = std::to_array<std::pair<Kind, std::string_view>>({
    {Kind::number, "number"},   {Kind::count, "count"},         {Kind::money, "money"},
    {Kind::percent, "percent"}, {Kind::length, "length"},       {Kind::area, "area"},
    {Kind::mass, "mass"},       {Kind::volume, "volume"},       {Kind::temperature, "temperature"},
    {Kind::speed, "speed"},     {Kind::pressure, "pressure"},   {Kind::power, "power"},
    {Kind::energy, "energy"},   {Kind::frequency, "frequency"}, {Kind::data, "data"},
    {Kind::angle, "angle"},     {Kind::rate, "rate"},           {Kind::duration, "duration"},
    {Kind::date, "date"},       {Kind::time, "time"},           {Kind::age, "age"},
    {Kind::ordinal, "ordinal"}, {Kind::ratio, "ratio"},         {Kind::magnitude, "magnitude"},
    {Kind::other, "other"},
});

constexpr auto k_modifiers = std::to_array<std::pair<Modifier, std::string_view>>({
    {Modifier::exact, "exact"},
    {Modifier::approx, "approx"},
    {Modifier::more_than, "more_than"},
    {Modifier::at_least, "at_least"},
    {Modifier::less_than, "less_than"},
    {Modifier::at_most, "at_most"},
    {Modifier::range, "range"},
    {Modifier::vague, "vague"},
    {Modifier::start, "start"},
    {Modifier::mid, "mid"},
    {Modifier::end, "end"},
    {Modifier::unanchored, "unanchored"},
});

constexpr auto k_bounds = std::to_array<std::pair<Bound, std::string_view>>({
    {Bound::none, "none"},
    {Bound::since, "since"},
    {Bound::by, "by"},
    {Bound::until, "until"},
    {Bound::before, "before"},
    {Bound::after, "after"},
});

constexpr auto k_changes = std::to_array<std::pair<Change, std::string_view>>({
    {Change::none, "none"},
    {Change::up, "up"},
    {Change::down, "down"},
});

constexpr auto k_published_from = std::to_array<std::pair<PublishedFrom, std::string_view>>({
    {PublishedFrom::none, "none"},
    {PublishedFrom::flag, "flag"},
    {PublishedFrom::record, "record"},
    {PublishedFrom::header, "header"},
    {PublishedFrom::front_matter, "front-matter"},
    {PublishedFrom::json_ld, "json-ld"},
    {PublishedFrom::meta, "meta"},
    {PublishedFrom::time_element, "time-element"},
    {PublishedFrom::url, "url"},
    {PublishedFrom::dateline, "dateline"},
    {PublishedFrom::assumed, "assumed"},
});

constexpr auto k_stances = std::to_array<std::pair<Stance, std::string_view>>({
    {Stance::asserted, "asserted"},
    {Stance::attributed, "attributed"},
    {Stance::planned, "planned"},
    {Stance::denied, "denied"},
    {Stance::hypothetical, "hypothetical"},
    {Stance::retracted, "retracted"},
});

constexpr auto k_scopes = std::to_array<std::pair<Scope, std::string_view>>({
    {Scope::whole, "whole"},
    {Scope::part, "part"},
    {Scope::including, "including"},
    {Scope::total, "total"},
    {Scope::other, "other"},
});

constexpr auto k_parts = std::to_array<std::pair<Part, std::string_view>>({
    {Part::whole, "whole"},
    {Part::part, "part"},
    {Part::sum, "sum"},
    {Part::conversion, "conversion"},
});

constexpr auto k_verdicts = std::to_array<std::pair<Verdict, std::string_view>>({
    {Verdict::agree, "agree"},
    {Verdict::update, "update"},
    {Verdict::scope, "scope"},
    {Verdict::conflict, "conflict"},
    {Verdict::unclear, "unclear"},
});

constexpr auto k_decisions = std::to_array<std::pair<Decision, std::string_view>>({
    {Decision::open, "open"},
    {Decision::confirmed, "confirmed"},
    {Decision::dismissed, "dismissed"},
});

constexpr auto k_gap_kinds = std::to_array<std::pair<GapKind, std::string_view>>({
    {GapKind::unread, "unread"},
    {GapKind::unclaimed, "unclaimed"},
});

constexpr auto k_draft_marks = std::to_array<std::pair<DraftMark, std::string_view>>({
    {DraftMark::contradicted, "contradicted"},
    {DraftMark::unsettled, "unsettled"},
    {DraftMark::no_source, "no-source"},
    {DraftMark::consistent, "consistent"},
    {DraftMark::supported, "supported"},
    {DraftMark::not_checked, "not-checked"},
});

}  // namespace

std::string_view name_of(Kind kind) { return name_in(k_kinds, kind); }
std::string_view name_of(Modifier modifier) { return name_in(k_modifiers, modifier); }
std::string_view name_of(Bound bound) { return name_in(k_bounds, bound); }
std::string_view name_of(Change change) { return name_in(k_changes, change); }
std::string_view name_of(PublishedFrom from) { return name_in(k_published_from, from); }
std::string_view name_of(Stance stance) { return name_in(k_stances, stance); }
std::string_view name_of(Scope scope) { return name_in(k_scopes, scope); }
std::string_view name_of(Part part) { return name_in(k_parts, part); }
std::string_view name_of(DraftMark mark) { return name_in(k_draft_marks, mark); }
std::string_view name_of(GapKind kind) { return name_in(k_gap_kinds, kind); }
std::string_view name_of(Verdict verdict) { return name_in(k_verdicts, verdict); }
std::string_view name_of(Decision decision) { return name_in(k_decisions, decision); }

std::optional<Kind> kind_named(std::string_view name) { return value_in(k_kinds, name); }
std::optional<Modifier> modifier_named(std::string_view name) {
  return value_in(k_modifiers, name);
}
std::optional<Bound> bound_named(std::string_view name) { return value_in(k_bounds, name); }
std::optional<Change> change_named(std::string_view name) { return value_in(k_changes, name); }
std::optional<Stance> stance_named(std::string_view name) { return value_in(k_stances, name); }
std::optional<Scope> scope_named(std::string_view name) { return value_in(k_scopes, name); }
std::optional<Part> part_named(std::string_view name) { return value_in(k_parts, name); }
std::optional<Verdict> verdict_named(std::string_view name) { return value_in(k_verdicts, name); }
std::optional<Decision> decision_named(std::string_view name) {
  return value_in(k_decisions, name);
}
std::optional<GapKind> gap_kind_named(std::string_view name) { return value_in(k_gap_kinds, name); }
std::optional<PublishedFrom> published_from_named(std::string_view name) {
  return value_in(k_published_from, name);
}

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// Days of the Islamic and Hebrew calendars and phases of the moon, for holidays.
#pragma once

#include "base/civil.h"

namespace tally {

// The day of an Islamic year, month (1 to 12) and day. A month begins on the day after a new moon
// that falls before sunset in Mecca, near to the Umm al-Qura calendar of Saudi Arabia; the tabular
// calendar says which new moon. Countries that sight the moon may differ by a day.
Day islamic_day(int year, int month, int day);

// 1 Tishri of a Hebrew year, by the fixed calendar. Reingold and Dershowitz, Calendrical
// Calculations.
Day hebrew_new_year(int year);

// Orthodox Easter Sunday of a year (Meeus' Julian algorithm, moved to the Gregorian calendar).
Day orthodox_easter(int year);

enum class MoonPhase { new_moon, full_moon };

// The first day from `from` on which the phase falls, by a clock `zone_hours` ahead of universal
// time. Within minutes of the truth in this century (Meeus, Astronomical Algorithms, ch. 49, main
// terms), so that only a phase close to midnight can be a day off.
Day moon_phase_day(MoonPhase phase, Day from, double zone_hours);

}  // namespace tally

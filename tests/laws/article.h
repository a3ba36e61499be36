// SPDX-License-Identifier: Apache-2.0
// Generated articles: figures and dates in many forms, in prose that links and in prose that does
// not, with the characters and blank lines that careless readers trip over.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include "model/document.h"
#include "model/value.h"

namespace tally::laws {

// A figure or date as somebody may write it: "more than 1,200", "£3.5bn", "29 February 2023".
rc::Gen<std::string> figure();

// One article in which words, figures and odd characters stand as they come. Dated.
rc::Gen<Document> any_article();

// Articles on one event that agree and differ, two to four of them, each with an id and a text of
// its own. Dated, each on a day of its own; `undated` ones among them where that is asked for.
enum class Dates { all, some };
rc::Gen<std::vector<Document>> story(Dates dates = Dates::all);

// A value that some text could have, its ends in order.
rc::Gen<Value> any_value();

}  // namespace tally::laws

namespace tally {

// A counter-example as a reader would see it.
void showValue(const Document& document, std::ostream& out);
void showValue(const Value& value, std::ostream& out);

}  // namespace tally

// SPDX-License-Identifier: Apache-2.0
// Documents and claims as rows: what is put into the columns and taken out again in the same order.
#pragma once

#include <string_view>

#include "model/claim.h"
#include "model/document.h"
#include "store/offsets.h"

namespace tally {

class Statement;

// Columns of table `document` that hold a Document, separated by ", ".
extern const std::string_view k_document_columns;
// Columns of table `claim` that hold a Claim, all but its sentence and its rule, which stand in
// tables of their own.
extern const std::string_view k_claim_columns;

// Puts the members of `document` as the next parameters, in the order of k_document_columns;
// take_document reads the next columns in that order. The same holds for claims. `offsets` are
// those of the document's text: places stand in the database as code points. Texts are not copied:
// what is put must stay until the statement has run.
void put_document(Statement& statement, const Document& document, const Offsets& offsets);
Document take_document(Statement& statement);
void put_claim(Statement& statement, const Claim& claim, const Offsets& offsets);
Claim take_claim(Statement& statement, const Offsets& offsets);

}  // namespace tally

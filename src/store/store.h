// SPDX-License-Identifier: Apache-2.0
// The claim database: documents with their claims, the comparison made of them, and SQL over both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/claim.h"
#include "model/document.h"
#include "model/finding.h"
#include "model/review.h"
#include "model/value.h"

namespace tally {

class ComparisonUpdate;
class Database;

// What one document yielded: the unit in which documents enter the store and leave it.
struct Harvest {
  Document document;
  std::vector<Claim> claims;       // in order of the text; their `source` is not kept
  std::vector<Gap> gaps;           // in order of the text; their `source` is not kept
  std::size_t figures = 0;         // found: mentions, claimed or not, and what was not understood
  std::size_t not_understood = 0;  // figures that became no mention

  friend bool operator==(const Harvest&, const Harvest&) = default;
};

// The rule pack as the database remembers it, so that every claim can be traced to its rule.
struct PackRecord {
  struct Rule {
    std::string id;  // "en.construction"
    int rev = 1;
    std::string title;
    std::string pack;          // the pack of the stack that holds it
    std::string pack_version;  // may be empty
  };
  struct Unit {
    std::string code;  // "mi"
    Kind kind = Kind::other;
    std::string base;   // "m"
    double factor = 1;  // base value = number * factor + offset
    double offset = 0;
    std::string name;  // "mile"
  };
  std::string name;
  std::string version;
  std::string sha256;
  std::string program;  // version of tally that uses it: "0.1.0"
  std::vector<Rule> rules;
  std::vector<Unit> units;
};

// What a person knows better than a document: wins over the date and outlet that it gives itself.
struct Correction {
  std::string source;            // the document's id
  std::optional<Day> published;  // absent: as the document says
  std::optional<std::string> outlet;

  friend bool operator==(const Correction&, const Correction&) = default;
};

// What a new comparison takes over from the one before it: the stories that nothing has touched, or
// nothing.
enum class Keep { untouched, nothing };

// The document as a reader of the same file finds it: without a date that a comparison assumed.
Document without_assumed_date(Document document);

// What became of a document that was handed to Store::add.
enum class Added { fresh, unchanged, replaced };

// A value that SQL takes or gives. Blobs come out as the text x'0a1b'.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

// A named parameter of a query: `:day`, `$day` or `@day` in the SQL is {"day", ...} here.
struct QueryParameter {
  std::string name;
  Cell value;
};

// Where the outcome of a query goes, row by row. `columns` is called once, also when no row
// follows. What is handed over lives until the callback returns.
struct ResultSink {
  std::function<void(std::span<const std::string> names)> columns;
  std::function<void(std::span<const Cell> row)> row;
};

// How a database is opened. `read`: the file must be there and SQLite itself refuses every change.
// `change`: it must be there, may be written, and is brought to the newest schema when it is older.
// `write`: the same, and it is made when it is missing.
enum class Access { read, change, write };

// A claim database. One writer at a time; another one is waited for up to five seconds. Everything
// that fails throws Error with the file's name; a change that fails leaves the file as it was.
class Store {
 public:
  // The database in a file. Throws Error when it cannot be opened, is a directory, is no SQLite
  // file, belongs to another program, or was written by a newer tally.
  Store(const std::string& path, Access access);
  // A database in memory, empty.
  Store();
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  // Remembers the pack that the next documents and comparisons rest on. Ids of rules and units
  // that are there already get the new title, factor and so on.
  void use_pack(const PackRecord& pack);

  // True when the document is there with the same content and metadata (an assumed publication
  // date aside), harvested with the pack of use_pack: then it need not be extracted again.
  bool holds(const Document& document) const;

  // Adds documents, in one transaction: all of them or none. A document is known by its id. Where
  // its content, its claims and the pack are the same nothing changes, and claims keep their ids;
  // otherwise its claims are replaced, and the findings that rest on them go.
  std::vector<Added> add(std::span<const Harvest> harvests);

  // Removes a document with its claims and every finding that rests on them. False: no such id.
  bool remove(std::string_view document_id);

  // Documents in the order in which they were first added, as they were handed over. A date that a
  // comparison assumed comes back as PublishedFrom::assumed.
  std::vector<Document> load_documents() const;
  // The same with claims; each claim's `source` is the index of its document.
  std::vector<Harvest> load_harvests() const;

  // Remembers a correction, whether the document is there or not; a part that is absent keeps what
  // an earlier correction said. The document itself is changed by add(), as by any new reading.
  void remember(const Correction& correction);
  // All corrections, by source.
  std::vector<Correction> load_corrections() const;

  // Keeps a comparison in place of the one before it, in one transaction. Its sources and claims
  // are added as by add(), with the figures of documents that are new taken from the claims.
  void save_comparison(const Comparison& comparison);
  bool has_comparison() const;
  // How many stories the last comparison found; 0 when there is none.
  std::size_t story_count() const;
  // True when it found a conflict that nobody has dismissed.
  bool has_open_conflict() const;
  // Begins to bring the comparison up to date with the documents: see comparison_update.h.
  ComparisonUpdate update_comparison(Keep keep);
  // What save_comparison was given, with what has been decided. Throws Error when there is none.
  Comparison load_comparison() const;

  // What people decided about findings and links, in the order in which it was first decided. It
  // stays when documents are extracted again, compared again or removed. `decide` puts a record in
  // the place of the one before it; an open one takes it away.
  std::vector<DecisionRecord> decisions() const;
  std::vector<LinkRecord> links() const;
  void decide(std::span<const DecisionRecord> records);
  void decide(const LinkRecord& record);
  // Takes back what was said of a pair of places. False: nothing was.
  bool free_link(std::string_view place_a, std::string_view place_b);

  // Builds the full-text index `sentence_fts` over the sentences, in place of the one that is
  // there. From then on it follows the documents that come and go.
  void index_sentences();

  // Hands over, piece by piece, an SQL script for psql that makes this database on a PostgreSQL
  // server. Throws Error for a database that is on one.
  void write_postgres_script(const std::function<void(std::string_view)>& sink) const;

  // Runs one SQL statement. With Access::read it may only read, whatever way the store was opened:
  // no changes, ATTACH, extensions or writing pragmas. With any other it may change this database,
  // but reach no other file. Throws Error with the statement and a caret
  // under the fault, when a parameter has no value, and when there is a second statement.
  void query(const std::string& sql,
             std::span<const QueryParameter> parameters,
             const ResultSink& sink,
             Access access = Access::read) const;

 private:
  std::unique_ptr<Database> database_;
  PackRecord pack_;
};

// The version of SQLite that runs: "3.40.1".
std::string sqlite_version();

// Whether databases on PostgreSQL servers can be used: tally was built with libpq.
bool has_postgres();

// The SQL that makes the database, for `tally sql --schema`.
std::string schema_sql();

}  // namespace tally

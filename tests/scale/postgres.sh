#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The claim database on a PostgreSQL server that this script starts: the laws of the store, the
# commands against an SQLite file, the script of `tally export --as postgres`, writers side by side.
#     tests/scale/postgres.sh TALLY TALLY_TESTS
# Ends with 77, which ctest shows as skipped, where no server or no libpq is there.
set -euo pipefail

tally=$(realpath "$1")
tests=$(realpath "$2")
here=$(realpath "$(dirname "$0")")
samples=$here/../../samples
work=$(mktemp -d)
chmod 711 "$work"  # the server's user must reach its directory
trap 'stop_server; rm -rf "$work"' EXIT
. "$here/server.sh"
cd "$work"

fail() { echo "$*" >&2; exit 1; }

if "$tally" doctor --db none.db | grep -q 'PostgreSQL no'; then
  echo "skipped: tally was built without libpq (Debian package: libpq-dev)"
  exit 77
fi
start_server "$work/server"
database() { echo "${address/\/postgres?//$1?}"; }
for name in laws same loaded many; do
  psql -qd "$address" -c "CREATE DATABASE $name"
done

TALLY_TEST_POSTGRES=$(database laws) "$tests" -tc='server: *' >laws.txt || fail "$(cat laws.txt)"
! grep -q skipped: laws.txt || fail "the laws were passed over"

# Every command prints of a server what it prints of a file.
run() { # DATABASE DIRECTORY
  mkdir -p "$2"
  local -i step=0
  local db=$1 out=$2
  each() {
    step+=1
    "$tally" "$@" --db "$db" >"$out/$step.out" 2>>"$out/errors" || echo "status $?" >>"$out/$step.out"
  }
  each add "$samples/sahel" "$samples/deal"
  each add "$samples/sahel"
  each compare -f json
  # Now, as a server never gives a number of a row twice.
  for view in claims findings conflicts agreements positions sources; do
    each sql -f csv "SELECT * FROM $view ORDER BY id"
  done
  each report -f html
  each sources
  each stories
  each show f1
  each show c3
  each sources set s2 --published 2024-04-20 --outlet 'The Post'
  each report -f json
  each review f1 dismiss --note "two of them"
  each review same c3 c17
  each review
  each compare -f json
  each gaps
  each export --as jsonl
  each export --as csv
  each sql 'SELECT count(*) AS n FROM claim WHERE kind = :k' -p k=money
  each check -f json "$samples/earthquake"
  each report --verdict conflict
}
run file.db file
run "$(database same)" server
[[ $(ls file | wc -l) -gt 20 ]] || fail "too few commands were run"
for file in file/*.out; do
  cmp "$file" "server/$(basename "$file")" >&2 || fail "a server gives something else"
done

# A file becomes a database on a server.
"$tally" export --as postgres --db file.db >file.sql
psql -qX -d "$(database loaded)" -f file.sql >psql.txt 2>&1 || fail "$(cat psql.txt)"
"$tally" report -f json --db file.db >expected || true
"$tally" report -f json --db "$(database loaded)" >found || true
cmp expected found
"$tally" add --db "$(database loaded)" "$samples/deal" 2>added.txt
grep -q ' 0 added, 0 replaced' added.txt || fail "$(cat added.txt)"
"$tally" add --db "$(database loaded)" --published 2024-01-01 "$samples/deal" 2>/dev/null # new rows get new numbers
"$tally" compare --db "$(database loaded)" >/dev/null || [[ $? -eq 1 ]]

# Several writers at once, in a database that none of them has made: nothing is lost and nothing
# stands twice.
for ((i = 0; i < 4; i++)); do
  "$tally" add --db "$(database many)" "$samples" 2>"writer.$i" &
  writers[i]=$!
done
for writer in "${writers[@]}"; do
  wait "$writer" || fail "$(cat writer.*)"
done
"$tally" add --db many.db "$samples" 2>/dev/null
ask() { "$tally" sql -f tsv --db "$1" 'SELECT source, count(*) AS n, min(quote) AS q FROM claims GROUP BY source ORDER BY source'; }
# The two sort by bytes and by letters.
cmp <(ask many.db | LC_ALL=C sort) <(ask "$(database many)" | LC_ALL=C sort) || fail "several writers left something else"

# A password is never printed.
secret="postgresql://tally:hush%40@/same?host=$work/server/socket"
for command in "config" "doctor" "sources" "report" "show f99" "sql DELETE" "add $samples/deal" "sources set s1 --outlet X"; do
  # shellcheck disable=SC2086
  "$tally" $command --db "$secret" >out.txt 2>&1 || true
  [[ -s out.txt ]] || fail "$command printed nothing"
  ! grep -q hush out.txt || fail "$command shows the password"
done
TALLY_DB=$secret "$tally" config >out.txt
! grep -q hush out.txt || fail "config shows the password of TALLY_DB"
echo "postgres: $(ls file | wc -l) commands as from a file"

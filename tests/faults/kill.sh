#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Kills `tally add`, `compare` and `review` (SIGKILL) at random moments and looks at what is left:
# the database opens, is whole, holds each document with all of its claims or not at all, and running
# the command again completes the work. Then fills a small disk, where one may be mounted.
#     tests/faults/kill.sh TALLY [ROUNDS [SEED]]
set -euo pipefail

tally=$(realpath "$1")
rounds=${2:-100}
RANDOM=${3:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fail() { echo "round $round, $step: $*" >&2; exit 1; }

# Some 240 records: pairs on a place of their own that contradict each other.
first=(Bar Cor Del Fen Gal Hor Jul Kar Lom Mir)
second=(ado eno ibor olin uvan esk ande orin alt unda ister ovan)
for ((i = 0; i < 120; i++)); do
  place=${first[i / 12]}${second[i % 12]}
  for year in 2012 2015; do
    printf '{"id":"%s-%s","outlet":"Paper %s","published":"2024-05-0%s","title":"%s mourns its bridge","text":"The %s bridge was built in %s at a cost of $%s million, the mayor of %s said. It is %s kilometers long, and %s has no other."}\n' \
      "$place" "$year" "$year" $((i % 9 + 1)) "$place" "$place" "$year" $((i + 3)) "$place" $((i % 7 + 1)) "$place"
  done
done >articles.jsonl

# What is in a database, without row numbers.
claims() { "$tally" sql --db "$1" -f tsv 'SELECT source, count(*), group_concat(quote) FROM claims GROUP BY source ORDER BY source' | tail -n +2; }
findings() { "$tally" sql --db "$1" -f tsv 'SELECT verdict, fact, source_a, quote_a, source_b, quote_b FROM findings ORDER BY 2, 3, 5, 4, 6' | tail -n +2; }

milliseconds() { echo $(($(date +%s%N) / 1000000)); }

# Runs a command and kills it at a random moment of the time that it needs ($1, in ms).
killed() {
  local span=$1 pid
  shift
  "$@" >/dev/null 2>&1 &
  pid=$!
  sleep "$(printf '0.%03d' $((RANDOM % span)))"
  kill -KILL "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
}

whole() {
  local file=${1:-t.db}
  [[ $("$tally" sql --db "$file" -f tsv 'PRAGMA integrity_check' | tail -n 1) == ok ]] || fail "damaged"
  [[ -z $("$tally" sql --db "$file" -f tsv 'PRAGMA foreign_key_check' | tail -n +2) ]] || fail "broken references"
}

round=0 step=reference
begin=$(milliseconds)
"$tally" add --db whole.db articles.jsonl 2>/dev/null
add_ms=$(($(milliseconds) - begin))
claims whole.db >whole.claims
cp whole.db added.db
begin=$(milliseconds)
"$tally" compare --db whole.db >/dev/null 2>&1 || [[ $? -eq 1 ]]
compare_ms=$(($(milliseconds) - begin))
findings whole.db >whole.findings
[[ -s whole.claims && -s whole.findings ]] || fail "the articles yield nothing"
begin=$(milliseconds)
"$tally" sql --db whole.db 'SELECT 1' >/dev/null
review_ms=$(((($(milliseconds) - begin)) * 2 + 10))
ids=$("$tally" sql --db whole.db -f tsv 'SELECT count(*) FROM fact' | tail -n 1)

add_cut=0 compare_cut=0 review_cut=0
for ((round = 1; round <= rounds; round++)); do
  step=add
  rm -f t.db t.db-journal
  killed $((add_ms < 999 ? add_ms + 1 : 999)) "$tally" add --db t.db articles.jsonl
  if [[ -s t.db ]]; then
    # An empty or half-made file may stand here; `add` makes a database of it. A whole one must read.
    if "$tally" sql --db t.db 'SELECT 1' >/dev/null 2>&1; then
      whole
      claims t.db >t.claims
      grep -vxFf whole.claims t.claims && fail "a document is there in part"
      cmp -s t.claims whole.claims || add_cut=$((add_cut + 1))
    fi
  fi
  "$tally" add --db t.db articles.jsonl 2>/dev/null || fail "does not complete"
  whole
  claims t.db | cmp -s - whole.claims || fail "the outcome differs"

  step=compare
  cp added.db t.db
  rm -f t.db-journal
  killed $((compare_ms < 999 ? compare_ms + 1 : 999)) "$tally" compare --db t.db
  whole
  findings t.db >t.findings
  if [[ -s t.findings ]]; then
    cmp -s t.findings whole.findings || fail "a comparison is there in part"
  else
    compare_cut=$((compare_cut + 1))
  fi
  claims t.db | cut -f 1,2 | cmp -s - <(cut -f 1,2 whole.claims) || fail "claims were lost"
  "$tally" compare --db t.db >/dev/null 2>&1 || [[ $? -eq 1 ]] || fail "does not complete"
  whole
  findings t.db | cmp -s - whole.findings || fail "the outcome differs"

  step=review
  cp whole.db t.db
  rm -f t.db-journal
  fact=f$((RANDOM % ids + 1))
  killed $((review_ms + 1)) "$tally" review --db t.db $fact dismiss --note "round $round"
  whole
  some=$("$tally" sql --db t.db -f tsv 'SELECT count(*) FROM decision' | tail -n 1)
  "$tally" review --db t.db $fact dismiss --note "round $round" 2>/dev/null || true
  all=$("$tally" sql --db t.db -f tsv 'SELECT count(*) FROM decision' | tail -n 1)
  [[ $some -eq 0 || $some -eq $all ]] || fail "half a decision"
  [[ $some -eq $all ]] || review_cut=$((review_cut + 1))
  findings t.db | cmp -s - whole.findings || fail "findings were lost"
done
echo "$rounds rounds: add was cut off $add_cut times within its writing, compare $compare_cut, review $review_cut times before its end; nothing was lost"

round=1 step="small disk"
mkdir small
if ! mount -t tmpfs -o size=600k tmpfs small 2>/dev/null; then
  echo "small disk: skipped, as no file system may be mounted here"
  exit
fi
trap 'umount "$work/small"; rm -rf "$work"' EXIT
head -n 2 articles.jsonl >few.jsonl
"$tally" add --db small/t.db few.jsonl 2>/dev/null || fail "has no room for two articles"
claims small/t.db >few.claims
status=0
"$tally" add --db small/t.db articles.jsonl 2>said || status=$?
[[ $status -eq 2 ]] || fail "status $status"
grep -q 'the disk is full; nothing was changed' said || fail "says $(<said)"
whole small/t.db
claims small/t.db | cmp -s - few.claims || fail "a document is there in part"
mount -o remount,size=64m small
"$tally" add --db small/t.db articles.jsonl 2>/dev/null || fail "does not complete"
whole small/t.db
claims small/t.db | cmp -s - whole.claims || fail "the outcome differs"
echo "small disk: named, and nothing was lost"

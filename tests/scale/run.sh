#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs the commands of docs/scale.md and compares what they find with one process.
#     tests/scale/run.sh TALLY parallel|slurm
# Ends with 77, which ctest shows as skipped, where a program is missing.
set -euo pipefail

tally=$(realpath "$1")
source=$(realpath "$(dirname "$0")/../..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fail() { echo "$*" >&2; exit 1; }

if [[ $2 == parallel ]] && ! command -v parallel >/dev/null; then
  echo "skipped: GNU parallel is not installed (Debian package: parallel)"
  exit 77
fi

# The indented lines below the mark "run: NAME" of the page.
commands() {
  awk -v mark="<!-- run: $1 -->" '$0 == mark { on = 1; next } on && /^[^ ]/ { exit } on { print substr($0, 5) }' \
    "$source/docs/scale.md"
}

# Twenty weeks with a story each: three papers that agree on one figure and differ in another.
towns=(Barado Coreno Delibor Fenolin Galuvan Horesk Julande Karorine Lomalt Mirunda
       Baristo Corovan Delado Feneno Galibor Horolin Juluvan Karesk Lomande Mirorine)
for ((i = 0; i < 20; i++)); do
  day=$(date -u -d "2024-01-02 + $i weeks" +%F)
  for paper in Herald Post Courier; do
    town=${towns[i]}
    [[ $paper == Post ]] && year=2015 || year=2012
    printf '{"id":"%s-%s","outlet":"%s","published":"%s","title":"%s mourns its bridge","text":"The %s bridge was built in %s at a cost of $%s million, the mayor of %s said. It is %s kilometers long, and %s has no other."}\n' \
      "$town" "$paper" "$paper" "$day" "$town" "$town" "$year" $((i + 3)) "$town" $((i % 7 + 1)) "$town"
  done
done >articles.jsonl

# Findings of one process over everything, without what is numbered and without the key.
plain() { sed -E 's/^\{("story_key":"[^"]*",)?/{/; s/"(id|fact)":"[df][0-9]+",//g; s/"[ab]":"c[0-9]+",//g' "$1" | LC_ALL=C sort; }
"$tally" check --stories auto -f jsonl articles.jsonl >whole.jsonl || [[ $? -eq 1 ]]
plain whole.jsonl >expected
[[ $(grep -c '"verdict":"conflict"' expected) -ge 20 ]] || fail "the articles hold too few conflicts"

mkdir bin
ln -s "$tally" bin/tally
export PATH="$work/bin:$PATH" PARALLEL_HOME="$work"

case $2 in
  parallel)
    commands parallel | sed 's/--block 20M/--block 4k/' >script.sh
    grep -q 'tally compare --stdin' script.sh || fail "docs/scale.md: no commands for parallel"
    bash -euo pipefail script.sh 2>errors || fail "$(cat errors)"
    ;;
  slurm)
    commands slurm | awk '/^# [a-z]+\.sh:/ { file = substr($2, 1, length($2) - 1) } { print > file }'
    [[ -s map.sh && -s shuffle.sh && -s reduce.sh ]] || fail "docs/scale.md: no commands for Slurm"
    split -n l/4 -d -a 4 articles.jsonl piece.
    for ((task = 0; task < 4; task++)); do
      SLURM_ARRAY_TASK_ID=$task bash -euo pipefail map.sh
    done
    bash -euo pipefail shuffle.sh
    [[ $(wc -l <weeks.txt) -eq 20 ]] || fail "$(wc -l <weeks.txt) weeks, not 20"
    for ((task = 1; task <= 20; task++)); do
      SLURM_ARRAY_TASK_ID=$task bash -euo pipefail reduce.sh
    done
    cat findings/*.jsonl >findings.jsonl
    ;;
esac

plain findings.jsonl >found
cmp expected found || { diff expected found | cut -c 1-300 | head -5 >&2; fail "$2: the findings differ"; }
echo "$2: $(wc -l <found) findings as from one process"

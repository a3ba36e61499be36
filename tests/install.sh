#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs a build into an empty directory and tries what is there.
#     tests/install.sh BUILD_DIRECTORY
set -euo pipefail

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
cmake --install "$1" --prefix "$root" >/dev/null

for file in bin/tally share/tally/rules/pack.toml share/doc/tally/docs/cli.md share/doc/tally/copyright \
  share/doc/tally/samples/sahel/northern-post.txt share/man/man1/tally.1 \
  share/bash-completion/completions/tally share/zsh/site-functions/_tally \
  share/fish/vendor_completions.d/tally.fish; do
  [[ -s $root/$file ]] || { echo "$file was not installed"; exit 1; }
done
cmp "$root/share/man/man1/tally.1" <("$root/bin/tally" generate man)
cmp "$root/share/bash-completion/completions/tally" <("$root/bin/tally" generate completion-bash)
bash -n "$root/share/bash-completion/completions/tally"

status=0
env -i "$root/bin/tally" check "$root"/share/doc/tally/samples/sahel/*.txt >"$root/report" || status=$?
[[ $status -eq 1 ]] || { echo "checking the samples ended with status $status"; exit 1; }
grep -q 'conflict' "$root/report"

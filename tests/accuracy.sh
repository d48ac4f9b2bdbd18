#!/usr/bin/env bash
# Writes the accuracy that is measured now into the README.
set -euo pipefail
cd "$(dirname "$0")/.."
rows=$(cargo test --quiet --locked --test gold -- --nocapture | sed 's/^[. ]*\(articles\|facts\|records\|spans\) /\1 /' | awk '
  /^(spans|facts|records) / { table = $1 }
  /^articles / { table = "" }
  table != "" && /^  / && (table == "spans" || $1 == "ALL") {
    row = sprintf("| %s%s | %s | %.3f | %.3f | %.3f |", table, $1 == "ALL" ? ", all" : " " $1, $2, $4, $5, $6)
    if ($1 == "ALL") all = all row "\n"; else kinds = kinds row "\n"
  }
  END { printf "%s%s", all, kinds }')
[ -n "$rows" ] || { echo "nothing was measured" >&2; exit 1; }
table=$'| | in the gold | precision | recall | F1 |\n| --- | ---: | ---: | ---: | ---: |\n'$rows
awk -v table="$table" '
  /^<!-- accuracy -->/ { print; print table; skip = 1 }
  /^<!-- \/accuracy -->/ { skip = 0 }
  !skip && !/^<!-- accuracy -->/ { print }' README.md > README.md.new
mv README.md.new README.md

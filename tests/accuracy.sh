#!/usr/bin/env bash
# Writes the accuracy that is measured now into tests/ACCURACY.md: the five samples and, where its texts have been rebuilt
# (`make articles`), the half of the development set that is only measured.
set -euo pipefail
cd "$(dirname "$0")/.."

# Rows of a table: what is measured, how many in the gold, precision, recall, F1; one kind of news a call.
rows() { # test, news or nothing
  cargo test --quiet --locked --test "$1" -- --nocapture | sed 's/^[. ]*\(articles\|facts\|records\|spans\) /\1 /' | awk -v news="${2:-}" '
  BEGIN { on = news == "" }
  /(dev|unseen), [a-z]+ news$/ { on = news == "" || index($0, ", " news " news") }
  /(dev|unseen), all: / { on = 0 }
  /^(spans|facts|records) / { table = $1 }
  /^articles / { table = "" }
  on && table != "" && /^  / && $2 > 0 && (table == "spans" || $1 ~ /^(ALL|change|holds|document|quote.speaker)$/) {
    row = sprintf("| %s%s%s | %s | %.3f | %.3f | %.3f | %s |", news == "" ? "" : news ": ", table, $1 == "ALL" ? ", all" : " " $1, $2, $4, $5, $6, $7 == "-" ? "" : sprintf("±%.3f", $7))
    if ($1 == "ALL") all = all row "\n"; else kinds = kinds row "\n"
  }
  END { printf "%s%s", all, kinds }'
}

put() { # mark, rows
  [ -n "$2" ] || { echo "nothing was measured: $1" >&2; exit 1; }
  local table=$'| | in the gold | precision | recall | F1 | 95 % |\n| --- | ---: | ---: | ---: | ---: | ---: |\n'$2
  awk -v table="$table" -v mark="$1" '
    $0 ~ "^<!-- " mark " -->" { print; print table; skip = 1; next }
    $0 ~ "^<!-- /" mark " -->" { skip = 0 }
    !skip { print }' tests/ACCURACY.md > tests/ACCURACY.md.new
  mv tests/ACCURACY.md.new tests/ACCURACY.md
}

put accuracy "$(rows gold)"
if ls target/articles/unseen/*.gold.txt >/dev/null 2>&1; then
  export ARTICLES=unseen
  put unseen "$(rows articles political; rows articles ordinary)"
else
  echo "the unseen half is not measured: \`make articles\` first" >&2
fi

#!/usr/bin/env bash
# `wasm-pack test` in Node and in headless Chromium. A run that finds no tests ends well all the same, so count them.
set -euo pipefail
cd "$(dirname "$0")/.."

counted() { # name, arguments
  local name=$1 out passed
  shift
  out=$(mktemp)
  wasm-pack test "$@" 2>&1 | tee "$out"
  passed=$(sed -n 's/.*test result: ok\. \([0-9]*\) passed.*/\1/p' "$out" | awk '{ n += $1 } END { print n + 0 }')
  rm -f "$out"
  [ "$passed" -gt 0 ] || { echo "wasm-pack test found no tests in $name" >&2; exit 1; }
  echo "$passed tests passed in $name"
}

# each names its tests: without, the tests of all else are compiled too, which have none for either
counted Node --node --mode no-install . --locked --test node
CHROME_PATH=$(bash .tools.sh find-browser)
counted Chromium --headless --chrome --chromedriver "$(bash .tools.sh find-driver)" --mode no-install . --locked --test browser

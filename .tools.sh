#!/usr/bin/env bash
# Finds each tool that is asked for, else installs it: pinned, into .tools/. Never needs root; where the system's
# package manager may be used (root, or sudo without a password, on Debian and its kin) a browser comes from there.
# Says what is missing, a sentence each, and ends with 1 then. Only programs on the PATH count, and no function here
# carries the name of one.
# Usage: .tools.sh TOOL…
set -euo pipefail
cd "$(dirname "$0")"
export PATH="$PWD/.tools/bin:$HOME/.cargo/bin:$PATH"
WASM_BINDGEN=0.2.129
WASM_PACK=0.15.1
CARGO_DENY=0.20.2
CARGO_FUZZ=0.13.2
RUFF=0.17.6
CHROMIUM="Chromium or Chrome with its chromedriver (or set CHROME_PATH and CHROMEDRIVER)"
FIREFOX="Firefox (or set FIREFOX_PATH)"
MISSING=0

missing() {
  echo "missing: $1" >&2
  MISSING=1
}

where() { # program: bash may give a file that nobody can run
  local found
  found=$(type -P -- "$1") && [ -x "$found" ] && echo "$found"
}
program() { where "$1" >/dev/null; }

at_least() { [ "$(printf '%s\n' "$1" "$2" | sort -V | head -1)" = "$1" ]; } # lowest version, version

need_cc() {
  program cc || missing "a C compiler, as cc (on Debian: apt-get install gcc libc6-dev)"
}

need_python() {
  program python3 || missing "Python 3 (https://www.python.org)"
}

need_ruff() {
  [ "$(.tools/ruff/bin/ruff --version 2>/dev/null)" = "ruff $RUFF" ] && return
  # Debian keeps what makes environments in a package of its own
  python3 -c "import ensurepip" 2>/dev/null || by_apt python3-venv || true
  echo "installing ruff $RUFF into .tools/" >&2
  python3 -m venv .tools/ruff >/dev/null && .tools/ruff/bin/pip install --quiet --disable-pip-version-check "ruff==$RUFF" ||
    missing "ruff $RUFF, which could not be installed (on Debian: apt-get install python3-venv)"
}

need_rust() {
  local oldest
  oldest=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  if ! program cargo || ! at_least "$oldest" "$(rustc --version | awk '{print $2}')"; then
    missing "Rust $oldest or newer (https://rustup.rs)"
    return
  fi
  [ -d "$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null)" ] && return
  program rustup && rustup --quiet target add wasm32-unknown-unknown ||
    missing "the Rust target wasm32-unknown-unknown (rustup target add wasm32-unknown-unknown)"
}

need_node() {
  local oldest
  oldest=$(sed -n 's/^ *"node": ">=\(.*\)".*/\1/p' www/package.json)
  if ! program node || ! program npm || ! at_least "$oldest" "$(node -p process.versions.node)"; then
    missing "Node.js $oldest or newer, with npm (https://nodejs.org)"
  fi
}

need_crate() { # program, version, crate
  [ "$MISSING" = 0 ] || return 0 # without Rust there is nothing to install it with
  if program "$1" && [ "$("$1" --version | awk '{print $2}')" = "$2" ]; then return; fi
  echo "installing $1 $2 into .tools/ (some minutes, once)" >&2
  cargo install --quiet --locked --root .tools "$3" --version "$2" || missing "$1 $2, which could not be installed"
}

may_install() {
  program apt-get || return 1
  if [ "$(id -u)" = 0 ]; then SUDO=(); elif program sudo && sudo -n true 2>/dev/null; then SUDO=(sudo -n); else return 1; fi
}

by_apt() { # packages
  may_install || return 1
  echo "installing $* by apt-get" >&2
  "${SUDO[@]}" apt-get update -qq || true # a list that is old may do
  "${SUDO[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

find_browser() {
  first_of "${CHROME_PATH:-}" chromium chromium-browser google-chrome-stable google-chrome chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
}
find_driver() { first_of "${CHROMEDRIVER:-}" chromedriver chromium.chromedriver; }
find_firefox() { first_of "${FIREFOX_PATH:-}" firefox-esr firefox "/Applications/Firefox.app/Contents/MacOS/firefox"; }

need_browser() {
  find_browser >/dev/null && find_driver >/dev/null && return
  by_apt chromium chromium-driver && find_browser >/dev/null && find_driver >/dev/null ||
    missing "$CHROMIUM"
}

need_firefox() {
  find_firefox >/dev/null && return
  by_apt firefox-esr && find_firefox >/dev/null || missing "$FIREFOX"
}

first_of() {
  local candidate
  for candidate in "$@"; do
    [ -n "$candidate" ] && where "$candidate" && return
  done
  return 1
}

for tool in "$@"; do
  case $tool in
    cc) need_cc ;;
    python) need_python ;;
    ruff) need_ruff ;;
    rust) need_rust ;;
    node) need_node ;;
    wasm-bindgen) need_crate wasm-bindgen "$WASM_BINDGEN" wasm-bindgen-cli ;;
    wasm-pack) need_crate wasm-pack "$WASM_PACK" wasm-pack ;;
    cargo-deny) need_crate cargo-deny "$CARGO_DENY" cargo-deny ;;
    cargo-fuzz) need_crate cargo-fuzz "$CARGO_FUZZ" cargo-fuzz ;;
    java) program java || missing "Java 17 or newer, for Spark (on Debian: apt-get install default-jre-headless)" ;;
    browser) need_browser ;;
    firefox) need_firefox ;;
    find-browser) find_browser || missing "$CHROMIUM" ;;
    find-driver) find_driver || missing "$CHROMIUM" ;;
    find-firefox) find_firefox || missing "$FIREFOX" ;;
    *)
      echo "unknown tool: $tool" >&2
      exit 2
      ;;
  esac
done
exit "$MISSING"

#!/usr/bin/env bash
# Finds each tool that is asked for, else installs it: pinned, into .tools/. Never needs root; where the system's
# package manager may be used (root, or sudo without a password, on Debian and its kin) a browser comes from there.
set -euo pipefail
cd "$(dirname "$0")"
WASM_BINDGEN=0.2.129
WASM_PACK=0.15.1

missing() { echo "missing: $1" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

rust() {
  have cargo || missing "Rust (https://rustup.rs), version $(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml) or newer"
  rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null | xargs -I{} test -d {} && return
  have rustup || missing "the Rust target wasm32-unknown-unknown (rustup target add wasm32-unknown-unknown)"
  rustup target add wasm32-unknown-unknown
}

node_() {
  have node && have npm || missing "Node.js 20 or newer (https://nodejs.org)"
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || missing "Node.js 20 or newer; here is $(node --version)"
}

cargo_tool() { # name, version, crate
  if have "$1" && [ "$("$1" --version | awk '{print $2}')" = "$2" ]; then return; fi
  echo "installing $1 $2 into .tools/ (some minutes, once)" >&2
  cargo install --quiet --locked --root .tools "$3" --version "$2"
}

may_install() {
  have apt-get || return 1
  if [ "$(id -u)" = 0 ]; then SUDO=(); elif have sudo && sudo -n true 2>/dev/null; then SUDO=(sudo -n); else return 1; fi
}

browser() {
  bash .tools.sh find-browser >/dev/null && bash .tools.sh find-driver >/dev/null && return
  may_install || missing "Chromium or Chrome with its chromedriver (or set CHROME_PATH and CHROMEDRIVER)"
  echo "installing chromium and chromium-driver by apt-get" >&2
  "${SUDO[@]}" apt-get update -qq
  "${SUDO[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium chromium-driver >/dev/null
}

firefox() {
  bash .tools.sh find-firefox >/dev/null && return
  may_install || missing "Firefox (or set FIREFOX_PATH)"
  echo "installing firefox-esr by apt-get" >&2
  "${SUDO[@]}" apt-get update -qq
  "${SUDO[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq firefox-esr >/dev/null
}

first_of() { for c in "$@"; do [ -n "$c" ] || continue; p=$(command -v "$c" 2>/dev/null) && { echo "$p"; return; }; done; return 1; }

for tool in "$@"; do
  case $tool in
    rust) rust ;;
    node) node_ ;;
    wasm-bindgen) cargo_tool wasm-bindgen "$WASM_BINDGEN" wasm-bindgen-cli ;;
    wasm-pack) cargo_tool wasm-pack "$WASM_PACK" wasm-pack ;;
    browser) browser ;;
    firefox) firefox ;;
    find-browser) first_of "${CHROME_PATH:-}" chromium chromium-browser google-chrome-stable google-chrome chrome \
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ;;
    find-driver) first_of "${CHROMEDRIVER:-}" chromedriver chromium.chromedriver ;;
    find-firefox) first_of "${FIREFOX_PATH:-}" firefox-esr firefox "/Applications/Firefox.app/Contents/MacOS/firefox" ;;
    *) echo "unknown tool: $tool" >&2; exit 2 ;;
  esac
done

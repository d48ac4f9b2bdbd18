#!/usr/bin/env bash
# `make serve` and `make test` on a machine with nothing on it but what the README asks for: what is left on a machine of
# ours would hide a missing step. Makes a bare Debian by debootstrap, in a folder of its own; wants root and a network.
# Rust and Node.js are this machine's own, without the target that the build installs; so are the settings of the
# package clients, for machines behind a proxy.
# First a user who may install nothing: each missing tool is a sentence, and it ends. Then root: everything is installed
# and green.
# Usage: tests/fresh.sh [serve]   with `serve`, `make test` is left out
set -euo pipefail
cd "$(dirname "$0")/.."
PACKAGES=git,make,curl,gcc,libc6-dev,python3
RELEASE=bookworm
# however slow the machine, no step takes longer
LIMIT=60m
PORT=18080

die() { echo "fresh: $1" >&2; exit 1; }
say() { echo "fresh: $1"; }

[ "$(id -u)" = 0 ] || die "making a bare machine takes root"
for program in debootstrap git node npm rustup curl; do
  type -P "$program" >/dev/null || die "missing: $program"
done

root=$(mktemp -d /var/tmp/langkinh-fresh.XXXXXX)
chmod 755 "$root"
end() {
  # whatever still runs in there was started here
  find /proc -maxdepth 2 -name root -lname "$root" 2>/dev/null | sed 's#/proc/\(.*\)/root#\1#' | xargs -r kill -9 2>/dev/null || true
  sleep 1
  # what is still busy goes when it is free; nothing of this machine may be left inside before the folder is removed
  umount -R -l "$root/proc" "$root/dev" 2>/dev/null || true
  grep -q " $root/" /proc/mounts || rm -rf --one-file-system "$root"
}
trap end EXIT

say "a bare $RELEASE in $root"
debootstrap --variant=minbase --include="ca-certificates,$PACKAGES" "$RELEASE" "$root" >"$root.log" 2>&1 ||
  { tail -5 "$root.log" >&2; die "debootstrap failed"; }
rm -f "$root.log"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --make-rslave "$root/dev"
cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
cp -rL /etc/ssl/certs "$root/etc/ssl/" 2>/dev/null || true # some links of the folder may lead nowhere
rm -f "$root/etc/apt/sources.list"
cp -r /etc/apt/sources.list* /etc/apt/apt.conf.d /etc/apt/trusted.gpg* /etc/apt/keyrings "$root/etc/apt/" 2>/dev/null || true
# rules of the machine around it for cleaning up, which need its programs
rm -f "$root"/etc/apt/apt.conf.d/*{packagekit,appstream,postgresql}*
for settings in /etc/npmrc /usr/local/etc/npmrc /etc/pip.conf ~/.npmrc ~/.cargo/config.toml ~/.config/pip/pip.conf; do
  [ -f "$settings" ] && install -D "$settings" "$root/$settings"
done
useradd --root "$root" --create-home guest
git clone --quiet --no-hardlinks . "$root/root/langkinh"
cp -r "$root/root/langkinh" "$root/home/guest/"
chroot "$root" chown -R guest: /home/guest

# what points the clients of packages at their registries and certificates, and nothing else of this machine
mapfile -t CLIENTS < <(env | grep -iE '^(https?_proxy|no_proxy|[a-z_]*ca_bundle|[a-z_]*ca_?certs|ssl_cert_[a-z]+|rustup_[a-z_]+|cargo_(net|http|registr|source)[a-z_]*|npm_config_[a-z_]+)=' | grep -v '^RUSTUP_HOME=')
within() { # user, home, command
  timeout --kill-after=30 "$LIMIT" chroot --userspec="$1" "$root" env -i "${CLIENTS[@]}" HOME="$2" USER="$1" TERM=dumb LANG=C.UTF-8 \
    PATH="$2/.cargo/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin" bash -c "cd ~/langkinh && $3"
}
refused() { # command, what is missing: ends with an error, and says each once
  local out status=0
  out=$(within guest /home/guest "$1" 2>&1 </dev/null) || status=$?
  [ "$status" != 0 ] && [ "$status" != 124 ] && [ "$status" != 137 ] || { echo "$out" | tail -20; die "$1 as a guest ended with $status"; }
  shift
  [ "$(grep -c '^missing: ' <<<"$out")" = $# ] || { echo "$out" | tail -20; die "not $# sentences"; }
  for name in "$@"; do
    grep -q "^missing: $name" <<<"$out" || { echo "$out" | tail -20; die "nothing is said of $name"; }
  done
}

refused "make serve PORT=$PORT" Rust Node.js
refused "make test" Rust Node.js ruff Chromium Firefox
say "a guest without Rust and Node.js is told so"

install -D "$(type -P node)" "$root/usr/local/bin/node"
cp -rL "$(dirname "$(dirname "$(readlink -f "$(type -P npm)")")")" "$root/usr/local/npm"
for program in npm npx; do ln -s "../npm/bin/$program-cli.js" "$root/usr/local/bin/$program"; done
toolchain=$(rustup show active-toolchain | awk '{print $1}')
for home in root home/guest; do
  mkdir -p "$root/$home/.rustup/toolchains" "$root/$home/.cargo/bin"
  cp "${RUSTUP_HOME:-$HOME/.rustup}/settings.toml" "$root/$home/.rustup/"
  cp -r "${RUSTUP_HOME:-$HOME/.rustup}/toolchains/$toolchain" "$root/$home/.rustup/toolchains/"
  for program in rustup cargo rustc rustdoc rustfmt cargo-fmt cargo-clippy clippy-driver; do
    cp -P "${CARGO_HOME:-$HOME/.cargo}/bin/$program" "$root/$home/.cargo/bin/"
  done
done
chroot "$root" chown -R guest: /home/guest
for user in root:/root guest:/home/guest; do
  within "${user%%:*}" "${user#*:}" "rustup --quiet default $toolchain && rustup --quiet target remove wasm32-unknown-unknown" >/dev/null 2>&1 || true
done

refused "make test" ruff Chromium Firefox
say "a guest without browsers is told so"

start=$SECONDS
within root /root "make serve PORT=$PORT" >"$root/serve.log" 2>&1 </dev/null &
serving=$!
until curl --silent --fail --output /dev/null "http://127.0.0.1:$PORT/pkg/langkinh_bg.wasm"; do
  kill -0 "$serving" 2>/dev/null || { tail -20 "$root/serve.log"; die "make serve ended"; }
  sleep 1
done
curl --silent --fail "http://127.0.0.1:$PORT/" | grep -q "Lăng Kính" || die "the page is not there"
say "make serve: the page is there after $((SECONDS - start)) seconds"
chroot "$root" bash -c 'type -P chromium firefox firefox-esr wasm-pack' && die "make serve installed what only tests need"
kill "$serving"
wait "$serving" 2>/dev/null || true

[ "${1:-}" = serve ] && exit
start=$SECONDS
within root /root "make test" >"$root/test.log" 2>&1 </dev/null || { tail -60 "$root/test.log"; die "make test failed after $((SECONDS - start)) seconds"; }
say "make test: green after $((SECONDS - start)) seconds"

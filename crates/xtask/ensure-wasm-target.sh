#!/bin/sh
# Gives the active rustc a standard library for wasm32-unknown-unknown that links with fat LTO.
#
# Tried in this order, each step only when the one before did not do:
#   1. it is there and works                       (nothing is printed)
#   2. files of a second std beside rustup's own   (removed: two of them give E0464)
#   3. rustup target add                           (one minute at most)
#   4. std built from its source: $WASM_STD_SRC (a folder or .tar.* with library/), the rust-src
#      component, or Debian's rust-src package of exactly rustc's version
# No root is needed where the toolchain folder can be written. Nothing below /etc/apt is touched.
#
# Environment: RUSTC, CARGO, WASM_STD_SRC, NO_RUSTUP=1, RUSTUP_WAIT (seconds), DEBIAN_MIRROR, DEBIAN_SUITES.
set -eu

target=wasm32-unknown-unknown
rustc=${RUSTC:-rustc}
cargo=${CARGO:-cargo}

tell() { printf '    %s\n' "$*" >&2; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

command -v "$rustc" >/dev/null 2>&1 || fail "no rustc on PATH; install Rust first"
scratch=$(mktemp -d "${TMPDIR:-/tmp}/vademecum-std.XXXXXX")
source_link=
clean_up() {
  [ -z "$source_link" ] || rm -f "$source_link"
  rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

sysroot=$("$rustc" --print sysroot)
library=$sysroot/lib/rustlib/$target/lib
version=$("$rustc" -vV | sed -n 's/^release: //p')

# Only a real link tells whether std is the right one, whole, and carries the bitcode that fat LTO reads.
# It runs in the scratch folder, so that no project's .cargo/config.toml takes part.
works() {
  printf 'pub fn main() { println!("{}", std::env::args().count()); }\n' >"$scratch/probe.rs"
  (cd "$scratch" && "$rustc" --edition 2021 --target $target -Clto=fat -Cpanic=abort -o probe.wasm probe.rs) \
    >"$scratch/probe.log" 2>&1
}

# Removes what rustup's manifest does not list; without a manifest it removes nothing.
drop_strays() {
  manifest=$sysroot/lib/rustlib/manifest-rust-std-$target
  [ -f "$manifest" ] && [ -d "$library" ] || return 0
  for file in "$library"/*; do
    grep -qF "lib/rustlib/$target/lib/${file##*/}" "$manifest" || rm -f "$file"
  done
}

works && exit 0
drop_strays
if works; then tell "removed files of a second $target std"; exit 0; fi
tell "rustc $version has no usable standard library for $target"

add_by_rustup() {
  [ -z "${NO_RUSTUP:-}" ] && command -v rustup >/dev/null 2>&1 || return 1
  case $sysroot in */toolchains/*) toolchain=${sysroot##*/} ;; *) return 1 ;; esac
  tell "rustup target add --toolchain $toolchain $target"
  if timeout "${RUSTUP_WAIT:-60}" rustup target add --toolchain "$toolchain" $target >"$scratch/rustup.log" 2>&1; then
    drop_strays
    works && return 0
  fi
  tell "rustup did not: $(grep -m1 -iE '^error|could not|timed out' "$scratch/rustup.log" || echo 'no answer in time')"
  return 1
}
if add_by_rustup; then tell "added by rustup"; exit 0; fi

[ -w "$sysroot/lib/rustlib" ] || fail "cannot write to $sysroot/lib/rustlib; run: rustup target add $target"
case $version in
  *-nightly | *-beta*) fail "no std source is looked for with rustc $version; run: rustup target add $target" ;;
esac

std_source=
take() { # a folder with library/std and library/Cargo.lock
  [ -f "$1/library/std/Cargo.toml" ] && [ -f "$1/library/Cargo.lock" ] && std_source=$1
}

# Prints the first of Debian's source packages whose upstream version is rustc's.
matching_package() { # apt options
  for package in rust-src rust-web-src; do
    # shellcheck disable=SC2086
    apt-cache $1 madison $package 2>/dev/null | awk -v package=$package -v version="$version" \
      '{ split($3, part, /[+~-]/); if (part[1] == version) { print package "=" $3; exit } }'
  done | head -n 1
}

fetch_package() { # apt options
  found=$(matching_package "$1")
  [ -n "$found" ] || return 1
  tell "downloading Debian's $found"
  # shellcheck disable=SC2086
  (cd "$scratch" && apt-get -qq $1 download "$found" >"$scratch/apt.log" 2>&1) || {
    tell "$(tail -n 1 "$scratch/apt.log")"
    return 1
  }
  mkdir -p "$scratch/package"
  dpkg-deb --fsys-tarfile "$scratch"/*.deb |
    tar -x -C "$scratch/package" --wildcards './usr/src/*/library/*' || return 1
  rm -f "$scratch"/*.deb
  take "$(echo "$scratch"/package/usr/src/*)"
}

# The newer suites are read through lists of our own in the scratch folder.
fetch_from_newer_suites() {
  keys=/usr/share/keyrings/debian-archive-keyring.gpg
  mirror=${DEBIAN_MIRROR:-$(apt-cache policy 2>/dev/null | awk '$2 ~ /\/debian\/?$/ { print $2; exit }')}
  [ -n "$mirror" ] ||
    mirror=$(sed -n 's/^URIs: *\([^ ]*\/debian\)\/*$/\1/p' /etc/apt/sources.list.d/*.sources 2>/dev/null | head -n 1)
  [ -f $keys ] && [ -n "$mirror" ] || return 1
  mkdir -p "$scratch/apt/lists/partial" "$scratch/apt/cache/archives/partial" "$scratch/apt/parts"
  options="-o Dir::Etc::sourcelist=$scratch/apt/sources.list -o Dir::Etc::sourceparts=$scratch/apt/parts"
  options="$options -o Dir::State::lists=$scratch/apt/lists -o Dir::Cache=$scratch/apt/cache"
  options="$options -o Dir::Cache::archives=$scratch/apt/cache/archives -o Acquire::Languages=none"
  options="$options -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false -o Acquire::Retries=3"
  options="$options -o APT::Sandbox::User=root"
  for suite in ${DEBIAN_SUITES:-trixie-backports forky sid trixie}; do
    echo "deb [signed-by=$keys] $mirror $suite main" >"$scratch/apt/sources.list"
    tell "looking in Debian $suite"
    # shellcheck disable=SC2086
    if apt-get -qq $options update >"$scratch/apt.log" 2>&1; then
      fetch_package "$options" && return 0
    else
      tell "$suite: $(tail -n 1 "$scratch/apt.log")"
    fi
  done
  return 1
}

if [ -n "${WASM_STD_SRC:-}" ]; then
  if [ -d "$WASM_STD_SRC" ]; then
    take "$WASM_STD_SRC" || :
  else
    mkdir "$scratch/given"
    tar -xf "$WASM_STD_SRC" -C "$scratch/given" && take "$scratch/given" || :
  fi
fi
[ -n "$std_source" ] || take "$sysroot/lib/rustlib/src/rust" || :
if [ -z "$std_source" ] && command -v apt-get >/dev/null 2>&1 && command -v dpkg-deb >/dev/null 2>&1; then
  fetch_package "" || fetch_from_newer_suites || :
fi
[ -n "$std_source" ] || fail "no std for $target: rustup, the rust-src component and Debian were tried; set WASM_STD_SRC to a folder or .tar with library/ of Rust $version"

mkdir -p "$scratch/crate/src"
: >"$scratch/crate/src/lib.rs"
cat >"$scratch/crate/Cargo.toml" <<'TOML'
[package]
name = "nothing"
version = "0.0.0"
edition = "2021"

[workspace]

[profile.release]
opt-level = 3
codegen-units = 1
debug = 0
TOML

# -Zbuild-std reads the source at this one place; the link is there for the build only.
place=$sysroot/lib/rustlib/src/rust
if [ ! -e "$place/library" ]; then
  mkdir -p "${place%/*}"
  rm -f "$place"
  ln -s "$std_source" "$place"
  source_link=$place
fi
tell "building std for $target from source (about a minute)"
# Without embed-bitcode every lto = "fat" link fails on "Can't find section .llvmbc".
env -u CARGO_ENCODED_RUSTFLAGS -u CARGO_BUILD_TARGET RUSTC="$rustc" RUSTC_BOOTSTRAP=1 \
  RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR="$scratch/target" \
  "$cargo" build --quiet --release --target $target -Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test \
  --manifest-path "$scratch/crate/Cargo.toml" >"$scratch/build.log" 2>&1 || {
  tail -n 20 "$scratch/build.log" >&2
  fail "std for $target did not build"
}

rm -rf "$library.new"
mkdir -p "$library.new"
find "$scratch/target/$target/release" -name 'lib*.rlib' ! -name 'libnothing*' -exec cp {} "$library.new/" \;
[ -n "$(find "$library.new" -name 'libstd-*.rlib')" ] || fail "the build of std gave no libstd"
rm -rf "$library"
mv "$library.new" "$library"
works || {
  tail -n 5 "$scratch/probe.log" >&2
  fail "the std that was built does not link"
}
tell "std for $target is built and links"

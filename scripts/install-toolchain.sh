#!/bin/bash
# SPDX-License-Identifier: MIT
# Installs what building and testing need on Debian 12, and nothing that is there already.
# usage: install-toolchain.sh [PART...]     parts: core demo python go wasm gba cross host bench libretro docs; all of them without an argument
set -eu

core=(autoconf autoconf-archive automake binutils gcc g++ git libc6-dev libtool make pkg-config python3 python3-jsonschema python3-yaml
	abigail-tools bsdutils clang-14 clang-19 fish groff libclang-rt-14-dev libclang-rt-19-dev libcriterion-dev libelf-dev libffi-dev libjansson-dev
	libpng-dev libsqlite3-dev libyaml-dev lld-19 llvm-19 pmccabe shellcheck zlib1g-dev zsh)
demo=(autoconf autoconf-archive automake gcc libc6-dev libpng-dev libtool make pkg-config python3-imageio) # python3-imageio brings the photograph
python=(python3-dev python3-pip python3-venv)
wasm=(clang-19 lld-19 python3 python3-yaml)
gba=(binutils-arm-none-eabi gcc-arm-none-eabi libnewlib-arm-none-eabi)
cross=(cmake g++-m68k-linux-gnu g++-mipsel-linux-gnu g++-sh4-linux-gnu gcc-arm-none-eabi gcc-avr gcc-m68k-linux-gnu gcc-mips-linux-gnu
	gcc-mipsel-linux-gnu gcc-riscv64-unknown-elf gcc-sh4-linux-gnu libc6-dev-mips-cross
	python3-unicorn)
host=(gcc-aarch64-linux-gnu gcc-mips-linux-gnu libc6-dev-arm64-cross libc6-dev-mips-cross musl-tools qemu-user-static util-linux)
bench=(libapr1-dev libbenchmark-dev libboost-dev libgoogle-perftools-dev libjemalloc-dev libmimalloc-dev valgrind)
libretro=(cc65 gcc-arm-none-eabi libpng-dev libretro-beetle-pce-fast libretro-beetle-psx libretro-beetle-vb libretro-beetle-wswan
	libretro-bsnes-mercury-accuracy libretro-bsnes-mercury-balanced libretro-bsnes-mercury-performance libretro-desmume libretro-gambatte
	libretro-mgba libretro-nestopia sdcc)
docs=(doxygen graphviz librsvg2-bin)

start=$SECONDS
say() { printf '[%4d s] toolchain: %s\n' $((SECONDS - start)) "$*"; }

as_root()
{
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif command -v sudo > /dev/null; then
		sudo "$@"
	else
		say "not root and no sudo; as root run: $*"
		exit 1
	fi
}

# packages PART NAME...: installs those that are not there, in one go.
packages()
{
	local part=$1 name missing=()
	shift
	for name in "$@"; do
		dpkg-query -W -f='${db:Status-Status}' "$name" 2> /dev/null | grep -qx installed || missing+=("$name")
	done
	if [ ${#missing[@]} = 0 ]; then
		say "$part: all $# packages are there"
		return
	fi
	say "$part: installing ${missing[*]}"
	[ -n "${updated:-}" ] || as_root apt-get update -qq
	updated=1
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}" > /dev/null
	say "$part: installed"
}

# at_least WANTED FOUND: true iff version FOUND is at least WANTED.
at_least()
{
	[ -n "$2" ] && [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}

# modules NAME...: what the python3 that comes first on PATH can't import although Debian's can, it gets from pip.
modules()
{
	local name missing=()
	for name in "$@"; do
		python3 -c "import $name" 2> /dev/null || missing+=("${name/#yaml/pyyaml}")
	done
	[ ${#missing[@]} = 0 ] && return
	say "core: $(command -v python3) is not Debian's; pip installs ${missing[*]} for it"
	python3 -m pip install --quiet "${missing[@]}"
}

install_go()
{
	local found
	found=$(go version 2> /dev/null | sed -n 's/^go version go\([0-9.]*\).*/\1/p')
	at_least 1.21 "$found" && { say "go: $found is there"; return; }
	[ -n "$found" ] || packages go golang-go
	found=$(go version 2> /dev/null | sed -n 's/^go version go\([0-9.]*\).*/\1/p')
	at_least 1.21 "$found" || say "go: $found is below 1.21: its tests will be skipped; golang-1.21 or later of bookworm-backports has it"
}

install_wasm()
{
	packages wasm "${wasm[@]}"
	at_least 18 "$(node --version 2> /dev/null | tr -d v)" || packages wasm nodejs
	command -v npm > /dev/null || packages wasm npm
	python3 -c 'import ensurepip' 2> /dev/null || packages wasm python3-venv
	at_least 1.88 "$(cargo --version 2> /dev/null | cut -d ' ' -f 2)" || packages wasm cargo-web rustc-web
}

install_part()
{
	case $1 in
	core) packages core "${core[@]}" && modules yaml jsonschema ;;
	demo) packages demo "${demo[@]}" ;;
	python) packages python "${python[@]}" ;;
	go) install_go ;;
	wasm) install_wasm ;;
	gba) packages gba "${gba[@]}" ;;
	cross) packages cross "${cross[@]}" ;;
	host) packages host "${host[@]}" ;;
	bench) packages bench "${bench[@]}" ;;
	libretro) packages libretro "${libretro[@]}" ;;
	docs) packages docs "${docs[@]}" ;;
	*) say "no such part: $1 (core demo python go wasm gba cross host bench libretro docs)"; exit 2 ;;
	esac
}

command -v dpkg-query > /dev/null || { say "this is no Debian; install by hand: ${core[*]} ${demo[*]} ${python[*]} ${gba[*]} ${cross[*]} ${host[*]} ${bench[*]} ${libretro[*]} ${docs[*]}"; exit 1; }
[ $# -gt 0 ] || set -- core demo python go wasm gba cross host bench libretro docs
for part in "$@"; do
	install_part "$part"
done

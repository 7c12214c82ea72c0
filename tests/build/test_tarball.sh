#!/bin/bash
# SPDX-License-Identifier: MIT
# The tarball builds and installs where there are a C compiler, make and the small tools of POSIX: no Python, no autotools, no pkg-config.
# usage: test_tarball.sh BUILD_FOLDER
set -eu
build=${1:?usage: test_tarball.sh BUILD_FOLDER}
scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT

make -C "$build" dist > "$scratch/dist.out" 2>&1 || { tail -n 20 "$scratch/dist.out"; exit 1; }
tar -xzf "$build"/flightmem-*.tar.gz -C "$scratch"
# Only text, pictures, the type of the component and what kernels wrote: what a build left in its own folders is no part of it.
binary=$(find "$scratch"/flightmem-* -type f -size +0 ! -name '*.png' ! -name flightmem_core_component_type.o ! -path '*/tests/unit/host/roots/*' -exec grep -LI '' {} +)
[ -z "$binary" ] || { echo "the tarball has built files: $binary"; exit 1; }
mkdir "$scratch/bin"
for tool in sh ar as awk basename cat cc chmod cmp cp cut date diff dirname echo env expr false gcc grep head id install ld ln ls make \
	mkdir mktemp mv nm od printf pwd ranlib rm rmdir sed sleep sort strip tail test touch tr true uname uniq wc; do
	path=$(command -v "$tool" || true)
	case $path in /*) ln -s "$path" "$scratch/bin/$tool" ;; esac
done

cd "$scratch"/flightmem-*/
echo "tools: $(find "$scratch/bin" -mindepth 1 | wc -l)"
run() { env -i PATH="$scratch/bin" HOME="$scratch" LC_ALL=C sh -c "$*" > "$scratch/out" 2>&1 || { tail -n 30 "$scratch/out"; echo "failed: $*"; exit 1; }; }
run '! command -v python3 && ! command -v autoconf && ! command -v pkg-config && ! command -v git'
run './configure --prefix=/p'
run 'make'
run 'make amalgamation'
run "make install DESTDIR=$scratch/to"
for file in include/flightmem.h include/flightmem/pool.h include/flightmem/inline/arena.h lib/libflightmem.a lib/libflightmem.so.0 \
	lib/libflightmem-core.a lib/pkgconfig/flightmem.pc; do
	[ -e "$scratch/to/p/$file" ] || { echo "not installed: $file"; exit 1; }
done
[ -e amalgamation/flightmem.c ] && [ -e amalgamation/flightmem.h ] && [ -e amalgamation/platform/gba.h ] || { echo "the amalgamation is not in the tarball"; exit 1; }
echo "built and installed"

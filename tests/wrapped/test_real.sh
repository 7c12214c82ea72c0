#!/bin/sh
# SPDX-License-Identifier: MIT
# Real functions of zlib, SQLite and libc behind checks. Environment: CC, FM_INSTRUMENT, top_srcdir, top_builddir.
set -eu
src=${top_srcdir:-.} build=${top_builddir:-.}
[ -e "$build/libflightmem-ffi.la" ] || { echo "libflightmem-ffi was not built: libffi is missing (Debian: libffi-dev)"; exit 77; }
pkg-config --exists zlib sqlite3 || { echo "zlib or sqlite3 is missing (Debian: zlib1g-dev libsqlite3-dev; scripts/install-toolchain.sh core)"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# shellcheck disable=SC2046,SC2086 # flags are words
"$build/libtool" --quiet --mode=link --tag=CC ${CC:-gcc} -std=gnu11 -g -Wall -Wextra -Werror ${FM_INSTRUMENT:-} -I"$src/include" -o "$scratch/real" \
	"$src/tests/wrapped/real.c" "$build/libflightmem-ffi.la" "$build/libflightmem.la" $(pkg-config --cflags --libs zlib sqlite3)
"$scratch/real"

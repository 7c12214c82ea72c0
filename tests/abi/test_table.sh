#!/bin/sh
# SPDX-License-Identifier: MIT
# The function table under RTLD_LOCAL; and the library needs libc alone.
set -eu
src=${top_srcdir:-.} build=${top_builddir:-.}
library=${FM_LIBRARY:-$build/.libs/libflightmem.so}
[ -e "$library" ] || { echo "no shared library was built (configure without --disable-shared)"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
${CC:-gcc} -std=c11 -D_GNU_SOURCE -I"$src/include" -o "$scratch/host" "$src/tests/abi/test_table.c" -ldl
"$scratch/host" "$(realpath "$library")"
# A thread's own variables are found by a function of the loader, which is a file of libc's.
case $(readelf -d "$library" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | grep -v '^ld-linux' | tr '\n' ' ') in
"libc.so.6 " | "") ;;
*) echo "the library needs more than libc:"; readelf -d "$library" | grep NEEDED; exit 1 ;;
esac
readelf -d "$library" | grep -q NODELETE || { echo "the library may be unloaded: -z nodelete is missing"; exit 1; }

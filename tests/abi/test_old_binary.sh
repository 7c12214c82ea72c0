#!/bin/sh
# SPDX-License-Identifier: MIT
# A program linked against a stub made of the baseline's map alone runs on today's library: no symbol or version that the baseline had is
# gone. What is old is the link: names and versions. What is not is the compilation: today's headers, so sizes and offsets are today's;
# that those of the baseline stand is what test_layout.sh and test_baseline.sh prove.
set -eu
src=${top_srcdir:-.} build=${top_builddir:-.}
library=${FM_LIBRARY:-$build/.libs/libflightmem.so}
[ -e "$library" ] || { echo "no shared library was built (configure without --disable-shared)"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cc=${CC:-gcc}

awk '/^[ \t]+[a-z_0-9]+;/ { sub(";", "", $1); print "void " $1 "(void) {}" }' "$src/abi/flightmem.map" | sort -u > "$scratch/stub.c"
$cc -w -shared -fPIC -nostdlib -Wl,-soname,libflightmem.so.0 -Wl,--version-script="$src/abi/flightmem.map" -Wl,--no-undefined-version \
	-o "$scratch/libflightmem.so" "$scratch/stub.c"
$cc -std=c11 -I"$src/include" -o "$scratch/old" "$src/tests/abi/old_program.c" -L"$scratch" -lflightmem -Wl,--allow-shlib-undefined
readelf -V "$scratch/old" | grep -q FLIGHTMEM_0.1 || { echo "the old program binds to no version"; exit 1; }
mkdir "$scratch/run"
cp "$library" "$scratch/run/libflightmem.so.0"
LD_LIBRARY_PATH=$scratch/run "$scratch/old"
if LD_LIBRARY_PATH=$scratch "$scratch/old" > /dev/null 2>&1; then echo "the stub itself satisfied the program"; exit 1; fi

#!/bin/sh
# SPDX-License-Identifier: MIT
# Two versions of one symbol in one library, with each toolchain, with and without link-time optimisation: an old program keeps
# the old behaviour, a new one gets the new, and a new program refuses the old library.
set -eu
src=${top_srcdir:-.}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
printf 'THING_1 { global: thing; local: *; };\n' > "$scratch/1.map"
printf 'THING_1 { global: thing; local: *; };\nTHING_2 { global: thing; } THING_1;\n' > "$scratch/2.map"
missing=

# toolchain NAME COMPILER FLAGS...
toolchain()
{
	name=$1
	shift
	command -v "$1" > /dev/null || { missing="$missing $1"; return 0; }
	for version in 1 2; do
		mkdir -p "$scratch/$name/$version"
		"$@" -shared -fPIC -O2 -fvisibility=hidden -DTHING_VERSION=$version -I"$src/include" -Wl,-soname,libthing.so -Wl,--version-script="$scratch/$version.map" \
			-o "$scratch/$name/$version/libthing.so" "$src/tests/abi/symver/thing.c"
		"$@" -O2 -DTHING_VERSION=$version -o "$scratch/$name/program$version" "$src/tests/abi/symver/program.c" -L"$scratch/$name/$version" -lthing
	done
	old=$(LD_LIBRARY_PATH=$scratch/$name/2 "$scratch/$name/program1")
	new=$(LD_LIBRARY_PATH=$scratch/$name/2 "$scratch/$name/program2")
	[ "$old $new" = "1 7" ] || { echo "$name: old program got $old (1), new one $new (7)"; exit 1; }
	if LD_LIBRARY_PATH=$scratch/$name/1 "$scratch/$name/program2" 2> /dev/null; then echo "$name: a new program ran on the old library"; exit 1; fi
	echo "$name: two versions"
}

toolchain gcc gcc
toolchain gcc-lto gcc -flto
for version in 14 19; do toolchain clang-$version clang-$version; done
if command -v ld.lld-19 > /dev/null; then toolchain clang-19-lto clang-19 -flto -fuse-ld=lld-19; else missing="$missing ld.lld-19"; fi
[ -z "$missing" ] || { echo "not installed:$missing (scripts/install-toolchain.sh core)"; exit 77; }

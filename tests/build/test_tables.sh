#!/bin/sh
# SPDX-License-Identifier: MIT
# The tables of platforms need no relocation, are read-only, and stay below the gate of bench/size.gate.
# Environment: CC, top_srcdir.
set -eu
src=${top_srcdir:-.}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
command -v readelf > /dev/null || { echo "readelf is not installed (apt-get install binutils)"; exit 77; }
gate=$(awk '$1 == "platform" { print $3 }' "$src/bench/size.gate")
status=0 missing=

# relocations OBJECT: what the loader or linker would have to write into data.
relocations()
{
	readelf -rW "$1" | grep -c '^[0-9a-f]\{8,\} ' || true
}

# judge NAME COMPILER FLAGS...
judge()
{
	name=$1
	shift
	command -v "$1" > /dev/null || { missing="$missing $1"; return 0; }
	"$@" -std=c99 -O2 -ffreestanding -I"$src/include" -I"$src/lib" -c -o "$scratch/tables.o" "$src/lib/platform/tables.c"
	found=$(relocations "$scratch/tables.o")
	[ "$found" = 0 ] || { echo "$name: $found relocations in the tables"; status=1; }
	writable=$(size -A "$scratch/tables.o" | awk '/^\.(data|bss)/ { sum += $2 } END { print sum + 0 }')
	[ "$writable" = 0 ] || { echo "$name: $writable writable bytes"; status=1; }
	bytes=$(size -A "$scratch/tables.o" | awk '/^\.rodata/ { sum += $2 } END { print sum + 0 }')
	{ [ "$bytes" -gt 0 ] && [ "$bytes" -le "$gate" ]; } || { echo "$name: $bytes bytes of tables, the gate is $gate"; status=1; }
	echo "$name: $bytes bytes"
	echo 'extern const char text[]; extern const char *const planted; const char *const planted = text;' |
		"$@" -O2 -x c -c -o "$scratch/planted.o" -
	[ "$(relocations "$scratch/planted.o")" -gt 0 ] || { echo "$name: a planted relocation was not seen"; status=1; }
}

# shellcheck disable=SC2086
judge native ${CC:-gcc} -g0
# shellcheck disable=SC2086
judge pic ${CC:-gcc} -g0 -fPIC
judge arm arm-none-eabi-gcc -mcpu=arm7tdmi -mthumb
[ $status = 0 ] || exit $status
[ -z "$missing" ] || { echo "not installed:$missing (scripts/install-toolchain.sh gba)"; exit 77; }

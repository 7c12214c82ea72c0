#!/bin/sh
# SPDX-License-Identifier: MIT
# What the library adds to the start of a program: instructions, counted by callgrind, of an empty program linked with it less those of one
# that is not, held against the row `load` of bench/instructions.gate. Usage: load-cost.sh BUILD_FOLDER [--tsv]
set -eu
build=$(cd "${1:?usage: load-cost.sh BUILD_FOLDER [--tsv]}" && pwd)
gate=$(dirname "$0")/../bench/instructions.gate
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
command -v valgrind > /dev/null || { echo "valgrind is not installed (scripts/install-toolchain.sh bench)"; exit 77; }

# started NAME LINKER_FLAG...: instructions of the whole run of an empty program.
started()
{
	name=$1
	shift
	${CC:-gcc} -O2 -o "$scratch/$name" "$scratch/empty.c" "$@"
	LD_LIBRARY_PATH=$build/.libs valgrind --tool=callgrind --callgrind-out-file="$scratch/$name.out" "$scratch/$name" > "$scratch/log" 2>&1 || { cat "$scratch/log" >&2; exit 1; }
	sed -n 's/^summary: \([0-9]*\).*/\1/p; s/^totals: \([0-9]*\).*/\1/p' "$scratch/$name.out" | head -n 1
}

echo 'int main(void) { return 0; }' > "$scratch/empty.c"
without=$(started without)
with=$(started with -Wl,--no-as-needed -L"$build/.libs" -lflightmem)
added=$((with - without))
limit=$(awk '$1 == "load" { print $2 }' "$gate")
if [ "${2:-}" = --tsv ]; then printf 'load\t%s\t%s\n' "$added" "$limit"; else echo "the library adds $added instructions to a start, at most $limit"; fi
[ "$added" -gt 0 ] || { echo "the program was not linked with the library" >&2; exit 1; }
[ "$added" -le "$limit" ]

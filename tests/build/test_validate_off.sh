#!/bin/sh
# SPDX-License-Identifier: MIT
# With FM_VALIDATE=0 a program with checks has the object code of one without, byte for byte; switched on it has not. What the
# compiler refuses: test_platform_headers.sh. Environment: top_srcdir.
set -eu
src=$(cd "${top_srcdir:-.}" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp "$src/tests/build/validate_off.c" "$scratch/program.c"
cd "$scratch"
compared=0

# object COMPILER OPTION... : compiles program.c to program.o
object()
{
	compiler=$1
	shift
	"$compiler" -std=c99 -Wall -Wextra -Wpedantic -Werror -I"$src/include" "$@" -c program.c -o program.o
}

# compare COMPILER: each level at which unused code goes
compare()
{
	for level in -O1 -O2 -O3 -Os; do
		object "$1" "$level" -DWITHOUT
		mv program.o without.o
		object "$1" "$level" -DFM_VALIDATE=0
		cmp program.o without.o || { echo "$1 $level: FM_VALIDATE=0 leaves something behind"; exit 1; }
		object "$1" "$level" -DFM_VALIDATE=1
		! cmp -s program.o without.o || { echo "$1 $level: the checks are not there when they are on"; exit 1; }
		compared=$((compared + 1))
	done
}

for compiler in gcc clang-14 clang-19; do
	command -v "$compiler" > /dev/null || { echo "$compiler is not installed (scripts/install-toolchain.sh core)"; exit 77; }
	compare "$compiler"
done

[ "$compared" -eq 12 ]

#!/bin/sh
# SPDX-License-Identifier: MIT
# With FM_VALIDATE=0 a program with checks has the object code of one without, byte for byte; switched on it has not. Constant accesses are
# judged by the compiler. Environment: top_srcdir, CC.
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

# refused ASSERTION WORDS: the compiler refuses and says why
refused()
{
	printf '#include <flightmem/platform/gba.h>\n#include <flightmem/validator.h>\n%s;\n' "$1" > refused.c
	! ${CC:-gcc} -std=c11 -I"$src/include" -fsyntax-only refused.c 2> said || { echo "accepted: $1"; exit 1; }
	grep -q "$2" said || { cat said; exit 1; }
}

refused 'FM_ASSERT_ACCESS(GBA_IWRAM, 0x03007FFE, 4, 2)' 'is not inside GBA_IWRAM'
refused 'FM_ASSERT_ACCESS(GBA_IWRAM, 0x02FFFFFF, 1, 1)' 'is not inside GBA_IWRAM'
refused 'FM_ASSERT_ACCESS(GBA_IWRAM, 0x03000000, 0, 1)' 'is not inside GBA_IWRAM'
refused 'FM_ASSERT_ACCESS(GBA_IWRAM, 0x03000002, 4, 4)' 'is no multiple of 4'
printf '#include <flightmem/platform/gba.h>\n#include <flightmem/validator.h>\nFM_ASSERT_ACCESS(GBA_IWRAM, 0x03007FFC, 4, 4);\n' > accepted.c
${CC:-gcc} -std=c99 -Wall -Wextra -Wpedantic -Werror -I"$src/include" -fsyntax-only accepted.c
[ "$compared" -eq 12 ]

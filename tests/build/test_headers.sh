#!/bin/sh
# SPDX-License-Identifier: MIT
# Every public header compiles alone, without a warning, in every language version that users have; so does what a program makes of the
# macros that are constants. Headers of platforms: test_platform_headers.sh.
# Environment: CC, CXX (default gcc, g++), top_srcdir, top_builddir.
set -eu
src=${top_srcdir:-.}
warn="-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wundef -Werror"
status=0 missing=

try()
{
	language=$1 compiler=$2 standard=$3 header=$4
	echo "#include <$header>" | $compiler -std="$standard" $warn -I"$src/include" -fsyntax-only -x "$language" - || {
		echo "$header does not compile alone as $standard with $compiler"
		status=1
	}
}

# usable COMPILER: is it there? Else it is remembered.
usable()
{
	command -v "${1%% *}" > /dev/null && return
	case " $missing " in *" $1 "*) ;; *) missing="$missing $1" ;; esac
	return 1
}

headers=$(cd "$src/include" && find . -name '*.h' ! -path '*/platform/*' | sed 's,^\./,,' | sort)
for header in $headers; do
	for compiler in "${CC:-gcc}" clang-14 clang-19; do
		usable "$compiler" || continue
		for standard in c99 c11 c17; do try c "$compiler" $standard "$header"; done
	done
	for compiler in "${CXX:-g++}" clang++-14 clang++-19; do
		usable "$compiler" || continue
		for standard in c++11 c++14 c++17 c++20; do try c++ "$compiler" $standard "$header"; done
	done
done

# constants LANGUAGE STANDARD COMPILER
constants()
{
	$3 -std="$2" $warn -Wno-unused-variable -Wno-unused-function -I"$src/include" -fsyntax-only -x "$1" - <<- 'END' || { echo "the macros are no constants as $2 with $3"; status=1; }
		#include <flightmem.h>
		struct spark { unsigned short x, y; unsigned char kind; };
		FM_SLOTS_STATIC(struct spark, sparks, 5);
		static FM_ALIGNED(FM_POOL_ALIGN) unsigned char for_slots[FM_POOL_FOOTPRINT_SLOTS(sizeof(struct spark), 7)];
		static FM_ALIGNED(FM_POOL_ALIGN) unsigned char for_arena[FM_POOL_FOOTPRINT_ARENA(1000, 2)];
		FM_STATIC_ASSERT(FM_SLOT_BYTES(1, 1) == sizeof(void *) && FM_SLOT_BYTES(17, 16) == 32, "a slot");
		FM_STATIC_ASSERT(sizeof sparks[0] == FM_SLOT_BYTES(sizeof(struct spark), 2), "both ways are one size");
		FM_STATIC_ASSERT(sizeof for_slots > 7 * sizeof(struct spark) && sizeof for_arena > 1000, "storage");
		static void *first(void) { FM_SLOTS_START(sparks); return fm_slots_take(&sparks_slots); }
	END
}

for standard in c99 c11 c17; do constants c $standard "${CC:-gcc}"; done
for standard in c++11 c++20; do constants c++ $standard "${CXX:-g++}"; done
echo 'int fm_planted = "not an int";' | ${CC:-gcc} -std=c99 $warn -fsyntax-only -x c - 2> /dev/null && { echo "a planted fault passed"; status=1; }
[ $status = 0 ] || exit $status
[ -z "$missing" ] || { echo "not installed:$missing (scripts/install-toolchain.sh core)"; exit 77; }

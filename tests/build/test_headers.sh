#!/bin/sh
# SPDX-License-Identifier: MIT
# Every public header compiles alone, without a warning, in every language version that users have.
# Environment: CC, CXX (default gcc, g++), top_srcdir, top_builddir.
set -eu
src=${top_srcdir:-.}
warn="-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wundef -Werror"
status=0

try()
{
	language=$1 compiler=$2 standard=$3 header=$4
	echo "#include <$header>" | $compiler -std="$standard" $warn -I"$src/include" -fsyntax-only -x "$language" - || {
		echo "$header does not compile alone as $standard with $compiler"
		status=1
	}
}

headers=$(cd "$src/include" && find . -name '*.h' | sed 's,^\./,,' | sort)
for header in $headers; do
	for compiler in ${CC:-gcc} clang-14 clang-19; do
		command -v "${compiler%% *}" > /dev/null || continue
		for standard in c99 c11 c17; do try c "$compiler" $standard "$header"; done
	done
	for compiler in ${CXX:-g++} clang++-14 clang++-19; do
		command -v "${compiler%% *}" > /dev/null || continue
		for standard in c++11 c++14 c++17 c++20; do try c++ "$compiler" $standard "$header"; done
	done
done
echo 'int fm_planted = "not an int";' | ${CC:-gcc} -std=c99 $warn -fsyntax-only -x c - 2> /dev/null && { echo "a planted fault passed"; status=1; }
exit $status

#!/bin/sh
# SPDX-License-Identifier: MIT
# The sketches of what is not built yet compile against the headers that are.
set -eu
src=${top_srcdir:-.}
found=0
for sketch in "$src"/docs/sketches/*.h; do
	echo "#include \"$sketch\"" | ${CC:-gcc} -std=c99 -Wall -Wextra -Wpedantic -Werror -I"$src/include" -fsyntax-only -x c -
	found=$((found + 1))
done
[ "$found" -gt 0 ]

#!/bin/sh
# SPDX-License-Identifier: MIT
# The checks of the house can fail: each rule of check-ladder and check-style refuses a planted fault.
set -eu
src=$(cd "${top_srcdir:-.}" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0

fresh()
{
	rm -rf "$scratch/tree"
	mkdir -p "$scratch/tree/lib/base" "$scratch/tree/lib/pool" "$scratch/tree/include" "$scratch/tree/tests/unit/base"
	printf '/* SPDX-License-Identifier: MIT */\n/** @file\n * x */\n%b' "$2" > "$scratch/tree/$1"
	touch "$scratch/tree/tests/unit/base/test_x.c.keep"
}

# refuses CHECK FILE CONTENT MESSAGE
refuses()
{
	fresh "$2" "$3"
	if "$src/scripts/$1" "$scratch/tree" > "$scratch/out" 2>&1 || ! grep -q -- "$4" "$scratch/out"; then
		echo "$1 lets pass: $4"
		cat "$scratch/out"
		status=1
	fi
}

refuses check-ladder lib/base/x.c '#include "pool/y.h"\n' 'lib/pool is above lib/base'
refuses check-ladder lib/base/x.c '#include "y.h"\n' 'by its folder'
refuses check-ladder lib/base/x.c '#include <stdio.h>\n' 'not freestanding'
refuses check-ladder lib/pool/x.c '#if defined(__linux__)\n#endif\n' 'which system'
refuses check-ladder lib/pool/x.c '#ifdef A\n#elif defined(__GNUC__)\n#endif\n' 'which compiler'
mkdir -p "$scratch/tree/lib/misc"
"$src/scripts/check-ladder" "$scratch/tree" | grep -q 'no rung' || { echo "check-ladder lets a stray folder pass"; status=1; }
refuses check-style lib/base/x.c 'int x; \n' 'space at the end'
refuses check-style lib/base/x.c 'int x;\n' 'has no tests/unit/base/test_x.c'
refuses check-style lib/base/x.c "$(awk 'BEGIN { for (i = 0; i < 500; i++) printf "int a%d;\\n", i }')" '500 are allowed'
if command -v pmccabe > /dev/null; then
	refuses check-style lib/base/x.c "int f(int a)\\n{\\n$(awk 'BEGIN { for (i = 0; i < 60; i++) printf "\ta++;\\n" }')\\treturn a;\\n}\\n" '60 are allowed'
	refuses check-style lib/base/x.c "int f(int a)\\n{\\n$(awk 'BEGIN { for (i = 0; i < 13; i++) printf "\tif (a == %d) a++;\\n", i }')\\treturn a;\\n}\\n" 'complexity'
fi
exit $status

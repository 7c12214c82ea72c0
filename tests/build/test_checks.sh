#!/bin/sh
# SPDX-License-Identifier: MIT
# The checks of the house can fail: each rule of check-ladder, check-style and code-size refuses a planted fault.
# Environment: CC, top_srcdir.
set -eu
src=$(cd "${top_srcdir:-.}" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0

fresh()
{
	rm -rf "$scratch/tree"
	mkdir -p "$scratch/tree/lib/base" "$scratch/tree/lib/os" "$scratch/tree/lib/pool" "$scratch/tree/include/flightmem" "$scratch/tree/tests/unit/base" \
		"$scratch/tree/examples" "$scratch/tree/bench" "$scratch/tree/wasm"
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
for macro in __linux__ linux _WIN32 _POSIX_C_SOURCE _XOPEN_SOURCE __MINGW32__ __EMSCRIPTEN__ __CYGWIN__ __NetBSD__ __sun __GLIBC__ TARGET_OS_IPHONE; do
	refuses check-ladder lib/pool/x.c "#ifdef $macro\n#endif\n" 'which system'
	refuses check-ladder include/flightmem/x.h "#if 1 && defined($macro)\n#endif\n" 'which system'
done
refuses check-ladder include/flightmem/x.h '#if 1 \\\n\t&& defined(__APPLE__)\n#endif\n' 'which system'
refuses check-ladder include/flightmem/compiler.h '#ifdef __unix__\n#endif\n' 'which system'
fresh lib/os/x.c '#ifdef __linux__\n#endif\n#if defined(FM_linux_of_ours)\n#endif\n'
"$src/scripts/check-ladder" "$scratch/tree" > "$scratch/out" || { echo "check-ladder refuses what lib/os may"; cat "$scratch/out"; status=1; }
refuses check-ladder lib/pool/x.c '#ifdef A\n#elif defined(__GNUC__)\n#endif\n' 'which compiler'
mkdir -p "$scratch/tree/lib/misc"
"$src/scripts/check-ladder" "$scratch/tree" | grep -q 'no rung' || { echo "check-ladder lets a stray folder pass"; status=1; }
refuses check-style lib/base/x.c 'int x; \n' 'space at the end'
refuses check-style include/flightmem/x.h "/* $(awk 'BEGIN { for (i = 0; i < 155; i++) printf "x" }') */\\n" '160 columns are allowed'
refuses check-style lib/base/x.c 'int x;\n' 'has no tests/unit/base/test_x.c'
refuses check-style lib/base/x.c "$(awk 'BEGIN { for (i = 0; i < 500; i++) printf "int a%d;\\n", i }')" '500 are allowed'
if command -v pmccabe > /dev/null; then
	refuses check-style lib/base/x.c "int f(int a)\\n{\\n$(awk 'BEGIN { for (i = 0; i < 60; i++) printf "\ta++;\\n" }')\\treturn a;\\n}\\n" '60 are allowed'
	for folder in lib/base examples tests/unit/base bench wasm; do
		refuses check-style $folder/x.c "int f(int a)\\n{\\n$(awk 'BEGIN { for (i = 0; i < 13; i++) printf "\tif (a == %d) a++;\\n", i }')\\treturn a;\\n}\\n" 'complexity'
	done
fi

# weighs RUNG CODE CONSTANTS GATE MESSAGE: a build with one rung of that size is refused; without MESSAGE it is not
weighs()
{
	rm -rf "$scratch/build"
	mkdir -p "$scratch/build/lib/$1/.libs"
	printf '.text\n.skip %s\n.section .rodata\n.skip %s\n' "$2" "$3" |
		${CC:-gcc} -x assembler -c -o "$scratch/build/lib/$1/.libs/libflightmem_internal_la-x.o" -
	printf '%s\n' "$4" > "$scratch/gate"
	if FM_SIZE_GATE=$scratch/gate "$src/scripts/code-size.sh" "$scratch/build" > "$scratch/out" 2>&1; then said=; else said=$(cat "$scratch/out"); fi
	case ${5:-} in
	"") [ -z "$said" ] || { echo "code-size.sh refuses what is within its gate: $said"; status=1; } ;;
	*) case $said in *"$5"*) ;; *) echo "code-size.sh lets pass: $5"; cat "$scratch/out"; status=1 ;; esac ;;
	esac
}

weighs base 1000 100 'base 1000 100'
weighs base 1001 100 'base 1000 100' 'the gate is 1000'
weighs base 1000 101 'base 1000 100' 'the gate is 100'
weighs base 1000 100 'pool 1000 100' 'no line in bench/size.gate'
weighs base 1000 100 'base 1000' 'no line in bench/size.gate'
weighs base 98304 100 'base 99999 100'
weighs base 98305 100 'base 99999 100' '98304 are allowed'
weighs layout 98305 100 'layout 99999 100' 'no object of a rung'
weighs platform 100 98305 'platform 99999 99999' '98304 are allowed'
exit $status

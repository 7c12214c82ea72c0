#!/bin/sh
# SPDX-License-Identifier: MIT
# What two threads may do at once, they do a million times under ThreadSanitizer, as plain programs: Criterion does not run under it. Then the
# sanitizer is shown a chain whose exchange orders nothing: it must object, or its silence says nothing.
# Environment: top_srcdir, top_builddir, CC.
set -eu
src=$(cd "${top_srcdir:-.}" && pwd) build=${top_builddir:-.}
if [ -e "$build/amalgamation/flightmem.c" ]; then two=$build/amalgamation; else two=$src/amalgamation; fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
frames=1000000

echo 'int main(void) { return 0; }' > "$scratch/none.c"
# The build may have another sanitizer among its flags, and a compiler without this one: gcc, as installed, has it.
compiler=gcc
command -v "$compiler" > /dev/null || compiler=${CC:-cc}
"$compiler" -fsanitize=thread -o "$scratch/none" "$scratch/none.c" 2> "$scratch/log" ||
	{ cat "$scratch/log"; echo "no ThreadSanitizer: scripts/install-toolchain.sh core"; exit 77; }
# Its shadow memory does not suit every layout of addresses.
fixed=
"$scratch/none" 2> /dev/null || fixed="setarch -R"
$fixed "$scratch/none" || { echo "ThreadSanitizer does not start here: setarch -R (util-linux) must be allowed"; exit 77; }

# sanitized NAME SOURCE: builds a program with that library.
sanitized()
{
	"$compiler" -std=gnu11 -Wall -Wextra -Werror -O1 -g -fsanitize=thread -I"$two" -o "$scratch/$1" "$src/tests/threads/frames.c" "$2" -lpthread
}

sanitized frames "$two/flightmem.c"
for depth in 3 2; do
	TSAN_OPTIONS=halt_on_error=1 timeout 300 $fixed "$scratch/frames" $depth $frames
done

sed 's/__atomic_exchange_n(at, n, __ATOMIC_ACQ_REL)/__atomic_exchange_n(at, n, __ATOMIC_RELAXED)/;
	s/__atomic_load_n(at, __ATOMIC_ACQUIRE)/__atomic_load_n(at, __ATOMIC_RELAXED)/' "$two/flightmem.h" > "$scratch/flightmem.h"
if cmp -s "$two/flightmem.h" "$scratch/flightmem.h"; then echo "the fault could not be planted"; exit 1; fi
cp "$two/flightmem.c" "$scratch/flightmem.c"
two=$scratch
sanitized faulty "$scratch/flightmem.c"
if TSAN_OPTIONS=halt_on_error=1 timeout 300 $fixed "$scratch/faulty" 3 20000 > "$scratch/log" 2>&1; then
	echo "a chain without memory order passes"
	exit 1
fi
grep -q 'data race' "$scratch/log" || { cat "$scratch/log"; echo "the faulty chain failed for another reason"; exit 1; }
echo "a chain without memory order is refused"

#!/bin/sh
# SPDX-License-Identifier: MIT
# The function table under RTLD_LOCAL, each place of it; and the library needs libc alone and does nothing when it is loaded.
# Environment: CC, top_srcdir, top_builddir.
set -eu
src=${top_srcdir:-.} build=${top_builddir:-.}
library=${FM_LIBRARY:-$build/.libs/libflightmem.so}
[ -e "$library" ] || { echo "no shared library was built (configure without --disable-shared)"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
find "$src/include" -name '*.h' -exec sed -n 's/^FM_INLINE .*\(fm_[a-z_0-9]*\)(.*/\1/p' {} + > "$scratch/inlines"
awk 'FNR == NR { inline[$1] = "INLINE_"; next }
	/^typedef struct fm_api \{/ { on = 1 }
	/^\}/ { on = 0 }
	on && match($0, /\(\*[a-z_0-9]+\)\(/) { name = substr($0, RSTART + 2, RLENGTH - 4); print inline["fm_" name] "PLACE(" name ")" }' \
	"$scratch/inlines" "$src/include/flightmem/api.h" > "$scratch/places.h"
${CC:-gcc} -std=c11 -D_GNU_SOURCE -I"$src/include" -I"$scratch" -o "$scratch/host" "$src/tests/abi/test_table.c" -ldl
"$scratch/host" "$(realpath "$library")"
case $(readelf -d "$library" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | tr '\n' ' ') in
"libc.so.6 " | "") ;;
*) echo "the library needs more than libc:"; readelf -d "$library" | grep NEEDED; exit 1 ;;
esac
readelf -d "$library" | grep -q NODELETE || { echo "the library may be unloaded: -z nodelete is missing"; exit 1; }

# initialisers LIBRARY: entries of INIT_ARRAY and constructors of the old kind. The C runtime brings one, frame_dummy; what else is, is work at load.
initialisers()
{
	readelf -dW "$1" | awk -v pointer=$(($(getconf LONG_BIT) / 8)) '/\(PREINIT_ARRAYSZ\)|\(INIT_ARRAYSZ\)/ { entries += $3 / pointer } END { print entries + 0 }'
}

bare=$(echo 'int fm_bare(void) { return 0; }' | ${CC:-gcc} -shared -fPIC -x c -o "$scratch/bare.so" - && initialisers "$scratch/bare.so")
found=$(initialisers "$library")
[ "$found" -le "$bare" ] || { echo "the library works at load: $found initialisers, the C runtime has $bare"; exit 1; }
echo '__attribute__((constructor)) void fm_early(void) {}' | ${CC:-gcc} -shared -fPIC -x c -o "$scratch/early.so" -
[ "$(initialisers "$scratch/early.so")" -gt "$bare" ] || { echo "a planted constructor was not seen"; exit 1; }

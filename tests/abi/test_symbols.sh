#!/bin/sh
# SPDX-License-Identifier: MIT
# What each library exports, what its map lists and what its headers declare are the same names, and all begin with fm_.
# Environment: top_srcdir, top_builddir, NM.
set -eu
export LC_ALL=C
src=${top_srcdir:-.} build=${top_builddir:-.}
main=${FM_LIBRARY:-$build/.libs/libflightmem.so}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0

[ -e "$main" ] || { echo "no shared library was built (configure without --disable-shared)"; exit 77; }

# names KEYWORD HEADER: what the header declares with that keyword.
names()
{
	awk -v keyword="$1" '
		/^#/ { next }
		$1 == keyword { text = "" ; on = 1 }
		on { text = text " " $0 }
		on && /[({;]/ { if (match(text, /fm_[a-z_0-9]+\(/)) print substr(text, RSTART, RLENGTH - 1); on = 0 }' "$2" | sort -u
}

# compare LIBRARY MAP LEAST HEADER...: LEAST names at least, so that nothing is held against nothing.
compare()
{
	library=$1 map=$2 least=$3
	shift 3
	${NM:-nm} -D --defined-only --with-symbol-versions "$library" | awk '$2 != "A" { print $3 }' | sed 's/@@/ /' | sort > "$scratch/exported"
	awk '/^FLIGHTMEM_[A-Z0-9._]+ *\{/ { node = $1 } /^[ \t]+[a-z_0-9]+;/ { sub(";", "", $1); print $1, node }' "$src/$map" | sort > "$scratch/mapped"
	cut -d' ' -f1 "$scratch/exported" | sort -u > "$scratch/exported-names"
	for header in "$@"; do
		names FM_INLINE "$header"
		names FM_API "$header"
	done | sort -u > "$scratch/declared"
	diff "$scratch/exported" "$scratch/mapped" > "$scratch/diff" || { echo "exported (<) and $map (>) differ:"; cat "$scratch/diff"; status=1; }
	diff "$scratch/exported-names" "$scratch/declared" > "$scratch/diff" ||
		{ echo "${library##*/}: exported (<) and declared in include/ (>) differ:"; cat "$scratch/diff"; status=1; }
	grep -v '^fm_' "$scratch/exported-names" && { echo "these names do not begin with fm_"; status=1; }
	[ "$(wc -l < "$scratch/declared")" -ge "$least" ] || { echo "the headers were not read: fewer than $least names"; status=1; }
}

# shellcheck disable=SC2046 # names of headers have no spaces
compare "$main" lib/libflightmem.map 40 $(find "$src/include" -name '*.h' ! -name wrap.h)
ffi=${main%/*}/libflightmem-ffi.so
[ ! -e "$ffi" ] || compare "$ffi" lib/ffi/libflightmem-ffi.map 8 "$src/include/flightmem/wrap.h"
exit $status

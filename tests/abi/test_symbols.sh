#!/bin/sh
# SPDX-License-Identifier: MIT
# What the library exports, what the map lists and what the headers declare are the same names, and all begin with fm_.
# Environment: top_srcdir, top_builddir, NM.
set -eu
export LC_ALL=C
src=${top_srcdir:-.} build=${top_builddir:-.}
library=${FM_LIBRARY:-$build/.libs/libflightmem.so}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

[ -e "$library" ] || { echo "no shared library was built (configure without --disable-shared)"; exit 77; }
${NM:-nm} -D --defined-only --with-symbol-versions "$library" | awk '$2 != "A" { print $3 }' | sed 's/@@/ /' | sort > "$scratch/exported"
awk '/^FLIGHTMEM_[0-9.]+ *\{/ { node = $1 } /^[ \t]+[a-z_0-9]+;/ { sub(";", "", $1); print $1, node }' "$src/lib/libflightmem.map" | sort > "$scratch/mapped"
cut -d' ' -f1 "$scratch/exported" | sort -u > "$scratch/exported-names"

# names KEYWORD HEADER: what the header declares with that keyword.
names()
{
	awk -v keyword="$1" '
		/^#/ { next }
		$1 == keyword { text = "" ; on = 1 }
		on { text = text " " $0 }
		on && /[({;]/ { if (match(text, /fm_[a-z_0-9]+\(/)) print substr(text, RSTART, RLENGTH - 1); on = 0 }' "$2" | sort -u
}

for header in $(find "$src/include" -name '*.h'); do
	names FM_INLINE "$header"
	names FM_API "$header"
done > "$scratch/all"
sort -u "$scratch/all" > "$scratch/declared"

status=0
diff "$scratch/exported" "$scratch/mapped" > "$scratch/diff" || { echo "exported (<) and lib/libflightmem.map (>) differ:"; cat "$scratch/diff"; status=1; }
diff "$scratch/exported-names" "$scratch/declared" > "$scratch/diff" || { echo "exported (<) and declared in include/ (>) differ:"; cat "$scratch/diff"; status=1; }
grep -v '^fm_' "$scratch/exported-names" && { echo "these names do not begin with fm_"; status=1; }
[ "$(wc -l < "$scratch/declared")" -ge 40 ] || { echo "the headers were not read: fewer than 40 names"; status=1; }
exit $status

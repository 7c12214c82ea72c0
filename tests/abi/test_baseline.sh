#!/bin/sh
# SPDX-License-Identifier: MIT
# Holds the ABI against the committed baseline. A node that abi/tagged.txt names never changes: symbols may only be added, in a newer
# node. The node that it does not name may change, but then abi/ changes in the same commit (scripts/update-abi-baseline).
set -eu
src=${top_srcdir:-.} build=${top_builddir:-.}
library=${FM_LIBRARY:-$build/.libs/libflightmem.so}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The lines of one node of a map.
node()
{
	awk -v node="$2" '$1 == node { on = 1 } on { print } on && /^\}/ { exit }' "$1"
}

nodes=$(awk '/^FLIGHTMEM_[0-9.]+ *\{/ { print $1 }' "$src/abi/flightmem.map")
[ -n "$nodes" ] || { echo "abi/flightmem.map has no node"; exit 1; }
status=0
for node in $nodes; do
	node "$src/abi/flightmem.map" "$node" > "$scratch/then"
	node "$src/lib/libflightmem.map" "$node" > "$scratch/now"
	diff "$scratch/then" "$scratch/now" > "$scratch/diff" && continue
	cat "$scratch/diff"
	if grep -qx "$node" "$src/abi/tagged.txt"; then
		echo "$node is released: it never changes; add a node"
	else
		echo "$node changed: run scripts/update-abi-baseline and commit abi/ with the change"
	fi
	status=1
done

command -v abidiff > /dev/null || { echo "abidiff is not installed (apt-get install abigail-tools)"; [ $status = 0 ] && exit 77 || exit 1; }
[ -e "$library" ] || { echo "no shared library was built (configure without --disable-shared)"; [ $status = 0 ] && exit 77 || exit 1; }
readelf -S "$library" | grep -q '\.debug_info' || { echo "the library has no debug information (build with -g)"; [ $status = 0 ] && exit 77 || exit 1; }
added=
! grep -q '^FLIGHTMEM' "$src/abi/tagged.txt" || added=--no-added-syms
abidiff $added --suppressions "$src/abi/flightmem.abignore" "$src/abi/flightmem.abi" "$library" || {
	echo "the ABI differs from abi/flightmem.abi; if no release has it, run scripts/update-abi-baseline"
	status=1
}
exit $status

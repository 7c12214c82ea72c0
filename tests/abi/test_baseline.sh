#!/bin/sh
# SPDX-License-Identifier: MIT
# Holds the ABI of each library against the committed baseline. A node that abi/tagged.txt names never changes: symbols may only be added, in a
# newer node. The node that it does not name may change, but then abi/ changes in the same commit (scripts/update-abi-baseline).
set -eu
src=${top_srcdir:-.} build=${top_builddir:-.}
main=${FM_LIBRARY:-$build/.libs/libflightmem.so}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0 unseen=

# The lines of one node of a map.
node()
{
	awk -v node="$2" '$1 == node { on = 1 } on { print } on && /^\}/ { exit }' "$1"
}

# hold_map NAME MAP: the nodes of the baseline are those of the map.
hold_map()
{
	nodes=$(awk '/^FLIGHTMEM_[A-Z0-9._]+ *\{/ { print $1 }' "$src/abi/$1.map")
	[ -n "$nodes" ] || { echo "abi/$1.map has no node"; exit 1; }
	for node in $nodes; do
		node "$src/abi/$1.map" "$node" > "$scratch/then"
		node "$2" "$node" > "$scratch/now"
		diff "$scratch/then" "$scratch/now" > "$scratch/diff" && continue
		cat "$scratch/diff"
		if grep -qx "$node" "$src/abi/tagged.txt"; then
			echo "$node is released: it never changes; add a node"
		else
			echo "$node changed: run scripts/update-abi-baseline and commit abi/ with the change"
		fi
		status=1
	done
}

# hold_types NAME LIBRARY: symbols, types and layouts are those of the baseline; `unseen` says why that could not be seen.
hold_types()
{
	command -v abidiff > /dev/null || { unseen="abidiff is not installed (apt-get install abigail-tools)"; return; }
	[ -e "$2" ] || { unseen="no ${2##*/} was built (configure with libffi and without --disable-shared)"; return; }
	readelf -S "$2" | grep -q '\.debug_info' || { unseen="${2##*/} has no debug information (build with -g)"; return; }
	added=
	! grep -q '^FLIGHTMEM' "$src/abi/tagged.txt" || added=--no-added-syms
	abidiff $added --suppressions "$src/abi/flightmem.abignore" "$src/abi/$1.abi" "$2" || {
		echo "the ABI differs from abi/$1.abi; if no release has it, run scripts/update-abi-baseline"
		status=1
	}
}

for map in "$src/lib/libflightmem.map" "$src/lib/ffi/libflightmem-ffi.map"; do
	[ -e "$map" ] || continue
	name=$(basename "$map" .map)
	hold_map "${name#lib}" "$map"
	hold_types "${name#lib}" "${main%/*}/$name.so"
done
[ $status = 0 ] || exit $status
[ -z "$unseen" ] || { echo "$unseen"; exit 77; }

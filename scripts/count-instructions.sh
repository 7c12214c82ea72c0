#!/bin/sh
# SPDX-License-Identifier: MIT
# Counts the instructions of each hot path with callgrind and holds them against bench/instructions.gate. The counts do not depend on how
# busy the machine is. Usage: count-instructions.sh PROGRAM [--tsv]   (PROGRAM: the built bench/instructions)
set -eu
program=${1:?usage: count-instructions.sh PROGRAM [--tsv]}
gate=$(dirname "$0")/../bench/instructions.gate
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
command -v valgrind > /dev/null || { echo "valgrind is not installed"; exit 77; }

# collected PATH COUNT
collected()
{
	valgrind --tool=callgrind --callgrind-out-file="$scratch/out" "$program" "$1" "$2" > "$scratch/log" 2>&1 || { cat "$scratch/log" >&2; exit 1; }
	sed -n 's/^summary: \([0-9]*\).*/\1/p; s/^totals: \([0-9]*\).*/\1/p' "$scratch/out" | head -n 1
}

status=0
for path in $("$program"); do
	few=$(collected "$path" 1000)
	many=$(collected "$path" 3000)
	each=$(awk -v a="$few" -v b="$many" 'BEGIN { printf "%.1f", (b - a) / 2000 }')
	limit=$(awk -v path="$path" '$1 == path { print $2 }' "$gate")
	if [ "${2:-}" = --tsv ]; then
		printf '%s\t%s\t%s\n' "$path" "$each" "${limit:--}"
	else
		printf '%-24s %8s instructions a round, at most %s\n' "$path" "$each" "${limit:-any}"
	fi
	[ -z "$limit" ] || awk -v each="$each" -v limit="$limit" 'BEGIN { exit each > limit }' || { echo "$path: $each instructions, the gate is $limit" >&2; status=1; }
done
exit $status

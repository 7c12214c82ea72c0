#!/bin/sh
# SPDX-License-Identifier: MIT
# What the compiler is told so that a build has some platforms only; configure --with-platforms calls it.
# usage: choose-platforms.sh LIST     LIST: ids of data/platforms, separated by commas. Prints macros for lib/platform/tables.c; an id that
# there is not ends with 1 and a message that names the nearest.
set -eu
[ $# = 1 ] || { sed -n '4,5s/^# //p' "$0"; exit 2; }
data=$(dirname "$0")/../data/platforms
ids=$(cd "$data" && for file in *.yaml; do printf '%s\n' "${file%.yaml}"; done)

# nearest WORD: the id with the fewest edits between.
nearest()
{
	printf '%s\n' "$ids" | awk -v word="$1" '
		function min(a, b) { return a < b ? a : b }
		function edits(a, b,    i, j, row, diagonal, kept) {
			for (j = 0; j <= length(b); j++) row[j] = j
			for (i = 1; i <= length(a); i++) {
				diagonal = row[0]
				row[0] = i
				for (j = 1; j <= length(b); j++) {
					kept = row[j]
					row[j] = min(diagonal + (substr(a, i, 1) != substr(b, j, 1)), min(row[j], row[j - 1]) + 1)
					diagonal = kept
				}
			}
			return row[length(b)]
		}
		{ distance = edits(tolower(word), $0); if (NR == 1 || distance < best) { best = distance; near = $0 } }
		END { print near }'
}

macros=-DFM_TABLES_CHOSEN chosen=0
for id in $(printf '%s' "$1" | tr ',' ' '); do
	if ! printf '%s\n' "$ids" | grep -qxF -e "$id"; then
		echo "there is no platform '$id'; did you mean '$(nearest "$id")'?" >&2
		exit 1
	fi
	macros="$macros -DFM_TABLES_$(printf '%s' "$id" | tr 'a-z-' 'A-Z_')"
	chosen=$((chosen + 1))
done
[ $chosen -gt 0 ] || { echo "no platform is named: --with-platforms=gba,psx" >&2; exit 1; }
echo "$macros"

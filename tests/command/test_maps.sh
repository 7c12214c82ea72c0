#!/bin/bash
# SPDX-License-Identifier: MIT
# The memory maps of all platforms: labels and bars (test_maps.py), files and PNGs, and bad command lines.
set -u
src=${top_srcdir:-.} build=${top_builddir:-.}
command=$build/flightmem
[ -x "$command" ] || { echo "the command was not built: it needs jansson (apt-get install libjansson-dev)"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0 missing=

bad() { echo "$*"; status=1; }

python3 "$src/tests/command/test_maps.py" "$command" || status=1
"$command" profile map gba --output "$scratch/a file.svg" || bad "--output fails"
"$command" profile map gba | cmp - "$scratch/a file.svg" || bad "--output writes something else"
"$command" profile map gba --theme blue 2> "$scratch/err" && bad "there is a blue theme"
grep -q 'viewer, light and dark' "$scratch/err" || bad "the message names no theme"
"$command" profile map gba --output /nowhere/x.svg 2> /dev/null
[ $? = 3 ] || bad "a folder that is not there goes unnoticed"
if command -v rsvg-convert > /dev/null; then
	for theme in light dark; do
		"$command" profile map psx --theme $theme --output "$scratch/$theme.png" || bad "no PNG"
		head -c 8 "$scratch/$theme.png" | cmp -s - <(printf '\211PNG\r\n\032\n') || bad "$theme.png is no PNG"
		[ "$(wc -c < "$scratch/$theme.png")" -gt 20000 ] || bad "$theme.png is nearly empty"
	done
	"$command" profile map gba --output /nowhere/x.png 2> /dev/null
	[ $? = 3 ] || bad "a PNG that can't be written goes unnoticed"
else
	missing=rsvg-convert
fi
mkdir "$scratch/empty"
PATH=$scratch/empty "$(cd "$build" && pwd)/flightmem" profile map gba --output "$scratch/x.png" 2> "$scratch/err"
[ $? = 3 ] && grep -q 'librsvg2-bin' "$scratch/err" || { cat "$scratch/err"; bad "without rsvg-convert the message does not say what to install"; }
[ $status = 0 ] || exit $status
[ -z "$missing" ] || { echo "not installed: $missing (apt-get install librsvg2-bin); no PNG was made"; exit 77; }

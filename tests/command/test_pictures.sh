#!/bin/sh
# SPDX-License-Identifier: MIT
# The pictures of docs/platforms.md are what the command draws, and the page shows each of them.
set -u
src=${top_srcdir:-.} build=${top_builddir:-.}
command=$build/flightmem
[ -x "$command" ] || { echo "the command was not built: it needs jansson (apt-get install libjansson-dev)"; exit 77; }
sh "$src/scripts/draw-platforms.sh" "$command" --check || exit 1
status=0
for picture in "$src"/docs/platforms/*.svg; do
	grep -qF "](platforms/$(basename "$picture"))" "$src/docs/platforms.md" || { echo "docs/platforms.md does not show $picture"; status=1; }
done
exit $status

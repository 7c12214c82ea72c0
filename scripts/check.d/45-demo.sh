#!/bin/bash
# SPDX-License-Identifier: MIT
# The first command of the README, in a copy of the tree: makes its two pictures, and the second time builds nothing again.
. "$(dirname "$0")/lib.sh"
copy=$FM_CHECK_DIR/demo

fresh_copy()
{
	rm -rf "$copy"
	mkdir -p "$copy"
	cd "$FM_ROOT" || return
	git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do [ -e "$file" ] && printf '%s\0' "$file"; done |
		tar -cf - --null -T - | tar -xf - -C "$copy"
}

first_time() { "$copy/scripts/demo.sh" --no-install --frames 200; }

again()
{
	"$copy/scripts/demo.sh" --no-install --frames 2 | tee "$copy/again.txt"
	[ -s "$copy/build-demo/retro-graph-gba.png" ] && [ -s "$copy/build-demo/retro-graph-psx.png" ] && ! grep -q -e 'making configure' -e 'configuring' "$copy/again.txt"
}

try "demo copy" fresh_copy || exit 1
photograph=/usr/lib/python3/dist-packages/imageio/resources/images/chelsea.png
if [ -e $photograph ]; then
	try "demo" first_time && try "demo again" again
else
	skip "demo" "no $photograph: scripts/install-toolchain.sh demo"
fi
exit $failed

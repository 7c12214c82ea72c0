#!/bin/bash
# SPDX-License-Identifier: MIT
# Tests the bindings: each bindings/LANG/test.sh (exit 0 passed, 77 skipped with its last line as the reason, else failed).
# usage: test-bindings.sh [LANG...]     all that are there, or the named ones
set -u
cd "$(dirname "$0")/.." || exit 2
. scripts/check.d/lib.sh

if [ $# = 0 ]; then
	for test in bindings/*/test.sh; do
		[ ! -e "$test" ] || set -- "$@" "$(basename "$(dirname "$test")")"
	done
fi
for language in "$@"; do
	if [ ! -e "bindings/$language/test.sh" ]; then
		fail "bindings-$language" "there is no bindings/$language/test.sh"
		continue
	fi
	try "bindings-$language" bash "bindings/$language/test.sh"
done
exit $failed

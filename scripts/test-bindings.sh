#!/bin/bash
# SPDX-License-Identifier: MIT
# Tests the bindings: each bindings/LANG/test.sh (exit 0 passed, 77 skipped with its last line as the reason, else failed), and prints one
# table of them. The last line of a test.sh that passed is `result: VERSION, N tests`.
# usage: test-bindings.sh [LANG...]     all that are there, or the named ones
set -u
cd "$(dirname "$0")/.." || exit 2
. scripts/check.d/lib.sh

if [ $# = 0 ]; then
	for test in bindings/*/test.sh; do
		[ ! -e "$test" ] || set -- "$@" "$(basename "$(dirname "$test")")"
	done
fi
table=
for language in "$@"; do
	if [ ! -e "bindings/$language/test.sh" ]; then
		fail "bindings-$language" "there is no bindings/$language/test.sh"
		continue
	fi
	if try "bindings-$language" bash "bindings/$language/test.sh"; then
		result=$(tail -n 1 "$FM_CHECK_DIR/log/bindings-$language.log")
		case $result in
		"result: "*", "*" tests") result=${result#result: } ;;
		*) result="-, skipped" ;;
		esac
	else
		result="-, failed"
	fi
	table+=$(printf '%-12s %-12s %s' "$language" "${result%%, *}" "${result#*, }")$'\n'
done
printf '%-12s %-12s %s\n%s' language version tests "$table"
exit $failed

#!/bin/bash
# SPDX-License-Identifier: MIT
# Installs what the tests need and runs all of them: each executable scripts/check.d/NN-name.sh in turn, out of tree, in build-check/.
# usage: check.sh [--long] [--no-install] [--verbose] [PART...]     PART: a name such as unit; --long adds the soak runs
# The last line is `N passed, N failed, N skipped`; exit 1 iff something failed. With CI=true a skip is a failure.
set -u
cd "$(dirname "$0")/.." || exit 2
start=$SECONDS
install=yes verbose=no parts=()

usage() { sed -n '4,5s/^# //p' "$0"; exit 2; }

for argument in "$@"; do
	case $argument in
	--long) export FM_LONG=yes ;;
	--no-install) install=no ;;
	--verbose) verbose=yes ;;
	-*) usage ;;
	*) [ -n "$(compgen -G "scripts/check.d/[0-9]*-$argument.sh")" ] || usage; parts+=("$argument") ;;
	esac
done

say() { printf '[%4d s] %s\n' $((SECONDS - start)) "$*"; }

out=$(mktemp)
trap 'rm -f "$out"' EXIT
passed=0 failed=0 skipped=0
limit=1500 # seconds a part may take
[ -z "${FM_LONG:-}" ] || limit=10800

# count WORD: lines of `out` that begin with it.
count() { grep -c "^$1 " "$out"; }

if [ "$install" = yes ] && ! scripts/install-toolchain.sh; then
	say "the toolchain is not complete; going on with what is there"
	[ "${CI:-}" != true ] || failed=1
fi

for part in scripts/check.d/[0-9]*.sh; do
	name=$(basename "$part" .sh)
	[ ${#parts[@]} = 0 ] || [[ " ${parts[*]} " == *" ${name#*-} "* ]] || continue
	say "$name ..."
	began=$SECONDS
	timeout --kill-after=30 "$limit" "$part" 2>&1 | tee "$out" | { if [ $verbose = yes ]; then cat; else grep --line-buffered -v '^pass '; fi; }
	status=${PIPESTATUS[0]}
	p=$(count pass) f=$(count fail) s=$(count skip)
	if [ "$status" != 0 ] && [ "$f" = 0 ]; then
		echo "fail $name ended with $status (124: after $limit s) and did not say what failed"
		f=1
	fi
	[ $((p + f + s)) -gt 0 ] || { echo "fail $name says nothing"; f=1; }
	passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
	say "$name: $p passed, $f failed, $s skipped in $((SECONDS - began)) s"
done

say "done"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]

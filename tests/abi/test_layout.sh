#!/bin/sh
# SPDX-License-Identifier: MIT
# Size and offsets of every public struct are those of the baseline (LP64 only: elsewhere skipped).
set -eu
src=${top_srcdir:-.}
[ "$(getconf LONG_BIT)" = 64 ] || exit 77
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
top_srcdir=$src sh "$src/tests/abi/layout.sh" > "$scratch/now"
[ "$(wc -l < "$scratch/now")" -gt 60 ] || { echo "the headers were not read"; exit 1; }
diff "$src/abi/layout-lp64.txt" "$scratch/now" || { echo "baseline (<) and today (>) differ: a frozen struct never changes, a size-first one grows at its end (scripts/update-abi-baseline)"; exit 1; }

#!/bin/bash
# SPDX-License-Identifier: MIT
# libFuzzer and the sanitizers look for steps after which a pool of any strategy and its plain model differ.
# Environment: top_srcdir; FM_FUZZ_SECONDS (10).
set -u
cd "${top_srcdir:-.}" || exit 1
command -v clang-19 > /dev/null || { echo "clang-19 is not installed (scripts/install-toolchain.sh core)"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
clang-19 -std=gnu11 -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -Iinclude -Ilib tests/fuzz/fuzz_pool.c tests/model/model.c \
	lib/pool/*.c lib/strategy/*.c lib/space/*.c lib/validate/*.c lib/platform/*.c lib/base/*.c -o "$scratch/fuzz" > "$scratch/said" 2>&1 ||
	{ cat "$scratch/said"; exit 1; }
mkdir "$scratch/corpus"
for strategy in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
	{ printf '%b' "$(printf '\\x%02x\\x04' "$strategy")"; awk -v seed="$strategy" 'BEGIN { srand(seed); for (i = 0; i < 1600; i++) printf "%c", 32 + rand() * 90 }'; } \
		> "$scratch/corpus/$strategy"
done
"$scratch/fuzz" -max_total_time="${FM_FUZZ_SECONDS:-10}" -max_len=4096 -artifact_prefix="$scratch/" "$scratch/corpus" > "$scratch/said" 2>&1 ||
	{ tail -n 60 "$scratch/said"; echo "the fuzzer found something"; exit 1; }
grep -o 'DONE .*' "$scratch/said" | tail -n 1

#!/bin/bash
# SPDX-License-Identifier: MIT
# No file of a system does more than be unknown: the roots of the unit tests cut at every length and with thousands of bytes changed, under the
# address and the undefined behaviour sanitizer; then, where there is libFuzzer, what it makes of them in FM_FUZZ_SECONDS.
# Environment: top_srcdir.
set -eu
src=${top_srcdir:-.}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# harness COMPILER OUTPUT OPTION...: tests/fuzz/fuzz_host.c with what reads a host; the target stands in for the files.
harness()
{
	local compiler=$1 output=$2
	shift 2
	# shellcheck disable=SC2046
	$compiler -g -O1 -std=gnu11 -I"$src/include" -I"$src/lib" "$@" -o "$output" "$src/tests/fuzz/fuzz_host.c" "$src"/lib/base/*.c "$src"/lib/platform/*.c \
		$(find "$src/lib/host" -name '*.c' ! -name 'process_*') "$src/lib/os/cpu.c" "$src/lib/os/process.c" -pthread
}

# A root as one input: each file behind its path.
mkdir "$scratch/corpus"
for root in "$src"/tests/unit/host/roots/*; do
	(cd "$root" && find . -type f | sort | while read -r file; do printf '\036%s\n' "${file#./}"; cat "$file"; done) > "$scratch/corpus/$(basename "$root")"
done
compiler=gcc
command -v "$compiler" > /dev/null || compiler=${CC:-cc}
harness "$compiler" "$scratch/hostile" -fsanitize=address,undefined -fno-sanitize-recover=all "$src/tests/check/hostile.c" > "$scratch/said" 2>&1 ||
	{ cat "$scratch/said"; echo "no sanitizers: scripts/install-toolchain.sh core"; exit 77; }
"$scratch/hostile" "${FM_HOSTILE_CHANGES:-1000}" "$scratch"/corpus/* > "$scratch/said" 2>&1 || { tail -n 40 "$scratch/said"; exit 1; }
cat "$scratch/said"

command -v clang-19 > /dev/null || { echo "clang-19 is not installed: scripts/install-toolchain.sh core"; exit 77; }
harness clang-19 "$scratch/fuzz" -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all
"$scratch/fuzz" -max_total_time="${FM_FUZZ_SECONDS:-10}" -timeout=20 -max_len=16384 -artifact_prefix="$scratch/" "$scratch/corpus" > "$scratch/said" 2>&1 ||
	{ tail -n 60 "$scratch/said"; echo "the fuzzer found a file that does more"; exit 1; }
grep -E 'DONE|Done' "$scratch/said"

#!/bin/sh
# SPDX-License-Identifier: MIT
# Times the hot paths beside their peers, counts their instructions, adds up code sizes, and writes docs/performance.md.
# Usage: bench.sh BUILD_FOLDER [REPETITIONS]   (an optimised build in which `make bench-programs` was run)
set -eu
build=$(cd "${1:?usage: bench.sh BUILD_FOLDER [REPETITIONS]}" && pwd)
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# jemalloc is opened at run time and wants more room for thread-local variables than glibc keeps for that.
export GLIBC_TUNABLES=glibc.rtld.optional_static_tls=16384
echo "timing: ${2:-9} repetitions in random order, about a minute" >&2
"$build/bench/flightmem-bench" --benchmark_enable_random_interleaving=true --benchmark_repetitions="${2:-9}" --benchmark_min_time=0.05 \
	--benchmark_format=json > "$scratch/times.json"
echo "counting instructions" >&2
scripts/count-instructions.sh "$build/bench/instructions" --tsv > "$scratch/instructions.tsv"
[ ! -x "$build/bench/wrapped_instructions" ] || scripts/count-instructions.sh "$build/bench/wrapped_instructions" --tsv >> "$scratch/instructions.tsv"
scripts/load-cost.sh "$build" --tsv >> "$scratch/instructions.tsv"
scripts/code-size.sh "$build" > "$scratch/sizes.tsv"
python3 scripts/bench-report.py "$scratch/times.json" "$scratch/instructions.tsv" "$scratch/sizes.tsv" > "$scratch/performance.md"
cp "$scratch/performance.md" docs/performance.md
echo "wrote docs/performance.md" >&2

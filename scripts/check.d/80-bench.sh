#!/bin/bash
# SPDX-License-Identifier: MIT
# Instruction counts and code sizes gate; the benchmarks run once, briefly, so that they stay whole. Times are reported, never asserted.
. "$(dirname "$0")/lib.sh"
build=$FM_CHECK_DIR/bench
try "bench configure" configured bench CC=gcc CFLAGS='-O2' CXXFLAGS='-O2' || exit 1
# One after the other: `all` is a make of its own, and both would build the library at once.
try "bench make" make -C "$build" -j"$FM_JOBS" all && try "bench programs" make -C "$build" -j"$FM_JOBS" bench-programs || exit 1
try "instructions of the hot paths" "$FM_ROOT/scripts/count-instructions.sh" "$build/bench/instructions"
try "instructions of wrapped functions" "$FM_ROOT/scripts/count-instructions.sh" "$build/bench/wrapped_instructions"
try "instructions of a start" "$FM_ROOT/scripts/load-cost.sh" "$build"
try "code size by rung" "$FM_ROOT/scripts/code-size.sh" "$build"
try "benchmarks run" "$build/bench/flightmem-bench" --benchmark_min_time=0.01
exit $failed

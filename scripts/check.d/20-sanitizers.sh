#!/bin/bash
# SPDX-License-Identifier: MIT
# The unit tests and examples/retro-graph under the address and the undefined behaviour sanitizer. A leak ends the program too: Criterion alone would not see it.
. "$(dirname "$0")/lib.sh"
export ASAN_OPTIONS=abort_on_error=1:detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1
try "sanitizers configure" configured sanitizers --enable-werror --enable-sanitizers CFLAGS='-g -O1' || exit 1
try "sanitizers make" make -C "$FM_CHECK_DIR/sanitizers" -j"$FM_JOBS" || exit 1
checked sanitizers check-unit
for test in test_retro_graph test_retro_graph_files test_retro_graph_proof; do
	try "sanitizers $test" env FM_PROOF_FRAMES=500 top_srcdir="$FM_ROOT" top_builddir="$FM_CHECK_DIR/sanitizers" sh "$FM_ROOT/tests/examples/$test.sh"
done
exit $failed

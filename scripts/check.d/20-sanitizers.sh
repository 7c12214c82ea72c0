#!/bin/bash
# SPDX-License-Identifier: MIT
# The unit tests and examples/retro-graph under the address and the undefined behaviour sanitizer. A leak ends the program too: Criterion alone would not see it.
. "$(dirname "$0")/lib.sh"
export ASAN_OPTIONS=abort_on_error=1:detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1
try "sanitizers configure" configured sanitizers --enable-werror --enable-sanitizers CFLAGS='-g -O1' || exit 1
try "sanitizers make" make -C "$FM_CHECK_DIR/sanitizers" -j"$FM_JOBS" || exit 1
find "$FM_CHECK_DIR/sanitizers" -name '*.trs' -delete
make -C "$FM_CHECK_DIR/sanitizers" -j"$FM_JOBS" check-unit > "$FM_CHECK_DIR/log/sanitizers-check.log" 2>&1 || made=no
results sanitizers "$FM_CHECK_DIR/sanitizers"
if [ -n "${made:-}" ] && [ $failed = 0 ]; then
	tail -n 40 "$FM_CHECK_DIR/log/sanitizers-check.log"
	fail "sanitizers make check" "$FM_CHECK_DIR/log/sanitizers-check.log"
fi
for test in test_retro_graph test_retro_graph_files test_retro_graph_proof; do
	try "sanitizers $test" env FM_PROOF_FRAMES=500 top_srcdir="$FM_ROOT" top_builddir="$FM_CHECK_DIR/sanitizers" sh "$FM_ROOT/tests/examples/$test.sh"
done
exit $failed

#!/bin/bash
# SPDX-License-Identifier: MIT
# The host as other machines have it: an aarch64 program under qemu-user with three pages, and one that is linked with musl.
. "$(dirname "$0")/lib.sh"
for test in emulated musl; do
	try "host $test" env top_srcdir="$FM_ROOT" sh "$FM_ROOT/tests/host/test_$test.sh"
done
exit $failed

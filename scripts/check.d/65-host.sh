#!/bin/bash
# SPDX-License-Identifier: MIT
# The host as other machines have it: an aarch64 program under qemu-user with three pages, one that is linked with musl, and files that lie.
. "$(dirname "$0")/lib.sh"
for test in emulated hostile musl; do
	try "host $test" env top_srcdir="$FM_ROOT" bash "$FM_ROOT/tests/host/test_$test.sh"
done
exit $failed

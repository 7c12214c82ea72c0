#!/bin/bash
# SPDX-License-Identifier: MIT
# Both clangs build everything, tests too, without a warning, and the unit tests pass.
. "$(dirname "$0")/lib.sh"
unset FM_LONG # the long models run in 10-unit and 20-sanitizers
for version in 14 19; do
	command -v clang-$version > /dev/null || { skip "clang-$version" "not installed: scripts/install-toolchain.sh core"; continue; }
	try "clang-$version configure" configured clang-$version --enable-werror CC=clang-$version || continue
	try "clang-$version make" make -C "$FM_CHECK_DIR/clang-$version" -j"$FM_JOBS" all &&
		try "clang-$version check" make -C "$FM_CHECK_DIR/clang-$version" -j"$FM_JOBS" check-unit
done
exit $failed

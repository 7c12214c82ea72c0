#!/bin/bash
# SPDX-License-Identifier: MIT
# Fuzz targets of profiles, blobs, YAML and wants: briefly, longer with --long.
. "$(dirname "$0")/lib.sh"
[ -e "$FM_UNIT_BUILD/Makefile" ] || try "fuzz configure" configured unit --enable-werror CFLAGS='-g -O2' || exit 1
try "fuzz make" make -C "$FM_UNIT_BUILD" -j"$FM_JOBS" all || exit 1
[ -z "$FM_LONG" ] || export FM_FUZZ_SECONDS=1800
try "fuzz: profiles, files of platforms, wants" env top_srcdir="$FM_ROOT" top_builddir="$FM_UNIT_BUILD" FM_FUZZ_SECONDS="${FM_FUZZ_SECONDS:-10}" \
	bash "$FM_ROOT/tests/fuzz/run.sh"
exit $failed

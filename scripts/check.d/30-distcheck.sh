#!/bin/bash
# SPDX-License-Identifier: MIT
# The tarball: make distcheck, and its build with a compiler and make alone.
. "$(dirname "$0")/lib.sh"
[ -e "$FM_UNIT_BUILD/Makefile" ] || try "distcheck configure" configured unit --enable-werror CFLAGS='-g -O2' || exit 1
try "distcheck" make -C "$FM_UNIT_BUILD" distcheck
try "tarball with a compiler and make alone" bash "$FM_ROOT/tests/build/test_tarball.sh" "$FM_UNIT_BUILD"
exit $failed

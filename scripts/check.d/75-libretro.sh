#!/bin/bash
# SPDX-License-Identifier: MIT
# Debian's libretro cores as plugins of examples/libretro-host: 10,000 frames each, of the slow ones with --long.
. "$(dirname "$0")/lib.sh"
[ -e "$FM_UNIT_BUILD/Makefile" ] || try "libretro configure" configured unit --enable-werror CFLAGS='-g -O2' || exit 1
try "libretro make" make -C "$FM_UNIT_BUILD" -j"$FM_JOBS" all || exit 1
try "libretro cores" env top_srcdir="$FM_ROOT" top_builddir="$FM_UNIT_BUILD" bash "$FM_ROOT/tests/examples/test_libretro_host.sh"
try "libretro maps and profiles agree" env top_srcdir="$FM_ROOT" top_builddir="$FM_UNIT_BUILD" bash "$FM_ROOT/tests/conformance/test_libretro.sh"
try "libretro retro_serialize wrapped" env top_srcdir="$FM_ROOT" top_builddir="$FM_UNIT_BUILD" bash "$FM_ROOT/tests/wrapped/test_core.sh"
exit $failed

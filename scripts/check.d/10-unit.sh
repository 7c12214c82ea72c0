#!/bin/bash
# SPDX-License-Identifier: MIT
# The plain build without a warning, and all of make check.
. "$(dirname "$0")/lib.sh"
try "unit configure" configured unit --enable-werror CFLAGS='-g -O2' || exit 1
try "unit make" make -C "$FM_UNIT_BUILD" -j"$FM_JOBS" || exit 1
checked unit check
exit $failed

#!/bin/bash
# SPDX-License-Identifier: MIT
# The plain build without a warning, and all of make check.
. "$(dirname "$0")/lib.sh"
try "unit configure" configured unit --enable-werror CFLAGS='-g -O2' || exit 1
try "unit make" make -C "$FM_UNIT_BUILD" -j"$FM_JOBS" || exit 1
find "$FM_UNIT_BUILD" -name '*.trs' -delete
make -C "$FM_UNIT_BUILD" -j"$FM_JOBS" check > "$FM_CHECK_DIR/log/unit-check.log" 2>&1 || made=no
results unit "$FM_UNIT_BUILD"
[ -z "${made:-}" ] || [ $failed = 1 ] || { tail -n 40 "$FM_CHECK_DIR/log/unit-check.log"; fail "unit make check" "$FM_CHECK_DIR/log/unit-check.log"; }
exit $failed

#!/bin/bash
# SPDX-License-Identifier: MIT
# Each option of configure, both ways.
. "$(dirname "$0")/lib.sh"
bash "$FM_ROOT/tests/build/test_options.sh" || failed=1
exit $failed

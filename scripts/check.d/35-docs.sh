#!/bin/bash
# SPDX-License-Identifier: MIT
# The API reference: every public name is documented, and the manual pages of the calls come out.
. "$(dirname "$0")/lib.sh"
command -v doxygen > /dev/null || { skip "API reference" "not installed: scripts/install-toolchain.sh docs"; exit $failed; }
cd "$FM_ROOT" || exit 1
mkdir -p "$FM_CHECK_DIR/docs"
FM_DOCS_OUTPUT=$FM_CHECK_DIR/docs try "API reference without a warning" doxygen docs/Doxyfile
# The page of a call is a link to that of its header.
page_of_a_call()
{
	local man=$FM_CHECK_DIR/docs/man
	grep -qx '.so man3/pool.h.3' "$man/man3/fm_pool_acquire.3" && grep -q 'FM_E_EXHAUSTED' "$man/man3/pool.h.3"
}
try "manual page of a call" page_of_a_call
exit $failed

#!/bin/bash
# SPDX-License-Identifier: MIT
# What is generated and committed is what its sources say; the scripts are clean.
. "$(dirname "$0")/lib.sh"
if git -C "$FM_ROOT" rev-parse > /dev/null 2>&1; then
	try "generated files are up to date" "$FM_ROOT/scripts/generate-bindings.sh" --check
else
	skip "generated files are up to date" "no git checkout"
fi
if command -v shellcheck > /dev/null; then
	cd "$FM_ROOT" || exit 1
	try "shellcheck" shellcheck -S warning -x -P SCRIPTDIR bootstrap .ci/run scripts/*.sh scripts/check.d/*.sh bindings/*.sh bindings/*/*.sh
else
	skip "shellcheck" "not installed: scripts/install-toolchain.sh core"
fi
exit $failed

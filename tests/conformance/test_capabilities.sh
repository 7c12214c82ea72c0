#!/bin/sh
# SPDX-License-Identifier: MIT
# Every platform answers for every capability, and what it says follows from data/platforms. Environment: top_srcdir, top_builddir.
set -eu
python3 -c 'import yaml' 2> /dev/null || { echo "python3 with yaml is not installed (apt-get install python3-yaml)"; exit 77; }
exec python3 -B "${top_srcdir:-.}/tests/conformance/test_capabilities.py" "${top_srcdir:-.}" "${top_builddir:-.}/tests/conformance/platforms"

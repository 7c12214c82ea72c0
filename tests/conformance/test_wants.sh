#!/bin/sh
# SPDX-License-Identifier: MIT
# Wants are granted as data/platforms says, on every platform: a reference in Python judges them from the data. Environment: top_srcdir, top_builddir.
set -eu
python3 -c 'import yaml' 2> /dev/null || { echo "python3 with yaml is not installed (apt-get install python3-yaml)"; exit 77; }
exec python3 -B "${top_srcdir:-.}/tests/conformance/test_wants.py" "${top_srcdir:-.}" "${top_builddir:-.}/tests/conformance/platforms"

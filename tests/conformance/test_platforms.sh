#!/bin/sh
# SPDX-License-Identifier: MIT
# What the library says of its platforms is what data/platforms says: every fact, and where edges and random addresses lead.
# Environment: top_srcdir, top_builddir.
set -eu
python3 -c 'import yaml' 2> /dev/null || { echo "python3 with yaml is not installed (apt-get install python3-yaml)"; exit 77; }
exec python3 "${top_srcdir:-.}/tests/conformance/test_platforms.py" "${top_srcdir:-.}" "${top_builddir:-.}/tests/conformance/platforms"

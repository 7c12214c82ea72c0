# shellcheck shell=sh
# SPDX-License-Identifier: MIT
# What the tests of examples/retro-graph begin with: the program, a folder of its own that goes at the end, and the pictures made in it.
# Environment: top_srcdir, top_builddir.
set -eu
src=$(cd "${top_srcdir:-.}" && pwd) build=$(cd "${top_builddir:-.}" && pwd)
program=$build/examples/retro-graph/retro-graph
[ -x "$program" ] || { echo "examples/retro-graph is not built: libpng is missing, or configured with --disable-shared; scripts/install-toolchain.sh core"; exit 77; }
command -v python3 > /dev/null || { echo "python3 is not installed: scripts/install-toolchain.sh core"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
fail() { echo "$*"; exit 1; }
pictures() { python3 "$src/tests/examples/pictures.py" "$@"; }
pictures make .

#!/bin/sh
# SPDX-License-Identifier: MIT
# The scenarios that every language executes, in C, and a runner that notices a wrong answer.
set -eu
src=$(cd "${top_srcdir:-.}" && pwd) build=${top_builddir:-.}
library=${FM_LIBRARY:-$build/.libs/libflightmem.so}
[ -e "$library" ] || { echo "no shared library was built (configure without --disable-shared)"; exit 77; }
pkg-config --exists jansson || { echo "no jansson: scripts/install-toolchain.sh core"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
library=$(realpath "$library")
# shellcheck disable=SC2046 # flags are words
${CC:-gcc} -std=gnu11 -Wall -Wextra -Werror -I"$src/include" $(pkg-config --cflags jansson) -o "$scratch/run" "$src/tests/bindings/run.c" \
	"$src/tests/bindings/ops.c" "$library" -Wl,-rpath,"$(dirname "$library")" $(pkg-config --libs jansson)
"$scratch/run" "$src"/tests/bindings/*.ndjson
sed 's/"bytes":"65536"/"bytes":"65537"/' "$src/tests/bindings/sizes.ndjson" > "$scratch/wrong.ndjson"
if "$scratch/run" "$scratch/wrong.ndjson" > "$scratch/out" || ! grep -q '1 differ' "$scratch/out"; then
	echo "the runner does not notice a wrong answer"
	exit 1
fi

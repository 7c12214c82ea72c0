#!/bin/sh
# SPDX-License-Identifier: MIT
# FM_ASSERT_ACCESS() refuses what validators refuse, in every region of every platform header. Environment: CC, top_srcdir, top_builddir.
set -eu
src=${top_srcdir:-.} build=${top_builddir:-.}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for header in "$src"/include/flightmem/platform/*.h; do
	platform=$(basename "$header" .h)
	id=$(sed -n 's,.* from data/platforms/\(.*\)\.yaml.*,\1,p' "$header")
	echo "#include <flightmem/platform/$platform.h>" >> "$scratch/platforms.h"
	sed -n "s/^#define FM_RIGHTS_${platform}_\([a-z0-9_]*\) .*/REGION(\"$id\", \"\1\", $platform, \1)/p" "$header" >> "$scratch/rows.h"
done
# shellcheck disable=SC2086
"$build/libtool" --quiet --mode=link --tag=CC ${CC:-gcc} -std=c99 -O1 ${FM_INSTRUMENT:-} -I"$src/include" -I"$scratch" -o "$scratch/macros" \
	"$src/tests/conformance/macros.c" "$build/libflightmem.la"
"$scratch/macros"

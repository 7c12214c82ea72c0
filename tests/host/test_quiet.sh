#!/bin/sh
# SPDX-License-Identifier: MIT
# Reading a host takes no memory: heard by libflightmem-quiet. Environment: top_srcdir, top_builddir.
set -eu
src=$(cd "${top_srcdir:-.}" && pwd) build=$(cd "${top_builddir:-.}" && pwd)
libraries=$build/.libs
[ -e "$libraries/libflightmem.so" ] || { echo "no shared library was built (configure without --disable-shared)"; exit 77; }
if ${NM:-nm} -D "$libraries/libflightmem.so" | grep -q __asan_init; then
	echo "the library is built with sanitizers, with which this program is not; configure without them"
	exit 77
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
${CC:-gcc} -g -O1 -Wall -Wextra -Werror -rdynamic -I"$src/include" -o "$scratch/quiet" "$src/tests/host/quiet.c" -L"$libraries" -Wl,-rpath,"$libraries" \
	-Wl,--push-state,--no-as-needed -lflightmem-quiet -Wl,--pop-state -lflightmem -pthread
"$scratch/quiet"

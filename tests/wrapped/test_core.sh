#!/bin/bash
# SPDX-License-Identifier: MIT
# A libretro core's retro_serialize behind a check, with a ROM made here. Environment: CC, top_srcdir, top_builddir; FM_LIBRETRO: the folder of cores.
set -u
src=$(cd "${top_srcdir:-.}" && pwd) build=$(cd "${top_builddir:-.}" && pwd)
cores=${FM_LIBRETRO:-/usr/lib/$(${CC:-gcc} -print-multiarch)/libretro}
[ -e "$build/libflightmem-ffi.la" ] || { echo "libflightmem-ffi was not built: libffi is missing (Debian: libffi-dev)"; exit 77; }
[ -e "$cores/mgba_libretro.so" ] || { echo "no libretro core mgba in $cores: scripts/install-toolchain.sh libretro"; exit 77; }
command -v arm-none-eabi-gcc > /dev/null || { echo "arm-none-eabi-gcc is not installed: scripts/install-toolchain.sh libretro"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
"$src/tests/examples/roms/make-roms.sh" "$scratch" > roms.log 2>&1 || { cat roms.log; exit 1; }
"$build/libtool" --quiet --mode=link --tag=CC ${CC:-gcc} -std=gnu11 -g -Wall -Wextra -Werror ${FM_INSTRUMENT:-} -I"$src/include" -I"$src/examples/libretro-host" \
	-o core "$src/tests/wrapped/core.c" "$build/libflightmem-ffi.la" "$build/libflightmem.la" -ldl || exit 1
./core "$cores/mgba_libretro.so" gba.gba

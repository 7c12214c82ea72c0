#!/bin/sh
# SPDX-License-Identifier: MIT
# examples/gba does not only link: the cartridge runs in mGBA, and its sparks fly. They come from slots and go back to them, so however
# long it runs there are never more than SPARKS of them. Environment: top_srcdir, top_builddir, CC, MAKE.
set -eu
src=$(cd "${top_srcdir:-.}" && pwd) build=$(cd "${top_builddir:-.}" && pwd)
host=$build/examples/libretro-host/libretro-host
core=${FM_LIBRETRO:-/usr/lib/$(${CC:-gcc} -print-multiarch)/libretro}/mgba_libretro.so
[ -x "$host" ] || { echo "no libretro-host was built: libpng is missing (Debian: libpng-dev)"; exit 77; }
[ -e "$core" ] || { echo "no $core: scripts/install-toolchain.sh libretro"; exit 77; }
command -v arm-none-eabi-gcc > /dev/null || { echo "arm-none-eabi-gcc is not installed: scripts/install-toolchain.sh gba"; exit 77; }
command -v python3 > /dev/null || { echo "python3 is not installed: scripts/install-toolchain.sh core"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
if [ -e "$build/amalgamation/flightmem.c" ]; then two=$build/amalgamation; else two=$src/amalgamation; fi
[ -e "$two/flightmem.c" ] || { echo "no amalgamation/flightmem.c: make amalgamation"; exit 1; }
cp "$src"/examples/gba/* "$scratch"
cd "$scratch"
"${MAKE:-make}" FLIGHTMEM="$two" sparks.gba > make.txt 2>&1 || { cat make.txt; exit 1; }
# Few frames in few sparks fly, all of them near the middle; later about as many burn out as are lit.
for row in '10 1 30' '200 80 256' '3000 80 256'; do
	# shellcheck disable=SC2086
	set -- $row
	"$host" --frames "$1" --picture "after-$1.png" "$core" sparks.gba > host.txt 2>&1 || { cat host.txt; exit 1; }
	python3 "$src/tests/examples/pictures.py" lit "after-$1.png" 240 160 "$2" "$3"
done

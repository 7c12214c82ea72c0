#!/bin/bash
# SPDX-License-Identifier: MIT
# What Debian's libretro cores announce of their consoles is what our profiles say, but for what libretro.yaml explains; and the comparison
# tells each planted difference. Environment: CC, top_srcdir, top_builddir; FM_LIBRETRO: the folder of cores.
set -u
src=$(cd "${top_srcdir:-.}" && pwd) build=$(cd "${top_builddir:-.}" && pwd)
host=$build/examples/libretro-host/libretro-host
flightmem=$build/flightmem
cores=${FM_LIBRETRO:-/usr/lib/$(${CC:-gcc} -print-multiarch)/libretro}
[ -x "$host" ] || { echo "no libretro-host was built: libpng is missing (Debian: libpng-dev)"; exit 77; }
[ -x "$flightmem" ] || { echo "no flightmem command was built: jansson is missing (Debian: libjansson-dev)"; exit 77; }
python3 -c 'import yaml' 2> /dev/null || { echo "python3 with yaml is not installed (apt-get install python3-yaml)"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
"$src/tests/examples/roms/make-roms.sh" "$scratch" > roms.log 2>&1 || { cat roms.log; exit 1; }
failed=0
bad() { echo "FAILED: $*"; failed=1; }

# The same program as a game of the Game Boy Color: one byte of its header, and the sum over it.
colour()
{
	python3 - <<- 'END'
		game = bytearray(open("gb.gb", "rb").read())
		game[0x143] = 0xC0
		game[0x14D] = -sum(byte + 1 for byte in game[0x134:0x14D]) & 0xFF
		open("gbc.gbc", "wb").write(game)
	END
}

# announce CORE ROM PROFILE: runs the core for two frames; what it announces is in CORE.PROFILE.json.
runs=()
announce()
{
	[ -e "$cores/$1_libretro.so" ] || { echo "no libretro core $1 in $cores: scripts/install-toolchain.sh libretro"; exit 77; }
	[ -e "$2" ] || { grep "no .*${2##*.}" roms.log; echo "no ROM $2: scripts/install-toolchain.sh libretro"; exit 77; }
	timeout 120 "$host" --json --directory . --frames 2 "$cores/$1_libretro.so" "$2" > "$1.$3.json" 2> err || bad "$1 ended with $?: $(tail -n 3 err)"
	runs+=("$1:$3:$1.$3.json")
}

[ -e gb.gb ] && colour
announce mgba gba.gba gba
announce gambatte gb.gb gb
announce gambatte gbc.gbc gbc
announce nestopia nes.nes nes
announce mednafen_pce_fast pce.pce pc_engine
announce bsnes_mercury_performance snes.sfc snes
announce bsnes_mercury_balanced snes.sfc snes
announce bsnes_mercury_accuracy snes.sfc snes
announce desmume nds.nds nds
python3 "$src/tests/conformance/test_libretro.py" "$flightmem" "$src/tests/conformance/libretro.yaml" "${runs[@]}" || bad "cores and profiles differ"

# The WonderSwan has no profile here, and its core announces nothing that one would be held against.
if [ -e ws.ws ]; then
	announce mednafen_wswan ws.ws none
	python3 -c 'import json; r = json.load(open("mednafen_wswan.none.json")); raise SystemExit(bool(r["memory_map"] or any(r["memory"].values())))' ||
		bad "mednafen_wswan announces memory now: it wants a profile"
fi

[ $failed = 0 ] && echo "cores and profiles agree, and each planted difference is told"
exit $failed

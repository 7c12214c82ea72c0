#!/bin/bash
# SPDX-License-Identifier: MIT
# Runs Debian's libretro cores in libretro-host on ROMs made here: every frame in a plane, no allocation of the host, the picture right;
# and a core of our own for what no real core does wrong. Environment: top_srcdir, top_builddir, CC; FM_LONG: 10,000 frames everywhere.
set -u
src=$(cd "${top_srcdir:-.}" && pwd) build=$(cd "${top_builddir:-.}" && pwd)
host=$build/examples/libretro-host/libretro-host
here=$src/tests/examples
cores=${FM_LIBRETRO:-/usr/lib/$(${CC:-gcc} -print-multiarch)/libretro}
failed=0
[ -x "$host" ] || { echo "no libretro-host was built: libpng is missing (Debian: libpng-dev)"; exit 77; }
for core in bsnes_mercury_accuracy bsnes_mercury_balanced bsnes_mercury_performance desmume gambatte mednafen_pce_fast mednafen_psx mednafen_vb \
	mednafen_wswan mgba nestopia; do
	[ -e "$cores/${core}_libretro.so" ] || { echo "no libretro core $core in $cores: scripts/install-toolchain.sh libretro"; exit 77; }
done
for tool in arm-none-eabi-gcc cl65 sdcc; do
	command -v $tool > /dev/null || { echo "$tool is not installed: scripts/install-toolchain.sh libretro"; exit 77; }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
"$here/roms/make-roms.sh" "$scratch" > roms.log 2>&1 || { cat roms.log; exit 1; }

bad() { echo "FAILED: $*"; failed=1; }

# ends WANTED TEXT COMMAND...: the command ends with WANTED, and says TEXT (may be empty) on standard error.
ends()
{
	local wanted=$1 text=$2 status=0
	shift 2
	"$@" > out 2> err || status=$?
	[ $status = "$wanted" ] || bad "$* ended with $status instead of $wanted: $(tail -n 3 err)"
	[ -z "$text" ] || grep -qF -- "$text" err || bad "$* does not say '$text': $(cat err)"
}

# report CONDITION: holds for the JSON in out, as a Python expression of `r`.
report()
{
	python3 - "$1" <<- 'END' || bad "the report of $current: not $1"
		import json, sys
		r = json.load(open("out"))
		sys.exit(not eval(sys.argv[1]))
	END
}

# runs CORE ROM PICTURE FRAMES: that many frames, of them the last drawn as PICTURE says; all of 10,000 where FM_LONG is set.
runs()
{
	local frames=$4 began=$SECONDS
	current=$1
	[ -z "${FM_LONG:-}" ] || frames=10000
	timeout 900 "$host" --json --directory . --frames "$frames" --picture "$1.png" "$cores/$1_libretro.so" "$2" > out 2> err ||
		{ bad "$1 ended with $?: $(tail -n 3 err)"; return; }
	report "r['frames']['run'] == $frames and r['frames']['drawn'] + r['frames']['repeated'] == $frames and r['frames']['refused'] == 0"
	report "r['allocations']['while_frames_ran']['host'] == 0 and r['allocations']['before']['host_bytes'] > r['pool']['capacity']"
	report "r['pool']['sealed'] and r['pool']['granted'] == r['frames']['drawn'] and r['pool']['used'] * 2 == r['pool']['capacity']"
	report "r['frames']['drawn'] > $frames * 0.9 and r['frames']['bytes_written'] > 0"
	python3 "$here/picture.py" "$3" "$1.png" || failed=1
	echo "$1: $frames frames in $((SECONDS - began)) s, $(sed -n 's/.*"while_frames_ran": {\([^}]*\)}.*/\1/p' out | tr -d '"')"
	# A game cut off in its header, and one cut off later, are refused or run, never a crash.
	for bytes in 8 300; do
		head -c $bytes "$2" > "cut.${2##*.}"
		timeout 60 "$host" --frames 10 --directory . "$cores/$1_libretro.so" "cut.${2##*.}" > cut.log 2>&1
		case $? in 0 | 4) ;; *) bad "$1 with $bytes bytes of $2 ended with $?: $(tail -n 3 cut.log)" ;; esac
	done
}

# announces CORE NAME: it loads without a game and says what it is.
announces()
{
	current=$1
	"$host" --json --directory . "$cores/$1_libretro.so" > out 2> err || { bad "$1 ended with $?: $(tail -n 3 err)"; return; }
	report "r['core']['name'] == '$2' and r['core']['version'] and r['core']['extensions'] and r['game'] is None"
}

runs mgba gba.gba gba 10000
report "{('0x3000000', '0x8000'), ('0x2000000', '0x40000'), ('0x6000000', '0x18000')} <= {(m['start'], m['bytes']) for m in r['memory_map']}"
runs gambatte gb.gb gb 10000
report "r['memory']['system_ram'] == 0x2000 and ('0x8000', '0x2000') in {(m['start'], m['bytes']) for m in r['memory_map']}"
runs nestopia nes.nes nes 10000
report "r['memory']['system_ram'] == 0x800 and r['memory_map'] == []"
runs mednafen_pce_fast pce.pce pce 10000
if [ -e ws.ws ]; then
	runs mednafen_wswan ws.ws ws 10000
else
	announces mednafen_wswan "Mednafen WonderSwan"
fi
# These take seconds for a thousand frames: two emulate their console to the cycle, one has two screens and two processors.
runs bsnes_mercury_performance snes.sfc snes 1000
runs bsnes_mercury_balanced snes.sfc snes 1000
runs bsnes_mercury_accuracy snes.sfc snes 500
report "r['memory']['system_ram'] == 0x20000"
runs desmume nds.nds nds 500
announces mednafen_psx "Mednafen PSX"
announces mednafen_vb "Mednafen VB"

# A core of our own.
fake() { ${CC:-gcc} -shared -fPIC -I"$src/examples/libretro-host" "${@:2}" -o "$1" "$here/fake_core.c" || exit 1; }
fake ./fake.so
fake ./old.so -DFAKE_VERSION=2
fake ./part.so -DFAKE_WITHOUT_RUN
printf 'this is no ELF%.0s' $(seq 100) > text.so
: > empty.gba
current=fake
ends 0 "" "$host" --json --frames 7 --picture fake.png ./fake.so gba.gba
report "r['core']['name'] == '\"Fake\\\\\n\xe9' and r['core']['version'] is None and r['video']['pixel_format'] == '0RGB1555'"
report "r['frames']['drawn'] == 4 and r['frames']['repeated'] == 3 and r['memory']['system_ram'] == 0"
report "r['allocations']['while_frames_ran'] == {'host': 0, 'host_bytes': 0, 'core': 21, 'core_bytes': 2100}"
python3 "$here/picture.py" fake fake.png || failed=1
FAKE=map ends 0 "" "$host" --json --frames 1 ./fake.so gba.gba
report "r['memory_map_announced'] == 100 and len(r['memory_map']) == 64"
FAKE=early ends 0 "" "$host" --json --frames 1 ./fake.so gba.gba
report "r['frames']['drawn'] == 1"
FAKE=end ends 0 "asked to end after 5 frames" "$host" --json --frames 100 ./fake.so gba.gba
FAKE=large ends 3 "not announce" "$host" ./fake.so gba.gba
FAKE=pitch ends 3 "not announce" "$host" ./fake.so gba.gba
FAKE=no-size ends 5 "largest frame" "$host" ./fake.so gba.gba
FAKE=game ends 4 "refuses gba.gba" "$host" ./fake.so gba.gba
FAKE=nothing ends 6 "no frame was drawn" "$host" --picture x.png ./fake.so gba.gba
ends 6 "can't be written" "$host" --picture no/such/folder.png ./fake.so gba.gba
ends 3 "version 2 of the libretro API" "$host" ./old.so gba.gba
ends 3 "has no retro_run" "$host" ./part.so gba.gba
ends 3 "invalid ELF header" "$host" ./text.so gba.gba
ends 3 "No such file" "$host" ./none.so gba.gba
ends 4 "No such file" "$host" ./fake.so none.gba
ends 4 "is empty" "$host" ./fake.so empty.gba
truncate -s 257M large.gba
ends 4 "is larger than 256 MiB" "$host" ./fake.so large.gba
ends 4 "is no file" "$host" ./fake.so .
ends 2 "--frames takes a number" "$host" --frames -1 ./fake.so
ends 2 "no such option" "$host" --colour ./fake.so
ends 2 "it takes a core" "$host"
ends 2 "it takes a core" "$host" a b c
[ $failed = 0 ] && echo "all cores and faults as expected"
exit $failed

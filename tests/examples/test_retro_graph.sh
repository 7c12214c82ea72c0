#!/bin/sh
# SPDX-License-Identifier: MIT
# examples/retro-graph draws what it should, on each console and in each mode: size, colours, nearness to the picture, the same bytes
# every time. The report says what the profiles say. Where Debian's photograph is installed, it becomes the picture of the documentation.
# Environment: top_srcdir, top_builddir.
. "${top_srcdir:-.}/tests/examples/retro_graph.sh"

# shows NAME WIDTH HEIGHT PSNR COLOURS INPUT OPTION...
shows()
{
	name=$1 width=$2 height=$3 least=$4 colours=$5 input=$6
	shift 6
	"$program" "$@" --frames 40 -o "$name.png" --scaled "$name-scaled.png" "$input" > "$name.txt"
	pictures check "$name.png" "$width" "$height" "$name-scaled.png" "$least" "$colours"
	"$program" "$@" --frames 7 -o "$name-again.png" "$input" > again.txt
	cmp "$name.png" "$name-again.png" || fail "$name: another run, another picture"
}
shows gba 240 160 30 256 good-rgb8.png
shows mode3 240 160 37 32768 good-rgb8.png --platform gba --mode 3
shows mode4 240 160 30 256 good-rgb8.png --mode 4
shows mode5 160 128 37 32768 good-rgb8.png --mode 5
shows psx 320 240 37 32768 good-rgb8.png --platform psx
cmp gba.png mode4.png || fail "the GBA's default is not mode 4"

# What the report says of each mode is computed from the profile's 98,304 bytes of video RAM.
has() { grep -qF -- "$2" "$1" || { cat "$1"; fail "$1 does not say: $2"; }; }
has gba.txt 'mode 3: 240 x 160, 32,768 colours: 76 800 bytes each, 1 fit: one buffer'
has gba.txt '> mode 4: 240 x 160, 256 of 32,768 colours: 40 960 bytes each, 2 fit: double-buffered'
has gba.txt 'mode 5: 160 x 128, 32,768 colours: 40 960 bytes each, 2 fit: double-buffered'
has gba.txt 'a second page for mode 3'
has gba.txt 'nothing was asked for: 0 allocations, 0 frees, 0 mappings, pools grew by 0 bytes'
has psx.txt '1 228 800 bytes'
has psx.txt 'a third picture in video RAM'
has psx.txt 'two rows in the scratchpad'
has psx.txt 'double-buffered'

"$program" --platform psx --frames 9 --json -o json.png good-rgb8.png > psx.json
"$program" --frames 9 --json -o 'a "quoted" näme.png' good-rgb8.png > gba.json
python3 - << 'P'
import json
gba, psx = json.load(open("gba.json")), json.load(open("psx.json"))
for report in (gba, psx):
    assert report["schema"] == 1 and report["proof"]["holds"] and report["proof"]["frames"] == 9 and report["proof"]["allocations"] == 0
    assert report["proof"]["planes_reused"] >= 3 * 9
    assert all(pool["sealed"] and pool["used"] <= pool["peak"] <= pool["capacity"] for pool in report["pools"])
    assert all(region["used"] <= region["peak"] <= region["capacity"] for region in report["regions"])
    large = report["refusals"][0]
    assert "1 228 800 bytes" in large["why"] and "1 048 576" in large["why"], large
regions = {r["id"]: r for r in gba["regions"]}
assert regions["vram"]["capacity"] == 98304 and regions["ewram"]["capacity"] == 262144 and regions["iwram"]["capacity"] == 32768 - 256
assert [(m["pages"], m["double_buffered"]) for m in gba["modes"]] == [(1, False), (2, True), (2, True)]
assert gba["screen"]["address"] in ("0x06000000", "0x0600A000"), gba["screen"]
regions = {r["id"]: r for r in psx["regions"]}
assert regions["vram"]["capacity"] == 1048576 and regions["vram"]["used"] == 2 * 240 * 2048
assert regions["main_ram"]["capacity"] == 2097152 - 65536 - 256 and regions["main_ram"]["used"] <= regions["main_ram"]["capacity"]
P

photograph=/usr/lib/python3/dist-packages/imageio/resources/images/chelsea.png
if [ -e "$photograph" ]; then
	shows photograph-gba 240 160 33 256 "$photograph"
	pictures is-double photograph-gba.png "$src/docs/images/retro-graph-gba.png"
	shows photograph-psx 320 240 37 32768 "$photograph" --platform psx
fi

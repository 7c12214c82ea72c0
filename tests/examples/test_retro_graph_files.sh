#!/bin/sh
# SPDX-License-Identifier: MIT
# examples/retro-graph reads every kind of PNG, refuses every broken file in words, and judges its command line.
# Environment: top_srcdir, top_builddir.
. "${top_srcdir:-.}/tests/examples/retro_graph.sh"

for picture in good-*.png; do
	for platform in gba psx; do
		"$program" --platform $platform --frames 2 -o "$platform-$picture" "$picture" > out.txt 2>&1 || { cat out.txt; fail "$platform: $picture is refused"; }
	done
done
# same A B: two files of the same picture give the same screen.
same() { cmp "psx-good-$1.png" "psx-good-$2.png" || fail "$1 and $2 give different screens"; }
same rgb8 rgb8-interlaced
same rgb8 rgb16
same rgb8 rgba8-opaque
same grey8 grey-as-rgb8
same grey8 grey16
cmp -s psx-good-rgb8.png psx-good-rgba8.png && fail "transparency changes nothing"

# refused STATUS WORDS ARGUMENT...: ends with that status, one line that has the words, and writes no picture.
refused()
{
	want=$1 words=$2 status=0
	shift 2
	rm -f refused.png
	"$program" --frames 2 -o refused.png "$@" > out.txt 2> err.txt || status=$?
	[ $status = "$want" ] || { cat err.txt; fail "$*: ended with $status, not $want"; }
	grep -qF -- "$words" err.txt && [ "$(wc -l < err.txt)" = 1 ] || { cat err.txt; fail "$*: does not say $words, in one line"; }
	[ ! -e refused.png ] || fail "$*: left a picture"
	[ ! -s out.txt ] || fail "$*: left a report"
}
for picture in bad-*.png; do
	case $picture in
	bad-huge.png | bad-wider-than-planes.png) refused 4 "$picture is" "$picture" ;;
	bad-too-little-data.png | bad-truncated-half.png | bad-bit-flipped.png) refused 3 "$picture can't be read to its end" "$picture" ;;
	*) refused 3 "$picture can't be read" "$picture" ;;
	esac
done
refused 3 "no-such.png can't be opened: No such file" no-such.png
mkdir folder.png
refused 3 "folder.png can't be read" folder.png
refused 2 'there is no option --fast' --fast good-rgb8.png
refused 2 "--platform can't be \"nes\"" --platform nes good-rgb8.png
refused 2 "--frames can't be \"0\"" --frames 0 good-rgb8.png
refused 2 "--frames can't be \"-1\"" --frames -1 good-rgb8.png
refused 2 "--frames can't be \"10x\"" --frames 10x good-rgb8.png
refused 2 "--mode can't be \"6\"" --mode 6 good-rgb8.png
refused 2 "--mode is the GBA's" --platform psx --mode 3 good-rgb8.png
refused 2 "--mode needs a value" good-rgb8.png --mode
refused 2 'one picture at a time: good-grey8.png is the second' good-rgb8.png good-grey8.png
refused 2 "--provoke can't be \"fork\"" --provoke fork good-rgb8.png
refused 3 "no-such/out.png can't be written" good-rgb8.png -o no-such/out.png
if [ -w /dev/full ]; then
	status=0
	"$program" --frames 2 -o full.png good-one-pixel.png > /dev/full 2> err.txt || status=$?
	[ $status = 3 ] && grep -q "the report can't be written" err.txt || fail "a report that can't be written is lost silently"
fi
"$program" --help | grep -q '^usage: retro-graph'

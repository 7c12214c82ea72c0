#!/bin/sh
# SPDX-License-Identifier: MIT
# Ten thousand frames of examples/retro-graph ask nobody for memory; and the proof of it is no formality: one call of any kind between
# two frames is seen, counted and ends the program with 1.
# Environment: top_srcdir, top_builddir; FM_PROOF_FRAMES: fewer frames, for instrumented builds.
set -eu
frames=${FM_PROOF_FRAMES:-10000}
. "${top_srcdir:-.}/tests/examples/retro_graph.sh"

# provoked CALL COUNTED: the report counts it.
provoked()
{
	status=0
	"$program" --platform "$platform" --frames 20 --provoke "$1" -o out.png good-one-pixel.png > out.txt 2> err.txt || status=$?
	[ $status = 1 ] || { cat out.txt err.txt; fail "$platform: $1 between two frames: ended with $status, not 1"; }
	grep -q 'THE PROMISE WAS BROKEN' out.txt && grep -q "$2" out.txt || { cat out.txt; fail "$platform: $1 is not counted as $2"; }
}
for platform in gba psx; do
	provoked malloc ' 1 allocations'
	provoked calloc ' 1 allocations'
	provoked realloc ' 1 allocations'
	provoked aligned ' 1 allocations'
	provoked free ' 1 frees'
	provoked mmap ' 1 mappings'
	# A hundred times as many planes as there are bytes for: each was given back and acquired again.
	"$program" --platform $platform --frames "$frames" -o out.png good-one-pixel.png > out.txt 2> err.txt || { cat out.txt err.txt; fail "$platform: $frames frames"; }
	grep -q ' frames after the warm-up' out.txt && grep -q '^nothing was asked for: 0 allocations, 0 frees, 0 mappings' out.txt ||
		{ cat out.txt; fail "$platform: what was proved?"; }
	tail -n 2 out.txt
done

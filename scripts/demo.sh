#!/bin/bash
# SPDX-License-Identifier: MIT
# The main job on a fresh Debian 12: installs what it needs, builds out of tree in build-demo/, and shows a photograph on the screens of a
# Game Boy Advance and a PlayStation. What is done already is not done again.
# usage: demo.sh [--no-install] [--frames N] [PHOTOGRAPH.png]     without a photograph: the cat of Debian's python3-imageio
set -eu
began=$SECONDS
here=$PWD
cd "$(dirname "$0")/.."
root=$PWD build=$PWD/build-demo
program=$build/examples/retro-graph/retro-graph
install=yes frames=10000 photograph=()

bold='' plain=''
if [ -t 1 ]; then bold=$'\e[1m' plain=$'\e[0m'; fi
say() { printf '%s[%4d s] demo: %s%s\n' "$bold" $((SECONDS - began)) "$*" "$plain"; }
usage() { sed -n '5s/^# //p' "$root/scripts/demo.sh"; exit 2; }

while [ $# -gt 0 ]; do
	case $1 in
	--no-install) install=no ;;
	--frames) [ $# -gt 1 ] || usage; frames=$2; shift ;;
	-*) usage ;;
	/*) photograph=("$1") ;;
	*) photograph=("$here/$1") ;;
	esac
	shift
done

# run WHAT COMMAND...: says what takes long while it does, and shows all of it when it fails.
run()
{
	local what=$1 log=$build/log job ticks=0
	shift
	say "$what ..."
	mkdir -p "$log"
	log=$log/${what//[^a-zA-Z0-9]/-}.log
	"$@" > "$log" 2>&1 &
	job=$!
	while kill -0 $job 2> /dev/null; do
		sleep 0.2
		ticks=$((ticks + 1))
		[ $((ticks % 25)) != 0 ] || say "$what: $(wc -l < "$log") lines of output so far"
	done
	wait $job || { tail -n 40 "$log"; say "$what failed; all of it: $log"; exit 1; }
}

[ $install = no ] || "$root/scripts/install-toolchain.sh" demo
if [ ! -e configure ] || [ configure.ac -nt configure ] || [ Makefile.am -nt Makefile.in ]; then
	run "making configure" ./bootstrap
fi
mkdir -p "$build"
cd "$build"
if [ ! -e Makefile ] || [ ../configure -nt config.status ]; then
	run "configuring" ../configure --with-libpng --without-apr --without-benchmark --without-criterion --without-jansson --disable-static
fi
run "building" make -j"$(nproc)" examples/retro-graph/retro-graph

for platform in gba psx; do
	say "$platform: $frames frames"
	"$program" --platform $platform --frames "$frames" -o "$build/retro-graph-$platform.png" ${photograph[@]+"${photograph[@]}"}
	echo
done
say "done. The pictures to look at: $build/retro-graph-gba.png $build/retro-graph-psx.png"

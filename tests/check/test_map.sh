#!/bin/bash
# SPDX-License-Identifier: MIT
# Map files of GNU ld that are not as they should be: cut at every line, with numbers that pass the top, with lines of nonsense. The same
# numbers as the ELF of the link: test_numbers.sh.
. "$(dirname "$0")/lib.sh"
need arm-none-eabi-gcc
link game gba -fdata-sections
map=$scratch/game.map
says 0 'game.map \(map\) on gba.*Not judged.*game.map fits gba' check "$map" --profile gba
says 1 'fault \(budget\)' check "$map" --profile gba --budget iwram=4k
says 1 'lie in no region of snes' check "$map" --profile snes
lines=$(wc -l < "$map")
for ((line = 1; line < lines; line += 3)); do
	head -n $line "$map" > "$scratch/cut.map"
	"$command" check "$scratch/cut.map" --profile gba --as map > "$scratch/said" 2>&1
	code=$?
	case $code in 0 | 1 | 3) ;; *) bad "the first $line lines: exit $code"; cat "$scratch/said" ;; esac
done
sed 's/^\(\.dma *\)0x[0-9a-f]*  *0x[0-9a-f]*/\10xfffffffffffffff0 0x20/' "$map" > "$scratch/top.map"
says 3 'top.map: line [0-9]+: section \.dma passes the top of the addresses' check "$scratch/top.map" --profile gba
sed 's/load address 0x[0-9a-f]*/load address 0xzz/' "$map" > "$scratch/load.map"
says 3 'load.map: line [0-9]+: the load address of \.data can.t be read' check "$scratch/load.map" --profile gba
{ cat "$map"; head -c 100000 /dev/urandom; } > "$scratch/noise.map"
"$command" check "$scratch/noise.map" --profile gba > /dev/null 2>&1
[ $? -le 4 ] || bad "noise ends the command"
# What has no end is refused, not read until memory ends.
says 3 '/dev/zero: more than 1 GiB, which only a trace may have' check /dev/zero --profile gba --as map
says 3 '/dev/zero: more than 1 GiB' diff /dev/zero "$map"
exit $status

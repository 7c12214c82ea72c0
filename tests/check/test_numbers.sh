#!/bin/bash
# SPDX-License-Identifier: MIT
# The numbers of flightmem check against those of binutils on the same files: size -A, nm -S, readelf, ld --print-memory-usage, and the map
# of the same link. Used and free make the size, everywhere.
. "$(dirname "$0")/lib.sh"
need arm-none-eabi-gcc mipsel-linux-gnu-gcc mips-linux-gnu-gcc m68k-linux-gnu-gcc sh4-linux-gnu-gcc
with_libelf
with_jsonschema

for pair in gba:arm-none-eabi stm32f407:arm-none-eabi psx:mipsel-linux-gnu n64:mips-linux-gnu megadrive:m68k-linux-gnu dreamcast:sh4-linux-gnu; do
	platform=${pair%:*}
	link "$platform" "$platform" -fdata-sections -ffunction-sections
	"$command" check "$scratch/$platform.elf" --profile "$platform" --json > "$scratch/$platform.json" || bad "$platform does not fit"
	"$command" check "$scratch/$platform.map" --profile "$platform" --json > "$scratch/$platform.map.json" || bad "the map of $platform does not fit"
	"$command" check "$scratch/$platform.elf" --schema > "$scratch/schema"
	python3 "$src/tests/check/against_binutils.py" "$scratch" "$platform" "${pair#*:}-" || bad "$platform: the numbers differ"
done
exit $status

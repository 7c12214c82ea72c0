#!/bin/bash
# SPDX-License-Identifier: MIT
# Raw images: a Game Boy Advance cartridge that a real link made, headers of other consoles, sizes at the edge of the region, and --base.
. "$(dirname "$0")/lib.sh"
need arm-none-eabi-gcc

# image FILE SIZE [OFFSET BYTES]...: a file of that many bytes with something in it.
image()
{
	python3 - "$@" <<'MAKE'
import sys
file, size, *rest = sys.argv[1:]
data = bytearray(b"\x55" * int(size, 0))
for at, value in zip(rest[::2], rest[1::2]):
    value = bytes.fromhex(value)
    data[int(at, 0):int(at, 0) + len(value)] = value
open(file, "wb").write(data)
MAKE
}

link game gba
arm-none-eabi-objcopy -O binary -j .text -j .rodata -j .data -j .fast "$scratch/game.elf" "$scratch/part.bin" 2> /dev/null || bad "objcopy fails"
arm-none-eabi-objcopy -O binary -j .text -j .rodata "$scratch/game.elf" "$scratch/game.bin" || bad "objcopy fails"
bytes=$(wc -c < "$scratch/game.bin")
says 0 "rom .* $(printf "%d" "$bytes" | sed 's/\(...\)$/ \1/') .*game.bin fits gba" check "$scratch/game.bin" --profile gba --base 0x08000000
says 3 'not known for a kind of input by its first bytes.*--base ADDRESS' check "$scratch/game.bin" --profile gba
says 3 'where does the image lie\? --base ADDRESS' check "$scratch/game.bin" --profile gba --as rom
says 3 'no address of gba at character' check "$scratch/game.bin" --profile gba --base hello
says 1 'lie in no region of gba' check "$scratch/game.bin" --profile gba --base 0x1F000000

image "$scratch/cart.gba" 0x100000 3 EA 0xB2 96
says 0 '1 048 576 of sections \(image' check "$scratch/cart.gba" --profile gba
says 3 'a Game Boy Advance cartridge, and no program of psx: --profile gba' check "$scratch/cart.gba" --profile psx
image "$scratch/cart.md" 0x400000 0x100 53454741
says 0 'rom +4 194 304 +4 194 304 100%' check "$scratch/cart.md" --profile megadrive
image "$scratch/large.md" 0x400010 0x100 53454741
says 1 '16 bytes of image (pass the end of rom|at .*lie in no region)' check "$scratch/large.md" --profile megadrive
image "$scratch/lo.sfc" 0x80000 0x7FD5 20 0x7FDC 34120000 0x7FDE CBED
says 0 'rom_lorom .* 524 288' check "$scratch/lo.sfc" --profile snes
image "$scratch/hi.smc" 0x80200 0x101D5 31 0x101DC 3412CBED
says 0 'rom_hirom .* 524 288' check "$scratch/hi.smc" --profile snes
image "$scratch/cart.z64" 0x100000 0 80371240
says 0 'cart_dom1 .* 1 048 576' check "$scratch/cart.z64" --profile n64
image "$scratch/cut.gba" 0xB0 3 EA
says 3 'not known' check "$scratch/cut.gba" --profile gba
{ cat "$scratch/cart.gba"; head -c 4096 /dev/zero | tr '\0' '\377'; } > "$scratch/padded.gba"
says 0 'the last 4 096 bytes of the image are padding of one value' check "$scratch/padded.gba" --profile gba
: > "$scratch/empty"
says 3 'the image is empty' check "$scratch/empty" --profile gba --base 0x08000000
exit $status

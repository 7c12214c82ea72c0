#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes the ROMs of this folder with Debian's compilers: make-roms.sh FOLDER. What has no compiler is left out, with a line that says so.
set -eu
roms=$(cd "$(dirname "$0")" && pwd)
cd "$1"

# have TOOL PACKAGE ROM: true iff the tool is there.
have()
{
	command -v "$1" > /dev/null || { echo "no $3: $1 is not installed (Debian: $2)"; return 1; }
}

if have arm-none-eabi-gcc gcc-arm-none-eabi "gba.gba and nds.nds"; then
	arm-none-eabi-gcc -mcpu=arm7tdmi -mthumb -Os -ffreestanding -nostdlib -Wall -Wextra -Werror \
		-Wl,--section-start=.header=0x08000000,-Ttext=0x08000200 -o gba.elf "$roms/gba.s" "$roms/gba.c"
	arm-none-eabi-objcopy -O binary gba.elf gba.gba
	arm-none-eabi-gcc -mcpu=arm7tdmi -nostdlib -Wl,-Ttext=0x02000000 -o nds9.elf "$roms/nds9.s"
	arm-none-eabi-gcc -mcpu=arm7tdmi -nostdlib -Wl,-Ttext=0x02380000 -o nds7.elf "$roms/nds7.s"
	arm-none-eabi-objcopy -O binary nds9.elf nds9.bin
	arm-none-eabi-objcopy -O binary nds7.elf nds7.bin
	python3 "$roms/nds.py" nds9.bin nds7.bin nds.nds
fi
if have sdcc sdcc gb.gb; then
	sdasgb -o gb_start.rel "$roms/gb_start.s"
	sdcc -msm83 --no-std-crt0 --code-loc 0x200 --data-loc 0xC000 -o gb.ihx gb_start.rel "$roms/gb.c"
	makebin -Z -yN -yn FLIGHTMEM gb.ihx gb.gb
fi
if have cl65 cc65 "nes.nes, snes.sfc and pce.pce"; then
	ca65 -o nes_start.o "$roms/nes_start.s"
	cc65 -t nes -Oirs -o nes.s "$roms/nes.c"
	ca65 -o nes.o nes.s
	ld65 -C "$roms/nes.cfg" -o nes.nes nes_start.o nes.o nes.lib
	ca65 -o snes.o "$roms/snes.s"
	ld65 -C "$roms/snes.cfg" -o snes.sfc snes.o
	ca65 -o pce.o "$roms/pce.s"
	ld65 -C "$roms/pce.cfg" -o pce.pce pce.o
fi
# The WonderSwan's processor is an 8086 at heart: where the machine's own assembler is one for x86, it makes the ROM.
if as --32 -o ws.o "$roms/ws.s" 2> /dev/null; then
	ld -m elf_i386 -Ttext=0 -e _start --oformat binary -o ws.ws ws.o
	python3 "$roms/ws.py" ws.ws
else
	echo "no ws.ws: as is no assembler for x86"
fi

#!/bin/bash
# SPDX-License-Identifier: MIT
# flightmem check on programs that Debian's cross compilers link: good ones of every class and byte order, and one with each fault.
. "$(dirname "$0")/lib.sh"
need arm-none-eabi-gcc mipsel-linux-gnu-gcc mips-linux-gnu-gcc m68k-linux-gnu-gcc sh4-linux-gnu-gcc riscv64-unknown-elf-gcc
with_libelf

for platform in gba psx n64 megadrive dreamcast stm32f407; do
	link $platform $platform
	says 0 "$platform.elf fits $platform\." check "$scratch/$platform.elf" --profile $platform
done
link riscv64 riscv64
says 1 'fault \(wrong_width\)' check "$scratch/riscv64.elf" --profile gba
says 1 'the program is for RISC-V; ARM7TDMI of gba runs ARM' check "$scratch/riscv64.elf" --profile gba
says 1 'the program is for MIPS' check "$scratch/psx.elf" --profile gba
says 1 'fault \(wrong_byte_order\): the program is little-endian, and n64 is big-endian' check "$scratch/psx.elf" --profile n64
says 2 'has no regions that a program is linked for' check "$scratch/riscv64.elf" --profile linux-riscv64

says 1 'a program of the ARM7DI \(AICA\) has addresses of its own' check "$scratch/gba.elf" --profile dreamcast

# What no source states is undecided, never OK; --allow takes it.
planted undecided '/\.fast/s/} > ram AT> rom/} AT> rom/; s/\.fast : {/.fast 0x05000000 : {/'
link undecided gba
says 4 'undecided \(not_executable\): \.fast lies in palette at 0x05000000, and no source says whether code executes there' \
	check "$scratch/undecided.elf" --profile gba
says 0 'note \(not_executable\).*fits gba' check "$scratch/undecided.elf" --profile gba --allow not_executable
script=$src/tests/check/program.ld

# What the numbers are made of: .data and code for RAM are in ROM too, the stack and what the BIOS keeps count.
says 0 'rom:.* of sections \(\.rodata 1 024, \.text .* of stored copies of what runs elsewhere \(\.data 128' check "$scratch/gba.elf" --profile gba
says 0 'iwram:.* 1 024 for the stack; 256 kept by the platform;' check "$scratch/gba.elf" --profile gba
# KSEG0, KSEG1 and physical addresses are the same bytes.
planted kseg 's/\.dma (NOLOAD) : {\(.*\)} > ram/.dma 0xA0020000 (NOLOAD) : {\1}/'
link kseg psx
says 1 'fault \(overlap\)' check "$scratch/kseg.elf" --profile psx
script=$src/tests/check/program.ld

# fault RULE PLATFORM SED PATTERN: one planted fault, and what is said of it.
fault()
{
	planted "$1" "$3"
	link "$1" "$2"
	says 1 "fault \($1\): $4" check "$scratch/$1.elf" --profile "$2"
}
fault outside gba 's/RAM_AT, LENGTH = RAM_BYTES/0x01000000, LENGTH = 32K/' '.*bytes of \.bss at 0x0100[0-9A-F]+ lie in no region of gba\. *Largest there: world 4 096'
fault overlap gba 's/\.bss (NOLOAD) :/.bss 0x03000100 (NOLOAD) :/' '\.data and \.bss share 128 bytes of iwram from 0x03000100 on'
fault written_in_rom gba 's/sdata\.\*) } > ram AT> rom/sdata.*) } > rom/' '\.data lies in rom at 0x08000[0-9A-F]+, where nothing can be stored'
fault not_executable psx '/\.fast/s/} > ram AT> rom/} AT> rom/; s/\.fast : {/.fast 0x1F800000 : {/' '\.fast lies in scratchpad at 0x1F800000, where nothing executes\. Largest there: fast'
fault dma_unreachable psx 's/\.dma (NOLOAD) : {\(.*\)} > ram/.dma 0x1F800000 (NOLOAD) : {\1}/' '\.dma lies in scratchpad at 0x1F800000, where a DMA engine does not take it'
fault reserved gba 's/LENGTH = RAM_BYTES/LENGTH = 32K/; s/\. = ALIGN(8);/. = ORIGIN(ram) + LENGTH(ram) - 16;/' '240 bytes of \.bss at 0x03007F00 are spoken for: BIOS'
fault misplaced gba 's/\.bss (NOLOAD) : {/.ewram (NOLOAD) : {/' '\.ewram is named for region ewram and lies in iwram'
fault unloaded gba 's/^SECTIONS/PHDRS { all PT_LOAD; }\n&/; s/> rom$/> rom :all/; s/\(\.rodata.*> rom\).*/\1 :NONE/; s/\(\.dma.*> ram\).*/\1 :all/' \
	'\.rodata has bytes, and no segment loads them'

# GNU ld lowers what a section asks for to fit where a script puts it; lld only warns.
if command -v ld.lld-19 > /dev/null; then
	arm-none-eabi-gcc -mcpu=arm7tdmi -mthumb -O2 -ffreestanding -c -o "$scratch/program.o" "$src/tests/check/program.c"
	planted misaligned 's/\.dma (NOLOAD) :/.dma 0x03000004 (NOLOAD) :/'
	ld.lld-19 --defsym=ROM_AT=0x08000000 --defsym=ROM_BYTES=32M --defsym=RAM_AT=0x03000000 --defsym=RAM_BYTES=0x7F00 -T "$script" \
		-o "$scratch/misaligned.elf" "$scratch/program.o" 2> /dev/null || bad "lld can't link"
	says 1 'fault \(misaligned\): \.dma begins at 0x03000004, which is no multiple of the 64 bytes it asks for' check "$scratch/misaligned.elf" --profile gba
else
	missing=ld.lld-19
fi
[ $status = 0 ] || exit $status
[ -z "${missing:-}" ] || { echo "$missing is not installed: scripts/install-toolchain.sh core"; exit 77; }

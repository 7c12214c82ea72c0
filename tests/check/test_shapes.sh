#!/bin/bash
# SPDX-License-Identifier: MIT
# What programs are made of beside plain sections: overlays, thread-local data, COMMON, tables that only the loader writes, orphans, files
# without section headers, without symbols, object files, position-independent ones, 64-bit ones, files that lld linked.
. "$(dirname "$0")/lib.sh"
need arm-none-eabi-gcc mips-linux-gnu-gcc avr-gcc
with_libelf

# Sections of ld's OVERLAY take turns; the same addresses without stored copies are a fault.
cat > "$scratch/turns.c" <<'C'
__attribute__((section(".level1"), used)) char one[600] = { 1 };
__attribute__((section(".level2"), used)) char two[800] = { 2 };
C
planted overlay 's/\.bss (NOLOAD)/OVERLAY : { .ov1 { *(.level1) } .ov2 { *(.level2) } } > ram AT> rom\n&/'
link overlay gba "$scratch/turns.c"
says 0 'iwram: .*\.ov2 800, \.ov1 600.*free' check "$scratch/overlay.elf" --profile gba
"$command" check "$scratch/overlay.elf" --profile gba --json > "$scratch/json"
python3 - "$scratch/json" <<'CHECK' || bad "an overlay is counted more than once, or its stored copies are not"
import json, sys
report = json.load(open(sys.argv[1]))
regions = {r["id"]: r for r in report["regions"]}
sections = {s["name"]: s for s in report["sections"]}
assert sections[".ov1"]["overlay"] and sections[".ov2"]["overlay"] and not sections[".data"]["overlay"]
assert regions["iwram"]["sections"] == sum(s["size"] for n, s in sections.items() if s["region"] == "iwram" and n not in (".ov1", "stack"))
assert regions["rom"]["copies"] == sum(s["stored"] for s in sections.values() if s["copy_in"] == "rom") >= 1400
CHECK
planted clash 's/\.bss (NOLOAD)/.ov1 : { *(.level1) } > ram\n.ov2 ADDR(.ov1) : { *(.level2) }\n&/'
link clash gba "$scratch/turns.c"
says 1 'fault \(overlap\): \.ov1 and \.ov2 share 600 bytes of iwram' check "$scratch/clash.elf" --profile gba

# Thread-local data, COMMON, a table of constructors in ROM, and a section that no line of the script places.
cat > "$scratch/more.c" <<'C'
__thread int mine = 1; __thread int zeroes[50];
int shared[100];
const char table_of_two_names[500] = { 2 };
extern const char second_name[500] __attribute__((alias("table_of_two_names")));
static void begin(void) { shared[0] = mine; }
__attribute__((section(".init_array"), used)) static void (*const table[])(void) = { begin };
__attribute__((section(".orphan"), used)) const char orphan[40] = { 1 };
C
planted more 's/\.dma (NOLOAD)/.tdata : { *(.tdata) } > rom .tbss : { *(.tbss) } > rom .init_array : { KEEP(*(.init_array)) } > rom\n&/'
link more gba -fcommon -mtp=soft -Wl,--defsym=__aeabi_read_tp=0 "$scratch/more.c"
"$command" check "$scratch/more.elf" --profile gba --json > "$scratch/json" || bad "thread-local data, COMMON and constructors are no fault"
python3 - "$scratch/json" <<'CHECK' || bad "thread-local data, COMMON, constructors or orphans are not counted as they should"
import json, sys
sections = {s["name"]: s for s in json.load(open(sys.argv[1]))["sections"]}
assert sections[".tdata"]["kind"] == "thread" and ".tbss" not in sections
assert sections[".init_array"]["region"] == "rom" and sections[".orphan"]["size"] == 40
assert sections[".bss"]["size"] >= 4096 + 400
names = [s["name"] for s in json.load(open(sys.argv[1]))["symbols"] if s["size"] == 500]
assert len(names) == 1, names
CHECK
script=$src/tests/check/program.ld

# Without section headers the segments are counted, without symbols the sections; both give the same bytes.
link plain gba
cp "$scratch/plain.elf" "$scratch/bare.elf"
python3 - "$scratch/bare.elf" <<'BARE'
import sys
with open(sys.argv[1], "r+b") as file:
    file.seek(32)
    file.write(bytes(4)) # e_shoff
    file.seek(46)
    file.write(bytes(6)) # e_shentsize, e_shnum, e_shstrndx
BARE
says 0 'segment 0.*bare.elf fits gba' check "$scratch/bare.elf" --profile gba
arm-none-eabi-strip -o "$scratch/stripped.elf" "$scratch/plain.elf"
says 0 '4 496 of sections' check "$scratch/stripped.elf" --profile gba
says 1 'fault \((overlap|outside)\).*stripped.elf does not fit' check "$scratch/stripped.elf" --profile gba --stack 40KiB

# What is no program, or not whole.
arm-none-eabi-gcc -c -o "$scratch/object.o" "$src/tests/check/program.c"
says 3 'an object file, whose addresses are not settled' check "$scratch/object.o" --profile gba
for bytes in 4 20 51 52 60 300 1500 2000; do
	head -c $bytes "$scratch/plain.elf" > "$scratch/cut.elf"
	says 3 'cut.elf: .*(cut off|is it whole|outside the file)' check "$scratch/cut.elf" --profile gba
done

# 64-bit MIPS programs have 32-bit addresses with their sign: the same bytes.
mips-linux-gnu-gcc -march=vr4300 -mabi=64 -mno-abicalls -fno-pic -G0 -O2 -ffreestanding -nostdlib -static -T "$script" -Wl,--build-id=none,--no-warnings \
	-Wl,--defsym=ROM_AT=0xFFFFFFFF80000400,--defsym=ROM_BYTES=64K,--defsym=RAM_AT=0xFFFFFFFF80020000,--defsym=RAM_BYTES=1M \
	-msym32 -o "$scratch/n64.elf" "$src/tests/check/program.c" || bad "a 64-bit program can't be linked"
says 0 'n64.elf fits n64' check "$scratch/n64.elf" --profile n64

# AVR numbers three address spaces in one.
cat > "$scratch/avr.c" <<'C'
char data[50] = { 1 }, zeroes[300];
__attribute__((section(".eeprom"))) char kept[20] = { 1 };
int main(void) { for (;;) data[0] += zeroes[0]; }
C
avr-gcc -mmcu=atmega328p -Os -nostdlib -Wl,-e,main -o "$scratch/avr.elf" "$scratch/avr.c" || bad "no program for AVR can be linked"
says 0 'sram: 350 of sections \(\.bss 300, \.data 50\);.*flash: .* of sections \(\.text.*50 of stored copies.*eeprom: 20 of sections' \
	check "$scratch/avr.elf" --profile avr-atmega328p
says 0 'sram: 350 of sections .* 128 for the stack; 64 for the heap' check "$scratch/avr.elf" --profile avr-atmega328p --stack 128 --heap 64
exit $status

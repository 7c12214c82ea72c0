#!/bin/sh
# SPDX-License-Identifier: MIT
# examples/gba is built as its reader would build it: two files and a header, no configure, no libc. Its size is held, its objects lie
# where they were planned, and what does not fit does not compile.
# Environment: top_srcdir, top_builddir, MAKE.
set -eu
src=$(cd "${top_srcdir:-.}" && pwd) build=$(cd "${top_builddir:-.}" && pwd)
limit=2048 # bytes of Thumb code: arena, slots, bounds, and the program that uses them
command -v arm-none-eabi-gcc > /dev/null || { echo "arm-none-eabi-gcc is not installed: scripts/install-toolchain.sh gba"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
if [ -e "$build/amalgamation/flightmem.c" ]; then two=$(cd "$build/amalgamation" && pwd); else two=$src/amalgamation; fi
[ -e "$two/flightmem.c" ] || { echo "no amalgamation/flightmem.c: make amalgamation"; exit 1; }
cp "$src"/examples/gba/* "$scratch"
cd "$scratch"
fail() { echo "$*"; exit 1; }

[ "$(grep -vc '^#' Makefile)" -le 10 ] || fail "the Makefile has more than 10 lines"
"${MAKE:-make}" FLIGHTMEM="$two" CC="arm-none-eabi-gcc -Werror"

bytes=$(arm-none-eabi-size -A sparks.elf | awk '$1 == ".text" { print $2 }')
[ "$bytes" -le "$limit" ] || fail ".text has $bytes bytes, the gate is $limit"
echo ".text: $bytes of $limit bytes"

# lies NAME FIRST END: the symbol's address.
lies()
{
	at=$(arm-none-eabi-nm sparks.elf | awk -v name="$1" '$3 == name { print "0x" $1 }')
	[ -n "$at" ] || fail "no symbol $1"
	if [ $((at)) -lt $(($2)) ] || [ $((at)) -ge $(($3)) ]; then fail "$1 lies at $at, not in $2 to $3"; fi
	echo "$1: $at"
}
lies start 0x08000000 0x08000001
lies main 0x080000C0 0x0A000000
lies world 0x03000000 0x03007F00
lies cleared_end 0x03000000 0x03007B01
[ -z "$(arm-none-eabi-nm -u sparks.elf)" ] || fail "something is undefined"
[ "$(arm-none-eabi-size -A sparks.elf | awk '$1 == ".data" { print $2 }')" = "" ] || fail "there is .data that nobody copies"

# 2000 sparks of 12 bytes with their lists are more than 32 KiB: the compiler says so, and names the region.
if arm-none-eabi-gcc -std=c99 -mthumb -mcpu=arm7tdmi -ffreestanding -I"$two" -DSPARKS=2000 -c -o over.o sparks.c 2> over.txt; then
	fail "a world that is too large compiles"
fi
grep -q 'region iwram of gba has' over.txt || { cat over.txt; fail "the refusal does not name the region"; }
grep 'region iwram' over.txt | head -n 1

# The command says of it what the linker script planned: 1 KiB of stack below what the BIOS keeps.
[ -x "$build/flightmem" ] || { echo "checked without the command, which needs jansson"; exit 0; }
"$build/flightmem" check sparks.elf --profile gba --budget iwram=30KiB > said.txt || { cat said.txt; fail "sparks.elf does not fit"; }
grep -q '1 024 for the stack; 256 kept by the' said.txt || { cat said.txt; fail "the stack is not counted"; }

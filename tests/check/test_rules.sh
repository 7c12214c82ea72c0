#!/bin/bash
# SPDX-License-Identifier: MIT
# flightmem.mk and FlightmemCheck.cmake as they are installed, in real cross builds: what fits builds, what does not fails with the reason,
# and again when nothing changed.
. "$(dirname "$0")/lib.sh"
need arm-none-eabi-gcc cmake
with_libelf
make=${MAKE:-make}
"$make" -C "$build" install-makerulesDATA install-checkcmakeDATA DESTDIR="$scratch/to" prefix=/p > "$scratch/said" 2>&1 || { cat "$scratch/said"; bad "the rules can't be installed"; }
cp "$src/tests/check/program.c" "$script" "$scratch"
cd "$scratch" || exit 1

# expect EXIT PATTERN WORDS...
expect()
{
	local code=$1 pattern=$2 got
	shift 2
	"$@" > "$scratch/said" 2>&1
	got=$?
	[ "$((got != 0))" = "$code" ] || { bad "$*: exit $got"; cat "$scratch/said"; }
	tr '\n' ' ' < "$scratch/said" | grep -Eq -- "$pattern" || { bad "$*: does not say '$pattern' but:"; cat "$scratch/said"; }
}

cat > Makefile <<'MAKE'
BUDGET = 30KiB
LINK = -Wl,--defsym=ROM_AT=0x08000000,--defsym=ROM_BYTES=32M,--defsym=RAM_AT=0x03000000,--defsym=RAM_BYTES=0x7F00,--no-warnings
include flightmem.mk
all: game.elf
game.elf: program.c program.ld
	arm-none-eabi-gcc -mcpu=arm7tdmi -mthumb -O2 -ffreestanding -nostdlib -T program.ld $(LINK) -o $@ program.c
$(call flightmem_check,game.elf,gba,--budget iwram=$(BUDGET) --budget rom=90%)
MAKE
gmake=("$make" -I "$scratch/to/p/include" FLIGHTMEM_COMMAND="$command")
unset MAKEFLAGS MFLAGS MAKELEVEL
expect 0 'iwram +32 768.*fits gba' "${gmake[@]}"
[ -s game.elf.memory.json ] || bad "no baseline is kept"
expect 0 "Nothing to be done for 'all'" "${gmake[@]}"
touch program.c
expect 1 'fault \(budget\): iwram uses 5 776 bytes, 1 680 more than its budget of 4 096' "${gmake[@]}" BUDGET=4KiB
expect 1 'fault \(budget\)' "${gmake[@]}" BUDGET=4KiB
expect 0 'fits gba' "${gmake[@]}" memory
touch program.c
expect 1 'fault .overlap.' "${gmake[@]}" FLIGHTMEM_CHECK_FLAGS='--heap 28KiB'

mkdir cmake-build
cat > toolchain.cmake <<'CMAKE'
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_C_COMPILER arm-none-eabi-gcc)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
CMAKE
cat > CMakeLists.txt <<'CMAKE'
cmake_minimum_required(VERSION 3.13)
project(game C)
find_package(FlightmemCheck REQUIRED)
add_executable(game program.c)
target_compile_options(game PRIVATE -mcpu=arm7tdmi -mthumb -O2 -ffreestanding)
target_link_options(game PRIVATE -mcpu=arm7tdmi -mthumb -nostdlib -T ${CMAKE_SOURCE_DIR}/program.ld -Wl,--no-warnings
	-Wl,--defsym=ROM_AT=0x08000000,--defsym=ROM_BYTES=32M,--defsym=RAM_AT=0x03000000,--defsym=RAM_BYTES=0x7F00)
flightmem_check(game PROFILE ${PROFILE} BUDGET iwram=${BUDGET} rom=90% DMA buffer counters SVG game.svg ${MORE})
CMAKE
configure() { cmake -S . -B cmake-build -DCMAKE_TOOLCHAIN_FILE="$scratch/toolchain.cmake" -DCMAKE_PREFIX_PATH="$scratch/to/p" -DFLIGHTMEM_COMMAND="$command" "$@"; }
expect 0 'done' configure -DPROFILE=gba -DBUDGET=30KiB
expect 0 'Memory of game on gba.*fits gba' cmake --build cmake-build
[ -s cmake-build/game.memory.json ] && [ -s cmake-build/game.svg ] || bad "CMake keeps no report and no picture"
cp cmake-build/game.memory.json old.json
sed -i 's/world\[4096\]/world[6000]/' program.c
expect 0 'done' configure "-DMORE=BASELINE;$scratch/old.json;NO_GROWTH"
expect 1 'fault \(growth\): iwram uses 1 904 bytes more' cmake --build cmake-build
expect 1 'fault \(growth\)' cmake --build cmake-build
expect 0 'done' configure -DMORE= -DBUDGET=4KiB
expect 1 'fault \(budget\)' cmake --build cmake-build
expect 1 'PROFILE says which platform' configure -DPROFILE=
expect 1 'what is NONSENSE\?' configure -DPROFILE=gba -DMORE=NONSENSE
exit $status

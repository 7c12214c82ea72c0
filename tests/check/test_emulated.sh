#!/bin/bash
# SPDX-License-Identifier: MIT
# Traces of an emulator: examples/gba runs from its ROM in the Unicorn engine, and each access it makes is right; a program that does wrong is found out.
. "$(dirname "$0")/lib.sh"
need arm-none-eabi-gcc
for python in python3 /usr/bin/python3; do "$python" -c 'import unicorn' 2> /dev/null && break; python=; done
[ -n "$python" ] || { echo "the Unicorn engine is not installed: scripts/install-toolchain.sh cross"; exit 77; }
emulate() { "$python" "$src/tests/check/emulate_gba.py" "$@"; }

if [ -e "$build/amalgamation/flightmem.c" ]; then two=$build/amalgamation; else two=$src/amalgamation; fi
[ -e "$two/flightmem.c" ] || { echo "no amalgamation/flightmem.c: make amalgamation"; exit 1; }
cp "$src"/examples/gba/* "$scratch"
(cd "$scratch" && ${MAKE:-make} FLIGHTMEM="$two" sparks.gba) > "$scratch/made" 2>&1 || { cat "$scratch/made"; exit 1; }
emulate "$scratch/sparks.gba" 300000 > "$scratch/sparks.trace" || bad "the emulator stops"
# The first instruction stands in the cartridge's header, which is spoken for: for just that.
"$command" check "$scratch/sparks.trace" --profile gba --json > "$scratch/json"
[ $? = 1 ] || bad "sparks: exit status is not 1"
"$command" check "$scratch/sparks.trace" --profile gba --allow reserved --json > "$scratch/allowed" || bad "sparks: something else is refused"
python3 - "$scratch/json" "$scratch/allowed" <<'CHECK' || { bad "sparks: the trace is not what the program does"; cat "$scratch/json"; }
import json, sys
trace, allowed = (json.load(open(name)) for name in sys.argv[1:])
assert [(f["rule"], f["access"], f["address"], f["count"]) for f in trace["findings"]] == [("reserved", "fetch", "0x0000000008000000", 1)]
assert allowed["verdict"] == "clean" and allowed["findings"][0]["weight"] == "note"
places = {p["id"]: p for p in trace["regions"]}
assert trace["accesses"] > 300000 and places["vram"]["writes"] > 1000 and places["vram"]["sizes"]["1"] == 0
assert places["iwram"]["writes"] > 1000 and places["rom"]["fetches"] > 100000 and "(nowhere)" not in places
CHECK

# A store of a byte to video memory, a store to the cartridge, a word from an odd address, a load from nowhere near: one after the other.
cat > "$scratch/wrong.s" <<'ASM'
	b 1f
	.space 0xBC
1:	mov r0, #0x06000000
	strb r0, [r0, #2]
	mov r1, #0x08000000
	str r0, [r1, #0x100]
	mov r2, #0x02000000
	ldr r3, [r2, #2]
	mov r3, #0x00000000
	strh r3, [r3, #8]
	mov r3, #0x03000000
	strh r3, [r3, #4]
2:	b 2b
ASM
arm-none-eabi-gcc -mcpu=arm7tdmi -nostdlib -Wl,-Ttext=0x08000000 -o "$scratch/wrong.elf" "$scratch/wrong.s" 2> "$scratch/made" || { cat "$scratch/made"; exit 1; }
arm-none-eabi-objcopy -O binary "$scratch/wrong.elf" "$scratch/wrong.gba"
emulate "$scratch/wrong.gba" 30 > "$scratch/wrong.trace" || bad "the emulator stops"
"$command" check "$scratch/wrong.trace" --profile gba --allow reserved --json > "$scratch/json"
[ $? = 1 ] || bad "a program that does wrong is not refused"
python3 - "$scratch/json" <<'CHECK' || { bad "not each fault is found"; cat "$scratch/wrong.trace" "$scratch/json"; }
import json, sys
found = {(f["rule"], f["region"], f["access"], f["size"]) for f in json.load(open(sys.argv[1]))["findings"] if f["weight"] == "fault"}
assert found == {("width", "vram", "store", 1), ("permission", "rom", "store", 4), ("alignment", "ewram", "load", 4), ("permission", "bios", "store", 2)}, found
CHECK
exit $status

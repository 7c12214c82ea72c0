#!/bin/bash
# SPDX-License-Identifier: MIT
# Budgets, reserves, baselines and diff: what breaks a build in CI, and with which reason. Saved reports are read with suspicion.
. "$(dirname "$0")/lib.sh"
need arm-none-eabi-gcc
with_libelf
with_jsonschema
link game gba
game=$scratch/game.elf

# Budgets.
says 0 'iwram .* 30 720' check "$game" --profile gba --budget iwram=30KiB --budget rom=1%
says 1 'fault \(budget\): iwram uses 5 776 bytes, 1 680 more than its budget of 4 096\. +Largest there: world 4 096, buffer 256, counters 128, fast' check "$game" --profile gba --budget iwram=4k
says 1 'more than its budget of 3 276' check "$game" --profile gba --budget iwram=10%
says 0 'ewram .* 0 .* 262 144' check "$game" --profile gba --budget ewram=1KiB
says 0 'note \(budget\)' check "$game" --profile gba --budget iwram=4k --allow budget
says 2 "no region 'iwramm'; did you mean 'iwram'\?" check "$game" --profile gba --budget iwramm=4k
says 2 'REGION=SIZE' check "$game" --profile gba --budget iwram
says 2 "'lots' is neither a size" check "$game" --profile gba --budget iwram=lots
says 2 'up to 100%' check "$game" --profile gba --budget iwram=101%
says 2 "no rule 'overlaps'.*did you mean 'overlap'" check "$game" --profile gba --allow overlaps
says 2 'no rule .xyzzy.*outside +Each byte' check "$game" --profile gba --allow xyzzy
says 2 'which platform\? --profile ID' check "$game"
says 2 "did you mean 'gba'" check "$game" --profile gbaa
says 3 'No such file' check "$scratch/nothing" --profile gba
says 2 "no kind of input 'elff'; did you mean 'elf'" check "$game" --profile gba --as elff
says 3 'not known for a kind of input.*--as map' check "$src/README.md" --profile gba
says 0 'free: size - used, exactly' check "$game" --profile gba --explain

"$command" check - --profile gba < "$game" | grep -q '^- fits gba\.' || bad "standard input is not read"

# Stack and heap.
says 0 '1 024 for the stack' check "$game" --profile gba
says 0 '4 096 for the stack' check "$game" --profile gba --stack 4KiB
says 0 '1 024 for the stack; 2 048 for the heap' check "$game" --profile gba --heap 2KiB
says 0 '1 024 for the stack' check "$game" --profile gba --stack __stack_size --stack __stack_top
says 1 'fault \(overlap\): .*stack share .* bytes of iwram' check "$game" --profile gba --stack 31KiB
says 1 'fault \(overlap\): .*heap' check "$game" --profile gba --heap 30KiB
says 2 'neither a size such as 4KiB nor a symbol' check "$game" --profile gba --stack __no_such
says 2 '--heap __stack_top: give its size' check "$game" --profile gba --heap __stack_top
planted no_size 's/__stack_size = 1024;//'
link no_size gba
says 0 'note \(stack_size\): the stack begins below 0x03007F00, and nothing says how much it needs' check "$scratch/no_size.elf" --profile gba
planted section 's/__stack_size = 1024;/.stack (NOLOAD) : { . += 512; } > ram .heap (NOLOAD) : { . += 256; } > ram/; s/__stack_top = .*;//'
link section gba
says 0 '512 for the stack; 256 for the heap' check "$scratch/section.elf" --profile gba
says 2 'the section \.stack keeps 512 bytes' check "$scratch/section.elf" --profile gba --stack 4KiB
planted both 's/__stack_size = 1024;/_Min_Heap_Size = 512; _Min_Stack_Size = 256; ._user_heap_stack (NOLOAD) : { . += _Min_Heap_Size + _Min_Stack_Size; } > ram/'
link both gba
says 0 '768 for the stack' check "$scratch/both.elf" --profile gba
planted bottom 's/__stack_size = 1024;/__StackTop = ORIGIN(ram) + LENGTH(ram); __StackLimit = __StackTop - 640;/'
link bottom gba
says 0 '640 for the stack' check "$scratch/bottom.elf" --profile gba
planted nothing_written 's/\.data : .*//; s/\.bss (NOLOAD).*/\/DISCARD\/ : { *(.bss) *(.data) *(.dma*) }/; s/\.dma (NOLOAD) : .*//; s/__stack_[a-z]* = .*//'
link nothing_written gba -Wl,--noinhibit-exec
says 2 '--stack: nothing of the program is written' check "$scratch/nothing_written.elf" --profile gba --stack 4k
script=$src/tests/check/program.ld

# DMA.
says 0 'fits' check "$game" --profile gba --dma counters
says 1 'fault \(dma_unreachable\): fast lies in' check "$game" --profile gba --dma fast --dma picture
says 2 '--dma nothing: the program has no such symbol' check "$game" --profile gba --dma nothing

# Baselines: what grew, by region, section and symbol.
"$command" check "$game" --profile gba --save "$scratch/old.json" > /dev/null || bad "--save fails"
says 0 'nothing grew and nothing shrank' check "$game" --profile gba --baseline "$scratch/old.json" --fail-on growth
sed 's/world\[4096\]/world[6000]/' "$src/tests/check/program.c" > "$scratch/larger.c"
arm-none-eabi-gcc -mcpu=arm7tdmi -mthumb -O2 -ffreestanding -nostdlib -T "$script" -o "$scratch/larger.elf" "$scratch/larger.c" \
	-Wl,--defsym=ROM_AT=0x08000000,--defsym=ROM_BYTES=32M,--defsym=RAM_AT=0x03000000,--defsym=RAM_BYTES=0x7F00,--no-warnings || bad "larger can't be linked"
says 0 'world +4 096 +6 000 +\+1 904' check "$scratch/larger.elf" --profile gba --baseline "$scratch/old.json"
says 1 'fault \(growth\): iwram uses 1 904 bytes more than in .*: section \.bss \+1 904, symbol world \+1 904' \
	check "$scratch/larger.elf" --profile gba --baseline "$scratch/old.json" --fail-on growth
says 2 'than what\? --baseline' check "$game" --profile gba --fail-on growth
says 2 "takes growth, not 'rain'" check "$game" --profile gba --fail-on rain --baseline "$scratch/old.json"
"$command" check "$scratch/larger.elf" --profile gba --json > "$scratch/new.json" || bad "--json fails"
says 0 '\.bss in iwram +4 100 +6 004 +\+1 904' diff "$scratch/old.json" "$scratch/new.json"
says 1 'iwram grew: section \.bss \+1 904, symbol world' diff "$scratch/old.json" "$scratch/new.json" --fail-on growth
says 0 '\-1 904' diff "$scratch/new.json" "$scratch/old.json" --fail-on growth
says 3 'is a program; diff takes what check said of it' diff "$game" "$scratch/new.json"
"$command" diff "$scratch/old.json" "$scratch/new.json" --json > "$scratch/diff.json"
"$command" diff --schema > "$scratch/diff.schema"
"$command" check "$scratch/larger.elf" --profile gba --baseline "$scratch/old.json" --json > "$scratch/check.json"
"$command" check --schema > "$scratch/check.schema"
python3 - "$scratch" <<'CHECK' || bad "JSON is not what its schema says"
import json, pathlib, sys
import jsonschema
folder = pathlib.Path(sys.argv[1])
for name in ("diff", "check"):
    value = json.loads((folder / f"{name}.json").read_text())
    jsonschema.validate(value, json.loads((folder / f"{name}.schema").read_text()))
    assert [c["name"] for c in value["changes"]] == ["iwram", ".bss", "world"], value["changes"]
CHECK
"$command" check "$scratch/larger.elf" --profile gba --budget iwram=4k --json > /dev/null 2> "$scratch/said"
[ $? = 1 ] && grep -q 'fault (budget): iwram uses' "$scratch/said" || bad "with --json nobody hears the reason"

# hostile PATTERN TEXT: a baseline that nobody may believe.
hostile()
{
	printf '%s' "$2" > "$scratch/hostile.json"
	says 3 "hostile.json$1" check "$game" --profile gba --baseline "$scratch/hostile.json"
}
hostile ':1:[01]: ' ''
hostile ':2:[0-9]+: ' "$(printf '{"schema": 1,\n]')"
hostile ': not a report' '[]'
hostile ': not a report' '{"schema": 2}'
hostile ': profile is not a plain text' '{"schema": 1}'
hostile ': regions is not a list' '{"schema": 1, "profile": "gba", "input": "x", "regions": 5}'
hostile ': regions\[0\]\.id is not a plain text' '{"schema": 1, "profile": "gba", "input": "x", "regions": [5]}'
hostile ': regions\[1\]\.used is not a number of bytes' \
	'{"schema": 1, "profile": "gba", "input": "x", "regions": [{"id": "rom", "used": 5}, {"id": "rom", "used": -5}], "sections": [], "symbols": []}'
hostile ': input is not a plain text' '{"schema": 1, "profile": "gba", "input": "\u001b[31m"}'
hostile ':1:[0-9]+: duplicate' '{"schema": 1, "schema": 1}'
hostile ':1:[0-9]+: ' "$(printf '[%.0s' $(seq 5000))"
sed 's/"profile": "gba"/"profile": "psx"/' "$scratch/old.json" > "$scratch/psx.json"
says 3 'old report is of psx and the new one of gba' check "$game" --profile gba --baseline "$scratch/psx.json"
says 3 'No such file' check "$game" --profile gba --baseline "$scratch/nothing.json"
says 3 'nowhere' check "$game" --profile gba --save /nowhere/x.json
says 3 'nowhere' check "$game" --profile gba --svg /nowhere/x.svg
exit $status

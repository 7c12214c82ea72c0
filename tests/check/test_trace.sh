#!/bin/bash
# SPDX-License-Identifier: MIT
# Traces that are written by hand: what is found, in which form, and what hostile ones come to. Memory is bounded, and so is the work a line.
. "$(dirname "$0")/lib.sh"
cd "$src/tests/check" || exit 1

# judge TEXT EXIT PATTERN OPTION...: what is said of a trace of these lines.
judge()
{
	printf '%s\n' "$1" > "$scratch/judged"
	shift
	says "$1" "$2" check "$scratch/judged" "${@:3}"
}

# A golden trace: DMA, mirrors, misaligned words, bytes where there are none.
"$command" check gba.trace --profile gba > "$scratch/said"
[ $? = 1 ] || bad "gba.trace: not refused"
diff gba.trace.expected "$scratch/said" || bad "gba.trace: says something else"
"$command" check gba.trace --profile gba --json > "$scratch/json"
"$command" check --schema > "$scratch/schema"
python3 - "$scratch" <<'CHECK' || bad "gba.trace: --json is not what the schema and the text say"
import json, pathlib, sys
import jsonschema
folder = pathlib.Path(sys.argv[1])
schema, value = json.loads((folder / "schema").read_text()), json.loads((folder / "json").read_text())
jsonschema.Draft202012Validator.check_schema(schema)
jsonschema.validate(value, schema)
assert value["verdict"] == "refused" and value["faults"] == 17 and value["undecided"] == 1
assert sum(f["count"] for f in value["findings"]) == 18
vram = next(r for r in value["regions"] if r["id"] == "vram")
assert vram["writes"] == 4 and vram["bytes"]["writes"] == 7 and vram["dma_writes"] == 1 and vram["sizes"]["2"] == 3 and vram["faults"] == 2
broken = dict(value, faults=-1)
assert not jsonschema.Draft202012Validator(schema).is_valid(broken)
CHECK

judge 'r 03000000,4' 0 ': 1 access on gba' --profile gba --as trace

# What is allowed is a note, and an allowed trace is clean.
judge 'w 08000000,2' 0 'note \(permission\).*keeps to gba' --profile gba --allow permission
judge 'r 08000000,4' 0 'keeps to gba' --profile gba --as trace --allow reserved --allow bounds
judge 'r 08000000,4' 2 "no rule 'bound'" --profile gba --allow bound
judge 'x 07000000,4' 4 'undecided' --profile gba

judge $'m 02000004,2     # load and store\n\n  # nothing\ndw 06000000,512 width=2 # by DMA' 0 'keeps to gba' --profile gba

# Spaces and banks.
judge 'r 0000,1 space=ppu' 0 'chr' --profile nes
judge $'r 0000,1\nr 0000,1 space=pu' 3 'judged:2:16: the platform has no address space of this name' --profile nes
judge 'r D000,1 bank=9' 1 'bank' --profile gbc

# The dialect of lackey is the same trace.
printf 'x 080000C0,4\nr 03000000,4\nw 03000000,4\nm 03000004,4\n' > "$scratch/own"
printf 'I  080000C0,4\n L 03000000,4\n S 03000000,4\n M 03000004,4\n' > "$scratch/lackey"
for form in own lackey; do "$command" check - --profile gba --json < "$scratch/$form" > "$scratch/$form.json" || bad "$form: not clean"; done
cmp "$scratch/own.json" "$scratch/lackey.json" || bad "lackey's form counts otherwise"

# hostile LINE:COLUMN TEXT: refused there, whatever stands before.
hostile()
{
	printf 'r 03000000,4\n%b' "$2" > "$scratch/hostile"
	says 3 ":$1: " check "$scratch/hostile" --as trace --profile gba
	grep -q 'judged' "$scratch/said" || bad "$2: does not say how far it came"
}
hostile 2:13 'r 03000000,4'
hostile 2:2 'r'
hostile 2:1 'r\n'
hostile 2:1 'R 03000000,4\n'
hostile 2:1 'read 03000000,4\n'
hostile 2:1 '\0\0\0\n'
hostile 2:1 '\377\376\n'
hostile 2:3 'r -3000000,4\n'
hostile 2:3 'r xyz,4\n'
hostile 2:11 'r 03000000\n'
hostile 2:11 'r 03000000 4\n'
hostile 2:12 'r 03000000,\n'
hostile 2:12 'r 03000000,-4\n'
hostile 2:13 'r 03000000,0\n'
hostile 2:13 'r 03000000,4x\n'
hostile 2:19 'r 11112222333344445,4\n'
hostile 2:31 'r 03000000,18446744073709551616\n'
hostile 2:14 'r 03000000,4 with=4\n'
hostile 2:21 'r 03000000,4 width=3\n'
hostile 2:20 'r 03000000,4 width=\n'
hostile 2:24 'r 03000000,4 bank=65535\n'
printf 'r 0,4\n%05000d\n' 0 > "$scratch/long"
says 3 ':2:4097: the line is longer' check "$scratch/long" --profile gba
{ printf 'r 0,4\n'; head -c 3000000 /dev/zero | tr '\0' 'r'; } > "$scratch/long"
says 3 ':2:4097: the line is longer' check "$scratch/long" --profile gba
says 3 'no access in it' check - --as trace --profile gba < /dev/null
judge '# only words' 3 'no access in it' --as trace --profile gba
judge 'what is this' 3 'not known for a kind' --profile gba
judge $'r 0x3000000,0x4\r' 0 'keeps to gba' --profile gba
judge 'map 0,4096 rw' 3 'is judged on gba' --profile gba
judge 'r 0,4' 2 'and no map yet'
judge 'r 0,4' 2 'not in both' --profile gba --map /dev/null

# A process: what its map says, and when.
cat > "$scratch/maps" <<'MAPS'
00400000-00401000 r-xp 00000000 08:02 173521                             /usr/bin/two words
00401000-00402000 rwxp 00001000 08:02 173521                             /usr/bin/two words
00500000-00501000 ---p 00000000 00:00 0
MAPS
judge $'x 400ffe,1\nr 400001,8\nx 401000,4' 0 'r-x /usr/bin/two words.*note: 1 mapping can be both.*keeps to the map' --map "$scratch/maps"
judge 'x 401000,4' 1 'fault \(w-x|fault \(' --map "$scratch/maps" --wx
judge 'w 400000,4' 1 'fault \(permission\): store of 4 bytes at 0x00400000' --map "$scratch/maps"
judge 'r 500000,4' 1 'fault \(permission\): load of 4 bytes at 0x00500000' --map "$scratch/maps"
judge 'r 501000,4' 1 'fault \(bounds\): load of 4 bytes at 0x00501000 in \(nowhere\)' --map "$scratch/maps"
judge $'r 501000,4\nmap 501000,4096 rw\nw 501000,4\nprotect 501000,4096 r\nr 501000,4\nw 501000,4\nunmap 400000,4096\nr 401000,4' 1 '2 faults' --map "$scratch/maps"
judge $'map 1000,12288 rw\nw 1000,8\nunmap 2000,4096\nw 1fff,1\nw 2000,1\nw 3000,1\nw 1ffc,8' 1 '2 faults'
printf '00400000-00401000 r-xp 0 0 0 a\n00400800-00402000 r--p 0 0 0 b\n' > "$scratch/maps"
judge 'r 0,4' 3 'maps:2: the mapping' --map "$scratch/maps"
printf '00400000-00401000 r-xp 0 0 0 a\n00401000-00402000 r--' > "$scratch/maps"
judge 'r 0,4' 3 'maps:2: no line of' --map "$scratch/maps"
judge 'r 0,4' 3 "No such file" --map "$scratch/none"
awk 'BEGIN { for (i = 0; i < 33000; i++) printf "map %x,4096 %s\n", i * 8192, i % 2 ? "r" : "rw" }' > "$scratch/maps"
says 3 ':32001: more than 32000 mappings' check "$scratch/maps"

# Who waits sees how far it is, on a terminal only, and nothing of it stays.
script -qec "sh -c \"(yes 'r 03000000,4' | head -n 300000; sleep 2.1; yes 'r 03000000,4' | head -n 300000) | '$command' check - --profile gba > /dev/null\"" /dev/null > "$scratch/said" < /dev/null
grep -aq 'M accesses, .* M/s, 0 faults' "$scratch/said" || { bad "no progress is shown"; cat -v "$scratch/said"; }
tail -c 4 "$scratch/said" | cat -v | grep -q '\^\[\[K$' || { bad "the progress stays"; cat -v "$scratch/said"; }

# Bounded memory: 60 MB of a trace, and two million faults of all kinds, in 40 MB of addresses.
yes 'r 03000000,4' | head -n 5000000 | (ulimit -v 40000; "$command" check - --profile gba > "$scratch/said") || bad "five million accesses need more than 40 MB, or are not clean"
grep -q '5 000 000 accesses' "$scratch/said" || bad "five million accesses are not counted"
awk 'BEGIN { srand(1); for (i = 0; i < 500000; i++) printf "%s %x,%d\n", substr("rwxm", 1 + int(rand() * 4), 1), rand() * 4294967296, 1 + rand() * 64 }' |
	(ulimit -v 40000; "$command" check - --profile gba --json > "$scratch/json")
[ $? = 1 ] || bad "half a million random accesses: not refused"
python3 -c 'import json, sys; v = json.load(open(sys.argv[1])); sys.exit(not (v["accesses"] == 500000 and len(v["findings"]) < 1024 and sum(f["count"] for f in v["findings"]) == v["faults"] + v["undecided"]))' "$scratch/json" ||
	bad "the groups do not add up"
exit $status

#!/bin/bash
# SPDX-License-Identifier: MIT
# flightmem profile compile: each built-in platform, compiled from its file, says the same as the built-in one, fact for fact; a file with
# problems makes nothing; both byte orders hold the same rows.
# Environment: top_srcdir, top_builddir.
set -u
src=${top_srcdir:-.} build=${top_builddir:-.}
command=$(cd "$build" && pwd)/flightmem
[ -x "$command" ] || { echo "the command was not built: it needs jansson (apt-get install libjansson-dev)"; exit 77; }
if "$command" profile lint /dev/null 2>&1 | grep -q 'built without libyaml'; then
	echo "the command was built without libyaml (apt-get install libyaml-dev)"
	exit 77
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0

bad() { echo "$*"; status=1; }

count=0
for file in "$src"/data/platforms/*.yaml; do
	id=$(basename "$file" .yaml)
	"$command" profile compile "$file" --output "$scratch/$id.fmprofile" > "$scratch/out" || bad "$id: not compiled"
	grep -qx "$scratch/$id.fmprofile: [0-9]* bytes" "$scratch/out" || bad "$id: does not say what it wrote"
	count=$((count + 1))
done
"$build/tests/conformance/platforms" facts | sort > "$scratch/built-in"
"$build/tests/conformance/platforms" facts "$scratch"/*.fmprofile | sort > "$scratch/loaded" || bad "a compiled profile can't be loaded"
if [ "$(wc -l < "$scratch/built-in")" -lt $((count * 100)) ] || ! diff "$scratch/built-in" "$scratch/loaded" > "$scratch/diff"; then
	bad "compiled platforms say something else than built-in ones"
	head -n 20 "$scratch/diff"
fi
echo "$count platforms, $(wc -l < "$scratch/built-in") facts"

# Compiled twice, the bytes are the same; the default name; standard output.
gba=$(cd "$src" && pwd)/data/platforms/gba.yaml
(cd "$scratch" && rm gba.fmprofile && "$command" profile compile "$gba" > out) && [ -s "$scratch/gba.fmprofile" ] || bad "without --output there is no gba.fmprofile"
"$command" profile compile "$gba" --output - > "$scratch/piped" || bad "standard output"
cmp "$scratch/gba.fmprofile" "$scratch/piped" || bad "the same file makes other bytes"
"$command" profile compile "$gba" --output "$scratch/j.fmprofile" --json > "$scratch/json" && "$command" profile compile --schema > "$scratch/schema" || bad "JSON"

# The other byte order: the same numbers, turned; and no library of this order takes it.
for order in little big; do "$command" profile compile "$gba" --endian $order --output "$scratch/$order.fmprofile" > /dev/null || bad "--endian $order"; done
python3 - "$scratch" <<'CHECK' || bad "little and big, or JSON, do not say the same"
import json, pathlib, struct, sys
import jsonschema
folder = pathlib.Path(sys.argv[1])
schema, value = json.loads((folder / "schema").read_text()), json.loads((folder / "json").read_text())
jsonschema.validate(value, schema)
assert value["bytes"] == (folder / "j.fmprofile").stat().st_size and value["id"] == "gba"
ROWS = ("IHBB", "QQQIIIIIIIIIIIHHHHBBBB", "QQQQQQIBBH", "QQII", "QIIIHH", "IIIIIHH", "III")

def read(order):
    data = (folder / f"{order}.fmprofile").read_bytes()
    mark = "<" if order == "little" else ">"
    head, at = struct.unpack_from(f"{mark}8sIIII", data), 24
    profile = struct.unpack_from(f"{mark}20I2H7I", data, at)
    assert head[3] == len(data) and profile[0] == len(data) - 24
    found, at = [head[:4], profile], 24 + 112
    for form, count in zip(ROWS, profile[9:16]):
        found.append([struct.unpack_from(mark + form, data, at + i * struct.calcsize(mark + form)) for i in range(count)])
        at += count * struct.calcsize(mark + form)
    return found, data[at:]

little, big = read("little"), read("big")
assert little == big and little[0][0][1] == 0x01020304
CHECK
own=$(python3 -c 'import sys; print(sys.byteorder)')
cmp "$scratch/$own.fmprofile" "$scratch/gba.fmprofile" || bad "this machine's order is not the default"
"$build/tests/conformance/platforms" facts "$scratch/$([ "$own" = little ] && echo big || echo little).fmprofile" 2>&1 | grep -q FM_E_VERSION || bad "the other order is loaded"

# A platform of one's own is one like any other: by path, and by id where FLIGHTMEM_PROFILE_PATH leads to it.
mkdir "$scratch/mine"
sed 's/^id: gba/id: mine/; s/^aliases:.*//' "$gba" > "$scratch/mine/mine.yaml"
"$command" profile compile "$scratch/mine/mine.yaml" --output "$scratch/mine/mine.fmprofile" > /dev/null || bad "a platform of one's own"
export FLIGHTMEM_PROFILE_PATH="/nowhere:$scratch/mine"
for name in mine "$scratch/mine/mine.fmprofile"; do
	"$command" profile show "$name" | grep -q '^mine: Game Boy Advance' || bad "profile show $name"
	"$command" profile locate "$name" 0x03008010 | grep -q 'byte 16 of iwram' || bad "profile locate $name"
	"$command" profile map "$name" | grep -q '<svg' || bad "profile map $name"
done
head -c 100 "$scratch/mine/mine.fmprofile" > "$scratch/mine/cut.fmprofile"
"$command" profile show cut 2> "$scratch/err"
[ $? = 3 ] && grep -q 'cut: byte 16, bytes: the data is not what it says' "$scratch/err" || bad "a file that is cut off"
"$command" profile show "$scratch/mine/none.fmprofile" 2> "$scratch/err"
[ $? = 2 ] && grep -q 'there is no file' "$scratch/err" || bad "a file that is not there"
"$command" profile show minee 2> "$scratch/err"
[ $? = 2 ] && grep -q 'FLIGHTMEM_PROFILE_PATH names folders' "$scratch/err" || bad "an id that is nowhere"
unset FLIGHTMEM_PROFILE_PATH
"$command" profile show mine 2> /dev/null
[ $? = 2 ] || bad "without the variable the id is found"

# The example of docs/profiles.md: fine, compiled, shown, and used by a program.
handheld=$(cd "$src" && pwd)/examples/profile
"$command" profile lint "$handheld/handheld.yaml" > /dev/null && (cd "$scratch" && "$command" profile compile "$handheld/handheld.yaml") > /dev/null || bad "the example is refused"
"$command" profile locate "$scratch/handheld.fmprofile" 0x03008010 | grep -q 'byte 16 of fast .*through a mirror' || bad "the example's mirror"
if [ -e "$build/.libs/libflightmem.so" ]; then
	${CC:-cc} -Wall -Wextra -Werror -I"$src/include" -o "$scratch/use" "$handheld/use.c" -L"$build/.libs" -lflightmem || bad "the example's program"
	LD_LIBRARY_PATH=$build/.libs "$scratch/use" "$scratch/handheld.fmprofile" > "$scratch/out" || bad "the example's program fails"
	grep -qx 'a table of 8192 bytes at 0x03000000' "$scratch/out" || bad "the example's table lies elsewhere"
	LD_LIBRARY_PATH=$build/.libs "$scratch/use" "$handheld/handheld.yaml" 2>&1 | grep -q 'byte 0, magic: the data is not what it says' || bad "YAML is loaded"
fi

# Each variant of each platform compiles and loads; what it changes is so in the profile, and what it takes out is not there.
python3 - "$src"/data/platforms/*.yaml > "$scratch/variants" <<'LIST' || bad "no list of variants"
import sys, yaml
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        data = yaml.safe_load(file)
    for variant in data.get("variants", []):
        print(name, data["id"], variant["id"])
LIST
count=0
while read -r file id variant; do
	"$command" profile compile "$file" --variant "$variant" --output "$scratch/v.fmprofile" > /dev/null || bad "$id: the variant $variant is not compiled"
	"$command" profile show "$scratch/v.fmprofile" > "$scratch/out" && grep -q "^$id-$variant: " "$scratch/out" || bad "$id-$variant is not shown"
	count=$((count + 1))
done < "$scratch/variants"
[ $count -ge 30 ] || bad "only $count variants were tried"

# leads VARIANT-OF ADDRESS PATTERN
leads() { "$command" profile locate "$scratch/$1.fmprofile" "$2" > "$scratch/out" 2>&1; grep -q -- "$3" "$scratch/out" || { bad "$1: $2 is not '$3':"; cat "$scratch/out"; }; }
(cd "$scratch" && for one in n64:expansion_pak n64:jumper_pak snes:lorom 3ds:new3ds; do
	"$command" profile compile "${gba%/*}/${one%:*}.yaml" --variant "${one#*:}" || exit 1
done) > /dev/null || bad "a variant has no file of its name"
leads n64-expansion_pak 0x80700000 'byte 7340032 of rdram .*through a mirror'
leads n64-jumper_pak 0x80700000 'no region'
leads snes-lorom C0:0000 'no region'
leads 3ds-new3ds physical:0x0817FFFF 'byte 1572863 of arm9_ram'
"$command" profile show "$scratch/3ds-new3ds.fmprofile" --json | python3 -c 'import json, sys
for region in json.load(sys.stdin)["regions"]:
    assert region["id"] != "fcram_new" or region["attributes"]["optional"] is False, region' || bad "what the variant has is optional still"
"$command" profile compile "$gba" --variant none --output "$scratch/none.fmprofile" 2> "$scratch/err"
[ $? = 2 ] && grep -q "gba.yaml has no variant 'none'; it has" "$scratch/err" && [ ! -e "$scratch/none.fmprofile" ] || { bad "--variant none"; cat "$scratch/err"; }
sed 's/region: rdram/region: rsp_dmem/; s/size: 8388608$/size: 100000000/' "$src/data/platforms/n64.yaml" > "$scratch/n64.yaml"
"$command" profile compile "$scratch/n64.yaml" --variant expansion_pak --output "$scratch/none.fmprofile" 2> "$scratch/err"
[ $? = 1 ] && grep -q 'overlaps' "$scratch/err" && [ ! -e "$scratch/none.fmprofile" ] || { bad "a variant whose regions overlap is compiled"; cat "$scratch/err"; }

# What is wrong makes no file.
sed 's/^tier: retro/tier: reto/' "$gba" > "$scratch/gba.yaml"
"$command" profile compile "$scratch/gba.yaml" --output "$scratch/none.fmprofile" 2> "$scratch/err"
[ $? = 1 ] && grep -q ":6:7: tier: 'reto' is not one of" "$scratch/err" && [ ! -e "$scratch/none.fmprofile" ] || bad "a file with a problem is compiled"
"$command" profile compile "$gba" --output "$scratch/nowhere/x" 2> "$scratch/err"
[ $? = 3 ] && grep -q 'nowhere/x: No such file' "$scratch/err" || bad "a folder that is not there"
"$command" profile compile "$gba" --output /dev/full 2> "$scratch/err"
[ $? = 3 ] && [ -c /dev/full ] || bad "a full disk"
"$command" profile compile "$gba" --endian middle 2> "$scratch/err"
[ $? = 2 ] && grep -q "there are little and big" "$scratch/err" || bad "--endian middle"
exit $status

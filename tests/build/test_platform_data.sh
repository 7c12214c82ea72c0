#!/bin/sh
# SPDX-License-Identifier: MIT
# scripts/generate-platforms.py refuses broken data with file and line, and makes the same files every time; and what it refuses,
# flightmem profile lint refuses, too.
# Environment: top_srcdir, top_builddir.
set -eu
src=$(cd "${top_srcdir:-.}" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
python3 -c 'import jsonschema, yaml' 2> /dev/null ||
	{ echo "python3 with jsonschema and yaml is not installed (apt-get install python3-jsonschema python3-yaml)"; exit 77; }
status=0
command=${top_builddir:-.}/flightmem
case $("$command" profile lint /dev/null 2>&1) in *"the file is empty"*) ;; *) command= ;; esac # no command, or one without libyaml: test_lint.sh says so

# lint_refuses FILE: the command says no of a file of the tree, too, with line and column.
lint_refuses()
{
	[ -n "$command" ] || return 0
	(cd "$scratch/tree" && "$top_command" profile lint data/platforms/*.yaml) > "$scratch/linted" 2>&1 && code=0 || code=$?
	if [ "$code" != 1 ] || ! grep -q "^data/platforms/$1:[0-9]*:[0-9]*: " "$scratch/linted"; then
		echo "profile lint does not refuse $1 as the script does, but ends with $code and says:"
		cat "$scratch/linted"
		status=1
	fi
}
top_command=$(cd "$(dirname "${command:-.}")" && pwd)/flightmem

# fresh FILE...: a tree with these platforms
fresh()
{
	rm -rf "$scratch/tree"
	mkdir -p "$scratch/tree/include/flightmem/platform" "$scratch/tree/lib/platform" "$scratch/tree/docs" "$scratch/tree/data/schemas" "$scratch/tree/data/platforms"
	cp "$src/data/schemas/platform.json" "$scratch/tree/data/schemas/"
	cp "$src/include/flightmem/profile.h" "$src/include/flightmem/capability.h" "$scratch/tree/include/flightmem/"
	for file in "$@"; do
		cat "$src/data/platforms/$file" > "$scratch/tree/data/platforms/$file"
	done
}

# refuses FILE SED MESSAGE [OTHER_FILE]: the data with that edit is refused, and the message stands behind file and line.
refuses()
{
	fresh "$1" ${4:+"$4"}
	sed "$2" "$src/data/platforms/$1" > "$scratch/tree/data/platforms/$1"
	cmp -s "$src/data/platforms/$1" "$scratch/tree/data/platforms/$1" && { echo "the edit changes nothing: $2"; status=1; return 0; }
	if python3 "$src/scripts/generate-platforms.py" --check "$scratch/tree" > "$scratch/said" 2>&1 || ! grep -q "^data/platforms/$1:[0-9][0-9:]*: .*$3" "$scratch/said"; then
		echo "lets pass, or says it otherwise: $3"
		cat "$scratch/said"
		status=1
	fi
	lint_refuses "$1"
}

# The form: data/schemas/platform.json, which is a schema itself.
python3 -c 'import json, sys, jsonschema; jsonschema.Draft202012Validator.check_schema(json.load(open(sys.argv[1])))' "$src/data/schemas/platform.json" || status=1
refuses gba.yaml 's/^tier: retro/tier: antique/' "tier: 'antique' is not one of"
refuses gba.yaml '/^confidence:/d' "'confidence' is a required property"
refuses gba.yaml 's/^    size: 32768/    size: 0/' "regions.2.size: 0 is not"
refuses gba.yaml 's/^    base: 0x03000000/    base: nowhere/' "regions.2.base: 'nowhere' is not"
refuses gba.yaml 's/^    dma: yes/    dma: perhaps/' "'perhaps' is not one of"
refuses gba.yaml 's/^    kind: save/    kind: cupboard/' "'cupboard' is not one of"
refuses gba.yaml 's/^    bus_bits: 8/    bus_bits: 8\n    colour: red/' "'colour' was unexpected"
refuses gba.yaml 's/^    read_widths: \[8, 16, 32\]/    read_widths: [24]/' "24 is not one of"
refuses gba.yaml 's/, count: 128//' "'count' is a dependency of 'stride'"
refuses gba.yaml 's/^tier: retro/tier: retro\ntier: retro/' "tier is given twice"
refuses gba.yaml 's/^aliases: \[agb\]/aliases: [agb/' "expected ',' or '\]'"

refuses gba.yaml 's/^tier: retro/tier: on/' "neither yes nor no"
refuses gba.yaml 's/^tier: retro/tier: 1.5/' "neither yes nor no"
refuses gba.yaml 's/^tier: retro/tier: .nan/' "neither yes nor no"
refuses gba.yaml 's/^tier: retro/tier: 2026-01-01/' "neither yes nor no"
refuses gba.yaml 's/^tier: retro/tier: \&a retro/' "write the value out"
refuses gba.yaml 's/^tier: retro/tier: !!str retro/' "write the value out"
refuses gba.yaml 's/^tier: retro/tier: retro\n12: 12/' "a key is a text"
refuses gba.yaml 's/^tier: retro/tier: "re\\x1Btro"/' "without control characters"
refuses gba.yaml 's/^    size: 32768/    size: 18446744073709551616/' "is not"
refuses gba.yaml 's/^    size: 32768/    size: -1/' "is not"
refuses gba.yaml 's/^  data_line_bytes: 0/  data_line_bytes: 4294967295/' "is not"

# What a schema can't say: scripts/platforms/check.py.
refuses gba.yaml 's/^id: gba/id: gbb/' "the file of gbb is called gbb.yaml"
refuses gba.yaml 's/^  - id: iwram/  - id: ewram/' "ewram is given twice"
refuses psx.yaml 's/^  - id: gpu/  - id: fade/' "not called as a number"
refuses gba.yaml 's/cpu_visible: yes/cpu_visible: no/' "the first space is what the main CPU sees"
refuses gba.yaml 's/role: main/role: second/' "exactly one CPU has the role main"
refuses gba.yaml 's/source: \[B1, B2, B3\]/source: [B1, B4]/' "there is no source B4"
refuses gba.yaml 's/, B3\]/]/' "nothing names the source B3"
refuses gba.yaml 's/regions: \[sram\]/regions: [sram, eeprom]/' "there is no region eeprom"
refuses psx.yaml 's/region: main_ram$/region: ram/' "there is no region ram"
refuses psx.yaml 's/space: gpu/space: ppu/' "there is no space ppu"
refuses psx.yaml '/access_via: "serial/d' "access_via says how it is reached"
refuses psx.yaml 's/^    base: none/    base: none\n    reserved: [{ base: 0, size: 1, what: x }]/' "a region without an address has none"
refuses psx.yaml 's/width_bits: 20/width_bits: 19/' "pass the end of the space gpu"
refuses gba.yaml 's/base: 0x03007F00, size: 256/base: 0x03007F00, size: 257/' "lies outside of the region iwram"
refuses gba.yaml 's/period: 262144/period: 262145/' "the region ewram has 262144"
refuses gba.yaml 's/offset: 65536/offset: 65537/' "shows bytes 65537 to 98304, the region vram has 98304"
refuses psx.yaml 's/size: 6291456, period: 2097152/size: 2097152, period: 2097152/' "does not repeat every"
refuses gba.yaml 's/stride: 131072, count: 128/stride: 32767, count: 128/' "overlap every 32767 bytes"
refuses psx.yaml 's/base: 0x9F800000, size: 1024,/base: 0xFFFFFF00, size: 1024,/' "pass the end of the space cpu"
refuses esp32.yaml 's/inverted: 4/inverted: 3/' "3 is not one of"
refuses esp32.yaml 's/size: 131072, inverted: 4/size: 131070, inverted: 4/' "units of 4 bytes do not fill the window"
refuses esp32.yaml 's/inverted: 4/inverted: 4, period: 65536/' "False schema does not allow 65536"
refuses rp2040.yaml 's/advance: 16, cached: { code: no, data: no }, note: SRAM0/advance: 4, cached: { code: no, data: no }, note: SRAM0/' "slices that touch and go on in the region are one window"
refuses megadrive.yaml 's/boundary_bytes: 131072/boundary_bytes: 131071/' "131071 is no power of two"
refuses gbc.yaml 's/id: oam, begin_bytes: 256/id: oam, begin_bytes: 160/' "160 is no power of two"
refuses gba.yaml 's/dma_base_bytes: 4/dma_base_bytes: 3/' "3 is no power of two"
refuses psx.yaml 's/space: spu, source/space: sound, source/' "there is no space sound"
refuses gbc.yaml 's/{ id: vram,/{ id: oam,/' "oam is given twice"
refuses neogeo.yaml 's/lane: odd, stride: 2/lane: 2, stride: 2/' "there is no byte 2 of each 2"
refuses cortex-m-mpu.yaml 's/^regions: \[\]/spaces: []\nregions: []/' "spaces"
refuses stm32f407.yaml 's/^  - id: mpu/  - id: flying/' "'flying' is not one of"
refuses stm32f407.yaml 's/^  - id: huge_pages/  - id: mpu/' "mpu is given twice"
refuses wasm32.yaml 's/^    attributes: .*/    mirrors: [{ base: 65536, size: 1, cached: { code: no, data: no } }]/' "has no size to mirror"
refuses gba.yaml 's/base: 0x02040000, size: 16515072/base: 0x02040000, size: 16515073/' "region iwram at 0x3000000 overlaps mirror of ewram at 0x2040000"
refuses gba.yaml 's/^    name: On-chip work RAM/&\n    alias_of: iwram/' "goes round in a circle"
refuses gba.yaml 's/^    base: 0x04000000/&\n    mirrors: [{ base: 0x10000000, size: 1, stride: 1, count: 2097152, cached: { code: no, data: no } }]/' "at most 1048576 windows"
refuses snes.yaml 's/count: 128, advance/count: 129, advance/' "shows bytes 0 to 4227071, the region rom_lorom has 4194304"
refuses gba.yaml 's/stride: 131072, count: 128/advance: 1/' "'stride' is a dependency of 'advance'"
refuses gba.yaml 's/{ base: 0x06020000/{ base: 0x06018000/' "mirror of vram at 0x6018000 overlaps mirror of vram at 0x6018000"
refuses psx.yaml 's/^aliases: .*/aliases: [ps1, agb]/' "aliases.1: agb is a name of gba already" gba.yaml

# An overlap that the data declares is one.
fresh gba.yaml
sed 's/base: 0x02040000, size: 16515072/base: 0x02040000, size: 16515073/; s/^    name: On-chip work RAM/&\n    overlays: [ewram]/' "$src/data/platforms/gba.yaml" > "$scratch/tree/data/platforms/gba.yaml"
python3 "$src/scripts/generate-platforms.py" --check "$scratch/tree" || { echo "a declared overlap is refused"; status=1; }
[ -z "$command" ] || "$command" profile lint "$scratch/tree/data/platforms/gba.yaml" > "$scratch/linted" || { echo "profile lint refuses a declared overlap"; status=1; }

# A capability has one number for ever, in the header as in the rules.
fresh gba.yaml
sed -i 's/FM_HAS_DMA 5u/FM_HAS_DMA 6u/' "$scratch/tree/include/flightmem/capability.h"
python3 "$src/scripts/generate-platforms.py" --check "$scratch/tree" > "$scratch/said" 2>&1 && { echo "capabilities that are numbered differently pass"; status=1; }
grep -q "number the capabilities differently" "$scratch/said" || status=1

# Made twice, the files are the same, and they are those of the tree. A header of a platform that is gone goes too.
cd "$src/data/platforms"
fresh ./*.yaml
touch "$scratch/tree/include/flightmem/platform/gone.h"
python3 "$src/scripts/generate-platforms.py" "$scratch/tree"
for file in lib/platform/tables.c wasm/tables.c docs/platforms.md; do
	cmp "$src/$file" "$scratch/tree/$file" || status=1
done
diff -r "$src/include/flightmem/platform" "$scratch/tree/include/flightmem/platform" || status=1
exit $status

#!/bin/bash
# SPDX-License-Identifier: MIT
# The command as people and scripts meet it: answers, exit statuses, messages that name what was meant, JSON that its own schema accepts.
set -u
src=${top_srcdir:-.} build=${top_builddir:-.}
command=$build/flightmem
[ -x "$command" ] || { echo "the command was not built: it needs jansson (apt-get install libjansson-dev)"; exit 77; }
python3 -c 'import jsonschema' 2> /dev/null || { echo "python3-jsonschema is not installed (apt-get install python3-jsonschema)"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0

bad() { echo "$*"; status=1; }

# expect EXIT WORDS... -- PATTERN: the exit status, and PATTERN (a regular expression) in what is said. Data is on standard output only
# where the exit is 0, messages on standard error only where it is not.
expect()
{
	local code=$1 words=() got said silent
	shift
	while [ "$1" != -- ]; do words+=("$1"); shift; done
	"$command" "${words[@]}" > "$scratch/out" 2> "$scratch/err" < "${input:-/dev/null}"
	got=$?
	[ $got = "$code" ] || bad "flightmem ${words[*]}: exit $got, not $code"
	if [ "$code" = 0 ]; then said=out silent=err; else said=err silent=out; fi
	grep -Eq -- "$2" "$scratch/$said" || { bad "flightmem ${words[*]}: does not say '$2' but:"; cat "$scratch/$said"; }
	[ ! -s "$scratch/$silent" ] || bad "flightmem ${words[*]}: says something on the other stream"
}

# json WORDS...: the output is one JSON value that the command's own schema accepts.
json()
{
	"$command" "$@" --json > "$scratch/json" && "$command" "$@" --schema > "$scratch/schema" || { bad "flightmem $* --json or --schema fails"; return; }
	python3 - "$scratch" <<'CHECK' || bad "flightmem $* --json: not what its schema says"
import json, pathlib, sys
import jsonschema
folder = pathlib.Path(sys.argv[1])
schema, value = json.loads((folder / "schema").read_text()), json.loads((folder / "json").read_text())
jsonschema.Draft202012Validator.check_schema(schema)
jsonschema.validate(value, schema)
assert value["schema"] == 1
CHECK
}

# refuses_broken: a schema that would accept anything checks nothing.
refuses_broken()
{
	"$command" size 1 --schema > "$scratch/schema"
	python3 -c 'import json, jsonschema, sys
schema = json.load(open(sys.argv[1]))
for broken in ({}, {"schema": 2}, {"schema": 1, "bytes": -1, "hex": "0x1", "human": "", "exact": "", "round_trip": ""}):
    try:
        jsonschema.validate(broken, schema)
    except jsonschema.ValidationError:
        continue
    sys.exit(1)' "$scratch/schema" || bad "the schema of size accepts what is wrong"
}

expect 0 --help -- '^  profile show ID +show the memory'
expect 0 -h -- 'exit status'
expect 2 -- 'usage'
expect 0 size --help -- 'consoles count'
expect 0 --version -- '^flightmem [0-9]+\.[0-9]+\.[0-9]+'
expect 0 version -- '^flightmem [0-9]+\.[0-9]+\.[0-9]+ '
expect 2 profil list -- "did you mean 'profile list'\?"
expect 2 profile lst -- "did you mean 'profile list'\?"
expect 2 profile -- '^  flightmem profile locate ID ADDRESS'
expect 2 profile xyzzyxyzzyxyzzy -- 'profile what\?'
expect 0 help -- '^commands:'
expect 2 xyzzy -- "there is no command 'xyzzy'; flightmem --help"
expect 2 size 1 --jsn -- "did you mean '--json'\?"
expect 2 size 1 --json=3 -- 'takes no value'
expect 2 size 1 -x -- "no option '-x'"
expect 2 size -- 'usage: flightmem size TEXT'
expect 2 version 3 -- 'usage: flightmem version'

expect 0 size 1.5 MiB -- '^1 572 864 B = 1.5 MiB = 1536 KiB = 0x180000$'
[ "$("$command" size -- 640k)" = "655 360 B = 640 KiB = 640 KiB = 0xA0000" ] || bad "after -- an argument is no argument"
expect 3 size 12 parsecs -- 'can.t be read'
expect 3 size 3 4 5 -- 'can.t be read'
expect 3 size 99999999999999999999 -- 'more than 16 EiB - 1'
expect 3 size 16 EiB -- 'more than 16 EiB - 1'
expect 3 size 1.5 -- 'no whole number of bytes'
expect 3 size -5 -- 'can.t be read'
printf '64k\nand more\n' > "$scratch/line"
input=$scratch/line expect 0 size - -- '^65 536 B'
expect 3 size - -- 'no size'
head -c 4096 /dev/zero | tr '\0' 1 > "$scratch/line"
input=$scratch/line expect 3 size - -- '.'

expect 0 status -8 -- '^FM_E_BUSY \(-8, refused\)'
expect 0 status busy -- '^FM_E_BUSY'
expect 0 status FM_E_TOO_LARGE -- 'what helps: ask for less'
expect 0 status ok -- '^FM_OK'
expect 2 status bussy -- "did you mean 'busy'\?"
expect 2 status -9999 -- 'they go from 0 down to -[0-9]+'
expect 2 status 8 -- "there is no status '8'"
expect 2 status 99999999999999999999 -- 'there is no status'

expect 0 profile list -- '^gba +retro +32-bit'
expect 0 profile show gba -- '^  iwram +0x03000000 +32 KiB  rwx? '
expect 0 profile show gba -- '256 B +reserved: BIOS'
expect 0 profile show gba -- '128 slices 128 KiB apart'
expect 0 profile show psx -- 'for scratchpad: arena \(1 KiB'
expect 0 profile show psx -- 'address space gpu: 20 bits, which the main CPU does not see'
expect 0 profile list -- '^wasm32 .*\?-bit'
expect 0 resolve host scratchpad, else main\; at least 1 MiB -- '^want 2: ram '
expect 0 profile show host -- '^  ram +- '
expect 0 host -- '^  page +yes +[0-9]+ KiB +\[AT_PAGESZ\]$'
expect 0 host --root "$src/tests/unit/host/roots/arm64-64k" -- '^  huge_transparent +denied +512 MiB +\[/sys/kernel/mm/transparent_hugepage\]$'
expect 0 host --root "$src/tests/unit/host/roots/arm64-64k" -- '^  cpu_features +yes +asimd, sve, sve2, dcpop +\[/proc/cpuinfo\]$'
expect 0 host --root "$src/tests/unit/host/roots/cgroup-v2" -- '^  group_some +yes +12\.34 % +\[memory\.pressure\]$'
expect 0 host --root "$src/tests/unit/host/roots/hostile" -- '^  physical +unknown$'
expect 0 host --try -- '^  executable +(yes|denied) '
expect 3 host --root /no/such/folder -- '--root takes the folder that has proc and sys'
expect 2 host --try --root / -- '--try tries this process'
expect 2 host 3 -- 'usage: flightmem host'
expect 2 profile show GBAA -- "did you mean 'gba'\?"
expect 0 profile locate gba 0x03008010 -- '^0x03008010: byte 16 of iwram \(On-chip work RAM, rwx\), through a mirror'
expect 0 profile locate psx gpu:0 -- 'byte 0 of vram'
expect 2 profile locate psx ppu:0 -- 'names an address space that the platform has not'
expect 3 profile locate gba 0x100000000 -- 'wider than its address space'
expect 3 profile locate gba hello -- 'addresses look like'
"$command" profile locate gba 0x10000000 > "$scratch/out"
[ $? = 1 ] || bad "an address where nothing is does not answer no"
expect 2 profile show gbaa -- "did you mean 'gba'\?"
expect 2 profile show '' -- "there is no platform ''"
expect 0 --json profile show gba -- '"id": "gba"'
expect 0 resolve psx 'scratchpad, else fast ram, else main, at least 16 KiB, DMA-able' -- '^want 1: no: dma of scratchpad: '
expect 0 resolve psx scratchpad, else fast ram, else main\; at least 16 KiB\; dma -- '^want 3: main_ram \(Main RAM, rwx\), 1.94 MiB in one piece'
expect 0 resolve psx scratchpad -- '  for scratchpad: arena \(1 KiB'
expect 0 resolve linux-x86_64 has simd_width 128 bits -- '^want 1: the platform has it'
"$command" resolve psx scratchpad 2k > "$scratch/out"
[ $? = 1 ] && grep -q 'largest free is 1 KiB .*; ask for at most 1 024 bytes' "$scratch/out" || bad "no want holds, and what would help is not said"
expect 3 resolve psx scratchpad dmax -- 'wants look like'
expect 3 resolve psx "$(printf '%02100d' 1)" -- 'or more'
expect 2 resolve psxx main -- "did you mean 'psx'"
json host
json host --root "$src/tests/unit/host/roots/hostile"
json host --root "$src/tests/unit/host/roots/s390x"
json profile show host
json profile list
json resolve psx scratchpad dma, else main
json resolve wasm32 main optional
"$command" resolve gba scratchpad --json > "$scratch/json"
[ $? = 1 ] && grep -q '"sentence": "kind .scratchpad.: there is no' "$scratch/json" || bad "no want holds, and the JSON does not say why"
json profile map gba
expect 2 profile map gba --json --output x.svg -- 'goes without --output'
expect 2 profile map gba --output x.jpg -- 'a picture is an .svg or a .png'
for id in $("$command" profile list | cut -d' ' -f1); do json profile show "$id"; done
json profile locate gba 0x06010000
json profile locate gba 0x02000000
"$command" profile locate gba 0x10000000 --json | grep -q '"mapped": false' || bad "JSON of an address where nothing is"
json size 18446744073709551615
grep -q '"bytes": "0xFFFFFFFFFFFFFFFF"' "$scratch/json" || bad "a number past 2^53 is no hexadecimal string"
json status -3
json version
refuses_broken

"$command" profile show gba > /dev/full 2> "$scratch/err"
[ $? = 3 ] && grep -q 'written' "$scratch/err" || bad "a full disk goes unnoticed"
"$command" profile show gba | grep -q $'\033' && bad "colours where no terminal is"
command -v script > /dev/null || missing=script
if [ -z "${missing:-}" ]; then
	TERM=xterm script -qec "$command status -8" /dev/null < /dev/null | grep -q $'\033\[1m' || bad "no colours on a terminal"
	NO_COLOR=1 TERM=xterm script -qec "$command status -8" /dev/null < /dev/null | grep -q $'\033' && bad "colours against NO_COLOR"
fi
[ -z "${missing:-}" ] || [ $status != 0 ] || { echo "no terminal tried: script is not installed (apt-get install bsdutils)"; exit 77; }
exit $status

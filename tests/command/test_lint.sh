#!/bin/bash
# SPDX-License-Identifier: MIT
# flightmem profile lint on files that nobody should write: each is refused with its place and a reason, in no time; and the built-in
# platforms are fine. That lint and scripts/platforms/check.py say no alike is tests/build/test_platform_data.sh.
# Environment: top_srcdir, top_builddir.
set -u
src=${top_srcdir:-.} build=${top_builddir:-.}
command=$build/flightmem
[ -x "$command" ] || { echo "the command was not built: it needs jansson (apt-get install libjansson-dev)"; exit 77; }
if "$command" profile lint /dev/null 2>&1 | grep -q 'built without libyaml'; then
	echo "the command was built without libyaml (apt-get install libyaml-dev)"
	exit 77
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0

bad() { echo "$*"; status=1; }

# refused NAME PLACE PATTERN: the file is refused there, in words that match, within ten seconds.
refused()
{
	timeout 10 "$command" profile lint "$scratch/$1" > "$scratch/out" 2> "$scratch/err"
	local code=$?
	[ $code = 1 ] || bad "$1: exit $code, not 1"
	grep -Eq -- "^$scratch/$1:$2: .*$3" "$scratch/err" || { bad "$1: does not say '$2: ... $3' but:"; head -c 2000 "$scratch/err"; }
	[ ! -s "$scratch/out" ] || bad "$1: says something on standard output"
	[ "$(wc -l < "$scratch/err")" -le 200 ] || bad "$1: says $(wc -l < "$scratch/err") lines"
}

# file NAME: standard input becomes a file.
file() { cat > "$scratch/$1"; }

"$command" profile lint "$src"/data/platforms/*.yaml > "$scratch/out" || bad "a built-in platform is refused"
grep -qx '[0-9]* files are fine' "$scratch/out" || bad "lint does not say how many files are fine"

printf '' | file empty.yaml
refused empty.yaml 1:1 'the file is empty; a platform is a mapping'
printf '# nothing\n' | file comment.yaml
refused comment.yaml 2:1 'the file is empty'
printf 'just a text\n' | file text.yaml
refused text.yaml 1:1 'a platform is a mapping'
printf -- '- 1\n' | file list.yaml
refused list.yaml 1:1 'a platform is a mapping'
printf 'id: x\n---\nid: y\n' | file two.yaml
refused two.yaml 2:1 'a second document begins'
head -c 4096 /dev/urandom | LC_ALL=C tr '\000-\177' '\200-\377' | file binary.yaml
refused binary.yaml 1:[0-9]+ 'a file is UTF-8 text'
head -c 100 "$command" | file program.yaml
refused program.yaml '[0-9]+:[0-9]+' '.'
printf 'id: x\nname: "caf\351"\n' | file latin.yaml
refused latin.yaml 2:12 'invalid trailing UTF-8 octet .*a file is UTF-8 text'
printf 'id: x\nname: a\0b\n' | file nul.yaml
refused nul.yaml 2:8 'control characters are not allowed'
printf 'id: x\nname: "a\\0b"\n' | file escaped.yaml
refused escaped.yaml 2:7 'one line without control characters'
printf 'id: x\nname: "\\x9b2J"\n' | file csi.yaml
refused csi.yaml 2:7 'one line without control characters'
printf 'id: x\ncpus:\n\t- name: y\n' | file tab.yaml
refused tab.yaml 3:1 'cannot start any token'
printf 'id: x\nname: [a, b\n' | file open.yaml
refused open.yaml 3:1 "did not find expected ',' or '\]'"
printf 'id: "x\n' | file quote.yaml
refused quote.yaml 2:1 'unexpected end of stream'
printf 'id: x\nname: y\nid: z\n' | file twice.yaml
refused twice.yaml 3:1 'id is given twice; it is in line 1 already'
printf 'id: &a [*a]\n' | file cyclic.yaml
refused cyclic.yaml 1:5 'anchors .*write the value out'
printf 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n' | file bomb.yaml
refused bomb.yaml 1:4 'anchors .*write the value out'
printf 'id: x\n<<: {name: y}\n' | file merge.yaml
refused merge.yaml 2:1 'is no text'
printf 'id: !!binary aGFsbG8=\n' | file tag.yaml
refused tag.yaml 1:5 'tags .*write the value out'
printf '? [a, b]\n: c\n' | file complex.yaml
refused complex.yaml 1:3 'a key is a text'
printf '12: x\n' | file number-key.yaml
refused number-key.yaml 1:1 'a key is a text'
for word in .nan -.inf 1e3.0 1.5 0o17 017 0b1 1_000 1:30 null '~' on OFF True 2026-01-01 =; do
	printf 'id: x\nname: %s\n' "$word" | file word.yaml
	case $word in
	0o17 | 1e3.0) refused word.yaml 1:1 "'tier' is missing" ;; # texts, for every reader
	*) refused word.yaml 2:7 'is no text, no whole number such as 10 or 0x1F, and neither yes nor no' ;;
	esac
done
printf 'id:\nname: x\n' | file none.yaml
refused none.yaml 1:4 'a value is missing'
python3 -c 'print("a: " + "[" * 20000 + "]" * 20000)' 2> /dev/null | file deep.yaml
refused deep.yaml 1:35 'nested more than 32 deep'
python3 -c 'print("\n".join("  " * i + "k:" for i in range(400)))' | file staircase.yaml
refused staircase.yaml '3[0-9]:[0-9]+' 'nested more than 32 deep'
python3 -c 'print("a: [" + "1," * 5000 + "]")' | file long.yaml
refused long.yaml 1:[0-9]+ 'a list has at most 4096 values'
python3 -c 'print("\n".join(f"k{i}: 1" for i in range(5000)))' | file wide.yaml
refused wide.yaml 4097:1 'a mapping has at most 4096 keys'
head -c 300000 /dev/zero | tr '\0' '#' | file large.yaml
refused large.yaml 1:1 'more than 256 KiB'
python3 -c 'print("id: " + "x" * 200000)' | file long-text.yaml
refused long-text.yaml 1:5 'is longer than 31 characters'

# Near words are named.
gba=$src/data/platforms/gba.yaml
sed 's/^tier: retro/tier: reto/' "$gba" | file gba.yaml
refused gba.yaml 6:7 "tier: 'reto' is not one of retro, modern, .*; did you mean retro\?"
sed 's/^confidence:/confidense:/' "$gba" | file gba.yaml
refused gba.yaml 8:1 'confidense: there is no such key; did you mean confidence\?'
sed 's/^    size: 32768/    size: 99999999999999999999/' "$gba" | file gba.yaml
refused gba.yaml 115:11 'regions.2.size: 99999999999999999999 is above 18446744073709551615'
sed 's/^    base: 0x03000000/    base: 0xFFFFFFFFFFFFFFFF/' "$gba" | file gba.yaml
refused gba.yaml 115:11 'regions.2.size: 0xFFFFFFFFFFFFFFFF and 32768 bytes pass the end of the space cpu'
for bytes in 100 1000 5000; do
	head -c $bytes "$gba" | file gba.yaml
	refused gba.yaml '[0-9]+:[0-9]+' '.'
done

# Files that are no files.
"$command" profile lint "$scratch/nowhere.yaml" 2> "$scratch/err"
[ $? = 3 ] && grep -q 'nowhere.yaml: No such file' "$scratch/err" || bad "a file that is not there"
"$command" profile lint "$scratch" 2> "$scratch/err"
[ $? = 3 ] && grep -q 'Is a directory' "$scratch/err" || bad "a folder"
cp "$gba" "$scratch/a.yaml"
"$command" profile lint "$gba" "$scratch/a.yaml" 2> "$scratch/err"
[ $? = 1 ] && grep -q 'the file of gba is called gba.yaml' "$scratch/err" || bad "a file that is called otherwise"
mkdir "$scratch/other"
cp "$gba" "$scratch/other"
"$command" profile lint "$gba" "$scratch/other/gba.yaml" 2> "$scratch/err"
[ $? = 1 ] && grep -q 'gba.yaml:3:5: id: gba is a name of gba already' "$scratch/err" || bad "two files of one name"

# JSON has the same.
printf 'id: x\nid: y\n' | file twice.yaml
"$command" profile lint "$gba" "$scratch/twice.yaml" --json > "$scratch/json"
[ $? = 1 ] || bad "JSON changes the exit status"
"$command" profile lint --schema > "$scratch/schema"
python3 -c 'import json, sys, jsonschema
value, schema = (json.load(open(name)) for name in sys.argv[1:])
jsonschema.Draft202012Validator.check_schema(schema)
jsonschema.validate(value, schema)
fine, twice = value["files"]
assert fine["problems"] == [] and twice["problems"] == [{"line": 2, "column": 1, "message": "id is given twice; it is in line 1 already"}], value' \
	"$scratch/json" "$scratch/schema" || bad "JSON is not what its schema says"
exit $status

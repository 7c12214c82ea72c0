#!/bin/sh
# SPDX-License-Identifier: MIT
# Records the accesses of a program and the map of its process, as flightmem check reads them (docs/traces.md): valgrind's lackey tells of
# each access, its debug log of the map at the start, its system calls of each change.
# Usage: record-trace.sh -o FILE [--] PROGRAM [ARGUMENT...]   FILE may be - for standard output: then the program's own goes to standard error.
set -eu
usage() { sed -n 's/^# Usage: /usage: /p' "$0" >&2; exit 64; }
[ "${1:-}" = -o ] && [ $# -ge 3 ] || usage
output=$2
shift 2
[ "$1" != -- ] || shift
[ $# -ge 1 ] || usage
command -v valgrind > /dev/null || { echo "valgrind is not installed (apt-get install valgrind)" >&2; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkfifo "$scratch/log"
if [ "$output" = - ]; then exec 8>&1 7>&2; else exec 8> "$output" 7>&1; fi

# The log's first line of interest comes after the whole layout was written, so the layout can be read there.
awk -v layout="$scratch/said" '
function hex(text,   value, i) { # awk has no hexadecimal numbers, and doubles are exact to 2^53: no process has addresses beyond
	value = 0
	text = tolower(text)
	sub(/^0x/, "", text)
	for (i = 1; i <= length(text); i++) value = value * 16 + index("0123456789abcdef", substr(text, i, 1)) - 1
	return value
}
function as_hex(value,   text, digit) {
	for (text = ""; value > 0; value = (value - digit) / 16) { digit = value % 16; text = substr("0123456789abcdef", digit + 1, 1) text }
	return text == "" ? "0" : text
}
function pages(bytes) { return bytes % 4096 == 0 ? bytes : bytes - bytes % 4096 + 4096 }
function rights(bits) { return (bits % 2 ? "r" : "-") (int(bits / 2) % 2 ? "w" : "-") (int(bits / 4) % 2 ? "x" : "-") }
function number(text) { return text ~ /^0x/ ? hex(text) : text + 0 }
function map_line(base, size, how, name) { return sprintf("map %s,%.0f %s%s", as_hex(base), size, how, name == "" ? "" : " " name) }
function say_map(base, size, how, name) { if (size > 0) print map_line(base, size, how, name) }

# The part of the map that is the program: segments in small letters. The stack grows into what is reserved below it. The heap has something
# reserved behind it; valgrind lets it be executed, which a process does not.
function read_layout(   line, part, from, to, name, grows, in_layout, held) {
	while ((getline line < layout) > 0) {
		if (line ~ /aspacem <<< SHOW_SEGMENTS: Memory layout at client startup/) in_layout = 1
		if (line ~ /aspacem >>>/) in_layout = 0
		if (!in_layout) continue
		sub(/^--[0-9]+:[0-9]+: *aspacem */, "", line)
		if (match(line, /^\([0-9]+,[0-9]+,[0-9]+\) /)) { split(substr(line, 2), part, ","); names[part[1]] = substr(line, RLENGTH + 1); continue }
		if (line !~ /^[0-9]+: /) continue
		sub(/^[0-9]+: */, "", line)
		split(line, part, /[ -]+/)
		if (line ~ /^RSVN .*SmLower/) sub(/rwx.*/, "rw- [heap]", held)
		if (held != "") print held
		held = ""
		if (line ~ /^RSVN .*SmUpper/) { grows = hex(part[2]); continue }
		if (line !~ /^(file|anon) /) { grows = 0; continue }
		from = hex(part[2])
		to = hex(part[3]) + 1
		name = ""
		if (match(line, /\([0-9]+,[0-9]+\) *$/)) { split(substr(line, RSTART + 1), part, ","); name = names[part[1]] }
		match(line, / [r-][w-][x-][T-][-a-zA-Z]?/)
		how = substr(line, RSTART + 1, 3)
		if (grows) { from = grows; name = "[stack]"; grows = 0 }
		held = map_line(from, to - from, how, name)
	}
	if (held != "") print held
}

# What a system call did to the map; argument[1] on, result.
function change(call, argument, result) {
	if (call == "sys_mmap") say_map(result, pages(number(argument[2])), rights(number(argument[3])), int(number(argument[4]) / 32) % 2 ? "" : files[number(argument[5])])
	if (call == "sys_munmap") printf "unmap %s,%.0f\n", as_hex(number(argument[1])), pages(number(argument[2]))
	if (call == "sys_mprotect") printf "protect %s,%.0f %s\n", as_hex(number(argument[1])), pages(number(argument[2])), rights(number(argument[3]))
	if (call == "sys_mremap") {
		printf "unmap %s,%.0f\n", as_hex(number(argument[1])), pages(number(argument[2]))
		say_map(result, pages(number(argument[3])), "rw-", "")
	}
	if (call == "sys_brk") {
		if (!brk_base) brk_base = brk_now = result
		if (result > brk_now) say_map(brk_base, pages(result - brk_base), "rw-", "[heap]")
		if (result < brk_now) printf "unmap %s,%.0f\n", as_hex(pages(result)), pages(brk_now) - pages(result)
		brk_now = result
	}
}

!begun && /^(I  | [LSM] |SYSCALL)/ { read_layout(); begun = 1 }
/^SYSCALL/ {
	call = $2
	line = $0
	match(line, /\([0-9]+\)/)
	which = substr(line, RSTART, RLENGTH)
	if (line ~ / sys_open(at)? \(/) { opens[which] = 1; path = line; sub(/^[^(]*\([^(]*\([^(]*\(/, "", path); sub(/\).*/, "", path) }
	success = match(line, /Success\(0x[0-9a-f]+\)/)
	result = success ? hex(substr(line, RSTART + 8, RLENGTH - 9)) : 0
	if (success && opens[which]) files[result] = path
	if (success && match(line, /\( .* \)/)) {
		text = substr(line, RSTART + 2, RLENGTH - 4)
		split(text, argument, /, */)
		change(call, argument, result)
	}
	next
}
/^ --> / { next }
{ print }' < "$scratch/log" >&8 &
reader=$!
code=0
valgrind -d --vgdb=no --tool=lackey --trace-mem=yes --trace-syscalls=yes --log-fd=9 "$@" 9> "$scratch/log" >&7 2> "$scratch/said" || code=$?
wait $reader
grep -v '^--[0-9]*:[0-9]*:' "$scratch/said" >&2 || true # what the program said on standard error
exit $code

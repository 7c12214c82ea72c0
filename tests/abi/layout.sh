#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints size and member offsets of every public struct, found by reading the headers: one line each, as abi/layout-lp64.txt holds them.
# What it can't read, or a struct that it did not, is a failure. Environment: CC, top_srcdir.
set -eu
src=${top_srcdir:-$(dirname "$0")/../..}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

find "$src/include/flightmem" -name '*.h' ! -path '*/flightmem/platform/*' | LC_ALL=C sort | while read -r header; do cat "$header"; done > "$scratch/headers"

# The text without comments: line by line, `inside` one or not.
awk '{
	line = $0; text = ""
	while (line != "") {
		mark = inside ? "*/" : "/*"; at = index(line, mark)
		if (!inside) text = text (at ? substr(line, 1, at - 1) : line)
		if (at) inside = !inside
		line = at ? substr(line, at + 2) : ""
	}
	print text
}' "$scratch/headers" > "$scratch/bare"

{
	echo '#include <flightmem.h>'
	echo '#include <flightmem/wrap.h>' # of a library of its own
	echo '#include <stdio.h>'
	echo 'int main(void) {'
	awk '
		# last_word(TEXT): the name that a declarator ends with, without stars and array.
		function last_word(text, word, n) { sub(/(\[[^]]*\])+[ \t]*$/, "", text); n = split(text, word, /[ *\t]+/); return word[n] == "" ? word[n - 1] : word[n] }
		function print_member(member) { printf "printf(\"%s.%s %%zu %%zu\\n\", offsetof(%s, %s), sizeof(((%s *)0)->%s));\n", name, member, name, member, name, member }
		/^typedef struct fm_[a-z_0-9]+ *\{/ { name = $3; text = ""; printf "printf(\"%s %%zu\\n\", sizeof(%s));\n", name, name; next }
		/^\}/ { name = "" }
		name == "" || /^[ \t]*#/ { next }
		{ text = text " " $0 }
		text ~ /[{}]/ { print "a struct in a struct can not be read: " name "." > "/dev/stderr"; exit 1 }
		text ~ /;/ {
			sub(/[ \t]*;.*/, "", text)
			if (match(text, /\(\*[a-z_0-9]+\)/)) print_member(substr(text, RSTART + 2, RLENGTH - 3))
			else { count = split(text, declarator, ","); for (i = 1; i <= count; i++) print_member(last_word(declarator[i])) }
			text = ""
		}' "$scratch/bare" || echo '#error "not read"'
	echo 'return 0; }'
} > "$scratch/layout.c"
${CC:-gcc} -std=c11 -I"$src/include" -o "$scratch/layout" "$scratch/layout.c"
"$scratch/layout" > "$scratch/lines"

there=$(grep -cE '^typedef struct [a-zA-Z_0-9]+[[:space:]]*($|\{)' "$scratch/bare")
read=$(grep -cE '^[a-z_0-9]+ [0-9]+$' "$scratch/lines")
[ "$read" = "$there" ] || { echo "$read structs were read, the headers have $there" >&2; exit 1; }
cat "$scratch/lines"

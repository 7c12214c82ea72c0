#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints size and member offsets of every public struct, found by reading the headers: one line each, as abi/layout-lp64.txt holds them.
set -eu
src=${top_srcdir:-$(dirname "$0")/../..}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

{
	echo '#include <flightmem.h>'
	echo '#include <stdio.h>'
	echo 'int main(void) {'
	cat $(find "$src/include/flightmem" -name '*.h' ! -path '*/flightmem/platform/*' | sort) | awk '
		/^typedef struct fm_[a-z_]+ \{/ { name = $3; printf "printf(\"%s %%zu\\n\", sizeof(%s));\n", name, name; next }
		/^\}/ { name = "" }
		name != "" {
			line = $0
			gsub(/\/\*[^*]*(\*[^\/][^*]*)*\*\//, "", line)
			sub(/\/\*.*/, "", line)
			if (line ~ /^\t[a-z_].*;/ || line ~ /^\t\/?[a-z].*\(\*/) {
				if (match(line, /\(\*[a-z_0-9]+\)/)) member = substr(line, RSTART + 2, RLENGTH - 3)
				else { sub(/(\[[^]]*\])?;.*/, "", line); n = split(line, word, /[ *\t]+/); member = word[n] }
				printf "printf(\"%s.%s %%zu %%zu\\n\", offsetof(%s, %s), sizeof((( %s *)0)->%s));\n", name, member, name, member, name, member
			}
		}'
	echo 'return 0; }'
} > "$scratch/layout.c"
${CC:-gcc} -std=c11 -I"$src/include" -o "$scratch/layout" "$scratch/layout.c"
"$scratch/layout"

#!/bin/bash
# SPDX-License-Identifier: MIT
# The README's examples are taken out of it, compiled and run; the refusal that it shows is what the library says.
set -u
src=$(cd "${top_srcdir:-.}" && pwd) build=$(cd "${top_builddir:-.}" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# block LANGUAGE KIND: the fenced blocks that open with these words.
block() { awk -v open="\`\`\`$1 $2" '$0 == open { on = 1; next } /^```$/ { on = 0 } on' "$src/README.md"; }

block c example > "$scratch/hello.c"
block text output > "$scratch/wanted"
[ -s "$scratch/hello.c" ] && [ -s "$scratch/wanted" ] || { echo "README.md has no C example, or no output of it"; exit 1; }
"$build/libtool" --quiet --mode=link --tag=CC ${CC:-gcc} -std=c11 -Wall -Wextra -Werror ${FM_INSTRUMENT:-} -I"$src/include" -o "$scratch/hello" "$scratch/hello.c" \
	"$build/libflightmem.la" || exit 1
"$scratch/hello" > "$scratch/said" || { echo "the example ends with $?"; exit 1; }
diff "$scratch/wanted" "$scratch/said" || { echo "README.md shows something else than the library says"; exit 1; }

block cpp example > "$scratch/hello.cpp"
[ -s "$scratch/hello.cpp" ] || { echo "README.md has no C++ example"; exit 1; }
"$build/libtool" --quiet --mode=link --tag=CXX ${CXX:-g++} -std=c++11 -Wall -Wextra -Werror ${FM_INSTRUMENT:-} -I"$src/include" -o "$scratch/hellopp" \
	"$scratch/hello.cpp" "$build/libflightmem.la" || exit 1
"$scratch/hellopp" || { echo "the C++ example ends with $?"; exit 1; }

if [ -e "$build/libflightmem-ffi.la" ]; then
	block c wrapped > "$scratch/wrapped.c"
	[ -s "$scratch/wrapped.c" ] || { echo "README.md has no example of a wrapped function"; exit 1; }
	"$build/libtool" --quiet --mode=link --tag=CC ${CC:-gcc} -std=c11 -Wall -Wextra -Werror ${FM_INSTRUMENT:-} -I"$src/include" -o "$scratch/wrapped" \
		"$scratch/wrapped.c" "$build/libflightmem-ffi.la" "$build/libflightmem.la" || exit 1
	"$scratch/wrapped" | sed 's/\$[0-9A-F]*/$ADDRESS/' > "$scratch/said" || { echo "the wrapped example ends with $?"; exit 1; }
	block text wrapped | diff - "$scratch/said" || { echo "README.md shows something else than a wrapped function says"; exit 1; }
fi

lines=$(grep -c . "$scratch/hello.c")
echo "$lines lines of C"

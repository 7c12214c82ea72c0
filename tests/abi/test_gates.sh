#!/bin/sh
# SPDX-License-Identifier: MIT
# The ABI gates can fail: a small library with a tree of its own, before and after its release, and each change that may happen to it.
# Environment: top_srcdir, CC.
set -eu
src=$(cd "${top_srcdir:-.}" && pwd)
command -v abidiff > /dev/null && command -v abidw > /dev/null || { echo "abidiff is not installed (apt-get install abigail-tools)"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
tree=$scratch/tree library=$scratch/build/.libs/libflightmem.so
mkdir -p "$tree/abi" "$tree/lib" "$tree/scripts" "$tree/tests/abi" "$scratch/build/.libs"
cp -R "$src/include" "$tree/"
cp "$src/scripts/update-abi-baseline" "$tree/scripts/"
cp "$src/tests/abi/layout.sh" "$tree/tests/abi/"
chmod -R u+w "$tree"
: > "$tree/abi/flightmem.abignore"
status=0

# library NODE_2 SOURCE NAME...: the names go to FLIGHTMEM_0.1; NODE_2 is the name that FLIGHTMEM_0.2 has, or empty.
library()
{
	second=$1
	echo "$2" > "$tree/lib/thing.c"
	shift 2
	{
		echo 'FLIGHTMEM_0.1 {'
		echo 'global:'
		for name in "$@"; do printf '\t%s;\n' "$name"; done
		printf 'local:\n\t*;\n};\n'
		[ -z "$second" ] || printf 'FLIGHTMEM_0.2 {\nglobal:\n\t%s;\n} FLIGHTMEM_0.1;\n' "$second"
	} > "$tree/lib/libflightmem.map"
	${CC:-gcc} -g -shared -fPIC -Wl,-soname,libflightmem.so.0 -Wl,--version-script="$tree/lib/libflightmem.map" -o "$library" "$tree/lib/thing.c"
}

one='int fm_one(int a) { return a; }'
two='int fm_two(int a) { return a; }'
three='int fm_three(int a) { return a; }'
same() { library '' "$one $two" fm_one fm_two; }
removed() { library '' "$one" fm_one; }
unmapped() { library '' "$one static $two" fm_one; }
retyped() { library '' "long fm_one(long a) { return a; } $two" fm_one fm_two; }
added_to_the_node() { library '' "$one $two $three" fm_one fm_three fm_two; }
added_in_a_new_node() { library fm_three "$one $two $three" fm_one fm_two; }

# gate CHANGE 0|1: what tests/abi/test_baseline.sh says to it.
gate()
{
	"$1"
	got=0
	top_srcdir=$tree FM_LIBRARY=$library sh "$src/tests/abi/test_baseline.sh" > "$scratch/out" 2>&1 || got=$?
	[ "$got" = "$2" ] || { echo "$regime: test_baseline ends with $got, not $2, when a symbol is $1"; cat "$scratch/out"; status=1; }
}

# update CHANGE 0|1: what scripts/update-abi-baseline says to it.
update()
{
	"$1"
	got=0
	"$tree/scripts/update-abi-baseline" "$scratch/build" > "$scratch/out" 2>&1 || got=$?
	[ "$got" = "$2" ] || { echo "$regime: update-abi-baseline ends with $got, not $2, when a symbol is $1"; cat "$scratch/out"; status=1; }
}

regime="before a release"
echo '# none' > "$tree/abi/tagged.txt"
update same 0
gate same 0
for change in removed unmapped retyped added_to_the_node added_in_a_new_node; do
	gate $change 1
	update $change 0
	gate $change 0
	update same 0
done

regime="after a release"
echo FLIGHTMEM_0.1 >> "$tree/abi/tagged.txt"
gate same 0
gate added_in_a_new_node 0
for change in removed unmapped retyped added_to_the_node; do gate $change 1; done
cp -R "$tree/abi" "$scratch/abi-before"
for change in removed added_to_the_node; do update $change 1; done
diff -r "$scratch/abi-before" "$tree/abi" || { echo "a refused update-abi-baseline changed abi/"; status=1; }
update added_in_a_new_node 0
gate added_in_a_new_node 0
gate same 1

if grep -n "$scratch" "$tree"/abi/*; then echo "the baseline names folders of this machine"; status=1; fi

# A frozen struct that grows, a member that moves: the layouts differ.
top_srcdir=$tree sh "$src/tests/abi/test_layout.sh" > "$scratch/out" 2>&1 || { echo "test_layout fails on what was just taken"; cat "$scratch/out"; status=1; }
sed 's/^typedef struct fm_range {/&\n\tuint32_t planted;/' "$src/include/flightmem/range.h" > "$tree/include/flightmem/range.h"
if top_srcdir=$tree sh "$src/tests/abi/test_layout.sh" > "$scratch/out" 2>&1; then echo "test_layout lets a frozen struct grow"; status=1; fi

# A library that exports other names than the headers declare, or than its map lists.
if top_srcdir=$tree FM_LIBRARY=$library sh "$src/tests/abi/test_symbols.sh" > "$scratch/out" 2>&1; then echo "test_symbols lets undeclared symbols pass"; status=1; fi
grep -q '^< fm_one' "$scratch/out" || { echo "test_symbols does not name what is undeclared"; cat "$scratch/out"; status=1; }
exit $status

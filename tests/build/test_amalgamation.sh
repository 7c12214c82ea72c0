#!/bin/sh
# SPDX-License-Identifier: MIT
# The two files compile without a warning for hosts, 32-bit ARM and WebAssembly, need only the four byte functions, serve C++, and run.
# Environment: top_srcdir, top_builddir, CC, CXX. A compiler that is not installed is named, and the test is a skip.
set -eu
src=$(cd "${top_srcdir:-.}" && pwd) build=${top_builddir:-.}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
missing=

if [ -e "$build/amalgamation/flightmem.c" ]; then two=$(cd "$build/amalgamation" && pwd); else two=$src/amalgamation; fi
[ -e "$two/flightmem.c" ] || { echo "no amalgamation/flightmem.c: make amalgamation"; exit 1; }
warn="-Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wundef -Wvla -Werror"

# compile NAME NM COMPILER FLAGS...: the object refers to nothing but what a freestanding compiler may call.
compile()
{
	name=$1 nm=$2
	shift 2
	command -v "$1" > /dev/null && command -v "$nm" > /dev/null || { missing="$missing $1"; return 0; }
	"$@" -std=c99 -ffreestanding -O2 $warn -c -o "$scratch/$name.o" "$two/flightmem.c"
	"$nm" "$scratch/$name.o" | awk '$1 == "U" && $2 !~ /^(memcpy|memset|memmove|memcmp|__stack_pointer|__indirect_function_table|__aeabi_(ul|l|ui|i)?(divmod|div|mul|mod|lsl|lsr|lasr|ulcmp|uldivmod|uidivmod|idivmod|memcpy[48]?|memset[48]?|memclr[48]?|memmove[48]?)|__gnu_thumb1_case_[a-z]+)$/ { print; bad = 1 } END { exit bad }' ||
		{ echo "$name: the amalgamation needs these from elsewhere"; exit 1; }
	echo "$name: compiled"
}

compile gcc nm gcc
compile clang-14 nm clang-14
compile clang-19 nm clang-19
compile arm arm-none-eabi-nm arm-none-eabi-gcc -mcpu=arm7tdmi -mthumb
compile wasm32 llvm-nm-19 clang-19 --target=wasm32

for standard in c++11 c++20; do
	echo '#include "flightmem.h"' | ${CXX:-g++} -std=$standard -Wall -Wextra -Werror -I"$two" -fsyntax-only -x c++ -
done
for platform in "$two"/platform/*.h; do
	[ -e "$platform" ] || continue
	echo "#include \"$platform\"" | ${CC:-cc} -std=c99 $warn -fsyntax-only -x c -
done

cat > "$scratch/main.c" <<'C'
#include "flightmem.h"
int main(int argc, char **argv)
{
	fm_pool_options options = { sizeof options, .capacity = 64 };
	fm_pool *pool = NULL;
	fm_status want = argc > 1 ? FM_OK : FM_E_NO_MEMORY; /* only the hosted rungs bring memory */
	(void)argv;
	return fm_version_string()[0] != '0' || fm_status_get_kind(FM_E_BUSY) == FM_KIND_OK || fm_pool_open(&options, &pool, NULL) != want;
}
C
${CC:-cc} -std=c99 -I"$two" -o "$scratch/main" "$scratch/main.c" "$two/flightmem.c"
"$scratch/main"
# The same with the hosted rungs, for bindings that carry the library inside.
if command -v python3 > /dev/null; then
	python3 "$src/scripts/amalgamate.py" --hosted "$scratch/hosted"
	${CC:-cc} -std=c99 $warn -I"$scratch/hosted" -o "$scratch/hosted/main" "$scratch/main.c" "$scratch/hosted/flightmem.c" -lpthread
	"$scratch/hosted/main" hosted
	echo "hosted: compiled"
else
	missing="$missing python3"
fi
[ -z "$missing" ] || { echo "not installed:$missing (scripts/install-toolchain.sh core gba)"; exit 77; }

#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the component flightmem-core from the freestanding sources: clang and lld make a module, wit-tool makes it a component.
# usage: build-wasm.sh OUT.wasm SOURCE...     SOURCE: the core's files, as Makefile.am lists them, from top_srcdir
# Environment: top_srcdir, FM_WASM_CC (clang-19), FM_WASM_MEMORY (bytes, a multiple of 65536). Says the sizes; fails above the gate.
set -eu
src=${top_srcdir:-.} out=$1 memory=${FM_WASM_MEMORY:-16777216} gate=55296
shift
glue=$src/wasm/glue
cc=${FM_WASM_CC:-clang-19}
command -v "$cc" > /dev/null || { echo "$cc is not installed: scripts/install-toolchain.sh wasm"; exit 77; }
tool=$("$src/scripts/wit-tool.sh") || exit
mkdir -p "$(dirname "$out")"
for source in "$@"; do
	shift
	case $source in
	lib/space/* | lib/pool/region.c | lib/pool/choose.c) ;; # wasm/no_spaces.c
	lib/platform/tables.c) ;;            # wasm/tables.c: two platforms
	*) set -- "$@" "$src/$source" ;;
	esac
done

# Initial memory is all there will ever be: it never grows, so a view of it is never detached, and two builds are the same bytes.
"$cc" --target=wasm32 -std=c11 -Oz -flto -nostdlib -ffreestanding -fvisibility=hidden -mbulk-memory -Wall -Wextra -DFM_API= \
	'-DEACH_STRATEGY(each)=each(arena) each(slots) each(tlsf)' -DFM_WITHOUT_BLOCKS -Wno-unused-function \
	-I"$src/include" -I"$src/lib" -I"$src/wasm" -I"$src/wasm/include" -I"$glue" \
	"$src"/wasm/*.c "$glue/flightmem_core.c" "$glue/flightmem_core_component_type.o" "$@" \
	-Wl,--no-entry -Wl,--strip-all -Wl,--stack-first -Wl,-z,stack-size=32768 \
	-Wl,--initial-memory="$memory" -Wl,--max-memory="$memory" ${FM_WASM_LDFLAGS:-} -o "$out.module"
"$tool" component "$out.module" "$out"
size=$(wc -c < "$out")
echo "$(basename "$out"): $size bytes; the gate is $gate"
rm -f "$out.module"
[ "$size" -le "$gate" ] || { rm -f "$out"; exit 1; }

#!/bin/bash
# SPDX-License-Identifier: MIT
# The same calls give the same offsets, statuses and figures with every strategy, on x86-64, aarch64, two big-endian machines of 32 bits
# (under qemu-user) and wasm. Environment: top_srcdir, top_builddir, CC.
set -u
src=$(cd "${top_srcdir:-.}" && pwd) build=${top_builddir:-.} cc=${CC:-cc}
if [ -e "$build/amalgamation/flightmem.c" ]; then two=$(cd "$build/amalgamation" && pwd); else two=$src/amalgamation; fi
[ -e "$two/flightmem.c" ] || { echo "no amalgamation/flightmem.c: make amalgamation"; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# shellcheck disable=SC2086 # CC may be words
$cc -std=gnu99 -O2 -DFM_GOLDEN_MAIN -I"$two" "$src/tests/golden/golden.c" "$two/flightmem.c" -o "$scratch/native" && "$scratch/native" > "$scratch/want" || exit 1
[ "$(wc -l < "$scratch/want")" -ge 5 ] || { echo "no strategies"; exit 1; }
grep -q ' 0000000000000001$' "$scratch/want" && { echo "a strategy did not open"; cat "$scratch/want"; exit 1; }

status=0 missing=
same()
{
	cmp -s "$scratch/want" "$scratch/got" && return
	echo "$1 says otherwise:"
	diff "$scratch/want" "$scratch/got"
	status=1
}

for machine in aarch64 m68k mips; do
	if ! command -v "$machine-linux-gnu-gcc" > /dev/null || ! command -v "qemu-$machine-static" > /dev/null; then
		missing="$missing gcc-$machine-linux-gnu or qemu-user-static;"
		continue
	fi
	if ! "$machine-linux-gnu-gcc" -std=gnu99 -O1 -static -DFM_GOLDEN_MAIN -I"$two" "$src/tests/golden/golden.c" "$two/flightmem.c" -o "$scratch/$machine" \
		2> "$scratch/said"; then
		grep -q 'cannot find -lc\|inttypes.h: No such\|stdio.h: No such' "$scratch/said" || { cat "$scratch/said"; exit 1; }
		missing="$missing the libc of $machine;"
		continue
	fi
	"qemu-$machine-static" "$scratch/$machine" > "$scratch/got" 2>&1
	same "$machine"
done

if command -v clang-19 > /dev/null && command -v wasm-ld-19 > /dev/null && command -v node > /dev/null; then
	clang-19 --target=wasm32 -std=gnu99 -O1 -mbulk-memory -ffreestanding -nostdlib -I"$two" -I"$src/wasm/include" -Wl,--no-entry -Wl,--export=golden \
		"$src/tests/golden/golden.c" "$two/flightmem.c" "$src/wasm/bytes.c" -o "$scratch/golden.wasm" || exit 1
	node -e '
		const instance = new WebAssembly.Instance(new WebAssembly.Module(require("fs").readFileSync(process.argv[1])));
		for (let i = 0, n; (n = BigInt.asUintN(64, instance.exports.golden(i))) !== 0n; i++) console.log(i + " " + n.toString(16).padStart(16, "0"));
	' "$scratch/golden.wasm" > "$scratch/got" 2>&1
	same wasm
else
	missing="$missing clang-19, lld-19 or node;"
fi
[ "$status" = 0 ] || exit 1
[ -z "$missing" ] || { echo "not there:$missing scripts/install-toolchain.sh"; exit 77; }

#!/bin/bash
# SPDX-License-Identifier: MIT
# No file ends flightmem check but with an exit status: programs and maps of real links cut at every length, with thousands of bytes changed,
# under the address and the undefined behaviour sanitizer; then, where there is libFuzzer, what it makes of them in FM_FUZZ_SECONDS.
. "$(dirname "$0")/lib.sh"
need arm-none-eabi-gcc mips-linux-gnu-gcc m68k-linux-gnu-gcc riscv64-unknown-elf-gcc
with_libelf
sources="$(cd "$src" && find tools/check -name '*.c' ! -name no_elf.c) tools/help.c tools/look.c tools/nearest.c tools/options.c tools/output.c"

# harness COMPILER OUTPUT OPTION...: tests/fuzz/fuzz_check.c with what check is made of.
harness()
{
	local compiler=$1 output=$2
	shift 2
	# shellcheck disable=SC2086,SC2046
	(cd "$src" && $compiler -g -O1 -std=gnu11 -D_GNU_SOURCE -Iinclude -Ilib "$@" -o "$output" tests/fuzz/fuzz_check.c $sources -L"$build/.libs" \
		-Wl,-rpath,"$build/.libs" -lflightmem $(pkg-config --cflags --libs jansson libelf))
}

for platform in gba n64 megadrive riscv64; do
	link $platform $platform
	cp "$scratch/$platform.elf" "$scratch/corpus-$platform"
done
cp "$scratch/gba.map" "$scratch/corpus-map"
"$command" check "$scratch/gba.elf" --profile gba --json > "$scratch/corpus-json"
harness "${CC:-gcc}" "$scratch/hostile" -fsanitize=address,undefined -fno-sanitize-recover=all tests/check/hostile.c > "$scratch/said" 2>&1 ||
	{ cat "$scratch/said"; echo "the sanitizers are not there"; exit 77; }
ASAN_OPTIONS=detect_leaks=1 "$scratch/hostile" "${FM_HOSTILE_CHANGES:-3000}" "$scratch"/corpus-* > /dev/null 2> "$scratch/said" || { tail -n 40 "$scratch/said"; bad "a file ends the command"; }
cat "$scratch/said"

if command -v clang-19 > /dev/null; then
	harness clang-19 "$scratch/fuzz" -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all > "$scratch/said" 2>&1 || { cat "$scratch/said"; bad "no fuzz target"; exit 1; }
	mkdir "$scratch/corpus"
	cp "$scratch"/corpus-* "$scratch/corpus"
	"$scratch/fuzz" -max_total_time="${FM_FUZZ_SECONDS:-10}" -timeout=20 -max_len=16384 -close_fd_mask=1 -artifact_prefix="$scratch/" "$scratch/corpus" > "$scratch/said" 2>&1 ||
		{ tail -n 60 "$scratch/said"; bad "the fuzzer found a file that ends the command"; }
	grep -E 'DONE|Done' "$scratch/said"
else
	missing=clang-19
fi
[ $status = 0 ] || exit $status
[ -z "${missing:-}" ] || { echo "$missing is not installed: scripts/install-toolchain.sh core"; exit 77; }

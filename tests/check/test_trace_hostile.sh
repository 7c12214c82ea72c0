#!/bin/bash
# SPDX-License-Identifier: MIT
# Traces and maps of processes, cut at every length and with thousands of bytes changed, under the address and the undefined behaviour sanitizer;
# then, where there is libFuzzer, what it makes of them in FM_FUZZ_SECONDS.
. "$(dirname "$0")/lib.sh"
libraries=$(pkg-config --cflags --libs jansson)

# sources TARGET: what is instrumented with it.
sources()
{
	case $1 in
	process_map) echo lib/host/process_map.c lib/base/scan.c ;;
	trace) (cd "$src" && find tools/check -name '*.c' ! -name 'elf*.c'); echo tools/help.c tools/look.c tools/nearest.c tools/options.c tools/output.c ;;
	esac
}

# harness TARGET COMPILER OUTPUT OPTION...
harness()
{
	local target=$1 compiler=$2 output=$3
	shift 3
	# shellcheck disable=SC2086,SC2046
	(cd "$src" && $compiler -g -O1 -std=gnu11 -D_GNU_SOURCE -Iinclude -Ilib "$@" -o "$output" tests/fuzz/fuzz_$target.c $(sources $target | tr '\n' ' ') -L"$build/.libs" \
		-Wl,-rpath,"$build/.libs" -lflightmem $libraries)
}

mkdir "$scratch/trace" "$scratch/process_map"
head -c 1500 "$src/tests/check/gba.trace" | sed '$d' > "$scratch/trace/gba"
cat > "$scratch/trace/process" <<'TRACE'
==1234== Lackey, an example Valgrind tool
map 108000,12288 r-- /usr/bin/gzip
map 1ffe801000,8388608 rw- [stack]
I  00108000,3
 L 1ffefff000,8
protect 108000,4096 rwx
 S 00108ffc,8
unmap 109000,4096
 M 0010a000,16 width=8
map 0x100,0x200 -
r 0x180,1
TRACE
cp /proc/self/maps "$scratch/process_map/self"
head -n 12 "/proc/self/maps" > "$scratch/process_map/few"
printf '00400000-00401000 r-xp\n00401000-00402000 r-xs 0 0 0 a\n00402000-ffffffffffffffff ---p\n' > "$scratch/process_map/short"

for target in trace process_map; do
	harness $target "${CC:-gcc}" "$scratch/hostile" -fsanitize=address,undefined -fno-sanitize-recover=all tests/check/hostile.c > "$scratch/said" 2>&1 ||
		{ cat "$scratch/said"; echo "the sanitizers are not there"; exit 77; }
	"$scratch/hostile" "${FM_HOSTILE_CHANGES:-3000}" "$scratch/$target"/* > /dev/null 2> "$scratch/said" || { tail -n 40 "$scratch/said"; bad "$target: an input ends the program"; }
	cat "$scratch/said"
	command -v clang-19 > /dev/null || continue
	harness $target clang-19 "$scratch/fuzz" -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all > "$scratch/said" 2>&1 || { cat "$scratch/said"; bad "no fuzz target"; exit 1; }
	"$scratch/fuzz" -max_total_time="${FM_FUZZ_SECONDS:-10}" -timeout=20 -max_len=16384 -close_fd_mask=1 -artifact_prefix="$scratch/" "$scratch/$target" > "$scratch/said" 2>&1 ||
		{ tail -n 60 "$scratch/said"; bad "$target: the fuzzer found an input that ends the program"; }
	grep -E 'DONE|Done' "$scratch/said"
done
[ $status = 0 ] || exit $status
command -v clang-19 > /dev/null || { echo "clang-19 is not installed: scripts/install-toolchain.sh core"; exit 77; }

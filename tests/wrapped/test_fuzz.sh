#!/bin/bash
# SPDX-License-Identifier: MIT
# libFuzzer and the sanitizers look for a signature, or for arguments, that get past the parser or the judge of wrapped functions.
# Environment: top_srcdir; FM_FUZZ_SECONDS (10).
set -u
cd "${top_srcdir:-.}" || exit 1
command -v clang-19 > /dev/null || { echo "clang-19 is not installed (scripts/install-toolchain.sh core)"; exit 77; }
pkg-config --exists libffi || { echo "libffi is missing (Debian: libffi-dev; scripts/install-toolchain.sh core)"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# shellcheck disable=SC2046 # flags are words
clang-19 -std=gnu11 -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -Iinclude -Ilib $(pkg-config --cflags libffi) tests/fuzz/fuzz_signature.c \
	lib/ffi/*.c lib/validate/*.c lib/platform/*.c lib/base/*.c $(pkg-config --libs libffi) -o "$scratch/fuzz" > "$scratch/said" 2>&1 || { cat "$scratch/said"; exit 1; }

mkdir "$scratch/corpus"
seed=0
while IFS= read -r signature; do
	seed=$((seed + 1))
	# The length of the text, the text, arguments in and about the buffer.
	{ printf '%b' "$(printf '\\x%x' ${#signature})"; printf '%s\20\0\0\0\0\0\0\0\40\0\0\0\0\0\0\0\11\0\0\0\0\0\0\0' "$signature"; } > "$scratch/corpus/$seed"
done << 'END'
void(out u8[len] dst, in u8[len] src, size len)
int f(out u8[*room] to, inout ulong room, in u8[size] from, ulong size, int level)
size fread(out void[size * count] to, size size, size count, handle file)
void(in str[9] s, in str t, in u32[4 * n]@16? from, uint n, code? c, dma in void[n] d)
void(in ldouble, in handle[2], in u64@4, inout i16[*a * 3], in i8 a)
END
printf '"%s"\n' in out inout void str code handle dma size u8 i64 ldouble '[' ']' '*' '@' '?' '...' struct > "$scratch/dictionary"
"$scratch/fuzz" -max_total_time="${FM_FUZZ_SECONDS:-10}" -max_len=300 -dict="$scratch/dictionary" -artifact_prefix="$scratch/" "$scratch/corpus" > "$scratch/said" 2>&1 ||
	{ tail -n 60 "$scratch/said"; echo "the fuzzer found something"; exit 1; }
grep -o 'DONE .*' "$scratch/said" | tail -n 1

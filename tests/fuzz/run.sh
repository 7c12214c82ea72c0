#!/bin/bash
# SPDX-License-Identifier: MIT
# Fuzz targets of profiles: fuzz_profile.c (blobs), fuzz_platform.c (YAML) and fuzz_wants.c (what is wanted of them), each for FM_FUZZ_SECONDS
# (20) under the address and the undefined behaviour sanitizer, from the built-in platforms on. A target is one file here; what it is made of
# stands in a line below.
# usage: run.sh [TARGET...]     Environment: top_srcdir, top_builddir (with the command, for seeds), FM_FUZZ_CORPUS (a folder to keep)
set -u
src=$(cd "${top_srcdir:-.}" && pwd) build=$(cd "${top_builddir:-.}" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
corpus=${FM_FUZZ_CORPUS:-$scratch/corpus}
status=0
command -v clang-19 > /dev/null || { echo "clang-19 is not installed: scripts/install-toolchain.sh core"; exit 77; }
case $("$build/flightmem" profile lint /dev/null 2>&1) in *"the file is empty"*) ;; *) echo "seeds need the command with libyaml (apt-get install libyaml-dev)"; exit 77 ;; esac
flags=(-g -O1 -std=gnu11 -D_GNU_SOURCE -fno-sanitize-recover=all -I"$src/include" -I"$src/lib" -I"$src/tools")

# The freestanding rungs, instrumented; all memory comes from the targets.
library()
{
	mkdir "$scratch/objects"
	(cd "$src/lib" && find base platform validate strategy quota space pool layout -name '*.c' 2> /dev/null) |
		SRC=$src OUT=$scratch/objects xargs -P "$(nproc)" -I '{}' \
			bash -c 'clang-19 -fsanitize=fuzzer-no-link,address,undefined "$@" -c -o "$OUT/$(echo "{}" | tr / _).o" "$SRC/lib/{}"' - "${flags[@]}"
}

# made_of TARGET: what it is linked with.
made_of()
{
	case $1 in
	profile | wants) ;;
	platform)
		find "$src/tools/compiler" -name '*.c' ! -name none.c ! -name lint.c ! -name compile.c
		echo "$src/tools/nearest.c $src/tools/schemas.c $(pkg-config --cflags --libs jansson yaml-0.1)"
		;;
	esac
}

seeds()
{
	mkdir -p "$corpus/profile" "$corpus/platform" "$corpus/wants"
	printf 'Zscratchpad, else fast ram, else main; at least 16 KiB; dma' > "$corpus/wants/list"
	printf '0region iwram aligned to 64 has simd_width at least 128 bits else not cached optional' > "$corpus/wants/terms"
	for file in "$src"/data/platforms/*.yaml; do
		cp "$file" "$corpus/platform/"
		"$build/flightmem" profile compile "$file" --output "$corpus/profile/$(basename "$file" .yaml)" > /dev/null || return
	done
}

# run TARGET LENGTH
run()
{
	# shellcheck disable=SC2046
	clang-19 -fsanitize=fuzzer,address,undefined "${flags[@]}" -o "$scratch/$1" "$src/tests/fuzz/fuzz_$1.c" "$scratch"/objects/*.o $(made_of "$1") ||
		{ echo "$1: not built"; return 1; }
	"$scratch/$1" -max_total_time="${FM_FUZZ_SECONDS:-20}" -timeout=20 -rss_limit_mb=2048 -max_len="$2" -close_fd_mask=1 -artifact_prefix="$build/fuzz-$1-" \
		"$corpus/$1" > "$scratch/said" 2>&1 || { tail -n 60 "$scratch/said"; echo "$1: what ends the program is in $build/fuzz-$1-*"; return 1; }
	echo "$1: $(grep -E '^Done' "$scratch/said")"
}

library && seeds || exit 1
[ $# -gt 0 ] || set -- profile platform wants
for target in "$@"; do run "$target" 20000 || status=1; done
exit $status

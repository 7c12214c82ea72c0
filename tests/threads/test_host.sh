#!/bin/sh
# SPDX-License-Identifier: MIT
# Threads share the first call and the refresh of the host: ThreadSanitizer sees no race. Environment: top_srcdir.
set -eu
src=${top_srcdir:-.}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cc=gcc
command -v $cc > /dev/null || { echo "$cc is not installed (scripts/install-toolchain.sh core)"; exit 77; }
# shellcheck disable=SC2046
$cc -std=gnu11 -O1 -g -fsanitize=thread -I"$src/include" -I"$src/lib" "$src"/tests/threads/host.c "$src"/lib/platform/*.c "$src"/lib/base/*.c \
	$(find "$src/lib/host" -name '*.c' ! -name 'process_*') "$src/lib/os/cpu.c" "$src/lib/os/file.c" "$src/lib/os/process.c" \
	-pthread -o "$scratch/host-threads" 2> "$scratch/log" || { cat "$scratch/log"; exit 1; }
# Where addresses are laid out too randomly for the sanitizer, it runs without.
run="$scratch/host-threads"
"$run" > "$scratch/out" 2>&1 && exit 0
grep -q 'unexpected memory mapping' "$scratch/out" && exec setarch "$(uname -m)" -R "$run"
cat "$scratch/out"
exit 1

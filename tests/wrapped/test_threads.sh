#!/bin/sh
# SPDX-License-Identifier: MIT
# Threads share a wrapped function: ThreadSanitizer sees no race, and no call is lost. Environment: top_srcdir.
set -eu
src=${top_srcdir:-.}
command -v gcc > /dev/null || { echo "gcc is not installed (scripts/install-toolchain.sh core)"; exit 77; }
pkg-config --exists libffi || { echo "libffi is missing (Debian: libffi-dev; scripts/install-toolchain.sh core)"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# shellcheck disable=SC2046 # flags are words
gcc -std=gnu11 -O1 -g -fsanitize=thread -I"$src/include" -I"$src/lib" $(pkg-config --cflags libffi) "$src"/tests/wrapped/threads.c "$src"/lib/ffi/*.c \
	"$src"/lib/validate/*.c "$src"/lib/platform/*.c "$src"/lib/base/*.c \
	-pthread $(pkg-config --libs libffi) -o "$scratch/threads" 2> "$scratch/log" || { cat "$scratch/log"; exit 1; }
# Where addresses are laid out too randomly for the sanitizer, it runs without.
"$scratch/threads" > "$scratch/out" 2>&1 && exit 0
grep -q 'unexpected memory mapping' "$scratch/out" && exec setarch "$(uname -m)" -R "$scratch/threads"
cat "$scratch/out"
exit 1

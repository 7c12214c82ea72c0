#!/bin/sh
# SPDX-License-Identifier: MIT
# A static aarch64 program under qemu-user with pages of 4, 16 and 64 KiB: what depends on the page follows it, what the compiler and the CPU
# say is AArch64's. Then a big-endian one of 32 bits (mips), which reads each root as this machine does. Files of /proc and /sys are those of
# the machine that emulates, but for a few; so nothing is asked of them here. Environment: top_srcdir.
set -eu
src=${top_srcdir:-.}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
. "$src/tests/host/build.sh"
for tool in aarch64-linux-gnu-gcc mips-linux-gnu-gcc qemu-aarch64-static qemu-mips-static; do
	command -v $tool > /dev/null || { echo "$tool is not installed (scripts/install-toolchain.sh host)"; exit 77; }
done
build_report "$scratch/report" aarch64-linux-gnu-gcc -static
status=0

# says PAGE NAME WANTED
says()
{
	got=$(figure "$scratch/out" "$2")
	[ "$got" = "$3" ] || { echo "$1: $2 is '$got', not '$3'"; status=1; }
}

for page in 4096 16384 65536; do
	qemu-aarch64-static -p $page "$scratch/report" > "$scratch/out"
	says $page arch "yes 2"
	says $page endian "yes 1"
	says $page pointer "yes 64"
	says $page page "yes $page"
	says $page granularity "yes $page"
	says $page page_max "yes 65536"
	says $page has_mmu "yes $page"
	says $page has_memory_growth "yes $page"
	says $page has_atomics_width "yes 128"
	says $page has_unaligned_access "yes 0"
	grep -q '^has_atomics_width yes 128 linux-aarch64: ' "$scratch/out" || { echo "pages of $page: the kind of machine is not named as the source"; status=1; }
	# The emulated CPU has SVE, whose length is the thread's.
	bits=$(figure "$scratch/out" simd)
	[ "${bits#yes }" -ge 128 ] || { echo "pages of $page: vectors of $bits bits"; status=1; }
done
qemu-aarch64-static -cpu cortex-a57 "$scratch/report" > "$scratch/out"
says 4096 cpu_features "yes 128"
says 4096 simd "yes 128"
# Without /sys the line of the cache is what the CPU's register CTR_EL0 says, by glibc's way or, as with musl, by our own.
cat > "$scratch/line.c" <<'C'
#include "os/cpu.h"
#include <stdio.h>

int main(void)
{
	return printf("%u %u\n", fm_cpu_cache_line(), fm_cpu_vector_bits()) < 0;
}
C
aarch64-linux-gnu-gcc -static -I"$src/include" -I"$src/lib" "$scratch/line.c" "$src/lib/os/cpu.c" "$src/lib/os/process.c" -o "$scratch/line"
[ "$(qemu-aarch64-static -cpu cortex-a57 "$scratch/line")" = "64 0" ] || { echo "CTR_EL0: $(qemu-aarch64-static -cpu cortex-a57 "$scratch/line")"; status=1; }
if [ "$(id -u)" = 0 ]; then
	mkdir "$scratch/bare"
	cp "$scratch/report" "$(command -v qemu-aarch64-static)" "$scratch/bare"
	chroot "$scratch/bare" /qemu-aarch64-static -p 65536 -cpu cortex-a57 /report > "$scratch/out"
	says 65536 cache_line "yes 64"
	says 65536 page "yes 65536"
	says 65536 physical "unknown 0"
fi

build_report "$scratch/big" mips-linux-gnu-gcc -static
build_report "$scratch/native" gcc
qemu-mips-static "$scratch/big" > "$scratch/out"
says big-endian endian "yes 2"
says big-endian pointer "yes 32"
says big-endian arch "unknown 0"
says big-endian simd "unknown 0"
for root in "$src"/tests/unit/host/roots/*; do
	"$scratch/native" "$root" > "$scratch/a"
	qemu-mips-static "$scratch/big" "$root" > "$scratch/b"
	diff "$scratch/a" "$scratch/b" || { echo "$root is not the same here (<) and on a big-endian machine (>)"; status=1; }
done
exit $status

#!/bin/sh
# SPDX-License-Identifier: MIT
# The two files as a 32-bit program without a libc, run: what exceeds its address space is refused, what fits it works.
# Environment: top_srcdir, top_builddir.
set -eu
src=$(cd "${top_srcdir:-.}" && pwd) build=${top_builddir:-.}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
command -v clang-19 > /dev/null || { echo "clang-19 is not installed (scripts/install-toolchain.sh core)"; exit 77; }
builtins=$(clang-19 -m32 -print-libgcc-file-name -rtlib=compiler-rt)
[ -e "$builtins" ] || builtins=$(dirname "$(clang-19 -print-libgcc-file-name -rtlib=compiler-rt)")/libclang_rt.builtins-i386.a
[ -e "$builtins" ] || { echo "clang's 32-bit builtins are not installed (scripts/install-toolchain.sh core)"; exit 77; }
if [ -e "$build/amalgamation/flightmem.c" ]; then two=$(cd "$build/amalgamation" && pwd); else two=$src/amalgamation; fi
[ -e "$two/flightmem.c" ] || { echo "no amalgamation/flightmem.c: make amalgamation"; exit 1; }

cat > "$scratch/main.c" <<'C'
#include "flightmem.h"

FM_STATIC_ASSERT(sizeof(size_t) == 4 && sizeof(void *) == 4, "a 32-bit program");

/* What a compiler may call. */
void *memcpy(void *to, const void *from, size_t size) { for (size_t i = 0; i < size; i++) ((char *)to)[i] = ((const char *)from)[i]; return to; }
void *memset(void *to, int byte, size_t size) { for (size_t i = 0; i < size; i++) ((char *)to)[i] = (char)byte; return to; }
int memcmp(const void *a, const void *b, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (((const unsigned char *)a)[i] != ((const unsigned char *)b)[i])
			return 1;
	return 0;
}
void *memmove(void *to, const void *from, size_t size)
{
	if ((char *)to <= (const char *)from)
		return memcpy(to, from, size);
	while (size-- != 0)
		((char *)to)[size] = ((const char *)from)[size];
	return to;
}

static fm_status describe(uint32_t width, uint32_t height, fm_plane *out)
{
	fm_plane_options options = { .struct_size = sizeof options, .width = width, .height = height, .format = FM_PIXEL_RGBA8888, .row_align = 1 };

	return fm_plane_describe(&options, out);
}

static int try_planes(void)
{
	fm_plane plane, untouched;

	memset(&untouched, 0xA5, sizeof untouched);
	plane = untouched;
	if (describe(65536, 65536, &plane) != FM_E_RANGE || describe(65536, 16384, &plane) != FM_E_RANGE)
		return 1;
	if (memcmp(&plane, &untouched, sizeof plane) != 0)
		return 2;
	return describe(65535, 16384, &plane) == FM_OK && plane.buffer.len == 0xFFFF0000u ? 0 : 3;
}

static int try_pools(void)
{
	static FM_ALIGNED(FM_POOL_ALIGN) unsigned char storage[FM_POOL_FOOTPRINT_SLOTS(24, 10)];
	fm_pool_options options = { .struct_size = sizeof options, .storage = storage, .capacity = sizeof storage, .block_size = 24 };
	fm_pool *pool = NULL;
	fm_buffer buffer;
	size_t bytes = 77;

	if (fm_pool_footprint(&options, 0x10000000, &bytes) != FM_E_RANGE || bytes != 77)
		return 4;
	if (fm_pool_open(&options, &pool, NULL) != FM_OK || fm_pool_acquire(pool, 24, 0, &buffer, NULL) != FM_OK)
		return 5;
	for (int i = 1; i < 10; i++)
		if (fm_pool_alloc(pool, 24) == NULL)
			return 6;
	if (fm_pool_acquire(pool, 0xFFFFFFFF, 0, &buffer, NULL) != FM_E_TOO_LARGE || fm_pool_release(pool, buffer.token + (UINT64_C(1) << 63)) == FM_OK)
		return 7;
	return fm_pool_release(pool, buffer.token) == FM_OK && fm_pool_reset(pool) == FM_OK && fm_pool_close(pool) == FM_OK ? 0 : 8;
}

static int try_addresses(void)
{
	fm_reservation reservation;
	fm_space_options options = { .struct_size = sizeof options };
	static FM_ALIGNED(16) unsigned char control[8192];
	fm_space *space = NULL;

	options.control = control;
	options.control_size = sizeof control;
	if (fm_space_open(fm_profile_find("gba"), &options, &space, NULL) != FM_OK)
		return 9;
	if (fm_space_reserve(space, "iwram", UINT64_C(1) << 32, 1, &reservation, NULL) != FM_E_TOO_LARGE)
		return 10;
	return fm_space_close(space) == FM_OK ? 0 : 11;
}

/* Linux's call 1 with the status; the stack is aligned as functions expect it. */
__attribute__((noreturn, force_align_arg_pointer, used)) void _start(void)
{
	int failed = try_planes();

	if (failed == 0)
		failed = try_pools();
	if (failed == 0)
		failed = try_addresses();
	__asm__ volatile("int $0x80" : : "a"(1), "b"(failed));
	for (;;) { }
}
C
clang-19 -m32 -std=gnu99 -O1 -ffreestanding -fno-builtin -fno-pic -fno-stack-protector -nostdlib -static -I"$two" \
	-o "$scratch/program" "$scratch/main.c" "$two/flightmem.c" "$builtins"
status=0
"$scratch/program" || status=$?
case $status in
0) ;;
126) echo "this system runs no 32-bit programs (a kernel with IA-32 emulation does)"; exit 77 ;;
*) echo "32-bit: step $status failed"; exit 1 ;;
esac

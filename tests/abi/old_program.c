/* SPDX-License-Identifier: MIT */
/** @file
 * A program of the baseline's age: linked against a stub that has only the baseline's symbols, it runs on today's library. */
#include <flightmem.h>
#include <stdio.h>
#include <string.h>

/** Facts, sizes and an inline; 0 iff all is as it was. */
static int look(uint64_t *size)
{
	fm_region iwram = FM_STRUCT(fm_region);
	unsigned char bytes[64];
	fm_arena arena;
	char text[32];

	if (fm_profile_region_find(fm_profile_find("gba"), "iwram", &iwram) != FM_OK || iwram.size != 32768)
		return 1;
	if (fm_size_parse("1 200 KiB", FM_TEXT, size, NULL) != FM_OK || fm_size_format(*size, FM_SIZE_EXACT, text, sizeof text) != strlen("1 228 800 B"))
		return 2;
	fm_arena_init(&arena, bytes, sizeof bytes);
	if (fm_arena_take(&arena, 16) == NULL || fm_arena_take(&arena, 65) != NULL)
		return 3;
	return 0;
}

/** A pool: a refusal of `size` bytes, a buffer, the end; 0 iff all is as it was. */
static int use(uint64_t size)
{
	fm_buffer buffer;
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_pool *pool = fm_pool_new((size_t)FM_MIB(1));

	if (pool == NULL || fm_pool_acquire(pool, (size_t)size, 0, &buffer, &why) != FM_E_TOO_LARGE || why.asked != 1228800)
		return 4;
	if (fm_pool_acquire(pool, 1000, 0, &buffer, NULL) != FM_OK || memset(buffer.data, 7, buffer.len) == NULL)
		return 5;
	if (fm_pool_close(pool) != FM_E_BUSY || fm_pool_release(pool, buffer.token) != FM_OK || fm_pool_close(pool) != FM_OK)
		return 6;
	return 0;
}

int main(void)
{
	uint64_t size = 0;
	int failed = look(&size);

	if (failed == 0)
		failed = use(size);
	if (failed != 0)
		return failed;
	puts(fm_version_string());
	return 0;
}

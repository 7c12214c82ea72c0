/* SPDX-License-Identifier: MIT */
/** @file
 * A program outside the tree, in C and C++ alike: profile, pool, buffer, refusal, and an inline. */
#include <flightmem.h>
#include <stdio.h>

int main(void)
{
	const fm_profile *gba = fm_profile_find("gba");
	fm_region iwram = FM_STRUCT(fm_region);
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_arena arena;
	static unsigned char bytes[64];
	char text[256];

	if (fm_profile_region_find(gba, "iwram", &iwram) != FM_OK || iwram.size != 32768)
		return 1;
	fm_pool *pool = fm_pool_new((size_t)FM_MIB(1));
	fm_buffer frame;
	if (fm_pool_acquire(pool, (size_t)640 * 480 * 4, 0, &frame, &why) != FM_E_TOO_LARGE)
		return 2;
	if (fm_pool_acquire(pool, (size_t)320 * 240 * 4, 64, &frame, NULL) != FM_OK || fm_pool_release(pool, frame.token) != FM_OK)
		return 3;
	if (fm_pool_close(pool) != FM_OK)
		return 4;
	fm_refusal_format(&why, text, sizeof text);
	puts(text);
	fm_arena_init(&arena, bytes, sizeof bytes);
	if (fm_arena_take(&arena, 16) == NULL || fm_arena_take(&arena, 65) != NULL)
		return 5;
	return 0;
}

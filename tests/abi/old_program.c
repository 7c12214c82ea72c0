/* SPDX-License-Identifier: MIT */
/** @file
 * A program of the baseline's age: linked against a stub that has only the baseline's symbols, it runs on today's library. */
#include <flightmem.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
	fm_buffer buffer;
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_pool *pool = fm_pool_new((size_t)FM_MIB(1));

	if (pool == NULL || fm_profile_find("gba") == NULL)
		return 1;
	if (fm_pool_acquire(pool, 640 * 480 * 4, 0, &buffer, &why) != FM_E_TOO_LARGE || why.asked != 1228800)
		return 2;
	if (fm_pool_acquire(pool, 1000, 0, &buffer, NULL) != FM_OK || memset(buffer.data, 7, buffer.len) == NULL)
		return 3;
	if (fm_pool_close(pool) != FM_E_BUSY || fm_pool_release(pool, buffer.token) != FM_OK || fm_pool_close(pool) != FM_OK)
		return 4;
	puts(fm_version_string());
	return 0;
}

/* SPDX-License-Identifier: MIT */
/** @file
 * A sealed pool keeps its bytes, is resident, and can be sealed again. */
#include <sys/mman.h>

#include "pools.h"

enum { PAGES = 64, PAGE = 4096 };

static unsigned resident_pages(void *base)
{
	unsigned char seen[PAGES];
	unsigned count = 0;

	cr_assert_eq(mincore(base, PAGES * PAGE, seen), 0);
	for (int i = 0; i < PAGES; i++)
		count += seen[i] & 1;
	return count;
}

Test(seal, pages_are_there_and_contents_stay)
{
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .capacity = PAGES * PAGE, .alignment = PAGE));
	void *base;
	size_t size;

	cr_assert_eq(fm_pool_storage(pool, &base, &size), FM_OK);
	cr_assert_eq(resident_pages(base), 0);

	unsigned char *block = fm_pool_alloc(pool, 100);

	memset(block, 0x5A, 100);
	cr_assert_eq(fm_pool_seal(pool), FM_OK);
	cr_assert_eq(fm_pool_seal(pool), FM_OK);
	cr_assert_eq(resident_pages(base), PAGES);
	for (int i = 0; i < 100; i++)
		cr_assert_eq(block[i], 0x5A);
	cr_assert_eq(usage_of(pool).sealed, 1);
	cr_assert_eq(fm_pool_seal(NULL), FM_E_ARGUMENT);
	fm_pool_unref(pool);
}

/* SPDX-License-Identifier: MIT */
/** @file
 * What the tests of pools share: storage, a provider that counts and fails when told to, failures that must change nothing. */
#ifndef FLIGHTMEM_TEST_POOLS_H
#define FLIGHTMEM_TEST_POOLS_H

#include <criterion/criterion.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include <flightmem/pool.h>

#include "pool/pool.h"

/** What a counting provider saw. */
struct ledger {
	unsigned obtains; /**< calls of obtain() */
	unsigned fail_at; /**< the call that fails, from 1; 0: none */
	fm_status status; /**< of the call that fails; FM_OK: FM_E_NO_MEMORY */
	unsigned out;     /**< pieces out */
	unsigned drops;
	size_t size, align; /**< of the last obtain() */
};

static inline fm_status ledger_obtain(void *user, size_t size, size_t align, void **out)
{
	struct ledger *ledger = user;

	if (++ledger->obtains == ledger->fail_at)
		return ledger->status != FM_OK ? ledger->status : FM_E_NO_MEMORY;
	ledger->size = size;
	ledger->align = align;
	*out = aligned_alloc(align, (size + align - 1) / align * align);
	cr_assert_not_null(*out);
	memset(*out, 0, size);
	ledger->out++;
	return FM_OK;
}

static inline void ledger_give_back(void *user, void *memory, size_t size, size_t align)
{
	struct ledger *ledger = user;

	cr_assert_eq(size, ledger->size);
	cr_assert_eq(align, ledger->align);
	memset(memory, 0xDD, size);
	free(memory);
	ledger->out--;
}

static inline void ledger_drop(void *user)
{
	struct ledger *ledger = user;

	ledger->drops++;
}

static inline fm_memory_provider provider_of(struct ledger *ledger)
{
	return (fm_memory_provider){ sizeof(fm_memory_provider), ledger, ledger_obtain, ledger_give_back, ledger_drop };
}

/** Opens a pool that must be. */
static inline fm_pool *opened(const fm_pool_options *options)
{
	fm_pool *pool = NULL;

	cr_assert_eq(fm_pool_open(options, &pool, NULL), FM_OK);
	cr_assert_not_null(pool);
	return pool;
}

static inline fm_pool_usage usage_of(const fm_pool *pool)
{
	fm_pool_usage usage = FM_STRUCT(fm_pool_usage);

	cr_assert_eq(fm_pool_get_usage(pool, &usage), FM_OK);
	return usage;
}

/** Expects that options are refused with `want`, `*out` stays, and the refusal says the status; gives the refusal. */
static inline fm_refusal refused(const fm_pool_options *options, fm_status want)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_pool *const untouched = (fm_pool *)(void *)&why;
	fm_pool *pool = untouched;

	cr_assert_eq(fm_pool_open(options, &pool, &why), want);
	cr_assert_eq(pool, untouched);
	cr_assert_eq(why.status, want);
	cr_assert_neq(why.help, FM_HELP_NONE);
	return why;
}

#endif

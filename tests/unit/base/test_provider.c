/* SPDX-License-Identifier: MIT */
/** @file
 * A provider's table is read whatever its age, and a half one is refused. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/provider.h"

/** Bytes of the table of a caller who knows no drop(). */
#define OLDER offsetof(fm_memory_provider, drop)

static fm_status obtain(void *user, size_t size, size_t align, void **out)
{
	(void)user;
	(void)size;
	(void)align;
	(void)out;
	return FM_E_NO_MEMORY;
}

static void give_back(void *user, void *memory, size_t size, size_t align)
{
	(void)user;
	(void)memory;
	(void)size;
	(void)align;
}

static void drop(void *user)
{
	(void)user;
}

static int owner;
static const fm_memory_provider whole = { sizeof whole, &owner, obtain, give_back, drop };

/** Expects a refusal that leaves what it would have written. */
static void refuse(const fm_memory_provider *given, fm_status want)
{
	fm_memory_provider known, before;

	memset(&known, 0xA5, sizeof known);
	memcpy(&before, &known, sizeof before);
	cr_assert_eq(fm_provider_read(given, &known), want);
	cr_assert_eq(memcmp(&known, &before, sizeof before), 0);
}

Test(provider, a_whole_table_is_copied)
{
	fm_memory_provider known;

	cr_assert_eq(fm_provider_read(&whole, &known), FM_OK);
	cr_assert_eq(memcmp(&known, &whole, sizeof known), 0);
}

Test(provider, without_one_the_default_is_read)
{
	fm_memory_provider known;

	cr_assert_eq(fm_provider_read(NULL, &known), FM_OK);
	cr_assert(known.obtain == fm_memory_default()->obtain && known.give_back == fm_memory_default()->give_back);
}

Test(provider, a_half_table_is_refused)
{
	fm_memory_provider half = whole;

	half.obtain = NULL;
	refuse(&half, FM_E_ARGUMENT);
	half = whole;
	half.give_back = NULL;
	refuse(&half, FM_E_ARGUMENT);
}

Test(provider, an_older_caller_has_no_drop)
{
	unsigned char bytes[sizeof whole];
	fm_memory_provider older = whole, known;

	older.struct_size = OLDER;
	memcpy(bytes, &older, OLDER);
	memset(bytes + OLDER, 0xEE, sizeof bytes - OLDER); /* not the table's */
	memcpy(&older, bytes, sizeof older);
	cr_assert_eq(fm_provider_read(&older, &known), FM_OK);
	cr_assert(known.struct_size == sizeof known && known.user == &owner && known.obtain == obtain && known.give_back == give_back);
	cr_assert_null(known.drop, "nothing past the caller's struct is believed");
	older.struct_size = OLDER - 1;
	refuse(&older, FM_E_ABI_SIZE);
	older.struct_size = FM_STRUCT_SIZE_MAX + 1;
	refuse(&older, FM_E_ABI_SIZE);
}

Test(provider, a_newer_caller_leaves_its_tail_zero)
{
	struct {
		fm_memory_provider table;
		void (*later)(void);
	} newer = { .table = whole };
	fm_memory_provider known;

	newer.table.struct_size = sizeof newer;
	cr_assert_eq(fm_provider_read(&newer.table, &known), FM_OK);
	cr_assert(known.drop == drop && known.struct_size == sizeof known);
	newer.later = (void (*)(void))drop;
	refuse(&newer.table, FM_E_ABI_FIELD);
}

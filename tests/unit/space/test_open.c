/* SPDX-License-Identifier: MIT */
/** @file
 * The life of a space: where its control block lies, who may close it, what a failed open leaves. */
#include "fake.h"

#define UNTOUCHED ((fm_space *)&source)

static FM_ALIGNED(16) unsigned char control[8192];

/** Opens with options that are refused, and gives the record; nothing may have changed. */
static fm_refusal refuse(const fm_space_options *options, fm_status want)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_space *out = UNTOUCHED;

	cr_assert_eq(fm_space_open(&fake, options, &out, &why), want);
	cr_assert(out == UNTOUCHED && source.out == 0 && source.drops == 0 && fake.references == 0);
	cr_assert_eq(why.status, want);
	cr_assert_str_eq(why.subject, "fake");
	return why;
}

Test(space_open, needs_a_profile_and_somewhere_to_put_the_answer)
{
	fm_space *out = UNTOUCHED;

	cr_assert_eq(fm_space_open(NULL, NULL, &out, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_space_open(&fake, NULL, NULL, NULL), FM_E_ARGUMENT);
	cr_assert(out == UNTOUCHED && source.calls == 0);

	fm_refusal why = FM_STRUCT(fm_refusal);

	cr_assert_eq(fm_space_open(NULL, NULL, &out, &why), FM_E_ARGUMENT);
	cr_assert(why.status == FM_E_ARGUMENT && why.subject[0] == '\0' && why.help == FM_HELP_OTHER && why.asked == 0);
}

Test(space_open, the_default_provider_gives_the_control_block_and_gets_it_back)
{
	size_t bytes = 0;

	cr_assert_eq(fm_space_control_size(&fake, NULL, &bytes), FM_OK);
	cr_assert_eq(fm_space_open(&fake, NULL, &space, NULL), FM_OK);
	cr_assert(source.out == 1 && source.size == bytes && source.align == 16 && fake.references == 1);
	cr_assert_eq(fm_space_profile(space), &fake);
	cr_assert_eq(fm_space_close(space), FM_OK);
	cr_assert(source.out == 0 && source.drops == 1 && source.out_at_drop == 0 && fake.references == 0, "the provider hears of the end last");
}

Test(space_open, a_provider_without_memory_is_told_as_it_is)
{
	size_t bytes = 0;

	cr_assert_eq(fm_space_control_size(&fake, NULL, &bytes), FM_OK);
	source.refusal = FM_E_NO_MEMORY;
	fm_refusal why = refuse(NULL, FM_E_NO_MEMORY);

	cr_assert(why.asked == bytes && why.align == 16 && why.help == FM_HELP_OTHER);
	source.refusal = FM_E_PERMISSION;
	refuse(NULL, FM_E_PERMISSION);
	source.is_missing = 1;
	refuse(NULL, FM_E_NO_MEMORY);
}

Test(space_open, control_in_the_callers_storage_asks_nobody)
{
	size_t bytes = 0;
	unsigned char *guard;

	source.is_missing = 1;
	cr_assert_eq(fm_space_control_size(&fake, NULL, &bytes), FM_OK);
	cr_assert_lt(bytes, sizeof control);
	guard = control + bytes;
	memset(control, 0xA5, sizeof control);
	cr_assert_eq(fm_space_open(&fake, FM_OPTIONS(fm_space_options, .control = control, .control_size = bytes), &space, NULL), FM_OK);
	cr_assert_eq(space, (fm_space *)control);

	fm_reservation reservation;
	fm_address address = { .value = 0x1800 };
	void *out = &reservation;

	cr_assert_eq(fm_space_reserve(space, "video", 16, 16, &reservation, NULL), FM_OK, "reservations need no memory");
	cr_assert_eq(fm_space_to_host(space, address, 1, &out, NULL), FM_E_NO_MEMORY);
	cr_assert_eq(out, &reservation);
	cr_assert_eq(fm_space_give_back(space, &reservation), FM_OK);
	cr_assert_eq(fm_space_close(space), FM_OK);
	for (size_t i = 0; i < sizeof control - bytes; i++)
		cr_assert_eq(guard[i], 0xA5, "not a byte more than fm_space_control_size() says");
}

Test(space_open, control_is_judged)
{
	size_t bytes = 0;

	cr_assert_eq(fm_space_control_size(&fake, NULL, &bytes), FM_OK);
	memset(control, 0xA5, sizeof control);
	refuse(FM_OPTIONS(fm_space_options, .control = control, .control_size = bytes - 1), FM_E_TOO_LARGE);
	refuse(FM_OPTIONS(fm_space_options, .control = control), FM_E_TOO_LARGE);
	refuse(FM_OPTIONS(fm_space_options, .control = control + 8, .control_size = bytes), FM_E_ALIGNMENT);
	for (size_t i = 0; i < sizeof control; i++)
		cr_assert_eq(control[i], 0xA5);

	fm_refusal why = refuse(FM_OPTIONS(fm_space_options, .control = control, .control_size = bytes - 1), FM_E_TOO_LARGE);

	cr_assert(why.asked == bytes && why.align == 16 && why.capacity == bytes - 1 && why.available == bytes - 1 && why.largest == bytes - 1);
	cr_assert(why.help == FM_HELP_ENLARGE && why.help_bytes == bytes);
	why = refuse(FM_OPTIONS(fm_space_options, .control = control + 8, .control_size = bytes), FM_E_ALIGNMENT);
	cr_assert(why.asked == bytes && why.help == FM_HELP_ALIGN && why.help_bytes == 16 && why.largest == 0);
	cr_assert_eq(fm_space_control_size(NULL, NULL, &bytes), FM_E_ARGUMENT);
	cr_assert_eq(fm_space_control_size(&fake, NULL, NULL), FM_E_ARGUMENT);
}

Test(space_open, a_provider_must_be_whole)
{
	fm_memory_provider half = source_provider;

	half.give_back = NULL;
	refuse(FM_OPTIONS(fm_space_options, .provider = &half), FM_E_ARGUMENT);
	half = source_provider;
	half.obtain = NULL;
	refuse(FM_OPTIONS(fm_space_options, .provider = &half), FM_E_ARGUMENT);
	half.struct_size = sizeof(size_t);
	refuse(FM_OPTIONS(fm_space_options, .provider = &half), FM_E_ABI_SIZE);
}

Test(space_open, a_provider_need_not_hear_of_the_end)
{
	fm_memory_provider silent = source_provider;

	silent.drop = NULL;
	cr_assert_eq(fm_space_open(&fake, FM_OPTIONS(fm_space_options, .provider = &silent), &space, NULL), FM_OK);
	cr_assert_eq(fm_space_close(space), FM_OK);
	cr_assert(source.out == 0 && source.drops == 0);
}

Test(space_open, the_provider_is_copied)
{
	fm_memory_provider mine = source_provider;

	cr_assert_eq(fm_space_open(&fake, FM_OPTIONS(fm_space_options, .provider = &mine), &space, NULL), FM_OK);
	memset(&mine, 0xA5, sizeof mine);
	cr_assert_eq(fm_space_close(space), FM_OK);
	cr_assert_eq(source.out, 0);
}

Test(space_open, callers_of_other_ages)
{
	struct {
		fm_space_options known;
		uint64_t newer;
	} options = { .known = { .struct_size = sizeof options } };
	size_t bytes = 77;

	cr_assert_eq(fm_space_open(&fake, &options.known, &space, NULL), FM_OK, "a newer caller that leaves what is unknown at zero");
	cr_assert_eq(fm_space_close(space), FM_OK);
	source.drops = 0;
	options.newer = 1;
	refuse(&options.known, FM_E_ABI_FIELD);
	options.known.struct_size = sizeof options.known;
	options.known.reserved = 1;
	refuse(&options.known, FM_E_ABI_FIELD);
	options.known.struct_size = 0;
	refuse(&options.known, FM_E_ABI_SIZE);
	options.known.struct_size = offsetof(fm_space_options, reserved);
	refuse(&options.known, FM_E_ABI_SIZE);
	cr_assert_eq(fm_space_control_size(&fake, &options.known, &bytes), FM_E_ABI_SIZE);
	options.known = (fm_space_options){ .struct_size = sizeof options.known, .reserved = 1 };
	cr_assert_eq(fm_space_control_size(&fake, &options.known, &bytes), FM_E_ABI_FIELD);
	options.known = (fm_space_options){ .struct_size = sizeof options };
	cr_assert_eq(fm_space_control_size(&fake, &options.known, &bytes), FM_E_ABI_FIELD, "what is newer is not zero");
	cr_assert_eq(bytes, 77);
	options.known.struct_size = FM_STRUCT_SIZE_MAX + 1;
	refuse(&options.known, FM_E_ABI_SIZE);
}

Test(space_open, providers_of_other_ages)
{
	struct {
		fm_memory_provider table;
		uint64_t later;
	} newer = { .table = source_provider };
	fm_memory_provider older = source_provider;

	older.struct_size = offsetof(fm_memory_provider, drop);
	cr_assert_eq(fm_space_open(&fake, FM_OPTIONS(fm_space_options, .provider = &older), &space, NULL), FM_OK, "drop came last and is optional");
	cr_assert_eq(fm_space_close(space), FM_OK);
	cr_assert(source.out == 0 && source.drops == 0);
	older.struct_size--;
	refuse(FM_OPTIONS(fm_space_options, .provider = &older), FM_E_ABI_SIZE);

	newer.table.struct_size = sizeof newer;
	newer.later = 1;
	refuse(FM_OPTIONS(fm_space_options, .provider = &newer.table), FM_E_ABI_FIELD);
	newer.later = 0;
	cr_assert_eq(fm_space_open(&fake, FM_OPTIONS(fm_space_options, .provider = &newer.table), &space, NULL), FM_OK);
	cr_assert_eq(fm_space_close(space), FM_OK);
	cr_assert(source.out == 0 && source.drops == 1);
}

Test(space_open, real_addresses_need_this_programs_pointers)
{
	const fm_space_options *real = FM_OPTIONS(fm_space_options, .backing = FM_SPACE_REAL);

	refuse(FM_OPTIONS(fm_space_options, .backing = 2), FM_E_UNSUPPORTED);
	refuse(FM_OPTIONS(fm_space_options, .backing = UINT32_MAX), FM_E_UNSUPPORTED);
	fake.info.pointer_bits = sizeof(void *) == 8 ? 32 : 64;
	refuse(real, FM_E_UNSUPPORTED);
	fake.info.pointer_bits = 0;
	refuse(real, FM_E_UNSUPPORTED);
	fake.info.pointer_bits = sizeof(void *) * 8;

	fake.info.endian = endian_of_this_program();
	cr_assert_eq(fm_space_open(&fake, real, &space, NULL), FM_OK);
	cr_assert_eq(fm_space_close(space), FM_OK);
	source.drops = 0;
	fake.info.endian = FM_ENDIAN_LITTLE + FM_ENDIAN_BIG - fake.info.endian;
	refuse(real, FM_E_UNSUPPORTED);
}

Test(space_open, close_is_strict_and_unref_is_not)
{
	fm_reservation reservation;

	open_fake();
	cr_assert_eq(fm_space_ref(space), space);
	cr_assert_eq(fm_space_close(space), FM_E_BUSY, "another reference is held");
	fm_space_unref(space);
	cr_assert_eq(fm_space_reserve(space, "screen", 1, 1, &reservation, NULL), FM_OK);
	cr_assert_eq(fm_space_close(space), FM_E_BUSY, "a reservation is out");
	cr_assert_eq(usage_of("ram").used, 1);
	cr_assert_eq(fm_space_give_back(space, &reservation), FM_OK);
	cr_assert_eq(fm_space_close(space), FM_OK);
	cr_assert_eq(source.out, 0);

	source.drops = 0;
	open_fake();
	cr_assert_eq(fm_space_reserve(space, "ram", 1, 1, &reservation, NULL), FM_OK);
	fm_reservation before = reservation;
	close_fake();
	cr_assert_eq(memcmp(&before, &reservation, sizeof before), 0, "a record may be gone by then: it is not touched");
}

Test(space_open, null_is_judged)
{
	cr_assert_null(fm_space_ref(NULL));
	fm_space_unref(NULL);
	cr_assert_eq(fm_space_close(NULL), FM_E_ARGUMENT);
	cr_assert_null(fm_space_profile(NULL));
}

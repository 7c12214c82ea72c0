/* SPDX-License-Identifier: MIT */
/** @file
 * Wants of a space: what is taken counts, nothing is taken, and the reasons are those of reservations. */
#include <criterion/criterion.h>
#include <flightmem/resolve.h>
#include <string.h>

static fm_space *space;

static void open_psx(void)
{
	cr_assert_eq(fm_space_open(fm_profile_find("psx"), NULL, &space, NULL), FM_OK);
}

static void close_space(void)
{
	cr_assert_eq(fm_space_close(space), FM_OK);
}

static fm_status resolve(const char *text, fm_resolution *out, fm_refusal *why)
{
	fm_want wants[4];
	uint32_t count = 0;

	while (fm_want_parse(text, FM_TEXT, count, &wants[count], NULL) == FM_OK)
		count++;
	return fm_space_resolve(space, wants, count, out, why);
}

static void expect(const char *text, const char *region, uint64_t bytes)
{
	fm_resolution out = FM_STRUCT(fm_resolution);

	cr_assert_eq(resolve(text, &out, NULL), FM_OK, "%s", text);
	cr_assert(strcmp(out.id, region) == 0 && out.bytes == bytes, "%s: %s, %llu", text, out.id, (unsigned long long)out.bytes);
}

static fm_refusal refuse(const char *text, fm_status status, const char *subject)
{
	fm_resolution out = FM_STRUCT(fm_resolution), before = out;
	fm_refusal why = FM_STRUCT(fm_refusal);

	cr_assert_eq(resolve(text, &out, &why), status, "%s", text);
	cr_assert_eq(memcmp(&out, &before, sizeof out), 0);
	cr_assert(why.status == status && strcmp(why.subject, subject) == 0, "%s: %s", text, why.subject);
	return why;
}

Test(resolve, what_is_left_counts, .init = open_psx, .fini = close_space)
{
	fm_reservation taken;

	expect("scratchpad 512, else main", "scratchpad", 1024);
	cr_assert_eq(fm_space_reserve(space, "scratchpad", 700, 1, &taken, NULL), FM_OK);
	expect("scratchpad 512, else main 512", "main_ram", 2097152 - 65536 - 256);
	expect("scratchpad", "scratchpad", 324);

	fm_refusal why = refuse("scratchpad 512", FM_E_EXHAUSTED, "scratchpad");

	cr_assert(why.asked == 512 && why.capacity == 1024 && why.available == 324 && why.largest == 324);
	cr_assert(why.help == FM_HELP_RELEASE && why.help_bytes == 700);
	cr_assert_eq(fm_space_give_back(space, &taken), FM_OK);
	expect("scratchpad 512", "scratchpad", 1024);
}

Test(resolve, a_full_region_grants_no_byte, .init = open_psx, .fini = close_space)
{
	fm_reservation taken;

	cr_assert_eq(fm_space_reserve(space, "scratchpad", 1024, 1, &taken, NULL), FM_OK);
	refuse("scratchpad", FM_E_EXHAUSTED, "scratchpad");
	expect("scratchpad, else video", "vram", 1048576);
	cr_assert_eq(fm_space_give_back(space, &taken), FM_OK);
}

Test(resolve, what_may_never_be_taken_is_refused, .init = open_psx, .fini = close_space)
{
	refuse("region bios_rom", FM_E_PERMISSION, "bios_rom");
	cr_assert_eq(refuse("scratchpad 2 KiB", FM_E_TOO_LARGE, "scratchpad").help_bytes, 1024);
	refuse("scratchpad dma", FM_E_PERMISSION, "dma of scratchpad");
	refuse("region nowhere", FM_E_NOT_FOUND, "region 'nowhere'");
}

Test(resolve, nothing_is_taken_or_counted, .init = open_psx, .fini = close_space)
{
	fm_region_usage usage = FM_STRUCT(fm_region_usage);

	expect("scratchpad", "scratchpad", 1024);
	refuse("scratchpad 2 KiB", FM_E_TOO_LARGE, "scratchpad");
	cr_assert_eq(fm_space_get_usage(space, "scratchpad", &usage), FM_OK);
	cr_assert(usage.used == 0 && usage.peak == 0 && usage.refused == 0);
}

Test(resolve, a_size_that_nobody_states_is_unknown)
{
	cr_assert_eq(fm_space_open(fm_profile_find("wasm32"), NULL, &space, NULL), FM_OK);
	refuse("region linear_memory", FM_E_FACT_UNKNOWN, "size of linear_memory");
	close_space();
}

Test(resolve, arguments_are_judged, .init = open_psx, .fini = close_space)
{
	fm_want want = { .bytes = 1 };
	fm_resolution out = FM_STRUCT(fm_resolution);

	cr_assert_eq(fm_space_resolve(NULL, &want, 1, &out, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_space_resolve(space, NULL, 1, &out, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_space_resolve(space, &want, 0, &out, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_space_resolve(space, &want, 1, NULL, NULL), FM_E_ARGUMENT);
	out.struct_size = 3;
	cr_assert_eq(fm_space_resolve(space, &want, 1, &out, NULL), FM_E_ABI_SIZE);
}

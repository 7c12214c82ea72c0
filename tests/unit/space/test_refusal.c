/* SPDX-License-Identifier: MIT */
/** @file
 * The record of a refusal: every member is true, and what it says would help does help. */
#include "fake.h"

static fm_reservation pieces[8];

/** Asks, expects a refusal, and gives its record. */
static fm_refusal refuse(const char *region, uint64_t size, uint64_t align, fm_status want)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_reservation none;

	cr_assert_eq(fm_space_reserve(space, region, size, align, &none, &why), want);
	cr_assert(why.status == want && why.asked == size && why.align == (align == 0 ? 1 : align));
	return why;
}

static void expect_help(fm_refusal why, fm_help help, uint64_t bytes)
{
	cr_assert(why.help == help && why.help_bytes == bytes, "help %u with %llu bytes", why.help, (unsigned long long)why.help_bytes);
}

static void expect_figures(fm_refusal why, const char *subject, uint64_t capacity, uint64_t available, uint64_t largest)
{
	cr_assert_str_eq(why.subject, subject);
	cr_assert(why.capacity == capacity && why.available == available && why.largest == largest);
}

static void take(int piece, const char *region, uint64_t size)
{
	cr_assert_eq(fm_space_reserve(space, region, size, 1, &pieces[piece], NULL), FM_OK);
}

Test(space_refusal, exhausted_says_the_fewest_bytes_to_give_back, .init = open_fake, .fini = close_fake)
{
	take(0, "top", 0x20);
	take(1, "top", 0x10);
	take(2, "top", 0x10);
	take(3, "top", 0x80);
	fm_refusal why = refuse("top", 0x41, 0, FM_E_EXHAUSTED);

	expect_figures(why, "top", 0x100, 0x40, 0x40);
	expect_help(why, FM_HELP_RELEASE, 0x80);
	cr_assert_eq(fm_space_give_back(space, &pieces[3]), FM_OK);
	take(4, "top", 0x41);

	why = refuse("top", 0xC0, 0x40, FM_E_EXHAUSTED);
	expect_help(why, FM_HELP_RELEASE, 0x41);
}

Test(space_refusal, the_cheapest_neighbours_are_found, .init = open_fake, .fini = close_fake)
{
	take(0, "top", 0x70);
	take(1, "top", 0x10);
	take(2, "top", 0x20);
	take(3, "top", 0x60);
	expect_help(refuse("top", 0x11, 1, FM_E_EXHAUSTED), FM_HELP_RELEASE, 0x20);
	expect_help(refuse("top", 0x30, 1, FM_E_EXHAUSTED), FM_HELP_RELEASE, 0x30);
	expect_help(refuse("top", 0x31, 1, FM_E_EXHAUSTED), FM_HELP_RELEASE, 0x60);
	expect_help(refuse("top", 0x20, 0x20, FM_E_EXHAUSTED), FM_HELP_RELEASE, 0x20);
	expect_help(refuse("top", 0x100, 0x100, FM_E_EXHAUSTED), FM_HELP_RELEASE, 0x100);
}

Test(space_refusal, what_was_taken_under_another_name_is_in_the_way, .init = open_fake, .fini = close_fake)
{
	take(0, "ram", 0x600);
	take(1, "ram", 0x6E0);
	fm_refusal why = refuse("screen", 1, 1, FM_E_EXHAUSTED);

	expect_figures(why, "screen", 0x3F0, 0, 0);
	expect_help(why, FM_HELP_RELEASE, 0x6E0);
}

Test(space_refusal, too_large_says_what_the_empty_region_grants, .init = open_fake, .fini = close_fake)
{
	take(0, "ram", 1);
	fm_refusal why = refuse("ram", UINT64_MAX, 0x10, FM_E_TOO_LARGE);

	expect_figures(why, "ram", 0xCF0, 0xCEF, 0x6F0);
	expect_help(why, FM_HELP_ASK_LESS, 0x6F0);

	why = refuse("top", 0x100, 0x400, FM_E_TOO_LARGE);
	expect_figures(why, "top", 0x100, 0x100, 0);
	expect_help(why, FM_HELP_ALIGN, 0x100);
	expect_help(refuse("top", 0x81, UINT64_C(1) << 63, FM_E_TOO_LARGE), FM_HELP_ALIGN, 0x100);
	expect_help(refuse("top", 0x101, UINT64_C(1) << 63, FM_E_TOO_LARGE), FM_HELP_OTHER, 0);
}

Test(space_refusal, no_alignment_grants_nothing, .init = open_fake, .fini = close_fake)
{
	fm_refusal why = refuse("top", 1, 3, FM_E_ALIGNMENT);

	expect_figures(why, "top", 0x100, 0x100, 0);
	expect_help(why, FM_HELP_ALIGN, 4);
	expect_help(refuse("top", 1, UINT64_MAX, FM_E_ALIGNMENT), FM_HELP_ALIGN, 0x100);
	expect_help(refuse("top", 0x101, UINT64_MAX, FM_E_ALIGNMENT), FM_HELP_ALIGN, UINT64_C(1) << 63);
	expect_help(refuse("none", 1, 48, FM_E_ALIGNMENT), FM_HELP_ALIGN, 64);
	expect_help(refuse("rom", 1, 48, FM_E_ALIGNMENT), FM_HELP_ALIGN, 64);
	expect_figures(refuse("top", 0, 3, FM_E_ARGUMENT), "top", 0x100, 0x100, 0);
}

Test(space_refusal, where_nothing_may_be_taken_only_another_region_helps, .init = open_fake, .fini = close_fake)
{
	static const char *const regions[] = { "rom", "io", "volatile", "firmware", "frozen" };

	for (int i = 0; i < 5; i++) {
		fm_refusal why = refuse(regions[i], 1, 1, FM_E_PERMISSION);

		expect_figures(why, regions[i], 0, 0, 0);
		expect_help(why, FM_HELP_OTHER, 0);
	}
	expect_figures(refuse("unsized", 1, 1, FM_E_FACT_UNKNOWN), "unsized", 0, 0, 0);
	expect_figures(refuse("none", 1, 1, FM_E_NOT_FOUND), "region 'none'", 0, 0, 0);
	expect_figures(refuse("a name longer than a subject can hold", 1, 1, FM_E_NOT_FOUND), "region 'a name longer than a su", 0, 0, 0);
}

Test(space_refusal, arguments_that_are_missing, .init = open_fake, .fini = close_fake)
{
	fm_refusal why = FM_STRUCT(fm_refusal);

	expect_figures(refuse("top", 0, 1, FM_E_ARGUMENT), "top", 0x100, 0x100, 0x100);
	expect_help(refuse("top", 0, 1, FM_E_ARGUMENT), FM_HELP_OTHER, 0);
	expect_figures(refuse(NULL, 1, 1, FM_E_ARGUMENT), "", 0, 0, 0);
	cr_assert_eq(fm_space_reserve(NULL, "top", 1, 1, &pieces[0], &why), FM_E_ARGUMENT);
	cr_assert_eq(why.status, FM_E_ARGUMENT);
	expect_figures(why, "top", 0, 0, 0);
}

Test(space_refusal, a_record_that_is_out_is_no_want_of_memory, .init = open_fake, .fini = close_fake)
{
	fm_refusal why = FM_STRUCT(fm_refusal);

	take(0, "ram", 0x44);
	cr_assert_eq(fm_space_reserve(space, "top", 1, 1, &pieces[0], &why), FM_E_BUSY);
	expect_figures(why, "this reservation is out", 0, 0, 0);
	expect_help(why, FM_HELP_OTHER, 0);

	char said[64];

	fm_refusal_format(&why, said, sizeof said);
	cr_assert_str_eq(said, "this reservation is out: use another struct");
}

Test(space_refusal, records_of_other_ages, .init = open_fake, .fini = close_fake)
{
	struct {
		fm_refusal known;
		unsigned char newer[8];
	} why = { .known = { .struct_size = sizeof why }, .newer = { 1, 2, 3, 4, 5, 6, 7, 8 } };
	fm_refusal garbage = { .struct_size = 1, .asked = 77 };

	cr_assert_eq(fm_space_reserve(space, "ram", UINT64_MAX, 1, &pieces[0], &why.known), FM_E_TOO_LARGE);
	cr_assert(why.known.struct_size == sizeof why.known && why.known.asked == UINT64_MAX && why.newer[0] == 1);
	cr_assert_eq(fm_space_reserve(space, "ram", UINT64_MAX, 1, &pieces[0], &garbage), FM_E_TOO_LARGE);
	cr_assert_eq(garbage.asked, 77, "what is not believed is left alone");
}

Test(space_refusal, is_written_only_on_failure, .init = open_fake, .fini = close_fake)
{
	fm_refusal why = { .struct_size = sizeof why, .asked = 77 };

	cr_assert_eq(fm_space_reserve(space, "ram", 1, 1, &pieces[0], &why), FM_OK);
	cr_assert_eq(why.asked, 77);
}

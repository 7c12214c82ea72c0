/* SPDX-License-Identifier: MIT */
/** @file
 * Alignment: of the width, of the region; the larger one is named. */
#include "lists.h"

Test(validate_alignment, an_address_is_a_multiple_of_the_width)
{
	fm_validator *validator = open_one((fm_validator_region){ .size = 64, .access = RW }, (fm_validator_options){ 0 });

	cr_assert_eq(ask(validator, 2, 4, FM_ACCESS_READ | FM_ACCESS_32), FM_E_ACCESS_ALIGNMENT);
	cr_assert_eq(explain(validator, 2, 4, FM_ACCESS_READ | FM_ACCESS_32).help, 4);
	cr_assert_eq(ask(validator, 2, 4, FM_ACCESS_READ | FM_ACCESS_16), FM_OK);
	cr_assert_eq(ask(validator, 4, 8, FM_ACCESS_READ | FM_ACCESS_64), FM_E_ACCESS_ALIGNMENT);
	cr_assert_eq(ask(validator, 1, 1, FM_ACCESS_READ | FM_ACCESS_8), FM_OK);
	cr_assert_eq(ask(validator, 1, 7, FM_ACCESS_READ), FM_OK, "without a width nothing is aligned");
	fm_validator_unref(validator);
}

Test(validate_alignment, a_region_may_want_more)
{
	fm_validator *validator = open_one((fm_validator_region){ .size = 64, .access = RW, .align = 16 },
					   (fm_validator_options){ .flags = FM_VALIDATOR_ALLOW_UNALIGNED });

	cr_assert_eq(ask(validator, 8, 4, FM_ACCESS_READ), FM_E_ACCESS_ALIGNMENT);
	cr_assert_eq(explain(validator, 8, 4, FM_ACCESS_READ).help, 16);
	cr_assert_eq(ask(validator, 16, 4, FM_ACCESS_READ | FM_ACCESS_64), FM_E_ACCESS_WIDTH);
	cr_assert_eq(ask(validator, 16, 3, FM_ACCESS_READ), FM_OK);
	fm_validator_unref(validator);
}

Test(validate_alignment, a_cpu_may_not_mind)
{
	fm_validator *validator = open_one((fm_validator_region){ .size = 64, .access = RW }, (fm_validator_options){ .flags = FM_VALIDATOR_ALLOW_UNALIGNED });

	cr_assert_eq(ask(validator, 3, 8, FM_ACCESS_READ | FM_ACCESS_64), FM_OK);
	fm_validator_unref(validator);
}

/** Expects a word at an address of a profile, and whether the CPU minds it. */
static void minds(const char *profile, uint64_t address, uint32_t access, uint64_t help)
{
	fm_validator *validator = open_options((fm_validator_options){ .profile = fm_profile_find(profile), .flags = FM_VALIDATOR_ALLOW_UNKNOWN });

	cr_assert_eq(ask(validator, address, 8, access), help == 0 ? FM_OK : FM_E_ACCESS_ALIGNMENT, "%s", profile);
	if (help != 0)
		cr_assert_eq(explain(validator, address, 8, access).help, help);
	fm_validator_unref(validator);
}

Test(validate_alignment, a_profile_knows_what_its_cpu_minds)
{
	minds("gba", 0x02000002, FM_ACCESS_READ | FM_ACCESS_32, 4);
	minds("gba", 0x02000004, FM_ACCESS_READ | FM_ACCESS_64, 0);
	minds("megadrive", 0xFF0002, FM_ACCESS_READ | FM_ACCESS_32, 0);
	minds("megadrive", 0xFF0001, FM_ACCESS_READ | FM_ACCESS_32, 2);
	minds("playdate", 0x60000001, FM_ACCESS_READ | FM_ACCESS_64, 0);
	minds("gb", 0xC001, FM_ACCESS_READ | FM_ACCESS_16, 0);
}

Test(validate_alignment, a_cpu_that_sometimes_minds_is_one_that_does)
{
	minds("stm32f407", 0x20000002, FM_ACCESS_READ | FM_ACCESS_32, 4);
	minds("stm32f407", 0x20000004, FM_ACCESS_READ | FM_ACCESS_64, 8);
}

Test(validate_alignment, what_a_cpu_tolerates_says_nothing_of_an_engine)
{
	fm_validator *validator = open_one((fm_validator_region){ .size = 64, .access = RW | FM_ACCESS_DMA },
					   (fm_validator_options){ .flags = FM_VALIDATOR_ALLOW_UNALIGNED });

	cr_assert_eq(ask(validator, 2, 4, FM_ACCESS_READ | FM_ACCESS_32), FM_OK);
	cr_assert_eq(ask(validator, 2, 4, FM_ACCESS_READ | FM_ACCESS_DMA | FM_ACCESS_32), FM_E_ACCESS_ALIGNMENT);
	cr_assert_eq(ask(validator, 4, 4, FM_ACCESS_READ | FM_ACCESS_DMA | FM_ACCESS_32), FM_OK);
	cr_assert_eq(ask(validator, 2, 4, FM_ACCESS_READ | FM_ACCESS_DMA), FM_OK);
	fm_validator_unref(validator);
}

/* SPDX-License-Identifier: MIT */
/** @file
 * DMA: reach, begin, length, boundary, whole lines of the cache. */
#include "lists.h"

#define TRANSFER (FM_ACCESS_READ | FM_ACCESS_DMA)

static const fm_validator_region plain = { .base = 0x1000, .size = 0x10000, .access = RW | FM_ACCESS_DMA };
static const fm_validator_region cached = { .base = 0x1000, .size = 0x10000, .access = RW | FM_ACCESS_DMA, .flags = FM_VALIDATOR_REGION_CACHED };

static void refused(fm_validator *validator, uint64_t address, uint64_t size, uint64_t at, uint64_t help)
{
	fm_finding finding;

	cr_assert_eq(ask(validator, address, size, TRANSFER), FM_E_ACCESS_DMA);
	finding = explain(validator, address, size, TRANSFER);
	cr_assert(finding.rule == FM_RULE_DMA && finding.at == at && finding.help == help);
	cr_assert_eq(ask(validator, address, size, FM_ACCESS_READ), FM_OK, "the CPU may");
}

Test(validate_dma, the_engine_reaches_what_is_granted)
{
	fm_validator *validator = open_one((fm_validator_region){ .base = 0x1000, .size = 0x100, .access = RW }, (fm_validator_options){ 0 });

	refused(validator, 0x1000, 4, 0x1000, 0);
	fm_validator_unref(validator);
	validator = open_one(plain, (fm_validator_options){ 0 });
	cr_assert_eq(ask(validator, 0x1003, 5, TRANSFER), FM_OK);
	fm_validator_unref(validator);
}

Test(validate_dma, the_engine_ends_at_its_limit)
{
	fm_validator *validator = open_one(plain, (fm_validator_options){ .dma_limit = 0x2000 });

	cr_assert_eq(ask(validator, 0x1FFC, 4, TRANSFER), FM_OK);
	refused(validator, 0x1FFC, 5, 0x2000, 0x2000);
	refused(validator, 0x3000, 1, 0x3000, 0x2000);
	fm_validator_unref(validator);
}

Test(validate_dma, begin_and_length_are_as_the_engine_counts)
{
	fm_validator *validator = open_one(plain, (fm_validator_options){ .dma_align = 8, .dma_granule = 12 });

	cr_assert_eq(ask(validator, 0x1008, 24, TRANSFER), FM_OK);
	refused(validator, 0x1004, 12, 0x1004, 8);
	refused(validator, 0x1008, 16, 0x1008, 12);
	fm_validator_unref(validator);
}

Test(validate_dma, no_transfer_crosses_a_boundary)
{
	fm_validator *validator = open_one(plain, (fm_validator_options){ .dma_boundary = 0x1000 });

	cr_assert_eq(ask(validator, 0x1000, 0x1000, TRANSFER), FM_OK);
	cr_assert_eq(ask(validator, 0x1F00, 0x100, TRANSFER), FM_OK);
	refused(validator, 0x1F00, 0x101, 0x2000, 0x100);
	fm_validator_unref(validator);
}

Test(validate_dma, cached_memory_goes_by_whole_lines)
{
	fm_validator *validator = open_one(cached, (fm_validator_options){ .cache_line = 32 });

	cr_assert_eq(ask(validator, 0x1020, 64, TRANSFER), FM_OK);
	refused(validator, 0x1010, 32, 0x1010, 32);
	refused(validator, 0x1020, 48, 0x1020, 32);
	fm_validator_unref(validator);
	validator = open_one(cached, (fm_validator_options){ .cache_line = 32, .flags = FM_VALIDATOR_COHERENT });
	cr_assert_eq(ask(validator, 0x1010, 5, TRANSFER), FM_OK, "DMA sees the cache");
	fm_validator_unref(validator);
	validator = open_one(cached, (fm_validator_options){ .cache_line = FM_NONE });
	cr_assert_eq(ask(validator, 0x1010, 5, TRANSFER), FM_OK, "there is no cache");
	fm_validator_unref(validator);
	validator = open_one(plain, (fm_validator_options){ .cache_line = 32 });
	cr_assert_eq(ask(validator, 0x1010, 5, TRANSFER), FM_OK, "not here");
	fm_validator_unref(validator);
}

Test(validate_dma, a_line_that_nobody_knows_is_refused_unless_it_is_allowed)
{
	fm_validator *validator = open_one(cached, (fm_validator_options){ 0 });

	refused(validator, 0x1000, 32, 0x1000, 0);
	cr_assert(strstr(explain(validator, 0x1000, 32, TRANSFER).remedy, "cache_line") != NULL);
	fm_validator_unref(validator);
	validator = open_one(cached, (fm_validator_options){ .flags = FM_VALIDATOR_ALLOW_UNKNOWN });
	cr_assert_eq(ask(validator, 0x1000, 32, TRANSFER), FM_OK);
	fm_validator_unref(validator);
}

Test(validate_dma, a_console_has_windows_with_and_without_a_cache)
{
	fm_validator *validator = open_options((fm_validator_options){ .profile = fm_profile_find("dreamcast") });
	fm_profile_info info = FM_STRUCT(fm_profile_info);

	cr_assert_eq(fm_profile_get_info(fm_profile_find("dreamcast"), &info), FM_OK);
	cr_assert_eq(info.cache_line_bytes, 32);
	cr_assert_eq(ask(validator, 0x8C010004, 4, FM_ACCESS_READ | FM_ACCESS_DMA), FM_E_ACCESS_DMA, "P1 is cached");
	cr_assert_eq(ask(validator, 0xAC010004, 4, FM_ACCESS_READ | FM_ACCESS_DMA), FM_OK, "P2 is not");
	fm_validator_unref(validator);
}

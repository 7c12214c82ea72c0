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
	fm_validator_unref(validator);
	validator = open_options((fm_validator_options){ .profile = fm_profile_find("dreamcast"), .dma_align = 4, .dma_granule = 4 });
	cr_assert_eq(ask(validator, 0x8C010004, 4, TRANSFER), FM_E_ACCESS_DMA, "P1 is cached");
	cr_assert_eq(ask(validator, 0xAC010004, 4, TRANSFER), FM_OK, "P2 is not");
	fm_validator_unref(validator);
}

Test(validate_dma, the_engines_of_a_console_say_what_they_take)
{
	fm_validator *validator = open_options((fm_validator_options){ .profile = fm_profile_find("megadrive") });

	cr_assert_eq(ask(validator, 0xFF0000, 0x10000, TRANSFER), FM_OK);
	refused(validator, 0xFF0001, 2, 0xFF0001, 2);
	refused(validator, 0xFF0000, 3, 0xFF0000, 2);
	cr_assert_eq(ask(validator, 0x1FF00, 0x200, TRANSFER), FM_E_ACCESS_DMA, "across 128 KiB");
	cr_assert_eq(explain(validator, 0x1FF00, 0x200, TRANSFER).at, 0x20000);
	fm_validator_unref(validator);
	validator = open_options((fm_validator_options){ .profile = fm_profile_find("megadrive"), .dma_boundary = 0x40000, .dma_align = 1, .dma_granule = 1 });
	cr_assert_eq(ask(validator, 0x1FF01, 0x201, TRANSFER), FM_OK, "the options know better");
	refused(validator, 0x3FF00, 0x200, 0x40000, 0x100);
	fm_validator_unref(validator);
}

/** The registers hold 24 bits of the address that the bus sees: what main RAM's mirrors at 0x80000000 lead to, they reach. */
Test(validate_dma, reach_is_judged_where_the_region_lies)
{
	fm_validator *validator = open_options((fm_validator_options){ .profile = fm_profile_find("psx"), .flags = FM_VALIDATOR_ALLOW_UNKNOWN });

	cr_assert_eq(ask(validator, 0x80010000, 64, TRANSFER), FM_OK);
	cr_assert_eq(ask(validator, 0x00010000, 64, TRANSFER), FM_OK);
	fm_validator_unref(validator);
	validator = open_options((fm_validator_options){ .profile = fm_profile_find("psx"), .dma_limit = 0x100000 });
	cr_assert_eq(ask(validator, 0x800FFFC0, 64, TRANSFER), FM_OK);
	refused(validator, 0x800FFFC0, 68, 0x80100000, 0x100000);
	refused(validator, 0x80100000, 64, 0x80100000, 0x100000);
	fm_validator_unref(validator);
}

Test(validate_dma, an_engine_is_meant_or_all_are)
{
	const fm_profile *gbc = fm_profile_find("gbc");
	fm_validator *each = open_options((fm_validator_options){ .profile = gbc });
	fm_validator *oam = open_options((fm_validator_options){ .profile = gbc, .dma_engine = 1 });
	fm_validator *vram = open_options((fm_validator_options){ .profile = gbc, .dma_engine = 2 });
	fm_validator *none = open_options((fm_validator_options){ .profile = gbc, .dma_engine = FM_NONE, .dma_align = 4, .dma_granule = 4 });

	cr_assert(ask(each, 0xC000, 160, TRANSFER) == FM_OK && ask(oam, 0xC000, 160, TRANSFER) == FM_OK && ask(vram, 0xC000, 160, TRANSFER) == FM_OK);
	cr_assert(ask(vram, 0xC010, 32, TRANSFER) == FM_OK && ask(none, 0xC004, 12, TRANSFER) == FM_OK);
	refused(each, 0xC010, 160, 0xC010, 256);
	refused(oam, 0xC000, 32, 0xC000, 160);
	refused(vram, 0xC004, 32, 0xC004, 16);
	refused(none, 0xC002, 12, 0xC002, 4);
	fm_validator_unref(each);
	fm_validator_unref(oam);
	fm_validator_unref(vram);
	fm_validator_unref(none);
}

Test(validate_dma, an_engine_has_a_space)
{
	fm_validator *validator = open_options((fm_validator_options){ .profile = fm_profile_find("psx"), .space = 2 });

	refused(validator, 0x1014, 4, 0x1014, 8);
	cr_assert_eq(ask(validator, 0x1018, 4, TRANSFER), FM_OK);
	fm_validator_unref(validator);
}

Test(validate_dma, what_no_source_says_of_an_engine_is_refused_unless_it_is_stated_or_allowed)
{
	const fm_profile *profile = fm_profile_find("rp2040"), *psx = fm_profile_find("psx");
	fm_validator *validator = open_options((fm_validator_options){ .profile = profile });

	refused(validator, 0x20000000, 4, 0x20000000, 0);
	cr_assert(strstr(explain(validator, 0x20000000, 4, TRANSFER).remedy, "dma_granule") != NULL);
	fm_validator_unref(validator);
	validator = open_options((fm_validator_options){ .profile = profile, .dma_align = 4 });
	refused(validator, 0x20000000, 4, 0x20000000, 0);
	fm_validator_unref(validator);
	validator = open_options((fm_validator_options){ .profile = profile, .dma_align = 4, .dma_granule = 4 });
	cr_assert_eq(ask(validator, 0x20000000, 4, TRANSFER), FM_OK);
	refused(validator, 0x20000002, 4, 0x20000002, 4);
	fm_validator_unref(validator);
	validator = open_options((fm_validator_options){ .profile = profile, .flags = FM_VALIDATOR_ALLOW_UNKNOWN });
	cr_assert_eq(ask(validator, 0x20000001, 3, TRANSFER), FM_OK);
	fm_validator_unref(validator);
	validator = open_options((fm_validator_options){ .profile = psx, .space = 2, .dma_engine = 2 });
	refused(validator, 0x2000, 8, 0x2000, 0);
	fm_validator_unref(validator);
}

/* SPDX-License-Identifier: MIT */
/** @file
 * Wants of a profile: the first that holds, why each of the others does not, and what a failure leaves. */
#include "facts.h"

#include <flightmem/resolve.h>

/** The wants of a text. */
static uint32_t read_wants(const char *text, fm_want wants[FM_WANTS_MAX])
{
	uint32_t count = 0;

	while (fm_want_parse(text, FM_TEXT, count, &wants[count], NULL) == FM_OK)
		count++;
	cr_assert_gt(count, 0, "'%s'", text);
	return count;
}

static fm_status resolve(const char *platform, const char *text, fm_resolution *out, fm_refusal *why)
{
	fm_want wants[FM_WANTS_MAX];
	uint32_t count = read_wants(text, wants);

	return fm_profile_resolve(profile_of(platform), wants, count, out, why);
}

/** Expects want `want` to hold, with a region; NULL: none. */
static fm_resolution expect(const char *platform, const char *text, uint32_t want, const char *region)
{
	fm_resolution out = FM_STRUCT(fm_resolution);
	fm_refusal why = FM_STRUCT(fm_refusal);

	cr_assert_eq(resolve(platform, text, &out, &why), FM_OK, "%s: %s: %s: %s", platform, text, why.subject, fm_status_name(why.status));
	cr_assert(out.want == want && out.struct_size == sizeof out, "%s: %s: %u", platform, text, out.want);
	cr_assert(region == NULL ? out.id == NULL && out.region == FM_NONE : out.id != NULL && strcmp(out.id, region) == 0, "%s: %s: %s", platform, text, out.id);
	cr_assert(region == NULL || region_of(profile_of(platform), region) == out.region);
	return out;
}

/** Expects none to hold; what is said is why the last does not. */
static fm_refusal refuse(const char *platform, const char *text, fm_status status, const char *subject)
{
	fm_resolution out;
	fm_refusal why = FM_STRUCT(fm_refusal);

	PLANT(&out, sizeof out);
	REFUSED(resolve(platform, text, &out, &why), &out, status);
	cr_assert(why.status == status && strcmp(why.subject, subject) == 0, "%s: %s: %s: %s", platform, text, why.subject, fm_status_name(why.status));
	cr_assert_eq(resolve(platform, text, &out, NULL), status);
	return why;
}

Test(resolve, the_first_that_holds_is_chosen)
{
	const char *text = "scratchpad, else fast ram, else main; at least 16 KiB; dma";

	expect("ps2", text, 0, "scratchpad");
	expect("gba", text, 1, "iwram");
	expect("n64", text, 2, "rdram");
	expect("psx", text, 2, "main_ram");
	expect("psx", "scratchpad, else main", 0, "scratchpad");
	cr_assert_eq(expect("psx", "scratchpad", 0, "scratchpad").bytes, 1024);
}

Test(resolve, a_region_is_named)
{
	cr_assert_eq(expect("gba", "region iwram", 0, "iwram").bytes, 32512, "less its reserved bytes");
	expect("gba", "region sram", 0, "sram");
	expect("gba", "region nowhere else region iwram dma", 1, "iwram");
	refuse("gba", "region iwrm", FM_E_NOT_FOUND, "region 'iwrm'");
	refuse("gba", "region iwram video", FM_E_NOT_FOUND, "region 'iwram'");
}

Test(resolve, a_kind_that_is_not_there_is_said)
{
	refuse("gba", "scratchpad", FM_E_NOT_FOUND, "kind 'scratchpad'");
	refuse("linux-x86_64", "main", FM_E_NOT_FOUND, "kind 'main'");
	refuse("linux-x86_64", "16 KiB", FM_E_NOT_FOUND, "region");
}

Test(resolve, what_sources_deny_and_what_they_do_not_say_are_told_apart)
{
	refuse("psx", "scratchpad dma", FM_E_PERMISSION, "dma of scratchpad");
	refuse("psp", "scratchpad dma", FM_E_FACT_UNKNOWN, "dma of scratchpad");
	refuse("psx", "main cached, else main not dma", FM_E_PERMISSION, "dma of main_ram");
	refuse("n64", "main fast", FM_E_FACT_UNKNOWN, "fast of rdram");
	expect("psx", "main uncached cached code", 0, "main_ram");
}

Test(resolve, registers_are_meant_only_by_name)
{
	fm_region region = FM_STRUCT(fm_region);
	fm_resolution out = expect("gba", "volatile io", 0, "io");

	cr_assert_eq(fm_profile_region(profile_of("gba"), out.region, &region), FM_OK);
	cr_assert_eq(region.kind, FM_REGION_IO);
	refuse("gba", "volatile", FM_E_PERMISSION, "volatile of bios");
}

Test(resolve, a_region_that_not_every_machine_has_must_be_allowed)
{
	refuse("amiga500", "fast ram", FM_E_FACT_UNKNOWN, "presence of fast_ram");
	expect("amiga500", "fast ram optional", 0, "fast_ram");
	expect("amiga500", "region fast_ram fast", 0, "fast_ram");
	expect("amiga500", "fast ram, else main", 1, "chip_ram");
	refuse("gba", "save", FM_E_FACT_UNKNOWN, "presence of sram");
}

Test(resolve, size_and_alignment_count_what_no_one_has_reserved)
{
	fm_refusal why = refuse("gba", "region iwram 32 KiB", FM_E_TOO_LARGE, "iwram");

	cr_assert(why.asked == 32768 && why.capacity == 32768 && why.available == 32512 && why.largest == 32512);
	cr_assert(why.help == FM_HELP_ASK_LESS && why.help_bytes == 32512);
	cr_assert_eq(expect("gba", "region iwram aligned to 32 KiB", 0, "iwram").bytes, 32512);
	cr_assert_eq(expect("psx", "main 1 MiB aligned to 64 KiB", 0, "main_ram").bytes, 2097152 - 65536 - 256);
	cr_assert_eq(expect("psx", "main 512 KiB aligned to 1 MiB", 0, "main_ram").bytes, 1048576 - 256);
	why = refuse("psx", "main 1 MiB aligned to 2 MiB", FM_E_TOO_LARGE, "main_ram");
	cr_assert(why.align == 2097152 && why.largest == 0 && why.help == FM_HELP_OTHER);
	refuse("playdate", "region emmc 1", FM_E_FACT_UNKNOWN, "size of emmc");
	cr_assert_eq(expect("playdate", "region emmc", 0, "emmc").bytes, 0);
}

Test(resolve, of_several_regions_the_nearest_is_told_of)
{
	cr_assert_eq(refuse("gba", "main 1 MiB", FM_E_TOO_LARGE, "ewram").largest, 262144);
	refuse("esp32", "main dma 1 MiB", FM_E_TOO_LARGE, "dram");
	refuse("esp32", "main dma fast", FM_E_FACT_UNKNOWN, "fast of dram");
}

Test(resolve, capabilities_are_asked_of_the_platform)
{
	fm_refusal why;

	expect("linux-x86_64", "has simd_width 128 bits", 0, NULL);
	expect("rp2040", "main has mpu at least 8", 0, "sram");
	why = refuse("linux-x86_64", "has simd_width at least 256 bits", FM_E_UNSUPPORTED, "has simd_width");
	cr_assert(why.asked == 256 && why.available == 128 && why.help == FM_HELP_ASK_LESS && why.help_bytes == 128);
	why = refuse("gba", "main has mmu", FM_E_UNSUPPORTED, "has mmu");
	cr_assert(why.asked == 0 && why.available == 0 && why.help == FM_HELP_OTHER);
	refuse("windows-x86_64", "has huge pages", FM_E_PERMISSION, "has huge_pages");
	refuse("linux-x86_64", "has huge pages", FM_E_FACT_UNKNOWN, "has huge_pages");
	refuse("gba", "has threads", FM_E_FACT_UNKNOWN, "has threads");
	refuse("nds", "has mpu at least 4", FM_E_FACT_UNKNOWN, "has mpu");
	expect("windows-x86_64", "has huge pages, else has simd_width 128", 1, NULL);
	refuse("gba", "main has dma has mmu", FM_E_UNSUPPORTED, "has mmu");
}

Test(resolve, a_want_that_asks_for_nothing_holds)
{
	fm_want want = { .bytes = 0 };
	fm_resolution out = FM_STRUCT(fm_resolution);

	cr_assert_eq(fm_profile_resolve(profile_of("cloud-linux-cgroup-v2"), &want, 1, &out, NULL), FM_OK);
	cr_assert(out.id == NULL && out.region == FM_NONE && out.bytes == 0);
}

/** Expects a row not to hold, on a platform on which anything plain does. */
static void refuse_row(fm_want want, fm_status status, const char *subject)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_resolution out;

	PLANT(&out, sizeof out);
	REFUSED(fm_profile_resolve(profile_of("psx"), &want, 1, &out, &why), &out, status);
	cr_assert(why.status == status && strcmp(why.subject, subject) == 0, "%s", why.subject);
}

Test(resolve, rows_of_later_libraries_do_not_hold)
{
	fm_want endless = { .bytes = 0 };

	memset(endless.region, 'a', sizeof endless.region);
	refuse_row(endless, FM_E_ABI_FIELD, "want");
	refuse_row((fm_want){ .flags = 2 }, FM_E_ABI_FIELD, "want");
	refuse_row((fm_want){ .kinds = FM_WANT_KIND(31) }, FM_E_NOT_FOUND, "kind '?'");
	refuse_row((fm_want){ .must = 0x80000000u, .kinds = FM_WANT_KIND(FM_REGION_MAIN) }, FM_E_FACT_UNKNOWN, "fact of main_ram");
	refuse_row((fm_want){ .must_not = 0x1000, .kinds = FM_WANT_KIND(FM_REGION_MAIN) }, FM_E_FACT_UNKNOWN, "fact of main_ram");
	refuse_row((fm_want){ .capabilities = { { .id = 1000 } } }, FM_E_FACT_UNKNOWN, "has ?");
	refuse_row((fm_want){ .align = 3 }, FM_E_ALIGNMENT, "want.align");
	refuse_row((fm_want){ .align = UINT64_MAX, .kinds = FM_WANT_KIND(FM_REGION_MAIN) }, FM_E_ALIGNMENT, "want.align");
	refuse_row((fm_want){ .bytes = UINT64_MAX, .align = UINT64_C(1) << 63, .kinds = FM_WANT_KIND(FM_REGION_VIDEO) }, FM_E_TOO_LARGE, "vram");
}

static const fm_want anything = { .kinds = FM_WANT_KIND(FM_REGION_MAIN) };

#define RESOLVE(out) fm_profile_resolve(profile_of("psx"), &anything, 1, out, NULL)

Test(resolve, a_failure_leaves_the_struct)
{
	fm_resolution planted;

	JUDGES_STRUCT_SIZE(fm_resolution, RESOLVE);
	KEEPS_TAIL(fm_resolution, RESOLVE);
	PLANT(&planted, sizeof planted);
	REFUSED(fm_profile_resolve(NULL, &anything, 1, &planted, NULL), &planted, FM_E_ARGUMENT);
	REFUSED(fm_profile_resolve(profile_of("psx"), NULL, 1, &planted, NULL), &planted, FM_E_ARGUMENT);
	REFUSED(fm_profile_resolve(profile_of("psx"), &anything, 0, &planted, NULL), &planted, FM_E_ARGUMENT);
	cr_assert_eq(fm_profile_resolve(profile_of("psx"), &anything, 1, NULL, NULL), FM_E_ARGUMENT);
}

/** The sentence of a refusal. */
static void expect_sentence(const char *platform, const char *text, const char *want)
{
	fm_resolution out = FM_STRUCT(fm_resolution);
	fm_refusal why = FM_STRUCT(fm_refusal);
	char sentence[256];

	cr_assert_neq(resolve(platform, text, &out, &why), FM_OK);
	fm_refusal_format(&why, sentence, sizeof sentence);
	cr_assert_str_eq(sentence, want);
}

Test(resolve, reasons_are_sentences)
{
	expect_sentence("linux-x86_64", "has simd_width 256 bits",
			"has simd_width: the strategy, mode or platform does not offer this: asked for at least 256, there is 128");
	expect_sentence("gba", "has threads", "has threads: no source states the fact that this needs");
	expect_sentence("gba", "region iwram 32 KiB",
			"iwram: asked for 32 KiB (32 768 bytes), largest free is 31.75 KiB (32 512 of 32 768 bytes free); ask for at most 32 512 bytes");
}

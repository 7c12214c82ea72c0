/* SPDX-License-Identifier: MIT */
/** @file
 * Wants from text: every word, what a separator means, where a text is wrong, and that nothing past its length is read. */
#include "facts.h"

#include <flightmem/resolve.h>
#include <stdio.h>
#include <stdlib.h>

static fm_want want_of(const char *text, uint32_t index)
{
	fm_want want;
	size_t at = 0;

	memset(&want, 0xA5, sizeof want);
	cr_assert_eq(fm_want_parse(text, FM_TEXT, index, &want, &at), FM_OK, "'%s': %s", text, text + at);
	return want;
}

static uint32_t count_of(const char *text)
{
	uint32_t count = 0;
	fm_want want;

	while (fm_want_parse(text, FM_TEXT, count, &want, NULL) == FM_OK)
		count++;
	cr_assert_eq(fm_want_parse(text, FM_TEXT, count, &want, NULL), FM_E_NOT_FOUND, "'%s'", text);
	return count;
}

static void refuse(const char *text, fm_status status, size_t at)
{
	fm_want want, before;
	size_t error_at = 12345;

	memset(&want, 0xA5, sizeof want);
	before = want;
	for (uint32_t index = 0; index < 3; index++) {
		cr_assert_eq(fm_want_parse(text, FM_TEXT, index, &want, &error_at), status, "'%s'", text);
		cr_assert_eq(error_at, at, "'%s': %zu", text, error_at);
	}
	cr_assert_eq(memcmp(&want, &before, sizeof want), 0, "a failure leaves the want");
	cr_assert_eq(fm_want_parse(text, FM_TEXT, 0, &want, NULL), status);
}

/** Expects a text of one want to be like another. */
static void same(const char *text, const char *other)
{
	fm_want one = want_of(text, 0), two = want_of(other, 0);

	cr_assert_eq(memcmp(&one, &two, sizeof one), 0, "'%s' is not '%s'", text, other);
}

Test(want_text, what_is_asked_of_every_want_stands_behind_them)
{
	const char *text = "scratchpad, else fast RAM, else main; at least 16 KiB; dma";

	cr_assert_eq(count_of(text), 3);
	for (uint32_t i = 0; i < 3; i++) {
		cr_assert_eq(want_of(text, i).bytes, 16384);
		cr_assert(want_of(text, i).must & FM_WANT_DMA);
	}
	cr_assert_eq(want_of(text, 0).kinds, FM_WANT_KIND(FM_REGION_SCRATCHPAD));
	cr_assert_eq(want_of(text, 1).kinds, 0);
	cr_assert_eq(want_of(text, 1).must, FM_WANT_FAST | FM_WANT_READ | FM_WANT_WRITE | FM_WANT_DMA);
	cr_assert_eq(want_of(text, 2).kinds, FM_WANT_KIND(FM_REGION_MAIN));
	for (uint32_t i = 0; i < 3; i++) {
		fm_want one = want_of(text, i), two = want_of("scratchpad, else fast RAM, else main, at least 16 KiB, DMA-able", i);

		cr_assert_eq(memcmp(&one, &two, sizeof one), 0, "commas say the same");
	}
}

Test(want_text, what_stands_in_a_want_is_its_own)
{
	const char *text = "scratchpad dma 1k else main 2 KiB; aligned to 64";

	cr_assert_eq(count_of(text), 2);
	cr_assert(want_of(text, 0).must == FM_WANT_DMA && want_of(text, 0).bytes == 1024 && want_of(text, 0).align == 64);
	cr_assert(want_of(text, 1).must == 0 && want_of(text, 1).bytes == 2048 && want_of(text, 1).align == 64);
}

Test(want_text, the_larger_size_counts)
{
	cr_assert_eq(want_of("main 2 KiB; 1 KiB; 64", 0).bytes, 2048);
	cr_assert_eq(want_of("main 16; at least 1 KiB", 0).bytes, 1024);
	cr_assert_eq(want_of("main aligned to 16; aligned to 4", 0).align, 16);
}

Test(want_text, every_fact_has_a_word_and_a_no)
{
	static const struct {
		const char *text;
		uint32_t fact;
	} facts[] = {
		{ "address", FM_WANT_ADDRESS }, { "mapped", FM_WANT_MAPPED }, { "read", FM_WANT_READ }, { "write", FM_WANT_WRITE }, { "execute", FM_WANT_EXECUTE },
		{ "cached code", FM_WANT_CACHED_CODE }, { "cached", FM_WANT_CACHED }, { "dma", FM_WANT_DMA }, { "volatile", FM_WANT_VOLATILE },
		{ "persistent", FM_WANT_PERSISTENT }, { "fast", FM_WANT_FAST },
	};

	for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++) {
		char no[32];

		cr_assert(want_of(facts[i].text, 0).must == facts[i].fact && want_of(facts[i].text, 0).must_not == 0, "%s", facts[i].text);
		snprintf(no, sizeof no, "not %s", facts[i].text);
		cr_assert(want_of(no, 0).must_not == facts[i].fact && want_of(no, 0).must == 0, "%s", no);
	}
}

Test(want_text, other_words_and_spellings_mean_the_same)
{
	same("uncached", "not cached");
	same("not uncached", "CACHED");
	same("readable writable executable", "read write execute");
	same("ram", "read write");
	same("dma-able", "DMA");
	same("DMA able", "dma_able");
	same("cpu-mapped", "mapped");
	same("  main   ram ", "MAIN Ram");
	same("has huge pages 2 MiB", "has huge_pages at least 2097152 bytes");
	same("has simd-width 128", "HAS simd_width AT LEAST 128 bits");
	same("16 KiB", "at least 0x4000");
	same("$4000", "16384");
}

Test(want_text, kinds_are_known_by_name_and_any_of_several_will_do)
{
	for (fm_region_kind kind = 0; kind <= FM_REGION_HEAP; kind++)
		cr_assert_eq(want_of(fm_region_kind_name(kind), 0).kinds, FM_WANT_KIND(kind));
	cr_assert_eq(want_of("main video", 0).kinds, FM_WANT_KIND(FM_REGION_MAIN) | FM_WANT_KIND(FM_REGION_VIDEO));
}

Test(want_text, regions_and_capabilities_are_named)
{
	fm_want want = want_of("region iwram has mmu has simd_width 128 bits optional", 0);

	cr_assert_str_eq(want.region, "iwram");
	cr_assert(want.capabilities[0].id == FM_HAS_MMU && want.capabilities[0].least == 0);
	cr_assert(want.capabilities[1].id == FM_HAS_SIMD_WIDTH && want.capabilities[1].least == 128);
	cr_assert(want.capabilities[2].id == 0 && want.flags == FM_WANT_OPTIONAL && want.bytes == 0);
	cr_assert_str_eq(want_of("region MAIN else main", 0).region, "MAIN", "an id is taken as it is");
	cr_assert_str_eq(want_of("region abcdefghijklmnopqrstuvwxyz01234", 0).region, "abcdefghijklmnopqrstuvwxyz01234");
	for (fm_capability_id id = 1; id <= fm_capability_count(); id++) {
		char text[64];

		snprintf(text, sizeof text, "has %s", fm_capability_name(id));
		cr_assert_eq(want_of(text, 0).capabilities[0].id, id);
	}
}

Test(want_text, what_is_no_want_is_refused_where_it_begins)
{
	refuse("", FM_E_SYNTAX, 0);
	refuse("   ", FM_E_SYNTAX, 3);
	refuse("?", FM_E_SYNTAX, 0);
	refuse("scrathpad, else main", FM_E_SYNTAX, 0);
	refuse("scratchpad, els main", FM_E_SYNTAX, 12);
	refuse("main dmax", FM_E_SYNTAX, 5);
	refuse("else main", FM_E_SYNTAX, 0);
	refuse("main else", FM_E_SYNTAX, 9);
	refuse("main,", FM_E_SYNTAX, 5);
	refuse("main,, dma", FM_E_SYNTAX, 5);
	refuse("main; ; dma", FM_E_SYNTAX, 6);
	refuse("main, dma, else video", FM_E_SYNTAX, 11);
	refuse("main; video", FM_E_SYNTAX, 6);
	refuse("main; region iwram", FM_E_SYNTAX, 6);
	refuse("main\tdma", FM_E_SYNTAX, 4);
	refuse("not", FM_E_SYNTAX, 3);
	refuse("not main", FM_E_SYNTAX, 4);
	refuse("not 16", FM_E_SYNTAX, 4);
	refuse("not not dma", FM_E_SYNTAX, 4);
	refuse("region", FM_E_SYNTAX, 6);
	refuse("has", FM_E_SYNTAX, 3);
	refuse("has wings", FM_E_SYNTAX, 4);
	refuse("aligned to", FM_E_SYNTAX, 10);
	refuse("at least dma", FM_E_SYNTAX, 9);
	refuse("main 16 KiBB", FM_E_SYNTAX, 8);
	refuse("main\xC3\xA4", FM_E_SYNTAX, 0);
}

Test(want_text, what_does_not_fit_is_out_of_range)
{
	char text[FM_WANTS_MAX * 10 + 16] = "main";

	refuse("16 EiB", FM_E_RANGE, 3);
	refuse("main 1.5 dma", FM_E_RANGE, 6);
	refuse("99999999999999999999", FM_E_RANGE, 19);
	refuse("region abcdefghijklmnopqrstuvwxyz012345", FM_E_RANGE, 7);
	refuse("has mmu has mpu has dma has threads has mmu", FM_E_RANGE, 40);
	for (uint32_t i = 1; i < FM_WANTS_MAX; i++)
		strcat(text, " else main");
	cr_assert_eq(count_of(text), FM_WANTS_MAX);
	strcat(text, " else main");
	refuse(text, FM_E_RANGE, strlen(text) - 4);
}

Test(want_text, arguments_are_judged)
{
	fm_want want;
	size_t at = 7;

	cr_assert_eq(fm_want_parse(NULL, 0, 0, &want, &at), FM_E_ARGUMENT);
	cr_assert_eq(fm_want_parse("main", FM_TEXT, 0, NULL, &at), FM_E_ARGUMENT);
	cr_assert_eq(fm_want_parse("main", FM_TEXT, UINT32_MAX, &want, &at), FM_E_NOT_FOUND);
	cr_assert_eq(at, 7, "no byte is at fault");
}

Test(want_text, nothing_past_the_length_is_read)
{
	static const char text[] = "region iwram has huge_pages at least 2 MiB, else not dma 16 KiB; aligned to 64, uncached";

	for (size_t length = 0; length <= sizeof text - 1; length++) {
		char *copy = malloc(length + 1); /* the byte past it is another's: with a sanitizer it may not be read */
		fm_want want;
		size_t at = 0;

		cr_assert_not_null(copy);
		memcpy(copy, text, length);
		copy = realloc(copy, length == 0 ? 1 : length);
		fm_status status = fm_want_parse(copy, length, 1, &want, &at);

		cr_assert(status == FM_OK || status == FM_E_NOT_FOUND || ((status == FM_E_SYNTAX || status == FM_E_RANGE) && at <= length), "%zu: %d", length, (int)status);
		free(copy);
	}
	cr_assert_eq(fm_want_parse("main dma", 4, 0, &(fm_want){ 0 }, NULL), FM_OK);
	cr_assert_eq(fm_want_parse("main\0dma", 8, 0, &(fm_want){ 0 }, NULL), FM_E_SYNTAX, "a NUL is no space");
}

Test(want_text, any_bytes_are_judged)
{
	static const char pieces[][12] = { "main", " ", ",", ";", "else", "has", "dma", "16", " KiB", "region", "not", "\xFF", "at least", "mmu", "$", "_" };
	uint32_t seed = 1;

	for (int round = 0; round < 20000; round++) {
		char text[160] = "";
		fm_want want;
		size_t at = 0;

		for (int i = 0; i < 12; i++) {
			seed = seed * 1664525 + 1013904223;
			strcat(text, pieces[seed >> 28]);
			if (seed & 0x10000)
				strcat(text, " ");
		}

		fm_status status = fm_want_parse(text, FM_TEXT, seed >> 8 & 3, &want, &at);

		cr_assert(status == FM_OK || status == FM_E_NOT_FOUND || ((status == FM_E_SYNTAX || status == FM_E_RANGE) && at <= strlen(text)), "'%s'", text);
	}
}

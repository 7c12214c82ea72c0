/* SPDX-License-Identifier: MIT */
/** @file
 * The map of every platform is drawn, its statuses are those of the header, and it is the same each time. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include <flightmem.h>

static struct collected {
	char *text;
	size_t length, largest, calls, refuse_at;
} got;

static fm_status collect(void *context, const char *bytes, size_t length)
{
	struct collected *to = context;

	to->largest = length > to->largest ? length : to->largest;
	if (++to->calls == to->refuse_at)
		return FM_E_BUSY;
	to->text = realloc(to->text, to->length + length + 1);
	cr_assert_not_null(to->text);
	memcpy(to->text + to->length, bytes, length);
	to->length += length;
	to->text[to->length] = '\0';
	return FM_OK;
}

static void forget(void)
{
	free(got.text);
	memset(&got, 0, sizeof got);
}

Test(map, every_platform_has_one_and_names_each_region, .fini = forget)
{
	for (uint32_t i = 0; i < fm_profile_count(); i++) {
		fm_region region = FM_STRUCT(fm_region);

		forget();
		cr_assert_eq(fm_profile_draw_map(fm_profile_at(i), NULL, collect, &got), FM_OK);
		cr_assert_eq(strncmp(got.text, "<svg ", 5), 0);
		cr_assert_str_eq(got.text + got.length - 7, "</svg>\n");
		cr_assert_leq(got.largest, 1024);
		for (uint32_t j = 0; fm_profile_region(fm_profile_at(i), j, &region) == FM_OK; j++)
			cr_assert_not_null(strstr(got.text, region.id), "%s", region.id);
	}
}

Test(map, it_is_the_same_each_time, .fini = forget)
{
	char *first;

	cr_assert_eq(fm_profile_draw_map(fm_profile_at(0), NULL, collect, &got), FM_OK);
	first = got.text;
	memset(&got, 0, sizeof got);
	cr_assert_eq(fm_profile_draw_map(fm_profile_at(0), NULL, collect, &got), FM_OK);
	cr_assert_str_eq(first, got.text);
	free(first);
}

Test(map, statuses, .fini = forget)
{
	struct {
		fm_picture_options options;
		uint64_t tail;
	} newer = { { .struct_size = sizeof newer }, 0 };
	fm_picture_options wrong = FM_STRUCT(fm_picture_options);

	cr_assert_eq(fm_profile_draw_map(NULL, NULL, collect, &got), FM_E_ARGUMENT);
	cr_assert_eq(fm_profile_draw_map(fm_profile_at(0), NULL, NULL, &got), FM_E_ARGUMENT);
	wrong.theme = 3;
	cr_assert_eq(fm_profile_draw_map(fm_profile_at(0), &wrong, collect, &got), FM_E_UNSUPPORTED);
	wrong.theme = FM_THEME_DARK;
	wrong.struct_size = 3;
	cr_assert_eq(fm_profile_draw_map(fm_profile_at(0), &wrong, collect, &got), FM_E_ABI_SIZE);
	newer.tail = 1;
	cr_assert_eq(fm_profile_draw_map(fm_profile_at(0), &newer.options, collect, &got), FM_E_ABI_FIELD);
	cr_assert_eq(got.calls, 0, "a refused call draws nothing");
	newer.tail = 0;
	cr_assert_eq(fm_profile_draw_map(fm_profile_at(0), &newer.options, collect, &got), FM_OK);
}

Test(map, what_the_writer_refuses_with_is_returned, .fini = forget)
{
	for (size_t at = 1; at < 4; at++) {
		forget();
		got.refuse_at = at;
		cr_assert_eq(fm_profile_draw_map(fm_profile_at(0), NULL, collect, &got), FM_E_BUSY);
		cr_assert_eq(got.calls, at);
	}
}

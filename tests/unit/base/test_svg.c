/* SPDX-License-Identifier: MIT */
/** @file
 * Pictures arrive whole and in small pieces, texts are escaped and cut between characters, and a refusal stops everything. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/svg.h"

static struct collected {
	char text[16384];
	size_t length, calls, largest, refuse_at;
} got;

static fm_status collect(void *context, const char *bytes, size_t length)
{
	struct collected *to = context;

	to->calls++;
	if (to->calls == to->refuse_at)
		return FM_E_NO_MEMORY;
	cr_assert_lt(to->length + length, sizeof to->text);
	memcpy(to->text + to->length, bytes, length);
	to->length += length;
	to->largest = length > to->largest ? length : to->largest;
	return FM_OK;
}

static fm_svg begin(size_t refuse_at)
{
	fm_svg svg;

	memset(&got, 0, sizeof got);
	got.refuse_at = refuse_at;
	fm_svg_begin(&svg, collect, &got);
	return svg;
}

Test(svg, a_picture_longer_than_a_piece_arrives_whole)
{
	fm_svg svg = begin(0);

	for (int i = 0; i < 1000; i++)
		fm_svg_add(&svg, "0123456789"[i % 10] == '0' ? "<g/>" : "x");
	cr_assert_eq(fm_svg_close(&svg), FM_OK);
	cr_assert_eq(got.length, 900 + 100 * 4 + strlen("</svg>\n"));
	cr_assert_gt(got.calls, 1);
	cr_assert_leq(got.largest, FM_SVG_PIECE);
	cr_assert_eq(strncmp(got.text, "<g/>xxxxxxxxx<g/>", 17), 0);
}

Test(svg, a_refusal_stops_the_picture_and_is_handed_on)
{
	fm_svg svg = begin(2);

	for (int i = 0; i < 10000; i++)
		fm_svg_add(&svg, "x");
	cr_assert_eq(fm_svg_close(&svg), FM_E_NO_MEMORY);
	cr_assert_eq(got.calls, 2, "nothing is sent after a refusal");
}

Test(svg, without_a_writer_nothing_is_sent)
{
	fm_svg svg;

	memset(&got, 0, sizeof got);
	fm_svg_begin(&svg, NULL, &got);
	for (int i = 0; i < 5000; i++)
		fm_svg_add(&svg, "x");
	cr_assert_eq(fm_svg_close(&svg), FM_OK);
	cr_assert_eq(got.calls, 0);
}

/** What fm_svg_add_label() makes of `text`. */
static const char *label(const char *text, unsigned columns)
{
	fm_svg svg = begin(0);

	fm_svg_add_label(&svg, text, columns);
	fm_svg_close(&svg);
	got.text[got.length - strlen("</svg>\n")] = '\0';
	return got.text;
}

Test(svg, labels_are_escaped_and_cut_between_characters)
{
	cr_assert_str_eq(label("a<b & c>d", 20), "a&lt;b &amp; c>d");
	cr_assert_str_eq(label("tab\tline\n", 20), "tab line ");
	cr_assert_str_eq(label("abcdef", 6), "abcdef");
	cr_assert_str_eq(label("abcdefg", 6), "abcde\xE2\x80\xA6");
	cr_assert_str_eq(label("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9", 3), "\xC3\xA9\xC3\xA9\xE2\x80\xA6");
	cr_assert_str_eq(label("&&&&", 3), "&amp;&amp;\xE2\x80\xA6");
	cr_assert_str_eq(label("", 3), "");
	cr_assert_str_eq(label("\xF0\x9F", 3), "\xF0\x9F", "a character that the text ends within is not read past");
}

Test(svg, shapes_and_numbers_are_exact)
{
	fm_svg svg = begin(0);

	fm_svg_add_rectangle(&svg, "k1", 0, 1, UINT64_MAX, 3);
	fm_svg_add_text(&svg, "d", 4, 5, "hello", 5);
	cr_assert_eq(fm_svg_close(&svg), FM_OK);
	cr_assert_str_eq(got.text, "<rect class=\"k1\" x=\"0\" y=\"1\" width=\"18446744073709551615\" height=\"3\"/>\n"
				   "<text class=\"d\" x=\"4\" y=\"5\">hello</text>\n</svg>\n");
}

Test(svg, each_theme_has_its_colours)
{
	for (fm_theme theme = FM_THEME_VIEWER; theme <= FM_THEME_DARK; theme++) {
		fm_svg svg = begin(0);

		fm_svg_open(&svg, "a \"title\" & more", 800, 600, theme);
		cr_assert_eq(fm_svg_close(&svg), FM_OK);
		cr_assert_not_null(strstr(got.text, "viewBox=\"0 0 800 600\""));
		cr_assert_not_null(strstr(got.text, "<title>a \"title\" &amp; more</title>"));
		cr_assert_eq(strstr(got.text, "prefers-color-scheme") != NULL, theme == FM_THEME_VIEWER);
		cr_assert_eq(strstr(got.text, "fill:#0d1117") != NULL, theme != FM_THEME_LIGHT);
		cr_assert_eq(strstr(got.text, ".p{fill:#fff}") != NULL, theme != FM_THEME_DARK);
	}
}

/* SPDX-License-Identifier: MIT */
/** @file
 * Pictures piece by piece: the writer, the shapes that pictures share, and one style sheet for all of them. */
#include "base/svg.h"

#include "base/text.h"

/* What differs between the themes; each value stands in a rule, since not every renderer knows variables. */
#define LIGHT "text{fill:#1b1f24}.d{fill:#57606a}.p{fill:#fff}.o,.g{stroke:#8c959f}.b{stroke:#fff}.l{stroke:#000;stroke-opacity:.4}"
#define DARK "text{fill:#e6edf3}.d{fill:#9ba4ae}.p{fill:#0d1117}.o,.g{stroke:#6e7681}.b{stroke:#0d1117}.l{stroke:#fff;stroke-opacity:.45}"

/* One colour a kind, in the order of FM_REGION_...; all are told apart by people who see no red or no green, on light and on dark. */
static const char kind_colours[] = ".k0{fill:#8b949e}.k1{fill:#3b82f6}.k2{fill:#e69f00}.k3{fill:#b07aa1}.k4{fill:#56b4e9}.k5{fill:#d9534f}"
				   ".k6{fill:#6b9e3f}.k7{fill:#009e73}.k8{fill:#5b616a}.k9{fill:#8a63d2}.k10{fill:#cc79a7}.k11{fill:#2f9ea8}";

static const char shapes[] = "svg{font-family:ui-monospace,'DejaVu Sans Mono','Liberation Mono',Menlo,Consolas,monospace}"
			     "text{font-size:12px;white-space:pre}.h{font-size:16px;font-weight:bold}.s{font-size:13px;font-weight:bold}.d{font-size:11px}"
			     ".e{text-anchor:end}.o,.b,.g{fill:none}.x{fill:url(#hatch)}.r{fill:#000;fill-opacity:.45}.b{stroke-width:4}"
			     ".g{stroke-dasharray:2 4}.l{stroke-width:5}";

void fm_svg_begin(fm_svg *svg, fm_write write, void *context)
{
	svg->write = write;
	svg->context = context;
	svg->status = FM_OK;
	svg->length = 0;
}

static void send(fm_svg *svg)
{
	if (svg->status == FM_OK && svg->write != NULL && svg->length > 0)
		svg->status = svg->write(svg->context, svg->piece, svg->length);
	svg->length = 0;
}

void fm_svg_add(fm_svg *svg, const char *text)
{
	for (; *text != '\0'; text++) {
		if (svg->length == FM_SVG_PIECE)
			send(svg);
		svg->piece[svg->length++] = *text;
	}
}

void fm_svg_add_number(fm_svg *svg, uint64_t value)
{
	char digits[24];
	fm_text text = fm_text_begin(digits, sizeof digits);

	fm_text_add_number(&text, value);
	fm_text_end(&text);
	fm_svg_add(svg, digits);
}

void fm_svg_add_attribute(fm_svg *svg, const char *name, uint64_t value)
{
	fm_svg_add(svg, " ");
	fm_svg_add(svg, name);
	fm_svg_add(svg, "=\"");
	fm_svg_add_number(svg, value);
	fm_svg_add(svg, "\"");
}

/** Bytes of the UTF-8 character that begins with `first`; a stray byte is one of its own. */
static unsigned character_bytes(unsigned char first)
{
	return first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
}

static unsigned count_characters(const char *text)
{
	unsigned count = 0;

	while (*text != '\0')
		count += ((unsigned char)*text++ & 0xC0) != 0x80;
	return count;
}

/** Adds one character; what XML reads as its own is escaped, control bytes become spaces. */
static void add_character(fm_svg *svg, const char *at, unsigned bytes)
{
	char one[5] = { 0 };

	if (*at == '&')
		fm_svg_add(svg, "&amp;");
	else if (*at == '<')
		fm_svg_add(svg, "&lt;");
	else if ((unsigned char)*at < 0x20)
		fm_svg_add(svg, " ");
	else {
		for (unsigned i = 0; i < bytes && at[i] != '\0'; i++)
			one[i] = at[i];
		fm_svg_add(svg, one);
	}
}

void fm_svg_add_label(fm_svg *svg, const char *text, unsigned columns)
{
	int cut = count_characters(text) > columns;
	unsigned left = cut ? columns - 1 : columns;

	while (*text != '\0' && left-- > 0) {
		unsigned bytes = character_bytes((unsigned char)*text);

		add_character(svg, text, bytes);
		while (bytes-- > 0 && *text != '\0')
			text++;
	}
	if (cut)
		fm_svg_add(svg, "\xE2\x80\xA6");
}

void fm_svg_add_rectangle(fm_svg *svg, const char *class, uint64_t x, uint64_t y, uint64_t width, uint64_t height)
{
	fm_svg_add(svg, "<rect class=\"");
	fm_svg_add(svg, class);
	fm_svg_add(svg, "\"");
	fm_svg_add_attribute(svg, "x", x);
	fm_svg_add_attribute(svg, "y", y);
	fm_svg_add_attribute(svg, "width", width);
	fm_svg_add_attribute(svg, "height", height);
	fm_svg_add(svg, "/>\n");
}

void fm_svg_add_text(fm_svg *svg, const char *class, uint64_t x, uint64_t y, const char *text, unsigned columns)
{
	fm_svg_add(svg, "<text class=\"");
	fm_svg_add(svg, class);
	fm_svg_add(svg, "\"");
	fm_svg_add_attribute(svg, "x", x);
	fm_svg_add_attribute(svg, "y", y);
	fm_svg_add(svg, ">");
	fm_svg_add_label(svg, text, columns);
	fm_svg_add(svg, "</text>\n");
}

void fm_svg_open(fm_svg *svg, const char *title, uint64_t width, uint64_t height, fm_theme theme)
{
	fm_svg_add(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
	fm_svg_add_attribute(svg, "width", width);
	fm_svg_add_attribute(svg, "height", height);
	fm_svg_add(svg, " viewBox=\"0 0 ");
	fm_svg_add_number(svg, width);
	fm_svg_add(svg, " ");
	fm_svg_add_number(svg, height);
	fm_svg_add(svg, "\">\n<title>");
	fm_svg_add_label(svg, title, 120);
	fm_svg_add(svg, "</title>\n<style>");
	fm_svg_add(svg, kind_colours);
	fm_svg_add(svg, shapes);
	fm_svg_add(svg, theme == FM_THEME_DARK ? DARK : LIGHT);
	if (theme == FM_THEME_VIEWER)
		fm_svg_add(svg, "@media(prefers-color-scheme:dark){" DARK "}");
	fm_svg_add(svg, "</style>\n<pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
			"<path d=\"M0 0V6\" class=\"l\"/></pattern>\n");
	fm_svg_add_rectangle(svg, "p", 0, 0, width, height);
}

fm_status fm_svg_close(fm_svg *svg)
{
	fm_svg_add(svg, "</svg>\n");
	send(svg);
	return svg->status;
}

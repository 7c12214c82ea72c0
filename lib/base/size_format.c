/* SPDX-License-Identifier: MIT */
/** @file
 * Sizes as text: rounded for people, exact, or to be read back. */
#include <flightmem/size.h>

#include "base/text.h"

/** " KiB"; `power` of 1024 is 0 to 6, as 2^64 bytes are 16 EiB. */
static void add_iec_unit(fm_text *text, unsigned power)
{
	fm_text_add_char(text, ' ');
	if (power > 0) {
		fm_text_add_char(text, " KMGTPE"[power]);
		fm_text_add_char(text, 'i');
	}
	fm_text_add_char(text, 'B');
}

/** A size in hundredths of a unit. */
struct rounded {
	uint64_t whole;
	unsigned hundredths; /**< 0 to 99 */
};

/** `bytes` in units of 1024^`power`, rounded half up to two decimals. */
static struct rounded round_to_unit(uint64_t bytes, unsigned power)
{
	if (power == 0)
		return (struct rounded){ .whole = bytes };

	unsigned shift = 10 * power;
	uint64_t mask = (UINT64_C(1) << shift) - 1;
	uint64_t tenths = (bytes & mask) * 10; /* the rest is below 2^60, ten times that below 2^64 */
	uint64_t hundredths = (tenths & mask) * 10;
	unsigned digits = (unsigned)(tenths >> shift) * 10 + (unsigned)(hundredths >> shift);

	if ((hundredths & mask) > mask / 2)
		digits++;
	return (struct rounded){ .whole = (bytes >> shift) + digits / 100, .hundredths = digits % 100 };
}

static void add_human(fm_text *text, uint64_t bytes)
{
	unsigned power = 0;
	struct rounded size = round_to_unit(bytes, 0);

	/* The unit is chosen after rounding: 1 048 575 is "1 MiB", not "1024 KiB". Of the largest, EiB, there are 16 at most. */
	while (size.whole >= 1024)
		size = round_to_unit(bytes, ++power);

	fm_text_add_number(text, size.whole);
	if (size.hundredths > 0) {
		fm_text_add_char(text, '.');
		fm_text_add_char(text, (char)('0' + (char)(size.hundredths / 10)));
		if (size.hundredths % 10 > 0)
			fm_text_add_char(text, (char)('0' + (char)(size.hundredths % 10)));
	}
	add_iec_unit(text, power);
}

static void add_round_trip(fm_text *text, uint64_t bytes)
{
	unsigned power = 0;

	while (bytes != 0 && (bytes & 1023) == 0) {
		bytes >>= 10;
		power++;
	}
	fm_text_add_number(text, bytes);
	add_iec_unit(text, power);
}

size_t fm_size_format(uint64_t bytes, fm_size_style style, char *buffer, size_t capacity)
{
	fm_text text = fm_text_begin(buffer, capacity);

	if (style == FM_SIZE_HUMAN) {
		add_human(&text, bytes);
	} else if (style == FM_SIZE_EXACT) {
		fm_text_add_grouped(&text, bytes);
		fm_text_add(&text, " B");
	} else if (style == FM_SIZE_ROUND_TRIP) {
		add_round_trip(&text, bytes);
	}
	return fm_text_end(&text);
}

/* SPDX-License-Identifier: MIT */
/** @file
 * "Did you mean": the nearest name by edit distance, upper and lower case alike. */
#include <ctype.h>
#include <string.h>

#include "command.h"

enum { LONGEST = 63 };

/** Edits that make one word of the other; words over LONGEST bytes are never near. */
static size_t distance(const char *a, const char *b)
{
	size_t row[LONGEST + 1];
	size_t a_length = strlen(a), b_length = strlen(b);

	if (a_length > LONGEST || b_length > LONGEST)
		return LONGEST;
	for (size_t i = 0; i <= b_length; i++)
		row[i] = i;
	for (size_t i = 0; i < a_length; i++) {
		size_t diagonal = row[0];

		row[0] = i + 1;
		for (size_t j = 0; j < b_length; j++) {
			size_t replaced = diagonal + (tolower((unsigned char)a[i]) != tolower((unsigned char)b[j]));
			size_t shorter = row[j] < row[j + 1] ? row[j] + 1 : row[j + 1] + 1;

			diagonal = row[j + 1];
			row[j + 1] = replaced < shorter ? replaced : shorter;
		}
	}
	return row[b_length];
}

const char *did_you_mean(const char *word, const char *(*name)(size_t index), size_t count)
{
	size_t least = strlen(word) / 3 + 2, best = count;

	for (size_t i = 0; i < count; i++) {
		size_t edits = distance(word, name(i));

		if (edits < least) {
			least = edits;
			best = i;
		}
	}
	return best == count ? NULL : name(best);
}

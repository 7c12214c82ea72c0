/* SPDX-License-Identifier: MIT */
/** @file
 * Who holds how much of a region, the largest first. */
#include <stdlib.h>
#include <string.h>

#include "output.h"

static int by_bytes(const void *left, const void *right)
{
	const struct share *a = left, *b = right;

	if (a->bytes != b->bytes)
		return a->bytes > b->bytes ? -1 : 1;
	return strcmp(a->piece->name, b->piece->name);
}

struct share *list_shares(const struct report *report, uint32_t region, size_t *count)
{
	struct share *shares = calloc(report->span_count + 1, sizeof *shares);

	*count = 0;
	if (shares == NULL)
		exit((int)complain(EXIT_INPUT, "no memory to list what is where"));
	for (size_t i = 0; i < report->span_count; i++) {
		const struct span *span = &report->spans[i];
		const struct piece *piece = span->piece == PIECE_NONE ? NULL : &report->image->pieces[span->piece];

		if (span->region != region || piece == NULL)
			continue;
		if (*count > 0 && shares[*count - 1].piece == piece && shares[*count - 1].use == span->use)
			shares[*count - 1].bytes += span->size;
		else
			shares[(*count)++] = (struct share){ piece, span->size, span->use };
	}
	qsort(shares, *count, sizeof *shares, by_bytes);
	return shares;
}

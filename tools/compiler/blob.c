/* SPDX-License-Identifier: MIT */
/** @file
 * Rows and texts become the bytes of a file, in the byte order of the machine that shall read it. */
#include "platform/blob.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "compiler/rows.h"

/** The members of each kind of row by their widths in bytes. */
static const struct {
	const char *widths;
	size_t bytes;
} forms[ROWS_KINDS] = {
	[ROWS_SPACES] = { "4211", sizeof(struct fm_table_space) },
	[ROWS_REGIONS] = { "88844444444444222211" "11", sizeof(struct fm_table_region) },
	[ROWS_MIRRORS] = { "8888884112", sizeof(struct fm_table_mirror) },
	[ROWS_RESERVED] = { "8844", sizeof(struct fm_table_reserved) },
	[ROWS_CAPABILITIES] = { "844422", sizeof(struct fm_table_capability) },
	[ROWS_ENGINES] = { "4444422", sizeof(struct fm_table_engine) },
	[ROWS_ADVICE] = { "444", sizeof(struct fm_table_advice) },
};

size_t append_bytes(struct heap *heap, const void *bytes, size_t size)
{
	size_t at = heap->size;

	if (heap->room - at < size) {
		size_t room = (heap->room + size) * 2;
		unsigned char *grown = realloc(heap->bytes, room);

		if (grown == NULL)
			exit((int)complain(EXIT_INPUT, "no memory for the profile"));
		heap->bytes = grown;
		heap->room = room;
	}
	memcpy(heap->bytes + at, bytes, size);
	heap->size += size;
	return at;
}

fm_table_text pool_text(struct compilation *made, const char *text)
{
	if (text == NULL)
		return 0;

	/* Any place that ends like the text will do: the end of another one, too. */
	size_t length = strlen(text) + 1;
	const unsigned char *found = memmem(made->texts.bytes, made->texts.size, text, length);

	return (fm_table_text)(found != NULL ? (size_t)(found - made->texts.bytes) : append_bytes(&made->texts, text, length));
}

/** Turns the bytes of one member after the other. */
static void turn(unsigned char *bytes, size_t size, const char *widths)
{
	const char *width = widths;

	for (size_t at = 0; at < size; at += (size_t)(*width++ - '0')) {
		if (*width == '\0')
			width = widths;
		for (size_t low = at, high = at + (size_t)(*width - '0') - 1; low < high; low++, high--) {
			unsigned char held = bytes[low];

			bytes[low] = bytes[high];
			bytes[high] = held;
		}
	}
}

static uint32_t own_endian(void)
{
	const uint16_t one = 1;

	return *(const unsigned char *)&one == 1 ? FM_ENDIAN_LITTLE : FM_ENDIAN_BIG;
}

/** Sets the offsets and counts of the head; gives the bytes of the profile. */
static uint32_t place_rows(struct compilation *made)
{
	struct fm_profile *head = &made->head;
	uint32_t *const offsets[] = { &head->spaces, &head->regions, &head->mirrors, &head->reserved, &head->capabilities, &head->engines, &head->advice };
	uint32_t *const counts[] = { &head->space_count, &head->region_count, &head->mirror_count, &head->reserved_count, &head->capability_count, &head->engine_count,
				     &head->advice_count };
	size_t at = sizeof *head;

	for (int i = 0; i < ROWS_KINDS; i++) {
		*offsets[i] = (uint32_t)at;
		*counts[i] = (uint32_t)(made->rows[i].size / forms[i].bytes);
		at += made->rows[i].size;
	}
	head->texts = (uint32_t)at;
	head->bytes = (uint32_t)(at + made->texts.size);
	return head->bytes;
}

const unsigned char *make_blob(struct compilation *made, uint32_t endian, size_t *size)
{
	struct heap blob = { .bytes = NULL };
	struct fm_profile_blob head = { .order = FM_BLOB_ORDER, .version = FM_BLOB_VERSION, .bytes = (uint32_t)sizeof head + place_rows(made) };
	int other = endian != 0 && endian != own_endian();

	memcpy(head.magic, FM_BLOB_MAGIC, sizeof head.magic);
	append_bytes(&blob, &head, sizeof head);
	append_bytes(&blob, &made->head, sizeof made->head);
	for (int i = 0; i < ROWS_KINDS; i++)
		append_bytes(&blob, made->rows[i].size == 0 ? (const unsigned char *)"" : made->rows[i].bytes, made->rows[i].size);
	append_bytes(&blob, made->texts.bytes, made->texts.size);
	if (other) {
		unsigned char *at = blob.bytes + sizeof head + sizeof made->head;

		turn(blob.bytes + sizeof head, sizeof made->head, "44444444444444444444" "22" "4444444");
		for (int i = 0; i < ROWS_KINDS; at += made->rows[i++].size)
			turn(at, made->rows[i].size, forms[i].widths);
	}
	head.checksum = fm_blob_checksum(blob.bytes + sizeof head, blob.size - sizeof head);
	memcpy(blob.bytes, &head, sizeof head);
	if (other)
		turn(blob.bytes + sizeof head.magic, sizeof head - sizeof head.magic, "4");
	*size = blob.size;
	free(made->texts.bytes);
	made->texts = blob;
	return blob.bytes;
}

void end_compilation(struct compilation *made)
{
	for (int i = 0; i < ROWS_KINDS; i++)
		free(made->rows[i].bytes);
	free(made->texts.bytes);
}

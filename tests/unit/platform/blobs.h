/* SPDX-License-Identifier: MIT */
/** @file
 * Blobs for tests: a built-in profile in the form of a file, and readers that touch all of a profile. */
#ifndef FLIGHTMEM_TESTS_PLATFORM_BLOBS_H
#define FLIGHTMEM_TESTS_PLATFORM_BLOBS_H

#include <stdlib.h>

#include "facts.h"
#include "platform/blob.h"
#include "platform/rows.h"

/** A blob that can be spoilt: its rows have names. */
typedef struct blob {
	struct fm_profile_blob *head;
	struct fm_profile *profile;
	struct fm_table_space *spaces;
	struct fm_table_region *regions;
	struct fm_table_mirror *mirrors;
	struct fm_table_reserved *reserved;
	struct fm_table_capability *capabilities;
	struct fm_table_engine *engines;
	struct fm_table_advice *advice;
	char *texts;
	size_t bytes;
	size_t text_bytes;
} blob;

/** Appends `length` bytes of a text, or a list of texts, to the pool. Returns its offset there. */
static inline fm_table_text add_text(blob *made, const char *text, size_t length)
{
	fm_table_text offset = (fm_table_text)made->text_bytes;

	memcpy(made->texts + offset, text, length);
	made->text_bytes += length;
	return offset;
}

/** Moves a text from the pool of `from` to the blob's. */
static inline void move_text(blob *made, const fm_profile *from, fm_table_text *text)
{
	const char *found = fm_rows_text(from, *text);

	*text = found == NULL ? 0 : add_text(made, found, strlen(found) + 1);
}

static inline void move_texts(blob *made, const fm_profile *from)
{
	const char *aliases = fm_rows_text(from, from->aliases), *end = aliases;

	move_text(made, from, &made->profile->id);
	move_text(made, from, &made->profile->name);
	while (end != NULL && *end != 0)
		end += strlen(end) + 1;
	made->profile->aliases = aliases == NULL ? 0 : add_text(made, aliases, (size_t)(end - aliases) + 1);
	for (uint32_t i = 0; i < from->space_count; i++)
		move_text(made, from, &made->spaces[i].id);
	for (uint32_t i = 0; i < from->region_count; i++) {
		move_text(made, from, &made->regions[i].id);
		move_text(made, from, &made->regions[i].name);
		move_text(made, from, &made->regions[i].access_via);
		move_text(made, from, &made->regions[i].wait_states);
		move_text(made, from, &made->regions[i].note);
	}
	for (uint32_t i = 0; i < from->reserved_count; i++)
		move_text(made, from, &made->reserved[i].what);
	for (uint32_t i = 0; i < from->capability_count; i++) {
		move_text(made, from, &made->capabilities[i].source);
		move_text(made, from, &made->capabilities[i].note);
	}
	for (uint32_t i = 0; i < from->engine_count; i++) {
		move_text(made, from, &made->engines[i].id);
		move_text(made, from, &made->engines[i].source);
	}
	for (uint32_t i = 0; i < from->advice_count; i++) {
		move_text(made, from, &made->advice[i].use);
		move_text(made, from, &made->advice[i].strategy);
		move_text(made, from, &made->advice[i].reason);
	}
}

/** The array of `count` rows at `offset` of `from`, copied to `*at`, which moves behind it. */
static inline void *move_rows(const fm_profile *from, uint32_t offset, size_t bytes, unsigned char **at)
{
	void *rows = *at;

	memcpy(rows, (const char *)from + offset, bytes);
	*at += bytes;
	return rows;
}

/** Makes the head say what is there: after a change of the rows. */
static inline void seal_blob(blob *made)
{
	made->head->bytes = (uint32_t)made->bytes;
	made->head->checksum = fm_blob_checksum(made->profile, made->bytes - sizeof *made->head);
}

/** A built-in profile as a blob; free_blob() ends it. */
static inline blob blob_of(const char *id)
{
	const fm_profile *from = profile_of(id);
	blob made = { .head = calloc(1, 1 << 18) };
	unsigned char *at = (unsigned char *)(made.head + 1);

	cr_assert_not_null(made.head);
	*made.head = (struct fm_profile_blob){ .magic = { 0x89, 'F', 'M', 'P', '\r', '\n', 0x1A, '\n' }, .order = FM_BLOB_ORDER, .version = FM_BLOB_VERSION };
	made.profile = move_rows(from, 0, sizeof *from, &at);
	made.spaces = move_rows(from, from->spaces, from->space_count * sizeof *made.spaces, &at);
	made.regions = move_rows(from, from->regions, from->region_count * sizeof *made.regions, &at);
	made.mirrors = move_rows(from, from->mirrors, from->mirror_count * sizeof *made.mirrors, &at);
	made.reserved = move_rows(from, from->reserved, from->reserved_count * sizeof *made.reserved, &at);
	made.capabilities = move_rows(from, from->capabilities, from->capability_count * sizeof *made.capabilities, &at);
	made.engines = move_rows(from, from->engines, from->engine_count * sizeof *made.engines, &at);
	made.advice = move_rows(from, from->advice, from->advice_count * sizeof *made.advice, &at);
	made.texts = (char *)at;
	made.text_bytes = 1;
	made.profile->spaces = (uint32_t)((char *)made.spaces - (char *)made.profile);
	made.profile->regions = (uint32_t)((char *)made.regions - (char *)made.profile);
	made.profile->mirrors = (uint32_t)((char *)made.mirrors - (char *)made.profile);
	made.profile->reserved = (uint32_t)((char *)made.reserved - (char *)made.profile);
	made.profile->capabilities = (uint32_t)((char *)made.capabilities - (char *)made.profile);
	made.profile->engines = (uint32_t)((char *)made.engines - (char *)made.profile);
	made.profile->advice = (uint32_t)((char *)made.advice - (char *)made.profile);
	made.profile->texts = (uint32_t)(made.texts - (char *)made.profile);
	move_texts(&made, from);
	made.profile->bytes = made.profile->texts + (uint32_t)made.text_bytes;
	made.bytes = sizeof *made.head + made.profile->bytes;
	seal_blob(&made);
	return made;
}

static inline void free_blob(blob *made)
{
	free(made->head);
}

#endif

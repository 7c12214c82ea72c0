/* SPDX-License-Identifier: MIT */
/** @file
 * Pools and planes of the stage: opened, listed, sealed, closed; every refusal becomes a sentence. */
#include "stage.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/** Every plane begins at a multiple of this: a cache line of the host, and more than any console here asks for. */
#define PLANE_ALIGN 64

enum exit_code stage_open(struct stage *stage, const struct options *options)
{
	const struct console *console = strcmp(options->platform, console_psx.id) == 0 ? &console_psx : &console_gba;
	const fm_profile *profile = fm_profile_find(console->id);
	fm_refusal why = FM_STRUCT(fm_refusal);
	char sentence[NOTE_BYTES];

	memset(stage, 0, sizeof *stage);
	stage->console = console;
	if (profile == NULL)
		return complain(EXIT_REFUSED, "this library has no profile %s", console->id);
	if (fm_space_open(profile, NULL, &stage->space, &why) == FM_OK)
		return EXIT_DONE;
	fm_refusal_format(&why, sentence, sizeof sentence);
	return complain(EXIT_REFUSED, "%s: its memory can't be made real: %s", console->id, sentence);
}

enum exit_code stage_close(struct stage *stage)
{
	enum exit_code code = EXIT_DONE;
	fm_status status;

	while (stage->pool_count > 0) {
		struct stage_pool *last = &stage->pools[--stage->pool_count];

		status = fm_pool_close(last->pool);
		if (status != FM_OK)
			code = complain(EXIT_BROKEN, "the pool of %s does not close: %s", last->holds, fm_status_text(status));
	}
	if (stage->space == NULL)
		return code;
	status = fm_space_close(stage->space);
	if (status != FM_OK)
		code = complain(EXIT_BROKEN, "the space does not close: %s", fm_status_text(status));
	stage->space = NULL;
	return code;
}

enum exit_code stage_pool(struct stage *stage, const char *region, const char *name, const char *holds, uint64_t capacity, size_t block_size, fm_pool **out)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_pool_options options = FM_STRUCT(fm_pool_options);
	char sentence[NOTE_BYTES];

	if (stage->pool_count == POOLS_MAX || capacity > SIZE_MAX)
		return complain(EXIT_REFUSED, "%s: no room for another pool", name);
	options.name = name;
	options.alignment = PLANE_ALIGN;
	options.capacity = (size_t)capacity;
	options.block_size = block_size;
	options.space = region == NULL ? NULL : stage->space;
	options.region = region;
	if (fm_pool_open(&options, out, &why) != FM_OK) {
		fm_refusal_format(&why, sentence, sizeof sentence);
		return complain(EXIT_REFUSED, "no pool for %s: %s", holds, sentence);
	}
	stage->pools[stage->pool_count++] = (struct stage_pool){ .pool = *out, .region = region, .holds = holds };
	return EXIT_DONE;
}

enum exit_code stage_seal(struct stage *stage)
{
	for (uint32_t i = 0; i < stage->pool_count; i++) {
		fm_status status = fm_pool_seal(stage->pools[i].pool);

		if (status != FM_OK)
			return complain(EXIT_REFUSED, "the pool of %s can't be sealed: %s", stage->pools[i].holds, fm_status_text(status));
	}
	return EXIT_DONE;
}

int stage_plane(struct stage *stage, fm_pool *pool, uint32_t width, uint32_t height, fm_pixel_format format, uint32_t row_align, fm_plane *out,
		fm_refusal *why)
{
	fm_plane_options options = FM_STRUCT(fm_plane_options);

	options.width = width;
	options.height = height;
	options.format = format;
	options.row_align = row_align;
	if (fm_plane_acquire(pool, &options, out, why) != FM_OK)
		return 0;
	stage->acquired++;
	return 1;
}

enum exit_code stage_need(struct stage *stage, fm_pool *pool, uint32_t width, uint32_t height, fm_pixel_format format, uint32_t row_align,
			  const char *what, fm_plane *out)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	char sentence[NOTE_BYTES];

	if (stage_plane(stage, pool, width, height, format, row_align, out, &why))
		return EXIT_DONE;
	fm_refusal_format(&why, sentence, sizeof sentence);
	return complain(EXIT_REFUSED, "no room for %s (%u x %u): %s", what, width, height, sentence);
}

enum exit_code stage_drop(fm_pool *pool, fm_plane *plane)
{
	fm_status status;

	if (plane->buffer.token == 0)
		return EXIT_DONE;
	status = fm_plane_release(pool, plane);
	memset(plane, 0, sizeof *plane);
	return status == FM_OK ? EXIT_DONE : complain(EXIT_BROKEN, "%s does not take a plane back: %s", fm_pool_name(pool), fm_status_text(status));
}

uint64_t stage_plane_bytes(uint32_t width, uint32_t height, fm_pixel_format format, uint32_t row_align)
{
	fm_plane_options options = FM_STRUCT(fm_plane_options);
	fm_plane plane;

	options.width = width;
	options.height = height;
	options.format = format;
	options.row_align = row_align;
	if (fm_plane_describe(&options, &plane) != FM_OK)
		return UINT64_MAX;
	return ((uint64_t)plane.buffer.len + (PLANE_ALIGN - 1)) & ~(uint64_t)(PLANE_ALIGN - 1);
}

void stage_note(struct stage *stage, const fm_refusal *why, const char *consequence, const char *asked, ...)
{
	struct note *note;
	va_list arguments;

	if (stage->note_count == NOTES_MAX)
		return;
	note = &stage->notes[stage->note_count++];
	va_start(arguments, asked);
	vsnprintf(note->asked, sizeof note->asked, asked, arguments);
	va_end(arguments);
	fm_refusal_format(why, note->why, sizeof note->why);
	snprintf(note->consequence, sizeof note->consequence, "%s", consequence);
}

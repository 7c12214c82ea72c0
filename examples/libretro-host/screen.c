/* SPDX-License-Identifier: MIT */
/** @file
 * The video callback: rows into a plane, and the plane shown. */
#include "screen.h"

#include "heap_owner.h"
#include "rows.h"

struct screen screen;

fm_status screen_open(enum retro_pixel_format format, unsigned width, unsigned height, fm_refusal *why)
{
	fm_plane largest;
	fm_status status = fm_plane_describe(
		FM_OPTIONS(fm_plane_options, .width = width, .height = height, .format = rows_plane_format(format)), &largest);
	fm_pool_options options = FM_STRUCT(fm_pool_options);

	if (status != FM_OK) {
		why->status = status;
		return status;
	}
	options.name = "screen";
	options.strategy = "slots";
	options.block_size = largest.buffer.len;
	options.capacity = SCREEN_PLANES * largest.buffer.len;
	options.alignment = FM_PLANE_ROW_ALIGN;
	screen = (struct screen){ .format = format, .why = FM_STRUCT(fm_refusal) };
	status = fm_pool_open(&options, &screen.pool, why);
	return status == FM_OK ? fm_pool_seal(screen.pool) : status;
}

/** A plane for the frame, or the reason kept of the first frame that got none. */
static int plane_for(unsigned width, unsigned height, fm_plane *out)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_status status = fm_plane_acquire(
		screen.pool, FM_OPTIONS(fm_plane_options, .width = width, .height = height, .format = rows_plane_format(screen.format)), out, &why);

	if (status != FM_OK && screen.refused++ == 0)
		screen.why = why;
	return status == FM_OK;
}

/** Rows that overlap are no picture; the reason is kept as plane_for() does. */
static int pitch_is_valid(unsigned width, size_t pitch)
{
	if (pitch / rows_pixel_bytes(screen.format) >= width)
		return 1;
	if (screen.refused++ == 0)
		screen.why.status = FM_E_ARGUMENT;
	return 0;
}

static void draw(const void *pixels, unsigned width, unsigned height, size_t pitch)
{
	fm_plane plane;

	if (!pitch_is_valid(width, pitch) || !plane_for(width, height, &plane))
		return;
	for (unsigned y = 0; y < height; y++)
		rows_take(screen.format, fm_plane_row(&plane, y), (const unsigned char *)pixels + y * pitch, width);
	if (screen.shown.buffer.token != 0)
		(void)fm_plane_release(screen.pool, &screen.shown);
	screen.shown = plane;
	screen.drawn++;
	screen.bytes_written += (uint64_t)width * height * rows_pixel_bytes(screen.format);
}

void screen_refresh(const void *pixels, unsigned width, unsigned height, size_t pitch)
{
	enum heap_owner before = heap_enter(HEAP_HOST);

	if (pixels == NULL)
		screen.repeated++;
	else if (screen.pool != NULL)
		draw(pixels, width, height, pitch);
	heap_enter(before);
}

fm_status screen_close(void)
{
	if (screen.shown.buffer.token != 0)
		(void)fm_plane_release(screen.pool, &screen.shown);
	screen.shown = (fm_plane){ .width = 0 };

	fm_status status = fm_pool_close(screen.pool);

	screen.pool = NULL;
	return status;
}

/* SPDX-License-Identifier: MIT */
/** @file
 * A plane as a PNG file: its pixels as RGBA8888 in a plane of a pool of its own, written by libpng. */
#include "picture.h"

#include <flightmem/pool.h>
#include <png.h>
#include <stdio.h>
#include <string.h>

#include "rows.h"

/** A pool that holds one plane of the size of `plane`, as a PNG has it. */
static fm_status open_copy(const fm_plane *plane, fm_pool **pool, fm_plane *copy, fm_refusal *why)
{
	const fm_plane_options *options =
		FM_OPTIONS(fm_plane_options, .width = plane->width, .height = plane->height, .format = FM_PIXEL_RGBA8888);
	fm_status status = fm_plane_describe(options, copy);

	if (status != FM_OK) {
		why->status = status;
		return status;
	}
	status = fm_pool_open(FM_OPTIONS(fm_pool_options, .name = "picture", .block_size = copy->buffer.len, .capacity = copy->buffer.len,
					 .alignment = FM_PLANE_ROW_ALIGN), pool, why);
	return status == FM_OK ? fm_plane_acquire(*pool, options, copy, why) : status;
}

static int write_png(const fm_plane *plane, const char *path)
{
	png_image image;

	memset(&image, 0, sizeof image);
	image.version = PNG_IMAGE_VERSION;
	image.width = plane->width;
	image.height = plane->height;
	image.format = PNG_FORMAT_RGBA;
	if (png_image_write_to_file(&image, path, 0, plane->buffer.data, (png_int_32)plane->stride, NULL))
		return 0;
	fprintf(stderr, "libretro-host: %s can't be written: %s\n", path, image.message);
	return -1;
}

int picture_write(const fm_plane *plane, const char *path)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_pool *pool = NULL;
	fm_plane copy;
	int result = -1;

	if (open_copy(plane, &pool, &copy, &why) == FM_OK) {
		for (unsigned y = 0; y < plane->height; y++)
			rows_show(plane->format, fm_plane_row(&copy, y), fm_plane_row(plane, y), plane->width);
		result = write_png(&copy, path);
		(void)fm_plane_release(pool, &copy);
	} else {
		char sentence[256];

		fm_refusal_format(&why, sentence, sizeof sentence);
		fprintf(stderr, "libretro-host: no memory for %s: %s\n", path, sentence);
	}
	fm_pool_unref(pool);
	return result;
}

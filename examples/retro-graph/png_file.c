/* SPDX-License-Identifier: MIT */
/** @file
 * PNG files by libpng's simplified interface: it turns every kind of PNG into the pixels asked for. */
#include "png_file.h"

#include <errno.h>
#include <png.h>
#include <stdio.h>
#include <string.h>

/** The host memory that a photograph may take. Bytes. */
#define PNG_BYTES_MAX FM_MIB(256)

/** Opens the file and reads its header: width, height and kind. */
static enum exit_code begin(png_image *image, FILE *file, const char *path)
{
	memset(image, 0, sizeof *image);
	image->version = PNG_IMAGE_VERSION;
	if (!png_image_begin_read_from_stdio(image, file))
		return complain(EXIT_FILE, "%s can't be read as a PNG: %s", path, image->message);
	if (image->width > FM_PLANE_SIDE_MAX || image->height > FM_PLANE_SIDE_MAX) {
		enum exit_code code = complain(EXIT_REFUSED, "%s is %u x %u; at most %u either way can be read", path, image->width, image->height,
					       (unsigned)FM_PLANE_SIDE_MAX);

		png_image_free(image);
		return code;
	}
	return EXIT_DONE;
}

/** A pool of host memory as large as the photograph, but not larger than is allowed: then its plane is refused. */
static enum exit_code source_plane(struct stage *stage, const png_image *image, const char *path)
{
	uint64_t bytes = stage_plane_bytes(image->width, image->height, FM_PIXEL_RGBA8888, 4);
	fm_refusal why = FM_STRUCT(fm_refusal);
	char sentence[NOTE_BYTES];
	enum exit_code code = stage_pool(stage, NULL, "photograph", "the photograph as the file has it", bytes < PNG_BYTES_MAX ? bytes : PNG_BYTES_MAX, 0,
					 &stage->source_pool);

	if (code != EXIT_DONE || stage_plane(stage, stage->source_pool, image->width, image->height, FM_PIXEL_RGBA8888, 4, &stage->source, &why))
		return code;
	fm_refusal_format(&why, sentence, sizeof sentence);
	return complain(EXIT_REFUSED, "%s is %u x %u, too large: %s", path, image->width, image->height, sentence);
}

enum exit_code png_read(struct stage *stage, const char *path)
{
	FILE *file = fopen(path, "rb");
	png_image image;
	enum exit_code code;

	if (file == NULL)
		return complain(EXIT_FILE, "%s can't be opened: %s", path, strerror(errno));
	code = begin(&image, file, path);
	if (code == EXIT_DONE) {
		code = source_plane(stage, &image, path);
		image.format = PNG_FORMAT_RGBA;
		image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB; /* a photograph without a gamma is as a camera makes it, not linear */
		if (code == EXIT_DONE && !png_image_finish_read(&image, NULL, stage->source.buffer.data, (png_int_32)stage->source.stride, NULL))
			code = complain(EXIT_FILE, "%s can't be read to its end: %s", path, image.message);
		png_image_free(&image);
	}
	fclose(file);
	return code;
}

enum exit_code png_prepare(struct stage *stage)
{
	uint64_t bytes = stage_plane_bytes(stage->width * 3, stage->height, FM_PIXEL_INDEX8, 1);
	enum exit_code code = stage_pool(stage, NULL, "out", "the pixels of the file written", bytes, 0, &stage->out_pool);

	if (code != EXIT_DONE)
		return code;
	return stage_need(stage, stage->out_pool, stage->width * 3, stage->height, FM_PIXEL_INDEX8, 1, "the file written", &stage->out);
}

enum exit_code png_write(const struct stage *stage, const char *path)
{
	png_image image;

	memset(&image, 0, sizeof image);
	image.version = PNG_IMAGE_VERSION;
	image.width = stage->width;
	image.height = stage->height;
	image.format = PNG_FORMAT_RGB;
	if (!png_image_write_to_file(&image, path, 0, stage->out.buffer.data, (png_int_32)stage->out.stride, NULL))
		return complain(EXIT_FILE, "%s can't be written: %s", path, image.message);
	return EXIT_DONE;
}

void png_close(struct stage *stage)
{
	stage_drop(stage->out_pool, &stage->out);
	stage_drop(stage->source_pool, &stage->source);
}

/* SPDX-License-Identifier: MIT */
/** @file
 * retro-graph: a photograph on a console's screen, in memory that the console really has. The order of the work. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "frames.h"
#include "png_file.h"
#include "report.h"
#include "scale.h"

/** A picture for a monitor in a pool of 1 MiB: what a refusal looks like. */
static enum exit_code refuse_the_large_plane(struct stage *stage)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_plane plane = { 0 };
	fm_pool *pool;
	enum exit_code code = stage_pool(stage, NULL, "frames", "a picture for a monitor", FM_MIB(1), 0, &pool);

	if (code != EXIT_DONE)
		return code;
	if (stage_plane(stage, pool, 640, 480, FM_PIXEL_RGBA8888, 0, &plane, &why))
		code = stage_drop(pool, &plane);
	else
		stage_note(stage, &why, "the screen's own size is used", "640 x 480 x 4 bytes in a pool of 1 MiB");
	stage->pool_count--;
	if (fm_pool_close(pool) != FM_OK)
		return complain(EXIT_BROKEN, "a pool does not close");
	return code;
}

/** The photograph at the screen's size, in the console's memory. */
static enum exit_code make_picture(struct stage *stage)
{
	fm_plane sums = { 0 };
	enum exit_code code = stage_need(stage, stage->rows_pool, scale_row_bytes(stage->width), 1, FM_PIXEL_INDEX8, 8, "a row of sums", &sums);

	if (code != EXIT_DONE)
		return code;
	stage->crop = crop_to(&stage->source, stage->width, stage->height);
	scale(&stage->source, stage->crop, &stage->picture, &sums);
	return stage_drop(stage->rows_pool, &sums);
}

/** Writes the picture as it is before it is dithered. */
static enum exit_code write_scaled(const struct stage *stage, const char *path)
{
	for (uint32_t y = 0; y < stage->height; y++) {
		const uint8_t *from = fm_plane_row(&stage->picture, y);
		uint8_t *to = fm_plane_row(&stage->out, y);

		for (uint32_t x = 0; x < stage->width; x++)
			memcpy(to + (size_t)x * 3, from + (size_t)x * 4, 3);
	}
	return png_write(stage, path);
}

/** From the opened stage to the written picture; the report is what is left. */
static enum exit_code show(struct stage *stage, const struct options *options, struct proof *proof)
{
	enum exit_code code = refuse_the_large_plane(stage);

	if (code == EXIT_DONE)
		code = stage->console->open(stage, options);
	if (code == EXIT_DONE)
		code = png_read(stage, options->input);
	if (code == EXIT_DONE)
		code = png_prepare(stage);
	if (code == EXIT_DONE)
		code = make_picture(stage);
	if (code == EXIT_DONE && options->scaled != NULL)
		code = write_scaled(stage, options->scaled);
	if (code == EXIT_DONE && stage->console->prepare != NULL)
		code = stage->console->prepare(stage);
	if (code == EXIT_DONE)
		code = frames_run(stage, options, proof);
	if (code != EXIT_DONE)
		return code;
	stage->console->read_back(stage);
	return png_write(stage, options->output);
}

static enum exit_code run(const struct options *options)
{
	static struct stage stage;
	struct proof proof;
	enum exit_code code = stage_open(&stage, options), closed;

	if (code == EXIT_DONE) {
		code = show(&stage, options, &proof);
		if (code == EXIT_DONE) {
			(options->json ? report_json : report_text)(&stage, options, &proof);
			code = proof_holds(&proof) ? EXIT_DONE : EXIT_BROKEN;
		}
		stage.console->close(&stage);
		png_close(&stage);
	}
	closed = stage_close(&stage);
	return code == EXIT_DONE ? closed : code;
}

static enum exit_code start(int count, char **words)
{
	struct options options;
	enum exit_code code = options_read(&options, count, words);

	if (code != EXIT_DONE)
		return code;
	if (options.help)
		options_usage();
	else
		code = run(&options);
	if (fflush(stdout) != 0 || ferror(stdout))
		return complain(EXIT_FILE, "the report can't be written: %s", strerror(errno));
	return code;
}

int main(int count, char **words)
{
	return (int)start(count, words);
}

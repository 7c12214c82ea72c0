/* SPDX-License-Identifier: MIT */
/** @file
 * The order in which libretro wants its calls, each core call counted as the core's. */
#include "run.h"

#include <stdio.h>
#include <time.h>

#include "announced.h"
#include "screen.h"

/** `call` in the core's name: what is allocated meanwhile is the core's, callbacks apart. */
#define IN_CORE(call) \
	do { \
		enum heap_owner before_ = heap_enter(HEAP_CORE); \
		call; \
		heap_enter(before_); \
	} while (0)

static void ignore_sample(int16_t left, int16_t right)
{
	(void)left;
	(void)right;
}

/** All samples are taken, and nobody hears them. */
static size_t ignore_batch(const int16_t *samples, size_t frames)
{
	(void)samples;
	return frames;
}

static void ignore_poll(void)
{
}

static int16_t nothing_pressed(unsigned port, unsigned device, unsigned index, unsigned id)
{
	(void)port;
	(void)device;
	(void)index;
	(void)id;
	return 0;
}

static uint64_t nanoseconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static enum exit_code refused(const char *what, const fm_refusal *why)
{
	char sentence[256];

	fm_refusal_format(why, sentence, sizeof sentence);
	fprintf(stderr, "libretro-host: %s: %s\n", what, sentence);
	return EXIT_MEMORY;
}

static enum exit_code start_core(struct run *run, const struct options *options)
{
	int opened;

	announced.directory = options->directory;
	announced.verbose = options->verbose;
	IN_CORE(opened = core_open(&run->core, options->core));
	if (opened != 0)
		return EXIT_CORE;
	IN_CORE(run->core.get_system_info(&run->about));
	IN_CORE(run->core.set_environment(announced_environment));
	IN_CORE(run->core.init());
	IN_CORE(run->core.set_video_refresh(screen_refresh));
	IN_CORE(run->core.set_audio_sample(ignore_sample));
	IN_CORE(run->core.set_audio_sample_batch(ignore_batch));
	IN_CORE(run->core.set_input_poll(ignore_poll));
	IN_CORE(run->core.set_input_state(nothing_pressed));
	return EXIT_DONE;
}

static void look_at_memory(struct run *run)
{
	for (unsigned kind = 0; kind < RETRO_MEMORY_KINDS; kind++) {
		size_t size;
		void *memory;

		IN_CORE(size = run->core.get_memory_size(kind));
		IN_CORE(memory = run->core.get_memory_data(kind));
		run->memory[kind] = memory == NULL ? 0 : size;
	}
}

static enum exit_code start_game(struct run *run, const char *path)
{
	fm_refusal why = FM_STRUCT(fm_refusal);

	if (game_open(&run->game, path, run->about.need_fullpath) != 0)
		return EXIT_GAME;
	IN_CORE(run->game_is_loaded = run->core.load_game(&run->game.info));
	if (!run->game_is_loaded) {
		fprintf(stderr, "libretro-host: the core refuses %s\n", path);
		return EXIT_GAME;
	}
	IN_CORE(run->core.get_system_av_info(&run->video));
	announced.geometry = run->video.geometry;
	announced.geometry_is_known = 1;
	announced.format_is_fixed = 1;
	if (screen_open(announced.format, run->video.geometry.max_width, run->video.geometry.max_height, &why) != FM_OK)
		return refused("no planes for the core's largest frame", &why);
	look_at_memory(run);
	return EXIT_DONE;
}

static enum exit_code run_frames(struct run *run, uint64_t frames)
{
	uint64_t began = nanoseconds_now();
	struct heap_counts before = heap_now();

	while (run->frames < frames && !announced.asked_to_end && screen.refused == 0) {
		IN_CORE(run->core.run());
		run->frames++;
	}

	struct heap_counts after = heap_now();

	run->nanoseconds = nanoseconds_now() - began;
	run->start = before;
	run->during = heap_between(&before, &after);
	run->usage = (fm_pool_usage)FM_STRUCT(fm_pool_usage);
	(void)fm_pool_get_usage(screen.pool, &run->usage);
	if (screen.refused != 0) {
		refused("a frame that the core did not announce", &screen.why);
		return EXIT_CORE;
	}
	if (announced.asked_to_end)
		fprintf(stderr, "libretro-host: the core asked to end after %llu frames\n", (unsigned long long)run->frames);
	return run->during.calls[HEAP_HOST] == 0 ? EXIT_DONE : EXIT_ALLOCATED;
}

enum exit_code run_open(struct run *run, const struct options *options)
{
	enum exit_code code = start_core(run, options);

	if (code != EXIT_DONE || options->game == NULL)
		return code;
	code = start_game(run, options->game);
	return code == EXIT_DONE ? run_frames(run, options->frames) : code;
}

enum exit_code run_close(struct run *run)
{
	enum exit_code code = EXIT_DONE;

	if (run->core.library == NULL)
		return code;
	if (run->game_is_loaded)
		IN_CORE(run->core.unload_game());
	game_close(&run->game);
	IN_CORE(run->core.deinit());
	IN_CORE(core_close(&run->core));
	if (screen.pool != NULL && screen_close() != FM_OK)
		code = EXIT_MEMORY;
	return code;
}

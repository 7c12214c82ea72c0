/* SPDX-License-Identifier: MIT */
/** @file
 * The loop of frames in a quiet scope. */
#include "frames.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "provoke.h"

enum { WARM_UP = 3, FADE_FRAMES = 64, BRIGHT = 256 };

#define SECOND UINT64_C(1000000000)

static uint64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (uint64_t)time.tv_sec * SECOND + (uint64_t)time.tv_nsec;
}

/** How the loop tells where it is: in place on a terminal, else now and then a line. */
struct progress {
	uint64_t told;  /**< when */
	uint64_t every; /**< nanoseconds */
	int terminal;
};

/** A line on standard error, by the system call: stdio might ask for memory, and the scope is open. */
static void tell(struct progress *progress, uint32_t done, uint32_t all)
{
	char line[NAME_BYTES];
	uint64_t time = now();
	int length;

	if (time - progress->told < progress->every)
		return;
	progress->told = time;
	length = snprintf(line, sizeof line, progress->terminal ? "\rretro-graph: %u of %u frames\x1b[K" : "retro-graph: %u of %u frames\n", done, all);
	if (length > 0 && write(STDERR_FILENO, line, (size_t)length) < 0)
		progress->every = UINT64_MAX; /* nobody reads it: the frames matter more */
}

/** Wipes the line on a terminal, if there is one. */
static void tell_no_more(const struct progress *progress)
{
	if (progress->terminal)
		fputs("\r\x1b[K", stderr);
}

/** The most that the pools ever had out, summed. */
static uint64_t peaks(const struct stage *stage)
{
	uint64_t sum = 0;

	for (uint32_t i = 0; i < stage->pool_count; i++) {
		fm_pool_usage usage = FM_STRUCT(fm_pool_usage);

		if (fm_pool_get_usage(stage->pools[i].pool, &usage) == FM_OK)
			sum += usage.peak;
	}
	return sum;
}

/** Brightness of frame `i` of `all`: up from black, then whole; the last is always whole. */
static uint32_t brightness(uint32_t i, uint32_t all)
{
	uint32_t fade = all < FADE_FRAMES ? all : FADE_FRAMES;

	return i + 1 >= fade ? BRIGHT : BRIGHT * (i + 1) / fade;
}

static enum exit_code draw_all(struct stage *stage, const struct options *options)
{
	struct progress progress = { .told = now(), .every = 5 * SECOND, .terminal = isatty(STDERR_FILENO) };
	enum exit_code code = EXIT_DONE;

	if (progress.terminal)
		progress.every = SECOND;
	for (uint32_t i = 0; i < options->frames && code == EXIT_DONE; i++) {
		code = stage->console->frame(stage, brightness(i, options->frames));
		if (options->provoke != NULL && i == options->frames / 2)
			provoke(options->provoke);
		tell(&progress, i + 1, options->frames);
	}
	tell_no_more(&progress);
	return code;
}

enum exit_code frames_run(struct stage *stage, const struct options *options, struct proof *proof)
{
	enum exit_code code = EXIT_DONE;
	uint64_t acquired, before, began;

	memset(proof, 0, sizeof *proof);
	for (uint32_t i = 0; i < WARM_UP && code == EXIT_DONE; i++)
		code = stage->console->frame(stage, 0);
	if (code == EXIT_DONE)
		code = stage_seal(stage);
	if (code != EXIT_DONE)
		return code;
	acquired = stage->acquired;
	before = peaks(stage);
	began = now();
	provoke_prepare();
	proof->heard = (fm_quiet_report)FM_STRUCT(fm_quiet_report);
	proof->quiet = fm_quiet_begin(FM_OPTIONS(fm_quiet_options, .returns = FM_QUIET_RETURNS_REPORTED));
	code = draw_all(stage, options);
	if (proof->quiet == FM_OK)
		proof->quiet = fm_quiet_end(&proof->heard);
	provoke_clean_up();
	proof->nanoseconds = now() - began;
	proof->growth = peaks(stage) - before;
	proof->planes = stage->acquired - acquired;
	proof->frames = options->frames;
	return code;
}

int proof_holds(const struct proof *proof)
{
	const fm_quiet_report *heard = &proof->heard;

	return proof->quiet == FM_OK && heard->heap_heard == FM_QUIET_HEARS && heard->pages_heard == FM_QUIET_HEARS && proof->growth == 0;
}

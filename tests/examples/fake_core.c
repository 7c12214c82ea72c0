/* SPDX-License-Identifier: MIT */
/** @file
 * A core of our own for what no real core does: FAKE in the environment chooses its fault, or a format that none of them draws in.
 * A fault of compile time is chosen by -D: FAKE_VERSION is what it says of the API, FAKE_WITHOUT_RUN leaves retro_run() out. */
#include <stdlib.h>
#include <string.h>

#include "retro_api.h"

#ifndef FAKE_VERSION
#define FAKE_VERSION RETRO_API_VERSION
#endif

enum { WIDTH = 32, HEIGHT = 32 };

static retro_environment environment;
static retro_video_refresh refresh;
static uint16_t pixels[HEIGHT][WIDTH];
static uint64_t frame;

static int fault_is(const char *name)
{
	const char *fault = getenv("FAKE");

	return fault != NULL && strcmp(fault, name) == 0;
}

unsigned retro_api_version(void);
void retro_init(void);
void retro_deinit(void);
void retro_get_system_info(struct retro_system_info *info);
void retro_get_system_av_info(struct retro_av_info *info);
bool retro_load_game(const struct retro_game_info *game);
void retro_unload_game(void);
void *retro_get_memory_data(unsigned id);
size_t retro_get_memory_size(unsigned id);
void retro_set_environment(retro_environment callback);
void retro_set_video_refresh(retro_video_refresh callback);
void retro_set_audio_sample(retro_audio_sample callback);
void retro_set_audio_sample_batch(retro_audio_batch callback);
void retro_set_input_poll(retro_input_poll callback);
void retro_set_input_state(retro_input_state callback);

unsigned retro_api_version(void)
{
	return FAKE_VERSION;
}

void retro_init(void)
{
}

void retro_deinit(void)
{
}

void retro_get_system_info(struct retro_system_info *info)
{
	info->name = "\"Fake\\\n\xE9"; /* what JSON has to escape */
}

void retro_get_system_av_info(struct retro_av_info *info)
{
	unsigned side = fault_is("no-size") ? 0 : fault_is("huge") ? 65536 : WIDTH;

	info->geometry = (struct retro_game_geometry){ .base_width = WIDTH, .base_height = HEIGHT, .max_width = side, .max_height = side };
}

/** Red is the column, green the row, blue both. */
bool retro_load_game(const struct retro_game_info *game)
{
	static const struct retro_memory_descriptor many[100];
	struct retro_memory_map map = { many, 100 };
	enum retro_pixel_format none = 3;

	(void)game;
	for (unsigned y = 0; y < HEIGHT; y++) {
		for (unsigned x = 0; x < WIDTH; x++)
			pixels[y][x] = (uint16_t)(x << 10 | y << 5 | (x ^ y));
	}
	if (fault_is("map"))
		environment(RETRO_SET_MEMORY_MAPS, &map);
	if (environment(RETRO_SET_PIXEL_FORMAT, &none) || environment(0xDEADBEEF, &none) || environment(RETRO_GET_CAN_DUPE, NULL))
		abort();
	if (fault_is("early"))
		refresh(pixels, WIDTH, HEIGHT, sizeof pixels[0]);
	return !fault_is("game");
}

void retro_unload_game(void)
{
}

void *retro_get_memory_data(unsigned id)
{
	(void)id;
	return NULL;
}

size_t retro_get_memory_size(unsigned id)
{
	return id == RETRO_SYSTEM_RAM ? 0x2000 : 0;
}

#ifndef FAKE_WITHOUT_RUN
void retro_run(void);

/** Allocates three times a frame, so that the host can be seen to know whose allocations these are. */
void retro_run(void)
{
	enum retro_pixel_format late = RETRO_RGB565;

	for (unsigned i = 0; i < 3; i++) {
		void *volatile block = malloc(100);

		free(block);
	}
	frame++;
	if (environment(RETRO_SET_PIXEL_FORMAT, &late))
		abort();
	if (fault_is("end") && frame == 5)
		environment(RETRO_SHUTDOWN, NULL);
	if (fault_is("large"))
		refresh(pixels, WIDTH, HEIGHT + 1, sizeof pixels[0]);
	else if (fault_is("pitch"))
		refresh(pixels, WIDTH, HEIGHT, 2);
	else if (!fault_is("nothing"))
		refresh(frame % 2 == 0 ? NULL : pixels, WIDTH, HEIGHT, sizeof pixels[0]);
}
#endif

void retro_set_environment(retro_environment callback)
{
	environment = callback;
}

void retro_set_video_refresh(retro_video_refresh callback)
{
	refresh = callback;
}

void retro_set_audio_sample(retro_audio_sample callback)
{
	(void)callback;
}

void retro_set_audio_sample_batch(retro_audio_batch callback)
{
	(void)callback;
}

void retro_set_input_poll(retro_input_poll callback)
{
	(void)callback;
}

void retro_set_input_state(retro_input_state callback)
{
	(void)callback;
}

/* SPDX-License-Identifier: MIT */
/** @file
 * A libretro core's retro_serialize behind a check: a state fits into the host's buffer, a buffer that is too short is never written.
 * core CORE GAME; ends with 0 iff all was so. */
#include <dlfcn.h>
#include <unistd.h>

#include "retro_api.h"
#include "wrapped.h"

static void *library;

/** A function of the core. */
static fm_function look_up(const char *name)
{
	void *found = dlsym(library, name);
	fm_function function;

	EXPECT(found != NULL);
	memcpy(&function, &found, sizeof function); /* POSIX: a pointer to data holds one to a function */
	return function;
}

static bool environment(unsigned command, void *data)
{
	if (command == RETRO_GET_SYSTEM_DIRECTORY || command == RETRO_GET_SAVE_DIRECTORY) {
		*(const char **)data = ".";
		return true;
	}
	return command == RETRO_SET_PIXEL_FORMAT;
}

static void drop_frame(const void *pixels, unsigned width, unsigned height, size_t pitch)
{
	(void)pixels, (void)width, (void)height, (void)pitch;
}

static void drop_sample(int16_t left, int16_t right)
{
	(void)left, (void)right;
}

static size_t drop_samples(const int16_t *samples, size_t frames)
{
	(void)samples;
	return frames;
}

static void poll_nothing(void)
{
}

static int16_t press_nothing(unsigned port, unsigned device, unsigned index, unsigned id)
{
	(void)port, (void)device, (void)index, (void)id;
	return 0;
}

/** The game's bytes. */
static struct retro_game_info read_game(const char *path)
{
	FILE *file = fopen(path, "rb");
	static char bytes[1 << 20];
	struct retro_game_info game = { .path = path, .data = bytes };

	EXPECT(file != NULL);
	game.size = fread(bytes, 1, sizeof bytes, file);
	EXPECT(game.size > 0 && game.size < sizeof bytes && fclose(file) == 0);
	return game;
}

static void begin(const char *core, const char *path)
{
	struct retro_game_info game = read_game(path);

	library = dlopen(core, RTLD_NOW | RTLD_LOCAL);
	EXPECT(library != NULL);
	((void (*)(retro_environment))look_up("retro_set_environment"))(environment);
	((void (*)(retro_video_refresh))look_up("retro_set_video_refresh"))(drop_frame);
	((void (*)(retro_audio_sample))look_up("retro_set_audio_sample"))(drop_sample);
	((void (*)(retro_audio_batch))look_up("retro_set_audio_sample_batch"))(drop_samples);
	((void (*)(retro_input_poll))look_up("retro_set_input_poll"))(poll_nothing);
	((void (*)(retro_input_state))look_up("retro_set_input_state"))(press_nothing);
	look_up("retro_init")();
	EXPECT(((bool (*)(const struct retro_game_info *))look_up("retro_load_game"))(&game));
	for (int i = 0; i < 3; i++)
		look_up("retro_run")();
}

int main(int argc, char **argv)
{
	EXPECT(argc == 3);
	begin(argv[1], argv[2]);

	size_t size = ((size_t(*)(void))look_up("retro_serialize_size"))();
	unsigned char *state = malloc(size), *again = malloc(size);

	EXPECT(size > 1000 && state != NULL && again != NULL);

	fm_validator_region regions[] = { region_of(state, size, FM_ACCESS_READ | FM_ACCESS_WRITE), region_of(again, size - 1, FM_ACCESS_READ | FM_ACCESS_WRITE) };
	fm_validator *host = validator_of(regions, 2);
	fm_wrap *wrap = wrap_of(look_up("retro_serialize"), "bool retro_serialize(out void[size] data, size size)", host, NULL, 0);
	bool (*save)(void *, size_t) = (bool (*)(void *, size_t))fm_wrap_function(wrap);

	memset(state, 0xA5, size);
	EXPECT(save(state, size) && refusals == 0);
	EXPECT(((bool (*)(const void *, size_t))look_up("retro_unserialize"))(state, size));
	memset(again, 0xA5, size);
	EXPECT(!save(again, size) && refusals == 1 && last.status == FM_E_ACCESS_BOUNDS && last.size == size);
	for (size_t i = 0; i < size; i++)
		EXPECT(again[i] == 0xA5);
	EXPECT(fm_wrap_close(wrap) == FM_OK && fm_validator_close(host) == FM_OK);
	printf("a state of %zu bytes was saved and loaded; one into %zu bytes was refused\n", size, size - 1);
	free(state);
	free(again);
	fflush(stdout);
	_exit(0); /* the core's own end is not what is tried here */
}

/* SPDX-License-Identifier: MIT */
/** @file
 * Opens a core and judges it: it loads, it has every function, it speaks this version of the API. */
#include "core.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#define FUNCTION(name) { "retro_" #name, offsetof(struct core, name) }

static const struct {
	const char *name;
	size_t at;
} functions[] = {
	FUNCTION(api_version),
	FUNCTION(init),
	FUNCTION(deinit),
	FUNCTION(get_system_info),
	FUNCTION(get_system_av_info),
	FUNCTION(load_game),
	FUNCTION(unload_game),
	FUNCTION(run),
	FUNCTION(get_memory_data),
	FUNCTION(get_memory_size),
	FUNCTION(set_environment),
	FUNCTION(set_video_refresh),
	FUNCTION(set_audio_sample),
	FUNCTION(set_audio_sample_batch),
	FUNCTION(set_input_poll),
	FUNCTION(set_input_state),
};

/** Looks up every function. Returns how many are missing, each named on stderr. */
static unsigned look_up(struct core *core, const char *path)
{
	unsigned missing = 0;

	for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++) {
		void *function = dlsym(core->library, functions[i].name);

		if (function == NULL) {
			fprintf(stderr, "libretro-host: %s has no %s\n", path, functions[i].name);
			missing++;
		}
		memcpy((char *)core + functions[i].at, &function, sizeof function); /* POSIX: a pointer to data holds one to a function */
	}
	return missing;
}

int core_open(struct core *core, const char *path)
{
	core->library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	if (core->library == NULL) {
		fprintf(stderr, "libretro-host: %s can't be loaded: %s\n", path, dlerror());
		return -1;
	}
	if (look_up(core, path) != 0) {
		fprintf(stderr, "libretro-host: %s is no libretro core\n", path);
		core_close(core);
		return -1;
	}
	if (core->api_version() != RETRO_API_VERSION) {
		fprintf(stderr, "libretro-host: %s speaks version %u of the libretro API, this host %u\n", path, core->api_version(), RETRO_API_VERSION);
		core_close(core);
		return -1;
	}
	return 0;
}

void core_close(struct core *core)
{
	dlclose(core->library);
	core->library = NULL;
}

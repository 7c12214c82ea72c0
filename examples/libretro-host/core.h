/* SPDX-License-Identifier: MIT */
/** @file
 * A libretro core: a shared object, opened so that nothing of it is seen by another, with every function that the host calls. */
#ifndef LIBRETRO_HOST_CORE_H
#define LIBRETRO_HOST_CORE_H

#include "retro_api.h"

/** The functions of a core, under their names without `retro_`. */
struct core {
	void *library;
	unsigned (*api_version)(void);
	void (*init)(void);
	void (*deinit)(void);
	void (*get_system_info)(struct retro_system_info *info);
	void (*get_system_av_info)(struct retro_av_info *info);
	bool (*load_game)(const struct retro_game_info *game);
	void (*unload_game)(void);
	void (*run)(void);
	void *(*get_memory_data)(unsigned id);
	size_t (*get_memory_size)(unsigned id);
	void (*set_environment)(retro_environment callback);
	void (*set_video_refresh)(retro_video_refresh callback);
	void (*set_audio_sample)(retro_audio_sample callback);
	void (*set_audio_sample_batch)(retro_audio_batch callback);
	void (*set_input_poll)(retro_input_poll callback);
	void (*set_input_state)(retro_input_state callback);
};

/** Opens the core at `path`. Returns 0; -1, with the reason on stderr and nothing held, iff it is none that this host can run. */
int core_open(struct core *core, const char *path);

/** Lets it go. After deinit only. */
void core_close(struct core *core);

#endif

/* SPDX-License-Identifier: MIT */
/** @file
 * The part of the libretro API, version 1, that this host uses. Written from the facts of the interface as its documentation
 * (https://docs.libretro.com, "Developing libretro cores") states them: names, numbers, layouts. */
#ifndef LIBRETRO_HOST_RETRO_API_H
#define LIBRETRO_HOST_RETRO_API_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define RETRO_API_VERSION 1u

/** Commands above this bit may change between versions of the API; the numbers below it stay. */
#define RETRO_EXPERIMENTAL 0x10000u

/** What a core asks or says through its environment callback. */
enum retro_command {
	RETRO_GET_CAN_DUPE = 3,              /**< bool *: may a frame be NULL, "as before"? */
	RETRO_SET_MESSAGE = 6,               /**< const struct retro_message * */
	RETRO_SHUTDOWN = 7,                  /**< the core asks to end */
	RETRO_SET_PERFORMANCE_LEVEL = 8,     /**< const unsigned *: a hint */
	RETRO_GET_SYSTEM_DIRECTORY = 9,      /**< const char ** */
	RETRO_SET_PIXEL_FORMAT = 10,         /**< const enum retro_pixel_format * */
	RETRO_SET_INPUT_DESCRIPTORS = 11,    /**< names of buttons: a hint */
	RETRO_GET_VARIABLE_UPDATE = 17,      /**< bool *: did an option change? */
	RETRO_SET_SUPPORT_NO_GAME = 18,      /**< const bool * */
	RETRO_GET_LOG_INTERFACE = 27,        /**< struct retro_log_callback * */
	RETRO_GET_SAVE_DIRECTORY = 31,       /**< const char ** */
	RETRO_SET_CONTROLLER_INFO = 35,      /**< kinds of controllers: a hint */
	RETRO_SET_MEMORY_MAPS = 36 | 0x10000, /**< const struct retro_memory_map * */
	RETRO_SET_GEOMETRY = 37,             /**< const struct retro_game_geometry * */
};

/** Pixels in the machine's byte order. */
enum retro_pixel_format {
	RETRO_0RGB1555, /**< the default: red in bits 10-14, green 5-9, blue 0-4 */
	RETRO_XRGB8888, /**< red in bits 16-23, green 8-15, blue 0-7 */
	RETRO_RGB565,   /**< red in bits 11-15, green 5-10, blue 0-4 */
};

struct retro_message {
	const char *text;
	unsigned frames;
};

typedef void (*retro_log)(int level, const char *format, ...);

struct retro_log_callback {
	retro_log log;
};

struct retro_system_info {
	const char *name;
	const char *version;
	const char *extensions; /**< with | between them */
	bool need_fullpath;     /**< the core opens the file itself */
	bool block_extract;
};

struct retro_game_info {
	const char *path;
	const void *data; /**< NULL for a core with need_fullpath */
	size_t size;
	const char *meta;
};

struct retro_game_geometry {
	unsigned base_width;
	unsigned base_height;
	unsigned max_width;
	unsigned max_height;
	float aspect_ratio;
};

struct retro_av_info {
	struct retro_game_geometry geometry;
	double frames_per_second;
	double sample_rate;
};

#define RETRO_MEMORY_CONST 1u /**< flag: never written once the game is loaded */

/** Emulated memory in the core's own: bytes `start` to `start + length` of the console are at `memory + offset`. */
struct retro_memory_descriptor {
	uint64_t flags;
	void *memory;
	size_t offset;
	size_t start;
	size_t select;     /**< address bits that choose this descriptor; 0: `length` says it */
	size_t disconnect; /**< address bits that are not wired */
	size_t length;     /**< bytes */
	const char *address_space;
};

struct retro_memory_map {
	const struct retro_memory_descriptor *descriptors;
	unsigned count;
};

/** Kinds of memory that retro_get_memory_data() knows. */
enum retro_memory { RETRO_SAVE_RAM, RETRO_RTC, RETRO_SYSTEM_RAM, RETRO_VIDEO_RAM, RETRO_MEMORY_KINDS };

typedef bool (*retro_environment)(unsigned command, void *data);
typedef void (*retro_video_refresh)(const void *pixels, unsigned width, unsigned height, size_t pitch);
typedef void (*retro_audio_sample)(int16_t left, int16_t right);
typedef size_t (*retro_audio_batch)(const int16_t *samples, size_t frames);
typedef void (*retro_input_poll)(void);
typedef int16_t (*retro_input_state)(unsigned port, unsigned device, unsigned index, unsigned id);

#endif

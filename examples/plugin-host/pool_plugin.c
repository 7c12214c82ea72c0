/* SPDX-License-Identifier: MIT */
/** @file
 * A plugin whose memory is flightmem's: buffers of a sealed pool, by the table alone. What later versions of the header brought is
 * compiled in where the build says that this plugin knows it, and used only where the library that runs has it. */
#include <stdio.h>
#include <string.h>

#include "plugin.h"
#include "table.h"

enum { BUFFERS = 32, BUFFER_BYTES = 256 };

static const fm_api *api;
static const char *failure = "nothing failed";
static char about[256];

/** Memory of the plugin, one for each thread, for its pools: it goes with the plugin, so they are closed before. */
static FM_ALIGNED(FM_POOL_ALIGN) _Thread_local unsigned char storage[FM_POOL_FOOTPRINT_SLOTS(BUFFER_BYTES, BUFFERS)];

static int fail(const char *why)
{
	failure = why;
	return -1;
}

/** Profiles: this plugin may be older than they are, and so may the library. */
static const char *profile_line(void)
{
#ifdef PLUGIN_KNOWS_PROFILES
	if (TABLE_HAS(api, profile_find))
		return api->profile_find("gba") != NULL ? "gba is known" : "gba is not known";
	return "profiles are not there";
#else
	return "no word of profiles";
#endif
}

/** A function of a version that is not written yet. */
static const char *tomorrow_line(void)
{
#ifdef PLUGIN_KNOWS_TOMORROW
	if (TABLE_HAS(api, tomorrow))
		return api->tomorrow();
	return "tomorrow is not there";
#else
	return "no word of tomorrow";
#endif
}

static int start(void)
{
	api = table_open(&failure);
	if (api == NULL)
		return -1;
	if (!TABLE_HAS(api, pool_open)) {
		table_close();
		return fail("the library is too old to have pools");
	}
	snprintf(about, sizeof about, "built for %d.%d (%zu bytes of table), runs with %u.%u (%zu bytes); %s; %s", FM_VERSION_MAJOR,
		 FM_VERSION_MINOR, sizeof(fm_api), (unsigned)api->version_major, (unsigned)api->version_minor, api->struct_size, profile_line(),
		 tomorrow_line());
	return 0;
}

/** Fills the pool, and is refused one more. */
static int take_all(fm_pool *pool, fm_buffer *buffers)
{
	fm_refusal why = FM_STRUCT(fm_refusal);

	for (int i = 0; i < BUFFERS; i++) {
		if (api->pool_acquire(pool, BUFFER_BYTES, 0, &buffers[i], NULL) != FM_OK)
			return fail("a buffer was refused");
		memset(buffers[i].data, i, BUFFER_BYTES);
	}
	if (api->pool_acquire(pool, 1, 0, &buffers[0], &why) != FM_E_EXHAUSTED || strcmp(why.subject, "plugin") != 0)
		return fail("a buffer too many was not refused as it should be");
	return 0;
}

static int give_all(fm_pool *pool, const fm_buffer *buffers)
{
	for (int i = 0; i < BUFFERS; i++) {
		const unsigned char *bytes = buffers[i].data;

		if (bytes[0] != i || bytes[BUFFER_BYTES - 1] != i)
			return fail("a buffer does not hold what was written");
		if (api->pool_release(pool, buffers[i].token) != FM_OK)
			return fail("a buffer was not taken back");
	}
	return api->pool_release(pool, buffers[0].token) == FM_E_STALE ? 0 : fail("a stale token was taken");
}

/** A pool from its first to its last call. A failure is a defect, which ends the host: nothing is tidied up then. */
static int work_in(const fm_pool_options *options)
{
	fm_buffer buffers[BUFFERS];
	fm_pool *pool;

	if (api->pool_open(options, &pool, NULL) != FM_OK)
		return fail("a pool was refused");
	if (api->pool_seal(pool) != FM_OK || take_all(pool, buffers) != 0 || give_all(pool, buffers) != 0)
		return -1;
	return api->pool_close(pool) == FM_OK ? 0 : fail("a pool was not closed");
}

/** Once in this thread's part of the plugin, once in memory of the operating system. */
static int work(void)
{
	fm_pool_options options = { .struct_size = sizeof options, .name = "plugin", .strategy = "slots", .block_size = BUFFER_BYTES };

	options.capacity = BUFFER_BYTES * BUFFERS;
	if (work_in(&options) != 0)
		return -1;
	options.storage = storage;
	options.capacity = sizeof storage;
	return work_in(&options);
}

static const char *say_failure(void)
{
	return failure;
}

static const char *say_about(void)
{
	return about;
}

const struct plugin *plugin_get(void);

const struct plugin *plugin_get(void)
{
	static const struct plugin plugin = { start, say_failure, say_about, work, table_close };

	return &plugin;
}

/* SPDX-License-Identifier: MIT */
/** @file
 * A plugin that is loaded. */
#ifndef PLUGIN_HOST_LOADED_H
#define PLUGIN_HOST_LOADED_H

#include "plugin.h"

struct loaded {
	const char *path;
	void *library;
	const struct plugin *plugin;
};

/** Loads the plugin at `path`, seen by nobody else, and starts it. Returns 0; -1, with the reason on stderr and nothing held. */
int loaded_open(struct loaded *loaded, const char *path);

/** Stops and unloads it. Returns 0; -1, with the reason on stderr, iff its code is still there afterwards. */
int loaded_close(struct loaded *loaded);

/** Works in this thread. Returns 0, or -1 with the reason on stderr. */
int loaded_work(const struct loaded *loaded);

#endif

/* SPDX-License-Identifier: MIT */
/** @file
 * Loads, uses and unloads one plugin. */
#include "loaded.h"

#include <dlfcn.h>
#include <stdio.h>

static int complain(const char *path, const char *why)
{
	fprintf(stderr, "plugin-host: %s: %s\n", path, why);
	return -1;
}

int loaded_open(struct loaded *loaded, const char *path)
{
	plugin_get_function get;

	*loaded = (struct loaded){ .path = path, .library = dlopen(path, RTLD_NOW | RTLD_LOCAL) };
	if (loaded->library == NULL)
		return complain(path, dlerror());
	*(void **)&get = dlsym(loaded->library, PLUGIN_SYMBOL); /* POSIX: a pointer to data holds one to a function */
	if (get == NULL) {
		dlclose(loaded->library);
		return complain(path, "has no " PLUGIN_SYMBOL ": no plugin");
	}
	loaded->plugin = get();
	if (loaded->plugin->start() != 0) {
		complain(path, loaded->plugin->failure());
		dlclose(loaded->library);
		return -1;
	}
	return 0;
}

int loaded_close(struct loaded *loaded)
{
	void *still;

	loaded->plugin->stop();
	loaded->plugin = NULL;
	dlclose(loaded->library);
	still = dlopen(loaded->path, RTLD_NOW | RTLD_NOLOAD);
	if (still == NULL)
		return 0;
	dlclose(still);
	return complain(loaded->path, "is still there after it was unloaded");
}

int loaded_work(const struct loaded *loaded)
{
	return loaded->plugin->work() == 0 ? 0 : complain(loaded->path, loaded->plugin->failure());
}

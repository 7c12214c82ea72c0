/* SPDX-License-Identifier: MIT */
/** @file
 * The table by dlopen(): nothing of flightmem is linked, so the plugin loads, and can say what is missing, where there is none. */
#include <dlfcn.h>

#include "table.h"

static void *library;

const fm_api *table_open(const char **why)
{
	const fm_api *(*get)(uint32_t);
	const fm_api *api = NULL;

	library = dlopen("libflightmem.so.0", RTLD_NOW | RTLD_LOCAL);
	if (library == NULL) {
		*why = "there is no libflightmem.so.0";
		return NULL;
	}
	*(void **)&get = dlsym(library, "fm_get_api"); /* POSIX: a pointer to data holds one to a function */
	if (get != NULL)
		api = get(FM_VERSION_MAJOR);
	if (api == NULL) {
		*why = "libflightmem.so.0 has another major version";
		table_close();
	}
	return api;
}

/** The library stays in the process, as it asks to; only the reference goes. */
void table_close(void)
{
	dlclose(library);
	library = NULL;
}

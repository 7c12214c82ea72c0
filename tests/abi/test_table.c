/* SPDX-License-Identifier: MIT */
/** @file
 * A plugin host that links nothing: the library opened under RTLD_LOCAL, one look-up, the table used, an unknown major refused. */
#include <dlfcn.h>
#include <flightmem.h>
#include <stdio.h>
#include <string.h>

/** Runs one pool through the table of `library`; 0 iff all is well. */
static int use(void *library)
{
	const fm_api *(*get_api)(uint32_t) = NULL;
	void *symbol = dlsym(library, "fm_get_api");
	fm_buffer buffer;

	if (symbol == NULL)
		return 1;
	memcpy(&get_api, &symbol, sizeof symbol);
	const fm_api *api = get_api(FM_VERSION_MAJOR);
	if (api == NULL || api->struct_size < sizeof *api || api->version_major != FM_VERSION_MAJOR || get_api(FM_VERSION_MAJOR + 1) != NULL || get_api(UINT32_MAX) != NULL)
		return 2;
	fm_pool *pool = api->pool_new(4096);
	if (pool == NULL || api->pool_acquire(pool, 100, 0, &buffer, NULL) != FM_OK)
		return 3;
	if (api->pool_close(pool) != FM_E_BUSY || api->pool_release(pool, buffer.token) != FM_OK || api->pool_close(pool) != FM_OK)
		return 4;
	return strcmp(api->status_name(FM_E_BUSY), "FM_E_BUSY") == 0 ? 0 : 5;
}

int main(int argc, char **argv)
{
	if (argc != 2)
		return 64;
	for (int round = 0; round < 100; round++) {
		void *library = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
		int result = library == NULL ? 6 : use(library);

		if (result != 0) {
			fprintf(stderr, "round %d: step %d failed\n", round, result);
			return 1;
		}
		if (dlsym(RTLD_DEFAULT, "fm_get_api") != NULL)
			return 7;
		dlclose(library);
	}
	return 0;
}

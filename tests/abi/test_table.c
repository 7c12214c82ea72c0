/* SPDX-License-Identifier: MIT */
/** @file
 * A plugin host that links nothing: the library opened under RTLD_LOCAL, one look-up, the table used, an unknown major refused. */
#include <dlfcn.h>
#include <flightmem.h>
#include <stdio.h>
#include <string.h>

/** Calls through the table of `library`; 0 iff all is well. */
static int use(void *library)
{
	const fm_api *(*get_api)(uint32_t) = NULL;
	void *symbol = dlsym(library, "fm_get_api");
	uint64_t bytes = 0;

	if (symbol == NULL)
		return 1;
	memcpy(&get_api, &symbol, sizeof symbol);
	const fm_api *api = get_api(FM_VERSION_MAJOR);
	if (api == NULL || api->struct_size < sizeof *api || api->version_major != FM_VERSION_MAJOR)
		return 2;
	if (get_api(FM_VERSION_MAJOR + 1) != NULL || get_api(UINT32_MAX) != NULL)
		return 9;
	if (api->size_parse("1.5 MiB", FM_TEXT, &bytes, NULL) != FM_OK || bytes != FM_MIB(3) / 2)
		return 3;
	fm_buffer buffer;
	fm_pool *pool = api->pool_new(4096);
	if (pool == NULL || api->pool_acquire(pool, 100, 0, &buffer, NULL) != FM_OK)
		return 4;
	if (api->pool_close(pool) != FM_E_BUSY || api->pool_release(pool, buffer.token) != FM_OK || api->pool_close(pool) != FM_OK)
		return 5;
	return strcmp(api->status_name(FM_E_BUSY), "FM_E_BUSY") == 0 ? 0 : 6;
}

int main(int argc, char **argv)
{
	if (argc != 2)
		return 64;
	for (int round = 0; round < 100; round++) {
		void *library = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
		int result = library == NULL ? 7 : use(library);

		if (result != 0) {
			fprintf(stderr, "round %d: step %d failed\n", round, result);
			return 1;
		}
		if (dlsym(RTLD_DEFAULT, "fm_get_api") != NULL)
			return 8;
		dlclose(library);
	}
	return 0;
}

/* SPDX-License-Identifier: MIT */
/** @file
 * A plugin host that links nothing: the library opened under RTLD_LOCAL, one look-up, the table used, an unknown major refused, and each
 * place of the table compared with the symbol of its name. */
#include <dlfcn.h>
#include <flightmem.h>
#include <stdio.h>
#include <string.h>

/** A member of fm_api, and where it is. The table has its own copies of the inlines: what those do, test_inlines.c compares. */
struct place {
	const char *symbol;
	size_t at;
	int is_inline;
};

#define PLACE(name) { "fm_" #name, offsetof(fm_api, name), 0 },
#define INLINE_PLACE(name) { "fm_" #name, offsetof(fm_api, name), 1 },
static const struct place places[] = {
#include "places.h" /* made by test_table.sh from flightmem/api.h: a line for each member */
};

enum { PLACES = sizeof places / sizeof places[0] };

/** The table of `library` for a major, by the one look-up; NULL iff there is none. */
static const fm_api *table_of(void *library, uint32_t major)
{
	const fm_api *(*get_api)(uint32_t) = NULL;
	void *symbol = dlsym(library, "fm_get_api");

	if (symbol == NULL)
		return NULL;
	memcpy(&get_api, &symbol, sizeof symbol);
	return get_api(major);
}

/** 0 iff each place holds the function that is exported under its name, and all places were compared. */
static int compare(void *library, const fm_api *api)
{
	size_t begin = offsetof(fm_api, version_minor) + sizeof api->version_minor;

	if (PLACES * sizeof(void *) != sizeof *api - begin)
		return 10;
	for (size_t i = 0; i < PLACES; i++) {
		void *held, *symbol = dlsym(library, places[i].symbol);

		memcpy(&held, (const unsigned char *)api + places[i].at, sizeof held);
		if (symbol == NULL || held == NULL || (held != symbol && !places[i].is_inline)) {
			fprintf(stderr, "the place of %s holds another function\n", places[i].symbol);
			return 11;
		}
	}
	return 0;
}

/** Calls through the table; 0 iff all is well. */
static int use(const fm_api *api)
{
	uint64_t bytes = 0;
	fm_buffer buffer;

	if (api->size_parse("1.5 MiB", FM_TEXT, &bytes, NULL) != FM_OK || bytes != FM_MIB(3) / 2)
		return 3;

	fm_pool *pool = api->pool_new(4096);

	if (pool == NULL || api->pool_acquire(pool, 100, 0, &buffer, NULL) != FM_OK)
		return 4;
	if (api->pool_close(pool) != FM_E_BUSY || api->pool_release(pool, buffer.token) != FM_OK || api->pool_close(pool) != FM_OK)
		return 5;
	return strcmp(api->status_name(FM_E_BUSY), "FM_E_BUSY") == 0 ? 0 : 6;
}

/** Finds the table, compares it, uses it; 0 iff all is well. */
static int attempt(void *library)
{
	const fm_api *api = table_of(library, FM_VERSION_MAJOR);

	if (api == NULL || api->struct_size < sizeof *api || api->version_major != FM_VERSION_MAJOR)
		return 2;
	if (table_of(library, FM_VERSION_MAJOR + 1) != NULL || table_of(library, UINT32_MAX) != NULL)
		return 9;

	int result = compare(library, api);

	return result != 0 ? result : use(api);
}

int main(int argc, char **argv)
{
	if (argc != 2)
		return 64;
	for (int round = 0; round < 100; round++) {
		void *library = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
		int result = library == NULL ? 7 : attempt(library);

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

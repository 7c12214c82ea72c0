/* SPDX-License-Identifier: MIT */
/** @file
 * The table by linking: the loader finds the library, or does not load the plugin. */
#include "table.h"

const fm_api *table_open(const char **why)
{
	const fm_api *api = fm_get_api(FM_VERSION_MAJOR);

	if (api == NULL)
		*why = "libflightmem has another major version";
	return api;
}

void table_close(void)
{
}

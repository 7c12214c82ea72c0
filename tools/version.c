/* SPDX-License-Identifier: MIT */
/** @file
 * flightmem version. */
#include <flightmem.h>

#include "command.h"

enum exit_code run_version(const struct invocation *invocation)
{
	if (invocation->json)
		return print_json(json_pack("{s:s, s:s}", "library", fm_version_string(), "headers", FM_VERSION_STRING));
	printf("flightmem %s (headers %s)\n", fm_version_string(), FM_VERSION_STRING);
	return EXIT_YES;
}

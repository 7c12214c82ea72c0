/* SPDX-License-Identifier: MIT */
/** @file
 * The version of the library that runs. */
#include <flightmem/version.h>

const char *fm_version_string(void)
{
	return FM_VERSION_STRING;
}

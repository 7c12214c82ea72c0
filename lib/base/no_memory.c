/* SPDX-License-Identifier: MIT */
/** @file
 * The default provider where there is no operating system: none. */
#include <flightmem/provider.h>

const fm_memory_provider *fm_memory_default(void)
{
	return NULL;
}

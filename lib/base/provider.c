/* SPDX-License-Identifier: MIT */
/** @file
 * A provider of memory, read: one rule for all that take one. */
#include "base/provider.h"

#include "base/abi.h"

/** Bytes of the struct that any caller has: `drop` is optional and came last. */
#define PROVIDER_FIRST_SIZE (offsetof(fm_memory_provider, give_back) + sizeof(((fm_memory_provider *)0)->give_back))

fm_status fm_provider_read(const fm_memory_provider *given, fm_memory_provider *known)
{
	const fm_memory_provider *provider = given != NULL ? given : fm_memory_default();
	fm_memory_provider read = { .struct_size = 0 };
	fm_status status = provider == NULL ? FM_OK : fm_abi_import(&read, sizeof read, PROVIDER_FIRST_SIZE, provider);

	if (status != FM_OK)
		return status;
	if (provider != NULL && (read.obtain == NULL || read.give_back == NULL))
		return FM_E_ARGUMENT;
	*known = read;
	return FM_OK;
}

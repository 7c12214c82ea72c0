/* SPDX-License-Identifier: MIT */
/** @file
 * Executable memory: libffi's, and the caller's table, of any age. */
#include "base/abi.h"
#include "ffi/wrap.h"

/** Bytes of the struct that any caller has: `drop` is optional and came last. */
#define CODE_FIRST_SIZE (offsetof(fm_code_provider, give_back) + sizeof(((fm_code_provider *)0)->give_back))

static fm_status obtain_closure(void *user, size_t size, void **writable, void **code)
{
	void *executed = NULL;
	void *written = ffi_closure_alloc(size, &executed);

	(void)user;
	if (written == NULL)
		return FM_E_NO_MEMORY;
	*writable = written;
	*code = executed;
	return FM_OK;
}

static void give_back_closure(void *user, void *writable, size_t size)
{
	(void)user;
	(void)size;
	ffi_closure_free(writable);
}

const fm_code_provider *fm_code_default(void)
{
	static const fm_code_provider closures = {
		.struct_size = sizeof(fm_code_provider),
		.obtain = obtain_closure,
		.give_back = give_back_closure,
	};

	return &closures;
}

fm_status fm_ffi_read_code(const fm_code_provider *given, fm_code_provider *known)
{
	fm_code_provider read = { .struct_size = 0 };
	fm_status status = fm_abi_import(&read, sizeof read, CODE_FIRST_SIZE, given != NULL ? given : fm_code_default());

	if (status != FM_OK)
		return status;
	if (read.obtain == NULL || read.give_back == NULL)
		return FM_E_ARGUMENT;
	*known = read;
	return FM_OK;
}

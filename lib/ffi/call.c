/* SPDX-License-Identifier: MIT */
/** @file
 * A call of a wrapped function, by its code or by fm_wrap_call(): counted, judged, made or refused. */
#include <errno.h>
#include <string.h>

#include "base/abi.h"
#include "ffi/wrap.h"

#define USAGE_FIRST_SIZE (offsetof(fm_wrap_usage, reserved) + sizeof(uint32_t))

/** Counts a refusal and tells of it. What the caller finds in errno is what it left there. */
static FM_COLD void refuse_call(fm_wrap *wrap, const fm_wrap_finding *finding)
{
	int before = errno;

	FM_ATOMIC_ADD(&wrap->refused, 1);
	if (wrap->hear != NULL)
		wrap->hear(wrap->user, finding);
	errno = before;
}

/** Makes the call if it is allowed. */
static fm_status run(fm_wrap *wrap, void **arguments, void *result)
{
	fm_wrap_finding finding;

	FM_ATOMIC_ADD(&wrap->entered, 1);

	fm_status status = fm_ffi_judge(wrap, arguments, &finding);

	if (FM_LIKELY(status == FM_OK))
		ffi_call(&wrap->cif, wrap->function, result, arguments);
	else
		refuse_call(wrap, &finding);
	FM_ATOMIC_ADD(&wrap->left, 1);
	return status;
}

void fm_ffi_run(ffi_cif *cif, void *result, void **arguments, void *wrap)
{
	const fm_wrap *self = wrap;

	(void)cif;
	/* A closure of a void function may have no room for a result. */
	if (FM_UNLIKELY(run(wrap, arguments, result) != FM_OK) && self->signature.result != NULL)
		memcpy(result, &self->refused_result, self->signature.result->size < sizeof(ffi_arg) ? sizeof(ffi_arg) : self->signature.result->size);
}

fm_status fm_wrap_call(fm_wrap *wrap, void *const *arguments, void *result)
{
	void *copied[FM_WRAP_PARAMETERS_MAX];
	fm_ffi_result wide = { .number = 0 };

	if (wrap == NULL || (wrap->signature.result != NULL && result == NULL) || (wrap->signature.count != 0 && arguments == NULL))
		return FM_E_ARGUMENT;
	for (uint8_t i = 0; i < wrap->signature.count; i++) {
		if (arguments[i] == NULL)
			return FM_E_ARGUMENT;
		copied[i] = arguments[i];
	}

	fm_status status = run(wrap, copied, &wide);

	if (status == FM_OK && wrap->signature.result != NULL)
		fm_ffi_narrow(wrap->signature.result, &wide, result);
	return status;
}

fm_status fm_wrap_get_usage(const fm_wrap *wrap, fm_wrap_usage *usage)
{
	fm_status status = wrap == NULL ? FM_E_ARGUMENT : fm_abi_check(usage, USAGE_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	uint32_t left = FM_ATOMIC_LOAD(&wrap->left); /* first: so a call is rather seen running than not at all */
	fm_wrap_usage known = { .calls = FM_ATOMIC_LOAD(&wrap->entered), .refused = FM_ATOMIC_LOAD(&wrap->refused) };

	known.running = known.calls - left;
	fm_abi_export(usage, &known, sizeof known);
	return FM_OK;
}

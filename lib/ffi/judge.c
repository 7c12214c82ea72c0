/* SPDX-License-Identifier: MIT */
/** @file
 * The judge of a call: one argument after the other, until one is refused. */
#include "ffi/wrap.h"

/** Judges one argument at `address`, filling `bytes` as far as it is known. */
static fm_status judge_argument(const fm_wrap *wrap, const fm_ffi_parameter *parameter, void *const *arguments, uintptr_t address, uint64_t *bytes)
{
	fm_status status;

	if (address == 0 && parameter->nullable)
		return FM_OK;
	if (parameter->is_text && parameter->is_single)
		*bytes = UINT64_MAX;
	else if ((status = fm_ffi_length(&wrap->signature, parameter, arguments, bytes)) != FM_OK)
		return status;
	if (*bytes == 0)
		return FM_OK;
	if (address == 0)
		return FM_E_ARGUMENT;
	if (FM_UNLIKELY((address & parameter->mask) != 0))
		return FM_E_ACCESS_ALIGNMENT;
	if (parameter->is_text)
		return fm_ffi_measure_text(wrap->validator, address, parameter->access, bytes);
	return fm_validator_check(wrap->validator, address, *bytes, parameter->access);
}

/** "" where the text has no such name. */
static const char *name_at(const fm_wrap *wrap, uint16_t at)
{
	return at == FM_FFI_NO_NAME ? "" : wrap->text + at;
}

static FM_COLD void describe(const fm_wrap *wrap, uint8_t index, uintptr_t address, uint64_t bytes, fm_status status, fm_wrap_finding *finding)
{
	const fm_ffi_parameter *parameter = &wrap->signature.parameters[index];

	*finding = (fm_wrap_finding){
		.struct_size = sizeof *finding,
		.function = name_at(wrap, wrap->signature.name),
		.argument = name_at(wrap, parameter->name),
		.address = address,
		.size = bytes,
		.access = parameter->access,
		.index = index,
		.status = status,
		.align = parameter->mask + 1,
	};
}

fm_status fm_ffi_judge(const fm_wrap *wrap, void *const *arguments, fm_wrap_finding *finding)
{
	const fm_ffi_signature *signature = &wrap->signature;

	for (uint8_t i = 0; i < signature->checked; i++) {
		uint8_t index = signature->order[i];
		uintptr_t address = *(const uintptr_t *)arguments[index];
		uint64_t bytes = 0;
		fm_status status = judge_argument(wrap, &signature->parameters[index], arguments, address, &bytes);

		if (FM_UNLIKELY(status != FM_OK)) {
			describe(wrap, index, address, bytes, status, finding);
			return status;
		}
	}
	return FM_OK;
}

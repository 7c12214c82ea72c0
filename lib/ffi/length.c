/* SPDX-License-Identifier: MIT */
/** @file
 * Lengths at run time: constants, times numbers among the arguments, times numbers that arguments point to. Never wraps. */
#include <flightmem/checked.h>

#include "ffi/wrap.h"

/** Reads one factor. What it is read through was judged before: it comes first in the signature's order. */
static fm_status read_factor(const fm_ffi_signature *signature, const fm_ffi_factor *factor, void *const *arguments, uint64_t *number)
{
	const void *from = arguments[factor->parameter];

	if (factor->through)
		from = *(const void *const *)from;
	return fm_ffi_read_number(signature->parameters[factor->parameter].type, from, number);
}

fm_status fm_ffi_length(const fm_ffi_signature *signature, const fm_ffi_parameter *parameter, void *const *arguments, uint64_t *bytes)
{
	uint64_t product = parameter->unit, number = 0;

	for (uint8_t i = 0; i < parameter->factor_count; i++) {
		fm_status status = read_factor(signature, &parameter->factors[i], arguments, &number);

		if (status == FM_OK)
			status = fm_multiply_checked(product, number, &product);
		if (status != FM_OK)
			return status;
	}
	*bytes = product;
	return FM_OK;
}

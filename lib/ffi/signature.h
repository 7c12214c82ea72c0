/* SPDX-License-Identifier: MIT */
/** @file
 * A signature, read: what each argument is, and which are checked in which order. */
#ifndef FLIGHTMEM_FFI_SIGNATURE_H
#define FLIGHTMEM_FFI_SIGNATURE_H

#include <flightmem/refusal.h>
#include <flightmem/wrap.h>

#include "ffi/types.h"

/** No such place in the text. */
#define FM_FFI_NO_NAME UINT16_MAX

/** One name in a length. */
typedef struct fm_ffi_factor {
	uint8_t parameter; /**< index */
	uint8_t through;   /**< 1: the number that it points to */
} fm_ffi_factor;

typedef struct fm_ffi_parameter {
	const fm_ffi_type *type;    /**< of the value; of one element where it is a pointer; NULL: void and str */
	uint64_t unit;              /**< bytes of an element times the constants of the length */
	uint32_t mask;              /**< alignment less 1, where the validator does not judge it by the width */
	uint32_t access;            /**< FM_ACCESS_... of what is checked; 0: nothing is */
	uint16_t name;              /**< where it stands in the text, or FM_FFI_NO_NAME */
	uint16_t name_length;
	uint8_t is_pointer;         /**< 1: the value is the address of elements */
	uint8_t is_text;            /**< 1: up to the NUL */
	uint8_t is_single;          /**< 1: no length was given */
	uint8_t nullable;           /**< 1: NULL is fine */
	uint8_t factor_count;
	fm_ffi_factor factors[FM_WRAP_FACTORS_MAX];
} fm_ffi_parameter;

typedef struct fm_ffi_signature {
	const fm_ffi_type *result; /**< NULL: void */
	uint16_t name;             /**< of the function: where it stands, or FM_FFI_NO_NAME */
	uint16_t name_length;
	uint8_t count;             /**< of parameters */
	uint8_t checked;           /**< of `order` */
	uint8_t order[FM_WRAP_PARAMETERS_MAX]; /**< parameters that are checked: those that a `*name` reads through first */
	fm_ffi_parameter parameters[FM_WRAP_PARAMETERS_MAX];
} fm_ffi_signature;

/**
 * Reads a signature of `length` bytes, whatever they are. Returns what fm_wrap_open() says of it. On failure `*error_at` is the byte at fault and
 * `what->subject` says what is wrong; `*out` is not to be used.
 */
fm_status fm_ffi_parse(const char *text, size_t length, fm_ffi_signature *out, size_t *error_at, fm_refusal *what);

#endif

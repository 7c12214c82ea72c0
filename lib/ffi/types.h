/* SPDX-License-Identifier: MIT */
/** @file
 * The values that signatures name: how libffi knows them, and what a length can be read from. */
#ifndef FLIGHTMEM_FFI_TYPES_H
#define FLIGHTMEM_FFI_TYPES_H

#include <ffi.h>
#include <flightmem/compiler.h>
#include <flightmem/status.h>

/** What a type may be used for. */
typedef enum fm_ffi_kind {
	FM_FFI_UNSIGNED, /**< a whole number */
	FM_FFI_SIGNED,   /**< a whole number that may be negative */
	FM_FFI_FLOATING,
	FM_FFI_HANDLE,   /**< a pointer that is not checked */
	FM_FFI_CODE,     /**< a pointer to a function */
} fm_ffi_kind;

/** A type that has a name in signatures. */
typedef struct fm_ffi_type {
	const char *name;
	ffi_type *known; /**< libffi's */
	uint32_t size;   /**< bytes */
	fm_ffi_kind kind;
} fm_ffi_type;

/** Room for any result, as libffi wants it: a whole ffi_arg for small numbers. */
typedef union fm_ffi_result {
	ffi_arg word;
	ffi_sarg signed_word;
	double floating;
	long double longest;
	void *pointer;
	uint64_t number;
} fm_ffi_result;

/** The type of that name of `length` bytes; NULL iff there is none. */
const fm_ffi_type *fm_ffi_find_type(const char *name, size_t length);

/** Reads a whole number. Returns FM_OK, or FM_E_RANGE iff it is negative. */
fm_status fm_ffi_read_number(const fm_ffi_type *type, const void *from, uint64_t *out);

/** Makes of a value of the type's own size what a closure returns, and back. */
void fm_ffi_widen(const fm_ffi_type *type, const void *from, fm_ffi_result *result);
void fm_ffi_narrow(const fm_ffi_type *type, const fm_ffi_result *result, void *to);

#endif

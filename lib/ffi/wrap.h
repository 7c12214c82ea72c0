/* SPDX-License-Identifier: MIT */
/** @file
 * What a wrapped function is made of.
 *
 *     the caller -> code (libffi's trampoline) -> run_wrapped() -> fm_ffi_judge() -> ffi_call() -> the function
 *                                                                     +- refused: options.refused, options.refused_result */
#ifndef FLIGHTMEM_FFI_WRAP_H
#define FLIGHTMEM_FFI_WRAP_H

#include <flightmem/wrap.h>

#include "ffi/signature.h"

struct fm_wrap {
	/* what each call reads */
	fm_ffi_signature signature;
	fm_validator *validator;
	fm_function function;
	ffi_cif cif;
	ffi_type *types[FM_WRAP_PARAMETERS_MAX];
	/* what each call counts; left <= entered */
	uint32_t entered, left, refused;
	uint32_t references;
	/* what a refusal reads */
	void (*hear)(void *user, const fm_wrap_finding *finding);
	void *user;
	fm_ffi_result refused_result;
	/* what the end reads */
	fm_memory_provider provider;
	fm_code_provider code;
	size_t bytes;         /**< of this block */
	ffi_closure *closure; /**< NULL: without code */
	fm_function entry;
	char text[];          /**< the signature, its names ended by NULs */
};

/**
 * Judges every argument that is checked. Returns FM_OK, or the status of the first refusal, which is then written to `*finding`. Takes no lock
 * and changes nothing but the validator's counters.
 */
fm_status fm_ffi_judge(const fm_wrap *wrap, void *const *arguments, fm_wrap_finding *finding);

/** The bytes that a parameter's length says. Returns FM_OK, or FM_E_RANGE iff a factor is negative or the product exceeds 2^64 - 1. */
fm_status fm_ffi_length(const fm_ffi_signature *signature, const fm_ffi_parameter *parameter, void *const *arguments, uint64_t *bytes);

/**
 * Finds the end of a text without reading a byte that may not be read. `*bytes` is the most it may be, UINT64_MAX for no limit, and becomes its
 * bytes, NUL included. Returns FM_OK; FM_E_RANGE iff there is no NUL within the limit; what the validator says iff there is none before the
 * end of what may be read, `*bytes` being what would have to be read.
 */
fm_status fm_ffi_measure_text(fm_validator *validator, uintptr_t address, uint32_t access, uint64_t *bytes);

/** What libffi calls for each call of the code. */
void fm_ffi_run(ffi_cif *cif, void *result, void **arguments, void *wrap);

/** Reads a provider of executable memory; NULL gives the default. Returns FM_OK, FM_E_ARGUMENT, FM_E_ABI_SIZE, FM_E_ABI_FIELD as fm_wrap_open() says. */
fm_status fm_ffi_read_code(const fm_code_provider *given, fm_code_provider *known);

#endif

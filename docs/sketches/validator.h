/* SPDX-License-Identifier: MIT */
/** @file
 * Sketch: may this access happen? Rules compiled for a profile or space; a check costs a rank and a compare. */
#ifndef FLIGHTMEM_VALIDATOR_H
#define FLIGHTMEM_VALIDATOR_H

#include <flightmem/space.h>

typedef struct fm_validator fm_validator;

/** Bits of an access and of a rule mask. Open sets: a bit keeps its meaning for ever. */
#define FM_ACCESS_READ 1u
#define FM_ACCESS_WRITE 2u
#define FM_ACCESS_EXECUTE 4u
#define FM_ACCESS_DMA 8u

/** One access. A value, frozen: 24 bytes, so that an array of them streams. */
typedef struct fm_access {
	fm_address address;
	uint32_t size;       /**< bytes; a DMA length needs no more: longer transfers are split by their granule */
	uint32_t kind_width; /**< FM_ACCESS_... in the low half, width of one load or store in bytes in the high half, 0: any */
} fm_access;

/** Why an access is refused: one rule, one region, one remedy. An output struct. */
typedef struct fm_finding {
	size_t struct_size;
	fm_status status;    /**< FM_E_UNMAPPED, FM_E_ALIGNMENT, FM_E_PERMISSION, ...: each rule has its own */
	uint32_t rule;       /**< index for fm_rule_name() */
	uint32_t region;     /**< index in the profile; FM_NONE */
	uint32_t reserved;
	uint64_t at;         /**< first address at fault */
	uint64_t help_value; /**< the address, size or alignment that would do */
} fm_finding;

typedef struct fm_validator_options {
	size_t struct_size;
	const fm_profile *profile; /**< one of the two */
	fm_space *space;
	uint64_t rules;            /**< mask of rules; 0: all */
	uint32_t level;            /**< 0 off, 1 fast, 2 full */
	uint32_t cpu;              /**< index of the CPU whose view it is */
	void *control;             /**< as everywhere: the compiled tables */
	size_t control_size;
} fm_validator_options;

FM_BEGIN_DECLS
fm_status fm_validator_open(const fm_validator_options *options, fm_validator **out, fm_refusal *why);
fm_validator *fm_validator_ref(fm_validator *validator);
void fm_validator_unref(fm_validator *validator);
fm_status fm_validator_close(fm_validator *validator);
fm_status fm_validator_check(const fm_validator *validator, fm_access access);
size_t fm_validator_check_many(const fm_validator *validator, const fm_access *accesses, size_t count, fm_status *statuses);
fm_status fm_validator_explain(const fm_validator *validator, fm_access access, uint32_t index, fm_finding *out); /* FM_E_NOT_FOUND past the last */
const char *fm_rule_name(uint32_t rule);
FM_END_DECLS

#endif

/* SPDX-License-Identifier: MIT */
/** @file
 * Rules: each judges one access at a place that was found, and says what would do. One file and one line of registry.c each. */
#ifndef FLIGHTMEM_VALIDATE_RULES_H
#define FLIGHTMEM_VALIDATE_RULES_H

#include "validate/validate.h"

/** An access and where it leads. */
typedef struct fm_validate_case {
	const fm_validator *validator;
	uint64_t address, size;
	uint32_t access;
	const fm_validate_window *window; /**< that the first byte lies in; NULL: none, and then only bounds are judged */
	const fm_validate_region *region;
	uint64_t guest;                   /**< the address as the platform has it: what is a multiple there is one for CPU and engine */
	uint64_t left;                    /**< bytes up to the next seam */
	uint64_t byte;                    /**< of the region's store: what the address leads to */
	const struct fm_validate_case *other; /**< the second of a pair; NULL: none */
} fm_validate_case;

/** What a rule says besides no. */
typedef struct fm_validate_reason {
	uint64_t at;        /**< first address at fault */
	uint64_t help;
	const char *remedy; /**< NULL: the one of the status */
} fm_validate_reason;

/** True iff the rule refuses; then it fills the reason. */
typedef int (*fm_validate_judge)(const fm_validate_case *what, fm_validate_reason *reason);

/** A rule of the registry. */
typedef struct fm_validate_rule {
	const char *name;
	fm_validate_judge judge;
	fm_status status;
} fm_validate_rule;

/** FM_RULE_COUNT of them, by number. */
extern const fm_validate_rule fm_validate_rules[FM_RULE_COUNT];

int fm_validate_bounds(const fm_validate_case *what, fm_validate_reason *reason);
int fm_validate_alignment(const fm_validate_case *what, fm_validate_reason *reason);
int fm_validate_permission(const fm_validate_case *what, fm_validate_reason *reason);
int fm_validate_width(const fm_validate_case *what, fm_validate_reason *reason);
int fm_validate_dma_transfer(const fm_validate_case *what, fm_validate_reason *reason);
int fm_validate_lane(const fm_validate_case *what, fm_validate_reason *reason);
int fm_validate_reserved(const fm_validate_case *what, fm_validate_reason *reason);
int fm_validate_bank(const fm_validate_case *what, fm_validate_reason *reason);
int fm_validate_alias(const fm_validate_case *what, fm_validate_reason *reason);
int fm_validate_wx(const fm_validate_case *what, fm_validate_reason *reason);

/** True iff the access can be judged at all: it has bytes, no bit that means nothing, at most one width. */
int fm_validate_is_access(uint64_t size, uint32_t access);

/** Finds where the access leads, by halving, without the index. O(log rows + areas). */
void fm_validate_locate(const fm_validator *validator, uint64_t address, uint64_t size, uint32_t access, fm_validate_case *what);

/** The first rule from `rule` on that refuses; FM_RULE_COUNT iff none does. */
uint32_t fm_validate_first(const fm_validate_case *what, uint32_t rule, fm_validate_reason *reason);

/** Judges exactly what a row did not allow at once, and counts a refusal. */
fm_status fm_validate_exactly(const fm_validator *validator, uint64_t address, uint64_t size, uint32_t access);

#endif

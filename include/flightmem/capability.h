/* SPDX-License-Identifier: MIT */
/** @file
 * Capabilities: what a platform can do, each answer with its source. Immutable, any thread. */
#ifndef FLIGHTMEM_CAPABILITY_H
#define FLIGHTMEM_CAPABILITY_H

#include <flightmem/profile.h>

/** What is asked for: an open set of numbers, for ever, from 1 to fm_capability_count(). */
typedef uint32_t fm_capability_id;
#define FM_HAS_MMU 1u /**< addresses are translated by page; the value is the smallest page */
#define FM_HAS_MPU 2u /**< regions are protected without translation; the value is how many */
#define FM_HAS_HUGE_PAGES 3u /**< pages above the usual size; the value is the usual size of one */
#define FM_HAS_EXECUTABLE_MEMORY 4u /**< a program may write code and run it */
#define FM_HAS_DMA 5u /**< an engine beside the CPU reads or writes memory */
#define FM_HAS_CACHE_CONTROL 6u /**< a program can flush or invalidate caches */
#define FM_HAS_UNALIGNED_ACCESS 7u /**< plain loads and stores need no natural alignment */
#define FM_HAS_ATOMICS_WIDTH 8u /**< the widest access that is atomic; the value is its bits */
#define FM_HAS_SIMD_WIDTH 9u /**< vector registers that every machine has; the value is their bits */
#define FM_HAS_THREADS 10u /**< programs run in more than one thread */
#define FM_HAS_SHARED_MEMORY 11u /**< processes or threads can share memory */
#define FM_HAS_MEMORY_GROWTH 12u /**< a program gets more memory while it runs; the value is the step */
#define FM_HAS_PROTECTION 13u /**< access rights are enforced */
#define FM_HAS_BANK_SWITCHING 14u /**< memory behind a window is exchanged; the value is the bytes behind windows */
#define FM_HAS_SCRATCHPAD 15u /**< small and fast memory beside the CPU; the value is its bytes */
#define FM_HAS_PERSISTENT_RAM 16u /**< writable memory that keeps its content; the value is its bytes */
#define FM_HAS_PRESSURE_SIGNALS 17u /**< the system warns before memory ends; the value is how many ways it has */

/** The answer. These four are all there ever are. */
typedef uint32_t fm_capability_state;
#define FM_CAPABILITY_UNKNOWN 0u /**< no source says, or it depends on the machine */
#define FM_CAPABILITY_NO 1u /**< a source says no */
#define FM_CAPABILITY_YES 2u /**< a source says yes */
#define FM_CAPABILITY_DENIED 3u /**< there is one, but not for an ordinary program */

/** What a value counts. */
typedef uint32_t fm_unit;
#define FM_UNIT_NONE 0u /**< there is no value */
#define FM_UNIT_BYTES 1u /**< bytes */
#define FM_UNIT_BITS 2u /**< bits */
#define FM_UNIT_COUNT 3u /**< how many */
#define FM_UNIT_MASK 4u /**< bits, each with its own meaning */
#define FM_UNIT_NUMBER 5u /**< a number that stands for something */
#define FM_UNIT_BASIS_POINTS 6u /**< hundredths of a percent */
#define FM_UNIT_MICROSECONDS 7u /**< microseconds */

/** What a platform can do. An output struct: set struct_size first. Texts live as long as the profile. */
typedef struct fm_capability {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *source; /**< ids of the platform's sources, "A1, A6", as docs/platforms.md lists them; NULL: none speaks of it */
	const char *note;   /**< what decides it, or which facts say so; NULL: nothing */
	uint64_t value;     /**< as the id says; of a state that is not YES what there would be; 0: no number is known */
	fm_capability_id id; /**< FM_HAS_... */
	fm_capability_state state; /**< FM_CAPABILITY_... */
	fm_unit unit;       /**< of the value; FM_UNIT_NONE iff the value is 0 */
	uint32_t reserved;  /**< 0 */
} fm_capability;

FM_BEGIN_DECLS

/** How many capabilities this library knows. O(1), any thread, here and below. */
FM_API uint32_t fm_capability_count(void);

/** The name as data and JSON have it ("huge_pages"); "?" iff the library knows no such id. Static. */
FM_API const char *fm_capability_name(fm_capability_id id);

/** The id that is called so; 0 iff there is none, or `name` is NULL. O(capabilities). */
FM_API fm_capability_id fm_capability_find(const char *name);

/** The name of a state ("denied"); "?" iff there is no such state. Static. */
FM_API const char *fm_capability_state_name(fm_capability_state state);

/** The name of a unit ("bytes"); "?" iff the library knows no such unit. Static. */
FM_API const char *fm_unit_name(fm_unit unit);

/**
 * What `profile` says of a capability. A platform of which nothing is said answers FM_CAPABILITY_UNKNOWN without a source.
 *
 * Returns FM_OK; FM_E_NOT_FOUND iff the library knows no such id; FM_E_ARGUMENT iff `profile` or `out` is NULL; FM_E_ABI_SIZE as abi.h
 * says. A failure leaves `*out`. O(capabilities).
 */
FM_API fm_status fm_profile_capability(const fm_profile *profile, fm_capability_id id, fm_capability *out);

FM_END_DECLS

#endif

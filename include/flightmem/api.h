/* SPDX-License-Identifier: MIT */
/** @file
 * The whole library as one table: one look-up for a plugin host or a language that opens the library at run time. */
#ifndef FLIGHTMEM_API_H
#define FLIGHTMEM_API_H

#include <flightmem/plane.h>
#include <flightmem/version.h>

/** Every function of the library, under its name without `fm_`. Later versions append; struct_size says what is there. */
typedef struct fm_api {
	size_t struct_size;
	uint32_t major; /**< FM_VERSION_MAJOR of the library */
	uint32_t minor; /**< FM_VERSION_MINOR of the library */
#define FM_API_TABLE_BODY
	/* filled by lib/api: see there for the rule that the order never changes */
} fm_api;

FM_BEGIN_DECLS

/** The table of major version `major`, which lives as long as the library; NULL iff the library has another major. Any thread, O(1). */
FM_API const fm_api *fm_get_api(uint32_t major);

FM_END_DECLS

#endif

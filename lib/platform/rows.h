/* SPDX-License-Identifier: MIT */
/** @file
 * Reading the rows of a profile: the only code that turns offsets into pointers. */
#ifndef FLIGHTMEM_PLATFORM_ROWS_H
#define FLIGHTMEM_PLATFORM_ROWS_H

#include "platform/tables.h"

/** The text at `offset`; NULL iff it is 0. Lives as long as the profile, as everything here does. */
const char *fm_rows_text(const fm_profile *profile, fm_table_text offset);

/** The fact of a row's `facts` at `place`, FM_TABLE_.... */
fm_fact fm_rows_fact(uint32_t facts, unsigned place);

/** An address space; NULL iff there is no such index. */
const struct fm_table_space *fm_rows_space(const fm_profile *profile, uint32_t index);

/** A region; NULL iff there is no such index. */
const struct fm_table_region *fm_rows_region(const fm_profile *profile, uint32_t index);

/** A mirror of a region; NULL iff it has no such index. */
const struct fm_table_mirror *fm_rows_mirror(const fm_profile *profile, const struct fm_table_region *region, uint32_t index);

/** A reserved area of a region; NULL iff it has no such index. */
const struct fm_table_reserved *fm_rows_reserved(const fm_profile *profile, const struct fm_table_region *region, uint32_t index);

/** What is said of a capability; NULL iff nothing is. O(rows). */
const struct fm_table_capability *fm_rows_capability(const fm_profile *profile, uint32_t id);

/** A DMA engine; NULL iff there is no such index. */
const struct fm_table_engine *fm_rows_engine(const fm_profile *profile, uint32_t index);

/** A piece of advice; NULL iff there is no such index. */
const struct fm_table_advice *fm_rows_advice(const fm_profile *profile, uint32_t index);

/** True iff the two texts have the same bytes. */
int fm_rows_same(const char *a, const char *b);

#endif

/* SPDX-License-Identifier: MIT */
/** @file
 * Rows from offsets. */
#include "platform/rows.h"

/** The byte of the tables that lies `offset` bytes after the head of the profile. */
static const void *row_at(const fm_profile *profile, uint32_t offset)
{
	return (const char *)profile + offset;
}

const char *fm_rows_text(const fm_profile *profile, fm_table_text offset)
{
	return offset == 0 ? NULL : (const char *)row_at(profile, profile->texts) + offset;
}

fm_fact fm_rows_fact(uint32_t facts, unsigned place)
{
	return facts >> place & 3;
}

const struct fm_table_space *fm_rows_space(const fm_profile *profile, uint32_t index)
{
	const struct fm_table_space *spaces = row_at(profile, profile->spaces);

	return index < profile->space_count ? spaces + index : NULL;
}

const struct fm_table_region *fm_rows_region(const fm_profile *profile, uint32_t index)
{
	const struct fm_table_region *regions = row_at(profile, profile->regions);

	return index < profile->region_count ? regions + index : NULL;
}

const struct fm_table_mirror *fm_rows_mirror(const fm_profile *profile, const struct fm_table_region *region, uint32_t index)
{
	const struct fm_table_mirror *mirrors = row_at(profile, profile->mirrors);

	return index < region->mirror_count ? mirrors + region->first_mirror + index : NULL;
}

const struct fm_table_reserved *fm_rows_reserved(const fm_profile *profile, const struct fm_table_region *region, uint32_t index)
{
	const struct fm_table_reserved *areas = row_at(profile, profile->reserved);

	return index < region->reserved_count ? areas + region->first_reserved + index : NULL;
}

const struct fm_table_capability *fm_rows_capability(const fm_profile *profile, uint32_t id)
{
	const struct fm_table_capability *rows = row_at(profile, profile->capabilities);

	for (uint32_t index = 0; index < profile->capability_count; index++)
		if (rows[index].id == id)
			return rows + index;
	return NULL;
}

const struct fm_table_engine *fm_rows_engine(const fm_profile *profile, uint32_t index)
{
	const struct fm_table_engine *engines = row_at(profile, profile->engines);

	return index < profile->engine_count ? engines + index : NULL;
}

const struct fm_table_advice *fm_rows_advice(const fm_profile *profile, uint32_t index)
{
	const struct fm_table_advice *rows = row_at(profile, profile->advice);

	return index < profile->advice_count ? rows + index : NULL;
}

int fm_rows_same(const char *a, const char *b)
{
	while (*a != 0 && *a == *b) {
		a++;
		b++;
	}
	return *a == *b;
}

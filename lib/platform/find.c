/* SPDX-License-Identifier: MIT */
/** @file
 * The built-in profiles, by index and by name. */
#include "platform/rows.h"

/** The head of the built-in tables. */
static const struct fm_tables_head *tables_head(void)
{
	return (const struct fm_tables_head *)(const void *)&fm_builtin_tables;
}

/** Below, at or above 0 as `a` stands before, at or after `b` in the order of the profiles: that of bytes. */
static int compare(const char *a, const char *b)
{
	while (*a != 0 && *a == *b) {
		a++;
		b++;
	}
	return (unsigned char)*a - (unsigned char)*b;
}

/** True iff `id` is another name of the profile. */
static int has_alias(const fm_profile *profile, const char *id)
{
	const char *alias = fm_rows_text(profile, profile->aliases);

	while (alias != NULL && *alias != 0) {
		if (fm_rows_same(alias, id))
			return 1;
		while (*alias != 0)
			alias++;
		alias++; /* the list ends with an empty name, so there is one more byte */
	}
	return 0;
}

uint32_t fm_profile_count(void)
{
	return tables_head()->profile_count;
}

const fm_profile *fm_profile_at(uint32_t index)
{
	const struct fm_tables_head *head = tables_head();
	const fm_profile *profiles = (const void *)((const char *)head + head->profiles);

	return index < head->profile_count ? profiles + index : NULL;
}

/** The profile whose id is `id`, by halves; NULL iff there is none. */
static const fm_profile *find_id(const char *id)
{
	uint32_t low = 0, high = fm_profile_count();

	while (low < high) {
		const fm_profile *middle = fm_profile_at(low + (high - low) / 2);
		int order = compare(fm_rows_text(middle, middle->id), id);

		if (order == 0)
			return middle;
		if (order < 0)
			low = low + (high - low) / 2 + 1;
		else
			high = low + (high - low) / 2;
	}
	return NULL;
}

const fm_profile *fm_profile_find(const char *id)
{
	const fm_profile *found = id == NULL ? NULL : find_id(id);

	for (uint32_t index = 0; id != NULL && found == NULL && index < fm_profile_count(); index++)
		if (has_alias(fm_profile_at(index), id))
			found = fm_profile_at(index);
	return found;
}

/* SPDX-License-Identifier: MIT */
/** @file
 * The built-in profiles, by index and by name. */
#include "platform/rows.h"

/** The head of the built-in tables. */
static const struct fm_tables_head *tables_head(void)
{
	return (const struct fm_tables_head *)(const void *)&fm_builtin_tables;
}

/** True iff `id` is the id of the profile or one of its other names. */
static int is_called(const fm_profile *profile, const char *id)
{
	if (fm_rows_same(fm_rows_text(profile, profile->id), id))
		return 1;

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

const fm_profile *fm_profile_find(const char *id)
{
	uint32_t count = fm_profile_count();

	for (uint32_t index = 0; id != NULL && index < count; index++)
		if (is_called(fm_profile_at(index), id))
			return fm_profile_at(index);
	return NULL;
}

/* SPDX-License-Identifier: MIT */
/** @file
 * Changes for people and for programs. */
#include <inttypes.h>
#include <string.h>

#include "compare.h"
#include "report.h"

enum { ROWS_A_LEVEL = 20, REASONS = 3 };

/** "+1 024" or "-16". */
static const char *change_text(const struct change *change, char text[COUNT_BYTES + 1])
{
	text[0] = change->after > change->before ? '+' : '-';
	count_text(change->after > change->before ? change->after - change->before : change->before - change->after, text + 1);
	return text;
}

static void print_change(const struct change *change)
{
	char before[COUNT_BYTES], after[COUNT_BYTES], by[COUNT_BYTES + 1], label[128];

	if (change->level == LEVEL_REGION)
		snprintf(label, sizeof label, "%s", change->name);
	else if (change->level == LEVEL_SECTION)
		snprintf(label, sizeof label, "  %.50s%s in %.30s", change->name, change->copy ? " (stored copy)" : "",
			 change->region[0] == '\0' ? "no region" : change->region);
	else
		snprintf(label, sizeof label, "    %.60s", change->name);
	printf("%-36.36s %13s %13s %14s\n", label, count_text(change->before, before), count_text(change->after, after), change_text(change, by));
}

void print_changes(const struct comparison *comparison)
{
	size_t shown[LEVELS] = { 0 }, left = 0;

	if (comparison->count == 0) {
		puts("nothing grew and nothing shrank");
		return;
	}
	printf("%-36s %13s %13s %14s\n", "region, section, symbol", "before", "after", "change");
	for (size_t i = 0; i < comparison->count; i++) {
		const struct change *change = &comparison->changes[i];

		if (shown[change->level]++ < ROWS_A_LEVEL)
			print_change(change);
		else
			left++;
	}
	if (left > 0)
		printf("%zu smaller changes are not listed; --json has them all\n", left);
}

/** The sections that made a region grow: the first of them, the largest growth first. */
struct reasons {
	const char *sections[64];
	size_t count;
};

/** 1 iff the change is a reason why `region` grew: of a section there, or of a symbol of such a section. Sections come before symbols. */
static int is_reason(struct reasons *reasons, const struct change *change, const struct change *region)
{
	if (change->after <= change->before || change->level == LEVEL_REGION)
		return 0;
	if (change->level == LEVEL_SECTION) {
		if (strcmp(change->region, region->name) != 0)
			return 0;
		if (reasons->count < sizeof reasons->sections / sizeof reasons->sections[0])
			reasons->sections[reasons->count++] = change->section;
		return 1;
	}
	for (size_t i = 0; i < reasons->count; i++)
		if (strcmp(reasons->sections[i], change->section) == 0)
			return 1;
	return 0;
}

void write_growth(FILE *to, const struct comparison *comparison, const struct change *region)
{
	struct reasons reasons = { .count = 0 };
	size_t said[LEVELS] = { 0 }, any = 0;
	char by[COUNT_BYTES + 1];

	for (size_t i = 0; i < comparison->count && said[LEVEL_SYMBOL] < REASONS; i++) {
		const struct change *change = &comparison->changes[i];

		if (!is_reason(&reasons, change, region) || said[change->level]++ >= REASONS)
			continue;
		fprintf(to, "%s%s %.60s%s %s", any++ == 0 ? "" : ", ", level_names[change->level], change->name, change->copy ? " (stored copy)" : "",
			change_text(change, by));
	}
	if (any == 0)
		fputs("stack, heap or gaps", to);
}

json_t *changes_json(const struct comparison *comparison)
{
	json_t *list = json_array();

	for (size_t i = 0; i < comparison->count; i++) {
		const struct change *change = &comparison->changes[i];
		json_t *one = json_pack("{s:s, s:s}", "of", level_names[change->level], "name", change->name);

		json_object_set_new(one, "region", change->region[0] == '\0' ? json_null() : json_string(change->region));
		json_object_set_new(one, "section", change->section[0] == '\0' ? json_null() : json_string(change->section));
		json_object_set_new(one, "stored_copy", json_boolean(change->copy));
		json_object_set_new(one, "before", json_uint64(change->before));
		json_object_set_new(one, "after", json_uint64(change->after));
		json_array_append_new(list, one);
	}
	return list;
}

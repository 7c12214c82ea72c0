/* SPDX-License-Identifier: MIT */
/** @file
 * What tests of a host need: the roots of systems beside this file, and what is expected of a figure of one. */
#ifndef FLIGHTMEM_TESTS_HOST_ROOTS_H
#define FLIGHTMEM_TESTS_HOST_ROOTS_H

#include <criterion/criterion.h>
#include <flightmem/host.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** The path of a root: it lies beside this file. */
static inline const char *root_path(const char *name)
{
	static char path[512];

	snprintf(path, sizeof path, "%.*s/roots/%s", (int)(strrchr(__FILE__, '/') - __FILE__), __FILE__, name);
	return path;
}

/** What a root has. */
static inline fm_host_facts facts_of(const char *name)
{
	fm_host_facts facts = FM_STRUCT(fm_host_facts);
	fm_host_options options = { .struct_size = sizeof options, .root = root_path(name) };

	cr_assert_eq(fm_host_read(&options, &facts), FM_OK, "%s", options.root);
	cr_assert_eq(facts.struct_size, sizeof facts);
	return facts;
}

/** Expects a figure of a root: its state, its value, and a source that says so. `source` is NULL where nobody could be asked. */
static inline void expect(const char *name, fm_host_id id, fm_capability_state state, uint64_t value, const char *source)
{
	fm_host_facts facts = facts_of(name);
	const fm_host_figure *figure = &facts.figures[id];

	cr_assert(figure->state == state && figure->value == value, "%s, %s: %s, %llu", name, fm_host_figure_name(id), fm_capability_state_name(figure->state),
		  (unsigned long long)figure->value);
	if (source == NULL)
		cr_assert_null(figure->source, "%s, %s: %s", name, fm_host_figure_name(id), figure->source);
	else
		cr_assert_str_eq(figure->source, source, "%s, %s: %s", name, fm_host_figure_name(id), figure->source);
	cr_assert(figure->unit == FM_UNIT_NONE ? figure->value == 0 : figure->unit <= FM_UNIT_MICROSECONDS);
}

static inline void yes(const char *name, fm_host_id id, uint64_t value, const char *source)
{
	expect(name, id, FM_CAPABILITY_YES, value, source);
}

static inline void no(const char *name, fm_host_id id, const char *source)
{
	expect(name, id, FM_CAPABILITY_NO, 0, source);
}

static inline void unknown(const char *name, fm_host_id id, const char *source)
{
	expect(name, id, FM_CAPABILITY_UNKNOWN, 0, source);
}

static inline void denied(const char *name, fm_host_id id, uint64_t value, const char *source)
{
	expect(name, id, FM_CAPABILITY_DENIED, value, source);
}

#endif

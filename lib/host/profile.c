/* SPDX-License-Identifier: MIT */
/** @file
 * A host as rows of a profile, in the form of lib/platform/tables.h, made in the caller's bytes.
 *
 *     struct rows: head | space | region | capabilities | texts */
#include <flightmem/host.h>

#include "base/abi.h"
#include "base/memory.h"
#include "host/profile.h"
#include "platform/tables.h"

#define FACTS_FIRST_SIZE (offsetof(fm_host_facts, figures) + 53 * sizeof(fm_host_figure))

/** More than there are capabilities, checked below. */
#define CAPABILITIES 17
#define TEXT_BYTES 3328

struct rows {
	struct fm_profile head;
	struct fm_table_space space;
	struct fm_table_region region;
	struct fm_table_capability capabilities[CAPABILITIES];
	char texts[TEXT_BYTES];
};

FM_STATIC_ASSERT(sizeof(struct rows) <= FM_HOST_PROFILE_BYTES, "lib/host/profile.c: a profile needs more than FM_HOST_PROFILE_BYTES");

/** Adds bytes of a text that is not yet ended. */
static void add(struct rows *rows, const char *bytes)
{
	for (; *bytes != '\0' && rows->head.bytes < TEXT_BYTES - 1; bytes++)
		rows->texts[rows->head.bytes++] = *bytes;
}

/** Adds `one`, `two` and `three` as one text. Returns where it begins. What does not fit is left out; all that there can be fits. */
static fm_table_text add_text(struct rows *rows, const char *one, const char *two, const char *three)
{
	fm_table_text begin = rows->head.bytes;

	add(rows, one);
	add(rows, two);
	add(rows, three);
	rows->texts[rows->head.bytes] = '\0';
	rows->head.bytes += rows->head.bytes < TEXT_BYTES - 1;
	return begin;
}

/** The value of a figure; 0 where it is not known, as the rows have it. */
static uint64_t value_of(const fm_host_facts *facts, fm_host_id id)
{
	return facts->figures[id].state == FM_CAPABILITY_YES ? facts->figures[id].value : 0;
}

/** The same in 32 bits; what has more is not known. */
static uint32_t small(const fm_host_facts *facts, fm_host_id id)
{
	uint64_t value = value_of(facts, id);

	return value < FM_NONE ? (uint32_t)value : 0;
}

static void add_head(struct rows *rows, const fm_host_facts *facts)
{
	uint32_t arch = small(facts, FM_HOST_ARCH);

	rows->head.bytes = 1; /* of the texts, which begin with an empty one, until all are there */
	rows->head.texts = offsetof(struct rows, texts);
	rows->head.spaces = offsetof(struct rows, space);
	rows->head.regions = offsetof(struct rows, region);
	rows->head.mirrors = rows->head.reserved = rows->head.engines = rows->head.advice = offsetof(struct rows, capabilities);
	rows->head.capabilities = offsetof(struct rows, capabilities);
	rows->head.space_count = rows->head.region_count = 1;
	rows->head.id = add_text(rows, "host", "", "");
	rows->head.name = add_text(rows, "Live host, ", arch == 0 ? "architecture unknown" : fm_arch_name(arch), "");
	rows->head.tier = FM_TIER_MODERN;
	rows->head.endian = (uint16_t)small(facts, FM_HOST_ENDIAN);
	rows->head.word_bits = rows->head.pointer_bits = small(facts, FM_HOST_POINTER);
	rows->head.cache_line_bytes = small(facts, FM_HOST_CACHE_LINE);
	rows->head.page_bytes = small(facts, FM_HOST_PAGE);
}

/** All memory is alike to a program: it has no address before it is mapped. */
static void add_memory(struct rows *rows, const fm_host_facts *facts)
{
	fm_capability_state executable = facts->figures[FM_HOST_EXECUTABLE].state;
	fm_fact execute = executable == FM_CAPABILITY_YES ? FM_FACT_YES : executable == FM_CAPABILITY_DENIED ? FM_FACT_NO : FM_FACT_UNKNOWN;

	rows->space.id = add_text(rows, "process", "", "");
	rows->space.width_bits = rows->head.pointer_bits == 32 ? 32 : 64;
	rows->space.cpu_visible = 1;
	rows->region.id = add_text(rows, "ram", "", "");
	rows->region.name = add_text(rows, "Memory of the system", "", "");
	rows->region.access_via = add_text(rows, "pages that the system maps", "", "");
	rows->region.size = value_of(facts, FM_HOST_LIMIT);
	rows->region.kind = FM_REGION_MAIN;
	rows->region.alias_of = FM_NONE;
	rows->region.facts = FM_FACT_NO << FM_TABLE_HAS_BASE | FM_FACT_YES << FM_TABLE_CPU_MAPPED | FM_FACT_YES << FM_TABLE_READ | FM_FACT_YES << FM_TABLE_WRITE |
			     execute << FM_TABLE_EXECUTE;
}

static void add_capabilities(struct rows *rows, const fm_host_facts *facts)
{
	fm_profile_info info = { .struct_size = sizeof info };
	const fm_profile *kind = fm_host_kind(facts);

	fm_profile_get_info(kind, &info);
	for (fm_capability_id id = 1; id <= CAPABILITIES; id++) {
		fm_capability found;
		int own = fm_host_capability(facts, kind, id, &found);
		struct fm_table_capability *row = &rows->capabilities[rows->head.capability_count];

		if (found.source == NULL)
			continue;
		row->id = id;
		row->value = found.value;
		row->state = (uint16_t)found.state;
		row->unit = (uint16_t)found.unit;
		row->source = own ? add_text(rows, found.source, "", "") : add_text(rows, info.id, ": ", found.source);
		row->note = found.note == NULL ? 0 : add_text(rows, found.note, "", "");
		rows->head.capability_count++;
	}
}

fm_status fm_host_profile(const fm_host_facts *facts, void *storage, size_t size, const fm_profile **out)
{
	fm_host_facts known;
	fm_status status = storage == NULL || out == NULL ? FM_E_ARGUMENT : fm_abi_import(&known, sizeof known, FACTS_FIRST_SIZE, facts);
	struct rows *rows = storage;

	if (status == FM_OK && (uintptr_t)storage % 8 != 0)
		status = FM_E_ALIGNMENT;
	if (status == FM_OK && size < sizeof *rows)
		status = FM_E_TOO_LARGE;
	if (status != FM_OK)
		return status;
	memset(rows, 0, sizeof *rows);
	add_head(rows, &known);
	add_memory(rows, &known);
	add_capabilities(rows, &known);
	rows->head.bytes += rows->head.texts;
	*out = &rows->head;
	return FM_OK;
}

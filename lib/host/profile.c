/* SPDX-License-Identifier: MIT */
/** @file
 * A host as rows of a profile, in the form of lib/platform/tables.h, made in the caller's bytes.
 *
 *     struct rows: head | space | region | capabilities | advice | texts */
#include <flightmem/advice.h>
#include <flightmem/host.h>

#include "base/abi.h"
#include "base/memory.h"
#include "host/profile.h"
#include "platform/tables.h"

#define FACTS_FIRST_SIZE (offsetof(fm_host_facts, figures) + 53 * sizeof(fm_host_figure))

/** The capabilities that figures or kinds of machine answer for. */
#define CAPABILITIES FM_HAS_PRESSURE_SIGNALS

/** Texts that are in each, the empty one first. */
struct fixed_texts {
	char none[1], id[5], name[10], space[8], ram[4], ram_name[21], access[27];
};

#define AT(name) offsetof(struct fixed_texts, name)

/** What is so in each. */
struct begin {
	struct fm_profile head;
	struct fm_table_space space;
	struct fm_table_region region;
	struct fixed_texts texts;
};

struct rows {
	struct fm_profile head;
	struct fm_table_space space;
	struct fm_table_region region;
	struct fm_table_capability capabilities[CAPABILITIES];
	struct fm_table_advice advice;
	char texts[3072];
};

FM_STATIC_ASSERT(sizeof(struct rows) <= FM_HOST_PROFILE_BYTES, "lib/host/profile.c: a profile needs more than FM_HOST_PROFILE_BYTES");

static const struct begin common_rows = {
	.head = { .texts = offsetof(struct rows, texts), .spaces = offsetof(struct rows, space), .regions = offsetof(struct rows, region),
		.mirrors = offsetof(struct rows, capabilities), .reserved = offsetof(struct rows, capabilities), .capabilities = offsetof(struct rows, capabilities),
		.engines = offsetof(struct rows, capabilities), .advice = offsetof(struct rows, advice), .space_count = 1, .region_count = 1,
		.bytes = offsetof(struct rows, texts) + sizeof(struct fixed_texts), .id = AT(id), .name = AT(name), .tier = FM_TIER_MODERN },
	.space = { .id = AT(space), .width_bits = 64, .cpu_visible = 1 },
	.region = { .id = AT(ram), .name = AT(ram_name), .access_via = AT(access), .kind = FM_REGION_MAIN, .alias_of = FM_NONE,
		/* All memory is alike to a program: it has no address before it is mapped. */
		.facts = FM_FACT_NO << FM_TABLE_HAS_BASE | FM_FACT_YES << FM_TABLE_CPU_MAPPED | FM_FACT_YES << FM_TABLE_READ | FM_FACT_YES << FM_TABLE_WRITE |
			 FM_FACT_NO << FM_TABLE_OPTIONAL },
	.texts = { "", "host", "Live host", "process", "ram", "Memory of the system", "pages that the system maps" },
};

/** Adds a text in three parts. Returns where it begins. What does not fit is left out; all that sources of this library say fits. */
static fm_table_text add_text(struct rows *rows, const char *one, const char *two, const char *three)
{
	const char *const parts[] = { one, two, three };
	uint32_t at = rows->head.bytes - rows->head.texts, from = at;

	for (unsigned i = 0; i < 3; i++)
		for (const char *byte = parts[i]; *byte != '\0' && at < sizeof rows->texts - 1; byte++)
			rows->texts[at++] = *byte;
	rows->texts[at] = '\0';
	rows->head.bytes = rows->head.texts + at + (at < sizeof rows->texts - 1);
	return from;
}

/** The value of a figure; 0 where it is not known, as the rows have it, or has more bits than they have. */
static uint32_t small(const fm_host_facts *facts, fm_host_id id)
{
	const fm_host_figure *figure = &facts->figures[id];

	return figure->state == FM_CAPABILITY_YES && figure->value < FM_NONE ? (uint32_t)figure->value : 0;
}

static void add_capabilities(struct rows *rows, const fm_host_facts *facts)
{
	fm_profile_info info = { .struct_size = sizeof info };
	const fm_profile *kind = fm_host_kind(facts);

	fm_profile_get_info(kind, &info);
	for (fm_capability_id id = 1; id <= CAPABILITIES; id++) {
		fm_capability found;
		int own = fm_host_capability(facts, kind, id, &found);

		if (found.source == NULL)
			continue;
		rows->capabilities[rows->head.capability_count++] = (struct fm_table_capability){
			.value = found.value,
			.source = own ? add_text(rows, found.source, "", "") : add_text(rows, info.id, ": ", found.source),
			.note = found.note == NULL ? 0 : add_text(rows, found.note, "", ""),
			.id = id,
			.state = (uint16_t)found.state,
			.unit = (uint16_t)found.unit,
		};
	}
}

/** What the built-in profile of such machines is advised for main memory. */
static void add_advice(struct rows *rows, const fm_profile *kind)
{
	fm_advice advice = { .struct_size = sizeof advice };

	if (fm_profile_strategy(kind, NULL, &advice) != FM_OK)
		return;
	rows->head.advice_count = 1;
	rows->advice.use = add_text(rows, advice.use, "", "");
	rows->advice.strategy = add_text(rows, advice.strategy, "", "");
	rows->advice.reason = add_text(rows, advice.reason, "", "");
}

fm_status fm_host_profile(const fm_host_facts *facts, void *storage, size_t size, const fm_profile **out)
{
	fm_host_facts known;
	fm_status status = storage == NULL || out == NULL ? FM_E_ARGUMENT : fm_abi_import(&known, sizeof known, FACTS_FIRST_SIZE, facts);
	struct rows *rows = storage;
	fm_capability_state executable;

	if (status != FM_OK)
		return status;
	if ((uintptr_t)storage % 8 != 0)
		return FM_E_ALIGNMENT;
	if (size < sizeof *rows)
		return FM_E_TOO_LARGE;
	memset(rows, 0, sizeof *rows);
	memcpy(rows, &common_rows, offsetof(struct begin, texts));
	memcpy(rows->texts, &common_rows.texts, sizeof common_rows.texts);
	if (small(&known, FM_HOST_ARCH) != 0)
		rows->head.name = add_text(rows, "Live host, ", fm_arch_name(small(&known, FM_HOST_ARCH)), "");
	rows->head.endian = (uint16_t)small(&known, FM_HOST_ENDIAN);
	rows->head.word_bits = rows->head.pointer_bits = small(&known, FM_HOST_POINTER);
	rows->head.cache_line_bytes = small(&known, FM_HOST_CACHE_LINE);
	rows->head.page_bytes = small(&known, FM_HOST_PAGE);
	if (rows->head.pointer_bits == 32)
		rows->space.width_bits = 32;
	if (known.figures[FM_HOST_LIMIT].state == FM_CAPABILITY_YES)
		rows->region.size = known.figures[FM_HOST_LIMIT].value;
	executable = known.figures[FM_HOST_EXECUTABLE].state;
	if (executable == FM_CAPABILITY_YES || executable == FM_CAPABILITY_DENIED)
		rows->region.facts |= (executable == FM_CAPABILITY_YES ? FM_FACT_YES : FM_FACT_NO) << FM_TABLE_EXECUTE;
	add_capabilities(rows, &known);
	add_advice(rows, fm_host_kind(&known));
	*out = &rows->head;
	return FM_OK;
}

/* SPDX-License-Identifier: MIT */
/** @file
 * From figures to capabilities: a rule for each that a figure can answer. */
#include "host/host.h"

#include "base/text.h"
#include "host/profile.h"

/** A figure that answers as it is, by capability; 0: none does. No capability is answered by the first figure. */
static const uint8_t answers[] = {
	[FM_HAS_MMU] = FM_HOST_MMU,
	[FM_HAS_HUGE_PAGES] = FM_HOST_HUGE_TRANSPARENT,
	[FM_HAS_EXECUTABLE_MEMORY] = FM_HOST_EXECUTABLE,
	[FM_HAS_SIMD_WIDTH] = FM_HOST_SIMD,
	[FM_HAS_PRESSURE_SIGNALS] = FM_HOST_PRESSURE_SOME,
};

/** Answers with a figure. */
static void take(const fm_host_figure *figure, fm_capability *out)
{
	out->state = figure->state;
	out->value = figure->value;
	out->unit = figure->value == 0 ? FM_UNIT_NONE : figure->unit;
	out->source = figure->source;
}

/** What there is none of by itself may have been set aside and be free. What was not set aside only the administrator gives. */
static void take_huge_pages(const fm_host_figure *figures, fm_capability *out)
{
	const fm_host_figure *pool = &figures[FM_HOST_HUGE_FREE], *page = &figures[FM_HOST_HUGE_PAGE];

	if (out->state == FM_CAPABILITY_YES || pool->state != FM_CAPABILITY_YES || page->state != FM_CAPABILITY_YES)
		return;
	take(page, out);
	out->state = pool->value != 0 ? FM_CAPABILITY_YES : FM_CAPABILITY_DENIED;
}

/** Instructions that programs may use. */
static void take_features(const fm_host_figure *features, uint32_t wanted, fm_capability *out)
{
	if (features->state == FM_CAPABILITY_YES && features->value & wanted) {
		take(features, out);
		out->value = 0;
		out->unit = FM_UNIT_NONE;
	}
}

static void give_value(fm_capability *out, uint64_t value, fm_unit unit)
{
	if (out->state == FM_CAPABILITY_YES && value != 0) {
		out->value = value;
		out->unit = unit;
	}
}

/** Stalls as they happen, and kills of the own group. */
static void count_signals(const fm_host_figure *figures, fm_capability *out)
{
	const fm_host_figure *kills = &figures[FM_HOST_GROUP_KILLS];
	uint32_t ways = out->state == FM_CAPABILITY_YES;

	if (ways == 0 && kills->state == FM_CAPABILITY_YES)
		take(kills, out);
	out->value = 0;
	out->unit = FM_UNIT_NONE;
	give_value(out, ways + (kills->state == FM_CAPABILITY_YES), FM_UNIT_COUNT);
}

static void from_figures(const fm_host_figure *figures, fm_capability_id id, fm_capability *out)
{
	if (id < sizeof answers && answers[id] != 0)
		take(&figures[answers[id]], out);
	if (id == FM_HAS_HUGE_PAGES)
		take_huge_pages(figures, out);
	else if (id == FM_HAS_CACHE_CONTROL)
		take_features(&figures[FM_HOST_CPU_FEATURES], FM_CPU_CLFLUSH | FM_CPU_DCPOP | FM_CPU_ZICBOM, out);
	else if (id == FM_HAS_ATOMICS_WIDTH)
		take_features(&figures[FM_HOST_CPU_FEATURES], FM_CPU_CX16, out);
	else if (id == FM_HAS_PRESSURE_SIGNALS)
		count_signals(figures, out);
	if (id == FM_HAS_ATOMICS_WIDTH)
		give_value(out, 128, FM_UNIT_BITS);
}

const fm_profile *fm_host_kind(const fm_host_facts *facts)
{
	char id[24];
	fm_text text = fm_text_begin(id, sizeof id);

	if (facts->figures[FM_HOST_ARCH].state != FM_CAPABILITY_YES || facts->figures[FM_HOST_ARCH].value > UINT32_MAX)
		return NULL;
	fm_text_add(&text, "linux-");
	fm_text_add(&text, fm_arch_name((uint32_t)facts->figures[FM_HOST_ARCH].value));
	fm_text_end(&text);
	return fm_profile_find(id);
}

/** What every machine of the kind has: a "may be" of theirs is no answer for the one that was asked. */
static void from_kind(const fm_profile *kind, fm_capability_id id, fm_capability *out)
{
	fm_capability known = { .struct_size = sizeof known };

	if (fm_profile_capability(kind, id, &known) == FM_OK && known.state != FM_CAPABILITY_UNKNOWN)
		*out = known;
}

int fm_host_capability(const fm_host_facts *facts, const fm_profile *kind, fm_capability_id id, fm_capability *out)
{
	int own;

	*out = (fm_capability){ .struct_size = sizeof *out, .id = id };
	from_figures(facts->figures, id, out);
	own = out->source != NULL;
	if (!own)
		from_kind(kind, id, out);
	if (id == FM_HAS_MMU || id == FM_HAS_MEMORY_GROWTH)
		give_value(out, facts->figures[FM_HOST_PAGE].value, FM_UNIT_BYTES);
	return own;
}

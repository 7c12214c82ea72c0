/* SPDX-License-Identifier: MIT */
/** @file
 * From figures to capabilities: a rule for each that a figure can answer. */
#include "host/host.h"

#include "base/text.h"
#include "host/profile.h"

/** Answers with a figure as it is. */
static void from_figure(const fm_host_figure *figure, fm_capability *out)
{
	out->state = figure->state;
	out->value = figure->value;
	out->unit = figure->unit;
	out->source = figure->source;
}

static void translates(const fm_host_figure *figures, fm_capability *out)
{
	from_figure(&figures[FM_HOST_MMU], out);
	if (out->state == FM_CAPABILITY_YES && figures[FM_HOST_PAGE].state == FM_CAPABILITY_YES) {
		out->value = figures[FM_HOST_PAGE].value;
		out->unit = FM_UNIT_BYTES;
	}
}

/** Pages that the system makes by itself or on advice, or that were set aside and are free. What was not set aside only the administrator gives. */
static void has_huge_pages(const fm_host_figure *figures, fm_capability *out)
{
	const fm_host_figure *pool = &figures[FM_HOST_HUGE_FREE], *page = &figures[FM_HOST_HUGE_PAGE];

	from_figure(&figures[FM_HOST_HUGE_TRANSPARENT], out);
	if (out->state == FM_CAPABILITY_YES || pool->state != FM_CAPABILITY_YES || page->state != FM_CAPABILITY_YES)
		return;
	from_figure(page, out);
	out->state = pool->value != 0 ? FM_CAPABILITY_YES : FM_CAPABILITY_DENIED;
}

/** Instructions that programs may use. */
static void from_features(const fm_host_figure *figures, uint32_t features, fm_capability *out)
{
	if (figures[FM_HOST_CPU_FEATURES].state == FM_CAPABILITY_YES && figures[FM_HOST_CPU_FEATURES].value & features) {
		out->state = FM_CAPABILITY_YES;
		out->source = figures[FM_HOST_CPU_FEATURES].source;
	}
}

/** Stalls as they happen, and kills of the own group. */
static void has_pressure(const fm_host_figure *figures, fm_capability *out)
{
	const fm_host_figure *stalls = &figures[FM_HOST_PRESSURE_SOME], *kills = &figures[FM_HOST_GROUP_KILLS];
	uint32_t ways = (stalls->state == FM_CAPABILITY_YES ? 1u : 0) + (kills->state == FM_CAPABILITY_YES ? 1u : 0);

	from_figure(stalls->state != FM_CAPABILITY_YES && kills->state == FM_CAPABILITY_YES ? kills : stalls, out);
	out->value = ways;
	out->unit = ways == 0 ? FM_UNIT_NONE : FM_UNIT_COUNT;
}

static void from_figures(const fm_host_figure *figures, fm_capability_id id, fm_capability *out)
{
	switch (id) {
	case FM_HAS_MMU: translates(figures, out); return;
	case FM_HAS_HUGE_PAGES: has_huge_pages(figures, out); return;
	case FM_HAS_EXECUTABLE_MEMORY: from_figure(&figures[FM_HOST_EXECUTABLE], out); return;
	case FM_HAS_CACHE_CONTROL: from_features(figures, FM_CPU_CLFLUSH | FM_CPU_DCPOP | FM_CPU_ZICBOM, out); return;
	case FM_HAS_ATOMICS_WIDTH:
		from_features(figures, FM_CPU_CX16, out);
		out->value = out->state == FM_CAPABILITY_YES ? 128 : 0;
		out->unit = out->state == FM_CAPABILITY_YES ? FM_UNIT_BITS : FM_UNIT_NONE;
		return;
	case FM_HAS_SIMD_WIDTH: from_figure(&figures[FM_HOST_SIMD], out); return;
	case FM_HAS_PRESSURE_SIGNALS: has_pressure(figures, out); return;
	default: return;
	}
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
	*out = (fm_capability){ .struct_size = sizeof *out, .id = id };
	from_figures(facts->figures, id, out);
	if (out->source != NULL)
		return 1;
	from_kind(kind, id, out);
	if (id == FM_HAS_MEMORY_GROWTH && out->state == FM_CAPABILITY_YES && facts->figures[FM_HOST_PAGE].state == FM_CAPABILITY_YES) {
		out->value = facts->figures[FM_HOST_PAGE].value;
		out->unit = FM_UNIT_BYTES;
	}
	return 0;
}

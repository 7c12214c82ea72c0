/* SPDX-License-Identifier: MIT */
/** @file
 * Whether one want holds, and why not: first what the platform can do, then one region after the other.
 *
 *     facts say no  <  facts unknown  <  no room        how near a region comes; the nearest is told of: of several the first, or the
 *                                                       one with the most room */
#include "platform/want.h"

#include "base/refuse.h"
#include "platform/rows.h"

/** A region that may not be in every machine: for wants a fact that must not be. */
#define OPTIONAL (1u << FM_TABLE_OPTIONAL / 2)

FM_STATIC_ASSERT(FM_WANT_MAPPED == 1u << FM_TABLE_CPU_MAPPED / 2 && FM_WANT_DMA == 1u << FM_TABLE_DMA / 2 && FM_WANT_CACHED == 1u << FM_TABLE_CACHED_DATA / 2 &&
		 FM_WANT_FAST == 1u << FM_TABLE_FAST / 2, "a want's facts stand in the order of a row's");

/** What facts are called in refusals, by place in fm_want.must; then what else may be unknown. */
static const char fact_names[][12] = { "address", "mapped", "read", "write", "execute", "cached_code", "cached", "dma",
	"volatile", "persistent", "presence", "fast", "size", "fact" };

enum { FACTS = 12, SIZE = FACTS, LATER_FACT };

enum nearness { NOT_MEANT, FACTS_SAY_NO, FACTS_UNKNOWN, NO_ROOM };

/** How a region was judged. */
struct verdict {
	enum nearness nearness;
	fm_status status;
	uint32_t region;
	unsigned fact; /**< index into fact_names */
	uint64_t largest;
};

/** What a row says of a capability against the least that is asked. NULL: nothing is said. */
static fm_status judge_value(const struct fm_table_capability *row, uint64_t least)
{
	if (row == NULL || row->state == FM_CAPABILITY_UNKNOWN)
		return FM_E_FACT_UNKNOWN;
	if (row->state != FM_CAPABILITY_YES)
		return row->state == FM_CAPABILITY_DENIED ? FM_E_PERMISSION : FM_E_UNSUPPORTED;
	if (least == 0 || row->value >= least)
		return FM_OK;
	return row->value == 0 ? FM_E_FACT_UNKNOWN : FM_E_UNSUPPORTED;
}

static fm_status judge_capability(const fm_profile *profile, const fm_want_capability *asked, fm_refusal *why)
{
	const struct fm_table_capability *row = fm_rows_capability(profile, asked->id);
	fm_status status = judge_value(row, asked->least);

	if (status == FM_OK)
		return FM_OK;
	why->asked = asked->least;
	if (status == FM_E_UNSUPPORTED && row->state == FM_CAPABILITY_YES) {
		why->capacity = why->available = why->largest = why->help_bytes = row->value;
		why->help = FM_HELP_ASK_LESS;
	}
	fm_refusal_set_joined(why, FM_SUBJECT_CAPABILITY, fm_capability_name(asked->id), "");
	return status;
}

/** True iff the want can mean the region. */
static int is_meant(const fm_profile *profile, const struct fm_table_region *row, const fm_want *want)
{
	if (want->region[0] != '\0' && !fm_rows_same(want->region, fm_rows_text(profile, row->id)))
		return 0;
	if (want->kinds != 0)
		return row->kind < 32 && (want->kinds >> row->kind & 1) != 0;
	return want->region[0] != '\0' || (row->kind != FM_REGION_IO && row->kind != FM_REGION_RESERVED);
}

static unsigned lowest_bit(uint32_t bits)
{
	unsigned place = 0;

	while ((bits >> place & 1) == 0)
		place++;
	return place < FACTS ? place : LATER_FACT;
}

/** A "no" first, then what is unknown; a fact of a later library is. */
static void judge_facts(const struct fm_table_region *row, const fm_want *want, struct verdict *verdict)
{
	uint32_t must_not = want->must_not, yes = 0, no = 0;

	if ((want->flags & FM_WANT_OPTIONAL) == 0 && want->region[0] == '\0')
		must_not |= OPTIONAL;
	for (unsigned place = 0; place < FACTS; place++) {
		fm_fact fact = fm_rows_fact(row->facts, 2 * place);

		yes |= (uint32_t)(fact == FM_FACT_YES) << place;
		no |= (uint32_t)(fact == FM_FACT_NO) << place;
	}
	if ((yes & OPTIONAL) != 0) /* whether this machine has it, nobody says */
		yes -= OPTIONAL;

	uint32_t wrong = (want->must & no) | (must_not & yes);
	uint32_t unknown = (want->must | must_not) & ~(yes | no);

	if ((wrong | unknown) == 0)
		return;
	verdict->nearness = wrong != 0 ? FACTS_SAY_NO : FACTS_UNKNOWN;
	verdict->status = wrong != 0 ? FM_E_PERMISSION : FM_E_FACT_UNKNOWN;
	verdict->fact = lowest_bit(wrong != 0 ? wrong : unknown);
}

/** Judges every region that is meant, until one has everything: FM_OK. Else the verdict is the nearest one's. */
static struct verdict find_region(const fm_want_giver *giver, const fm_want *want)
{
	const struct fm_table_region *row;
	struct verdict nearest = { .nearness = NOT_MEANT, .status = FM_E_NOT_FOUND };

	for (uint32_t index = 0; (row = fm_rows_region(giver->profile, index)) != NULL; index++) {
		struct verdict verdict = { .nearness = NO_ROOM, .fact = SIZE, .region = index };

		if (!is_meant(giver->profile, row, want))
			continue;
		judge_facts(row, want, &verdict);
		if (verdict.nearness == NO_ROOM)
			verdict.status = giver->room(giver->user, index, want, &verdict.largest, NULL);
		if (verdict.status == FM_OK)
			return verdict;
		if (verdict.nearness > nearest.nearness || (verdict.nearness == nearest.nearness && verdict.largest > nearest.largest))
			nearest = verdict;
	}
	return nearest;
}

/** What there is none of. */
static void name_missing(const fm_want *want, fm_refusal *why)
{
	if (want->region[0] != '\0')
		fm_refusal_set_quoted(why, "region", want->region);
	else if (want->kinds != 0)
		fm_refusal_set_quoted(why, "kind", fm_region_kind_name(lowest_bit(want->kinds)));
	else
		fm_refusal_set_subject(why, "region");
	if (want->region[0] == '\0') /* no spelling helps */
		why->help = FM_HELP_NONE;
}

/** Says why the region that came nearest does not do. */
static void explain(const fm_want_giver *giver, const fm_want *want, struct verdict *verdict, fm_refusal *why)
{
	const struct fm_table_region *row = fm_rows_region(giver->profile, verdict->region);

	if (verdict->nearness == NOT_MEANT) {
		name_missing(want, why);
	} else if (verdict->nearness == NO_ROOM && verdict->status != FM_E_FACT_UNKNOWN) {
		why->asked = want->bytes;
		why->align = want->align;
		why->capacity = row->size;
		(void)giver->room(giver->user, verdict->region, want, &verdict->largest, why);
	} else {
		fm_refusal_set_joined(why, fact_names[verdict->fact], " of ", fm_rows_text(giver->profile, row->id));
	}
}

static fm_status give_region(const fm_want_giver *giver, const fm_want *want, fm_resolution *out, fm_refusal *why)
{
	struct verdict verdict = find_region(giver, want);

	if (verdict.status != FM_OK) {
		explain(giver, want, &verdict, why);
		return verdict.status;
	}
	out->region = verdict.region;
	out->bytes = verdict.largest;
	out->id = fm_rows_text(giver->profile, fm_rows_region(giver->profile, verdict.region)->id);
	return FM_OK;
}

/** Members that can't be judged. */
static fm_status judge_members(const fm_want *want, fm_refusal *why)
{
	if ((want->flags & ~FM_WANT_OPTIONAL) != 0 || want->region[FM_WANT_ID_BYTES - 1] != '\0') {
		fm_refusal_set_subject(why, "want");
		return FM_E_ABI_FIELD;
	}
	if (want->align != 0 && !FM_IS_POWER_OF_TWO(want->align)) {
		why->align = want->align;
		fm_refusal_set_subject(why, "want.align");
		return FM_E_ALIGNMENT;
	}
	return FM_OK;
}

fm_status fm_want_judge(const fm_want_giver *giver, const fm_want *want, fm_resolution *out, fm_refusal *why)
{
	int asks_for_region = (want->kinds | want->must | want->must_not | want->flags) != 0 || (want->bytes | want->align) != 0 || want->region[0] != '\0';
	fm_want aligned = *want;
	fm_status status = judge_members(want, why);

	why->help = FM_HELP_OTHER;
	*out = (fm_resolution){ .region = FM_NONE };
	for (unsigned i = 0; i < FM_WANT_CAPABILITIES && status == FM_OK; i++)
		if (want->capabilities[i].id != 0)
			status = judge_capability(giver->profile, &want->capabilities[i], why);
	if (aligned.align == 0)
		aligned.align = 1;
	if (status == FM_OK && asks_for_region)
		status = give_region(giver, &aligned, out, why);
	why->status = status;
	return status;
}

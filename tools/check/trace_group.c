/* SPDX-License-Identifier: MIT */
/** @file
 * Findings that are alike are one group, with its first one and how many there were. */
#include <stdlib.h>
#include <string.h>

#include "trace.h"

const char *trace_does_text(uint32_t rights)
{
	uint32_t both = FM_ACCESS_READ | FM_ACCESS_WRITE;

	if (rights & FM_ACCESS_DMA)
		return rights & FM_ACCESS_WRITE ? "write by DMA" : "read by DMA";
	if (rights & FM_ACCESS_EXECUTE)
		return "fetch";
	return (rights & both) == both ? "load and store" : rights & FM_ACCESS_WRITE ? "store" : "load";
}

/** Where the group of a finding is, or where it would go. */
static uint16_t *find_slot(struct trace_judge *judge, const struct trace_group *like)
{
	uint32_t hash = ((uint32_t)like->status * 31 + like->place) * 31 + like->rights * 4 + (uint32_t)like->weight;
	uint16_t *slot;

	for (hash = hash * 2654435761u >> 16;; hash++) {
		const struct trace_group *group;

		slot = &judge->slots[hash % TRACE_SLOTS];
		if (*slot == 0)
			return slot;
		group = &judge->groups[*slot - 1];
		if (group->status == like->status && group->place == like->place && group->rights == like->rights && group->weight == like->weight)
			return slot;
	}
}

/** Has the first finding of a group explained. */
static void explain(struct trace_group *group, const fm_validator *validator)
{
	fm_finding finding = FM_STRUCT(fm_finding);

	group->rule = FM_RULE_COUNT;
	if (fm_validator_explain(validator, &group->sample, NULL, 0, &finding) != FM_OK)
		return;
	group->rule = finding.rule;
	group->at = finding.at;
	group->help = finding.help;
	group->remedy = strdup(finding.remedy == NULL ? fm_status_remedy(finding.status) : finding.remedy);
}

/** The rule that a status is of. */
static uint32_t rule_of(fm_status status)
{
	static const fm_status by_rule[] = {
		[FM_RULE_BOUNDS] = FM_E_ACCESS_BOUNDS, [FM_RULE_ALIGNMENT] = FM_E_ACCESS_ALIGNMENT, [FM_RULE_PERMISSION] = FM_E_ACCESS_PERMISSION,
		[FM_RULE_WIDTH] = FM_E_ACCESS_WIDTH, [FM_RULE_DMA] = FM_E_ACCESS_DMA, [FM_RULE_LANE] = FM_E_ACCESS_LANE,
		[FM_RULE_RESERVED] = FM_E_ACCESS_RESERVED, [FM_RULE_BANK] = FM_E_ACCESS_BANK, [FM_RULE_ALIAS] = FM_E_ACCESS_ALIAS, [FM_RULE_WX] = FM_E_ACCESS_WX,
	};
	uint32_t rule = 0;

	while (rule < FM_RULE_COUNT && by_rule[rule] != status)
		rule++;
	return rule;
}

static enum weight weigh(const struct trace_judge *judge, const fm_access *access, fm_status status, const fm_validator *lenient)
{
	if (judge->allowed & FM_RULE_BIT(rule_of(status)))
		return WEIGHT_NOTE;
	if (lenient != NULL && fm_validator_check(lenient, access->address, access->size, access->access) == FM_OK)
		return WEIGHT_UNDECIDED;
	return WEIGHT_FAULT;
}

void group_refusal(struct trace_judge *judge, const struct trace *trace, uint32_t index, uint32_t space)
{
	const fm_access *access = &trace->accesses[index];
	struct trace_group like = {
		.status = judge->statuses[index],
		.weight = weigh(judge, access, judge->statuses[index], judge->lenient[space]),
		.place = trace_place_of(judge, space, access->address),
		.rights = access->access & 0xF,
		.line = trace->lines[index],
		.sample = *access,
	};
	uint16_t *slot = find_slot(judge, &like);

	judge->weighed[like.weight]++;
	judge->places[like.place].refused += like.weight == WEIGHT_FAULT;
	if (*slot == 0 && judge->group_count == TRACE_GROUPS) {
		judge->ungrouped++;
		return;
	}
	if (*slot == 0) {
		judge->groups[judge->group_count] = like;
		explain(&judge->groups[judge->group_count], judge->strict[space]);
		*slot = (uint16_t)++judge->group_count;
	}
	judge->groups[*slot - 1].count++;
}

/* SPDX-License-Identifier: MIT */
/** @file
 * The exact verdict: every rule that is on, in order. What it says is what a check means; rows are only quicker. */
#include "validate/rules.h"

int fm_validate_is_access(uint64_t size, uint32_t access)
{
	uint32_t width = FM_VALIDATE_WIDTH(access);

	return size != 0 && (access & ~(FM_VALIDATE_RIGHTS | FM_VALIDATE_WIDTHS | FM_VALIDATE_BANKS)) == 0 && (width & (width - (width != 0))) == 0;
}

uint32_t fm_validate_first(const fm_validate_case *what, uint32_t rule, fm_validate_reason *reason)
{
	for (; rule < FM_RULE_COUNT; rule++) {
		*reason = (fm_validate_reason){ .at = what->address };
		if ((what->validator->rules & FM_RULE_BIT(rule)) && (what->window != NULL || rule == FM_RULE_BOUNDS) && fm_validate_rules[rule].judge(what, reason))
			break;
	}
	return rule;
}

/** Counts a refusal and gives its status. */
static fm_status count_refusal(const fm_validator *validator, uint32_t rule)
{
	FM_ATOMIC_ADD(&validator->counters[rule], 1);
	FM_ATOMIC_ADD(&validator->counters[FM_RULE_COUNT], 1);
	return fm_validate_rules[rule].status;
}

FM_COLD fm_status fm_validate_exactly(const fm_validator *validator, uint64_t address, uint64_t size, uint32_t access)
{
	fm_validate_case what;
	fm_validate_reason reason;

	if (!fm_validate_is_access(size, access))
		return FM_E_ARGUMENT;
	fm_validate_locate(validator, address, size, access, &what);

	uint32_t rule = fm_validate_first(&what, 0, &reason);

	return rule == FM_RULE_COUNT ? FM_OK : count_refusal(validator, rule);
}

fm_status fm_validator_check_pair(const fm_validator *validator, const fm_access *first, const fm_access *second)
{
	fm_validate_case a, b;
	fm_validate_reason reason;

	if (first == NULL || second == NULL)
		return FM_E_ARGUMENT;

	fm_status status = fm_validator_check(validator, first->address, first->size, first->access);

	if (status == FM_OK)
		status = fm_validator_check(validator, second->address, second->size, second->access);
	if (status != FM_OK)
		return status;
	fm_validate_locate(validator, second->address, second->size, second->access, &b);
	fm_validate_locate(validator, first->address, first->size, first->access, &a);
	a.other = &b;
	return fm_validate_first(&a, FM_RULE_ALIAS, &reason) == FM_RULE_ALIAS ? count_refusal(validator, FM_RULE_ALIAS) : FM_OK;
}

uint32_t fm_validator_refused(const fm_validator *validator, uint32_t rule)
{
	if (validator == NULL || (rule >= FM_RULE_COUNT && rule != FM_NONE))
		return 0;
	return FM_ATOMIC_LOAD(&validator->counters[rule == FM_NONE ? FM_RULE_COUNT : rule]);
}

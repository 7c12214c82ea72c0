/* SPDX-License-Identifier: MIT */
/** @file
 * Findings: every rule that refuses an access, with the place and what would do. */
#include "base/abi.h"
#include "validate/rules.h"

#define FINDING_FIRST_SIZE (offsetof(fm_finding, mirror) + sizeof(uint32_t))

/** The `index`-th rule that refuses; FM_RULE_COUNT iff there are fewer. */
static uint32_t find_refusal(const fm_validate_case *what, uint32_t index, fm_validate_reason *reason)
{
	uint32_t rule = fm_validate_first(what, 0, reason);

	for (; rule < FM_RULE_COUNT && index > 0; index--)
		rule = fm_validate_first(what, rule + 1, reason);
	return rule;
}

static fm_finding describe(const fm_validate_case *what, uint32_t rule, const fm_validate_reason *reason)
{
	const fm_validate_rule *known = &fm_validate_rules[rule];

	return (fm_finding){
		.rule_name = known->name,
		.region_name = what->window == NULL ? NULL : what->region->name,
		.remedy = reason->remedy != NULL ? reason->remedy : fm_status_remedy(known->status),
		.at = reason->at,
		.help = reason->help,
		.status = known->status,
		.rule = rule,
		.region = what->window == NULL ? FM_NONE : what->window->region,
		.mirror = what->window == NULL ? FM_NONE : what->window->mirror,
	};
}

static int is_judged(const fm_access *access)
{
	return fm_validate_is_access(access->size, access->access);
}

fm_status fm_validator_explain(const fm_validator *validator, const fm_access *access, const fm_access *other, uint32_t index, fm_finding *out)
{
	fm_validate_case what, second;
	fm_validate_reason reason;
	fm_status status = validator == NULL || access == NULL ? FM_E_ARGUMENT : fm_abi_check(out, FINDING_FIRST_SIZE);

	if (status != FM_OK)
		return status;
	if (!is_judged(access) || (other != NULL && !is_judged(other)))
		return FM_E_ARGUMENT;
	fm_validate_locate(validator, access->address, access->size, access->access, &what);
	if (other != NULL) {
		fm_validate_locate(validator, other->address, other->size, other->access, &second);
		what.other = second.window == NULL ? NULL : &second;
	}

	uint32_t rule = find_refusal(&what, index, &reason);

	if (rule == FM_RULE_COUNT)
		return FM_E_NOT_FOUND;

	fm_finding finding = describe(&what, rule, &reason);

	fm_abi_export(out, &finding, sizeof finding);
	return FM_OK;
}

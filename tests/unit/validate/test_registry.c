/* SPDX-License-Identifier: MIT */
/** @file
 * The registry: each rule has a name, a judge, and a status of its own, of kind denied. */
#include "lists.h"

Test(validate_registry, each_rule_is_whole)
{
	for (uint32_t i = 0; i < FM_RULE_COUNT; i++) {
		cr_assert(fm_validate_rules[i].judge != NULL);
		cr_assert_str_eq(fm_rule_name(i), fm_validate_rules[i].name);
		cr_assert_eq(fm_status_get_kind(fm_validate_rules[i].status), FM_KIND_DENIED);
		for (uint32_t k = 0; k < i; k++)
			cr_assert(fm_validate_rules[i].status != fm_validate_rules[k].status && strcmp(fm_rule_name(i), fm_rule_name(k)) != 0);
	}
	cr_assert_str_eq(fm_rule_name(FM_RULE_COUNT), "?");
	cr_assert_str_eq(fm_rule_name(FM_NONE), "?");
}

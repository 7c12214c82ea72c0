/* SPDX-License-Identifier: MIT */
/** @file
 * The rules, in the order in which they judge: a rule is its file and its line here. */
#include "validate/rules.h"

const fm_validate_rule fm_validate_rules[FM_RULE_COUNT] = {
	[FM_RULE_BOUNDS] = { "bounds", fm_validate_bounds, FM_E_ACCESS_BOUNDS },
	[FM_RULE_ALIGNMENT] = { "alignment", fm_validate_alignment, FM_E_ACCESS_ALIGNMENT },
	[FM_RULE_PERMISSION] = { "permission", fm_validate_permission, FM_E_ACCESS_PERMISSION },
	[FM_RULE_WIDTH] = { "width", fm_validate_width, FM_E_ACCESS_WIDTH },
	[FM_RULE_DMA] = { "dma", fm_validate_dma_transfer, FM_E_ACCESS_DMA },
	[FM_RULE_LANE] = { "lane", fm_validate_lane, FM_E_ACCESS_LANE },
	[FM_RULE_RESERVED] = { "reserved", fm_validate_reserved, FM_E_ACCESS_RESERVED },
	[FM_RULE_BANK] = { "bank", fm_validate_bank, FM_E_ACCESS_BANK },
	[FM_RULE_ALIAS] = { "alias", fm_validate_alias, FM_E_ACCESS_ALIAS },
	[FM_RULE_WX] = { "wx", fm_validate_wx, FM_E_ACCESS_WX },
};

const char *fm_rule_name(uint32_t rule)
{
	return rule < FM_RULE_COUNT ? fm_validate_rules[rule].name : "?";
}

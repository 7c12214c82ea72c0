/* SPDX-License-Identifier: MIT */
/** @file
 * Rows allow at once what is certain, and only that. */
#include "lists.h"

/** The row that holds the address. */
static const fm_validate_row *row_at(const fm_validator *validator, uint64_t address)
{
	const fm_validate_row *row = validator->rows + validator->row_count;

	while (row->base > address)
		row--;
	return row;
}

Test(validate_grant, a_plain_region_is_quick)
{
	fm_validator *validator = open_options((fm_validator_options){ .profile = fm_profile_find("gba") });

	cr_assert_eq(row_at(validator, 0x02000000)->refused & FM_VALIDATE_EXACT, 0);
	cr_assert_eq(row_at(validator, 0x03000000)->refused & FM_VALIDATE_EXACT, 0, "its reserved area has a row of its own");
	cr_assert_eq(row_at(validator, 0x03007F00)->refused & FM_VALIDATE_EXACT, FM_VALIDATE_EXACT);
	cr_assert_eq(row_at(validator, 0x03008000)->refused & FM_VALIDATE_EXACT, FM_VALIDATE_EXACT, "a mirror with seams");
	cr_assert_eq(row_at(validator, 0x02000000)->refused & (RWX | FM_VALIDATE_WIDTHS), 0);
	cr_assert_eq(row_at(validator, 0x06000000)->refused & FM_ACCESS_8, FM_ACCESS_8);
	cr_assert_eq(validator->natural, 3, "its CPU wants 4 bytes at most");
	fm_validator_unref(validator);
}

Test(validate_grant, what_a_row_allows_the_rules_allow)
{
	uint64_t state = 4242;
	static const uint32_t widths[] = { 0, FM_ACCESS_8, FM_ACCESS_16, FM_ACCESS_32, FM_ACCESS_64 };

	for (uint32_t p = 0; p < fm_profile_count(); p++)
		for (uint32_t rules = 0; rules < FM_RULE_BIT(FM_RULE_COUNT); rules += 31) {
			fm_validator_options options = { .struct_size = sizeof options, .profile = fm_profile_at(p), .rules = rules, .flags = rules % 7,
							 .dma_align = rules % 3 == 0 ? 4 : 0, .dma_granule = rules % 5 == 0 ? 2 : 0,
							 .dma_engine = rules % 4 == 0 ? FM_NONE : rules % 4 == 1 };
			fm_validator *validator = NULL;

			if (fm_validator_open(&options, &validator, NULL) != FM_OK)
				continue;
			for (uint32_t i = 0; i < 64 && validator->row_count > 0; i++) {
				const fm_validate_row *row = &validator->rows[1 + dice(&state) % validator->row_count];

				ask(validator, row->base + dice(&state) % row->size, 1 + dice(&state) % 9, ((uint32_t)dice(&state) & 0xF) | widths[dice(&state) % COUNT(widths)]);
			}
			fm_validator_unref(validator);
		}
}

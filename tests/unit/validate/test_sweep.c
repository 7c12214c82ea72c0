/* SPDX-License-Identifier: MIT */
/** @file
 * Rows: sorted, disjoint, won by the first, whole. */
#include "lists.h"

Test(validate_sweep, a_lower_order_hides_and_the_other_goes_on)
{
	fm_validate_window windows[] = { { .base = 10, .last = 99, .order = 1 }, { .base = 40, .last = 49, .order = 0 },
					  { .base = UINT64_MAX - 1, .last = UINT64_MAX, .order = 2 } };
	fm_validate_row rows[7];
	uint32_t scratch[3];

	cr_assert_eq(fm_validate_sweep(windows, 3, rows, scratch), 4);
	cr_assert(rows[1].base == 10 && rows[1].size == 30 && windows[rows[1].window].order == 1);
	cr_assert(rows[2].base == 40 && rows[2].size == 10 && windows[rows[2].window].order == 0);
	cr_assert(rows[3].base == 50 && rows[3].size == 50 && windows[rows[3].window].order == 1);
	cr_assert(rows[4].base == UINT64_MAX - 1 && rows[4].size == 2);
}

Test(validate_sweep, a_hidden_begin_cuts_nothing)
{
	fm_validate_window windows[] = { { .base = 0, .last = 99, .order = 0 }, { .base = 50, .last = 149, .order = 1 }, { .base = 60, .last = 70, .order = 2 } };
	fm_validate_row rows[7];
	uint32_t scratch[3];

	cr_assert_eq(fm_validate_sweep(windows, 3, rows, scratch), 2);
	cr_assert(rows[1].base == 0 && rows[1].size == 100 && rows[2].base == 100 && rows[2].size == 50);
}

Test(validate_sweep, any_windows_give_rows_that_a_walk_confirms)
{
	enum { COUNT_MAX = 40, ADDRESSES = 256 };
	uint64_t state = 88172645463325252u;

	for (int round = 0; round < 2000; round++) {
		fm_validate_window windows[COUNT_MAX];
		fm_validate_row rows[COUNT_MAX * 2 + 1];
		uint32_t scratch[COUNT_MAX], count = 1 + (uint32_t)(dice(&state) % COUNT_MAX);

		for (uint32_t i = 0; i < count; i++) {
			uint64_t base = dice(&state) % ADDRESSES;

			windows[i] = (fm_validate_window){ .base = base, .last = base + dice(&state) % (ADDRESSES - base), .order = i };
		}

		uint32_t found = fm_validate_sweep(windows, count, rows, scratch), row = 1;

		cr_assert_leq(found, count * 2);
		for (uint64_t address = 0; address < ADDRESSES; address++) {
			uint32_t best = FM_NONE;

			for (uint32_t i = 0; i < count; i++)
				if (windows[i].base <= address && address <= windows[i].last && windows[i].order < best)
					best = windows[i].order;
			while (row <= found && rows[row].base + rows[row].size <= address)
				row++;

			int is_in = row <= found && rows[row].base <= address;

			cr_assert_eq(is_in ? windows[rows[row].window].order : FM_NONE, best);
		}
	}
}

Test(validate_sweep, a_region_and_its_area_are_one_window_to_an_access)
{
	fm_validate_window own = { .mirror = FM_NONE, .region = 3 }, area = { .mirror = FM_NONE, .region = 3, .is_area = 1 }, slice = { .mirror = 0, .region = 3 };

	cr_assert(fm_validate_is_same(&own, &area) && fm_validate_is_same(&slice, &slice));
	cr_assert(!fm_validate_is_same(&own, &slice) && !fm_validate_is_same(&slice, &(fm_validate_window){ .mirror = 0, .region = 3 }));
	cr_assert(!fm_validate_is_same(&own, &(fm_validate_window){ .mirror = FM_NONE, .region = 4 }));
}

/* SPDX-License-Identifier: MIT */
/** @file
 * The table of what may be combined: each strategy has a row, what a row lacks is refused with the option that asks for it. */
#include "pools.h"

Test(combinations, every_strategy_tells_its_row)
{
	fm_strategy_info info = FM_STRUCT(fm_strategy_info);
	size_t count = 0;

	while (fm_strategy_get_info(count, &info) == FM_OK) {
		cr_assert_not_null(info.name);
		cr_assert(info.storages != 0 && info.modes != 0 && info.sharings != 0);
		count++;
	}
	cr_assert_str_eq(info.name, "own", "the last");
	cr_assert_not_null(fm_strategy_at(count - 2));
	cr_assert_null(fm_strategy_at(count - 1));
	cr_assert_eq(fm_strategy_get_info(count, &info), FM_E_NOT_FOUND);
	cr_assert_eq(fm_strategy_get_info(SIZE_MAX, &info), FM_E_NOT_FOUND);
	cr_assert_eq(fm_strategy_get_info(0, NULL), FM_E_ARGUMENT);
	info.struct_size = 4;
	cr_assert_eq(fm_strategy_get_info(0, &info), FM_E_ABI_SIZE);
}

Test(combinations, what_a_row_lacks_is_named)
{
	static const fm_combination row = { NULL, FM_STORAGE_PROVIDER, 1u << 1 | 1u << 31, 1u << 2 };
	static const struct {
		fm_pool_options options;
		const char *at_fault; /**< NULL: legal */
		int storage_only;
	} cases[] = {
		{ { .mode = 1, .sharing = 2 }, NULL, 0 },
		{ { .mode = 31, .sharing = 2 }, NULL, 0 },
		{ { .mode = 0, .sharing = 2 }, "options.mode", 0 },
		{ { .mode = 32, .sharing = 2 }, "options.mode", 0 },
		{ { .mode = UINT32_MAX, .sharing = 2 }, "options.mode", 0 },
		{ { .mode = 1, .sharing = 1 }, "options.sharing", 0 },
		{ { .mode = 1, .sharing = 2, .storage = (void *)16 }, "options.storage", 1 },
		{ { .mode = 1, .sharing = 2, .region = "ram" }, "options.region", 1 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const char *at_fault = NULL;
		fm_status want = cases[i].at_fault == NULL ? FM_OK : FM_E_UNSUPPORTED;

		cr_assert_eq(fm_combination_judge(&row, &cases[i].options, 1, &at_fault), want, "case %zu", i);
		if (want == FM_OK)
			cr_assert_null(at_fault);
		else
			cr_assert_str_eq(at_fault, cases[i].at_fault);
		cr_assert_eq(fm_combination_judge(&row, &cases[i].options, 0, &at_fault), cases[i].storage_only ? FM_OK : want);
	}
	static const fm_combination caller = { NULL, FM_STORAGE_CALLER, 1, 1 };
	const char *at_fault = NULL;

	cr_assert_eq(fm_combination_judge(&caller, &(fm_pool_options){ .mode = 0 }, 1, &at_fault), FM_E_UNSUPPORTED);
	cr_assert_str_eq(at_fault, "options.provider");
}

/* SPDX-License-Identifier: MIT */
/** @file
 * Marks: the innermost goes first, each ends once, and what a caller's hands made of one is judged. */
#include <criterion/criterion.h>
#include <string.h>

#include "strategy/marks.h"

Test(marks, innermost_first_and_each_once)
{
	fm_marks marks = { 0, 0 };
	fm_mark outer, inner;

	fm_marks_open(&marks, &outer);
	cr_assert_eq(fm_marks_judge(&marks, &outer), FM_OK);
	fm_marks_open(&marks, &inner);
	cr_assert_eq(fm_marks_judge(&marks, &outer), FM_E_ORDER);
	cr_assert_eq(fm_marks_judge(&marks, &inner), FM_OK);
	fm_marks_end(&marks, &inner);
	cr_assert_eq(fm_marks_judge(&marks, &inner), FM_E_STALE);
	cr_assert_eq(fm_marks_judge(&marks, &outer), FM_OK);
	fm_marks_open(&marks, &inner);
	fm_marks_end_all(&marks);
	cr_assert_eq(fm_marks_judge(&marks, &inner), FM_E_STALE);
	cr_assert_eq(fm_marks_judge(&marks, &outer), FM_E_STALE);
}

Test(marks, own_words_are_zero)
{
	fm_marks marks = { 0, 0 };
	fm_mark mark;

	memset(&mark, 0xA5, sizeof mark);
	fm_marks_open(&marks, &mark);
	for (size_t i = FM_MARK_OWN; i < sizeof mark.library / sizeof mark.library[0]; i++)
		cr_assert_eq(mark.library[i], 0);
}

Test(marks, what_is_none_is_foreign)
{
	fm_marks marks = { 0, 0 }, others = { 0, 0 };
	fm_mark mark = { { 0 } }, forged;

	cr_assert_eq(fm_marks_judge(&marks, &mark), FM_E_FOREIGN);
	fm_marks_open(&others, &mark);
	cr_assert_eq(fm_marks_judge(&marks, &mark), FM_E_FOREIGN);
	fm_marks_open(&marks, &mark);
	forged = mark;
	forged.library[FM_MARK_NUMBER] = 0;
	cr_assert_eq(fm_marks_judge(&marks, &forged), FM_E_FOREIGN);
	forged.library[FM_MARK_NUMBER] = 2;
	cr_assert_eq(fm_marks_judge(&marks, &forged), FM_E_FOREIGN);
	forged = mark;
	forged.library[FM_MARK_OUTER] = forged.library[FM_MARK_NUMBER];
	cr_assert_eq(fm_marks_judge(&marks, &forged), FM_E_FOREIGN);
	cr_assert_eq(fm_marks_judge(&marks, &mark), FM_OK);
}

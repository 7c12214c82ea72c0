/* SPDX-License-Identifier: MIT */
/** @file
 * How marks are made, and judged from what the caller hands back. */
#include "strategy/marks.h"

void fm_marks_open(fm_marks *marks, fm_mark *mark)
{
	*mark = (fm_mark){ .library = { [FM_MARK_HOME] = (uintptr_t)marks, [FM_MARK_NUMBER] = marks->made + 1, [FM_MARK_OUTER] = marks->innermost } };
	marks->made++;
	marks->innermost = marks->made;
}

fm_status fm_marks_judge(const fm_marks *marks, const fm_mark *mark)
{
	uint64_t number = mark->library[FM_MARK_NUMBER];

	if (mark->library[FM_MARK_HOME] != (uintptr_t)marks || number - 1 >= marks->made || mark->library[FM_MARK_OUTER] >= number)
		return FM_E_FOREIGN;
	if (number < marks->innermost)
		return FM_E_ORDER;
	return number == marks->innermost ? FM_OK : FM_E_STALE;
}

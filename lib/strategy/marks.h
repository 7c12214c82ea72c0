/* SPDX-License-Identifier: MIT */
/** @file
 * Marks of a strategy: numbers that only rise, of which the innermost one that is open is known. What the mark outside it was stands in the
 * caller's fm_mark, so any depth of marks costs the pool two words. */
#ifndef FLIGHTMEM_STRATEGY_MARKS_H
#define FLIGHTMEM_STRATEGY_MARKS_H

#include <flightmem/block.h>

/** Numbers of marks. All zero: none was made. */
typedef struct fm_marks {
	size_t innermost; /**< the open one that was made last; 0: none */
	size_t made;      /**< the one made last */
} fm_marks;

/** Words of fm_mark.library. From FM_MARK_OWN on they are the strategy's. */
enum { FM_MARK_HOME, FM_MARK_NUMBER, FM_MARK_OUTER, FM_MARK_OWN };

/** Opens a mark inside those that are open. Its own words become zero. */
void fm_marks_open(fm_marks *marks, fm_mark *mark);

/** What a mark is: FM_OK iff it is the innermost; FM_E_ORDER, FM_E_STALE, FM_E_FOREIGN as fm_pool_rewind(). */
fm_status fm_marks_judge(const fm_marks *marks, const fm_mark *mark);

/** Ends the innermost mark. */
static inline void fm_marks_end(fm_marks *marks, const fm_mark *mark)
{
	marks->innermost = (size_t)mark->library[FM_MARK_OUTER];
}

/** Ends all. */
static inline void fm_marks_end_all(fm_marks *marks)
{
	marks->innermost = 0;
}

#endif

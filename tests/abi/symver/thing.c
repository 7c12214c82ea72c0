/* SPDX-License-Identifier: MIT */
/** @file
 * A library with one function in two versions: proves the FM_SYMVER pair before anything needs it. Built as version 1 or 2. */
#include <flightmem/compiler.h>

#if THING_VERSION == 1
FM_API int thing(void);
int thing(void)
{
	return 1;
}
#else
FM_API int thing_old(void);
FM_API int thing_new(int by);
FM_SYMVER_COMPAT(thing_old, thing, THING_1)
int thing_old(void)
{
	return 1;
}
FM_SYMVER_DEFAULT(thing_new, thing, THING_2)
int thing_new(int by)
{
	return 6 + by;
}
#endif

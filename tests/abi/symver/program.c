/* SPDX-License-Identifier: MIT */
/** @file
 * Calls the library as the header of its own age declares it; prints what it got. */
#include <stdio.h>

#if THING_VERSION == 1
int thing(void);
#define CALL thing()
#else
int thing(int by);
#define CALL thing(1)
#endif

int main(void)
{
	printf("%d\n", CALL);
	return 0;
}

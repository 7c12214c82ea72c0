/* SPDX-License-Identifier: MIT */
/** @file
 * Moves file descriptor 1 away and back; a core shares the C library, and with it the buffer of stdout, which is emptied each time. */
#include "output.h"

#include <stdio.h>
#include <unistd.h>

static int kept = -1;

int output_divert(void)
{
	fflush(stdout);
	if (kept == -1)
		kept = dup(STDOUT_FILENO);
	return kept == -1 || dup2(STDERR_FILENO, STDOUT_FILENO) == -1 ? -1 : 0;
}

void output_restore(void)
{
	fflush(stdout);
	dup2(kept, STDOUT_FILENO);
}

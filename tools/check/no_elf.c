/* SPDX-License-Identifier: MIT */
/** @file
 * What stands in for the reading of ELF where the command was built without libelf. */
#include <string.h>

#include "program.h"

int recognises_elf(const struct invocation *call, const struct input *input)
{
	(void)call;
	return input->size >= 4 && memcmp(input->bytes, "\177ELF", 4) == 0;
}

enum exit_code run_elf(const struct invocation *call, const struct input *input)
{
	(void)call;
	return complain(EXIT_INPUT, "%s: this flightmem was built without libelf (apt-get install libelf-dev, then configure again); the link's map file "
			"(-Wl,-Map=FILE) is read without it", input->name);
}

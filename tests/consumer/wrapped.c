/* SPDX-License-Identifier: MIT */
/** @file
 * A consumer of libflightmem-ffi outside the tree, in C and in C++: memcpy behind a check. Says what was refused. */
#include <flightmem/wrap.h>

#include <stdio.h>
#include <string.h>

typedef void *(*copy_function)(void *to, const void *from, size_t size);

static void say(void *user, const fm_wrap_finding *finding)
{
	char text[200];

	(void)user;
	fm_wrap_finding_format(finding, text, sizeof text);
	puts(text);
}

int main(void)
{
	static char to[16];
	fm_validator_region region;
	fm_validator_options rules;
	fm_wrap_options options;
	fm_validator *validator = NULL;
	fm_wrap *wrap = NULL;
	copy_function copy;

	memset(&region, 0, sizeof region);
	region.base = (uintptr_t)to;
	region.size = sizeof to;
	region.access = FM_ACCESS_READ | FM_ACCESS_WRITE;
	fm_struct_init(&rules, sizeof rules);
	rules.regions = &region;
	rules.region_count = 1;
	if (fm_validator_open(&rules, &validator, NULL) != FM_OK)
		return 1;
	fm_struct_init(&options, sizeof options);
	options.function = (fm_function)memcpy;
	options.signature = "handle memcpy(out u8[n] to, in u8[n] from, size n)";
	options.validator = validator;
	options.refused = say;
	if (fm_wrap_open(&options, &wrap, NULL, NULL) != FM_OK)
		return 2;
	copy = (copy_function)fm_wrap_function(wrap);
	if (copy(to, to + 8, 8) != to || copy(to, to, 1228800) != NULL)
		return 3;
	return fm_wrap_close(wrap) != FM_OK || fm_validator_close(validator) != FM_OK;
}

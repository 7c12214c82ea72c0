/* SPDX-License-Identifier: MIT */
/** @file
 * As instructions.c, for libflightmem-ffi: the paths of wrapped functions, counted beside the same checks by hand. libffi's part is in the count. */
#include "choose.h"
#include "wrapped.h"

static volatile size_t size = WRAPPED_BYTES;
static volatile wrapped_function called = wrapped_target;

static void expect(uint32_t said)
{
	if (said != WRAPPED_BYTES)
		exit(2);
}

static void bare(long rounds)
{
	while (rounds-- > 0)
		expect(called(wrapped_to, wrapped_from, size));
}

static void by_hand(long rounds)
{
	fm_validator *validator = wrapped_host();

	while (rounds-- > 0)
		expect(wrapped_by_hand(validator, called, wrapped_to, wrapped_from, size));
	fm_validator_unref(validator);
}

static void wrapped(long rounds)
{
	fm_validator *validator = wrapped_host();
	fm_wrap *wrap = wrapped_open(validator);
	wrapped_function function = (wrapped_function)fm_wrap_function(wrap);

	while (rounds-- > 0)
		expect(function(wrapped_to, wrapped_from, size));
	fm_wrap_unref(wrap);
	fm_validator_unref(validator);
}

static void without_code(long rounds)
{
	fm_validator *validator = wrapped_host();
	fm_wrap *wrap = wrapped_open(validator);
	void *to = wrapped_to, *from = wrapped_from;

	while (rounds-- > 0) {
		size_t bytes = size;
		uint32_t said = 0;

		if (fm_wrap_call(wrap, (void *[]){ &to, &from, &bytes }, &said) != FM_OK)
			exit(3);
		expect(said);
	}
	fm_wrap_unref(wrap);
	fm_validator_unref(validator);
}

static const struct path paths[] = {
	{ "wrapped-bare", bare },
	{ "wrapped-by-hand", by_hand },
	{ "wrapped-call", wrapped },
	{ "wrapped-without-code", without_code },
};

int main(int argc, char **argv)
{
	return choose_path(paths, sizeof paths / sizeof paths[0], argc, argv);
}

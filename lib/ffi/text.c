/* SPDX-License-Identifier: MIT */
/** @file
 * Texts: where is the NUL? The validator is asked first how far may be read, then that far is looked. */
#include <string.h>

#include "ffi/wrap.h"

/** How many bytes from `address` on lie in one window, `most` at most; counts nothing in the validator. */
static uint64_t room_at(fm_validator *validator, uintptr_t address, uint32_t access, uint64_t most)
{
	fm_access all = { .address = address, .size = most, .access = access };
	fm_finding finding = FM_STRUCT(fm_finding);

	if (fm_validator_explain(validator, &all, NULL, 0, &finding) != FM_OK || finding.rule != FM_RULE_BOUNDS)
		return most;
	return finding.help;
}

fm_status fm_ffi_measure_text(fm_validator *validator, uintptr_t address, uint32_t access, uint64_t *bytes)
{
	uint64_t most = *bytes, room = room_at(validator, address, access, most);
	fm_status status = fm_validator_check(validator, address, 1, access);
	const char *end;

	if (status != FM_OK) {
		*bytes = 1;
		return status;
	}

	end = memchr((const void *)address, '\0', room > SIZE_MAX ? SIZE_MAX : (size_t)room);
	if (end == NULL && room == most)
		return FM_E_RANGE;
	*bytes = end == NULL ? room + 1 : (uint64_t)((uintptr_t)end - address) + 1;
	return fm_validator_check(validator, address, *bytes, access);
}

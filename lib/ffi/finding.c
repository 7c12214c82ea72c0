/* SPDX-License-Identifier: MIT */
/** @file
 * The sentence that says why a call was refused. */
#include "base/abi.h"
#include "base/text.h"
#include "ffi/wrap.h"

#define FINDING_FIRST_SIZE (offsetof(fm_wrap_finding, align) + sizeof(uint32_t))

/** "argument 0 'dst'". */
static void add_argument(fm_text *text, const fm_wrap_finding *finding)
{
	if (finding->function[0] != '\0') {
		fm_text_add(text, finding->function);
		fm_text_add(text, ": ");
	}
	fm_text_add(text, "argument ");
	fm_text_add_number(text, finding->index);
	if (finding->argument[0] != '\0') {
		fm_text_add(text, " '");
		fm_text_add(text, finding->argument);
		fm_text_add_char(text, '\'');
	}
}

/** "to read and write by DMA". */
static void add_purpose(fm_text *text, uint32_t access)
{
	int reads = (access & FM_ACCESS_READ) != 0, writes = (access & FM_ACCESS_WRITE) != 0;

	fm_text_add(text, (access & FM_ACCESS_EXECUTE) ? " to execute" : reads && writes ? " to read and write" : reads ? " to read" : " to write");
	if (access & FM_ACCESS_DMA)
		fm_text_add(text, " by DMA");
}

/** "64 bytes to write at $7FFC1000". */
static void add_access(fm_text *text, const fm_wrap_finding *finding)
{
	fm_text_add_grouped(text, finding->size);
	fm_text_add(text, finding->size == 1 ? " byte" : " bytes");
	add_purpose(text, finding->access);
	fm_text_add(text, " at $");
	fm_text_add_hex(text, finding->address, 8);
}

size_t fm_wrap_finding_format(const fm_wrap_finding *finding, char *buffer, size_t capacity)
{
	fm_text text = fm_text_begin(buffer, capacity);

	if (fm_abi_check(finding, FINDING_FIRST_SIZE) != FM_OK)
		return fm_text_end(&text);

	add_argument(&text, finding);
	if (finding->status == FM_E_ARGUMENT) {
		fm_text_add(&text, " is NULL; only what has a '?' in the signature may be");
	} else if (finding->status == FM_E_RANGE && finding->size == 0) {
		fm_text_add(&text, ": its length is negative, or more than 2^64 - 1 bytes");
	} else {
		fm_text_add(&text, ": ");
		add_access(&text, finding);
		fm_text_add(&text, ": ");
		fm_text_add(&text, finding->status == FM_E_RANGE ? "no NUL ends the text" : fm_status_text(finding->status));
	}
	return fm_text_end(&text);
}

/* SPDX-License-Identifier: MIT */
/** @file
 * Any bytes at all go to fm_profile_load(), as they are and with a head that says what is there, since a checksum would stop a fuzzer at the
 * door: they are refused with a place inside them, or are a profile of which everything can be asked. */
#include "platform/blob.h"
#include "read_profile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void load(const void *bytes, size_t size)
{
	const fm_profile *profile = NULL;
	fm_refusal why = FM_STRUCT(fm_refusal);
	size_t at = 0;
	fm_status status = fm_profile_load(bytes, size, &walled, &profile, &at, &why);

	if (status == FM_OK) {
		read_profile(profile);
		fm_profile_unref(profile);
		return;
	}
	must_be(profile == NULL && (status == FM_E_DAMAGED || status == FM_E_VERSION) && why.status == status && why.subject[0] != '\0' && at <= size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fm_profile_blob head = { .magic = { 0x89, 'F', 'M', 'P', '\r', '\n', 0x1A, '\n' }, .order = FM_BLOB_ORDER, .version = FM_BLOB_VERSION };
	unsigned char *sealed = malloc(size + sizeof head);

	must_be(sealed != NULL);
	load(data, size);
	/* What follows the head of a whole file, or all of it. */
	if (size >= sizeof head && memcmp(data, head.magic, sizeof head.magic) == 0) {
		data += sizeof head;
		size -= sizeof head;
	}
	head.bytes = (uint32_t)(size + sizeof head);
	head.checksum = fm_blob_checksum(data, size);
	memcpy(sealed, &head, sizeof head);
	memcpy(sealed + sizeof head, data, size);
	load(sealed, size + sizeof head);
	free(sealed);
	return 0;
}

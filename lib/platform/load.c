/* SPDX-License-Identifier: MIT */
/** @file
 * Loading: the head is judged, the rest copied, and the copy judged, so that nobody can change what was found to be sound. */
#include <flightmem/load.h>

#include "base/memory.h"
#include "base/provider.h"
#include "base/refuse.h"
#include "base/text.h"
#include "platform/blob.h"
#include "platform/loaded.h"
#include "platform/sound.h"

/** Judges the head; what it says is taken as it is until the rest was seen. */
static fm_status judge_blob_head(const struct fm_profile_blob *head, size_t size, fm_rows_fault *fault)
{
	fault->rows = NULL;
	fault->index = FM_NONE;
	fault->at = offsetof(struct fm_profile_blob, magic);
	fault->member = "magic";
	if (memcmp(head->magic, FM_BLOB_MAGIC, sizeof head->magic) != 0)
		return FM_E_DAMAGED;
	fault->at = offsetof(struct fm_profile_blob, order);
	fault->member = "order";
	if (head->order != FM_BLOB_ORDER)
		return FM_E_VERSION;
	fault->at = offsetof(struct fm_profile_blob, version);
	fault->member = "version";
	if (head->version != FM_BLOB_VERSION)
		return FM_E_VERSION;
	fault->at = offsetof(struct fm_profile_blob, bytes);
	fault->member = "bytes";
	return head->bytes == size && size - sizeof *head >= sizeof(struct fm_profile) ? FM_OK : FM_E_DAMAGED;
}

/** Judges the copy of what follows the head. */
static fm_status judge_copy(const struct fm_profile_blob *head, const fm_profile *profile, size_t size, fm_rows_fault *fault)
{
	fault->at = offsetof(struct fm_profile_blob, checksum);
	fault->member = "checksum";
	if (fm_blob_checksum(profile, size) != head->checksum)
		return FM_E_DAMAGED;
	if (fm_rows_are_sound(profile, size, fault))
		return FM_OK;
	fault->at += sizeof *head;
	return FM_E_DAMAGED;
}

/** Takes memory for the profile and makes it there; a copy that is not sound goes back at once. */
static fm_status copy_profile(const struct fm_profile_blob *head, const void *rows, const fm_memory_provider *provider, struct fm_profile_loaded **out,
			      fm_rows_fault *fault)
{
	size_t size = head->bytes - sizeof *head, bytes = offsetof(struct fm_profile_loaded, profile) + size;
	void *memory = NULL;
	fm_status status = provider->obtain == NULL ? FM_E_NO_MEMORY : provider->obtain(provider->user, bytes, FM_PROFILE_LOADED_ALIGN, &memory);

	if (status != FM_OK)
		return status;

	struct fm_profile_loaded *loaded = memory;

	memcpy(&loaded->profile, rows, size);
	status = judge_copy(head, &loaded->profile, size, fault);
	if (status != FM_OK) {
		provider->give_back(provider->user, memory, bytes, FM_PROFILE_LOADED_ALIGN);
		return status;
	}
	loaded->provider = *provider;
	loaded->bytes = bytes;
	loaded->references = 1;
	loaded->profile.counted = 1;
	*out = loaded;
	return FM_OK;
}

/** "regions[3].size" */
static void name_fault(fm_refusal *what, const fm_rows_fault *fault)
{
	fm_text text = fm_text_begin(what->subject, sizeof what->subject);

	if (fault->rows != NULL) {
		fm_text_add(&text, fault->rows);
		if (fault->index != FM_NONE) {
			fm_text_add_char(&text, '[');
			fm_text_add_number(&text, fault->index);
			fm_text_add_char(&text, ']');
		}
		fm_text_add_char(&text, '.');
	}
	fm_text_add(&text, fault->member);
	fm_text_end(&text);
}

/** Says no: of a blob that is wrong where, of memory that is not there how much. */
static fm_status refuse_blob(fm_status status, size_t size, const fm_rows_fault *fault, size_t *error_at, fm_refusal *why)
{
	fm_refusal what = { .status = status, .help = FM_HELP_OTHER };

	if (status == FM_E_DAMAGED || status == FM_E_VERSION) {
		name_fault(&what, fault);
		if (error_at != NULL)
			*error_at = fault->at;
	} else if (status == FM_E_NO_MEMORY) {
		what.asked = offsetof(struct fm_profile_loaded, profile) + (size - sizeof(struct fm_profile_blob));
		what.align = FM_PROFILE_LOADED_ALIGN;
	}
	return fm_refuse(why, &what);
}

fm_status fm_profile_load(const void *blob, size_t size, const fm_memory_provider *provider, const fm_profile **out, size_t *error_at, fm_refusal *why)
{
	fm_memory_provider known = FM_STRUCT(fm_memory_provider);
	fm_rows_fault fault = { .at = size, .member = "head", .index = FM_NONE };
	struct fm_profile_blob head = { .bytes = 0 };
	struct fm_profile_loaded *loaded = NULL;
	fm_status status = blob == NULL || out == NULL ? FM_E_ARGUMENT : fm_provider_read(provider, &known);

	if (status == FM_OK && size < sizeof head)
		status = FM_E_DAMAGED;
	if (status == FM_OK) {
		memcpy(&head, blob, sizeof head);
		status = judge_blob_head(&head, size, &fault);
	}
	if (status == FM_OK)
		status = copy_profile(&head, (const unsigned char *)blob + sizeof head, &known, &loaded, &fault);
	if (status != FM_OK)
		return refuse_blob(status, size, &fault, error_at, why);

	*out = &loaded->profile;
	return FM_OK;
}

void fm_profile_give_back(struct fm_profile_loaded *loaded)
{
	fm_memory_provider provider = loaded->provider;

	provider.give_back(provider.user, loaded, (size_t)loaded->bytes, FM_PROFILE_LOADED_ALIGN);
	if (provider.drop != NULL)
		provider.drop(provider.user);
}

/* SPDX-License-Identifier: MIT */
/** @file
 * A blob becomes a profile or is refused with the place; the profile is the library's own copy, counted, and gives its memory back. */
#include <flightmem/load.h>
#include <flightmem/space.h>

#include "blobs.h"

/** A provider that counts. */
struct ledger {
	int out; /**< blocks */
	int drops;
	fm_status says; /**< what obtain() answers; FM_OK: it obtains */
	size_t size, align;
};

static fm_status obtain(void *user, size_t size, size_t align, void **out)
{
	struct ledger *ledger = user;

	if (ledger->says != FM_OK)
		return ledger->says;
	ledger->size = size;
	ledger->align = align;
	ledger->out++;
	*out = aligned_alloc(align, (size + align - 1) / align * align);
	cr_assert_not_null(*out);
	memset(*out, 0, size);
	return FM_OK;
}

static void give_back(void *user, void *memory, size_t size, size_t align)
{
	struct ledger *ledger = user;

	cr_assert_eq(size, ledger->size);
	cr_assert_eq(align, ledger->align);
	ledger->out--;
	free(memory);
}

static void drop(void *user)
{
	((struct ledger *)user)->drops++;
}

static fm_memory_provider provider_of(struct ledger *ledger)
{
	return (fm_memory_provider){ sizeof(fm_memory_provider), ledger, obtain, give_back, drop };
}

/** Expects the blob to be refused, and nothing to be changed or kept. */
static void expect_refused(const void *bytes, size_t size, fm_status want, size_t at, const char *subject)
{
	struct ledger ledger = { .out = 0 };
	fm_memory_provider provider = provider_of(&ledger);
	const fm_profile *profile = (const fm_profile *)&ledger;
	fm_refusal why = FM_STRUCT(fm_refusal);
	size_t error_at = 12345;

	cr_assert_eq(fm_profile_load(bytes, size, &provider, &profile, &error_at, &why), want);
	cr_assert_eq(profile, (const fm_profile *)&ledger, "a failure leaves the pointer");
	cr_assert_eq(error_at, at, "at %zu, not %zu", error_at, at);
	cr_assert_eq(why.status, want);
	cr_assert_str_eq(why.subject, subject);
	cr_assert_eq(ledger.out, 0);
	cr_assert_eq(ledger.drops, 0, "an object that was never opened is not dropped");
	cr_assert_eq(fm_profile_load(bytes, size, &provider, &profile, NULL, NULL), want, "place and reason may be left out");
}

Test(load, what_is_loaded_reads_as_the_built_in_one)
{
	for (uint32_t i = 0; i < fm_profile_count(); i++) {
		fm_profile_info info = FM_STRUCT(fm_profile_info), loaded_info = FM_STRUCT(fm_profile_info);
		const fm_profile *profile = NULL;
		size_t at = 0;

		cr_assert_eq(fm_profile_get_info(fm_profile_at(i), &info), FM_OK);

		blob made = blob_of(info.id);

		cr_assert_eq(fm_profile_load(made.head, made.bytes, NULL, &profile, &at, NULL), FM_OK, "%s: byte %zu", info.id, at);
		memset(made.head, 0xEE, made.bytes);
		free_blob(&made);
		cr_assert_eq(fm_profile_get_info(profile, &loaded_info), FM_OK);
		cr_assert_str_eq(loaded_info.id, info.id);
		cr_assert_str_eq(loaded_info.name, info.name);
		cr_assert_eq(loaded_info.region_count, info.region_count);
		for (uint32_t k = 0; k < info.region_count; k++) {
			fm_region region = FM_STRUCT(fm_region), loaded = FM_STRUCT(fm_region);

			cr_assert_eq(fm_profile_region(fm_profile_at(i), k, &region), FM_OK);
			cr_assert_eq(fm_profile_region_find(profile, region.id, &loaded), FM_OK);
			cr_assert_eq(memcmp(&region.base, &loaded.base, sizeof region - offsetof(fm_region, base)), 0, "%s", region.id);
			cr_assert_str_eq(region.name, loaded.name);
		}
		fm_profile_unref(profile);
	}
}

Test(load, bytes_need_no_alignment)
{
	blob made = blob_of("gba");
	unsigned char *askew = malloc(made.bytes + 1);
	const fm_profile *profile = NULL;

	cr_assert_not_null(askew);
	memcpy(askew + 1, made.head, made.bytes);
	cr_assert_eq(fm_profile_load(askew + 1, made.bytes, NULL, &profile, NULL, NULL), FM_OK);
	fm_profile_unref(profile);
	free(askew);
	free_blob(&made);
}

Test(load, the_last_reference_gives_the_memory_back)
{
	struct ledger ledger = { .out = 0 };
	fm_memory_provider provider = provider_of(&ledger);
	blob made = blob_of("psx");
	const fm_profile *profile = NULL;
	fm_space *space = NULL;

	cr_assert_eq(fm_profile_load(made.head, made.bytes, &provider, &profile, NULL, NULL), FM_OK);
	cr_assert_eq(ledger.out, 1);
	cr_assert_eq(fm_profile_ref(profile), profile);
	fm_profile_unref(profile);
	cr_assert_eq(ledger.out, 1);
	cr_assert_eq(fm_space_open(profile, NULL, &space, NULL), FM_OK);
	fm_profile_unref(profile);
	cr_assert_eq(ledger.out, 1, "a space holds its profile");
	cr_assert_eq(fm_space_close(space), FM_OK);
	cr_assert_eq(ledger.out, 0);
	cr_assert_eq(ledger.drops, 1);
	free_blob(&made);
}

Test(load, the_head_is_judged_first)
{
	blob made = blob_of("gba");

	for (size_t size = 0; size < sizeof *made.head; size++)
		expect_refused(made.head, size, FM_E_DAMAGED, size, "head");
	expect_refused(made.head, sizeof *made.head, FM_E_DAMAGED, 16, "bytes");
	expect_refused(made.head, made.bytes - 1, FM_E_DAMAGED, 16, "bytes");
	expect_refused(made.head, made.bytes + 1, FM_E_DAMAGED, 16, "bytes");
	made.head->magic[4] = '\n'; /* as after a transfer as text */
	expect_refused(made.head, made.bytes, FM_E_DAMAGED, 0, "magic");
	free_blob(&made);
}

Test(load, a_blob_of_another_version_or_byte_order_is_told_apart_from_a_damaged_one)
{
	blob made = blob_of("gba");

	made.head->order = UINT32_C(0x04030201);
	expect_refused(made.head, made.bytes, FM_E_VERSION, 8, "order");
	made.head->order = FM_BLOB_ORDER;
	made.head->version++;
	expect_refused(made.head, made.bytes, FM_E_VERSION, 12, "version");
	free_blob(&made);
}

Test(load, a_head_alone_that_says_so_is_no_profile)
{
	struct fm_profile_blob head = { .order = FM_BLOB_ORDER, .version = FM_BLOB_VERSION, .bytes = sizeof head, .checksum = UINT32_C(0x811C9DC5) };

	memcpy(head.magic, FM_BLOB_MAGIC, sizeof head.magic);
	expect_refused(&head, sizeof head, FM_E_DAMAGED, 16, "bytes");
}

Test(load, a_change_is_found_by_the_checksum)
{
	blob made = blob_of("gba");

	made.texts[3] ^= 1;
	expect_refused(made.head, made.bytes, FM_E_DAMAGED, 20, "checksum");
	free_blob(&made);
}

Test(load, a_fault_of_the_rows_is_told_with_its_row_and_byte)
{
	blob made = blob_of("gba");

	made.regions[2].size = UINT64_MAX;
	seal_blob(&made);
	expect_refused(made.head, made.bytes, FM_E_DAMAGED, (size_t)((char *)&made.regions[2] - (char *)made.head), "regions[2].base");
	made.regions[2].size = 0x8000;
	made.texts[1] = '\n';
	seal_blob(&made);
	expect_refused(made.head, made.bytes, FM_E_DAMAGED, (size_t)(made.texts + 1 - (char *)made.head), "texts.characters");
	free_blob(&made);
}

Test(load, arguments_and_the_provider_are_judged)
{
	struct ledger ledger = { .out = 0 };
	fm_memory_provider provider = provider_of(&ledger);
	blob made = blob_of("gba");
	const fm_profile *profile = NULL;
	fm_refusal why = FM_STRUCT(fm_refusal);

	cr_assert_eq(fm_profile_load(NULL, made.bytes, NULL, &profile, NULL, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_profile_load(made.head, made.bytes, NULL, NULL, NULL, NULL), FM_E_ARGUMENT);
	provider.give_back = NULL;
	cr_assert_eq(fm_profile_load(made.head, made.bytes, &provider, &profile, NULL, NULL), FM_E_ARGUMENT);
	provider.struct_size = 1;
	cr_assert_eq(fm_profile_load(made.head, made.bytes, &provider, &profile, NULL, NULL), FM_E_ABI_SIZE);
	provider = provider_of(&ledger);
	ledger.says = FM_E_NO_MEMORY;
	cr_assert_eq(fm_profile_load(made.head, made.bytes, &provider, &profile, NULL, &why), FM_E_NO_MEMORY);
	cr_assert_eq(why.status, FM_E_NO_MEMORY);
	cr_assert_gt(why.asked, made.profile->bytes);
	ledger.says = FM_E_BUSY;
	cr_assert_eq(fm_profile_load(made.head, made.bytes, &provider, &profile, NULL, NULL), FM_E_BUSY, "what the provider says is handed on");
	cr_assert_null(profile);
	free_blob(&made);
}

Test(load, a_refusal_reads_as_a_sentence)
{
	blob made = blob_of("gba");
	const fm_profile *profile = NULL;
	fm_refusal why = FM_STRUCT(fm_refusal);
	char text[256];

	made.regions[0].space = 9;
	seal_blob(&made);
	cr_assert_eq(fm_profile_load(made.head, made.bytes, NULL, &profile, NULL, &why), FM_E_DAMAGED);
	fm_refusal_format(&why, text, sizeof text);
	cr_assert_str_eq(text, "regions[0].space: the data is not what it says it is: cut off, changed, or made by hand; "
			      "make it anew from its source, or take another copy");
	free_blob(&made);
}

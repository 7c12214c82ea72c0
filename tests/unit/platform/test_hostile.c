/* SPDX-License-Identifier: MIT */
/** @file
 * A blob with one byte changed, any of them, or cut at any length, is refused or is a profile of which everything can be asked: the plain
 * half of tests/fuzz/fuzz_profile.c, which needs no fuzzer. Run under the sanitizers, too. */
#include "../../fuzz/read_profile.h"
#include "blobs.h"

/** Loads, and asks for everything if that goes. Returns whether it did. */
static int ask(const blob *made, size_t size)
{
	const fm_profile *profile = NULL;
	size_t at = 0;
	fm_status status = fm_profile_load(made->head, size, &walled, &profile, &at, NULL);

	if (status == FM_OK) {
		read_profile(profile);
		fm_profile_unref(profile);
		return 1;
	}
	cr_assert(status == FM_E_DAMAGED || status == FM_E_VERSION, "%s", fm_status_name(status));
	cr_assert_leq(at, size);
	return 0;
}

/** Changes every byte of the profile to several others, one at a time. Returns how many of these were taken. */
static size_t change_every_byte(const char *id)
{
	static const unsigned char changes[] = { 0x01, 0x80, 0xFF };
	blob made = blob_of(id);
	unsigned char *bytes = (unsigned char *)made.profile;
	size_t taken = 0;

	for (size_t at = 0; at < made.bytes - sizeof *made.head; at++)
		for (size_t i = 0; i < sizeof changes; i++) {
			bytes[at] ^= changes[i];
			seal_blob(&made);
			taken += (size_t)ask(&made, made.bytes);
			bytes[at] ^= changes[i];
		}
	seal_blob(&made);
	cr_assert(ask(&made, made.bytes), "nothing stays changed");
	free_blob(&made);
	return taken;
}

Test(hostile, any_byte_of_a_profile_may_be_wrong)
{
	cr_assert_gt(change_every_byte("gba"), 100, "some changes make another sound profile: a text, a size");
	cr_assert_gt(change_every_byte("esp32"), 100);
}

Test(hostile, any_byte_of_a_head_that_is_wrong_is_found)
{
	blob made = blob_of("gba");

	for (size_t at = 0; at < sizeof *made.head; at++)
		for (int bit = 0; bit < 8; bit++) {
			((unsigned char *)made.head)[at] ^= (unsigned char)(1 << bit);
			cr_assert_not(ask(&made, made.bytes), "byte %zu, bit %d", at, bit);
			((unsigned char *)made.head)[at] ^= (unsigned char)(1 << bit);
		}
	free_blob(&made);
}

Test(hostile, a_cut_at_any_length_is_found)
{
	blob made = blob_of("psx");

	for (size_t size = 0; size < made.bytes; size++)
		cr_assert_not(ask(&made, size), "%zu bytes", size);
	for (size_t whole = made.bytes; made.bytes > sizeof *made.head; made.bytes--) {
		seal_blob(&made);
		cr_assert_eq(ask(&made, made.bytes), made.bytes == whole, "%zu bytes that say so", made.bytes);
	}
	free_blob(&made);
}

Test(hostile, every_number_of_the_rows_may_be_the_largest)
{
	static const char *const ids[] = { "gba", "psx", "snes", "esp32", "rp2040", "linux-x86_64" };

	for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
		blob made = blob_of(ids[i]);
		unsigned char *bytes = (unsigned char *)made.profile, held[8];

		for (size_t width = 2; width <= 8; width *= 2)
			for (size_t at = 0; at + width <= made.profile->texts; at += width) {
				memcpy(held, bytes + at, width);
				memset(bytes + at, 0xFF, width);
				seal_blob(&made);
				ask(&made, made.bytes);
				memcpy(bytes + at, held, width);
			}
		free_blob(&made);
	}
}

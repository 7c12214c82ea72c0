/* SPDX-License-Identifier: MIT */
/** @file
 * The operating system's pages: zeroed, aligned as asked, all of them usable and all given back. */
#include <criterion/criterion.h>
#include <string.h>
#include <sys/mman.h>

#include <flightmem/provider.h>

static const fm_memory_provider *provider;

static void look_up(void)
{
	provider = fm_memory_default();
	cr_assert_not_null(provider);
	cr_assert_eq(provider->struct_size, sizeof *provider);
	cr_assert_null(provider->drop);
}

static int is_mapped(void *page)
{
	unsigned char seen;

	return mincore(page, 1, &seen) == 0;
}

Test(memory, every_alignment_is_met_and_given_back, .init = look_up)
{
	for (size_t align = 1; align <= (size_t)1 << 24; align *= 2)
		for (size_t size = 1; size <= 3 << 16; size = size * 5 + 11) {
			unsigned char *memory = NULL;

			cr_assert_eq(provider->obtain(provider->user, size, align, (void **)&memory), FM_OK);
			cr_assert_eq((uintptr_t)memory % align, 0);
			for (size_t i = 0; i < size; i++)
				cr_assert(memory[i] == 0);
			memset(memory, 0xA5, size);
			provider->give_back(provider->user, memory, size, align);
			cr_assert_not(is_mapped((void *)((uintptr_t)memory & ~(uintptr_t)4095)));
		}
}

Test(memory, what_no_system_has_is_refused, .init = look_up)
{
	static const size_t sizes[] = { 0, SIZE_MAX, SIZE_MAX - 4095, SIZE_MAX / 2 };
	void *untouched = &provider;
	void *memory = untouched;

	for (unsigned i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
		cr_assert_eq(provider->obtain(provider->user, sizes[i], 16, &memory), FM_E_NO_MEMORY);
	cr_assert_eq(provider->obtain(provider->user, 1 << 20, (SIZE_MAX >> 1) + 1, &memory), FM_E_NO_MEMORY);
	cr_assert_eq(memory, untouched);
}

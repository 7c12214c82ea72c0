/* SPDX-License-Identifier: MIT */
/** @file
 * Host memory of regions: once, zeroed, aligned as the console's, and given back as it was asked for (fake.h watches that). */
#include "fake.h"

static unsigned char *memory_of(uint32_t index)
{
	cr_assert_eq(fm_space_obtain_memory(space, &space->regions[index]), FM_OK);
	return space->regions[index].memory;
}

Test(space_memory, is_obtained_once_and_zeroed, .init = open_fake, .fini = close_fake)
{
	int calls = source.calls;
	unsigned char *ram = memory_of(RAM);

	cr_assert(source.calls == calls + 1 && source.size == 0x1000);
	for (int i = 0; i < 0x1000; i++)
		cr_assert_eq(ram[i], 0);
	cr_assert_eq(memory_of(RAM), ram);
	cr_assert_eq(source.calls, calls + 1);
}

Test(space_memory, is_aligned_as_far_as_it_matters_inside, .init = open_fake, .fini = close_fake)
{
	memory_of(RAM);
	cr_assert_eq(source.align, 0x1000, "as its address");
	memory_of(TOP);
	cr_assert(source.size == 0x100 && source.align == 0x100);
	memory_of(BROKEN);
	cr_assert_eq(source.align, 0x800, "a larger one would matter to nobody");
	memory_of(VIDEO);
	cr_assert_eq(source.align, 0x1000, "0 is a multiple of everything");
	cr_assert_eq((uintptr_t)space->regions[RAM].memory % 0x1000, 0);

	fm_space_region odd = { .base = 0x1008, .size = 0x1000 }, large = { .size = UINT64_C(1) << 40 };

	cr_assert(alignment_of(&odd) == 8 && alignment_of(&large) == 1 << 24);
}

Test(space_memory, a_refusal_leaves_the_region_without, .init = open_fake, .fini = close_fake)
{
	source.refusal = FM_E_NO_MEMORY;
	cr_assert_eq(fm_space_obtain_memory(space, &space->regions[RAM]), FM_E_NO_MEMORY);
	source.refusal = FM_E_BUSY;
	cr_assert_eq(fm_space_obtain_memory(space, &space->regions[RAM]), FM_E_BUSY);
	cr_assert_null(space->regions[RAM].memory);
	source.refusal = FM_OK;
	memory_of(RAM);
}

Test(space_memory, goes_back_once, .init = open_fake, .fini = close_fake)
{
	int out = source.out;

	memory_of(RAM);
	fm_space_give_memory_back(space, &space->regions[RAM]);
	fm_space_give_memory_back(space, &space->regions[RAM]);
	cr_assert_eq(source.out, out);
	memory_of(RAM);
}

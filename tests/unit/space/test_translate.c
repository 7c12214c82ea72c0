/* SPDX-License-Identifier: MIT */
/** @file
 * Addresses and pointers on a platform that has every case at once. gba and psx: test_consoles.c. */
#include "../base/random.h"
#include "fake.h"

static fm_address at(uint64_t value)
{
	return (fm_address){ .value = value };
}

/** Asks for a pointer that is refused, and gives the record; `*out` must stay. */
static fm_refusal refuse(fm_address address, uint64_t size, fm_status want)
{
	void *out = &source;
	fm_refusal why = FM_STRUCT(fm_refusal);

	cr_assert_eq(fm_space_to_host(space, address, size, &out, &why), want);
	cr_assert_eq(out, &source);
	cr_assert(why.status == want && why.asked == size);
	return why;
}

static unsigned char *host(uint64_t value, uint64_t size)
{
	void *out = NULL;

	cr_assert_eq(fm_space_to_host(space, at(value), size, &out, NULL), FM_OK);
	return out;
}

static fm_address guest(const void *pointer)
{
	fm_address out = { 0 };

	cr_assert_eq(fm_space_to_guest(space, pointer, &out), FM_OK);
	return out;
}

/** Opens a space whose addresses are pointers. */
static void open_real(void)
{
	fake.info.endian = endian_of_this_program();
	cr_assert_eq(fm_space_open(&fake, FM_OPTIONS(fm_space_options, .backing = FM_SPACE_REAL), &space, NULL), FM_OK);
}

/** What is refused alike, whatever is behind the addresses. */
static void refuse_every_kind(void)
{
	void *out = NULL;

	cr_assert_eq(fm_space_to_host(NULL, at(0x1000), 1, &out, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_space_to_host(space, at(0x1000), 1, NULL, NULL), FM_E_ARGUMENT);
	refuse(at(0x1000), 0, FM_E_ARGUMENT);
	refuse((fm_address){ .space = FAKE_SPACES }, 1, FM_E_NOT_FOUND);
	refuse((fm_address){ .space = FM_NONE }, 1, FM_E_NOT_FOUND);
	refuse((fm_address){ .space = PRIVATE }, 1, FM_E_NO_ADDRESS);
	refuse(at(0x40000), 1, FM_E_NO_ADDRESS);
	refuse(at(0xFFF), 1, FM_E_UNMAPPED);
	refuse(at(0), UINT64_MAX, FM_E_UNMAPPED);
	refuse(at(0x9000), 1, FM_E_FACT_UNKNOWN);
	refuse(at(0x9001), 1, FM_E_UNMAPPED);
	refuse(at(0x1000), 0x1001, FM_E_RANGE);
	refuse(at(0x1FFF), 2, FM_E_RANGE);
	refuse(at(0x1000), UINT64_MAX, FM_E_RANGE);
	refuse(at(UINT64_MAX), 2, FM_E_RANGE);
}

Test(space_translate, to_host_says_every_status, .init = open_fake, .fini = close_fake)
{
	int calls = source.calls;

	refuse_every_kind();
	cr_assert_eq(source.calls, calls, "what is refused asks for no memory");
	source.refusal = FM_E_NO_MEMORY;
	refuse(at(0x1000), 1, FM_E_NO_MEMORY);
	source.refusal = FM_E_BUSY;
	refuse(at(0x1000), 1, FM_E_BUSY);
	source.refusal = FM_OK;
	host(0x1000, 0x1000);
}

Test(space_translate, a_refusal_says_how_many_bytes_follow, .init = open_fake, .fini = close_fake)
{
	fm_refusal why = refuse(at(0x1F00), 0x101, FM_E_RANGE);

	cr_assert_str_eq(why.subject, "ram");
	cr_assert(why.capacity == 0x1000 && why.available == 0x100 && why.largest == 0x100);
	cr_assert(why.help == FM_HELP_ASK_LESS && why.help_bytes == 0x100);
	why = refuse(at(0x40000), 1, FM_E_NO_ADDRESS);
	cr_assert_str_eq(why.subject, "hidden");
	cr_assert_eq(why.help, FM_HELP_OTHER);
	cr_assert_str_empty(refuse(at(0xFFF), 1, FM_E_UNMAPPED).subject);
	source.refusal = FM_E_NO_MEMORY;
	why = refuse(at(0x1000), 1, FM_E_NO_MEMORY);
	cr_assert_str_eq(why.subject, "ram");
	cr_assert(why.help == FM_HELP_OTHER && why.capacity == 0);
}

Test(space_translate, names_of_the_same_bytes_share_them, .init = open_fake, .fini = close_fake)
{
	unsigned char *ram = host(0x1000, 1);

	cr_assert_eq(host(0x30000, 0x800), ram);
	cr_assert_eq(host(0x307FF, 1), ram + 0x7FF);
	cr_assert(guest(host(0x30123, 1)).value == 0x1123, "the owner's address");
	refuse(at(0x30000), 0x801, FM_E_RANGE);
}

Test(space_translate, to_guest_judges_any_pointer, .init = open_fake, .fini = close_fake)
{
	unsigned char *ram = host(0x1000, 1);
	unsigned char *top = host(UINT64_MAX - 0xFF, 1);
	fm_address out = at(77);
	uint64_t state = 5;

	cr_assert_eq(fm_space_to_guest(NULL, ram, &out), FM_E_ARGUMENT);
	cr_assert_eq(fm_space_to_guest(space, ram, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_space_to_guest(space, NULL, &out), FM_E_FOREIGN);
	cr_assert_eq(fm_space_to_guest(space, &out, &out), FM_E_FOREIGN);
	cr_assert_eq(fm_space_to_guest(space, (void *)((uintptr_t)ram - 1), &out), FM_E_FOREIGN);
	cr_assert_eq(fm_space_to_guest(space, (void *)((uintptr_t)ram + 0x1000), &out), FM_E_FOREIGN);
	cr_assert_eq(fm_space_to_guest(space, (void *)UINTPTR_MAX, &out), FM_E_FOREIGN);
	cr_assert_eq(out.value, 77);
	cr_assert_eq(guest(ram + 0xFFF).value, 0x1FFF);
	cr_assert_eq(guest(top + 0xFF).value, UINT64_MAX);
	for (int i = 0; i < 10000; i++) {
		uintptr_t value = (uintptr_t)random_edge(&state) + (i & 1 ? (uintptr_t)ram : 0);
		int is_inside = value - (uintptr_t)ram < 0x1000 || value - (uintptr_t)top < 0x100;

		cr_assert_eq(fm_space_to_guest(space, (void *)value, &out), is_inside ? FM_OK : FM_E_FOREIGN);
	}
}

Test(space_translate, real_addresses_are_pointers, .init = open_real, .fini = close_fake)
{
	int calls = source.calls;
	fm_address out = at(77);

	cr_assert_eq(host(0x1000, 0x1000), (unsigned char *)0x1000);
	cr_assert_eq(host(0x30123, 1), (unsigned char *)0x30123, "by the window that was chosen");
	cr_assert_eq(guest((void *)0x1FFF).value, 0x1FFF);
	cr_assert_eq(guest((void *)0x30123).value, 0x1123);
	cr_assert_eq(fm_space_to_guest(space, (void *)0xFFF, &out), FM_E_FOREIGN);
	cr_assert_eq(fm_space_to_guest(space, (void *)0x40000, &out), FM_E_FOREIGN);
	cr_assert_eq(out.value, 77);
	refuse_every_kind();
	cr_assert_eq(source.calls, calls);
}

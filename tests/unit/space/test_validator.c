/* SPDX-License-Identifier: MIT */
/** @file
 * Validators of host pointers: the verdict on a pointer is the profile's on the address that it stands for. */
#include <criterion/criterion.h>
#include <string.h>

#include "../base/random.h"
#include "space/space.h"

enum { ASKED = 20000 };

static fm_space *open_space(const char *id)
{
	fm_space *space = NULL;

	cr_assert_eq(fm_space_open(fm_profile_find(id), NULL, &space, NULL), FM_OK);
	return space;
}

static fm_validator *open_validator(const fm_space *space, fm_validator_options options)
{
	fm_validator *validator = NULL;

	options.struct_size = sizeof options;
	cr_assert_eq(fm_space_open_validator(space, &options, &validator, NULL), FM_OK);
	return validator;
}

/** The host memory of a region, given to it if it has none. */
static unsigned char *memory_of(fm_space *space, const char *region)
{
	fm_region known = FM_STRUCT(fm_region);
	void *out = NULL;

	cr_assert_eq(fm_profile_region_find(fm_space_profile(space), region, &known), FM_OK);
	cr_assert_eq(fm_space_to_host(space, (fm_address){ .value = known.base, .space = known.space }, 1, &out, NULL), FM_OK);
	return out;
}

static fm_status ask(const fm_validator *validator, const void *pointer, uint64_t size, uint32_t access)
{
	return fm_validator_check(validator, (uintptr_t)pointer, size, access);
}

Test(space_validator, pointers_have_the_rights_of_their_region)
{
	fm_space *space = open_space("gba");
	unsigned char *rom = memory_of(space, "rom"), *vram = memory_of(space, "vram"), *iwram = memory_of(space, "iwram");
	fm_validator *validator = open_validator(space, (fm_validator_options){ 0 });
	fm_finding finding = FM_STRUCT(fm_finding);

	cr_assert_eq(ask(validator, rom + 192, 4, FM_ACCESS_READ | FM_ACCESS_32), FM_OK);
	cr_assert_eq(ask(validator, rom, 4, FM_ACCESS_WRITE | FM_ACCESS_32), FM_E_ACCESS_PERMISSION);
	cr_assert_eq(ask(validator, vram, 1, FM_ACCESS_WRITE | FM_ACCESS_8), FM_E_ACCESS_WIDTH);
	cr_assert_eq(ask(validator, iwram + 0x7FFC, 8, FM_ACCESS_WRITE), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(ask(validator, iwram + 0x7F00, 4, FM_ACCESS_WRITE), FM_E_ACCESS_RESERVED);
	cr_assert_eq(ask(validator, iwram + 0x7EFE, 4, FM_ACCESS_WRITE), FM_E_ACCESS_RESERVED);
	cr_assert_eq(ask(validator, &finding, 4, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(ask(validator, NULL, 4, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(fm_validator_check(validator, 0x02000000, 4, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS, "addresses are the profile's validator's");
	cr_assert_eq(fm_validator_explain(validator, &(fm_access){ (uintptr_t)(iwram + 0x7EFE), 4, FM_ACCESS_WRITE, 0 }, NULL, 0, &finding), FM_OK);
	cr_assert_str_eq(finding.region_name, "iwram");
	cr_assert(finding.at == (uintptr_t)(iwram + 0x7F00) && finding.help == 2);
	fm_validator_unref(validator);
	cr_assert_eq(fm_space_close(space), FM_OK, "a validator holds no reference");
}

/** Asks for pointers in and around a region's memory; the profile is asked for the address that each stands for. */
static void compare(fm_space *space, const fm_validator *pointers, const fm_validator *addresses, const fm_region *region, uint64_t *state)
{
	static const uint32_t widths[] = { 0, FM_ACCESS_8, FM_ACCESS_16, FM_ACCESS_32, FM_ACCESS_64 };
	uintptr_t memory = (uintptr_t)memory_of(space, region->id);

	for (int i = 0; i < ASKED; i++) {
		uint64_t at = random_word(state) % 4 == 0 ? region->size - random_word(state) % 16 : random_word(state) % region->size;
		uint64_t size = random_word(state) % 8 == 0 ? random_word(state) : random_word(state) % 64;
		uint32_t access = (uint32_t)(random_word(state) & 15) | widths[random_word(state) % 5];
		fm_address guest = { 0 };

		if (random_word(state) % 2 == 0)
			at &= ~UINT64_C(255);
		if (at == region->size)
			continue;
		cr_assert_eq(fm_space_to_guest(space, (const void *)(memory + (uintptr_t)at), &guest), FM_OK);
		cr_assert_eq(guest.value, region->base + at);
		cr_assert_eq(fm_validator_check(pointers, memory + at, size, access), fm_validator_check(addresses, guest.value, size, access),
			     "%s + %#llx, %#llx bytes, %#x", region->id, (unsigned long long)at, (unsigned long long)size, access);
	}
	cr_assert_eq(fm_validator_check(pointers, memory - 1, 2, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(fm_validator_check(pointers, memory, region->size + 1, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS);
}

static void compare_all(const char *id)
{
	fm_space *space = open_space(id);
	fm_region region = FM_STRUCT(fm_region);
	fm_validator *pointers = NULL, *addresses = NULL;
	uint64_t state = 99;

	for (int pass = 0; pass < 2; pass++) {
		for (uint32_t i = 0; fm_profile_region(fm_space_profile(space), i, &region) == FM_OK; i++) {
			if (region.space != 0 || region.has_base != FM_FACT_YES || region.cpu_mapped != FM_FACT_YES || region.size == 0 || region.alias_of != FM_NONE)
				continue;
			if (pass == 0)
				memory_of(space, region.id);
			else
				compare(space, pointers, addresses, &region, &state);
		}
		if (pass == 0) {
			pointers = open_validator(space, (fm_validator_options){ 0 });
			cr_assert_eq(fm_validator_open(FM_OPTIONS(fm_validator_options, .profile = fm_space_profile(space)), &addresses, NULL), FM_OK);
		}
	}
	fm_validator_unref(pointers);
	fm_validator_unref(addresses);
	fm_space_unref(space);
}

Test(space_validator, a_pointer_is_judged_as_the_address_that_it_stands_for)
{
	compare_all("gba");
	compare_all("psx");
	compare_all("amiga500");
}

Test(space_validator, what_has_no_memory_yet_lies_nowhere)
{
	fm_space *space = open_space("gba");
	fm_validator *before = open_validator(space, (fm_validator_options){ 0 });
	unsigned char *ewram = memory_of(space, "ewram");
	fm_validator *after = open_validator(space, (fm_validator_options){ 0 });

	cr_assert_eq(ask(before, ewram, 4, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(ask(after, ewram, 4, FM_ACCESS_READ), FM_OK);
	fm_validator_unref(before);
	fm_validator_unref(after);
	fm_space_unref(space);
}

/** A chip that begins at an odd address: its first byte is aligned on the host, and is not on the platform. */
Test(space_validator, alignment_is_the_platforms)
{
	fm_space *space = open_space("amiga500");
	unsigned char *cia = memory_of(space, "cia_a");
	fm_validator *validator = open_validator(space, (fm_validator_options){ 0 });

	cr_assert_eq((uintptr_t)cia % 2, 0);
	cr_assert_eq(ask(validator, cia, 2, FM_ACCESS_READ | FM_ACCESS_16), FM_E_ACCESS_ALIGNMENT);
	cr_assert_eq(ask(validator, cia, 1, FM_ACCESS_READ | FM_ACCESS_8), FM_OK);
	cr_assert_eq(ask(validator, cia + 1, 1, FM_ACCESS_READ | FM_ACCESS_8), FM_E_ACCESS_LANE);
	fm_validator_unref(validator);
	fm_space_unref(space);
}

Test(space_validator, options_are_those_of_a_validator)
{
	fm_space *space = open_space("gba");
	unsigned char *rom = memory_of(space, "rom");
	fm_validator *validator = NULL, *none = NULL;
	fm_validator_region region = { .size = 1 };
	fm_refusal why = FM_STRUCT(fm_refusal);

	cr_assert_eq(fm_space_open_validator(space, NULL, &validator, NULL), FM_OK, "all defaults");
	cr_assert_eq(ask(validator, rom, 2, FM_ACCESS_WRITE), FM_E_ACCESS_PERMISSION);
	fm_validator_unref(validator);
	validator = open_validator(space, (fm_validator_options){ .rules = FM_RULE_BIT(FM_RULE_WIDTH) });
	cr_assert_eq(ask(validator, rom, 2, FM_ACCESS_WRITE | FM_ACCESS_16), FM_OK);
	fm_validator_unref(validator);
	cr_assert_eq(fm_space_open_validator(NULL, NULL, &none, &why), FM_E_ARGUMENT);
	cr_assert_eq(why.status, FM_E_ARGUMENT);
	cr_assert_eq(fm_space_open_validator(space, NULL, NULL, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_space_open_validator(space, FM_OPTIONS(fm_validator_options, .profile = fm_space_profile(space)), &none, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_space_open_validator(space, FM_OPTIONS(fm_validator_options, .regions = &region, .region_count = 1), &none, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_space_open_validator(space, FM_OPTIONS(fm_validator_options, .level = 3), &none, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_space_open_validator(space, FM_OPTIONS(fm_validator_options, .control = &region, .control_size = 16), &none, &why), FM_E_TOO_LARGE);
	cr_assert_gt(why.help_bytes, 16);
	cr_assert_null(none);
	cr_assert_eq(fm_space_close(space), FM_OK);
}

Test(space_validator, where_addresses_are_pointers_it_is_the_profiles)
{
	const fm_profile *profile = NULL;
	fm_profile_info info = FM_STRUCT(fm_profile_info);
	fm_space *space = NULL;

	for (uint32_t i = 0; i < fm_profile_count() && space == NULL; i++) {
		profile = fm_profile_at(i);
		if (fm_profile_get_info(profile, &info) == FM_OK && info.space_count > 0 && info.region_count > 0 &&
		    fm_space_open(profile, FM_OPTIONS(fm_space_options, .backing = FM_SPACE_REAL), &space, NULL) != FM_OK)
			space = NULL;
	}
	cr_assert_not_null(space, "some platform has this machine's pointers");

	fm_validator *pointers = open_validator(space, (fm_validator_options){ 0 }), *addresses = NULL;
	uint64_t state = 5;

	cr_assert_eq(fm_validator_open(FM_OPTIONS(fm_validator_options, .profile = profile), &addresses, NULL), FM_OK);
	for (int i = 0; i < ASKED; i++) {
		uint64_t address = random_edge(&state);

		cr_assert_eq(fm_validator_check(pointers, address, 4, FM_ACCESS_READ), fm_validator_check(addresses, address, 4, FM_ACCESS_READ));
	}
	cr_assert_eq(fm_space_open_validator(space, FM_OPTIONS(fm_validator_options, .space = 99), &pointers, NULL), FM_E_NOT_FOUND);
	fm_validator_unref(pointers);
	fm_validator_unref(addresses);
	fm_space_unref(space);
}

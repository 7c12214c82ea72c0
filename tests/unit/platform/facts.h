/* SPDX-License-Identifier: MIT */
/** @file
 * What several tests of profiles need: a profile that must be there, and output structs that no failure may touch. */
#ifndef FLIGHTMEM_TESTS_PLATFORM_FACTS_H
#define FLIGHTMEM_TESTS_PLATFORM_FACTS_H

#include <criterion/criterion.h>
#include <flightmem/profile.h>
#include <string.h>

/** A built-in profile. */
static inline const fm_profile *profile_of(const char *id)
{
	const fm_profile *profile = fm_profile_find(id);

	cr_assert_not_null(profile, "%s is built in", id);
	return profile;
}

/** The index of a region that must be there. */
static inline uint32_t region_of(const fm_profile *profile, const char *id)
{
	fm_region region = FM_STRUCT(fm_region);

	cr_assert_eq(fm_profile_region_find(profile, id, &region), FM_OK, "region %s", id);
	return region.index;
}

/** Fills `*object` with bytes that no library writes, and its struct_size with `size`. */
#define PLANT(object, size) \
	do { \
		size_t planted_size = (size); \
		memset((object), 0xA5, sizeof *(object)); \
		memcpy((object), &planted_size, sizeof planted_size); \
	} while (0)

/** Expects `call`, which writes to `object`, to return `want` and to leave every byte of it. */
#define REFUSED(call, object, want) \
	do { \
		unsigned char before[sizeof *(object)]; \
		memcpy(before, (object), sizeof before); \
		cr_assert_eq((call), (want)); \
		cr_assert_eq(memcmp(before, (object), sizeof before), 0, "a failure leaves the struct"); \
	} while (0)

/** Expects a call that takes an output struct to judge its struct_size. `CALL(p)` makes the call with the pointer `p`. */
#define JUDGES_STRUCT_SIZE(TYPE, CALL) \
	do { \
		TYPE out; \
		PLANT(&out, sizeof out - 1); \
		REFUSED(CALL(&out), &out, FM_E_ABI_SIZE); \
		PLANT(&out, 0); \
		REFUSED(CALL(&out), &out, FM_E_ABI_SIZE); \
		PLANT(&out, FM_STRUCT_SIZE_MAX + 1); \
		REFUSED(CALL(&out), &out, FM_E_ABI_SIZE); \
		PLANT(&out, SIZE_MAX); \
		REFUSED(CALL(&out), &out, FM_E_ABI_SIZE); \
	} while (0)

/** Expects a call to serve a newer caller: what it knows is written as for one of its own age, the tail stays, whatever it holds. */
#define KEEPS_TAIL(TYPE, CALL) \
	do { \
		TYPE same; \
		union { \
			TYPE known; \
			unsigned char bytes[sizeof(TYPE) + 16]; \
		} newer; \
		PLANT(&same, sizeof same); \
		cr_assert_eq(CALL(&same), FM_OK); \
		for (int tail = 0; tail <= 0xA5; tail += 0xA5) { \
			PLANT(&newer.known, sizeof newer); \
			memset(newer.bytes + sizeof same, tail, sizeof newer - sizeof same); \
			cr_assert_eq(CALL(&newer.known), FM_OK); \
			cr_assert_eq(memcmp(&newer.known, &same, sizeof same), 0, "struct_size is the bytes written, the rest as ever"); \
			for (size_t at = sizeof same; at < sizeof newer; at++) \
				cr_assert_eq(newer.bytes[at], tail); \
		} \
	} while (0)

#endif

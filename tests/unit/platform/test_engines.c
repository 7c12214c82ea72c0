/* SPDX-License-Identifier: MIT */
/** @file
 * DMA engines: what sources say of each, and nothing else. */
#include "facts.h"
#include "platform/tables.h"

static fm_engine engine_of(const char *id, uint32_t index)
{
	fm_engine engine = FM_STRUCT(fm_engine);

	cr_assert_eq(fm_profile_engine(profile_of(id), index, &engine), FM_OK);
	return engine;
}

Test(engines, each_wants_its_own)
{
	fm_engine oam = engine_of("gbc", 0), vram = engine_of("gbc", 1);

	cr_assert_str_eq(oam.id, "oam");
	cr_assert(oam.align == 256 && oam.granule == 160);
	cr_assert_str_eq(vram.id, "vram");
	cr_assert(vram.align == 16 && vram.granule == 16 && vram.space == FM_NONE);
	cr_assert_str_eq(vram.source, "G7");
}

Test(engines, without_a_list_one_stands_for_all)
{
	fm_engine any = engine_of("dreamcast", 0);

	cr_assert_str_eq(any.id, "dma");
	cr_assert(any.align == 32 && any.granule == 32 && any.boundary == 0 && any.limit == 0 && any.space == FM_NONE);
}

Test(engines, reach_and_boundary_are_there_where_a_source_says_them)
{
	cr_assert_eq(engine_of("psx", 0).limit, 0x1000000);
	cr_assert_eq(engine_of("megadrive", 0).boundary, 0x20000);
	cr_assert_eq(engine_of("psx", 1).space, 2);
	cr_assert_eq(engine_of("psx", 1).granule, 0);
}

Test(engines, the_count_is_what_can_be_asked_for)
{
	for (uint32_t i = 0; i < fm_profile_count(); i++) {
		fm_profile_info info = FM_STRUCT(fm_profile_info);
		fm_engine engine = FM_STRUCT(fm_engine);

		cr_assert_eq(fm_profile_get_info(fm_profile_at(i), &info), FM_OK);
		for (uint32_t k = 0; k < info.engine_count; k++)
			cr_assert_eq(fm_profile_engine(fm_profile_at(i), k, &engine), FM_OK);
		cr_assert_eq(fm_profile_engine(fm_profile_at(i), info.engine_count, &engine), FM_E_NOT_FOUND);
	}
}

Test(engines, registers_of_64_bits_are_no_limit)
{
	static const struct {
		struct fm_profile profile;
		struct fm_table_engine engines[2];
	} made = { .profile = { .engines = offsetof(__typeof__(made), engines), .engine_count = 2 }, .engines = { { .address_bits = 64 }, { .address_bits = 63 } } };
	fm_engine engine = FM_STRUCT(fm_engine);

	cr_assert_eq(fm_profile_engine(&made.profile, 0, &engine), FM_OK);
	cr_assert_eq(engine.limit, 0);
	cr_assert_eq(fm_profile_engine(&made.profile, 1, &engine), FM_OK);
	cr_assert_eq(engine.limit, UINT64_C(1) << 63);
}

#define GET_ENGINE(out) fm_profile_engine(profile_of("gba"), 0, out)

Test(engines, a_newer_caller_keeps_its_tail)
{
	KEEPS_TAIL(fm_engine, GET_ENGINE);
}

Test(engines, a_failure_leaves_the_struct)
{
	fm_engine engine;

	JUDGES_STRUCT_SIZE(fm_engine, GET_ENGINE);
	PLANT(&engine, sizeof engine);
	REFUSED(fm_profile_engine(NULL, 0, &engine), &engine, FM_E_ARGUMENT);
	REFUSED(fm_profile_engine(profile_of("gba"), 1, &engine), &engine, FM_E_NOT_FOUND);
	REFUSED(fm_profile_engine(profile_of("gba"), FM_NONE, &engine), &engine, FM_E_NOT_FOUND);
	REFUSED(fm_profile_engine(profile_of("zx_spectrum_48"), 0, &engine), &engine, FM_E_NOT_FOUND);
	cr_assert_eq(fm_profile_engine(profile_of("gba"), 0, NULL), FM_E_ARGUMENT);
}

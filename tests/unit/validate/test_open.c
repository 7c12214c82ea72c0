/* SPDX-License-Identifier: MIT */
/** @file
 * The life of a validator: options, where its block lies, who may close it. */
#include "lists.h"

#define UNTOUCHED ((fm_validator *)control)

static FM_ALIGNED(16) unsigned char control[65536];
static const fm_validator_region one = { .base = 0x1000, .size = 0x100, .access = RW };

/** What a provider did. */
static struct {
	int out, drops;
	size_t size, align;
	fm_status refusal;
} source;

static fm_status source_obtain(void *user, size_t size, size_t align, void **out)
{
	cr_assert_eq(user, &source);
	source.size = size;
	source.align = align;
	if (source.refusal != FM_OK)
		return source.refusal;
	source.out++;
	*out = control;
	return FM_OK;
}

static void source_give_back(void *user, void *memory, size_t size, size_t align)
{
	cr_assert(user == &source && memory == control && size == source.size && align == source.align && source.drops == 0);
	source.out--;
}

static void source_drop(void *user)
{
	cr_assert_eq(user, &source);
	source.drops++;
}

static const fm_memory_provider provider = { .struct_size = sizeof provider, .user = &source, .obtain = source_obtain,
					     .give_back = source_give_back, .drop = source_drop };

/** Opens with options that are refused; nothing may have changed. */
static fm_refusal refuse(fm_validator_options options, fm_status want)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_validator *out = UNTOUCHED;

	options.struct_size = sizeof options;
	cr_assert_eq(fm_validator_open(&options, &out, &why), want, "%s", fm_status_name(why.status));
	cr_assert(out == UNTOUCHED && source.out == 0 && source.drops == 0 && why.status == want);
	cr_assert_str_eq(why.subject, "validator");
	return why;
}

static void refuse_region(fm_validator_region region, fm_status want)
{
	size_t bytes = 77;
	fm_validator_options options = { .struct_size = sizeof options, .regions = &region, .region_count = 1 };

	refuse(options, want);
	cr_assert_eq(fm_validator_control_size(&options, &bytes), want);
	cr_assert_eq(bytes, 77);
}

Test(validator_open, needs_one_thing_to_judge)
{
	fm_validator *out = UNTOUCHED;

	cr_assert_eq(fm_validator_open(NULL, &out, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_validator_open(FM_OPTIONS(fm_validator_options, .regions = &one, .region_count = 1), NULL, NULL), FM_E_ARGUMENT);
	cr_assert_eq(out, UNTOUCHED);
	refuse((fm_validator_options){ 0 }, FM_E_ARGUMENT);
	refuse((fm_validator_options){ .profile = fm_profile_find("gba"), .regions = &one }, FM_E_ARGUMENT);
	refuse((fm_validator_options){ .profile = fm_profile_find("gba"), .space = 9 }, FM_E_NOT_FOUND);
	refuse((fm_validator_options){ .profile = fm_profile_find("gba"), .dma_engine = 2 }, FM_E_NOT_FOUND);
	refuse((fm_validator_options){ .regions = &one, .dma_engine = 1 }, FM_E_NOT_FOUND);
}

Test(validator_open, options_are_judged)
{
	refuse((fm_validator_options){ .regions = &one, .level = 3 }, FM_E_ARGUMENT);
	refuse((fm_validator_options){ .regions = &one, .rules = FM_RULE_BIT(FM_RULE_COUNT) }, FM_E_ARGUMENT);
	refuse((fm_validator_options){ .regions = &one, .flags = 8 }, FM_E_ARGUMENT);
	refuse((fm_validator_options){ .regions = &one, .dma_align = 12 }, FM_E_ALIGNMENT);
	refuse((fm_validator_options){ .regions = &one, .dma_boundary = 3 }, FM_E_ALIGNMENT);
	refuse((fm_validator_options){ .regions = &one, .reserved = 1 }, FM_E_ABI_FIELD);
}

Test(validator_open, regions_are_judged)
{
	refuse_region((fm_validator_region){ .base = 4 }, FM_E_RANGE);
	refuse_region((fm_validator_region){ .base = UINT64_MAX, .size = 2 }, FM_E_RANGE);
	refuse_region((fm_validator_region){ .size = 1, .access = 16 }, FM_E_ARGUMENT);
	refuse_region((fm_validator_region){ .size = 1, .flags = 4 }, FM_E_ARGUMENT);
	refuse_region((fm_validator_region){ .size = 1, .read_widths = 16 }, FM_E_ARGUMENT);
	refuse_region((fm_validator_region){ .size = 1, .write_widths = 16 }, FM_E_ARGUMENT);
	refuse_region((fm_validator_region){ .size = 1, .reserved = 1 }, FM_E_ARGUMENT);
	refuse_region((fm_validator_region){ .size = 1, .alias = 1 }, FM_E_ARGUMENT);
	refuse_region((fm_validator_region){ .size = 1, .lane = 2, .lane_stride = 2 }, FM_E_ARGUMENT);
	refuse_region((fm_validator_region){ .size = 1, .align = 3 }, FM_E_ALIGNMENT);

	fm_validator_region names[] = { { .size = 16 }, { .size = 8, .alias = 1, .alias_offset = 9 } };

	refuse((fm_validator_options){ .regions = names, .region_count = 2 }, FM_E_RANGE);
	names[1].alias_offset = UINT64_MAX;
	refuse((fm_validator_options){ .regions = names, .region_count = 2 }, FM_E_RANGE);
}

Test(validator_open, there_is_a_most)
{
	uint32_t count = FM_VALIDATE_WINDOWS_MAX + 1;
	fm_validator_region *regions = calloc(count, sizeof *regions);
	fm_validator *validator = NULL;
	fm_refusal why;

	for (uint32_t i = 0; i < count; i++)
		regions[i] = (fm_validator_region){ .base = (uint64_t)i * i, .size = i + 1, .access = FM_ACCESS_READ };
	why = refuse((fm_validator_options){ .regions = regions, .region_count = count }, FM_E_TOO_LARGE);
	cr_assert(why.help == FM_HELP_OTHER && why.help_bytes == 0);
	validator = open_options((fm_validator_options){ .regions = regions, .region_count = count - 1 });
	for (uint32_t i = 0; i < count - 1; i++)
		cr_assert_eq(fm_validator_check(validator, (uint64_t)i * i, i + 1, FM_ACCESS_READ), FM_OK);
	fm_validator_unref(validator);
	free(regions);
}

Test(validator_open, the_block_may_be_the_callers)
{
	size_t bytes = 0;
	fm_validator *validator = NULL;
	fm_validator_options options = { .struct_size = sizeof options, .profile = fm_profile_find("gba"), .control = control };

	cr_assert_eq(fm_validator_control_size(&options, &bytes), FM_OK);
	cr_assert_lt(bytes, sizeof control);
	memset(control, 0xA5, sizeof control);
	options.control_size = bytes;
	cr_assert_eq(fm_validator_open(&options, &validator, NULL), FM_OK);
	cr_assert_eq(validator, UNTOUCHED);
	cr_assert_eq(ask(validator, 0x02000000, 4, FM_ACCESS_READ | FM_ACCESS_32), FM_OK);
	cr_assert_eq(fm_validator_close(validator), FM_OK);
	for (size_t i = bytes; i < sizeof control; i++)
		cr_assert_eq(control[i], 0xA5, "not a byte more than it says");
}

Test(validator_open, a_block_is_judged)
{
	size_t bytes = 0;
	fm_validator_options options = { .struct_size = sizeof options, .regions = &one, .region_count = 1, .control = control };
	fm_refusal why;

	cr_assert_eq(fm_validator_control_size(&options, &bytes), FM_OK);
	options.control_size = bytes - 1;
	why = refuse(options, FM_E_TOO_LARGE);
	cr_assert(why.asked == bytes && why.help == FM_HELP_ENLARGE && why.help_bytes == bytes && why.capacity == bytes - 1 && why.align == 16);
	options.control = control + 8;
	why = refuse(options, FM_E_ALIGNMENT);
	cr_assert(why.help == FM_HELP_ALIGN && why.help_bytes == 16);
	cr_assert_eq(fm_validator_control_size(&options, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_validator_control_size(NULL, &bytes), FM_E_ARGUMENT);
}

Test(validator_open, a_provider_gives_the_block_and_gets_it_back)
{
	fm_validator *validator = open_options((fm_validator_options){ .regions = &one, .region_count = 1, .provider = &provider });

	cr_assert(source.out == 1 && source.align == 16);
	cr_assert_eq(fm_validator_close(validator), FM_OK);
	cr_assert(source.out == 0 && source.drops == 1);
}

Test(validator_open, a_provider_may_refuse_and_must_be_whole)
{
	fm_memory_provider half = provider;

	source.refusal = FM_E_NO_MEMORY;
	cr_assert_gt(refuse((fm_validator_options){ .regions = &one, .region_count = 1, .provider = &provider }, FM_E_NO_MEMORY).asked, 0);
	half.give_back = NULL;
	refuse((fm_validator_options){ .regions = &one, .region_count = 1, .provider = &half }, FM_E_ARGUMENT);
	half = provider;
	half.obtain = NULL;
	refuse((fm_validator_options){ .regions = &one, .region_count = 1, .provider = &half }, FM_E_ARGUMENT);
	half.struct_size = 8;
	refuse((fm_validator_options){ .regions = &one, .region_count = 1, .provider = &half }, FM_E_ABI_SIZE);
}

Test(validator_open, callers_of_other_ages)
{
	struct {
		fm_validator_options known;
		uint64_t newer;
	} options = { .known = { .struct_size = sizeof options, .regions = &one, .region_count = 1 } };
	fm_validator *validator = NULL;

	cr_assert_eq(fm_validator_open(&options.known, &validator, NULL), FM_OK);
	fm_validator_unref(validator);
	validator = NULL;
	options.newer = 1;
	cr_assert_eq(fm_validator_open(&options.known, &validator, NULL), FM_E_ABI_FIELD);
	options.known.struct_size = 16;
	cr_assert_eq(fm_validator_open(&options.known, &validator, NULL), FM_E_ABI_SIZE);
	cr_assert_eq(validator, NULL);
}

Test(validator_close, waits_for_other_references)
{
	fm_validator *validator = open_one(one, (fm_validator_options){ .provider = &provider });

	cr_assert_eq(fm_validator_ref(validator), validator);
	cr_assert_eq(fm_validator_close(validator), FM_E_BUSY);
	cr_assert_eq(ask(validator, 0x1000, 4, RW), FM_OK);
	fm_validator_unref(validator);
	cr_assert_eq(source.out, 1);
	cr_assert_eq(fm_validator_close(validator), FM_OK);
	cr_assert(source.out == 0 && source.drops == 1);
	cr_assert_eq(fm_validator_close(NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_validator_ref(NULL), NULL);
	fm_validator_unref(NULL);
}

Test(validator_open, the_list_is_copied)
{
	fm_validator_region region = one;
	fm_validator *validator = open_options((fm_validator_options){ .regions = &region, .region_count = 1 });

	memset(&region, 0xA5, sizeof region);
	cr_assert_eq(ask(validator, 0x1000, 4, RW), FM_OK);
	fm_validator_unref(validator);
}

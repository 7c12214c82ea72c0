/* SPDX-License-Identifier: MIT */
/** @file
 * What CPU and DMA engines of a platform want of an access, as lines and as JSON. */
#include <inttypes.h>

#include "profile.h"

/** As the data has it; NULL iff no source says. */
static const char *misaligned_text(fm_misaligned misaligned)
{
	static const char *const texts[] = { NULL, "allowed", "fault", "force_align", "rotate", "mixed" };

	return misaligned < sizeof texts / sizeof texts[0] ? texts[misaligned] : NULL;
}

/** Prints `before`, a number and `after`, iff the number is known. */
static void print_number(const char *before, uint64_t number, const char *after)
{
	if (number != 0)
		printf("%s%" PRIu64 "%s", before, number, after);
}

void print_engines(const fm_profile *profile, const fm_profile_info *info)
{
	fm_engine engine = FM_STRUCT(fm_engine);
	fm_space_info space = FM_STRUCT(fm_space_info);

	if (misaligned_text(info->misaligned) != NULL) {
		printf("  misaligned loads and stores: %s", misaligned_text(info->misaligned));
		print_number("; the widest alignment is ", info->misaligned == FM_MISALIGNED_ALLOWED ? 0 : info->natural_bytes, " bytes");
		putchar('\n');
	}
	for (uint32_t i = 0; fm_profile_engine(profile, i, &engine) == FM_OK; i++) {
		printf("  DMA engine %s:", engine.id);
		print_number(" begins at a multiple of ", engine.align, "");
		print_number(engine.align != 0 ? ", moves whole " : " moves whole ", engine.granule, " bytes");
		print_number(", does not cross ", engine.boundary, "");
		if (engine.limit != 0)
			printf(", ends below 0x%" PRIX64, engine.limit);
		if (fm_profile_space(profile, engine.space, &space) == FM_OK)
			printf(", in the address space %s", space.id);
		putchar('\n');
	}
}

static json_t *number_or_null(uint64_t number)
{
	return number == 0 ? json_null() : json_uint64(number);
}

void put_engines(json_t *whole, const fm_profile *profile, const fm_profile_info *info)
{
	fm_engine engine = FM_STRUCT(fm_engine);
	json_t *list = json_array();
	const char *misaligned = misaligned_text(info->misaligned);

	for (uint32_t i = 0; fm_profile_engine(profile, i, &engine) == FM_OK; i++) {
		fm_space_info space = FM_STRUCT(fm_space_info);
		int has_space = fm_profile_space(profile, engine.space, &space) == FM_OK;

		json_array_append_new(list, json_pack("{s:s, s:s, s:o, s:o, s:o, s:o, s:o}", "id", engine.id, "source", engine.source, "address_space",
						      has_space ? json_string(space.id) : json_null(), "align", number_or_null(engine.align), "granule",
						      number_or_null(engine.granule), "boundary", number_or_null(engine.boundary), "limit", number_or_null(engine.limit)));
	}
	json_object_set_new(whole, "misaligned_access", misaligned == NULL ? json_null() : json_string(misaligned));
	json_object_set_new(whole, "natural_bytes", number_or_null(info->natural_bytes));
	json_object_set_new(whole, "dma_engines", list);
}

/* SPDX-License-Identifier: MIT */
/** @file
 * The regions of a platform, by index and by id. */
#include "base/abi.h"
#include "platform/rows.h"

#define REGION_FIRST_SIZE (offsetof(fm_region, reserved) + sizeof(uint32_t))

/** Unpacks the facts of a row. */
static void unpack_facts(uint32_t facts, fm_region *region)
{
	region->has_base = fm_rows_fact(facts, FM_TABLE_HAS_BASE);
	region->cpu_mapped = fm_rows_fact(facts, FM_TABLE_CPU_MAPPED);
	region->read = fm_rows_fact(facts, FM_TABLE_READ);
	region->write = fm_rows_fact(facts, FM_TABLE_WRITE);
	region->execute = fm_rows_fact(facts, FM_TABLE_EXECUTE);
	region->cached_code = fm_rows_fact(facts, FM_TABLE_CACHED_CODE);
	region->cached_data = fm_rows_fact(facts, FM_TABLE_CACHED_DATA);
	region->dma = fm_rows_fact(facts, FM_TABLE_DMA);
	region->is_volatile = fm_rows_fact(facts, FM_TABLE_VOLATILE);
	region->persistent = fm_rows_fact(facts, FM_TABLE_PERSISTENT);
	region->optional = fm_rows_fact(facts, FM_TABLE_OPTIONAL);
	region->fast = fm_rows_fact(facts, FM_TABLE_FAST);
}

/** Hands out region `index`, which is there. */
static void export_region(const fm_profile *profile, uint32_t index, fm_region *out)
{
	const struct fm_table_region *row = fm_rows_region(profile, index);
	fm_region region = {
		.id = fm_rows_text(profile, row->id),
		.name = fm_rows_text(profile, row->name),
		.access_via = fm_rows_text(profile, row->access_via),
		.wait_states = fm_rows_text(profile, row->wait_states),
		.note = fm_rows_text(profile, row->note),
		.base = row->base,
		.size = row->size,
		.bank_total_bytes = row->bank_total_bytes,
		.index = index,
		.space = row->space,
		.kind = row->kind,
		.read_widths = row->read_widths,
		.write_widths = row->write_widths,
		.bus_bits = row->bus_bits,
		.bank_count = row->bank_count,
		.mirror_count = row->mirror_count,
		.reserved_count = row->reserved_count,
		.alias_of = row->alias_of,
		.lane = row->lane,
		.lane_stride = row->lane_stride,
		.hidden_from = row->facts >> FM_TABLE_HIDDEN,
	};

	unpack_facts(row->facts, &region);
	fm_abi_export(out, &region, sizeof region);
}

fm_status fm_profile_region(const fm_profile *profile, uint32_t index, fm_region *out)
{
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, REGION_FIRST_SIZE);

	if (status != FM_OK)
		return status;
	if (fm_rows_region(profile, index) == NULL)
		return FM_E_NOT_FOUND;

	export_region(profile, index, out);
	return FM_OK;
}

fm_status fm_profile_region_find(const fm_profile *profile, const char *id, fm_region *out)
{
	fm_status status = profile == NULL || id == NULL ? FM_E_ARGUMENT : fm_abi_check(out, REGION_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	for (uint32_t index = 0; index < profile->region_count; index++)
		if (fm_rows_same(fm_rows_text(profile, fm_rows_region(profile, index)->id), id)) {
			export_region(profile, index, out);
			return FM_OK;
		}
	return FM_E_NOT_FOUND;
}

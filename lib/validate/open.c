/* SPDX-License-Identifier: MIT */
/** @file
 * The life of a validator: options, one block for everything, references, the end. */
#include <flightmem/range.h>

#include "base/abi.h"
#include "base/memory.h"
#include "base/provider.h"
#include "base/refuse.h"
#include "validate/validate.h"

#define ALL_RULES (FM_RULE_BIT(FM_RULE_COUNT) - 1)
#define FAST_RULES (FM_RULE_BIT(FM_RULE_BOUNDS) | FM_RULE_BIT(FM_RULE_ALIGNMENT) | FM_RULE_BIT(FM_RULE_PERMISSION) | FM_RULE_BIT(FM_RULE_WIDTH))
#define ALL_FLAGS (FM_VALIDATOR_ALLOW_UNKNOWN | FM_VALIDATOR_ALLOW_UNALIGNED | FM_VALIDATOR_COHERENT)

static int is_power_or_zero(uint64_t n)
{
	return (n & (n - (n != 0))) == 0;
}

/** Judges what needs no look at the regions. */
static fm_status judge_options(const fm_validator_options *known)
{
	if ((known->profile == NULL) == (known->regions == NULL) || known->level > FM_VALIDATOR_OFF)
		return FM_E_ARGUMENT;
	if ((known->rules & ~ALL_RULES) != 0 || (known->flags & ~ALL_FLAGS) != 0)
		return FM_E_ARGUMENT;
	if (known->reserved != 0)
		return FM_E_ABI_FIELD;
	return is_power_or_zero(known->dma_align) && is_power_or_zero(known->dma_boundary) ? FM_OK : FM_E_ALIGNMENT;
}

/** Reads the caller's options, of any age. */
static fm_status import_options(const fm_validator_options *options, fm_validator_options *known)
{
	return fm_abi_import(known, sizeof *known, FM_VALIDATE_OPTIONS_FIRST_SIZE, options);
}

/** Reads and judges them. */
static fm_status read_validator_options(const fm_validator_options *options, fm_validator_options *known)
{
	fm_status status = import_options(options, known);

	return status == FM_OK ? judge_options(known) : status;
}

/** Finds how many regions there are, and judges an own list. */
static fm_status count_regions(const fm_validator_options *known, uint32_t *count)
{
	fm_profile_info info = FM_STRUCT(fm_profile_info);

	fm_status status = known->profile == NULL ? fm_validate_judge_list(known->regions, known->region_count) : fm_profile_get_info(known->profile, &info);

	*count = known->profile == NULL ? known->region_count : info.region_count;
	if (status != FM_OK)
		return status;
	if (known->dma_engine != FM_NONE && known->dma_engine > info.engine_count)
		return FM_E_NOT_FOUND;
	return known->profile != NULL && known->space >= info.space_count ? FM_E_NOT_FOUND : FM_OK;
}

static size_t round_up(size_t bytes)
{
	return (bytes + FM_VALIDATE_CONTROL_ALIGN - 1) & ~(size_t)(FM_VALIDATE_CONTROL_ALIGN - 1);
}

/** Places everything in the block, each part at a multiple of 16. */
static void lay_out(fm_validate_plan *plan)
{
	size_t at_regions = round_up(sizeof(fm_validator));

	plan->rows = plan->windows == 0 ? 1 : plan->windows * 2;
	plan->at_windows = round_up(at_regions + plan->regions * sizeof(fm_validate_region));
	plan->at_areas = round_up(plan->at_windows + plan->windows * sizeof(fm_validate_window));
	plan->at_rows = round_up(plan->at_areas + plan->areas * sizeof(fm_validate_area));
	plan->at_index = round_up(plan->at_rows + (plan->rows + FM_VALIDATE_NEAR) * sizeof(fm_validate_row));
	plan->bytes = plan->at_index + fm_validate_index_bytes(plan->rows);
}

size_t fm_validate_list_bytes(uint32_t count)
{
	fm_validate_plan plan = { .regions = count, .windows = count };

	lay_out(&plan);
	return plan.bytes;
}

/** Counts what the options need. */
static fm_status measure(const fm_validator_options *known, const fm_validate_host *host, fm_validate_plan *plan)
{
	fm_status status = count_regions(known, &plan->regions);

	if (status != FM_OK)
		return status;
	if (known->level == FM_VALIDATOR_OFF) {
		plan->regions = 0;
	} else {
		plan->windows = fm_validate_read_windows(known, host, NULL);
		plan->areas = fm_validate_read_areas(known, NULL, NULL);
	}
	if (plan->windows > FM_VALIDATE_WINDOWS_MAX || plan->regions > FM_VALIDATE_WINDOWS_MAX || plan->areas > FM_VALIDATE_WINDOWS_MAX)
		return FM_E_TOO_LARGE;
	lay_out(plan);
	return FM_OK;
}

fm_status fm_validator_control_size(const fm_validator_options *options, size_t *bytes)
{
	fm_validator_options known = FM_STRUCT(fm_validator_options);
	fm_validate_plan plan = { 0 };
	fm_status status = bytes == NULL ? FM_E_ARGUMENT : read_validator_options(options, &known);

	if (status == FM_OK)
		status = measure(&known, NULL, &plan);
	if (status == FM_OK)
		*bytes = plan.bytes;
	return status;
}

/** Finds the block; `*obtained` becomes what the provider gave. */
static fm_status place_block(const fm_validator_options *known, const fm_memory_provider *provider, size_t bytes, void **out, size_t *obtained)
{
	if (known->control != NULL) {
		if ((uintptr_t)known->control % FM_VALIDATE_CONTROL_ALIGN != 0)
			return FM_E_ALIGNMENT;
		if (known->control_size < bytes)
			return FM_E_TOO_LARGE;
		*out = known->control;
		return FM_OK;
	}
	if (provider->obtain == NULL)
		return FM_E_NO_MEMORY;
	*obtained = bytes;
	return provider->obtain(provider->user, bytes, FM_VALIDATE_CONTROL_ALIGN, out);
}

/** Fills the caller's record. `bytes`: of the block, 0 where that was not reached. */
static fm_status refuse_validator(const fm_validator_options *known, size_t bytes, fm_status status, fm_refusal *why)
{
	fm_refusal what = { .status = status, .help = FM_HELP_OTHER };

	fm_refusal_set_subject(&what, "validator");
	if (bytes != 0) {
		what.asked = bytes;
		what.align = FM_VALIDATE_CONTROL_ALIGN;
	}
	if (bytes != 0 && (status == FM_E_TOO_LARGE || status == FM_E_ALIGNMENT)) {
		what.capacity = what.available = known->control_size;
		what.largest = status == FM_E_TOO_LARGE ? known->control_size : 0;
		what.help = status == FM_E_TOO_LARGE ? FM_HELP_ENLARGE : FM_HELP_ALIGN;
		what.help_bytes = status == FM_E_TOO_LARGE ? bytes : FM_VALIDATE_CONTROL_ALIGN;
	}
	return fm_refuse(why, &what);
}

static uint32_t rules_of(const fm_validator_options *known)
{
	uint32_t rules = known->rules != 0 ? known->rules : ALL_RULES & ~FM_RULE_BIT(FM_RULE_WX);

	if (known->level == FM_VALIDATOR_OFF)
		return 0;
	return (known->level == FM_VALIDATOR_FAST ? rules & FAST_RULES : rules) | FM_RULE_BIT(FM_RULE_BOUNDS);
}

/** What the options say of DMA, and, of the cache's line, the profile. */
static fm_validate_dma dma_of(const fm_validator_options *known, const fm_profile_info *info)
{
	uint32_t unstated = known->profile == NULL, line = known->cache_line != 0 ? known->cache_line : info->cache_line_bytes;

	return (fm_validate_dma){
		.limit = known->dma_limit,
		.boundary = known->dma_boundary,
		.align = known->dma_align == 0 ? unstated : known->dma_align,
		.granule = known->dma_granule == 0 ? unstated : known->dma_granule,
		.line = known->flags & FM_VALIDATOR_COHERENT ? FM_NONE : line,
		.engine = known->dma_engine,
	};
}

/** Bits of an address that the width of a load or store aligns: what is not known of the CPU is the most that there is. */
static uint32_t natural_of(const fm_validator_options *known, const fm_profile_info *info)
{
	if (!(rules_of(known) & FM_RULE_BIT(FM_RULE_ALIGNMENT)) || (known->flags & FM_VALIDATOR_ALLOW_UNALIGNED) || info->misaligned == FM_MISALIGNED_ALLOWED)
		return 0;
	return (info->natural_bytes == 0 ? UINT32_MAX : info->natural_bytes - 1) & FM_VALIDATE_NATURAL;
}

/** Fills regions, windows, rows and index. */
static void compile(fm_validator *validator, const fm_validator_options *known, const fm_validate_host *host, const fm_validate_plan *plan)
{
	char *block = (char *)validator;
	fm_validate_region *regions = (void *)(block + round_up(sizeof *validator));
	fm_validate_window *windows = (void *)(block + plan->at_windows);
	fm_validate_area *areas = (void *)(block + plan->at_areas);
	fm_validate_row *rows = (void *)(block + plan->at_rows);
	void *index = block + plan->at_index;

	validator->regions = regions;
	validator->windows = windows;
	validator->areas = areas;
	validator->rows = rows;
	rows[0] = (fm_validate_row){ .refused = UINT32_MAX };
	if (known->level == FM_VALIDATOR_OFF) {
		rows[1] = (fm_validate_row){ .size = UINT64_MAX };
		validator->row_count = 1;
	} else {
		fm_validate_read_regions(known, regions, plan->regions);
		validator->area_count = plan->areas == 0 ? 0 : fm_validate_read_areas(known, regions, areas);
		validator->row_count = fm_validate_sweep(windows, fm_validate_read_windows(known, host, windows), rows, index);
		fm_validate_grant(validator, rows);
	}
	/* A look that begins at the last rows goes past them. */
	for (uint32_t i = 1; i < FM_VALIDATE_NEAR; i++)
		rows[validator->row_count + i] = (fm_validate_row){ .base = UINT64_MAX, .refused = UINT32_MAX };
	fm_validate_index(validator, index, plan->bytes - plan->at_index);
}

/** Makes the validator of what was judged; nothing can fail any more. */
static fm_validator *begin_validator(void *control, const fm_validator_options *known, const fm_validate_host *host, const fm_memory_provider *provider,
				     const fm_validate_plan *plan)
{
	fm_validator *validator = control;
	fm_profile_info info = { .struct_size = sizeof info };

	memset(control, 0, sizeof *validator);
	if (known->profile != NULL)
		(void)fm_profile_get_info(known->profile, &info); /* as when it was measured */
	validator->counters = validator->refusals;
	validator->profile = fm_profile_ref(known->profile);
	validator->provider = *provider;
	validator->references = 1;
	validator->rules = rules_of(known);
	validator->flags = known->flags;
	validator->dma = dma_of(known, &info);
	validator->natural = natural_of(known, &info);
	compile(validator, known, host, plan);
	return validator;
}

/** Opens what was read without a fault so far. */
static fm_status open_known(const fm_validator_options *known, const fm_validate_host *host, fm_status status, fm_validator **out, fm_refusal *why)
{
	fm_memory_provider provider = FM_STRUCT(fm_memory_provider);
	fm_validate_plan plan = { 0 };
	void *control = NULL;
	size_t obtained = 0;

	if (status == FM_OK)
		status = fm_provider_read(known->provider, &provider);
	if (status == FM_OK)
		status = measure(known, host, &plan);
	if (status == FM_OK)
		status = place_block(known, &provider, plan.bytes, &control, &obtained);
	if (status != FM_OK)
		return refuse_validator(known, plan.bytes, status, why);

	*out = begin_validator(control, known, host, &provider, &plan);
	(*out)->control_bytes = obtained;
	return FM_OK;
}

fm_status fm_validator_open(const fm_validator_options *options, fm_validator **out, fm_refusal *why)
{
	fm_validator_options known = FM_STRUCT(fm_validator_options);

	return open_known(&known, NULL, out == NULL ? FM_E_ARGUMENT : read_validator_options(options, &known), out, why);
}

fm_status fm_validate_open_host(const fm_validator_options *options, const fm_validate_host *host, fm_validator **out, fm_refusal *why)
{
	fm_validator_options known = FM_STRUCT(fm_validator_options);
	fm_status status = out == NULL ? FM_E_ARGUMENT : options == NULL ? FM_OK : import_options(options, &known);

	if (status == FM_OK && known.profile != NULL)
		status = FM_E_ARGUMENT;
	known.profile = host->profile;
	if (status == FM_OK)
		status = judge_options(&known);
	return open_known(&known, host->place == NULL ? NULL : host, status, out, why);
}

fm_validator *fm_validator_ref(fm_validator *validator)
{
	if (validator != NULL)
		FM_ATOMIC_ADD(&validator->references, 1);
	return validator;
}

/** Gives everything back, the block last. */
static void destroy_validator(fm_validator *validator)
{
	fm_memory_provider provider = validator->provider;
	size_t obtained = validator->control_bytes;

	fm_profile_unref(validator->profile);
	if (obtained != 0)
		provider.give_back(provider.user, validator, obtained, FM_VALIDATE_CONTROL_ALIGN);
	if (provider.drop != NULL)
		provider.drop(provider.user);
}

void fm_validator_unref(fm_validator *validator)
{
	if (validator != NULL && FM_ATOMIC_ADD(&validator->references, (uint32_t)-1) == 0)
		destroy_validator(validator);
}

fm_status fm_validator_close(fm_validator *validator)
{
	if (validator == NULL)
		return FM_E_ARGUMENT;
	if (FM_ATOMIC_LOAD(&validator->references) > 1)
		return FM_E_BUSY;
	destroy_validator(validator);
	return FM_OK;
}

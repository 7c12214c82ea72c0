/* SPDX-License-Identifier: MIT */
/** @file
 * The life of a space: its control block, its references, its end. */
#include "base/abi.h"
#include "base/memory.h"
#include "base/provider.h"
#include "base/refuse.h"
#include "space/memory.h"
#include "space/space.h"

/** Bytes of the struct in the first release. */
#define OPTIONS_FIRST_SIZE (offsetof(fm_space_options, reserved) + sizeof(uint32_t))

/** Reads the caller's options, of any age; NULL is all defaults. */
static fm_status read_options(const fm_space_options *options, fm_space_options *known)
{
	fm_status status = options == NULL ? FM_OK : fm_abi_import(known, sizeof *known, OPTIONS_FIRST_SIZE, options);

	if (status == FM_OK && known->reserved != 0)
		return FM_E_ABI_FIELD;
	return status;
}

static uint32_t endian_of_this_program(void)
{
	const uint16_t one = 1;
	unsigned char first;

	memcpy(&first, &one, 1);
	return first == 1 ? FM_ENDIAN_LITTLE : FM_ENDIAN_BIG;
}

static fm_status judge_backing(fm_space_backing backing, const fm_profile_info *info)
{
	if (backing == FM_SPACE_PROVIDED)
		return FM_OK;
	if (backing == FM_SPACE_REAL && info->pointer_bits == sizeof(void *) * 8 && info->endian == endian_of_this_program())
		return FM_OK;
	return FM_E_UNSUPPORTED;
}

/** Bytes of the control block. A region's facts take more than its record here, so what a profile can have does not overflow. */
static size_t control_bytes(const fm_profile_info *info)
{
	return sizeof(fm_space) + info->region_count * sizeof(fm_space_region);
}

/** Finds the bytes of the control block, which need not be clear; `*obtained` becomes what the provider gave. */
static fm_status place_control(const fm_space_options *options, const fm_memory_provider *provider, size_t bytes, void **out, size_t *obtained)
{
	if (options->control != NULL) {
		if ((uintptr_t)options->control % FM_SPACE_CONTROL_ALIGN != 0)
			return FM_E_ALIGNMENT;
		if (options->control_size < bytes)
			return FM_E_TOO_LARGE;
		*out = options->control;
		return FM_OK;
	}
	if (provider->obtain == NULL)
		return FM_E_NO_MEMORY;
	*obtained = bytes;
	return provider->obtain(provider->user, bytes, FM_SPACE_CONTROL_ALIGN, out);
}

/** Fills the caller's record: the control block is all that a space asks for when it is opened. */
static fm_status refuse_open(const fm_profile_info *info, const fm_space_options *options, fm_status status, fm_refusal *why)
{
	fm_refusal what = { .status = status, .help = FM_HELP_OTHER };

	fm_refusal_set_subject(&what, info->id);
	if (status == FM_E_TOO_LARGE || status == FM_E_ALIGNMENT || status == FM_E_NO_MEMORY) {
		what.asked = control_bytes(info);
		what.align = FM_SPACE_CONTROL_ALIGN;
	}
	if (status == FM_E_TOO_LARGE || status == FM_E_ALIGNMENT) {
		what.capacity = what.available = options->control_size;
		what.largest = status == FM_E_TOO_LARGE ? options->control_size : 0;
		what.help = status == FM_E_TOO_LARGE ? FM_HELP_ENLARGE : FM_HELP_ALIGN;
		what.help_bytes = status == FM_E_TOO_LARGE ? what.asked : FM_SPACE_CONTROL_ALIGN;
	}
	return fm_refuse(why, &what);
}

fm_status fm_space_control_size(const fm_profile *profile, const fm_space_options *options, size_t *bytes)
{
	fm_profile_info info = FM_STRUCT(fm_profile_info);
	fm_space_options known = FM_STRUCT(fm_space_options);

	if (profile == NULL || bytes == NULL)
		return FM_E_ARGUMENT;

	fm_status status = read_options(options, &known);

	if (status == FM_OK)
		status = fm_profile_get_info(profile, &info);
	if (status == FM_OK)
		*bytes = control_bytes(&info);
	return status;
}

/** Makes the space of what was judged; nothing can fail any more. */
static fm_space *begin(void *control, const fm_profile *profile, const fm_profile_info *info, const fm_memory_provider *provider)
{
	fm_space *space = control;

	space->profile = fm_profile_ref(profile);
	space->provider = *provider;
	space->references = 1;
	space->count = info->region_count;
	fm_space_map(space);
	return space;
}

fm_status fm_space_open(const fm_profile *profile, const fm_space_options *options, fm_space **out, fm_refusal *why)
{
	fm_profile_info info = FM_STRUCT(fm_profile_info);
	fm_space_options known = FM_STRUCT(fm_space_options);
	fm_memory_provider provider = FM_STRUCT(fm_memory_provider);
	void *control = NULL;
	size_t obtained = 0;
	fm_status status = profile == NULL || out == NULL ? FM_E_ARGUMENT : fm_profile_get_info(profile, &info);

	if (status == FM_OK)
		status = read_options(options, &known);
	if (status == FM_OK)
		status = fm_provider_read(known.provider, &provider);
	if (status == FM_OK)
		status = judge_backing(known.backing, &info);
	if (status == FM_OK)
		status = place_control(&known, &provider, control_bytes(&info), &control, &obtained);
	if (status != FM_OK)
		return refuse_open(&info, &known, status, why);

	*out = begin(control, profile, &info, &provider);
	(*out)->control_bytes = obtained;
	(*out)->backing = known.backing;
	return FM_OK;
}

fm_space *fm_space_ref(fm_space *space)
{
	if (space != NULL)
		FM_ATOMIC_ADD(&space->references, 1);
	return space;
}

/** Gives everything back, the control block last. Records that are still out are the caller's memory and may be gone: not touched. */
static void destroy(fm_space *space)
{
	fm_memory_provider provider = space->provider;
	size_t obtained = space->control_bytes;

	for (uint32_t i = 0; i < space->count; i++)
		fm_space_give_memory_back(space, &space->regions[i]);
	fm_profile_unref(space->profile);
	if (obtained != 0)
		provider.give_back(provider.user, space, obtained, FM_SPACE_CONTROL_ALIGN);
	if (provider.drop != NULL)
		provider.drop(provider.user);
}

void fm_space_unref(fm_space *space)
{
	if (space != NULL && FM_ATOMIC_ADD(&space->references, (uint32_t)-1) == 0)
		destroy(space);
}

fm_status fm_space_close(fm_space *space)
{
	if (space == NULL)
		return FM_E_ARGUMENT;
	if (FM_ATOMIC_LOAD(&space->references) > 1)
		return FM_E_BUSY;
	for (uint32_t i = 0; i < space->count; i++)
		if (space->regions[i].first != NULL)
			return FM_E_BUSY;

	destroy(space);
	return FM_OK;
}

const fm_profile *fm_space_profile(const fm_space *space)
{
	return space == NULL ? NULL : space->profile;
}

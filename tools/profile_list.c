/* SPDX-License-Identifier: MIT */
/** @file
 * flightmem profile list: the platforms that are built in. */
#include <inttypes.h>
#include <string.h>

#include "profile.h"

static const char *profile_id(size_t index)
{
	fm_profile_info info = FM_STRUCT(fm_profile_info);

	return fm_profile_get_info(fm_profile_at((uint32_t)index), &info) == FM_OK ? info.id : "";
}

/** Says why a file of a profile is none. */
static enum exit_code refuse_file(const char *name, fm_status status, size_t at, const fm_refusal *why)
{
	if (status == FM_E_NOT_FOUND)
		return complain(EXIT_USAGE, "there is no file '%s'; flightmem profile compile makes one", name);
	if (status == FM_E_DAMAGED || status == FM_E_VERSION)
		return complain(EXIT_INPUT, "%s: byte %zu, %s: %s; %s", name, at, why->subject, fm_status_text(status), fm_status_remedy(status));
	return complain(EXIT_INPUT, "%s: %s", name, status == FM_E_PERMISSION ? "it is no file that can be read" : fm_status_text(status));
}

enum exit_code open_profile(const char *id, const fm_profile **out)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	size_t at = 0;
	fm_status status;
	const char *near;

	*out = strcmp(id, "host") == 0 ? fm_profile_host() : NULL;
	status = *out != NULL ? FM_OK : fm_profile_open(id, out, &at, &why);
	if (status == FM_OK)
		return EXIT_YES;
	if (status != FM_E_NOT_FOUND || strchr(id, '/') != NULL || strstr(id, FM_PROFILE_SUFFIX) != NULL)
		return refuse_file(id, status, at, &why);
	near = did_you_mean(id, profile_id, fm_profile_count());
	if (near != NULL)
		return complain(EXIT_USAGE, "there is no platform '%s'; did you mean '%s'?", id, near);
	return complain(EXIT_USAGE, "there is no platform '%s'; flightmem profile list shows them, and " FM_PROFILE_PATH " names folders of others", id);
}

const fm_profile *named_profile(const char *id)
{
	const fm_profile *profile = NULL;

	return open_profile(id, &profile) == EXIT_YES ? profile : NULL;
}

const char *bits_text(uint32_t bits, char text[BITS_BYTES])
{
	if (bits == 0)
		return "?-bit";
	snprintf(text, BITS_BYTES, "%" PRIu32 "-bit", bits);
	return text;
}

/** A width, or null where it is not known. */
static json_t *bits_json(uint32_t bits)
{
	return bits == 0 ? json_null() : json_integer(bits);
}

/** The byte order; null: no source says, as in an overlay. */
static json_t *endianness(uint32_t endian)
{
	return endian == FM_ENDIAN_BIG ? json_string("big") : endian == FM_ENDIAN_LITTLE ? json_string("little") : json_null();
}

json_t *info_json(const fm_profile_info *info)
{
	return json_pack("{s:s, s:s, s:s, s:o, s:o, s:i, s:o}", "id", info->id, "name", info->name,
			 "tier", fm_tier_name(info->tier), "word_bits", bits_json(info->word_bits),
			 "pointer_bits", bits_json(info->pointer_bits), "region_count", (int)info->region_count, "endianness", endianness(info->endian));
}

enum exit_code run_profile_list(const struct invocation *invocation)
{
	json_t *list = json_array();

	for (uint32_t i = 0; i < fm_profile_count(); i++) {
		fm_profile_info info = FM_STRUCT(fm_profile_info);
		char bits[BITS_BYTES];

		if (fm_profile_get_info(fm_profile_at(i), &info) != FM_OK)
			continue;
		if (invocation->json)
			json_array_append_new(list, info_json(&info));
		else
			printf("%-21s %-9s %6s  %2" PRIu32 " regions  %s\n", info.id, fm_tier_name(info.tier), bits_text(info.word_bits, bits), info.region_count, info.name);
	}
	if (invocation->json)
		return print_json(json_pack("{s:o}", "profiles", list));
	json_decref(list);
	return EXIT_YES;
}

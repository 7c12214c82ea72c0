/* SPDX-License-Identifier: MIT */
/** @file
 * Any bytes as wants, as a text and as a row: a status with its place, and what a platform grants has what the want asks. For libFuzzer with the
 * sanitizers. The first byte names the platform. */
#include <flightmem/resolve.h>

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int condition)
{
	if (!condition)
		abort();
}

/** A region that was granted is one of what was asked for. */
static void judge_region(const fm_profile *profile, const fm_want *want, const fm_resolution *out)
{
	fm_region region = FM_STRUCT(fm_region);

	must(fm_profile_region(profile, out->region, &region) == FM_OK && strcmp(region.id, out->id) == 0);
	must(want->bytes <= out->bytes && (want->kinds == 0 || (want->kinds & FM_WANT_KIND(region.kind)) != 0));
	must((want->must & FM_WANT_DMA) == 0 || region.dma == FM_FACT_YES);
	must((want->must_not & FM_WANT_CACHED) == 0 || region.cached_data == FM_FACT_NO);
	must(want->region[0] == '\0' || strcmp(want->region, out->id) == 0);
}

/** A grant without a region is of a want that asks for none; a refusal leaves the struct and has a sentence. */
static void resolve(const fm_profile *profile, const fm_want *want)
{
	fm_resolution out = FM_STRUCT(fm_resolution);
	fm_refusal why = FM_STRUCT(fm_refusal);
	char sentence[512];

	if (fm_profile_resolve(profile, want, 1, &out, &why) != FM_OK) {
		must(why.status != FM_OK && out.id == NULL && fm_refusal_format(&why, sentence, sizeof sentence) > 0);
		return;
	}
	must(out.want == 0 && (out.region == FM_NONE) == (out.id == NULL));
	if (out.id == NULL)
		must(want->bytes == 0 && (want->kinds | want->must | want->must_not) == 0 && want->region[0] == '\0');
	else
		judge_region(profile, want, &out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fm_want want;
	uint32_t index = 0;
	size_t at = SIZE_MAX;
	fm_status status;

	if (size == 0)
		return 0;

	const fm_profile *profile = fm_profile_at(data[0] % fm_profile_count());
	const char *text = (const char *)data + 1;

	while ((status = fm_want_parse(text, size - 1, index, &want, &at)) == FM_OK) {
		resolve(profile, &want);
		index++;
	}
	must(status == FM_E_NOT_FOUND ? index > 0 && index <= FM_WANTS_MAX : (status == FM_E_SYNTAX || status == FM_E_RANGE) && at <= size - 1);
	if (size - 1 >= sizeof want) {
		memcpy(&want, text, sizeof want);
		resolve(profile, &want);
	}
	return 0;
}

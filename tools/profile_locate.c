/* SPDX-License-Identifier: MIT */
/** @file
 * flightmem profile locate: where an address leads. */
#include <inttypes.h>
#include <string.h>

#include "profile.h"

/** Says what is wrong with the text of an address. */
static enum exit_code refuse_address(const char *text, fm_status status, size_t at)
{
	if (status == FM_E_NOT_FOUND)
		return complain(EXIT_USAGE, "'%s' names an address space that the platform has not; flightmem profile show lists them", text);
	complain(EXIT_INPUT, "'%s': %s", text, status == FM_E_RANGE ? "wider than its address space" : fm_status_text(status));
	fprintf(stderr, "            %*s^ here; addresses look like 0x06000000, $2000, 7E:0000 or ppu:$2000\n", (int)at, "");
	return EXIT_INPUT;
}

static enum exit_code print_nowhere(const struct invocation *invocation, const char *address)
{
	if (invocation->json) {
		print_json(json_pack("{s:s, s:b, s:n, s:n, s:n, s:n, s:n}", "address", address, "mapped", 0, "region", "offset", "left", "perms", "mirror"));
		return EXIT_NO;
	}
	printf("%s: no region is there\n", address);
	return EXIT_NO;
}

static enum exit_code print_location(const struct invocation *invocation, const fm_profile *profile, const char *address, const fm_location *location)
{
	fm_region region = FM_STRUCT(fm_region);
	char perms[4], left[32];

	if (fm_profile_region(profile, location->region, &region) != FM_OK)
		return EXIT_INPUT;
	permissions(&region, perms);
	if (invocation->json)
		return print_json(json_pack("{s:s, s:b, s:s, s:o, s:o, s:s, s:o}", "address", address, "mapped", 1, "region", region.id, "offset",
					    json_uint64(location->offset), "left", json_uint64(location->left), "perms", perms, "mirror",
					    location->mirror == FM_NONE ? json_null() : json_integer(location->mirror)));
	fm_size_format(location->left, FM_SIZE_HUMAN, left, sizeof left);
	printf("%s: byte %" PRIu64 " of %s%s%s (%s, %s)%s, %s from here to the next seam\n", address, location->offset, begin_look(stdout, LOOK_STRONG), region.id,
	       begin_look(stdout, LOOK_PLAIN), region.name, perms, location->mirror == FM_NONE ? "" : ", through a mirror", left);
	return EXIT_YES;
}

enum exit_code run_profile_locate(const struct invocation *invocation)
{
	const fm_profile *profile = NULL;
	enum exit_code code = open_profile(invocation->argv[0], &profile);
	fm_location location = FM_STRUCT(fm_location);
	fm_address address;
	char text[64];
	size_t at = 0;
	fm_status status;

	if (code != EXIT_YES)
		return code;
	status = fm_profile_address_parse(profile, invocation->argv[1], FM_TEXT, &address, &at);
	if (status != FM_OK)
		return refuse_address(invocation->argv[1], status, at);
	fm_profile_address_format(profile, address, text, sizeof text);
	status = fm_profile_locate(profile, address, &location);
	return status == FM_OK ? print_location(invocation, profile, text, &location) : print_nowhere(invocation, text);
}

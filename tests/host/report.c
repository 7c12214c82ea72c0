/* SPDX-License-Identifier: MIT */
/** @file
 * Prints what the host is, a figure or capability a line: name, state, value, source. With an argument: of that root. */
#include <flightmem.h>
#include <inttypes.h>
#include <stdio.h>

int main(int argc, char **argv)
{
	static FM_ALIGNED(8) unsigned char storage[FM_HOST_PROFILE_BYTES];
	fm_host_options options = { .struct_size = sizeof options, .root = argc > 1 ? argv[1] : NULL };
	fm_host_facts facts = FM_STRUCT(fm_host_facts);
	const fm_profile *profile = fm_profile_host();

	if (fm_host_read(&options, &facts) != FM_OK)
		return 1;
	if (argc > 1 && fm_host_profile(&facts, storage, sizeof storage, &profile) != FM_OK)
		return 1;
	for (fm_host_id id = 0; id < fm_host_figure_count(); id++)
		printf("%s %s %" PRIu64 " %s\n", fm_host_figure_name(id), fm_capability_state_name(facts.figures[id].state), facts.figures[id].value,
		       facts.figures[id].source == NULL ? "-" : facts.figures[id].source);
	for (fm_capability_id id = 1; id <= fm_capability_count(); id++) {
		fm_capability capability = FM_STRUCT(fm_capability);

		if (fm_profile_capability(profile, id, &capability) != FM_OK)
			return 1;
		printf("has_%s %s %" PRIu64 " %s\n", fm_capability_name(id), fm_capability_state_name(capability.state), capability.value,
		       capability.source == NULL ? "-" : capability.source);
	}
	return 0;
}

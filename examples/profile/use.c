/* SPDX-License-Identifier: MIT */
/** @file
 * A platform of one's own in a program: opened, asked, and its memory taken from a space as that of any console.
 *
 *     flightmem profile compile handheld.yaml && cc use.c $(pkg-config --cflags --libs flightmem) && ./a.out ./handheld.fmprofile */
#include <flightmem.h>

#include <stdio.h>

/** Takes an array of the handheld's fast memory, which the interrupts' stack leaves room for. Returns 0 iff that went. */
static int take(const fm_profile *profile)
{
	fm_space *space = NULL;
	fm_reservation table = { .size = 0 };
	fm_refusal why = FM_STRUCT(fm_refusal);
	char text[256];
	fm_status status = fm_space_open(profile, NULL, &space, &why);

	if (status == FM_OK)
		status = fm_space_reserve(space, "fast", 8192, 4, &table, &why);
	if (status == FM_OK) {
		printf("a table of %llu bytes at 0x%08llX\n", (unsigned long long)table.size, (unsigned long long)table.address.value);
		fm_space_give_back(space, &table);
	} else {
		fm_refusal_format(&why, text, sizeof text);
		fprintf(stderr, "%s\n", text);
	}
	fm_space_unref(space);
	return status == FM_OK ? 0 : 1;
}

int main(int argc, char **argv)
{
	const fm_profile *profile = NULL;
	fm_refusal why = FM_STRUCT(fm_refusal);
	size_t at = 0;
	int answer;

	if (argc != 2 || fm_profile_open(argv[1], &profile, &at, &why) != FM_OK) {
		fprintf(stderr, "byte %zu, %s: %s\n", at, why.subject, fm_status_text(why.status));
		return 1;
	}
	answer = take(profile);
	fm_profile_unref(profile);
	return answer;
}

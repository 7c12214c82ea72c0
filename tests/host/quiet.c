/* SPDX-License-Identifier: MIT */
/** @file
 * Reading a host asks nobody for memory, and its profile neither: a quiet scope that hears malloc and mmap stays quiet. */
#include <flightmem.h>
#include <stdio.h>

int main(void)
{
	static FM_ALIGNED(8) unsigned char storage[FM_HOST_PROFILE_BYTES];
	fm_host_facts facts = FM_STRUCT(fm_host_facts);
	fm_quiet_report report = FM_STRUCT(fm_quiet_report);
	const fm_profile *profile;
	fm_status status = fm_quiet_begin(NULL);

	if (status == FM_OK)
		status = fm_host_read(NULL, &facts);
	if (status == FM_OK)
		status = fm_host_profile(&facts, storage, sizeof storage, &profile);
	if (status == FM_OK && fm_profile_host() == NULL) /* the first one has its place */
		status = FM_E_NOT_FOUND;
	if (fm_quiet_end(&report) != FM_OK || status != FM_OK) {
		printf("%s\n%s\n", fm_status_name(status), fm_quiet_text());
		return 1;
	}
	if (report.heap_heard != FM_QUIET_HEARS || report.pages_heard != FM_QUIET_HEARS) {
		puts("the scope is deaf, so its quiet says nothing");
		return 2;
	}
	return 0;
}

/* SPDX-License-Identifier: MIT */
/** @file
 * Threads that use one validator at once: checks, refusals, explanations, references. Ends with 0 iff every verdict was right and every
 * refusal was counted; under ThreadSanitizer also iff nothing raced. */
#include <flightmem/profile.h>
#include <flightmem/validator.h>

#include <pthread.h>
#include <stdio.h>

enum { THREADS = 4, ROUNDS = 20000 };

static fm_validator *validator;
static FM_ALIGNED(16) unsigned char control[65536];

/** One thread's share; NULL iff all verdicts were right. */
static void *work(void *unused)
{
	fm_access fine = { 0x02000000, 4, FM_ACCESS_READ | FM_ACCESS_32, 0 }, bad = { 0x08000000, 2, FM_ACCESS_WRITE | FM_ACCESS_16, 0 };
	fm_access both[] = { fine, bad };

	(void)unused;
	for (uint32_t i = 0; i < ROUNDS; i++) {
		fm_finding finding = FM_STRUCT(fm_finding);
		fm_validator *mine = fm_validator_ref(validator);

		if (fm_validator_check(mine, fine.address + i * 4, 4, fine.access) != FM_OK)
			return "a read was refused";
		if (fm_validator_check(mine, bad.address, bad.size, bad.access) != FM_E_ACCESS_PERMISSION)
			return "a write to ROM was allowed";
		if (fm_validator_check_many(mine, both, 2, NULL) != 1)
			return "many were miscounted";
		if (fm_validator_explain(mine, &bad, NULL, 0, &finding) != FM_OK || finding.rule != FM_RULE_PERMISSION)
			return "a finding was wrong";
		fm_validator_unref(mine);
	}
	return NULL;
}

int main(void)
{
	pthread_t threads[THREADS];
	int failed = 0;

	if (fm_validator_open(FM_OPTIONS(fm_validator_options, .profile = fm_profile_find("gba"), .control = control, .control_size = sizeof control), &validator,
			      NULL) != FM_OK)
		return 2;
	for (int i = 0; i < THREADS; i++)
		if (pthread_create(&threads[i], NULL, work, NULL) != 0)
			return 2;
	for (int i = 0; i < THREADS; i++) {
		void *said = NULL;

		pthread_join(threads[i], &said);
		if (said != NULL) {
			fprintf(stderr, "%s\n", (const char *)said);
			failed = 1;
		}
	}
	if (fm_validator_refused(validator, FM_RULE_PERMISSION) != (uint32_t)THREADS * ROUNDS * 2 ||
	    fm_validator_refused(validator, FM_NONE) != (uint32_t)THREADS * ROUNDS * 2) {
		fprintf(stderr, "%u refusals were counted\n", fm_validator_refused(validator, FM_NONE));
		failed = 1;
	}
	return fm_validator_close(validator) != FM_OK || failed;
}

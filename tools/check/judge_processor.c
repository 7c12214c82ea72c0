/* SPDX-License-Identifier: MIT */
/** @file
 * Rules about the processor: the program is for the one that runs it on this platform, in its byte order and width. */
#include <inttypes.h>
#include <string.h>

#include "processors.h"
#include "report.h"

const char *processor_name(uint32_t number)
{
	for (const struct machine *machine = machines; machine->name != NULL; machine++)
		if (machine->number == number)
			return machine->name;
	return NULL;
}

/** The platform's processor that runs what is linked for `machine`; if there is none, one of another kind that does, and in `*aside` one of
 *  this kind that has a program of its own. NULL: the table has none. */
static const struct processor *find_processor(const char *profile, uint32_t machine, const struct processor **aside)
{
	const struct processor *other = NULL;

	*aside = NULL;
	for (const struct processor *row = processors; row->profile != NULL; row++) {
		if (strcmp(row->profile, profile) != 0)
			continue;
		if (row->runs_program && row->machine == machine)
			return row;
		if (row->runs_program && other == NULL)
			other = row;
		if (row->machine == machine)
			*aside = row;
	}
	return other;
}

static void judge_machine(struct report *report)
{
	uint32_t machine = report->image->machine;
	const struct processor *aside, *right = find_processor(report->info.id, machine, &aside);
	const char *is = processor_name(machine), *wanted;
	char number[32];
	struct finding *finding;

	if (right == NULL || right->machine == machine)
		return;
	wanted = processor_name(right->machine);
	snprintf(number, sizeof number, "ELF machine %" PRIu32, machine);
	finding = add_finding(report, "wrong_processor", WEIGHT_FAULT, is == NULL ? number : is, "the program is for %s; %s of %s runs %s", is == NULL ? number : is,
			      right->name, report->info.id, wanted);
	if (aside != NULL)
		remedy_finding(finding, "a program of the %s has addresses of its own, which this check does not know", aside->name);
	else
		remedy_finding(finding, "link it with the compiler for %s, or name the platform that it is for", wanted);
}

void judge_processor(struct report *report)
{
	const struct image *image = report->image;

	if (image->machine != 0)
		judge_machine(report);
	if (image->big_endian >= 0 && report->info.endian != 0 && image->big_endian != (report->info.endian == FM_ENDIAN_BIG))
		remedy_finding(add_finding(report, "wrong_byte_order", WEIGHT_FAULT, "byte order", "the program is %s-endian, and %s is %s-endian",
					   image->big_endian ? "big" : "little", report->info.id, image->big_endian ? "little" : "big"),
			       "compile and link it with %s", image->big_endian ? "-EL" : "-EB");
	if (image->bits == 64 && report->info.word_bits != 0 && report->info.word_bits < 64)
		remedy_finding(add_finding(report, "wrong_width", WEIGHT_FAULT, "64-bit", "the program is 64-bit, and the CPU of %s has %" PRIu32 " bits",
					   report->info.id, report->info.word_bits),
			       "compile it for 32 bits");
}

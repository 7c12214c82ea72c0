/* SPDX-License-Identifier: MIT */
/** @file
 * Any bytes at all go through flightmem check: each gets an exit status, a report that reads back as it was written, and a picture. For
 * libFuzzer; tests/check/hostile.c drives it without. */
#include <stdlib.h>
#include <string.h>

#include "../../tools/check/output.h"
#include "../../tools/check/program.h"
#include "../../tools/profile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What check needs of the rest of the command. */
const struct command commands[] = { { NULL, NULL, 0, 0, COMPLETES_NOTHING, NULL, NULL, NULL, NULL } };
const struct option_row common_options[COMMON_OPTIONS + 1] = { { "help", NULL, "", COMPLETES_NOTHING } };
const char *const exit_meanings[EXIT_CODES] = { "" };

const fm_profile *named_profile(const char *id)
{
	return fm_profile_find(id);
}

/** What the program says elsewhere is not said here. */
enum exit_code complain(enum exit_code code, const char *format, ...)
{
	(void)format;
	return code;
}

/** A platform for the processor that the bytes name, so that their addresses lead somewhere. */
static const char *profile_for(const uint8_t *data, size_t size)
{
	switch (size < 20 ? 0 : data[18] | data[19]) {
	case 4:
		return "megadrive";
	case 8:
		return data[5] == 2 ? "n64" : "psx";
	case 42:
		return "dreamcast";
	default:
		return "gba";
	}
}

/** The report, written and read again, is the same report. */
static void read_back(const struct report *report)
{
	json_t *whole = report_json(report, "fuzz", NULL), *again;
	struct comparison comparison;
	struct input saved = { .name = "saved" };

	json_object_set_new(whole, "schema", json_integer(1));
	saved.bytes = (unsigned char *)json_dumps(whole, JSON_ENSURE_ASCII);
	if (saved.bytes == NULL)
		abort();
	saved.size = strlen((char *)saved.bytes);
	again = read_report(&saved);
	if (again == NULL || compare_reports(again, whole, &comparison) != EXIT_YES || comparison.count != 0)
		abort();
	free_comparison(&comparison);
	free(saved.bytes);
}

static void judge(const struct invocation *call, const struct input *input, read_image *read)
{
	struct image image = { 0 };
	struct report report = { 0 };
	char why[WHY_BYTES] = "";

	if (read(call, input, &image, why) != 0) {
		if (why[0] == '\0')
			abort();
	} else if (make_report(&report, call, fm_profile_find(call->values[COMMON_OPTIONS]), &image) == EXIT_YES) {
		for (uint32_t i = 0; i < report.info.region_count; i++)
			if (report.tallies[i].used + report.tallies[i].free != report.tallies[i].region.size)
				abort();
		read_back(&report);
		print_report(&report, input->name);
		if (draw_report(&report, input->name, "/dev/null") != EXIT_YES)
			abort();
	}
	free_report(&report);
	image_free(&image);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct command check = { "check", "INPUT", 1, 1, COMPLETES_FILE, "", "", check_options, run_check };
	struct invocation call = { .command = &check };
	struct input input = { .name = "fuzz", .bytes = malloc(size + (size == 0)), .size = size };

	if (input.bytes == NULL)
		return 0;
	if (size > 0)
		memcpy(input.bytes, data, size); /* a copy of its own: a byte too far is seen */
	call.values[COMMON_OPTIONS] = profile_for(data, size);
	if (recognises_elf(&call, &input))
		judge(&call, &input, read_elf);
	else if (recognises_map(&call, &input))
		judge(&call, &input, read_map);
	else if (recognises_rom(&call, &input))
		judge(&call, &input, read_rom);
	else
		json_decref(read_report(&input));
	free(input.bytes);
	return 0;
}

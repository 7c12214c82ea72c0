/* SPDX-License-Identifier: MIT */
/** @file
 * flightmem size: a size in every form. */
#include <flightmem.h>
#include <inttypes.h>
#include <string.h>

#include "command.h"

enum { TEXT_BYTES = 1024, FORM_BYTES = 64 };

/** The words joined by spaces, or one line of standard input for "-". Returns 0, or -1 where it does not fit. */
static int join(const struct invocation *invocation, char *text)
{
	size_t length = 0;

	if (invocation->argc == 1 && strcmp(invocation->argv[0], "-") == 0) {
		if (fgets(text, TEXT_BYTES, stdin) == NULL)
			return -1;
		text[strcspn(text, "\r\n")] = '\0';
		return 0;
	}
	for (int i = 0; i < invocation->argc; i++) {
		int more = snprintf(text + length, TEXT_BYTES - length, "%s%s", i == 0 ? "" : " ", invocation->argv[i]);

		if (more < 0 || (size_t)more >= TEXT_BYTES - length)
			return -1;
		length += (size_t)more;
	}
	return 0;
}

/** What is wrong with a text, for people: the byte at fault of FM_E_RANGE is the "." of a fraction, or what is too much. */
static const char *say_fault(fm_status status, char at_fault)
{
	if (status != FM_E_RANGE)
		return fm_status_text(status);
	return at_fault == '.' ? "no whole number of bytes" : "more than 16 EiB - 1, the largest size";
}

enum exit_code run_size(const struct invocation *invocation)
{
	char text[TEXT_BYTES], human[FORM_BYTES], exact[FORM_BYTES], back[FORM_BYTES];
	uint64_t bytes;
	size_t at = 0;
	fm_status status;

	if (join(invocation, text) != 0)
		return complain(EXIT_INPUT, "there is no size of less than %d bytes to read", TEXT_BYTES);
	status = fm_size_parse(text, FM_TEXT, &bytes, &at);
	if (status != FM_OK) {
		complain(EXIT_INPUT, "'%s': %s", text, say_fault(status, text[at]));
		fprintf(stderr, "            %*s^ here; sizes look like 64k, 1.5 MiB, 0x1000 or \"1 228 800\"\n", (int)at, "");
		return EXIT_INPUT;
	}
	fm_size_format(bytes, FM_SIZE_HUMAN, human, sizeof human);
	fm_size_format(bytes, FM_SIZE_EXACT, exact, sizeof exact);
	fm_size_format(bytes, FM_SIZE_ROUND_TRIP, back, sizeof back);
	if (invocation->json)
		return print_json(json_pack("{s:o, s:o, s:s, s:s, s:s}", "bytes", json_uint64(bytes), "hex", json_address(bytes, 4), "human", human, "exact", exact,
					    "round_trip", back));
	printf("%s = %s = %s = 0x%" PRIX64 "\n", exact, human, back, bytes);
	return EXIT_YES;
}

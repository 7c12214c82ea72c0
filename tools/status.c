/* SPDX-License-Identifier: MIT */
/** @file
 * flightmem status: what a status code means and what helps. */
#include <ctype.h>
#include <errno.h>
#include <flightmem.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "command.h"

static int is_known(fm_status status)
{
	return strcmp(fm_status_name(status), "FM_E_?") != 0;
}

const char *status_short_name(size_t index)
{
	static char text[64];
	const char *name = fm_status_name(-(fm_status)index);
	size_t length = 0;

	if (!is_known(-(fm_status)index))
		return NULL;
	for (name += strncmp(name, "FM_E_", 5) == 0 ? 5 : 3; *name != '\0' && length + 1 < sizeof text; name++)
		text[length++] = (char)tolower((unsigned char)*name);
	text[length] = '\0';
	return text;
}

static size_t count_statuses(void)
{
	size_t count = 0;

	while (is_known(-(fm_status)count))
		count++;
	return count;
}

/** 1 iff `text` is a number, which `*number` receives. */
static int read_number(const char *text, long *number)
{
	char *end;

	errno = 0;
	*number = strtol(text, &end, 0);
	return end != text && *end == '\0' && errno == 0;
}

/** The status that `text` is the name of, with or without FM_E_, in any case; 1 iff there is one. */
static int find_name(const char *text, fm_status *status)
{
	for (size_t i = 0; i < count_statuses(); i++)
		if (strcasecmp(text, status_short_name(i)) == 0 || strcasecmp(text, fm_status_name(-(fm_status)i)) == 0) {
			*status = -(fm_status)i;
			return 1;
		}
	return 0;
}

static enum exit_code refuse(const char *text)
{
	const char *near = did_you_mean(strncasecmp(text, "FM_E_", 5) == 0 ? text + 5 : text, status_short_name, count_statuses());

	if (near != NULL)
		return complain(EXIT_USAGE, "there is no status '%s'; did you mean '%s'?", text, near);
	return complain(EXIT_USAGE, "there is no status '%s'; they go from 0 down to %ld", text, 1 - (long)count_statuses());
}

enum exit_code run_status(const struct invocation *invocation)
{
	const char *text = invocation->argv[0];
	fm_status status;
	long number;

	if (read_number(text, &number)) {
		if (number > 0 || number < INT32_MIN || !is_known((fm_status)number))
			return refuse(text);
		status = (fm_status)number;
	} else if (!find_name(text, &status)) {
		return refuse(text);
	}
	if (invocation->json)
		return print_json(json_pack("{s:i, s:s, s:s, s:s, s:s}", "code", (int)status, "name", fm_status_name(status), "kind",
					    fm_status_kind_name(fm_status_get_kind(status)), "text", fm_status_text(status), "remedy", fm_status_remedy(status)));
	printf("%s%s%s (%d, %s): %s\nwhat helps: %s\n", begin_look(stdout, LOOK_STRONG), fm_status_name(status), begin_look(stdout, LOOK_PLAIN), (int)status,
	       fm_status_kind_name(fm_status_get_kind(status)), fm_status_text(status), fm_status_remedy(status));
	return EXIT_YES;
}

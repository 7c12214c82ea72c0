/* SPDX-License-Identifier: MIT */
/** @file
 * The command line against the table: which command its words name, and its options. getopt_long(3) would take -8 for an option and
 * can't say which one was meant. */
#include <string.h>

#include "command.h"

const struct option_row *option_at(const struct command *command, size_t index)
{
	static const struct option_row none = { NULL, NULL, NULL, COMPLETES_NOTHING };

	if (index < COMMON_OPTIONS)
		return &common_options[index];
	return command == NULL || command->options == NULL ? &none : &command->options[index - COMMON_OPTIONS];
}

static const struct command *searched; /* whose options did_you_mean() looks through */

static const char *name_at(size_t index)
{
	return option_at(searched, index)->name;
}

/** How many of `argv` the command's words are; 0: another command. */
static int matches(const struct command *command, int argc, char **argv)
{
	const char *second = strchr(command->words, ' ');
	size_t first = second == NULL ? strlen(command->words) : (size_t)(second - command->words);

	if (argc < 1 || strlen(argv[0]) != first || strncmp(argv[0], command->words, first) != 0)
		return 0;
	if (second == NULL)
		return 1;
	return argc > 1 && strcmp(argv[1], second + 1) == 0 ? 2 : 0;
}

const struct command *find_command(int argc, char **argv, int *words)
{
	for (const struct command *command = commands; command->words != NULL; command++) {
		*words = matches(command, argc, argv);
		if (*words > 0)
			return command;
	}
	*words = 0;
	return NULL;
}

/** The index of the option `name`, `length` bytes long, of the command; its row is one of NULLs when there is none. */
static size_t find_option(const struct command *command, const char *name, size_t length)
{
	size_t index = 0;

	for (const struct option_row *row; (row = option_at(command, index))->name != NULL; index++)
		if (strlen(row->name) == length && strncmp(row->name, name, length) == 0)
			break;
	return index;
}

static void refuse_option(const struct command *command, const char *word)
{
	const char *near;
	char name[64];
	size_t count = 0;

	snprintf(name, sizeof name, "%.*s", (int)strcspn(word + 2, "="), word + 2);
	while (option_at(command, count)->name != NULL)
		count++;
	searched = command;
	near = did_you_mean(name, name_at, count);
	if (near != NULL)
		complain(EXIT_USAGE, "there is no option '--%s' here; did you mean '--%s'?", name, near);
	else
		complain(EXIT_USAGE, "there is no option '--%s' here; --help lists them", name);
}

/** Takes the option at argv[at] with its value. Returns the index of its last word, or -1 after a message. */
static int take_option(struct invocation *invocation, int argc, char **argv, int at)
{
	const char *name = argv[at] + 2, *equals = strchr(name, '=');
	size_t length = equals == NULL ? strlen(name) : (size_t)(equals - name);
	size_t index = find_option(invocation->command, name, length);
	const struct option_row *row = option_at(invocation->command, index);

	if (row->name == NULL) {
		refuse_option(invocation->command, argv[at]);
		return -1;
	}
	if (row->argument == NULL && equals != NULL) {
		complain(EXIT_USAGE, "option '--%s' takes no value", row->name);
		return -1;
	}
	if (row->argument != NULL && equals == NULL && at + 1 == argc) {
		complain(EXIT_USAGE, "option '--%s' needs a value: --%s=%s", row->name, row->name, row->argument);
		return -1;
	}
	if (row->argument == NULL)
		invocation->values[index] = "";
	else
		invocation->values[index] = equals != NULL ? equals + 1 : argv[++at];
	invocation->given[invocation->given_count++] = (struct given_option){ index, invocation->values[index] };
	return at;
}

/** 1 iff `word` is an option: "-" is standard input, and -8 is a number. */
static int is_option(const char *word)
{
	return word[0] == '-' && word[1] != '\0' && !(word[1] >= '0' && word[1] <= '9');
}

int take_options(struct invocation *invocation, int argc, char **argv)
{
	int kept = 0;

	for (int at = 0; at < argc; at++) {
		if (strcmp(argv[at], "--") == 0) {
			while (++at < argc)
				argv[kept++] = argv[at];
		} else if (!is_option(argv[at])) {
			argv[kept++] = argv[at];
		} else if (strcmp(argv[at], "-h") == 0) {
			invocation->values[COMMON_HELP] = "";
		} else if (argv[at][1] != '-') {
			complain(EXIT_USAGE, "there is no option '%s'; --help lists them", argv[at]);
			return -1;
		} else if ((at = take_option(invocation, argc, argv, at)) < 0) {
			return -1;
		}
	}
	invocation->argc = kept;
	invocation->argv = argv;
	invocation->json = invocation->values[COMMON_JSON] != NULL;
	return 0;
}

const char *option_value(const struct invocation *invocation, const char *name)
{
	for (size_t i = COMMON_OPTIONS; option_at(invocation->command, i)->name != NULL; i++)
		if (strcmp(option_at(invocation->command, i)->name, name) == 0)
			return invocation->values[i];
	return NULL;
}

const char *next_option_value(const struct invocation *invocation, const char *name, size_t *at)
{
	while (*at < invocation->given_count) {
		const struct given_option *given = &invocation->given[(*at)++];

		if (strcmp(option_at(invocation->command, given->index)->name, name) == 0)
			return given->value;
	}
	return NULL;
}

/* SPDX-License-Identifier: MIT */
/** @file
 * The command: finds the row of the table that the words name, takes out the options, and runs it. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"

enum exit_code complain(enum exit_code code, const char *format, ...)
{
	va_list arguments;

	fprintf(stderr, "%sflightmem:%s ", begin_look(stderr, LOOK_ERROR), begin_look(stderr, LOOK_PLAIN));
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	return code;
}

static const char *command_name(size_t index)
{
	return commands[index].words;
}

/** 1 iff commands of two words begin with `word`. */
static int is_group(const char *word)
{
	size_t length = strlen(word);

	for (const struct command *command = commands; command->words != NULL; command++)
		if (strncmp(command->words, word, length) == 0 && command->words[length] == ' ')
			return 1;
	return 0;
}

/** Says which commands begin with `word`. */
static enum exit_code list_group(const char *word)
{
	size_t length = strlen(word);

	complain(EXIT_USAGE, "%s what?", word);
	for (const struct command *command = commands; command->words != NULL; command++)
		if (strncmp(command->words, word, length) == 0 && command->words[length] == ' ')
			fprintf(stderr, "  flightmem %s %s\n", command->words, command->arguments);
	return EXIT_USAGE;
}

static enum exit_code unknown_command(int argc, char **argv)
{
	size_t count = 0;
	char words[128];
	const char *near;

	while (commands[count].words != NULL)
		count++;
	snprintf(words, sizeof words, "%s%s%s", argv[0], argc > 1 ? " " : "", argc > 1 ? argv[1] : "");
	near = did_you_mean(words, command_name, count);
	if (is_group(argv[0]) && (near == NULL || argc == 1))
		return list_group(argv[0]);
	if (near == NULL)
		near = did_you_mean(argv[0], command_name, count);
	if (near != NULL)
		return complain(EXIT_USAGE, "there is no command '%s'; did you mean '%s'?", words, near);
	return complain(EXIT_USAGE, "there is no command '%s'; flightmem --help lists them", words);
}

/** Texts for packagers, made from the table: `flightmem generate man|bash|zsh|fish`. */
static enum exit_code generate(const char *what)
{
	if (strcmp(what, "man") == 0)
		print_man(stdout);
	else if (print_completion(stdout, what) != 0)
		return complain(EXIT_USAGE, "generate makes man, bash, zsh or fish, not '%s'", what);
	return EXIT_YES;
}

static enum exit_code print_schema(const struct command *command)
{
	return print_output_schema(stdout, command->words) == 0 ? EXIT_YES : complain(EXIT_USAGE, "%s prints no JSON", command->words);
}

static enum exit_code run(struct invocation *call)
{
	const struct command *command = call->command;

	if (call->values[COMMON_HELP] != NULL) {
		print_help(stdout, command);
		return EXIT_YES;
	}
	if (call->values[COMMON_SCHEMA] != NULL)
		return print_schema(command);
	if (call->argc < command->least || call->argc > command->most)
		return complain(EXIT_USAGE, "usage: flightmem %s%s%s; --help explains it", command->words, command->arguments[0] ? " " : "", command->arguments);
	return command->run(call);
}

/** Without a command: --help, --version, or a usage error. */
static enum exit_code run_bare(struct invocation *call)
{
	if (call->values[COMMON_VERSION] != NULL)
		return run_version(call);
	if (call->argc == 2 && strcmp(call->argv[0], "generate") == 0)
		return generate(call->argv[1]);
	if (call->argc == 1 && strcmp(call->argv[0], "help") == 0)
		call->values[COMMON_HELP] = "";
	else if (call->argc > 0)
		return unknown_command(call->argc, call->argv);
	print_help(call->values[COMMON_HELP] != NULL ? stdout : stderr, NULL);
	return call->values[COMMON_HELP] != NULL ? EXIT_YES : EXIT_USAGE;
}

static enum exit_code dispatch(int argc, char **argv, struct given_option *given)
{
	struct invocation call = { .given = given };
	int words = 0, skip = 0;

	while (skip < argc && argv[skip][0] == '-') /* flags may stand before the command */
		skip++;
	call.command = find_command(argc - skip, argv + skip, &words);
	if (take_options(&call, argc, argv) != 0)
		return EXIT_USAGE;
	if (call.command == NULL || call.values[COMMON_VERSION] != NULL)
		return run_bare(&call);
	call.argc -= words;
	call.argv += words;
	return run(&call);
}

int main(int argc, char **argv)
{
	struct given_option *given = calloc((size_t)argc + 1, sizeof *given);
	enum exit_code code = given == NULL ? complain(EXIT_INPUT, "no memory for the command line") : dispatch(argc - 1, argv + 1, given);

	free(given);
	if (fflush(stdout) != 0 || ferror(stdout))
		return (int)complain(EXIT_INPUT, "the output can't be written");
	return (int)code;
}

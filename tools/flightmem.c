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

	fputs("flightmem: ", stderr);
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	return code;
}

static const char *option_name(size_t index)
{
	return options[index].name;
}

static const char *command_name(size_t index)
{
	return commands[index].words;
}

static size_t count_options(void)
{
	size_t count = 0;

	while (options[count].name != NULL)
		count++;
	return count;
}

static size_t count_commands(void)
{
	size_t count = 0;

	while (commands[count].words != NULL)
		count++;
	return count;
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

static const struct command *find_command(int argc, char **argv, int *words)
{
	for (const struct command *command = commands; command->words != NULL; command++) {
		*words = matches(command, argc, argv);
		if (*words > 0)
			return command;
	}
	return NULL;
}

static enum exit_code unknown_command(int argc, char **argv)
{
	char words[128];
	const char *near;

	snprintf(words, sizeof words, "%s%s%s", argv[0], argc > 1 ? " " : "", argc > 1 ? argv[1] : "");
	near = did_you_mean(words, command_name, count_commands());
	if (near == NULL)
		near = did_you_mean(argv[0], command_name, count_commands());
	if (near != NULL)
		return complain(EXIT_USAGE, "there is no command '%s'; did you mean '%s'?", words, near);
	return complain(EXIT_USAGE, "there is no command '%s'; flightmem --help lists them", words);
}

static void unknown_option(const char *word)
{
	const char *near = word[1] == '-' ? did_you_mean(word + 2, option_name, count_options()) : NULL;

	if (near != NULL)
		complain(EXIT_USAGE, "there is no option '%s'; did you mean '--%s'?", word, near);
	else
		complain(EXIT_USAGE, "there is no option '%s'; flightmem --help lists them", word);
}

/** Moves options out of `argv`. Returns 0, or -1 after a message. */
static int take_options(int *argc, char **argv, int *json, int *help, int *version)
{
	int kept = 0;

	for (int i = 0; i < *argc; i++) {
		if (strcmp(argv[i], "--") == 0) {
			while (++i < *argc)
				argv[kept++] = argv[i];
			break;
		}
		if (strcmp(argv[i], "--json") == 0)
			*json = 1;
		else if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
			*help = 1;
		else if (strcmp(argv[i], "--version") == 0)
			*version = 1;
		else if (argv[i][0] == '-' && argv[i][1] != '\0') {
			unknown_option(argv[i]);
			return -1;
		} else
			argv[kept++] = argv[i];
	}
	*argc = kept;
	return 0;
}

/** Texts for packagers, made from the table: `flightmem generate man|bash|zsh|fish`. */
static int generate(int argc, char **argv, enum exit_code *code)
{
	if (argc != 2 || strcmp(argv[0], "generate") != 0)
		return 0;
	*code = EXIT_YES;
	if (strcmp(argv[1], "man") == 0)
		print_man(stdout);
	else if (print_completion(stdout, argv[1]) != 0)
		*code = complain(EXIT_USAGE, "generate makes man, bash, zsh or fish, not '%s'", argv[1]);
	return 1;
}

/** --help with or without a command, and the bare command, which is a usage error. */
static enum exit_code help(int argc, char **argv, const struct command *command, int asked)
{
	if (argc > 0 && command == NULL)
		return unknown_command(argc, argv);
	print_help(asked ? stdout : stderr, command);
	return asked ? EXIT_YES : EXIT_USAGE;
}

static enum exit_code run(struct invocation *call)
{
	const struct command *command = call->command;

	if (call->argc < command->least || call->argc > command->most)
		return complain(EXIT_USAGE, "usage: flightmem %s%s%s [--json]", command->words, command->arguments[0] ? " " : "", command->arguments);
	return command->run(call);
}

static enum exit_code dispatch(int argc, char **argv)
{
	struct invocation call = { 0 };
	int words = 0, help_asked = 0, version_asked = 0;
	enum exit_code code;

	if (take_options(&argc, argv, &call.json, &help_asked, &version_asked) != 0)
		return EXIT_USAGE;
	if (version_asked)
		return run_version(&call);
	if (generate(argc, argv, &code))
		return code;
	call.command = find_command(argc, argv, &words);
	if (help_asked || argc == 0)
		return help(argc, argv, call.command, help_asked);
	if (call.command == NULL)
		return unknown_command(argc, argv);
	call.argc = argc - words;
	call.argv = argv + words;
	return run(&call);
}

int main(int argc, char **argv)
{
	enum exit_code code = dispatch(argc - 1, argv + 1);

	if (fflush(stdout) != 0 || ferror(stdout))
		return complain(EXIT_INPUT, "the output can't be written");
	return code;
}

/* SPDX-License-Identifier: MIT */
/** @file
 * Completion scripts for bash, zsh and fish, made from the table of commands. */
#include <string.h>

#include "command.h"

/** What lists the ids of the platforms, in any shell. */
#define LIST_PROFILES "flightmem profile list 2>/dev/null | cut -d' ' -f1"

/** 1 iff the first word of `command` is that of an earlier row too. */
static int first_word_is_known(const struct command *command)
{
	size_t length = strcspn(command->words, " ");

	for (const struct command *earlier = commands; earlier != command; earlier++)
		if (strcspn(earlier->words, " ") == length && strncmp(earlier->words, command->words, length) == 0)
			return 1;
	return 0;
}

/** 1 iff `command` is the first row of a group: commands of two words that begin alike. */
static int begins_group(const struct command *command)
{
	return strchr(command->words, ' ') != NULL && !first_word_is_known(command);
}

/** The first words of the commands, each once. */
static void print_first_words(FILE *to)
{
	for (const struct command *command = commands; command->words != NULL; command++)
		if (!first_word_is_known(command))
			fprintf(to, "%.*s ", (int)strcspn(command->words, " "), command->words);
}

/** The second words of the commands that begin with the first word of `group`. */
static void print_second_words(FILE *to, const struct command *group)
{
	size_t length = strcspn(group->words, " ") + 1;

	for (const struct command *command = commands; command->words != NULL; command++)
		if (strncmp(command->words, group->words, length) == 0)
			fprintf(to, "%s ", command->words + length);
}

static void print_options(FILE *to, const struct command *command)
{
	for (size_t i = 0; option_at(command, i)->name != NULL; i++)
		fprintf(to, "--%s ", option_at(command, i)->name);
}

/** The words that a place can be completed to; platforms are listed by `open` command `close`, as the shell substitutes a command. */
static void print_words(FILE *to, enum completes completes, const char *open, const char *close)
{
	if (completes == COMPLETES_PROFILE)
		fprintf(to, "%s" LIST_PROFILES "%s", open, close);
	for (size_t i = 0; completes == COMPLETES_STATUS && status_short_name(i) != NULL; i++)
		fprintf(to, "%s ", status_short_name(i));
	for (size_t i = 0; completes == COMPLETES_THEME && theme_names[i] != NULL; i++)
		fprintf(to, "%s ", theme_names[i]);
}

/** For each option that takes a value: a row of `case`, with its words between `begin` and `end`, or `files` where it takes a file. */
static void print_option_cases(FILE *to, const char *begin, const char *end, const char *files)
{
	for (const struct command *command = commands; command->words != NULL; command++)
		for (size_t i = COMMON_OPTIONS; option_at(command, i)->name != NULL; i++) {
			const struct option_row *row = option_at(command, i);

			if (row->argument == NULL)
				continue;
			fprintf(to, "\t--%s) ", row->name);
			if (row->completes == COMPLETES_FILE) {
				fprintf(to, "%s ;;\n", files);
				continue;
			}
			fputs(begin, to);
			print_words(to, row->completes, "$(", ")");
			fprintf(to, "%s ;;\n", end);
		}
}

/** `--output|--theme`: every option that takes a value, so that the value is not taken for an argument. */
static void print_valued(FILE *to)
{
	fputs("''", to);
	for (const struct command *command = commands; command->words != NULL; command++)
		for (size_t i = COMMON_OPTIONS; option_at(command, i)->name != NULL; i++)
			if (option_at(command, i)->argument != NULL)
				fprintf(to, "|--%s", option_at(command, i)->name);
}

/** The walk over the table that bash and zsh share: rows of `case $line`, which set `offers` and `options`. */
static void print_line_cases(FILE *to)
{
	fputs("\t\"\") offers=\"", to);
	print_first_words(to);
	fputs("\" options=\"--help --version\" ;;\n", to);
	for (const struct command *command = commands; command->words != NULL; command++) {
		if (begins_group(command)) {
			fprintf(to, "\t\"%.*s \") offers=\"", (int)strcspn(command->words, " "), command->words);
			print_second_words(to, command);
			fputs("\" ;;\n", to);
		}
		for (int first = 1; first >= 0; first--) {
			fprintf(to, "\t\"%s \"%s) options=\"", command->words, first ? "" : "*");
			print_options(to, command);
			fputs("\" offers=\"", to);
			if (first)
				print_words(to, command->completes, "$(", ")");
			fputs("\" ;;\n", to);
		}
	}
}

/** Sets `line` to the words before the cursor that are no options and no values of options. */
static void print_line(FILE *to, const char *before)
{
	fprintf(to, "\tfor word in %s; do\n\t\tif [ -n \"$value\" ]; then value=; continue; fi\n\t\tcase $word in\n\t\t", before);
	print_valued(to);
	fputs(") value=1 ;;\n\t\t-*) ;;\n\t\t*) line=\"$line$word \" ;;\n\t\tesac\n\tdone\n", to);
}

static void bash(FILE *to)
{
	fputs("_flightmem()\n{\n\tlocal now=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} line= offers= options= value= word\n", to);
	print_line(to, "\"${COMP_WORDS[@]:1:COMP_CWORD-1}\"");
	fputs("\tcase $line in\n", to);
	print_line_cases(to);
	fputs("\tesac\n\tcase $now in -*) offers=$options ;; esac\n\tcase $before in\n", to);
	print_option_cases(to, "offers=\"", "\"", "COMPREPLY=(); compopt -o default 2>/dev/null; return");
	fputs("\tesac\n\tmapfile -t COMPREPLY < <(compgen -W \"$offers\" -- \"$now\")\n}\ncomplete -F _flightmem flightmem\n", to);
}

static void zsh(FILE *to)
{
	fputs("#compdef flightmem\n_flightmem()\n{\n\tlocal line= offers= options= value= word before=${words[CURRENT-1]}\n", to);
	print_line(to, "\"${(@)words[2,CURRENT-1]}\"");
	fputs("\tlocal words\n\tcase $line in\n", to);
	print_line_cases(to);
	fputs("\tesac\n\tcase $PREFIX in -*) offers=$options ;; esac\n\tcase $before in\n", to);
	print_option_cases(to, "offers=\"", "\"", "_files; return");
	fputs("\tesac\n\tcompadd -- ${=offers}\n}\n_flightmem \"$@\"\n", to);
}

/** Writes `text` inside single quotes of fish. */
static void quoted(FILE *to, const char *text)
{
	fputc('\'', to);
	for (; *text != '\0'; text++) {
		if (*text == '\'' || *text == '\\')
			fputc('\\', to);
		fputc(*text, to);
	}
	fputc('\'', to);
}

/** The condition that `command` was named, and, with `first`, that no argument was yet. */
static void fish_condition(FILE *to, const struct command *command, int first)
{
	const char *second = strchr(command->words, ' ');

	fputs(" -n '__fish_seen_subcommand_from ", to);
	fprintf(to, "%.*s", (int)strcspn(command->words, " "), command->words);
	if (second != NULL)
		fprintf(to, "; and __fish_seen_subcommand_from%s", second);
	if (first)
		fprintf(to, "; and test (count (commandline -opc | string match -v -- \"-*\")) -eq %d", second == NULL ? 2 : 3);
	fputc('\'', to);
}

/** One command's options and arguments. */
static void fish_command(FILE *to, const struct command *command)
{
	if (command->completes != COMPLETES_NOTHING) {
		fputs("complete -c flightmem -f", to);
		fish_condition(to, command, 1);
		fputs(" -a \"", to);
		print_words(to, command->completes, "(", ")");
		fputs("\"\n", to);
	}
	for (size_t i = COMMON_OPTIONS; option_at(command, i)->name != NULL; i++) {
		const struct option_row *row = option_at(command, i);

		fputs("complete -c flightmem", to);
		fish_condition(to, command, 0);
		fprintf(to, " -l %s", row->name);
		if (row->argument != NULL)
			fputs(row->completes == COMPLETES_FILE ? " -r -F" : " -x", to);
		if (row->argument != NULL && row->completes != COMPLETES_FILE) {
			fputs(" -a \"", to);
			print_words(to, row->completes, "(", ")");
			fputc('"', to);
		}
		fputs(" -d ", to);
		quoted(to, row->summary);
		fputc('\n', to);
	}
}

static void fish(FILE *to)
{
	fputs("complete -c flightmem -f\n", to);
	for (const struct command *command = commands; command->words != NULL; command++) {
		size_t first = strcspn(command->words, " ");

		if (begins_group(command))
			fprintf(to, "complete -c flightmem -n __fish_use_subcommand -a %.*s\n", (int)first, command->words);
		if (command->words[first] == ' ')
			fprintf(to, "complete -c flightmem -n '__fish_seen_subcommand_from %.*s; and test (count (commandline -opc | string match -v -- \"-*\")) -eq 2' -a %s -d ",
				(int)first, command->words, command->words + first + 1);
		else
			fprintf(to, "complete -c flightmem -n __fish_use_subcommand -a %s -d ", command->words);
		quoted(to, command->summary);
		fputc('\n', to);
		fish_command(to, command);
	}
	for (size_t i = 0; i < COMMON_OPTIONS; i++) {
		fprintf(to, "complete -c flightmem -l %s -d ", common_options[i].name);
		quoted(to, common_options[i].summary);
		fputc('\n', to);
	}
}

int print_completion(FILE *to, const char *shell)
{
	if (strcmp(shell, "bash") == 0)
		bash(to);
	else if (strcmp(shell, "zsh") == 0)
		zsh(to);
	else if (strcmp(shell, "fish") == 0)
		fish(to);
	else
		return -1;
	return 0;
}

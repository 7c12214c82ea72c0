/* SPDX-License-Identifier: MIT */
/** @file
 * Help and the man page, made from the table of commands. */
#include <flightmem.h>
#include <string.h>

#include "command.h"

/** "--svg FILE  write a picture" for each option from index `first` on. */
static void print_options(FILE *to, const struct command *command, size_t first)
{
	for (size_t i = first; option_at(command, i)->name != NULL; i++) {
		const struct option_row *row = option_at(command, i);
		char left[48];

		snprintf(left, sizeof left, "--%s%s%s", row->name, row->argument == NULL ? "" : " ", row->argument == NULL ? "" : row->argument);
		fprintf(to, "  %-20s %s\n", left, row->summary);
	}
}

static int is_digit(char character)
{
	return character >= '0' && character <= '9';
}

/** Characters up to where a line may end: a space, but not one between groups of digits. */
static size_t word_length(const char *text)
{
	size_t length = strcspn(text, " ");

	while (length > 0 && text[length] == ' ' && is_digit(text[length - 1]) && is_digit(text[length + 1]))
		length += 1 + strcspn(text + length + 1, " ");
	return length;
}

void print_wrapped(FILE *to, const char *text)
{
	size_t column = 0;

	while (*text != '\0') {
		size_t length = word_length(text);

		if (column > 0 && column + 1 + length > 80) {
			fputc('\n', to);
			column = 0;
		}
		column += (size_t)fprintf(to, "%s%.*s", column > 0 ? " " : "", (int)length, text);
		text += length + strspn(text + length, " ");
	}
	fputc('\n', to);
}

void print_help(FILE *to, const struct command *command)
{
	const char *strong = begin_look(to, LOOK_STRONG), *plain = begin_look(to, LOOK_PLAIN);

	if (command != NULL) {
		fprintf(to, "%susage:%s flightmem %s%s%s [OPTION...]\n\n", strong, plain, command->words, command->arguments[0] ? " " : "", command->arguments);
		print_wrapped(to, command->help);
		fprintf(to, "\n%soptions:%s\n", strong, plain);
		print_options(to, command, 0);
		return;
	}
	fprintf(to, "flightmem: what memory a platform has, and what fits into it\n\n%susage:%s flightmem COMMAND "
		    "[ARGUMENT...] [OPTION...]\n\n%scommands:%s\n", strong,
		plain, strong, plain);
	for (command = commands; command->words != NULL; command++) {
		char left[48];

		snprintf(left, sizeof left, "%s %s", command->words, command->arguments);
		fprintf(to, "  %-20s %s\n", left, command->summary);
	}
	fprintf(to, "\n%soptions:%s\n", strong, plain);
	print_options(to, NULL, 0);
	fprintf(to, "\n%sexit status:%s\n", strong, plain);
	for (size_t i = 0; i < EXIT_CODES; i++)
		fprintf(to, "  %-20zu %s\n", i, exit_meanings[i]);
	fputs("\nflightmem COMMAND --help explains a command.\n", to);
}

/** Writes `text` so that troff prints it as it is. */
static void troff(FILE *to, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '-' || *text == '\\')
			fputc('\\', to);
		fputc(*text, to);
	}
}

static void man_options(FILE *to, const struct command *command, size_t first)
{
	for (size_t i = first; option_at(command, i)->name != NULL; i++) {
		const struct option_row *row = option_at(command, i);

		fprintf(to, ".TP\n.B \\-\\-%s", row->name);
		if (row->argument != NULL)
			fprintf(to, " \\fI%s\\fR", row->argument);
		fputc('\n', to);
		troff(to, row->summary);
		fputc('\n', to);
	}
}

void print_man(FILE *to)
{
	fprintf(to, ".TH FLIGHTMEM 1 \"\" \"flightmem %s\" \"User Commands\"\n.SH NAME\nflightmem \\- what memory a platform has, and what fits into it\n"
		".SH SYNOPSIS\n.B flightmem\n.I COMMAND\n[\\fIARGUMENT\\fR...] [\\fIOPTION\\fR...]\n.SH COMMANDS\n", FM_VERSION_STRING);
	for (const struct command *command = commands; command->words != NULL; command++) {
		fprintf(to, ".TP\n.B %s \\fI%s\\fR\n", command->words, command->arguments);
		troff(to, command->help);
		fputc('\n', to);
		if (option_at(command, COMMON_OPTIONS)->name != NULL) {
			fputs(".RS\n", to);
			man_options(to, command, COMMON_OPTIONS);
			fputs(".RE\n", to);
		}
	}
	fputs(".SH OPTIONS\nEvery command takes these.\n", to);
	man_options(to, NULL, 0);
	fputs(".SH EXIT STATUS\n", to);
	for (size_t i = 0; i < EXIT_CODES; i++)
		fprintf(to, ".TP\n.B %zu\n%s\n", i, exit_meanings[i]);
	fputs(".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nSet and not empty: no colours. There are none where the output is no terminal.\n"
	      ".TP\n.B FLIGHTMEM_PROFILE_PATH\nFolders of compiled platforms, separated by colons: where an ID is not built in, ID.fmprofile is looked for there.\n"
	      ".SH NOTES\nData goes to standard output, messages to standard error. JSON output carries the member\n.BR schema ,\nthe version of its form.\n", to);
}

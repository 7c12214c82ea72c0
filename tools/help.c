/* SPDX-License-Identifier: MIT */
/** @file
 * Help, man page and completion, all made from the table of commands. */
#include <flightmem.h>
#include <stdio.h>
#include <string.h>

#include "command.h"

static const char *const codes[][2] = {
	{ "0", "done; it fits; it is so" },
	{ "1", "it does not fit; it is not so" },
	{ "2", "the command line is wrong" },
	{ "3", "the input can't be read, or the output can't be written" },
	{ "4", "undecided within the limit" },
};

void print_help(FILE *to, const struct command *command)
{
	if (command != NULL) {
		fprintf(to, "usage: flightmem %s%s%s [--json]\n\n%s\n", command->words, command->arguments[0] ? " " : "", command->arguments, command->help);
		return;
	}
	fputs("flightmem: what memory a platform has, and what fits into it\n\nusage: flightmem COMMAND [ARGUMENT...] [OPTION...]\n\ncommands:\n", to);
	for (command = commands; command->words != NULL; command++) {
		char left[40];

		snprintf(left, sizeof left, "%s %s", command->words, command->arguments);
		fprintf(to, "  %-20s %s\n", left, command->summary);
	}
	fputs("\noptions:\n", to);
	for (const struct option_row *option = options; option->name != NULL; option++)
		fprintf(to, "  --%-18s %s\n", option->name, option->summary);
	fputs("\nexit status:", to);
	for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
		fprintf(to, "%s %s %s", i == 0 ? "" : ";", codes[i][0], codes[i][1]);
	fputs(".\nflightmem COMMAND --help explains a command.\n", to);
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

void print_man(FILE *to)
{
	fprintf(to, ".TH FLIGHTMEM 1 \"\" \"flightmem %s\" \"User Commands\"\n.SH NAME\nflightmem \\- what memory a platform has, and what fits into it\n"
		".SH SYNOPSIS\n.B flightmem\n.I COMMAND\n[\\fIARGUMENT\\fR...] [\\fIOPTION\\fR...]\n.SH COMMANDS\n", FM_VERSION_STRING);
	for (const struct command *command = commands; command->words != NULL; command++) {
		fprintf(to, ".TP\n.B %s \\fI%s\\fR\n", command->words, command->arguments);
		troff(to, command->help);
		fputc('\n', to);
	}
	fputs(".SH OPTIONS\n", to);
	for (const struct option_row *option = options; option->name != NULL; option++) {
		fprintf(to, ".TP\n.B \\-\\-%s\n", option->name);
		troff(to, option->summary);
		fputc('\n', to);
	}
	fputs(".SH EXIT STATUS\n", to);
	for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
		fprintf(to, ".TP\n.B %s\n%s\n", codes[i][0], codes[i][1]);
	fputs(".SH STANDARDS\nData goes to standard output, messages to standard error. JSON output carries the member\n.B schema\n, the version of its form.\n", to);
}

static void bash(FILE *to)
{
	fputs("_flightmem()\n{\n\tlocal line=\"${COMP_WORDS[*]:1:COMP_CWORD-1}\" now=\"${COMP_WORDS[COMP_CWORD]}\"\n\tcase \"$line\" in\n\t\"\") COMPREPLY=($(compgen -W \"", to);
	for (const struct command *command = commands; command->words != NULL; command++)
		if (command == commands || strncmp(command->words, command[-1].words, strcspn(command->words, " ") + 1) != 0)
			fprintf(to, "%.*s ", (int)strcspn(command->words, " "), command->words);
	for (const struct option_row *option = options; option->name != NULL; option++)
		fprintf(to, "--%s ", option->name);
	fputs("\" -- \"$now\")) ;;\n\tprofile) COMPREPLY=($(compgen -W \"", to);
	for (const struct command *command = commands; command->words != NULL; command++)
		if (strncmp(command->words, "profile ", 8) == 0)
			fprintf(to, "%s ", command->words + 8);
	fputs("\" -- \"$now\")) ;;\n\t\"profile show\") COMPREPLY=($(compgen -W \"$(flightmem profile list 2>/dev/null | cut -d' ' -f1)\" -- \"$now\")) ;;\n"
	      "\t*) COMPREPLY=($(compgen -W \"--json --help\" -- \"$now\")) ;;\n\tesac\n}\ncomplete -F _flightmem flightmem\n", to);
}

static void zsh(FILE *to)
{
	fputs("#compdef flightmem\nlocal -a commands\ncommands=(\n", to);
	for (const struct command *command = commands; command->words != NULL; command++)
		fprintf(to, "\t'%s:%s'\n", command->words, command->summary);
	fputs(")\n_arguments '1: :{_describe command commands}' ", to);
	for (const struct option_row *option = options; option->name != NULL; option++)
		fprintf(to, "'--%s[%s]' ", option->name, option->summary);
	fputs("'*: :_default'\n", to);
}

static void fish(FILE *to)
{
	for (const struct command *command = commands; command->words != NULL; command++) {
		const char *second = strchr(command->words, ' ');

		if (second == NULL)
			fprintf(to, "complete -c flightmem -f -n __fish_use_subcommand -a %s -d '%s'\n", command->words, command->summary);
		else
			fprintf(to, "complete -c flightmem -f -n '__fish_seen_subcommand_from %.*s' -a %s -d '%s'\n", (int)(second - command->words), command->words,
				second + 1, command->summary);
	}
	fputs("complete -c flightmem -f -n __fish_use_subcommand -a profile -d 'platforms'\n", to);
	for (const struct option_row *option = options; option->name != NULL; option++)
		fprintf(to, "complete -c flightmem -l %s -d '%s'\n", option->name, option->summary);
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

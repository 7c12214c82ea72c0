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

static void bash(FILE *to)
{
	fputs("_flightmem()\n{\n\tlocal now=${COMP_WORDS[COMP_CWORD]} line=\"${COMP_WORDS[*]:1:COMP_CWORD-1} \" words= options=\n\tcase $line in\n\t\" \") words=\"", to);
	print_first_words(to);
	fputs("\" options=\"--help --version\" ;;\n", to);
	for (const struct command *command = commands; command->words != NULL; command++) {
		size_t first = strcspn(command->words, " ");

		if (command->words[first] == ' ' && !first_word_is_known(command)) {
			fprintf(to, "\t\"%.*s \") words=\"", (int)first, command->words);
			print_second_words(to, command);
			fputs("\" ;;\n", to);
		}
		fprintf(to, "\t\"%s \"*) options=\"", command->words);
		for (size_t i = 0; option_at(command, i)->name != NULL; i++)
			fprintf(to, "--%s ", option_at(command, i)->name);
		fprintf(to, "\" words=%s ;;\n", command->completes == COMPLETES_PROFILE ? "$(" LIST_PROFILES ")" : "");
	}
	fputs("\tesac\n\tcase $now in -*) words=$options ;; esac\n\tmapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$now\")\n}\n"
	      "complete -o default -F _flightmem flightmem\n", to);
}

static void zsh(FILE *to)
{
	fputs("#compdef flightmem\nlocal line=\"${words[2,CURRENT-1]} \"\ncase $line in\n\" \") compadd -- ", to);
	print_first_words(to);
	fputs("--help --version ;;\n", to);
	for (const struct command *command = commands; command->words != NULL; command++) {
		size_t first = strcspn(command->words, " ");

		if (command->words[first] == ' ' && !first_word_is_known(command)) {
			fprintf(to, "\"%.*s \") compadd -- ", (int)first, command->words);
			print_second_words(to, command);
			fputs(";;\n", to);
		}
		fprintf(to, "\"%s \"*)\n\tif [[ $PREFIX == -* ]]; then compadd -- ", command->words);
		for (size_t i = 0; option_at(command, i)->name != NULL; i++)
			fprintf(to, "--%s ", option_at(command, i)->name);
		fprintf(to, "\n\telse %s; fi ;;\n", command->completes == COMPLETES_PROFILE ? "compadd -- $(" LIST_PROFILES ")" : "_files");
	}
	fputs("esac\n", to);
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

static void fish(FILE *to)
{
	for (const struct command *command = commands; command->words != NULL; command++) {
		size_t first = strcspn(command->words, " ");
		const char *second = command->words[first] == ' ' ? command->words + first + 1 : NULL;

		if (second == NULL) {
			fprintf(to, "complete -c flightmem -f -n __fish_use_subcommand -a %s -d ", command->words);
		} else {
			if (!first_word_is_known(command))
				fprintf(to, "complete -c flightmem -f -n __fish_use_subcommand -a %.*s\n", (int)first, command->words);
			fprintf(to, "complete -c flightmem -f -n '__fish_seen_subcommand_from %.*s' -a %s -d ", (int)first, command->words, second);
		}
		quoted(to, command->summary);
		fputc('\n', to);
		if (command->completes == COMPLETES_PROFILE)
			fprintf(to, "complete -c flightmem -f -n '__fish_seen_subcommand_from %s' -a \"(" LIST_PROFILES ")\"\n", second != NULL ? second : command->words);
		for (size_t i = COMMON_OPTIONS; option_at(command, i)->name != NULL; i++) {
			fprintf(to, "complete -c flightmem -n '__fish_seen_subcommand_from %s' -l %s -d ", second != NULL ? second : command->words, option_at(command, i)->name);
			quoted(to, option_at(command, i)->summary);
			fputc('\n', to);
		}
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

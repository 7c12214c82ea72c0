/* SPDX-License-Identifier: MIT */
/** @file
 * The command's frame: one table of commands and options, from which parser, help, man page and completion are made. */
#ifndef FLIGHTMEM_TOOLS_COMMAND_H
#define FLIGHTMEM_TOOLS_COMMAND_H

#include <jansson.h>
#include <stdint.h>
#include <stdio.h>

/** Exit statuses of every command; documented once, in the man page. */
enum exit_code {
	EXIT_YES = 0,       /**< done; it fits; it is so */
	EXIT_NO = 1,        /**< it does not fit; it is not so */
	EXIT_USAGE = 2,     /**< the command line is wrong */
	EXIT_INPUT = 3,     /**< the input can't be read */
	EXIT_UNDECIDED = 4, /**< no answer within the limit */
};

/** What one call of the command is about. */
struct invocation {
	const struct command *command;
	int argc;    /**< words after the command's name, options taken out */
	char **argv;
	int json;    /**< --json was given */
};

/** An option that every command takes. */
struct option_row {
	const char *name; /**< without the two dashes */
	const char *summary;
};

/** A command: `words` are its name, one or two words. */
struct command {
	const char *words;
	const char *arguments; /**< "ID"; "" takes none */
	int least, most;       /**< how many arguments */
	const char *summary;   /**< one line */
	const char *help;      /**< a paragraph for --help and the man page */
	enum exit_code (*run)(const struct invocation *invocation);
};

/** The tables, ended by a row of NULLs. */
extern const struct command commands[];
extern const struct option_row options[];

/** Runs of the commands, one a file. */
enum exit_code run_profile_list(const struct invocation *invocation);
enum exit_code run_profile_show(const struct invocation *invocation);
enum exit_code run_size(const struct invocation *invocation);
enum exit_code run_version(const struct invocation *invocation);

/** Prints the command's help, or the overview for NULL. */
void print_help(FILE *to, const struct command *command);

/** Prints the man page, in man(7) form. */
void print_man(FILE *to);

/** Prints a completion script for "bash", "zsh" or "fish". Returns 0, or -1 for another shell. */
int print_completion(FILE *to, const char *shell);

/** The name nearest to `word` among `count` names, if it is near enough to be meant; else NULL. */
const char *did_you_mean(const char *word, const char *(*name)(size_t index), size_t count);

/** Prints `value` with schema version 1 inside, and frees it. */
enum exit_code print_json(json_t *value);

/** A number that JSON readers keep exact: an integer up to 2^53, else a "0x..." string. */
json_t *json_uint64(uint64_t value);

/** An address as a "0x..." string. */
json_t *json_address(uint64_t value, unsigned width_bits);

/** A message on standard error, with the program's name. Returns `code`. */
enum exit_code complain(enum exit_code code, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif

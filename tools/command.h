/* SPDX-License-Identifier: MIT */
/** @file
 * The command's frame: one table of commands and options, from which parser, help, man page and completions are made. */
#ifndef FLIGHTMEM_TOOLS_COMMAND_H
#define FLIGHTMEM_TOOLS_COMMAND_H

#include <jansson.h>
#include <stdint.h>
#include <stdio.h>

/** Exit statuses of every command; exit_meanings says them to people. */
enum exit_code { EXIT_YES, EXIT_NO, EXIT_USAGE, EXIT_INPUT, EXIT_UNDECIDED, EXIT_CODES };

/** What each exit status means; the one place where it is said. */
extern const char *const exit_meanings[EXIT_CODES];

/** What a word on the command line can be completed to. */
enum completes { COMPLETES_NOTHING, COMPLETES_FILE, COMPLETES_PROFILE, COMPLETES_STATUS, COMPLETES_THEME };

/** An option. */
struct option_row {
	const char *name;     /**< without the two dashes */
	const char *argument; /**< "FILE"; NULL: a flag */
	const char *summary;  /**< one line */
	enum completes completes;
};

/** An option as it was given, for those that may be given more than once. */
struct given_option {
	size_t index; /**< of option_at() */
	const char *value;
};

/** Options that every command takes, in the order of common_options. */
enum common { COMMON_HELP, COMMON_JSON, COMMON_SCHEMA, COMMON_VERSION, COMMON_OPTIONS };

/** Most options that a command may have, the common ones included. */
enum { OPTIONS_MAX = 24 };

/** What one call of the command is about. */
struct invocation {
	const struct command *command;
	int argc; /**< words after the command's name, options taken out */
	char **argv;
	const char *values[OPTIONS_MAX]; /**< by index: common ones, then the command's; NULL: not given; "" for a flag; the last one given */
	struct given_option *given;      /**< all that were given, in order */
	size_t given_count;
	int json;                        /**< --json was given */
};

/** A command: `words` are its name, one or two words. */
struct command {
	const char *words;
	const char *arguments; /**< "ID"; "" takes none */
	int least, most;       /**< how many arguments */
	enum completes completes;
	const char *summary; /**< one line */
	const char *help;    /**< a paragraph for --help and the man page */
	const struct option_row *options; /**< its own, ended by a row of NULLs; NULL: none */
	enum exit_code (*run)(const struct invocation *invocation);
};

/** The tables, ended by a row of NULLs. */
extern const struct command commands[];
extern const struct option_row common_options[];

/** Options of the commands that have their own, in the file of the command. */
extern const struct option_row check_options[];
extern const struct option_row diff_options[];
extern const struct option_row host_options[];
extern const struct option_row profile_compile_options[];
extern const struct option_row profile_map_options[];

/** The names of the themes of pictures, by number, ended by NULL. */
extern const char *const theme_names[];

/** Runs of the commands, one a file. */
enum exit_code run_check(const struct invocation *invocation);
enum exit_code run_diff(const struct invocation *invocation);
enum exit_code run_host(const struct invocation *invocation);
enum exit_code run_profile_compile(const struct invocation *invocation);
enum exit_code run_profile_lint(const struct invocation *invocation);
enum exit_code run_profile_list(const struct invocation *invocation);
enum exit_code run_profile_locate(const struct invocation *invocation);
enum exit_code run_profile_map(const struct invocation *invocation);
enum exit_code run_profile_show(const struct invocation *invocation);
enum exit_code run_resolve(const struct invocation *invocation);
enum exit_code run_size(const struct invocation *invocation);
enum exit_code run_status(const struct invocation *invocation);
enum exit_code run_version(const struct invocation *invocation);

/** The option at `index` of `command` (NULL: only the common ones); a row of NULLs after the last. */
const struct option_row *option_at(const struct command *command, size_t index);

/** The command that the first words name, and how many words that took; NULL: none. */
const struct command *find_command(int argc, char **argv, int *words);

/**
 * Takes the options out of `argv` into `invocation->values`; what is left stays in order. Returns 0, or -1 after a message that says
 * which option was meant.
 */
int take_options(struct invocation *invocation, int argc, char **argv);

/** The value of the command's own option `name`; NULL: not given. */
const char *option_value(const struct invocation *invocation, const char *name);

/** The next value of the command's own option `name`; `*at` is 0 before the first. NULL: there are no more. */
const char *next_option_value(const struct invocation *invocation, const char *name, size_t *at);

/** Prints the command's help, or the overview for NULL. */
void print_help(FILE *to, const struct command *command);

/** Prints `text` in lines of at most 80 characters. */
void print_wrapped(FILE *to, const char *text);

/** Prints the man page, in man(7) form. */
void print_man(FILE *to);

/** Prints a completion script for "bash", "zsh" or "fish". Returns 0, or -1 for another shell. */
int print_completion(FILE *to, const char *shell);

/** Prints the JSON Schema of what the command prints with --json. Returns 0, or -1 where there is none. Generated from data/schemas/output/. */
int print_output_schema(FILE *to, const char *words);

/** The schema of platforms, its numbers as reals; json_decref() ends it. NULL: `error` says why. Generated from data/schemas/platform.json. */
json_t *platform_schema(json_error_t *error);

/** The name nearest to `word` among `count` names, if it is near enough to be meant; else NULL. */
const char *did_you_mean(const char *word, const char *(*name)(size_t index), size_t count);

/** Writes `value` with schema version 1 inside, and frees it. */
enum exit_code write_json(FILE *to, json_t *value);

/** The same on standard output. */
enum exit_code print_json(json_t *value);

/** A number that JSON readers keep exact: an integer up to 2^53, else a "0x..." string. */
json_t *json_uint64(uint64_t value);

/** An address as a "0x..." string. */
json_t *json_address(uint64_t value, unsigned width_bits);

/** How a piece of text looks on a terminal. */
enum look { LOOK_PLAIN, LOOK_STRONG, LOOK_ERROR };

/** The escape sequence that begins `look` on `to`; "" unless `to` is a terminal, TERM is not dumb, and NO_COLOR is not set. */
const char *begin_look(FILE *to, enum look look);

/** The status at `index` by the name that the command takes: lower case, without FM_E_. NULL: there are no more. */
const char *status_short_name(size_t index);

/** A message on standard error, with the program's name. Returns `code`. */
enum exit_code complain(enum exit_code code, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif

/* SPDX-License-Identifier: MIT */
/** @file
 * The table of commands: a new one is a file and a row here. */
#include "command.h"

const struct command commands[] = {
	{ "profile list", "", 0, 0, "list the platforms that are built in",
	  "Prints one line for each platform: its id, tier, word size, how many regions it has, and its name.", run_profile_list },
	{ "profile show", "ID", 1, 1, "show the memory of one platform",
	  "Prints the address spaces, regions and mirrors of the platform ID: addresses, sizes, permissions, attributes, and what a programmer "
	  "must know. \"?\" stands for what no source states.",
	  run_profile_show },
	{ "size", "TEXT", 1, 64, "read a size and print it in every form",
	  "Reads a size such as \"1.5 MiB\", 64k, 0x1000 or \"1 228 800\" and prints it in bytes, for people, and in the form that reads back "
	  "exactly. k, M, G without i are binary, as consoles count; kB, MB, GB are decimal. The words are joined by spaces; - reads one line "
	  "from standard input.",
	  run_size },
	{ "version", "", 0, 0, "print the version of the library and of its headers",
	  "Prints the version of the library that runs, and that of the headers this command was built with.", run_version },
	{ NULL, NULL, 0, 0, NULL, NULL, NULL },
};

const struct option_row options[] = {
	{ "help", "explain the command and exit" },
	{ "json", "print JSON with stable keys" },
	{ "version", "print the version and exit" },
	{ NULL, NULL },
};

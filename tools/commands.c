/* SPDX-License-Identifier: MIT */
/** @file
 * The table of commands: a new one is a file and a row here. */
#include "command.h"

const struct command commands[] = {
	{ "check", "INPUT", 1, 1, COMPLETES_FILE, "hold a program, or what it did, against memory",
	  "Reads a linked program (ELF), the map file of its link, or an image of a cartridge, and says for each region of the platform what is used "
	  "and what is free, stack and heap included, and what can't run there: outside any region, overlapping, written in ROM, executed where "
	  "nothing executes, out of a DMA engine's reach. Of a trace (one access a line, as an emulator or valgrind's lackey writes them) each access "
	  "is judged, on a platform or in the map of a process, which --map or the trace itself says. Exit status 1 says that something does not "
	  "fit or is not allowed, 4 that no source states what would decide it.",
	  check_options, run_check },
	{ "diff", "OLD NEW", 2, 2, COMPLETES_FILE, "say what grew between two reports of check",
	  "Compares two files that flightmem check --json or --save wrote: which regions, sections and symbols grew or shrank, and by how much.",
	  diff_options, run_diff },
	{ "host", "", 0, 0, COMPLETES_NOTHING, "say what this machine and process are",
	  "Prints pages, caches, vectors, memory, limits (those of control groups included) and pressure of this machine and process, each figure with "
	  "its state and who gave it, and what they can do. With --root it reads the files of another system or container, and nothing else. "
	  "flightmem profile show host shows the same machine as a platform.",
	  host_options, run_host },
	{ "profile compile", "FILE", 1, 1, COMPLETES_FILE, "make a platform's file loadable",
	  "Judges the YAML of a platform, as profile lint does, and writes it in the form that fm_profile_load() and fm_profile_open() read, to "
	  "ID.fmprofile. What is written was loaded before, so a library of this version takes it. --variant takes another model of the same file "
	  "(more memory, a drive). The built-in platforms' files are installed, too: share/flightmem/platforms.",
	  profile_compile_options, run_profile_compile },
	{ "profile lint", "FILE...", 1, 4096, COMPLETES_FILE, "judge files of platforms",
	  "Judges the YAML of platforms: its form, by data/schemas/platform.json; that names lead somewhere, sources too; that mirrors and reserved "
	  "areas stay inside their regions; that only regions overlap that say so. Each problem is told with file, line and column. Exit status "
	  "1 says that there are some.",
	  NULL, run_profile_lint },
	{ "profile list", "", 0, 0, COMPLETES_NOTHING, "list the platforms that are built in",
	  "Prints one line for each platform: its id, tier, word size, how many regions it has, and its name.", NULL, run_profile_list },
	{ "profile locate", "ID ADDRESS", 2, 2, COMPLETES_PROFILE, "say where an address leads",
	  "Prints the region of the platform ID that ADDRESS leads to, mirrors resolved: the byte of the region, its permissions, and how many "
	  "bytes follow without a seam. Exit status 1 says that no region is there.",
	  NULL, run_profile_locate },
	{ "profile map", "ID", 1, 1, COMPLETES_PROFILE, "draw the memory map of one platform",
	  "Draws the memory of the platform ID as SVG: each address space from low to high addresses, regions and mirrors (hatched) to scale, "
	  "with size, permissions and attributes beside each.",
	  profile_map_options, run_profile_map },
	{ "profile show", "ID", 1, 1, COMPLETES_PROFILE, "show the memory of one platform",
	  "Prints the address spaces, regions and mirrors of the platform ID: addresses, sizes, permissions, attributes, and what a programmer "
	  "must know. \"?\" stands for what no source states. What an id of a source stands for, and who disagrees, is in the platform's file: "
	  "share/flightmem/platforms/ID.yaml. Here as everywhere, ID is a built-in platform, the path of what profile compile made, or the name of "
	  "such a file in the folders of FLIGHTMEM_PROFILE_PATH.",
	  NULL, run_profile_show },
	{ "resolve", "ID WANTS", 2, 64, COMPLETES_PROFILE, "say which of several wants a platform grants first",
	  "Reads wants such as \"scratchpad, else fast ram, else main; at least 16 KiB; dma\" and prints the first that the platform ID grants, with "
	  "its region, and for each one before it why not and what would help. What stands behind a comma or semicolon without else is asked of "
	  "every want. A want has kinds of region (main, video, scratchpad, ...) or region NAME, facts (ram, dma, fast, not cached, persistent, "
	  "...), a size, aligned to a size, and has CAPABILITY with its least value; optional allows regions that not every machine has. "
	  "What no source states does not hold. The words are joined by spaces. Exit status 1 says that no want holds.",
	  NULL, run_resolve },
	{ "size", "TEXT", 1, 64, COMPLETES_NOTHING, "read a size and print it in every form",
	  "Reads a size such as \"1.5 MiB\", 64k, 0x1000 or \"1 228 800\" and prints it in bytes, for people, and in the form that reads back "
	  "exactly. k, M, G without i are binary, as consoles count; kB, MB, GB are decimal. The words are joined by spaces; - reads one line "
	  "from standard input.",
	  NULL, run_size },
	{ "status", "CODE", 1, 1, COMPLETES_STATUS, "explain a status code",
	  "Prints the name, kind, meaning and remedy of a status, given as its number (-8) or its name (FM_E_BUSY, or busy). A negative number "
	  "may stand as it is.",
	  NULL, run_status },
	{ "version", "", 0, 0, COMPLETES_NOTHING, "print the version of the library and of its headers",
	  "Prints the version of the library that runs, and that of the headers this command was built with.", NULL, run_version },
	{ NULL, NULL, 0, 0, COMPLETES_NOTHING, NULL, NULL, NULL, NULL },
};

const struct option_row common_options[] = {
	[COMMON_HELP] = { "help", NULL, "explain the command and exit", COMPLETES_NOTHING },
	[COMMON_JSON] = { "json", NULL, "print JSON with stable keys", COMPLETES_NOTHING },
	[COMMON_SCHEMA] = { "schema", NULL, "print the JSON Schema of the command's JSON and exit", COMPLETES_NOTHING },
	[COMMON_VERSION] = { "version", NULL, "print the version and exit", COMPLETES_NOTHING },
	[COMMON_OPTIONS] = { NULL, NULL, NULL, COMPLETES_NOTHING },
};

const char *const exit_meanings[EXIT_CODES] = {
	[EXIT_YES] = "done; it fits; it is so",
	[EXIT_NO] = "it does not fit; it is not so",
	[EXIT_USAGE] = "the command line is wrong, or names what there is not",
	[EXIT_INPUT] = "the input can't be read, or the output can't be written",
	[EXIT_UNDECIDED] = "undecided within the limit",
};

/* SPDX-License-Identifier: MIT */
/** @file
 * What check finds out about a program on a platform: bytes by region, and findings. */
#ifndef FLIGHTMEM_TOOLS_CHECK_REPORT_H
#define FLIGHTMEM_TOOLS_CHECK_REPORT_H

#include <flightmem.h>

#include "../command.h"
#include "image.h"

/** How much a finding counts. A note changes no verdict. */
enum weight { WEIGHT_FAULT, WEIGHT_UNDECIDED, WEIGHT_NOTE, WEIGHTS };

extern const char *const weight_names[WEIGHTS];

/** Whose bytes they are. Where several claim a byte, the first of these counts it. */
enum use { USE_SECTION, USE_LOAD, USE_STACK, USE_HEAP, USE_PLATFORM, USES };

/** Bytes of one region that somebody uses. */
struct span {
	uint64_t offset;  /**< in the region */
	uint64_t size;
	uint64_t number;  /**< address of the first of them, as the program has it */
	uint32_t region;
	uint32_t piece; /**< PIECE_NONE: the platform's */
	enum use use;
};

/** Bytes of one region, added up: the uses, `free` and nothing else make `size`. */
struct tally {
	fm_region region;
	uint64_t bytes[USES]; /**< by use, each byte once */
	uint64_t used;        /**< their sum */
	uint64_t free;        /**< size - used */
	uint64_t largest;     /**< the largest run of free bytes */
	uint64_t largest_at;  /**< where it begins */
	uint64_t slack;       /**< free - largest: gaps between what is used */
	uint64_t extent;      /**< end of the last section, from the region's begin: what ld --print-memory-usage calls used */
	uint64_t budget;      /**< most bytes that may be used */
	int has_budget;
	int holds;            /**< something of the program lies here */
};

/** Most symbols that a finding names. */
enum { NAMED_SYMBOLS = 4 };

/** Something that can't be right, or can't be decided. */
struct finding {
	const char *rule; /**< as --allow and JSON have it */
	enum weight weight;
	char *subject; /**< section or symbol */
	char *why;     /**< one sentence without its full stop */
	char *remedy;  /**< the same; NULL: none */
	uint64_t address;
	uint64_t bytes; /**< at fault */
	uint32_t region; /**< index; FM_NONE: none */
	uint32_t named_count;
	const struct symbol *named[NAMED_SYMBOLS]; /**< the largest that are concerned, largest first */
};

/** What was found. */
struct report {
	const struct invocation *call;
	const fm_profile *profile;
	fm_profile_info info;
	uint32_t cpu_space;     /**< index of the address space that the main CPU sees */
	uint32_t cpu_space_bits;
	struct image *image;
	struct span *spans;
	size_t span_count;
	struct tally *tallies; /**< by index of the region */
	struct finding *findings;
	size_t finding_count;
	size_t finding_more; /**< findings beyond the limit, which are counted only */
	size_t weighed[WEIGHTS]; /**< findings by weight, those beyond the limit too */
	fm_validator *strict[16], *lenient[16]; /**< by space: what no source states is refused, is allowed */
};

/** The CPU's address that a number of the program means. */
fm_address program_address(const struct report *report, uint64_t number);

/** Spreads the pieces from index `from` on over regions; what does not fit is a finding. */
void place_pieces(struct report *report, size_t from);

/** Adds up the spans. */
void tally_spans(struct report *report);

/** Adds the stack and the heap as pieces, where options or symbols say what they are. Returns EXIT_YES, or EXIT_USAGE after a message. */
enum exit_code add_reserves(struct report *report);

/** Reads --budget. Returns EXIT_YES, or EXIT_USAGE after a message. */
enum exit_code read_budgets(struct report *report);

/** Rules, a file each or a few; each adds its findings. */
void judge_processor(struct report *report);
void judge_alignment(struct report *report);
void judge_overlaps(struct report *report);
void judge_reserved(struct report *report);
void judge_rights(struct report *report);
void judge_loading(struct report *report);
void judge_budgets(struct report *report);

/** --dma: marks what the symbols name, and judges it. Returns EXIT_YES, or EXIT_USAGE after a message. */
enum exit_code judge_dma_symbols(struct report *report);

/** A finding about `bytes` at `address`, with the largest symbols there; NULL where it is only counted. `why` is a format. */
struct finding *add_finding(struct report *report, const char *rule, enum weight weight, const char *subject, const char *why, ...)
	__attribute__((format(printf, 5, 6)));

/** Says where a finding is, and names the symbols of `piece` there (PIECE_NONE: of none). NULL is fine. */
void locate_finding(struct report *report, struct finding *finding, uint32_t region, uint64_t address, uint64_t bytes, uint32_t piece);

/** Names the largest symbols that run in a region. NULL is fine. */
void name_region_symbols(const struct report *report, struct finding *finding, uint32_t region);

/** Says what would help. NULL is fine. */
void remedy_finding(struct finding *finding, const char *remedy, ...) __attribute__((format(printf, 2, 3)));

/** All of it: from an image to findings and numbers. Returns EXIT_YES, or what else the command line deserves after a message. */
enum exit_code make_report(struct report *report, const struct invocation *call, const fm_profile *profile, struct image *image);

/** Frees what make_report() made; the image stays. */
void free_report(struct report *report);

/** The verdict: no where something is a fault, undecided where nothing is but something is not known, else yes. */
enum exit_code verdict(const struct report *report);

/** The processor's name and, as the profile has it, the one that is right; NULL: not known. */
const char *processor_name(uint32_t machine);

/** "12 345": digits in groups of three. */
enum { COUNT_BYTES = 32 };
const char *count_text(uint64_t value, char text[COUNT_BYTES]);

/** "0x03000010", in the platform's own way. */
enum { PLACE_BYTES = 48 };
const char *place_text(const struct report *report, uint64_t number, char text[PLACE_BYTES]);

#endif

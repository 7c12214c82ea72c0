/* SPDX-License-Identifier: MIT */
/** @file
 * A trace that is judged: who is asked, what is counted where, and what was refused. Its memory is bounded, whatever the trace. */
#ifndef FLIGHTMEM_TOOLS_CHECK_TRACE_H
#define FLIGHTMEM_TOOLS_CHECK_TRACE_H

#include <jansson.h>

#include "input.h"
#include "report.h"
#include "trace_map.h"

enum {
	TRACE_SPACES = 16,    /**< address spaces of a platform, at most */
	TRACE_PLACES = 4096,  /**< places that are counted apart, at most */
	TRACE_GROUPS = 1024,  /**< groups of findings that are kept, at most */
	TRACE_SLOTS = 4096,   /**< of the table that finds them, a power of two */
	TRACE_CACHED = 256,   /**< places found lately, a power of two */
};

/** What an access does, as it is counted. */
enum trace_does { DOES_READ, DOES_WRITE, DOES_FETCH, DOES_DMA_READ, DOES_DMA_WRITE, DOES };

/** Sizes that are counted apart: 1, 2, 4, 8, 16 bytes, others. */
enum { TRACE_SIZES = 6 };

/** A region, or mappings of one name and the same rights. The first place is where nothing is. */
struct trace_place {
	char *name;
	uint64_t count[DOES], bytes[DOES], sizes[TRACE_SIZES];
	uint64_t refused; /**< accesses that are faults */
};

/** Findings that are alike: the rule, the place, what the access does. */
struct trace_group {
	fm_status status;
	enum weight weight;
	uint32_t place, rights;
	uint64_t count;
	uint64_t line;      /**< of the first */
	fm_access sample;   /**< the first */
	uint32_t rule;
	uint64_t at, help;  /**< fm_finding has them */
	char *remedy;
};

/** A run of addresses that lies in one place. */
struct trace_run {
	uint64_t base, size;
	uint32_t space, place;
};

/** Everything about one trace. */
struct trace_judge {
	const struct invocation *call;
	const char *name;         /**< of the trace */
	const fm_profile *profile; /**< NULL: the map of a process */
	fm_profile_info info;
	uint32_t cpu_space;
	fm_validator *strict[TRACE_SPACES], *lenient[TRACE_SPACES]; /**< of a process only the first one */
	struct trace_map map;
	int map_changed;          /**< the validator is older than the map */
	int map_given;            /**< there is a map: from --map or from the trace */
	uint32_t wx_mappings;     /**< that were mapped to be both written and executed */
	uint32_t allowed;         /**< bits of rules that --allow names */
	struct trace_place places[TRACE_PLACES];
	uint32_t place_count;
	struct trace_run cached[TRACE_CACHED];
	struct trace_group groups[TRACE_GROUPS];
	uint16_t slots[TRACE_SLOTS]; /**< number of a group, from 1 */
	uint32_t group_count;
	uint64_t ungrouped;       /**< findings beyond */
	uint64_t weighed[WEIGHTS]; /**< findings */
	uint64_t accesses, lines;
	fm_status statuses[TRACE_BATCH];
};

int recognises_trace(const struct invocation *call, const struct input *input);
enum exit_code run_trace(const struct invocation *call, const struct input *input);

/** Judges the batch, whose accesses are of one space. Returns EXIT_YES, or EXIT_INPUT after a message. */
enum exit_code judge_batch(struct trace_judge *judge, const struct trace *trace);

/** Adds a finding: access `index` of the batch, which lies in `space`. */
void group_refusal(struct trace_judge *judge, const struct trace *trace, uint32_t index, uint32_t space);

/** The place that an address lies in. */
uint32_t trace_place_of(struct trace_judge *judge, uint32_t space, uint64_t address);

/** Counts an access at its place, and gives that. */
uint32_t trace_count(struct trace_judge *judge, uint32_t space, const fm_access *access);

/** The place of a name, which is made where there is none. */
uint32_t trace_place_named(struct trace_judge *judge, const char *name);

/** Takes a change of the map. Returns EXIT_YES, or EXIT_INPUT after a message. */
enum exit_code trace_change(struct trace_judge *judge, const struct trace_event *event, uint64_t line);

/** Reads the file of --map. Returns EXIT_YES, or EXIT_INPUT after a message. */
enum exit_code trace_read_map(struct trace_judge *judge, const char *file);

/** "store" of rights. */
const char *trace_does_text(uint32_t rights);

/** Names of enum trace_does in JSON; of sizes. */
extern const char *const trace_does_names[DOES];
extern const char *const trace_size_names[TRACE_SIZES];

void print_trace(const struct trace_judge *judge);
json_t *trace_json(const struct trace_judge *judge);

/** The verdict: no where something is refused, undecided where nothing is but something is not known, else yes. */
enum exit_code trace_verdict(const struct trace_judge *judge);

#endif

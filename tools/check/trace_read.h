/* SPDX-License-Identifier: MIT */
/** @file
 * The reader of traces: blocks of a stream become batches of accesses, and what happens between them. docs/traces.md has the form.
 *
 * It needs as much memory for a trace of any length, and copies no line. It knows no platform: who calls it gives spaces their numbers. */
#ifndef FLIGHTMEM_TOOLS_CHECK_TRACE_READ_H
#define FLIGHTMEM_TOOLS_CHECK_TRACE_READ_H

#include <flightmem.h>
#include <stdio.h>

enum {
	TRACE_BATCH = 1024,       /**< accesses that are handed out at once, at most */
	TRACE_BLOCK = 1 << 20,    /**< bytes that are read at once */
	TRACE_LINE = 4096,        /**< bytes of a line, at most */
	TRACE_NAME = 96,          /**< bytes of a mapping's name that are kept, the end mark included */
	TRACE_WHY = 160,
};

/** What stands behind the accesses of a batch. */
enum trace_step {
	TRACE_MORE,   /**< nothing: ask again */
	TRACE_EVENT,  /**< the process' map changes */
	TRACE_END,    /**< the trace is over */
	TRACE_BROKEN, /**< it can't be read: `line`, `column`, `why` */
};

enum trace_change { TRACE_MAP, TRACE_UNMAP, TRACE_PROTECT };

/** A change of the process' map. */
struct trace_event {
	enum trace_change kind;
	uint64_t base, size;
	uint32_t access; /**< rights that are granted from now on */
	char name[TRACE_NAME];
};

/** A trace that is being read. */
struct trace {
	FILE *from; /**< NULL: there is no more than the block */
	/** Gives the space `name`, `length` bytes long, a number; FM_NONE: there is none. NULL: no line may name one. */
	uint32_t (*find_space)(const void *context, const char *name, size_t length);
	const void *context;
	unsigned char *block;    /**< TRACE_BLOCK bytes and one more */
	size_t at, end, filled;  /**< of the block: next line, end of the last whole line, end of what was read */
	uint64_t line, bytes;    /**< lines and bytes that are done with */
	int over;                /**< nothing more can be read */
	/* the batch */
	uint32_t count;
	uint32_t space;          /**< that all of it lies in; FM_NONE: none was named */
	fm_access accesses[TRACE_BATCH];
	uint64_t lines[TRACE_BATCH];
	/* what follows it */
	struct trace_event event;
	size_t column;           /**< from 1 */
	char why[TRACE_WHY];
};

/** What one line says. */
struct trace_said {
	enum { TRACE_NOTHING, TRACE_ACCESS, TRACE_CHANGE, TRACE_NONSENSE } what;
	fm_access access;
	uint32_t space;
	struct trace_event event;
	size_t column; /**< of what is wrong, from 1 */
	char why[TRACE_WHY];
};

/** Begins with `size` bytes that were read already. Returns 0, or -1 where there is no memory. */
int trace_begin(struct trace *trace, FILE *from, const unsigned char *head, size_t size);

/** Fills the batch, and says what stands behind it. The accesses of the batch come first, then that. */
enum trace_step trace_next(struct trace *trace);

void trace_free(struct trace *trace);

/** Reads a line of any form, `length` bytes without its end. */
void trace_read_line(const struct trace *trace, const char *line, size_t length, struct trace_said *said);

/** The rights that a letter of a line stands for; 0: none. */
uint32_t trace_kind(unsigned char letter);

/** What an access of these rights and this size has as its width: as the processor does it at once. */
uint32_t trace_width(uint32_t rights, uint64_t size);

#endif

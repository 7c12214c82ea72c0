/* SPDX-License-Identifier: MIT */
/** @file
 * Quiet scopes, for tests: between begin and end the thread asks nobody for memory, or each call that did is reported with its place.
 *
 *     fm_quiet_begin(NULL);
 *     fm_quiet_watch(pool);
 *     step_world();
 *     cr_assert_eq(fm_quiet_end(NULL), FM_OK, "%s", fm_quiet_text());
 *
 * What is heard: allocations from the pools that are watched; pages that pools and spaces take of fm_memory_default(); and, in a program
 * that is linked with libflightmem-quiet or runs with it preloaded, each malloc, its kin and each mmap, whoever calls them. Calls count
 * whether they are granted or not. A scope belongs to the thread that began it and hears that thread only. Only hosted. While no scope is
 * open, no call of the library does more than without this. Not for signal handlers. */
#ifndef FLIGHTMEM_QUIET_H
#define FLIGHTMEM_QUIET_H

#include <flightmem/pool.h>

/** Who was asked. An open set. */
typedef uint32_t fm_quiet_source;
#define FM_QUIET_POOL 0u  /**< a watched pool */
#define FM_QUIET_HEAP 1u  /**< malloc and its kin */
#define FM_QUIET_PAGES 2u /**< the operating system: mmap and its kin */

/** What is done about memory that is given back. */
typedef uint32_t fm_quiet_returns;
#define FM_QUIET_RETURNS_COUNTED 0u  /**< it is counted, apart */
#define FM_QUIET_RETURNS_REPORTED 1u /**< it breaks the quiet like an allocation, and is reported with its place */

/** Places that a scope keeps: the first ones. */
#define FM_QUIET_PLACES 16

/** Return addresses of a place, at most. */
#define FM_QUIET_FRAMES 8

/** Where a call was made. An output struct: set struct_size first. */
typedef struct fm_quiet_place {
	size_t struct_size;     /**< bytes of the struct: abi.h */
	uint64_t size;          /**< bytes asked for; 0 where memory was given back */
	const char *call;       /**< "malloc", "fm_pool_alloc"; static */
	fm_quiet_source source; /**< who was asked: FM_QUIET_... */
	uint32_t depth;         /**< frames that are known, at least 1 */
	const void *frames[FM_QUIET_FRAMES]; /**< return addresses, the user's call first, then its callers; one only where the libc can't walk the stack */
} fm_quiet_place;

/** Options of a scope. Zero is the default of each member. */
typedef struct fm_quiet_options {
	size_t struct_size; /**< bytes of the struct: abi.h */
	/** NULL, or called for each call as it is made, however many: to print, to stop a debugger. The scope hears nothing until it returns, which it must. */
	void (*heard)(void *user, const fm_quiet_place *place);
	void *user;               /**< handed to `heard` */
	fm_quiet_returns returns; /**< FM_QUIET_RETURNS_... */
	uint32_t reserved;        /**< 0 */
} fm_quiet_options;

/** `heap_heard`, `pages_heard`: what the scope could hear. */
#define FM_QUIET_DEAF 0u  /**< nothing of it: libflightmem-quiet is not there, or something else has replaced the calls */
#define FM_QUIET_HEARS 1u /**< each call of the thread */
#define FM_QUIET_OWN 2u   /**< pages only: those that fm_memory_default() takes, no others */

/** What a scope heard. An output struct: set struct_size first. */
typedef struct fm_quiet_report {
	size_t struct_size;     /**< bytes of the struct: abi.h */
	uint64_t pool_calls;    /**< allocations asked of watched pools */
	uint64_t pool_bytes;    /**< bytes asked for in these calls; the sum stays at 2^64 - 1 once it would exceed that; so below */
	uint64_t pool_returns;  /**< blocks and buffers handed back to them */
	uint64_t heap_calls;    /**< malloc, calloc, realloc, reallocarray, aligned_alloc, posix_memalign, memalign, valloc, pvalloc */
	uint64_t heap_bytes;    /**< bytes asked for in these calls */
	uint64_t heap_returns;  /**< free, but of NULL */
	uint64_t page_calls;    /**< mmap, mremap */
	uint64_t page_bytes;    /**< bytes asked for in these calls */
	uint64_t page_returns;  /**< munmap */
	uint32_t places;        /**< places kept, for fm_quiet_get_place() */
	uint32_t heap_heard;    /**< FM_QUIET_HEARS or FM_QUIET_DEAF: then the heap's figures are 0 whatever happened */
	uint32_t pages_heard;   /**< FM_QUIET_HEARS or FM_QUIET_OWN */
	uint32_t reserved;      /**< 0 */
} fm_quiet_report;

FM_BEGIN_DECLS

/**
 * Opens the thread's scope; what an earlier one kept is forgotten.
 *
 * @param options  NULL: all defaults
 *
 * Returns FM_OK; FM_E_NO_MEMORY iff there is none for the record; FM_E_BUSY iff the thread has an open scope: scopes do not nest;
 * FM_E_UNSUPPORTED iff there is no such `returns`; FM_E_ABI_SIZE, FM_E_ABI_FIELD as abi.h says. A failed call changes nothing.
 * What the scope needs, it asks for here, not later; it goes with the thread.
 */
FM_API fm_status fm_quiet_begin(const fm_quiet_options *options);

/**
 * The thread's scope hears this pool too, until it ends: any number of pools, of any strategy. It holds a reference meanwhile, so
 * fm_pool_close() says busy, and a pool whose last other reference was dropped ends with the scope. A call on the pool in this thread only, as any other.
 *
 * Returns FM_OK, also for a pool that it hears already; FM_E_ARGUMENT iff `pool` is NULL; FM_E_NOT_FOUND iff the thread has no open scope;
 * FM_E_BUSY iff another thread's scope hears the pool; FM_E_NO_MEMORY. A failed call changes nothing. O(1) amortised; O(pools) for a pool
 * that is heard already.
 */
FM_API fm_status fm_quiet_watch(fm_pool *pool);

/**
 * Ends the thread's scope.
 *
 * @param report  may be NULL
 *
 * Returns FM_OK; FM_E_NOT_QUIET iff an allocation was asked for (or, where FM_QUIET_RETURNS_REPORTED was set, memory given back): the scope has
 * ended then too; FM_E_NOT_FOUND iff the thread has no open scope; FM_E_BUSY iff `heard` calls this; FM_E_ABI_SIZE as abi.h says. `report` is written with
 * FM_OK and FM_E_NOT_QUIET; any other failure changes nothing. O(pools).
 */
FM_API FM_NODISCARD fm_status fm_quiet_end(fm_quiet_report *report);

/**
 * Place `index`, from 0, of the thread's scope, open or ended. Returns FM_OK; FM_E_ARGUMENT iff `out` is NULL; FM_E_NOT_FOUND iff fewer are kept;
 * FM_E_ABI_SIZE as abi.h says.
 */
FM_API fm_status fm_quiet_get_place(uint32_t index, fm_quiet_place *out);

/**
 * Writes what the thread's scope, open or ended, heard: a line of figures, then a line a place, with the names of functions where the
 * dynamic linker knows them (link with -rdynamic), else the file and the offset in it, for addr2line.
 *
 * @param buffer  receives at most `capacity` bytes, the end mark included; may be NULL iff `capacity` is 0
 * @return the length of the whole text without the end mark, as snprintf() does
 */
FM_API size_t fm_quiet_format(char *buffer, size_t capacity);

/** fm_quiet_format() in room of the thread's own, cut to it (2 KiB): for the message of an assertion. Valid until the thread's next call of it. */
FM_API const char *fm_quiet_text(void);

FM_END_DECLS

#ifdef __cplusplus
extern "C++" {
/** A scope that ends with its block, also when an exception leaves it: `fm_quiet_scope quiet; step(); assert(quiet.end() == FM_OK);`. */
class fm_quiet_scope {
public:
	explicit fm_quiet_scope(const fm_quiet_options *options = NULL) : begun(fm_quiet_begin(options))
	{
	}
	~fm_quiet_scope()
	{
		if (begun == FM_OK)
			(void)(end() == FM_OK);
	}
	/** fm_quiet_end(); what fm_quiet_begin() returned iff it failed. */
	fm_status end(fm_quiet_report *report = NULL)
	{
		if (begun != FM_OK)
			return begun;
		fm_status status = fm_quiet_end(report);
		if (status == FM_OK || status == FM_E_NOT_QUIET)
			begun = FM_E_NOT_FOUND;
		return status;
	}

private:
	fm_quiet_scope(const fm_quiet_scope &);
	fm_quiet_scope &operator=(const fm_quiet_scope &);
	fm_status begun;
};
}
#endif

#endif

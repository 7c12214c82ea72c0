/* SPDX-License-Identifier: MIT */
/** @file
 * Where memory comes from when the caller brings none: a small table that the hosted library fills and anyone may replace. */
#ifndef FLIGHTMEM_PROVIDER_H
#define FLIGHTMEM_PROVIDER_H

#include <flightmem/abi.h>
#include <flightmem/status.h>

/**
 * Ops of a source of memory. `obtain` and `give_back` must be set. The table is copied when an object is opened with it; `user` and the code
 * must live until `drop`, or, where that is NULL, until the object is closed. The functions are called on the thread of the call that needs
 * them, with no lock held; they must not call into the object that called, throw, or jump out.
 */
typedef struct fm_memory_provider {
	size_t struct_size; /**< bytes of the struct: abi.h */
	void *user; /**< handed to both functions */
	/**
	 * Obtains `size` zeroed bytes aligned to `align` (a power of two). Returns FM_OK and sets `*out`, or FM_E_NO_MEMORY (or any
	 * other status, which is handed on) and leaves `*out`.
	 */
	fm_status (*obtain)(void *user, size_t size, size_t align, void **out);
	/** Takes back what obtain() gave, with the same `size` and `align`. Cannot fail. */
	void (*give_back)(void *user, void *memory, size_t size, size_t align);
	/** NULL, or called once, last, for each object that was opened with the table: no call follows for that object. */
	void (*drop)(void *user);
} fm_memory_provider;

FM_BEGIN_DECLS

/**
 * The provider used where options name none: operating system pages in the hosted library, NULL in the freestanding one.
 * Static storage, any thread, O(1).
 */
FM_API const fm_memory_provider *fm_memory_default(void);

FM_END_DECLS

#endif

/* SPDX-License-Identifier: MIT */
/** @file
 * Fixed-size blocks as a value: a list threaded through the free ones. Release builds compile take and give to what a
 * hand-written free list costs, and check as little: give only what was taken, once. The pool's `slots` strategy checks. One thread. */
#ifndef FLIGHTMEM_INLINE_SLOTS_H
#define FLIGHTMEM_INLINE_SLOTS_H

#include <flightmem/compiler.h>

/** The slots. Frozen for ever: layout and meaning are compiled into programs; another layout gets another name. */
typedef struct fm_slots {
	uint32_t bytes; /**< of the struct; not a size-first struct of abi.h */
	uint16_t abi;   /**< 1 */
	uint16_t flags; /**< 0 */
	void *head;     /**< first free slot; each free slot begins with the address of the next, the last with NULL */
} fm_slots;

/** Bytes of one slot that holds objects of `size` bytes aligned to `align`: never less than a pointer. A constant. */
#define FM_SLOT_BYTES(size, align) \
	((((size) < sizeof(void *) ? sizeof(void *) : (size)) + ((align) < sizeof(void *) ? sizeof(void *) : (align)) - 1) & \
	 ~(((align) < sizeof(void *) ? sizeof(void *) : (align)) - 1))

/** Declares static storage `name` for `count` objects of `type` and the slots `name##_slots` over it; begin with FM_SLOTS_START(name). */
#define FM_SLOTS_STATIC(type, name, count) \
	static union { \
		void *link; \
		type object; \
	} name[count]; \
	static fm_slots name##_slots

/** Makes every object of a FM_SLOTS_STATIC() free. O(count). */
#define FM_SLOTS_START(name) fm_slots_init(&name##_slots, name, sizeof name[0], sizeof name / sizeof name[0])

FM_BEGIN_DECLS

/** Makes `slots` over `count` slots of `slot` bytes each, as FM_SLOT_BYTES() says, at `storage`, which is aligned as they are. O(count). */
FM_INLINE void fm_slots_init(fm_slots *slots, void *storage, size_t slot, size_t count)
{
	unsigned char *at = (unsigned char *)storage + slot * count;
	void *next = NULL;

	while (at != (unsigned char *)storage) {
		at -= slot;
		*(void **)(void *)at = next;
		next = at;
	}
	slots->bytes = sizeof *slots;
	slots->abi = 1;
	slots->flags = 0;
	slots->head = next;
}

/** A slot with unspecified content, or NULL iff none is free. O(1). */
FM_INLINE void *fm_slots_take(fm_slots *slots)
{
	void *slot = slots->head;

	if (FM_UNLIKELY(slot == NULL))
		return NULL;
	slots->head = *(void **)slot;
	return slot;
}

/** Gives back a slot that fm_slots_take() gave. O(1). */
FM_INLINE void fm_slots_give(fm_slots *slots, void *slot)
{
	*(void **)slot = slots->head;
	slots->head = slot;
}

FM_END_DECLS

#endif

/* SPDX-License-Identifier: MIT */
/** @file
 * Size-first structs: how a caller and a library of different ages agree on a struct.
 *
 * The first member of every options, ops and output struct is `size_t struct_size`. The library reads no byte past it and writes
 * none. A longer struct of a newer caller is accepted iff every byte that the library does not know is zero (the zero-tail rule);
 * a shorter one of an older caller has the missing members read as zero, which always means "the default".
 *
 * Output structs: the tail is not read. The library writes the members that both sides know and sets struct_size to the bytes it wrote,
 * which is how a caller learns that a member is not there; members beyond that stay. Arrays of size-first structs do not cross the border.
 *
 * What a struct points to is read during the call only, unless the member says otherwise. Texts are UTF-8 and end at a NUL; what the
 * library returns is valid UTF-8 where what it was given was. A `length` may be FM_TEXT: up to the NUL. */
#ifndef FLIGHTMEM_ABI_H
#define FLIGHTMEM_ABI_H

#include <flightmem/compiler.h>

/** The largest struct_size that is believed; a larger one is garbage (FM_E_ABI_SIZE). Bytes. */
#define FM_STRUCT_SIZE_MAX 4096

FM_BEGIN_DECLS

/**
 * Zeroes the `struct_size` bytes at `object` and stores `struct_size` in its first member. Pass `sizeof(type)` of the caller's own
 * headers. For languages without designated initialisers; C has FM_OPTIONS() and FM_STRUCT().
 *
 * `object` must hold `struct_size` bytes; sizes below `sizeof(size_t)` and NULL are ignored. O(struct_size), any thread.
 */
FM_API void fm_struct_init(void *object, size_t struct_size);

FM_END_DECLS

#ifdef __cplusplus
extern "C++" {
/** A zeroed `T` whose struct_size is set. */
template <typename T> inline T fm_struct_of()
{
	T object = T();
	object.struct_size = sizeof(T);
	return object;
}
}
/** Initialiser of an output struct: `fm_refusal why = FM_STRUCT(fm_refusal);`. */
#define FM_STRUCT(type) fm_struct_of<type>()
#else
/** Initialiser of an output struct: `fm_refusal why = FM_STRUCT(fm_refusal);`. */
#define FM_STRUCT(type) { .struct_size = sizeof(type) }
/** Options in place: `fm_pool_open(FM_OPTIONS(fm_pool_options, .capacity = FM_MIB(1)), &pool, NULL)`. */
#define FM_OPTIONS(type, ...) (&(const type){ .struct_size = sizeof(type), __VA_ARGS__ })
#endif

#endif

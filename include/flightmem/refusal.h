/* SPDX-License-Identifier: MIT */
/** @file
 * A refusal: what was asked, what there was, who said no and what would help, as data. */
#ifndef FLIGHTMEM_REFUSAL_H
#define FLIGHTMEM_REFUSAL_H

#include <flightmem/abi.h>
#include <flightmem/status.h>

/** What would help, in fm_refusal.help. Values are for ever; a reader meets unknown ones with the status' remedy text. */
typedef uint32_t fm_help;

#define FM_HELP_NONE 0u      /**< nothing the library knows of */
#define FM_HELP_RELEASE 1u   /**< give back `help_bytes` bytes first */
#define FM_HELP_ENLARGE 2u   /**< make the pool, region or storage at least `help_bytes` bytes; storage where it lies now */
#define FM_HELP_ASK_LESS 3u  /**< ask for at most `help_bytes` bytes */
#define FM_HELP_ALIGN 4u     /**< use an alignment of (or an address aligned to) `help_bytes` bytes; at most that where more was asked for */
#define FM_HELP_BUFFERS 5u   /**< raise options.max_buffers, or release a buffer */
#define FM_HELP_OTHER 6u     /**< choose another strategy, mode, region or option: `subject` and the status' remedy say which */

/** Bytes of fm_refusal.subject, the end mark included. */
#define FM_SUBJECT_BYTES 32

/**
 * Why a request was refused. Calls that can refuse take `fm_refusal *why`, which may be NULL, is written only
 * on failure, and is left alone if its struct_size is not believed (abi.h).
 * Set struct_size first: `fm_refusal why = FM_STRUCT(fm_refusal);`.
 */
typedef struct fm_refusal {
	size_t struct_size; /**< bytes of the struct: abi.h */
	fm_status status;               /**< the status that the call returned */
	fm_help help;                   /**< what would help: FM_HELP_... */
	uint64_t asked;                 /**< bytes asked for */
	uint64_t align;                 /**< alignment asked for, bytes */
	uint64_t capacity;              /**< bytes that the refuser has in all */
	uint64_t available;             /**< bytes free in the refuser */
	uint64_t largest;               /**< largest request that would be granted now, at this alignment, bytes */
	uint64_t help_bytes;            /**< see `help` */
	char subject[FM_SUBJECT_BYTES]; /**< who refused: the name of the pool, region or quota; or what is wrong: "options.block_size", "region 'iwrm'".
	                                 *   Cut to fit, always ended by a NUL */
} fm_refusal;

FM_BEGIN_DECLS

/**
 * Writes one English sentence that says what was asked, what there was and what would help.
 *
 * @param why      the refusal; NULL or a struct_size that is not believed gives an empty text
 * @param buffer   receives at most `capacity` bytes, the end mark included; may be NULL iff `capacity` is 0
 * @return the length of the whole sentence without the end mark, as snprintf() does. O(length), any thread.
 */
FM_API size_t fm_refusal_format(const fm_refusal *why, char *buffer, size_t capacity);

FM_END_DECLS

#endif

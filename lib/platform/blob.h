/* SPDX-License-Identifier: MIT */
/** @file
 * The form of a profile in a file: a head, then the profile with its rows as in tables.h, in one order and without a gap.
 *
 *     fm_profile_blob | fm_profile | spaces | regions | mirrors | reserved areas | capabilities | engines | advice | texts
 *
 * The mirrors of the regions follow each other in the order of the regions, and so do the reserved areas. Texts are UTF-8 without control
 * characters. What flightmem profile compile writes, and fm_profile_load() reads. */
#ifndef FLIGHTMEM_PLATFORM_BLOB_H
#define FLIGHTMEM_PLATFORM_BLOB_H

#include "platform/tables.h"

/** The first bytes. A copy that took them for text, or for 7 bits each, would show. */
#define FM_BLOB_MAGIC "\x89" "FMP\r\n\x1A\n"

/** `order` as the machine that the file is for stores it. */
#define FM_BLOB_ORDER UINT32_C(0x01020304)

/** The version of the rows. Another one is another format. */
#define FM_BLOB_VERSION 1u

/** The head of a file. */
struct fm_profile_blob {
	uint8_t magic[8];  /**< FM_BLOB_MAGIC without its end mark */
	uint32_t order;    /**< FM_BLOB_ORDER: the byte order of all that follows */
	uint32_t version;  /**< FM_BLOB_VERSION */
	uint32_t bytes;    /**< of the whole file */
	uint32_t checksum; /**< fm_blob_checksum() of what follows the head: against accidents, not against malice */
};

FM_STATIC_ASSERT(sizeof(struct fm_profile_blob) == 24, "lib/platform/blob.h: fm_profile_blob has padding");

/** FNV-1a: any one byte that changes changes it. */
static inline uint32_t fm_blob_checksum(const void *bytes, size_t size)
{
	const unsigned char *next = bytes;
	uint32_t sum = UINT32_C(0x811C9DC5);

	for (size_t i = 0; i < size; i++)
		sum = (sum ^ next[i]) * UINT32_C(0x01000193);
	return sum;
}

#endif

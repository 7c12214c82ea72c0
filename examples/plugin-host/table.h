/* SPDX-License-Identifier: MIT */
/** @file
 * Where a plugin gets the table of flightmem's functions from: table_dlopen.c and table_linked.c do it in two ways. */
#ifndef PLUGIN_HOST_TABLE_H
#define PLUGIN_HOST_TABLE_H

#include <flightmem/api.h>

/**
 * True iff the library that runs has this member: it may be older than the header, and its table shorter. Members that the header does
 * not know of are no matter: they stand after those that it does.
 */
#define TABLE_HAS(api, member) ((api)->struct_size >= offsetof(fm_api, member) + sizeof (api)->member)

/** The table, held until table_close(). NULL, and then `*why` says why, static, iff there is no library of this major version. */
const fm_api *table_open(const char **why);

void table_close(void);

#endif

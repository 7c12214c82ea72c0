/* SPDX-License-Identifier: MIT */
/** @file
 * Sketch: live figures that another process reads. Two copies a record with sequence numbers; the writer never waits. */
#ifndef FLIGHTMEM_MONITOR_H
#define FLIGHTMEM_MONITOR_H

#include <flightmem/status.h>

#include "quota.h"

typedef struct fm_monitor fm_monitor;

typedef struct fm_monitor_options {
	size_t struct_size;
	const char *path;  /**< file to map; NULL: the host's default place, by process */
	uint32_t records;
	uint32_t reserved;
} fm_monitor_options;

FM_BEGIN_DECLS
fm_status fm_monitor_open(const fm_monitor_options *options, fm_monitor **out, fm_refusal *why);
fm_monitor *fm_monitor_ref(fm_monitor *monitor);
void fm_monitor_unref(fm_monitor *monitor);
fm_status fm_monitor_watch(fm_monitor *monitor, fm_quota *root);
fm_status fm_monitor_close(fm_monitor *monitor);
fm_status fm_monitor_read(const void *segment, size_t size, uint32_t record, fm_quota_usage *out, uint64_t *age_ns); /* a hostile segment is judged */
FM_END_DECLS

#endif

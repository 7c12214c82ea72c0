/* SPDX-License-Identifier: MIT */
/** @file
 * Sketch: how much, by whom, who said no. A tree of limits; a charge goes to the root in one pass or changes nothing. */
#ifndef FLIGHTMEM_QUOTA_H
#define FLIGHTMEM_QUOTA_H

#include <flightmem/provider.h>
#include <flightmem/refusal.h>

typedef struct fm_quota fm_quota;

typedef struct fm_quota_options {
	size_t struct_size;
	fm_quota *parent;     /**< NULL: a root */
	const char *name;
	uint64_t tenant;      /**< the owner's id */
	uint64_t hard;        /**< bytes; 0: unlimited */
	uint64_t soft;        /**< bytes; 0: none */
	uint64_t reserve;     /**< bytes guaranteed */
	uint64_t burst;       /**< bytes above soft that are granted without an event */
	uint32_t policy;      /**< refuse, refuse and event, callback after a grace */
	uint32_t sharing;
	void *control;
	size_t control_size;
} fm_quota_options;

typedef struct fm_quota_usage {
	size_t struct_size;
	uint64_t used, self_used, peak, guaranteed; /* names as in fm_pool_usage */
	uint64_t hard, soft;
	uint64_t active, granted, refused, refused_bytes;
} fm_quota_usage;

/** Something happened. A frozen value: it crosses rings, files and languages. */
typedef struct fm_event {
	uint64_t sequence, time_ns, tenant, quota, usage, limit;
	uint32_t kind; /**< threshold up, threshold down, refusal, pressure, overflow, limit changed, closed */
	uint32_t percent;
} fm_event;

FM_BEGIN_DECLS
fm_status fm_quota_open(const fm_quota_options *options, fm_quota **out, fm_refusal *why);
fm_quota *fm_quota_ref(fm_quota *quota);
void fm_quota_unref(fm_quota *quota);
fm_status fm_quota_close(fm_quota *quota);
fm_status fm_quota_charge(fm_quota *quota, uint64_t bytes, uint64_t tag, fm_refusal *why); /* why.subject is the ancestor that said no */
fm_status fm_quota_uncharge(fm_quota *quota, uint64_t bytes, uint64_t tag);
fm_status fm_quota_limit(fm_quota *quota, uint64_t hard, uint64_t soft);
fm_status fm_quota_move(fm_quota *quota, fm_quota *parent);
fm_status fm_quota_threshold(fm_quota *quota, uint64_t bytes, uint64_t hysteresis);
fm_status fm_quota_get_usage(const fm_quota *quota, fm_quota_usage *out);
fm_status fm_quota_drain(fm_quota *quota, fm_status (*leak)(void *context, const void *block, size_t size), void *context);
size_t fm_event_poll(fm_quota *root, fm_event *events, size_t room, uint64_t *dropped);
FM_END_DECLS

#endif

/* SPDX-License-Identifier: MIT */
/** @file
 * The profile of the host that this is: read once, kept, read again when asked. What was handed out is never changed and never goes, so it
 * needs no reference; what was seen before is found again, so a host that changes to and fro takes no more memory each time. */
#include <flightmem/host.h>
#include <flightmem/provider.h>

#include <pthread.h>

#include "base/memory.h"

/** A profile that was handed out. */
struct snapshot {
	struct snapshot *next;
	uint64_t profile[FM_HOST_PROFILE_BYTES / sizeof(uint64_t)];
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct snapshot first_snapshot; /* pages that nobody touches unless there is a first call */
static struct snapshot *snapshots;     /* what was new last comes first; under the lock */
static struct snapshot *current; /* atomic; changed under the lock; NULL: nobody asked yet */

/** The snapshot with that profile; NULL iff it was not seen before. */
static struct snapshot *find(const struct snapshot *made)
{
	struct snapshot *seen = snapshots;

	while (seen != NULL && memcmp(seen->profile, made->profile, sizeof made->profile) != 0)
		seen = seen->next;
	return seen;
}

/** Memory for one more. */
static struct snapshot *make_snapshot(void)
{
	const fm_memory_provider *provider = fm_memory_default();
	void *memory = &first_snapshot;

	if (snapshots == NULL)
		return memory;
	if (provider == NULL || provider->obtain(provider->user, sizeof(struct snapshot), sizeof(uint64_t), &memory) != FM_OK)
		return NULL;
	return memory;
}

/** Reads the host, under the lock. */
static fm_status refresh(uint32_t flags)
{
	struct snapshot made = { .next = snapshots };
	fm_host_options options = { .struct_size = sizeof options, .flags = flags };
	fm_host_facts facts = { .struct_size = sizeof facts };
	const fm_profile *profile;
	fm_status status = fm_host_read(&options, &facts);

	if (status != FM_OK)
		return status;
	fm_host_profile(&facts, made.profile, sizeof made.profile, &profile);

	struct snapshot *seen = find(&made);

	if (seen == NULL) {
		seen = make_snapshot();
		if (seen == NULL)
			return FM_E_NO_MEMORY;
		*seen = made;
		snapshots = seen;
	}
	FM_ATOMIC_STORE(&current, seen);
	return FM_OK;
}

const fm_profile *fm_profile_host(void)
{
	struct snapshot *now = FM_ATOMIC_LOAD(&current);

	if (now == NULL) {
		pthread_mutex_lock(&lock);
		if (FM_ATOMIC_LOAD(&current) == NULL)
			refresh(0); /* nothing here can fail: the first one has its place */
		now = FM_ATOMIC_LOAD(&current);
		pthread_mutex_unlock(&lock);
	}
	return (const fm_profile *)(const void *)now->profile;
}

fm_status fm_profile_host_refresh(uint32_t flags)
{
	pthread_mutex_lock(&lock);

	fm_status status = refresh(flags);

	pthread_mutex_unlock(&lock);
	return status;
}

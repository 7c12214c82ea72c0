/* SPDX-License-Identifier: MIT */
/** @file
 * Each state of each capability, on a platform where it is so. All built-in profiles, all roots beside this file and this machine are asked: a state that
 * the list has no platform for is nobody's. */
#include "roots.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/** By state: FM_CAPABILITY_UNKNOWN, NO, YES, DENIED. "/name" is a root; NULL: no platform answers so. */
static const char *const provoked[][4] = {
	[FM_HAS_MMU] = { "cloud-linux-cgroup-v1", "/nommu", "/arm64-64k", NULL },
	[FM_HAS_MPU] = { "cloud-linux-cgroup-v1", "3ds", "rp2040", NULL },
	[FM_HAS_HUGE_PAGES] = { "linux-x86_64", "macos-arm64", "/cgroup-v2", "/cgroup-v1" },
	[FM_HAS_EXECUTABLE_MEMORY] = { "/selinux", "wasm32", "psx", "/pax" },
	[FM_HAS_DMA] = { "linux-aarch64", NULL, "gba", NULL },
	[FM_HAS_CACHE_CONTROL] = { "/arm64-4k", "gba", "/cgroup-v2", NULL },
	[FM_HAS_UNALIGNED_ACCESS] = { "stm32f407", "psx", "/s390x", NULL },
	[FM_HAS_ATOMICS_WIDTH] = { "gba", NULL, "/cgroup-v2", NULL },
	[FM_HAS_SIMD_WIDTH] = { "linux-riscv64", "/nommu", "/riscv64", NULL },
	[FM_HAS_THREADS] = { "ps5", NULL, "/ppc64le", NULL },
	[FM_HAS_SHARED_MEMORY] = { "ps5", NULL, "/ppc64le", NULL },
	[FM_HAS_MEMORY_GROWTH] = { "cloud-linux-cgroup-v2", "avr-atmega328p", "/arm64-16k", NULL },
	[FM_HAS_PROTECTION] = { "/nommu", "gba", "nds", NULL },
	[FM_HAS_BANK_SWITCHING] = { "/nommu", "psx", "zx_spectrum_128", NULL },
	[FM_HAS_SCRATCHPAD] = { "/cgroup-v2", "gba", "psx", NULL },
	[FM_HAS_PERSISTENT_RAM] = { "/cgroup-v2", "3ds", "gba", NULL },
	[FM_HAS_PRESSURE_SIGNALS] = { "/hostile", "/s390x", "/cgroup-v2", "kept from nobody" },
};

static const char *const roots[] = { "arm64-16k", "arm64-4k", "arm64-64k", "cgroup-outside", "cgroup-private", "cgroup-v1", "cgroup-v2", "empty",
	"hostile", "hybrid", "musl-sandbox", "no-mount", "nommu", "pax", "ppc64le", "riscv64", "s390x", "selinux" };

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static fm_capability_state state_of(const fm_profile *profile, fm_capability_id id)
{
	fm_capability capability = FM_STRUCT(fm_capability);

	cr_assert_eq(fm_profile_capability(profile, id, &capability), FM_OK);
	return capability.state;
}

/** The profile of a root, until the next call. */
static const fm_profile *profile_of_root(const char *name)
{
	static FM_ALIGNED(8) unsigned char storage[FM_HOST_PROFILE_BYTES];
	fm_host_facts facts = facts_of(name);
	const fm_profile *profile = NULL;

	cr_assert_eq(fm_host_profile(&facts, storage, sizeof storage, &profile), FM_OK);
	return profile;
}

Test(states, each_is_some_platforms)
{
	cr_assert_eq(COUNT(provoked), fm_capability_count() + 1);
	for (fm_capability_id id = 1; id <= fm_capability_count(); id++)
		for (fm_capability_state state = 0; state <= FM_CAPABILITY_DENIED; state++) {
			const char *name = provoked[id][state];

			if (name == NULL || strchr(name, ' ') != NULL)
				continue;
			const fm_profile *profile = name[0] == '/' ? profile_of_root(name + 1) : fm_profile_find(name);

			cr_assert_not_null(profile, "%s", name);
			cr_assert_eq(state_of(profile, id), state, "%s of %s: %s", fm_capability_name(id), name, fm_capability_state_name(state_of(profile, id)));
		}
}

/** Expects no answer that the list has no platform for. */
static void hold_against_list(const char *name, const fm_profile *profile)
{
	for (fm_capability_id id = 1; id <= fm_capability_count(); id++)
		cr_assert_not_null(provoked[id][state_of(profile, id)], "%s is the first whose %s is %s: the list wants it", name, fm_capability_name(id),
				   fm_capability_state_name(state_of(profile, id)));
}

Test(states, the_list_is_whole)
{
	for (uint32_t i = 0; i < fm_profile_count(); i++) {
		fm_profile_info info = FM_STRUCT(fm_profile_info);

		cr_assert_eq(fm_profile_get_info(fm_profile_at(i), &info), FM_OK);
		hold_against_list(info.id, fm_profile_at(i));
	}
	for (size_t i = 0; i < COUNT(roots); i++)
		hold_against_list(roots[i], profile_of_root(roots[i]));
	hold_against_list("host", fm_profile_host());
}

static char folder[] = "/tmp/fm-states-XXXXXX";

/** The state of pressure signals for nobody. */
static int as_nobody(void)
{
	static FM_ALIGNED(8) unsigned char storage[FM_HOST_PROFILE_BYTES];
	fm_host_facts facts = FM_STRUCT(fm_host_facts);
	fm_host_options options = { .struct_size = sizeof options, .root = folder };
	const fm_profile *profile;

	if (getuid() == 0 && setuid(65534) != 0)
		return 77;
	if (fm_host_read(&options, &facts) != FM_OK || fm_host_profile(&facts, storage, sizeof storage, &profile) != FM_OK)
		return 99;
	if (facts.figures[FM_HOST_PRESSURE_FULL].state != FM_CAPABILITY_DENIED)
		return 98;
	return (int)state_of(profile, FM_HAS_PRESSURE_SIGNALS);
}

Test(states, signals_that_are_kept_from_a_process_are_denied)
{
	static const char *const parts[] = { "proc", "proc/pressure" };
	char path[64];
	int status;
	FILE *file;
	pid_t child;

	cr_assert_not_null(mkdtemp(folder));
	cr_assert_eq(chmod(folder, 0755), 0);
	for (size_t i = 0; i < COUNT(parts); i++) {
		snprintf(path, sizeof path, "%s/%s", folder, parts[i]);
		cr_assert_eq(mkdir(path, 0755), 0);
	}
	snprintf(path, sizeof path, "%s/proc/pressure/memory", folder);
	file = fopen(path, "w");
	cr_assert_not_null(file);
	fclose(file);
	cr_assert_eq(chmod(path, 0), 0);
	child = fork();
	if (child == 0)
		_exit(as_nobody());
	cr_assert_eq(waitpid(child, &status, 0), child);
	unlink(path);
	for (size_t i = COUNT(parts); i-- > 0;) {
		snprintf(path, sizeof path, "%s/%s", folder, parts[i]);
		rmdir(path);
	}
	rmdir(folder);
	cr_assert(WIFEXITED(status));
	if (WEXITSTATUS(status) == 77)
		cr_skip_test("the system lets root be nobody else");
	cr_assert_eq(WEXITSTATUS(status), FM_CAPABILITY_DENIED);
}

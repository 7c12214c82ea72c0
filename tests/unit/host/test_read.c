/* SPDX-License-Identifier: MIT */
/** @file
 * One reading: which groups, which root, what is refused, and what a refusal leaves. */
#include "roots.h"

#include <fcntl.h>
#include <unistd.h>

#include "../platform/facts.h"

static fm_status read_with(const char *root, uint32_t groups, uint32_t flags, fm_host_facts *out)
{
	fm_host_options options = { .struct_size = sizeof options, .root = root, .groups = groups, .flags = flags };

	return fm_host_read(&options, out);
}

Test(read, groups_that_are_not_read_stay)
{
	fm_host_facts facts;

	PLANT(&facts, sizeof facts);
	fm_host_facts before = facts;

	cr_assert_eq(read_with(root_path("cgroup-v2"), FM_HOST_MEMORY, 0, &facts), FM_OK);
	cr_assert_eq(memcmp(&facts.figures[0], &before.figures[0], FM_HOST_PHYSICAL * sizeof facts.figures[0]), 0);
	cr_assert_eq(memcmp(&facts.figures[FM_HOST_PRESSURE_SOME], &before.figures[FM_HOST_PRESSURE_SOME],
			    (FM_HOST_FIGURES - FM_HOST_PRESSURE_SOME) * sizeof facts.figures[0]), 0);
	cr_assert_eq(facts.figures[FM_HOST_CGROUP_LIMIT].value, 512 << 20);
	cr_assert_eq(read_with(root_path("empty"), 0, 0, &facts), FM_OK);
	for (fm_host_id id = 0; id < FM_HOST_FIGURES; id++)
		cr_assert(facts.figures[id].state == FM_CAPABILITY_UNKNOWN && facts.figures[id].source == NULL && facts.figures[id].value == 0, "%s",
			  fm_host_figure_name(id));
}

Test(read, a_root_answers_by_its_files_only)
{
	fm_host_facts here = FM_STRUCT(fm_host_facts), root = FM_STRUCT(fm_host_facts);
	static const fm_host_id same[] = { FM_HOST_ARCH, FM_HOST_ENDIAN, FM_HOST_POINTER, FM_HOST_PAGE, FM_HOST_PAGE_MAX, FM_HOST_ADDRESS_END, FM_HOST_CACHE_LINE,
		FM_HOST_SIMD, FM_HOST_CPUS, FM_HOST_NUMA_NODES, FM_HOST_OVERCOMMIT, FM_HOST_PHYSICAL, FM_HOST_LIMIT_STACK, FM_HOST_CGROUP, FM_HOST_CGROUP_LIMIT };

	cr_assert_eq(fm_host_read(NULL, &here), FM_OK);
	cr_assert_eq(read_with("/", 0, 0, &root), FM_OK);
	for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
		const fm_host_figure *a = &here.figures[same[i]], *b = &root.figures[same[i]];

		if (b->state != FM_CAPABILITY_UNKNOWN) /* an emulator or an old kernel has not every file */
			cr_assert(a->state == b->state && a->value == b->value, "%s: %llu by asking, %llu by files", fm_host_figure_name(same[i]),
				  (unsigned long long)a->value, (unsigned long long)b->value);
	}
	cr_assert_eq(here.figures[FM_HOST_PAGE].value, (uint64_t)sysconf(_SC_PAGESIZE));
}

Test(read, no_file_stays_open)
{
	fm_host_facts facts = FM_STRUCT(fm_host_facts);
	int before = open("/", O_RDONLY), after;

	close(before);
	cr_assert_eq(fm_host_read(NULL, &facts), FM_OK);
	cr_assert_eq(read_with(root_path("cgroup-v2"), 0, 0, &facts), FM_OK);
	cr_assert_eq(read_with(root_path("hostile"), 0, 0, &facts), FM_OK);
	after = open("/", O_RDONLY);
	close(after);
	cr_assert_eq(before, after);
}

#define READ_HOST(out) fm_host_read(NULL, out)

Test(read, a_failure_leaves_the_struct)
{
	fm_host_facts facts;
	fm_host_options options = { .struct_size = sizeof options };

	JUDGES_STRUCT_SIZE(fm_host_facts, READ_HOST);
	PLANT(&facts, sizeof facts);
	REFUSED(read_with("/no/such/folder", 0, 0, &facts), &facts, FM_E_NOT_FOUND);
	REFUSED(read_with("/proc/self/status", 0, 0, &facts), &facts, FM_E_NOT_FOUND);
	REFUSED(read_with("", 0, 0, &facts), &facts, FM_E_NOT_FOUND);
	REFUSED(read_with(NULL, 8, 0, &facts), &facts, FM_E_ARGUMENT);
	REFUSED(read_with(NULL, 0, 2, &facts), &facts, FM_E_ARGUMENT);
	REFUSED(read_with("/", 0, FM_HOST_TRY, &facts), &facts, FM_E_ARGUMENT);
	options.struct_size = 4;
	REFUSED(fm_host_read(&options, &facts), &facts, FM_E_ABI_SIZE);
	cr_assert_eq(fm_host_read(NULL, NULL), FM_E_ARGUMENT);

	struct {
		fm_host_options known;
		uint32_t tail;
	} newer = { { .struct_size = sizeof newer }, 1 };

	REFUSED(fm_host_read(&newer.known, &facts), &facts, FM_E_ABI_FIELD);
}

/* SPDX-License-Identifier: MIT */
/** @file
 * Names of figures, architectures and features, and units. */
#include "roots.h"

Test(names, each_figure_has_a_name_of_its_own)
{
	cr_assert_eq(fm_host_figure_count(), FM_HOST_FIGURES);
	for (fm_host_id id = 0; id < fm_host_figure_count(); id++) {
		cr_assert(fm_host_figure_name(id)[0] >= 'a' && fm_host_figure_name(id)[0] <= 'z', "%u", id);
		for (fm_host_id other = 0; other < id; other++)
			cr_assert_str_neq(fm_host_figure_name(other), fm_host_figure_name(id));
	}
	cr_assert_str_eq(fm_host_figure_name(FM_HOST_ARCH), "arch");
	cr_assert_str_eq(fm_host_figure_name(FM_HOST_HUGE_TRANSPARENT), "huge_transparent");
	cr_assert_str_eq(fm_host_figure_name(FM_HOST_GROUP_KILLS), "group_kills");
	cr_assert_str_eq(fm_host_figure_name(fm_host_figure_count()), "?");
	cr_assert_str_eq(fm_host_figure_name(UINT32_MAX), "?");
}

Test(names, architectures_are_called_as_their_platforms)
{
	cr_assert_str_eq(fm_arch_name(FM_ARCH_X86_64), "x86_64");
	cr_assert_str_eq(fm_arch_name(FM_ARCH_ARM), "arm");
	cr_assert_str_eq(fm_arch_name(0), "?");
	cr_assert_str_eq(fm_arch_name(FM_ARCH_ARM + 1), "?");
	cr_assert_str_eq(fm_arch_name(UINT32_MAX), "?");
}

Test(names, a_feature_is_one_bit)
{
	cr_assert_str_eq(fm_cpu_feature_name(FM_CPU_SSE2), "sse2");
	cr_assert_str_eq(fm_cpu_feature_name(FM_CPU_ASIMD), "asimd");
	cr_assert_str_eq(fm_cpu_feature_name(FM_CPU_ZICBOM), "zicbom");
	cr_assert_str_eq(fm_cpu_feature_name(FM_CPU_ZICBOM << 1), "?");
	cr_assert_str_eq(fm_cpu_feature_name(0), "?");
	cr_assert_str_eq(fm_cpu_feature_name(FM_CPU_SSE2 | FM_CPU_AVX), "?");
	cr_assert_str_eq(fm_cpu_feature_name(UINT64_MAX), "?");
}

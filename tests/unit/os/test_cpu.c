/* SPDX-License-Identifier: MIT */
/** @file
 * The CPU: what it says of itself is what the kernel lists, and what the compiler was told. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "os/cpu.h"

/** The words of the first line of /proc/cpuinfo that lists features; "" where none does. */
static const char *listed(void)
{
	static char line[8192];
	FILE *file = fopen("/proc/cpuinfo", "r");
	int found = 0;

	while (file != NULL && !found && fgets(line, sizeof line, file) != NULL)
		found = strncmp(line, "flags\t", 6) == 0 || strncmp(line, "Features\t", 9) == 0;
	if (file != NULL)
		fclose(file);
	line[strcspn(line, "\n")] = '\0';
	return found ? strcat(line, " ") : "";
}

Test(cpu, features_are_those_that_the_kernel_lists)
{
	const char *words = listed();
	uint32_t features;

	if (!fm_cpu_features(&features) || words[0] == '\0')
		cr_skip_test("/proc/cpuinfo lists nothing that is compared here");
	for (uint32_t bit = 1; bit <= FM_CPU_SVE2; bit <<= 1) {
		char word[16];

		snprintf(word, sizeof word, " %s ", fm_cpu_feature_name(bit));
		cr_assert_eq(strstr(words, word) != NULL, (features & bit) != 0, "%s", word);
	}
}

Test(cpu, what_the_compiler_relies_on_is_there)
{
	uint32_t features;

	cr_assert(fm_cpu_features(&features));
	cr_assert_eq(features >> 16, 0);
#if defined(__x86_64__)
	cr_assert_eq(fm_cpu_arch(), FM_ARCH_X86_64);
	cr_assert(features & FM_CPU_SSE2);
#elif defined(__aarch64__)
	cr_assert_eq(fm_cpu_arch(), FM_ARCH_AARCH64);
	cr_assert(features & FM_CPU_ASIMD);
#else
	cr_assert_str_neq(fm_arch_name(fm_cpu_arch()), "");
#endif
}

Test(cpu, lengths_are_sizes_or_nothing)
{
	uint32_t features;

	cr_assert(fm_cpu_features(&features));
	cr_assert_eq(fm_cpu_vector_bits() % 128, 0);
	cr_assert_eq(fm_cpu_cache_line() & (fm_cpu_cache_line() - 1), 0);
	cr_assert_eq(fm_cpu_vector_bits() != 0, (features & FM_CPU_SVE) != 0);
}

/* SPDX-License-Identifier: MIT */
/** @file
 * Any bytes at all go through flightmem profile lint as a platform's file; what it takes is compiled, and what is compiled is loaded: the
 * compiler makes nothing that the loader refuses. */
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "command.h"
#include "compiler/rows.h"
#include "compiler/rules.h"
#include "read_profile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/** What the program says elsewhere is not said here. */
enum exit_code complain(enum exit_code code, const char *format, ...)
{
	(void)format;
	return code;
}

static void compile_and_load(struct source *source)
{
	struct compilation made;
	const fm_profile *profile = NULL;
	const unsigned char *blob;
	size_t size;

	compile_source(&made, source);
	blob = make_blob(&made, 0, &size);
	must_be(fm_profile_load(blob, size, &walled, &profile, NULL, NULL) == FM_OK);
	read_profile(profile);
	fm_profile_unref(profile);
	end_compilation(&made);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int file = memfd_create("platform", 0);
	char path[64], name[64];
	struct source source;

	snprintf(path, sizeof path, "/proc/self/fd/%d", file);
	must_be(file >= 0 && write(file, data, size) == (ssize_t)size);

	int answer = read_source(&source, path);

	must_be(answer != -2 && (answer == 0) == (source.root != NULL) && (answer == 0 || source.problem_count != 0));
	close(file);
	if (answer == 0 && text_of(source.root, "id") != NULL) {
		snprintf(name, sizeof name, "%.40s.yaml", text_of(source.root, "id"));
		source.file = name;
		must_be(judge_source(&source) == 0);
		if (source.problem_count == 0)
			compile_and_load(&source);
	}
	end_source(&source);
	return 0;
}

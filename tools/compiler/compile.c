/* SPDX-License-Identifier: MIT */
/** @file
 * flightmem profile compile: a platform's file becomes a blob for fm_profile_load(). What is written was loaded before. */
#include <flightmem/load.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command.h"
#include "compiler/rows.h"
#include "compiler/rules.h"

const struct option_row profile_compile_options[] = {
	{ "output", "FILE", "write to FILE instead of ID.fmprofile; - is standard output", COMPLETES_FILE },
	{ "endian", "ORDER", "little or big: the byte order of the machine that loads it; without this, of this one", COMPLETES_NOTHING },
	{ "variant", "VARIANT", "the platform as this entry of its variants has it; its id becomes ID-VARIANT", COMPLETES_NOTHING },
	{ NULL, NULL, NULL, COMPLETES_NOTHING },
};

/** What --endian says; 0 after a message. */
static uint32_t wanted_endian(const struct invocation *invocation)
{
	const char *order = option_value(invocation, "endian");
	const uint16_t one = 1;

	if (order == NULL)
		return *(const unsigned char *)&one == 1 ? FM_ENDIAN_LITTLE : FM_ENDIAN_BIG;
	if (is_same(order, "little") || is_same(order, "big"))
		return is_same(order, "big") ? FM_ENDIAN_BIG : FM_ENDIAN_LITTLE;
	complain(EXIT_USAGE, "there is no byte order '%s'; there are little and big", order);
	return 0;
}

/** Writes the blob; no half file stays behind. What is no file, such as /dev/full, is left alone. */
static enum exit_code write_blob(const char *file, const unsigned char *blob, size_t size)
{
	FILE *to = is_same(file, "-") ? stdout : fopen(file, "wb");
	struct stat what = { .st_mode = 0 };
	int failed;

	if (to == NULL)
		return complain(EXIT_INPUT, "%s: %s", file, strerror(errno));
	failed = fwrite(blob, 1, size, to) != size;
	if (to == stdout)
		return EXIT_YES;
	failed |= fstat(fileno(to), &what) != 0;
	failed |= fclose(to) != 0;
	if (failed && S_ISREG(what.st_mode))
		remove(file);
	return failed ? complain(EXIT_INPUT, "%s can't be written", file) : EXIT_YES;
}

/** Loads what was made: the loader is the judge of what the compiler may write. */
static enum exit_code try_blob(struct compilation *made)
{
	const fm_profile *profile = NULL;
	fm_refusal why = FM_STRUCT(fm_refusal);
	const unsigned char *blob;
	size_t size;
	char text[256];

	blob = make_blob(made, 0, &size);
	if (fm_profile_load(blob, size, NULL, &profile, NULL, &why) == FM_OK) {
		fm_profile_unref(profile);
		return EXIT_YES;
	}
	fm_refusal_format(&why, text, sizeof text);
	return complain(EXIT_INPUT, "%s: what was compiled can't be loaded: %s", made->source->file, text);
}

static enum exit_code deliver(const struct invocation *invocation, struct source *source, uint32_t endian)
{
	const char *file = option_value(invocation, "output"), *id = text_of(source->root, "id");
	char name[64];
	struct compilation made;
	enum exit_code code;
	size_t size;

	snprintf(name, sizeof name, "%.40s" FM_PROFILE_SUFFIX, id);
	file = file == NULL ? name : file;
	if (is_same(file, "-") && (invocation->json || isatty(STDOUT_FILENO)))
		return complain(EXIT_USAGE, "a profile is bytes that only a file or a pipe can take; without --output it goes to %s", name);
	compile_source(&made, source);
	code = try_blob(&made);
	end_compilation(&made);
	if (code != EXIT_YES)
		return code;
	compile_source(&made, source);

	const unsigned char *blob = make_blob(&made, endian, &size);

	code = write_blob(file, blob, size);
	if (code == EXIT_YES && invocation->json)
		code = print_json(json_pack("{s:s, s:s, s:i}", "id", id, "file", file, "bytes", (int)size));
	else if (code == EXIT_YES && !is_same(file, "-"))
		printf("%s: %zu bytes\n", file, size);
	end_compilation(&made);
	return code;
}

enum exit_code run_profile_compile(const struct invocation *invocation)
{
	uint32_t endian = wanted_endian(invocation);
	struct source source;
	enum exit_code code;

	if (endian == 0)
		return EXIT_USAGE;
	code = judge_file(&source, invocation->argv[0]);
	if (code == EXIT_YES && option_value(invocation, "variant") != NULL)
		code = apply_variant(&source, option_value(invocation, "variant"));
	print_problems(&source);
	if (code == EXIT_YES)
		code = deliver(invocation, &source, endian);
	end_source(&source);
	return code;
}

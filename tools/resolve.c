/* SPDX-License-Identifier: MIT */
/** @file
 * flightmem resolve: which of several wants a platform grants first, and why not those before it. */
#include <string.h>

#include "profile.h"

enum { TEXT_BYTES = 2048, SENTENCE_BYTES = 512 };

/** The wants of a command line, and what came of them. */
struct request {
	const fm_profile *profile;
	const char *id;
	char text[TEXT_BYTES];
	fm_want wants[FM_WANTS_MAX];
	uint32_t count;
	fm_refusal why[FM_WANTS_MAX]; /**< of those that do not hold, up to the first that does */
	uint32_t skipped;
	fm_resolution found;
	fm_advice advice; /**< for the region; no strategy: there is none */
};

/** The words behind the platform's id joined by spaces. Returns 0, or -1 where they do not fit. */
static int join(const struct invocation *invocation, char text[TEXT_BYTES])
{
	size_t length = 0;

	for (int i = 1; i < invocation->argc; i++) {
		int more = snprintf(text + length, TEXT_BYTES - length, "%s%s", i == 1 ? "" : " ", invocation->argv[i]);

		if (more < 0 || (size_t)more >= TEXT_BYTES - length)
			return -1;
		length += (size_t)more;
	}
	return 0;
}

/** Reads every want of the text. */
static enum exit_code read_wants(struct request *request)
{
	fm_status status = FM_OK;
	size_t at = 0;

	while (request->count < FM_WANTS_MAX && status == FM_OK) {
		status = fm_want_parse(request->text, FM_TEXT, request->count, &request->wants[request->count], &at);
		request->count += status == FM_OK;
	}
	if (status == FM_OK || status == FM_E_NOT_FOUND)
		return EXIT_YES;
	complain(EXIT_INPUT, "'%s': %s", request->text, status == FM_E_RANGE ? "too large, too long or too many" : fm_status_text(status));
	fprintf(stderr, "            %*s^ here; wants look like \"scratchpad, else fast ram, else main; at least 16 KiB; dma\"\n", (int)at, "");
	return EXIT_INPUT;
}

/** What the platform advises for the region: by its kind, else for main memory. */
static void find_advice(struct request *request)
{
	fm_region region = FM_STRUCT(fm_region);

	if (request->found.id == NULL || fm_profile_region(request->profile, request->found.region, &region) != FM_OK)
		return;
	if (fm_profile_strategy(request->profile, fm_region_kind_name(region.kind), &request->advice) != FM_OK)
		(void)fm_profile_strategy(request->profile, NULL, &request->advice);
}

/** Asks for one want after the other, so that each has its reason. Returns 1 iff one holds. */
static int resolve(struct request *request)
{
	for (uint32_t i = 0; i < request->count; i++) {
		request->why[i].struct_size = sizeof request->why[i];
		if (fm_profile_resolve(request->profile, &request->wants[i], 1, &request->found, &request->why[i]) == FM_OK) {
			request->found.want = i;
			find_advice(request);
			return 1;
		}
		request->skipped = i + 1;
	}
	return 0;
}

static const char *help_name(fm_help help)
{
	static const char *const names[] = { "none", "release", "enlarge", "ask_less", "align", "buffers", "other" };

	return help < sizeof names / sizeof names[0] ? names[help] : "other";
}

static json_t *reason_json(uint32_t want, const fm_refusal *why)
{
	char sentence[SENTENCE_BYTES];

	fm_refusal_format(why, sentence, sizeof sentence);
	return json_pack("{s:i, s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:s, s:o, s:s}", "want", (int)want, "status", fm_status_name(why->status), "subject", why->subject,
			 "asked", json_uint64(why->asked), "align", json_uint64(why->align), "capacity", json_uint64(why->capacity), "available",
			 json_uint64(why->available), "largest", json_uint64(why->largest), "help", help_name(why->help), "help_bytes",
			 json_uint64(why->help_bytes), "sentence", sentence);
}

static enum exit_code print_as_json(const struct request *request, int holds)
{
	json_t *skipped = json_array(), *region = json_null(), *advice = json_null();
	enum exit_code code;

	for (uint32_t i = 0; i < request->skipped; i++)
		json_array_append_new(skipped, reason_json(i, &request->why[i]));
	if (holds && request->found.id != NULL)
		region = json_pack("{s:s, s:o}", "id", request->found.id, "bytes",
				   request->found.bytes == 0 ? json_null() : json_uint64(request->found.bytes));
	if (request->advice.strategy != NULL)
		advice = json_pack("{s:s, s:s, s:s}", "use", request->advice.use, "strategy", request->advice.strategy, "reason", request->advice.reason);
	code = print_json(json_pack("{s:s, s:s, s:i, s:b, s:o, s:o, s:o, s:o}", "id", request->id, "wants", request->text, "count", (int)request->count,
				    "holds", holds, "want", holds ? json_integer(request->found.want) : json_null(), "region", region, "skipped", skipped, "advice", advice));
	return code == EXIT_YES && !holds ? EXIT_NO : code;
}

static void print_region_found(const struct request *request)
{
	fm_region region = FM_STRUCT(fm_region);
	char perms[4], largest[32];

	if (request->found.id == NULL || fm_profile_region(request->profile, request->found.region, &region) != FM_OK) {
		printf("want %u: the platform has it\n", (unsigned)request->found.want + 1);
		return;
	}
	permissions(&region, perms);
	printf("want %u: %s%s%s (%s, %s)", (unsigned)request->found.want + 1, begin_look(stdout, LOOK_STRONG), region.id, begin_look(stdout, LOOK_PLAIN), region.name,
	       perms);
	if (request->found.bytes != 0) {
		fm_size_format(request->found.bytes, FM_SIZE_HUMAN, largest, sizeof largest);
		printf(", %s in one piece", largest);
	}
	putchar('\n');
	if (request->advice.strategy != NULL)
		printf("  for %s: %s (%s)\n", request->advice.use, request->advice.strategy, request->advice.reason);
}

enum exit_code run_resolve(const struct invocation *invocation)
{
	struct request request = { .profile = named_profile(invocation->argv[0]), .found = FM_STRUCT(fm_resolution), .advice = FM_STRUCT(fm_advice) };
	fm_profile_info info = FM_STRUCT(fm_profile_info);
	enum exit_code code;
	int holds;

	if (request.profile == NULL || fm_profile_get_info(request.profile, &info) != FM_OK)
		return EXIT_USAGE;
	if (join(invocation, request.text) != 0)
		return complain(EXIT_INPUT, "the wants have %d bytes or more", TEXT_BYTES);
	code = read_wants(&request);
	if (code != EXIT_YES)
		return code;
	request.id = info.id;
	holds = resolve(&request);
	if (invocation->json)
		return print_as_json(&request, holds);
	for (uint32_t i = 0; i < request.skipped; i++) {
		char sentence[SENTENCE_BYTES];

		fm_refusal_format(&request.why[i], sentence, sizeof sentence);
		printf("want %u: no: %s\n", (unsigned)i + 1, sentence);
	}
	if (!holds)
		return EXIT_NO;
	print_region_found(&request);
	return EXIT_YES;
}

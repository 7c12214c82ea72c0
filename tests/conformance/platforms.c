/* SPDX-License-Identifier: MIT */
/** @file
 * Says what the library knows of platforms, for test_platforms.py to compare with the data.
 *
 *     platforms facts [FILE...]       of the built-in ones, or of compiled ones: every fact, one a line: PLATFORM WHAT INDEX... NAME VALUE, by tabs
 *     platforms locate < questions    a line PLATFORM SPACE ADDRESS -> STATUS REGION MIRROR OFFSET LEFT
 *     platforms validate < accesses   a line PLATFORM SPACE ADDRESS SIZE ACCESS -> STATUS
 *     platforms resolve < wants       a line PLATFORM TEXT -> FM_OK WANT REGION BYTES, or STATUS SUBJECT, by tabs */
#include <flightmem/advice.h>
#include <flightmem/capability.h>
#include <flightmem/load.h>
#include <flightmem/resolve.h>
#include <flightmem/validator.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *platform;

static void say_number(const char *what, uint32_t a, uint32_t b, const char *name, uint64_t value)
{
	printf("%s\t%s\t%" PRIu32 "\t%" PRIu32 "\t%s\t%" PRIu64 "\n", platform, what, a, b, name, value);
}

static void say_text(const char *what, uint32_t a, uint32_t b, const char *name, const char *value)
{
	if (value != NULL)
		printf("%s\t%s\t%" PRIu32 "\t%" PRIu32 "\t%s\t%s\n", platform, what, a, b, name, value);
}

static void say_fact(const char *what, uint32_t a, uint32_t b, const char *name, fm_fact fact)
{
	static const char *const names[] = { "unknown", "no", "yes" };

	say_text(what, a, b, name, fact < sizeof names / sizeof names[0] ? names[fact] : "?");
}

/** Ends the program iff a call that must succeed did not. */
static void must(fm_status status)
{
	if (status != FM_OK) {
		fprintf(stderr, "%s: %s\n", platform, fm_status_name(status));
		exit(1);
	}
}

static void say_mirror(const fm_profile *profile, uint32_t region, uint32_t index)
{
	fm_mirror m = FM_STRUCT(fm_mirror);

	must(fm_profile_mirror(profile, region, index, &m));
	say_number("mirror", region, index, "base", m.base);
	say_number("mirror", region, index, "size", m.size);
	say_number("mirror", region, index, "period", m.period);
	say_number("mirror", region, index, "stride", m.stride);
	say_number("mirror", region, index, "count", m.count);
	say_number("mirror", region, index, "offset", m.region_offset);
	say_number("mirror", region, index, "advance", m.region_advance);
	say_number("mirror", region, index, "inverted", m.inverted);
	say_number("mirror", region, index, "space", m.space);
	say_fact("mirror", region, index, "cached_code", m.cached_code);
	say_fact("mirror", region, index, "cached_data", m.cached_data);
}

static void say_area(const fm_profile *profile, uint32_t region, uint32_t index)
{
	fm_reserved_area a = FM_STRUCT(fm_reserved_area);

	must(fm_profile_reserved(profile, region, index, &a));
	say_number("reserved", region, index, "base", a.area.base);
	say_number("reserved", region, index, "size", a.area.size);
	say_text("reserved", region, index, "what", a.what);
}

static void say_engine(const fm_profile *profile, uint32_t i)
{
	fm_engine e = FM_STRUCT(fm_engine);

	must(fm_profile_engine(profile, i, &e));
	say_text("engine", i, 0, "id", e.id);
	say_text("engine", i, 0, "source", e.source);
	say_number("engine", i, 0, "limit", e.limit);
	say_number("engine", i, 0, "align", e.align);
	say_number("engine", i, 0, "granule", e.granule);
	say_number("engine", i, 0, "boundary", e.boundary);
	say_number("engine", i, 0, "space", e.space);
}

static void say_region_facts(const fm_region *r)
{
	uint32_t i = r->index;

	say_fact("region", i, 0, "has_base", r->has_base);
	say_fact("region", i, 0, "cpu_mapped", r->cpu_mapped);
	say_fact("region", i, 0, "read", r->read);
	say_fact("region", i, 0, "write", r->write);
	say_fact("region", i, 0, "execute", r->execute);
	say_fact("region", i, 0, "cached_code", r->cached_code);
	say_fact("region", i, 0, "cached_data", r->cached_data);
	say_fact("region", i, 0, "dma", r->dma);
	say_fact("region", i, 0, "volatile", r->is_volatile);
	say_fact("region", i, 0, "persistent", r->persistent);
	say_fact("region", i, 0, "optional", r->optional);
	say_fact("region", i, 0, "fast", r->fast);
}

static void say_region(const fm_profile *profile, uint32_t i)
{
	fm_region r = FM_STRUCT(fm_region);

	must(fm_profile_region(profile, i, &r));
	say_text("region", i, 0, "id", r.id);
	say_text("region", i, 0, "name", r.name);
	say_text("region", i, 0, "access_via", r.access_via);
	say_text("region", i, 0, "wait_states", r.wait_states);
	say_text("region", i, 0, "note", r.note);
	say_text("region", i, 0, "kind", fm_region_kind_name(r.kind));
	say_number("region", i, 0, "base", r.base);
	say_number("region", i, 0, "size", r.size);
	say_number("region", i, 0, "bank_total_bytes", r.bank_total_bytes);
	say_number("region", i, 0, "bank_count", r.bank_count);
	say_number("region", i, 0, "space", r.space);
	say_number("region", i, 0, "bus_bits", r.bus_bits);
	say_number("region", i, 0, "read_widths", r.read_widths);
	say_number("region", i, 0, "write_widths", r.write_widths);
	say_number("region", i, 0, "alias_of", r.alias_of);
	say_number("region", i, 0, "lane", r.lane);
	say_number("region", i, 0, "lane_stride", r.lane_stride);
	say_number("region", i, 0, "hidden_from", r.hidden_from);
	say_region_facts(&r);
	for (uint32_t m = 0; m < r.mirror_count; m++)
		say_mirror(profile, i, m);
	for (uint32_t a = 0; a < r.reserved_count; a++)
		say_area(profile, i, a);
}

static void say_space(const fm_profile *profile, uint32_t i)
{
	fm_space_info s = FM_STRUCT(fm_space_info);

	must(fm_profile_space(profile, i, &s));
	say_text("space", i, 0, "id", s.id);
	say_number("space", i, 0, "width_bits", s.width_bits);
	say_number("space", i, 0, "style", s.style);
	say_number("space", i, 0, "cpu_visible", s.cpu_visible);
}

static void say_capability(const fm_profile *profile, fm_capability_id id)
{
	fm_capability c = FM_STRUCT(fm_capability);
	char key[512];

	must(fm_profile_capability(profile, id, &c));
	if (c.source == NULL)
		return;
	snprintf(key, sizeof key, "%s\tcapability\t%s\t0", platform, fm_capability_name(id));
	printf("%s\tstate\t%s\n", key, fm_capability_state_name(c.state));
	printf("%s\tvalue\t%" PRIu64 "\n", key, c.value);
	printf("%s\tunit\t%s\n", key, fm_unit_name(c.unit));
	printf("%s\tsource\t%s\n", key, c.source);
	if (c.note != NULL)
		printf("%s\tnote\t%s\n", key, c.note);
}

static void say_advice(const fm_profile *profile, uint32_t index, const fm_advice *advice)
{
	fm_advice same = FM_STRUCT(fm_advice);

	say_text("advice", index, 0, "use", advice->use);
	say_text("advice", index, 0, "strategy", advice->strategy);
	say_text("advice", index, 0, "reason", advice->reason);
	must(fm_profile_strategy(profile, advice->use, &same));
	must(same.reason == advice->reason ? FM_OK : FM_E_NOT_FOUND);
}

static void say_platform(const fm_profile *profile)
{
	fm_profile_info p = FM_STRUCT(fm_profile_info);

	must(fm_profile_get_info(profile, &p));
	platform = p.id;
	say_text("platform", 0, 0, "name", p.name);
	say_text("platform", 0, 0, "tier", fm_tier_name(p.tier));
	say_number("platform", 0, 0, "endian", p.endian);
	say_number("platform", 0, 0, "word_bits", p.word_bits);
	say_number("platform", 0, 0, "pointer_bits", p.pointer_bits);
	say_number("platform", 0, 0, "bus_bits", p.bus_bits);
	say_number("platform", 0, 0, "cache_line_bytes", p.cache_line_bytes);
	say_number("platform", 0, 0, "page_bytes", p.page_bytes);
	say_number("platform", 0, 0, "misaligned", p.misaligned);
	say_number("platform", 0, 0, "natural_bytes", p.natural_bytes);
	say_number("platform", 0, 0, "engine_count", p.engine_count);
	for (uint32_t i = 0; i < p.engine_count; i++)
		say_engine(profile, i);
	for (uint32_t i = 0; i < p.space_count; i++)
		say_space(profile, i);
	for (uint32_t i = 0; i < p.region_count; i++)
		say_region(profile, i);
	for (fm_capability_id id = 1; id <= fm_capability_count(); id++)
		say_capability(profile, id);

	fm_advice advice = FM_STRUCT(fm_advice);

	for (uint32_t i = 0; fm_profile_advice(profile, i, &advice) == FM_OK; i++)
		say_advice(profile, i, &advice);
}

static void answer(const char *id, uint32_t space, uint64_t value)
{
	fm_location l = FM_STRUCT(fm_location);
	fm_status status = fm_profile_locate(fm_profile_find(id), (fm_address){ .value = value, .space = space }, &l);

	if (status == FM_OK)
		printf("FM_OK %" PRIu32 " %" PRIu32 " %" PRIu64 " %" PRIu64 "\n", l.region, l.mirror, l.offset, l.left);
	else
		printf("%s\n", fm_status_name(status));
}

/** Judges accesses; a validator stays open while the questions are about its space. */
static int judge_all(void)
{
	char id[64];
	fm_validator *validator = NULL;
	uint32_t space, access, open_space = FM_NONE;
	uint64_t value, size;
	const fm_profile *profile = NULL;

	while (scanf("%63s %" SCNu32 " %" SCNu64 " %" SCNu64 " %" SCNu32, id, &space, &value, &size, &access) == 5) {
		platform = id;
		if (profile != fm_profile_find(id) || space != open_space) {
			profile = fm_profile_find(id);
			open_space = space;
			fm_validator_unref(validator);
			validator = NULL;
			must(fm_validator_open(FM_OPTIONS(fm_validator_options, .profile = profile, .space = space), &validator, NULL));
		}
		printf("%s\n", fm_status_name(fm_validator_check(validator, value, size, access)));
	}
	fm_validator_unref(validator);
	return ferror(stdout) ? 1 : 0;
}

/** Says all of a compiled platform. */
static void say_file(const char *file)
{
	static unsigned char bytes[1 << 16];
	FILE *from = fopen(file, "rb");
	size_t size = from == NULL ? 0 : fread(bytes, 1, sizeof bytes, from);
	const fm_profile *profile = NULL;

	platform = file;
	if (from != NULL)
		fclose(from);
	must(fm_profile_load(bytes, size, NULL, &profile, NULL, NULL));
	say_platform(profile);
	fm_profile_unref(profile);
}

/** Says all of the files; without one, of the built-in platforms. */
static void say_all(int count, char **files)
{
	for (int i = 0; i < count; i++)
		say_file(files[i]);
	for (uint32_t i = 0; count == 0 && i < fm_profile_count(); i++)
		say_platform(fm_profile_at(i));
}

/** Resolves a text of wants; a region that is none is "-". */
static void resolve(const char *id, const char *text)
{
	fm_want wants[FM_WANTS_MAX];
	fm_resolution out = FM_STRUCT(fm_resolution);
	fm_refusal why = FM_STRUCT(fm_refusal);
	uint32_t count = 0;

	platform = text;
	while (count < FM_WANTS_MAX && fm_want_parse(text, FM_TEXT, count, &wants[count], NULL) == FM_OK)
		count++;
	if (fm_profile_resolve(fm_profile_find(id), wants, count, &out, &why) == FM_OK)
		printf("FM_OK\t%" PRIu32 "\t%s\t%" PRIu64 "\n", out.want, out.id == NULL ? "-" : out.id, out.bytes);
	else
		printf("%s\t%s\n", fm_status_name(why.status), why.subject);
}

static int resolve_all(void)
{
	char line[1024];

	while (fgets(line, sizeof line, stdin) != NULL) {
		char *text = strchr(line, '\t');

		if (text == NULL)
			return 2;
		*text++ = '\0';
		text[strcspn(text, "\n")] = '\0';
		resolve(line, text);
	}
	return ferror(stdout) ? 1 : 0;
}

int main(int argc, char **argv)
{
	char id[64];
	uint32_t space;
	uint64_t value;

	if (argc >= 2 && strcmp(argv[1], "facts") == 0)
		say_all(argc - 2, argv + 2);
	else if (argc == 2 && strcmp(argv[1], "locate") == 0)
		while (scanf("%63s %" SCNu32 " %" SCNu64, id, &space, &value) == 3)
			answer(id, space, value);
	else if (argc == 2 && strcmp(argv[1], "resolve") == 0)
		return resolve_all();
	else
		return argc == 2 && strcmp(argv[1], "validate") == 0 ? judge_all() : 2;
	return ferror(stdout) ? 1 : 0;
}

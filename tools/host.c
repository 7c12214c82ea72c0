/* SPDX-License-Identifier: MIT */
/** @file
 * flightmem host: the machine and process that this is, or what another root says of its system. */
#include <inttypes.h>
#include <string.h>

#include "profile.h"

const struct option_row host_options[] = {
	{ "root", "DIR", "read the proc and sys below DIR instead of asking this process", COMPLETES_FILE },
	{ "try", NULL, "map a page and try whether it can be made executable, where nothing else says", COMPLETES_NOTHING },
	{ NULL, NULL, NULL, COMPLETES_NOTHING },
};

enum { MEANING_BYTES = 256 };

/** Adds a word to a list. */
static void add_word(char meaning[MEANING_BYTES], const char *word)
{
	size_t length = strlen(meaning);

	snprintf(meaning + length, MEANING_BYTES - length, "%s%s", length == 0 ? "" : ", ", word);
}

/** The bits of a mask, each by its name or as a size. */
static void mask_meaning(fm_host_id id, uint64_t mask, char meaning[MEANING_BYTES])
{
	for (unsigned shift = 0; shift < 64; shift++) {
		uint64_t bit = UINT64_C(1) << shift;
		char size[32];

		if ((mask & bit) == 0)
			continue;
		fm_size_format(bit, FM_SIZE_HUMAN, size, sizeof size);
		add_word(meaning, id == FM_HOST_CPU_FEATURES ? fm_cpu_feature_name(bit) : size);
	}
}

/** What a number stands for; "" where it stands for itself. */
static const char *meaning_of(fm_host_id id, const fm_host_figure *figure, char meaning[MEANING_BYTES])
{
	static const char *const modes[] = { "by a rule of thumb", "always", "never" };

	meaning[0] = '\0';
	if (figure->unit == FM_UNIT_MASK)
		mask_meaning(id, figure->value, meaning);
	else if (id == FM_HOST_ARCH && figure->value <= UINT32_MAX)
		add_word(meaning, fm_arch_name((uint32_t)figure->value));
	else if (id == FM_HOST_ENDIAN)
		add_word(meaning, figure->value == FM_ENDIAN_BIG ? "big" : "little");
	else if (id == FM_HOST_OVERCOMMIT && figure->value < sizeof modes / sizeof modes[0])
		add_word(meaning, modes[figure->value]);
	return meaning;
}

/** The value for people. */
static const char *value_text(fm_host_id id, const fm_host_figure *figure, char text[MEANING_BYTES])
{
	if (*meaning_of(id, figure, text) != '\0')
		return text;
	switch (figure->unit) {
	case FM_UNIT_NONE: return "";
	case FM_UNIT_BYTES: fm_size_format(figure->value, FM_SIZE_HUMAN, text, MEANING_BYTES); break;
	case FM_UNIT_BITS: snprintf(text, MEANING_BYTES, "%" PRIu64 " bits", figure->value); break;
	case FM_UNIT_BASIS_POINTS: snprintf(text, MEANING_BYTES, "%" PRIu64 ".%02" PRIu64 " %%", figure->value / 100, figure->value % 100); break;
	case FM_UNIT_MICROSECONDS: snprintf(text, MEANING_BYTES, "%" PRIu64 ".%06" PRIu64 " s", figure->value / 1000000, figure->value % 1000000); break;
	default: snprintf(text, MEANING_BYTES, "%" PRIu64, figure->value); break;
	}
	return text;
}

static void print_figures(const fm_host_facts *facts, const char *title, fm_host_id first, fm_host_id end)
{
	printf("%s%s%s\n", begin_look(stdout, LOOK_STRONG), title, begin_look(stdout, LOOK_PLAIN));
	for (fm_host_id id = first; id < end; id++) {
		const fm_host_figure *figure = &facts->figures[id];
		char text[MEANING_BYTES];

		if (figure->source == NULL)
			printf("  %-17s unknown\n", fm_host_figure_name(id));
		else
			printf("  %-17s %-8s %-18s [%s]\n", fm_host_figure_name(id), fm_capability_state_name(figure->state), value_text(id, figure, text), figure->source);
	}
}

static json_t *figures_json(const fm_host_facts *facts)
{
	json_t *list = json_array();

	for (fm_host_id id = 0; id < fm_host_figure_count(); id++) {
		const fm_host_figure *figure = &facts->figures[id];
		char meaning[MEANING_BYTES];

		meaning_of(id, figure, meaning);
		json_array_append_new(list, json_pack("{s:s, s:s, s:o, s:s, s:s?, s:s?}", "id", fm_host_figure_name(id), "state",
						      fm_capability_state_name(figure->state), "value", figure->unit == FM_UNIT_NONE ? json_null() : json_uint64(figure->value),
						      "unit", fm_unit_name(figure->unit), "meaning", meaning[0] == '\0' ? NULL : meaning, "source", figure->source));
	}
	return list;
}

enum exit_code run_host(const struct invocation *invocation)
{
	static FM_ALIGNED(8) unsigned char storage[FM_HOST_PROFILE_BYTES];
	fm_host_options options = { .struct_size = sizeof options, .root = option_value(invocation, "root") };
	fm_host_facts facts = FM_STRUCT(fm_host_facts);
	const fm_profile *profile = NULL;

	options.flags = option_value(invocation, "try") != NULL ? FM_HOST_TRY : 0;
	if (options.flags != 0 && options.root != NULL)
		return complain(EXIT_USAGE, "--try tries this process; with --root there are files only");
	if (fm_host_read(&options, &facts) != FM_OK)
		return complain(EXIT_INPUT, "'%s' is no folder that can be opened; --root takes the folder that has proc and sys", options.root);
	fm_host_profile(&facts, storage, sizeof storage, &profile);
	if (invocation->json)
		return print_json(json_pack("{s:s?, s:o, s:o}", "root", options.root, "figures", figures_json(&facts), "capabilities", capabilities_json(profile)));
	print_figures(&facts, "machine", FM_HOST_ARCH, FM_HOST_PHYSICAL);
	print_figures(&facts, "memory", FM_HOST_PHYSICAL, FM_HOST_PRESSURE_SOME);
	print_figures(&facts, "pressure", FM_HOST_PRESSURE_SOME, FM_HOST_FIGURES);
	printf("%scapabilities%s\n", begin_look(stdout, LOOK_STRONG), begin_look(stdout, LOOK_PLAIN));
	print_capabilities(profile);
	return EXIT_YES;
}

/* SPDX-License-Identifier: MIT */
/** @file
 * Names of a platform: each once, each leading somewhere, sources too. */
#include <ctype.h>
#include <string.h>

#include "compiler/form.h"
#include "compiler/rules.h"

int is_same_name(const char *a, const char *b)
{
	for (; *a != '\0' && *b != '\0'; a++, b++)
		if (*a != *b && !((*a == '-' || *a == '_') && (*b == '-' || *b == '_')))
			return 0;
	return *a == *b;
}

int holds_name(const struct node *list, const char *name)
{
	for (const struct node *one = list == NULL ? NULL : list->first; one != NULL; one = one->next)
		if (is_same_name(one->text, name))
			return 1;
	return 0;
}

/** The ids of a list are each there once. */
static void judge_ids(struct source *source, const struct node *list)
{
	for (const struct node *one = list == NULL ? NULL : list->first; one != NULL; one = one->next)
		for (const struct node *before = list->first; before != one; before = before->next)
			if (is_same_name(text_of(before, "id"), text_of(one, "id"))) {
				add_problem_at(source, entry(one, "id"), "%s is given twice (in C - is _)", text_of(one, "id"));
				break;
			}
}

/** Each use is advised on once. */
static void judge_advice(struct source *source, const struct node *list)
{
	for (const struct node *one = list == NULL ? NULL : list->first; one != NULL; one = one->next)
		for (const struct node *before = list->first; before != one; before = before->next)
			if (is_same(text_of(before, "use"), text_of(one, "use"))) {
				add_problem_at(source, entry(one, "use"), "%s is advised twice", text_of(one, "use"));
				break;
			}
}

static void judge_spaces(struct source *source)
{
	const struct node *spaces = entry(source->root, "spaces"), *cpu_visible;

	for (const struct node *space = spaces == NULL ? NULL : spaces->first; space != NULL; space = space->next) {
		const char *id = text_of(space, "id");

		if (!isalpha((unsigned char)id[0]) || strspn(id, "0123456789abcdef") == strlen(id))
			add_problem_at(source, entry(space, "id"), "a space is not called as a number: 7E:0000 has none");
	}
	cpu_visible = spaces == NULL ? NULL : entry(spaces->first, "cpu_visible");
	if (cpu_visible != NULL && cpu_visible->number == 0 && !is_same(text_of(source->root, "kind"), "overlay"))
		add_problem_at(source, spaces->first, "the first space is what the main CPU sees");
}

static void judge_cpus(struct source *source)
{
	const struct node *cpus = entry(source->root, "cpus");
	int main_cpus = 0;

	for (const struct node *cpu = cpus == NULL ? NULL : cpus->first; cpu != NULL; cpu = cpu->next)
		main_cpus += is_same(text_of(cpu, "role"), "main");
	if (cpus != NULL && main_cpus != 1)
		add_problem_at(source, cpus, "exactly one CPU has the role main");
}

/** A value that names a region. */
static void judge_mention(struct source *source, const struct node *name)
{
	if (name != NULL && find_id(entry(source->root, "regions"), name->text) == NULL)
		add_problem_at(source, name, "there is no region %s", name->text);
}

/** The list `key` of each entry of `list` names regions. */
static void judge_mentions(struct source *source, const struct node *list, const char *key)
{
	for (const struct node *one = list == NULL ? NULL : list->first; one != NULL; one = one->next)
		for (const struct node *name = entry(one, key) == NULL ? NULL : entry(one, key)->first; name != NULL; name = name->next)
			judge_mention(source, name);
}

/** True iff alias_of leads on and on. */
static int goes_round(const struct node *regions, const struct node *region)
{
	unsigned steps = 0;

	while (region != NULL && entry(region, "alias_of") != NULL && steps++ <= regions->count)
		region = find_id(regions, text_of(region, "alias_of"));
	return steps > regions->count;
}

static void judge_all_mentions(struct source *source)
{
	const struct node *variants = entry(source->root, "variants"), *regions = entry(source->root, "regions");

	judge_mentions(source, entry(source->root, "constraints"), "regions");
	judge_mentions(source, entry(source->root, "disagreements"), "regions");
	judge_mentions(source, regions, "overlays");
	for (const struct node *variant = variants == NULL ? NULL : variants->first; variant != NULL; variant = variant->next)
		for (const struct node *change = entry(variant, "changes") == NULL ? NULL : entry(variant, "changes")->first; change != NULL; change = change->next)
			judge_mention(source, entry(change, "region"));
	for (const struct node *region = regions->first; region != NULL; region = region->next) {
		judge_mention(source, entry(region, "alias_of"));
		if (goes_round(regions, region))
			add_problem_at(source, entry(region, "alias_of"), "whose bytes these are goes round in a circle");
	}
}

/** Walks all values: what a `source` names is among the sources, of which each is `used` by its index. */
static void judge_used_sources(struct source *source, const struct node *node, char *used)
{
	const struct node *sources = entry(source->root, "sources");

	for (const struct node *one = node->first; one != NULL; one = one->next) {
		for (const struct node *name = is_same(one->key, "source") ? one->first : NULL; name != NULL; name = name->next) {
			const struct node *found = find_id(sources, name->text);

			if (found == NULL)
				add_problem_at(source, name, "there is no source %s", name->text);
			else
				used[found->index] = 1;
		}
		judge_used_sources(source, one, used);
	}
}

static void judge_sources(struct source *source)
{
	const struct node *sources = entry(source->root, "sources");
	char *used = source_memory(source, sources->count);

	judge_used_sources(source, source->root, used);
	for (const struct node *one = sources->first; one != NULL; one = one->next)
		if (!used[one->index])
			add_problem_at(source, one, "nothing names the source %s", text_of(one, "id"));
}

static int is_power_of_two(uint64_t value)
{
	return value != 0 && (value & (value - 1)) == 0;
}

/** Alignments and boundaries are powers of two; engines are in spaces. */
static void judge_engines(struct source *source)
{
	static const char *const powers[] = { "begin_bytes", "boundary_bytes" };
	static const char *const facts[] = { "dma_base_bytes", "max_natural_bytes" };
	const struct node *engines = entry(source->root, "dma"), *alignment = entry(source->root, "alignment");

	for (const struct node *engine = engines == NULL ? NULL : engines->first; engine != NULL; engine = engine->next) {
		const struct node *space = entry(engine, "space");

		if (space != NULL && find_id(entry(source->root, "spaces"), space->text) == NULL)
			add_problem_at(source, space, "there is no space %s", space->text);
		for (int i = 0; i < 2; i++)
			if (!is_power_of_two(number_of(engine, powers[i], 1)))
				add_problem_at(source, entry(engine, powers[i]), "%s is no power of two", entry(engine, powers[i])->text);
	}
	for (int i = 0; i < 2; i++) {
		uint64_t value = number_of(alignment, facts[i], 1);

		if (!is_power_of_two(value) || value > UINT32_C(1) << 31)
			add_problem_at(source, entry(alignment, facts[i]), "%s is no power of two", entry(alignment, facts[i])->text);
	}
}

void judge_names(struct source *source)
{
	static const char *const lists[] = { "regions", "spaces", "sources", "variants", "capabilities", "dma" };
	const char *slash = strrchr(source->file, '/'), *name = slash == NULL ? source->file : slash + 1, *id = text_of(source->root, "id");
	size_t length = strlen(id);

	if (strncmp(name, id, length) != 0 || strcmp(name + length, ".yaml") != 0)
		add_problem_at(source, entry(source->root, "id"), "the file of %s is called %s.yaml", id, id);
	for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
		judge_ids(source, entry(source->root, lists[i]));
	judge_advice(source, entry(source->root, "strategies"));
	judge_spaces(source);
	judge_cpus(source);
	judge_all_mentions(source);
	judge_sources(source);
	judge_engines(source);
}

int judge_source(struct source *source)
{
	int answer = judge_form(source);

	if (answer == 0 && source->problem_count == 0) {
		judge_names(source);
		judge_regions(source);
	}
	return answer;
}

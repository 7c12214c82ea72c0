/* SPDX-License-Identifier: MIT */
/** @file
 * What a platform can do: the answer of its file, or what other facts of the file already say, with their sources. The same rules as
 * scripts/platforms/capabilities.py has for the built-in platforms. */
#include <stdlib.h>
#include <string.h>

#include "compiler/rows.h"

/** Texts that are put together, with something between; each at most once where that is wanted. */
struct joint {
	struct source *source;
	char *text; /* NULL: nothing yet */
};

static void join(struct joint *joint, const char *between, const char *text)
{
	size_t old = joint->text == NULL ? 0 : strlen(joint->text) + strlen(between), more = strlen(text) + 1;
	char *whole = source_memory(joint->source, old + more);

	if (joint->text != NULL)
		strcat(strcpy(whole, joint->text), between);
	memcpy(whole + old, text, more);
	joint->text = whole;
}

/** True iff "A, B, C" has the name. */
static int is_joined(const struct joint *joint, const char *name)
{
	size_t length = strlen(name);

	for (const char *at = joint->text; at != NULL; at = strchr(at, ' ')) {
		at += *at == ' ';
		if (strncmp(at, name, length) == 0 && (at[length] == ',' || at[length] == '\0'))
			return 1;
	}
	return 0;
}

/** Adds the names of a `source` that are not there yet. */
static void join_sources(struct joint *joint, const struct node *owner)
{
	const struct node *list = entry(owner, "source");

	for (const struct node *name = list == NULL ? NULL : list->first; name != NULL; name = name->next)
		if (!is_joined(joint, name->text))
			join(joint, ", ", name->text);
}

const char *joined_texts(struct source *source, const struct node *list)
{
	struct joint joint = { .source = source };

	for (const struct node *name = list == NULL ? NULL : list->first; name != NULL; name = name->next)
		join(&joint, ", ", name->text);
	return joint.text;
}

/** Three texts as one. */
static const char *three_words(struct source *source, const char *first, const char *second, const char *third)
{
	struct joint joint = { .source = source };

	join(&joint, "", first);
	join(&joint, "", second);
	join(&joint, "", third);
	return joint.text;
}

/** An answer that a fact of the file gives. */
static struct answer answered(struct source *source, const struct node *fact, fm_capability_state state, const char *note)
{
	struct joint sources = { .source = source };

	join_sources(&sources, fact);
	return (struct answer){ .is_said = 1, .state = state, .source = sources.text, .note = note };
}

static const struct answer silence = { .is_said = 0 };

/** The state that a truth means. */
static fm_capability_state state_of(int yes)
{
	return yes ? FM_CAPABILITY_YES : FM_CAPABILITY_NO;
}

static int says(const struct node *map, const char *key, int truth)
{
	const struct node *node = entry(map, key);

	return node != NULL && node->kind == NODE_TRUTH && node->number == (uint64_t)truth;
}

/** True iff the MMU translates addresses page by page. */
static int has_pages(const struct node *mmu)
{
	return is_same(text_of(mmu, "kind"), "tlb") || is_same(text_of(mmu, "kind"), "paged");
}

static int is_known_mmu(const struct node *mmu)
{
	return mmu != NULL && !is_same(text_of(mmu, "kind"), "unknown");
}

static const char *note_of_mmu(struct source *source, const struct node *mmu, const char *more)
{
	return three_words(source, "mmu: ", text_of(mmu, "kind"), more);
}

static struct answer rule_mmu(struct source *source)
{
	const struct node *mmu = entry(source->root, "mmu"), *pages = entry(mmu, "page_bytes");
	struct answer answer;

	if (!is_known_mmu(mmu))
		return silence;
	answer = answered(source, mmu, state_of(has_pages(mmu)), note_of_mmu(source, mmu, ""));
	if (answer.state != FM_CAPABILITY_YES || pages == NULL)
		return answer;
	answer.unit = FM_UNIT_BYTES;
	answer.value = UINT64_MAX;
	for (const struct node *page = pages->first; page != NULL; page = page->next)
		answer.value = page->number < answer.value ? page->number : answer.value;
	return answer;
}

static struct answer rule_mpu(struct source *source)
{
	const struct node *mmu = entry(source->root, "mmu");

	return is_known_mmu(mmu) ? answered(source, mmu, state_of(is_same(text_of(mmu, "kind"), "mpu")), note_of_mmu(source, mmu, "")) : silence;
}

static struct answer rule_huge_pages(struct source *source)
{
	const struct node *mmu = entry(source->root, "mmu");

	return is_known_mmu(mmu) && !has_pages(mmu) ? answered(source, mmu, FM_CAPABILITY_NO, "no pages") : silence;
}

/** What a region has: yes, no or unknown. */
typedef fm_fact fact_fn(const struct node *region);

static fm_fact fact_at(const struct node *map, const char *key)
{
	return says(map, key, 1) ? FM_FACT_YES : says(map, key, 0) ? FM_FACT_NO : FM_FACT_UNKNOWN;
}

static fm_fact both(fm_fact one, fm_fact other)
{
	if (one == FM_FACT_NO || other == FM_FACT_NO)
		return FM_FACT_NO;
	return one == FM_FACT_YES && other == FM_FACT_YES ? FM_FACT_YES : FM_FACT_UNKNOWN;
}

static fm_fact is_code_memory(const struct node *region)
{
	return both(fact_at(entry(region, "access"), "write"), fact_at(entry(region, "access"), "execute"));
}

static fm_fact has_dma(const struct node *region)
{
	return fact_at(region, "dma");
}

static fm_fact is_scratchpad(const struct node *region)
{
	return is_same(text_of(region, "kind"), "scratchpad") ? FM_FACT_YES : FM_FACT_NO;
}

static fm_fact is_persistent_ram(const struct node *region)
{
	return both(fact_at(region, "persistent"), fact_at(entry(region, "access"), "write"));
}

static fm_fact is_banked(const struct node *region)
{
	return entry(region, "bank") != NULL ? FM_FACT_YES : FM_FACT_NO;
}

/** The regions that have something, put together. */
struct having {
	struct joint sources, names;
	uint64_t bytes;
	int measured; /**< every size is known, and 64 bits hold the sum */
	int all_say_no;
};

static struct having regions_having(struct source *source, fact_fn *has, const char *outer, const char *size)
{
	struct having having = { { .source = source }, { .source = source }, 0, 1, 1 };

	for (const struct node *region = entry(source->root, "regions")->first; region != NULL; region = region->next) {
		const struct node *measure = outer == NULL ? region : entry(region, outer);
		fm_fact fact = has(region);

		having.all_say_no &= fact == FM_FACT_NO;
		if (fact != FM_FACT_YES)
			continue;
		join_sources(&having.sources, region);
		join(&having.names, ", ", text_of(region, "id"));
		having.measured &= has_number(measure, size) && number_of(measure, size, 0) <= UINT64_MAX - having.bytes;
		having.bytes += having.measured ? number_of(measure, size, 0) : 0;
	}
	return having;
}

static struct answer answer_of_having(struct source *source, const struct having *having, int wants_bytes)
{
	struct answer answer = { .is_said = 1, .state = FM_CAPABILITY_YES, .source = having->sources.text };

	answer.note = three_words(source, "regions: ", having->names.text, "");
	if (wants_bytes && having->measured) {
		answer.value = having->bytes;
		answer.unit = FM_UNIT_BYTES;
	}
	return answer;
}

/** Yes iff a region has it, no iff every region says that it has not. */
static struct answer by_any(struct source *source, fact_fn *has, int wants_bytes)
{
	struct having having = regions_having(source, has, NULL, "size");
	struct answer answer = { .is_said = 1, .state = FM_CAPABILITY_NO, .note = "no region has it" };
	struct joint sources = { .source = source };

	if (having.names.text != NULL)
		return answer_of_having(source, &having, wants_bytes);
	if (!having.all_say_no || entry(source->root, "regions")->count == 0)
		return silence;
	for (const struct node *region = entry(source->root, "regions")->first; region != NULL; region = region->next)
		join_sources(&sources, region);
	answer.source = sources.text;
	return answer;
}

static struct answer rule_executable_memory(struct source *source)
{
	return by_any(source, is_code_memory, 0);
}

static struct answer rule_dma(struct source *source)
{
	return by_any(source, has_dma, 0);
}

static struct answer rule_scratchpad(struct source *source)
{
	return by_any(source, is_scratchpad, 1);
}

static struct answer rule_persistent_ram(struct source *source)
{
	return by_any(source, is_persistent_ram, 1);
}

static struct answer rule_cache_control(struct source *source)
{
	const struct node *cache = entry(source->root, "cache");

	return says(cache, "present", 0) ? answered(source, cache, FM_CAPABILITY_NO, "there is no cache") : silence;
}

static struct answer rule_unaligned_access(struct source *source)
{
	const struct node *fact = entry(source->root, "alignment");
	const char *what = text_of(fact, "misaligned_access");
	char *words;

	if (what == NULL || is_same(what, "mixed") || is_same(what, "unknown"))
		return silence;
	words = strcpy(source_memory(source, strlen(what) + 1), what);
	for (char *at = words; *at != '\0'; at++)
		*at = *at == '_' ? ' ' : *at;
	return answered(source, fact, state_of(is_same(what, "allowed")), three_words(source, "misaligned access: ", words, ""));
}

static struct answer rule_protection(struct source *source)
{
	const struct node *mmu = entry(source->root, "mmu");

	if (!says(mmu, "protection", 0) && !says(mmu, "protection", 1))
		return silence;
	return answered(source, mmu, state_of(says(mmu, "protection", 1)), note_of_mmu(source, mmu, ""));
}

static struct answer rule_bank_switching(struct source *source)
{
	const struct node *mmu = entry(source->root, "mmu");
	struct having banked = regions_having(source, is_banked, "bank", "total_bytes");

	if (banked.names.text != NULL)
		return answer_of_having(source, &banked, 1);
	if (entry(mmu, "bank_switching") != NULL || is_same(text_of(mmu, "kind"), "bank_registers"))
		return answered(source, mmu, FM_CAPABILITY_YES, text_of(mmu, "bank_switching"));
	return is_known_mmu(mmu) ? answered(source, mmu, FM_CAPABILITY_NO, note_of_mmu(source, mmu, ", and no region is banked")) : silence;
}

static struct answer rule_pressure_signals(struct source *source)
{
	const struct node *signals = entry(source->root, "pressure");
	struct joint sources = { .source = source }, names = { .source = source };

	for (const struct node *signal = signals == NULL ? NULL : signals->first; signal != NULL; signal = signal->next) {
		join_sources(&sources, signal);
		join(&names, "; ", text_of(signal, "signal"));
	}
	if (sources.text == NULL)
		return silence;
	return (struct answer){
		.is_said = 1, .state = FM_CAPABILITY_YES, .unit = FM_UNIT_COUNT, .value = signals->count, .source = sources.text, .note = names.text
	};
}

/** The file's own answer. */
static struct answer own_answer(struct source *source, const struct node *fact)
{
	const struct node *state = entry(fact, "state");
	const char *unit = text_of(fact, "unit");
	struct answer answer = { .is_said = 1, .note = text_of(fact, "note"), .value = number_of(fact, "value", 0) };

	answer.source = joined_texts(source, entry(fact, "source"));
	if (state->kind == NODE_TRUTH)
		answer.state = state_of(state->number != 0);
	else
		answer.state = is_same(state->text, "denied") ? FM_CAPABILITY_DENIED : FM_CAPABILITY_UNKNOWN;
	for (fm_unit i = FM_UNIT_BYTES; unit != NULL && i <= FM_UNIT_COUNT; i++)
		if (is_same(fm_unit_name(i), unit))
			answer.unit = i;
	return answer;
}

struct answer answer_of(struct source *source, const char *id)
{
	static const struct {
		const char *id;
		struct answer (*rule)(struct source *source);
	} rules[] = {
		{ "mmu", rule_mmu },
		{ "mpu", rule_mpu },
		{ "huge_pages", rule_huge_pages },
		{ "executable_memory", rule_executable_memory },
		{ "dma", rule_dma },
		{ "cache_control", rule_cache_control },
		{ "unaligned_access", rule_unaligned_access },
		{ "protection", rule_protection },
		{ "bank_switching", rule_bank_switching },
		{ "scratchpad", rule_scratchpad },
		{ "persistent_ram", rule_persistent_ram },
		{ "pressure_signals", rule_pressure_signals },
	};
	const struct node *own = find_id(entry(source->root, "capabilities"), id);

	if (own != NULL)
		return own_answer(source, own);
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
		if (is_same(rules[i].id, id))
			return rules[i].rule(source);
	return silence;
}

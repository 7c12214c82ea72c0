/* SPDX-License-Identifier: MIT */
/** @file
 * The rows of a platform's file, section by section. */
#include "compiler/rows.h"

#include <stdlib.h>
#include <string.h>

static unsigned fact_of(const struct node *node)
{
	return node == NULL || node->kind != NODE_TRUTH ? FM_FACT_UNKNOWN : node->number ? FM_FACT_YES : FM_FACT_NO;
}

/** The number of a name among `count` names that begin with number 0; `otherwise` iff it is none. */
static uint32_t number_named(const char *name, const char *(*name_of)(uint32_t), uint32_t otherwise)
{
	for (uint32_t i = 0; name != NULL && i < 64; i++)
		if (is_same(name_of(i), name))
			return i;
	return otherwise;
}

/** The index of the entry `id` of a list; `otherwise` iff there is none. */
static uint32_t index_named(const struct node *list, const char *id, uint32_t otherwise)
{
	const struct node *found = find_id(list, id);

	return found == NULL ? otherwise : found->index;
}

static void compile_space(struct compilation *made, const struct node *node)
{
	static const char *const styles[] = { "hex", "dollar", "banked" };
	struct fm_table_space row = { .id = pool_text(made, text_of(node, "id")), .width_bits = (uint16_t)number_of(node, "width_bits", 0) };

	for (uint8_t i = 0; i < 3; i++)
		if (is_same(text_of(node, "style"), styles[i]))
			row.style = i;
	row.cpu_visible = (uint8_t)entry(node, "cpu_visible")->number;
	append_bytes(&made->rows[ROWS_SPACES], &row, sizeof row);
}

static void compile_mirror(struct compilation *made, const struct node *region, const struct node *node)
{
	const char *space = text_of(node, "space") == NULL ? text_of(region, "space") : text_of(node, "space");
	const struct node *cached = entry(node, "cached");
	struct fm_table_mirror row = {
		.base = number_of(node, "base", 0),
		.size = number_of(node, "size", 0),
		.period = number_of(node, "period", 0),
		.stride = number_of(node, "stride", 0),
		.offset = number_of(node, "offset", 0),
		.advance = number_of(node, "advance", 0),
		.count = (uint32_t)number_of(node, "count", 0),
		.space = (uint8_t)index_named(entry(made->root, "spaces"), space, 0),
		.inverted = (uint8_t)number_of(node, "inverted", 0),
		.facts = (uint16_t)(fact_of(entry(cached, "code")) << FM_TABLE_CACHED_CODE | fact_of(entry(cached, "data")) << FM_TABLE_CACHED_DATA),
	};

	append_bytes(&made->rows[ROWS_MIRRORS], &row, sizeof row);
}

/** Whether the main CPU's accesses wait: what the file says, else what the kind or the wait states say. As scripts/platforms/speed.py. */
static unsigned fast(const struct node *region)
{
	const char *waits = text_of(region, "wait_states");

	if (entry(region, "fast") != NULL)
		return fact_of(entry(region, "fast"));
	return is_same(text_of(region, "kind"), "scratchpad") || (waits != NULL && waits[0] == '0' && (waits[1] == ' ' || waits[1] == '\0')) ? FM_FACT_YES :
																		  FM_FACT_UNKNOWN;
}

/** A bit for each processor of the platform that does not see the region. */
static uint32_t hidden_from(const struct node *root, const struct node *region)
{
	const struct node *cpus = entry(root, "cpus"), *seen = entry(region, "visible_to");
	uint32_t hidden = 0, place = 0;

	for (const struct node *cpu = seen == NULL || cpus == NULL ? NULL : cpus->first; cpu != NULL && place < 8; cpu = cpu->next, place++) {
		const struct node *name = seen->first;

		while (name != NULL && !is_same(name->text, text_of(cpu, "name")))
			name = name->next;
		hidden |= (uint32_t)(name == NULL) << place;
	}
	return hidden;
}

static uint32_t facts_of_region(const struct node *region)
{
	static const struct {
		const char *key, *inside;
		unsigned place;
	} facts[] = {
		{ "cpu_mapped", NULL, FM_TABLE_CPU_MAPPED }, { "read", "access", FM_TABLE_READ },           { "write", "access", FM_TABLE_WRITE },
		{ "execute", "access", FM_TABLE_EXECUTE },   { "code", "cached", FM_TABLE_CACHED_CODE },    { "data", "cached", FM_TABLE_CACHED_DATA },
		{ "dma", NULL, FM_TABLE_DMA },               { "volatile", NULL, FM_TABLE_VOLATILE },       { "persistent", NULL, FM_TABLE_PERSISTENT },
		{ "optional", NULL, FM_TABLE_OPTIONAL },
	};
	uint32_t packed = fast(region) << FM_TABLE_FAST;

	if (has_number(region, "base"))
		packed |= FM_FACT_YES << FM_TABLE_HAS_BASE;
	else if (is_same(text_of(region, "base"), "none"))
		packed |= FM_FACT_NO << FM_TABLE_HAS_BASE;
	for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++)
		packed |= fact_of(entry(facts[i].inside == NULL ? region : entry(region, facts[i].inside), facts[i].key)) << facts[i].place;
	return packed;
}

/** Legal widths in bits, as a mask of bytes. */
static uint8_t widths(const struct node *list)
{
	unsigned mask = 0;

	for (const struct node *width = list == NULL ? NULL : list->first; width != NULL; width = width->next)
		mask |= (unsigned)(width->number / 8);
	return (uint8_t)mask;
}

/** Which byte of each stride is there; an odd or even one is counted from the region's first byte. */
static void compile_lane(const struct node *region, struct fm_table_region *row)
{
	const struct node *told = entry(region, "byte_lane");

	if (told == NULL)
		return;
	row->lane_stride = (uint16_t)number_of(told, "stride", 0);
	if (has_number(told, "lane"))
		row->lane = (uint16_t)number_of(told, "lane", 0);
	else
		row->lane = (uint16_t)((number_of(region, "base", 0) + (uint64_t)is_same(text_of(told, "lane"), "odd")) % 2);
}

static void compile_area(struct compilation *made, const struct node *node)
{
	struct fm_table_reserved row = { .base = number_of(node, "base", 0), .size = number_of(node, "size", 0), .what = pool_text(made, text_of(node, "what")) };

	append_bytes(&made->rows[ROWS_RESERVED], &row, sizeof row);
}

static void compile_region(struct compilation *made, const struct node *node)
{
	const struct node *bank = entry(node, "bank"), *mirrors = entry(node, "mirrors"), *areas = entry(node, "reserved");
	struct fm_table_region row = {
		.base = number_of(node, "base", 0),
		.size = number_of(node, "size", 0),
		.bank_total_bytes = number_of(bank, "total_bytes", 0),
		.id = pool_text(made, text_of(node, "id")),
		.name = pool_text(made, text_of(node, "name")),
		.access_via = pool_text(made, text_of(node, "access_via")),
		.wait_states = pool_text(made, text_of(node, "wait_states")),
		.note = pool_text(made, text_of(node, "note")),
		.facts = facts_of_region(node) | hidden_from(made->root, node) << FM_TABLE_HIDDEN,
		.bank_count = (uint32_t)number_of(bank, "count", 0),
		.alias_of = index_named(entry(made->root, "regions"), text_of(node, "alias_of"), FM_NONE),
		.first_mirror = (uint32_t)(made->rows[ROWS_MIRRORS].size / sizeof(struct fm_table_mirror)),
		.mirror_count = mirrors == NULL ? 0 : mirrors->count,
		.first_reserved = (uint32_t)(made->rows[ROWS_RESERVED].size / sizeof(struct fm_table_reserved)),
		.reserved_count = (uint16_t)(areas == NULL ? 0 : areas->count),
		.bus_bits = (uint16_t)number_of(node, "bus_bits", 0),
		.space = (uint8_t)index_named(entry(made->root, "spaces"), text_of(node, "space"), 0),
		.kind = (uint8_t)number_named(text_of(node, "kind"), fm_region_kind_name, 0),
		.read_widths = widths(entry(node, "read_widths")),
		.write_widths = widths(entry(node, "write_widths")),
	};

	compile_lane(node, &row);
	append_bytes(&made->rows[ROWS_REGIONS], &row, sizeof row);
	for (const struct node *mirror = mirrors == NULL ? NULL : mirrors->first; mirror != NULL; mirror = mirror->next)
		compile_mirror(made, node, mirror);
	for (const struct node *area = areas == NULL ? NULL : areas->first; area != NULL; area = area->next)
		compile_area(made, area);
}

static void compile_capability(struct compilation *made, fm_capability_id id)
{
	struct answer answer = answer_of(made->source, fm_capability_name(id));
	struct fm_table_capability row = { .value = answer.value, .id = id, .state = (uint16_t)answer.state };

	if (!answer.is_said)
		return;
	row.unit = (uint16_t)(answer.value == 0 ? FM_UNIT_NONE : answer.unit);
	row.source = pool_text(made, answer.source);
	row.note = pool_text(made, answer.note);
	append_bytes(&made->rows[ROWS_CAPABILITIES], &row, sizeof row);
}

static void compile_engine(struct compilation *made, const struct node *node)
{
	struct fm_table_engine row = {
		.id = pool_text(made, text_of(node, "id")),
		.source = pool_text(made, joined_texts(made->source, entry(node, "source"))),
		.align = (uint32_t)number_of(node, "begin_bytes", 0),
		.granule = (uint32_t)number_of(node, "length_bytes", 0),
		.boundary = (uint32_t)number_of(node, "boundary_bytes", 0),
		.space = (uint16_t)index_named(entry(made->root, "spaces"), text_of(node, "space"), FM_TABLE_ANY_SPACE),
		.address_bits = (uint16_t)number_of(node, "address_bits", 0),
	};

	append_bytes(&made->rows[ROWS_ENGINES], &row, sizeof row);
}

/** What holds for all engines, where the file lists none. As scripts/platforms/engines.py. */
static void compile_common_engine(struct compilation *made)
{
	const struct node *fact = entry(made->root, "alignment");

	if (!has_number(fact, "dma_base_bytes") && !has_number(fact, "dma_length_bytes"))
		return;

	struct fm_table_engine row = {
		.id = pool_text(made, "dma"),
		.source = pool_text(made, joined_texts(made->source, entry(fact, "source"))),
		.align = (uint32_t)number_of(fact, "dma_base_bytes", 0),
		.granule = (uint32_t)number_of(fact, "dma_length_bytes", 0),
		.space = FM_TABLE_ANY_SPACE,
	};

	append_bytes(&made->rows[ROWS_ENGINES], &row, sizeof row);
}

static void compile_advice(struct compilation *made, const struct node *node)
{
	struct fm_table_advice row = { .use = pool_text(made, text_of(node, "use")) };

	if (text_of(node, "strategy") == NULL)
		return;
	row.strategy = pool_text(made, text_of(node, "strategy"));
	row.reason = pool_text(made, text_of(node, "why"));
	append_bytes(&made->rows[ROWS_ADVICE], &row, sizeof row);
}

/** Calls `compile` for each value of the list `key` of the file. */
static void each(struct compilation *made, const char *key, void (*compile)(struct compilation *, const struct node *))
{
	const struct node *list = entry(made->root, key);

	for (const struct node *node = list == NULL ? NULL : list->first; node != NULL; node = node->next)
		compile(made, node);
}

static uint64_t least(const struct node *list, uint64_t otherwise)
{
	for (const struct node *size = list == NULL ? NULL : list->first; size != NULL; size = size->next)
		otherwise = size->number < otherwise ? size->number : otherwise;
	return otherwise;
}

/** The default page, else the smallest; FM_NONE where there are none. */
static uint32_t page_bytes(const struct node *root)
{
	const struct node *pages = entry(root, "pages"), *mmu = entry(root, "mmu");
	const char *kind = text_of(mmu, "kind");
	uint64_t smallest;

	if (has_number(pages, "default"))
		return (uint32_t)number_of(pages, "default", 0);
	smallest = least(entry(pages, "sizes"), least(entry(mmu, "page_bytes"), UINT64_MAX));
	if (smallest != UINT64_MAX)
		return smallest < FM_NONE ? (uint32_t)smallest : 0;
	return is_same(kind, "none") || is_same(kind, "mpu") ? FM_NONE : 0;
}

static const struct node *main_cpu(const struct node *root)
{
	const struct node *cpus = entry(root, "cpus");

	for (const struct node *cpu = cpus == NULL ? NULL : cpus->first; cpu != NULL; cpu = cpu->next)
		if (is_same(text_of(cpu, "role"), "main"))
			return cpu;
	return NULL;
}

/** Names one after the other, each with its NUL, an empty one at the end. */
static fm_table_text compile_aliases(struct compilation *made)
{
	const struct node *aliases = entry(made->root, "aliases");
	size_t offset = made->texts.size;

	if (aliases == NULL)
		return 0;
	for (const struct node *alias = aliases->first; alias != NULL; alias = alias->next)
		append_bytes(&made->texts, alias->text, strlen(alias->text) + 1);
	append_bytes(&made->texts, "", 1);
	return (fm_table_text)offset;
}

static void compile_head(struct compilation *made)
{
	static const char *const misaligned[] = { "unknown", "allowed", "fault", "force_align", "rotate", "mixed" };
	const struct node *root = made->root, *cpu = main_cpu(root), *alignment = entry(root, "alignment"), *cache = entry(root, "cache");
	const char *endian = text_of(cpu, "endian");
	uint64_t line = number_of(cache, "data_line_bytes", 0);

	made->head = (struct fm_profile){
		.id = pool_text(made, text_of(root, "id")),
		.name = pool_text(made, text_of(root, "name")),
		.aliases = compile_aliases(made),
		.tier = number_named(text_of(root, "tier"), fm_tier_name, 0),
		.endian = (uint16_t)(is_same(endian, "little") ? FM_ENDIAN_LITTLE : is_same(endian, "big") ? FM_ENDIAN_BIG : 0),
		.word_bits = (uint32_t)number_of(cpu, "word_bits", 0),
		.pointer_bits = (uint32_t)number_of(cpu, "pointer_bits", 0),
		.bus_bits = (uint32_t)number_of(cpu, "address_bits", 0),
		.cache_line_bytes = has_number(cache, "data_line_bytes") && line == 0 ? FM_NONE : (uint32_t)line,
		.page_bytes = page_bytes(root),
		.natural_bytes = (uint32_t)number_of(alignment, "max_natural_bytes", 0),
	};
	for (uint32_t i = 0; i < sizeof misaligned / sizeof misaligned[0]; i++)
		if (is_same(text_of(alignment, "misaligned_access"), misaligned[i]))
			made->head.misaligned = i;
}

void compile_source(struct compilation *made, struct source *source)
{
	*made = (struct compilation){ .source = source, .root = source->root };
	append_bytes(&made->texts, "", 1);
	each(made, "spaces", compile_space);
	each(made, "regions", compile_region);
	for (fm_capability_id id = 1; id <= fm_capability_count(); id++)
		compile_capability(made, id);
	if (entry(source->root, "dma") != NULL)
		each(made, "dma", compile_engine);
	else
		compile_common_engine(made);
	each(made, "strategies", compile_advice);
	compile_head(made);
}

/* SPDX-License-Identifier: MIT */
/** @file
 * The judge of loaded profiles. Each rule of tables.h has its line here; sums and products are compared by what is left, so that none
 * wraps. Rows and texts are walked once. A judge returns the name of the member that is wrong, NULL iff none is. */
#include "platform/sound.h"

#include "platform/rows.h"

/* Who adds a member to the head adds its judgement here. */
FM_STATIC_ASSERT(sizeof(struct fm_profile) == 112, "lib/platform/sound.c: a member of fm_profile that nobody judges");

/** A judgement on its way. */
struct judge {
	const fm_profile *profile;
	const unsigned char *texts;
	size_t text_bytes;
	uint32_t mirrors;  /**< how many the regions so far have */
	uint32_t reserved; /**< how many areas the regions so far have */
};

/** Notes where the row is of which `member` is wrong. Returns false iff one is, so that a walk ends with it. */
static int is_fine(const char *member, const struct judge *judge, const char *rows, uint32_t index, const void *row, fm_rows_fault *fault)
{
	if (member != NULL)
		*fault = (fm_rows_fault){ .at = (size_t)((const char *)row - (const char *)judge->profile), .rows = rows, .member = member, .index = index };
	return member == NULL;
}

/** Where the arrays are: each begins where the one before ends, and the texts fill the rest. */
static const char *wrong_in_arrays(struct judge *judge, size_t size)
{
	static const uint8_t rows[] = { sizeof(struct fm_table_space), sizeof(struct fm_table_region), sizeof(struct fm_table_mirror),
					sizeof(struct fm_table_reserved), sizeof(struct fm_table_capability), sizeof(struct fm_table_engine),
					sizeof(struct fm_table_advice) };
	const fm_profile *profile = judge->profile;
	/* The offsets, one after the other, and the counts. */
	const uint32_t *offset = &profile->spaces, *count = &profile->space_count;
	size_t at = sizeof *profile;

	if (profile->bytes != size)
		return "bytes";
	for (unsigned i = 0; i < sizeof rows; i++) {
		if (offset[i] != at)
			return "offsets";
		if (count[i] > (size - at) / rows[i])
			return "counts";
		at += (size_t)count[i] * rows[i];
	}
	if (profile->texts != at || at == size)
		return "texts";
	judge->texts = (const unsigned char *)profile + at;
	judge->text_bytes = size - at;
	return NULL;
}

/** True iff the byte goes on with a character of UTF-8. */
static int goes_on(unsigned char byte)
{
	return (byte & 0xC0) == 0x80;
}

/** Bytes of the UTF-8 character that begins with `lead`; 0 iff none does, or a control character. */
static size_t bytes_from(unsigned char lead)
{
	if (lead < 0x80)
		return lead >= 0x20 && lead != 0x7F;
	return lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/** Bytes of the UTF-8 character at `text`, behind which a NUL comes; 0 iff it is none, or a control character. */
static size_t sequence_bytes(const unsigned char *text)
{
	/* No second way to write a character, no half of a pair, none past U+10FFFF, and no control character from U+0080 to U+009F. */
	static const struct {
		unsigned char lead, low, high;
	} narrow[] = { { 0xC2, 0xA0, 0xBF }, { 0xE0, 0xA0, 0xBF }, { 0xED, 0x80, 0x9F }, { 0xF0, 0x90, 0xBF }, { 0xF4, 0x80, 0x8F } };
	size_t bytes = bytes_from(text[0]);

	for (size_t i = 0; i < sizeof narrow / sizeof narrow[0]; i++)
		if (text[0] == narrow[i].lead && (text[1] < narrow[i].low || text[1] > narrow[i].high))
			return 0;
	for (size_t i = 1; i < bytes; i++)
		if (!goes_on(text[i]))
			return 0;
	return bytes;
}

/** The pool: an empty text, then texts, the last one ended too. `*at` becomes the byte that is wrong. */
static const char *wrong_in_texts(const struct judge *judge, size_t *at)
{
	const unsigned char *pool = judge->texts;
	size_t bytes;

	*at = 0;
	if (pool[0] != 0 || pool[judge->text_bytes - 1] != 0)
		return "ends";
	for (; *at < judge->text_bytes; *at += bytes) {
		bytes = pool[*at] == 0 ? 1 : sequence_bytes(pool + *at);
		if (bytes == 0)
			return "characters";
	}
	return NULL;
}

/** True iff a text of at least one character begins at `offset`. */
static int is_text(const struct judge *judge, fm_table_text offset)
{
	return offset < judge->text_bytes && judge->texts[offset] != 0 && !goes_on(judge->texts[offset]);
}

static int is_text_or_none(const struct judge *judge, fm_table_text offset)
{
	return offset == 0 || is_text(judge, offset);
}

/** True iff `offset` is 0 or begins a list of names that ends with an empty one inside the pool. */
static int is_list(const struct judge *judge, fm_table_text offset)
{
	size_t at = offset;

	if (!is_text_or_none(judge, offset))
		return 0;
	for (; at < judge->text_bytes && judge->texts[at] != 0; at++)
		while (judge->texts[at] != 0)
			at++;
	return at < judge->text_bytes;
}

/** True iff an alignment is one, or 0. */
static int is_power_or_none(uint32_t bytes)
{
	return (bytes & (bytes - 1)) == 0;
}

static const char *wrong_in_head(const struct judge *judge)
{
	const fm_profile *profile = judge->profile;

	if (!is_text(judge, profile->id))
		return "id";
	if (!is_text(judge, profile->name))
		return "name";
	if (!is_list(judge, profile->aliases))
		return "aliases";
	if (profile->endian > FM_ENDIAN_BIG)
		return "endian";
	if (!is_power_or_none(profile->natural_bytes))
		return "natural_bytes";
	return profile->counted == 0 ? NULL : "counted";
}

static const char *wrong_in_space(const struct judge *judge, const struct fm_table_space *space)
{
	if (!is_text(judge, space->id))
		return "id";
	if (space->width_bits == 0 || space->width_bits > 64)
		return "width_bits";
	if (space->style > FM_ADDRESS_BANKED)
		return "style";
	return space->cpu_visible <= 1 ? NULL : "cpu_visible";
}

/** True iff a window of `size` bytes at `base` ends inside its address space; `*left` becomes how many addresses follow it there. */
static int fits(const struct judge *judge, uint32_t space, uint64_t base, uint64_t size, uint64_t *left)
{
	uint64_t last = UINT64_MAX >> (64 - fm_rows_space(judge->profile, space)->width_bits);

	if (base > last || (size != 0 && size - 1 > last - base))
		return 0;
	*left = last - base - (size != 0 ? size - 1 : 0);
	return 1;
}

/** True iff `facts` says nothing but yes, no and unknown, and only at places below `end`. */
static int are_facts(uint32_t facts, unsigned end)
{
	return (facts & (facts >> 1) & UINT32_C(0x55555555)) == 0 && facts >> end == 0;
}

/** What the slices of a mirror show: bytes of the region. */
static const char *wrong_in_view(const struct fm_table_region *region, const struct fm_table_mirror *mirror)
{
	uint64_t bytes = mirror->period == 0 ? mirror->size : mirror->period, advance = mirror->advance;

	if (mirror->period >= mirror->size)
		return "period";
	if (bytes > region->size || mirror->offset > region->size - bytes)
		return "offset";
	if (advance == 0)
		return NULL;
	if (mirror->stride == 0 || mirror->count - 1 > (region->size - bytes - mirror->offset) / advance || (advance == mirror->size && advance == mirror->stride))
		return "advance";
	return NULL;
}

/** Units in opposite order: whole ones, once. */
static int is_inversion(const struct fm_table_region *region, const struct fm_table_mirror *mirror)
{
	uint64_t unit = mirror->inverted;

	return unit == 0 || (unit <= 16 && FM_IS_POWER_OF_TWO(unit) && mirror->period == 0 && mirror->stride == 0 &&
			     ((mirror->base | mirror->size | mirror->offset | region->base) & (unit - 1)) == 0);
}

static const char *wrong_in_mirror(const struct judge *judge, const struct fm_table_region *region, const struct fm_table_mirror *mirror)
{
	uint64_t left;

	if (mirror->space >= judge->profile->space_count)
		return "space";
	if (mirror->size == 0 || !fits(judge, mirror->space, mirror->base, mirror->size, &left))
		return "size";
	if ((mirror->stride == 0) != (mirror->count < 2) || (mirror->stride != 0 && mirror->stride < mirror->size))
		return "stride";
	if (mirror->stride != 0 && mirror->count - 1 > left / mirror->stride)
		return "count";
	if (!are_facts(mirror->facts, FM_TABLE_CACHED_DATA + 2))
		return "facts";
	return is_inversion(region, mirror) ? wrong_in_view(region, mirror) : "inverted";
}

/** An area lies in its region, as far as both have a size. */
static const char *wrong_in_area(const struct judge *judge, const struct fm_table_region *region, const struct fm_table_reserved *area)
{
	uint64_t left;

	if (!is_text(judge, area->what))
		return "what";
	if (area->zero != 0)
		return "zero";
	if (!fits(judge, region->space, area->base, area->size, &left))
		return "size";
	if (region->size == 0 || area->size == 0)
		return NULL;
	return area->size > region->size || area->base < region->base || area->base - region->base > region->size - area->size ? "base" : NULL;
}

/** The texts of a region: two that it has, three that it may have. */
static int are_names(const struct judge *judge, const struct fm_table_region *region)
{
	return is_text(judge, region->id) && is_text(judge, region->name) && is_text_or_none(judge, region->access_via) &&
	       is_text_or_none(judge, region->wait_states) && is_text_or_none(judge, region->note);
}

/** Where a region is, and which rows are its own: those that follow the ones before; without an address it has none. */
static const char *wrong_in_place(const struct judge *judge, const struct fm_table_region *region)
{
	const fm_profile *profile = judge->profile;
	int has_base = fm_rows_fact(region->facts, FM_TABLE_HAS_BASE) == FM_FACT_YES;
	uint64_t left;

	if (has_base ? !fits(judge, region->space, region->base, region->size, &left) : region->base != 0)
		return "base";
	if (region->first_mirror != judge->mirrors || region->mirror_count > (has_base ? profile->mirror_count - judge->mirrors : 0))
		return "mirrors";
	if (region->first_reserved != judge->reserved || region->reserved_count > (has_base ? profile->reserved_count - judge->reserved : 0))
		return "reserved";
	return region->alias_of == FM_NONE || region->alias_of < profile->region_count ? NULL : "alias_of";
}

static const char *wrong_in_region(const struct judge *judge, const struct fm_table_region *region)
{
	if (!are_names(judge, region))
		return "texts";
	if (region->space >= judge->profile->space_count)
		return "space";
	if (!are_facts(region->facts & FM_TABLE_FACTS, FM_TABLE_HIDDEN))
		return "facts";
	if (region->lane >= region->lane_stride && region->lane_stride + region->lane != 0)
		return "lane";
	return (region->read_widths | region->write_widths) <= 15 ? wrong_in_place(judge, region) : "widths";
}

/** A region with what is its own: the next ones of the mirrors and of the reserved areas. */
static int is_region_sound(struct judge *judge, uint32_t index, fm_rows_fault *fault)
{
	const struct fm_table_region *region = fm_rows_region(judge->profile, index);

	if (!is_fine(wrong_in_region(judge, region), judge, "regions", index, region, fault))
		return 0;
	for (uint32_t i = 0; i < region->mirror_count; i++, judge->mirrors++) {
		const struct fm_table_mirror *mirror = fm_rows_mirror(judge->profile, region, i);

		if (!is_fine(wrong_in_mirror(judge, region, mirror), judge, "mirrors", judge->mirrors, mirror, fault))
			return 0;
	}
	for (uint32_t i = 0; i < region->reserved_count; i++, judge->reserved++) {
		const struct fm_table_reserved *area = fm_rows_reserved(judge->profile, region, i);

		if (!is_fine(wrong_in_area(judge, region, area), judge, "reserved", judge->reserved, area, fault))
			return 0;
	}
	return 1;
}

/** Ordered by id, so each is there at most once; one without a value has no unit. */
static const char *wrong_in_capability(const struct judge *judge, const struct fm_table_capability *row, uint32_t last)
{
	if (row->id <= last)
		return "id";
	if (!is_text_or_none(judge, row->source) || !is_text_or_none(judge, row->note))
		return "texts";
	if (row->state > FM_CAPABILITY_DENIED)
		return "state";
	return (row->value == 0) == (row->unit == FM_UNIT_NONE) ? NULL : "unit";
}

static const char *wrong_in_engine(const struct judge *judge, const struct fm_table_engine *row)
{
	if (!is_text(judge, row->id) || !is_text_or_none(judge, row->source))
		return "texts";
	if (!is_power_or_none(row->align) || !is_power_or_none(row->boundary))
		return "align";
	if (row->space >= judge->profile->space_count && row->space != FM_TABLE_ANY_SPACE)
		return "space";
	return row->address_bits <= 64 ? NULL : "address_bits";
}

/** All three texts are there. That each use is there once, readers do not lean on: the first one is found. */
static const char *wrong_in_advice(const struct judge *judge, const struct fm_table_advice *row)
{
	return is_text(judge, row->use) && is_text(judge, row->strategy) && is_text(judge, row->reason) ? NULL : "texts";
}

/** What is known beside the regions: each row by itself. */
static int are_lists_sound(const struct judge *judge, fm_rows_fault *fault)
{
	const fm_profile *profile = judge->profile;
	const struct fm_table_capability *capability = (const void *)((const char *)profile + profile->capabilities);
	const struct fm_table_engine *engine = (const void *)((const char *)profile + profile->engines);
	const struct fm_table_advice *advice = (const void *)((const char *)profile + profile->advice);
	uint32_t last = 0;

	for (uint32_t i = 0; i < profile->capability_count; last = capability++->id, i++)
		if (!is_fine(wrong_in_capability(judge, capability, last), judge, "capabilities", i, capability, fault))
			return 0;
	for (uint32_t i = 0; i < profile->engine_count; engine++, i++)
		if (!is_fine(wrong_in_engine(judge, engine), judge, "engines", i, engine, fault))
			return 0;
	for (uint32_t i = 0; i < profile->advice_count; advice++, i++)
		if (!is_fine(wrong_in_advice(judge, advice), judge, "advice", i, advice, fault))
			return 0;
	return 1;
}

/** The rows of all arrays, when what they lean on is sound. */
static int are_rows_sound(struct judge *judge, fm_rows_fault *fault)
{
	const fm_profile *profile = judge->profile;

	for (uint32_t i = 0; i < profile->space_count; i++)
		if (!is_fine(wrong_in_space(judge, fm_rows_space(profile, i)), judge, "spaces", i, fm_rows_space(profile, i), fault))
			return 0;
	for (uint32_t i = 0; i < profile->region_count; i++)
		if (!is_region_sound(judge, i, fault))
			return 0;

	int all_owned = judge->mirrors == profile->mirror_count && judge->reserved == profile->reserved_count;

	return is_fine(all_owned ? NULL : "counts", judge, NULL, FM_NONE, profile, fault) && are_lists_sound(judge, fault);
}

int fm_rows_are_sound(const fm_profile *profile, size_t size, fm_rows_fault *fault)
{
	struct judge judge = { .profile = profile };
	size_t at;

	if (!is_fine(wrong_in_arrays(&judge, size), &judge, NULL, FM_NONE, profile, fault))
		return 0;

	const char *wrong = wrong_in_texts(&judge, &at);

	return is_fine(wrong, &judge, "texts", FM_NONE, judge.texts + at, fault) && is_fine(wrong_in_head(&judge), &judge, NULL, FM_NONE, profile, fault) &&
	       are_rows_sound(&judge, fault);
}

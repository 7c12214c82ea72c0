/* SPDX-License-Identifier: MIT */
/** @file
 * What claims to be a profile is judged: all built-in ones are sound, and each rule of tables.h refuses a fault that is planted for it. */
#include "blobs.h"
#include "platform/sound.h"

/** A value that is written over a member, and what is then said to be wrong. */
struct fault {
	size_t array;  /**< member of blob that points to the rows */
	size_t at;     /**< byte of these rows */
	size_t width;  /**< bytes of the member */
	uint64_t value;
	const char *rows;
	const char *member;
	uint32_t index;
};

#define IN(array, row, type, member, value, rows, said) \
	{ \
		offsetof(blob, array), (row) * sizeof(struct type) + offsetof(struct type, member), sizeof(((struct type *)0)->member), (value), (rows), (said), (row) \
	}
#define HEAD(member, value, said) \
	{ \
		offsetof(blob, profile), offsetof(struct fm_profile, member), sizeof(((struct fm_profile *)0)->member), (value), NULL, (said), FM_NONE \
	}
#define SPACE(row, member, value, said) IN(spaces, row, fm_table_space, member, value, "spaces", said)
#define REGION(row, member, value, said) IN(regions, row, fm_table_region, member, value, "regions", said)
#define MIRROR(row, member, value, said) IN(mirrors, row, fm_table_mirror, member, value, "mirrors", said)
#define AREA(row, member, value, said) IN(reserved, row, fm_table_reserved, member, value, "reserved", said)
#define CAPABILITY(row, member, value, said) IN(capabilities, row, fm_table_capability, member, value, "capabilities", said)

#define ENGINE(row, member, value, said) IN(engines, row, fm_table_engine, member, value, "engines", said)
#define ADVICE(row, member, value, said) IN(advice, row, fm_table_advice, member, value, "advice", said)

static int is_sound(const blob *made, fm_rows_fault *fault)
{
	return fm_rows_are_sound(made->profile, made->bytes - sizeof *made->head, fault);
}

static void plant(const blob *made, const struct fault *fault)
{
	unsigned char *rows;

	memcpy(&rows, (const char *)made + fault->array, sizeof rows);
	rows += fault->at;
	if (fault->width == 8)
		memcpy(rows, &fault->value, 8);
	else if (fault->width == 4)
		memcpy(rows, &(uint32_t){ (uint32_t)fault->value }, 4);
	else if (fault->width == 2)
		memcpy(rows, &(uint16_t){ (uint16_t)fault->value }, 2);
	else
		*rows = (unsigned char)fault->value;
}

/** Expects each fault, alone in a blob of the platform `id`, to be found where it is. */
static void expect_faults(const char *id, const struct fault *faults, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		blob made = blob_of(id);
		fm_rows_fault said = { .index = 0 };

		plant(&made, &faults[i]);
		cr_assert_not(is_sound(&made, &said), "%s %zu: %s[%u].%s = 0x%llx passes", id, i, faults[i].rows ? faults[i].rows : "head", faults[i].index, faults[i].member,
			      (unsigned long long)faults[i].value);
		cr_assert_str_eq(said.member, faults[i].member, "%s %zu: says %s, not %s", id, i, said.member, faults[i].member);
		cr_assert_eq(said.rows == NULL, faults[i].rows == NULL, "%s %zu", id, i);
		if (said.rows != NULL)
			cr_assert_str_eq(said.rows, faults[i].rows, "%s %zu", id, i);
		cr_assert_eq(said.index, faults[i].index, "%s %zu: row %u", id, i, said.index);
		free_blob(&made);
	}
}

#define EXPECT_FAULTS(id, faults) expect_faults(id, faults, sizeof(faults) / sizeof(faults)[0])

Test(sound, every_built_in_profile_is)
{
	for (uint32_t i = 0; i < fm_profile_count(); i++) {
		fm_profile_info info = FM_STRUCT(fm_profile_info);
		fm_rows_fault said = { .member = "" };

		cr_assert_eq(fm_profile_get_info(fm_profile_at(i), &info), FM_OK);

		blob made = blob_of(info.id);

		cr_assert(is_sound(&made, &said), "%s: %s[%u].%s", info.id, said.rows ? said.rows : "head", said.index, said.member);
		free_blob(&made);
	}
}

Test(sound, arrays_follow_each_other_and_fill_the_bytes)
{
	const struct fault faults[] = {
		HEAD(bytes, 0, "bytes"),
		HEAD(bytes, UINT32_MAX, "bytes"),
		HEAD(spaces, 0, "offsets"),
		HEAD(spaces, 96, "offsets"),
		HEAD(regions, UINT32_MAX, "offsets"),
		HEAD(mirrors, 4, "offsets"),
		HEAD(reserved, 0x80000000, "offsets"),
		HEAD(capabilities, 0, "offsets"),
		HEAD(texts, 0, "texts"),
		HEAD(texts, UINT32_MAX, "texts"),
		HEAD(space_count, 0, "offsets"),
		HEAD(space_count, UINT32_MAX, "counts"),
		HEAD(region_count, UINT32_MAX, "counts"),
		HEAD(mirror_count, 0x10000000, "counts"),
		HEAD(reserved_count, UINT32_MAX, "counts"),
		HEAD(capability_count, UINT32_MAX, "counts"),
		HEAD(capability_count, 0, "offsets"),
		HEAD(engine_count, UINT32_MAX, "counts"),
		HEAD(engine_count, 0, "offsets"),
		HEAD(advice_count, UINT32_MAX, "counts"),
		HEAD(advice_count, 0, "texts"),
	};

	EXPECT_FAULTS("gba", faults);
}

Test(sound, every_row_belongs_to_one_region)
{
	const struct fault faults[] = {
		REGION(0, first_mirror, 1, "mirrors"),   REGION(0, first_reserved, 1, "reserved"), REGION(0, mirror_count, UINT32_MAX, "mirrors"),
		REGION(0, reserved_count, 99, "reserved"), REGION(2, first_mirror, 0, "mirrors"),    REGION(1, first_reserved, UINT32_MAX, "reserved"),
	};
	blob made = blob_of("gba");
	fm_rows_fault said;

	EXPECT_FAULTS("gba", faults);
	for (uint32_t i = 0; i < made.profile->region_count; i++)
		made.regions[i].first_mirror = made.regions[i].mirror_count = 0;
	cr_assert_not(is_sound(&made, &said));
	cr_assert_str_eq(said.member, "counts", "mirrors that no region has");
	free_blob(&made);
}

Test(sound, texts_end_and_are_characters)
{
	static const char *const broken[] = { "\x1b[2J", "\x7f", "\x80", "\xC0\x80", "\xC1\xBF", "\xC2\x9B", "\xC2", "\xE0\x9F\x80", "\xED\xA0\x80", "\xE2\x82",
		"\xF0\x8F\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xF0\x9F\x98", "\xFF", "\t" };
	static const char *const whole[] = { "\xC2\xA0", "\xC3\xA9", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "~" };

	for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
		blob made = blob_of("gba");
		fm_rows_fault said;

		memcpy(made.texts + made.profile->name, broken[i], strlen(broken[i]));
		cr_assert_not(is_sound(&made, &said), "text %zu passes", i);
		cr_assert_str_eq(said.member, "characters");
		cr_assert_eq(said.at, made.profile->texts + made.profile->name, "%zu: the byte of the character", i);
		free_blob(&made);
	}
	for (size_t i = 0; i < sizeof whole / sizeof whole[0]; i++) {
		blob made = blob_of("gba");
		fm_rows_fault said;

		memcpy(made.texts + made.profile->name, whole[i], strlen(whole[i]));
		cr_assert(is_sound(&made, &said), "text %zu is refused", i);
		free_blob(&made);
	}
}

Test(sound, the_pool_begins_and_ends_with_an_end_mark)
{
	blob made = blob_of("gba");
	fm_rows_fault said;

	made.texts[made.text_bytes - 1] = 'x';
	cr_assert_not(is_sound(&made, &said));
	cr_assert_str_eq(said.member, "ends");
	made.texts[made.text_bytes - 1] = 0;
	made.texts[0] = 'x';
	cr_assert_not(is_sound(&made, &said));
	cr_assert_str_eq(said.member, "ends");
	free_blob(&made);
}

Test(sound, a_text_begins_a_character_of_the_pool)
{
	const struct fault faults[] = {
		HEAD(id, 0, "id"),
		HEAD(id, UINT32_MAX, "id"),
		HEAD(name, 0, "name"),
		HEAD(aliases, UINT32_MAX, "aliases"),
		HEAD(endian, 3, "endian"),
		HEAD(natural_bytes, 3, "natural_bytes"),
		HEAD(counted, 1, "counted"),
		SPACE(0, id, 0, "id"),
		REGION(1, id, 0, "texts"),
		REGION(1, name, 0x7FFFFFFF, "texts"),
		REGION(1, access_via, UINT32_MAX, "texts"),
		REGION(1, wait_states, UINT32_MAX, "texts"),
		REGION(1, note, UINT32_MAX, "texts"),
		AREA(0, what, 0, "what"),
		CAPABILITY(0, source, UINT32_MAX, "texts"),
		CAPABILITY(0, note, UINT32_MAX, "texts"),
	};
	blob made = blob_of("gba");
	fm_rows_fault said;

	EXPECT_FAULTS("gba", faults);
	memcpy(made.texts + made.profile->name, "\xC3\xA9", 2);
	made.profile->name++;
	cr_assert_not(is_sound(&made, &said), "a text that begins within a character");
	free_blob(&made);
}

Test(sound, a_list_of_aliases_ends_inside)
{
	blob made = blob_of("gba");
	fm_rows_fault said;

	/* The last text of the pool ends with one mark; a list needs two. */
	made.profile->aliases = (fm_table_text)made.text_bytes - 2;
	cr_assert_not(is_sound(&made, &said));
	cr_assert_str_eq(said.member, "aliases");
	free_blob(&made);
}

Test(sound, facts_of_rows_are_in_range)
{
	const struct fault faults[] = {
		SPACE(0, width_bits, 0, "width_bits"),
		SPACE(0, width_bits, 65, "width_bits"),
		SPACE(0, style, 3, "style"),
		SPACE(0, cpu_visible, 2, "cpu_visible"),
		REGION(1, space, 1, "space"),
		REGION(1, facts, 3 << FM_TABLE_READ, "facts"),
		REGION(1, facts, 0, "base"),
		REGION(1, base, UINT64_C(1) << 32, "base"),
		REGION(1, size, UINT64_MAX, "base"),
		REGION(1, base, UINT64_MAX, "base"),
		REGION(1, alias_of, 1000, "alias_of"),
		REGION(1, lane, 1, "lane"),
		REGION(1, read_widths, 16, "widths"),
		REGION(1, write_widths, 255, "widths"),
		AREA(0, base, 0, "base"),
		AREA(0, base, UINT64_MAX, "size"),
		AREA(0, size, UINT64_MAX, "size"),
		AREA(0, size, 0x10000, "base"),
		AREA(0, zero, 1, "zero"),
		CAPABILITY(0, id, 0, "id"),
		CAPABILITY(0, state, 4, "state"),
		CAPABILITY(0, unit, 3, "unit"),
		ENGINE(0, id, 0, "texts"),
		ENGINE(0, source, UINT32_MAX, "texts"),
		ENGINE(0, align, 3, "align"),
		ENGINE(0, boundary, 5, "align"),
		ENGINE(0, space, 1, "space"),
		ENGINE(0, address_bits, 65, "address_bits"),
		ADVICE(0, use, 0, "texts"),
		ADVICE(0, strategy, 0, "texts"),
		ADVICE(0, reason, UINT32_MAX, "texts"),
	};

	EXPECT_FAULTS("gba", faults);
}

Test(sound, a_mirror_stays_in_its_space_and_shows_its_region)
{
	const struct fault faults[] = {
		MIRROR(0, space, 1, "space"),
		MIRROR(0, size, 0, "size"),
		MIRROR(0, size, UINT64_MAX, "size"),
		MIRROR(0, base, UINT64_MAX, "size"),
		MIRROR(0, stride, 1, "stride"),
		MIRROR(0, count, 2, "stride"),
		MIRROR(0, period, UINT64_MAX, "period"),
		MIRROR(0, period, 0, "offset"),
		MIRROR(0, offset, 1, "offset"),
		MIRROR(0, offset, UINT64_MAX, "offset"),
		MIRROR(0, advance, 1, "advance"),
		MIRROR(0, facts, 3 << FM_TABLE_CACHED_DATA, "facts"),
		MIRROR(0, facts, 1 << 14, "facts"),
		MIRROR(0, inverted, 4, "inverted"),
	};

	EXPECT_FAULTS("gba", faults);
}

Test(sound, slices_neither_overlap_nor_leave)
{
	blob made = blob_of("snes");
	uint32_t sliced = 0;

	while (made.mirrors[sliced].advance == 0)
		sliced++;

	const struct fault faults[] = {
		MIRROR(sliced, stride, 0, "stride"),     MIRROR(sliced, count, 1, "stride"),           MIRROR(sliced, stride, made.mirrors[sliced].size - 1, "stride"),
		MIRROR(sliced, count, UINT32_MAX, "count"), MIRROR(sliced, stride, UINT64_MAX, "count"), MIRROR(sliced, advance, UINT64_MAX, "advance"),
	};

	EXPECT_FAULTS("snes", faults);
	free_blob(&made);
}

Test(sound, slices_that_go_on_without_a_seam_are_refused)
{
	blob made = blob_of("snes");
	uint32_t sliced = 0;
	fm_rows_fault said;

	while (made.mirrors[sliced].advance == 0)
		sliced++;
	made.mirrors[sliced].size = made.mirrors[sliced].stride = made.mirrors[sliced].advance;
	cr_assert_not(is_sound(&made, &said));
	free_blob(&made);
}

Test(sound, inverted_units_are_whole_and_of_a_power_of_two)
{
	blob made = blob_of("esp32");
	uint32_t inverted = 0;

	while (made.mirrors[inverted].inverted == 0)
		inverted++;

	const struct fault faults[] = {
		MIRROR(inverted, inverted, 3, "inverted"),
		MIRROR(inverted, inverted, 32, "inverted"),
		MIRROR(inverted, base, made.mirrors[inverted].base + 1, "inverted"),
		MIRROR(inverted, period, 4, "inverted"),
	};

	EXPECT_FAULTS("esp32", faults);
	free_blob(&made);
}

Test(sound, memory_without_an_address_has_no_windows)
{
	blob made = blob_of("psx");
	uint32_t without = 0;
	fm_rows_fault said;

	while (fm_rows_fact(made.regions[without].facts, FM_TABLE_HAS_BASE) == FM_FACT_YES)
		without++;
	made.regions[without].mirror_count = 1;
	cr_assert_not(is_sound(&made, &said));
	cr_assert_str_eq(said.member, "mirrors");
	made.regions[without].mirror_count = 0;
	made.regions[without].reserved_count = 1;
	cr_assert_not(is_sound(&made, &said));
	cr_assert_str_eq(said.member, "reserved");
	made.regions[without].reserved_count = 0;
	made.regions[without].base = 1;
	cr_assert_not(is_sound(&made, &said));
	cr_assert_str_eq(said.member, "base");
	free_blob(&made);
}

Test(sound, capabilities_are_ordered)
{
	blob made = blob_of("gba");
	fm_rows_fault said;

	cr_assert_geq(made.profile->capability_count, 2);
	made.capabilities[1].id = made.capabilities[0].id;
	cr_assert_not(is_sound(&made, &said));
	cr_assert_eq(said.index, 1);
	cr_assert_str_eq(said.member, "id");
	free_blob(&made);
}

Test(sound, a_profile_without_anything_is_sound)
{
	union {
		struct fm_profile profile;
		unsigned char bytes[sizeof(struct fm_profile) + 5];
	} made = { .profile = { .bytes = sizeof(struct fm_profile) + 5, .id = 1, .name = 3 } };
	fm_rows_fault said = { .member = "" };

	made.profile.spaces = made.profile.regions = made.profile.mirrors = made.profile.reserved = sizeof(struct fm_profile);
	made.profile.capabilities = made.profile.engines = made.profile.advice = made.profile.texts = sizeof(struct fm_profile);
	memcpy(made.bytes + sizeof(struct fm_profile), "\0a\0b", 5);
	cr_assert(fm_rows_are_sound(&made.profile, sizeof(struct fm_profile) + 5, &said), "%s", said.member);
	cr_assert_not(fm_rows_are_sound(&made.profile, sizeof(struct fm_profile), &said), "no texts at all");
}

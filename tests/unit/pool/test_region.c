/* SPDX-License-Identifier: MIT */
/** @file
 * Pools in the regions of a console: the same offsets as there, the console's budget, and everything given back. */
#include <criterion/criterion.h>
#include <string.h>

#include <flightmem/pool.h>

enum { IWRAM = 0x03000000, IWRAM_BYTES = 32512, PSX_RAM = 0x00010000 };

static fm_space *space;

static void open_gba(void)
{
	cr_assert_eq(fm_space_open(fm_profile_find("gba"), NULL, &space, NULL), FM_OK);
}

static void open_psx(void)
{
	cr_assert_eq(fm_space_open(fm_profile_find("psx"), NULL, &space, NULL), FM_OK);
}

/** No pool holds the space any more, and no reservation is out. */
static void close_space(void)
{
	cr_assert_eq(fm_space_close(space), FM_OK);
}

static fm_pool *open_pool(const char *region, size_t capacity, size_t block_size, size_t alignment)
{
	fm_pool_options options = { .struct_size = sizeof options, .space = space, .region = region, .capacity = capacity };
	fm_pool *pool = NULL;

	options.block_size = block_size;
	options.alignment = alignment;
	cr_assert_eq(fm_pool_open(&options, &pool, NULL), FM_OK);
	return pool;
}

/** Opens with options that are refused, and gives the record; nothing may have changed. */
static fm_refusal refuse(const fm_pool_options *options, fm_status want)
{
	fm_pool *out = (fm_pool *)&space;
	fm_refusal why = FM_STRUCT(fm_refusal);

	cr_assert_eq(fm_pool_open(options, &out, &why), want);
	cr_assert(out == (fm_pool *)&space && why.status == want);
	return why;
}

static fm_region_usage usage_of(const char *region)
{
	fm_region_usage usage = FM_STRUCT(fm_region_usage);

	cr_assert_eq(fm_space_get_usage(space, region, &usage), FM_OK);
	return usage;
}

/** Where a block lies on the console. */
static uint64_t guest(const void *block)
{
	fm_address address = { 0 };

	cr_assert_eq(fm_space_to_guest(space, block, &address), FM_OK);
	return address.value;
}

/* The addresses below are those that a GBA or a PlayStation program gets: nothing of the host's, no record and no wider pointer, lies
 * between the blocks. */

Test(pool_region, an_arena_hands_out_the_consoles_addresses, .init = open_gba, .fini = close_space)
{
	static const struct { size_t size, align; uint64_t at; } wanted[] = {
		{ 1, 0, IWRAM }, { 17, 0, IWRAM + 0x10 }, { 64, 64, IWRAM + 0x40 }, { 100, 0, IWRAM + 0x80 }, { 4, 256, IWRAM + 0x100 }, { 3, 0, IWRAM + 0x110 },
	};
	fm_pool *pool = open_pool("iwram", 1024, 0, 0);

	for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
		cr_assert_eq(guest(fm_pool_alloc_aligned(pool, wanted[i].size, wanted[i].align)), wanted[i].at);
	cr_assert_eq(fm_pool_reset(pool), FM_OK);

	fm_buffer buffer;

	cr_assert_eq(fm_pool_acquire(pool, 1024, 0, &buffer, NULL), FM_OK);
	cr_assert_eq(guest(buffer.data), IWRAM);
	memset(buffer.data, 0xA5, 1024);
	cr_assert_eq(fm_pool_release(pool, buffer.token), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(pool_region, slots_lie_side_by_side, .init = open_psx, .fini = close_space)
{
	fm_pool *pool = open_pool("main_ram", 320, 24, 0);
	void *blocks[10];

	for (uint64_t i = 0; i < 10; i++) {
		blocks[i] = fm_pool_alloc(pool, 24);
		cr_assert_eq(guest(blocks[i]), PSX_RAM + i * 32);
		memset(blocks[i], 0xFF, 32);
	}
	cr_assert_null(fm_pool_alloc(pool, 24), "not one more: no record took room, none was missing");
	for (int i = 0; i < 10; i++)
		cr_assert_eq(fm_pool_free(pool, blocks[i]), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(pool_region, pools_follow_each_other, .init = open_gba, .fini = close_space)
{
	fm_pool *first = open_pool("iwram", 100, 0, 0);
	fm_pool *second = open_pool("iwram", 64, 8, 8);
	fm_pool *third = open_pool("iwram", 256, 0, 256);

	cr_assert_eq(guest(fm_pool_alloc(first, 1)), IWRAM);
	void *block = fm_pool_alloc(second, 8);

	cr_assert_eq(guest(block), IWRAM + 112);
	cr_assert_eq(guest(fm_pool_alloc(third, 1)), IWRAM + 256);
	cr_assert_eq(usage_of("iwram").used, 112 + 64 + 256);
	cr_assert_eq(fm_pool_free(second, block), FM_OK);
	cr_assert_eq(fm_pool_close(second), FM_OK);
	cr_assert_eq(usage_of("iwram").used, 112 + 256, "a closed pool's budget is there again");
	fm_pool_unref(first);
	fm_pool_unref(third);
	cr_assert_eq(usage_of("iwram").used, 0);
}

Test(pool_region, capacity_0_is_all_that_is_left, .init = open_gba, .fini = close_space)
{
	fm_pool *first = open_pool("iwram", 512, 0, 0);
	fm_pool *rest = open_pool("iwram", 0, 0, 0);
	void *base = NULL;
	size_t size = 0;

	cr_assert_eq(fm_pool_storage(rest, &base, &size), FM_OK);
	cr_assert(guest(base) == IWRAM + 512 && size == IWRAM_BYTES - 512);
	cr_assert_eq(usage_of("iwram").largest, 0);
	cr_assert_not_null(fm_pool_alloc(rest, IWRAM_BYTES - 512));
	cr_assert_null(fm_pool_alloc(rest, 1));
	fm_pool_unref(first);
	fm_pool_unref(rest);
}

Test(pool_region, past_the_budget_the_record_says_what_would_help, .init = open_gba, .fini = close_space)
{
	fm_refusal why = refuse(FM_OPTIONS(fm_pool_options, .space = space, .region = "iwram", .capacity = IWRAM_BYTES + 1), FM_E_TOO_LARGE);

	cr_assert(why.capacity == IWRAM_BYTES && why.largest == IWRAM_BYTES && why.help == FM_HELP_ASK_LESS && why.help_bytes == IWRAM_BYTES);
	cr_assert_str_eq(why.subject, "iwram");

	fm_pool *pool = open_pool("iwram", IWRAM_BYTES - 16, 0, 0);

	why = refuse(FM_OPTIONS(fm_pool_options, .space = space, .region = "iwram", .capacity = 32), FM_E_EXHAUSTED);
	cr_assert(why.capacity == IWRAM_BYTES && why.available == 16 && why.largest == 16);
	cr_assert(why.help == FM_HELP_RELEASE && why.help_bytes == IWRAM_BYTES - 16);
	cr_assert_eq(usage_of("iwram").used, IWRAM_BYTES - 16);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

/** Asks for a buffer that is refused as too large, and gives the record. */
static fm_refusal acquire_too_large(fm_pool *pool, size_t size, size_t align)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_buffer buffer;

	cr_assert_eq(fm_pool_acquire(pool, size, align, &buffer, &why), FM_E_TOO_LARGE);
	cr_assert_str_eq(why.subject, "iwram");
	return why;
}

Test(pool_region, a_region_does_not_grow_so_only_less_helps, .init = open_gba, .fini = close_space)
{
	fm_pool *whole = open_pool("iwram", 0, 0, 0);
	fm_refusal why = acquire_too_large(whole, 65536, 0);
	char said[256];

	cr_assert(why.help == FM_HELP_ASK_LESS && why.help_bytes == IWRAM_BYTES);
	fm_refusal_format(&why, said, sizeof said);
	cr_assert_str_eq(said, "iwram: asked for 64 KiB (65 536 bytes) aligned to 16 bytes, "
			       "largest free is 31.75 KiB (32 512 of 32 512 bytes free); ask for at most 32 512 bytes");
	why = acquire_too_large(whole, IWRAM_BYTES + 1, 256);
	cr_assert(why.help == FM_HELP_ASK_LESS && why.help_bytes == IWRAM_BYTES);
	fm_pool_unref(whole);

	fm_pool *part = open_pool("iwram", 1024, 0, 0);

	why = acquire_too_large(part, 2000, 0);
	cr_assert(why.help == FM_HELP_ENLARGE && why.help_bytes == 2000, "the region holds such a pool");
	why = acquire_too_large(part, IWRAM_BYTES + 1, 0);
	cr_assert(why.help == FM_HELP_ASK_LESS && why.help_bytes == 1024);
	fm_pool_unref(part);
}

Test(pool_region, a_pool_without_a_name_is_called_as_its_region, .init = open_gba, .fini = close_space)
{
	fm_pool *pool = open_pool("ewram", 64, 8, 0), *named = NULL;

	cr_assert_str_eq(fm_pool_name(pool), "ewram");
	cr_assert_eq(fm_pool_open(FM_OPTIONS(fm_pool_options, .name = "list", .space = space, .region = "ewram", .capacity = 64), &named, NULL), FM_OK);
	cr_assert_str_eq(fm_pool_name(named), "list");
	fm_pool_unref(pool);
	fm_pool_unref(named);
}

Test(pool_region, what_the_cpu_does_not_reach_is_refused_and_costs_nothing, .init = open_psx, .fini = close_space)
{
	refuse(FM_OPTIONS(fm_pool_options, .space = space, .region = "vram", .capacity = 1024), FM_E_NO_ADDRESS);
	refuse(FM_OPTIONS(fm_pool_options, .space = space, .region = "memcard", .capacity = 1024), FM_E_NO_ADDRESS);
	cr_assert(usage_of("vram").used == 0 && usage_of("memcard").used == 0);
	refuse(FM_OPTIONS(fm_pool_options, .space = space, .region = "bios_rom", .capacity = 1024), FM_E_PERMISSION);
	cr_assert_str_eq(refuse(FM_OPTIONS(fm_pool_options, .space = space, .region = "nowhere", .capacity = 1024), FM_E_NOT_FOUND).subject, "region 'nowhere'");
	cr_assert_str_eq(refuse(FM_OPTIONS(fm_pool_options, .space = space, .region = "nowhere"), FM_E_NOT_FOUND).subject, "region 'nowhere'");
}

Test(pool_region, a_region_of_unknown_size_holds_no_pool, .fini = close_space)
{
	cr_assert_eq(fm_space_open(fm_profile_find("wasm32"), NULL, &space, NULL), FM_OK);

	fm_refusal why = refuse(FM_OPTIONS(fm_pool_options, .space = space, .region = "linear_memory", .capacity = 64), FM_E_FACT_UNKNOWN);

	cr_assert_str_eq(why.subject, "linear_memory");
	refuse(FM_OPTIONS(fm_pool_options, .space = space, .region = "linear_memory"), FM_E_FACT_UNKNOWN);
}

Test(pool_region, a_region_needs_its_space_and_no_storage, .init = open_gba, .fini = close_space)
{
	static FM_ALIGNED(16) unsigned char storage[2048];

	refuse(FM_OPTIONS(fm_pool_options, .region = "iwram", .capacity = 1024), FM_E_UNSUPPORTED);
	refuse(FM_OPTIONS(fm_pool_options, .space = space, .capacity = sizeof storage, .storage = storage), FM_E_UNSUPPORTED);
	cr_assert_str_eq(refuse(FM_OPTIONS(fm_pool_options, .space = space, .region = "iwram", .capacity = 16, .storage = storage), FM_E_UNSUPPORTED).subject,
			 "options.storage");
	cr_assert_str_eq(refuse(FM_OPTIONS(fm_pool_options, .space = space, .capacity = 1024), FM_E_UNSUPPORTED).subject, "options.region");
}

Test(pool_region, records_lie_where_the_caller_says, .init = open_gba, .fini = close_space)
{
	static FM_ALIGNED(16) unsigned char control[FM_POOL_CONTROL_BYTES + 256];
	fm_pool_options options = { .struct_size = sizeof options, .space = space, .region = "ewram", .capacity = 160, .block_size = 16, .control = control };
	fm_pool *pool = NULL;

	options.control_size = sizeof control;
	cr_assert_eq(fm_pool_open(&options, &pool, NULL), FM_OK);
	cr_assert_eq(pool, (fm_pool *)control);

	void *block = fm_pool_alloc(pool, 16);

	cr_assert_eq(guest(block), 0x02000000);
	cr_assert_eq(fm_pool_free(pool, block), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
	options.control_size = 16;
	refuse(&options, FM_E_TOO_LARGE);
	cr_assert_eq(usage_of("ewram").used, 0);
}

Test(pool_region, a_pool_keeps_its_space, .init = open_gba)
{
	fm_pool *pool = open_pool("iwram", 64, 0, 0);

	cr_assert_eq(fm_space_close(space), FM_E_BUSY);
	fm_space_unref(space);

	fm_buffer buffer;

	cr_assert_eq(fm_pool_acquire(pool, 64, 0, &buffer, NULL), FM_OK);
	memset(buffer.data, 1, 64);
	fm_pool_unref(pool);
	cr_assert_eq(fm_pool_release(pool, buffer.token), FM_OK, "the last buffer takes the pool, and the pool the space");
}

/** Gives the control block of a space, and nothing more until `more` is raised. */
static struct {
	unsigned pieces, more;
} giver;

static fm_status obtain_few(void *user, size_t size, size_t align, void **out)
{
	static FM_ALIGNED(16) unsigned char bytes[2][8192];

	(void)user;
	if (align > 16 || size > sizeof bytes[0] || giver.pieces > giver.more)
		return FM_E_NO_MEMORY;
	*out = memset(bytes[giver.pieces++ % 2], 0, size);
	return FM_OK;
}

static void keep(void *user, void *memory, size_t size, size_t align)
{
	(void)user;
	(void)memory;
	(void)size;
	(void)align;
	giver.pieces--;
}

/** Expects that a pool in iwram is refused for want of memory and leaves no trace in the region. */
static void leaves_no_trace(const fm_pool_options *options)
{
	fm_region_usage before = usage_of("iwram"), after;
	unsigned pieces = giver.pieces;

	refuse(options, FM_E_NO_MEMORY);
	after = usage_of("iwram");
	cr_assert_eq(memcmp(&before, &after, sizeof before), 0, "not even the peak has moved");
	cr_assert_eq(giver.pieces, pieces, "what was obtained was given back");
}

Test(pool_region, without_memory_the_region_is_as_it_was)
{
	static FM_ALIGNED(16) unsigned char control[FM_POOL_CONTROL_BYTES + 256];
	fm_memory_provider few = { .struct_size = sizeof few, .obtain = obtain_few, .give_back = keep };
	fm_pool_options options = { .struct_size = sizeof options, .region = "iwram", .capacity = 64, .block_size = 16 };

	cr_assert_eq(fm_space_open(fm_profile_find("gba"), FM_OPTIONS(fm_space_options, .provider = &few), &space, NULL), FM_OK);
	options.space = space;
	leaves_no_trace(&options); /* control from the default provider, no host memory for the region */
	options.control = control;
	options.control_size = sizeof control;
	leaves_no_trace(&options);
	options.control = NULL;
	options.provider = &few;
	leaves_no_trace(&options); /* no control either */
	giver.more = 1;
	leaves_no_trace(&options); /* a control, then no host memory */
	close_space();
	cr_assert_eq(giver.pieces, 0);
}

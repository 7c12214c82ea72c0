/* SPDX-License-Identifier: MIT */
/** @file
 * Reservations: every status, what a failure leaves, and 100,000 random steps beside a plain model. */
#include "../base/random.h"
#include "fake.h"
#include "model.h"

enum { STEPS = 100000, LONG_STEPS = 3000000 };

/** Everything that may not change when a call fails: the control block but its counter of refusals, and the record. */
struct picture {
	fm_space_region regions[FAKE_REGIONS];
	fm_reservation reservation;
};

static struct picture look(const fm_reservation *reservation)
{
	struct picture picture;

	memset(&picture, 0, sizeof picture);
	for (uint32_t i = 0; i < space->count; i++) {
		memcpy(&picture.regions[i], &space->regions[i], sizeof picture.regions[i]);
		picture.regions[i].refused = 0;
	}
	if (reservation != NULL)
		memcpy(&picture.reservation, reservation, sizeof *reservation);
	return picture;
}

/** Reserves and expects `want`; a failure must change nothing. */
static void reserve(const char *region, uint64_t size, uint64_t align, fm_reservation *reservation, fm_status want)
{
	struct picture before = look(reservation);

	cr_assert_eq(fm_space_reserve(space, region, size, align, reservation, NULL), want);
	if (want != FM_OK) {
		struct picture after = look(reservation);

		cr_assert_eq(memcmp(&before, &after, sizeof before), 0);
	}
}

Test(space_reserve, judges_its_arguments, .init = open_fake, .fini = close_fake)
{
	fm_reservation reservation;

	memset(&reservation, 0xA5, sizeof reservation);
	cr_assert_eq(fm_space_reserve(NULL, "ram", 1, 1, &reservation, NULL), FM_E_ARGUMENT);
	reserve(NULL, 1, 1, &reservation, FM_E_ARGUMENT);
	reserve("ram", 1, 1, NULL, FM_E_ARGUMENT);
	reserve("ram", 0, 1, &reservation, FM_E_ARGUMENT);
	reserve("ram", 1, 3, &reservation, FM_E_ALIGNMENT);
	reserve("ram", 1, UINT64_MAX, &reservation, FM_E_ALIGNMENT);
	reserve("rma", 1, 1, &reservation, FM_E_NOT_FOUND);
	reserve("unsized", 1, 1, &reservation, FM_E_FACT_UNKNOWN);
	reserve("rom", 1, 1, &reservation, FM_E_PERMISSION);
	reserve("io", 1, 1, &reservation, FM_E_PERMISSION);
	reserve("volatile", 1, 1, &reservation, FM_E_PERMISSION);
	reserve("firmware", 1, 1, &reservation, FM_E_PERMISSION);
	reserve("frozen", 1, 1, &reservation, FM_E_PERMISSION);
}

Test(space_reserve, of_several_reasons_the_first_of_the_list_is_told, .init = open_fake, .fini = close_fake)
{
	fm_reservation reservation;

	reserve("ram", 1, 1, &reservation, FM_OK);
	reserve("rma", 0, 3, &reservation, FM_E_ARGUMENT);
	reserve("rma", 1, 3, &reservation, FM_E_ALIGNMENT);
	reserve("rma", 1, 1, &reservation, FM_E_NOT_FOUND);
	reserve("rom", UINT64_MAX, 1, &reservation, FM_E_PERMISSION);
	reserve("ram", UINT64_MAX, 1, &reservation, FM_E_BUSY);
	cr_assert_eq(fm_space_give_back(space, &reservation), FM_OK);
	reserve("ram", UINT64_MAX, 1, &reservation, FM_E_TOO_LARGE);
}

Test(space_reserve, any_size_and_alignment_is_judged, .init = open_fake, .fini = close_fake)
{
	uint64_t state = 3;
	fm_reservation reservation;

	reserve("ram", 0x6F1, 1, &reservation, FM_E_TOO_LARGE);
	reserve("ram", 1, UINT64_C(1) << 63, &reservation, FM_E_TOO_LARGE);
	reserve("top", 0x100, 0x100, &reservation, FM_OK);
	cr_assert_eq(reservation.address.value, UINT64_MAX - 0xFF);
	cr_assert_eq(fm_space_give_back(space, &reservation), FM_OK);
	reserve("top", 0x101, 1, &reservation, FM_E_TOO_LARGE);
	reserve("top", 1, 0x200, &reservation, FM_E_TOO_LARGE);
	reserve("huge", UINT64_MAX, UINT64_C(1) << 63, &reservation, FM_OK);
	cr_assert(reservation.address.value == 0 && reservation.address.space == PRIVATE);
	cr_assert_eq(fm_space_give_back(space, &reservation), FM_OK);

	for (int i = 0; i < 20000; i++) {
		uint64_t size = random_edge(&state);
		uint64_t align = random_edge(&state);
		fm_status status = fm_space_reserve(space, fake_regions[i % FAKE_REGIONS].id, size, align, &reservation, NULL);

		cr_assert(status == FM_OK || status == FM_E_ARGUMENT || status == FM_E_ALIGNMENT || status == FM_E_TOO_LARGE ||
			  status == FM_E_FACT_UNKNOWN || status == FM_E_PERMISSION);
		if (status == FM_OK) {
			cr_assert(reservation.size == size && (align == 0 || reservation.address.value % align == 0));
			cr_assert_eq(fm_space_give_back(space, &reservation), FM_OK);
		}
	}
}

Test(space_reserve, the_lowest_place_that_fits_outside_reserved_areas, .init = open_fake, .fini = close_fake)
{
	fm_reservation first, second, third;

	reserve("ram", 0x10, 1, &first, FM_OK);
	cr_assert(first.address.value == 0x1200 && first.address.space == CPU && first.size == 0x10 && first.region == RAM);
	reserve("ram", 0x5F1, 1, &second, FM_OK);
	cr_assert_eq(second.address.value, 0x1810, "behind the screen's reserved bytes: before them are too few");
	reserve("ram", 0x5F0, 0, &third, FM_OK);
	cr_assert_eq(third.address.value, 0x1210, "alignment 0 is 1");
	reserve("elsewhere", 1, 1, &(fm_reservation){ 0 }, FM_E_EXHAUSTED);
	cr_assert_eq(fm_space_give_back(space, &first), FM_OK);
	reserve("elsewhere", 1, 1, &first, FM_OK);
	cr_assert_eq(first.address.value, 0x30200, "the address is of the name that was asked for");
}

Test(space_reserve, a_record_is_one_reservation_at_a_time, .init = open_fake, .fini = close_fake)
{
	fm_reservation reservation, copy;

	reserve("ram", 1, 1, &reservation, FM_OK);
	reserve("video", 1, 1, &reservation, FM_E_BUSY);
	copy = reservation;
	cr_assert_eq(fm_space_give_back(space, &copy), FM_E_STALE, "a copy is none");
	cr_assert_eq(memcmp(&copy, &reservation, sizeof copy), 0);
	cr_assert_eq(fm_space_give_back(space, &reservation), FM_OK);
	cr_assert_eq(fm_space_give_back(space, &reservation), FM_E_STALE);
	cr_assert(reservation.size == 0 && reservation.owner == NULL);
	cr_assert_eq(fm_space_give_back(NULL, &reservation), FM_E_ARGUMENT);
	cr_assert_eq(fm_space_give_back(space, NULL), FM_E_ARGUMENT);
}

Test(space_reserve, another_spaces_record_is_stale_here, .init = open_fake, .fini = close_fake)
{
	fm_reservation mine;
	fm_space *other;

	cr_assert_eq(fm_space_open(&fake, NULL, &other, NULL), FM_OK);
	reserve("ram", 1, 1, &mine, FM_OK);
	cr_assert_eq(fm_space_give_back(other, &mine), FM_E_STALE);
	cr_assert_eq(fm_space_give_back(space, &mine), FM_OK);
	cr_assert_eq(fm_space_close(other), FM_OK);
}

Test(space_reserve, what_is_only_proposed_leaves_no_trace, .init = open_fake, .fini = close_fake)
{
	fm_region_usage before = usage_of("ram"), after;
	fm_reservation proposed, taken;

	cr_assert_eq(fm_space_propose(space, "ram", 0x10, 1, &proposed, NULL), FM_OK);
	after = usage_of("ram");
	cr_assert_eq(memcmp(&before, &after, sizeof before), 0);
	cr_assert_eq(fm_space_give_back(space, &proposed), FM_E_STALE);
	taken = proposed;
	fm_space_take(space, &taken);
	cr_assert(usage_of("ram").used == 0x10 && usage_of("ram").peak == 0x10);
	reserve("ram", 0x10, 1, &proposed, FM_OK);
	cr_assert(proposed.address.value == taken.address.value + 0x10, "the place is taken");
	cr_assert_eq(fm_space_give_back(space, &taken), FM_OK);
	cr_assert_eq(fm_space_give_back(space, &proposed), FM_OK);
}

Test(space_reserve, touches_no_memory, .init = open_fake, .fini = close_fake)
{
	fm_reservation reservation;
	int calls = source.calls;

	reserve("ram", 0x100, 1, &reservation, FM_OK);
	cr_assert_eq(fm_space_give_back(space, &reservation), FM_OK);
	cr_assert_eq(source.calls, calls);
}

static struct model ram_model, video_model, top_model;
static struct model_region names[] = {
	{ .id = "ram", .base = 0x1000, .size = 0x1000, .model = &ram_model },
	{ .id = "screen", .base = 0x1800, .begin = 0x800, .size = 0x400, .model = &ram_model },
	{ .id = "inner", .base = 0x1900, .begin = 0x900, .size = 0x80, .model = &ram_model },
	{ .id = "elsewhere", .base = 0x30000, .size = 0x800, .model = &ram_model },
	{ .id = "video", .size = 0x1000, .model = &video_model },
	{ .id = "top", .base = UINT64_MAX - 0xFF, .size = 0x100, .model = &top_model },
};

enum { NAMES = sizeof names / sizeof names[0] };

static fm_reservation pieces[MODEL_PIECES];
static struct model_region *owners[MODEL_PIECES];

/** One reservation by both: status, place and the record must agree. */
static void take_step(unsigned piece, struct model_region *name, uint64_t size, uint64_t align)
{
	struct model_answer want = model_ask(name, size, align);
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_status status = fm_space_reserve(space, name->id, size, align, &pieces[piece], &why);

	cr_assert_eq(status, want.status);
	if (status == FM_OK) {
		cr_assert_eq(pieces[piece].address.value, name->base + (want.at - name->begin));
		model_mark(name->model, want.at, size, (unsigned char)(2 + piece));
		owners[piece] = name;
		for (unsigned i = 0; i < NAMES; i++) {
			uint64_t used = model_count(&names[i], 0);

			names[i].peak = used > names[i].peak ? used : names[i].peak;
		}
		return;
	}
	name->refused++;
	cr_assert(why.status == status && why.asked == size && why.align == align && why.largest == want.largest);
	cr_assert_eq(why.available, model_count(name, 1) - model_count(name, 0));
	if (status == FM_E_EXHAUSTED)
		cr_assert(why.help == FM_HELP_RELEASE && why.help_bytes == want.release);
}

static void give_step(unsigned piece)
{
	struct model_region *name = owners[piece];

	model_mark(name->model, pieces[piece].address.value - name->base + name->begin, pieces[piece].size, 0);
	cr_assert_eq(fm_space_give_back(space, &pieces[piece]), FM_OK);
	owners[piece] = NULL;
}

static void compare_usage(const struct model_region *name)
{
	fm_region_usage usage = usage_of(name->id);
	uint64_t largest;

	model_find(name, 1, 1, 0, &largest);
	cr_assert(usage.capacity == model_count(name, 1) && usage.used == model_count(name, 0));
	cr_assert(usage.peak == name->peak && usage.refused == name->refused && usage.largest == largest);
}

Test(space_reserve, agrees_with_a_plain_model, .init = open_fake, .fini = close_fake, .timeout = 1200)
{
	uint64_t state = 11;

	model_mark(&ram_model, 0, 0x200, 1);
	model_mark(&ram_model, 0x800, 0x10, 1);
	model_mark(&ram_model, 0xF00, 0x100, 1);
	model_mark(&video_model, 0, 0x10, 1);
	for (uint64_t left = random_steps(STEPS, LONG_STEPS); left > 0; left--) {
		uint64_t choice = random_word(&state);
		unsigned piece = (unsigned)(choice % MODEL_PIECES);
		uint64_t size = 1 + (choice >> 16) % (choice >> 62 == 0 ? 1600 : 200);

		if (owners[piece] != NULL)
			give_step(piece);
		else
			take_step(piece, &names[(choice >> 8) % NAMES], size, UINT64_C(1) << (choice >> 40) % 10);
		if (left % 64 == 0)
			compare_usage(&names[(choice >> 50) % NAMES]);
	}
}

/* SPDX-License-Identifier: MIT */
/** @file
 * Sparks on a Game Boy Advance: objects from slots, the list of a frame from an arena, both in the fast work RAM, every store to video
 * RAM within bounds. Nothing is asked of a heap; what does not fit does not compile. */
#include "flightmem.h"
#include "platform/gba.h"

#ifndef SPARKS
#define SPARKS 256 /**< at once */
#endif

enum { WIDTH = 240, HEIGHT = 160, MODE_3_BG_2 = 0x0403, VBLANK_LINE = 160, BRIGHT = 0x4210, LIT_A_FRAME = 3 };

#define DISPLAY_CONTROL (*(volatile uint16_t *)FM_GBA_IO_BASE)
#define DISPLAY_LINE (*(volatile uint16_t *)(FM_GBA_IO_BASE + 6))

/** A spark; positions and speeds in sixteenths of a pixel. */
struct spark {
	int16_t x;
	int16_t y;
	int16_t dx;
	int16_t dy;
	uint16_t colour;
	uint16_t frames_left;
};

/** What a spark leaves to be wiped: an address in video RAM. */
typedef uint32_t trace;

/** Storage of a spark that is free, or alive. */
union spark_slot {
	void *next;
	struct spark spark;
};

/** All that changes. One object, so one line proves that it fits. */
struct world {
	fm_slots slots;
	fm_arena frame; /**< what lives for one frame */
	struct spark *alive[SPARKS];
	uint32_t alive_count;
	uint32_t seed;
	union spark_slot sparks[SPARKS];
	FM_ALIGNED(FM_ARENA_GRANULE) unsigned char scratch[SPARKS * sizeof(trace)];
};

FM_ASSERT_FITS(gba, iwram, sizeof(struct world) + 1024);
FM_IN_REGION(gba, iwram) struct world world;

static uint32_t next_random(void)
{
	world.seed = world.seed * 1664525u + 1013904223u;
	return world.seed >> 16;
}

/** Lights a spark in the middle; the eldest go out by themselves, and while none is free none is lit. */
static void light(void)
{
	struct spark *spark = fm_slots_take(&world.slots);

	if (spark == NULL)
		return;
	spark->x = WIDTH / 2 * 16;
	spark->y = HEIGHT / 2 * 16;
	spark->dx = (int16_t)(next_random() % 63) - 31;
	spark->dy = (int16_t)(next_random() % 63) - 31;
	spark->colour = (uint16_t)(next_random() | BRIGHT);
	spark->frames_left = (uint16_t)(32 + next_random() % 64);
	world.alive[world.alive_count++] = spark;
}

/** Stores a pixel iff it lies in video RAM; its address, or 0. */
static trace plot(int32_t x, int32_t y, uint16_t colour)
{
	trace at = FM_GBA_VRAM_BASE + (uint32_t)(y * WIDTH + x) * sizeof(uint16_t);

	/* In comparison form: an address below the base wraps to a large offset and is refused too. */
	if (x < 0 || x >= WIDTH || at - FM_GBA_VRAM_BASE > FM_GBA_VRAM_SIZE - sizeof(uint16_t))
		return 0;
	*(volatile uint16_t *)at = colour;
	return at;
}

/** Moves the sparks and gives back those that burnt out. */
static void move_all(void)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < world.alive_count; i++) {
		struct spark *spark = world.alive[i];

		spark->x += spark->dx;
		spark->y += spark->dy;
		if (--spark->frames_left == 0)
			fm_slots_give(&world.slots, spark);
		else
			world.alive[kept++] = spark;
	}
	world.alive_count = kept;
}

/** One frame: light some, move, draw, wait for the display, wipe. The list of traces is the frame's own. */
static void frame(void)
{
	trace *traces = fm_arena_take(&world.frame, sizeof(trace) * SPARKS);

	if (traces == NULL)
		return;
	for (int i = 0; i < LIT_A_FRAME; i++)
		light();
	move_all();
	for (uint32_t i = 0; i < world.alive_count; i++)
		traces[i] = plot(world.alive[i]->x / 16, world.alive[i]->y / 16, world.alive[i]->colour);
	while (DISPLAY_LINE >= VBLANK_LINE)
		continue;
	while (DISPLAY_LINE < VBLANK_LINE)
		continue;
	for (uint32_t i = 0; i < world.alive_count; i++)
		if (traces[i] != 0)
			*(volatile uint16_t *)traces[i] = 0;
	fm_arena_reset(&world.frame);
}

/** True iff the linker script put the world where the platform has the fast work RAM, beside what the BIOS keeps. */
static int world_is_placed(void)
{
	const fm_range fast = { FM_GBA_IWRAM_BASE, FM_GBA_IWRAM_RESERVED0_BASE - FM_GBA_IWRAM_BASE };
	const fm_range placed = { (uintptr_t)&world, sizeof world };

	return fm_range_holds(fast, placed);
}

int main(void)
{
	if (!world_is_placed())
		return 1;
	DISPLAY_CONTROL = MODE_3_BG_2;
	world.seed = 1;
	fm_slots_init(&world.slots, world.sparks, sizeof world.sparks[0], SPARKS);
	fm_arena_init(&world.frame, world.scratch, sizeof world.scratch);
	for (;;)
		frame();
}

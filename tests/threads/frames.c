/* SPDX-License-Identifier: MIT */
/** @file
 * A producer and a consumer at one chain, as fast as they can: no frame torn, none seen twice when a newer one exists, none lost of two.
 * Usage: frames DEPTH FRAMES. A plain program: ThreadSanitizer watches it. */
#include <flightmem.h>

#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>

enum { WIDTH = 24, HEIGHT = 6 };

static struct {
	fm_frames *frames;
	uint64_t wanted;      /**< frames to present */
	uint32_t depth;
	uint64_t published;   /**< the number of the last frame presented, told beside the chain; atomic */
	uint64_t seen;        /**< frames that the consumer got */
	uint64_t repeated;    /**< looks that found no newer one */
	uint64_t waits;       /**< times that the producer found no frame to draw on */
} run;

static void stop(const char *what, uint64_t number)
{
	printf("%s at frame %llu\n", what, (unsigned long long)number);
	exit(1);
}

/** The pixel that frame `number` has everywhere on row `y`. */
static uint32_t pixel_of(uint64_t number, uint32_t y)
{
	return (uint32_t)(number * 2654435761u) ^ y;
}

static void draw(const fm_frame *frame)
{
	for (uint32_t y = 0; y < HEIGHT; y++) {
		uint32_t *row = fm_plane_row(&frame->plane[0], y);

		for (uint32_t x = 0; x < WIDTH; x++)
			row[x] = pixel_of(frame->number, y);
	}
}

static void look(const fm_frame *frame)
{
	for (uint32_t y = 0; y < HEIGHT; y++) {
		const uint32_t *row = fm_plane_row(&frame->plane[0], y);

		for (uint32_t x = 0; x < WIDTH; x++)
			if (row[x] != pixel_of(frame->number, y))
				stop("torn", frame->number);
	}
}

static void *produce(void *unused)
{
	(void)unused;
	for (uint64_t number = 1; number <= run.wanted; number++) {
		fm_frame frame;
		fm_status status;

		while ((status = fm_frames_acquire(run.frames, &frame)) == FM_E_EXHAUSTED && run.depth == 2) {
			run.waits++;
			sched_yield();
		}
		if (status != FM_OK || frame.number != number)
			stop(fm_status_name(status), number);
		draw(&frame);
		if (number % 1000 == 0) { /* a frame that is not shown after all */
			if (fm_frames_cancel(run.frames, &frame) != FM_OK || fm_frames_acquire(run.frames, &frame) != FM_OK || frame.content != 0)
				stop("cancelled", number);
			draw(&frame);
		}
		if (fm_frames_present(run.frames, &frame) != FM_OK)
			stop("not presented", number);
		__atomic_store_n(&run.published, number, __ATOMIC_RELEASE);
	}
	return NULL;
}

static void *consume(void *unused)
{
	uint64_t last = 0;

	(void)unused;
	while (last < run.wanted) {
		uint64_t published = __atomic_load_n(&run.published, __ATOMIC_ACQUIRE);
		fm_frame frame;
		fm_status status = fm_frames_latest(run.frames, &frame);

		if (status == FM_E_NOT_FOUND && published == 0) {
			sched_yield();
			continue;
		}
		if (status != FM_OK)
			stop(fm_status_name(status), published);
		if (frame.number < published)
			stop("a newer frame exists", frame.number);
		if (frame.number < last)
			stop("time runs backwards", frame.number);
		if (run.depth == 2 && frame.number > last + 1)
			stop("lost", frame.number);
		look(&frame);
		if (frame.number == last) {
			run.repeated++;
			sched_yield();
		} else {
			run.seen++;
		}
		last = frame.number;
	}
	return NULL;
}

int main(int argc, char **argv)
{
	static fm_plane_line memory[256];
	fm_pool *pool;
	pthread_t producer, consumer;

	if (argc != 3)
		return 64;
	run.depth = (uint32_t)strtoul(argv[1], NULL, 10);
	run.wanted = strtoull(argv[2], NULL, 10);
	if (fm_pool_open(FM_OPTIONS(fm_pool_options, .storage = memory, .capacity = sizeof memory), &pool, NULL) != FM_OK ||
	    fm_frames_open(FM_OPTIONS(fm_frames_options, .pool = pool, .width = WIDTH, .height = HEIGHT, .format = FM_PIXEL_RGBA8888, .depth = run.depth,
				      .sharing = FM_FRAMES_TWO_THREADS), &run.frames, NULL) != FM_OK)
		return 2;
	if (pthread_create(&producer, NULL, produce, NULL) != 0 || pthread_create(&consumer, NULL, consume, NULL) != 0)
		return 2;
	pthread_join(producer, NULL);
	pthread_join(consumer, NULL);
	if (fm_frames_close(run.frames) != FM_OK || fm_pool_close(pool) != FM_OK)
		stop("not closed", run.wanted);
	printf("depth %u: %llu frames presented, %llu seen, %llu looks without a newer one, the producer waited %llu times\n", run.depth,
	       (unsigned long long)run.wanted, (unsigned long long)run.seen, (unsigned long long)run.repeated, (unsigned long long)run.waits);
	return 0;
}

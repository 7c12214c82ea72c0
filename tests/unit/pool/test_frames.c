/* SPDX-License-Identifier: MIT */
/** @file
 * Chains at work: against a model that keeps three lists, and promise by promise. */
#include "chains.h"

#include "../base/random.h"

static fm_frame drawn(fm_frames *frames, int byte)
{
	fm_frame frame;

	cr_assert_eq(fm_frames_acquire(frames, &frame), FM_OK);
	memset(frame.buffer.data, byte, frame.buffer.len);
	cr_assert_eq(fm_frames_present(frames, &frame), FM_OK);
	return frame;
}

Test(frames, three_never_make_the_producer_wait_and_the_latest_wins)
{
	fm_pool *pool = chain_pool();
	fm_frames *frames = chain(pool, 3);
	fm_frame frame, untouched;

	memset(&untouched, 0xA5, sizeof untouched);
	frame = untouched;
	cr_assert_eq(fm_frames_latest(frames, &frame), FM_E_NOT_FOUND);
	cr_assert_eq(memcmp(&frame, &untouched, sizeof frame), 0);
	for (int i = 1; i <= 5; i++)
		cr_assert_eq(drawn(frames, i).number, (uint64_t)i);
	cr_assert_eq(fm_frames_latest(frames, &frame), FM_OK);
	cr_assert(frame.number == 5 && frame.content == 5 && *(unsigned char *)frame.buffer.data == 5);
	/* What is shown stays as it is while the producer goes on, and is the latest again only if there is no newer one. */
	for (int i = 6; i <= 9; i++) {
		drawn(frames, i);
		for (size_t at = 0; at < frame.buffer.len; at++)
			cr_assert_eq(((unsigned char *)frame.buffer.data)[at], 5);
	}
	cr_assert_eq(fm_frames_latest(frames, &frame), FM_OK);
	cr_assert_eq(frame.number, 9);
	cr_assert_eq(fm_frames_latest(frames, &frame), FM_OK);
	cr_assert(frame.number == 9 && *(unsigned char *)frame.buffer.data == 9);
	cr_assert_eq(fm_frames_close(frames), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(frames, two_lose_no_frame)
{
	fm_pool *pool = chain_pool();
	fm_frames *frames = chain(pool, 2);
	fm_frame frame, untouched;

	memset(&untouched, 0xA5, sizeof untouched);
	for (int i = 1; i <= 20; i++) {
		fm_frame made = drawn(frames, i);

		frame = untouched;
		cr_assert_eq(fm_frames_acquire(frames, &frame), FM_E_EXHAUSTED);
		cr_assert_eq(memcmp(&frame, &untouched, sizeof frame), 0);
		cr_assert_eq(fm_frames_latest(frames, &frame), FM_OK);
		cr_assert(frame.number == (uint64_t)i && frame.index == made.index && *(unsigned char *)frame.buffer.data == i);
	}
	cr_assert_eq(fm_frames_close(frames), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(frames, a_frame_says_what_is_in_it_and_nothing_is_cleared_unless_asked)
{
	fm_pool *pool = chain_pool();
	fm_frames *frames = chain(pool, 2);
	fm_frames_options options = chain_options(pool, 2);
	fm_frame frame;

	for (int i = 1; i <= 6; i++) {
		cr_assert_eq(fm_frames_acquire(frames, &frame), FM_OK);
		cr_assert_eq(frame.content, i <= 2 ? 0u : (uint64_t)i - 2);
		for (size_t at = 0; i > 2 && at < frame.buffer.len; at++)
			cr_assert_eq(((unsigned char *)frame.buffer.data)[at], i - 2);
		memset(frame.buffer.data, i, frame.buffer.len);
		cr_assert_eq(fm_frames_present(frames, &frame), FM_OK);
		cr_assert_eq(fm_frames_latest(frames, &frame), FM_OK);
	}
	cr_assert_eq(fm_frames_close(frames), FM_OK);

	options.clear = 1;
	cr_assert_eq(fm_frames_open(&options, &frames, NULL), FM_OK);
	for (int i = 1; i <= 6; i++) {
		cr_assert_eq(fm_frames_acquire(frames, &frame), FM_OK);
		cr_assert_eq(frame.content, 0);
		for (size_t at = 0; at < frame.buffer.len; at++)
			cr_assert_eq(((unsigned char *)frame.buffer.data)[at], 0);
		memset(frame.buffer.data, i, frame.buffer.len);
		cr_assert_eq(fm_frames_present(frames, &frame), FM_OK);
		cr_assert_eq(fm_frames_latest(frames, &frame), FM_OK);
	}
	cr_assert_eq(fm_frames_close(frames), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

/** Bytes of a chain, in its pool's storage: what a refusal must leave. */
static void snapshot(fm_pool *pool, unsigned char *copy)
{
	void *base;
	size_t size;

	cr_assert_eq(fm_pool_storage(pool, &base, &size), FM_OK);
	memcpy(copy, base, 4096);
}

/** Expects present or cancel to refuse all that is not `frame`, the one that is out. */
static void judge_back(fm_status (*back)(fm_frames *, const fm_frame *), fm_frames *frames, const fm_frame *out, const fm_frame *old, const fm_frame *strange)
{
	fm_frame frame = *out, wrong;

	cr_assert_eq(back(NULL, &frame), FM_E_ARGUMENT);
	cr_assert_eq(back(frames, NULL), FM_E_ARGUMENT);
	cr_assert_eq(back(frames, old), FM_E_STALE);
	cr_assert_eq(back(frames, strange), FM_E_FOREIGN);
	wrong = frame, wrong.index = 3;
	cr_assert_eq(back(frames, &wrong), FM_E_FOREIGN);
	wrong = frame, wrong.index = UINT32_MAX;
	cr_assert_eq(back(frames, &wrong), FM_E_FOREIGN);
	wrong = frame, wrong.index = old->index;
	cr_assert_eq(back(frames, &wrong), FM_E_FOREIGN);
	wrong = frame, wrong.buffer.data = NULL;
	cr_assert_eq(back(frames, &wrong), FM_E_FOREIGN);
	wrong = frame, wrong.number = 0;
	cr_assert_eq(back(frames, &wrong), FM_E_FOREIGN);
	wrong = frame, wrong.number = 3;
	cr_assert_eq(back(frames, &wrong), FM_E_FOREIGN);
	wrong = frame, wrong.number = UINT64_MAX;
	cr_assert_eq(back(frames, &wrong), FM_E_FOREIGN);
	wrong = frame, wrong.number = 1;
	cr_assert_eq(back(frames, &wrong), FM_E_STALE);
}

Test(frames, what_comes_back_is_judged)
{
	fm_pool *pool = chain_pool();
	fm_frames *frames = chain(pool, 3), *other;
	fm_pool *pool_b = chain_pool();
	static unsigned char before[4096], after[4096];
	fm_frame frame, old, wrong, strange;

	other = chain(pool_b, 3);
	cr_assert_eq(fm_frames_acquire(other, &strange), FM_OK);
	cr_assert_eq(fm_frames_acquire(NULL, &frame), FM_E_ARGUMENT);
	cr_assert_eq(fm_frames_acquire(frames, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_frames_latest(NULL, &frame), FM_E_ARGUMENT);
	cr_assert_eq(fm_frames_latest(frames, NULL), FM_E_ARGUMENT);
	old = drawn(frames, 1);
	cr_assert_eq(fm_frames_acquire(frames, &frame), FM_OK);
	wrong = frame;
	snapshot(pool, before);
	cr_assert_eq(fm_frames_acquire(frames, &wrong), FM_E_BUSY);
	cr_assert_eq(memcmp(&wrong, &frame, sizeof wrong), 0);
	judge_back(fm_frames_present, frames, &frame, &old, &strange);
	judge_back(fm_frames_cancel, frames, &frame, &old, &strange);
	cr_assert_eq(fm_frames_close(frames), FM_E_BUSY);
	cr_assert_eq(fm_frame_release(pool, &frame), FM_E_FOREIGN);
	snapshot(pool, after);
	cr_assert_eq(memcmp(before, after, sizeof before), 0);
	cr_assert_eq(fm_frames_present(frames, &frame), FM_OK);
	cr_assert_eq(fm_frames_present(frames, &frame), FM_E_STALE);
	cr_assert_eq(fm_frames_cancel(frames, &frame), FM_E_STALE);

	/* A cancelled frame: its number goes to the next, what was in it is not known. */
	cr_assert_eq(fm_frames_acquire(frames, &frame), FM_OK);
	cr_assert_eq(frame.number, 3);
	cr_assert_eq(fm_frames_cancel(frames, &frame), FM_OK);
	cr_assert_eq(fm_frames_present(frames, &frame), FM_E_STALE);
	cr_assert_eq(fm_frames_acquire(frames, &frame), FM_OK);
	cr_assert(frame.number == 3 && frame.content == 0);
	cr_assert_eq(fm_frames_cancel(frames, &frame), FM_OK);
	cr_assert_eq(fm_frames_close(frames), FM_OK);
	fm_frames_unref(other);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
	cr_assert_eq(fm_pool_close(pool_b), FM_OK);
}

/** A chain as the header describes it: who owns each frame, and what is in it. */
struct model {
	int depth, front, back, ready, drawing; /**< frames; -1: none */
	int spare[3], spares;                   /**< owned by nobody */
	uint64_t presented, content[3];
};

static int model_acquire(struct model *model)
{
	if (model->back < 0 && model->spares > 0)
		model->back = model->spare[--model->spares];
	return model->back >= 0;
}

static void model_present(struct model *model)
{
	model->content[model->back] = ++model->presented;
	if (model->ready >= 0)
		model->spare[model->spares++] = model->ready;
	model->ready = model->back;
	model->back = -1;
	model->drawing = 0;
}

static void model_latest(struct model *model)
{
	if (model->ready < 0)
		return;
	model->spare[model->spares++] = model->front;
	model->front = model->ready;
	model->ready = -1;
}

/** A frame was granted: which spare one it is is the chain's affair; it is one that nobody owns or is waiting to be shown. */
static void model_granted(struct model *model, const fm_frame *frame)
{
	cr_assert_eq(frame->number, model->presented + 1);
	cr_assert(frame->index < (uint32_t)model->depth && (int)frame->index != model->front && (int)frame->index != model->ready);
	model->back = (int)frame->index;
	cr_assert_eq(frame->content, model->content[model->back]);
	model->drawing = 1;
	model->spares = 0;
	for (int i = 0; i < model->depth; i++)
		if (i != model->front && i != model->ready && i != model->back)
			model->spare[model->spares++] = i;
}

static void step_acquire(struct model *model, fm_frames *frames, fm_frame *drawing)
{
	fm_frame frame;
	fm_status status = fm_frames_acquire(frames, &frame);

	if (model->drawing) {
		cr_assert_eq(status, FM_E_BUSY);
	} else if (!model_acquire(model)) {
		cr_assert_eq(status, FM_E_EXHAUSTED);
	} else {
		cr_assert_eq(status, FM_OK);
		model_granted(model, &frame);
		*drawing = frame;
	}
}

static void step_latest(struct model *model, fm_frames *frames)
{
	fm_frame frame;
	fm_status status = fm_frames_latest(frames, &frame);

	model_latest(model);
	cr_assert_eq(status, model->presented == 0 ? FM_E_NOT_FOUND : FM_OK);
	if (status == FM_OK)
		cr_assert(frame.index == (uint32_t)model->front && frame.number == model->content[model->front] && frame.content == frame.number);
}

static void step_cancel(struct model *model, fm_frames *frames, const fm_frame *drawing)
{
	fm_status status = fm_frames_cancel(frames, drawing);

	cr_assert_eq(status, model->drawing ? FM_OK : FM_E_STALE);
	if (status != FM_OK)
		return;
	model->content[model->back] = 0;
	model->spare[model->spares++] = model->back;
	model->back = -1;
	model->drawing = 0;
}

static void model_step(struct model *model, fm_frames *frames, fm_frame *drawing, unsigned step)
{
	fm_status status;

	switch (step) {
	case 0:
		step_acquire(model, frames, drawing);
		break;
	case 1:
		status = fm_frames_present(frames, drawing);
		cr_assert_eq(status, model->drawing ? FM_OK : FM_E_STALE);
		if (status == FM_OK)
			model_present(model);
		break;
	case 2:
		step_latest(model, frames);
		break;
	default:
		step_cancel(model, frames, drawing);
		break;
	}
}

Test(frames, a_model_says_the_same_for_200000_steps)
{
	static const unsigned char steps[] = { 0, 0, 0, 1, 1, 2, 2, 3 };
	fm_pool *pool = chain_pool();
	uint64_t seed = 44;

	for (int depth = 2; depth <= 3; depth++) {
		fm_frames *frames = chain(pool, (uint32_t)depth);
		struct model model = { .depth = depth, .front = 0, .back = -1, .ready = -1, .spare = { 1, 2 }, .spares = depth - 1 };
		fm_frame drawing = drawn(frames, 0); /* so that there is one to hand back too early */

		model_acquire(&model);
		model.back = (int)drawing.index;
		model.spares = 0;
		for (int i = 1; i < depth; i++)
			if (i != model.back)
				model.spare[model.spares++] = i;
		model_present(&model);
		for (int i = 0; i < 100000; i++)
			model_step(&model, frames, &drawing, steps[random_word(&seed) % sizeof steps]);
		if (model.drawing)
			cr_assert_eq(fm_frames_cancel(frames, &drawing), FM_OK);
		cr_assert_eq(fm_frames_close(frames), FM_OK);
	}
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(frames, no_call_asks_the_pool)
{
	fm_pool *pool = chain_pool();
	fm_frames *frames = chain(pool, 3);
	fm_pool_usage before = usage_of(pool), after;
	fm_frame frame;

	for (int i = 0; i < 1000; i++) {
		drawn(frames, i);
		if (i % 3 == 0)
			cr_assert_eq(fm_frames_latest(frames, &frame), FM_OK);
	}
	after = usage_of(pool);
	cr_assert_eq(memcmp(&before, &after, sizeof before), 0);
	cr_assert_eq(fm_frames_close(frames), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

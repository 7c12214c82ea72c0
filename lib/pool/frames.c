/* SPDX-License-Identifier: MIT */
/** @file
 * Chains of frames at work: acquire, present, cancel, latest. */
#include "pool/frames.h"

#include "base/exchange.h"
#include "base/memory.h"

/** Frame `index` as it is handed out. */
static void hand_out(const fm_frames *frames, uint32_t index, uint64_t number, fm_frame *out)
{
	fm_frame_put(&frames->layout, frames->slots[index].data, out);
	out->index = index;
	out->number = number;
	out->content = frames->slots[index].number;
}

/** Makes sure that the producer has a frame. Returns false iff there is none for it. */
static int take_back_frame(fm_frames *frames)
{
	if (frames->back != FM_FRAMES_NONE)
		return 1;

	uint32_t middle = FM_ATOMIC_LOAD(&frames->middle);

	if ((middle & FM_FRAMES_FRESH) != 0)
		return 0;
	FM_ATOMIC_STORE(&frames->middle, FM_FRAMES_NONE);
	frames->back = middle;
	return 1;
}

fm_status fm_frames_acquire(fm_frames *frames, fm_frame *out)
{
	if (frames == NULL || out == NULL)
		return FM_E_ARGUMENT;
	if (frames->drawing)
		return FM_E_BUSY;
	if (!take_back_frame(frames))
		return FM_E_EXHAUSTED;

	fm_frames_slot *slot = &frames->slots[frames->back];

	if (frames->clear) {
		memset(slot->data, 0, frames->layout.frame.buffer.len);
		slot->number = 0;
	}
	frames->drawing = 1;
	frames->given = frames->presented + 1;
	hand_out(frames, frames->back, frames->given, out);
	return FM_OK;
}

/** Judges what the producer hands back. */
static fm_status judge_frame(const fm_frames *frames, const fm_frame *frame)
{
	if (frames == NULL || frame == NULL)
		return FM_E_ARGUMENT;
	if (frame->index >= frames->depth || frame->buffer.data != frames->slots[frame->index].data)
		return FM_E_FOREIGN;
	if (frame->number == 0 || frame->number > frames->given)
		return FM_E_FOREIGN;
	/* The number of a cancelled frame is given again: what was cancelled is known by it until then only, and is the same frame. */
	return frames->drawing && frame->index == frames->back && frame->number > frames->presented ? FM_OK : FM_E_STALE;
}

fm_status fm_frames_present(fm_frames *frames, const fm_frame *frame)
{
	fm_status status = judge_frame(frames, frame);

	if (status != FM_OK)
		return status;

	frames->slots[frames->back].number = ++frames->presented;
	frames->back = fm_exchange(&frames->middle, frames->back | FM_FRAMES_FRESH) & ~FM_FRAMES_FRESH;
	frames->drawing = 0;
	return FM_OK;
}

fm_status fm_frames_cancel(fm_frames *frames, const fm_frame *frame)
{
	fm_status status = judge_frame(frames, frame);

	if (status != FM_OK)
		return status;

	frames->slots[frames->back].number = 0;
	frames->drawing = 0;
	return FM_OK;
}

fm_status fm_frames_latest(fm_frames *frames, fm_frame *out)
{
	if (frames == NULL || out == NULL)
		return FM_E_ARGUMENT;
	if ((FM_ATOMIC_LOAD(&frames->middle) & FM_FRAMES_FRESH) != 0)
		frames->front = fm_exchange(&frames->middle, frames->front) & ~FM_FRAMES_FRESH;

	uint64_t number = frames->slots[frames->front].number;

	if (number == 0)
		return FM_E_NOT_FOUND;
	hand_out(frames, frames->front, number, out);
	return FM_OK;
}

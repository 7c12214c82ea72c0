/* SPDX-License-Identifier: MIT */
/** @file
 * How a chain of frames begins and ends: every buffer of it is taken at once, and given back at once. */
#include "base/abi.h"
#include "base/memory.h"
#include "base/refuse.h"
#include "pool/frames.h"

/** Bytes of fm_frames_options in the first release. */
#define FRAMES_OPTIONS_FIRST_SIZE (offsetof(fm_frames_options, reserved) + sizeof(uint32_t))

/** Judges the place of the control block. */
static fm_status judge_control(const fm_frames_options *known, fm_refusal *refusal)
{
	if (known->control == NULL)
		return FM_OK;
	if ((uintptr_t)known->control % FM_POOL_ALIGN != 0) {
		refusal->help = FM_HELP_ALIGN;
		refusal->help_bytes = FM_POOL_ALIGN;
		return FM_E_ALIGNMENT;
	}
	if (known->control_size < sizeof(fm_frames)) {
		refusal->help = FM_HELP_ENLARGE;
		refusal->help_bytes = sizeof(fm_frames);
		return FM_E_TOO_LARGE;
	}
	return FM_OK;
}

/** Reads and judges what fm_frame_describe() does not, and fills defaults in. */
static fm_status read_frames_options(const fm_frames_options *options, fm_frames_options *known, fm_refusal *refusal)
{
	fm_status status = fm_abi_import(known, sizeof *known, FRAMES_OPTIONS_FIRST_SIZE, options);

	if (status != FM_OK)
		return status;
	if (known->depth == 0)
		known->depth = FM_FRAMES_DEPTH_MAX;
	if (known->pool == NULL)
		return FM_E_ARGUMENT;
	if (known->depth < 2 || known->depth > FM_FRAMES_DEPTH_MAX || known->clear > 1 || known->sharing > (FM_HAS_ATOMICS ? FM_FRAMES_TWO_THREADS : 0u))
		return FM_E_UNSUPPORTED;
	if (known->reserved != 0)
		return FM_E_ABI_FIELD;
	return judge_control(known, refusal);
}

/** Gives back the first `count` frames, the last one first. */
static void release_frames(const fm_frames *frames, uint32_t count)
{
	while (count > 0)
		(void)fm_pool_release(frames->pool, frames->slots[--count].token);
}

/** Takes every frame from the pool, or none. */
static fm_status acquire_frames(fm_frames *frames, fm_refusal *why)
{
	const fm_frame *frame = &frames->layout.frame;

	for (uint32_t i = 0; i < frames->depth; i++) {
		fm_buffer buffer;
		fm_status status = fm_pool_acquire(frames->pool, frame->buffer.len, frame->plane[0].row_align, &buffer, why);

		if (status != FM_OK) {
			release_frames(frames, i);
			return status;
		}
		frames->slots[i] = (fm_frames_slot){ .data = buffer.data, .token = buffer.token };
	}
	return FM_OK;
}

/** Begins a chain at `memory`, without frames. */
static fm_frames *begin_frames(const fm_frames_options *known, const fm_frame_layout *layout, void *memory, uint64_t token)
{
	fm_frames *frames = memory;

	memset(frames, 0, sizeof *frames);
	frames->layout = *layout;
	frames->pool = known->pool;
	frames->control_token = token;
	frames->depth = known->depth;
	frames->clear = known->clear;
	frames->references = 1;
	/* The consumer owns frame 0, of which it is told nothing before another one came. */
	frames->middle = 1;
	frames->back = known->depth == FM_FRAMES_DEPTH_MAX ? 2 : FM_FRAMES_NONE;
	return frames;
}

/** Takes control block and frames. */
static fm_status build_frames(const fm_frames_options *known, const fm_frame_layout *layout, fm_frames **out, fm_refusal *why)
{
	fm_buffer control = { .data = known->control };
	fm_status status = FM_OK;

	if (known->control == NULL)
		status = fm_pool_acquire(known->pool, sizeof(fm_frames), FM_POOL_ALIGN, &control, why);
	if (status != FM_OK)
		return status;

	fm_frames *frames = begin_frames(known, layout, control.data, control.token);

	status = acquire_frames(frames, why);
	if (status == FM_OK) {
		fm_pool_ref(known->pool);
		*out = frames;
	} else if (control.token != 0) {
		(void)fm_pool_release(known->pool, control.token);
	}
	return status;
}

fm_status fm_frames_open(const fm_frames_options *options, fm_frames **out, fm_refusal *why)
{
	fm_frames_options known;
	fm_frame_layout layout;
	fm_refusal refusal = { .help = FM_HELP_OTHER };
	fm_status status = out == NULL ? FM_E_ARGUMENT : read_frames_options(options, &known, &refusal);

	if (status == FM_OK) {
		fm_plane_options plane = { sizeof plane, known.width, known.height, known.format, known.row_align, known.flags, known.over_read };

		status = fm_frame_lay_out(&plane, &layout);
	}
	if (status != FM_OK) {
		refusal.status = status;
		return fm_refuse(why, &refusal);
	}
	return build_frames(&known, &layout, out, why);
}

fm_frames *fm_frames_ref(fm_frames *frames)
{
	if (frames != NULL)
		FM_ATOMIC_ADD(&frames->references, 1);
	return frames;
}

/** Gives the chain's buffers and its reference back. The chain may lie in one of them. */
static void end_frames(fm_frames *frames)
{
	fm_pool *pool = frames->pool;
	uint64_t control = frames->control_token;

	release_frames(frames, frames->depth);
	if (control != 0)
		(void)fm_pool_release(pool, control);
	fm_pool_unref(pool);
}

void fm_frames_unref(fm_frames *frames)
{
	if (frames != NULL && FM_ATOMIC_ADD(&frames->references, UINT32_MAX) == 0)
		end_frames(frames);
}

fm_status fm_frames_close(fm_frames *frames)
{
	if (frames == NULL)
		return FM_E_ARGUMENT;
	if (FM_ATOMIC_LOAD(&frames->references) != 1 || frames->drawing)
		return FM_E_BUSY;

	end_frames(frames);
	return FM_OK;
}

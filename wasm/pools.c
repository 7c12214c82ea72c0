/* SPDX-License-Identifier: MIT */
/** @file
 * The interface pools. A handle of a buffer keeps a reference to its pool, so handles may be dropped in any order.
 *
 * Sizes have 64 bits in the interface and 32 here. One that 32 can't say is judged as the largest that they can, and the refusal then
 * tells what was asked in truth. */
#include "error.h"
#include "heap.h"

#include "stdlib.h"
#include "string.h"

struct exports_flight_pools_pools_pool_t {
	fm_pool *pool; /* NULL: closed; every call of the library then says FM_E_ARGUMENT */
};

struct exports_flight_pools_pools_memory_buffer_t {
	fm_pool *pool;
	fm_buffer buffer;
};

typedef exports_flight_pools_pools_borrow_memory_buffer_t borrowed_buffer;
typedef exports_flight_pools_pools_borrow_pool_t borrowed_pool;

static size_t narrow(uint64_t bytes)
{
	return bytes > SIZE_MAX ? SIZE_MAX : (size_t)bytes;
}

/** An alignment that 32 bits can't say stays what it is: a power of two or none. */
static size_t narrow_align(uint64_t align)
{
	if (align <= SIZE_MAX)
		return (size_t)align;
	return FM_IS_POWER_OF_TWO(align) ? SIZE_MAX / 2 + 1 : SIZE_MAX;
}

/** What a refusal tells also where the library is not reached. */
static fm_refusal asked_for(uint64_t asked, uint64_t align)
{
	fm_refusal why = FM_STRUCT(fm_refusal);

	why.asked = asked;
	why.align = align;
	return why;
}

static bool refuse(fm_status status, fm_refusal *why, uint64_t asked, uint64_t align, refusal *err)
{
	if (asked > SIZE_MAX)
		why->asked = asked;
	if (align > SIZE_MAX)
		why->align = align;
	return answer_refusal(status, why, err);
}

/** More of the name than the library keeps, so that it is the library that cuts it, between characters. */
static const char *take_name(flightmem_core_string_t *name, char copy[ID_BYTES])
{
	size_t length = name->len < ID_BYTES ? name->len : ID_BYTES - 1;

	memcpy(copy, name->ptr, length);
	copy[length] = '\0';
	flightmem_core_string_free(name);
	return copy;
}

bool exports_flight_pools_pools_static_pool_open(exports_flight_pools_pools_pool_options_t *options, exports_flight_pools_pools_own_pool_t *ret, refusal *err)
{
	char strategy[ID_BYTES], name[ID_BYTES];
	fm_refusal why = asked_for(options->capacity, options->alignment);
	fm_pool_options wanted = {
		.struct_size = sizeof wanted,
		.strategy = options->strategy.is_some ? take_id(&options->strategy.val, strategy) : NULL,
		.name = options->name.is_some ? take_name(&options->name.val, name) : NULL,
		.capacity = narrow(options->capacity),
		.block_size = narrow(options->block_size),
		.alignment = narrow_align(options->alignment),
		.provider = &heap_provider,
		.max_buffers = options->max_buffers,
		.mode = options->mode,
		.sharing = options->sharing,
	};
	struct exports_flight_pools_pools_pool_t *handle = malloc(sizeof *handle);
	fm_status status;

	if (handle == NULL)
		return answer_refusal(FM_E_NO_MEMORY, &why, err);
	status = fm_pool_open(&wanted, &handle->pool, &why);
	if (status != FM_OK) {
		free(handle);
		if (options->capacity > SIZE_MAX)
			why.capacity = options->capacity;
		return refuse(status, &why, options->capacity, options->alignment, err);
	}
	*ret = exports_flight_pools_pools_pool_new(handle);
	return true;
}

void exports_flight_pools_pools_pool_destructor(struct exports_flight_pools_pools_pool_t *handle)
{
	fm_pool_unref(handle->pool);
	free(handle);
}

bool exports_flight_pools_pools_method_pool_acquire(borrowed_pool self, uint64_t size, uint64_t align,
	exports_flight_pools_pools_own_memory_buffer_t *ret, refusal *err)
{
	fm_refusal why = asked_for(size, align);
	struct exports_flight_pools_pools_memory_buffer_t *handle = malloc(sizeof *handle);
	fm_status status;

	if (handle == NULL)
		return answer_refusal(FM_E_NO_MEMORY, &why, err);
	status = fm_pool_acquire(self->pool, narrow(size), narrow_align(align), &handle->buffer, &why);
	if (status != FM_OK) {
		free(handle);
		return refuse(status, &why, size, align, err);
	}
	handle->pool = fm_pool_ref(self->pool);
	*ret = exports_flight_pools_pools_memory_buffer_new(handle);
	return true;
}

bool exports_flight_pools_pools_method_pool_release(borrowed_pool self, uint64_t token, error *err)
{
	return answer(fm_pool_release(self->pool, token), err);
}

bool exports_flight_pools_pools_method_pool_explain(borrowed_pool self, uint64_t size, uint64_t align, refusal *err)
{
	fm_refusal why = asked_for(size, align);
	fm_status status = fm_pool_explain(self->pool, FM_REQUEST_BUFFER, narrow(size), narrow_align(align), &why);

	return refuse(status, &why, size, align, err);
}

bool exports_flight_pools_pools_method_pool_usage(borrowed_pool self, exports_flight_pools_pools_pool_usage_t *ret, error *err)
{
	fm_pool_usage usage = FM_STRUCT(fm_pool_usage);
	fm_status status = fm_pool_get_usage(self->pool, &usage);

	*ret = (exports_flight_pools_pools_pool_usage_t){
		.capacity = usage.capacity,
		.used = usage.used,
		.peak = usage.peak,
		.available = usage.available,
		.largest = usage.largest,
		.blocks = usage.blocks,
		.buffers = usage.buffers,
		.granted = usage.granted,
		.refused = usage.refused,
		.control = usage.control,
		.sealed = usage.sealed != 0,
	};
	return answer(status, err);
}

bool exports_flight_pools_pools_method_pool_seal(borrowed_pool self, error *err)
{
	return answer(fm_pool_seal(self->pool), err);
}

bool exports_flight_pools_pools_method_pool_close(borrowed_pool self, error *err)
{
	fm_status status = fm_pool_close(self->pool);

	if (status == FM_OK)
		self->pool = NULL;
	return answer(status, err);
}

uint64_t exports_flight_pools_pools_method_memory_buffer_token(borrowed_buffer self)
{
	return self->buffer.token;
}

uint64_t exports_flight_pools_pools_method_memory_buffer_size(borrowed_buffer self)
{
	return self->buffer.len;
}

/** Where `length` bytes at `offset` of the buffer lie, if it is still out and has them. */
static fm_status reach(borrowed_buffer self, uint64_t offset, uint64_t length, unsigned char **out)
{
	fm_buffer buffer;
	fm_status status = fm_pool_buffer(self->pool, self->buffer.token, &buffer);

	if (status != FM_OK)
		return status;
	if (offset > buffer.len || length > buffer.len - offset)
		return FM_E_RANGE;
	*out = (unsigned char *)buffer.data + offset;
	return FM_OK;
}

bool exports_flight_pools_pools_method_memory_buffer_read(borrowed_buffer self, uint64_t offset, uint64_t length, flightmem_core_list_u8_t *ret, error *err)
{
	unsigned char *bytes;
	fm_status status = reach(self, offset, length, &bytes);

	ret->len = (size_t)length;
	ret->ptr = NULL;
	if (status != FM_OK || length == 0)
		return answer(status, err);
	ret->ptr = malloc((size_t)length);
	if (ret->ptr == NULL)
		return answer(FM_E_NO_MEMORY, err);
	memcpy(ret->ptr, bytes, (size_t)length);
	return true;
}

bool exports_flight_pools_pools_method_memory_buffer_write(borrowed_buffer self, uint64_t offset, flightmem_core_list_u8_t *bytes, error *err)
{
	unsigned char *place;
	fm_status status = reach(self, offset, bytes->len, &place);

	if (status == FM_OK)
		memcpy(place, bytes->ptr, bytes->len);
	flightmem_core_list_u8_free(bytes);
	return answer(status, err);
}

void exports_flight_pools_pools_memory_buffer_destructor(struct exports_flight_pools_pools_memory_buffer_t *handle)
{
	(void)fm_pool_release(handle->pool, handle->buffer.token); /* stale iff it was released by its token */
	fm_pool_unref(handle->pool);
	free(handle);
}

/**
 * What the host calls. The glue exports it as `memory_buffer`, which no host looks for (wit-bindgen-c 0.63); one that is mended will not
 * link with this.
 */
__attribute__((export_name("flight:pools/pools@0.1.0#[dtor]memory-buffer"))) void drop_memory_buffer(struct exports_flight_pools_pools_memory_buffer_t *handle)
{
	exports_flight_pools_pools_memory_buffer_destructor(handle);
}

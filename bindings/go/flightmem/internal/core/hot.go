// SPDX-License-Identifier: MIT

package core

/*
#include "header.h"

// Structs come back by value: an out-parameter of Go would be moved to the heap. Addresses are words, so that the collector does not
// look at them.
typedef struct fm_go_acquired {
	uintptr_t data;
	uint64_t token;
	int32_t status;
} fm_go_acquired;

typedef struct fm_go_plane {
	uintptr_t data;
	uint64_t len;
	uint64_t token;
	uint32_t stride;
	uint32_t pixel_bits;
	int32_t status;
} fm_go_plane;

typedef struct fm_go_bytes {
	uintptr_t data;
	int32_t status;
} fm_go_bytes;

typedef struct fm_go_address {
	uint64_t value;
	uint32_t space;
	int32_t status;
} fm_go_address;

static inline fm_go_acquired fm_go_acquire(uintptr_t pool, size_t size, size_t align)
{
	fm_acquired got = fm_pool_acquire_value((fm_pool *)pool, size, align);
	fm_go_acquired out = { (uintptr_t)got.buffer.data, got.buffer.token, got.status };
	return out;
}

static inline int32_t fm_go_release(uintptr_t pool, uint64_t token)
{
	return fm_pool_release((fm_pool *)pool, token);
}

static inline fm_go_plane fm_go_plane_acquire(uintptr_t pool, uint32_t width, uint32_t height, uint32_t format, uint32_t row_align)
{
	fm_plane_options options;
	fm_plane plane;
	fm_go_plane out = { 0, 0, 0, 0, 0, 0 };
	fm_struct_init(&options, sizeof options);
	options.width = width;
	options.height = height;
	options.format = format;
	options.row_align = row_align;
	out.status = fm_plane_describe(&options, &plane);
	if (out.status)
		return out;
	out.len = plane.buffer.len;
	out.status = fm_plane_acquire((fm_pool *)pool, &options, &plane, NULL);
	if (out.status)
		return out;
	out.data = (uintptr_t)plane.buffer.data;
	out.token = plane.buffer.token;
	out.stride = plane.stride;
	out.pixel_bits = plane.pixel_bits;
	return out;
}

static inline fm_go_bytes fm_go_space_bytes(uintptr_t space, uint64_t value, uint32_t index, uint64_t size)
{
	fm_address address = { value, index, 0 };
	void *data = NULL;
	fm_go_bytes out = { 0, 0 };
	out.status = fm_space_to_host((fm_space *)space, address, size, &data, NULL);
	out.data = (uintptr_t)data;
	return out;
}

static inline fm_go_address fm_go_space_guest(uintptr_t space, uintptr_t pointer)
{
	fm_address address = { 0, 0, 0 };
	fm_go_address out = { 0, 0, 0 };
	out.status = fm_space_to_guest((fm_space *)space, (const void *)pointer, &address);
	out.value = address.value;
	out.space = address.space;
	return out;
}
*/
import "C"

// Acquire is fm_pool_acquire_value().
func Acquire(pool Handle, size, align uint64) (data uintptr, token uint64, status int32) {
	got := C.fm_go_acquire(C.uintptr_t(pool), C.size_t(size), C.size_t(align))
	return uintptr(got.data), uint64(got.token), int32(got.status)
}

// Release is fm_pool_release().
func Release(pool Handle, token uint64) int32 {
	return int32(C.fm_go_release(C.uintptr_t(pool), C.uint64_t(token)))
}

// RawPlane is what AcquirePlane returns; Len is set as soon as the options make sense.
type RawPlane struct {
	Data      uintptr
	Len       uint64
	Token     uint64
	Stride    uint32
	PixelBits uint32
	Status    int32
}

// AcquirePlane is fm_plane_acquire().
func AcquirePlane(pool Handle, width, height, format, rowAlign uint32) RawPlane {
	got := C.fm_go_plane_acquire(C.uintptr_t(pool), C.uint32_t(width), C.uint32_t(height), C.uint32_t(format), C.uint32_t(rowAlign))
	return RawPlane{uintptr(got.data), uint64(got.len), uint64(got.token), uint32(got.stride), uint32(got.pixel_bits), int32(got.status)}
}

// SpaceBytes is fm_space_to_host().
func SpaceBytes(space Handle, value uint64, index uint32, size uint64) (data uintptr, status int32) {
	got := C.fm_go_space_bytes(C.uintptr_t(space), C.uint64_t(value), C.uint32_t(index), C.uint64_t(size))
	return uintptr(got.data), int32(got.status)
}

// SpaceGuest is fm_space_to_guest().
func SpaceGuest(space Handle, pointer uintptr) (value uint64, index uint32, status int32) {
	got := C.fm_go_space_guest(C.uintptr_t(space), C.uintptr_t(pointer))
	return uint64(got.value), uint32(got.space), int32(got.status)
}

// HeaderMajor is the major version that this package was made for.
const HeaderMajor = C.FM_VERSION_MAJOR

// HeaderVersion is the version that this package was made for.
const HeaderVersion = C.FM_VERSION_STRING

// PlaneRowAlign is the row alignment of a plane that asks for none.
const PlaneRowAlign = C.FM_PLANE_ROW_ALIGN

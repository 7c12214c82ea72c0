/* SPDX-License-Identifier: MIT */
/* The SWIG interface that every language starts from: what crosses the border for all of them, and how it is called there. What a
 * language does in its own way (errors, handles, views) stands in LANG/LANG.i, which is read first. */
%module core
%include <stdint.i>

/* What compiler.h says to a compiler is nothing to SWIG. */
#define FM_API
#define FM_NODISCARD
#define FM_BEGIN_DECLS
#define FM_END_DECLS

#if defined(SWIGPYTHON)
%include "python/python.i"
#elif defined(SWIGGO)
%include "go/go.i"
#else
#error "no bindings/LANG/LANG.i for this language"
#endif

/* Constants and statuses are made by names.py, with their documentation. */
%rename("$ignore", %$isconstant) "";

/* Texts come with their length, so that one with a NUL inside is judged whole. */
%apply (char *STRING, size_t LENGTH) { (const char *text, size_t length) };

/* Output structs are made with struct_size set and read through members; nobody sets them by hand. */
%ignore *::struct_size;
%ignore *::reserved;
%define FM_OUTPUT(type)
%extend type {
	type()
	{
		type *made = (type *)malloc(sizeof *made);
		if (made)
			fm_struct_init(made, sizeof *made);
		return made;
	}
	~type() { free($self); }
}
%enddef
%immutable;
FM_OUTPUT(fm_profile_info)
FM_OUTPUT(fm_space_info)
FM_OUTPUT(fm_region)
FM_OUTPUT(fm_mirror)
FM_OUTPUT(fm_reserved_area)
FM_OUTPUT(fm_location)
FM_OUTPUT(fm_pool_usage)
FM_OUTPUT(fm_region_usage)
FM_OUTPUT(fm_refusal)

/* Calls whose shape no language can have as it is: results in the caller's storage, options full of pointers, structs by value. Each has
 * a twin below, and the original is not wrapped. */
%ignore fm_size_parse;
%ignore fm_size_format;
%ignore fm_refusal_format;
%ignore fm_profile_locate;
%ignore fm_profile_address_parse;
%ignore fm_profile_address_format;
%ignore fm_pool_new;
%ignore fm_pool_open;
%ignore fm_pool_alloc;
%ignore fm_pool_alloc_aligned;
%ignore fm_pool_free;
%ignore fm_pool_acquire;
%ignore fm_pool_acquire_value;
%ignore fm_pool_buffer;
%ignore fm_pool_storage;
%ignore fm_pool_footprint;
%ignore fm_pool_control_size;
%ignore fm_pool_options;
%ignore fm_space_control_size;
%ignore fm_space_reserve;
%ignore fm_space_give_back;
%ignore fm_space_to_host;
%ignore fm_space_to_guest;
%ignore fm_space_open;
%ignore fm_space_options;
%ignore fm_reservation;

%{
#include <stdlib.h>

/* A text that was read: the value, or what is wrong and where. An empty text of Go has no address. */
typedef struct fm_reading {
	fm_status status;
	uint32_t space;
	uint64_t value;
	uint64_t position;
} fm_reading;

static fm_reading fm_size_read(const char *text, size_t length)
{
	fm_reading reading = { 0, 0, 0, 0 };
	size_t at = 0;
	reading.status = fm_size_parse(text ? text : "", length, &reading.value, &at);
	reading.position = at;
	return reading;
}

static fm_reading fm_address_read(const fm_profile *profile, const char *text, size_t length)
{
	fm_reading reading = { 0, 0, 0, 0 };
	fm_address address = { 0, 0, 0 };
	size_t at = 0;
	reading.status = fm_profile_address_parse(profile, text ? text : "", length, &address, &at);
	reading.value = address.value;
	reading.space = address.space;
	reading.position = at;
	return reading;
}

/* The writers give a text that the caller frees, NULL iff there is none. */
static char *fm_size_write(uint64_t bytes, uint32_t style)
{
	size_t length = fm_size_format(bytes, style, NULL, 0);
	char *text = length ? (char *)malloc(length + 1) : NULL;
	if (text)
		fm_size_format(bytes, style, text, length + 1);
	return text;
}

static char *fm_address_write(const fm_profile *profile, uint64_t value, uint32_t space)
{
	fm_address address = { value, space, 0 };
	size_t length = fm_profile_address_format(profile, address, NULL, 0);
	char *text = length ? (char *)malloc(length + 1) : NULL;
	if (text)
		fm_profile_address_format(profile, address, text, length + 1);
	return text;
}

static char *fm_refusal_write(const fm_refusal *why)
{
	size_t length = fm_refusal_format(why, NULL, 0);
	char *text = (char *)malloc(length + 1);
	if (text)
		fm_refusal_format(why, text, length + 1);
	return text;
}

static fm_status fm_address_locate(const fm_profile *profile, uint64_t value, uint32_t space, fm_location *out)
{
	fm_address address = { value, space, 0 };
	return fm_profile_locate(profile, address, out);
}

#ifdef SWIGGO
/* fm_space_open() with all defaults. */
static fm_status fm_space_make(const fm_profile *profile, fm_space **out, fm_refusal *why)
{
	return fm_space_open(profile, NULL, out, why);
}
#endif

/* fm_pool_open() for languages: the options that a language can say. Empty texts are NULL. */
static fm_status fm_pool_make(const char *strategy, const char *name, size_t capacity, size_t block_size, size_t alignment,
	uint32_t max_buffers, fm_space *space, const char *region, const char *wants, fm_pool **out, fm_refusal *why)
{
	fm_pool_options options;
	fm_struct_init(&options, sizeof options);
	options.strategy = strategy && *strategy ? strategy : NULL;
	options.name = name && *name ? name : NULL;
	options.capacity = capacity;
	options.block_size = block_size;
	options.alignment = alignment;
	options.max_buffers = max_buffers;
	options.space = space;
	options.region = region && *region ? region : NULL;
	options.wants = wants && *wants ? wants : NULL;
	return fm_pool_open(&options, out, why);
}
%}

typedef struct fm_reading {
	fm_status status;
	uint32_t space;
	uint64_t value;
	uint64_t position;
} fm_reading;
%newobject fm_size_write;
%newobject fm_address_write;
%newobject fm_refusal_write;
fm_reading fm_size_read(const char *text, size_t length);
fm_reading fm_address_read(const fm_profile *profile, const char *text, size_t length);
char *fm_size_write(uint64_t bytes, uint32_t style);
char *fm_address_write(const fm_profile *profile, uint64_t value, uint32_t space);
char *fm_refusal_write(const fm_refusal *why);
fm_status fm_address_locate(const fm_profile *profile, uint64_t value, uint32_t space, fm_location *out);
#if defined(SWIGGO)
fm_status fm_space_make(const fm_profile *profile, fm_space **out, fm_refusal *why);
fm_status fm_pool_make(const char *strategy, const char *name, size_t capacity, size_t block_size, size_t alignment, uint32_t max_buffers,
	fm_space *space, const char *region, const char *wants, fm_pool **out, fm_refusal *why);
#endif

typedef uint32_t fm_address_style;
typedef struct fm_range {
	uint64_t base;
	uint64_t size;
} fm_range;
%include <flightmem/status.h>
%include <flightmem/size.h>
%include <flightmem/profile.h>
%include <flightmem/refusal.h>
%include <flightmem/space.h>
%include <flightmem/pool.h>
%include <flightmem/version.h>

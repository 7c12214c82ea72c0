/* SPDX-License-Identifier: MIT */
/** @file
 * The ops of the scenarios (README.md) in C. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ops.h"

enum kind { PROFILE, SPACE, POOL, BUFFER };

/* An object of the running scenario. */
struct object {
	char name[16];
	enum kind kind;
	const fm_profile *profile;
	fm_space *space;
	fm_pool *pool; /* of a buffer: where it came from */
	fm_buffer buffer;
	int out; /* of a buffer: 1 until it is released */
};

static struct object objects[32];
static size_t object_count;

void die(const struct step *step, const char *what)
{
	char *text = json_dumps(step->json, JSON_COMPACT);
	fprintf(stderr, "%s in %s\n", what, text);
	exit(2);
}

static const char *text_of(const struct step *step, const char *key)
{
	return json_string_value(json_object_get(step->json, key));
}

static uint32_t small_of(const struct step *step, const char *key)
{
	return (uint32_t)json_integer_value(json_object_get(step->json, key));
}

/* A 64-bit number, which JSON has as text; 0 where it is not there. */
static uint64_t number_of(const struct step *step, const char *key)
{
	const char *text = text_of(step, key);
	char *end;
	uint64_t value;

	if (text == NULL)
		return 0;
	errno = 0;
	value = strtoull(text, &end, 10);
	if (*text == '\0' || *end != '\0' || errno != 0)
		die(step, "no number");
	return value;
}

static struct object *find(const struct step *step, const char *key, enum kind kind)
{
	const char *name = text_of(step, key);
	size_t i;

	for (i = object_count; name != NULL && i-- > 0;)
		if (objects[i].kind == kind && strcmp(objects[i].name, name) == 0)
			return &objects[i];
	die(step, "no such object");
	return NULL;
}

static struct object *keep(const struct step *step, enum kind kind)
{
	struct object *made = &objects[object_count];
	const char *name = text_of(step, "as");

	if (name == NULL || object_count == sizeof objects / sizeof objects[0])
		die(step, "no name, or too many objects");
	memset(made, 0, sizeof *made);
	snprintf(made->name, sizeof made->name, "%s", name);
	made->kind = kind;
	object_count++;
	return made;
}

static void say(struct step *step, const char *key, const char *text)
{
	json_object_set_new(step->answer, key, json_string(text));
}

static void say_number(struct step *step, const char *key, uint64_t value)
{
	char text[24];

	snprintf(text, sizeof text, "%" PRIu64, value);
	say(step, key, text);
}

static fm_status status_show(struct step *step)
{
	fm_status status = (fm_status)strtol(text_of(step, "code"), NULL, 10);

	say(step, "name", fm_status_name(status));
	say(step, "kind", fm_status_kind_name(fm_status_get_kind(status)));
	say(step, "text", fm_status_text(status));
	say(step, "remedy", fm_status_remedy(status));
	return FM_OK;
}

static fm_status size_parse(struct step *step)
{
	json_t *text = json_object_get(step->json, "text");
	uint64_t bytes = 0;
	fm_status status = fm_size_parse(json_string_value(text), json_string_length(text), &bytes, &step->at);

	say_number(step, "bytes", bytes);
	return status;
}

static fm_status size_format(struct step *step)
{
	static const char *const styles[] = { "human", "exact", "round-trip" };
	fm_size_style style = FM_SIZE_HUMAN;
	char text[64];

	while (strcmp(styles[style], text_of(step, "style")) != 0)
		if (++style == sizeof styles / sizeof styles[0])
			die(step, "no such style");
	fm_size_format(number_of(step, "bytes"), style, text, sizeof text);
	say(step, "text", text);
	return FM_OK;
}

static fm_status profile_find(struct step *step)
{
	fm_profile_info info = FM_STRUCT(fm_profile_info);
	const fm_profile *profile = fm_profile_find(text_of(step, "id"));
	fm_status status = profile == NULL ? FM_E_NOT_FOUND : fm_profile_get_info(profile, &info);

	if (status != FM_OK)
		return status;
	keep(step, PROFILE)->profile = profile;
	say(step, "id", info.id);
	say(step, "name", info.name);
	say(step, "tier", fm_tier_name(info.tier));
	say_number(step, "regions", info.region_count);
	return FM_OK;
}

static const char *fact(fm_fact value)
{
	return value == FM_FACT_YES ? "yes" : value == FM_FACT_NO ? "no" : "unknown";
}

static fm_status region(struct step *step)
{
	fm_region one = FM_STRUCT(fm_region);
	fm_status status = fm_profile_region(find(step, "profile", PROFILE)->profile, small_of(step, "index"), &one);

	if (status != FM_OK)
		return status;
	say(step, "id", one.id);
	say(step, "kind", fm_region_kind_name(one.kind));
	say_number(step, "base", one.base);
	say_number(step, "size", one.size);
	say(step, "read", fact(one.read));
	say(step, "write", fact(one.write));
	say(step, "execute", fact(one.execute));
	say_number(step, "mirrors", one.mirror_count);
	return FM_OK;
}

static fm_status address_of(struct step *step, const fm_profile *profile, fm_address *address)
{
	return fm_profile_address_parse(profile, text_of(step, "address"), FM_TEXT, address, &step->at);
}

static fm_status locate(struct step *step)
{
	const fm_profile *profile = find(step, "profile", PROFILE)->profile;
	fm_location found = FM_STRUCT(fm_location);
	fm_region one = FM_STRUCT(fm_region);
	fm_address address;
	fm_status status = address_of(step, profile, &address);

	if (status == FM_OK)
		status = fm_profile_locate(profile, address, &found);
	if (status == FM_OK)
		status = fm_profile_region(profile, found.region, &one);
	if (status != FM_OK)
		return status;
	say(step, "region", one.id);
	say_number(step, "offset", found.offset);
	say_number(step, "left", found.left);
	say_number(step, "mirror", found.mirror);
	if (found.mirror == FM_NONE)
		say(step, "mirror", "none");
	return FM_OK;
}

static fm_status address_format(struct step *step)
{
	const fm_profile *profile = find(step, "profile", PROFILE)->profile;
	char text[64];
	fm_address address;
	fm_status status = address_of(step, profile, &address);

	if (status != FM_OK)
		return status;
	fm_profile_address_format(profile, address, text, sizeof text);
	say(step, "text", text);
	return FM_OK;
}

static fm_status space_open(struct step *step)
{
	fm_space *space;
	fm_status status = fm_space_open(find(step, "profile", PROFILE)->profile, NULL, &space, &step->why);

	if (status == FM_OK)
		keep(step, SPACE)->space = space;
	return status;
}

static fm_status space_close(struct step *step)
{
	struct object *object = find(step, "space", SPACE);
	fm_status status = fm_space_close(object->space);

	if (status == FM_OK)
		object->space = NULL;
	return status;
}

static fm_status byte_at(struct step *step, unsigned char **byte)
{
	fm_space *space = find(step, "space", SPACE)->space;
	void *pointer = NULL;
	fm_address address;
	fm_status status = address_of(step, fm_space_profile(space), &address);

	if (status == FM_OK)
		status = fm_space_to_host(space, address, 1, &pointer, &step->why);
	*byte = pointer;
	return status;
}

static fm_status poke(struct step *step)
{
	unsigned char *byte;
	fm_status status = byte_at(step, &byte);

	if (status == FM_OK)
		*byte = (unsigned char)small_of(step, "byte");
	return status;
}

static fm_status peek(struct step *step)
{
	unsigned char *byte;
	fm_status status = byte_at(step, &byte);

	if (status == FM_OK)
		say_number(step, "byte", *byte);
	return status;
}

static fm_status region_usage(struct step *step)
{
	fm_region_usage usage = FM_STRUCT(fm_region_usage);
	fm_status status = fm_space_get_usage(find(step, "space", SPACE)->space, text_of(step, "region"), &usage);

	say_number(step, "capacity", usage.capacity);
	say_number(step, "used", usage.used);
	say_number(step, "peak", usage.peak);
	say_number(step, "largest", usage.largest);
	say_number(step, "refused", usage.refused);
	return status;
}

static fm_status pool_open(struct step *step)
{
	fm_pool_options options = FM_STRUCT(fm_pool_options);
	fm_pool *pool;
	fm_status status;

	options.strategy = text_of(step, "strategy");
	options.name = text_of(step, "name");
	options.capacity = number_of(step, "capacity");
	options.block_size = number_of(step, "block_size");
	options.alignment = number_of(step, "alignment");
	options.max_buffers = small_of(step, "max_buffers");
	options.region = text_of(step, "region");
	options.wants = text_of(step, "wants");
	if (text_of(step, "space") != NULL)
		options.space = find(step, "space", SPACE)->space;
	status = fm_pool_open(&options, &pool, &step->why);
	if (status != FM_OK)
		return status;
	keep(step, POOL)->pool = pool;
	say(step, "name", fm_pool_name(pool));
	say(step, "strategy", fm_pool_strategy(pool));
	return FM_OK;
}

static fm_status pool_close(struct step *step)
{
	struct object *object = find(step, "pool", POOL);
	fm_status status = fm_pool_close(object->pool);

	if (status == FM_OK)
		object->pool = NULL;
	return status;
}

static fm_status seal(struct step *step)
{
	return fm_pool_seal(find(step, "pool", POOL)->pool);
}

static fm_status usage(struct step *step)
{
	fm_pool_usage now = FM_STRUCT(fm_pool_usage);
	fm_status status = fm_pool_get_usage(find(step, "pool", POOL)->pool, &now);

	say_number(step, "capacity", now.capacity);
	say_number(step, "used", now.used);
	say_number(step, "peak", now.peak);
	say_number(step, "available", now.available);
	say_number(step, "largest", now.largest);
	say_number(step, "blocks", now.blocks);
	say_number(step, "buffers", now.buffers);
	say_number(step, "granted", now.granted);
	say_number(step, "refused", now.refused);
	say_number(step, "sealed", now.sealed);
	return status;
}

static void keep_buffer(struct step *step, fm_pool *pool, fm_buffer buffer)
{
	struct object *made = keep(step, BUFFER);

	made->pool = pool;
	made->buffer = buffer;
	made->out = 1;
	say_number(step, "len", buffer.len);
}

static fm_status acquire(struct step *step)
{
	fm_pool *pool = find(step, "pool", POOL)->pool;
	fm_buffer buffer;
	fm_status status = fm_pool_acquire(pool, number_of(step, "size"), number_of(step, "align"), &buffer, &step->why);

	if (status == FM_OK)
		keep_buffer(step, pool, buffer);
	return status;
}

static fm_status explain(struct step *step)
{
	return fm_pool_explain(find(step, "pool", POOL)->pool, FM_REQUEST_BUFFER, number_of(step, "size"), 0, &step->why);
}

static fm_status plane(struct step *step)
{
	fm_pool *pool = find(step, "pool", POOL)->pool;
	fm_plane_options options = FM_STRUCT(fm_plane_options);
	fm_plane made;
	fm_status status;

	options.width = small_of(step, "width");
	options.height = small_of(step, "height");
	options.format = small_of(step, "format");
	options.row_align = small_of(step, "row_align");
	status = fm_plane_acquire(pool, &options, &made, &step->why);
	if (status != FM_OK)
		return status;
	keep_buffer(step, pool, made.buffer);
	say_number(step, "stride", made.stride);
	say_number(step, "pixel_bits", made.pixel_bits);
	return FM_OK;
}

static fm_status fill(struct step *step)
{
	const fm_buffer *buffer = &find(step, "buffer", BUFFER)->buffer;

	memset(buffer->data, (int)small_of(step, "byte"), buffer->len);
	return FM_OK;
}

static fm_status sum(struct step *step)
{
	const fm_buffer *buffer = &find(step, "buffer", BUFFER)->buffer;
	uint64_t total = 0;
	size_t i;

	for (i = 0; i < buffer->len; i++)
		total += ((const unsigned char *)buffer->data)[i];
	say_number(step, "sum", total);
	return FM_OK;
}

static fm_status guest(struct step *step)
{
	fm_space *space = find(step, "space", SPACE)->space;
	char text[64];
	fm_address address;
	fm_status status = fm_space_to_guest(space, find(step, "buffer", BUFFER)->buffer.data, &address);

	if (status != FM_OK)
		return status;
	fm_profile_address_format(fm_space_profile(space), address, text, sizeof text);
	say(step, "text", text);
	return FM_OK;
}

static fm_status release(struct step *step)
{
	struct object *object = find(step, "buffer", BUFFER);
	fm_status status = fm_pool_release(object->pool, object->buffer.token);

	if (status == FM_OK)
		object->out = 0;
	return status;
}

static const struct {
	const char *name;
	op_function *run;
} ops[] = {
	{ "acquire", acquire },
	{ "address_format", address_format },
	{ "explain", explain },
	{ "fill", fill },
	{ "guest", guest },
	{ "locate", locate },
	{ "peek", peek },
	{ "plane", plane },
	{ "poke", poke },
	{ "pool_close", pool_close },
	{ "pool_open", pool_open },
	{ "profile_find", profile_find },
	{ "region", region },
	{ "region_usage", region_usage },
	{ "release", release },
	{ "seal", seal },
	{ "size_format", size_format },
	{ "size_parse", size_parse },
	{ "space_close", space_close },
	{ "space_open", space_open },
	{ "status_show", status_show },
	{ "sum", sum },
	{ "usage", usage },
};

op_function *op_find(const char *name)
{
	size_t i;

	for (i = 0; name != NULL && i < sizeof ops / sizeof ops[0]; i++)
		if (strcmp(ops[i].name, name) == 0)
			return ops[i].run;
	return NULL;
}

void objects_drop(void)
{
	while (object_count > 0) {
		const struct object *last = &objects[--object_count];

		if (last->kind == BUFFER && last->out)
			fm_pool_release(last->pool, last->buffer.token);
		else if (last->kind == POOL)
			fm_pool_unref(last->pool);
		else if (last->kind == SPACE)
			fm_space_unref(last->space);
	}
}

/* SPDX-License-Identifier: MIT */
/** @file
 * A validator on the map of a running process. Memory is obtained first and the map read then, so that of the own process the validator is a
 * part of what it stands for; where it does not suffice, twice as much is tried. */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/abi.h"
#include "base/provider.h"
#include "base/refuse.h"
#include "base/text.h"
#include "host/process_map.h"
#include "validate/validate.h"

/** Bytes that are read at once, on the stack: memory from elsewhere would be part of the map, and then gone. */
#define PIECE_BYTES 4096
/** Room for "/proc/4294967295/maps". */
#define PATH_BYTES 32
/** Regions that there is room for at the first attempt. */
#define ROOM_FIRST 256u

/** What an attempt works with. */
struct attempt {
	fm_validator_options options; /**< the caller's; list and control block are the attempt's */
	fm_memory_provider provider;
	uint32_t process;
	size_t bytes; /**< that the provider was asked for */
};

/** The map's file; -1 with errno where there is none. */
static int open_map(uint32_t process)
{
	char path[PATH_BYTES];
	fm_text text = fm_text_begin(path, sizeof path);

	fm_text_add(&text, "/proc/");
	fm_text_add_number(&text, process != 0 ? process : (uint32_t)getpid());
	fm_text_add(&text, "/maps");
	fm_text_end(&text);
	return open(path, O_RDONLY | O_CLOEXEC);
}

/** Reads the map into the reader's regions. */
static fm_status read_map(uint32_t process, fm_map_reader *reader)
{
	char piece[PIECE_BYTES];
	int file = open_map(process);
	fm_status status = FM_OK;
	ssize_t length = 1;

	if (file < 0)
		return errno == ENOENT ? FM_E_NOT_FOUND : FM_E_UNSUPPORTED;
	while (status == FM_OK && length > 0) {
		length = read(file, piece, sizeof piece);
		status = length < 0 ? FM_E_UNSUPPORTED : fm_map_reader_feed(reader, piece, (size_t)length);
	}
	close(file);
	return status == FM_OK && reader->is_inside ? FM_E_SYNTAX : status;
}

/**
 * Opens with room for so many regions, in one block: | validator, rows, index | list |.
 * Returns FM_E_TOO_LARGE iff the map has become larger than that. */
static fm_status open_with_room(struct attempt *attempt, uint32_t room, fm_validator **out)
{
	const fm_memory_provider *provider = &attempt->provider;
	size_t control = fm_validate_list_bytes(room);
	void *block = NULL;

	attempt->bytes = control + room * sizeof(fm_validator_region);

	fm_status status = provider->obtain(provider->user, attempt->bytes, FM_VALIDATE_CONTROL_ALIGN, &block);

	if (status != FM_OK)
		return status;

	fm_map_reader reader = { .regions = (void *)((char *)block + control), .capacity = room };

	status = read_map(attempt->process, &reader);
	attempt->options.regions = reader.regions;
	attempt->options.region_count = reader.count;
	attempt->options.control = block;
	attempt->options.control_size = control;
	if (status == FM_OK)
		status = fm_validator_open(&attempt->options, out, NULL);
	if (status == FM_OK)
		(*out)->control_bytes = attempt->bytes; /* goes back with the validator */
	else
		provider->give_back(provider->user, block, attempt->bytes, FM_VALIDATE_CONTROL_ALIGN);
	return status;
}

static fm_status try_to_open(struct attempt *attempt, fm_validator **out)
{
	fm_status status = FM_E_TOO_LARGE;

	for (uint32_t room = ROOM_FIRST; status == FM_E_TOO_LARGE && room / 2 < FM_VALIDATE_WINDOWS_MAX; room *= 2)
		status = open_with_room(attempt, room, out);
	return status;
}

/** Says that the map was refused, and how much memory was asked for. */
static fm_status refuse_map(const struct attempt *attempt, fm_status status, fm_refusal *why)
{
	fm_refusal what = { .status = status, .help = FM_HELP_OTHER, .asked = attempt->bytes, .subject = "process map" };

	return fm_refuse(why, &what);
}

/** Reads the caller's options, of any age. */
static fm_status read_wishes(struct attempt *attempt, const fm_validator_options *options)
{
	fm_validator_options *known = &attempt->options;
	fm_status status = options == NULL ? FM_OK : fm_abi_import(known, sizeof *known, FM_VALIDATE_OPTIONS_FIRST_SIZE, options);

	if (status == FM_OK && (known->profile != NULL || known->regions != NULL || known->control != NULL))
		status = FM_E_ARGUMENT;
	if (status == FM_OK)
		status = fm_provider_read(known->provider, &attempt->provider);
	return status;
}

fm_status fm_validator_open_process(uint32_t process, const fm_validator_options *options, fm_validator **out, fm_refusal *why)
{
	struct attempt attempt = { .options = FM_STRUCT(fm_validator_options), .provider = FM_STRUCT(fm_memory_provider), .process = process };
	fm_status status = out == NULL ? FM_E_ARGUMENT : read_wishes(&attempt, options);

	if (status == FM_OK)
		status = try_to_open(&attempt, out);
	return status == FM_OK ? FM_OK : refuse_map(&attempt, status, why);
}

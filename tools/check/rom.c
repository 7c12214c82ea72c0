/* SPDX-License-Identifier: MIT */
/** @file
 * Raw images of ROMs: one piece from --base on, or where the cartridge's header says that it belongs. */
#include <inttypes.h>
#include <string.h>

#include "../profile.h"
#include "program.h"

/** A cartridge that is known by its header. */
struct cartridge {
	const char *profile;
	const char *region; /**< that it fills from the begin on */
	const char *what;
	int (*has_header)(const unsigned char *bytes, size_t size);
};

static int has_gba(const unsigned char *bytes, size_t size)
{
	return size >= 0xC0 && bytes[0xB2] == 0x96 && bytes[3] == 0xEA;
}

static int has_megadrive(const unsigned char *bytes, size_t size)
{
	return size >= 0x200 && memcmp(bytes + 0x100, "SEGA", 4) == 0;
}

static int has_n64(const unsigned char *bytes, size_t size)
{
	return size >= 0x40 && memcmp(bytes, "\x80\x37\x12\x40", 4) == 0;
}

/** The header of a SNES cartridge at `at`: a checksum and its complement, and the mapping that belongs to the place. */
static int has_snes(const unsigned char *bytes, size_t size, size_t at, unsigned mapping)
{
	unsigned complement, sum;

	if (size < at + 0x40)
		return 0;
	complement = bytes[at + 0x1C] | (unsigned)bytes[at + 0x1D] << 8;
	sum = bytes[at + 0x1E] | (unsigned)bytes[at + 0x1F] << 8;
	return complement + sum == 0xFFFF && (bytes[at + 0x15] & 0x2F) == mapping;
}

static int has_lorom(const unsigned char *bytes, size_t size)
{
	return has_snes(bytes, size, 0x7FC0, 0x20);
}

static int has_hirom(const unsigned char *bytes, size_t size)
{
	return has_snes(bytes, size, 0xFFC0, 0x21);
}

static const struct cartridge cartridges[] = {
	{ "gba", "rom", "a Game Boy Advance cartridge", has_gba },
	{ "megadrive", "rom", "a Mega Drive cartridge", has_megadrive },
	{ "n64", "cart_dom1", "a Nintendo 64 cartridge", has_n64 },
	{ "snes", "rom_lorom", "a Super Nintendo cartridge, LoROM", has_lorom },
	{ "snes", "rom_hirom", "a Super Nintendo cartridge, HiROM", has_hirom },
};

/** Bytes that a copier put before the image: SNES images are whole KiB. */
static size_t copier_bytes(const struct input *input)
{
	return input->size % 1024 == 512 ? 512 : 0;
}

/** What the header says; NULL: there is none that is known. `*skip` bytes stand before the image. */
static const struct cartridge *find_cartridge(const struct input *input, size_t *skip)
{
	for (size_t i = 0; i < sizeof cartridges / sizeof cartridges[0]; i++) {
		*skip = strcmp(cartridges[i].profile, "snes") == 0 ? copier_bytes(input) : 0;
		if (cartridges[i].has_header(input->bytes + *skip, input->size - *skip))
			return &cartridges[i];
	}
	*skip = 0;
	return NULL;
}

int recognises_rom(const struct invocation *call, const struct input *input)
{
	size_t skip;

	return option_value(call, "base") != NULL || find_cartridge(input, &skip) != NULL;
}

enum exit_code run_rom(const struct invocation *call, const struct input *input)
{
	return run_program(call, input, read_rom);
}

/** Where the image begins. Returns 0, or -1 and why. */
static int find_base(const struct invocation *call, const fm_profile *profile, const struct cartridge *cartridge, fm_address *base, char why[WHY_BYTES])
{
	const char *text = option_value(call, "base"), *id = option_value(call, "profile");
	fm_region region = FM_STRUCT(fm_region);
	size_t error_at = 0;

	if (text != NULL) {
		if (fm_profile_address_parse(profile, text, strlen(text), base, &error_at) == FM_OK)
			return 0;
		snprintf(why, WHY_BYTES, "--base %.60s: no address of %.40s at character %zu", text, id, error_at + 1);
	} else if (cartridge == NULL) {
		snprintf(why, WHY_BYTES, "where does the image lie? --base ADDRESS says it");
	} else if (fm_profile_region_find(profile, cartridge->region, &region) != FM_OK || region.has_base != FM_FACT_YES) {
		snprintf(why, WHY_BYTES, "%s, and no program of %.40s: --profile %s, or --base ADDRESS where it lies", cartridge->what, id, cartridge->profile);
	} else {
		*base = (fm_address){ region.base, region.space, 0 };
		return 0;
	}
	return -1;
}

/** Bytes of one value, all ones or all zeroes, at the end. */
static uint64_t fill_of(const unsigned char *bytes, size_t size)
{
	size_t at = size;

	if (size == 0 || (bytes[size - 1] != 0xFF && bytes[size - 1] != 0))
		return 0;
	while (at > 0 && bytes[at - 1] == bytes[size - 1])
		at--;
	return size - at;
}

int read_rom(const struct invocation *call, const struct input *input, struct image *image, char why[WHY_BYTES])
{
	size_t skip;
	const struct cartridge *cartridge = find_cartridge(input, &skip);
	fm_address base;
	struct piece *piece;

	if (find_base(call, named_profile(option_value(call, "profile")), cartridge, &base, why) != 0)
		return -1;
	if (input->size == skip || base.value > UINT64_MAX - input->size) {
		snprintf(why, WHY_BYTES, "the image is empty or passes the top of the addresses");
		return -1;
	}
	image->kind = "rom";
	image->big_endian = -1;
	image->has_space = 1;
	image->space = base.space;
	image->fill = fill_of(input->bytes + skip, input->size - skip);
	piece = image_add_piece(image, "image", base.value, input->size - skip);
	piece->kind = PIECE_IMAGE;
	piece->stored = piece->size;
	return 0;
}

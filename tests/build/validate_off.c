/* SPDX-License-Identifier: MIT */
/** @file
 * A program that is written with checks, and, with WITHOUT, as if there were none: for test_validate_off.sh to compare the objects. */
#ifdef WITHOUT
#include <stddef.h>
#include <stdint.h>

struct sprite {
	uint16_t x, y;
};

void draw(struct sprite *to, const struct sprite *from, size_t count);
uint32_t read_word(const uint32_t *at);

void draw(struct sprite *to, const struct sprite *from, size_t count)
{
	for (size_t i = 0; i < count; i++)
		to[i] = from[i];
}

uint32_t read_word(const uint32_t *at)
{
	return *at;
}
#else
#include <flightmem/platform/gba.h>
#include <flightmem/validator.h>

struct sprite {
	uint16_t x, y;
};

extern const fm_validator *validator;
void complain(const char *what, fm_status status);
fm_access as_access(const void *at, size_t size, uint32_t access);
void draw(struct sprite *to, const struct sprite *from, size_t count);
uint32_t read_word(const uint32_t *at);

FM_ASSERT_ACCESS(gba, iwram, 0x03000000, 0x7F00, FM_ACCESS_READ | FM_ACCESS_WRITE | FM_ACCESS_32);
FM_ASSERT_DMA(gba, ewram, 160, 4);

void draw(struct sprite *to, const struct sprite *from, size_t count)
{
	if (FM_CHECK(validator, (uintptr_t)to, count * sizeof *to, FM_ACCESS_WRITE | FM_ACCESS_16) != FM_OK)
		complain("sprites", FM_CHECK(validator, (uintptr_t)to, count * sizeof *to, FM_ACCESS_WRITE | FM_ACCESS_16));
	for (size_t i = 0; i < count; i++)
		to[i] = from[i];
}

uint32_t read_word(const uint32_t *at)
{
	fm_status status = FM_CHECK(validator, (uintptr_t)at, 4, FM_ACCESS_READ | FM_ACCESS_32);

	if (status != FM_OK) {
		static const char name[] = "a word";

		complain(name, status);
	}
	(void)FM_CHECK_PAIR(validator, &(fm_access){ 0 }, &(fm_access){ 0 });
	return *at;
}
#endif

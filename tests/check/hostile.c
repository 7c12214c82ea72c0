/* SPDX-License-Identifier: MIT */
/** @file
 * Drives tests/fuzz/fuzz_check.c without a fuzzer: each file whole, cut at every length, and with seeded bytes changed.
 *
 * usage: hostile CHANGES FILE... */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LARGEST = 1 << 16 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint64_t seed = 1;

static uint32_t next_random(void)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(seed >> 33);
}

/** Changes one to eight bytes; half of them among the headers, where most is decided. */
static void change(uint8_t *bytes, size_t size)
{
	static const uint8_t edges[] = { 0, 1, 0x7F, 0x80, 0xFF, 0xFE, 4, 0x10 };

	for (uint32_t i = next_random() % 8 + 1; i > 0; i--) {
		size_t at = next_random() % 2 ? next_random() % (size < 256 ? size : 256) : next_random() % size;

		bytes[at] = next_random() % 2 ? edges[next_random() % sizeof edges] : (uint8_t)next_random();
	}
}

static int drive(const char *file, unsigned long changes)
{
	static uint8_t bytes[LARGEST], changed[LARGEST];
	FILE *from = fopen(file, "rb");
	size_t size;

	if (from == NULL)
		return 1;
	size = fread(bytes, 1, sizeof bytes, from);
	fclose(from);
	if (size == 0)
		return 1;
	for (size_t length = 0; length <= size; length++)
		LLVMFuzzerTestOneInput(bytes, length);
	for (unsigned long i = 0; i < changes; i++) {
		memcpy(changed, bytes, size);
		change(changed, size);
		LLVMFuzzerTestOneInput(changed, size);
	}
	fprintf(stderr, "%s: %zu lengths, %lu changes\n", file, size + 1, changes);
	return 0;
}

int main(int argc, char **argv)
{
	int failed = argc < 3;

	for (int i = 2; i < argc; i++)
		failed |= drive(argv[i], strtoul(argv[1], NULL, 10));
	return failed;
}

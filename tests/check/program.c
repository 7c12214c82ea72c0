/* SPDX-License-Identifier: MIT */
/** @file
 * The program that the tests of flightmem check link for each console: code in ROM and in RAM, constants, data with a stored copy, zeroes, a
 * buffer for DMA. What a test plants, it plants in the linker script. */
#define IN(name) __attribute__((section(name), used))

const unsigned char picture[1024] = { 1, 2, 3 };
unsigned int counters[32] = { 4, 5, 6 };
unsigned char world[4096];
IN(".dma.buffer") __attribute__((aligned(64))) unsigned char buffer[256];
IN(".fast") unsigned int fast(unsigned int seed) { return (seed << 3) ^ (seed >> 5); }

void _start(void);
IN(".header") void _start(void)
{
	for (unsigned int i = 0;; i++) {
		counters[i & 31] += fast(i);
		world[i & 4095] = picture[i & 1023];
		*(volatile unsigned char *)&buffer[i & 255] = world[0];
	}
}

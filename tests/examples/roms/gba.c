/* SPDX-License-Identifier: MIT */
/** @file
 * Game Boy Advance: mode 3, a colour for each pixel: red from its column, green from its row, blue from both. */
#define DISPLAY_CONTROL ((volatile unsigned short *)0x04000000)
#define PIXELS ((volatile unsigned short *)0x06000000)
#define MODE_3_WITH_BG2 0x0403

int main(void)
{
	volatile unsigned short *at = PIXELS;

	*DISPLAY_CONTROL = MODE_3_WITH_BG2;
	for (unsigned y = 0; y < 160; y++) {
		for (unsigned x = 0; x < 240; x++)
			*at++ = (unsigned short)((x & 31) | (y & 31) << 5 | ((x ^ y) >> 3 & 31) << 10);
	}
	for (;;)
		;
}

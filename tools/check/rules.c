/* SPDX-License-Identifier: MIT */
/** @file
 * One sentence for each rule and each number of check. */
#include "rules.h"

#include <stddef.h>

const struct said check_rules[] = {
	{ "outside", "Each byte lies in a region of the platform, and none passes the end of its region." },
	{ "overlap", "No byte has two owners, under whatever address; sections of an OVERLAY take turns." },
	{ "misaligned", "A section begins at a multiple of what it asks for and of what its region is read in." },
	{ "reserved", "No section lies in what the platform keeps for itself; headers and vectors of a ROM are the program's to fill." },
	{ "misplaced", "A section that is named for a region, as FM_IN_REGION() names it, lies there." },
	{ "unloaded", "A section that has bytes is part of a segment that is loaded." },
	{ "not_readable", "Constants and data lie where the CPU loads." },
	{ "written_in_rom", "What the program stores into lies where stores go." },
	{ "not_executable", "Code lies where the CPU fetches instructions." },
	{ "dma_unreachable", "DMA buffers (sections .dma*, --dma) lie where the engine reaches, and begin and end as it needs them." },
	{ "wrong_processor", "The program is for a processor of the platform." },
	{ "wrong_byte_order", "It has the byte order of the platform." },
	{ "wrong_width", "It is not 64-bit where the CPU is not." },
	{ "budget", "A region uses no more than --budget grants." },
	{ "growth", "With --fail-on growth no region uses more than in --baseline." },
	{ NULL, NULL },
};

const struct said check_numbers[] = {
	{ "size", "bytes of the region, as the platform's profile has them." },
	{ "used", "bytes of sections, of stored copies, of stack and heap, and what the platform keeps; each byte once, whatever addresses lead to it." },
	{ "%", "used of size, rounded down." },
	{ "free", "size - used, exactly." },
	{ "slack", "free bytes outside the largest free piece: gaps that alignment and fixed addresses leave." },
	{ "budget", "what --budget grants." },
	{ "copies", "a section that runs in RAM and is stored in ROM (.data) is counted in both; .bss only where it runs; a thread's own zeroes nowhere." },
	{ "stack", "what a .stack section, the symbols of the linker script or --stack say; nothing where none of them does." },
	{ "heap", "the same; a heap that takes what is left is the free bytes." },
	{ NULL, NULL },
};

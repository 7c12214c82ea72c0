/* SPDX-License-Identifier: MIT */
/** @file
 * The map of a process: which of its own addresses may be read, written, executed. From the text that Linux gives as /proc/PID/maps, live or
 * recorded, one line a mapping, in the order of addresses:
 *
 *     7f3828400000-7f3828426000 r-xp 00001000 fe:00 325835     /usr/lib/libc.so.6
 *     first address - end       rights, private or shared      what follows is the mapping's name, for people
 *
 * A map is a snapshot. OK means: when the text was made, every byte was mapped with these rights. Take it again after anything that maps,
 * unmaps or protects: mmap, brk (a malloc that grows), dlopen, a new thread. Old and new validator may stand side by side: threads that still
 * hold the old one keep their reference.
 *
 * - Neighbours with equal rights are one region: an access may cross from one mapping to the next. Where rights change there is an end.
 * - Guard pages (`---p`) are regions that grant nothing: FM_E_ACCESS_PERMISSION, where a hole is FM_E_ACCESS_BOUNDS. Guards that Linux hides
 *   from the text (the gap below a growing stack, MADV_GUARD_INSTALL) are not seen.
 * - The stack is what it is now. It grows down when it is used, and what is below becomes right only then.
 * - Rights are the mapping's, not the processor's: memory keys and an x86 that reads what is write-only are not judged. [vsyscall] is what
 *   its line says: it may be executed only.
 * - No mapping grants DMA: no text says what a device reaches.
 *
 * While a live map is read other threads may change it. Linux promises that what lies there all the time is seen, and that nothing overlaps. */
#ifndef FLIGHTMEM_PROCESS_H
#define FLIGHTMEM_PROCESS_H

#include <flightmem/validator.h>

FM_BEGIN_DECLS

/**
 * Reads the regions of a map: what fm_validator_open() takes as a list. A region that grants both FM_ACCESS_WRITE and FM_ACCESS_EXECUTE is what
 * FM_RULE_WX refuses to execute.
 *
 * @param text      `length` bytes of whole lines
 * @param regions   room for `capacity`; NULL: they are only counted
 * @param count     receives how many
 * @param line      NULL, or receives the number of the line that is wrong, from 1, where one is
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `text` or `count` is NULL; FM_E_SYNTAX iff a line is not as above, or the last one has no end (the text is
 * cut off); FM_E_RANGE iff a mapping holds no byte, a number has more than 16 digits, or a mapping begins before the end of the one before it;
 * FM_E_TOO_LARGE iff there are more than `capacity`. A failure leaves `*count`; `regions` may hold those of the lines before. O(length).
 */
FM_API fm_status fm_process_map_parse(const char *text, size_t length, fm_validator_region *regions, uint32_t capacity, uint32_t *count, uint64_t *line);

/**
 * Opens a validator on the map that a process has now. Its memory is obtained before the map is read, so of the own process it is a part of it.
 *
 * @param process  its number; 0: the own one
 * @param options  NULL, or rules, level, flags, provider; `profile`, `regions` and `control` are NULL. Loads and stores of a width are judged
 *                 as naturally aligned, unless FM_VALIDATOR_ALLOW_UNALIGNED says that the processor does not mind
 *
 * Returns as fm_validator_open(), and FM_E_ARGUMENT iff `options.control` is given: how much it takes is not known before; FM_E_NOT_FOUND iff
 * the system shows no map of such a process; FM_E_UNSUPPORTED iff it refuses to show it; FM_E_SYNTAX, FM_E_RANGE as fm_process_map_parse(). A
 * failure leaves `*out` and holds nothing. Any thread.
 */
FM_API FM_NODISCARD fm_status fm_validator_open_process(uint32_t process, const fm_validator_options *options, fm_validator **out, fm_refusal *why);

FM_END_DECLS

#endif

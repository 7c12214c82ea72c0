// SPDX-License-Identifier: MIT
//go:build !flightmem_system

/* SPDX-License-Identifier: MIT */
/* The sources of flightmem 0.1.0, made by scripts/amalgamate.py: edit the sources, not this. */
#define _DARWIN_C_SOURCE 1
#define _DEFAULT_SOURCE 1
#define _GNU_SOURCE 1
#define _POSIX_C_SOURCE 200809L
#include "bundled.h"

/* ==== lib/base/abi.c ==== */
/** @file
 * Size-first structs: what is believed, what is copied, what a zero tail is. */
/** @file
 * Size-first structs from the library's side: copy a caller's options in, hand an output struct out (rules: flightmem/abi.h).
 *
 * In every function `first_size` is the size of the struct in the first release that had it, at least sizeof(size_t), written as
 * offsetof of its last member then plus that member's size: it must not grow when the struct does. */
#ifndef FLIGHTMEM_BASE_ABI_H
#define FLIGHTMEM_BASE_ABI_H

/**
 * Copies a caller's struct to one of this library's size: members that an older caller lacks are zero, and the struct_size of `known`
 * becomes `known_size`.
 *
 * @param known       receives `known_size` bytes; does not overlap `given`
 * @param known_size  sizeof the struct in this library, at least `first_size`
 * @param given       the caller's struct, of any age
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `given` is NULL; FM_E_ABI_SIZE iff its struct_size is below `first_size` or above
 * FM_STRUCT_SIZE_MAX; FM_E_ABI_FIELD iff a byte past `known_size` is not zero. A failed call leaves `*known`. O(struct_size).
 */
fm_status fm_abi_import(void *known, size_t known_size, size_t first_size, const void *given);

/**
 * Judges an output struct before work begins, so that a refusal changes nothing.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `out` is NULL; FM_E_ABI_SIZE iff its struct_size is below `first_size` or above FM_STRUCT_SIZE_MAX.
 */
fm_status fm_abi_check(const void *out, size_t first_size);

/**
 * Hands `known` out: the smaller of `known_size` and the struct_size of `out` bytes are written, and the struct_size of `out`
 * becomes that number. A caller that reuses the struct loses nothing: the library can't write more the next time either.
 *
 * `out` has passed fm_abi_check(); `known` has `known_size` bytes, of which the first member is not read, and does not overlap `out`.
 */
void fm_abi_export(void *out, const void *known, size_t known_size);

#endif
/** @file
 * The four byte functions that a freestanding C compiler may call anyway, declared without a libc header. */
#ifndef FLIGHTMEM_BASE_MEMORY_H
#define FLIGHTMEM_BASE_MEMORY_H

#include <stddef.h>

void *memcpy(void *restrict to, const void *restrict from, size_t length);
void *memmove(void *to, const void *from, size_t length);
void *memset(void *to, int byte, size_t length);
int memcmp(const void *a, const void *b, size_t length);

#endif

/** The first member of a size-first struct of any type. */
static size_t read_struct_size(const void *object)
{
	size_t size;

	memcpy(&size, object, sizeof size);
	return size;
}

static void write_struct_size(void *object, size_t size)
{
	memcpy(object, &size, sizeof size);
}

static int is_zero(const unsigned char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (bytes[i] != 0)
			return 0;
	return 1;
}

fm_status fm_abi_check(const void *out, size_t first_size)
{
	if (out == NULL)
		return FM_E_ARGUMENT;

	size_t size = read_struct_size(out);

	return size < first_size || size > FM_STRUCT_SIZE_MAX ? FM_E_ABI_SIZE : FM_OK;
}

fm_status fm_abi_import(void *known, size_t known_size, size_t first_size, const void *given)
{
	fm_status status = fm_abi_check(given, first_size);

	if (status != FM_OK)
		return status;

	size_t given_size = read_struct_size(given);
	size_t common = given_size < known_size ? given_size : known_size;

	if (!is_zero((const unsigned char *)given + common, given_size - common))
		return FM_E_ABI_FIELD;

	memcpy(known, given, common);
	memset((unsigned char *)known + common, 0, known_size - common);
	write_struct_size(known, known_size);
	return FM_OK;
}

void fm_abi_export(void *out, const void *known, size_t known_size)
{
	size_t out_size = read_struct_size(out);
	size_t common = out_size < known_size ? out_size : known_size;

	memcpy(out, known, common);
	write_struct_size(out, common);
}

void fm_struct_init(void *object, size_t struct_size)
{
	if (object == NULL || struct_size < sizeof struct_size)
		return;

	memset(object, 0, struct_size);
	write_struct_size(object, struct_size);
}

/* ==== lib/base/address.c ==== */
/** @file
 * Addresses as text, in every notation that platforms use.
 *
 *     address = ( "0x" | "$" ) hex+ | hex+ "h" | hex+ ":" hex{1,4} | digit+ */
/** @file
 * The reader under every parser: a position in a text that is never passed, and numbers that never wrap. */
#ifndef FLIGHTMEM_BASE_SCAN_H
#define FLIGHTMEM_BASE_SCAN_H

/** What fm_scan_peek() says at the end; no byte has this value. */
#define FM_SCAN_END (-1)

/** No index: nothing was too large. */
#define FM_SCAN_NOWHERE ((size_t)-1)

/** A text and a position in it. Invariant: at <= length. */
typedef struct fm_scan {
	const char *text;
	size_t length;
	size_t at;
} fm_scan;

/** A number on its way. It keeps its last believed value when a digit would take it past `max`, and remembers where that was. */
typedef struct fm_scan_number {
	uint64_t max;
	uint64_t value;
	size_t too_large_at; /**< index of the first digit that was too much, or FM_SCAN_NOWHERE */
} fm_scan_number;

/** Begins at the first byte. `length` may be FM_TEXT: up to the NUL. */
fm_scan fm_scan_begin(const char *text, size_t length);

/** The byte `ahead` bytes on, 0 to 255, or FM_SCAN_END. */
int fm_scan_peek(const fm_scan *scan, size_t ahead);

/** Passes `byte` if it is next. Returns 1 iff it was; letters match in either case. */
int fm_scan_accept(fm_scan *scan, char byte);

/** Passes "0x", "0X" or "$". Returns 1 iff one was next. */
int fm_scan_accept_hex_prefix(fm_scan *scan);

/** Passes spaces. */
void fm_scan_skip_spaces(fm_scan *scan);

/** 1 iff `byte` (as fm_scan_peek() gives it) is a digit of `base`, 10 or 16. */
int fm_scan_is_digit(int byte, unsigned base);

/** A number of 0 that may grow to `max`. */
fm_scan_number fm_scan_number_begin(uint64_t max);

/** Passes the digits of `base`, 10 or 16, that come next and appends them to `number`. Returns how many there were. */
size_t fm_scan_digits(fm_scan *scan, unsigned base, fm_scan_number *number);

#endif
/** @file
 * The bounded writer under every formatter: counts everything, writes what fits, always ends with a NUL. */
#ifndef FLIGHTMEM_BASE_TEXT_H
#define FLIGHTMEM_BASE_TEXT_H

/**
 * A text on its way into a caller's buffer.
 *
 *     fm_text text = fm_text_begin(buffer, capacity);
 *     fm_text_add(&text, "at $");
 *     fm_text_add_hex(&text, address, 4);
 *     return fm_text_end(&text);
 */
typedef struct fm_text {
	char *buffer;
	size_t capacity; /**< bytes at `buffer`, the end mark included */
	size_t length;   /**< bytes added so far, whether they fitted or not */
} fm_text;

/** Begins a text. `buffer` may be NULL: then nothing is written, whatever `capacity` says. */
fm_text fm_text_begin(char *buffer, size_t capacity);

/** Adds one byte. */
void fm_text_add_char(fm_text *text, char byte);

/** Adds the bytes of `string` up to its NUL. */
void fm_text_add(fm_text *text, const char *string);

/** Adds `value` in decimal: 1228800. */
void fm_text_add_number(fm_text *text, uint64_t value);

/** Adds `value` in decimal, grouped by three with spaces: 1 228 800. */
void fm_text_add_grouped(fm_text *text, uint64_t value);

/** Adds `value` in upper-case hexadecimal with at least `digits` digits, 16 at most. */
void fm_text_add_hex(fm_text *text, uint64_t value, unsigned digits);

/** Ends the text with a NUL where there is room for one. Returns the length of the whole text without it, as snprintf() does. */
size_t fm_text_end(fm_text *text);

#endif

#define ADDRESS_BITS_MAX 64U
/** Bits and hexadecimal digits after the colon of a banked address. */
#define BANK_SHIFT 16U
#define BANK_OFFSET_DIGITS 4U

/** The largest value of `width_bits` bits, 1 to 64. */
static uint64_t largest_of(uint32_t width_bits)
{
	return UINT64_MAX >> (ADDRESS_BITS_MAX - width_bits);
}

/** The byte after the hexadecimal digits that come next: it tells the notation. */
static int byte_after_digits(const fm_scan *scan)
{
	size_t ahead = 0;

	while (fm_scan_is_digit(fm_scan_peek(scan, ahead), 16))
		ahead++;
	return ahead == 0 ? FM_SCAN_END : fm_scan_peek(scan, ahead);
}

/** Reads what follows the colon and joins it to the bank in `number`; 0 iff the digits are none or more than four. */
static int scan_bank_offset(fm_scan *scan, fm_scan_number *number, uint64_t max)
{
	uint64_t offset_max = max < 0xFFFF ? max : 0xFFFF;
	fm_scan_number offset = fm_scan_number_begin(offset_max);
	size_t begin = scan->at;
	size_t count = fm_scan_digits(scan, 16, &offset);

	if (count > BANK_OFFSET_DIGITS)
		scan->at = begin + BANK_OFFSET_DIGITS; /* the fifth digit is the one at fault */
	if (count == 0 || count > BANK_OFFSET_DIGITS)
		return 0;

	number->value = number->value << BANK_SHIFT | offset.value;
	if (number->too_large_at == FM_SCAN_NOWHERE)
		number->too_large_at = offset.too_large_at;
	return 1;
}

/** Reads the whole text; 0 iff it is no address, with the scan at the byte at fault. */
static int scan_address(fm_scan *scan, uint64_t max, fm_scan_number *number)
{
	int prefixed = fm_scan_accept_hex_prefix(scan);
	int mark = prefixed ? FM_SCAN_END : byte_after_digits(scan);
	int banked = mark == ':';
	int suffixed = mark == 'h' || mark == 'H';
	unsigned base = prefixed || banked || suffixed ? 16 : 10;

	*number = fm_scan_number_begin(banked ? max >> BANK_SHIFT : max);
	if (fm_scan_digits(scan, base, number) == 0)
		return 0;
	if (banked || suffixed)
		scan->at++; /* the mark itself */
	if (banked && !scan_bank_offset(scan, number, max))
		return 0;
	return scan->at == scan->length;
}

fm_status fm_address_parse(const char *text, size_t length, uint32_t width_bits, uint64_t *out, size_t *error_at)
{
	if (text == NULL || out == NULL || width_bits == 0 || width_bits > ADDRESS_BITS_MAX)
		return FM_E_ARGUMENT;

	fm_scan scan = fm_scan_begin(text, length);
	fm_scan_number number;
	int is_address = scan_address(&scan, largest_of(width_bits), &number);

	if (is_address && number.too_large_at == FM_SCAN_NOWHERE) {
		*out = number.value;
		return FM_OK;
	}
	if (error_at != NULL)
		*error_at = is_address ? number.too_large_at : scan.at;
	return is_address ? FM_E_RANGE : FM_E_SYNTAX;
}

/** Hexadecimal digits of `bits` bits, at least 1. */
static unsigned digits_of(uint32_t bits)
{
	return bits == 0 ? 1 : (bits + 3) / 4;
}

size_t fm_address_format(uint64_t value, uint32_t width_bits, fm_address_style style, char *buffer, size_t capacity)
{
	fm_text text = fm_text_begin(buffer, capacity);

	if (width_bits == 0 || width_bits > ADDRESS_BITS_MAX || value > largest_of(width_bits))
		return fm_text_end(&text);

	if (style == FM_ADDRESS_HEX) {
		fm_text_add(&text, "0x");
		fm_text_add_hex(&text, value, digits_of(width_bits));
	} else if (style == FM_ADDRESS_DOLLAR) {
		fm_text_add_char(&text, '$');
		fm_text_add_hex(&text, value, digits_of(width_bits));
	} else if (style == FM_ADDRESS_BANKED) {
		fm_text_add_hex(&text, value >> BANK_SHIFT, digits_of(width_bits > BANK_SHIFT ? width_bits - BANK_SHIFT : 0));
		fm_text_add_char(&text, ':');
		fm_text_add_hex(&text, value & 0xFFFF, BANK_OFFSET_DIGITS);
	}
	return fm_text_end(&text);
}
#undef ADDRESS_BITS_MAX
#undef BANK_SHIFT
#undef BANK_OFFSET_DIGITS

/* ==== lib/base/align.c ==== */
/** @file
 * Alignments (powers of two) and granules (any number of bytes). */
/** @file
 * Alignments inside the library. */
#ifndef FLIGHTMEM_BASE_ALIGN_H
#define FLIGHTMEM_BASE_ALIGN_H
/** @file
 * The word that arithmetic on addresses and sizes is written in.
 *
 * Nothing in checked.c, align.c and range.c says how wide it is, and every result is cast back to it. So the tests compile the very
 * same files with words of 8 bits, where all inputs can be tried. */
#ifndef FLIGHTMEM_BASE_WORD_H
#define FLIGHTMEM_BASE_WORD_H

typedef uint64_t fm_word;

#define FM_WORD_BITS ((uint32_t)sizeof(fm_word) * 8)
#define FM_WORD_MAX ((fm_word)((fm_word)0 - 1))

#endif

/** True iff `log2` is below the bits of a word. */
int fm_alignment_is_valid(fm_alignment alignment);

/** The smallest power of two that is at least `n`, at most `top`, which is a power of two: what to use instead of `n`. O(bits). */
uint64_t fm_power_above(uint64_t n, uint64_t top);

/** The bits below an alignment: bytes - 1. `alignment` is valid. */
fm_word fm_alignment_mask(fm_alignment alignment);

#endif

int fm_alignment_is_valid(fm_alignment alignment)
{
	return alignment.log2 < FM_WORD_BITS;
}

uint64_t fm_power_above(uint64_t n, uint64_t top)
{
	uint64_t power = 1;

	while (power < n && power < top)
		power *= 2;
	return power;
}

fm_word fm_alignment_mask(fm_alignment alignment)
{
	return (fm_word)(fm_alignment_bytes(alignment) - 1);
}

fm_status fm_alignment_make(uint64_t bytes, fm_alignment *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;
	if (bytes == 0 || (bytes & (fm_word)(bytes - 1)) != 0)
		return FM_E_ALIGNMENT;

	uint32_t log2 = 0;

	while ((bytes >> log2) > 1)
		log2++;
	out->log2 = log2;
	return FM_OK;
}

uint64_t fm_alignment_bytes(fm_alignment alignment)
{
	if (!fm_alignment_is_valid(alignment))
		return 0;
	return (fm_word)((fm_word)1 << alignment.log2);
}

int32_t fm_is_aligned(uint64_t value, fm_alignment alignment)
{
	return fm_alignment_is_valid(alignment) && (value & fm_alignment_mask(alignment)) == 0;
}

fm_status fm_align_down(uint64_t value, fm_alignment alignment, uint64_t *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;
	if (!fm_alignment_is_valid(alignment))
		return FM_E_ALIGNMENT;

	*out = (fm_word)(value - (value & fm_alignment_mask(alignment)));
	return FM_OK;
}

fm_status fm_align_up(uint64_t value, fm_alignment alignment, uint64_t *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;
	if (!fm_alignment_is_valid(alignment))
		return FM_E_ALIGNMENT;

	fm_word padding = (fm_word)((fm_word)(0 - value) & fm_alignment_mask(alignment));
	fm_word room = (fm_word)(FM_WORD_MAX - value);

	if (padding > room)
		return FM_E_RANGE;
	*out = (fm_word)(value + padding);
	return FM_OK;
}

fm_status fm_granule_down(uint64_t value, uint64_t granule, uint64_t *out)
{
	if (granule == 0 || out == NULL)
		return FM_E_ARGUMENT;

	*out = (fm_word)(value - value % granule);
	return FM_OK;
}

fm_status fm_granule_up(uint64_t value, uint64_t granule, uint64_t *out)
{
	if (granule == 0 || out == NULL)
		return FM_E_ARGUMENT;

	fm_word rest = (fm_word)(value % granule);
	fm_word padding = rest == 0 ? 0 : (fm_word)(granule - rest);
	fm_word room = (fm_word)(FM_WORD_MAX - value);

	if (padding > room)
		return FM_E_RANGE;
	*out = (fm_word)(value + padding);
	return FM_OK;
}

/* ==== lib/base/checked.c ==== */
/** @file
 * Sums, differences and products that never wrap. */

fm_status fm_add_checked(uint64_t a, uint64_t b, uint64_t *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;

	fm_word room = (fm_word)(FM_WORD_MAX - a);

	if (b > room)
		return FM_E_RANGE;

	*out = (fm_word)(a + b);
	return FM_OK;
}

fm_status fm_subtract_checked(uint64_t a, uint64_t b, uint64_t *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;
	if (b > a)
		return FM_E_RANGE;

	*out = (fm_word)(a - b);
	return FM_OK;
}

/**
 * True iff `a * b` wraps. In halves: a division is slow where it is done by hand, and clang makes `a > MAX / b` a product of twice the
 * width, which a WebAssembly module would have to bring along.
 */
static int product_wraps(fm_word a, fm_word b)
{
	const uint32_t half = FM_WORD_BITS / 2;
	const fm_word lower = (fm_word)(FM_WORD_MAX >> half);
	fm_word upper_a = (fm_word)(a >> half);
	fm_word upper_b = (fm_word)(b >> half);

	if (upper_a != 0 && upper_b != 0)
		return 1;
	fm_word crossed = (fm_word)(upper_a * (b & lower) + upper_b * (a & lower)); /* one of the two is 0 */
	return crossed > lower || (fm_word)((a & lower) * (b & lower)) > (fm_word)(FM_WORD_MAX - (fm_word)(crossed << half));
}

fm_status fm_multiply_checked(uint64_t a, uint64_t b, uint64_t *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;
	if (product_wraps((fm_word)a, (fm_word)b))
		return FM_E_RANGE;

	*out = (fm_word)(a * b);
	return FM_OK;
}

/* ==== lib/base/provider.c ==== */
/** @file
 * A provider of memory, read: one rule for all that take one. */
/** @file
 * A provider of memory from the library's side: the caller's table, of any age, or the default one. */
#ifndef FLIGHTMEM_BASE_PROVIDER_H
#define FLIGHTMEM_BASE_PROVIDER_H

/**
 * Copies `given`, or, where it is NULL, fm_memory_default(). Where there is neither, `*known` becomes all zero: no functions, no memory.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff the table lacks obtain() or give_back(); FM_E_ABI_SIZE, FM_E_ABI_FIELD as abi.h says. A failure leaves
 * `*known`.
 */
fm_status fm_provider_read(const fm_memory_provider *given, fm_memory_provider *known);

#endif

/** Bytes of the struct that any caller has: `drop` is optional and came last. */
#define PROVIDER_FIRST_SIZE (offsetof(fm_memory_provider, give_back) + sizeof(((fm_memory_provider *)0)->give_back))

fm_status fm_provider_read(const fm_memory_provider *given, fm_memory_provider *known)
{
	const fm_memory_provider *provider = given != NULL ? given : fm_memory_default();
	fm_memory_provider read = { .struct_size = 0 };
	fm_status status = provider == NULL ? FM_OK : fm_abi_import(&read, sizeof read, PROVIDER_FIRST_SIZE, provider);

	if (status != FM_OK)
		return status;
	if (provider != NULL && (read.obtain == NULL || read.give_back == NULL))
		return FM_E_ARGUMENT;
	*known = read;
	return FM_OK;
}
#undef PROVIDER_FIRST_SIZE

/* ==== lib/base/range.c ==== */
/** @file
 * Ranges of addresses. A range may touch the top of the space, so its end may be 2^64, which no word holds: every comparison is made
 * with sizes and distances, never with ends. */

int32_t fm_range_is_valid(fm_range range)
{
	return range.base == 0 || range.size <= (fm_word)(0 - range.base);
}

fm_status fm_range_make(uint64_t base, uint64_t size, fm_range *out)
{
	fm_range range = { base, size };

	if (out == NULL)
		return FM_E_ARGUMENT;
	if (!fm_range_is_valid(range))
		return FM_E_RANGE;

	*out = range;
	return FM_OK;
}

int32_t fm_range_contains(fm_range range, uint64_t address)
{
	return fm_range_is_valid(range) && address >= range.base && (fm_word)(address - range.base) < range.size;
}

int32_t fm_range_holds(fm_range range, fm_range inner)
{
	if (inner.size == 0 || !fm_range_is_valid(inner) || !fm_range_contains(range, inner.base))
		return 0;

	/*     |---- offset ----|-- inner --|
	 *     |============ range ============| */
	fm_word offset = (fm_word)(inner.base - range.base);

	return inner.size <= (fm_word)(range.size - offset);
}

int32_t fm_range_overlaps(fm_range a, fm_range b)
{
	if (a.size == 0 || b.size == 0 || !fm_range_is_valid(a) || !fm_range_is_valid(b))
		return 0;

	/* Two ranges share an address iff one holds the first address of the other. */
	return a.base >= b.base ? (fm_word)(a.base - b.base) < b.size : (fm_word)(b.base - a.base) < a.size;
}

/** The part of `range` from `from` on. `from` is not below the base and not above the last address. */
static fm_range part_from(fm_range range, fm_word from)
{
	return (fm_range){ from, (fm_word)(range.size - (fm_word)(from - range.base)) };
}

/** The part of `range` below `to`, which is not below the base. */
static fm_range part_below(fm_range range, fm_word to)
{
	fm_word size = (fm_word)(to - range.base);

	return (fm_range){ range.base, size < range.size ? size : range.size };
}

fm_status fm_range_intersect(fm_range a, fm_range b, fm_range *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;
	if (!fm_range_is_valid(a) || !fm_range_is_valid(b))
		return FM_E_RANGE;
	if (!fm_range_overlaps(a, b))
		return FM_E_NOT_FOUND;

	fm_word base = a.base >= b.base ? a.base : b.base;
	fm_word a_size = part_from(a, base).size;
	fm_word b_size = part_from(b, base).size;

	*out = (fm_range){ base, a_size < b_size ? a_size : b_size };
	return FM_OK;
}

fm_status fm_range_subtract(fm_range a, fm_range b, fm_range *out, uint32_t *count)
{
	if (out == NULL || count == NULL)
		return FM_E_ARGUMENT;
	if (!fm_range_is_valid(a) || !fm_range_is_valid(b))
		return FM_E_RANGE;

	uint32_t found = 0;

	if (!fm_range_overlaps(a, b)) {
		if (a.size != 0)
			out[found++] = a;
		*count = found;
		return FM_OK;
	}

	/*     |==== a ====================|
	 *     |-- low --|== b ==|-- high --|     either may be empty */
	if (b.base > a.base)
		out[found++] = part_below(a, b.base);
	/* What b leaves of a above it; b's own end may be 2^64, then nothing is left and `after` is not used. */
	fm_word after = (fm_word)(b.base + b.size);

	if (fm_range_contains(a, after) && after > b.base)
		out[found++] = part_from(a, after);
	*count = found;
	return FM_OK;
}

fm_status fm_range_split(fm_range range, uint64_t at, fm_range *low, fm_range *high)
{
	if (low == NULL || high == NULL)
		return FM_E_ARGUMENT;
	if (!fm_range_is_valid(range) || at > range.size)
		return FM_E_RANGE;

	fm_word cut = (fm_word)(range.base + at);

	if (cut < range.base)
		return FM_E_RANGE; /* at 2^64, the only way to wrap in a valid range */
	*low = (fm_range){ range.base, at };
	*high = (fm_range){ cut, (fm_word)(range.size - at) };
	return FM_OK;
}

fm_status fm_range_align_in(fm_range range, fm_alignment alignment, fm_range *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;
	if (!fm_alignment_is_valid(alignment))
		return FM_E_ALIGNMENT;
	if (!fm_range_is_valid(range))
		return FM_E_RANGE;

	fm_word mask = fm_alignment_mask(alignment);
	fm_word padding = (fm_word)((fm_word)(0 - range.base) & mask);

	if (padding >= range.size)
		return FM_E_NOT_FOUND;

	fm_word left = (fm_word)(range.size - padding);
	fm_word size = (fm_word)(left - (left & mask));

	if (size == 0)
		return FM_E_NOT_FOUND;
	*out = (fm_range){ (fm_word)(range.base + padding), size };
	return FM_OK;
}

fm_status fm_range_align_out(fm_range range, fm_alignment alignment, fm_range *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;
	if (!fm_alignment_is_valid(alignment))
		return FM_E_ALIGNMENT;
	if (!fm_range_is_valid(range))
		return FM_E_RANGE;

	fm_word mask = fm_alignment_mask(alignment);
	fm_word before = (fm_word)(range.base & mask);
	fm_word low = (fm_word)(range.base - before);

	if (range.size == 0) {
		*out = (fm_range){ low, 0 };
		return FM_OK;
	}

	/* Only the whole space, 2^64 bytes, can be too much: an aligned end is at most 2^64, and then `low` must be 0. */
	fm_word last = (fm_word)((fm_word)(range.base + (fm_word)(range.size - 1)) | mask);

	if (low == 0 && last == FM_WORD_MAX)
		return FM_E_RANGE;
	*out = (fm_range){ low, (fm_word)((fm_word)(last - low) + 1) };
	return FM_OK;
}

/* ==== lib/base/refuse.c ==== */
/** @file
 * Refusals: filling a caller's record, and the sentence that says it. */
/** @file
 * How the library says no: one line fills the caller's refusal and returns the status. */
#ifndef FLIGHTMEM_BASE_REFUSE_H
#define FLIGHTMEM_BASE_REFUSE_H

/** fm_refusal.subject of FM_E_BUSY where the caller's struct is already a reservation. */
#define FM_SUBJECT_RESERVATION "this reservation is out"

/** How fm_refusal.subject begins where a member of the caller's options is at fault. */
#define FM_SUBJECT_OPTION "options."

/**
 * Writes `*what` to `*why` and returns `what->status`, so that a call ends with
 * `return fm_refuse(why, &(fm_refusal){ .status = FM_E_EXHAUSTED, .asked = size });`.
 *
 * @param why   NULL and a struct_size that is not believed are ignored
 * @param what  struct_size need not be set; `subject` is ended by a NUL
 */
fm_status fm_refuse(fm_refusal *why, const fm_refusal *what);

/** How fm_refusal.subject begins where a capability of the platform is at fault: figures are no bytes then. */
#define FM_SUBJECT_CAPABILITY "has "

/** Sets `what->subject` to the three texts, one after the other: "dma", " of ", "iwram". Cut as fm_refusal_set_subject() does. */
void fm_refusal_set_joined(fm_refusal *what, const char *first, const char *second, const char *third);

/** Sets `what->subject` to a name that was given and that nothing has: region 'iwrm'. Cut as fm_refusal_set_subject() does. */
void fm_refusal_set_quoted(fm_refusal *what, const char *kind, const char *name);

/** Sets `what->subject` to `name`, cut between two UTF-8 characters so that it fits; NULL gives an empty one. */
void fm_refusal_set_subject(fm_refusal *what, const char *name);

#endif

/** Bytes of fm_refusal in the first release. */
#define REFUSAL_FIRST_SIZE (offsetof(fm_refusal, subject) + FM_SUBJECT_BYTES)

/** Room for any size in FM_SIZE_HUMAN: "1023.99 KiB" and its end mark. */
#define HUMAN_BYTES 16

fm_status fm_refuse(fm_refusal *why, const fm_refusal *what)
{
	if (fm_abi_check(why, REFUSAL_FIRST_SIZE) == FM_OK)
		fm_abi_export(why, what, sizeof *what);
	return what->status;
}

void fm_refusal_set_subject(fm_refusal *what, const char *name)
{
	size_t length = 0;

	memset(what->subject, 0, FM_SUBJECT_BYTES);
	if (name == NULL)
		return;

	while (length < FM_SUBJECT_BYTES - 1 && name[length] != '\0')
		length++;
	/* 10xxxxxx continues a character: a cut in front of it would leave half of one. */
	while (length > 0 && ((unsigned char)name[length] & 0xC0) == 0x80)
		length--;
	memcpy(what->subject, name, length);
}

/** Sets the subject to four texts, one after the other. */
static void set_parts(fm_refusal *what, const char *const parts[4])
{
	char whole[FM_SUBJECT_BYTES + 4]; /* longer than a subject: where it is cut, a character may begin */
	fm_text text = fm_text_begin(whole, sizeof whole);

	for (unsigned i = 0; i < 4; i++)
		fm_text_add(&text, parts[i]);
	fm_text_end(&text);
	fm_refusal_set_subject(what, whole);
}

void fm_refusal_set_joined(fm_refusal *what, const char *first, const char *second, const char *third)
{
	set_parts(what, (const char *const[4]){ first, second, third, "" });
}

void fm_refusal_set_quoted(fm_refusal *what, const char *kind, const char *name)
{
	set_parts(what, (const char *const[4]){ kind, " '", name, "'" });
}

/** "1 228 800 bytes". */
static void add_bytes(fm_text *text, uint64_t bytes)
{
	fm_text_add_grouped(text, bytes);
	fm_text_add(text, bytes == 1 ? " byte" : " bytes");
}

/** "1.17 MiB", or "512 bytes" where no unit is larger. */
static void add_rounded(fm_text *text, uint64_t bytes)
{
	char human[HUMAN_BYTES];

	if (bytes < FM_KIB(1)) {
		add_bytes(text, bytes);
		return;
	}
	fm_size_format(bytes, FM_SIZE_HUMAN, human, sizeof human);
	fm_text_add(text, human);
}

/** "frames: "; control bytes become '?', so that a sentence stays one line. */
static void add_subject(fm_text *text, const fm_refusal *why)
{
	if (why->subject[0] == '\0')
		return;

	for (unsigned i = 0; i < FM_SUBJECT_BYTES && why->subject[i] != '\0'; i++) {
		unsigned char byte = (unsigned char)why->subject[i];

		fm_text_add_char(text, byte < 0x20 || byte == 0x7F ? '?' : why->subject[i]);
	}
	fm_text_add(text, ": ");
}

/** "asked for 1.17 MiB (1 228 800 bytes) aligned to 32 bytes". */
static void add_asked(fm_text *text, const fm_refusal *why)
{
	fm_text_add(text, "asked for ");
	add_rounded(text, why->asked);
	if (why->asked >= FM_KIB(1)) {
		fm_text_add(text, " (");
		add_bytes(text, why->asked);
		fm_text_add_char(text, ')');
	}
	if (why->align > 1) {
		fm_text_add(text, " aligned to ");
		add_bytes(text, why->align);
	}
}

/** ", largest free is 1 MiB (1 048 576 of 1 048 576 bytes free)", where the refuser has any bytes at all. */
static void add_room(fm_text *text, const fm_refusal *why)
{
	if (why->capacity == 0 || why->status == FM_E_ALIGNMENT) /* how much is free is not what is wrong */
		return;

	if (why->available == 0) {
		fm_text_add(text, ", nothing is free of ");
		add_bytes(text, why->capacity);
		return;
	}
	fm_text_add(text, ", largest free is ");
	add_rounded(text, why->largest);
	fm_text_add(text, " (");
	fm_text_add_grouped(text, why->available);
	fm_text_add(text, " of ");
	add_bytes(text, why->capacity);
	fm_text_add(text, " free)");
}

/** `with_bytes` and the help's bytes, or `without` when they are 0. */
static void add_help_bytes(fm_text *text, const char *with_bytes, uint64_t bytes, const char *without)
{
	if (bytes == 0) {
		fm_text_add(text, without);
		return;
	}
	fm_text_add(text, with_bytes);
	add_bytes(text, bytes);
}

static void add_help(fm_text *text, const fm_refusal *why)
{
	if (why->help == FM_HELP_NONE)
		return;

	fm_text_add(text, "; ");
	if (why->help == FM_HELP_RELEASE)
		add_help_bytes(text, "first give back at least ", why->help_bytes, "first give something back");
	else if (why->help == FM_HELP_ENLARGE)
		add_help_bytes(text, "enlarge it to at least ", why->help_bytes, "enlarge it");
	else if (why->help == FM_HELP_ASK_LESS)
		add_help_bytes(text, "ask for at most ", why->help_bytes, "ask for less");
	else if (why->help == FM_HELP_ALIGN)
		add_help_bytes(text, why->align > why->help_bytes ? "align to at most " : "align to ", why->help_bytes, "align to a power of two");
	else if (why->help == FM_HELP_BUFFERS)
		fm_text_add(text, "raise options.max_buffers, or release a buffer");
	else
		fm_text_add(text, fm_status_remedy(why->status));
}

/** The figures say it all where memory ran out; every other status is told in words first. */
static int figures_suffice(const fm_refusal *why)
{
	return why->asked != 0 && why->capacity != 0 && (why->status == FM_E_EXHAUSTED || why->status == FM_E_TOO_LARGE);
}

static int subject_begins(const fm_refusal *why, const char *text)
{
	unsigned i = 0;

	while (i < FM_SUBJECT_BYTES && text[i] != '\0' && why->subject[i] == text[i])
		i++;
	return text[i] == '\0';
}

/** "100 bytes can't hold the records and one block": what the caller brought for a new pool is too little. */
static void add_lack(fm_text *text, const fm_refusal *why)
{
	add_bytes(text, why->capacity);
	fm_text_add(text, " can't hold ");
	if (subject_begins(why, "options.storage"))
		fm_text_add(text, "the records and one block");
	else
		fm_text_add(text, subject_begins(why, "options.control") ? "the records" : "one block");
}

/** What the subject alone does not say: what is wrong, what was asked, what there was. */
static void add_reason(fm_text *text, const fm_refusal *why)
{
	int option = subject_begins(why, FM_SUBJECT_OPTION);

	if (option && why->status == FM_E_TOO_LARGE && why->help == FM_HELP_ENLARGE) {
		add_lack(text, why);
		return;
	}
	if (option || !figures_suffice(why))
		fm_text_add(text, fm_status_text(why->status));
	if (option || why->status == FM_E_NOT_FOUND || why->asked == 0) /* the name is what is wrong, whatever was asked */
		return;
	fm_text_add(text, figures_suffice(why) ? "" : ": ");
	add_asked(text, why);
	add_room(text, why);
}

/** ": asked for at least 256, there is 128": values of a capability, in its own unit. */
static void add_capability(fm_text *text, const fm_refusal *why)
{
	fm_text_add(text, fm_status_text(why->status));
	if (why->asked != 0) {
		fm_text_add(text, ": asked for at least ");
		fm_text_add_grouped(text, why->asked);
	}
	if (why->available != 0) {
		fm_text_add(text, ", there is ");
		fm_text_add_grouped(text, why->available);
	}
}

size_t fm_refusal_format(const fm_refusal *why, char *buffer, size_t capacity)
{
	fm_text text = fm_text_begin(buffer, capacity);

	if (fm_abi_check(why, REFUSAL_FIRST_SIZE) != FM_OK)
		return fm_text_end(&text);

	add_subject(&text, why);
	if (why->status == FM_E_BUSY && subject_begins(why, FM_SUBJECT_RESERVATION)) {
		fm_text_add(&text, "use another struct");
		return fm_text_end(&text);
	}
	if (subject_begins(why, FM_SUBJECT_CAPABILITY)) {
		add_capability(&text, why);
		return fm_text_end(&text);
	}
	add_reason(&text, why);
	add_help(&text, why);
	if (subject_begins(why, "options.storage") && why->help == FM_HELP_ENLARGE)
		fm_text_add(&text, " (an arena takes less with a lower options.max_buffers)");
	return fm_text_end(&text);
}
#undef REFUSAL_FIRST_SIZE
#undef HUMAN_BYTES

/* ==== lib/base/scan.c ==== */
/** @file
 * The reader under every parser. */

static int lower_case(int byte)
{
	return byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte;
}

fm_scan fm_scan_begin(const char *text, size_t length)
{
	if (length == FM_TEXT) {
		length = 0;
		while (text[length] != '\0')
			length++;
	}
	return (fm_scan){ .text = text, .length = length };
}

int fm_scan_peek(const fm_scan *scan, size_t ahead)
{
	return ahead < scan->length - scan->at ? (unsigned char)scan->text[scan->at + ahead] : FM_SCAN_END;
}

int fm_scan_accept(fm_scan *scan, char byte)
{
	if (lower_case(fm_scan_peek(scan, 0)) != lower_case((unsigned char)byte))
		return 0;

	scan->at++;
	return 1;
}

int fm_scan_accept_hex_prefix(fm_scan *scan)
{
	if (fm_scan_peek(scan, 0) == '0' && lower_case(fm_scan_peek(scan, 1)) == 'x') {
		scan->at += 2;
		return 1;
	}
	return fm_scan_accept(scan, '$');
}

void fm_scan_skip_spaces(fm_scan *scan)
{
	while (fm_scan_accept(scan, ' '))
		continue;
}

int fm_scan_is_digit(int byte, unsigned base)
{
	int letter = lower_case(byte);

	return (byte >= '0' && byte <= '9') || (base == 16 && letter >= 'a' && letter <= 'f');
}

static unsigned digit_value(int byte)
{
	return (unsigned)(byte <= '9' ? byte - '0' : lower_case(byte) - 'a' + 10);
}

fm_scan_number fm_scan_number_begin(uint64_t max)
{
	return (fm_scan_number){ .max = max, .too_large_at = FM_SCAN_NOWHERE };
}

/** Appends one digit found at index `at`, unless the number is too large already or would be. */
static void append_digit(fm_scan_number *number, unsigned base, unsigned digit, size_t at)
{
	if (number->too_large_at != FM_SCAN_NOWHERE)
		return;
	if (digit > number->max || number->value > (number->max - digit) / base) {
		number->too_large_at = at;
		return;
	}
	number->value = number->value * base + digit;
}

size_t fm_scan_digits(fm_scan *scan, unsigned base, fm_scan_number *number)
{
	size_t begin = scan->at;

	while (fm_scan_is_digit(fm_scan_peek(scan, 0), base)) {
		append_digit(number, base, digit_value(fm_scan_peek(scan, 0)), scan->at);
		scan->at++;
	}
	return scan->at - begin;
}

/* ==== lib/base/size_format.c ==== */
/** @file
 * Sizes as text: rounded for people, exact, or to be read back. */

/** " KiB"; `power` of 1024 is 0 to 6, as 2^64 bytes are 16 EiB. */
static void add_iec_unit(fm_text *text, unsigned power)
{
	fm_text_add_char(text, ' ');
	if (power > 0) {
		fm_text_add_char(text, " KMGTPE"[power]);
		fm_text_add_char(text, 'i');
	}
	fm_text_add_char(text, 'B');
}

/** A size in hundredths of a unit. */
struct rounded {
	uint64_t whole;
	unsigned hundredths; /**< 0 to 99 */
};

/** `bytes` in units of 1024^`power`, rounded half up to two decimals. */
static struct rounded round_to_unit(uint64_t bytes, unsigned power)
{
	if (power == 0)
		return (struct rounded){ .whole = bytes };

	unsigned shift = 10 * power;
	uint64_t mask = (UINT64_C(1) << shift) - 1;
	uint64_t tenths = (bytes & mask) * 10; /* the rest is below 2^60, ten times that below 2^64 */
	uint64_t hundredths = (tenths & mask) * 10;
	unsigned digits = (unsigned)(tenths >> shift) * 10 + (unsigned)(hundredths >> shift);

	if ((hundredths & mask) > mask / 2)
		digits++;
	return (struct rounded){ .whole = (bytes >> shift) + digits / 100, .hundredths = digits % 100 };
}

static void add_human(fm_text *text, uint64_t bytes)
{
	unsigned power = 0;
	struct rounded size = round_to_unit(bytes, 0);

	/* The unit is chosen after rounding: 1 048 575 is "1 MiB", not "1024 KiB". Of the largest, EiB, there are 16 at most. */
	while (size.whole >= 1024)
		size = round_to_unit(bytes, ++power);

	fm_text_add_number(text, size.whole);
	if (size.hundredths > 0) {
		fm_text_add_char(text, '.');
		fm_text_add_char(text, (char)('0' + (char)(size.hundredths / 10)));
		if (size.hundredths % 10 > 0)
			fm_text_add_char(text, (char)('0' + (char)(size.hundredths % 10)));
	}
	add_iec_unit(text, power);
}

static void add_round_trip(fm_text *text, uint64_t bytes)
{
	unsigned power = 0;

	while (bytes != 0 && (bytes & 1023) == 0) {
		bytes >>= 10;
		power++;
	}
	fm_text_add_number(text, bytes);
	add_iec_unit(text, power);
}

size_t fm_size_format(uint64_t bytes, fm_size_style style, char *buffer, size_t capacity)
{
	fm_text text = fm_text_begin(buffer, capacity);

	if (style == FM_SIZE_HUMAN) {
		add_human(&text, bytes);
	} else if (style == FM_SIZE_EXACT) {
		fm_text_add_grouped(&text, bytes);
		fm_text_add(&text, " B");
	} else if (style == FM_SIZE_ROUND_TRIP) {
		add_round_trip(&text, bytes);
	}
	return fm_text_end(&text);
}

/* ==== lib/base/size_parse.c ==== */
/** @file
 * Sizes from text, exact: grammar first, so that a text that is no size is never called out of range, then arithmetic.
 *
 *     size    = spaces number spaces [ unit ] spaces
 *     number  = ( "0x" | "$" ) hex+ | ( digit+ | groups ) [ "." digit+ ]
 *     groups  = digit [ digit [ digit ] ] separator digit digit digit { separator digit digit digit }
 *     unit    = "B" | ( "K" | "M" | "G" | "T" | "P" | "E" ) [ "i" ] [ "B" ]
 *
 * The byte at fault of FM_E_RANGE: the first digit that is too much; the "." of a fraction that gives no whole number of bytes; the
 * unit that takes a number past 2^64 - 1. */

/**
 * Most digits of a fraction that can give whole bytes, zeros at its end aside. A fraction that ends in a digit other than 0 and times
 * 2^60, the largest unit, is whole must be m / 2^n with n <= 60, and that has n digits. For 10^18 it is 18.
 */
#define FRACTION_DIGITS_MAX 60U

/** Digits behind a separator. */
#define GROUP_DIGITS 3

/** What the grammar found. */
struct size_parts {
	fm_scan_number whole;
	size_t point_at;          /**< index of the ".", FM_SCAN_NOWHERE if there is none */
	size_t fraction_length;   /**< digits after it */
	size_t unit_at;
	unsigned base;            /**< 1000 or 1024 */
	unsigned power;           /**< 0 to 6 */
};

/** Passes one separator if a digit follows it or if it can be nothing else. */
static int accept_separator(fm_scan *scan)
{
	if (fm_scan_peek(scan, 0) == ' ')
		return fm_scan_is_digit(fm_scan_peek(scan, 1), 10) && fm_scan_accept(scan, ' ');
	return fm_scan_accept(scan, '_') || fm_scan_accept(scan, '\'');
}

/** Puts the scan back to where a group at fault begins. */
static int refuse_group(fm_scan *scan, size_t begin)
{
	scan->at = begin;
	return 0;
}

/** Reads digits, grouped or not: "3 4 5" are three numbers, so behind a separator come three digits, and before the first one no more. */
static int scan_groups(fm_scan *scan, struct size_parts *parts)
{
	size_t begin = scan->at;
	size_t digits = fm_scan_digits(scan, 10, &parts->whole);

	if (digits == 0)
		return 0;
	for (int first = 1; accept_separator(scan); first = 0) {
		if (first && digits > GROUP_DIGITS)
			return refuse_group(scan, begin);
		begin = scan->at;
		if (fm_scan_digits(scan, 10, &parts->whole) != GROUP_DIGITS)
			return refuse_group(scan, begin);
	}
	return 1;
}

/** Reads a number; 0 iff there is none, with the scan at the byte at fault. */
static int scan_decimal(fm_scan *scan, struct size_parts *parts)
{
	if (!scan_groups(scan, parts))
		return 0;
	if (fm_scan_peek(scan, 0) != '.')
		return 1;

	fm_scan_number ignored = fm_scan_number_begin(0);

	parts->point_at = scan->at++;
	parts->fraction_length = fm_scan_digits(scan, 10, &ignored);
	return parts->fraction_length > 0;
}

/** Reads a unit, or none. */
static void scan_unit(fm_scan *scan, struct size_parts *parts)
{
	static const char letters[] = "KMGTPE";

	parts->unit_at = scan->at;
	for (unsigned i = 0; i < sizeof letters - 1 && parts->power == 0; i++)
		if (fm_scan_accept(scan, letters[i]))
			parts->power = i + 1;

	int is_iec = parts->power > 0 && fm_scan_accept(scan, 'i');
	int has_b = fm_scan_accept(scan, 'B');

	parts->base = has_b && !is_iec ? 1000 : 1024; /* "kB" is SI; "k", "Ki" and "KiB" are not */
}

/** Reads the whole text; 0 iff it is no size, with the scan at the byte at fault. */
static int scan_size(fm_scan *scan, struct size_parts *parts)
{
	fm_scan_skip_spaces(scan);
	if (fm_scan_accept_hex_prefix(scan)) {
		if (fm_scan_digits(scan, 16, &parts->whole) == 0)
			return 0;
	} else if (!scan_decimal(scan, parts)) {
		return 0;
	}
	fm_scan_skip_spaces(scan);
	scan_unit(scan, parts);
	fm_scan_skip_spaces(scan);
	return scan->at == scan->length;
}

/** Multiplies 0.d1d2..dn by `factor` in place, as on paper; returns the whole part that comes out in front. */
static unsigned multiply_digits(unsigned char *digits, size_t count, unsigned factor)
{
	unsigned carry = 0;

	for (size_t left = count; left > 0; left--) {
		unsigned product = digits[left - 1] * factor + carry;

		digits[left - 1] = (unsigned char)(product % 10);
		carry = product / 10;
	}
	return carry;
}

/** The bytes of the fraction: 0.d1d2..dn times base^power. Returns 0 iff that is no whole number. */
static int fraction_bytes(const char *fraction, const struct size_parts *parts, uint64_t *out)
{
	unsigned char digits[FRACTION_DIGITS_MAX];
	size_t count = parts->fraction_length;
	uint64_t bytes = 0;

	while (count > 0 && fraction[count - 1] == '0')
		count--;
	if (count > FRACTION_DIGITS_MAX)
		return 0;

	for (size_t i = 0; i < count; i++)
		digits[i] = (unsigned char)(fraction[i] - '0');
	for (unsigned i = 0; i < parts->power; i++)
		bytes = bytes * parts->base + multiply_digits(digits, count, parts->base);
	for (size_t i = 0; i < count; i++)
		if (digits[i] != 0)
			return 0;
	*out = bytes;
	return 1;
}

/** The value of what was found. Returns FM_OK, or FM_E_RANGE with the index of the byte at fault in `*fault`. */
static fm_status evaluate_size(const char *text, const struct size_parts *parts, uint64_t *out, size_t *fault)
{
	uint64_t unit = 1;
	uint64_t bytes = 0;
	uint64_t fraction = 0;

	*fault = parts->whole.too_large_at;
	if (parts->whole.too_large_at != FM_SCAN_NOWHERE)
		return FM_E_RANGE;

	*fault = parts->point_at;
	if (parts->fraction_length > 0 && !fraction_bytes(text + parts->point_at + 1, parts, &fraction))
		return FM_E_RANGE;

	*fault = parts->unit_at;
	for (unsigned i = 0; i < parts->power; i++)
		unit *= parts->base;
	if (fm_multiply_checked(parts->whole.value, unit, &bytes) != FM_OK)
		return FM_E_RANGE;
	return fm_add_checked(bytes, fraction, out);
}

fm_status fm_size_parse(const char *text, size_t length, uint64_t *out, size_t *error_at)
{
	if (text == NULL || out == NULL)
		return FM_E_ARGUMENT;

	fm_scan scan = fm_scan_begin(text, length);
	struct size_parts parts = { .whole = fm_scan_number_begin(UINT64_MAX), .point_at = FM_SCAN_NOWHERE };
	fm_status status = FM_E_SYNTAX;
	size_t fault = 0;

	if (scan_size(&scan, &parts))
		status = evaluate_size(text, &parts, out, &fault);
	else
		fault = scan.at;

	if (status != FM_OK && error_at != NULL)
		*error_at = fault;
	return status;
}
#undef FRACTION_DIGITS_MAX
#undef GROUP_DIGITS

/* ==== lib/base/status.c ==== */
/** @file
 * The table of statuses, as offsets into their texts: no relocation, no work at load. Generated by scripts/generate-status.py from data/status.yaml. */

/* A member each: one literal would be longer than C compilers have to take. */
static const struct {
	char t0[28];
	char t1[107];
	char t2[98];
	char t3[132];
	char t4[153];
	char t5[96];
	char t6[105];
	char t7[111];
	char t8[108];
	char t9[137];
	char t10[170];
	char t11[138];
	char t12[141];
	char t13[129];
	char t14[125];
	char t15[93];
	char t16[77];
	char t17[130];
	char t18[104];
	char t19[138];
	char t20[133];
	char t21[131];
	char t22[161];
	char t23[164];
	char t24[136];
	char t25[140];
	char t26[124];
	char t27[150];
	char t28[110];
	char t29[96];
	char t30[172];
	char t31[110];
	char t32[134];
	char t33[159];
	char t34[140];
	char t35[74];
} texts = {
	"FM_OK\0"
	"success\0"
	"nothing to do",
	"FM_E_ARGUMENT\0"
	"an argument is missing or outside its range\0"
	"see the call's list of what each argument may be",
	"FM_E_EXHAUSTED\0"
	"not enough memory is free now\0"
	"release something, or make the pool or region larger",
	"FM_E_TOO_LARGE\0"
	"the request would not fit even if everything else were free\0"
	"ask for less, or make the pool, storage or region larger",
	"FM_E_STALE\0"
	"the token or record was given back before\0"
	"drop the copy that was kept after release; a block that is out as a buffer is released by its token",
	"FM_E_FOREIGN\0"
	"the value was never handed out here\0"
	"hand it to the pool or space that it came from",
	"FM_E_INTERIOR\0"
	"the address lies inside, but begins no block\0"
	"free the address that the allocation returned",
	"FM_E_DOUBLE\0"
	"the block is not out: freed before, or never handed out\0"
	"free what an allocation returned, and once",
	"FM_E_BUSY\0"
	"something is still in use\0"
	"give back what is out, then try again; or drop the reference with unref",
	"FM_E_UNSUPPORTED\0"
	"the strategy, mode or platform does not offer this\0"
	"choose a strategy or mode that does; its header lists what it offers",
	"FM_E_NOT_FOUND\0"
	"there is no such name or index\0"
	"check its spelling: pool.h names the strategies, flightmem profile list the platforms, flightmem profile show their regions",
	"FM_E_ABI_SIZE\0"
	"a struct's struct_size can't be right\0"
	"set struct_size to sizeof of the struct: FM_OPTIONS, FM_STRUCT or fm_struct_init() do",
	"FM_E_ABI_FIELD\0"
	"a struct sets a member that this library does not know\0"
	"use a library at least as new as the headers, or leave the member zero",
	"FM_E_ALIGNMENT\0"
	"an alignment is no power of two, or an address is not aligned to it\0"
	"use a power of two, and storage aligned to it",
	"FM_E_RANGE\0"
	"the result would pass the end of what the type or the region holds\0"
	"use smaller numbers, or stay inside the region",
	"FM_E_SYNTAX\0"
	"the text can't be read\0"
	"see the position of the error and the grammar of the call",
	"FM_E_UNMAPPED\0"
	"no region holds this address\0"
	"see the memory map of the profile",
	"FM_E_NO_ADDRESS\0"
	"the memory has no address that the CPU can use\0"
	"manage it by offsets and reach it as the profile's access_via says",
	"FM_E_NO_MEMORY\0"
	"the source of memory gave none\0"
	"give the system more memory, or bring storage of your own",
	"FM_E_FACT_UNKNOWN\0"
	"no source states the fact that this needs\0"
	"choose a region whose facts are known, or state them in a profile of your own",
	"FM_E_PERMISSION\0"
	"the region's permissions or nature forbid this\0"
	"choose a region that allows it; see its read, write and execute facts",
	"FM_E_NOT_QUIET\0"
	"memory was asked for where none may be\0"
	"see the places of the report; prepare what they need before the scope begins",
	"FM_E_ACCESS_BOUNDS\0"
	"the access is in no region, or passes the end or a seam of its window\0"
	"stay within the bytes that the finding gives, or split the access there",
	"FM_E_ACCESS_ALIGNMENT\0"
	"the address is not aligned as the width or the region needs it\0"
	"use an address that is a multiple of what the finding gives, or narrower units",
	"FM_E_ACCESS_PERMISSION\0"
	"the region does not grant this kind of access\0"
	"use a region that grants it; see its read, write and execute facts",
	"FM_E_ACCESS_WIDTH\0"
	"the region does not take units of this width, or the size is no whole number of them\0"
	"use the width that the finding gives",
	"FM_E_ACCESS_DMA\0"
	"the DMA engine can't do this transfer\0"
	"see the finding: another region, or another begin, length or boundary",
	"FM_E_ACCESS_LANE\0"
	"not every byte of the access is there: the device is on a part of the bus\0"
	"access single bytes, at the address that the finding gives",
	"FM_E_ACCESS_RESERVED\0"
	"bytes of the access are spoken for\0"
	"use other bytes of the region; see its reserved areas",
	"FM_E_ACCESS_BANK\0"
	"the window has no such bank\0"
	"use a bank below the number that the finding gives",
	"FM_E_ACCESS_ALIAS\0"
	"two accesses touch the same bytes under different addresses, and one writes\0"
	"use one address for both, or write back and invalidate the cache between them",
	"FM_E_ACCESS_WX\0"
	"what can be written would be executed\0"
	"take the right to write away before anything is executed",
	"FM_E_DAMAGED\0"
	"the data is not what it says it is: cut off, changed, or made by hand\0"
	"make it anew from its source, or take another copy",
	"FM_E_VERSION\0"
	"the data is in a version or byte order that this library does not read\0"
	"make it anew with the tools of this library, for this machine's byte order",
	"FM_E_ORDER\0"
	"another goes back first\0"
	"give back in the strategy's order: the newest block of a stack, the oldest of a ring, the innermost mark",
	"FM_E_?\0"
	"a status of another version of the library\0"
	"see fm_version_string()",
};

static const struct {
	uint16_t name, text, remedy, kind;
} table[] = {
	{ 0, 6, 14, FM_KIND_OK },
	{ 28, 42, 86, FM_KIND_INVALID },
	{ 135, 150, 180, FM_KIND_REFUSED },
	{ 233, 248, 308, FM_KIND_REFUSED },
	{ 365, 376, 418, FM_KIND_MISUSE },
	{ 518, 531, 567, FM_KIND_MISUSE },
	{ 614, 628, 673, FM_KIND_MISUSE },
	{ 719, 731, 787, FM_KIND_MISUSE },
	{ 830, 840, 866, FM_KIND_REFUSED },
	{ 938, 955, 1006, FM_KIND_INVALID },
	{ 1075, 1090, 1121, FM_KIND_MISSING },
	{ 1245, 1259, 1297, FM_KIND_INCOMPATIBLE },
	{ 1383, 1398, 1453, FM_KIND_INCOMPATIBLE },
	{ 1524, 1539, 1607, FM_KIND_INVALID },
	{ 1653, 1664, 1731, FM_KIND_INVALID },
	{ 1778, 1790, 1813, FM_KIND_INVALID },
	{ 1871, 1885, 1914, FM_KIND_MISSING },
	{ 1948, 1964, 2011, FM_KIND_REFUSED },
	{ 2078, 2093, 2124, FM_KIND_SYSTEM },
	{ 2182, 2200, 2242, FM_KIND_REFUSED },
	{ 2320, 2336, 2383, FM_KIND_REFUSED },
	{ 2453, 2468, 2507, FM_KIND_REFUSED },
	{ 2584, 2603, 2673, FM_KIND_DENIED },
	{ 2745, 2767, 2830, FM_KIND_DENIED },
	{ 2909, 2932, 2978, FM_KIND_DENIED },
	{ 3045, 3063, 3148, FM_KIND_DENIED },
	{ 3185, 3201, 3239, FM_KIND_DENIED },
	{ 3309, 3326, 3400, FM_KIND_DENIED },
	{ 3459, 3480, 3515, FM_KIND_DENIED },
	{ 3569, 3586, 3614, FM_KIND_DENIED },
	{ 3665, 3683, 3759, FM_KIND_DENIED },
	{ 3837, 3852, 3890, FM_KIND_DENIED },
	{ 3947, 3960, 4030, FM_KIND_DAMAGED },
	{ 4081, 4094, 4165, FM_KIND_INCOMPATIBLE },
	{ 4240, 4251, 4275, FM_KIND_REFUSED },
	{ 4380, 4387, 4430, FM_KIND_INCOMPATIBLE },
};

static const char kinds[][13] = { "ok", "invalid", "refused", "misuse", "missing", "incompatible", "system", "damaged", "denied" };

enum { KNOWN = sizeof table / sizeof table[0] - 1 };

static const char *text_at(uint32_t offset)
{
	return (const char *)&texts + offset;
}

/** Row of `status`: the last one for any number that is none. */
static uint32_t row(fm_status status)
{
	uint32_t index = 0 - (uint32_t)status;

	return index < KNOWN ? index : KNOWN;
}

const char *fm_status_name(fm_status status)
{
	return text_at(table[row(status)].name);
}

const char *fm_status_text(fm_status status)
{
	return text_at(table[row(status)].text);
}

const char *fm_status_remedy(fm_status status)
{
	return text_at(table[row(status)].remedy);
}

fm_status_kind fm_status_get_kind(fm_status status)
{
	return table[row(status)].kind;
}

const char *fm_status_kind_name(fm_status_kind kind)
{
	return kind < sizeof kinds / sizeof kinds[0] ? kinds[kind] : "?";
}

/* ==== lib/base/svg.c ==== */
/** @file
 * Pictures piece by piece: the writer, the shapes that pictures share, and one style sheet for all of them. */
/** @file
 * The writer under every picture: collects small pieces, sends them on, and stops at the first refusal. */
#ifndef FLIGHTMEM_BASE_SVG_H
#define FLIGHTMEM_BASE_SVG_H

/** Bytes that are collected before they are sent. */
#define FM_SVG_PIECE 1024

/** A picture on its way to the caller. With `write` NULL nothing is sent: what is drawn is only measured. */
typedef struct fm_svg {
	fm_write write;
	void *context;
	fm_status status; /**< FM_OK, or what `write` refused with */
	size_t length;    /**< bytes collected */
	char piece[FM_SVG_PIECE];
} fm_svg;

/** Begins a picture. */
void fm_svg_begin(fm_svg *svg, fm_write write, void *context);

/** Adds a text as it is. */
void fm_svg_add(fm_svg *svg, const char *text);

/** Adds a number in decimal. */
void fm_svg_add_number(fm_svg *svg, uint64_t value);

/** Adds ` name="value"`. */
void fm_svg_add_attribute(fm_svg *svg, const char *name, uint64_t value);

/** Adds `text` escaped, cut to `columns` characters; a cut one ends with an ellipsis. */
void fm_svg_add_label(fm_svg *svg, const char *text, unsigned columns);

/** Adds a rectangle of CSS class `class`. */
void fm_svg_add_rectangle(fm_svg *svg, const char *class, uint64_t x, uint64_t y, uint64_t width, uint64_t height);

/** Adds a line of text of CSS class `class`, cut to `columns` characters. */
void fm_svg_add_text(fm_svg *svg, const char *class, uint64_t x, uint64_t y, const char *text, unsigned columns);

/** Opens the picture: size, title, colours of `theme` and the hatching, up to where shapes follow. */
void fm_svg_open(fm_svg *svg, const char *title, uint64_t width, uint64_t height, fm_theme theme);

/** Closes the picture and sends what is left. Returns FM_OK, or what `write` refused with. */
fm_status fm_svg_close(fm_svg *svg);

#endif

/* What differs between the themes; each value stands in a rule, since not every renderer knows variables. */
#define LIGHT "text{fill:#1b1f24}.d{fill:#57606a}.p{fill:#fff}.o,.g{stroke:#8c959f}.b{stroke:#fff}.l{stroke:#000;stroke-opacity:.4}"
#define DARK "text{fill:#e6edf3}.d{fill:#9ba4ae}.p{fill:#0d1117}.o,.g{stroke:#6e7681}.b{stroke:#0d1117}.l{stroke:#fff;stroke-opacity:.45}"

/* One colour a kind, in the order of FM_REGION_...; all are told apart by people who see no red or no green, on light and on dark. */
static const char kind_colours[] = ".k0{fill:#8b949e}.k1{fill:#3b82f6}.k2{fill:#e69f00}.k3{fill:#b07aa1}.k4{fill:#56b4e9}.k5{fill:#d9534f}"
				   ".k6{fill:#6b9e3f}.k7{fill:#009e73}.k8{fill:#5b616a}.k9{fill:#8a63d2}.k10{fill:#cc79a7}.k11{fill:#2f9ea8}";

static const char shapes[] = "svg{font-family:ui-monospace,'DejaVu Sans Mono','Liberation Mono',Menlo,Consolas,monospace}"
			     "text{font-size:12px;white-space:pre}.h{font-size:16px;font-weight:bold}.s{font-size:13px;font-weight:bold}.d{font-size:11px}"
			     ".e{text-anchor:end}.o,.b,.g{fill:none}.x{fill:url(#hatch)}.r{fill:#000;fill-opacity:.45}.b{stroke-width:4}"
			     ".g{stroke-dasharray:2 4}.l{stroke-width:5}";

void fm_svg_begin(fm_svg *svg, fm_write write, void *context)
{
	svg->write = write;
	svg->context = context;
	svg->status = FM_OK;
	svg->length = 0;
}

static void send(fm_svg *svg)
{
	if (svg->status == FM_OK && svg->write != NULL && svg->length > 0)
		svg->status = svg->write(svg->context, svg->piece, svg->length);
	svg->length = 0;
}

void fm_svg_add(fm_svg *svg, const char *text)
{
	for (; *text != '\0'; text++) {
		if (svg->length == FM_SVG_PIECE)
			send(svg);
		svg->piece[svg->length++] = *text;
	}
}

void fm_svg_add_number(fm_svg *svg, uint64_t value)
{
	char digits[24];
	fm_text text = fm_text_begin(digits, sizeof digits);

	fm_text_add_number(&text, value);
	fm_text_end(&text);
	fm_svg_add(svg, digits);
}

void fm_svg_add_attribute(fm_svg *svg, const char *name, uint64_t value)
{
	fm_svg_add(svg, " ");
	fm_svg_add(svg, name);
	fm_svg_add(svg, "=\"");
	fm_svg_add_number(svg, value);
	fm_svg_add(svg, "\"");
}

/** Bytes of the UTF-8 character that begins with `first`; a stray byte is one of its own. */
static unsigned character_bytes(unsigned char first)
{
	return first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
}

static unsigned count_characters(const char *text)
{
	unsigned count = 0;

	while (*text != '\0')
		count += ((unsigned char)*text++ & 0xC0) != 0x80;
	return count;
}

/** Adds one character; what XML reads as its own is escaped, control bytes become spaces. */
static void add_character(fm_svg *svg, const char *at, unsigned bytes)
{
	char one[5] = { 0 };

	if (*at == '&')
		fm_svg_add(svg, "&amp;");
	else if (*at == '<')
		fm_svg_add(svg, "&lt;");
	else if ((unsigned char)*at < 0x20)
		fm_svg_add(svg, " ");
	else {
		for (unsigned i = 0; i < bytes && at[i] != '\0'; i++)
			one[i] = at[i];
		fm_svg_add(svg, one);
	}
}

void fm_svg_add_label(fm_svg *svg, const char *text, unsigned columns)
{
	int cut = count_characters(text) > columns;
	unsigned left = cut ? columns - 1 : columns;

	while (*text != '\0' && left-- > 0) {
		unsigned bytes = character_bytes((unsigned char)*text);

		add_character(svg, text, bytes);
		while (bytes-- > 0 && *text != '\0')
			text++;
	}
	if (cut)
		fm_svg_add(svg, "\xE2\x80\xA6");
}

void fm_svg_add_rectangle(fm_svg *svg, const char *class, uint64_t x, uint64_t y, uint64_t width, uint64_t height)
{
	fm_svg_add(svg, "<rect class=\"");
	fm_svg_add(svg, class);
	fm_svg_add(svg, "\"");
	fm_svg_add_attribute(svg, "x", x);
	fm_svg_add_attribute(svg, "y", y);
	fm_svg_add_attribute(svg, "width", width);
	fm_svg_add_attribute(svg, "height", height);
	fm_svg_add(svg, "/>\n");
}

void fm_svg_add_text(fm_svg *svg, const char *class, uint64_t x, uint64_t y, const char *text, unsigned columns)
{
	fm_svg_add(svg, "<text class=\"");
	fm_svg_add(svg, class);
	fm_svg_add(svg, "\"");
	fm_svg_add_attribute(svg, "x", x);
	fm_svg_add_attribute(svg, "y", y);
	fm_svg_add(svg, ">");
	fm_svg_add_label(svg, text, columns);
	fm_svg_add(svg, "</text>\n");
}

void fm_svg_open(fm_svg *svg, const char *title, uint64_t width, uint64_t height, fm_theme theme)
{
	fm_svg_add(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
	fm_svg_add_attribute(svg, "width", width);
	fm_svg_add_attribute(svg, "height", height);
	fm_svg_add(svg, " viewBox=\"0 0 ");
	fm_svg_add_number(svg, width);
	fm_svg_add(svg, " ");
	fm_svg_add_number(svg, height);
	fm_svg_add(svg, "\">\n<title>");
	fm_svg_add_label(svg, title, 120);
	fm_svg_add(svg, "</title>\n<style>");
	fm_svg_add(svg, kind_colours);
	fm_svg_add(svg, shapes);
	fm_svg_add(svg, theme == FM_THEME_DARK ? DARK : LIGHT);
	if (theme == FM_THEME_VIEWER)
		fm_svg_add(svg, "@media(prefers-color-scheme:dark){" DARK "}");
	fm_svg_add(svg, "</style>\n<pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
			"<path d=\"M0 0V6\" class=\"l\"/></pattern>\n");
	fm_svg_add_rectangle(svg, "p", 0, 0, width, height);
}

fm_status fm_svg_close(fm_svg *svg)
{
	fm_svg_add(svg, "</svg>\n");
	send(svg);
	return svg->status;
}
#undef LIGHT
#undef DARK

/* ==== lib/base/text.c ==== */
/** @file
 * The bounded writer: one place decides whether a byte fits. */

/** 2^64 - 1 has 20 decimal digits. */
#define DECIMAL_DIGITS_MAX 20U
#define HEX_DIGITS_MAX 16U

fm_text fm_text_begin(char *buffer, size_t capacity)
{
	return (fm_text){ .buffer = buffer, .capacity = buffer == NULL ? 0 : capacity };
}

void fm_text_add_char(fm_text *text, char byte)
{
	/* The last byte of the buffer is kept for the end mark; `length` is below `capacity` here, so the sum does not wrap. */
	if (text->length < text->capacity && text->length + 1 < text->capacity)
		text->buffer[text->length] = byte;
	text->length++;
}

void fm_text_add(fm_text *text, const char *string)
{
	while (*string != '\0')
		fm_text_add_char(text, *string++);
}

/** Writes the decimal digits of `value` to `digits`, lowest first; returns how many, at least 1. */
static unsigned split_decimal(uint64_t value, char digits[DECIMAL_DIGITS_MAX])
{
	unsigned count = 0;

	do {
		digits[count++] = (char)('0' + (char)(value % 10));
		value /= 10;
	} while (value != 0);
	return count;
}

void fm_text_add_number(fm_text *text, uint64_t value)
{
	char digits[DECIMAL_DIGITS_MAX];

	for (unsigned left = split_decimal(value, digits); left > 0; left--)
		fm_text_add_char(text, digits[left - 1]);
}

void fm_text_add_grouped(fm_text *text, uint64_t value)
{
	char digits[DECIMAL_DIGITS_MAX];

	for (unsigned left = split_decimal(value, digits); left > 0; left--) {
		fm_text_add_char(text, digits[left - 1]);
		if (left > 1 && (left - 1) % 3 == 0)
			fm_text_add_char(text, ' ');
	}
}

void fm_text_add_hex(fm_text *text, uint64_t value, unsigned digits)
{
	unsigned count = HEX_DIGITS_MAX;

	while (count > 1 && count > digits && (value >> (4 * (count - 1))) == 0)
		count--;
	while (count-- > 0)
		fm_text_add_char(text, "0123456789ABCDEF"[(value >> (4 * count)) & 15]);
}

size_t fm_text_end(fm_text *text)
{
	if (text->capacity > 0)
		text->buffer[text->length < text->capacity ? text->length : text->capacity - 1] = '\0';
	return text->length;
}
#undef DECIMAL_DIGITS_MAX
#undef HEX_DIGITS_MAX

/* ==== lib/platform/address_text.c ==== */
/** @file
 * Addresses of a platform as text, with the names of its address spaces.
 *
 *     text = [ name ":" ] address
 *
 * `7E:0000` is an address without a name, for no space is called as a number (scripts/generate-platforms.py). */
/** @file
 * Reading the rows of a profile: the only code that turns offsets into pointers. */
#ifndef FLIGHTMEM_PLATFORM_ROWS_H
#define FLIGHTMEM_PLATFORM_ROWS_H
/** @file
 * The form of a profile: fixed-width rows and one pool of texts, joined by offsets, so that it needs no relocation and means the same
 * as a constant and as a file that was loaded.
 *
 *     fm_profile | ... | spaces | regions | mirrors | reserved areas | capabilities | engines | advice | texts
 *        |_______________^________^_________^_________^________________^______________^_________^________^      offsets from the profile, in bytes
 *
 * A text is an offset into the pool, which begins with an empty text: 0 is "no text". Facts are packed, two bits each.
 * scripts/generate-platforms.py writes tables.c in this form and proves what the readers rely on; of a profile that is loaded,
 * lib/platform/sound.c proves it:
 *
 * - every index and offset leads into its array; every text ends with a NUL;
 * - base + size <= 2^width of the space; of a mirror, base + (count - 1) * stride + size <= 2^width and size <= stride;
 * - what a mirror shows lies in its region: offset + (count - 1) * advance + min(size, period) <= size of the region;
 * - slices that go on in the region without a seam do not touch: advance != size or size < stride;
 * - units of an inverted mirror fill its window: size is a multiple of inverted, and count and period are 0;
 * - of a lane_stride that is not 0, lane is less; align and boundary of an engine are 0 or powers of two;
 * - capabilities are ordered by id, each at most once;
 * - each use is advised at most once, and every text of the advice is there. */
#ifndef FLIGHTMEM_PLATFORM_TABLES_H
#define FLIGHTMEM_PLATFORM_TABLES_H

/** A text: its offset in the pool; 0 is none. */
typedef uint32_t fm_table_text;

/** Facts, two bits each, in a row's `facts`: the bits of FM_FACT_... at the place that is named here. */
enum {
	FM_TABLE_HAS_BASE = 0,
	FM_TABLE_CPU_MAPPED = 2,
	FM_TABLE_READ = 4,
	FM_TABLE_WRITE = 6,
	FM_TABLE_EXECUTE = 8,
	FM_TABLE_CACHED_CODE = 10,
	FM_TABLE_CACHED_DATA = 12,
	FM_TABLE_DMA = 14,
	FM_TABLE_VOLATILE = 16,
	FM_TABLE_PERSISTENT = 18,
	FM_TABLE_OPTIONAL = 20,
	FM_TABLE_FAST = 22,
	FM_TABLE_HIDDEN = 24 /**< not a fact: a bit for each processor, the main one first, that does not see the region */
};

/** The facts of a region, without the processors. */
#define FM_TABLE_FACTS ((UINT32_C(1) << FM_TABLE_HIDDEN) - 1)

/** A platform: the head of its rows. */
struct fm_profile {
	uint32_t bytes;              /**< from here to the end of the texts */
	uint32_t texts;              /**< offset of the pool */
	uint32_t spaces;             /**< offset of its first fm_table_space */
	uint32_t regions;            /**< offset of its first fm_table_region */
	uint32_t mirrors;            /**< offset of its first fm_table_mirror */
	uint32_t reserved;           /**< offset of its first fm_table_reserved */
	uint32_t capabilities;       /**< offset of its first fm_table_capability */
	uint32_t engines;            /**< offset of its first fm_table_engine */
	uint32_t advice;             /**< offset of its first fm_table_advice */
	uint32_t space_count;        /**< rows */
	uint32_t region_count;       /**< rows */
	uint32_t mirror_count;       /**< rows */
	uint32_t reserved_count;     /**< rows */
	uint32_t capability_count;   /**< rows */
	uint32_t engine_count;       /**< rows */
	uint32_t advice_count;       /**< rows */
	fm_table_text id;            /**< "psx" */
	fm_table_text name;          /**< "Sony PlayStation" */
	fm_table_text aliases;       /**< names one after the other, each with its NUL, an empty one ends the list */
	uint32_t tier;               /**< FM_TIER_... */
	uint16_t endian;             /**< FM_ENDIAN_... */
	uint16_t counted;            /**< 1: fm_profile_load() made it, and its references are counted; in tables and files 0 */
	uint32_t word_bits;          /**< 0: unknown */
	uint32_t pointer_bits;       /**< 0: unknown */
	uint32_t bus_bits;           /**< 0: unknown */
	uint32_t cache_line_bytes;   /**< 0: unknown; FM_NONE: there is none */
	uint32_t page_bytes;         /**< 0: unknown; FM_NONE: there are none */
	uint32_t misaligned;         /**< FM_MISALIGNED_... */
	uint32_t natural_bytes;      /**< widest alignment that the main CPU wants; 0: unknown */
};

/** An address space. */
struct fm_table_space {
	fm_table_text id;
	uint16_t width_bits;
	uint8_t style;       /**< FM_ADDRESS_... */
	uint8_t cpu_visible; /**< 0 or 1 */
};

/** A region. */
struct fm_table_region {
	uint64_t base;             /**< 0 where it has none */
	uint64_t size;             /**< 0: unknown */
	uint64_t bank_total_bytes; /**< 0: not banked or unknown */
	fm_table_text id;
	fm_table_text name;
	fm_table_text access_via;
	fm_table_text wait_states;
	fm_table_text note;
	uint32_t facts; /**< FM_TABLE_... */
	uint32_t bank_count;
	uint32_t alias_of; /**< index of a region or FM_NONE */
	uint32_t first_mirror;
	uint32_t mirror_count;
	uint32_t first_reserved;
	uint16_t reserved_count;
	uint16_t lane;       /**< byte of each lane_stride that is there */
	uint16_t lane_stride; /**< 0: all bytes are there */
	uint16_t bus_bits;   /**< 0: unknown */
	uint8_t space;
	uint8_t kind;        /**< FM_REGION_... */
	uint8_t read_widths; /**< bits 1, 2, 4, 8 */
	uint8_t write_widths;
};

/** A window onto a region's bytes. */
struct fm_table_mirror {
	uint64_t base;
	uint64_t size;   /**< of each slice */
	uint64_t period; /**< 0: the bytes are there once */
	uint64_t stride; /**< 0: one slice */
	uint64_t offset; /**< byte of the region that the first slice begins with */
	uint64_t advance; /**< what each slice adds to it */
	uint32_t count;  /**< slices; 0: one */
	uint8_t space;
	uint8_t inverted; /**< units of so many bytes lie in opposite order; 0: no */
	uint16_t facts;   /**< FM_TABLE_CACHED_... */
};

/** Bytes that are spoken for. */
struct fm_table_reserved {
	uint64_t base;
	uint64_t size; /**< 0: unknown */
	fm_table_text what;
	uint32_t zero;
};

/** What a platform can do; what no source says has no row. */
struct fm_table_capability {
	uint64_t value;
	fm_table_text source;
	fm_table_text note;
	uint32_t id;
	uint16_t state; /**< FM_CAPABILITY_... */
	uint16_t unit;  /**< FM_UNIT_... */
};

/** A DMA engine. */
struct fm_table_engine {
	fm_table_text id;
	fm_table_text source;
	uint32_t align;    /**< of a transfer's begin, bytes; 0: unknown */
	uint32_t granule;  /**< of its length, bytes; 0: unknown */
	uint32_t boundary; /**< that it does not cross, bytes; 0: none is known */
	uint16_t space;    /**< index; FM_TABLE_ANY_SPACE: all */
	uint16_t address_bits; /**< 0: no limit is known */
};
#define FM_TABLE_ANY_SPACE 0xFFFFu

/** Which strategy for which use. */
struct fm_table_advice {
	fm_table_text use;
	fm_table_text strategy;
	fm_table_text reason;
};

/* The rows hold no padding: a file has the same bytes as a constant of the same byte order. */
FM_STATIC_ASSERT(sizeof(struct fm_profile) == 112, "lib/platform/tables.h: fm_profile has padding");
FM_STATIC_ASSERT(sizeof(struct fm_table_space) == 8, "lib/platform/tables.h: fm_table_space has padding");
FM_STATIC_ASSERT(sizeof(struct fm_table_region) == 80, "lib/platform/tables.h: fm_table_region has padding");
FM_STATIC_ASSERT(sizeof(struct fm_table_mirror) == 56, "lib/platform/tables.h: fm_table_mirror has padding");
FM_STATIC_ASSERT(sizeof(struct fm_table_reserved) == 24, "lib/platform/tables.h: fm_table_reserved has padding");
FM_STATIC_ASSERT(sizeof(struct fm_table_capability) == 24, "lib/platform/tables.h: fm_table_capability has padding");
FM_STATIC_ASSERT(sizeof(struct fm_table_engine) == 24, "lib/platform/tables.h: fm_table_engine has padding");
FM_STATIC_ASSERT(sizeof(struct fm_table_advice) == 12, "lib/platform/tables.h: fm_table_advice has padding");

/** The begin of the built-in tables: the profiles, ordered by id, lie from byte `profiles` on. */
struct fm_tables_head {
	uint32_t profile_count;
	uint32_t profiles;
};

/** The built-in tables; tables.c, which is generated, knows the rest of the type. It begins with a fm_tables_head. */
struct fm_tables;
extern const struct fm_tables fm_builtin_tables;

#endif

/** The text at `offset`; NULL iff it is 0. Lives as long as the profile, as everything here does. */
const char *fm_rows_text(const fm_profile *profile, fm_table_text offset);

/** The fact of a row's `facts` at `place`, FM_TABLE_.... */
fm_fact fm_rows_fact(uint32_t facts, unsigned place);

/** An address space; NULL iff there is no such index. */
const struct fm_table_space *fm_rows_space(const fm_profile *profile, uint32_t index);

/** A region; NULL iff there is no such index. */
const struct fm_table_region *fm_rows_region(const fm_profile *profile, uint32_t index);

/** A mirror of a region; NULL iff it has no such index. */
const struct fm_table_mirror *fm_rows_mirror(const fm_profile *profile, const struct fm_table_region *region, uint32_t index);

/** A reserved area of a region; NULL iff it has no such index. */
const struct fm_table_reserved *fm_rows_reserved(const fm_profile *profile, const struct fm_table_region *region, uint32_t index);

/** What is said of a capability; NULL iff nothing is. O(rows). */
const struct fm_table_capability *fm_rows_capability(const fm_profile *profile, uint32_t id);

/** A DMA engine; NULL iff there is no such index. */
const struct fm_table_engine *fm_rows_engine(const fm_profile *profile, uint32_t index);

/** A piece of advice; NULL iff there is no such index. */
const struct fm_table_advice *fm_rows_advice(const fm_profile *profile, uint32_t index);

/** True iff the two texts have the same bytes. */
int fm_rows_same(const char *a, const char *b);

#endif

/** Bytes of the longest address: `0x` or a colon, 16 digits, the end mark. */
#define ADDRESS_TEXT_MAX 20

/** Bytes before the first colon; the whole length iff there is none. */
static size_t bytes_before_colon(const fm_scan *scan)
{
	size_t count = 0;

	while (count < scan->length && scan->text[count] != ':')
		count++;
	return count;
}

/** True iff the `length` bytes at `text` are `id`. */
static int is_id(const char *id, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (id[i] == 0 || id[i] != text[i])
			return 0;
	return id[length] == 0;
}

/** The address space that is called like that; FM_NONE iff there is none. */
static uint32_t space_called(const fm_profile *profile, const char *text, size_t length)
{
	for (uint32_t index = 0; index < profile->space_count; index++)
		if (is_id(fm_rows_text(profile, fm_rows_space(profile, index)->id), text, length))
			return index;
	return FM_NONE;
}

/** True iff the bytes can be the name of a space: a letter first, and not a number in hexadecimal. */
static int is_name(const char *text, size_t length)
{
	int number = 1;

	for (size_t i = 0; i < length; i++) {
		char low = (char)(text[i] | 0x20);
		int letter = low >= 'a' && low <= 'z';
		int digit = text[i] >= '0' && text[i] <= '9';

		if (!letter && (i == 0 || (!digit && text[i] != '_' && text[i] != '-')))
			return 0;
		number = number && fm_scan_is_digit(text[i], 16);
	}
	return !number;
}

fm_status fm_profile_address_parse(const fm_profile *profile, const char *text, size_t length, fm_address *out, size_t *error_at)
{
	if (profile == NULL || text == NULL || out == NULL)
		return FM_E_ARGUMENT;

	fm_scan scan = fm_scan_begin(text, length);
	size_t before = bytes_before_colon(&scan);

	if (profile->space_count == 0)
		return FM_E_NOT_FOUND;

	size_t begin = 0;
	uint32_t space = 0;

	if (before < scan.length && is_name(text, before)) {
		space = space_called(profile, text, before);
		if (space == FM_NONE)
			return FM_E_NOT_FOUND;
		begin = before + 1;
	}

	fm_address address = { .space = space };
	size_t at = 0;
	fm_status status = fm_address_parse(text + begin, scan.length - begin, fm_rows_space(profile, space)->width_bits, &address.value, &at);

	if (status == FM_OK)
		*out = address;
	else if (error_at != NULL)
		*error_at = begin + at;
	return status;
}

size_t fm_profile_address_format(const fm_profile *profile, fm_address address, char *buffer, size_t capacity)
{
	const struct fm_table_space *space = profile == NULL ? NULL : fm_rows_space(profile, address.space);
	fm_text text = fm_text_begin(buffer, capacity);
	char number[ADDRESS_TEXT_MAX];

	if (space != NULL && fm_address_format(address.value, space->width_bits, space->style, number, sizeof number) != 0) {
		if (address.space != 0) {
			fm_text_add(&text, fm_rows_text(profile, space->id));
			fm_text_add_char(&text, ':');
		}
		fm_text_add(&text, number);
	}
	return fm_text_end(&text);
}
#undef ADDRESS_TEXT_MAX

/* ==== lib/platform/advice.c ==== */
/** @file
 * Which strategy for which use, from the rows of a profile. */

#define ADVICE_FIRST_SIZE (offsetof(fm_advice, reason) + sizeof(const char *))

fm_status fm_profile_advice(const fm_profile *profile, uint32_t index, fm_advice *out)
{
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, ADVICE_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	const struct fm_table_advice *row = fm_rows_advice(profile, index);

	if (row == NULL)
		return FM_E_NOT_FOUND;

	fm_advice advice = {
		.use = fm_rows_text(profile, row->use),
		.strategy = fm_rows_text(profile, row->strategy),
		.reason = fm_rows_text(profile, row->reason),
	};

	fm_abi_export(out, &advice, sizeof advice);
	return FM_OK;
}

fm_status fm_profile_strategy(const fm_profile *profile, const char *use, fm_advice *out)
{
	const struct fm_table_advice *row = NULL;
	uint32_t index = 0;

	if (use == NULL)
		use = "main";
	while (profile != NULL && (row = fm_rows_advice(profile, index)) != NULL && !fm_rows_same(fm_rows_text(profile, row->use), use))
		index++;
	return fm_profile_advice(profile, index, out);
}
#undef ADVICE_FIRST_SIZE

/* ==== lib/platform/bank.c ==== */
/** @file
 * Banks of a window: where each begins in the memory behind it. */

fm_status fm_profile_bank(const fm_profile *profile, uint32_t region, uint32_t bank, uint64_t *offset)
{
	if (profile == NULL || offset == NULL)
		return FM_E_ARGUMENT;

	const struct fm_table_region *row = fm_rows_region(profile, region);

	if (row == NULL || bank >= row->bank_count)
		return FM_E_NOT_FOUND;
	/* Where the whole is known it must be what the banks make. */
	if (row->size == 0 || (row->bank_total_bytes != 0 && row->bank_total_bytes / row->size != row->bank_count))
		return FM_E_FACT_UNKNOWN;
	return fm_multiply_checked(bank, row->size, offset) == FM_OK ? FM_OK : FM_E_FACT_UNKNOWN;
}

/* ==== lib/platform/capability.c ==== */
/** @file
 * What a platform can do: names, and the rows of a profile. */

#define CAPABILITY_FIRST_SIZE (offsetof(fm_capability, reserved) + sizeof(uint32_t))

#define COUNT(names) (sizeof(names) / sizeof(names)[0])

/* Ids count from 1. */
static const char capability_names[][18] = { "?", "mmu", "mpu", "huge_pages", "executable_memory", "dma", "cache_control", "unaligned_access",
	"atomics_width", "simd_width", "threads", "shared_memory", "memory_growth", "protection", "bank_switching",
	"scratchpad", "persistent_ram", "pressure_signals" };

static const char state_names[][8] = { "unknown", "no", "yes", "denied" };

static const char unit_names[][13] = { "none", "bytes", "bits", "count", "mask", "number", "basis_points", "microseconds" };

uint32_t fm_capability_count(void)
{
	return COUNT(capability_names) - 1;
}

const char *fm_capability_name(fm_capability_id id)
{
	return id < COUNT(capability_names) ? capability_names[id] : "?";
}

fm_capability_id fm_capability_find(const char *name)
{
	for (fm_capability_id id = 1; name != NULL && id < COUNT(capability_names); id++)
		if (fm_rows_same(capability_names[id], name))
			return id;
	return 0;
}

const char *fm_capability_state_name(fm_capability_state state)
{
	return state < COUNT(state_names) ? state_names[state] : "?";
}

const char *fm_unit_name(fm_unit unit)
{
	return unit < COUNT(unit_names) ? unit_names[unit] : "?";
}

fm_status fm_profile_capability(const fm_profile *profile, fm_capability_id id, fm_capability *out)
{
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, CAPABILITY_FIRST_SIZE);

	if (status != FM_OK)
		return status;
	if (id == 0 || id > fm_capability_count())
		return FM_E_NOT_FOUND;

	fm_capability capability = { .id = id };
	const struct fm_table_capability *row = fm_rows_capability(profile, id);

	if (row != NULL) {
		capability.source = fm_rows_text(profile, row->source);
		capability.note = fm_rows_text(profile, row->note);
		capability.value = row->value;
		capability.state = row->state;
		capability.unit = row->unit;
	}
	fm_abi_export(out, &capability, sizeof capability);
	return FM_OK;
}
#undef CAPABILITY_FIRST_SIZE
#undef COUNT

/* ==== lib/platform/engines.c ==== */
/** @file
 * The DMA engines of a platform. */

#define ENGINE_FIRST_SIZE (offsetof(fm_engine, space) + sizeof(uint32_t))

/** First address that so many bits can't say; 0: none. */
static uint64_t limit_of_bits(uint32_t bits)
{
	return bits == 0 || bits >= 64 ? 0 : UINT64_C(1) << bits;
}

fm_status fm_profile_engine(const fm_profile *profile, uint32_t index, fm_engine *out)
{
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, ENGINE_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	const struct fm_table_engine *row = fm_rows_engine(profile, index);

	if (row == NULL)
		return FM_E_NOT_FOUND;

	fm_engine engine = {
		.id = fm_rows_text(profile, row->id),
		.source = fm_rows_text(profile, row->source),
		.limit = limit_of_bits(row->address_bits),
		.align = row->align,
		.granule = row->granule,
		.boundary = row->boundary,
		.space = row->space == FM_TABLE_ANY_SPACE ? FM_NONE : row->space,
	};

	fm_abi_export(out, &engine, sizeof engine);
	return FM_OK;
}
#undef ENGINE_FIRST_SIZE

/* ==== lib/platform/find.c ==== */
/** @file
 * The built-in profiles, by index and by name. */

/** The head of the built-in tables. */
static const struct fm_tables_head *tables_head(void)
{
	return (const struct fm_tables_head *)(const void *)&fm_builtin_tables;
}

/** Below, at or above 0 as `a` stands before, at or after `b` in the order of the profiles: that of bytes. */
static int compare(const char *a, const char *b)
{
	while (*a != 0 && *a == *b) {
		a++;
		b++;
	}
	return (unsigned char)*a - (unsigned char)*b;
}

/** True iff `id` is another name of the profile. */
static int has_alias(const fm_profile *profile, const char *id)
{
	const char *alias = fm_rows_text(profile, profile->aliases);

	while (alias != NULL && *alias != 0) {
		if (fm_rows_same(alias, id))
			return 1;
		while (*alias != 0)
			alias++;
		alias++; /* the list ends with an empty name, so there is one more byte */
	}
	return 0;
}

uint32_t fm_profile_count(void)
{
	return tables_head()->profile_count;
}

const fm_profile *fm_profile_at(uint32_t index)
{
	const struct fm_tables_head *head = tables_head();
	const fm_profile *profiles = (const void *)((const char *)head + head->profiles);

	return index < head->profile_count ? profiles + index : NULL;
}

/** The profile whose id is `id`, by halves; NULL iff there is none. */
static const fm_profile *find_id(const char *id)
{
	uint32_t low = 0, high = fm_profile_count();

	while (low < high) {
		const fm_profile *middle = fm_profile_at(low + (high - low) / 2);
		int order = compare(fm_rows_text(middle, middle->id), id);

		if (order == 0)
			return middle;
		if (order < 0)
			low = low + (high - low) / 2 + 1;
		else
			high = low + (high - low) / 2;
	}
	return NULL;
}

const fm_profile *fm_profile_find(const char *id)
{
	const fm_profile *found = id == NULL ? NULL : find_id(id);

	for (uint32_t index = 0; id != NULL && found == NULL && index < fm_profile_count(); index++)
		if (has_alias(fm_profile_at(index), id))
			found = fm_profile_at(index);
	return found;
}

/* ==== lib/platform/info.c ==== */
/** @file
 * A platform in short. */

#define INFO_FIRST_SIZE (offsetof(fm_profile_info, engine_count) + sizeof(uint32_t))

fm_status fm_profile_get_info(const fm_profile *profile, fm_profile_info *out)
{
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, INFO_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	fm_profile_info info = {
		.id = fm_rows_text(profile, profile->id),
		.name = fm_rows_text(profile, profile->name),
		.tier = profile->tier,
		.endian = profile->endian,
		.word_bits = profile->word_bits,
		.pointer_bits = profile->pointer_bits,
		.bus_bits = profile->bus_bits,
		.cache_line_bytes = profile->cache_line_bytes,
		.page_bytes = profile->page_bytes,
		.space_count = profile->space_count,
		.region_count = profile->region_count,
		.misaligned = profile->misaligned,
		.natural_bytes = profile->natural_bytes,
		.engine_count = profile->engine_count,
	};

	fm_abi_export(out, &info, sizeof info);
	return FM_OK;
}
#undef INFO_FIRST_SIZE

/* ==== lib/platform/load.c ==== */
/** @file
 * Loading: the head is judged, the rest copied, and the copy judged, so that nobody can change what was found to be sound. */
/** @file
 * The form of a profile in a file: a head, then the profile with its rows as in tables.h, in one order and without a gap.
 *
 *     fm_profile_blob | fm_profile | spaces | regions | mirrors | reserved areas | capabilities | engines | advice | texts
 *
 * The mirrors of the regions follow each other in the order of the regions, and so do the reserved areas. Texts are UTF-8 without control
 * characters. What flightmem profile compile writes, and fm_profile_load() reads. */
#ifndef FLIGHTMEM_PLATFORM_BLOB_H
#define FLIGHTMEM_PLATFORM_BLOB_H

/** The first bytes. A copy that took them for text, or for 7 bits each, would show. */
#define FM_BLOB_MAGIC "\x89" "FMP\r\n\x1A\n"

/** `order` as the machine that the file is for stores it. */
#define FM_BLOB_ORDER UINT32_C(0x01020304)

/** The version of the rows. Another one is another format. */
#define FM_BLOB_VERSION 1u

/** The head of a file. */
struct fm_profile_blob {
	uint8_t magic[8];  /**< FM_BLOB_MAGIC without its end mark */
	uint32_t order;    /**< FM_BLOB_ORDER: the byte order of all that follows */
	uint32_t version;  /**< FM_BLOB_VERSION */
	uint32_t bytes;    /**< of the whole file */
	uint32_t checksum; /**< fm_blob_checksum() of what follows the head: against accidents, not against malice */
};

FM_STATIC_ASSERT(sizeof(struct fm_profile_blob) == 24, "lib/platform/blob.h: fm_profile_blob has padding");

/** FNV-1a: any one byte that changes changes it. */
static inline uint32_t fm_blob_checksum(const void *bytes, size_t size)
{
	const unsigned char *next = bytes;
	uint32_t sum = UINT32_C(0x811C9DC5);

	for (size_t i = 0; i < size; i++)
		sum = (sum ^ next[i]) * UINT32_C(0x01000193);
	return sum;
}

#endif
/** @file
 * A loaded profile in memory: what it takes to give it back, then the profile itself. */
#ifndef FLIGHTMEM_PLATFORM_LOADED_H
#define FLIGHTMEM_PLATFORM_LOADED_H

/** The block that a provider gave. */
struct fm_profile_loaded {
	fm_memory_provider provider;
	uint64_t bytes; /**< of the block; 64 bits, so that the profile is aligned to what its rows need */
	uint32_t references;
	uint32_t zero;
	struct fm_profile profile; /**< its rows follow */
};

/** Alignment of the block, bytes. */
#define FM_PROFILE_LOADED_ALIGN 16u

/** Gives a block back whose last reference is gone. */
void fm_profile_give_back(struct fm_profile_loaded *loaded);

#endif
/** @file
 * Whether bytes that claim to be a profile are one: all that readers rely on, so that no reader has to ask. */
#ifndef FLIGHTMEM_PLATFORM_SOUND_H
#define FLIGHTMEM_PLATFORM_SOUND_H

/** The first thing that is wrong. */
typedef struct fm_rows_fault {
	size_t at;          /**< byte of the profile where the row begins; of texts the very byte */
	const char *rows;   /**< "regions"; NULL: the head */
	const char *member; /**< "size" */
	uint32_t index;     /**< of the row; FM_NONE: none */
} fm_rows_fault;

/**
 * True iff the `size` bytes at `profile`, at least those of its head, aligned to 8, are a sound profile in the order of blob.h; else
 * `*fault` says what is not. Reads nothing else, whatever the bytes are. O(size), no recursion.
 */
int fm_rows_are_sound(const fm_profile *profile, size_t size, fm_rows_fault *fault);

#endif

/** Judges the head; what it says is taken as it is until the rest was seen. */
static fm_status judge_blob_head(const struct fm_profile_blob *head, size_t size, fm_rows_fault *fault)
{
	fault->rows = NULL;
	fault->index = FM_NONE;
	fault->at = offsetof(struct fm_profile_blob, magic);
	fault->member = "magic";
	if (memcmp(head->magic, FM_BLOB_MAGIC, sizeof head->magic) != 0)
		return FM_E_DAMAGED;
	fault->at = offsetof(struct fm_profile_blob, order);
	fault->member = "order";
	if (head->order != FM_BLOB_ORDER)
		return FM_E_VERSION;
	fault->at = offsetof(struct fm_profile_blob, version);
	fault->member = "version";
	if (head->version != FM_BLOB_VERSION)
		return FM_E_VERSION;
	fault->at = offsetof(struct fm_profile_blob, bytes);
	fault->member = "bytes";
	return head->bytes == size && size - sizeof *head >= sizeof(struct fm_profile) ? FM_OK : FM_E_DAMAGED;
}

/** Judges the copy of what follows the head. */
static fm_status judge_copy(const struct fm_profile_blob *head, const fm_profile *profile, size_t size, fm_rows_fault *fault)
{
	fault->at = offsetof(struct fm_profile_blob, checksum);
	fault->member = "checksum";
	if (fm_blob_checksum(profile, size) != head->checksum)
		return FM_E_DAMAGED;
	if (fm_rows_are_sound(profile, size, fault))
		return FM_OK;
	fault->at += sizeof *head;
	return FM_E_DAMAGED;
}

/** Takes memory for the profile and makes it there; a copy that is not sound goes back at once. */
static fm_status copy_profile(const struct fm_profile_blob *head, const void *rows, const fm_memory_provider *provider, struct fm_profile_loaded **out,
			      fm_rows_fault *fault)
{
	size_t size = head->bytes - sizeof *head, bytes = offsetof(struct fm_profile_loaded, profile) + size;
	void *memory = NULL;
	fm_status status = provider->obtain == NULL ? FM_E_NO_MEMORY : provider->obtain(provider->user, bytes, FM_PROFILE_LOADED_ALIGN, &memory);

	if (status != FM_OK)
		return status;

	struct fm_profile_loaded *loaded = memory;

	memcpy(&loaded->profile, rows, size);
	status = judge_copy(head, &loaded->profile, size, fault);
	if (status != FM_OK) {
		provider->give_back(provider->user, memory, bytes, FM_PROFILE_LOADED_ALIGN);
		return status;
	}
	loaded->provider = *provider;
	loaded->bytes = bytes;
	loaded->references = 1;
	loaded->profile.counted = 1;
	*out = loaded;
	return FM_OK;
}

/** "regions[3].size" */
static void name_fault(fm_refusal *what, const fm_rows_fault *fault)
{
	fm_text text = fm_text_begin(what->subject, sizeof what->subject);

	if (fault->rows != NULL) {
		fm_text_add(&text, fault->rows);
		if (fault->index != FM_NONE) {
			fm_text_add_char(&text, '[');
			fm_text_add_number(&text, fault->index);
			fm_text_add_char(&text, ']');
		}
		fm_text_add_char(&text, '.');
	}
	fm_text_add(&text, fault->member);
	fm_text_end(&text);
}

/** Says no: of a blob that is wrong where, of memory that is not there how much. */
static fm_status refuse_blob(fm_status status, size_t size, const fm_rows_fault *fault, size_t *error_at, fm_refusal *why)
{
	fm_refusal what = { .status = status, .help = FM_HELP_OTHER };

	if (status == FM_E_DAMAGED || status == FM_E_VERSION) {
		name_fault(&what, fault);
		if (error_at != NULL)
			*error_at = fault->at;
	} else if (status == FM_E_NO_MEMORY) {
		what.asked = offsetof(struct fm_profile_loaded, profile) + (size - sizeof(struct fm_profile_blob));
		what.align = FM_PROFILE_LOADED_ALIGN;
	}
	return fm_refuse(why, &what);
}

fm_status fm_profile_load(const void *blob, size_t size, const fm_memory_provider *provider, const fm_profile **out, size_t *error_at, fm_refusal *why)
{
	fm_memory_provider known = FM_STRUCT(fm_memory_provider);
	fm_rows_fault fault = { .at = size, .member = "head", .index = FM_NONE };
	struct fm_profile_blob head = { .bytes = 0 };
	struct fm_profile_loaded *loaded = NULL;
	fm_status status = blob == NULL || out == NULL ? FM_E_ARGUMENT : fm_provider_read(provider, &known);

	if (status == FM_OK && size < sizeof head)
		status = FM_E_DAMAGED;
	if (status == FM_OK) {
		memcpy(&head, blob, sizeof head);
		status = judge_blob_head(&head, size, &fault);
	}
	if (status == FM_OK)
		status = copy_profile(&head, (const unsigned char *)blob + sizeof head, &known, &loaded, &fault);
	if (status != FM_OK)
		return refuse_blob(status, size, &fault, error_at, why);

	*out = &loaded->profile;
	return FM_OK;
}

void fm_profile_give_back(struct fm_profile_loaded *loaded)
{
	fm_memory_provider provider = loaded->provider;

	provider.give_back(provider.user, loaded, (size_t)loaded->bytes, FM_PROFILE_LOADED_ALIGN);
	if (provider.drop != NULL)
		provider.drop(provider.user);
}

/* ==== lib/platform/locate.c ==== */
/** @file
 * Where an address leads: the exact, slow reference that every faster way is tested against.
 *
 * Windows are looked at in the order in which they win: every region's own base, then the mirrors, region by region. A window that
 * lost because it begins later still ends what the winner shows:
 *
 *     first region                 [=========]
 *     a mirror of another  [===================...
 *                             ^ a  |<- left ends where the first region begins */

#define LOCATION_FIRST_SIZE (offsetof(fm_location, mirror) + sizeof(uint32_t))

/** A search on its way: the nearest begin of a window that wins over those to come. */
struct search {
	uint64_t address;
	uint32_t hidden; /**< the facts of regions that are passed over */
	uint64_t next;   /**< bytes from the address to that begin; UINT64_MAX: there is none so near */
	uint64_t offset; /**< the result */
	uint64_t left;   /**< the result */
};

/** The region's own base as a window. */
static struct fm_table_mirror own_window(const struct fm_table_region *region)
{
	return (struct fm_table_mirror){ .base = region->base, .size = region->size };
}

/** Notes that a window begins `distance` bytes after the address. */
static void note_begin(struct search *search, uint64_t distance)
{
	if (distance < search->next)
		search->next = distance;
}

/** True iff the window holds the address: then the result is complete. */
static int look(struct search *search, const struct fm_table_mirror *window)
{
	if (window->size == 0)
		return 0;
	if (search->address < window->base) {
		note_begin(search, window->base - search->address);
		return 0;
	}

	uint64_t inside = search->address - window->base, slice = 0;

	if (window->stride != 0) {
		slice = inside / window->stride;
		if (slice >= window->count)
			return 0;
		inside -= slice * window->stride;
		if (inside >= window->size && slice + 1 < window->count)
			note_begin(search, window->stride - inside);
	}
	if (inside >= window->size)
		return 0;

	uint64_t left = window->size - inside;

	if (window->period != 0) {
		inside %= window->period;
		left = window->period - inside < left ? window->period - inside : left;
	}
	if (window->inverted != 0) {
		uint64_t in_unit = inside % window->inverted;

		inside = window->size - window->inverted - (inside - in_unit) + in_unit;
		left = window->inverted - in_unit;
	}
	search->offset = window->offset + slice * window->advance + inside;
	search->left = left < search->next ? left : search->next;
	return 1;
}

/** The region whose own base holds the address; FM_NONE iff there is none. */
static uint32_t look_at_bases(const fm_profile *profile, uint32_t space, struct search *search)
{
	for (uint32_t index = 0; index < profile->region_count; index++) {
		const struct fm_table_region *region = fm_rows_region(profile, index);
		struct fm_table_mirror window = own_window(region);

		if ((region->facts & search->hidden) != 0 || region->space != space || fm_rows_fact(region->facts, FM_TABLE_HAS_BASE) != FM_FACT_YES)
			continue;
		if (look(search, &window))
			return index;
	}
	return FM_NONE;
}

/** The mirror of the region that holds the address; FM_NONE iff there is none. */
static uint32_t look_at_mirrors(const fm_profile *profile, const struct fm_table_region *region, uint32_t space, struct search *search)
{
	if ((region->facts & search->hidden) != 0)
		return FM_NONE;
	for (uint32_t index = 0; index < region->mirror_count; index++) {
		const struct fm_table_mirror *window = fm_rows_mirror(profile, region, index);

		if (window->space == space && look(search, window))
			return index;
	}
	return FM_NONE;
}

/** Regions with a fact of `hidden` are passed over. */
static fm_status locate_unhidden(const fm_profile *profile, fm_address address, uint32_t hidden, fm_location *out)
{
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, LOCATION_FIRST_SIZE);

	if (status != FM_OK)
		return status;
	if (fm_rows_space(profile, address.space) == NULL)
		return FM_E_NOT_FOUND;

	struct search search = { .address = address.value, .hidden = hidden, .next = UINT64_MAX };
	fm_location location = { .region = look_at_bases(profile, address.space, &search), .mirror = FM_NONE };

	for (uint32_t index = 0; location.region == FM_NONE && index < profile->region_count; index++) {
		location.mirror = look_at_mirrors(profile, fm_rows_region(profile, index), address.space, &search);
		if (location.mirror != FM_NONE)
			location.region = index;
	}
	if (location.region == FM_NONE)
		return FM_E_UNMAPPED;

	location.offset = search.offset;
	location.left = search.left;
	fm_abi_export(out, &location, sizeof location);
	return FM_OK;
}

fm_status fm_profile_locate(const fm_profile *profile, fm_address address, fm_location *out)
{
	return locate_unhidden(profile, address, 0, out);
}

fm_status fm_profile_locate_for(const fm_profile *profile, fm_address address, uint32_t processor, fm_location *out)
{
	return processor < 8 || profile == NULL ? locate_unhidden(profile, address, UINT32_C(1) << (FM_TABLE_HIDDEN + processor % 8), out) : FM_E_NOT_FOUND;
}
#undef LOCATION_FIRST_SIZE

/* ==== lib/platform/map.c ==== */
/** @file
 * The memory map as a picture: drawn twice by the same code, first without a writer to learn its height. */
/** @file
 * The regions and mirrors of one address space in the order of a map, without a list of them: each row is found from the one before. */
#ifndef FLIGHTMEM_PLATFORM_MAP_ROWS_H
#define FLIGHTMEM_PLATFORM_MAP_ROWS_H

/** One row of a map: a region at its own base, or a mirror of it. */
typedef struct fm_map_row {
	uint64_t base;    /**< first address */
	uint64_t size;    /**< bytes of the window, all its slices included; 0: not known */
	uint32_t region;  /**< index */
	uint32_t mirror;  /**< index; FM_NONE: the region itself */
	uint32_t unmapped; /**< 1 iff it has no address: such rows come last */
	uint32_t reserved; /**< 0 */
} fm_map_row;

/**
 * The row that follows `*row` in `space`, in the order of addresses; of those with one base the largest first.
 *
 * @param row  the last one, or `first` set: then the first row of the space
 * @return 1 and the next row in `*row`; 0 iff there is none, and `*row` stays. O(regions + mirrors).
 */
int fm_map_next(const fm_profile *profile, uint32_t space, int first, fm_map_row *row);

#endif

/** Bytes of fm_picture_options in the first release. */
#define OPTIONS_FIRST_SIZE (offsetof(fm_picture_options, reserved) + sizeof(uint32_t))

/* Pixels. A row is at least as high as its two lines of text, so labels can't meet. */
enum { WIDTH = 800, MARGIN = 16, BAR = 176, BAR_WIDTH = 64, LANE = 16, LABEL = 272, ROW = 38, TALLEST = 92, SHORTEST = 5, USUAL = 28, GAP = 22, HEADING = 34 };
/* Characters that fit beside the bar: 12 and 11 pixels high, 0.602 of that wide. */
enum { COLUMNS = (WIDTH - LABEL - MARGIN) * 100 / 723, SMALL_COLUMNS = (WIDTH - LABEL - MARGIN) * 100 / 663, TEXT = 256 };

/** The map while it is drawn. */
struct map {
	fm_svg *svg;
	const fm_profile *profile;
	uint64_t y;
	uint64_t usual; /* bytes of the row of middle size in this space: what is drawn USUAL pixels high */
	uint64_t end;   /* after the last address drawn so far in this space; 0 at its beginning */
	int wrapped;    /* the space is drawn to its very last address, so `end` says 0 */
};

/** How many rows of `space` are smaller than `size`, and in `*all` how many have a size. */
static uint32_t count_smaller(const fm_profile *profile, uint32_t space, uint64_t size, uint32_t *all)
{
	uint32_t smaller = 0;
	fm_map_row row;

	*all = 0;
	for (int first = 1; fm_map_next(profile, space, first, &row); first = 0) {
		*all += row.size != 0;
		smaller += row.size != 0 && row.size < size;
	}
	return smaller;
}

/** The largest size of which at most half of the rows of `space` are smaller. */
static uint64_t middle_size(const fm_profile *profile, uint32_t space)
{
	uint64_t middle = 1;
	fm_map_row row;

	for (int first = 1; fm_map_next(profile, space, first, &row); first = 0) {
		uint32_t all, smaller = count_smaller(profile, space, row.size, &all);

		if (row.size > middle && smaller <= all / 2)
			middle = row.size;
	}
	return middle;
}

/** Pixels of a row of `size` bytes; TALLEST stands for anything taller. */
static uint64_t pixels(const struct map *map, uint64_t size)
{
	if (size / USUAL >= map->usual / USUAL * (TALLEST / USUAL + 1))
		return TALLEST;

	uint64_t height = size > UINT64_MAX / USUAL ? TALLEST : size * USUAL / map->usual;

	return height > TALLEST ? TALLEST : height < SHORTEST ? SHORTEST : height;
}

/** A zigzag in the colour of the paper through a bar that is too large to be drawn to scale. */
static void draw_break(const struct map *map, uint64_t x, uint64_t y)
{
	fm_svg_add(map->svg, "<path class=\"b\" d=\"M");
	fm_svg_add_number(map->svg, x);
	for (unsigned i = 0; i < BAR_WIDTH / 8; i++) {
		fm_svg_add(map->svg, i == 0 ? " " : "l8 ");
		if (i == 0)
			fm_svg_add_number(map->svg, y);
		else
			fm_svg_add(map->svg, i % 2 ? "6" : "-6");
	}
	fm_svg_add(map->svg, "l8 6\"/>\n");
}

/** What of the region is spoken for, darkened at its place in the bar. */
static void draw_reserved(const struct map *map, const fm_region *region, uint64_t x, uint64_t height)
{
	for (uint32_t i = 0; i < region->reserved_count; i++) {
		fm_reserved_area area = { .struct_size = sizeof area };

		if (fm_profile_reserved(map->profile, region->index, i, &area) != FM_OK || area.area.base < region->base)
			continue;

		uint64_t step = region->size / height + 1; /* bytes a pixel, rounded up: no product that could wrap */
		uint64_t top = (area.area.base - region->base) / step, tall = area.area.size / step;

		tall = tall < 2 ? 2 : tall;
		if (top < height)
			fm_svg_add_rectangle(map->svg, "r", x, map->y + (top + tall > height ? height - (tall < height ? tall : height) : top), BAR_WIDTH,
					     tall < height ? tall : height);
	}
}

static void draw_bar(const struct map *map, const fm_region *region, const fm_map_row *row, uint64_t height)
{
	/* A row inside what is drawn already shares addresses with it: it stands aside. */
	uint64_t x = BAR + (!row->unmapped && (row->base < map->end || map->wrapped) ? LANE : 0);
	char kind[] = "k0\0";

	if (region->kind <= 9)
		kind[1] = (char)('0' + region->kind);
	else {
		kind[1] = '1';
		kind[2] = (char)('0' + region->kind % 10);
	}
	fm_svg_add_rectangle(map->svg, kind, x, map->y, BAR_WIDTH, height);
	if (row->mirror != FM_NONE)
		fm_svg_add_rectangle(map->svg, "x", x, map->y, BAR_WIDTH, height);
	else if (region->size != 0)
		draw_reserved(map, region, x, height);
	fm_svg_add_rectangle(map->svg, "o", x, map->y, BAR_WIDTH, height);
	if (height == TALLEST && row->size != 0)
		draw_break(map, x, map->y + height / 2);
}

static void add_size(fm_text *text, uint64_t bytes)
{
	char human[24];

	fm_size_format(bytes, FM_SIZE_HUMAN, human, sizeof human);
	fm_text_add(text, bytes == 0 ? "size unknown" : human);
}

static void add_permissions(fm_text *text, const fm_region *region)
{
	const fm_fact facts[] = { region->read, region->write, region->execute };

	for (unsigned i = 0; i < 3; i++)
		fm_text_add_char(text, facts[i] == FM_FACT_YES ? "rwx"[i] : facts[i] == FM_FACT_NO ? '-' : '?');
}

static void add_fact(fm_text *text, fm_fact fact, const char *yes)
{
	if (fact == FM_FACT_YES)
		fm_text_add(text, yes);
}

/** ", writes 16 32 bit only" where not every width is legal. */
static void add_widths(fm_text *text, const char *what, uint32_t widths)
{
	if (widths == 0 || (widths & (widths + 1)) == 0) /* not documented, or all up to the widest */
		return;
	fm_text_add(text, what);
	for (uint32_t bytes = 1; bytes <= 8; bytes <<= 1)
		if (widths & bytes) {
			fm_text_add_char(text, ' ');
			fm_text_add_number(text, bytes * 8);
		}
	fm_text_add(text, " bit only");
}

/** The small line under a region: its name and what is special about it. */
static void describe_region(fm_text *text, const fm_region *region)
{
	fm_text_add(text, region->name);
	if (region->bus_bits != 0) {
		fm_text_add(text, ", ");
		fm_text_add_number(text, region->bus_bits);
		fm_text_add(text, "-bit bus");
	}
	add_fact(text, region->cached_code, ", cached code");
	add_fact(text, region->cached_data, ", cached data");
	add_fact(text, region->dma, ", DMA");
	add_fact(text, region->is_volatile, ", volatile");
	add_fact(text, region->persistent, ", persistent");
	add_fact(text, region->optional, ", optional");
	if (region->bank_count > 1) {
		fm_text_add(text, ", ");
		fm_text_add_number(text, region->bank_count);
		fm_text_add(text, " banks");
	}
	add_widths(text, ", reads", region->read_widths);
	add_widths(text, ", writes", region->write_widths);
	if (region->access_via != NULL) {
		fm_text_add(text, ", reached by ");
		fm_text_add(text, region->access_via);
	}
}

/** The small line under a mirror. */
static void describe_mirror(fm_text *text, const fm_region *region, const fm_mirror *mirror)
{
	fm_text_add(text, mirror->inverted != 0         ? "the same bytes in opposite order, in units of "
			  : mirror->region_advance == 0 ? "the same bytes"
							: "the bytes that follow");
	if (mirror->inverted != 0)
		fm_text_add_number(text, mirror->inverted);
	if (mirror->period != 0) {
		fm_text_add(text, " every ");
		add_size(text, mirror->period);
	}
	if (mirror->count > 1) {
		fm_text_add(text, ", slices ");
		add_size(text, mirror->stride);
		fm_text_add(text, " apart");
	}
	if (mirror->region_offset != 0) {
		fm_text_add(text, ", from byte ");
		fm_text_add_number(text, mirror->region_offset);
		fm_text_add(text, " on");
	}
	if (mirror->region_advance != 0) {
		fm_text_add(text, ", each ");
		add_size(text, mirror->region_advance);
		fm_text_add(text, " further");
	}
	if (mirror->cached_data != region->cached_data)
		fm_text_add(text, mirror->cached_data == FM_FACT_YES ? ", cached" : mirror->cached_data == FM_FACT_NO ? ", uncached" : "");
}

static void name_region(fm_text *text, const fm_region *region)
{
	fm_text_add(text, region->id);
	fm_text_add(text, "  ");
	add_size(text, region->size);
	fm_text_add(text, "  ");
	add_permissions(text, region);
	fm_text_add(text, "  ");
	fm_text_add(text, region->kind == FM_REGION_IO ? "registers" : fm_region_kind_name(region->kind));
}

static void name_mirror(fm_text *text, const fm_region *region, const fm_mirror *mirror)
{
	fm_text_add(text, "mirror of ");
	fm_text_add(text, region->id);
	fm_text_add(text, "  ");
	if (mirror->count > 1) {
		fm_text_add_number(text, mirror->count);
		fm_text_add(text, " x ");
	}
	add_size(text, mirror->size);
	fm_text_add(text, "  ");
	add_permissions(text, region);
}

static void draw_labels(const struct map *map, const fm_region *region, const fm_map_row *row)
{
	char line[TEXT];
	fm_mirror mirror = { .struct_size = sizeof mirror };
	fm_text text = fm_text_begin(line, sizeof line);
	int mirrors = row->mirror != FM_NONE && fm_profile_mirror(map->profile, row->region, row->mirror, &mirror) == FM_OK;

	if (!row->unmapped) {
		fm_profile_address_format(map->profile, (fm_address){ row->base, mirrors ? mirror.space : region->space, 0 }, line, sizeof line);
		fm_svg_add_text(map->svg, "d e", BAR - 8, map->y + 11, line, 24);
	}
	text = fm_text_begin(line, sizeof line);
	if (mirrors)
		name_mirror(&text, region, &mirror);
	else
		name_region(&text, region);
	fm_text_end(&text);
	fm_svg_add_text(map->svg, mirrors ? "" : "s", LABEL, map->y + 12, line, COLUMNS * 12 / 13);

	text = fm_text_begin(line, sizeof line);
	if (mirrors)
		describe_mirror(&text, region, &mirror);
	else
		describe_region(&text, region);
	fm_text_end(&text);
	fm_svg_add_text(map->svg, "d", LABEL, map->y + 27, line, SMALL_COLUMNS);
}

/** Closes and names the addresses between what is drawn and `row`. */
static void draw_gap(struct map *map, const fm_map_row *row)
{
	char line[TEXT];
	fm_text text = fm_text_begin(line, sizeof line);

	if (row->unmapped || map->wrapped || row->base <= map->end)
		return;
	add_size(&text, row->base - map->end);
	fm_text_add(&text, " unmapped");
	fm_text_end(&text);
	fm_svg_add(map->svg, "<path class=\"g\" d=\"M");
	fm_svg_add_number(map->svg, BAR + BAR_WIDTH / 2);
	fm_svg_add(map->svg, " ");
	fm_svg_add_number(map->svg, map->y);
	fm_svg_add(map->svg, "v18\"/>\n");
	fm_svg_add_text(map->svg, "d", LABEL, map->y + 12, line, SMALL_COLUMNS);
	map->y += GAP;
}

static void draw_row(struct map *map, const fm_map_row *row)
{
	fm_region region = { .struct_size = sizeof region };
	uint64_t height = row->size == 0 ? SHORTEST : pixels(map, row->size);

	if (fm_profile_region(map->profile, row->region, &region) != FM_OK)
		return;
	draw_gap(map, row);
	draw_bar(map, &region, row, height);
	draw_labels(map, &region, row);
	map->y += (height < ROW - 4 ? ROW - 4 : height) + 4;
	if (!row->unmapped && !map->wrapped && (row->base > UINT64_MAX - row->size || row->base + row->size > map->end)) {
		map->end = row->base + row->size;
		map->wrapped = map->end == 0 && row->size != 0;
	}
}

static void draw_space(struct map *map, uint32_t index, const fm_space_info *space)
{
	char line[TEXT];
	fm_text text = fm_text_begin(line, sizeof line);
	fm_map_row row;

	if (!fm_map_next(map->profile, index, 1, &row))
		return;
	fm_text_add(&text, space->id);
	fm_text_add(&text, ": ");
	fm_text_add_number(&text, space->width_bits);
	fm_text_add(&text, space->cpu_visible ? "-bit addresses of the main CPU" : "-bit addresses that the main CPU does not see");
	fm_text_end(&text);
	map->usual = middle_size(map->profile, index);
	map->end = row.unmapped ? 0 : row.base; /* what lies below the first row is not worth a gap */
	map->wrapped = 0;
	map->y += 12;
	fm_svg_add_text(map->svg, "s", MARGIN, map->y + 12, line, 90);
	map->y += HEADING - 12;
	for (int first = 1; fm_map_next(map->profile, index, first, &row); first = 0)
		draw_row(map, &row);
}

/** Draws everything below the title; returns the y after it. */
static uint64_t draw(fm_svg *svg, const fm_profile *profile)
{
	struct map map = { .svg = svg, .profile = profile, .y = MARGIN + 24 };
	fm_space_info space;

	for (uint32_t i = 0; space.struct_size = sizeof space, fm_profile_space(profile, i, &space) == FM_OK; i++)
		draw_space(&map, i, &space);
	return map.y + MARGIN;
}

fm_status fm_profile_draw_map(const fm_profile *profile, const fm_picture_options *options, fm_write write, void *context)
{
	fm_picture_options known = { .struct_size = sizeof known };
	fm_profile_info info = { .struct_size = sizeof info };
	char title[TEXT];
	fm_text text = fm_text_begin(title, sizeof title);
	fm_svg svg;

	if (profile == NULL || write == NULL)
		return FM_E_ARGUMENT;

	fm_status status = options == NULL ? FM_OK : fm_abi_import(&known, sizeof known, OPTIONS_FIRST_SIZE, options);

	if (status == FM_OK && known.theme > FM_THEME_DARK)
		status = FM_E_UNSUPPORTED;
	if (status == FM_OK)
		status = fm_profile_get_info(profile, &info);
	if (status != FM_OK)
		return status;

	fm_text_add(&text, info.name);
	fm_text_add(&text, " (");
	fm_text_add(&text, info.id);
	fm_text_add(&text, "): memory map");
	fm_text_end(&text);

	fm_svg_begin(&svg, NULL, NULL);
	uint64_t height = draw(&svg, profile);

	fm_svg_begin(&svg, write, context);
	fm_svg_open(&svg, title, WIDTH, height, known.theme);
	fm_svg_add_text(&svg, "h", MARGIN, MARGIN + 16, title, 78);
	draw(&svg, profile);
	return fm_svg_close(&svg);
}
#undef OPTIONS_FIRST_SIZE

/* ==== lib/platform/map_rows.c ==== */
/** @file
 * Rows of a map, found one from the other: a map needs no memory of its own. */

/** True iff `a` stands before `b` in a map; no two rows are alike. */
static int precedes(const fm_map_row *a, const fm_map_row *b)
{
	if (a->unmapped != b->unmapped)
		return a->unmapped < b->unmapped;
	if (a->base != b->base)
		return a->base < b->base;
	if (a->size != b->size)
		return a->size > b->size;
	if (a->region != b->region)
		return a->region < b->region;
	return (a->mirror == FM_NONE ? 0 : a->mirror + 1) < (b->mirror == FM_NONE ? 0 : b->mirror + 1);
}

/** What the search for the next row has found so far. */
struct row_search {
	const fm_map_row *after; /* NULL: from the beginning */
	fm_map_row best;
	int found;
};

static void consider(struct row_search *search, const fm_map_row *row)
{
	if (search->after != NULL && !precedes(search->after, row))
		return;
	if (search->found && !precedes(row, &search->best))
		return;
	search->best = *row;
	search->found = 1;
}

/** Bytes from the first slice of a mirror to the end of its last. */
static uint64_t span(const fm_mirror *mirror)
{
	uint64_t more = mirror->count > 1 ? mirror->count - 1 : 0;

	if (mirror->stride == 0 || more > (UINT64_MAX - mirror->size) / mirror->stride)
		return mirror->size;
	return mirror->stride * more + mirror->size;
}

static void consider_mirrors(struct row_search *search, const fm_profile *profile, const fm_region *region, uint32_t space)
{
	for (uint32_t i = 0; i < region->mirror_count; i++) {
		fm_mirror mirror;

		mirror.struct_size = sizeof mirror;
		if (fm_profile_mirror(profile, region->index, i, &mirror) == FM_OK && mirror.space == space)
			consider(search, &(fm_map_row){ .base = mirror.base, .size = span(&mirror), .region = region->index, .mirror = i });
	}
}

int fm_map_next(const fm_profile *profile, uint32_t space, int first, fm_map_row *row)
{
	struct row_search search = { .after = first ? NULL : row };
	fm_region region;

	for (uint32_t i = 0; region.struct_size = sizeof region, fm_profile_region(profile, i, &region) == FM_OK; i++) {
		if (region.space == space)
			consider(&search, &(fm_map_row){ .base = region.base,
							 .size = region.size,
							 .region = i,
							 .mirror = FM_NONE,
							 .unmapped = region.has_base != FM_FACT_YES });
		consider_mirrors(&search, profile, &region, space);
	}
	if (search.found)
		*row = search.best;
	return search.found;
}

/* ==== lib/platform/mirror.c ==== */
/** @file
 * The mirrors of a region. */

#define MIRROR_FIRST_SIZE (offsetof(fm_mirror, reserved) + sizeof(uint32_t))

fm_status fm_profile_mirror(const fm_profile *profile, uint32_t region, uint32_t index, fm_mirror *out)
{
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, MIRROR_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	const struct fm_table_region *owner = fm_rows_region(profile, region);
	const struct fm_table_mirror *row = owner == NULL ? NULL : fm_rows_mirror(profile, owner, index);

	if (row == NULL)
		return FM_E_NOT_FOUND;

	fm_mirror mirror = {
		.base = row->base,
		.size = row->size,
		.period = row->period,
		.stride = row->stride,
		.region_offset = row->offset,
		.region_advance = row->advance,
		.count = row->count,
		.space = row->space,
		.inverted = row->inverted,
		.cached_data = fm_rows_fact(row->facts, FM_TABLE_CACHED_DATA),
		.cached_code = fm_rows_fact(row->facts, FM_TABLE_CACHED_CODE),
	};

	fm_abi_export(out, &mirror, sizeof mirror);
	return FM_OK;
}
#undef MIRROR_FIRST_SIZE

/* ==== lib/platform/names.c ==== */
/** @file
 * Names of kinds of region and of tiers, as data and JSON have them. */

static const char region_kind_names[][11] = { "other", "main", "video", "audio", "scratchpad", "io", "rom", "save", "reserved", "code", "stack", "heap" };

/* Tiers count from 1. */
static const char tier_names[][9] = { "?", "retro", "modern", "mobile", "web", "embedded", "cloud" };

const char *fm_region_kind_name(fm_region_kind kind)
{
	return kind < sizeof region_kind_names / sizeof region_kind_names[0] ? region_kind_names[kind] : "?";
}

const char *fm_tier_name(fm_tier tier)
{
	return tier < sizeof tier_names / sizeof tier_names[0] ? tier_names[tier] : "?";
}

/* ==== lib/platform/reference.c ==== */
/** @file
 * References of profiles. Constants of the library are not counted; what was loaded is. */

/** The block of a profile that is counted; NULL: it is a constant. */
static struct fm_profile_loaded *loaded_of(const fm_profile *profile)
{
	if (profile == NULL || !profile->counted)
		return NULL;
	return (struct fm_profile_loaded *)((uintptr_t)profile - offsetof(struct fm_profile_loaded, profile));
}

const fm_profile *fm_profile_ref(const fm_profile *profile)
{
	struct fm_profile_loaded *loaded = loaded_of(profile);

	if (loaded != NULL)
		FM_ATOMIC_ADD(&loaded->references, 1);
	return profile;
}

void fm_profile_unref(const fm_profile *profile)
{
	struct fm_profile_loaded *loaded = loaded_of(profile);

	if (loaded != NULL && FM_ATOMIC_ADD(&loaded->references, (uint32_t)-1) == 0)
		fm_profile_give_back(loaded);
}

/* ==== lib/platform/region.c ==== */
/** @file
 * The regions of a platform, by index and by id. */

#define REGION_FIRST_SIZE (offsetof(fm_region, reserved) + sizeof(uint32_t))

/** Unpacks the facts of a row. */
static void unpack_facts(uint32_t facts, fm_region *region)
{
	region->has_base = fm_rows_fact(facts, FM_TABLE_HAS_BASE);
	region->cpu_mapped = fm_rows_fact(facts, FM_TABLE_CPU_MAPPED);
	region->read = fm_rows_fact(facts, FM_TABLE_READ);
	region->write = fm_rows_fact(facts, FM_TABLE_WRITE);
	region->execute = fm_rows_fact(facts, FM_TABLE_EXECUTE);
	region->cached_code = fm_rows_fact(facts, FM_TABLE_CACHED_CODE);
	region->cached_data = fm_rows_fact(facts, FM_TABLE_CACHED_DATA);
	region->dma = fm_rows_fact(facts, FM_TABLE_DMA);
	region->is_volatile = fm_rows_fact(facts, FM_TABLE_VOLATILE);
	region->persistent = fm_rows_fact(facts, FM_TABLE_PERSISTENT);
	region->optional = fm_rows_fact(facts, FM_TABLE_OPTIONAL);
	region->fast = fm_rows_fact(facts, FM_TABLE_FAST);
}

/** Hands out region `index`, which is there. */
static void export_region(const fm_profile *profile, uint32_t index, fm_region *out)
{
	const struct fm_table_region *row = fm_rows_region(profile, index);
	fm_region region = {
		.id = fm_rows_text(profile, row->id),
		.name = fm_rows_text(profile, row->name),
		.access_via = fm_rows_text(profile, row->access_via),
		.wait_states = fm_rows_text(profile, row->wait_states),
		.note = fm_rows_text(profile, row->note),
		.base = row->base,
		.size = row->size,
		.bank_total_bytes = row->bank_total_bytes,
		.index = index,
		.space = row->space,
		.kind = row->kind,
		.read_widths = row->read_widths,
		.write_widths = row->write_widths,
		.bus_bits = row->bus_bits,
		.bank_count = row->bank_count,
		.mirror_count = row->mirror_count,
		.reserved_count = row->reserved_count,
		.alias_of = row->alias_of,
		.lane = row->lane,
		.lane_stride = row->lane_stride,
		.hidden_from = row->facts >> FM_TABLE_HIDDEN,
	};

	unpack_facts(row->facts, &region);
	fm_abi_export(out, &region, sizeof region);
}

fm_status fm_profile_region(const fm_profile *profile, uint32_t index, fm_region *out)
{
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, REGION_FIRST_SIZE);

	if (status != FM_OK)
		return status;
	if (fm_rows_region(profile, index) == NULL)
		return FM_E_NOT_FOUND;

	export_region(profile, index, out);
	return FM_OK;
}

fm_status fm_profile_region_find(const fm_profile *profile, const char *id, fm_region *out)
{
	fm_status status = profile == NULL || id == NULL ? FM_E_ARGUMENT : fm_abi_check(out, REGION_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	for (uint32_t index = 0; index < profile->region_count; index++)
		if (fm_rows_same(fm_rows_text(profile, fm_rows_region(profile, index)->id), id)) {
			export_region(profile, index, out);
			return FM_OK;
		}
	return FM_E_NOT_FOUND;
}
#undef REGION_FIRST_SIZE

/* ==== lib/platform/reserved.c ==== */
/** @file
 * The reserved areas of a region. */

#define RESERVED_FIRST_SIZE (offsetof(fm_reserved_area, area) + sizeof(fm_range))

fm_status fm_profile_reserved(const fm_profile *profile, uint32_t region, uint32_t index, fm_reserved_area *out)
{
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, RESERVED_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	const struct fm_table_region *owner = fm_rows_region(profile, region);
	const struct fm_table_reserved *row = owner == NULL ? NULL : fm_rows_reserved(profile, owner, index);

	if (row == NULL)
		return FM_E_NOT_FOUND;

	fm_reserved_area area = { .what = fm_rows_text(profile, row->what), .area = { .base = row->base, .size = row->size } };

	fm_abi_export(out, &area, sizeof area);
	return FM_OK;
}
#undef RESERVED_FIRST_SIZE

/* ==== lib/platform/resolve.c ==== */
/** @file
 * The first of several wants that holds; and what room is in a profile: that of its empty regions. */
/** @file
 * Which region owns the bytes of another, and which of them are spoken for. Bytes are counted from the first byte of the owner, the store. */
#ifndef FLIGHTMEM_PLATFORM_STORE_H
#define FLIGHTMEM_PLATFORM_STORE_H

/**
 * The index of the region that owns the bytes of `region`; `*begin` becomes the byte of it that they begin with. An alias that does not fit
 * inside owns its bytes: nobody can say which of the other's they are. O(regions) at most, also where aliases go round.
 */
uint32_t fm_store_find(const fm_profile *profile, const fm_region *region, uint64_t *begin);

/**
 * The first reserved area, under any name of the store's bytes, that ends after byte `at`; size 0 iff there is none. They may overlap.
 * O(regions * aliases + areas).
 */
fm_range fm_store_area_after(const fm_profile *profile, uint32_t store, uint64_t at);

/** The largest piece of a region between reserved areas, from a multiple of `align` on, a power of two; 0 iff there is none, or no known size. */
uint64_t fm_store_largest(const fm_profile *profile, const fm_region *region, uint64_t align);

#endif
/** @file
 * How wants are judged, for profiles and for spaces, which differ in what room is. */
#ifndef FLIGHTMEM_PLATFORM_WANT_H
#define FLIGHTMEM_PLATFORM_WANT_H

/** Of whom is wanted. */
typedef struct fm_want_giver {
	const fm_profile *profile;
	const void *user; /**< of `room` */
	/**
	 * Whether region `index`, which is there, has want->bytes at want->align, which is no 0. Returns FM_OK, or why not; either way `*largest`
	 * becomes what it has in one piece, 0: unknown. A refusal fills `*why`, whose struct_size is set, unless it is NULL.
	 */
	fm_status (*room)(const void *user, uint32_t index, const fm_want *want, uint64_t *largest, fm_refusal *why);
} fm_want_giver;

/** Judges one want. Returns as fm_profile_resolve() does of the last one, and fills `*why`, of zeros; or `*out`, all but `want` and struct_size. */
fm_status fm_want_judge(const fm_want_giver *giver, const fm_want *want, fm_resolution *out, fm_refusal *why);

/** fm_profile_resolve() of a giver; its profile is NULL where there is none. */
fm_status fm_want_resolve(const fm_want_giver *giver, const fm_want *wants, uint32_t count, fm_resolution *out, fm_refusal *why);

#endif

/** Bytes of the struct in the first release. */
#define RESOLUTION_FIRST_SIZE (offsetof(fm_resolution, region) + sizeof(uint32_t))

fm_status fm_want_resolve(const fm_want_giver *giver, const fm_want *wants, uint32_t count, fm_resolution *out, fm_refusal *why)
{
	fm_status status = giver->profile == NULL || wants == NULL || count == 0 ? FM_E_ARGUMENT : fm_abi_check(out, RESOLUTION_FIRST_SIZE);
	fm_refusal last = { .struct_size = sizeof last, .status = status, .help = FM_HELP_OTHER };
	fm_resolution found;

	for (uint32_t i = 0; status != FM_E_ARGUMENT && status != FM_E_ABI_SIZE && i < count; i++) {
		last = (fm_refusal){ .struct_size = sizeof last };
		if (fm_want_judge(giver, &wants[i], &found, &last) == FM_OK) {
			found.want = i;
			fm_abi_export(out, &found, sizeof found);
			return FM_OK;
		}
	}
	return fm_refuse(why, &last);
}

/** Between reserved areas. */
static fm_status room_of_profile(const void *user, uint32_t index, const fm_want *want, uint64_t *largest, fm_refusal *why)
{
	const fm_profile *profile = user;
	fm_region region = FM_STRUCT(fm_region);

	(void)fm_profile_region(profile, index, &region);
	*largest = fm_store_largest(profile, &region, want->align);
	if (want->bytes <= *largest)
		return FM_OK;
	if (why != NULL) {
		why->available = why->largest = why->help_bytes = *largest;
		why->help = *largest == 0 ? FM_HELP_OTHER : FM_HELP_ASK_LESS;
		fm_refusal_set_subject(why, region.id);
	}
	return region.size == 0 ? FM_E_FACT_UNKNOWN : FM_E_TOO_LARGE;
}

fm_status fm_profile_resolve(const fm_profile *profile, const fm_want *wants, uint32_t count, fm_resolution *out, fm_refusal *why)
{
	fm_want_giver giver = { profile, profile, room_of_profile };

	return fm_want_resolve(&giver, wants, count, out, why);
}
#undef RESOLUTION_FIRST_SIZE

/* ==== lib/platform/rows.c ==== */
/** @file
 * Rows from offsets. */

/** The byte of the tables that lies `offset` bytes after the head of the profile. */
static const void *row_at(const fm_profile *profile, uint32_t offset)
{
	return (const char *)profile + offset;
}

const char *fm_rows_text(const fm_profile *profile, fm_table_text offset)
{
	return offset == 0 ? NULL : (const char *)row_at(profile, profile->texts) + offset;
}

fm_fact fm_rows_fact(uint32_t facts, unsigned place)
{
	return facts >> place & 3;
}

const struct fm_table_space *fm_rows_space(const fm_profile *profile, uint32_t index)
{
	const struct fm_table_space *spaces = row_at(profile, profile->spaces);

	return index < profile->space_count ? spaces + index : NULL;
}

const struct fm_table_region *fm_rows_region(const fm_profile *profile, uint32_t index)
{
	const struct fm_table_region *regions = row_at(profile, profile->regions);

	return index < profile->region_count ? regions + index : NULL;
}

const struct fm_table_mirror *fm_rows_mirror(const fm_profile *profile, const struct fm_table_region *region, uint32_t index)
{
	const struct fm_table_mirror *mirrors = row_at(profile, profile->mirrors);

	return index < region->mirror_count ? mirrors + region->first_mirror + index : NULL;
}

const struct fm_table_reserved *fm_rows_reserved(const fm_profile *profile, const struct fm_table_region *region, uint32_t index)
{
	const struct fm_table_reserved *areas = row_at(profile, profile->reserved);

	return index < region->reserved_count ? areas + region->first_reserved + index : NULL;
}

const struct fm_table_capability *fm_rows_capability(const fm_profile *profile, uint32_t id)
{
	const struct fm_table_capability *rows = row_at(profile, profile->capabilities);

	for (uint32_t index = 0; index < profile->capability_count; index++)
		if (rows[index].id == id)
			return rows + index;
	return NULL;
}

const struct fm_table_engine *fm_rows_engine(const fm_profile *profile, uint32_t index)
{
	const struct fm_table_engine *engines = row_at(profile, profile->engines);

	return index < profile->engine_count ? engines + index : NULL;
}

const struct fm_table_advice *fm_rows_advice(const fm_profile *profile, uint32_t index)
{
	const struct fm_table_advice *rows = row_at(profile, profile->advice);

	return index < profile->advice_count ? rows + index : NULL;
}

int fm_rows_same(const char *a, const char *b)
{
	while (*a != 0 && *a == *b) {
		a++;
		b++;
	}
	return *a == *b;
}

/* ==== lib/platform/sound.c ==== */
/** @file
 * The judge of loaded profiles. Each rule of tables.h has its line here; sums and products are compared by what is left, so that none
 * wraps. Rows and texts are walked once. A judge returns the name of the member that is wrong, NULL iff none is. */

/* Who adds a member to the head adds its judgement here. */
FM_STATIC_ASSERT(sizeof(struct fm_profile) == 112, "lib/platform/sound.c: a member of fm_profile that nobody judges");

/** A judgement on its way. */
struct judge {
	const fm_profile *profile;
	const unsigned char *texts;
	size_t text_bytes;
	uint32_t mirrors;  /**< how many the regions so far have */
	uint32_t reserved; /**< how many areas the regions so far have */
};

/** Notes where the row is of which `member` is wrong. Returns false iff one is, so that a walk ends with it. */
static int is_fine(const char *member, const struct judge *judge, const char *rows, uint32_t index, const void *row, fm_rows_fault *fault)
{
	if (member != NULL)
		*fault = (fm_rows_fault){ .at = (size_t)((const char *)row - (const char *)judge->profile), .rows = rows, .member = member, .index = index };
	return member == NULL;
}

/** Where the arrays are: each begins where the one before ends, and the texts fill the rest. */
static const char *wrong_in_arrays(struct judge *judge, size_t size)
{
	static const uint8_t rows[] = { sizeof(struct fm_table_space), sizeof(struct fm_table_region), sizeof(struct fm_table_mirror),
					sizeof(struct fm_table_reserved), sizeof(struct fm_table_capability), sizeof(struct fm_table_engine),
					sizeof(struct fm_table_advice) };
	const fm_profile *profile = judge->profile;
	/* The offsets, one after the other, and the counts. */
	const uint32_t *offset = &profile->spaces, *count = &profile->space_count;
	size_t at = sizeof *profile;

	if (profile->bytes != size)
		return "bytes";
	for (unsigned i = 0; i < sizeof rows; i++) {
		if (offset[i] != at)
			return "offsets";
		if (count[i] > (size - at) / rows[i])
			return "counts";
		at += (size_t)count[i] * rows[i];
	}
	if (profile->texts != at || at == size)
		return "texts";
	judge->texts = (const unsigned char *)profile + at;
	judge->text_bytes = size - at;
	return NULL;
}

/** True iff the byte goes on with a character of UTF-8. */
static int goes_on(unsigned char byte)
{
	return (byte & 0xC0) == 0x80;
}

/** Bytes of the UTF-8 character that begins with `lead`; 0 iff none does, or a control character. */
static size_t bytes_from(unsigned char lead)
{
	if (lead < 0x80)
		return lead >= 0x20 && lead != 0x7F;
	return lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/** Bytes of the UTF-8 character at `text`, behind which a NUL comes; 0 iff it is none, or a control character. */
static size_t sequence_bytes(const unsigned char *text)
{
	/* No second way to write a character, no half of a pair, none past U+10FFFF, and no control character from U+0080 to U+009F. */
	static const struct {
		unsigned char lead, low, high;
	} narrow[] = { { 0xC2, 0xA0, 0xBF }, { 0xE0, 0xA0, 0xBF }, { 0xED, 0x80, 0x9F }, { 0xF0, 0x90, 0xBF }, { 0xF4, 0x80, 0x8F } };
	size_t bytes = bytes_from(text[0]);

	for (size_t i = 0; i < sizeof narrow / sizeof narrow[0]; i++)
		if (text[0] == narrow[i].lead && (text[1] < narrow[i].low || text[1] > narrow[i].high))
			return 0;
	for (size_t i = 1; i < bytes; i++)
		if (!goes_on(text[i]))
			return 0;
	return bytes;
}

/** The pool: an empty text, then texts, the last one ended too. `*at` becomes the byte that is wrong. */
static const char *wrong_in_texts(const struct judge *judge, size_t *at)
{
	const unsigned char *pool = judge->texts;
	size_t bytes;

	*at = 0;
	if (pool[0] != 0 || pool[judge->text_bytes - 1] != 0)
		return "ends";
	for (; *at < judge->text_bytes; *at += bytes) {
		bytes = pool[*at] == 0 ? 1 : sequence_bytes(pool + *at);
		if (bytes == 0)
			return "characters";
	}
	return NULL;
}

/** True iff a text of at least one character begins at `offset`. */
static int is_text(const struct judge *judge, fm_table_text offset)
{
	return offset < judge->text_bytes && judge->texts[offset] != 0 && !goes_on(judge->texts[offset]);
}

static int is_text_or_none(const struct judge *judge, fm_table_text offset)
{
	return offset == 0 || is_text(judge, offset);
}

/** True iff `offset` is 0 or begins a list of names that ends with an empty one inside the pool. */
static int is_list(const struct judge *judge, fm_table_text offset)
{
	size_t at = offset;

	if (!is_text_or_none(judge, offset))
		return 0;
	for (; at < judge->text_bytes && judge->texts[at] != 0; at++)
		while (judge->texts[at] != 0)
			at++;
	return at < judge->text_bytes;
}

/** True iff an alignment is one, or 0. */
static int is_power_or_none(uint32_t bytes)
{
	return (bytes & (bytes - 1)) == 0;
}

static const char *wrong_in_head(const struct judge *judge)
{
	const fm_profile *profile = judge->profile;

	if (!is_text(judge, profile->id))
		return "id";
	if (!is_text(judge, profile->name))
		return "name";
	if (!is_list(judge, profile->aliases))
		return "aliases";
	if (profile->endian > FM_ENDIAN_BIG)
		return "endian";
	if (!is_power_or_none(profile->natural_bytes))
		return "natural_bytes";
	return profile->counted == 0 ? NULL : "counted";
}

static const char *wrong_in_space(const struct judge *judge, const struct fm_table_space *space)
{
	if (!is_text(judge, space->id))
		return "id";
	if (space->width_bits == 0 || space->width_bits > 64)
		return "width_bits";
	if (space->style > FM_ADDRESS_BANKED)
		return "style";
	return space->cpu_visible <= 1 ? NULL : "cpu_visible";
}

/** True iff a window of `size` bytes at `base` ends inside its address space; `*left` becomes how many addresses follow it there. */
static int fits(const struct judge *judge, uint32_t space, uint64_t base, uint64_t size, uint64_t *left)
{
	uint64_t last = UINT64_MAX >> (64 - fm_rows_space(judge->profile, space)->width_bits);

	if (base > last || (size != 0 && size - 1 > last - base))
		return 0;
	*left = last - base - (size != 0 ? size - 1 : 0);
	return 1;
}

/** True iff `facts` says nothing but yes, no and unknown, and only at places below `end`. */
static int are_facts(uint32_t facts, unsigned end)
{
	return (facts & (facts >> 1) & UINT32_C(0x55555555)) == 0 && facts >> end == 0;
}

/** What the slices of a mirror show: bytes of the region. */
static const char *wrong_in_view(const struct fm_table_region *region, const struct fm_table_mirror *mirror)
{
	uint64_t bytes = mirror->period == 0 ? mirror->size : mirror->period, advance = mirror->advance;

	if (mirror->period >= mirror->size)
		return "period";
	if (bytes > region->size || mirror->offset > region->size - bytes)
		return "offset";
	if (advance == 0)
		return NULL;
	if (mirror->stride == 0 || mirror->count - 1 > (region->size - bytes - mirror->offset) / advance || (advance == mirror->size && advance == mirror->stride))
		return "advance";
	return NULL;
}

/** Units in opposite order: whole ones, once. */
static int is_inversion(const struct fm_table_region *region, const struct fm_table_mirror *mirror)
{
	uint64_t unit = mirror->inverted;

	return unit == 0 || (unit <= 16 && FM_IS_POWER_OF_TWO(unit) && mirror->period == 0 && mirror->stride == 0 &&
			     ((mirror->base | mirror->size | mirror->offset | region->base) & (unit - 1)) == 0);
}

static const char *wrong_in_mirror(const struct judge *judge, const struct fm_table_region *region, const struct fm_table_mirror *mirror)
{
	uint64_t left;

	if (mirror->space >= judge->profile->space_count)
		return "space";
	if (mirror->size == 0 || !fits(judge, mirror->space, mirror->base, mirror->size, &left))
		return "size";
	if ((mirror->stride == 0) != (mirror->count < 2) || (mirror->stride != 0 && mirror->stride < mirror->size))
		return "stride";
	if (mirror->stride != 0 && mirror->count - 1 > left / mirror->stride)
		return "count";
	if (!are_facts(mirror->facts, FM_TABLE_CACHED_DATA + 2))
		return "facts";
	return is_inversion(region, mirror) ? wrong_in_view(region, mirror) : "inverted";
}

/** An area lies in its region, as far as both have a size. */
static const char *wrong_in_area(const struct judge *judge, const struct fm_table_region *region, const struct fm_table_reserved *area)
{
	uint64_t left;

	if (!is_text(judge, area->what))
		return "what";
	if (area->zero != 0)
		return "zero";
	if (!fits(judge, region->space, area->base, area->size, &left))
		return "size";
	if (region->size == 0 || area->size == 0)
		return NULL;
	return area->size > region->size || area->base < region->base || area->base - region->base > region->size - area->size ? "base" : NULL;
}

/** The texts of a region: two that it has, three that it may have. */
static int are_names(const struct judge *judge, const struct fm_table_region *region)
{
	return is_text(judge, region->id) && is_text(judge, region->name) && is_text_or_none(judge, region->access_via) &&
	       is_text_or_none(judge, region->wait_states) && is_text_or_none(judge, region->note);
}

/** Where a region is, and which rows are its own: those that follow the ones before; without an address it has none. */
static const char *wrong_in_place(const struct judge *judge, const struct fm_table_region *region)
{
	const fm_profile *profile = judge->profile;
	int has_base = fm_rows_fact(region->facts, FM_TABLE_HAS_BASE) == FM_FACT_YES;
	uint64_t left;

	if (has_base ? !fits(judge, region->space, region->base, region->size, &left) : region->base != 0)
		return "base";
	if (region->first_mirror != judge->mirrors || region->mirror_count > (has_base ? profile->mirror_count - judge->mirrors : 0))
		return "mirrors";
	if (region->first_reserved != judge->reserved || region->reserved_count > (has_base ? profile->reserved_count - judge->reserved : 0))
		return "reserved";
	return region->alias_of == FM_NONE || region->alias_of < profile->region_count ? NULL : "alias_of";
}

static const char *wrong_in_region(const struct judge *judge, const struct fm_table_region *region)
{
	if (!are_names(judge, region))
		return "texts";
	if (region->space >= judge->profile->space_count)
		return "space";
	if (!are_facts(region->facts & FM_TABLE_FACTS, FM_TABLE_HIDDEN))
		return "facts";
	if (region->lane >= region->lane_stride && region->lane_stride + region->lane != 0)
		return "lane";
	return (region->read_widths | region->write_widths) <= 15 ? wrong_in_place(judge, region) : "widths";
}

/** A region with what is its own: the next ones of the mirrors and of the reserved areas. */
static int is_region_sound(struct judge *judge, uint32_t index, fm_rows_fault *fault)
{
	const struct fm_table_region *region = fm_rows_region(judge->profile, index);

	if (!is_fine(wrong_in_region(judge, region), judge, "regions", index, region, fault))
		return 0;
	for (uint32_t i = 0; i < region->mirror_count; i++, judge->mirrors++) {
		const struct fm_table_mirror *mirror = fm_rows_mirror(judge->profile, region, i);

		if (!is_fine(wrong_in_mirror(judge, region, mirror), judge, "mirrors", judge->mirrors, mirror, fault))
			return 0;
	}
	for (uint32_t i = 0; i < region->reserved_count; i++, judge->reserved++) {
		const struct fm_table_reserved *area = fm_rows_reserved(judge->profile, region, i);

		if (!is_fine(wrong_in_area(judge, region, area), judge, "reserved", judge->reserved, area, fault))
			return 0;
	}
	return 1;
}

/** Ordered by id, so each is there at most once; one without a value has no unit. */
static const char *wrong_in_capability(const struct judge *judge, const struct fm_table_capability *row, uint32_t last)
{
	if (row->id <= last)
		return "id";
	if (!is_text_or_none(judge, row->source) || !is_text_or_none(judge, row->note))
		return "texts";
	if (row->state > FM_CAPABILITY_DENIED)
		return "state";
	return (row->value == 0) == (row->unit == FM_UNIT_NONE) ? NULL : "unit";
}

static const char *wrong_in_engine(const struct judge *judge, const struct fm_table_engine *row)
{
	if (!is_text(judge, row->id) || !is_text_or_none(judge, row->source))
		return "texts";
	if (!is_power_or_none(row->align) || !is_power_or_none(row->boundary))
		return "align";
	if (row->space >= judge->profile->space_count && row->space != FM_TABLE_ANY_SPACE)
		return "space";
	return row->address_bits <= 64 ? NULL : "address_bits";
}

/** All three texts are there. That each use is there once, readers do not lean on: the first one is found. */
static const char *wrong_in_advice(const struct judge *judge, const struct fm_table_advice *row)
{
	return is_text(judge, row->use) && is_text(judge, row->strategy) && is_text(judge, row->reason) ? NULL : "texts";
}

/** What is known beside the regions: each row by itself. */
static int are_lists_sound(const struct judge *judge, fm_rows_fault *fault)
{
	const fm_profile *profile = judge->profile;
	const struct fm_table_capability *capability = (const void *)((const char *)profile + profile->capabilities);
	const struct fm_table_engine *engine = (const void *)((const char *)profile + profile->engines);
	const struct fm_table_advice *advice = (const void *)((const char *)profile + profile->advice);
	uint32_t last = 0;

	for (uint32_t i = 0; i < profile->capability_count; last = capability++->id, i++)
		if (!is_fine(wrong_in_capability(judge, capability, last), judge, "capabilities", i, capability, fault))
			return 0;
	for (uint32_t i = 0; i < profile->engine_count; engine++, i++)
		if (!is_fine(wrong_in_engine(judge, engine), judge, "engines", i, engine, fault))
			return 0;
	for (uint32_t i = 0; i < profile->advice_count; advice++, i++)
		if (!is_fine(wrong_in_advice(judge, advice), judge, "advice", i, advice, fault))
			return 0;
	return 1;
}

/** The rows of all arrays, when what they lean on is sound. */
static int are_rows_sound(struct judge *judge, fm_rows_fault *fault)
{
	const fm_profile *profile = judge->profile;

	for (uint32_t i = 0; i < profile->space_count; i++)
		if (!is_fine(wrong_in_space(judge, fm_rows_space(profile, i)), judge, "spaces", i, fm_rows_space(profile, i), fault))
			return 0;
	for (uint32_t i = 0; i < profile->region_count; i++)
		if (!is_region_sound(judge, i, fault))
			return 0;

	int all_owned = judge->mirrors == profile->mirror_count && judge->reserved == profile->reserved_count;

	return is_fine(all_owned ? NULL : "counts", judge, NULL, FM_NONE, profile, fault) && are_lists_sound(judge, fault);
}

int fm_rows_are_sound(const fm_profile *profile, size_t size, fm_rows_fault *fault)
{
	struct judge judge = { .profile = profile };
	size_t at;

	if (!is_fine(wrong_in_arrays(&judge, size), &judge, NULL, FM_NONE, profile, fault))
		return 0;

	const char *wrong = wrong_in_texts(&judge, &at);

	return is_fine(wrong, &judge, "texts", FM_NONE, judge.texts + at, fault) && is_fine(wrong_in_head(&judge), &judge, NULL, FM_NONE, profile, fault) &&
	       are_rows_sound(&judge, fault);
}

/* ==== lib/platform/spaces.c ==== */
/** @file
 * The address spaces of a platform. */

#define SPACE_FIRST_SIZE (offsetof(fm_space_info, reserved) + sizeof(uint32_t))

fm_status fm_profile_space(const fm_profile *profile, uint32_t index, fm_space_info *out)
{
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, SPACE_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	const struct fm_table_space *space = fm_rows_space(profile, index);

	if (space == NULL)
		return FM_E_NOT_FOUND;

	fm_space_info info = {
		.id = fm_rows_text(profile, space->id),
		.width_bits = space->width_bits,
		.style = space->style,
		.cpu_visible = space->cpu_visible,
	};

	fm_abi_export(out, &info, sizeof info);
	return FM_OK;
}
#undef SPACE_FIRST_SIZE

/* ==== lib/platform/store.c ==== */
/** @file
 * Aliases followed to the region that owns the bytes, and reserved areas found under any name. Bytes of a store are numbers below
 * 2^64 - 1, so ends don't wrap; addresses may touch 2^64 and are only ever padded, never added up. */

/** The byte of `outer` that `inner` begins with: where its address lies inside, else the first. */
static uint64_t offset_inside(const fm_region *outer, const fm_region *inner)
{
	fm_range range = { outer->base, outer->size };
	int by_address = outer->has_base == FM_FACT_YES && outer->space == inner->space;

	return by_address && fm_range_contains(range, inner->base) ? inner->base - outer->base : 0;
}

uint32_t fm_store_find(const fm_profile *profile, const fm_region *region, uint64_t *begin)
{
	fm_profile_info info = FM_STRUCT(fm_profile_info);
	fm_region inner = *region, outer = FM_STRUCT(fm_region);

	*begin = 0;
	(void)fm_profile_get_info(profile, &info);
	for (; info.region_count > 0 && inner.alias_of != FM_NONE && fm_profile_region(profile, inner.alias_of, &outer) == FM_OK; info.region_count--) {
		uint64_t offset = offset_inside(&outer, &inner);

		/* Earlier steps have put the bytes of `region` inside `inner`: at `begin`. */
		if (offset > outer.size || inner.size > outer.size - offset)
			break;
		*begin += offset;
		inner = outer;
	}
	return inner.index;
}

/** The part of a reserved area that lies in its region, in bytes of the store; size 0 iff none does. */
static fm_range clip_area(const fm_region *region, uint64_t begin, fm_range area)
{
	fm_range inside;

	if (fm_range_intersect((fm_range){ region->base, region->size }, area, &inside) != FM_OK)
		return (fm_range){ 0, 0 };
	return (fm_range){ begin + (inside.base - region->base), inside.size };
}

fm_range fm_store_area_after(const fm_profile *profile, uint32_t store, uint64_t at)
{
	fm_region region = FM_STRUCT(fm_region);
	fm_reserved_area reserved = FM_STRUCT(fm_reserved_area);
	fm_range first = { 0, 0 };
	uint64_t begin;

	for (uint32_t i = 0; fm_profile_region(profile, i, &region) == FM_OK; i++) {
		uint32_t owner = fm_store_find(profile, &region, &begin);

		for (uint32_t k = 0; owner == store && fm_profile_reserved(profile, i, k, &reserved) == FM_OK; k++) {
			fm_range area = clip_area(&region, begin, reserved.area);

			if (area.base + area.size > at && (first.size == 0 || area.base < first.base))
				first = area;
		}
	}
	return first;
}

uint64_t fm_store_largest(const fm_profile *profile, const fm_region *region, uint64_t align)
{
	uint64_t begin, largest = 0;
	uint32_t store = fm_store_find(profile, region, &begin);
	uint64_t at = begin, end = begin + region->size;

	while (at < end) {
		fm_range area = fm_store_area_after(profile, store, at);
		uint64_t to = area.size == 0 || area.base > end ? end : area.base;
		uint64_t pad = (0 - (region->base + (at - begin))) & (align - 1);

		/*     at           to
		 *     |--- gap ----|==== area ====|      it may also begin before `at`, and end after the region */
		if (to > at && pad < to - at && to - at - pad > largest)
			largest = to - at - pad;
		at = to == end ? end : area.base + area.size;
	}
	return largest;
}

/* ==== lib/platform/tables.c ==== */
/** @file
 * The built-in platforms, as rows and offsets: no relocation, no work at load. A build has them all, or with FM_TABLES_CHOSEN those of
 * which FM_TABLES_<ID> is defined. Generated by scripts/generate-platforms.py from data/platforms. */

#ifndef FM_TABLES_CHOSEN
#define FM_TABLES_3DS
#define FM_TABLES_AMIGA500
#define FM_TABLES_ANDROID_ARM64
#define FM_TABLES_ATARI2600
#define FM_TABLES_AVR_ATMEGA328P
#define FM_TABLES_C64
#define FM_TABLES_CLOUD_LINUX_CGROUP_V1
#define FM_TABLES_CLOUD_LINUX_CGROUP_V2
#define FM_TABLES_CLOUD_NUMA_HUGEPAGES
#define FM_TABLES_CORTEX_M_MPU
#define FM_TABLES_DREAMCAST
#define FM_TABLES_ESP32
#define FM_TABLES_GAMECUBE
#define FM_TABLES_GB
#define FM_TABLES_GBA
#define FM_TABLES_GBC
#define FM_TABLES_IOS_ARM64
#define FM_TABLES_LINUX_AARCH64
#define FM_TABLES_LINUX_PPC64LE
#define FM_TABLES_LINUX_RISCV64
#define FM_TABLES_LINUX_S390X
#define FM_TABLES_LINUX_X86_64
#define FM_TABLES_MACOS_ARM64
#define FM_TABLES_MEGADRIVE
#define FM_TABLES_N64
#define FM_TABLES_NDS
#define FM_TABLES_NEOGEO
#define FM_TABLES_NES
#define FM_TABLES_NINTENDO_SWITCH
#define FM_TABLES_NINTENDO_SWITCH_2
#define FM_TABLES_PC_ENGINE
#define FM_TABLES_PLAYDATE
#define FM_TABLES_PS2
#define FM_TABLES_PS4
#define FM_TABLES_PS5
#define FM_TABLES_PSP
#define FM_TABLES_PSX
#define FM_TABLES_RP2040
#define FM_TABLES_RP2350
#define FM_TABLES_SATURN
#define FM_TABLES_SMS
#define FM_TABLES_SNES
#define FM_TABLES_STEAM_DECK
#define FM_TABLES_STM32F407
#define FM_TABLES_WASM32
#define FM_TABLES_WASM32_WASI
#define FM_TABLES_WASM64
#define FM_TABLES_WII
#define FM_TABLES_WINDOWS_X86_64
#define FM_TABLES_XBOX
#define FM_TABLES_XBOX_SERIES
#define FM_TABLES_ZX_SPECTRUM_128
#define FM_TABLES_ZX_SPECTRUM_48
#endif

struct fm_tables {
	struct fm_tables_head head;
	struct {
#ifdef FM_TABLES_3DS
		struct fm_profile p_3ds;
#endif
#ifdef FM_TABLES_AMIGA500
		struct fm_profile p_amiga500;
#endif
#ifdef FM_TABLES_ANDROID_ARM64
		struct fm_profile p_android_arm64;
#endif
#ifdef FM_TABLES_ATARI2600
		struct fm_profile p_atari2600;
#endif
#ifdef FM_TABLES_AVR_ATMEGA328P
		struct fm_profile p_avr_atmega328p;
#endif
#ifdef FM_TABLES_C64
		struct fm_profile p_c64;
#endif
#ifdef FM_TABLES_CLOUD_LINUX_CGROUP_V1
		struct fm_profile p_cloud_linux_cgroup_v1;
#endif
#ifdef FM_TABLES_CLOUD_LINUX_CGROUP_V2
		struct fm_profile p_cloud_linux_cgroup_v2;
#endif
#ifdef FM_TABLES_CLOUD_NUMA_HUGEPAGES
		struct fm_profile p_cloud_numa_hugepages;
#endif
#ifdef FM_TABLES_CORTEX_M_MPU
		struct fm_profile p_cortex_m_mpu;
#endif
#ifdef FM_TABLES_DREAMCAST
		struct fm_profile p_dreamcast;
#endif
#ifdef FM_TABLES_ESP32
		struct fm_profile p_esp32;
#endif
#ifdef FM_TABLES_GAMECUBE
		struct fm_profile p_gamecube;
#endif
#ifdef FM_TABLES_GB
		struct fm_profile p_gb;
#endif
#ifdef FM_TABLES_GBA
		struct fm_profile p_gba;
#endif
#ifdef FM_TABLES_GBC
		struct fm_profile p_gbc;
#endif
#ifdef FM_TABLES_IOS_ARM64
		struct fm_profile p_ios_arm64;
#endif
#ifdef FM_TABLES_LINUX_AARCH64
		struct fm_profile p_linux_aarch64;
#endif
#ifdef FM_TABLES_LINUX_PPC64LE
		struct fm_profile p_linux_ppc64le;
#endif
#ifdef FM_TABLES_LINUX_RISCV64
		struct fm_profile p_linux_riscv64;
#endif
#ifdef FM_TABLES_LINUX_S390X
		struct fm_profile p_linux_s390x;
#endif
#ifdef FM_TABLES_LINUX_X86_64
		struct fm_profile p_linux_x86_64;
#endif
#ifdef FM_TABLES_MACOS_ARM64
		struct fm_profile p_macos_arm64;
#endif
#ifdef FM_TABLES_MEGADRIVE
		struct fm_profile p_megadrive;
#endif
#ifdef FM_TABLES_N64
		struct fm_profile p_n64;
#endif
#ifdef FM_TABLES_NDS
		struct fm_profile p_nds;
#endif
#ifdef FM_TABLES_NEOGEO
		struct fm_profile p_neogeo;
#endif
#ifdef FM_TABLES_NES
		struct fm_profile p_nes;
#endif
#ifdef FM_TABLES_NINTENDO_SWITCH
		struct fm_profile p_nintendo_switch;
#endif
#ifdef FM_TABLES_NINTENDO_SWITCH_2
		struct fm_profile p_nintendo_switch_2;
#endif
#ifdef FM_TABLES_PC_ENGINE
		struct fm_profile p_pc_engine;
#endif
#ifdef FM_TABLES_PLAYDATE
		struct fm_profile p_playdate;
#endif
#ifdef FM_TABLES_PS2
		struct fm_profile p_ps2;
#endif
#ifdef FM_TABLES_PS4
		struct fm_profile p_ps4;
#endif
#ifdef FM_TABLES_PS5
		struct fm_profile p_ps5;
#endif
#ifdef FM_TABLES_PSP
		struct fm_profile p_psp;
#endif
#ifdef FM_TABLES_PSX
		struct fm_profile p_psx;
#endif
#ifdef FM_TABLES_RP2040
		struct fm_profile p_rp2040;
#endif
#ifdef FM_TABLES_RP2350
		struct fm_profile p_rp2350;
#endif
#ifdef FM_TABLES_SATURN
		struct fm_profile p_saturn;
#endif
#ifdef FM_TABLES_SMS
		struct fm_profile p_sms;
#endif
#ifdef FM_TABLES_SNES
		struct fm_profile p_snes;
#endif
#ifdef FM_TABLES_STEAM_DECK
		struct fm_profile p_steam_deck;
#endif
#ifdef FM_TABLES_STM32F407
		struct fm_profile p_stm32f407;
#endif
#ifdef FM_TABLES_WASM32
		struct fm_profile p_wasm32;
#endif
#ifdef FM_TABLES_WASM32_WASI
		struct fm_profile p_wasm32_wasi;
#endif
#ifdef FM_TABLES_WASM64
		struct fm_profile p_wasm64;
#endif
#ifdef FM_TABLES_WII
		struct fm_profile p_wii;
#endif
#ifdef FM_TABLES_WINDOWS_X86_64
		struct fm_profile p_windows_x86_64;
#endif
#ifdef FM_TABLES_XBOX
		struct fm_profile p_xbox;
#endif
#ifdef FM_TABLES_XBOX_SERIES
		struct fm_profile p_xbox_series;
#endif
#ifdef FM_TABLES_ZX_SPECTRUM_128
		struct fm_profile p_zx_spectrum_128;
#endif
#ifdef FM_TABLES_ZX_SPECTRUM_48
		struct fm_profile p_zx_spectrum_48;
#endif
	} profiles;
#ifdef FM_TABLES_3DS
	struct fm_table_space spaces_3ds[2];
	struct fm_table_region regions_3ds[15];
	struct fm_table_mirror mirrors_3ds[6];
	struct fm_table_capability capabilities_3ds[8];
	struct fm_table_engine engines_3ds[1];
#endif
#ifdef FM_TABLES_AMIGA500
	struct fm_table_space spaces_amiga500[1];
	struct fm_table_region regions_amiga500[9];
	struct fm_table_mirror mirrors_amiga500[4];
	struct fm_table_reserved reserved_amiga500[2];
	struct fm_table_capability capabilities_amiga500[11];
	struct fm_table_engine engines_amiga500[1];
#endif
#ifdef FM_TABLES_ANDROID_ARM64
	struct fm_table_space spaces_android_arm64[1];
	struct fm_table_capability capabilities_android_arm64[9];
#endif
#ifdef FM_TABLES_ATARI2600
	struct fm_table_space spaces_atari2600[1];
	struct fm_table_region regions_atari2600[4];
	struct fm_table_mirror mirrors_atari2600[9];
	struct fm_table_reserved reserved_atari2600[2];
	struct fm_table_capability capabilities_atari2600[10];
#endif
#ifdef FM_TABLES_AVR_ATMEGA328P
	struct fm_table_space spaces_avr_atmega328p[3];
	struct fm_table_region regions_avr_atmega328p[3];
	struct fm_table_capability capabilities_avr_atmega328p[11];
#endif
#ifdef FM_TABLES_C64
	struct fm_table_space spaces_c64[1];
	struct fm_table_region regions_c64[13];
	struct fm_table_mirror mirrors_c64[4];
	struct fm_table_reserved reserved_c64[8];
	struct fm_table_capability capabilities_c64[10];
#endif
#ifdef FM_TABLES_CLOUD_LINUX_CGROUP_V1
	struct fm_table_capability capabilities_cloud_linux_cgroup_v1[1];
#endif
#ifdef FM_TABLES_CLOUD_LINUX_CGROUP_V2
	struct fm_table_capability capabilities_cloud_linux_cgroup_v2[2];
#endif
#ifdef FM_TABLES_CLOUD_NUMA_HUGEPAGES
	struct fm_table_capability capabilities_cloud_numa_hugepages[1];
#endif
#ifdef FM_TABLES_CORTEX_M_MPU
	struct fm_table_capability capabilities_cortex_m_mpu[5];
#endif
#ifdef FM_TABLES_DREAMCAST
	struct fm_table_space spaces_dreamcast[2];
	struct fm_table_region regions_dreamcast[21];
	struct fm_table_mirror mirrors_dreamcast[17];
	struct fm_table_reserved reserved_dreamcast[1];
	struct fm_table_capability capabilities_dreamcast[9];
	struct fm_table_engine engines_dreamcast[1];
#endif
#ifdef FM_TABLES_ESP32
	struct fm_table_space spaces_esp32[1];
	struct fm_table_region regions_esp32[11];
	struct fm_table_mirror mirrors_esp32[2];
	struct fm_table_reserved reserved_esp32[3];
	struct fm_table_capability capabilities_esp32[8];
#endif
#ifdef FM_TABLES_GAMECUBE
	struct fm_table_space spaces_gamecube[3];
	struct fm_table_region regions_gamecube[8];
	struct fm_table_mirror mirrors_gamecube[3];
	struct fm_table_reserved reserved_gamecube[5];
	struct fm_table_capability capabilities_gamecube[8];
	struct fm_table_engine engines_gamecube[1];
#endif
#ifdef FM_TABLES_GB
	struct fm_table_space spaces_gb[1];
	struct fm_table_region regions_gb[12];
	struct fm_table_mirror mirrors_gb[2];
	struct fm_table_reserved reserved_gb[3];
	struct fm_table_capability capabilities_gb[11];
	struct fm_table_engine engines_gb[1];
#endif
#ifdef FM_TABLES_GBA
	struct fm_table_space spaces_gba[1];
	struct fm_table_region regions_gba[9];
	struct fm_table_mirror mirrors_gba[9];
	struct fm_table_reserved reserved_gba[2];
	struct fm_table_capability capabilities_gba[11];
	struct fm_table_engine engines_gba[1];
#endif
#ifdef FM_TABLES_GBC
	struct fm_table_space spaces_gbc[2];
	struct fm_table_region regions_gbc[14];
	struct fm_table_mirror mirrors_gbc[2];
	struct fm_table_reserved reserved_gbc[3];
	struct fm_table_capability capabilities_gbc[11];
	struct fm_table_engine engines_gbc[2];
#endif
#ifdef FM_TABLES_IOS_ARM64
	struct fm_table_space spaces_ios_arm64[1];
	struct fm_table_capability capabilities_ios_arm64[8];
#endif
#ifdef FM_TABLES_LINUX_AARCH64
	struct fm_table_space spaces_linux_aarch64[1];
	struct fm_table_capability capabilities_linux_aarch64[12];
#endif
#ifdef FM_TABLES_LINUX_PPC64LE
	struct fm_table_space spaces_linux_ppc64le[1];
	struct fm_table_capability capabilities_linux_ppc64le[12];
#endif
#ifdef FM_TABLES_LINUX_RISCV64
	struct fm_table_space spaces_linux_riscv64[1];
	struct fm_table_capability capabilities_linux_riscv64[11];
#endif
#ifdef FM_TABLES_LINUX_S390X
	struct fm_table_space spaces_linux_s390x[1];
	struct fm_table_capability capabilities_linux_s390x[12];
#endif
#ifdef FM_TABLES_LINUX_X86_64
	struct fm_table_space spaces_linux_x86_64[1];
	struct fm_table_capability capabilities_linux_x86_64[12];
#endif
#ifdef FM_TABLES_MACOS_ARM64
	struct fm_table_space spaces_macos_arm64[1];
	struct fm_table_capability capabilities_macos_arm64[6];
#endif
#ifdef FM_TABLES_MEGADRIVE
	struct fm_table_space spaces_megadrive[4];
	struct fm_table_region regions_megadrive[14];
	struct fm_table_mirror mirrors_megadrive[8];
	struct fm_table_reserved reserved_megadrive[2];
	struct fm_table_capability capabilities_megadrive[11];
	struct fm_table_engine engines_megadrive[1];
#endif
#ifdef FM_TABLES_N64
	struct fm_table_space spaces_n64[1];
	struct fm_table_region regions_n64[11];
	struct fm_table_mirror mirrors_n64[10];
	struct fm_table_reserved reserved_n64[1];
	struct fm_table_capability capabilities_n64[10];
	struct fm_table_engine engines_n64[1];
#endif
#ifdef FM_TABLES_NDS
	struct fm_table_space spaces_nds[2];
	struct fm_table_region regions_nds[20];
	struct fm_table_mirror mirrors_nds[8];
	struct fm_table_reserved reserved_nds[3];
	struct fm_table_capability capabilities_nds[11];
	struct fm_table_engine engines_nds[1];
#endif
#ifdef FM_TABLES_NEOGEO
	struct fm_table_space spaces_neogeo[3];
	struct fm_table_region regions_neogeo[12];
	struct fm_table_mirror mirrors_neogeo[4];
	struct fm_table_reserved reserved_neogeo[4];
	struct fm_table_capability capabilities_neogeo[10];
#endif
#ifdef FM_TABLES_NES
	struct fm_table_space spaces_nes[3];
	struct fm_table_region regions_nes[11];
	struct fm_table_mirror mirrors_nes[5];
	struct fm_table_reserved reserved_nes[3];
	struct fm_table_capability capabilities_nes[11];
	struct fm_table_engine engines_nes[1];
#endif
#ifdef FM_TABLES_NINTENDO_SWITCH
	struct fm_table_space spaces_nintendo_switch[1];
	struct fm_table_capability capabilities_nintendo_switch[6];
#endif
#ifdef FM_TABLES_NINTENDO_SWITCH_2
	struct fm_table_space spaces_nintendo_switch_2[1];
	struct fm_table_capability capabilities_nintendo_switch_2[2];
#endif
#ifdef FM_TABLES_PC_ENGINE
	struct fm_table_space spaces_pc_engine[4];
	struct fm_table_region regions_pc_engine[10];
	struct fm_table_mirror mirrors_pc_engine[4];
	struct fm_table_reserved reserved_pc_engine[9];
	struct fm_table_capability capabilities_pc_engine[11];
	struct fm_table_engine engines_pc_engine[1];
#endif
#ifdef FM_TABLES_PLAYDATE
	struct fm_table_space spaces_playdate[2];
	struct fm_table_region regions_playdate[9];
	struct fm_table_mirror mirrors_playdate[1];
	struct fm_table_capability capabilities_playdate[5];
#endif
#ifdef FM_TABLES_PS2
	struct fm_table_space spaces_ps2[4];
	struct fm_table_region regions_ps2[15];
	struct fm_table_mirror mirrors_ps2[9];
	struct fm_table_reserved reserved_ps2[1];
	struct fm_table_capability capabilities_ps2[9];
	struct fm_table_engine engines_ps2[1];
#endif
#ifdef FM_TABLES_PS4
	struct fm_table_space spaces_ps4[1];
	struct fm_table_capability capabilities_ps4[4];
#endif
#ifdef FM_TABLES_PS5
	struct fm_table_space spaces_ps5[1];
	struct fm_table_capability capabilities_ps5[4];
#endif
#ifdef FM_TABLES_PSP
	struct fm_table_space spaces_psp[2];
	struct fm_table_region regions_psp[7];
	struct fm_table_mirror mirrors_psp[11];
	struct fm_table_reserved reserved_psp[3];
	struct fm_table_capability capabilities_psp[10];
	struct fm_table_engine engines_psp[1];
#endif
#ifdef FM_TABLES_PSX
	struct fm_table_space spaces_psx[4];
	struct fm_table_region regions_psx[12];
	struct fm_table_mirror mirrors_psx[16];
	struct fm_table_reserved reserved_psx[4];
	struct fm_table_capability capabilities_psx[10];
	struct fm_table_engine engines_psx[2];
#endif
#ifdef FM_TABLES_RP2040
	struct fm_table_space spaces_rp2040[1];
	struct fm_table_region regions_rp2040[7];
	struct fm_table_mirror mirrors_rp2040[7];
	struct fm_table_capability capabilities_rp2040[13];
#endif
#ifdef FM_TABLES_RP2350
	struct fm_table_space spaces_rp2350[1];
	struct fm_table_region regions_rp2350[6];
	struct fm_table_mirror mirrors_rp2350[1];
	struct fm_table_capability capabilities_rp2350[9];
#endif
#ifdef FM_TABLES_SATURN
	struct fm_table_space spaces_saturn[1];
	struct fm_table_region regions_saturn[21];
	struct fm_table_mirror mirrors_saturn[25];
	struct fm_table_reserved reserved_saturn[1];
	struct fm_table_capability capabilities_saturn[11];
	struct fm_table_engine engines_saturn[1];
#endif
#ifdef FM_TABLES_SMS
	struct fm_table_space spaces_sms[4];
	struct fm_table_region regions_sms[10];
	struct fm_table_mirror mirrors_sms[1];
	struct fm_table_reserved reserved_sms[2];
	struct fm_table_capability capabilities_sms[10];
#endif
#ifdef FM_TABLES_SNES
	struct fm_table_space spaces_snes[6];
	struct fm_table_region regions_snes[15];
	struct fm_table_mirror mirrors_snes[22];
	struct fm_table_reserved reserved_snes[3];
	struct fm_table_capability capabilities_snes[11];
	struct fm_table_engine engines_snes[1];
#endif
#ifdef FM_TABLES_STEAM_DECK
	struct fm_table_space spaces_steam_deck[1];
	struct fm_table_capability capabilities_steam_deck[11];
#endif
#ifdef FM_TABLES_STM32F407
	struct fm_table_space spaces_stm32f407[1];
	struct fm_table_region regions_stm32f407[6];
	struct fm_table_capability capabilities_stm32f407[13];
#endif
#ifdef FM_TABLES_WASM32
	struct fm_table_space spaces_wasm32[1];
	struct fm_table_region regions_wasm32[1];
	struct fm_table_capability capabilities_wasm32[12];
#endif
#ifdef FM_TABLES_WASM32_WASI
	struct fm_table_space spaces_wasm32_wasi[1];
	struct fm_table_region regions_wasm32_wasi[1];
	struct fm_table_capability capabilities_wasm32_wasi[8];
#endif
#ifdef FM_TABLES_WASM64
	struct fm_table_space spaces_wasm64[1];
	struct fm_table_region regions_wasm64[1];
	struct fm_table_capability capabilities_wasm64[8];
#endif
#ifdef FM_TABLES_WII
	struct fm_table_space spaces_wii[1];
	struct fm_table_region regions_wii[6];
	struct fm_table_mirror mirrors_wii[6];
	struct fm_table_reserved reserved_wii[6];
	struct fm_table_capability capabilities_wii[8];
	struct fm_table_engine engines_wii[1];
#endif
#ifdef FM_TABLES_WINDOWS_X86_64
	struct fm_table_space spaces_windows_x86_64[1];
	struct fm_table_capability capabilities_windows_x86_64[8];
#endif
#ifdef FM_TABLES_XBOX
	struct fm_table_space spaces_xbox[3];
	struct fm_table_region regions_xbox[15];
	struct fm_table_mirror mirrors_xbox[2];
	struct fm_table_reserved reserved_xbox[2];
	struct fm_table_capability capabilities_xbox[9];
#endif
#ifdef FM_TABLES_XBOX_SERIES
	struct fm_table_space spaces_xbox_series[1];
	struct fm_table_capability capabilities_xbox_series[1];
#endif
#ifdef FM_TABLES_ZX_SPECTRUM_128
	struct fm_table_space spaces_zx_spectrum_128[2];
	struct fm_table_region regions_zx_spectrum_128[6];
	struct fm_table_reserved reserved_zx_spectrum_128[4];
	struct fm_table_capability capabilities_zx_spectrum_128[10];
#endif
#ifdef FM_TABLES_ZX_SPECTRUM_48
	struct fm_table_space spaces_zx_spectrum_48[2];
	struct fm_table_region regions_zx_spectrum_48[5];
	struct fm_table_reserved reserved_zx_spectrum_48[5];
	struct fm_table_capability capabilities_zx_spectrum_48[10];
#endif
#ifdef FM_TABLES_3DS
	struct fm_table_advice advice_3ds[2];
#endif
#ifdef FM_TABLES_AMIGA500
	struct fm_table_advice advice_amiga500[2];
#endif
#ifdef FM_TABLES_ANDROID_ARM64
	struct fm_table_advice advice_android_arm64[1];
#endif
#ifdef FM_TABLES_ATARI2600
	struct fm_table_advice advice_atari2600[1];
#endif
#ifdef FM_TABLES_AVR_ATMEGA328P
	struct fm_table_advice advice_avr_atmega328p[2];
#endif
#ifdef FM_TABLES_C64
	struct fm_table_advice advice_c64[2];
#endif
#ifdef FM_TABLES_DREAMCAST
	struct fm_table_advice advice_dreamcast[2];
#endif
#ifdef FM_TABLES_ESP32
	struct fm_table_advice advice_esp32[2];
#endif
#ifdef FM_TABLES_GAMECUBE
	struct fm_table_advice advice_gamecube[2];
#endif
#ifdef FM_TABLES_GB
	struct fm_table_advice advice_gb[2];
#endif
#ifdef FM_TABLES_GBA
	struct fm_table_advice advice_gba[2];
#endif
#ifdef FM_TABLES_GBC
	struct fm_table_advice advice_gbc[2];
#endif
#ifdef FM_TABLES_IOS_ARM64
	struct fm_table_advice advice_ios_arm64[1];
#endif
#ifdef FM_TABLES_LINUX_AARCH64
	struct fm_table_advice advice_linux_aarch64[1];
#endif
#ifdef FM_TABLES_LINUX_PPC64LE
	struct fm_table_advice advice_linux_ppc64le[1];
#endif
#ifdef FM_TABLES_LINUX_RISCV64
	struct fm_table_advice advice_linux_riscv64[1];
#endif
#ifdef FM_TABLES_LINUX_S390X
	struct fm_table_advice advice_linux_s390x[1];
#endif
#ifdef FM_TABLES_LINUX_X86_64
	struct fm_table_advice advice_linux_x86_64[1];
#endif
#ifdef FM_TABLES_MACOS_ARM64
	struct fm_table_advice advice_macos_arm64[1];
#endif
#ifdef FM_TABLES_MEGADRIVE
	struct fm_table_advice advice_megadrive[2];
#endif
#ifdef FM_TABLES_N64
	struct fm_table_advice advice_n64[2];
#endif
#ifdef FM_TABLES_NDS
	struct fm_table_advice advice_nds[2];
#endif
#ifdef FM_TABLES_NEOGEO
	struct fm_table_advice advice_neogeo[2];
#endif
#ifdef FM_TABLES_NES
	struct fm_table_advice advice_nes[2];
#endif
#ifdef FM_TABLES_NINTENDO_SWITCH
	struct fm_table_advice advice_nintendo_switch[1];
#endif
#ifdef FM_TABLES_NINTENDO_SWITCH_2
	struct fm_table_advice advice_nintendo_switch_2[1];
#endif
#ifdef FM_TABLES_PC_ENGINE
	struct fm_table_advice advice_pc_engine[2];
#endif
#ifdef FM_TABLES_PLAYDATE
	struct fm_table_advice advice_playdate[1];
#endif
#ifdef FM_TABLES_PS2
	struct fm_table_advice advice_ps2[2];
#endif
#ifdef FM_TABLES_PS4
	struct fm_table_advice advice_ps4[1];
#endif
#ifdef FM_TABLES_PS5
	struct fm_table_advice advice_ps5[1];
#endif
#ifdef FM_TABLES_PSP
	struct fm_table_advice advice_psp[2];
#endif
#ifdef FM_TABLES_PSX
	struct fm_table_advice advice_psx[4];
#endif
#ifdef FM_TABLES_RP2040
	struct fm_table_advice advice_rp2040[2];
#endif
#ifdef FM_TABLES_RP2350
	struct fm_table_advice advice_rp2350[2];
#endif
#ifdef FM_TABLES_SATURN
	struct fm_table_advice advice_saturn[2];
#endif
#ifdef FM_TABLES_SMS
	struct fm_table_advice advice_sms[2];
#endif
#ifdef FM_TABLES_SNES
	struct fm_table_advice advice_snes[2];
#endif
#ifdef FM_TABLES_STEAM_DECK
	struct fm_table_advice advice_steam_deck[1];
#endif
#ifdef FM_TABLES_STM32F407
	struct fm_table_advice advice_stm32f407[3];
#endif
#ifdef FM_TABLES_WASM32
	struct fm_table_advice advice_wasm32[1];
#endif
#ifdef FM_TABLES_WASM32_WASI
	struct fm_table_advice advice_wasm32_wasi[1];
#endif
#ifdef FM_TABLES_WASM64
	struct fm_table_advice advice_wasm64[1];
#endif
#ifdef FM_TABLES_WII
	struct fm_table_advice advice_wii[1];
#endif
#ifdef FM_TABLES_WINDOWS_X86_64
	struct fm_table_advice advice_windows_x86_64[1];
#endif
#ifdef FM_TABLES_XBOX
	struct fm_table_advice advice_xbox[2];
#endif
#ifdef FM_TABLES_XBOX_SERIES
	struct fm_table_advice advice_xbox_series[1];
#endif
#ifdef FM_TABLES_ZX_SPECTRUM_128
	struct fm_table_advice advice_zx_spectrum_128[1];
#endif
#ifdef FM_TABLES_ZX_SPECTRUM_48
	struct fm_table_advice advice_zx_spectrum_48[2];
#endif
	struct {
		char t0[1];
		char t1[4];
		char t2[9];
		char t17[5];
		char t29[14];
		char t42[9];
		char t45[11];
		char t50[36];
		char t52[17];
		char t53[4];
		char t55[5];
		char t56[5];
		char t58[16];
		char t59[6];
		char t72[2];
		char t95[10];
		char t96[9];
		char t100[18];
		char t102[25];
		char t103[35];
		char t111[3];
		char t115[3];
		char t119[5];
		char t120[72];
		char t127[4];
		char t133[4];
		char t134[14];
		char t138[13];
		char t139[27];
		char t143[6];
		char t150[5];
		char t153[6];
		char t163[41];
		char t166[72];
		char t167[20];
		char t168[64];
		char t172[11];
		char t213[3];
		char t223[3];
		char t226[29];
		char t230[74];
		char t234[9];
		char t237[34];
		char t241[9];
		char t251[10];
		char t268[9];
		char t293[9];
		char t299[34];
		char t305[11];
		char t348[72];
		char t352[5];
		char t353[8];
		char t354[5];
		char t361[4];
		char t362[21];
		char t365[5];
		char t366[19];
		char t371[13];
		char t372[29];
		char t384[3];
		char t390[22];
		char t394[6];
		char t395[8];
		char t400[5];
		char t401[21];
		char t402[74];
		char t403[31];
		char t404[17];
		char t405[5];
		char t406[30];
		char t407[17];
		char t409[8];
		char t410[21];
		char t411[6];
		char t412[16];
		char t413[6];
		char t416[4];
		char t417[24];
		char t418[97];
		char t419[9];
		char t420[17];
		char t421[37];
		char t422[3];
		char t423[17];
		char t424[5];
		char t425[9];
		char t426[76];
		char t427[3];
		char t428[26];
		char t429[9];
		char t430[17];
		char t433[43];
		char t435[54];
		char t436[3];
		char t437[3];
		char t439[7];
		char t440[14];
		char t441[17];
		char t445[5];
		char t446[9];
		char t457[8];
		char t458[12];
		char t461[10];
		char t475[26];
		char t509[5];
		char t517[72];
		char t524[64];
		char t573[3];
		char t580[4];
		char t586[8];
		char t593[9];
		char t603[14];
		char t605[5];
		char t606[15];
		char t624[7];
		char t682[9];
		char t746[9];
		char t757[8];
		char t758[12];
		char t761[11];
		char t769[3];
		char t786[9];
		char t812[24];
		char t831[53];
		char t896[6];
		char t897[6];
		char t898[6];
		char t899[6];
		char t903[12];
		char t956[3];
		char t964[17];
		char t976[22];
		char t1010[20];
		char t1071[4];
		char t1075[9];
		char t1097[38];
		char t1114[3];
		char t1165[3];
		char t1181[8];
		char t1196[6];
		char t1197[14];
		char t1293[14];
		char t1294[14];
		char t1295[60];
		char t1297[28];
		char t1298[26];
		char t1300[3];
		char t1311[71];
		char t1318[43];
		char t1321[43];
		char t1427[17];
		char t1434[7];
		char t1435[13];
		char t1441[3];
#ifdef FM_TABLES_3DS
		char t3[9];
		char t4[40];
		char t5[86];
		char t6[9];
		char t7[27];
		char t8[93];
		char t9[12];
		char t10[34];
		char t11[74];
		char t12[6];
		char t13[17];
		char t14[115];
		char t15[10];
		char t16[26];
		char t18[5];
		char t19[45];
		char t20[11];
		char t21[20];
		char t22[70];
		char t23[9];
		char t24[9];
		char t25[51];
		char t26[8];
		char t27[11];
		char t28[8];
		char t30[15];
		char t31[22];
		char t32[11];
		char t33[21];
		char t34[91];
		char t35[12];
		char t36[12];
		char t37[52];
		char t38[9];
		char t39[20];
		char t40[52];
		char t41[8];
		char t43[15];
		char t44[3];
		char t46[7];
		char t47[26];
		char t48[15];
		char t49[54];
		char t51[31];
		char t54[11];
		char t57[28];
		char t60[48];
		char t61[4];
		char t62[41];
		char t63[6];
#endif
#ifdef FM_TABLES_AMIGA500
		char t64[9];
		char t65[9];
		char t66[28];
		char t67[113];
		char t68[24];
		char t69[17];
		char t70[9];
		char t71[24];
		char t73[44];
		char t74[6];
		char t75[11];
		char t76[39];
		char t77[6];
		char t78[11];
		char t79[86];
		char t80[9];
		char t81[29];
		char t82[41];
		char t83[135];
		char t84[4];
		char t85[16];
		char t86[7];
		char t87[22];
		char t88[50];
		char t89[11];
		char t90[17];
		char t91[10];
		char t92[14];
		char t93[75];
		char t94[7];
		char t97[15];
		char t98[38];
		char t99[18];
		char t101[11];
		char t104[19];
		char t105[81];
		char t106[46];
		char t107[9];
		char t108[26];
		char t109[7];
#endif
#ifdef FM_TABLES_ANDROID_ARM64
		char t110[8];
		char t112[33];
		char t113[4];
		char t114[24];
		char t116[51];
		char t117[15];
		char t118[50];
		char t121[14];
		char t122[41];
		char t123[17];
#endif
#ifdef FM_TABLES_ATARI2600
		char t124[4];
		char t125[14];
		char t126[112];
		char t128[9];
		char t129[75];
		char t130[49];
		char t131[8];
		char t132[19];
		char t135[24];
		char t136[3];
		char t137[7];
		char t140[11];
		char t141[13];
		char t142[15];
		char t144[82];
		char t145[10];
		char t146[17];
		char t147[5];
#endif
#ifdef FM_TABLES_AVR_ATMEGA328P
		char t148[8];
		char t149[7];
		char t151[5];
		char t152[62];
		char t154[22];
		char t155[42];
		char t156[7];
		char t157[34];
		char t158[3];
		char t159[3];
		char t160[7];
		char t161[3];
		char t162[5];
		char t164[7];
		char t165[16];
		char t169[15];
		char t170[25];
		char t171[13];
#endif
#ifdef FM_TABLES_C64
		char t173[109];
		char t174[35];
		char t175[34];
		char t176[15];
		char t177[25];
		char t178[20];
		char t179[24];
		char t180[33];
		char t181[10];
		char t182[10];
		char t183[12];
		char t184[14];
		char t185[55];
		char t186[4];
		char t187[17];
		char t188[18];
		char t189[4];
		char t190[14];
		char t191[18];
		char t192[10];
		char t193[11];
		char t194[79];
		char t195[5];
		char t196[6];
		char t197[5];
		char t198[6];
		char t199[57];
		char t200[4];
		char t201[16];
		char t202[4];
		char t203[16];
		char t204[11];
		char t205[11];
		char t206[22];
		char t207[10];
		char t208[18];
		char t209[10];
		char t210[19];
		char t211[7];
		char t212[11];
		char t214[84];
		char t215[15];
		char t216[4];
		char t217[13];
		char t218[14];
#endif
#ifdef FM_TABLES_CLOUD_LINUX_CGROUP_V1
		char t219[3];
		char t220[55];
		char t221[22];
		char t222[36];
#endif
#ifdef FM_TABLES_CLOUD_LINUX_CGROUP_V2
		char t224[53];
		char t225[7];
		char t227[22];
		char t228[27];
#endif
#ifdef FM_TABLES_CLOUD_NUMA_HUGEPAGES
		char t229[3];
		char t231[21];
		char t232[42];
#endif
#ifdef FM_TABLES_CORTEX_M_MPU
		char t233[7];
		char t235[3];
		char t236[65];
		char t238[13];
		char t239[32];
#endif
#ifdef FM_TABLES_DREAMCAST
		char t240[10];
		char t242[13];
		char t243[11];
		char t244[31];
		char t245[9];
		char t246[18];
		char t247[10];
		char t248[15];
		char t249[9];
		char t250[21];
		char t252[14];
		char t253[74];
		char t254[13];
		char t255[25];
		char t256[57];
		char t257[14];
		char t258[31];
		char t259[104];
		char t260[7];
		char t261[19];
		char t262[7];
		char t263[28];
		char t264[32];
		char t265[7];
		char t266[28];
		char t267[86];
		char t269[18];
		char t270[51];
		char t271[8];
		char t272[23];
		char t273[23];
		char t274[7];
		char t275[17];
		char t276[33];
		char t277[9];
		char t278[31];
		char t279[36];
		char t280[9];
		char t281[31];
		char t282[7];
		char t283[23];
		char t284[6];
		char t285[40];
		char t286[95];
		char t287[13];
		char t288[17];
		char t289[97];
		char t290[8];
		char t291[23];
		char t292[4];
		char t294[29];
		char t295[32];
		char t296[38];
		char t297[82];
		char t298[15];
		char t300[7];
		char t301[15];
		char t302[11];
		char t303[15];
		char t304[51];
		char t306[33];
		char t307[10];
		char t308[15];
		char t309[4];
#endif
#ifdef FM_TABLES_ESP32
		char t310[5];
		char t311[21];
		char t312[6];
		char t313[13];
		char t314[9];
		char t315[13];
		char t316[44];
		char t317[5];
		char t318[11];
		char t319[49];
		char t320[16];
		char t321[6];
		char t322[7];
		char t323[32];
		char t324[68];
		char t325[13];
		char t326[11];
		char t327[15];
		char t328[11];
		char t329[15];
		char t330[25];
		char t331[5];
		char t332[5];
		char t333[5];
		char t334[21];
		char t335[9];
		char t336[9];
		char t337[3];
		char t338[12];
		char t339[22];
		char t340[12];
		char t341[21];
		char t342[21];
		char t343[4];
		char t344[3];
		char t345[15];
		char t346[13];
		char t347[17];
		char t349[52];
		char t350[6];
		char t351[29];
#endif
#ifdef FM_TABLES_GAMECUBE
		char t355[19];
		char t356[102];
		char t357[11];
		char t358[18];
		char t359[35];
		char t360[49];
		char t363[32];
		char t364[77];
		char t367[113];
		char t368[8];
		char t369[21];
		char t370[34];
		char t373[57];
		char t374[14];
		char t375[56];
		char t376[29];
		char t377[9];
		char t378[20];
		char t379[14];
		char t380[82];
		char t381[8];
		char t382[15];
		char t383[16];
		char t385[24];
		char t386[14];
		char t387[36];
		char t388[34];
		char t389[15];
		char t391[45];
		char t392[11];
		char t393[43];
		char t396[24];
		char t397[9];
		char t398[18];
		char t399[8];
#endif
#ifdef FM_TABLES_GB
		char t408[58];
		char t414[16];
		char t415[28];
		char t431[29];
		char t432[19];
		char t434[15];
		char t438[23];
		char t442[3];
		char t443[15];
		char t444[14];
#endif
#ifdef FM_TABLES_GBA
		char t447[6];
		char t448[92];
		char t449[6];
		char t450[18];
		char t451[43];
		char t452[6];
		char t453[17];
		char t454[27];
		char t455[92];
		char t456[74];
		char t459[44];
		char t460[60];
		char t462[82];
		char t463[11];
		char t464[74];
		char t465[27];
		char t466[46];
		char t467[41];
		char t468[27];
		char t469[17];
		char t470[76];
		char t471[3];
		char t472[11];
		char t473[28];
		char t474[47];
		char t476[7];
		char t477[14];
		char t478[81];
		char t479[4];
		char t480[17];
		char t481[5];
#endif
#ifdef FM_TABLES_GBC
		char t482[66];
		char t483[31];
		char t484[47];
		char t485[65];
		char t486[13];
		char t487[30];
		char t488[57];
		char t489[12];
		char t490[23];
		char t491[12];
		char t492[13];
		char t493[3];
		char t494[23];
		char t495[19];
		char t496[7];
		char t497[19];
		char t498[36];
		char t499[83];
		char t500[4];
		char t501[15];
		char t502[20];
#endif
#ifdef FM_TABLES_IOS_ARM64
		char t503[3];
		char t504[3];
		char t505[32];
		char t506[9];
		char t507[65];
		char t508[4];
		char t510[7];
		char t511[71];
		char t512[10];
		char t513[22];
		char t514[26];
#endif
#ifdef FM_TABLES_LINUX_AARCH64
		char t515[12];
		char t516[4];
		char t518[12];
		char t519[4];
		char t520[7];
		char t521[96];
		char t522[4];
		char t523[4];
		char t525[9];
		char t526[14];
		char t527[41];
		char t528[13];
#endif
#ifdef FM_TABLES_LINUX_PPC64LE
		char t529[12];
		char t530[4];
		char t531[4];
		char t532[4];
		char t533[3];
		char t534[50];
		char t535[4];
		char t536[3];
		char t537[9];
		char t538[14];
		char t539[25];
#endif
#ifdef FM_TABLES_LINUX_RISCV64
		char t540[8];
		char t541[4];
		char t542[4];
		char t543[3];
		char t544[63];
		char t545[4];
		char t546[3];
		char t547[9];
		char t548[14];
		char t549[19];
#endif
#ifdef FM_TABLES_LINUX_S390X
		char t550[8];
		char t551[4];
		char t552[4];
		char t553[4];
		char t554[95];
		char t555[4];
		char t556[3];
		char t557[9];
		char t558[12];
		char t559[23];
#endif
#ifdef FM_TABLES_LINUX_X86_64
		char t560[8];
		char t561[9];
		char t562[9];
		char t563[4];
		char t564[31];
		char t565[8];
		char t566[58];
		char t567[4];
		char t568[4];
		char t569[9];
		char t570[13];
		char t571[16];
		char t572[13];
#endif
#ifdef FM_TABLES_MACOS_ARM64
		char t574[3];
		char t575[41];
		char t576[4];
		char t577[12];
		char t578[23];
		char t579[15];
#endif
#ifdef FM_TABLES_MEGADRIVE
		char t581[14];
		char t582[11];
		char t583[9];
		char t584[32];
		char t585[99];
		char t587[14];
		char t588[120];
		char t589[7];
		char t590[13];
		char t591[9];
		char t592[18];
		char t594[32];
		char t595[9];
		char t596[24];
		char t597[35];
		char t598[4];
		char t599[10];
		char t600[63];
		char t601[15];
		char t602[82];
		char t604[37];
		char t607[21];
		char t608[6];
		char t609[24];
		char t610[25];
		char t611[14];
		char t612[22];
		char t613[11];
		char t614[26];
		char t615[50];
		char t616[3];
		char t617[11];
		char t618[28];
		char t619[7];
		char t620[37];
		char t621[11];
		char t622[20];
		char t623[15];
		char t625[18];
		char t626[77];
		char t627[10];
		char t628[26];
		char t629[20];
#endif
#ifdef FM_TABLES_N64
		char t630[6];
		char t631[6];
		char t632[215];
		char t633[67];
		char t634[11];
		char t635[30];
		char t636[9];
		char t637[16];
		char t638[124];
		char t639[9];
		char t640[23];
		char t641[9];
		char t642[47];
		char t643[10];
		char t644[39];
		char t645[126];
		char t646[15];
		char t647[40];
		char t648[135];
		char t649[8];
		char t650[13];
		char t651[8];
		char t652[8];
		char t653[11];
		char t654[39];
		char t655[28];
		char t656[11];
		char t657[37];
		char t658[39];
		char t659[3];
		char t660[23];
		char t661[25];
		char t662[36];
		char t663[71];
		char t664[15];
		char t665[51];
		char t666[11];
		char t667[28];
		char t668[20];
		char t669[24];
		char t670[93];
		char t671[66];
		char t672[4];
		char t673[12];
		char t674[12];
#endif
#ifdef FM_TABLES_NDS
		char t675[10];
		char t676[21];
		char t677[14];
		char t678[36];
		char t679[10];
		char t680[14];
		char t681[136];
		char t683[45];
		char t684[81];
		char t685[63];
		char t686[12];
		char t687[12];
		char t688[24];
		char t689[10];
		char t690[18];
		char t691[2];
		char t692[34];
		char t693[112];
		char t694[18];
		char t695[10];
		char t696[27];
		char t697[235];
		char t698[10];
		char t699[24];
		char t700[10];
		char t701[24];
		char t702[11];
		char t703[25];
		char t704[11];
		char t705[25];
		char t706[18];
		char t707[8];
		char t708[29];
		char t709[68];
		char t710[9];
		char t711[14];
		char t712[10];
		char t713[10];
		char t714[63];
		char t715[10];
		char t716[10];
		char t717[45];
		char t718[9];
		char t719[13];
		char t720[7];
		char t721[22];
		char t722[25];
		char t723[60];
		char t724[9];
		char t725[15];
		char t726[4];
		char t727[7];
		char t728[15];
		char t729[53];
		char t730[122];
		char t731[51];
		char t732[11];
		char t733[78];
		char t734[23];
		char t735[30];
		char t736[7];
		char t737[28];
		char t738[71];
		char t739[51];
		char t740[4];
		char t741[12];
		char t742[4];
#endif
#ifdef FM_TABLES_NEOGEO
		char t743[5];
		char t744[23];
		char t745[72];
		char t747[71];
		char t748[21];
		char t749[5];
		char t750[24];
		char t751[25];
		char t752[95];
		char t753[5];
		char t754[23];
		char t755[32];
		char t756[25];
		char t759[86];
		char t760[11];
		char t762[25];
		char t763[43];
		char t764[27];
		char t765[89];
		char t766[8];
		char t767[20];
		char t768[8];
		char t770[11];
		char t771[22];
		char t772[7];
		char t773[3];
		char t774[15];
		char t775[32];
		char t776[23];
		char t777[15];
		char t778[29];
		char t779[7];
		char t780[22];
		char t781[9];
#endif
#ifdef FM_TABLES_NES
		char t782[4];
		char t783[17];
		char t784[35];
		char t785[20];
		char t787[14];
		char t788[117];
		char t789[12];
		char t790[34];
		char t791[21];
		char t792[9];
		char t793[44];
		char t794[94];
		char t795[9];
		char t796[25];
		char t797[51];
		char t798[8];
		char t799[31];
		char t800[56];
		char t801[8];
		char t802[25];
		char t803[105];
		char t804[28];
		char t805[4];
		char t806[49];
		char t807[28];
		char t808[45];
		char t809[6];
		char t810[27];
		char t811[16];
		char t813[45];
		char t814[3];
		char t815[15];
		char t816[22];
		char t817[19];
		char t818[36];
		char t819[7];
		char t820[15];
		char t821[22];
		char t822[23];
		char t823[7];
		char t824[17];
		char t825[4];
		char t826[40];
		char t827[9];
#endif
#ifdef FM_TABLES_NINTENDO_SWITCH
		char t828[3];
		char t829[3];
		char t830[34];
		char t832[16];
		char t833[16];
#endif
#ifdef FM_TABLES_NINTENDO_SWITCH_2
		char t834[3];
		char t835[18];
		char t836[18];
#endif
#ifdef FM_TABLES_PC_ENGINE
		char t837[11];
		char t838[8];
		char t839[7];
		char t840[27];
		char t841[96];
		char t842[13];
		char t843[38];
		char t844[7];
		char t845[33];
		char t846[5];
		char t847[25];
		char t848[47];
		char t849[20];
		char t850[112];
		char t851[41];
		char t852[23];
		char t853[20];
		char t854[38];
		char t855[13];
		char t856[4];
		char t857[4];
		char t858[6];
		char t859[12];
		char t860[21];
		char t861[13];
		char t862[14];
		char t863[39];
		char t864[23];
		char t865[5];
		char t866[35];
		char t867[22];
		char t868[17];
		char t869[10];
		char t870[22];
		char t871[10];
		char t872[13];
		char t873[19];
		char t874[7];
		char t875[20];
		char t876[11];
		char t877[35];
		char t878[7];
		char t879[20];
		char t880[3];
		char t881[40];
		char t882[19];
		char t883[11];
		char t884[14];
		char t885[10];
		char t886[26];
		char t887[19];
#endif
#ifdef FM_TABLES_PLAYDATE
		char t888[13];
		char t889[86];
		char t890[5];
		char t891[20];
		char t892[70];
		char t893[5];
		char t894[13];
		char t895[48];
		char t900[15];
		char t901[46];
		char t902[8];
		char t904[5];
		char t905[8];
		char t906[9];
		char t907[46];
		char t908[12];
		char t909[16];
		char t910[37];
		char t911[126];
		char t912[48];
		char t913[29];
		char t914[23];
		char t915[3];
		char t916[27];
		char t917[20];
		char t918[7];
		char t919[23];
		char t920[67];
		char t921[9];
		char t922[15];
#endif
#ifdef FM_TABLES_PS2
		char t923[4];
		char t924[8];
		char t925[7];
		char t926[12];
		char t927[34];
		char t928[42];
		char t929[15];
		char t930[10];
		char t931[64];
		char t932[6];
		char t933[43];
		char t934[10];
		char t935[16];
		char t936[9];
		char t937[16];
		char t938[10];
		char t939[16];
		char t940[9];
		char t941[16];
		char t942[8];
		char t943[24];
		char t944[11];
		char t945[26];
		char t946[16];
		char t947[38];
		char t948[9];
		char t949[18];
		char t950[41];
		char t951[8];
		char t952[8];
		char t953[7];
		char t954[8];
		char t955[5];
		char t957[11];
		char t958[25];
		char t959[15];
		char t960[110];
		char t961[15];
		char t962[11];
		char t963[62];
		char t965[43];
		char t966[31];
		char t967[4];
		char t968[19];
		char t969[14];
#endif
#ifdef FM_TABLES_PS4
		char t970[3];
		char t971[21];
		char t972[4];
		char t973[14];
#endif
#ifdef FM_TABLES_PS5
		char t974[3];
		char t975[3];
		char t977[4];
		char t978[14];
#endif
#ifdef FM_TABLES_PSP
		char t979[13];
		char t980[27];
		char t981[50];
		char t982[7];
		char t983[38];
		char t984[65];
		char t985[24];
		char t986[25];
		char t987[54];
		char t988[11];
		char t989[32];
		char t990[55];
		char t991[6];
		char t992[74];
		char t993[8];
		char t994[27];
		char t995[102];
		char t996[11];
		char t997[17];
		char t998[9];
		char t999[19];
		char t1000[99];
		char t1001[15];
		char t1002[13];
		char t1003[28];
		char t1004[32];
		char t1005[24];
		char t1006[19];
		char t1007[11];
		char t1008[38];
		char t1009[28];
		char t1011[47];
		char t1012[76];
		char t1013[19];
		char t1014[4];
		char t1015[26];
#endif
#ifdef FM_TABLES_PSX
		char t1016[4];
		char t1017[4];
		char t1018[60];
		char t1019[69];
		char t1020[66];
		char t1021[54];
		char t1022[5];
		char t1023[44];
		char t1024[73];
		char t1025[29];
		char t1026[17];
		char t1027[55];
		char t1028[10];
		char t1029[26];
		char t1030[56];
		char t1031[5];
		char t1032[44];
		char t1033[29];
		char t1034[5];
		char t1035[19];
		char t1036[34];
		char t1037[19];
		char t1038[11];
		char t1039[32];
		char t1040[16];
		char t1041[14];
		char t1042[42];
		char t1043[74];
		char t1044[8];
		char t1045[14];
		char t1046[84];
		char t1047[41];
		char t1048[29];
		char t1049[32];
		char t1050[10];
		char t1051[25];
		char t1052[39];
		char t1053[38];
		char t1054[3];
		char t1055[19];
		char t1056[24];
		char t1057[27];
		char t1058[50];
		char t1059[15];
		char t1060[15];
		char t1061[3];
		char t1062[3];
		char t1063[42];
		char t1064[6];
		char t1065[29];
		char t1066[29];
		char t1067[70];
		char t1068[4];
		char t1069[17];
		char t1070[17];
#endif
#ifdef FM_TABLES_RP2040
		char t1072[10];
		char t1073[17];
		char t1074[69];
		char t1076[18];
		char t1077[25];
		char t1078[41];
		char t1079[6];
		char t1080[18];
		char t1081[6];
		char t1082[18];
		char t1083[10];
		char t1084[10];
		char t1085[47];
		char t1086[3];
		char t1087[30];
		char t1088[7];
		char t1089[39];
		char t1090[28];
		char t1091[17];
		char t1092[3];
		char t1093[38];
		char t1094[3];
		char t1095[8];
		char t1096[22];
		char t1098[7];
		char t1099[20];
		char t1100[6];
#endif
#ifdef FM_TABLES_RP2350
		char t1101[4];
		char t1102[29];
		char t1103[39];
		char t1104[9];
		char t1105[17];
		char t1106[6];
		char t1107[18];
		char t1108[6];
		char t1109[18];
		char t1110[9];
		char t1111[9];
		char t1112[3];
		char t1113[21];
		char t1115[28];
		char t1116[22];
		char t1117[7];
		char t1118[20];
		char t1119[7];
#endif
#ifdef FM_TABLES_SATURN
		char t1120[5];
		char t1121[15];
		char t1122[20];
		char t1123[58];
		char t1124[6];
		char t1125[13];
		char t1126[6];
		char t1127[18];
		char t1128[6];
		char t1129[19];
		char t1130[9];
		char t1131[20];
		char t1132[40];
		char t1133[9];
		char t1134[20];
		char t1135[7];
		char t1136[31];
		char t1137[15];
		char t1138[62];
		char t1139[10];
		char t1140[15];
		char t1141[10];
		char t1142[10];
		char t1143[8];
		char t1144[29];
		char t1145[10];
		char t1146[15];
		char t1147[10];
		char t1148[10];
		char t1149[59];
		char t1150[10];
		char t1151[16];
		char t1152[25];
		char t1153[10];
		char t1154[15];
		char t1155[9];
		char t1156[14];
		char t1157[6];
		char t1158[22];
		char t1159[78];
		char t1160[11];
		char t1161[22];
		char t1162[80];
		char t1163[7];
		char t1164[25];
		char t1166[19];
		char t1167[22];
		char t1168[19];
		char t1169[68];
		char t1170[68];
		char t1171[15];
		char t1172[7];
		char t1173[17];
		char t1174[7];
		char t1175[20];
		char t1176[20];
		char t1177[75];
		char t1178[36];
		char t1179[7];
		char t1180[12];
#endif
#ifdef FM_TABLES_SMS
		char t1182[10];
		char t1183[11];
		char t1184[44];
		char t1185[55];
		char t1186[10];
		char t1187[11];
		char t1188[10];
		char t1189[28];
		char t1190[9];
		char t1191[29];
		char t1192[78];
		char t1193[12];
		char t1194[22];
		char t1195[61];
		char t1198[118];
		char t1199[14];
		char t1200[103];
		char t1201[15];
		char t1202[23];
		char t1203[3];
		char t1204[11];
		char t1205[51];
		char t1206[19];
		char t1207[7];
		char t1208[18];
		char t1209[4];
		char t1210[19];
		char t1211[15];
#endif
#ifdef FM_TABLES_SNES
		char t1212[7];
		char t1213[6];
		char t1214[5];
		char t1215[38];
		char t1216[59];
		char t1217[38];
		char t1218[21];
		char t1219[16];
		char t1220[10];
		char t1221[31];
		char t1222[10];
		char t1223[23];
		char t1224[12];
		char t1225[24];
		char t1226[31];
		char t1227[9];
		char t1228[14];
		char t1229[9];
		char t1230[27];
		char t1231[10];
		char t1232[21];
		char t1233[54];
		char t1234[163];
		char t1235[10];
		char t1236[28];
		char t1237[11];
		char t1238[20];
		char t1239[16];
		char t1240[72];
		char t1241[11];
		char t1242[20];
		char t1243[77];
		char t1244[14];
		char t1245[32];
		char t1246[50];
		char t1247[25];
		char t1248[25];
		char t1249[17];
		char t1250[54];
		char t1251[29];
		char t1252[46];
		char t1253[23];
		char t1254[44];
		char t1255[78];
		char t1256[58];
		char t1257[15];
		char t1258[32];
		char t1259[81];
		char t1260[5];
		char t1261[31];
		char t1262[19];
#endif
#ifdef FM_TABLES_STEAM_DECK
		char t1263[3];
		char t1264[7];
		char t1265[3];
		char t1266[7];
		char t1267[30];
		char t1268[3];
		char t1269[3];
		char t1270[11];
		char t1271[21];
#endif
#ifdef FM_TABLES_STM32F407
		char t1272[6];
		char t1273[4];
		char t1274[13];
		char t1275[4];
		char t1276[4];
		char t1277[44];
		char t1278[52];
		char t1279[52];
		char t1280[12];
		char t1281[3];
		char t1282[29];
		char t1283[22];
		char t1284[3];
		char t1285[51];
		char t1286[7];
		char t1287[13];
		char t1288[21];
		char t1289[73];
		char t1290[31];
		char t1291[10];
		char t1292[23];
#endif
#ifdef FM_TABLES_WASM32
		char t1296[4];
		char t1299[7];
		char t1301[39];
		char t1302[3];
		char t1303[81];
		char t1304[8];
		char t1305[32];
		char t1306[67];
		char t1307[7];
		char t1308[74];
		char t1309[63];
		char t1310[23];
		char t1312[7];
		char t1313[35];
		char t1314[6];
#endif
#ifdef FM_TABLES_WASM32_WASI
		char t1315[3];
		char t1316[3];
		char t1317[3];
		char t1319[7];
		char t1320[47];
		char t1322[12];
		char t1323[32];
		char t1324[6];
#endif
#ifdef FM_TABLES_WASM64
		char t1325[3];
		char t1326[7];
		char t1327[3];
		char t1328[3];
		char t1329[41];
		char t1330[7];
		char t1331[21];
		char t1332[10];
#endif
#ifdef FM_TABLES_WII
		char t1333[34];
		char t1334[61];
		char t1335[25];
		char t1336[17];
		char t1337[41];
		char t1338[5];
		char t1339[13];
		char t1340[62];
		char t1341[33];
		char t1342[114];
		char t1343[20];
		char t1344[87];
		char t1345[8];
		char t1346[30];
		char t1347[42];
		char t1348[3];
		char t1349[27];
		char t1350[20];
		char t1351[34];
		char t1352[7];
		char t1353[35];
		char t1354[7];
		char t1355[100];
		char t1356[4];
		char t1357[13];
#endif
#ifdef FM_TABLES_WINDOWS_X86_64
		char t1358[7];
		char t1359[3];
		char t1360[47];
		char t1361[4];
		char t1362[4];
		char t1363[30];
		char t1364[9];
		char t1365[50];
		char t1366[88];
		char t1367[15];
		char t1368[18];
		char t1369[15];
#endif
#ifdef FM_TABLES_XBOX
		char t1370[11];
		char t1371[19];
		char t1372[75];
		char t1373[13];
		char t1374[57];
		char t1375[34];
		char t1376[67];
		char t1377[12];
		char t1378[12];
		char t1379[13];
		char t1380[28];
		char t1381[13];
		char t1382[23];
		char t1383[10];
		char t1384[21];
		char t1385[11];
		char t1386[28];
		char t1387[38];
		char t1388[9];
		char t1389[14];
		char t1390[10];
		char t1391[16];
		char t1392[10];
		char t1393[17];
		char t1394[10];
		char t1395[17];
		char t1396[9];
		char t1397[27];
		char t1398[10];
		char t1399[17];
		char t1400[95];
		char t1401[9];
		char t1402[14];
		char t1403[18];
		char t1404[14];
		char t1405[53];
		char t1406[3];
		char t1407[19];
		char t1408[44];
		char t1409[30];
		char t1410[3];
		char t1411[33];
		char t1412[27];
		char t1413[31];
		char t1414[5];
		char t1415[26];
#endif
#ifdef FM_TABLES_XBOX_SERIES
		char t1416[3];
		char t1417[12];
		char t1418[16];
		char t1419[15];
#endif
#ifdef FM_TABLES_ZX_SPECTRUM_128
		char t1420[32];
		char t1421[6];
		char t1422[19];
		char t1423[10];
		char t1424[31];
		char t1425[11];
		char t1426[57];
		char t1428[6];
		char t1429[19];
		char t1430[6];
		char t1431[17];
		char t1432[20];
		char t1433[159];
		char t1436[123];
		char t1437[83];
		char t1438[11];
		char t1439[15];
		char t1440[37];
		char t1442[20];
		char t1443[19];
		char t1444[40];
		char t1445[16];
		char t1446[20];
		char t1447[14];
#endif
#ifdef FM_TABLES_ZX_SPECTRUM_48
		char t1448[14];
		char t1449[24];
		char t1450[43];
		char t1451[15];
		char t1452[19];
		char t1453[15];
		char t1454[9];
		char t1455[16];
		char t1456[38];
		char t1457[47];
		char t1458[74];
		char t1459[7];
		char t1460[11];
		char t1461[41];
		char t1462[15];
		char t1463[62];
		char t1464[15];
		char t1465[16];
		char t1466[10];
#endif
	} texts;
};

/** Bytes from a profile to `member`. */
#define FROM(profile, member) (uint32_t)(offsetof(struct fm_tables, member) - offsetof(struct fm_tables, profiles.profile))
/** Bytes from a profile to the end. */
#define SIZE_FROM(profile) (uint32_t)(sizeof(struct fm_tables) - offsetof(struct fm_tables, profiles.profile))
#define TEXT_AT(number) (uint32_t)(offsetof(struct fm_tables, texts.t##number) - offsetof(struct fm_tables, texts))
#define YES(fact) (FM_FACT_YES << FM_TABLE_##fact)
#define NO(fact) (FM_FACT_NO << FM_TABLE_##fact)

const struct fm_tables fm_builtin_tables = {
	.head = { sizeof fm_builtin_tables.profiles / sizeof(struct fm_profile), (uint32_t)offsetof(struct fm_tables, profiles) },
	.profiles = {
#ifdef FM_TABLES_3DS
		.p_3ds = { SIZE_FROM(p_3ds), FROM(p_3ds, texts), FROM(p_3ds, spaces_3ds), FROM(p_3ds, regions_3ds), FROM(p_3ds, mirrors_3ds), 0, FROM(p_3ds, capabilities_3ds), FROM(p_3ds, engines_3ds), FROM(p_3ds, advice_3ds), 2, 15, 6, 0, 8, 1, 2, TEXT_AT(61), TEXT_AT(62), TEXT_AT(63), FM_TIER_RETRO, FM_ENDIAN_LITTLE, 0, 32, 32, 32, 32, 4096, 5, 8 },
#endif
#ifdef FM_TABLES_AMIGA500
		.p_amiga500 = { SIZE_FROM(p_amiga500), FROM(p_amiga500, texts), FROM(p_amiga500, spaces_amiga500), FROM(p_amiga500, regions_amiga500), FROM(p_amiga500, mirrors_amiga500), FROM(p_amiga500, reserved_amiga500), FROM(p_amiga500, capabilities_amiga500), FROM(p_amiga500, engines_amiga500), FROM(p_amiga500, advice_amiga500), 1, 9, 4, 2, 11, 1, 2, TEXT_AT(107), TEXT_AT(108), TEXT_AT(109), FM_TIER_RETRO, FM_ENDIAN_BIG, 0, 32, 32, 24, FM_NONE, FM_NONE, 2, 2 },
#endif
#ifdef FM_TABLES_ANDROID_ARM64
		.p_android_arm64 = { SIZE_FROM(p_android_arm64), FROM(p_android_arm64, texts), FROM(p_android_arm64, spaces_android_arm64), 0, 0, 0, FROM(p_android_arm64, capabilities_android_arm64), 0, FROM(p_android_arm64, advice_android_arm64), 1, 0, 0, 0, 9, 0, 1, TEXT_AT(121), TEXT_AT(122), TEXT_AT(123), FM_TIER_MOBILE, FM_ENDIAN_LITTLE, 0, 64, 64, 0, 64, 4096, 0, 0 },
#endif
#ifdef FM_TABLES_ATARI2600
		.p_atari2600 = { SIZE_FROM(p_atari2600), FROM(p_atari2600, texts), FROM(p_atari2600, spaces_atari2600), FROM(p_atari2600, regions_atari2600), FROM(p_atari2600, mirrors_atari2600), FROM(p_atari2600, reserved_atari2600), FROM(p_atari2600, capabilities_atari2600), 0, FROM(p_atari2600, advice_atari2600), 1, 4, 9, 2, 10, 0, 1, TEXT_AT(145), TEXT_AT(146), TEXT_AT(147), FM_TIER_RETRO, FM_ENDIAN_LITTLE, 0, 8, 16, 13, FM_NONE, 4096, 1, 1 },
#endif
#ifdef FM_TABLES_AVR_ATMEGA328P
		.p_avr_atmega328p = { SIZE_FROM(p_avr_atmega328p), FROM(p_avr_atmega328p, texts), FROM(p_avr_atmega328p, spaces_avr_atmega328p), FROM(p_avr_atmega328p, regions_avr_atmega328p), 0, 0, FROM(p_avr_atmega328p, capabilities_avr_atmega328p), 0, FROM(p_avr_atmega328p, advice_avr_atmega328p), 3, 3, 0, 0, 11, 0, 2, TEXT_AT(169), TEXT_AT(170), TEXT_AT(171), FM_TIER_EMBEDDED, FM_ENDIAN_LITTLE, 0, 8, 16, 0, FM_NONE, FM_NONE, 1, 1 },
#endif
#ifdef FM_TABLES_C64
		.p_c64 = { SIZE_FROM(p_c64), FROM(p_c64, texts), FROM(p_c64, spaces_c64), FROM(p_c64, regions_c64), FROM(p_c64, mirrors_c64), FROM(p_c64, reserved_c64), FROM(p_c64, capabilities_c64), 0, FROM(p_c64, advice_c64), 1, 13, 4, 8, 10, 0, 2, TEXT_AT(216), TEXT_AT(217), TEXT_AT(218), FM_TIER_RETRO, FM_ENDIAN_LITTLE, 0, 8, 16, 16, FM_NONE, FM_NONE, 1, 1 },
#endif
#ifdef FM_TABLES_CLOUD_LINUX_CGROUP_V1
		.p_cloud_linux_cgroup_v1 = { SIZE_FROM(p_cloud_linux_cgroup_v1), FROM(p_cloud_linux_cgroup_v1, texts), 0, 0, 0, 0, FROM(p_cloud_linux_cgroup_v1, capabilities_cloud_linux_cgroup_v1), 0, 0, 0, 0, 0, 0, 1, 0, 0, TEXT_AT(221), TEXT_AT(222), 0, FM_TIER_CLOUD, 0, 0, 0, 0, 0, 0, 0, 0, 0 },
#endif
#ifdef FM_TABLES_CLOUD_LINUX_CGROUP_V2
		.p_cloud_linux_cgroup_v2 = { SIZE_FROM(p_cloud_linux_cgroup_v2), FROM(p_cloud_linux_cgroup_v2, texts), 0, 0, 0, 0, FROM(p_cloud_linux_cgroup_v2, capabilities_cloud_linux_cgroup_v2), 0, 0, 0, 0, 0, 0, 2, 0, 0, TEXT_AT(227), TEXT_AT(228), 0, FM_TIER_CLOUD, 0, 0, 0, 0, 0, 0, 0, 0, 0 },
#endif
#ifdef FM_TABLES_CLOUD_NUMA_HUGEPAGES
		.p_cloud_numa_hugepages = { SIZE_FROM(p_cloud_numa_hugepages), FROM(p_cloud_numa_hugepages, texts), 0, 0, 0, 0, FROM(p_cloud_numa_hugepages, capabilities_cloud_numa_hugepages), 0, 0, 0, 0, 0, 0, 1, 0, 0, TEXT_AT(231), TEXT_AT(232), 0, FM_TIER_CLOUD, 0, 0, 0, 0, 0, 0, 0, 0, 0 },
#endif
#ifdef FM_TABLES_CORTEX_M_MPU
		.p_cortex_m_mpu = { SIZE_FROM(p_cortex_m_mpu), FROM(p_cortex_m_mpu, texts), 0, 0, 0, 0, FROM(p_cortex_m_mpu, capabilities_cortex_m_mpu), 0, 0, 0, 0, 0, 0, 5, 0, 0, TEXT_AT(238), TEXT_AT(239), 0, FM_TIER_EMBEDDED, FM_ENDIAN_LITTLE, 0, 32, 32, 0, 0, FM_NONE, 0, 0 },
#endif
#ifdef FM_TABLES_DREAMCAST
		.p_dreamcast = { SIZE_FROM(p_dreamcast), FROM(p_dreamcast, texts), FROM(p_dreamcast, spaces_dreamcast), FROM(p_dreamcast, regions_dreamcast), FROM(p_dreamcast, mirrors_dreamcast), FROM(p_dreamcast, reserved_dreamcast), FROM(p_dreamcast, capabilities_dreamcast), FROM(p_dreamcast, engines_dreamcast), FROM(p_dreamcast, advice_dreamcast), 2, 21, 17, 1, 9, 1, 2, TEXT_AT(307), TEXT_AT(308), TEXT_AT(309), FM_TIER_RETRO, FM_ENDIAN_LITTLE, 0, 32, 32, 29, 32, 1024, 2, 8 },
#endif
#ifdef FM_TABLES_ESP32
		.p_esp32 = { SIZE_FROM(p_esp32), FROM(p_esp32, texts), FROM(p_esp32, spaces_esp32), FROM(p_esp32, regions_esp32), FROM(p_esp32, mirrors_esp32), FROM(p_esp32, reserved_esp32), FROM(p_esp32, capabilities_esp32), 0, FROM(p_esp32, advice_esp32), 1, 11, 2, 3, 8, 0, 2, TEXT_AT(350), TEXT_AT(351), 0, FM_TIER_EMBEDDED, FM_ENDIAN_LITTLE, 0, 32, 32, 0, 0, 0, 0, 0 },
#endif
#ifdef FM_TABLES_GAMECUBE
		.p_gamecube = { SIZE_FROM(p_gamecube), FROM(p_gamecube, texts), FROM(p_gamecube, spaces_gamecube), FROM(p_gamecube, regions_gamecube), FROM(p_gamecube, mirrors_gamecube), FROM(p_gamecube, reserved_gamecube), FROM(p_gamecube, capabilities_gamecube), FROM(p_gamecube, engines_gamecube), FROM(p_gamecube, advice_gamecube), 3, 8, 3, 5, 8, 1, 2, TEXT_AT(397), TEXT_AT(398), TEXT_AT(399), FM_TIER_RETRO, FM_ENDIAN_BIG, 0, 32, 32, 32, 32, 4096, 5, 8 },
#endif
#ifdef FM_TABLES_GB
		.p_gb = { SIZE_FROM(p_gb), FROM(p_gb, texts), FROM(p_gb, spaces_gb), FROM(p_gb, regions_gb), FROM(p_gb, mirrors_gb), FROM(p_gb, reserved_gb), FROM(p_gb, capabilities_gb), FROM(p_gb, engines_gb), FROM(p_gb, advice_gb), 1, 12, 2, 3, 11, 1, 2, TEXT_AT(442), TEXT_AT(443), TEXT_AT(444), FM_TIER_RETRO, FM_ENDIAN_LITTLE, 0, 8, 16, 16, FM_NONE, FM_NONE, 1, 1 },
#endif
#ifdef FM_TABLES_GBA
		.p_gba = { SIZE_FROM(p_gba), FROM(p_gba, texts), FROM(p_gba, spaces_gba), FROM(p_gba, regions_gba), FROM(p_gba, mirrors_gba), FROM(p_gba, reserved_gba), FROM(p_gba, capabilities_gba), FROM(p_gba, engines_gba), FROM(p_gba, advice_gba), 1, 9, 9, 2, 11, 1, 2, TEXT_AT(479), TEXT_AT(480), TEXT_AT(481), FM_TIER_RETRO, FM_ENDIAN_LITTLE, 0, 32, 32, 28, FM_NONE, FM_NONE, 4, 4 },
#endif
#ifdef FM_TABLES_GBC
		.p_gbc = { SIZE_FROM(p_gbc), FROM(p_gbc, texts), FROM(p_gbc, spaces_gbc), FROM(p_gbc, regions_gbc), FROM(p_gbc, mirrors_gbc), FROM(p_gbc, reserved_gbc), FROM(p_gbc, capabilities_gbc), FROM(p_gbc, engines_gbc), FROM(p_gbc, advice_gbc), 2, 14, 2, 3, 11, 2, 2, TEXT_AT(500), TEXT_AT(501), TEXT_AT(502), FM_TIER_RETRO, FM_ENDIAN_LITTLE, 0, 8, 16, 16, FM_NONE, FM_NONE, 1, 1 },
#endif
#ifdef FM_TABLES_IOS_ARM64
		.p_ios_arm64 = { SIZE_FROM(p_ios_arm64), FROM(p_ios_arm64, texts), FROM(p_ios_arm64, spaces_ios_arm64), 0, 0, 0, FROM(p_ios_arm64, capabilities_ios_arm64), 0, FROM(p_ios_arm64, advice_ios_arm64), 1, 0, 0, 0, 8, 0, 1, TEXT_AT(512), TEXT_AT(513), TEXT_AT(514), FM_TIER_MOBILE, FM_ENDIAN_LITTLE, 0, 64, 64, 0, 64, 16384, 0, 0 },
#endif
#ifdef FM_TABLES_LINUX_AARCH64
		.p_linux_aarch64 = { SIZE_FROM(p_linux_aarch64), FROM(p_linux_aarch64, texts), FROM(p_linux_aarch64, spaces_linux_aarch64), 0, 0, 0, FROM(p_linux_aarch64, capabilities_linux_aarch64), 0, FROM(p_linux_aarch64, advice_linux_aarch64), 1, 0, 0, 0, 12, 0, 1, TEXT_AT(526), TEXT_AT(527), TEXT_AT(528), FM_TIER_MODERN, FM_ENDIAN_LITTLE, 0, 64, 64, 0, 64, 4096, 1, 16 },
#endif
#ifdef FM_TABLES_LINUX_PPC64LE
		.p_linux_ppc64le = { SIZE_FROM(p_linux_ppc64le), FROM(p_linux_ppc64le, texts), FROM(p_linux_ppc64le, spaces_linux_ppc64le), 0, 0, 0, FROM(p_linux_ppc64le, capabilities_linux_ppc64le), 0, FROM(p_linux_ppc64le, advice_linux_ppc64le), 1, 0, 0, 0, 12, 0, 1, TEXT_AT(538), TEXT_AT(539), 0, FM_TIER_MODERN, FM_ENDIAN_LITTLE, 0, 64, 64, 0, 128, 65536, 1, 16 },
#endif
#ifdef FM_TABLES_LINUX_RISCV64
		.p_linux_riscv64 = { SIZE_FROM(p_linux_riscv64), FROM(p_linux_riscv64, texts), FROM(p_linux_riscv64, spaces_linux_riscv64), 0, 0, 0, FROM(p_linux_riscv64, capabilities_linux_riscv64), 0, FROM(p_linux_riscv64, advice_linux_riscv64), 1, 0, 0, 0, 11, 0, 1, TEXT_AT(548), TEXT_AT(549), 0, FM_TIER_MODERN, FM_ENDIAN_LITTLE, 0, 64, 64, 0, 0, 4096, 0, 16 },
#endif
#ifdef FM_TABLES_LINUX_S390X
		.p_linux_s390x = { SIZE_FROM(p_linux_s390x), FROM(p_linux_s390x, texts), FROM(p_linux_s390x, spaces_linux_s390x), 0, 0, 0, FROM(p_linux_s390x, capabilities_linux_s390x), 0, FROM(p_linux_s390x, advice_linux_s390x), 1, 0, 0, 0, 12, 0, 1, TEXT_AT(558), TEXT_AT(559), 0, FM_TIER_MODERN, FM_ENDIAN_BIG, 0, 64, 64, 0, 256, 4096, 1, 8 },
#endif
#ifdef FM_TABLES_LINUX_X86_64
		.p_linux_x86_64 = { SIZE_FROM(p_linux_x86_64), FROM(p_linux_x86_64, texts), FROM(p_linux_x86_64, spaces_linux_x86_64), 0, 0, 0, FROM(p_linux_x86_64, capabilities_linux_x86_64), 0, FROM(p_linux_x86_64, advice_linux_x86_64), 1, 0, 0, 0, 12, 0, 1, TEXT_AT(570), TEXT_AT(571), TEXT_AT(572), FM_TIER_MODERN, FM_ENDIAN_LITTLE, 0, 64, 64, 0, 64, 4096, 1, 16 },
#endif
#ifdef FM_TABLES_MACOS_ARM64
		.p_macos_arm64 = { SIZE_FROM(p_macos_arm64), FROM(p_macos_arm64, texts), FROM(p_macos_arm64, spaces_macos_arm64), 0, 0, 0, FROM(p_macos_arm64, capabilities_macos_arm64), 0, FROM(p_macos_arm64, advice_macos_arm64), 1, 0, 0, 0, 6, 0, 1, TEXT_AT(577), TEXT_AT(578), TEXT_AT(579), FM_TIER_MODERN, FM_ENDIAN_LITTLE, 0, 64, 64, 0, 64, 16384, 0, 0 },
#endif
#ifdef FM_TABLES_MEGADRIVE
		.p_megadrive = { SIZE_FROM(p_megadrive), FROM(p_megadrive, texts), FROM(p_megadrive, spaces_megadrive), FROM(p_megadrive, regions_megadrive), FROM(p_megadrive, mirrors_megadrive), FROM(p_megadrive, reserved_megadrive), FROM(p_megadrive, capabilities_megadrive), FROM(p_megadrive, engines_megadrive), FROM(p_megadrive, advice_megadrive), 4, 14, 8, 2, 11, 1, 2, TEXT_AT(627), TEXT_AT(628), TEXT_AT(629), FM_TIER_RETRO, FM_ENDIAN_BIG, 0, 32, 32, 24, FM_NONE, FM_NONE, 2, 2 },
#endif
#ifdef FM_TABLES_N64
		.p_n64 = { SIZE_FROM(p_n64), FROM(p_n64, texts), FROM(p_n64, spaces_n64), FROM(p_n64, regions_n64), FROM(p_n64, mirrors_n64), FROM(p_n64, reserved_n64), FROM(p_n64, capabilities_n64), FROM(p_n64, engines_n64), FROM(p_n64, advice_n64), 1, 11, 10, 1, 10, 1, 2, TEXT_AT(672), TEXT_AT(673), TEXT_AT(674), FM_TIER_RETRO, FM_ENDIAN_BIG, 0, 64, 32, 32, 16, 4096, 2, 8 },
#endif
#ifdef FM_TABLES_NDS
		.p_nds = { SIZE_FROM(p_nds), FROM(p_nds, texts), FROM(p_nds, spaces_nds), FROM(p_nds, regions_nds), FROM(p_nds, mirrors_nds), FROM(p_nds, reserved_nds), FROM(p_nds, capabilities_nds), FROM(p_nds, engines_nds), FROM(p_nds, advice_nds), 2, 20, 8, 3, 11, 1, 2, TEXT_AT(740), TEXT_AT(741), TEXT_AT(742), FM_TIER_RETRO, FM_ENDIAN_LITTLE, 0, 32, 32, 32, 32, FM_NONE, 4, 4 },
#endif
#ifdef FM_TABLES_NEOGEO
		.p_neogeo = { SIZE_FROM(p_neogeo), FROM(p_neogeo, texts), FROM(p_neogeo, spaces_neogeo), FROM(p_neogeo, regions_neogeo), FROM(p_neogeo, mirrors_neogeo), FROM(p_neogeo, reserved_neogeo), FROM(p_neogeo, capabilities_neogeo), 0, FROM(p_neogeo, advice_neogeo), 3, 12, 4, 4, 10, 0, 2, TEXT_AT(779), TEXT_AT(780), TEXT_AT(781), FM_TIER_RETRO, FM_ENDIAN_BIG, 0, 32, 32, 24, FM_NONE, FM_NONE, 2, 2 },
#endif
#ifdef FM_TABLES_NES
		.p_nes = { SIZE_FROM(p_nes), FROM(p_nes, texts), FROM(p_nes, spaces_nes), FROM(p_nes, regions_nes), FROM(p_nes, mirrors_nes), FROM(p_nes, reserved_nes), FROM(p_nes, capabilities_nes), FROM(p_nes, engines_nes), FROM(p_nes, advice_nes), 3, 11, 5, 3, 11, 1, 2, TEXT_AT(825), TEXT_AT(826), TEXT_AT(827), FM_TIER_RETRO, FM_ENDIAN_LITTLE, 0, 8, 16, 16, FM_NONE, FM_NONE, 1, 1 },
#endif
#ifdef FM_TABLES_NINTENDO_SWITCH
		.p_nintendo_switch = { SIZE_FROM(p_nintendo_switch), FROM(p_nintendo_switch, texts), FROM(p_nintendo_switch, spaces_nintendo_switch), 0, 0, 0, FROM(p_nintendo_switch, capabilities_nintendo_switch), 0, FROM(p_nintendo_switch, advice_nintendo_switch), 1, 0, 0, 0, 6, 0, 1, TEXT_AT(832), TEXT_AT(833), 0, FM_TIER_MODERN, FM_ENDIAN_LITTLE, 0, 64, 64, 0, 0, 4096, 0, 0 },
#endif
#ifdef FM_TABLES_NINTENDO_SWITCH_2
		.p_nintendo_switch_2 = { SIZE_FROM(p_nintendo_switch_2), FROM(p_nintendo_switch_2, texts), FROM(p_nintendo_switch_2, spaces_nintendo_switch_2), 0, 0, 0, FROM(p_nintendo_switch_2, capabilities_nintendo_switch_2), 0, FROM(p_nintendo_switch_2, advice_nintendo_switch_2), 1, 0, 0, 0, 2, 0, 1, TEXT_AT(835), TEXT_AT(836), 0, FM_TIER_MODERN, FM_ENDIAN_LITTLE, 0, 64, 64, 0, 0, 0, 0, 0 },
#endif
#ifdef FM_TABLES_PC_ENGINE
		.p_pc_engine = { SIZE_FROM(p_pc_engine), FROM(p_pc_engine, texts), FROM(p_pc_engine, spaces_pc_engine), FROM(p_pc_engine, regions_pc_engine), FROM(p_pc_engine, mirrors_pc_engine), FROM(p_pc_engine, reserved_pc_engine), FROM(p_pc_engine, capabilities_pc_engine), FROM(p_pc_engine, engines_pc_engine), FROM(p_pc_engine, advice_pc_engine), 4, 10, 4, 9, 11, 1, 2, TEXT_AT(885), TEXT_AT(886), TEXT_AT(887), FM_TIER_RETRO, FM_ENDIAN_LITTLE, 0, 8, 16, 21, FM_NONE, 8192, 1, 1 },
#endif
#ifdef FM_TABLES_PLAYDATE
		.p_playdate = { SIZE_FROM(p_playdate), FROM(p_playdate, texts), FROM(p_playdate, spaces_playdate), FROM(p_playdate, regions_playdate), FROM(p_playdate, mirrors_playdate), 0, FROM(p_playdate, capabilities_playdate), 0, FROM(p_playdate, advice_playdate), 2, 9, 1, 0, 5, 0, 1, TEXT_AT(921), TEXT_AT(922), 0, FM_TIER_EMBEDDED, FM_ENDIAN_LITTLE, 0, 32, 32, 32, 32, 0, 1, 8 },
#endif
#ifdef FM_TABLES_PS2
		.p_ps2 = { SIZE_FROM(p_ps2), FROM(p_ps2, texts), FROM(p_ps2, spaces_ps2), FROM(p_ps2, regions_ps2), FROM(p_ps2, mirrors_ps2), FROM(p_ps2, reserved_ps2), FROM(p_ps2, capabilities_ps2), FROM(p_ps2, engines_ps2), FROM(p_ps2, advice_ps2), 4, 15, 9, 1, 9, 1, 2, TEXT_AT(967), TEXT_AT(968), TEXT_AT(969), FM_TIER_RETRO, FM_ENDIAN_LITTLE, 0, 64, 32, 32, 64, 4096, 2, 16 },
#endif
#ifdef FM_TABLES_PS4
		.p_ps4 = { SIZE_FROM(p_ps4), FROM(p_ps4, texts), FROM(p_ps4, spaces_ps4), 0, 0, 0, FROM(p_ps4, capabilities_ps4), 0, FROM(p_ps4, advice_ps4), 1, 0, 0, 0, 4, 0, 1, TEXT_AT(972), TEXT_AT(973), 0, FM_TIER_MODERN, FM_ENDIAN_LITTLE, 0, 64, 64, 0, 64, 16384, 0, 0 },
#endif
#ifdef FM_TABLES_PS5
		.p_ps5 = { SIZE_FROM(p_ps5), FROM(p_ps5, texts), FROM(p_ps5, spaces_ps5), 0, 0, 0, FROM(p_ps5, capabilities_ps5), 0, FROM(p_ps5, advice_ps5), 1, 0, 0, 0, 4, 0, 1, TEXT_AT(977), TEXT_AT(978), 0, FM_TIER_MODERN, FM_ENDIAN_LITTLE, 0, 64, 64, 0, 64, 16384, 0, 0 },
#endif
#ifdef FM_TABLES_PSP
		.p_psp = { SIZE_FROM(p_psp), FROM(p_psp, texts), FROM(p_psp, spaces_psp), FROM(p_psp, regions_psp), FROM(p_psp, mirrors_psp), FROM(p_psp, reserved_psp), FROM(p_psp, capabilities_psp), FROM(p_psp, engines_psp), FROM(p_psp, advice_psp), 2, 7, 11, 3, 10, 1, 2, TEXT_AT(1014), TEXT_AT(1015), 0, FM_TIER_RETRO, FM_ENDIAN_LITTLE, 0, 32, 32, 32, 64, 0, 2, 4 },
#endif
#ifdef FM_TABLES_PSX
		.p_psx = { SIZE_FROM(p_psx), FROM(p_psx, texts), FROM(p_psx, spaces_psx), FROM(p_psx, regions_psx), FROM(p_psx, mirrors_psx), FROM(p_psx, reserved_psx), FROM(p_psx, capabilities_psx), FROM(p_psx, engines_psx), FROM(p_psx, advice_psx), 4, 12, 16, 4, 10, 2, 4, TEXT_AT(1068), TEXT_AT(1069), TEXT_AT(1070), FM_TIER_RETRO, FM_ENDIAN_LITTLE, 0, 32, 32, 32, FM_NONE, FM_NONE, 2, 4 },
#endif
#ifdef FM_TABLES_RP2040
		.p_rp2040 = { SIZE_FROM(p_rp2040), FROM(p_rp2040, texts), FROM(p_rp2040, spaces_rp2040), FROM(p_rp2040, regions_rp2040), FROM(p_rp2040, mirrors_rp2040), 0, FROM(p_rp2040, capabilities_rp2040), 0, FROM(p_rp2040, advice_rp2040), 1, 7, 7, 0, 13, 0, 2, TEXT_AT(1098), TEXT_AT(1099), TEXT_AT(1100), FM_TIER_EMBEDDED, FM_ENDIAN_LITTLE, 0, 32, 32, 0, FM_NONE, FM_NONE, 2, 4 },
#endif
#ifdef FM_TABLES_RP2350
		.p_rp2350 = { SIZE_FROM(p_rp2350), FROM(p_rp2350, texts), FROM(p_rp2350, spaces_rp2350), FROM(p_rp2350, regions_rp2350), FROM(p_rp2350, mirrors_rp2350), 0, FROM(p_rp2350, capabilities_rp2350), 0, FROM(p_rp2350, advice_rp2350), 1, 6, 1, 0, 9, 0, 2, TEXT_AT(1117), TEXT_AT(1118), TEXT_AT(1119), FM_TIER_EMBEDDED, FM_ENDIAN_LITTLE, 0, 32, 32, 0, FM_NONE, FM_NONE, 0, 0 },
#endif
#ifdef FM_TABLES_SATURN
		.p_saturn = { SIZE_FROM(p_saturn), FROM(p_saturn, texts), FROM(p_saturn, spaces_saturn), FROM(p_saturn, regions_saturn), FROM(p_saturn, mirrors_saturn), FROM(p_saturn, reserved_saturn), FROM(p_saturn, capabilities_saturn), FROM(p_saturn, engines_saturn), FROM(p_saturn, advice_saturn), 1, 21, 25, 1, 11, 1, 2, TEXT_AT(1179), TEXT_AT(1180), 0, FM_TIER_RETRO, FM_ENDIAN_BIG, 0, 32, 32, 32, 16, FM_NONE, 2, 4 },
#endif
#ifdef FM_TABLES_SMS
		.p_sms = { SIZE_FROM(p_sms), FROM(p_sms, texts), FROM(p_sms, spaces_sms), FROM(p_sms, regions_sms), FROM(p_sms, mirrors_sms), FROM(p_sms, reserved_sms), FROM(p_sms, capabilities_sms), 0, FROM(p_sms, advice_sms), 4, 10, 1, 2, 10, 0, 2, TEXT_AT(1209), TEXT_AT(1210), TEXT_AT(1211), FM_TIER_RETRO, FM_ENDIAN_LITTLE, 0, 8, 16, 16, FM_NONE, 16384, 1, 1 },
#endif
#ifdef FM_TABLES_SNES
		.p_snes = { SIZE_FROM(p_snes), FROM(p_snes, texts), FROM(p_snes, spaces_snes), FROM(p_snes, regions_snes), FROM(p_snes, mirrors_snes), FROM(p_snes, reserved_snes), FROM(p_snes, capabilities_snes), FROM(p_snes, engines_snes), FROM(p_snes, advice_snes), 6, 15, 22, 3, 11, 1, 2, TEXT_AT(1260), TEXT_AT(1261), TEXT_AT(1262), FM_TIER_RETRO, FM_ENDIAN_LITTLE, 0, 16, 24, 24, FM_NONE, FM_NONE, 1, 1 },
#endif
#ifdef FM_TABLES_STEAM_DECK
		.p_steam_deck = { SIZE_FROM(p_steam_deck), FROM(p_steam_deck, texts), FROM(p_steam_deck, spaces_steam_deck), 0, 0, 0, FROM(p_steam_deck, capabilities_steam_deck), 0, FROM(p_steam_deck, advice_steam_deck), 1, 0, 0, 0, 11, 0, 1, TEXT_AT(1270), TEXT_AT(1271), 0, FM_TIER_MODERN, FM_ENDIAN_LITTLE, 0, 64, 64, 0, 64, 4096, 1, 16 },
#endif
#ifdef FM_TABLES_STM32F407
		.p_stm32f407 = { SIZE_FROM(p_stm32f407), FROM(p_stm32f407, texts), FROM(p_stm32f407, spaces_stm32f407), FROM(p_stm32f407, regions_stm32f407), 0, 0, FROM(p_stm32f407, capabilities_stm32f407), 0, FROM(p_stm32f407, advice_stm32f407), 1, 6, 0, 0, 13, 0, 3, TEXT_AT(1291), TEXT_AT(1292), 0, FM_TIER_EMBEDDED, FM_ENDIAN_LITTLE, 0, 32, 32, 0, FM_NONE, FM_NONE, 5, 8 },
#endif
#ifdef FM_TABLES_WASM32
		.p_wasm32 = { SIZE_FROM(p_wasm32), FROM(p_wasm32, texts), FROM(p_wasm32, spaces_wasm32), FROM(p_wasm32, regions_wasm32), 0, 0, FROM(p_wasm32, capabilities_wasm32), 0, FROM(p_wasm32, advice_wasm32), 1, 1, 0, 0, 12, 0, 1, TEXT_AT(1312), TEXT_AT(1313), TEXT_AT(1314), FM_TIER_WEB, FM_ENDIAN_LITTLE, 0, 0, 32, 0, 0, 65536, 1, 16 },
#endif
#ifdef FM_TABLES_WASM32_WASI
		.p_wasm32_wasi = { SIZE_FROM(p_wasm32_wasi), FROM(p_wasm32_wasi, texts), FROM(p_wasm32_wasi, spaces_wasm32_wasi), FROM(p_wasm32_wasi, regions_wasm32_wasi), 0, 0, FROM(p_wasm32_wasi, capabilities_wasm32_wasi), 0, FROM(p_wasm32_wasi, advice_wasm32_wasi), 1, 1, 0, 0, 8, 0, 1, TEXT_AT(1322), TEXT_AT(1323), TEXT_AT(1324), FM_TIER_WEB, FM_ENDIAN_LITTLE, 0, 0, 32, 0, 0, 65536, 1, 16 },
#endif
#ifdef FM_TABLES_WASM64
		.p_wasm64 = { SIZE_FROM(p_wasm64), FROM(p_wasm64, texts), FROM(p_wasm64, spaces_wasm64), FROM(p_wasm64, regions_wasm64), 0, 0, FROM(p_wasm64, capabilities_wasm64), 0, FROM(p_wasm64, advice_wasm64), 1, 1, 0, 0, 8, 0, 1, TEXT_AT(1330), TEXT_AT(1331), TEXT_AT(1332), FM_TIER_WEB, FM_ENDIAN_LITTLE, 0, 0, 64, 0, 0, 65536, 1, 16 },
#endif
#ifdef FM_TABLES_WII
		.p_wii = { SIZE_FROM(p_wii), FROM(p_wii, texts), FROM(p_wii, spaces_wii), FROM(p_wii, regions_wii), FROM(p_wii, mirrors_wii), FROM(p_wii, reserved_wii), FROM(p_wii, capabilities_wii), FROM(p_wii, engines_wii), FROM(p_wii, advice_wii), 1, 6, 6, 6, 8, 1, 1, TEXT_AT(1356), TEXT_AT(1357), 0, FM_TIER_RETRO, FM_ENDIAN_BIG, 0, 32, 32, 32, 32, 4096, 5, 8 },
#endif
#ifdef FM_TABLES_WINDOWS_X86_64
		.p_windows_x86_64 = { SIZE_FROM(p_windows_x86_64), FROM(p_windows_x86_64, texts), FROM(p_windows_x86_64, spaces_windows_x86_64), 0, 0, 0, FROM(p_windows_x86_64, capabilities_windows_x86_64), 0, FROM(p_windows_x86_64, advice_windows_x86_64), 1, 0, 0, 0, 8, 0, 1, TEXT_AT(1367), TEXT_AT(1368), TEXT_AT(1369), FM_TIER_MODERN, FM_ENDIAN_LITTLE, 0, 64, 64, 0, 64, 4096, 1, 8 },
#endif
#ifdef FM_TABLES_XBOX
		.p_xbox = { SIZE_FROM(p_xbox), FROM(p_xbox, texts), FROM(p_xbox, spaces_xbox), FROM(p_xbox, regions_xbox), FROM(p_xbox, mirrors_xbox), FROM(p_xbox, reserved_xbox), FROM(p_xbox, capabilities_xbox), 0, FROM(p_xbox, advice_xbox), 3, 15, 2, 2, 9, 0, 2, TEXT_AT(1414), TEXT_AT(1415), 0, FM_TIER_RETRO, FM_ENDIAN_LITTLE, 0, 32, 32, 32, 32, 4096, 1, 4 },
#endif
#ifdef FM_TABLES_XBOX_SERIES
		.p_xbox_series = { SIZE_FROM(p_xbox_series), FROM(p_xbox_series, texts), FROM(p_xbox_series, spaces_xbox_series), 0, 0, 0, FROM(p_xbox_series, capabilities_xbox_series), 0, FROM(p_xbox_series, advice_xbox_series), 1, 0, 0, 0, 1, 0, 1, TEXT_AT(1417), TEXT_AT(1418), TEXT_AT(1419), FM_TIER_MODERN, FM_ENDIAN_LITTLE, 0, 64, 64, 0, 64, 0, 0, 0 },
#endif
#ifdef FM_TABLES_ZX_SPECTRUM_128
		.p_zx_spectrum_128 = { SIZE_FROM(p_zx_spectrum_128), FROM(p_zx_spectrum_128, texts), FROM(p_zx_spectrum_128, spaces_zx_spectrum_128), FROM(p_zx_spectrum_128, regions_zx_spectrum_128), 0, FROM(p_zx_spectrum_128, reserved_zx_spectrum_128), FROM(p_zx_spectrum_128, capabilities_zx_spectrum_128), 0, FROM(p_zx_spectrum_128, advice_zx_spectrum_128), 2, 6, 0, 4, 10, 0, 1, TEXT_AT(1445), TEXT_AT(1446), TEXT_AT(1447), FM_TIER_RETRO, FM_ENDIAN_LITTLE, 0, 8, 16, 16, FM_NONE, 16384, 1, 1 },
#endif
#ifdef FM_TABLES_ZX_SPECTRUM_48
		.p_zx_spectrum_48 = { SIZE_FROM(p_zx_spectrum_48), FROM(p_zx_spectrum_48, texts), FROM(p_zx_spectrum_48, spaces_zx_spectrum_48), FROM(p_zx_spectrum_48, regions_zx_spectrum_48), 0, FROM(p_zx_spectrum_48, reserved_zx_spectrum_48), FROM(p_zx_spectrum_48, capabilities_zx_spectrum_48), 0, FROM(p_zx_spectrum_48, advice_zx_spectrum_48), 2, 5, 0, 5, 10, 0, 2, TEXT_AT(1464), TEXT_AT(1465), TEXT_AT(1466), FM_TIER_RETRO, FM_ENDIAN_LITTLE, 0, 8, 16, 16, FM_NONE, FM_NONE, 1, 1 },
#endif
	},
#ifdef FM_TABLES_3DS
	.spaces_3ds = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 },
		{ TEXT_AT(2), 32, FM_ADDRESS_HEX, 0 }
	},
	.regions_3ds = {
		{ UINT64_C(0x100000), UINT64_C(0x3F00000), UINT64_C(0x0), TEXT_AT(3), TEXT_AT(4), 0, 0, TEXT_AT(5), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x8000000), UINT64_C(0x8000000), UINT64_C(0x0), TEXT_AT(6), TEXT_AT(7), 0, 0, TEXT_AT(8), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x14000000), UINT64_C(0x8000000), UINT64_C(0x0), TEXT_AT(9), TEXT_AT(10), 0, 0, TEXT_AT(11), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, 3, 0, 1, 0, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x20000000), UINT64_C(0x8000000), UINT64_C(0x0), TEXT_AT(12), TEXT_AT(13), 0, 0, TEXT_AT(14), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 1, 0, 0, 0, 0, 0, 0, 1, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x28000000), UINT64_C(0x8000000), UINT64_C(0x0), TEXT_AT(15), TEXT_AT(16), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 1, 0, 0, 0, 0, 0, 0, 1, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x18000000), UINT64_C(0x600000), UINT64_C(0x0), TEXT_AT(17), TEXT_AT(18), 0, 0, TEXT_AT(19), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 1, 1, 0, 0, 0, 0, 0, 1, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x1F000000), UINT64_C(0x400000), UINT64_C(0x0), TEXT_AT(20), TEXT_AT(21), 0, 0, TEXT_AT(22), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 2, 1, 0, 0, 0, 0, 0, 1, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x1FF80000), UINT64_C(0x80000), UINT64_C(0x0), TEXT_AT(23), TEXT_AT(24), 0, 0, TEXT_AT(25), YES(HAS_BASE) | YES(CPU_MAPPED) | NO(READ) | NO(WRITE) | NO(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 3, 0, 0, 0, 0, 0, 0, 1, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0x1FF00000), UINT64_C(0x80000), UINT64_C(0x0), TEXT_AT(26), TEXT_AT(27), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 3, 1, 0, 0, 0, 0, 0, 1, FM_REGION_AUDIO, 0, 0 },
		{ UINT64_C(0x10100000), UINT64_C(0x400000), UINT64_C(0x0), TEXT_AT(28), TEXT_AT(29), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 4, 1, 0, 0, 0, 0, 0, 1, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x17E00000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(30), TEXT_AT(31), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | NO(READ) | NO(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 5, 0, 0, 0, 0, 0, 0, 1, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x1FF80000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(32), TEXT_AT(33), 0, 0, TEXT_AT(34), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | NO(EXECUTE) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 5, 0, 0, 0, 0, 0, 0, 0, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0x1FF81000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(35), TEXT_AT(36), 0, 0, TEXT_AT(37), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 5, 0, 0, 0, 0, 0, 0, 0, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0x8000000), UINT64_C(0x100000), UINT64_C(0x0), TEXT_AT(38), TEXT_AT(39), 0, 0, TEXT_AT(40), YES(HAS_BASE) | YES(CPU_MAPPED) | NO(READ) | NO(WRITE) | NO(EXECUTE) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 5u << FM_TABLE_HIDDEN, 0, FM_NONE, 5, 0, 0, 0, 0, 0, 0, 1, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(41), TEXT_AT(42), 0, 0, TEXT_AT(43), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 5, 1, 0, 0, 0, 0, 0, 1, FM_REGION_ROM, 0, 0 }
	},
	.mirrors_3ds = {
		{ UINT64_C(0x30000000), UINT64_C(0x8000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | YES(CACHED_DATA) },
		{ UINT64_C(0x1F000000), UINT64_C(0x600000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x1E800000), UINT64_C(0x400000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, 0 },
		{ UINT64_C(0x1FF00000), UINT64_C(0x80000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x1EC00000), UINT64_C(0x400000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xFFFF0000), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 1, 0, 0 }
	},
	.capabilities_3ds = {
		{ UINT64_C(0x1000), TEXT_AT(44), TEXT_AT(45), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(44), TEXT_AT(45), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(46), TEXT_AT(47), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(48), TEXT_AT(49), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(44), TEXT_AT(45), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(44), TEXT_AT(50), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(51), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(51), TEXT_AT(52), 16, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
	.engines_3ds = {
		{ TEXT_AT(53), TEXT_AT(54), 128, 128, 0, FM_TABLE_ANY_SPACE, 0 }
	},
#endif
#ifdef FM_TABLES_AMIGA500
	.spaces_amiga500 = {
		{ TEXT_AT(1), 24, FM_ADDRESS_DOLLAR, 1 }
	},
	.regions_amiga500 = {
		{ UINT64_C(0x0), UINT64_C(0x80000), UINT64_C(0x0), TEXT_AT(64), TEXT_AT(65), 0, TEXT_AT(66), TEXT_AT(67), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | NO(FAST), 0, FM_NONE, 0, 1, 0, 2, 0, 0, 16, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x200000), UINT64_C(0x800000), UINT64_C(0x0), TEXT_AT(70), TEXT_AT(71), 0, TEXT_AT(72), TEXT_AT(73), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL) | YES(FAST), 0, FM_NONE, 1, 0, 2, 0, 0, 0, 16, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0xBFD000), UINT64_C(0xF01), UINT64_C(0x0), TEXT_AT(74), TEXT_AT(75), 0, 0, TEXT_AT(76), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 1, 0, 2, 0, 0, 256, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xBFE001), UINT64_C(0xF01), UINT64_C(0x0), TEXT_AT(77), TEXT_AT(78), 0, 0, TEXT_AT(79), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 1, 0, 2, 0, 0, 256, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xC00000), UINT64_C(0x80000), UINT64_C(0x0), TEXT_AT(80), TEXT_AT(81), 0, TEXT_AT(82), TEXT_AT(83), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL) | NO(FAST), 0, FM_NONE, 1, 0, 2, 0, 0, 0, 16, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0xDC0000), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(84), TEXT_AT(85), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 1, 0, 2, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xDFF000), UINT64_C(0x200), UINT64_C(0x0), TEXT_AT(86), TEXT_AT(87), 0, 0, TEXT_AT(88), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 1, 1, 2, 0, 0, 0, 16, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xE80000), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(89), TEXT_AT(90), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xFC0000), UINT64_C(0x40000), UINT64_C(0x0), TEXT_AT(91), TEXT_AT(92), 0, 0, TEXT_AT(93), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 2, 2, 0, 0, 0, 16, 0, FM_REGION_ROM, 0, 0 }
	},
	.mirrors_amiga500 = {
		{ UINT64_C(0x80000), UINT64_C(0x180000), UINT64_C(0x80000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xC00000), UINT64_C(0x1FF000), UINT64_C(0x200), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xF80000), UINT64_C(0x40000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x0), UINT64_C(0x40000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_amiga500 = {
		{ UINT64_C(0x0), UINT64_C(0x400), TEXT_AT(68), 0 },
		{ UINT64_C(0x4), UINT64_C(0x4), TEXT_AT(69), 0 }
	},
	.capabilities_amiga500 = {
		{ UINT64_C(0x0), TEXT_AT(94), TEXT_AT(95), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(94), TEXT_AT(95), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(94), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(97), TEXT_AT(98), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(97), TEXT_AT(99), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(94), TEXT_AT(100), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(101), TEXT_AT(102), 7, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(94), TEXT_AT(95), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(94), TEXT_AT(103), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(104), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(104), TEXT_AT(52), 16, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
	.engines_amiga500 = {
		{ TEXT_AT(53), TEXT_AT(101), 2, 2, 0, FM_TABLE_ANY_SPACE, 0 }
	},
#endif
#ifdef FM_TABLES_ANDROID_ARM64
	.spaces_android_arm64 = {
		{ TEXT_AT(1), 64, FM_ADDRESS_HEX, 1 }
	},
	.capabilities_android_arm64 = {
		{ UINT64_C(0x1000), TEXT_AT(110), TEXT_AT(45), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(110), TEXT_AT(45), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(111), TEXT_AT(112), 3, FM_CAPABILITY_UNKNOWN, FM_UNIT_NONE },
		{ UINT64_C(0x80), TEXT_AT(113), 0, 8, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x80), TEXT_AT(113), TEXT_AT(114), 9, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x0), TEXT_AT(115), TEXT_AT(116), 12, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(110), TEXT_AT(45), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(110), TEXT_AT(50), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x3), TEXT_AT(117), TEXT_AT(118), 17, FM_CAPABILITY_YES, FM_UNIT_COUNT }
	},
#endif
#ifdef FM_TABLES_ATARI2600
	.spaces_atari2600 = {
		{ TEXT_AT(1), 16, FM_ADDRESS_DOLLAR, 1 }
	},
	.regions_atari2600 = {
		{ UINT64_C(0x0), UINT64_C(0x40), UINT64_C(0x0), TEXT_AT(124), TEXT_AT(125), 0, 0, TEXT_AT(126), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 2, 0, 0, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x80), UINT64_C(0x80), UINT64_C(0x0), TEXT_AT(127), TEXT_AT(128), 0, TEXT_AT(72), TEXT_AT(129), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 2, 3, 0, 1, 0, 0, 8, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x280), UINT64_C(0x20), UINT64_C(0x0), TEXT_AT(131), TEXT_AT(132), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 5, 3, 1, 0, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x1000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(133), TEXT_AT(134), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 8, 1, 1, 1, 0, 0, 8, 0, FM_REGION_ROM, 0, 0 }
	},
	.mirrors_atari2600 = {
		{ UINT64_C(0x40), UINT64_C(0x40), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x100), UINT64_C(0x80), UINT64_C(0x40), UINT64_C(0x100), UINT64_C(0x0), UINT64_C(0x0), 15, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x180), UINT64_C(0x80), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x480), UINT64_C(0x80), UINT64_C(0x0), UINT64_C(0x400), UINT64_C(0x0), UINT64_C(0x0), 3, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x580), UINT64_C(0x80), UINT64_C(0x0), UINT64_C(0x400), UINT64_C(0x0), UINT64_C(0x0), 3, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x2A0), UINT64_C(0x60), UINT64_C(0x20), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x380), UINT64_C(0x80), UINT64_C(0x20), UINT64_C(0x400), UINT64_C(0x0), UINT64_C(0x0), 4, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x680), UINT64_C(0x80), UINT64_C(0x20), UINT64_C(0x400), UINT64_C(0x0), UINT64_C(0x0), 3, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x3000), UINT64_C(0x1000), UINT64_C(0x0), UINT64_C(0x2000), UINT64_C(0x0), UINT64_C(0x0), 7, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_atari2600 = {
		{ UINT64_C(0xF0), UINT64_C(0x10), TEXT_AT(130), 0 },
		{ UINT64_C(0x1FFC), UINT64_C(0x4), TEXT_AT(135), 0 }
	},
	.capabilities_atari2600 = {
		{ UINT64_C(0x0), TEXT_AT(136), TEXT_AT(95), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(136), TEXT_AT(95), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(136), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(137), TEXT_AT(138), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(136), TEXT_AT(100), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(136), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(136), TEXT_AT(95), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(140), TEXT_AT(141), 14, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(142), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(142), TEXT_AT(52), 16, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
#endif
#ifdef FM_TABLES_AVR_ATMEGA328P
	.spaces_avr_atmega328p = {
		{ TEXT_AT(1), 16, FM_ADDRESS_HEX, 1 },
		{ TEXT_AT(148), 16, FM_ADDRESS_HEX, 0 },
		{ TEXT_AT(149), 16, FM_ADDRESS_HEX, 0 }
	},
	.regions_avr_atmega328p = {
		{ UINT64_C(0x100), UINT64_C(0x800), UINT64_C(0x0), TEXT_AT(150), TEXT_AT(151), 0, 0, TEXT_AT(152), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x8000), UINT64_C(0x0), TEXT_AT(153), TEXT_AT(154), TEXT_AT(155), 0, 0, YES(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 1, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x400), UINT64_C(0x0), TEXT_AT(149), TEXT_AT(156), TEXT_AT(157), 0, 0, YES(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 2, FM_REGION_SAVE, 0, 0 }
	},
	.capabilities_avr_atmega328p = {
		{ UINT64_C(0x0), TEXT_AT(158), TEXT_AT(95), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(158), TEXT_AT(95), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(158), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(159), TEXT_AT(100), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(160), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(161), TEXT_AT(162), 9, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(158), TEXT_AT(163), 12, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(158), TEXT_AT(95), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(158), TEXT_AT(103), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(164), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x400), TEXT_AT(164), TEXT_AT(165), 16, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
#endif
#ifdef FM_TABLES_C64
	.spaces_c64 = {
		{ TEXT_AT(1), 16, FM_ADDRESS_DOLLAR, 1 }
	},
	.regions_c64 = {
		{ UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(127), TEXT_AT(172), 0, TEXT_AT(72), TEXT_AT(173), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 0, 0, 0, 7, 0, 0, 8, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0xA000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(181), TEXT_AT(182), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 7, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0xD000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(183), TEXT_AT(184), 0, 0, TEXT_AT(185), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 7, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0xD000), UINT64_C(0x40), UINT64_C(0x0), TEXT_AT(186), TEXT_AT(187), 0, 0, TEXT_AT(188), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 1, 7, 0, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xD400), UINT64_C(0x20), UINT64_C(0x0), TEXT_AT(189), TEXT_AT(190), 0, 0, TEXT_AT(191), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 1, 1, 7, 0, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xD800), UINT64_C(0x400), UINT64_C(0x0), TEXT_AT(192), TEXT_AT(193), 0, 0, TEXT_AT(194), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 7, 0, 0, 0, 4, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0xDC00), UINT64_C(0x10), UINT64_C(0x0), TEXT_AT(195), TEXT_AT(196), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 1, 7, 0, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xDD00), UINT64_C(0x10), UINT64_C(0x0), TEXT_AT(197), TEXT_AT(198), 0, 0, TEXT_AT(199), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 3, 1, 7, 0, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xDE00), UINT64_C(0x100), UINT64_C(0x0), TEXT_AT(200), TEXT_AT(201), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 4, 0, 7, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xDF00), UINT64_C(0x100), UINT64_C(0x0), TEXT_AT(202), TEXT_AT(203), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 4, 0, 7, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xE000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(204), TEXT_AT(205), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 4, 0, 7, 1, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x8000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(207), TEXT_AT(208), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 4, 0, 8, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0xA000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(209), TEXT_AT(210), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 4, 0, 8, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 }
	},
	.mirrors_c64 = {
		{ UINT64_C(0xD040), UINT64_C(0x3C0), UINT64_C(0x40), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xD420), UINT64_C(0x3E0), UINT64_C(0x20), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xDC10), UINT64_C(0xF0), UINT64_C(0x10), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xDD10), UINT64_C(0xF0), UINT64_C(0x10), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_c64 = {
		{ UINT64_C(0x0), UINT64_C(0x2), TEXT_AT(174), 0 },
		{ UINT64_C(0x0), UINT64_C(0x100), TEXT_AT(175), 0 },
		{ UINT64_C(0x100), UINT64_C(0x100), TEXT_AT(176), 0 },
		{ UINT64_C(0x200), UINT64_C(0x200), TEXT_AT(177), 0 },
		{ UINT64_C(0x400), UINT64_C(0x3E8), TEXT_AT(178), 0 },
		{ UINT64_C(0x7F8), UINT64_C(0x8), TEXT_AT(179), 0 },
		{ UINT64_C(0x800), UINT64_C(0x9800), TEXT_AT(180), 0 },
		{ UINT64_C(0xFFFA), UINT64_C(0x6), TEXT_AT(206), 0 }
	},
	.capabilities_c64 = {
		{ UINT64_C(0x0), TEXT_AT(211), TEXT_AT(95), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(211), TEXT_AT(95), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(211), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(212), TEXT_AT(138), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(213), TEXT_AT(100), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(213), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(211), TEXT_AT(95), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(211), TEXT_AT(214), 14, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(215), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(215), TEXT_AT(52), 16, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
#endif
#ifdef FM_TABLES_CLOUD_LINUX_CGROUP_V1
	.capabilities_cloud_linux_cgroup_v1 = {
		{ UINT64_C(0x0), TEXT_AT(219), TEXT_AT(220), 12, FM_CAPABILITY_UNKNOWN, FM_UNIT_NONE }
	},
#endif
#ifdef FM_TABLES_CLOUD_LINUX_CGROUP_V2
	.capabilities_cloud_linux_cgroup_v2 = {
		{ UINT64_C(0x0), TEXT_AT(223), TEXT_AT(224), 12, FM_CAPABILITY_UNKNOWN, FM_UNIT_NONE },
		{ UINT64_C(0x2), TEXT_AT(225), TEXT_AT(226), 17, FM_CAPABILITY_YES, FM_UNIT_COUNT }
	},
#endif
#ifdef FM_TABLES_CLOUD_NUMA_HUGEPAGES
	.capabilities_cloud_numa_hugepages = {
		{ UINT64_C(0x200000), TEXT_AT(229), TEXT_AT(230), 3, FM_CAPABILITY_UNKNOWN, FM_UNIT_BYTES }
	},
#endif
#ifdef FM_TABLES_CORTEX_M_MPU
	.capabilities_cortex_m_mpu = {
		{ UINT64_C(0x0), TEXT_AT(233), TEXT_AT(234), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(235), TEXT_AT(236), 2, FM_CAPABILITY_UNKNOWN, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(233), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(233), TEXT_AT(234), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(233), TEXT_AT(237), 14, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
#endif
#ifdef FM_TABLES_DREAMCAST
	.spaces_dreamcast = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 },
		{ TEXT_AT(240), 24, FM_ADDRESS_HEX, 0 }
	},
	.regions_dreamcast = {
		{ UINT64_C(0x0), UINT64_C(0x200000), UINT64_C(0x0), TEXT_AT(241), TEXT_AT(42), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 2, 0, 0, 0, 0, 8, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x200000), UINT64_C(0x20000), UINT64_C(0x0), TEXT_AT(153), TEXT_AT(242), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(VOLATILE) | YES(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 1, 0, 0, 0, 0, 8, 0, FM_REGION_SAVE, 0, 0 },
		{ UINT64_C(0x5F6800), UINT64_C(0x1500), UINT64_C(0x0), TEXT_AT(243), TEXT_AT(244), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 3, 1, 0, 0, 0, 0, 32, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x5F8000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(245), TEXT_AT(246), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 4, 1, 0, 0, 0, 0, 32, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x700000), UINT64_C(0x8000), UINT64_C(0x0), TEXT_AT(247), TEXT_AT(248), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 5, 1, 0, 0, 0, 0, 32, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x710000), UINT64_C(0xC), UINT64_C(0x0), TEXT_AT(249), TEXT_AT(250), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 6, 0, 0, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x800000), UINT64_C(0x200000), UINT64_C(0x0), TEXT_AT(251), TEXT_AT(252), 0, 0, TEXT_AT(253), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 6, 2, 0, 0, 0, 0, 32, 0, FM_REGION_AUDIO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x200000), UINT64_C(0x0), TEXT_AT(254), TEXT_AT(255), 0, 0, TEXT_AT(256), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 1u << FM_TABLE_HIDDEN, 0, 6, 8, 1, 0, 0, 0, 0, 0, 1, FM_REGION_AUDIO, 0, 0 },
		{ UINT64_C(0x800000), UINT64_C(0x0), UINT64_C(0x0), TEXT_AT(257), TEXT_AT(258), 0, 0, TEXT_AT(259), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 1u << FM_TABLE_HIDDEN, 0, 4, 9, 0, 0, 0, 0, 0, 0, 1, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x1000000), UINT64_C(0x1000000), UINT64_C(0x0), TEXT_AT(260), TEXT_AT(261), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 9, 1, 0, 0, 0, 0, 0, 0, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0x4000000), UINT64_C(0x800000), UINT64_C(0x0), TEXT_AT(262), TEXT_AT(263), 0, 0, TEXT_AT(264), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 10, 2, 0, 0, 0, 0, 64, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x5000000), UINT64_C(0x800000), UINT64_C(0x0), TEXT_AT(265), TEXT_AT(266), 0, 0, TEXT_AT(267), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 12, 1, 0, 0, 0, 0, 32, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0xC000000), UINT64_C(0x1000000), UINT64_C(0x0), TEXT_AT(268), TEXT_AT(269), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 13, 4, 0, 1, 0, 0, 64, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x10000000), UINT64_C(0x800000), UINT64_C(0x0), TEXT_AT(271), TEXT_AT(272), 0, 0, TEXT_AT(273), YES(HAS_BASE) | YES(CPU_MAPPED) | NO(READ) | YES(WRITE) | NO(EXECUTE) | YES(DMA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 17, 0, 1, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x10800000), UINT64_C(0x800000), UINT64_C(0x0), TEXT_AT(274), TEXT_AT(275), 0, 0, TEXT_AT(276), YES(HAS_BASE) | YES(CPU_MAPPED) | NO(READ) | YES(WRITE) | NO(EXECUTE) | YES(DMA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 17, 0, 1, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x11000000), UINT64_C(0x1000000), UINT64_C(0x0), TEXT_AT(277), TEXT_AT(278), 0, 0, TEXT_AT(279), YES(HAS_BASE) | YES(CPU_MAPPED) | NO(READ) | YES(WRITE) | NO(EXECUTE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 17, 0, 1, 0, 0, 0, 64, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x13000000), UINT64_C(0x1000000), UINT64_C(0x0), TEXT_AT(280), TEXT_AT(281), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | NO(READ) | YES(WRITE) | NO(EXECUTE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 17, 0, 1, 0, 0, 0, 32, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x14000000), UINT64_C(0x4000000), UINT64_C(0x0), TEXT_AT(282), TEXT_AT(283), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 17, 0, 1, 0, 0, 0, 0, 0, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0x7C001000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(284), TEXT_AT(285), 0, 0, TEXT_AT(286), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL) | YES(FAST), 0, FM_NONE, 17, 0, 1, 0, 0, 0, 32, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0xE0000000), UINT64_C(0x4000000), UINT64_C(0x0), TEXT_AT(287), TEXT_AT(288), 0, 0, TEXT_AT(289), YES(HAS_BASE) | YES(CPU_MAPPED) | NO(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 17, 0, 1, 0, 0, 0, 32, 0, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0xFF000000), UINT64_C(0x1000000), UINT64_C(0x0), TEXT_AT(290), TEXT_AT(291), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 17, 0, 1, 0, 0, 0, 32, 0, FM_REGION_IO, 0, 0 }
	},
	.mirrors_dreamcast = {
		{ UINT64_C(0x80000000), UINT64_C(0x200000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | YES(CACHED_DATA) },
		{ UINT64_C(0xA0000000), UINT64_C(0x200000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xA0200000), UINT64_C(0x20000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xA05F6800), UINT64_C(0x1500), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xA05F8000), UINT64_C(0x2000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xA0700000), UINT64_C(0x8000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xA0800000), UINT64_C(0x200000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xA00000), UINT64_C(0x600000), UINT64_C(0x200000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, 0 },
		{ UINT64_C(0x200000), UINT64_C(0x600000), UINT64_C(0x200000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 1, 0, 0 },
		{ UINT64_C(0xA1000000), UINT64_C(0x1000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xA4000000), UINT64_C(0x800000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x6000000), UINT64_C(0x800000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, 0 },
		{ UINT64_C(0xA5000000), UINT64_C(0x800000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x8C000000), UINT64_C(0x1000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | YES(CACHED_DATA) },
		{ UINT64_C(0xAC000000), UINT64_C(0x1000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xD000000), UINT64_C(0x3000000), UINT64_C(0x1000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | YES(CACHED_DATA) },
		{ UINT64_C(0xCC000000), UINT64_C(0x1000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | YES(CACHED_DATA) }
	},
	.reserved_dreamcast = {
		{ UINT64_C(0xC000000), UINT64_C(0x10000), TEXT_AT(270), 0 }
	},
	.capabilities_dreamcast = {
		{ UINT64_C(0x400), TEXT_AT(292), TEXT_AT(293), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(292), TEXT_AT(293), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(294), TEXT_AT(295), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(296), TEXT_AT(297), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(298), TEXT_AT(102), 7, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(292), TEXT_AT(293), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(292), TEXT_AT(299), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x2000), TEXT_AT(300), TEXT_AT(301), 15, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x20000), TEXT_AT(302), TEXT_AT(303), 16, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
	.engines_dreamcast = {
		{ TEXT_AT(53), TEXT_AT(298), 32, 32, 0, FM_TABLE_ANY_SPACE, 0 }
	},
#endif
#ifdef FM_TABLES_ESP32
	.spaces_esp32 = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 }
	},
	.regions_esp32 = {
		{ UINT64_C(0x3F400000), UINT64_C(0x400000), UINT64_C(0x0), TEXT_AT(310), TEXT_AT(311), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(CACHED_DATA) | YES(PERSISTENT), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x3F800000), UINT64_C(0x400000), UINT64_C(0x0), TEXT_AT(312), TEXT_AT(313), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(CACHED_DATA) | NO(DMA) | YES(OPTIONAL), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x3FF80000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(314), TEXT_AT(315), 0, 0, TEXT_AT(316), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(OPTIONAL) | 2u << FM_TABLE_HIDDEN, 0, FM_NONE, 0, 1, 0, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x3FFAE000), UINT64_C(0x32000), UINT64_C(0x0), TEXT_AT(317), TEXT_AT(318), 0, 0, TEXT_AT(319), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(OPTIONAL), 0, FM_NONE, 1, 0, 0, 1, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x3FFE0000), UINT64_C(0x20000), UINT64_C(0x0), TEXT_AT(321), TEXT_AT(322), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(OPTIONAL), 0, FM_NONE, 1, 1, 1, 2, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x40000000), UINT64_C(0x70000), UINT64_C(0x0), TEXT_AT(133), TEXT_AT(325), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 3, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x40070000), UINT64_C(0x8000), UINT64_C(0x0), TEXT_AT(326), TEXT_AT(327), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 3, 0, 0, 0, 0, 0, FM_REGION_RESERVED, 0, 0 },
		{ UINT64_C(0x40078000), UINT64_C(0x8000), UINT64_C(0x0), TEXT_AT(328), TEXT_AT(329), 0, 0, TEXT_AT(330), YES(HAS_BASE) | YES(CPU_MAPPED) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 3, 0, 0, 0, 0, 0, FM_REGION_RESERVED, 0, 0 },
		{ UINT64_C(0x40080000), UINT64_C(0x20000), UINT64_C(0x0), TEXT_AT(331), TEXT_AT(332), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 3, 0, 0, 0, 0, 0, FM_REGION_MAIN, 4, 4 },
		{ UINT64_C(0x400D0000), UINT64_C(0x330000), UINT64_C(0x0), TEXT_AT(333), TEXT_AT(334), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(PERSISTENT), 0, FM_NONE, 2, 0, 3, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x50000000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(335), TEXT_AT(336), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 3, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 }
	},
	.mirrors_esp32 = {
		{ UINT64_C(0x400C0000), UINT64_C(0x2000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x400A0000), UINT64_C(0x20000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 4, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_esp32 = {
		{ UINT64_C(0x3FFAE000), UINT64_C(0x6E0), TEXT_AT(320), 0 },
		{ UINT64_C(0x3FFE0000), UINT64_C(0x440), TEXT_AT(323), 0 },
		{ UINT64_C(0x3FFE3F20), UINT64_C(0x430), TEXT_AT(324), 0 }
	},
	.capabilities_esp32 = {
		{ UINT64_C(0x0), TEXT_AT(337), TEXT_AT(338), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(337), TEXT_AT(339), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(340), TEXT_AT(341), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(340), TEXT_AT(342), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x20), TEXT_AT(343), 0, 8, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x0), TEXT_AT(344), TEXT_AT(345), 9, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(344), TEXT_AT(346), 12, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(347), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
#endif
#ifdef FM_TABLES_GAMECUBE
	.spaces_gamecube = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 },
		{ TEXT_AT(352), 24, FM_ADDRESS_HEX, 0 },
		{ TEXT_AT(353), 13, FM_ADDRESS_HEX, 0 }
	},
	.regions_gamecube = {
		{ UINT64_C(0x0), UINT64_C(0x1800000), UINT64_C(0x0), TEXT_AT(354), TEXT_AT(355), 0, 0, TEXT_AT(356), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 2, 0, 4, 0, 0, 64, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0xC8000000), UINT64_C(0x800000), UINT64_C(0x0), TEXT_AT(361), TEXT_AT(362), TEXT_AT(363), 0, TEXT_AT(364), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 4, 0, 0, 0, 0, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0xCC000000), UINT64_C(0x8000), UINT64_C(0x0), TEXT_AT(365), TEXT_AT(366), 0, 0, TEXT_AT(367), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 1, 4, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xCC008000), UINT64_C(0x20), UINT64_C(0x0), TEXT_AT(368), TEXT_AT(369), 0, 0, TEXT_AT(370), YES(HAS_BASE) | YES(CPU_MAPPED) | NO(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 3, 0, 4, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xE0000000), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(371), TEXT_AT(372), 0, 0, TEXT_AT(373), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL) | YES(FAST), 0, FM_NONE, 3, 0, 4, 0, 0, 0, 0, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x1000000), UINT64_C(0x0), TEXT_AT(352), TEXT_AT(374), TEXT_AT(375), 0, 0, YES(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 3, 0, 4, 1, 0, 0, 8, 1, FM_REGION_AUDIO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(377), TEXT_AT(378), TEXT_AT(379), 0, TEXT_AT(380), NO(HAS_BASE) | NO(CPU_MAPPED) | NO(READ) | NO(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 1u << FM_TABLE_HIDDEN, 0, FM_NONE, 3, 0, 5, 0, 0, 0, 0, 2, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0xFFF00000), UINT64_C(0x100000), UINT64_C(0x0), TEXT_AT(381), TEXT_AT(382), 0, 0, TEXT_AT(383), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 3, 0, 5, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 }
	},
	.mirrors_gamecube = {
		{ UINT64_C(0x80000000), UINT64_C(0x1800000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | YES(CACHED_DATA) },
		{ UINT64_C(0xC0000000), UINT64_C(0x1800000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xC000000), UINT64_C(0x8000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_gamecube = {
		{ UINT64_C(0x0), UINT64_C(0x100), TEXT_AT(357), 0 },
		{ UINT64_C(0x100), UINT64_C(0xF00), TEXT_AT(358), 0 },
		{ UINT64_C(0x1000), UINT64_C(0x2000), TEXT_AT(359), 0 },
		{ UINT64_C(0x3000), UINT64_C(0x100), TEXT_AT(360), 0 },
		{ UINT64_C(0x0), UINT64_C(0x4000), TEXT_AT(376), 0 }
	},
	.capabilities_gamecube = {
		{ UINT64_C(0x1000), TEXT_AT(384), TEXT_AT(45), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(384), TEXT_AT(45), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(385), TEXT_AT(386), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(387), TEXT_AT(388), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(384), TEXT_AT(45), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(384), TEXT_AT(50), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x4000), TEXT_AT(389), TEXT_AT(390), 15, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(391), TEXT_AT(52), 16, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
	.engines_gamecube = {
		{ TEXT_AT(53), TEXT_AT(392), 32, 32, 0, FM_TABLE_ANY_SPACE, 0 }
	},
#endif
#ifdef FM_TABLES_GB
	.spaces_gb = {
		{ TEXT_AT(1), 16, FM_ADDRESS_DOLLAR, 1 }
	},
	.regions_gb = {
		{ UINT64_C(0x0), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(400), TEXT_AT(401), 0, 0, TEXT_AT(402), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 2, 0, 0, 8, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x4000), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(405), TEXT_AT(406), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 2, 0, 0, 0, 8, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x8000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(17), TEXT_AT(407), 0, 0, TEXT_AT(408), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 2, 0, 0, 0, 8, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0xA000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(409), TEXT_AT(410), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | YES(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 0, 0, 2, 0, 0, 0, 8, 0, FM_REGION_SAVE, 0, 0 },
		{ UINT64_C(0xC000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(411), TEXT_AT(412), 0, TEXT_AT(72), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 0, 1, 2, 0, 0, 0, 8, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0xD000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(413), TEXT_AT(414), 0, TEXT_AT(72), TEXT_AT(415), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 1, 1, 2, 0, 0, 0, 8, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0xFE00), UINT64_C(0xA0), UINT64_C(0x0), TEXT_AT(416), TEXT_AT(417), 0, 0, TEXT_AT(418), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 8, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0xFEA0), UINT64_C(0x60), UINT64_C(0x0), TEXT_AT(419), TEXT_AT(420), 0, 0, TEXT_AT(421), YES(HAS_BASE) | YES(CPU_MAPPED) | NO(READ) | NO(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0xFF00), UINT64_C(0x80), UINT64_C(0x0), TEXT_AT(422), TEXT_AT(29), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 1, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xFF80), UINT64_C(0x7F), UINT64_C(0x0), TEXT_AT(424), TEXT_AT(425), 0, TEXT_AT(72), TEXT_AT(426), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 2, 0, 3, 0, 0, 0, 8, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0xFFFF), UINT64_C(0x1), UINT64_C(0x0), TEXT_AT(427), TEXT_AT(428), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 3, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x100), UINT64_C(0x0), TEXT_AT(429), TEXT_AT(430), 0, 0, TEXT_AT(431), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 3, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 }
	},
	.mirrors_gb = {
		{ UINT64_C(0xE000), UINT64_C(0x1000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xF000), UINT64_C(0xE00), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_gb = {
		{ UINT64_C(0x0), UINT64_C(0x100), TEXT_AT(403), 0 },
		{ UINT64_C(0x100), UINT64_C(0x50), TEXT_AT(404), 0 },
		{ UINT64_C(0xFF30), UINT64_C(0x10), TEXT_AT(423), 0 }
	},
	.capabilities_gb = {
		{ UINT64_C(0x0), TEXT_AT(223), TEXT_AT(95), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(223), TEXT_AT(95), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(223), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(432), TEXT_AT(433), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(434), TEXT_AT(435), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(436), TEXT_AT(100), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(437), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(223), TEXT_AT(95), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(223), TEXT_AT(438), 14, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x7F), TEXT_AT(439), TEXT_AT(440), 15, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x2000), TEXT_AT(223), TEXT_AT(441), 16, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
	.engines_gb = {
		{ TEXT_AT(416), TEXT_AT(437), 256, 160, 0, FM_TABLE_ANY_SPACE, 0 }
	},
#endif
#ifdef FM_TABLES_GBA
	.spaces_gba = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 }
	},
	.regions_gba = {
		{ UINT64_C(0x0), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(445), TEXT_AT(446), 0, TEXT_AT(447), TEXT_AT(448), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 32, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x2000000), UINT64_C(0x40000), UINT64_C(0x0), TEXT_AT(449), TEXT_AT(450), 0, TEXT_AT(451), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | NO(FAST), 0, FM_NONE, 0, 1, 0, 0, 0, 0, 16, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x3000000), UINT64_C(0x8000), UINT64_C(0x0), TEXT_AT(452), TEXT_AT(453), 0, TEXT_AT(454), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 1, 1, 0, 1, 0, 0, 32, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x4000000), UINT64_C(0x400), UINT64_C(0x0), TEXT_AT(422), TEXT_AT(29), 0, TEXT_AT(447), TEXT_AT(456), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 1, 0, 0, 0, 32, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x5000000), UINT64_C(0x400), UINT64_C(0x0), TEXT_AT(457), TEXT_AT(458), 0, TEXT_AT(459), TEXT_AT(460), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | NO(FAST), 0, FM_NONE, 2, 1, 1, 0, 0, 0, 16, 0, FM_REGION_VIDEO, 7, 6 },
		{ UINT64_C(0x6000000), UINT64_C(0x18000), UINT64_C(0x0), TEXT_AT(17), TEXT_AT(461), 0, TEXT_AT(459), TEXT_AT(462), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | NO(FAST), 0, FM_NONE, 3, 2, 1, 0, 0, 0, 16, 0, FM_REGION_VIDEO, 7, 6 },
		{ UINT64_C(0x7000000), UINT64_C(0x400), UINT64_C(0x0), TEXT_AT(416), TEXT_AT(417), 0, TEXT_AT(463), TEXT_AT(464), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | NO(FAST), 0, FM_NONE, 5, 1, 1, 0, 0, 0, 32, 0, FM_REGION_VIDEO, 7, 6 },
		{ UINT64_C(0x8000000), UINT64_C(0x2000000), UINT64_C(0x0), TEXT_AT(133), TEXT_AT(465), 0, TEXT_AT(466), TEXT_AT(467), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 6, 2, 1, 1, 0, 0, 16, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0xE000000), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(150), TEXT_AT(468), 0, TEXT_AT(469), TEXT_AT(470), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | YES(PERSISTENT) | YES(OPTIONAL) | NO(FAST), 0, FM_NONE, 8, 1, 2, 0, 0, 0, 8, 0, FM_REGION_SAVE, 1, 1 }
	},
	.mirrors_gba = {
		{ UINT64_C(0x2040000), UINT64_C(0xFC0000), UINT64_C(0x40000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x3008000), UINT64_C(0xFF8000), UINT64_C(0x8000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x5000400), UINT64_C(0xFFFC00), UINT64_C(0x400), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x6018000), UINT64_C(0x8000), UINT64_C(0x0), UINT64_C(0x20000), UINT64_C(0x10000), UINT64_C(0x0), 128, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x6020000), UINT64_C(0x18000), UINT64_C(0x0), UINT64_C(0x20000), UINT64_C(0x0), UINT64_C(0x0), 127, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x7000400), UINT64_C(0xFFFC00), UINT64_C(0x400), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xA000000), UINT64_C(0x2000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xC000000), UINT64_C(0x2000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xE010000), UINT64_C(0x1FF0000), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_gba = {
		{ UINT64_C(0x3007F00), UINT64_C(0x100), TEXT_AT(455), 0 },
		{ UINT64_C(0x8000000), UINT64_C(0xC0), TEXT_AT(404), 0 }
	},
	.capabilities_gba = {
		{ UINT64_C(0x0), TEXT_AT(471), TEXT_AT(95), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(471), TEXT_AT(95), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(471), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(472), TEXT_AT(473), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(472), TEXT_AT(474), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(471), TEXT_AT(100), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(471), TEXT_AT(475), 7, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(471), TEXT_AT(95), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(471), TEXT_AT(103), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(472), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x10000), TEXT_AT(476), TEXT_AT(477), 16, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
	.engines_gba = {
		{ TEXT_AT(53), TEXT_AT(471), 4, 4, 0, FM_TABLE_ANY_SPACE, 0 }
	},
#endif
#ifdef FM_TABLES_GBC
	.spaces_gbc = {
		{ TEXT_AT(1), 16, FM_ADDRESS_DOLLAR, 1 },
		{ TEXT_AT(353), 7, FM_ADDRESS_DOLLAR, 0 }
	},
	.regions_gbc = {
		{ UINT64_C(0x0), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(400), TEXT_AT(401), 0, 0, TEXT_AT(402), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 2, 0, 0, 8, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x4000), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(405), TEXT_AT(406), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 2, 0, 0, 0, 8, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x8000), UINT64_C(0x2000), UINT64_C(0x4000), TEXT_AT(17), TEXT_AT(407), 0, 0, TEXT_AT(482), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 2, FM_NONE, 0, 0, 2, 0, 0, 0, 8, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0xA000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(409), TEXT_AT(410), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | YES(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 0, 0, 2, 0, 0, 0, 8, 0, FM_REGION_SAVE, 0, 0 },
		{ UINT64_C(0xC000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(411), TEXT_AT(412), 0, TEXT_AT(72), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 0, 1, 2, 0, 0, 0, 8, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0xD000), UINT64_C(0x1000), UINT64_C(0x7000), TEXT_AT(413), TEXT_AT(483), 0, TEXT_AT(72), TEXT_AT(484), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 7, FM_NONE, 1, 1, 2, 0, 0, 0, 8, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0xFE00), UINT64_C(0xA0), UINT64_C(0x0), TEXT_AT(416), TEXT_AT(417), 0, 0, TEXT_AT(418), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 8, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0xFEA0), UINT64_C(0x60), UINT64_C(0x0), TEXT_AT(419), TEXT_AT(420), 0, 0, TEXT_AT(421), YES(HAS_BASE) | YES(CPU_MAPPED) | NO(READ) | NO(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0xFF00), UINT64_C(0x80), UINT64_C(0x0), TEXT_AT(422), TEXT_AT(29), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 1, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xFF80), UINT64_C(0x7F), UINT64_C(0x0), TEXT_AT(424), TEXT_AT(425), 0, TEXT_AT(72), TEXT_AT(426), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 2, 0, 3, 0, 0, 0, 8, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0xFFFF), UINT64_C(0x1), UINT64_C(0x0), TEXT_AT(427), TEXT_AT(428), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 3, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x100), UINT64_C(0x0), TEXT_AT(429), TEXT_AT(430), 0, 0, TEXT_AT(485), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 3, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x200), UINT64_C(0x700), UINT64_C(0x0), TEXT_AT(486), TEXT_AT(487), 0, 0, TEXT_AT(488), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 3, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x80), UINT64_C(0x0), TEXT_AT(489), TEXT_AT(490), TEXT_AT(491), 0, TEXT_AT(492), NO(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 3, 0, 0, 0, 0, 1, FM_REGION_VIDEO, 0, 0 }
	},
	.mirrors_gbc = {
		{ UINT64_C(0xE000), UINT64_C(0x1000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xF000), UINT64_C(0xE00), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_gbc = {
		{ UINT64_C(0x0), UINT64_C(0x100), TEXT_AT(403), 0 },
		{ UINT64_C(0x100), UINT64_C(0x50), TEXT_AT(404), 0 },
		{ UINT64_C(0xFF30), UINT64_C(0x10), TEXT_AT(423), 0 }
	},
	.capabilities_gbc = {
		{ UINT64_C(0x0), TEXT_AT(493), TEXT_AT(95), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(493), TEXT_AT(95), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(493), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(494), TEXT_AT(433), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(495), TEXT_AT(435), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(436), TEXT_AT(100), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(496), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(493), TEXT_AT(95), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(497), TEXT_AT(498), 14, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x7F), TEXT_AT(439), TEXT_AT(440), 15, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x2000), TEXT_AT(223), TEXT_AT(441), 16, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
	.engines_gbc = {
		{ TEXT_AT(416), TEXT_AT(437), 256, 160, 0, FM_TABLE_ANY_SPACE, 0 },
		{ TEXT_AT(17), TEXT_AT(493), 16, 16, 0, FM_TABLE_ANY_SPACE, 0 }
	},
#endif
#ifdef FM_TABLES_IOS_ARM64
	.spaces_ios_arm64 = {
		{ TEXT_AT(1), 64, FM_ADDRESS_HEX, 1 }
	},
	.capabilities_ios_arm64 = {
		{ UINT64_C(0x4000), TEXT_AT(503), TEXT_AT(45), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(503), TEXT_AT(45), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(504), TEXT_AT(505), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(506), TEXT_AT(507), 4, FM_CAPABILITY_DENIED, FM_UNIT_NONE },
		{ UINT64_C(0x80), TEXT_AT(508), 0, 8, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x80), TEXT_AT(508), TEXT_AT(509), 9, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x0), TEXT_AT(503), TEXT_AT(50), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x2), TEXT_AT(510), TEXT_AT(511), 17, FM_CAPABILITY_YES, FM_UNIT_COUNT }
	},
#endif
#ifdef FM_TABLES_LINUX_AARCH64
	.spaces_linux_aarch64 = {
		{ TEXT_AT(1), 64, FM_ADDRESS_HEX, 1 }
	},
	.capabilities_linux_aarch64 = {
		{ UINT64_C(0x1000), TEXT_AT(515), TEXT_AT(45), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(515), TEXT_AT(45), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(516), TEXT_AT(517), 3, FM_CAPABILITY_UNKNOWN, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(518), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x80), TEXT_AT(519), 0, 8, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x80), TEXT_AT(520), TEXT_AT(521), 9, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x0), TEXT_AT(522), 0, 10, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(522), 0, 11, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(523), TEXT_AT(524), 12, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(515), TEXT_AT(45), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(515), TEXT_AT(50), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x2), TEXT_AT(525), TEXT_AT(226), 17, FM_CAPABILITY_YES, FM_UNIT_COUNT }
	},
#endif
#ifdef FM_TABLES_LINUX_PPC64LE
	.spaces_linux_ppc64le = {
		{ TEXT_AT(1), 64, FM_ADDRESS_HEX, 1 }
	},
	.capabilities_linux_ppc64le = {
		{ UINT64_C(0x1000), TEXT_AT(529), TEXT_AT(45), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(529), TEXT_AT(45), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(530), TEXT_AT(517), 3, FM_CAPABILITY_UNKNOWN, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(531), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x40), TEXT_AT(532), 0, 8, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x80), TEXT_AT(533), TEXT_AT(534), 9, FM_CAPABILITY_UNKNOWN, FM_UNIT_BITS },
		{ UINT64_C(0x0), TEXT_AT(535), 0, 10, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(535), 0, 11, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(536), TEXT_AT(524), 12, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(529), TEXT_AT(45), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(529), TEXT_AT(50), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x2), TEXT_AT(537), TEXT_AT(226), 17, FM_CAPABILITY_YES, FM_UNIT_COUNT }
	},
#endif
#ifdef FM_TABLES_LINUX_RISCV64
	.spaces_linux_riscv64 = {
		{ TEXT_AT(1), 64, FM_ADDRESS_HEX, 1 }
	},
	.capabilities_linux_riscv64 = {
		{ UINT64_C(0x1000), TEXT_AT(540), TEXT_AT(45), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(540), TEXT_AT(45), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(541), TEXT_AT(517), 3, FM_CAPABILITY_UNKNOWN, FM_UNIT_NONE },
		{ UINT64_C(0x40), TEXT_AT(542), 0, 8, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x0), TEXT_AT(543), TEXT_AT(544), 9, FM_CAPABILITY_UNKNOWN, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(545), 0, 10, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(545), 0, 11, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(546), TEXT_AT(524), 12, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(540), TEXT_AT(45), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(540), TEXT_AT(50), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x2), TEXT_AT(547), TEXT_AT(226), 17, FM_CAPABILITY_YES, FM_UNIT_COUNT }
	},
#endif
#ifdef FM_TABLES_LINUX_S390X
	.spaces_linux_s390x = {
		{ TEXT_AT(1), 64, FM_ADDRESS_HEX, 1 }
	},
	.capabilities_linux_s390x = {
		{ UINT64_C(0x1000), TEXT_AT(550), TEXT_AT(45), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(550), TEXT_AT(45), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(551), TEXT_AT(517), 3, FM_CAPABILITY_UNKNOWN, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(552), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x40), TEXT_AT(553), 0, 8, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x80), TEXT_AT(553), TEXT_AT(554), 9, FM_CAPABILITY_UNKNOWN, FM_UNIT_BITS },
		{ UINT64_C(0x0), TEXT_AT(555), 0, 10, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(555), 0, 11, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(556), TEXT_AT(524), 12, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(550), TEXT_AT(45), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(550), TEXT_AT(50), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x2), TEXT_AT(557), TEXT_AT(226), 17, FM_CAPABILITY_YES, FM_UNIT_COUNT }
	},
#endif
#ifdef FM_TABLES_LINUX_X86_64
	.spaces_linux_x86_64 = {
		{ TEXT_AT(1), 64, FM_ADDRESS_HEX, 1 }
	},
	.capabilities_linux_x86_64 = {
		{ UINT64_C(0x1000), TEXT_AT(560), TEXT_AT(45), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(560), TEXT_AT(45), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x200000), TEXT_AT(561), TEXT_AT(230), 3, FM_CAPABILITY_UNKNOWN, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(562), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x40), TEXT_AT(563), TEXT_AT(564), 8, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x80), TEXT_AT(565), TEXT_AT(566), 9, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x0), TEXT_AT(567), 0, 10, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(567), 0, 11, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(568), TEXT_AT(524), 12, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(560), TEXT_AT(45), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(560), TEXT_AT(50), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x2), TEXT_AT(569), TEXT_AT(226), 17, FM_CAPABILITY_YES, FM_UNIT_COUNT }
	},
#endif
#ifdef FM_TABLES_MACOS_ARM64
	.spaces_macos_arm64 = {
		{ TEXT_AT(1), 64, FM_ADDRESS_HEX, 1 }
	},
	.capabilities_macos_arm64 = {
		{ UINT64_C(0x1000), TEXT_AT(573), TEXT_AT(45), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(573), TEXT_AT(45), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(574), TEXT_AT(575), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x80), TEXT_AT(576), 0, 8, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x80), TEXT_AT(576), TEXT_AT(509), 9, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x0), TEXT_AT(573), TEXT_AT(50), 14, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
#endif
#ifdef FM_TABLES_MEGADRIVE
	.spaces_megadrive = {
		{ TEXT_AT(1), 24, FM_ADDRESS_DOLLAR, 1 },
		{ TEXT_AT(580), 16, FM_ADDRESS_DOLLAR, 0 },
		{ TEXT_AT(17), 16, FM_ADDRESS_DOLLAR, 0 },
		{ TEXT_AT(353), 7, FM_ADDRESS_DOLLAR, 0 }
	},
	.regions_megadrive = {
		{ UINT64_C(0x0), UINT64_C(0x400000), UINT64_C(0x0), TEXT_AT(133), TEXT_AT(134), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 2, 0, 0, 16, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x200000), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(583), TEXT_AT(584), 0, 0, TEXT_AT(585), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | YES(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 0, 0, 2, 0, 1, 2, 8, 0, FM_REGION_SAVE, 0, 0 },
		{ UINT64_C(0xA00000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(586), TEXT_AT(587), 0, 0, TEXT_AT(588), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 2, 2, 0, 0, 0, 8, 0, FM_REGION_AUDIO, 1, 1 },
		{ UINT64_C(0xA04000), UINT64_C(0x4), UINT64_C(0x0), TEXT_AT(589), TEXT_AT(590), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xA06000), UINT64_C(0x1), UINT64_C(0x0), TEXT_AT(591), TEXT_AT(592), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | NO(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xA10000), UINT64_C(0x20), UINT64_C(0x0), TEXT_AT(593), TEXT_AT(594), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 1, 2, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xA11100), UINT64_C(0x102), UINT64_C(0x0), TEXT_AT(595), TEXT_AT(596), 0, 0, TEXT_AT(597), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xC00000), UINT64_C(0x20), UINT64_C(0x0), TEXT_AT(598), TEXT_AT(599), 0, 0, TEXT_AT(600), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 4, 2, 0, 0, 0, 16, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xFF0000), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(127), TEXT_AT(601), 0, TEXT_AT(72), TEXT_AT(602), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 6, 1, 2, 0, 0, 0, 16, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(17), TEXT_AT(603), TEXT_AT(604), 0, 0, YES(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 7, 0, 2, 0, 0, 0, 8, 2, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x80), UINT64_C(0x0), TEXT_AT(605), TEXT_AT(606), TEXT_AT(599), 0, TEXT_AT(607), NO(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 7, 0, 2, 0, 0, 0, 0, 3, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x50), UINT64_C(0x0), TEXT_AT(608), TEXT_AT(609), TEXT_AT(599), 0, TEXT_AT(610), NO(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 7, 0, 2, 0, 0, 0, 0, 3, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(611), TEXT_AT(612), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 1u << FM_TABLE_HIDDEN, 0, 2, 7, 1, 2, 0, 0, 0, 8, 1, FM_REGION_AUDIO, 0, 0 },
		{ UINT64_C(0x8000), UINT64_C(0x8000), UINT64_C(0x1000000), TEXT_AT(613), TEXT_AT(614), 0, 0, TEXT_AT(615), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 1u << FM_TABLE_HIDDEN, 512, FM_NONE, 8, 0, 2, 0, 0, 0, 8, 1, FM_REGION_OTHER, 0, 0 }
	},
	.mirrors_megadrive = {
		{ UINT64_C(0xA02000), UINT64_C(0x2000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xA08000), UINT64_C(0x4000), UINT64_C(0x2000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xC00100), UINT64_C(0x20), UINT64_C(0x0), UINT64_C(0x100), UINT64_C(0x0), UINT64_C(0x0), 255, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xC80000), UINT64_C(0x20), UINT64_C(0x0), UINT64_C(0x100), UINT64_C(0x0), UINT64_C(0x0), 256, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xD00000), UINT64_C(0x20), UINT64_C(0x0), UINT64_C(0x100), UINT64_C(0x0), UINT64_C(0x0), 256, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xD80000), UINT64_C(0x20), UINT64_C(0x0), UINT64_C(0x100), UINT64_C(0x0), UINT64_C(0x0), 256, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xE00000), UINT64_C(0x1F0000), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x2000), UINT64_C(0x2000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 1, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_megadrive = {
		{ UINT64_C(0x0), UINT64_C(0x100), TEXT_AT(581), 0 },
		{ UINT64_C(0x100), UINT64_C(0x100), TEXT_AT(582), 0 }
	},
	.capabilities_megadrive = {
		{ UINT64_C(0x0), TEXT_AT(616), TEXT_AT(95), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(616), TEXT_AT(95), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(616), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(617), TEXT_AT(618), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(619), TEXT_AT(620), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(616), TEXT_AT(100), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(621), TEXT_AT(102), 7, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(616), TEXT_AT(95), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x1000000), TEXT_AT(616), TEXT_AT(622), 14, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(623), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x10000), TEXT_AT(624), TEXT_AT(625), 16, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
	.engines_megadrive = {
		{ TEXT_AT(598), TEXT_AT(619), 2, 2, 131072, FM_TABLE_ANY_SPACE, 0 }
	},
#endif
#ifdef FM_TABLES_N64
	.spaces_n64 = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 }
	},
	.regions_n64 = {
		{ UINT64_C(0x0), UINT64_C(0x400000), UINT64_C(0x0), TEXT_AT(630), TEXT_AT(631), 0, 0, TEXT_AT(632), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 2, 0, 1, 0, 0, 9, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x3F00000), UINT64_C(0x100000), UINT64_C(0x0), TEXT_AT(634), TEXT_AT(635), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 1, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x4000000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(636), TEXT_AT(637), 0, 0, TEXT_AT(638), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 2, 1, 0, 0, 0, 32, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x4001000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(639), TEXT_AT(640), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 4, 1, 1, 0, 0, 0, 32, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x4040000), UINT64_C(0x8C0000), UINT64_C(0x0), TEXT_AT(641), TEXT_AT(642), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 5, 1, 1, 0, 0, 0, 32, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x10000000), UINT64_C(0xFC00000), UINT64_C(0x0), TEXT_AT(643), TEXT_AT(644), 0, 0, TEXT_AT(645), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 6, 1, 1, 0, 0, 0, 16, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x8000000), UINT64_C(0x8000), UINT64_C(0x0), TEXT_AT(646), TEXT_AT(647), 0, 0, TEXT_AT(648), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | YES(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 7, 1, 1, 0, 0, 0, 16, 0, FM_REGION_SAVE, 0, 0 },
		{ UINT64_C(0x1FC00000), UINT64_C(0x7C0), UINT64_C(0x0), TEXT_AT(649), TEXT_AT(650), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 8, 1, 1, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x1FC007C0), UINT64_C(0x40), UINT64_C(0x0), TEXT_AT(651), TEXT_AT(652), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 9, 1, 1, 0, 0, 0, 32, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x5000000), UINT64_C(0x1000000), UINT64_C(0x0), TEXT_AT(653), TEXT_AT(654), 0, 0, TEXT_AT(655), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 10, 0, 1, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x6000000), UINT64_C(0x2000000), UINT64_C(0x0), TEXT_AT(656), TEXT_AT(657), 0, 0, TEXT_AT(658), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 10, 0, 1, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 }
	},
	.mirrors_n64 = {
		{ UINT64_C(0x80000000), UINT64_C(0x400000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | YES(CACHED_DATA) },
		{ UINT64_C(0xA0000000), UINT64_C(0x400000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x84000000), UINT64_C(0x1000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, 0 },
		{ UINT64_C(0xA4000000), UINT64_C(0x1000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xA4001000), UINT64_C(0x1000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xA4040000), UINT64_C(0x8C0000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xB0000000), UINT64_C(0xFC00000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xA8000000), UINT64_C(0x8000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xBFC00000), UINT64_C(0x7C0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xBFC007C0), UINT64_C(0x40), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_n64 = {
		{ UINT64_C(0x0), UINT64_C(0x400), TEXT_AT(633), 0 }
	},
	.capabilities_n64 = {
		{ UINT64_C(0x1000), TEXT_AT(659), TEXT_AT(293), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(659), TEXT_AT(293), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(660), TEXT_AT(661), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(662), TEXT_AT(663), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(664), TEXT_AT(665), 6, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(664), TEXT_AT(102), 7, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(659), TEXT_AT(293), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(659), TEXT_AT(299), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x2000), TEXT_AT(666), TEXT_AT(667), 15, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x8000), TEXT_AT(668), TEXT_AT(669), 16, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
	.engines_n64 = {
		{ TEXT_AT(53), TEXT_AT(664), 8, 8, 0, FM_TABLE_ANY_SPACE, 0 }
	},
#endif
#ifdef FM_TABLES_NDS
	.spaces_nds = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 },
		{ TEXT_AT(353), 18, FM_ADDRESS_HEX, 0 }
	},
	.regions_nds = {
		{ UINT64_C(0x0), UINT64_C(0x8000), UINT64_C(0x0), TEXT_AT(675), TEXT_AT(676), 0, TEXT_AT(677), TEXT_AT(678), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST) | 2u << FM_TABLE_HIDDEN, 0, FM_NONE, 0, 1, 0, 0, 0, 0, 32, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x27C0000), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(679), TEXT_AT(680), 0, TEXT_AT(677), TEXT_AT(681), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST) | 2u << FM_TABLE_HIDDEN, 0, FM_NONE, 1, 0, 0, 0, 0, 0, 32, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x2000000), UINT64_C(0x400000), UINT64_C(0x0), TEXT_AT(268), TEXT_AT(682), 0, TEXT_AT(683), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | NO(FAST), 0, FM_NONE, 1, 1, 0, 2, 0, 0, 16, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x3000000), UINT64_C(0x8000), UINT64_C(0x8000), TEXT_AT(686), TEXT_AT(687), 0, TEXT_AT(688), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | NO(FAST), 0, FM_NONE, 2, 2, 2, 0, 0, 0, 32, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x3800000), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(689), TEXT_AT(690), 0, TEXT_AT(691), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 1u << FM_TABLE_HIDDEN, 0, FM_NONE, 4, 1, 2, 1, 0, 0, 32, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x4000000), UINT64_C(0x0), UINT64_C(0x0), TEXT_AT(422), TEXT_AT(29), 0, 0, TEXT_AT(693), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 5, 0, 3, 0, 0, 0, 32, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x5000000), UINT64_C(0x800), UINT64_C(0x0), TEXT_AT(457), TEXT_AT(694), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 2u << FM_TABLE_HIDDEN, 0, FM_NONE, 5, 1, 3, 0, 0, 0, 16, 0, FM_REGION_VIDEO, 7, 6 },
		{ UINT64_C(0x6800000), UINT64_C(0xA4000), UINT64_C(0xA4000), TEXT_AT(695), TEXT_AT(696), 0, 0, TEXT_AT(697), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 2u << FM_TABLE_HIDDEN, 9, FM_NONE, 6, 0, 3, 0, 0, 0, 16, 0, FM_REGION_VIDEO, 7, 6 },
		{ UINT64_C(0x6000000), UINT64_C(0x80000), UINT64_C(0x0), TEXT_AT(698), TEXT_AT(699), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 2u << FM_TABLE_HIDDEN, 0, FM_NONE, 6, 0, 3, 0, 0, 0, 16, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x6200000), UINT64_C(0x20000), UINT64_C(0x0), TEXT_AT(700), TEXT_AT(701), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 2u << FM_TABLE_HIDDEN, 0, FM_NONE, 6, 0, 3, 0, 0, 0, 16, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x6400000), UINT64_C(0x40000), UINT64_C(0x0), TEXT_AT(702), TEXT_AT(703), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 2u << FM_TABLE_HIDDEN, 0, FM_NONE, 6, 0, 3, 0, 0, 0, 16, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x6600000), UINT64_C(0x20000), UINT64_C(0x0), TEXT_AT(704), TEXT_AT(705), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 2u << FM_TABLE_HIDDEN, 0, FM_NONE, 6, 0, 3, 0, 0, 0, 16, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x7000000), UINT64_C(0x800), UINT64_C(0x0), TEXT_AT(416), TEXT_AT(706), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 2u << FM_TABLE_HIDDEN, 0, FM_NONE, 6, 1, 3, 0, 0, 0, 32, 0, FM_REGION_VIDEO, 7, 6 },
		{ UINT64_C(0x8000000), UINT64_C(0x2000000), UINT64_C(0x0), TEXT_AT(707), TEXT_AT(708), 0, 0, TEXT_AT(709), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 7, 0, 3, 0, 0, 0, 16, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0xA000000), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(710), TEXT_AT(711), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(VOLATILE) | YES(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 7, 1, 3, 0, 0, 0, 8, 0, FM_REGION_SAVE, 1, 1 },
		{ UINT64_C(0xFFFF0000), UINT64_C(0x8000), UINT64_C(0x0), TEXT_AT(712), TEXT_AT(713), 0, 0, TEXT_AT(714), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 2u << FM_TABLE_HIDDEN, 0, FM_NONE, 8, 0, 3, 0, 0, 0, 32, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(715), TEXT_AT(716), 0, 0, TEXT_AT(717), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 1u << FM_TABLE_HIDDEN, 0, FM_NONE, 8, 0, 3, 0, 0, 0, 32, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x4804000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(718), TEXT_AT(719), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 1u << FM_TABLE_HIDDEN, 0, FM_NONE, 8, 0, 3, 0, 0, 0, 0, 0, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x3E000), UINT64_C(0x0), TEXT_AT(720), TEXT_AT(721), TEXT_AT(722), 0, TEXT_AT(723), NO(HAS_BASE) | NO(CPU_MAPPED) | NO(READ) | NO(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 8, 0, 3, 0, 0, 0, 0, 1, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x40000), UINT64_C(0x0), TEXT_AT(724), TEXT_AT(725), TEXT_AT(726), 0, 0, NO(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | YES(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 8, 0, 3, 0, 0, 0, 0, 1, FM_REGION_SAVE, 0, 0 }
	},
	.mirrors_nds = {
		{ UINT64_C(0x8000), UINT64_C(0x1FF8000), UINT64_C(0x8000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x2400000), UINT64_C(0xC00000), UINT64_C(0x400000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x3008000), UINT64_C(0x7F8000), UINT64_C(0x8000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x3800000), UINT64_C(0x800000), UINT64_C(0x8000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x3810000), UINT64_C(0x7F0000), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x5000800), UINT64_C(0xFFF800), UINT64_C(0x800), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x7000800), UINT64_C(0xFFF800), UINT64_C(0x800), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xA010000), UINT64_C(0xFF0000), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_nds = {
		{ UINT64_C(0x23F4000), UINT64_C(0xC000), TEXT_AT(684), 0 },
		{ UINT64_C(0x23FF000), UINT64_C(0x1000), TEXT_AT(685), 0 },
		{ UINT64_C(0x380FFC0), UINT64_C(0x40), TEXT_AT(692), 0 }
	},
	.capabilities_nds = {
		{ UINT64_C(0x0), TEXT_AT(727), TEXT_AT(234), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(727), TEXT_AT(234), 2, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(727), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(728), TEXT_AT(729), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(728), TEXT_AT(730), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(213), TEXT_AT(731), 6, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(213), TEXT_AT(475), 7, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(727), TEXT_AT(234), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(732), TEXT_AT(733), 14, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0xC000), TEXT_AT(734), TEXT_AT(735), 15, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x50000), TEXT_AT(736), TEXT_AT(737), 16, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
	.engines_nds = {
		{ TEXT_AT(53), TEXT_AT(213), 4, 4, 0, FM_TABLE_ANY_SPACE, 0 }
	},
#endif
#ifdef FM_TABLES_NEOGEO
	.spaces_neogeo = {
		{ TEXT_AT(1), 24, FM_ADDRESS_DOLLAR, 1 },
		{ TEXT_AT(580), 16, FM_ADDRESS_DOLLAR, 0 },
		{ TEXT_AT(17), 17, FM_ADDRESS_DOLLAR, 0 }
	},
	.regions_neogeo = {
		{ UINT64_C(0x0), UINT64_C(0x100000), UINT64_C(0x0), TEXT_AT(743), TEXT_AT(744), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 2, 0, 0, 16, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x100000), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(127), TEXT_AT(746), 0, TEXT_AT(72), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 0, 1, 2, 2, 0, 0, 16, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x200000), UINT64_C(0x100000), UINT64_C(0x0), TEXT_AT(749), TEXT_AT(750), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 1, 0, 4, 0, 0, 0, 16, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x300000), UINT64_C(0xC0000), UINT64_C(0x0), TEXT_AT(422), TEXT_AT(751), 0, 0, TEXT_AT(752), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 1, 0, 4, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x3C0000), UINT64_C(0x10), UINT64_C(0x0), TEXT_AT(753), TEXT_AT(754), 0, 0, TEXT_AT(755), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 1, 0, 4, 0, 0, 0, 16, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x400000), UINT64_C(0x2000), UINT64_C(0x4000), TEXT_AT(457), TEXT_AT(458), 0, 0, TEXT_AT(756), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 2, FM_NONE, 1, 1, 4, 0, 0, 0, 16, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x800000), UINT64_C(0x400000), UINT64_C(0x0), TEXT_AT(757), TEXT_AT(758), 0, 0, TEXT_AT(759), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | YES(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 2, 0, 4, 0, 1, 2, 8, 0, FM_REGION_SAVE, 0, 0 },
		{ UINT64_C(0xC00000), UINT64_C(0x20000), UINT64_C(0x0), TEXT_AT(445), TEXT_AT(760), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 1, 4, 0, 0, 0, 16, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0xD00000), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(761), TEXT_AT(762), 0, 0, TEXT_AT(763), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | YES(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 3, 1, 4, 0, 0, 0, 16, 0, FM_REGION_SAVE, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x11000), UINT64_C(0x0), TEXT_AT(17), TEXT_AT(461), TEXT_AT(764), 0, TEXT_AT(765), YES(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 4, 0, 4, 0, 0, 0, 16, 2, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0xF800), UINT64_C(0x0), TEXT_AT(766), TEXT_AT(767), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 1u << FM_TABLE_HIDDEN, 0, FM_NONE, 4, 0, 4, 0, 0, 0, 0, 1, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0xF800), UINT64_C(0x800), UINT64_C(0x0), TEXT_AT(586), TEXT_AT(768), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 1u << FM_TABLE_HIDDEN, 0, FM_NONE, 4, 0, 4, 0, 0, 0, 8, 1, FM_REGION_AUDIO, 0, 0 }
	},
	.mirrors_neogeo = {
		{ UINT64_C(0x110000), UINT64_C(0xF0000), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x402000), UINT64_C(0x3FE000), UINT64_C(0x2000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xC20000), UINT64_C(0xE0000), UINT64_C(0x20000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xD10000), UINT64_C(0xF0000), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_neogeo = {
		{ UINT64_C(0x0), UINT64_C(0x80), TEXT_AT(745), 0 },
		{ UINT64_C(0x100), UINT64_C(0x100), TEXT_AT(404), 0 },
		{ UINT64_C(0x10F300), UINT64_C(0xD00), TEXT_AT(747), 0 },
		{ UINT64_C(0x10FCEE), UINT64_C(0x312), TEXT_AT(748), 0 }
	},
	.capabilities_neogeo = {
		{ UINT64_C(0x0), TEXT_AT(769), TEXT_AT(95), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(769), TEXT_AT(95), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(769), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(770), TEXT_AT(771), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(772), TEXT_AT(100), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(773), TEXT_AT(102), 7, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(769), TEXT_AT(95), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(774), TEXT_AT(775), 14, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(776), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x410000), TEXT_AT(777), TEXT_AT(778), 16, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
#endif
#ifdef FM_TABLES_NES
	.spaces_nes = {
		{ TEXT_AT(1), 16, FM_ADDRESS_DOLLAR, 1 },
		{ TEXT_AT(782), 14, FM_ADDRESS_DOLLAR, 0 },
		{ TEXT_AT(416), 8, FM_ADDRESS_DOLLAR, 0 }
	},
	.regions_nes = {
		{ UINT64_C(0x0), UINT64_C(0x800), UINT64_C(0x0), TEXT_AT(127), TEXT_AT(783), 0, TEXT_AT(72), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 0, 1, 0, 2, 0, 0, 8, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x2000), UINT64_C(0x8), UINT64_C(0x0), TEXT_AT(786), TEXT_AT(787), 0, 0, TEXT_AT(788), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 1, 1, 2, 0, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x4000), UINT64_C(0x18), UINT64_C(0x0), TEXT_AT(789), TEXT_AT(790), 0, 0, TEXT_AT(791), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x4018), UINT64_C(0x8), UINT64_C(0x0), TEXT_AT(792), TEXT_AT(793), 0, 0, TEXT_AT(794), YES(HAS_BASE) | YES(CPU_MAPPED) | NO(READ) | NO(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x4020), UINT64_C(0x1FE0), UINT64_C(0x0), TEXT_AT(795), TEXT_AT(796), 0, 0, TEXT_AT(797), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0x6000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(798), TEXT_AT(799), 0, 0, TEXT_AT(800), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | YES(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 8, 0, FM_REGION_SAVE, 0, 0 },
		{ UINT64_C(0x8000), UINT64_C(0x8000), UINT64_C(0x0), TEXT_AT(801), TEXT_AT(802), 0, 0, TEXT_AT(803), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 1, 0, 0, 8, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(805), TEXT_AT(806), TEXT_AT(807), 0, TEXT_AT(808), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 3, 0, 0, 0, 8, 1, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x2000), UINT64_C(0x800), UINT64_C(0x0), TEXT_AT(809), TEXT_AT(810), TEXT_AT(807), 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 2, 3, 0, 0, 0, 8, 1, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x3F00), UINT64_C(0x20), UINT64_C(0x0), TEXT_AT(457), TEXT_AT(458), TEXT_AT(811), 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 4, 1, 3, 0, 0, 0, 8, 1, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x100), UINT64_C(0x0), TEXT_AT(416), TEXT_AT(812), TEXT_AT(813), 0, 0, YES(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 5, 0, 3, 0, 0, 0, 0, 2, FM_REGION_VIDEO, 0, 0 }
	},
	.mirrors_nes = {
		{ UINT64_C(0x800), UINT64_C(0x1800), UINT64_C(0x800), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x2008), UINT64_C(0x1FF8), UINT64_C(0x8), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x2800), UINT64_C(0x800), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 1, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x3000), UINT64_C(0xF00), UINT64_C(0x800), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 1, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x3F20), UINT64_C(0xE0), UINT64_C(0x20), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 1, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_nes = {
		{ UINT64_C(0x0), UINT64_C(0x100), TEXT_AT(784), 0 },
		{ UINT64_C(0x100), UINT64_C(0x100), TEXT_AT(785), 0 },
		{ UINT64_C(0xFFFA), UINT64_C(0x6), TEXT_AT(804), 0 }
	},
	.capabilities_nes = {
		{ UINT64_C(0x0), TEXT_AT(814), TEXT_AT(95), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(814), TEXT_AT(95), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(814), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(815), TEXT_AT(816), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(817), TEXT_AT(818), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(814), TEXT_AT(100), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(819), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(814), TEXT_AT(95), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(820), TEXT_AT(821), 14, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(822), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x2000), TEXT_AT(823), TEXT_AT(824), 16, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
	.engines_nes = {
		{ TEXT_AT(53), TEXT_AT(819), 256, 256, 0, FM_TABLE_ANY_SPACE, 0 }
	},
#endif
#ifdef FM_TABLES_NINTENDO_SWITCH
	.spaces_nintendo_switch = {
		{ TEXT_AT(1), 64, FM_ADDRESS_HEX, 1 }
	},
	.capabilities_nintendo_switch = {
		{ UINT64_C(0x1000), TEXT_AT(828), TEXT_AT(45), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(828), TEXT_AT(45), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x80), TEXT_AT(829), 0, 8, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x80), TEXT_AT(829), TEXT_AT(509), 9, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x200000), TEXT_AT(828), TEXT_AT(830), 12, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(828), TEXT_AT(50), 14, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
#endif
#ifdef FM_TABLES_NINTENDO_SWITCH_2
	.spaces_nintendo_switch_2 = {
		{ TEXT_AT(1), 64, FM_ADDRESS_HEX, 1 }
	},
	.capabilities_nintendo_switch_2 = {
		{ UINT64_C(0x80), TEXT_AT(834), 0, 8, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x80), TEXT_AT(834), TEXT_AT(509), 9, FM_CAPABILITY_YES, FM_UNIT_BITS }
	},
#endif
#ifdef FM_TABLES_PC_ENGINE
	.spaces_pc_engine = {
		{ TEXT_AT(837), 21, FM_ADDRESS_DOLLAR, 1 },
		{ TEXT_AT(838), 16, FM_ADDRESS_DOLLAR, 1 },
		{ TEXT_AT(17), 16, FM_ADDRESS_DOLLAR, 0 },
		{ TEXT_AT(353), 16, FM_ADDRESS_DOLLAR, 0 }
	},
	.regions_pc_engine = {
		{ UINT64_C(0x0), UINT64_C(0x100000), UINT64_C(0x0), TEXT_AT(839), TEXT_AT(840), 0, 0, TEXT_AT(841), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 1, 0, 0, 0, 0, 8, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0xD0000), UINT64_C(0x30000), UINT64_C(0x0), TEXT_AT(842), TEXT_AT(843), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 1, 0, 0, 0, 0, 0, 8, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x100000), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(844), TEXT_AT(845), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 1, 0, 0, 0, 0, 0, 8, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x1EE000), UINT64_C(0x800), UINT64_C(0x0), TEXT_AT(846), TEXT_AT(847), 0, 0, TEXT_AT(848), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | YES(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 1, 0, 0, 0, 0, 0, 8, 0, FM_REGION_SAVE, 0, 0 },
		{ UINT64_C(0x1F0000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(127), TEXT_AT(849), 0, TEXT_AT(72), TEXT_AT(850), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 1, 2, 0, 2, 0, 0, 8, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x1FE000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(422), TEXT_AT(853), 0, 0, TEXT_AT(854), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 3, 1, 2, 7, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(17), TEXT_AT(862), TEXT_AT(863), 0, TEXT_AT(864), YES(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 4, 0, 9, 0, 0, 0, 16, 2, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x200), UINT64_C(0x0), TEXT_AT(865), TEXT_AT(866), TEXT_AT(867), 0, 0, NO(HAS_BASE) | NO(CPU_MAPPED) | NO(READ) | NO(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 4, 0, 9, 0, 0, 0, 0, 3, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x400), UINT64_C(0x0), TEXT_AT(605), TEXT_AT(868), TEXT_AT(869), 0, TEXT_AT(870), NO(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 4, 0, 9, 0, 0, 0, 0, 3, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(871), TEXT_AT(872), TEXT_AT(873), 0, 0, NO(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 4, 0, 9, 0, 0, 0, 0, 3, FM_REGION_AUDIO, 0, 0 }
	},
	.mirrors_pc_engine = {
		{ UINT64_C(0xE000), UINT64_C(0x2000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 1, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x1F2000), UINT64_C(0x6000), UINT64_C(0x2000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x2000), UINT64_C(0x2000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 1, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x0), UINT64_C(0x2000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 1, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_pc_engine = {
		{ UINT64_C(0x1F0000), UINT64_C(0x100), TEXT_AT(851), 0 },
		{ UINT64_C(0x1F0100), UINT64_C(0x100), TEXT_AT(852), 0 },
		{ UINT64_C(0x1FE000), UINT64_C(0x400), TEXT_AT(855), 0 },
		{ UINT64_C(0x1FE400), UINT64_C(0x400), TEXT_AT(856), 0 },
		{ UINT64_C(0x1FE800), UINT64_C(0x400), TEXT_AT(857), 0 },
		{ UINT64_C(0x1FEC00), UINT64_C(0x400), TEXT_AT(858), 0 },
		{ UINT64_C(0x1FF000), UINT64_C(0x400), TEXT_AT(859), 0 },
		{ UINT64_C(0x1FF400), UINT64_C(0x400), TEXT_AT(860), 0 },
		{ UINT64_C(0x1FF800), UINT64_C(0x400), TEXT_AT(861), 0 }
	},
	.capabilities_pc_engine = {
		{ UINT64_C(0x0), TEXT_AT(874), TEXT_AT(875), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(874), TEXT_AT(875), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(874), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(876), TEXT_AT(877), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(878), TEXT_AT(879), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(880), TEXT_AT(100), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(880), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(874), TEXT_AT(875), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(874), TEXT_AT(881), 14, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(882), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x800), TEXT_AT(883), TEXT_AT(884), 16, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
	.engines_pc_engine = {
		{ TEXT_AT(53), TEXT_AT(880), 2, 2, 0, FM_TABLE_ANY_SPACE, 0 }
	},
#endif
#ifdef FM_TABLES_PLAYDATE
	.spaces_playdate = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 },
		{ TEXT_AT(353), 14, FM_ADDRESS_HEX, 0 }
	},
	.regions_playdate = {
		{ UINT64_C(0x60000000), UINT64_C(0x1000000), UINT64_C(0x0), TEXT_AT(409), TEXT_AT(888), 0, 0, TEXT_AT(889), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(890), TEXT_AT(891), 0, 0, TEXT_AT(892), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 64, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x20000000), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(893), TEXT_AT(894), 0, 0, TEXT_AT(895), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 64, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x20010000), UINT64_C(0x3C000), UINT64_C(0x0), TEXT_AT(896), TEXT_AT(897), 0, 0, TEXT_AT(895), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x2004C000), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(898), TEXT_AT(899), 0, 0, TEXT_AT(895), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x8000000), UINT64_C(0x100000), UINT64_C(0x0), TEXT_AT(153), TEXT_AT(900), 0, 0, TEXT_AT(901), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 1, 0, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x40024000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(902), TEXT_AT(903), 0, 0, TEXT_AT(895), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(VOLATILE) | YES(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 1, 0, 0, 0, 0, 0, 0, 0, FM_REGION_SAVE, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), TEXT_AT(904), TEXT_AT(905), TEXT_AT(906), 0, TEXT_AT(907), NO(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | YES(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 1, 0, 0, 0, 0, 0, 0, 1, FM_REGION_SAVE, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x30C0), UINT64_C(0x0), TEXT_AT(908), TEXT_AT(909), TEXT_AT(910), 0, TEXT_AT(911), NO(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 1, 0, 0, 0, 0, 0, 0, 1, FM_REGION_VIDEO, 0, 0 }
	},
	.mirrors_playdate = {
		{ UINT64_C(0x200000), UINT64_C(0x100000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, 0 }
	},
	.capabilities_playdate = {
		{ UINT64_C(0x0), TEXT_AT(912), TEXT_AT(913), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(912), TEXT_AT(914), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(915), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x14000), TEXT_AT(916), TEXT_AT(917), 15, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(918), TEXT_AT(919), 16, FM_CAPABILITY_YES, FM_UNIT_NONE }
	},
#endif
#ifdef FM_TABLES_PS2
	.spaces_ps2 = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 },
		{ TEXT_AT(923), 32, FM_ADDRESS_HEX, 0 },
		{ TEXT_AT(924), 22, FM_ADDRESS_HEX, 0 },
		{ TEXT_AT(353), 23, FM_ADDRESS_HEX, 0 }
	},
	.regions_ps2 = {
		{ UINT64_C(0x0), UINT64_C(0x2000000), UINT64_C(0x0), TEXT_AT(925), TEXT_AT(926), 0, TEXT_AT(927), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | NO(FAST), 0, FM_NONE, 0, 4, 0, 1, 0, 0, 128, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x70000000), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(305), TEXT_AT(929), 0, TEXT_AT(930), TEXT_AT(931), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 4, 0, 1, 0, 0, 0, 128, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x10000000), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(932), TEXT_AT(933), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 4, 1, 1, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x11000000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(934), TEXT_AT(935), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 5, 1, 1, 0, 0, 0, 128, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x11004000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(936), TEXT_AT(937), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 6, 1, 1, 0, 0, 0, 128, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x11008000), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(938), TEXT_AT(939), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 7, 0, 1, 0, 0, 0, 128, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x1100C000), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(940), TEXT_AT(941), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 7, 0, 1, 0, 0, 0, 128, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x12000000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(942), TEXT_AT(943), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 7, 0, 1, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x1C000000), UINT64_C(0x200000), UINT64_C(0x0), TEXT_AT(944), TEXT_AT(945), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, 12, 7, 0, 1, 0, 0, 0, 0, 0, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0x1FC00000), UINT64_C(0x400000), UINT64_C(0x0), TEXT_AT(241), TEXT_AT(446), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 7, 2, 1, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x400000), UINT64_C(0x0), TEXT_AT(924), TEXT_AT(946), TEXT_AT(947), 0, 0, YES(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 9, 0, 1, 0, 0, 0, 0, 2, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x200000), UINT64_C(0x0), TEXT_AT(948), TEXT_AT(949), TEXT_AT(950), 0, 0, NO(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 9, 0, 1, 0, 0, 0, 0, 3, FM_REGION_AUDIO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x200000), UINT64_C(0x0), TEXT_AT(951), TEXT_AT(952), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 5u << FM_TABLE_HIDDEN, 0, FM_NONE, 9, 0, 1, 0, 0, 0, 0, 1, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0x1F800000), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(953), TEXT_AT(954), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 5u << FM_TABLE_HIDDEN, 0, FM_NONE, 9, 0, 1, 0, 0, 0, 0, 1, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x800000), UINT64_C(0x0), TEXT_AT(757), TEXT_AT(758), TEXT_AT(955), 0, 0, NO(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | YES(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 9, 0, 1, 0, 0, 0, 0, 3, FM_REGION_SAVE, 0, 0 }
	},
	.mirrors_ps2 = {
		{ UINT64_C(0x20000000), UINT64_C(0x2000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x30100000), UINT64_C(0x1F00000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x100000), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x80000000), UINT64_C(0x2000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | YES(CACHED_DATA) },
		{ UINT64_C(0xA0000000), UINT64_C(0x2000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xB0000000), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x11001000), UINT64_C(0x3000), UINT64_C(0x1000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x11005000), UINT64_C(0x3000), UINT64_C(0x1000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x9FC00000), UINT64_C(0x400000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | YES(CACHED_DATA) },
		{ UINT64_C(0xBFC00000), UINT64_C(0x400000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_ps2 = {
		{ UINT64_C(0x0), UINT64_C(0x100000), TEXT_AT(928), 0 }
	},
	.capabilities_ps2 = {
		{ UINT64_C(0x1000), TEXT_AT(956), TEXT_AT(293), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(956), TEXT_AT(293), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(957), TEXT_AT(958), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(959), TEXT_AT(960), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(961), TEXT_AT(102), 7, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(956), TEXT_AT(293), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(956), TEXT_AT(299), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0xE000), TEXT_AT(962), TEXT_AT(963), 15, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x800000), TEXT_AT(111), TEXT_AT(964), 16, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
	.engines_ps2 = {
		{ TEXT_AT(53), TEXT_AT(961), 16, 16, 0, FM_TABLE_ANY_SPACE, 0 }
	},
#endif
#ifdef FM_TABLES_PS4
	.spaces_ps4 = {
		{ TEXT_AT(1), 64, FM_ADDRESS_HEX, 1 }
	},
	.capabilities_ps4 = {
		{ UINT64_C(0x4000), TEXT_AT(769), TEXT_AT(45), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(769), TEXT_AT(45), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x80), TEXT_AT(970), TEXT_AT(971), 9, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x0), TEXT_AT(769), TEXT_AT(50), 14, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
#endif
#ifdef FM_TABLES_PS5
	.spaces_ps5 = {
		{ TEXT_AT(1), 64, FM_ADDRESS_HEX, 1 }
	},
	.capabilities_ps5 = {
		{ UINT64_C(0x4000), TEXT_AT(974), TEXT_AT(45), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(974), TEXT_AT(45), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x80), TEXT_AT(975), TEXT_AT(976), 9, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x0), TEXT_AT(974), TEXT_AT(50), 14, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
#endif
#ifdef FM_TABLES_PSP
	.spaces_psp = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 },
		{ TEXT_AT(979), 32, FM_ADDRESS_HEX, 0 }
	},
	.regions_psp = {
		{ UINT64_C(0x8000000), UINT64_C(0x2000000), UINT64_C(0x0), TEXT_AT(127), TEXT_AT(682), 0, TEXT_AT(980), TEXT_AT(981), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | NO(FAST), 0, FM_NONE, 0, 3, 0, 3, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x4000000), UINT64_C(0x200000), UINT64_C(0x0), TEXT_AT(17), TEXT_AT(985), 0, TEXT_AT(986), TEXT_AT(987), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | NO(FAST), 0, FM_NONE, 3, 2, 3, 0, 0, 0, 0, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x10000), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(305), TEXT_AT(988), 0, TEXT_AT(989), TEXT_AT(990), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 5, 3, 3, 0, 0, 0, 0, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x1C000000), UINT64_C(0x3C00000), UINT64_C(0x0), TEXT_AT(991), TEXT_AT(366), 0, 0, TEXT_AT(992), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 8, 1, 3, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x1FC00000), UINT64_C(0x100000), UINT64_C(0x0), TEXT_AT(993), TEXT_AT(994), 0, 0, TEXT_AT(995), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 9, 1, 3, 0, 0, 0, 0, 0, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0x1FD00000), UINT64_C(0x300000), UINT64_C(0x0), TEXT_AT(996), TEXT_AT(366), 0, 0, TEXT_AT(997), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 10, 1, 3, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x200000), UINT64_C(0x0), TEXT_AT(998), TEXT_AT(999), 0, 0, TEXT_AT(1000), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 1u << FM_TABLE_HIDDEN, 0, FM_NONE, 11, 0, 3, 0, 0, 0, 0, 1, FM_REGION_OTHER, 0, 0 }
	},
	.mirrors_psp = {
		{ UINT64_C(0x48000000), UINT64_C(0x2000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x88000000), UINT64_C(0x2000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | YES(CACHED_DATA) },
		{ UINT64_C(0xA8000000), UINT64_C(0x2000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x44000000), UINT64_C(0x200000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x4200000), UINT64_C(0x600000), UINT64_C(0x200000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, 0 },
		{ UINT64_C(0x40010000), UINT64_C(0x4000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x80010000), UINT64_C(0x4000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | YES(CACHED_DATA) },
		{ UINT64_C(0xA0010000), UINT64_C(0x4000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xBC000000), UINT64_C(0x3C00000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xBFC00000), UINT64_C(0x100000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xBFD00000), UINT64_C(0x300000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_psp = {
		{ UINT64_C(0x8000000), UINT64_C(0x400000), TEXT_AT(982), 0 },
		{ UINT64_C(0x8400000), UINT64_C(0x400000), TEXT_AT(983), 0 },
		{ UINT64_C(0x8800000), UINT64_C(0x1800000), TEXT_AT(984), 0 }
	},
	.capabilities_psp = {
		{ UINT64_C(0x0), TEXT_AT(1001), TEXT_AT(1002), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1001), TEXT_AT(1002), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1001), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1003), TEXT_AT(1004), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1005), TEXT_AT(1006), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1007), TEXT_AT(102), 7, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1001), TEXT_AT(1002), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1001), TEXT_AT(1008), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x4000), TEXT_AT(1009), TEXT_AT(1010), 15, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(1011), TEXT_AT(52), 16, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
	.engines_psp = {
		{ TEXT_AT(53), TEXT_AT(1007), 16, 16, 0, FM_TABLE_ANY_SPACE, 0 }
	},
#endif
#ifdef FM_TABLES_PSX
	.spaces_psx = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 },
		{ TEXT_AT(1016), 20, FM_ADDRESS_HEX, 0 },
		{ TEXT_AT(1017), 19, FM_ADDRESS_HEX, 0 },
		{ TEXT_AT(353), 17, FM_ADDRESS_HEX, 0 }
	},
	.regions_psx = {
		{ UINT64_C(0x0), UINT64_C(0x200000), UINT64_C(0x0), TEXT_AT(268), TEXT_AT(682), 0, TEXT_AT(1018), TEXT_AT(1019), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | NO(FAST), 0, FM_NONE, 0, 5, 0, 2, 0, 0, 32, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x1F000000), UINT64_C(0x800000), UINT64_C(0x0), TEXT_AT(1022), TEXT_AT(1023), 0, 0, TEXT_AT(1024), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 5, 2, 2, 0, 0, 0, 8, 0, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0x1F800000), UINT64_C(0x400), UINT64_C(0x0), TEXT_AT(305), TEXT_AT(1025), 0, TEXT_AT(1026), TEXT_AT(1027), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 7, 1, 2, 0, 0, 0, 32, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x1F801000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(422), TEXT_AT(1028), 0, TEXT_AT(1029), TEXT_AT(1030), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 8, 2, 2, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x1F802000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(1031), TEXT_AT(1032), 0, 0, TEXT_AT(1033), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 10, 2, 2, 0, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x1FA00000), UINT64_C(0x200000), UINT64_C(0x0), TEXT_AT(1034), TEXT_AT(1035), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 12, 2, 2, 0, 0, 0, 8, 0, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0x1FC00000), UINT64_C(0x80000), UINT64_C(0x0), TEXT_AT(241), TEXT_AT(446), 0, TEXT_AT(1036), TEXT_AT(1037), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 14, 2, 2, 0, 0, 0, 8, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0xFFFE0000), UINT64_C(0x200), UINT64_C(0x0), TEXT_AT(1038), TEXT_AT(1039), 0, 0, TEXT_AT(1040), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 16, 0, 2, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x100000), UINT64_C(0x0), TEXT_AT(17), TEXT_AT(1041), TEXT_AT(1042), 0, TEXT_AT(1043), YES(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 16, 0, 2, 0, 0, 0, 32, 1, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x80000), UINT64_C(0x0), TEXT_AT(1044), TEXT_AT(1045), TEXT_AT(1046), 0, TEXT_AT(1047), YES(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 16, 0, 2, 2, 0, 0, 16, 2, FM_REGION_AUDIO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x8000), UINT64_C(0x0), TEXT_AT(1050), TEXT_AT(1051), TEXT_AT(1052), 0, 0, NO(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | NO(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 16, 0, 4, 0, 0, 0, 0, 3, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x20000), UINT64_C(0x0), TEXT_AT(757), TEXT_AT(758), TEXT_AT(1053), 0, 0, NO(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | YES(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 16, 0, 4, 0, 0, 0, 0, 3, FM_REGION_SAVE, 0, 0 }
	},
	.mirrors_psx = {
		{ UINT64_C(0x80000000), UINT64_C(0x200000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xA0000000), UINT64_C(0x200000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x200000), UINT64_C(0x600000), UINT64_C(0x200000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x80200000), UINT64_C(0x600000), UINT64_C(0x200000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xA0200000), UINT64_C(0x600000), UINT64_C(0x200000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x9F000000), UINT64_C(0x800000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xBF000000), UINT64_C(0x800000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x9F800000), UINT64_C(0x400), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x9F801000), UINT64_C(0x1000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xBF801000), UINT64_C(0x1000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x9F802000), UINT64_C(0x2000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xBF802000), UINT64_C(0x2000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x9FA00000), UINT64_C(0x200000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xBFA00000), UINT64_C(0x200000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x9FC00000), UINT64_C(0x80000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xBFC00000), UINT64_C(0x80000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_psx = {
		{ UINT64_C(0x0), UINT64_C(0x10000), TEXT_AT(1020), 0 },
		{ UINT64_C(0x1FFF00), UINT64_C(0x100), TEXT_AT(1021), 0 },
		{ UINT64_C(0x0), UINT64_C(0x1000), TEXT_AT(1048), 0 },
		{ UINT64_C(0x1000), UINT64_C(0x10), TEXT_AT(1049), 0 }
	},
	.capabilities_psx = {
		{ UINT64_C(0x0), TEXT_AT(1054), TEXT_AT(95), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1054), TEXT_AT(95), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1054), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1055), TEXT_AT(1056), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1057), TEXT_AT(1058), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1059), TEXT_AT(102), 7, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1054), TEXT_AT(95), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1054), TEXT_AT(103), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x400), TEXT_AT(1060), TEXT_AT(1010), 15, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x20000), TEXT_AT(1054), TEXT_AT(964), 16, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
	.engines_psx = {
		{ TEXT_AT(53), TEXT_AT(1061), 4, 4, 0, FM_TABLE_ANY_SPACE, 24 },
		{ TEXT_AT(1017), TEXT_AT(1062), 8, 0, 0, 2, 0 }
	},
#endif
#ifdef FM_TABLES_RP2040
	.spaces_rp2040 = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 }
	},
	.regions_rp2040 = {
		{ UINT64_C(0x0), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(133), TEXT_AT(1071), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 32, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x10000000), UINT64_C(0x1000000), UINT64_C(0x0), TEXT_AT(1072), TEXT_AT(1073), 0, 0, TEXT_AT(1074), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(PERSISTENT), 0, FM_NONE, 0, 3, 0, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x15000000), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(1075), TEXT_AT(1076), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(OPTIONAL), 0, FM_NONE, 3, 0, 0, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x20000000), UINT64_C(0x40000), UINT64_C(0x0), TEXT_AT(150), TEXT_AT(1077), 0, 0, TEXT_AT(1078), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(OPTIONAL), 0, FM_NONE, 3, 4, 0, 0, 0, 0, 32, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x20040000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(1079), TEXT_AT(1080), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 7, 0, 0, 0, 0, 0, 32, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x20041000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(1081), TEXT_AT(1082), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 7, 0, 0, 0, 0, 0, 32, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x50100000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(1083), TEXT_AT(1084), 0, 0, TEXT_AT(1085), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(OPTIONAL), 0, FM_NONE, 7, 0, 0, 0, 0, 0, 0, 0, FM_REGION_OTHER, 0, 0 }
	},
	.mirrors_rp2040 = {
		{ UINT64_C(0x11000000), UINT64_C(0x1000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | YES(CACHED_DATA) },
		{ UINT64_C(0x12000000), UINT64_C(0x1000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x13000000), UINT64_C(0x1000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x21000000), UINT64_C(0x4), UINT64_C(0x0), UINT64_C(0x4), UINT64_C(0x0), UINT64_C(0x10), 16384, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x21010000), UINT64_C(0x4), UINT64_C(0x0), UINT64_C(0x4), UINT64_C(0x4), UINT64_C(0x10), 16384, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x21020000), UINT64_C(0x4), UINT64_C(0x0), UINT64_C(0x4), UINT64_C(0x8), UINT64_C(0x10), 16384, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x21030000), UINT64_C(0x4), UINT64_C(0x0), UINT64_C(0x4), UINT64_C(0xC), UINT64_C(0x10), 16384, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.capabilities_rp2040 = {
		{ UINT64_C(0x0), TEXT_AT(1086), TEXT_AT(234), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x8), TEXT_AT(1086), TEXT_AT(1087), 2, FM_CAPABILITY_YES, FM_UNIT_COUNT },
		{ UINT64_C(0x0), TEXT_AT(1086), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1088), TEXT_AT(1089), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1088), TEXT_AT(1090), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(956), TEXT_AT(1091), 6, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1092), TEXT_AT(102), 7, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x20), TEXT_AT(1092), TEXT_AT(1093), 8, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x0), TEXT_AT(1094), TEXT_AT(1095), 9, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(115), TEXT_AT(163), 12, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1086), TEXT_AT(234), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1086), TEXT_AT(237), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x2000), TEXT_AT(1088), TEXT_AT(1096), 15, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
#endif
#ifdef FM_TABLES_RP2350
	.spaces_rp2350 = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 }
	},
	.regions_rp2350 = {
		{ UINT64_C(0x10000000), UINT64_C(0x4000000), UINT64_C(0x0), TEXT_AT(1101), TEXT_AT(1102), 0, 0, TEXT_AT(1103), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA), 0, FM_NONE, 0, 1, 0, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x13FFC000), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(1075), TEXT_AT(1104), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(OPTIONAL), 0, FM_NONE, 1, 0, 0, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x20000000), UINT64_C(0x80000), UINT64_C(0x0), TEXT_AT(150), TEXT_AT(1105), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(OPTIONAL), 0, FM_NONE, 1, 0, 0, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x20080000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(1106), TEXT_AT(1107), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 1, 0, 0, 0, 0, 0, 0, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x20081000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(1108), TEXT_AT(1109), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 1, 0, 0, 0, 0, 0, 0, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x400E0000), UINT64_C(0x400), UINT64_C(0x0), TEXT_AT(1110), TEXT_AT(1111), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(OPTIONAL), 0, FM_NONE, 1, 0, 0, 0, 0, 0, 0, 0, FM_REGION_RESERVED, 0, 0 }
	},
	.mirrors_rp2350 = {
		{ UINT64_C(0x14000000), UINT64_C(0x4000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.capabilities_rp2350 = {
		{ UINT64_C(0x0), TEXT_AT(1112), TEXT_AT(234), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x8), TEXT_AT(1112), TEXT_AT(1113), 2, FM_CAPABILITY_YES, FM_UNIT_COUNT },
		{ UINT64_C(0x0), TEXT_AT(1112), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1114), TEXT_AT(1115), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1114), TEXT_AT(1115), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1114), TEXT_AT(163), 12, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1112), TEXT_AT(234), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1112), TEXT_AT(237), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x2000), TEXT_AT(1114), TEXT_AT(1116), 15, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
#endif
#ifdef FM_TABLES_SATURN
	.spaces_saturn = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 }
	},
	.regions_saturn = {
		{ UINT64_C(0x0), UINT64_C(0x80000), UINT64_C(0x0), TEXT_AT(241), TEXT_AT(42), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 2, 0, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x100000), UINT64_C(0x80), UINT64_C(0x0), TEXT_AT(1120), TEXT_AT(1121), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 1, 0, 0, 1, 2, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x180000), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(761), TEXT_AT(1122), 0, 0, TEXT_AT(1123), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(CACHED_CODE) | YES(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | YES(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 3, 1, 0, 0, 1, 2, 8, 0, FM_REGION_SAVE, 0, 0 },
		{ UINT64_C(0x200000), UINT64_C(0x100000), UINT64_C(0x0), TEXT_AT(1124), TEXT_AT(1125), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 4, 3, 0, 0, 0, 0, 16, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x1000000), UINT64_C(0x800000), UINT64_C(0x0), TEXT_AT(1126), TEXT_AT(1127), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | NO(READ) | YES(WRITE) | NO(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 7, 0, 0, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x1800000), UINT64_C(0x800000), UINT64_C(0x0), TEXT_AT(1128), TEXT_AT(1129), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | NO(READ) | YES(WRITE) | NO(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 7, 0, 0, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x2000000), UINT64_C(0x2000000), UINT64_C(0x0), TEXT_AT(1130), TEXT_AT(1131), 0, 0, TEXT_AT(1132), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 7, 1, 0, 0, 0, 0, 16, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x4000000), UINT64_C(0x1000000), UINT64_C(0x0), TEXT_AT(1133), TEXT_AT(1134), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(CACHED_CODE) | YES(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 8, 1, 0, 0, 0, 0, 16, 0, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0x5890000), UINT64_C(0x40), UINT64_C(0x0), TEXT_AT(1135), TEXT_AT(1136), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 9, 1, 0, 0, 0, 0, 16, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x5A00000), UINT64_C(0x80000), UINT64_C(0x0), TEXT_AT(251), TEXT_AT(1137), 0, 0, TEXT_AT(1138), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 10, 2, 0, 0, 0, 0, 16, 0, FM_REGION_AUDIO, 0, 0 },
		{ UINT64_C(0x5B00000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(1139), TEXT_AT(1140), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 12, 1, 0, 0, 0, 0, 16, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x5C00000), UINT64_C(0x80000), UINT64_C(0x0), TEXT_AT(1141), TEXT_AT(1142), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 13, 1, 0, 0, 0, 0, 16, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x5C80000), UINT64_C(0x40000), UINT64_C(0x80000), TEXT_AT(1143), TEXT_AT(1144), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 2, FM_NONE, 14, 2, 0, 0, 0, 0, 16, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x5D00000), UINT64_C(0x18), UINT64_C(0x0), TEXT_AT(1145), TEXT_AT(1146), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 16, 1, 0, 0, 0, 0, 16, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x5E00000), UINT64_C(0x80000), UINT64_C(0x0), TEXT_AT(1147), TEXT_AT(1148), 0, 0, TEXT_AT(1149), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 17, 2, 0, 0, 0, 0, 16, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x5F00000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(1150), TEXT_AT(1151), 0, 0, TEXT_AT(1152), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 19, 1, 0, 0, 0, 0, 16, 0, FM_REGION_VIDEO, 6, 6 },
		{ UINT64_C(0x5F80000), UINT64_C(0x200), UINT64_C(0x0), TEXT_AT(1153), TEXT_AT(1154), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 20, 1, 0, 0, 0, 0, 16, 0, FM_REGION_IO, 6, 6 },
		{ UINT64_C(0x5FE0000), UINT64_C(0x100), UINT64_C(0x0), TEXT_AT(1155), TEXT_AT(1156), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 21, 1, 0, 0, 0, 0, 32, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x6000000), UINT64_C(0x100000), UINT64_C(0x0), TEXT_AT(1157), TEXT_AT(1158), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 22, 3, 0, 1, 0, 0, 32, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0xC0000000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(1160), TEXT_AT(1161), 0, 0, TEXT_AT(1162), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 25, 0, 1, 0, 0, 0, 32, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0xFFFFFE00), UINT64_C(0x200), UINT64_C(0x0), TEXT_AT(1163), TEXT_AT(1164), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 25, 0, 1, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 }
	},
	.mirrors_saturn = {
		{ UINT64_C(0x80000), UINT64_C(0x80000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | YES(CACHED_DATA) },
		{ UINT64_C(0x20000000), UINT64_C(0x80000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x20100000), UINT64_C(0x80), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x20180000), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x20200000), UINT64_C(0x100000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x300000), UINT64_C(0x100000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | YES(CACHED_DATA) },
		{ UINT64_C(0x40200000), UINT64_C(0x100000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, 0 },
		{ UINT64_C(0x22000000), UINT64_C(0x2000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x24000000), UINT64_C(0x1000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x25890000), UINT64_C(0x40), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x25A00000), UINT64_C(0x80000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x5A80000), UINT64_C(0x80000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | YES(CACHED_DATA) },
		{ UINT64_C(0x25B00000), UINT64_C(0x1000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x25C00000), UINT64_C(0x80000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x25C80000), UINT64_C(0x40000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x5CC0000), UINT64_C(0x40000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, 0 },
		{ UINT64_C(0x25D00000), UINT64_C(0x18), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x25E00000), UINT64_C(0x80000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x5E80000), UINT64_C(0x80000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, 0 },
		{ UINT64_C(0x25F00000), UINT64_C(0x1000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x25F80000), UINT64_C(0x200), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x25FE0000), UINT64_C(0x100), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x26000000), UINT64_C(0x100000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x6100000), UINT64_C(0x1F00000), UINT64_C(0x100000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | YES(CACHED_DATA) },
		{ UINT64_C(0x46000000), UINT64_C(0x100000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, 0 }
	},
	.reserved_saturn = {
		{ UINT64_C(0x6000000), UINT64_C(0x4000), TEXT_AT(1159), 0 }
	},
	.capabilities_saturn = {
		{ UINT64_C(0x0), TEXT_AT(1165), TEXT_AT(95), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1165), TEXT_AT(95), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1165), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1166), TEXT_AT(1167), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1168), TEXT_AT(1169), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1165), TEXT_AT(1170), 6, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1171), TEXT_AT(102), 7, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1165), TEXT_AT(95), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x80000), TEXT_AT(1172), TEXT_AT(1173), 14, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x1000), TEXT_AT(1174), TEXT_AT(1175), 15, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x10000), TEXT_AT(1172), TEXT_AT(1176), 16, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
	.engines_saturn = {
		{ TEXT_AT(53), TEXT_AT(1171), 4, 4, 0, FM_TABLE_ANY_SPACE, 0 }
	},
#endif
#ifdef FM_TABLES_SMS
	.spaces_sms = {
		{ TEXT_AT(1), 16, FM_ADDRESS_DOLLAR, 1 },
		{ TEXT_AT(1181), 8, FM_ADDRESS_DOLLAR, 1 },
		{ TEXT_AT(17), 14, FM_ADDRESS_DOLLAR, 0 },
		{ TEXT_AT(605), 5, FM_ADDRESS_DOLLAR, 0 }
	},
	.regions_sms = {
		{ UINT64_C(0x0), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(1182), TEXT_AT(1183), 0, 0, TEXT_AT(1184), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 1, 0, 0, 8, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x4000), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(1186), TEXT_AT(1187), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 1, 0, 0, 0, 8, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x8000), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(1188), TEXT_AT(1189), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 1, 0, 0, 0, 8, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x8000), UINT64_C(0x4000), UINT64_C(0x8000), TEXT_AT(1190), TEXT_AT(1191), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | YES(PERSISTENT) | YES(OPTIONAL), 2, FM_NONE, 0, 0, 1, 0, 0, 0, 8, 0, FM_REGION_SAVE, 0, 0 },
		{ UINT64_C(0xC000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(127), TEXT_AT(172), 0, TEXT_AT(72), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 0, 1, 1, 1, 0, 0, 8, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0xFFFC), UINT64_C(0x4), UINT64_C(0x0), TEXT_AT(1193), TEXT_AT(1194), 0, 0, TEXT_AT(1195), YES(HAS_BASE) | YES(CPU_MAPPED) | NO(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 1, 0, 2, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x100), UINT64_C(0x0), TEXT_AT(1196), TEXT_AT(1197), 0, 0, TEXT_AT(1198), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 1, 0, 2, 0, 0, 0, 8, 1, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(17), TEXT_AT(603), TEXT_AT(1199), 0, 0, YES(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 1, 0, 2, 0, 0, 0, 8, 2, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x20), UINT64_C(0x0), TEXT_AT(605), TEXT_AT(606), TEXT_AT(1199), 0, 0, YES(HAS_BASE) | NO(CPU_MAPPED) | NO(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 1, 0, 2, 0, 0, 0, 0, 3, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), TEXT_AT(445), TEXT_AT(446), 0, 0, TEXT_AT(1200), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 1, 0, 2, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 }
	},
	.mirrors_sms = {
		{ UINT64_C(0xE000), UINT64_C(0x2000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_sms = {
		{ UINT64_C(0x0), UINT64_C(0x400), TEXT_AT(1185), 0 },
		{ UINT64_C(0xDFF0), UINT64_C(0x10), TEXT_AT(1192), 0 }
	},
	.capabilities_sms = {
		{ UINT64_C(0x0), TEXT_AT(573), TEXT_AT(95), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(573), TEXT_AT(95), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(573), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1201), TEXT_AT(1202), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1203), TEXT_AT(100), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1203), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(573), TEXT_AT(95), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1204), TEXT_AT(1205), 14, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1206), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x4000), TEXT_AT(1207), TEXT_AT(1208), 16, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
#endif
#ifdef FM_TABLES_SNES
	.spaces_snes = {
		{ TEXT_AT(1), 24, FM_ADDRESS_BANKED, 1 },
		{ TEXT_AT(1212), 16, FM_ADDRESS_DOLLAR, 0 },
		{ TEXT_AT(133), 22, FM_ADDRESS_DOLLAR, 0 },
		{ TEXT_AT(17), 16, FM_ADDRESS_DOLLAR, 0 },
		{ TEXT_AT(1213), 9, FM_ADDRESS_DOLLAR, 0 },
		{ TEXT_AT(416), 10, FM_ADDRESS_DOLLAR, 0 }
	},
	.regions_snes = {
		{ UINT64_C(0x7E0000), UINT64_C(0x20000), UINT64_C(0x0), TEXT_AT(1214), TEXT_AT(746), 0, TEXT_AT(1215), TEXT_AT(1216), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | NO(FAST), 0, FM_NONE, 0, 2, 0, 1, 0, 0, 8, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x2100), UINT64_C(0x40), UINT64_C(0x0), TEXT_AT(786), TEXT_AT(1218), 0, TEXT_AT(1219), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 2, 1, 0, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x2140), UINT64_C(0x4), UINT64_C(0x0), TEXT_AT(1220), TEXT_AT(1221), 0, TEXT_AT(1219), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 4, 3, 1, 0, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x2180), UINT64_C(0x4), UINT64_C(0x0), TEXT_AT(1222), TEXT_AT(1223), 0, TEXT_AT(1219), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 7, 2, 1, 0, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x4016), UINT64_C(0x2), UINT64_C(0x0), TEXT_AT(1224), TEXT_AT(1225), 0, TEXT_AT(1226), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 9, 2, 1, 0, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x4200), UINT64_C(0x20), UINT64_C(0x0), TEXT_AT(1227), TEXT_AT(1228), 0, TEXT_AT(1219), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 11, 2, 1, 0, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x4300), UINT64_C(0x80), UINT64_C(0x0), TEXT_AT(1229), TEXT_AT(1230), 0, TEXT_AT(1219), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 13, 2, 1, 0, 0, 0, 8, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x400000), UINT64_C(0x0), TEXT_AT(1231), TEXT_AT(1232), 0, TEXT_AT(1233), TEXT_AT(1234), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 15, 2, 1, 0, 0, 0, 8, 2, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0xC00000), UINT64_C(0x400000), UINT64_C(0x0), TEXT_AT(1235), TEXT_AT(1236), 0, TEXT_AT(1233), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 17, 3, 1, 0, 0, 0, 8, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x700000), UINT64_C(0x8000), UINT64_C(0x0), TEXT_AT(1237), TEXT_AT(1238), 0, TEXT_AT(1239), TEXT_AT(1240), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | YES(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 20, 1, 1, 0, 0, 0, 8, 0, FM_REGION_SAVE, 0, 0 },
		{ UINT64_C(0x306000), UINT64_C(0x2000), UINT64_C(0x0), TEXT_AT(1241), TEXT_AT(1242), 0, TEXT_AT(1239), TEXT_AT(1243), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | YES(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 21, 1, 1, 0, 0, 0, 8, 0, FM_REGION_SAVE, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(17), TEXT_AT(1244), TEXT_AT(1245), 0, TEXT_AT(1246), YES(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 22, 0, 1, 0, 0, 0, 16, 3, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x200), UINT64_C(0x0), TEXT_AT(1213), TEXT_AT(458), TEXT_AT(1247), 0, 0, YES(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 22, 0, 1, 0, 0, 0, 0, 4, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x220), UINT64_C(0x0), TEXT_AT(416), TEXT_AT(812), TEXT_AT(1248), 0, 0, YES(HAS_BASE) | NO(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 22, 0, 1, 0, 0, 0, 0, 5, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(352), TEXT_AT(1249), TEXT_AT(1250), 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | 1u << FM_TABLE_HIDDEN, 0, FM_NONE, 22, 0, 1, 2, 0, 0, 8, 1, FM_REGION_AUDIO, 0, 0 }
	},
	.mirrors_snes = {
		{ UINT64_C(0x0), UINT64_C(0x2000), UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), 64, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x800000), UINT64_C(0x2000), UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), 64, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x12100), UINT64_C(0x40), UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), 63, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x802100), UINT64_C(0x40), UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), 64, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x2144), UINT64_C(0x3C), UINT64_C(0x4), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x12140), UINT64_C(0x40), UINT64_C(0x4), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), 63, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x802140), UINT64_C(0x40), UINT64_C(0x4), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), 64, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x12180), UINT64_C(0x4), UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), 63, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x802180), UINT64_C(0x4), UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), 64, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x14016), UINT64_C(0x2), UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), 63, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x804016), UINT64_C(0x2), UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), 64, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x14200), UINT64_C(0x20), UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), 63, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x804200), UINT64_C(0x20), UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), 64, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x14300), UINT64_C(0x80), UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), 63, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x804300), UINT64_C(0x80), UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x0), 64, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x8000), UINT64_C(0x8000), UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x8000), 126, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x808000), UINT64_C(0x8000), UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), UINT64_C(0x8000), 128, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x400000), UINT64_C(0x3E0000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x8000), UINT64_C(0x8000), UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x8000), UINT64_C(0x10000), 64, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x808000), UINT64_C(0x8000), UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x8000), UINT64_C(0x10000), 64, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xF00000), UINT64_C(0x8000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xB06000), UINT64_C(0x2000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_snes = {
		{ UINT64_C(0x7E0000), UINT64_C(0x100), TEXT_AT(1217), 0 },
		{ UINT64_C(0xF0), UINT64_C(0x10), TEXT_AT(1251), 0 },
		{ UINT64_C(0xFFC0), UINT64_C(0x40), TEXT_AT(1252), 0 }
	},
	.capabilities_snes = {
		{ UINT64_C(0x0), TEXT_AT(1114), TEXT_AT(95), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1114), TEXT_AT(95), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1114), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1253), TEXT_AT(1254), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1253), TEXT_AT(1255), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1114), TEXT_AT(100), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1114), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1114), TEXT_AT(95), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1114), TEXT_AT(1256), 14, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1253), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0xA000), TEXT_AT(1257), TEXT_AT(1258), 16, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
	.engines_snes = {
		{ TEXT_AT(53), TEXT_AT(1114), 1, 1, 65536, FM_TABLE_ANY_SPACE, 0 }
	},
#endif
#ifdef FM_TABLES_STEAM_DECK
	.spaces_steam_deck = {
		{ TEXT_AT(1), 64, FM_ADDRESS_HEX, 1 }
	},
	.capabilities_steam_deck = {
		{ UINT64_C(0x1000), TEXT_AT(624), TEXT_AT(45), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(624), TEXT_AT(45), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x200000), TEXT_AT(1263), TEXT_AT(230), 3, FM_CAPABILITY_UNKNOWN, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(1264), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x40), TEXT_AT(1265), 0, 8, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x100), TEXT_AT(1266), TEXT_AT(1267), 9, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x0), TEXT_AT(1268), 0, 10, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1268), 0, 11, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1269), TEXT_AT(524), 12, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(624), TEXT_AT(45), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(624), TEXT_AT(50), 14, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
#endif
#ifdef FM_TABLES_STM32F407
	.spaces_stm32f407 = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 }
	},
	.regions_stm32f407 = {
		{ UINT64_C(0x8000000), UINT64_C(0x100000), UINT64_C(0x0), TEXT_AT(153), TEXT_AT(1272), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | YES(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x10000000), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(1273), TEXT_AT(1274), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 0, FM_REGION_SCRATCHPAD, 0, 0 },
		{ UINT64_C(0x1FFF7800), UINT64_C(0x210), UINT64_C(0x0), TEXT_AT(1275), TEXT_AT(1276), 0, 0, TEXT_AT(1277), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x20000000), UINT64_C(0x1C000), UINT64_C(0x0), TEXT_AT(896), TEXT_AT(897), 0, 0, TEXT_AT(1278), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x2001C000), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(898), TEXT_AT(899), 0, 0, TEXT_AT(1279), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x40024000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(1280), TEXT_AT(903), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 0, FM_REGION_SAVE, 0, 0 }
	},
	.capabilities_stm32f407 = {
		{ UINT64_C(0x0), TEXT_AT(1281), TEXT_AT(234), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x8), TEXT_AT(1281), TEXT_AT(1282), 2, FM_CAPABILITY_YES, FM_UNIT_COUNT },
		{ UINT64_C(0x0), TEXT_AT(1281), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1165), TEXT_AT(1283), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1165), TEXT_AT(1283), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1165), TEXT_AT(100), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x20), TEXT_AT(1284), 0, 8, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x20), TEXT_AT(1165), TEXT_AT(1285), 9, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x0), TEXT_AT(1165), TEXT_AT(163), 12, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1281), TEXT_AT(234), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1281), TEXT_AT(237), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x10000), TEXT_AT(1286), TEXT_AT(1287), 15, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x1000), TEXT_AT(1165), TEXT_AT(1288), 16, FM_CAPABILITY_YES, FM_UNIT_BYTES }
	},
#endif
#ifdef FM_TABLES_WASM32
	.spaces_wasm32 = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 }
	},
	.regions_wasm32 = {
		{ UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), TEXT_AT(1293), TEXT_AT(1294), 0, 0, TEXT_AT(1295), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 }
	},
	.capabilities_wasm32 = {
		{ UINT64_C(0x0), TEXT_AT(1296), TEXT_AT(1297), 3, FM_CAPABILITY_UNKNOWN, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(384), TEXT_AT(52), 4, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1296), TEXT_AT(1298), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1299), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x40), TEXT_AT(1300), TEXT_AT(1301), 8, FM_CAPABILITY_UNKNOWN, FM_UNIT_BITS },
		{ UINT64_C(0x80), TEXT_AT(1302), TEXT_AT(1303), 9, FM_CAPABILITY_UNKNOWN, FM_UNIT_BITS },
		{ UINT64_C(0x0), TEXT_AT(1304), TEXT_AT(1305), 10, FM_CAPABILITY_UNKNOWN, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1304), TEXT_AT(1306), 11, FM_CAPABILITY_UNKNOWN, FM_UNIT_NONE },
		{ UINT64_C(0x10000), TEXT_AT(1307), TEXT_AT(1308), 12, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(384), TEXT_AT(1309), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(384), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(384), TEXT_AT(1310), 17, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
#endif
#ifdef FM_TABLES_WASM32_WASI
	.spaces_wasm32_wasi = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 }
	},
	.regions_wasm32_wasi = {
		{ UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), TEXT_AT(1293), TEXT_AT(1294), 0, 0, TEXT_AT(1295), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 }
	},
	.capabilities_wasm32_wasi = {
		{ UINT64_C(0x0), TEXT_AT(1315), TEXT_AT(1297), 3, FM_CAPABILITY_UNKNOWN, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1316), TEXT_AT(52), 4, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1315), TEXT_AT(1298), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1317), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x80), TEXT_AT(1317), TEXT_AT(1318), 9, FM_CAPABILITY_UNKNOWN, FM_UNIT_BITS },
		{ UINT64_C(0x10000), TEXT_AT(1319), TEXT_AT(1320), 12, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(1316), TEXT_AT(1321), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1316), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
#endif
#ifdef FM_TABLES_WASM64
	.spaces_wasm64 = {
		{ TEXT_AT(1), 64, FM_ADDRESS_HEX, 1 }
	},
	.regions_wasm64 = {
		{ UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), TEXT_AT(1293), TEXT_AT(1294), 0, 0, TEXT_AT(1295), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 }
	},
	.capabilities_wasm64 = {
		{ UINT64_C(0x0), TEXT_AT(1325), TEXT_AT(1297), 3, FM_CAPABILITY_UNKNOWN, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1326), TEXT_AT(52), 4, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1325), TEXT_AT(1298), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1327), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x80), TEXT_AT(1327), TEXT_AT(1318), 9, FM_CAPABILITY_UNKNOWN, FM_UNIT_BITS },
		{ UINT64_C(0x10000), TEXT_AT(1328), TEXT_AT(1329), 12, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(1328), TEXT_AT(1321), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1326), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
#endif
#ifdef FM_TABLES_WII
	.spaces_wii = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 }
	},
	.regions_wii = {
		{ UINT64_C(0x0), UINT64_C(0x1800000), UINT64_C(0x0), TEXT_AT(354), TEXT_AT(1333), 0, 0, TEXT_AT(1334), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 2, 0, 3, 0, 0, 64, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x10000000), UINT64_C(0x4000000), UINT64_C(0x0), TEXT_AT(1338), TEXT_AT(1339), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 2, 3, 3, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0xD000000), UINT64_C(0x8000), UINT64_C(0x0), TEXT_AT(365), TEXT_AT(1343), 0, 0, TEXT_AT(1344), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 4, 1, 6, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xC000000), UINT64_C(0x8000), UINT64_C(0x0), TEXT_AT(1345), TEXT_AT(1346), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 5, 1, 6, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xC8000000), UINT64_C(0x800000), UINT64_C(0x0), TEXT_AT(361), TEXT_AT(362), 0, 0, TEXT_AT(1347), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 6, 0, 6, 0, 0, 0, 0, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0xE0000000), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(371), TEXT_AT(372), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL) | YES(FAST), 0, FM_NONE, 6, 0, 6, 0, 0, 0, 0, 0, FM_REGION_SCRATCHPAD, 0, 0 }
	},
	.mirrors_wii = {
		{ UINT64_C(0x80000000), UINT64_C(0x1800000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | YES(CACHED_DATA) },
		{ UINT64_C(0xC0000000), UINT64_C(0x1800000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0x90000000), UINT64_C(0x4000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | YES(CACHED_DATA) },
		{ UINT64_C(0xD0000000), UINT64_C(0x4000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xCD000000), UINT64_C(0x8000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) },
		{ UINT64_C(0xCC000000), UINT64_C(0x8000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_wii = {
		{ UINT64_C(0x0), UINT64_C(0x100), TEXT_AT(1335), 0 },
		{ UINT64_C(0x1800), UINT64_C(0x1800), TEXT_AT(1336), 0 },
		{ UINT64_C(0x3000), UINT64_C(0x100), TEXT_AT(1337), 0 },
		{ UINT64_C(0x10000000), UINT64_C(0x2000), TEXT_AT(1340), 0 },
		{ UINT64_C(0x133E0000), UINT64_C(0x20000), TEXT_AT(1341), 0 },
		{ UINT64_C(0x13000000), UINT64_C(0x1000000), TEXT_AT(1342), 0 }
	},
	.capabilities_wii = {
		{ UINT64_C(0x1000), TEXT_AT(1348), TEXT_AT(45), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(1348), TEXT_AT(45), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1349), TEXT_AT(1350), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1349), TEXT_AT(1351), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1348), TEXT_AT(45), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1348), TEXT_AT(50), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x4000), TEXT_AT(1352), TEXT_AT(390), 15, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(1353), TEXT_AT(52), 16, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
	.engines_wii = {
		{ TEXT_AT(53), TEXT_AT(1354), 32, 32, 0, FM_TABLE_ANY_SPACE, 0 }
	},
#endif
#ifdef FM_TABLES_WINDOWS_X86_64
	.spaces_windows_x86_64 = {
		{ TEXT_AT(1), 64, FM_ADDRESS_HEX, 1 }
	},
	.capabilities_windows_x86_64 = {
		{ UINT64_C(0x1000), TEXT_AT(1358), TEXT_AT(45), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(1358), TEXT_AT(45), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x200000), TEXT_AT(1359), TEXT_AT(1360), 3, FM_CAPABILITY_DENIED, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(1361), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x80), TEXT_AT(1362), TEXT_AT(1363), 8, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x80), TEXT_AT(1364), TEXT_AT(1365), 9, FM_CAPABILITY_YES, FM_UNIT_BITS },
		{ UINT64_C(0x0), TEXT_AT(1300), TEXT_AT(1366), 12, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1358), TEXT_AT(50), 14, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
#endif
#ifdef FM_TABLES_XBOX
	.spaces_xbox = {
		{ TEXT_AT(1), 32, FM_ADDRESS_HEX, 1 },
		{ TEXT_AT(2), 32, FM_ADDRESS_HEX, 0 },
		{ TEXT_AT(1181), 16, FM_ADDRESS_HEX, 1 }
	},
	.regions_xbox = {
		{ UINT64_C(0x10000), UINT64_C(0x7FFE0000), UINT64_C(0x0), TEXT_AT(1370), TEXT_AT(1371), 0, 0, TEXT_AT(1372), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 0, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x4000000), UINT64_C(0x0), TEXT_AT(268), TEXT_AT(1373), 0, 0, TEXT_AT(1374), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | YES(CACHED_CODE) | YES(CACHED_DATA) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 2, 0, 2, 0, 0, 128, 1, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0xC0000000), UINT64_C(0x400000), UINT64_C(0x0), TEXT_AT(1377), TEXT_AT(1378), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0xD0000000), UINT64_C(0x20000000), UINT64_C(0x0), TEXT_AT(1379), TEXT_AT(1380), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0xB0000000), UINT64_C(0x10000000), UINT64_C(0x0), TEXT_AT(1381), TEXT_AT(1382), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_OTHER, 0, 0 },
		{ UINT64_C(0xFD000000), UINT64_C(0x1000000), UINT64_C(0x0), TEXT_AT(1383), TEXT_AT(1384), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xFD700000), UINT64_C(0x100000), UINT64_C(0x0), TEXT_AT(1385), TEXT_AT(1386), 0, 0, TEXT_AT(1387), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0xFE800000), UINT64_C(0x80000), UINT64_C(0x0), TEXT_AT(1388), TEXT_AT(1389), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xFEC00000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(1390), TEXT_AT(1391), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xFED00000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(1392), TEXT_AT(1393), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xFED08000), UINT64_C(0x1000), UINT64_C(0x0), TEXT_AT(1394), TEXT_AT(1395), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xFEF00000), UINT64_C(0x400), UINT64_C(0x0), TEXT_AT(1396), TEXT_AT(1397), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_IO, 0, 0 },
		{ UINT64_C(0xFF000000), UINT64_C(0x1000000), UINT64_C(0x0), TEXT_AT(1398), TEXT_AT(1399), 0, 0, TEXT_AT(1400), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0xFFFFFE00), UINT64_C(0x200), UINT64_C(0x0), TEXT_AT(1401), TEXT_AT(1402), 0, 0, TEXT_AT(1403), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(VOLATILE) | NO(PERSISTENT) | YES(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(593), TEXT_AT(1404), 0, 0, TEXT_AT(1405), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 2, 0, 2, 0, 0, 0, 0, 2, FM_REGION_IO, 0, 0 }
	},
	.mirrors_xbox = {
		{ UINT64_C(0x80000000), UINT64_C(0x4000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, YES(CACHED_CODE) | YES(CACHED_DATA) },
		{ UINT64_C(0xF0000000), UINT64_C(0x4000000), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), UINT64_C(0x0), 0, 0, 0, NO(CACHED_CODE) | NO(CACHED_DATA) }
	},
	.reserved_xbox = {
		{ UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(1375), 0 },
		{ UINT64_C(0x3FFB000), UINT64_C(0x5000), TEXT_AT(1376), 0 }
	},
	.capabilities_xbox = {
		{ UINT64_C(0x1000), TEXT_AT(1406), TEXT_AT(45), 1, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(1406), TEXT_AT(45), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1407), TEXT_AT(1408), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1407), TEXT_AT(1409), 5, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1410), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1406), TEXT_AT(45), 13, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1406), TEXT_AT(50), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1411), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1411), TEXT_AT(52), 16, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
#endif
#ifdef FM_TABLES_XBOX_SERIES
	.spaces_xbox_series = {
		{ TEXT_AT(1), 64, FM_ADDRESS_HEX, 1 }
	},
	.capabilities_xbox_series = {
		{ UINT64_C(0x80), TEXT_AT(1416), TEXT_AT(976), 9, FM_CAPABILITY_YES, FM_UNIT_BITS }
	},
#endif
#ifdef FM_TABLES_ZX_SPECTRUM_128
	.spaces_zx_spectrum_128 = {
		{ TEXT_AT(1), 16, FM_ADDRESS_HEX, 1 },
		{ TEXT_AT(1181), 16, FM_ADDRESS_HEX, 1 }
	},
	.regions_zx_spectrum_128 = {
		{ UINT64_C(0x0), UINT64_C(0x4000), UINT64_C(0x8000), TEXT_AT(133), TEXT_AT(1071), 0, 0, TEXT_AT(1420), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 2, FM_NONE, 0, 0, 0, 0, 0, 0, 8, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x4000), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(1421), TEXT_AT(1422), 0, TEXT_AT(1423), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | NO(FAST), 0, FM_NONE, 0, 0, 0, 4, 0, 0, 8, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x8000), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(1428), TEXT_AT(1429), 0, TEXT_AT(72), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 0, 0, 4, 0, 0, 0, 8, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0xC000), UINT64_C(0x4000), UINT64_C(0x20000), TEXT_AT(1430), TEXT_AT(1431), 0, TEXT_AT(1432), TEXT_AT(1433), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 8, FM_NONE, 0, 0, 4, 0, 0, 0, 8, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x4000), UINT64_C(0x1B00), UINT64_C(0x0), TEXT_AT(1434), TEXT_AT(1435), 0, 0, TEXT_AT(1436), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, 1, 0, 0, 4, 0, 0, 0, 8, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(1196), TEXT_AT(1197), 0, 0, TEXT_AT(1437), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 4, 0, 0, 0, 8, 1, FM_REGION_IO, 0, 0 }
	},
	.reserved_zx_spectrum_128 = {
		{ UINT64_C(0x4000), UINT64_C(0x1800), TEXT_AT(1424), 0 },
		{ UINT64_C(0x5800), UINT64_C(0x300), TEXT_AT(1425), 0 },
		{ UINT64_C(0x5B00), UINT64_C(0x100), TEXT_AT(1426), 0 },
		{ UINT64_C(0x5C00), UINT64_C(0xB6), TEXT_AT(1427), 0 }
	},
	.capabilities_zx_spectrum_128 = {
		{ UINT64_C(0x0), TEXT_AT(1438), TEXT_AT(95), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1438), TEXT_AT(95), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1438), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1439), TEXT_AT(1440), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1441), TEXT_AT(100), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1441), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1438), TEXT_AT(95), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x28000), TEXT_AT(1438), TEXT_AT(1442), 14, FM_CAPABILITY_YES, FM_UNIT_BYTES },
		{ UINT64_C(0x0), TEXT_AT(1443), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1443), TEXT_AT(52), 16, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
#endif
#ifdef FM_TABLES_ZX_SPECTRUM_48
	.spaces_zx_spectrum_48 = {
		{ TEXT_AT(1), 16, FM_ADDRESS_HEX, 1 },
		{ TEXT_AT(1181), 16, FM_ADDRESS_HEX, 1 }
	},
	.regions_zx_spectrum_48 = {
		{ UINT64_C(0x0), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(133), TEXT_AT(1071), 0, 0, 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | NO(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 0, 0, 0, 0, 8, 0, FM_REGION_ROM, 0, 0 },
		{ UINT64_C(0x4000), UINT64_C(0x4000), UINT64_C(0x0), TEXT_AT(1448), TEXT_AT(1449), 0, TEXT_AT(1450), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | NO(FAST), 0, FM_NONE, 0, 0, 0, 4, 0, 0, 8, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x8000), UINT64_C(0x8000), UINT64_C(0x0), TEXT_AT(1454), TEXT_AT(1455), 0, TEXT_AT(72), 0, YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(DMA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL) | YES(FAST), 0, FM_NONE, 0, 0, 4, 1, 0, 0, 8, 0, FM_REGION_MAIN, 0, 0 },
		{ UINT64_C(0x4000), UINT64_C(0x1B00), UINT64_C(0x0), TEXT_AT(1434), TEXT_AT(1435), 0, 0, TEXT_AT(1457), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | YES(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | NO(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, 1, 0, 0, 5, 0, 0, 0, 8, 0, FM_REGION_VIDEO, 0, 0 },
		{ UINT64_C(0x0), UINT64_C(0x10000), UINT64_C(0x0), TEXT_AT(1196), TEXT_AT(1197), 0, 0, TEXT_AT(1458), YES(HAS_BASE) | YES(CPU_MAPPED) | YES(READ) | YES(WRITE) | NO(EXECUTE) | NO(CACHED_CODE) | NO(CACHED_DATA) | YES(VOLATILE) | NO(PERSISTENT) | NO(OPTIONAL), 0, FM_NONE, 0, 0, 5, 0, 0, 0, 8, 1, FM_REGION_IO, 0, 0 }
	},
	.reserved_zx_spectrum_48 = {
		{ UINT64_C(0x4000), UINT64_C(0x1800), TEXT_AT(1451), 0 },
		{ UINT64_C(0x5800), UINT64_C(0x300), TEXT_AT(1452), 0 },
		{ UINT64_C(0x5B00), UINT64_C(0x100), TEXT_AT(1453), 0 },
		{ UINT64_C(0x5C00), UINT64_C(0xB6), TEXT_AT(1427), 0 },
		{ UINT64_C(0xFF58), UINT64_C(0xA8), TEXT_AT(1456), 0 }
	},
	.capabilities_zx_spectrum_48 = {
		{ UINT64_C(0x0), TEXT_AT(1459), TEXT_AT(95), 1, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1459), TEXT_AT(95), 2, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1459), TEXT_AT(96), 3, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1460), TEXT_AT(1461), 4, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1441), TEXT_AT(100), 6, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1441), TEXT_AT(139), 7, FM_CAPABILITY_YES, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1459), TEXT_AT(95), 13, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1459), TEXT_AT(103), 14, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1462), TEXT_AT(52), 15, FM_CAPABILITY_NO, FM_UNIT_NONE },
		{ UINT64_C(0x0), TEXT_AT(1462), TEXT_AT(52), 16, FM_CAPABILITY_NO, FM_UNIT_NONE }
	},
#endif
#ifdef FM_TABLES_3DS
	.advice_3ds = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(57) },
		{ TEXT_AT(58), TEXT_AT(59), TEXT_AT(60) }
	},
#endif
#ifdef FM_TABLES_AMIGA500
	.advice_amiga500 = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(105) },
		{ TEXT_AT(58), TEXT_AT(59), TEXT_AT(106) }
	},
#endif
#ifdef FM_TABLES_ANDROID_ARM64
	.advice_android_arm64 = {
		{ TEXT_AT(55), TEXT_AT(119), TEXT_AT(120) }
	},
#endif
#ifdef FM_TABLES_ATARI2600
	.advice_atari2600 = {
		{ TEXT_AT(55), TEXT_AT(143), TEXT_AT(144) }
	},
#endif
#ifdef FM_TABLES_AVR_ATMEGA328P
	.advice_avr_atmega328p = {
		{ TEXT_AT(55), TEXT_AT(143), TEXT_AT(166) },
		{ TEXT_AT(167), TEXT_AT(59), TEXT_AT(168) }
	},
#endif
#ifdef FM_TABLES_C64
	.advice_c64 = {
		{ TEXT_AT(55), TEXT_AT(143), TEXT_AT(166) },
		{ TEXT_AT(167), TEXT_AT(59), TEXT_AT(168) }
	},
#endif
#ifdef FM_TABLES_DREAMCAST
	.advice_dreamcast = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(304) },
		{ TEXT_AT(305), TEXT_AT(143), TEXT_AT(306) }
	},
#endif
#ifdef FM_TABLES_ESP32
	.advice_esp32 = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(348) },
		{ TEXT_AT(58), TEXT_AT(59), TEXT_AT(349) }
	},
#endif
#ifdef FM_TABLES_GAMECUBE
	.advice_gamecube = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(393) },
		{ TEXT_AT(394), TEXT_AT(395), TEXT_AT(396) }
	},
#endif
#ifdef FM_TABLES_GB
	.advice_gb = {
		{ TEXT_AT(55), TEXT_AT(143), TEXT_AT(166) },
		{ TEXT_AT(167), TEXT_AT(59), TEXT_AT(168) }
	},
#endif
#ifdef FM_TABLES_GBA
	.advice_gba = {
		{ TEXT_AT(55), TEXT_AT(143), TEXT_AT(478) },
		{ TEXT_AT(167), TEXT_AT(59), TEXT_AT(168) }
	},
#endif
#ifdef FM_TABLES_GBC
	.advice_gbc = {
		{ TEXT_AT(55), TEXT_AT(143), TEXT_AT(499) },
		{ TEXT_AT(167), TEXT_AT(59), TEXT_AT(168) }
	},
#endif
#ifdef FM_TABLES_IOS_ARM64
	.advice_ios_arm64 = {
		{ TEXT_AT(55), TEXT_AT(119), TEXT_AT(120) }
	},
#endif
#ifdef FM_TABLES_LINUX_AARCH64
	.advice_linux_aarch64 = {
		{ TEXT_AT(55), TEXT_AT(119), TEXT_AT(120) }
	},
#endif
#ifdef FM_TABLES_LINUX_PPC64LE
	.advice_linux_ppc64le = {
		{ TEXT_AT(55), TEXT_AT(119), TEXT_AT(120) }
	},
#endif
#ifdef FM_TABLES_LINUX_RISCV64
	.advice_linux_riscv64 = {
		{ TEXT_AT(55), TEXT_AT(119), TEXT_AT(120) }
	},
#endif
#ifdef FM_TABLES_LINUX_S390X
	.advice_linux_s390x = {
		{ TEXT_AT(55), TEXT_AT(119), TEXT_AT(120) }
	},
#endif
#ifdef FM_TABLES_LINUX_X86_64
	.advice_linux_x86_64 = {
		{ TEXT_AT(55), TEXT_AT(119), TEXT_AT(120) }
	},
#endif
#ifdef FM_TABLES_MACOS_ARM64
	.advice_macos_arm64 = {
		{ TEXT_AT(55), TEXT_AT(119), TEXT_AT(120) }
	},
#endif
#ifdef FM_TABLES_MEGADRIVE
	.advice_megadrive = {
		{ TEXT_AT(55), TEXT_AT(143), TEXT_AT(166) },
		{ TEXT_AT(58), TEXT_AT(59), TEXT_AT(626) }
	},
#endif
#ifdef FM_TABLES_N64
	.advice_n64 = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(670) },
		{ TEXT_AT(58), TEXT_AT(59), TEXT_AT(671) }
	},
#endif
#ifdef FM_TABLES_NDS
	.advice_nds = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(738) },
		{ TEXT_AT(305), TEXT_AT(143), TEXT_AT(739) }
	},
#endif
#ifdef FM_TABLES_NEOGEO
	.advice_neogeo = {
		{ TEXT_AT(55), TEXT_AT(143), TEXT_AT(166) },
		{ TEXT_AT(167), TEXT_AT(59), TEXT_AT(168) }
	},
#endif
#ifdef FM_TABLES_NES
	.advice_nes = {
		{ TEXT_AT(55), TEXT_AT(143), TEXT_AT(166) },
		{ TEXT_AT(167), TEXT_AT(59), TEXT_AT(168) }
	},
#endif
#ifdef FM_TABLES_NINTENDO_SWITCH
	.advice_nintendo_switch = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(831) }
	},
#endif
#ifdef FM_TABLES_NINTENDO_SWITCH_2
	.advice_nintendo_switch_2 = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(831) }
	},
#endif
#ifdef FM_TABLES_PC_ENGINE
	.advice_pc_engine = {
		{ TEXT_AT(55), TEXT_AT(143), TEXT_AT(166) },
		{ TEXT_AT(167), TEXT_AT(59), TEXT_AT(168) }
	},
#endif
#ifdef FM_TABLES_PLAYDATE
	.advice_playdate = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(920) }
	},
#endif
#ifdef FM_TABLES_PS2
	.advice_ps2 = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(965) },
		{ TEXT_AT(305), TEXT_AT(143), TEXT_AT(966) }
	},
#endif
#ifdef FM_TABLES_PS4
	.advice_ps4 = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(831) }
	},
#endif
#ifdef FM_TABLES_PS5
	.advice_ps5 = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(831) }
	},
#endif
#ifdef FM_TABLES_PSP
	.advice_psp = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(1012) },
		{ TEXT_AT(305), TEXT_AT(143), TEXT_AT(1013) }
	},
#endif
#ifdef FM_TABLES_PSX
	.advice_psx = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(1063) },
		{ TEXT_AT(1064), TEXT_AT(395), TEXT_AT(1065) },
		{ TEXT_AT(394), TEXT_AT(395), TEXT_AT(1066) },
		{ TEXT_AT(305), TEXT_AT(143), TEXT_AT(1067) }
	},
#endif
#ifdef FM_TABLES_RP2040
	.advice_rp2040 = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(348) },
		{ TEXT_AT(305), TEXT_AT(143), TEXT_AT(1097) }
	},
#endif
#ifdef FM_TABLES_RP2350
	.advice_rp2350 = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(348) },
		{ TEXT_AT(305), TEXT_AT(143), TEXT_AT(1097) }
	},
#endif
#ifdef FM_TABLES_SATURN
	.advice_saturn = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(1177) },
		{ TEXT_AT(305), TEXT_AT(143), TEXT_AT(1178) }
	},
#endif
#ifdef FM_TABLES_SMS
	.advice_sms = {
		{ TEXT_AT(55), TEXT_AT(143), TEXT_AT(166) },
		{ TEXT_AT(167), TEXT_AT(59), TEXT_AT(168) }
	},
#endif
#ifdef FM_TABLES_SNES
	.advice_snes = {
		{ TEXT_AT(55), TEXT_AT(143), TEXT_AT(1259) },
		{ TEXT_AT(167), TEXT_AT(59), TEXT_AT(168) }
	},
#endif
#ifdef FM_TABLES_STEAM_DECK
	.advice_steam_deck = {
		{ TEXT_AT(55), TEXT_AT(119), TEXT_AT(120) }
	},
#endif
#ifdef FM_TABLES_STM32F407
	.advice_stm32f407 = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(348) },
		{ TEXT_AT(305), TEXT_AT(143), TEXT_AT(1289) },
		{ TEXT_AT(58), TEXT_AT(59), TEXT_AT(1290) }
	},
#endif
#ifdef FM_TABLES_WASM32
	.advice_wasm32 = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(1311) }
	},
#endif
#ifdef FM_TABLES_WASM32_WASI
	.advice_wasm32_wasi = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(1311) }
	},
#endif
#ifdef FM_TABLES_WASM64
	.advice_wasm64 = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(1311) }
	},
#endif
#ifdef FM_TABLES_WII
	.advice_wii = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(1355) }
	},
#endif
#ifdef FM_TABLES_WINDOWS_X86_64
	.advice_windows_x86_64 = {
		{ TEXT_AT(55), TEXT_AT(119), TEXT_AT(120) }
	},
#endif
#ifdef FM_TABLES_XBOX
	.advice_xbox = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(1412) },
		{ TEXT_AT(58), TEXT_AT(59), TEXT_AT(1413) }
	},
#endif
#ifdef FM_TABLES_XBOX_SERIES
	.advice_xbox_series = {
		{ TEXT_AT(55), TEXT_AT(56), TEXT_AT(831) }
	},
#endif
#ifdef FM_TABLES_ZX_SPECTRUM_128
	.advice_zx_spectrum_128 = {
		{ TEXT_AT(55), TEXT_AT(143), TEXT_AT(1444) }
	},
#endif
#ifdef FM_TABLES_ZX_SPECTRUM_48
	.advice_zx_spectrum_48 = {
		{ TEXT_AT(55), TEXT_AT(143), TEXT_AT(1463) },
		{ TEXT_AT(167), TEXT_AT(59), TEXT_AT(168) }
	},
#endif
	.texts = {
		"",
		"cpu",
		"physical",
		"vram",
		"I/O registers",
		"Boot ROM",
		"mmu: paged",
		"mmu: paged, and no region is banked",
		"no region has it",
		"dma",
		"main",
		"tlsf",
		"buffers for DMA",
		"slots",
		"0",
		"mmu: none",
		"no pages",
		"there is no cache",
		"misaligned access: fault",
		"mmu: none, and no region is banked",
		"R1",
		"R4",
		"slab",
		"threads allocate side by side, and what is free goes back to the system",
		"ram",
		"rom",
		"Cartridge ROM",
		"regions: ram",
		"misaligned access: allowed",
		"arena",
		"sram",
		"flash",
		"a fixed heap; there is no virtual memory",
		"a block costs no byte of record, and the whole level is dropped at once",
		"objects of one kind",
		"no header a block: a byte of record would be a byte less of few",
		"System RAM",
		"C1",
		"G1",
		"PSI; cgroup v2 memory.events",
		"the size is supported; whether a page is free is for the live host to say",
		"mmu: mpu",
		"mmu: mpu, and no region is banked",
		"bios_rom",
		"sound_ram",
		"main_ram",
		"mmu: tlb",
		"mmu: tlb, and no region is banked",
		"scratchpad",
		"blocks of any size in bounded time, and their records may lie elsewhere",
		"aram",
		"private",
		"mem1",
		"efb",
		"Embedded framebuffer",
		"mmio",
		"Hardware registers",
		"locked_cache",
		"Locked data-cache scratchpad",
		"W2",
		"regions: locked_cache",
		"audio",
		"offsets",
		"rom0",
		"Cartridge ROM bank 0",
		"boot ROM overlays the start until $FF50 is written; writes hit the mapper",
		"RST and interrupt vectors area",
		"cartridge header",
		"romx",
		"Cartridge ROM switchable bank",
		"Video RAM window",
		"ext_ram",
		"Cartridge RAM window",
		"wram0",
		"Work RAM bank 0",
		"wramx",
		"oam",
		"Object attribute memory",
		"CPU access only in PPU modes 0 and 1; target of OAM DMA; OAM corruption bug on monochrome models",
		"unusable",
		"Prohibited range",
		"content depends on hardware revision",
		"io",
		"wave pattern RAM",
		"hram",
		"High RAM",
		"the only memory the CPU can use during OAM DMA on DMG; short LDH addressing",
		"ie",
		"Interrupt enable register",
		"boot_rom",
		"Boot ROM overlay",
		"regions: vram, ext_ram, wram0, wramx, hram",
		"regions: rom0, romx, vram, ext_ram, wram0, wramx, oam",
		"G4",
		"G5",
		"G1, G5",
		"regions: hram",
		"regions: ext_ram",
		"bios",
		"BIOS ROM",
		"palette",
		"Palette RAM",
		"Video RAM",
		"misaligned access: rotate",
		"NEON",
		"sizes are supported; whether a page is free is for the live host to say",
		"by mmap; what is handed out is not promised until it is touched",
		"M1",
		"z80",
		"z80_ram",
		"io_ports",
		"VDP video RAM",
		"cram",
		"VDP colour RAM",
		"D2, D6",
		"Main RAM",
		"Work RAM",
		"memcard",
		"Memory card",
		"backup_ram",
		"O1",
		"ppu_regs",
		"Sprite attribute memory",
		"a fixed budget, taken once: any size in bounded time",
		"sram1",
		"SRAM1",
		"sram2",
		"SRAM2",
		"Backup SRAM",
		"R2",
		"regions: memcard",
		"SSE; AVX2 by the core",
		"regions: scratchpad",
		"ROM",
		"xip_sram",
		"two banks of 4 KiB, one for each core",
		"S1",
		"T1",
		"io_port",
		"ports",
		"Z80 I/O ports",
		"linear_memory",
		"Linear memory",
		"its size is the module's choice and only grows: memory.size",
		"the host's pages are hidden",
		"the host hides its caches",
		"W5",
		"memory grows and never shrinks: blocks are used again, in bounded time",
		"v128 is chosen when the module is compiled",
		"all of the memory is readable and writable",
		"system variables",
		"screen",
		"Display file",
		"Z1",
#ifdef FM_TABLES_3DS
		"app_code",
		"Application .text/.data (process image)",
		"maximum size 0x03F00000; separate r-x and rw- pages; virtual address, process-private",
		"app_heap",
		"Application heap (virtual)",
		"mapped by ControlMemory; libctru uses up to 0x0E000000; not guaranteed physically contiguous",
		"linear_heap",
		"Linear (GPU/DSP) heap, FCRAM view",
		"physically contiguous; GPU cache commands require linear memory (or VRAM)",
		"fcram",
		"FCRAM (physical)",
		"application region 64 MiB by default (up to 96 MiB old / 178 MiB new via app memory type); rest is SYSTEM and BASE",
		"fcram_new",
		"FCRAM extension (New 3DS)",
		"VRAM",
		"two banks A and B of 3 MiB; GPU framebuffers",
		"n3ds_extra",
		"Extra RAM (New 3DS)",
		"supposedly faster than FCRAM; for applications whose exheader maps it",
		"axi_wram",
		"AXI WRAM",
		"kernel/GPU work memory, not mapped to applications",
		"dsp_mem",
		"DSP memory",
		"io_regs",
		"mpcore_private",
		"MPCore private memory",
		"config_mem",
		"Configuration memory",
		"virtual read-only page at 0x1FF80000 (not the physical AXI WRAM that has the same address)",
		"shared_page",
		"Shared page",
		"usually read-only; mostly values read from hardware",
		"arm9_ram",
		"ARM9 private memory",
		"1 MiB (1.5 MiB New 3DS); applications cannot see it",
		"bootrom",
		"locked at boot",
		"P2",
		"P1, P2",
		"regions: fcram, fcram_new",
		"P2, P3, P1, P9",
		"regions: linear_heap, fcram, fcram_new, vram, dsp_mem",
		"P2, P4, P3, P1, P9, P6, P8, P5",
		"P1, P2, P3",
		"the heap of the application",
		"from the linear heap, in multiples of 128 bytes",
		"3ds",
		"Nintendo 3DS (application view, old 3DS)",
		"n3ds\000",
#endif
#ifdef FM_TABLES_AMIGA500
		"chip_ram",
		"Chip RAM",
		"shared with custom chip DMA",
		"only memory the blitter, copper, bitplanes, sprites, audio and disk DMA can use; also holds video and audio data",
		"68000 exception vectors",
		"ExecBase pointer",
		"fast_ram",
		"Zorro II fast RAM space",
		"autoconfig expansion, CPU only, up to 8 MiB",
		"cia_b",
		"8520 CIA-B",
		"registers at even addresses every $100",
		"cia_a",
		"8520 CIA-A",
		"registers at odd addresses every $100; bit 0 of $BFE001 controls the ROM overlay at 0",
		"slow_ram",
		"Trapdoor 'slow' (ranger) RAM",
		"on the chip bus: contended like chip RAM",
		"CPU only with a 512 KiB Agnus; the decoded window extends to $D7FFFF (1.5 MiB); 1 MiB Agnus boards can remap it to $080000 as chip RAM",
		"rtc",
		"Real-time clock",
		"custom",
		"Custom chip registers",
		"word registers, separate read and write registers",
		"autoconfig",
		"Autoconfig space",
		"kickstart",
		"Kickstart ROM",
		"256 KiB for 1.2/1.3, 512 KiB ROM uses $F80000; overlays address 0 at reset",
		"M2, M5",
		"M1, M2, M3, M4",
		"regions: chip_ram, fast_ram, slow_ram",
		"regions: chip_ram",
		"M1, M2, M5",
		"M1, M2, M3, M4, M6",
		"chip RAM and other RAM are two pools: what a chip reads must come from the first",
		"bitplanes and samples of one size in chip RAM",
		"amiga500",
		"Commodore Amiga 500 (OCS)",
		"amiga\000",
#endif
#ifdef FM_TABLES_ANDROID_ARM64
		"R1, R13",
		"nothing that an app can count on",
		"R12",
		"NEON is on every device",
		"malloc rarely fails; the process is killed instead",
		"R7, R8, R9, R4",
		"onTrimMemory; ActivityManager.getMemoryInfo; lmkd",
		"android-arm64",
		"Android on arm64 (4 KiB or 16 KiB pages)",
		"android-aarch64\000",
#endif
#ifdef FM_TABLES_ATARI2600
		"tia",
		"TIA registers",
		"write registers decode 6 bits, read registers decode 4 bits: same address, different register on read and write",
		"RIOT RAM",
		"selected when A12=0, A9=0, A7=1; zero page and stack share these 128 bytes",
		"stack area by convention (cc65 default 16 bytes)",
		"riot_io",
		"RIOT I/O and timer",
		"reset and break vectors",
		"A1",
		"A1, A2",
		"A1, A2, A4",
		"regions: rom",
		"A1, A3, A2, A4",
		"128 bytes that the stack shares: what is not given out at build time is not there",
		"atari2600",
		"Atari 2600 (VCS)",
		"vcs\000",
#endif
#ifdef FM_TABLES_AVR_ATMEGA328P
		"program",
		"eeprom",
		"SRAM",
		".data, .bss, heap and stack share it; below lie the registers",
		"Flash (program space)",
		"instruction fetch; LPM (PROGMEM) for data",
		"EEPROM",
		"the registers EECR, EEDR and EEAR",
		"U2",
		"U1",
		"U4, U6",
		"U4",
		"none",
		"U1, U5",
		"regions: eeprom",
		"avr-atmega328p",
		"Arduino Uno (ATmega328P)",
		"arduino-uno\000",
#endif
#ifdef FM_TABLES_C64
		"all 64 KiB exist; ROM and I/O overlay parts of it for reads, and writes to ROM addresses go to the RAM below",
		"6510 port direction/data registers",
		"zero page (KERNAL/BASIC use most)",
		"hardware stack",
		"OS work area and vectors",
		"default text screen",
		"default sprite pointers",
		"BASIC program area ($0801-$9FFF)",
		"basic_rom",
		"BASIC ROM",
		"chargen_rom",
		"Character ROM",
		"VIC-II sees it at offset $1000 of 16 KiB banks 0 and 2",
		"vic",
		"VIC-II registers",
		"47 registers used",
		"sid",
		"SID registers",
		"29 registers used",
		"color_ram",
		"Colour RAM",
		"static RAM of 1024 nybbles: only the low 4 bits exist, high bits read as noise",
		"cia1",
		"CIA 1",
		"cia2",
		"CIA 2",
		"port A bits 0-1 choose the VIC-II 16 KiB bank (inverted)",
		"io1",
		"Expansion I/O 1",
		"io2",
		"Expansion I/O 2",
		"kernal_rom",
		"KERNAL ROM",
		"NMI/RESET/IRQ vectors",
		"cart_roml",
		"Cartridge ROM low",
		"cart_romh",
		"Cartridge ROM high",
		"C1, C4",
		"C1, C2, C4",
		"PLA, controlled by 6510 port bits LORAM/HIRAM/CHAREN and cartridge lines GAME/EXROM",
		"C1, C2, C4, C3",
		"c64",
		"Commodore 64",
		"commodore-64\000",
#endif
#ifdef FM_TABLES_CLOUD_LINUX_CGROUP_V1
		"J1",
		"up to memory.limit_in_bytes and those of the ancestors",
		"cloud-linux-cgroup-v1",
		"Linux container, cgroup v1 / hybrid",
#endif
#ifdef FM_TABLES_CLOUD_LINUX_CGROUP_V2
		"up to the smallest memory.max on the way to the root",
		"G2, G1",
		"cloud-linux-cgroup-v2",
		"Linux container, cgroup v2",
#endif
#ifdef FM_TABLES_CLOUD_NUMA_HUGEPAGES
		"F1",
		"cloud-numa-hugepages",
		"Server with NUMA and huge pages (overlay)",
#endif
#ifdef FM_TABLES_CORTEX_M_MPU
		"N1, N2",
		"N1",
		"DREGION in MPU->TYPE says how many regions there are; 0: no unit",
		"cortex-m-mpu",
		"Cortex-M MPU geometry (overlay)",
#endif
#ifdef FM_TABLES_DREAMCAST
		"aica_arm7",
		"Flash memory",
		"holly_regs",
		"System/bus interface registers",
		"pvr_regs",
		"PowerVR registers",
		"aica_regs",
		"AICA registers",
		"aica_rtc",
		"AICA real-time clock",
		"AICA wave RAM",
		"local RAM of the ARM7 sound CPU; the SH-4 must go through the G2 bus FIFO",
		"aica_arm_ram",
		"Wave RAM, sound CPU view",
		"same memory as sound_ram; sound programs are linked at 0",
		"aica_arm_regs",
		"AICA registers, sound CPU view",
		"same registers as 0x00700000 on the SH-4 side; sound CPU may use 8 or 32-bit accesses, SH-4 only 32-bit",
		"g2_ext",
		"G2 external device",
		"vram64",
		"Video RAM, 64-bit interface",
		"interleaved view used by the TA",
		"vram32",
		"Video RAM, 32-bit interface",
		"same 8 MiB with a different address interleave: not byte-identical to the 64-bit view",
		"Main RAM (area 3)",
		"boot and loader area; programs start at 0x8C010000",
		"ta_fifo",
		"Tile accelerator input",
		"write-only packet FIFO",
		"ta_yuv",
		"TA YUV converter",
		"window size derived from spacing",
		"ta_tex64",
		"VRAM write window, 64-bit path",
		"8 MiB of VRAM behind a wider window",
		"ta_tex32",
		"VRAM write window, 32-bit path",
		"g1_ext",
		"External device area 5",
		"ocram",
		"On-chip RAM (half of the operand cache)",
		"only when CCR.ORA is set; contiguous 8 KiB in non-indexed mode; address depends on the OIX bit",
		"store_queues",
		"Store queue area",
		"window onto two 32-byte queues; flushed with pref; the target address bits come from QACR0/QACR1",
		"p4_regs",
		"SH-4 on-chip registers",
		"U10",
		"U7, U1, U3, U5, U6, U12, U13",
		"regions: aica_arm_ram, main_ram",
		"U2, U3, U4, U1, U5, U6, U12, U13, U11",
		"regions: sound_ram, vram64, vram32, main_ram, ta_fifo, ta_yuv, ta_tex64, ta_tex32",
		"U1, U2, U3, U4",
		"U2, U5",
		"regions: ocram",
		"U3, U5, U9",
		"regions: flash",
		"16 MiB; blocks for DMA are whole lines of 32 bytes",
		"8 KiB, taken from the data cache",
		"dreamcast",
		"Sega Dreamcast",
		"dc\000",
#endif
#ifdef FM_TABLES_ESP32
		"drom",
		"DROM (flash, cached)",
		"psram",
		"PSRAM window",
		"rtc_fast",
		"RTC fast (D)",
		"instructions are fetched through the mirror",
		"dram",
		"DRAM pools",
		"reserved pieces: ROM data 0x3ffae000..0x3ffae6e0",
		"data of the ROM",
		"diram",
		"D/IRAM",
		"data of the ROM for the PRO CPU",
		"data of the ROM for the APP CPU, unless the system runs on one core",
		"Internal ROM",
		"cpu0_cache",
		"CPU0 cache RAM",
		"cpu1_cache",
		"CPU1 cache RAM",
		"heap in single-core mode",
		"iram",
		"IRAM",
		"irom",
		"IROM (flash, cached)",
		"rtc_slow",
		"RTC slow",
		"E4",
		"no user MMU",
		"no pages for programs",
		"E1, E2, E11",
		"regions: diram, iram",
		"regions: dram, diram",
		"E13",
		"E3",
		"no SIMD on LX6",
		"a fixed heap",
		"E1, E2, E11, E14",
		"taken early: memory that DMA reaches runs out first",
		"esp32",
		"Espressif ESP32 (Xtensa LX6)",
#endif
#ifdef FM_TABLES_GAMECUBE
		"Main RAM (1T-SRAM)",
		"the bus masks high address bits so physical RAM repeats, but using the mirrors breaks cache coherency",
		"OS globals",
		"exception vectors",
		"implementation area used by the OS",
		"OS globals; programs usually start at 0x80003100",
		"direct CPU window or GPU copies",
		"tile formats; physical 0x08000000; depth from 0xC8400000 on; 2 MiB behind it",
		"CP, PE, VI, PI, MI, DSP/AI, DI, SI, EXI, GX FIFO at +0x8000; several registers are 16-bit or middle-endian pairs",
		"gx_fifo",
		"GX write-gather FIFO",
		"write-gather pipe, 32-byte bursts",
		"half of the 32 KiB L1 data cache when locking is enabled",
		"Auxiliary RAM",
		"DSP interface DMA registers; not CPU mapped on GameCube",
		"OS reserves the first 16 KiB",
		"dsp_iram",
		"DSP instruction RAM",
		"the DSP alone",
		"4096 words; DSP also has 8 KiB instruction ROM, 8 KiB data RAM and 4 KiB data ROM",
		"ipl_rom",
		"Boot ROM (IPL)",
		"mapped at reset",
		"W1, W2, W3, W5, W7, W11",
		"regions: mem1",
		"W1, W2, W3, W5, W7, W11, W6, W4, W8",
		"regions: mem1, locked_cache, aram",
		"W1, W2, W3, W6",
		"W1, W2, W3, W5, W7, W11, W9, W10, W6, W4, W8",
		"W2, W3, W4",
		"blocks for DMA are whole lines of 32 bytes",
		"ARAM has no CPU address",
		"gamecube",
		"Nintendo GameCube",
		"gc\000ngc\000",
#endif
#ifdef FM_TABLES_GB
		"not accessible by CPU in PPU mode 3; 8192 bytes, one bank",
		"Work RAM bank 1",
		"8192 bytes of WRAM in total",
		"unmapped for good after boot",
		"G1, G3, G4, G2, G5",
		"G1, G2, G3, G4",
		"regions: romx, ext_ram",
		"gb",
		"Game Boy (DMG)",
		"game-boy\000dmg\000",
#endif
#ifdef FM_TABLES_GBA
		"1/1/1",
		"readable only while executing inside it; otherwise the last fetched BIOS opcode is returned",
		"ewram",
		"On-board work RAM",
		"2 waitstates: 3/3/6 cycles for 8/16/32-bit",
		"iwram",
		"On-chip work RAM",
		"0 waitstates: 1/1/1 cycles",
		"BIOS interrupt vector, interrupt stack and call stack; default user stack top is 0x03007F00",
		"registers end at 0x040003FE; undocumented 0x04000800 repeats every 64 KiB",
		"1/1/2 (+1 when the display is accessing it)",
		"8-bit writes are duplicated into both bytes of the halfword",
		"8-bit writes: duplicated in the BG area, ignored in the OBJ area; usable for code",
		"1/1/1 (+1)",
		"8-bit writes ignored; usable in HBlank only with HBlank-interval-free set",
		"Game Pak ROM, wait state 0",
		"default 5/5/8 cycles, configurable in WAITCNT",
		"prefetch buffer helps sequential fetches",
		"Game Pak SRAM/FLASH window",
		"default 5 cycles",
		"8-bit access only; EEPROM saves appear at the end of the ROM window instead",
		"B1",
		"B1, B2, B3",
		"regions: ewram, iwram, vram",
		"regions: ewram, iwram, palette, vram, oam, rom",
		"B1, B2",
		"regions: sram",
		"288 KiB: a block costs no byte of record, and the whole level is dropped at once",
		"gba",
		"Game Boy Advance",
		"agb\000",
#endif
#ifdef FM_TABLES_GBC
		"not accessible by CPU in PPU mode 3; total 16384 bytes in 2 banks",
		"Work RAM bank 1-7 (switchable)",
		"32768 bytes of WRAM in total (8 banks of 4096)",
		"unmapped for good after boot; CGB adds 1792 bytes at $0200-$08FF",
		"boot_rom_cgb",
		"Boot ROM overlay, second part",
		"of the CGB, at $0200-$08FF; unmapped for good after boot",
		"palette_ram",
		"BG and OBJ palette RAM",
		"$FF68-$FF6B",
		"2 x 64 bytes",
		"G7",
		"G1, G3, G4, G7, G2, G5",
		"G1, G2, G3, G4, G7",
		"G5, G7",
		"G1, G3, G4, G7, G2",
		"regions: romx, vram, ext_ram, wramx",
		"one for the fixed bank and one for each switched bank: a block never crosses banks",
		"gbc",
		"Game Boy Color",
		"game-boy-color\000cgb\000",
#endif
#ifdef FM_TABLES_IOS_ARM64
		"I7",
		"I8",
		"superpages are refused on arm64",
		"I11, I12",
		"only with a JIT entitlement, and never writable at the same time",
		"I10",
		"I2, I3",
		"os_proc_available_memory(); memory warnings / dispatch memory pressure",
		"ios-arm64",
		"iOS / iPadOS on arm64",
		"ios-aarch64\000ipados-arm64\000",
#endif
#ifdef FM_TABLES_LINUX_AARCH64
		"A1, A2, A23",
		"A19",
		"A4, A5, A24",
		"A22",
		"A6, A8",
		"NEON, which the ABI passes arguments in; SVE is longer where there is one, in steps of 128 bits",
		"A23",
		"A13",
		"A17, A18",
		"linux-aarch64",
		"Linux on AArch64 (4K, 16K or 64K kernel)",
		"linux-arm64\000",
#endif
#ifdef FM_TABLES_LINUX_PPC64LE
		"P2, P7, P18",
		"P14",
		"P19",
		"P17",
		"P6",
		"VMX and VSX; AT_HWCAP says whether they are there",
		"P18",
		"P8",
		"P12, P13",
		"linux-ppc64le",
		"Linux on POWER (ppc64le)",
#endif
#ifdef FM_TABLES_LINUX_RISCV64
		"V1, V19",
		"V15",
		"V18",
		"V6",
		"the vector extension is optional; VLEN is the implementation's",
		"V19",
		"V9",
		"V13, V14",
		"linux-riscv64",
		"Linux on RISC-V 64",
#endif
#ifdef FM_TABLES_LINUX_S390X
		"Z5, Z17",
		"Z13",
		"Z18",
		"Z16",
		"the vector facility is not in every machine that Linux runs on (z10 has none): HWCAP_S390_VXRS",
		"Z17",
		"Z7",
		"Z11, Z12",
		"linux-s390x",
		"Linux on IBM Z (s390x)",
#endif
#ifdef FM_TABLES_LINUX_X86_64
		"L2, L20",
		"L11, L17",
		"L10, L22",
		"L21",
		"cmpxchg16b is not in every one",
		"L9, L10",
		"SSE2 is in every one; AVX and AVX-512 by cpuid and xgetbv",
		"L20",
		"L12",
		"L15, L16",
		"linux-x86_64",
		"Linux on x86-64",
		"linux-amd64\000",
#endif
#ifdef FM_TABLES_MACOS_ARM64
		"M4",
		"VM_FLAGS_SUPERPAGE_* is refused on arm64",
		"M12",
		"macos-arm64",
		"macOS on Apple silicon",
		"macos-aarch64\000",
#endif
#ifdef FM_TABLES_MEGADRIVE
		"68000 vectors",
		"ROM header",
		"save_ram",
		"Cartridge battery RAM (typical)",
		"most boards wire 8-bit SRAM to odd addresses, first byte $200001; overlays ROM, enable via $A130F1",
		"Z80 sound RAM",
		"68000 must own the Z80 bus ($A11100); only byte access: word writes store the upper byte, word reads duplicate the byte",
		"ym2612",
		"YM2612 ports",
		"z80_bank",
		"Z80 bank register",
		"I/O chip (version, controllers)",
		"z80_ctrl",
		"Z80 bus request / reset",
		"$A11100 bus request, $A11200 reset",
		"vdp",
		"VDP ports",
		"$C00000 data, $C00004 control, $C00008 HV counter, $C00011 PSG",
		"68000 work RAM",
		"because address bits 31-24 are ignored toolchains also use $FFFF0000 or $E0FF0000",
		"VDP ports $C00000/$C00004 or VDP DMA",
		"64 entries of 9 bits",
		"vsram",
		"VDP vertical scroll RAM",
		"40 entries of 10/11 bits",
		"z80_ram_local",
		"Z80 view of sound RAM",
		"z80_window",
		"Z80 window onto 68000 bus",
		"Z80 reads of 68000 work RAM fail; writes may work",
		"D1",
		"D1, D2, D4",
		"regions: ram, z80_ram_local",
		"D1, D2",
		"regions: rom, ram, vram, cram, vsram",
		"D1, D2, D3",
		"regions: z80_window",
		"D1, D2, D6, D4",
		"regions: save_ram",
		"blocks of one power of two never cross the 128 KiB at which a transfer wraps",
		"megadrive",
		"Sega Mega Drive / Genesis",
		"genesis\000mega-drive\000",
#endif
#ifdef FM_TABLES_N64
		"rdram",
		"RDRAM",
		"8388608 bytes with the Expansion Pak (ends at 0x007FFFFF); 2 MiB or 4 MiB per RDRAM chip; the ninth bit is hidden from the CPU and used by the RDP; framebuffer, Z buffer and audio buffers live here (unified memory)",
		"exception vectors and boot parameters; programs link at 0x80000400",
		"rdram_regs",
		"RDRAM configuration registers",
		"rsp_dmem",
		"RSP data memory",
		"uncached access only; 64-bit CPU reads outside RDRAM freeze the CPU in ares; the CPU boot stage runs from here (0xA4000040)",
		"rsp_imem",
		"RSP instruction memory",
		"rcp_regs",
		"RCP registers (SP, DP, MI, VI, AI, PI, RI, SI)",
		"cart_dom1",
		"Cartridge ROM (PI domain 1, address 2)",
		"physical window 0x10000000-0x1FBFFFFF; direct CPU reads work reliably only as aligned 32-bit words (libdragon), prefer PI DMA",
		"cart_dom2_save",
		"Cartridge SRAM (PI domain 2, address 2)",
		"typical 256 Kbit SRAM; FlashRAM carts use the same window with another size; EEPROM saves are on the joybus; window runs to 0x0FFFFFFF",
		"pif_rom",
		"PIF boot ROM",
		"pif_ram",
		"PIF RAM",
		"pi_dom2_a1",
		"PI domain 2 address 1 (64DD registers)",
		"registers end at 0x050005BF",
		"pi_dom1_a1",
		"PI domain 1 address 1 (64DD IPL ROM)",
		"the IPL ROM answers in the first 4 MiB",
		"Q2",
		"Q1, Q2, Q3, Q5, Q7, Q8",
		"regions: rdram, rsp_dmem",
		"Q1, Q2, Q3, Q5, Q7, Q8, Q6, Q9, Q10",
		"regions: rdram, rsp_dmem, rsp_imem, cart_dom1, cart_dom2_save, pif_ram",
		"Q1, Q2, Q3, Q4",
		"lines of 16 bytes are written back and invalidated",
		"Q3, Q5, Q8",
		"regions: rsp_dmem, rsp_imem",
		"Q2, Q5, Q6, Q9, Q10",
		"regions: cart_dom2_save",
		"one RAM for all: pictures, sound and data; write back and invalidate whole lines of 16 bytes",
		"blocks of 64 bytes and multiples, so that no cache line is shared",
		"n64",
		"Nintendo 64",
		"nintendo64\000",
#endif
#ifdef FM_TABLES_NDS
		"arm9_itcm",
		"ARM9 instruction TCM",
		"0.5 bus cycle",
		"ARM9 only, not cached, not DMA-able",
		"arm9_dtcm",
		"ARM9 data TCM",
		"movable; GBATEK default 0x027C0000, devkitARM uses 0x02FF0000, BlocksDS 0x02FF4000; instruction fetches do not see it (emulator source)",
		"N32 9-10 cycles, S32 2 cycles (33 MHz units)",
		"libnds/loader area, used as 0x02FF4000 in the top mirror: bootstub, headers, IPC",
		"shared system work area, used as 0x027FF000 through the mirror",
		"shared_wram",
		"Shared WRAM",
		"N32 4 (ARM9) / 1 (ARM7)",
		"arm7_wram",
		"ARM7 private WRAM",
		"1",
		"BIOS interrupt and exception area",
		"separate register sets for ARM9 and ARM7 inside the 0x04000000-0x04FFFFFF window; wireless at 0x04800000 (ARM7)",
		"Standard palettes",
		"vram_lcdc",
		"VRAM, plain (LCDC) mapping",
		"656 KiB total; a bank moved to BG/OBJ/texture/extended palette leaves this window, and texture or extended-palette banks are not CPU-mapped at all; ARM7 may get banks C and D as work RAM at 0x06000000 (8-bit writes allowed only there)",
		"vram_bg_a",
		"Engine A BG VRAM window",
		"vram_bg_b",
		"Engine B BG VRAM window",
		"vram_obj_a",
		"Engine A OBJ VRAM window",
		"vram_obj_b",
		"Engine B OBJ VRAM window",
		"Sprite attributes",
		"gba_rom",
		"GBA slot ROM / RAM expansion",
		"bus ownership set by EXMEMCNT; expansion RAM needs 16/32-bit writes",
		"gba_sram",
		"GBA slot SRAM",
		"arm9_bios",
		"ARM9 BIOS",
		"about 3-4 KiB of content in a 32 KiB window; exception vectors",
		"arm7_bios",
		"ARM7 BIOS",
		"read protected against code outside the BIOS",
		"wifi_ram",
		"Wireless RAM",
		"3d_ram",
		"3D polygon/vertex RAM",
		"the geometry engine only",
		"not mapped to either CPU (104 KiB polygon + 144 KiB vertex)",
		"firmware",
		"Firmware flash",
		"SPI",
		"C1, C3",
		"C1, C2, C3, C5",
		"regions: arm9_itcm, main_ram, shared_wram, arm7_wram",
		"regions: main_ram, shared_wram, arm7_wram, palette, vram_lcdc, vram_bg_a, vram_bg_b, vram_obj_a, vram_obj_b, oam, gba_rom",
		"lines of 32 bytes are written back and invalidated",
		"C1, C2, C3",
		"regions: shared_wram, vram_lcdc, vram_bg_a, vram_bg_b, vram_obj_a, vram_obj_b",
		"C1, C2, C3, C4, C5, C6",
		"regions: arm9_itcm, arm9_dtcm",
		"C1, C2",
		"regions: gba_sram, firmware",
		"4 MiB that both CPUs share; blocks for DMA are whole lines of 32 bytes",
		"16 KiB of data TCM hold stack and the hottest data",
		"nds",
		"Nintendo DS",
		"ds\000",
#endif
#ifdef FM_TABLES_NEOGEO
		"rom1",
		"Fixed program ROM (P1)",
		"vector table: cartridge or BIOS copy, swapped by REG_SWPBIOS/REG_SWPROM",
		"BIOS variables and supervisor stack: user data must stay below $10F300",
		"BIOS RAM (786 bytes)",
		"rom2",
		"Banked program ROM (P2)",
		"I/O and system registers",
		"$300000 P1/watchdog, $320000 sound/status, $340000 P2, $380000 outputs, $3A0000 system latches",
		"lspc",
		"Video controller ports",
		"VRAM address/data/modulo, timer",
		"16384 bytes in two banks",
		"original card holds 2 KiB, 8 bits wide on the low byte lane; other cards up to 16 KiB",
		"System ROM",
		"Battery-backed RAM (MVS)",
		"write-protected by $3A000D/$3A001D latches",
		"LSPC ports $3C0000-$3C0004",
		"word addressed: 32 Ki words slow VRAM ($0000-$7FFF) + 2 Ki words fast VRAM ($8000-$87FF)",
		"z80_rom",
		"Z80 program windows",
		"Z80 RAM",
		"O1, O2, O3",
		"regions: ram, z80_ram",
		"O1, O5",
		"O5",
		"O1, O2, O3, O4",
		"regions: rom2, palette, z80_rom",
		"O1, O2, O3, O7, O6, O4",
		"O1, O6, O2, O3",
		"regions: memcard, backup_ram",
		"neogeo",
		"SNK Neo Geo (AES/MVS)",
		"neo-geo\000",
#endif
#ifdef FM_TABLES_NES
		"ppu",
		"CPU internal RAM",
		"zero page (short addressing modes)",
		"hardware stack page",
		"PPU registers",
		"individual registers are read-only or write-only; VRAM is reached through $2006/$2007, OAM through $2003/$2004/$4014",
		"apu_io_regs",
		"APU, joypad and OAM-DMA registers",
		"$4014 starts OAM DMA",
		"apu_test",
		"CPU test-mode registers (normally disabled)",
		"older wiki text and ares put the cartridge space at $4018; later wiki text starts it at $4020",
		"cart_exp",
		"Cartridge expansion area",
		"mapper dependent (FDS registers, mapper registers)",
		"prg_ram",
		"Cartridge save/work RAM window",
		"present on some boards; battery optional; may be banked",
		"prg_rom",
		"Cartridge PRG ROM window",
		"16 KiB images appear at both $8000 and $C000 on the simplest boards; writes usually hit mapper registers",
		"NMI, RESET, IRQ/BRK vectors",
		"chr",
		"Pattern tables (CHR ROM or CHR RAM on cartridge)",
		"PPUADDR/PPUDATA $2006/$2007",
		"writable only when the board carries CHR RAM",
		"ciram",
		"Nametable RAM (in console)",
		"PPUADDR/PPUDATA",
		"OAMADDR/OAMDATA $2003/$2004 or OAM DMA $4014",
		"N2",
		"N1, N2, N3, N4",
		"regions: ram, prg_ram",
		"N1, N2, N3, N4, N5",
		"regions: ram, prg_ram, prg_rom, oam",
		"N1, N3",
		"N1, N4, N5, N3",
		"regions: prg_rom, chr",
		"N1, N2, N3, N6, N4, N5",
		"N1, N4",
		"regions: prg_ram",
		"nes",
		"Nintendo Entertainment System / Famicom",
		"famicom\000",
#endif
#ifdef FM_TABLES_NINTENDO_SWITCH
		"H1",
		"H4",
		"svcSetHeapSize, in steps of 2 MiB",
		"nintendo-switch",
		"Nintendo Switch",
#endif
#ifdef FM_TABLES_NINTENDO_SWITCH_2
		"K2",
		"nintendo-switch-2",
		"Nintendo Switch 2",
#endif
#ifdef FM_TABLES_PC_ENGINE
		"physical21",
		"logical",
		"hucard",
		"HuCard ROM (banks $00-$7F)",
		"bank n = physical n*8192; bank $00 is mapped at $E000 at reset (vectors at logical $FFF6-$FFFF)",
		"super_cd_ram",
		"Super System Card RAM (banks $68-$7F)",
		"cd_ram",
		"CD-ROM2 work RAM (banks $80-$87)",
		"bram",
		"CD backup RAM (bank $F7)",
		"locked by default, CD unit registers unlock it",
		"Work RAM (bank $F8)",
		"conventionally mapped at logical $2000-$3FFF: HuC6280 zero page and stack are hard-wired to logical $2000/$2100",
		"zero page at logical $2000 when MPR1=$F8",
		"stack at logical $2100",
		"Hardware bank ($FF)",
		"conventionally at logical $0000-$1FFF",
		"VDC (or VPC)",
		"VCE",
		"PSG",
		"timer",
		"joypad port",
		"interrupt controller",
		"CD interface",
		"VDC video RAM",
		"VDC ports (ST0/ST1/ST2 or $0000-$0003)",
		"32768 words of 16 bits",
		"satb",
		"Sprite attribute buffer inside VDC",
		"VRAM-to-SATB DMA only",
		"VCE colour table",
		"VCE ports",
		"512 entries of 9 bits",
		"adpcm_ram",
		"CD ADPCM RAM",
		"CD interface ports",
		"E1, E2",
		"mmu: bank_registers",
		"E1, E2, E3",
		"regions: super_cd_ram, cd_ram, ram",
		"E1, E4",
		"regions: vram, satb",
		"E1",
		"MPR0-MPR7 (TAM/TMA), 256 banks of 8 KiB",
		"E1, E2, E3, E5, E4",
		"E1, E2, E5",
		"regions: bram",
		"pc_engine",
		"PC Engine / TurboGrafx-16",
		"pce\000turbografx-16\000",
#endif
#ifdef FM_TABLES_PLAYDATE
		"External RAM",
		"game binaries load here after a 12-byte header; 128 Mbit Winbond part in the teardown",
		"itcm",
		"Instruction TCM RAM",
		"MCU header value, not confirmed for the product; firmware use unknown",
		"dtcm",
		"Data TCM RAM",
		"MCU header value, not confirmed for the product",
		"Internal flash",
		"MCU header value, used by the system firmware",
		"bkpsram",
		"emmc",
		"Storage",
		"file API",
		"4 GB eMMC nominal capacity; not memory mapped",
		"framebuffer",
		"LCD framebuffer",
		"C API pointer from graphics getFrame",
		"400x240 at 1 bit per pixel with 52 bytes per row (12480 bytes); the pointer is CPU-readable but its address is not documented",
		"Z1, Z2, Z4, Z5, Z8, Z11, Z6, Z12, Z13, Z14, Z15",
		"regions: ext_ram, itcm, dtcm",
		"regions: ext_ram, dtcm",
		"Z3",
		"Z6, Z12, Z13, Z5, Z14, Z15",
		"regions: itcm, dtcm",
		"Z6, Z4",
		"regions: bkpsram, emmc",
		"through the allocator of the C API: no fixed address is documented",
		"playdate",
		"Panic Playdate",
#endif
#ifdef FM_TABLES_PS2
		"iop",
		"gs_vram",
		"ee_ram",
		"EE main RAM",
		"about 40 EE cycles per cache miss",
		"kernel; user programs start at 0x00100000",
		"Scratchpad RAM",
		"CPU speed",
		"virtual addresses only, no physical address; dedicated TLB flag",
		"ee_io",
		"EE registers (timers, DMAC, GIF, VIF, IPU)",
		"vu0_micro",
		"VU0 code memory",
		"vu0_data",
		"VU0 data memory",
		"vu1_micro",
		"VU1 code memory",
		"vu1_data",
		"VU1 data memory",
		"gs_priv",
		"GS privileged registers",
		"iop_ram_ee",
		"IOP RAM as seen by the EE",
		"GS local memory",
		"GIF packets (PATH1-3) or GS transfers",
		"spu2_ram",
		"SPU2 local memory",
		"IOP DMA channels, SPU2 at IOP 0x1F900000",
		"iop_ram",
		"IOP RAM",
		"iop_io",
		"IOP I/O",
		"SIO2",
		"R1, R2, R4",
		"regions: ee_ram, iop_ram",
		"R1, R2, R4, R3",
		"regions: ee_ram, scratchpad, vu0_micro, vu0_data, vu1_micro, vu1_data, iop_ram_ee, gs_vram, spu2_ram, iop_ram",
		"R1, R2, R4, R5",
		"R1, R2, R3",
		"regions: scratchpad, vu0_micro, vu0_data, vu1_micro, vu1_data",
		"blocks for DMA are whole lines of 64 bytes",
		"16 KiB at the speed of the CPU",
		"ps2",
		"Sony PlayStation 2",
		"playstation2\000",
#endif
#ifdef FM_TABLES_PS4
		"O3",
		"SSE; AVX by the core",
		"ps4",
		"PlayStation 4",
#endif
#ifdef FM_TABLES_PS5
		"Q1",
		"Q5",
		"ps5",
		"PlayStation 5",
#endif
#ifdef FM_TABLES_PSP
		"media_engine",
		"cache miss about 70 cycles",
		"64 MiB on PSP-2000 and later, mapped contiguously",
		"kernel",
		"volatile partition, must be requested",
		"user partition, 24 MiB; programs load from 0x08804000/0x08900000",
		"GE eDRAM (video memory)",
		"CPU read about 44 cycles",
		"4194304 bytes can be enabled on models after PSP-1000",
		"Scratchpad",
		"read about 38 cycles (disputed)",
		"on-chip; DMA reach not documented in the cited sources",
		"hw_io",
		"physical 0x1C000000-0x1FBFFFFF (kernel view 0xBC000000); kernel mode only",
		"vec_ram",
		"Shared hardware vector RAM",
		"RAM at the reset vector, shared between both cores; 1 MiB per YAPSPD, 2 MiB per psdevwiki; 4 KiB used",
		"hw_io_high",
		"kernel mode only",
		"me_edram",
		"Media Engine eDRAM",
		"4 MiB on PSP-2000+; separate address space, the main CPU reaches it through DMACplus or shared RAM",
		"Y1, Y4, Y7, Y8",
		"mmu: segment",
		"Y1, Y2, Y4, Y6, Y7, Y12, Y5",
		"regions: ram, vec_ram, me_edram",
		"Y1, Y2, Y4, Y6, Y7, Y10",
		"regions: ram, vram",
		"Y3, Y6, Y9",
		"mmu: segment, and no region is banked",
		"Y1, Y2, Y4, Y6, Y7, Y8, Y11",
		"Y1, Y2, Y4, Y6, Y7, Y10, Y8, Y11, Y12, Y13, Y5",
		"24 MiB; what the graphics engine reads is written back in lines of 64 bytes",
		"16 KiB on the chip",
		"psp",
		"Sony PlayStation Portable",
#endif
#ifdef FM_TABLES_PSX
		"gpu",
		"spu",
		"CPU load 7 cycles (any segment); DMA about 1 cycle per word",
		"executables normally load at 0x80010000; 8 MiB on development boards",
		"kernel: vectors, BIOS tables, relocated BIOS code, control blocks",
		"default stack top sits at the end of RAM (0x801FFF00)",
		"exp1",
		"Expansion region 1 (ROM/RAM, parallel port)",
		"512 KiB window by default, up to 8 MiB; unmapped part raises a bus error",
		"Scratchpad (data-cache SRAM)",
		"CPU load 1 cycle",
		"instruction fetch raises a bus error: never executable",
		"I/O ports",
		"on-die registers 5 cycles",
		"stores narrower than the register may write all 32 bits",
		"exp2",
		"Expansion region 2 (debug I/O, POST, DUART)",
		"128 bytes decoded by default",
		"exp3",
		"Expansion region 3",
		"CPU load 27-33 cycles (8-bit bus)",
		"window up to 4 MiB",
		"cache_ctrl",
		"Cache/bus configuration (KSEG2)",
		"0xFFFE0130 only",
		"GPU video RAM",
		"GPU GP0/GPUREAD 0x1F801810, DMA channel 2",
		"1024x512 halfwords; 2 KiB texture cache in the GPU; never CPU addressable",
		"spu_ram",
		"SPU sound RAM",
		"SPU FIFO 0x1F801DA8 / transfer address 0x1F801DA6 (units of 8 bytes), DMA channel 4",
		"reverb work area grows down from the top",
		"CD and voice capture buffers",
		"first ADPCM block by convention",
		"cd_buffer",
		"CD-ROM controller buffer",
		"CD data FIFO 0x1F801802, DMA channel 3",
		"serial pad/card port, 128-byte frames",
		"X1",
		"X1, X2, X5, X6, X7",
		"regions: main_ram, exp1",
		"X1, X2, X5, X6, X7, X9, X4",
		"regions: main_ram, exp1, vram, spu_ram, cd_buffer",
		"X1, X2, X3, X4",
		"X1, X2, X3, X5",
		"X3",
		"X4",
		"2 MiB: blocks of any size in bounded time",
		"video",
		"video RAM has no CPU address",
		"sound RAM has no CPU address",
		"1 KiB without a byte to spare for records; every load takes one cycle",
		"psx",
		"Sony PlayStation",
		"playstation\000ps1\000",
#endif
#ifdef FM_TABLES_RP2040
		"xip_flash",
		"XIP flash window",
		"a window onto external flash; how much of it is there is the board's",
		"XIP cache as SRAM",
		"SRAM striped (banks 0-3)",
		"consecutive words lie in different banks",
		"sram4",
		"SRAM4 (scratch X)",
		"sram5",
		"SRAM5 (scratch Y)",
		"usb_dpram",
		"USB DPRAM",
		"memory for programs only while USB is not used",
		"R3",
		"regions of at least 256 bytes",
		"R1, R6",
		"regions: sram, sram4, sram5, usb_dpram",
		"regions: sram, sram4, sram5",
		"of the XIP cache",
		"R8",
		"loads and stores; no compare-and-swap",
		"R5",
		"no SIMD",
		"regions: sram4, sram5",
		"rp2040",
		"Raspberry Pi RP2040",
		"pico\000",
#endif
#ifdef FM_TABLES_RP2350
		"xip",
		"XIP window of flash or PSRAM",
		"how much of it is there is the board's",
		"XIP SRAM",
		"SRAM (banks 0-7)",
		"sram8",
		"SRAM8 (scratch X)",
		"sram9",
		"SRAM9 (scratch Y)",
		"boot_ram",
		"Boot RAM",
		"S4",
		"granularity 32 bytes",
		"regions: sram, sram8, sram9",
		"regions: sram8, sram9",
		"rp2350",
		"Raspberry Pi RP2350",
		"pico2\000",
#endif
#ifdef FM_TABLES_SATURN
		"smpc",
		"SMPC registers",
		"Internal backup RAM",
		"32768 usable bytes on odd addresses; even bytes read 0xFF",
		"lwram",
		"Work RAM low",
		"minit",
		"Slave FRT trigger",
		"sinit",
		"Master FRT trigger",
		"cart_cs0",
		"Cartridge A-bus CS0",
		"ROM, extension RAM or backup cartridges",
		"cart_cs1",
		"Cartridge A-bus CS1",
		"cd_cs2",
		"CD block registers (A-bus CS2)",
		"SCSP sound RAM",
		"shared with the 68EC000; mirror period depends on SCSP MEM4MB",
		"scsp_regs",
		"SCSP registers",
		"vdp1_vram",
		"VDP1 VRAM",
		"vdp1_fb",
		"VDP1 framebuffer (draw side)",
		"vdp1_regs",
		"VDP1 registers",
		"vdp2_vram",
		"VDP2 VRAM",
		"four 128 KiB banks A0 A1 B0 B1 with per-cycle access slots",
		"vdp2_cram",
		"VDP2 colour RAM",
		"8-bit writes are illegal",
		"vdp2_regs",
		"VDP2 registers",
		"scu_regs",
		"SCU registers",
		"hwram",
		"Work RAM high (SDRAM)",
		"boot ROM work area, vectors and default stacks; programs load from 0x06004000",
		"cache_data",
		"SH-2 cache data array",
		"usable as private RAM: 2 KiB in two-way mode, 4 KiB with the cache off; per CPU",
		"onchip",
		"SH-2 on-chip peripherals",
		"T1, T2, T3, T4, T5",
		"regions: lwram, hwram",
		"T1, T4, T2, T3, T5",
		"regions: sound_ram, vdp1_vram, vdp1_fb, vdp2_vram, vdp2_cram, hwram",
		"addresses whose bits 31-29 choose purge drop what is cached of them",
		"T1, T2, T3, T6",
		"T1, T4",
		"regions: vdp1_fb",
		"T1, T7",
		"regions: cache_data",
		"regions: backup_ram",
		"low and high work RAM are two pools, of which SCU DMA reaches the high one",
		"half of the cache as RAM of one CPU",
		"saturn",
		"Sega Saturn",
#endif
#ifdef FM_TABLES_SMS
		"rom_slot0",
		"ROM slot 0",
		"BIOS ROM may overlay at power-on (port $3E)",
		"first 1 KiB stays fixed (vectors) with the Sega mapper",
		"rom_slot1",
		"ROM slot 1",
		"rom_slot2",
		"ROM slot 2 or cartridge RAM",
		"cart_ram",
		"Cartridge battery RAM window",
		"conventionally left free: mapper shadow area / top of stack used by devkitSMS",
		"mapper_regs",
		"Sega mapper registers",
		"write-only; writes also land in the RAM mirror ($DFFC-$DFFF)",
		"$3E memory control, $7E/$7F counters+PSG, $BE VDP data, $BF VDP control, $DC/$DD pads; partial decoding mirrors ports",
		"ports $BE/$BF",
		"8 to 256 KiB, the size varies by model, the larger ones with a game; enabled/disabled through port $3E",
		"M1, M3, M2, M4",
		"regions: cart_ram, ram",
		"M2",
		"M1, M2, M3",
		"regions: rom_slot0, rom_slot1, rom_slot2, cart_ram",
		"M1, M2, M3, M4, M5",
		"M1, M3",
		"regions: cart_ram",
		"sms",
		"Sega Master System",
		"master-system\000",
#endif
#ifdef FM_TABLES_SNES
		"spc700",
		"cgram",
		"wram",
		"8 master clocks per access (2.68 MHz)",
		"also reachable sequentially through B-bus port $2180-$2183",
		"default direct page (D=0 after reset)",
		"B-bus: PPU registers",
		"6 master clocks",
		"apu_ports",
		"B-bus: APU communication ports",
		"wram_port",
		"WRAM data/address port",
		"joypad_regs",
		"Serial joypad registers",
		"12 master clocks ($4000-$41FF)",
		"cpu_regs",
		"CPU registers",
		"dma_regs",
		"DMA/HDMA channel registers",
		"rom_lorom",
		"Cartridge ROM, LoROM",
		"8 clocks; banks $80-$FF 6 clocks when FastROM bit set",
		"32 KiB per bank at $8000-$FFFF: ROM byte n*32768 + k appears at bank n, $8000 + k, for n up to $7D, and at bank $80 + n; the last 64 KiB only in banks $FE and $FF",
		"rom_hirom",
		"Cartridge ROM, HiROM window",
		"sram_lorom",
		"Battery SRAM, LoROM",
		"8 master clocks",
		"one 32 KiB half-bank; banks $70-$7D:$0000-$7FFF give the maximum window",
		"sram_hirom",
		"Battery SRAM, HiROM",
		"8 KiB per bank at $6000-$7FFF in banks $30-$3F (other documents say $20-$3F)",
		"PPU video RAM",
		"VMADD/VMDATA $2116-$2119 or DMA",
		"word addressed; accessible outside active display",
		"$2121/$2122/$213B or DMA",
		"$2102-$2104/$2138 or DMA",
		"SPC700 audio RAM",
		"ports $2140-$2143, the only way through from the 5A22",
		"SPC700 I/O registers overlay",
		"IPL boot ROM overlay (writes still reach RAM)",
		"S1, S2, S3, S6, S7, S4",
		"regions: wram, sram_lorom, sram_hirom, aram",
		"regions: wram, rom_lorom, rom_hirom, sram_lorom, sram_hirom, vram, cgram, oam",
		"64 KiB CPU banks ($00-$FF); cartridge mapping LoROM/HiROM",
		"S2, S3, S6, S7",
		"regions: sram_lorom, sram_hirom",
		"the first 8 KiB are reached from half of all banks: put there what is used often",
		"snes",
		"Super Nintendo / Super Famicom",
		"super-famicom\000sfc\000",
#endif
#ifdef FM_TABLES_STEAM_DECK
		"D2",
		"D3, D7",
		"D5",
		"D1, D3",
		"AVX2 in every one; no AVX-512",
		"D6",
		"D4",
		"steam-deck",
		"Steam Deck (SteamOS)",
#endif
#ifdef FM_TABLES_STM32F407
		"Flash",
		"ccm",
		"CCM data RAM",
		"otp",
		"OTP",
		"written once: the write fact is of programs",
		"each of its bits is also a word, from 0x22000000 on",
		"each of its bits is also a word, from 0x22380000 on",
		"backup_sram",
		"T3",
		"regions of at least 32 bytes",
		"regions: sram1, sram2",
		"T6",
		"DSP instructions on the bytes and halves of a word",
		"T1, T2",
		"regions: ccm",
		"regions: backup_sram",
		"64 KiB that no DMA engine reaches, for what lives as long as the program",
		"of one size, in SRAM1 or SRAM2",
		"stm32f407",
		"STM32F407 (Cortex-M4F)",
#endif
#ifdef FM_TABLES_WASM32
		"W12",
		"W5, W6",
		"atomics come with the threads proposal",
		"W6",
		"v128 is chosen when the module is compiled; a host without it refuses the module",
		"W5, W11",
		"where crossOriginIsolated holds",
		"where crossOriginIsolated holds; the memory must declare a maximum",
		"W2, W3",
		"by memory.grow, until the engine says -1; a memory never gives pages back",
		"all of the memory is readable and writable; only its end traps",
		"only memory.grow == -1",
		"wasm32",
		"WebAssembly 32-bit (browser, Node)",
		"wasm\000",
#endif
#ifdef FM_TABLES_WASM32_WASI
		"C7",
		"C5",
		"C6",
		"C3, C5",
		"by memory.grow; the host may refuse any growth",
		"wasm32-wasi",
		"WASI / component model (wasm32)",
		"wasi\000",
#endif
#ifdef FM_TABLES_WASM64
		"X8",
		"X1, X2",
		"X7",
		"X6",
		"by memory.grow, until the engine says -1",
		"wasm64",
		"WebAssembly memory64",
		"memory64\000",
#endif
#ifdef FM_TABLES_WII
		"MEM1 (1T-SRAM in the GPU package)",
		"slightly faster than MEM2; arena normally ends at 0x817FEFF0",
		"boot info and OS globals",
		"loader stub area",
		"OS globals, IOS heap range at 0x80003130",
		"mem2",
		"MEM2 (GDDR3)",
		"start used by the system; homebrew arena begins at 0x90002000",
		"IPC buffer 0x933E0000-0x933FFFFF",
		"upper part reserved for IOS (12-16 MiB, access controlled by Hollywood registers); IPC buffer lies just inside it",
		"Hollywood registers",
		"IPC, DI, SI, EXI, AI and more; GameCube-compatible block also at 0x0C000000/0xCC000000",
		"gc_mmio",
		"GameCube-compatible registers",
		"depth from 0xC8400000 on; 2 MiB behind it",
		"V1",
		"V1, V2, V3, V7, V4, V5, V6",
		"regions: mem1, mem2",
		"regions: mem1, mem2, locked_cache",
		"V3, V4",
		"V1, V2, V3, V7, V4, V5, V6, V8, V9",
		"V2, V3",
		"MEM1 for what must be fast, MEM2 for what must be large; blocks for DMA are whole lines of 32 bytes",
		"wii",
		"Nintendo Wii",
#endif
#ifdef FM_TABLES_WINDOWS_X86_64
		"W1, W4",
		"W4",
		"unless the account holds SeLockMemoryPrivilege",
		"W13",
		"W14",
		"cmpxchg16b is in the baseline",
		"W13, W14",
		"the baseline; AVX and AVX-512 by cpuid and xgetbv",
		"VirtualAlloc2 and its kind: reserve, then commit; a commit past the limit fails at once",
		"windows-x86_64",
		"Windows on x86-64",
		"windows-amd64\000",
#endif
#ifdef FM_TABLES_XBOX
		"user_space",
		"User address space",
		"titles load from 0x00010000; 64 MiB of physical RAM is shared with the GPU",
		"Physical RAM",
		"unified with the GPU; 128 MiB on debug and Chihiro units",
		"kernel image (virtual 0x80010000)",
		"top of RAM excluded by the nxdk pbkit allocator (limit 0x03FFAFFF)",
		"page_tables",
		"Page tables",
		"system_space",
		"Kernel/system address space",
		"devkit_space",
		"Development-kit memory",
		"nv2a_regs",
		"GPU (NV2A) registers",
		"nv2a_ramin",
		"GPU instance memory (RAMIN)",
		"window inside the NV2A register space",
		"apu_regs",
		"APU registers",
		"ac97_regs",
		"AC'97 registers",
		"usb0_regs",
		"USB controller 0",
		"usb1_regs",
		"USB controller 1",
		"nic_regs",
		"Network controller (NVNet)",
		"flash_rom",
		"Flash ROM window",
		"the chip (256 KiB in the wiki example) repeats through the window; chips have 256 KiB or 1 MiB",
		"mcpx_rom",
		"MCPX boot ROM",
		"retail units only",
		"x86 I/O ports",
		"PCI configuration at 0xCF8/0xCFC, SMBus, AC97 mixers",
		"X2",
		"X1, X2, X3, X5, X7",
		"regions: user_space, main_ram, system_space",
		"regions: main_ram, nv2a_ramin",
		"X5",
		"X1, X2, X3, X5, X7, X10, X11, X4",
		"64 MiB that the GPU shares",
		"from one contiguous allocation",
		"xbox",
		"Microsoft Xbox (original)",
#endif
#ifdef FM_TABLES_XBOX_SERIES
		"Y5",
		"xbox-series",
		"Xbox Series X|S",
		"xbox-series-x\000",
#endif
#ifdef FM_TABLES_ZX_SPECTRUM_128
		"32768 bytes of ROM in two banks",
		"bank5",
		"RAM bank 5 (fixed)",
		"contended",
		"display bitmap (normal screen)",
		"attributes",
		"128K: paging copies and routines (printer buffer on 48K)",
		"bank2",
		"RAM bank 2 (fixed)",
		"paged",
		"Paged RAM window",
		"odd banks contended",
		"131072 bytes in 8 banks in total; banks 2 and 5 also appear at their fixed addresses (aliases); bank 7 holds the shadow screen; bit 5 locks paging until reset",
		"6144 bitmap + 768 attributes; part of main RAM; ULA may show bank 7 offset 0 instead (port $7FFD bit 3) without mapping it",
		"ULA answers every even port ($FE); $7FFD paging (A15=0,A1=0), $FFFD/$BFFD AY sound",
		"Z1, Z2, Z6",
		"Z1, Z3, Z6, Z4",
		"regions: bank5, bank2, paged, screen",
		"regions: rom, paged",
		"Z1, Z2, Z3, Z6, Z4",
		"one a bank: a block never crosses banks",
		"zx_spectrum_128",
		"ZX Spectrum 128K/+2",
		"spectrum-128\000",
#endif
#ifdef FM_TABLES_ZX_SPECTRUM_48
		"ram_contended",
		"RAM shared with the ULA",
		"contended: CPU delayed while the ULA draws",
		"display bitmap",
		"display attributes",
		"printer buffer",
		"ram_fast",
		"Uncontended RAM",
		"user defined graphics set up by BASIC",
		"6144 bitmap + 768 attributes; part of main RAM",
		"ULA answers every even port ($FE); unattached ports read the floating bus",
		"Z1, Z2",
		"Z1, Z3, Z4",
		"regions: ram_contended, ram_fast, screen",
		"Z1, Z2, Z3, Z4",
		"what must be fast goes to the RAM that the ULA does not share",
		"zx_spectrum_48",
		"ZX Spectrum 48K",
		"spectrum\000",
#endif
	}
};

#undef FROM
#undef SIZE_FROM
#undef TEXT_AT
#undef YES
#undef NO
#undef FM_TABLES_3DS
#undef FM_TABLES_AMIGA500
#undef FM_TABLES_ANDROID_ARM64
#undef FM_TABLES_ATARI2600
#undef FM_TABLES_AVR_ATMEGA328P
#undef FM_TABLES_C64
#undef FM_TABLES_CLOUD_LINUX_CGROUP_V1
#undef FM_TABLES_CLOUD_LINUX_CGROUP_V2
#undef FM_TABLES_CLOUD_NUMA_HUGEPAGES
#undef FM_TABLES_CORTEX_M_MPU
#undef FM_TABLES_DREAMCAST
#undef FM_TABLES_ESP32
#undef FM_TABLES_GAMECUBE
#undef FM_TABLES_GB
#undef FM_TABLES_GBA
#undef FM_TABLES_GBC
#undef FM_TABLES_IOS_ARM64
#undef FM_TABLES_LINUX_AARCH64
#undef FM_TABLES_LINUX_PPC64LE
#undef FM_TABLES_LINUX_RISCV64
#undef FM_TABLES_LINUX_S390X
#undef FM_TABLES_LINUX_X86_64
#undef FM_TABLES_MACOS_ARM64
#undef FM_TABLES_MEGADRIVE
#undef FM_TABLES_N64
#undef FM_TABLES_NDS
#undef FM_TABLES_NEOGEO
#undef FM_TABLES_NES
#undef FM_TABLES_NINTENDO_SWITCH
#undef FM_TABLES_NINTENDO_SWITCH_2
#undef FM_TABLES_PC_ENGINE
#undef FM_TABLES_PLAYDATE
#undef FM_TABLES_PS2
#undef FM_TABLES_PS4
#undef FM_TABLES_PS5
#undef FM_TABLES_PSP
#undef FM_TABLES_PSX
#undef FM_TABLES_RP2040
#undef FM_TABLES_RP2350
#undef FM_TABLES_SATURN
#undef FM_TABLES_SMS
#undef FM_TABLES_SNES
#undef FM_TABLES_STEAM_DECK
#undef FM_TABLES_STM32F407
#undef FM_TABLES_WASM32
#undef FM_TABLES_WASM32_WASI
#undef FM_TABLES_WASM64
#undef FM_TABLES_WII
#undef FM_TABLES_WINDOWS_X86_64
#undef FM_TABLES_XBOX
#undef FM_TABLES_XBOX_SERIES
#undef FM_TABLES_ZX_SPECTRUM_128
#undef FM_TABLES_ZX_SPECTRUM_48
#undef FROM
#undef SIZE_FROM
#undef TEXT_AT
#undef YES
#undef NO

/* ==== lib/platform/want.c ==== */
/** @file
 * Whether one want holds, and why not: first what the platform can do, then one region after the other.
 *
 *     facts say no  <  facts unknown  <  no room        how near a region comes; the nearest is told of: of several the first, or the
 *                                                       one with the most room */

/** A region that may not be in every machine: for wants a fact that must not be. */
#define OPTIONAL (1u << FM_TABLE_OPTIONAL / 2)

FM_STATIC_ASSERT(FM_WANT_MAPPED == 1u << FM_TABLE_CPU_MAPPED / 2 && FM_WANT_DMA == 1u << FM_TABLE_DMA / 2 && FM_WANT_CACHED == 1u << FM_TABLE_CACHED_DATA / 2 &&
		 FM_WANT_FAST == 1u << FM_TABLE_FAST / 2, "a want's facts stand in the order of a row's");

/** What facts are called in refusals, by place in fm_want.must; then what else may be unknown. */
static const char fact_names[][12] = { "address", "mapped", "read", "write", "execute", "cached_code", "cached", "dma",
	"volatile", "persistent", "presence", "fast", "size", "fact" };

enum { FACTS = 12, SIZE = FACTS, LATER_FACT };

enum nearness { NOT_MEANT, FACTS_SAY_NO, FACTS_UNKNOWN, NO_ROOM };

/** How a region was judged. */
struct verdict {
	enum nearness nearness;
	fm_status status;
	uint32_t region;
	unsigned fact; /**< index into fact_names */
	uint64_t largest;
};

/** What a row says of a capability against the least that is asked. NULL: nothing is said. */
static fm_status judge_value(const struct fm_table_capability *row, uint64_t least)
{
	if (row == NULL || row->state == FM_CAPABILITY_UNKNOWN)
		return FM_E_FACT_UNKNOWN;
	if (row->state != FM_CAPABILITY_YES)
		return row->state == FM_CAPABILITY_DENIED ? FM_E_PERMISSION : FM_E_UNSUPPORTED;
	if (least == 0 || row->value >= least)
		return FM_OK;
	return row->value == 0 ? FM_E_FACT_UNKNOWN : FM_E_UNSUPPORTED;
}

static fm_status judge_capability(const fm_profile *profile, const fm_want_capability *asked, fm_refusal *why)
{
	const struct fm_table_capability *row = fm_rows_capability(profile, asked->id);
	fm_status status = judge_value(row, asked->least);

	if (status == FM_OK)
		return FM_OK;
	why->asked = asked->least;
	if (status == FM_E_UNSUPPORTED && row->state == FM_CAPABILITY_YES) {
		why->capacity = why->available = why->largest = why->help_bytes = row->value;
		why->help = FM_HELP_ASK_LESS;
	}
	fm_refusal_set_joined(why, FM_SUBJECT_CAPABILITY, fm_capability_name(asked->id), "");
	return status;
}

/** True iff the want can mean the region. */
static int is_meant(const fm_profile *profile, const struct fm_table_region *row, const fm_want *want)
{
	if (want->region[0] != '\0' && !fm_rows_same(want->region, fm_rows_text(profile, row->id)))
		return 0;
	if (want->kinds != 0)
		return row->kind < 32 && (want->kinds >> row->kind & 1) != 0;
	return want->region[0] != '\0' || (row->kind != FM_REGION_IO && row->kind != FM_REGION_RESERVED);
}

static unsigned lowest_bit(uint32_t bits)
{
	unsigned place = 0;

	while ((bits >> place & 1) == 0)
		place++;
	return place < FACTS ? place : LATER_FACT;
}

/** A "no" first, then what is unknown; a fact of a later library is. */
static void judge_facts(const struct fm_table_region *row, const fm_want *want, struct verdict *verdict)
{
	uint32_t must_not = want->must_not, yes = 0, no = 0;

	if ((want->flags & FM_WANT_OPTIONAL) == 0 && want->region[0] == '\0')
		must_not |= OPTIONAL;
	for (unsigned place = 0; place < FACTS; place++) {
		fm_fact fact = fm_rows_fact(row->facts, 2 * place);

		yes |= (uint32_t)(fact == FM_FACT_YES) << place;
		no |= (uint32_t)(fact == FM_FACT_NO) << place;
	}
	if ((yes & OPTIONAL) != 0) /* whether this machine has it, nobody says */
		yes -= OPTIONAL;

	uint32_t wrong = (want->must & no) | (must_not & yes);
	uint32_t unknown = (want->must | must_not) & ~(yes | no);

	if ((wrong | unknown) == 0)
		return;
	verdict->nearness = wrong != 0 ? FACTS_SAY_NO : FACTS_UNKNOWN;
	verdict->status = wrong != 0 ? FM_E_PERMISSION : FM_E_FACT_UNKNOWN;
	verdict->fact = lowest_bit(wrong != 0 ? wrong : unknown);
}

/** Judges every region that is meant, until one has everything: FM_OK. Else the verdict is the nearest one's. */
static struct verdict find_region(const fm_want_giver *giver, const fm_want *want)
{
	const struct fm_table_region *row;
	struct verdict nearest = { .nearness = NOT_MEANT, .status = FM_E_NOT_FOUND };

	for (uint32_t index = 0; (row = fm_rows_region(giver->profile, index)) != NULL; index++) {
		struct verdict verdict = { .nearness = NO_ROOM, .fact = SIZE, .region = index };

		if (!is_meant(giver->profile, row, want))
			continue;
		judge_facts(row, want, &verdict);
		if (verdict.nearness == NO_ROOM)
			verdict.status = giver->room(giver->user, index, want, &verdict.largest, NULL);
		if (verdict.status == FM_OK)
			return verdict;
		if (verdict.nearness > nearest.nearness || (verdict.nearness == nearest.nearness && verdict.largest > nearest.largest))
			nearest = verdict;
	}
	return nearest;
}

/** What there is none of. */
static void name_missing(const fm_want *want, fm_refusal *why)
{
	if (want->region[0] != '\0')
		fm_refusal_set_quoted(why, "region", want->region);
	else if (want->kinds != 0)
		fm_refusal_set_quoted(why, "kind", fm_region_kind_name(lowest_bit(want->kinds)));
	else
		fm_refusal_set_subject(why, "region");
	if (want->region[0] == '\0') /* no spelling helps */
		why->help = FM_HELP_NONE;
}

/** Says why the region that came nearest does not do. */
static void explain(const fm_want_giver *giver, const fm_want *want, struct verdict *verdict, fm_refusal *why)
{
	const struct fm_table_region *row = fm_rows_region(giver->profile, verdict->region);

	if (verdict->nearness == NOT_MEANT) {
		name_missing(want, why);
	} else if (verdict->nearness == NO_ROOM && verdict->status != FM_E_FACT_UNKNOWN) {
		why->asked = want->bytes;
		why->align = want->align;
		why->capacity = row->size;
		(void)giver->room(giver->user, verdict->region, want, &verdict->largest, why);
	} else {
		fm_refusal_set_joined(why, fact_names[verdict->fact], " of ", fm_rows_text(giver->profile, row->id));
	}
}

static fm_status give_region(const fm_want_giver *giver, const fm_want *want, fm_resolution *out, fm_refusal *why)
{
	struct verdict verdict = find_region(giver, want);

	if (verdict.status != FM_OK) {
		explain(giver, want, &verdict, why);
		return verdict.status;
	}
	out->region = verdict.region;
	out->bytes = verdict.largest;
	out->id = fm_rows_text(giver->profile, fm_rows_region(giver->profile, verdict.region)->id);
	return FM_OK;
}

/** Members that can't be judged. */
static fm_status judge_members(const fm_want *want, fm_refusal *why)
{
	if ((want->flags & ~FM_WANT_OPTIONAL) != 0 || want->region[FM_WANT_ID_BYTES - 1] != '\0') {
		fm_refusal_set_subject(why, "want");
		return FM_E_ABI_FIELD;
	}
	if (want->align != 0 && !FM_IS_POWER_OF_TWO(want->align)) {
		why->align = want->align;
		fm_refusal_set_subject(why, "want.align");
		return FM_E_ALIGNMENT;
	}
	return FM_OK;
}

fm_status fm_want_judge(const fm_want_giver *giver, const fm_want *want, fm_resolution *out, fm_refusal *why)
{
	int asks_for_region = (want->kinds | want->must | want->must_not | want->flags) != 0 || (want->bytes | want->align) != 0 || want->region[0] != '\0';
	fm_want aligned = *want;
	fm_status status = judge_members(want, why);

	why->help = FM_HELP_OTHER;
	*out = (fm_resolution){ .region = FM_NONE };
	for (unsigned i = 0; i < FM_WANT_CAPABILITIES && status == FM_OK; i++)
		if (want->capabilities[i].id != 0)
			status = judge_capability(giver->profile, &want->capabilities[i], why);
	if (aligned.align == 0)
		aligned.align = 1;
	if (status == FM_OK && asks_for_region)
		status = give_region(giver, &aligned, out, why);
	why->status = status;
	return status;
}
#undef OPTIONAL

/* ==== lib/platform/want_text.c ==== */
/** @file
 * Wants from text, by the grammar of resolve.h. Names are matched by word: "dma" is not the begin of "dmax". A word ends where a space or a
 * separator is, so a byte that no word has makes a word that nobody knows. */

/** Stands for FM_WANT_OPTIONAL among the facts. */
#define OPTIONAL (1u << FM_TABLE_OPTIONAL / 2)

/** Words that begin a term of their own, then facts that must be and that must not. "?" ends the list. */
static const struct want_word {
	char text[12];
	uint16_t must;
	uint16_t must_not;
} want_words[] = {
	{ "region", 0, 0 },
	{ "has", 0, 0 },
	{ "at_least", 0, 0 },
	{ "aligned_to", 0, 0 },
	{ "ram", FM_WANT_READ | FM_WANT_WRITE, 0 },
	{ "read", FM_WANT_READ, 0 },
	{ "readable", FM_WANT_READ, 0 },
	{ "write", FM_WANT_WRITE, 0 },
	{ "writable", FM_WANT_WRITE, 0 },
	{ "execute", FM_WANT_EXECUTE, 0 },
	{ "executable", FM_WANT_EXECUTE, 0 },
	{ "cached_code", FM_WANT_CACHED_CODE, 0 },
	{ "cached", FM_WANT_CACHED, 0 },
	{ "uncached", 0, FM_WANT_CACHED },
	{ "dma_able", FM_WANT_DMA, 0 },
	{ "dma", FM_WANT_DMA, 0 },
	{ "address", FM_WANT_ADDRESS, 0 },
	{ "cpu_mapped", FM_WANT_MAPPED, 0 },
	{ "mapped", FM_WANT_MAPPED, 0 },
	{ "volatile", FM_WANT_VOLATILE, 0 },
	{ "persistent", FM_WANT_PERSISTENT, 0 },
	{ "fast", FM_WANT_FAST, 0 },
	{ "optional", OPTIONAL, 0 },
	{ "?", 0, 0 },
};

enum { WORD_REGION, WORD_HAS, WORD_AT_LEAST, WORD_ALIGNED_TO, WORD_FACTS };

/** What is left of a text. `at` is also the byte at fault. */
struct reading {
	const char *at;
	const char *end;
};

static const char *word_name(uint32_t index)
{
	return want_words[index].text;
}

/** The first byte from `at` on that is of no word. */
static const char *end_of_word(const struct reading *reading, const char *at)
{
	while (at < reading->end && (unsigned char)*at > ' ' && *at != ',' && *at != ';')
		at++;
	return at;
}

static const char *end_of_spaces(const struct reading *reading, const char *at)
{
	while (at < reading->end && *at == ' ')
		at++;
	return at;
}

/** Passes a name of our own if it is next as a whole word, and the spaces behind it. "_" of the name is "_", "-" or a space. */
static int accept_name(struct reading *reading, const char *name)
{
	const char *at = reading->at;

	for (; *name != '\0' && at < reading->end; name++, at++)
		if ((*at | 0x20) != *name && (*name != '_' || (*at != '_' && *at != '-' && *at != ' ')))
			return 0;
	if (*name != '\0' || end_of_word(reading, at) != at)
		return 0;
	reading->at = end_of_spaces(reading, at);
	return 1;
}

/** Passes one of the names from `index` on, which "?" ends. Returns its index; FM_NONE: none is next. */
static uint32_t accept_one(struct reading *reading, const char *(*name)(uint32_t), uint32_t index)
{
	for (; name(index)[0] != '?'; index++)
		if (accept_name(reading, name(index)))
			return index;
	return FM_NONE;
}

/** Reads a size: a word, with the next one where that is its unit. What is larger stays: `*largest` grows. */
static fm_status read_size(struct reading *reading, uint64_t *largest)
{
	const char *word = end_of_word(reading, reading->at), *unit = end_of_word(reading, end_of_spaces(reading, word));
	uint64_t size = 0;
	size_t fault = 0;
	fm_status status = fm_size_parse(reading->at, (size_t)(unit - reading->at), &size, &fault);

	if (status == FM_E_SYNTAX) {
		unit = word;
		status = fm_size_parse(reading->at, (size_t)(word - reading->at), &size, &fault);
	}
	if (size > *largest)
		*largest = size;
	reading->at = status == FM_OK ? end_of_spaces(reading, unit) : reading->at + fault;
	return status;
}

/** Reads the id of a region. */
static fm_status read_id(struct reading *reading, fm_want *want)
{
	const char *end = end_of_word(reading, reading->at);
	size_t length = (size_t)(end - reading->at);

	if (length == 0 || length >= FM_WANT_ID_BYTES)
		return length == 0 ? FM_E_SYNTAX : FM_E_RANGE;
	memset(want->region, 0, FM_WANT_ID_BYTES);
	memcpy(want->region, reading->at, length);
	reading->at = end_of_spaces(reading, end);
	return FM_OK;
}

static int begins_number(const struct reading *reading)
{
	return reading->at < reading->end && (fm_scan_is_digit((unsigned char)*reading->at, 10) || *reading->at == '$');
}

/** Reads a capability, and its least value if there is one. */
static fm_status read_capability(struct reading *reading, fm_want *want)
{
	fm_want_capability *next = want->capabilities;
	fm_status status = FM_OK;

	while (next->id != 0)
		if (++next == want->capabilities + FM_WANT_CAPABILITIES)
			return FM_E_RANGE;
	next->id = accept_one(reading, fm_capability_name, 1);
	if (next->id == FM_NONE)
		return FM_E_SYNTAX;
	if (accept_name(reading, "at_least") || begins_number(reading)) {
		status = read_size(reading, &next->least);
		if (status == FM_OK && !accept_name(reading, "bits"))
			(void)accept_name(reading, "bytes");
	}
	return status;
}

/** Adds the facts of a word; `not`: the other way round. */
static fm_status add_facts(const struct want_word *word, int not, fm_want *want)
{
	if (word->must == OPTIONAL) {
		want->flags = FM_WANT_OPTIONAL;
		return not ? FM_E_SYNTAX : FM_OK;
	}
	want->must |= not ? word->must_not : word->must;
	want->must_not |= not ? word->must : word->must_not;
	return FM_OK;
}

/** Reads a kind, where names are allowed. */
static fm_status read_kind(struct reading *reading, int names, fm_want *want)
{
	uint32_t kind = names ? accept_one(reading, fm_region_kind_name, 0) : FM_NONE;

	if (kind == FM_NONE)
		return FM_E_SYNTAX;
	want->kinds |= FM_WANT_KIND(kind);
	return FM_OK;
}

/** Reads one term. `names`: it may be a region or a kind. */
static fm_status read_term(struct reading *reading, int names, fm_want *want)
{
	int not = accept_name(reading, "not");
	uint32_t word = accept_one(reading, word_name, not ? WORD_FACTS : names ? WORD_REGION : WORD_HAS);

	if (word == WORD_REGION)
		return read_id(reading, want);
	if (word == WORD_HAS)
		return read_capability(reading, want);
	if (word < WORD_FACTS || (word == FM_NONE && !not && begins_number(reading)))
		return read_size(reading, word == WORD_ALIGNED_TO ? &want->align : &want->bytes);
	return word == FM_NONE ? read_kind(reading, names && !not, want) : add_facts(&want_words[word], not, want);
}

/** Passes one separator, and the spaces behind it. Returns 1 iff there was one. */
static int pass_separator(struct reading *reading)
{
	if (*reading->at != ',' && *reading->at != ';')
		return 0;
	reading->at = end_of_spaces(reading, reading->at + 1);
	return 1;
}

/** Reads the whole text; `*want` becomes the one that is looked for. Returns as fm_want_parse(), with reading->at the byte at fault. */
static fm_status read_wants(struct reading *reading, uint32_t index, fm_want *want)
{
	fm_want other = { .bytes = 0 }, *next = index == 0 ? want : &other;
	uint32_t wants = 1;
	int names = 1;
	fm_status status;

	reading->at = end_of_spaces(reading, reading->at);
	while ((status = read_term(reading, names, next)) == FM_OK && reading->at < reading->end) {
		int separated = pass_separator(reading);

		if (names && accept_name(reading, "else")) {
			if (wants == FM_WANTS_MAX)
				return FM_E_RANGE;
			memset(&other, 0, sizeof other);
			next = wants++ == index ? want : &other;
		} else if (separated) {
			names = 0;
			next = want;
		}
	}
	return status == FM_OK && index >= wants ? FM_E_NOT_FOUND : status;
}

fm_status fm_want_parse(const char *text, size_t length, uint32_t index, fm_want *out, size_t *error_at)
{
	if (text == NULL || out == NULL)
		return FM_E_ARGUMENT;

	fm_scan scan = fm_scan_begin(text, length);
	struct reading reading = { text, text + scan.length };
	fm_want want = { .bytes = 0 };
	fm_status status = read_wants(&reading, index, &want);

	if (status == FM_OK)
		*out = want;
	else if (status != FM_E_NOT_FOUND && error_at != NULL)
		*error_at = (size_t)(reading.at - text);
	return status;
}
#undef OPTIONAL

/* ==== lib/validate/alias.c ==== */
/** @file
 * Alias: two accesses have bytes in common under different addresses, and one writes. Caches and compilers know addresses, not bytes, so
 * neither sees what the other did. Helps with the address that the first common byte has in the second access. */
/** @file
 * Rules: each judges one access at a place that was found, and says what would do. One file and one line of registry.c each. */
#ifndef FLIGHTMEM_VALIDATE_RULES_H
#define FLIGHTMEM_VALIDATE_RULES_H
/** @file
 * What a validator is made of: regions, the windows that show them, and the table that is asked.
 *
 *     regions   one for each of the profile or the list: rights, widths, whose bytes
 *     windows   a region's own base, the slices of mirrors, each reserved area; sorted by base when compiled
 *     rows      sorted, disjoint: who wins where. Row 0 is empty, so that every address leads to a row
 *     index     leading-bits buckets, or a 16-ary tree of 32-bit keys: address -> row
 *
 * A row only says what is certainly allowed. What it does not allow at once is judged exactly, rule by rule, by judge.c, which uses
 * neither the row's rights nor the index: so a mistake in either can refuse nothing, and the tests ask both ways. */
#ifndef FLIGHTMEM_VALIDATE_VALIDATE_H
#define FLIGHTMEM_VALIDATE_VALIDATE_H

/** Bytes of fm_validator_options in the first release. */
#define FM_VALIDATE_OPTIONS_FIRST_SIZE (offsetof(fm_validator_options, reserved) + sizeof(uint32_t))
/** Alignment of the control block, bytes. */
#define FM_VALIDATE_CONTROL_ALIGN 16
/** Most windows: rows are numbered by 16 bits, and each window makes two at most. */
#define FM_VALIDATE_WINDOWS_MAX 32000u
#define FM_VALIDATE_RIGHTS 0xFu
#define FM_VALIDATE_WIDTHS 0xF0u
#define FM_VALIDATE_BANKS 0xFFFF0000u
/** Width of an access in bytes, 0: none stated; more than one bit where more than one was. */
#define FM_VALIDATE_WIDTH(access) ((access) >> 4 & 0xFu)
/** Bits of an address that the widest width aligns. */
#define FM_VALIDATE_NATURAL 7u
/** Rows that a bucket leaves to choose from where one look is enough. */
#define FM_VALIDATE_NEAR 4u
/** Keys of one node of the tree. */
#define FM_VALIDATE_FAN 16u

/** A region, of a profile or of a list. */
typedef struct fm_validate_region {
	const char *name; /**< NULL: of a list */
	uint64_t base, size;
	uint64_t begin;   /**< byte of the store that it begins with */
	uint32_t store;   /**< index of the region that owns the bytes */
	uint32_t space;   /**< index of its address space */
	uint32_t access;  /**< rights granted */
	uint32_t unknown; /**< rights that no source speaks of */
	uint32_t align;   /**< 1 or more, a power of two */
	uint32_t read_widths, write_widths;
	uint32_t lane, lane_stride;
	uint32_t bank_count;
	uint32_t unknown_banks; /**< 1: bank_count is 0, and that may only mean that no source says how many */
	uint32_t is_reserved; /**< 0 or 1 */
	fm_fact cached;
} fm_validate_region;

/** Addresses that show bytes of a region. Sorted by base, then order. Slices of a mirror that touch are one window with seams. */
typedef struct fm_validate_window {
	uint64_t base, last; /**< first and last address */
	uint64_t period;     /**< there is a seam at this distance, behind which it begins anew; 0: no */
	uint64_t advance;    /**< byte of the region that it begins with behind each seam, more than before it */
	uint64_t offset;     /**< byte of the region that it begins with */
	uint64_t shift;      /**< from its addresses to the platform's: not 0 where the region was put elsewhere */
	uint32_t region;
	uint32_t mirror;     /**< FM_NONE: the region itself */
	uint32_t order;      /**< of windows that overlap the lowest wins */
	uint32_t inverted;   /**< units of so many bytes lie in opposite order; 0: no */
	uint16_t is_area;    /**< a reserved area: a part of the region's own window */
	uint16_t cached;     /**< fm_fact */
} fm_validate_window;

/** Bytes that are spoken for, counted in the region that owns them. */
typedef struct fm_validate_area {
	uint64_t byte, size;
	uint32_t store;
	uint32_t region; /**< that it is told of */
} fm_validate_area;

/** A bit that no access has and each check adds. */
#define FM_VALIDATE_EXACT (UINT64_C(1) << 32)

/** A run of addresses that one window wins. 32 bytes. */
typedef struct fm_validate_row {
	uint64_t base, size;
	uint64_t refused; /**< bits of an access that are not certainly allowed; FM_VALIDATE_EXACT: nothing is */
	uint32_t fixed;   /**< the region's alignment - 1 */
	uint32_t window;  /**< index */
} fm_validate_row;

/** Addresses that share their leading bits, and the keys of the tree that they have. Chunks without a base take one key together. */
typedef struct fm_validate_chunk {
	uint32_t first; /**< key of its first address */
	uint32_t mask;  /**< bits of an address that are added to it */
} fm_validate_chunk;

/** What the options say of DMA: 0 is what the engines of the profile say. */
typedef struct fm_validate_dma {
	uint64_t limit, boundary;
	uint32_t align, granule;
	uint32_t line;   /**< of the cache; 0: unknown, FM_NONE: there is none or DMA sees it */
	uint32_t engine; /**< of the profile, from 1 on; 0: each; FM_NONE: none */
} fm_validate_dma;

struct fm_validator {
	/* what each check reads */
	const fm_validate_row *rows; /**< row_count + FM_VALIDATE_NEAR of them; [0] and what follows the last one are empty */
	const uint16_t *buckets;     /**< first row of each bucket; NULL: the tree is asked */
	const int32_t *levels[4];    /**< of the tree, the leaves first */
	const fm_validate_chunk *chunks; /**< NULL: an address shifted is its key */
	uint64_t origin;             /**< address that counts as 0 */
	uint64_t top;                /**< last bucket; largest key; last chunk */
	uint32_t shift;              /**< of an address relative to the origin */
	uint32_t span;               /**< rows that a bucket leaves to choose from; levels of the tree */
	uint32_t chunk_shift;        /**< of an address relative to the origin: its chunk */
	uint32_t natural;            /**< bits of an address that the width of a load or store aligns */
	/* what only a refusal reads */
	uint32_t *counters; /**< refusals of each rule; of all at FM_RULE_COUNT */
	const fm_validate_region *regions;
	const fm_validate_window *windows;
	const fm_validate_area *areas;
	const fm_profile *profile;
	fm_memory_provider provider; /**< a copy; without functions where there is none */
	size_t control_bytes;        /**< what the provider gave; 0: the caller's bytes */
	fm_validate_dma dma;
	uint32_t references;
	uint32_t rules;
	uint32_t flags;
	uint32_t row_count, area_count;
	uint32_t refusals[FM_RULE_COUNT + 1];
};

/** A profile whose regions lie elsewhere: where this program has their bytes. */
typedef struct fm_validate_host {
	const fm_profile *profile;
	/** Finds the first address of a region's bytes; false iff they are nowhere, or another region owns them. NULL: where the profile says. */
	int (*place)(const void *user, uint32_t region, uint64_t *base);
	const void *user;
} fm_validate_host;

/** How much there is of everything, and where it lies behind the validator in its block. */
typedef struct fm_validate_plan {
	uint32_t regions, areas, windows, rows;
	size_t at_windows, at_areas, at_rows, at_index, bytes;
} fm_validate_plan;

/** Bytes of the control block for an own list of at most `count` regions. */
size_t fm_validate_list_bytes(uint32_t count);

/** Judges an own list. Returns FM_OK, FM_E_ARGUMENT, FM_E_RANGE, FM_E_ALIGNMENT as fm_validator_open() says. */
fm_status fm_validate_judge_list(const fm_validator_region *regions, uint32_t count);

/** Reads the regions of the profile or list of the options, `count` of them. */
void fm_validate_read_regions(const fm_validator_options *options, fm_validate_region *regions, uint32_t count);

/** Reads the reserved areas whose size is known; without an array it only counts. Gives how many. */
uint32_t fm_validate_read_areas(const fm_validator_options *options, const fm_validate_region *regions, fm_validate_area *areas);

/** Writes the windows; without an array it only counts, to FM_VALIDATE_WINDOWS_MAX + 1 at most. `host`: NULL or with a place(). Gives how many. */
uint32_t fm_validate_read_windows(const fm_validator_options *options, const fm_validate_host *host, fm_validate_window *windows);

/** fm_validator_open() for regions that lie elsewhere: the options name neither profile nor regions, and may be NULL: all defaults. */
fm_status fm_validate_open_host(const fm_validator_options *options, const fm_validate_host *host, fm_validator **out, fm_refusal *why);

/** Sorts the windows and writes rows[1..]: the runs of addresses, each with its winner. `scratch`: one number a window. Gives how many. O(n log n). */
uint32_t fm_validate_sweep(fm_validate_window *windows, uint32_t count, fm_validate_row *rows, uint32_t *scratch);

/** Writes what each row certainly allows. */
void fm_validate_grant(const fm_validator *validator, fm_validate_row *rows);

/** Bytes that an index of `rows` rows takes at most. */
size_t fm_validate_index_bytes(uint32_t rows);

/** Makes the index of the validator's rows in `bytes` of `memory`, aligned to 16: as many as fm_validate_index_bytes() says, or more. */
void fm_validate_index(fm_validator *validator, void *memory, size_t bytes);

/** The key in the tree of an address relative to the origin. */
static FM_ALWAYS_INLINE uint32_t fm_validate_key(const fm_validator *validator, uint64_t relative)
{
	uint64_t at = relative >> (validator->chunks == NULL ? validator->shift : validator->chunk_shift);

	at = at > validator->top ? validator->top : at;
	if (validator->chunks == NULL)
		return (uint32_t)at;
	return validator->chunks[at].first + ((uint32_t)(relative >> validator->shift) & validator->chunks[at].mask);
}

/** Two windows are one to an access: the same, or a region and an area of it. */
int fm_validate_is_same(const fm_validate_window *a, const fm_validate_window *b);

#endif

/** An access and where it leads. */
typedef struct fm_validate_case {
	const fm_validator *validator;
	uint64_t address, size;
	uint32_t access;
	const fm_validate_window *window; /**< that the first byte lies in; NULL: none, and then only bounds are judged */
	const fm_validate_region *region;
	uint64_t guest;                   /**< the address as the platform has it: what is a multiple there is one for CPU and engine */
	uint64_t left;                    /**< bytes up to the next seam */
	uint64_t byte;                    /**< of the region's store: what the address leads to */
	const struct fm_validate_case *other; /**< the second of a pair; NULL: none */
} fm_validate_case;

/** What a rule says besides no. */
typedef struct fm_validate_reason {
	uint64_t at;        /**< first address at fault */
	uint64_t help;
	const char *remedy; /**< NULL: the one of the status */
} fm_validate_reason;

/** True iff the rule refuses; then it fills the reason. */
typedef int (*fm_validate_judge)(const fm_validate_case *what, fm_validate_reason *reason);

/** A rule of the registry. */
typedef struct fm_validate_rule {
	const char *name;
	fm_validate_judge judge;
	fm_status status;
} fm_validate_rule;

/** FM_RULE_COUNT of them, by number. */
extern const fm_validate_rule fm_validate_rules[FM_RULE_COUNT];

int fm_validate_bounds(const fm_validate_case *what, fm_validate_reason *reason);
int fm_validate_alignment(const fm_validate_case *what, fm_validate_reason *reason);
int fm_validate_permission(const fm_validate_case *what, fm_validate_reason *reason);
int fm_validate_width(const fm_validate_case *what, fm_validate_reason *reason);
int fm_validate_dma_transfer(const fm_validate_case *what, fm_validate_reason *reason);
int fm_validate_lane(const fm_validate_case *what, fm_validate_reason *reason);
int fm_validate_reserved(const fm_validate_case *what, fm_validate_reason *reason);
int fm_validate_bank(const fm_validate_case *what, fm_validate_reason *reason);
int fm_validate_alias(const fm_validate_case *what, fm_validate_reason *reason);
int fm_validate_wx(const fm_validate_case *what, fm_validate_reason *reason);

/** True iff the access can be judged at all: it has bytes, no bit that means nothing, at most one width. */
int fm_validate_is_access(uint64_t size, uint32_t access);

/** Finds where the access leads, by halving, without the index. O(log rows + areas). */
void fm_validate_locate(const fm_validator *validator, uint64_t address, uint64_t size, uint32_t access, fm_validate_case *what);

/** The first rule from `rule` on that refuses; FM_RULE_COUNT iff none does. */
uint32_t fm_validate_first(const fm_validate_case *what, uint32_t rule, fm_validate_reason *reason);

/** Judges exactly what a row did not allow at once, and counts a refusal. */
fm_status fm_validate_exactly(const fm_validator *validator, uint64_t address, uint64_t size, uint32_t access);

#endif

/** The bytes that an access touches before its next seam. */
static fm_range bytes_touched(const fm_validate_case *what)
{
	return (fm_range){ what->byte, what->size < what->left ? what->size : what->left };
}

int fm_validate_alias(const fm_validate_case *what, fm_validate_reason *reason)
{
	const fm_validate_case *other = what->other;
	fm_range common;

	if (other == NULL || other->region->store != what->region->store || !((what->access | other->access) & FM_ACCESS_WRITE))
		return 0;
	/* The same distance between addresses as between bytes: each byte has one address. */
	if (other->address - what->address == other->byte - what->byte || fm_range_intersect(bytes_touched(what), bytes_touched(other), &common) != FM_OK)
		return 0;
	reason->at = what->address + (common.base - what->byte);
	reason->help = other->address + (common.base - other->byte);
	return 1;
}

/* ==== lib/validate/alignment.c ==== */
/** @file
 * Alignment: the address is a multiple of the width, as far as the CPU minds, and of what the region wants. What a CPU tolerates says nothing
 * of a DMA engine. Helps with the multiple. */

int fm_validate_alignment(const fm_validate_case *what, fm_validate_reason *reason)
{
	uint32_t width = FM_VALIDATE_WIDTH(what->access), natural = what->access & FM_ACCESS_DMA ? FM_VALIDATE_NATURAL : what->validator->natural;
	uint32_t mask = ((width - (width != 0)) & natural) | (what->region->align - 1);

	reason->help = mask + 1;
	return (what->guest & mask) != 0;
}

/* ==== lib/validate/bank.c ==== */
/** @file
 * Bank: where an access says which bank it means, the window has that bank. Helps with how many there are. */

int fm_validate_bank(const fm_validate_case *what, fm_validate_reason *reason)
{
	uint32_t number = what->access >> 16;
	const fm_validate_region *region = what->region;

	if (number == 0 || number <= region->bank_count)
		return 0;
	reason->help = region->bank_count;
	if (!region->unknown_banks)
		return 1;
	reason->remedy = "no source says how many banks there are: state it in an own list, or allow what is unknown";
	return !(what->validator->flags & FM_VALIDATOR_ALLOW_UNKNOWN);
}

/* ==== lib/validate/bounds.c ==== */
/** @file
 * Bounds: every byte lies in the window that the first one lies in, before its next seam. Helps with the size that would fit. */

int fm_validate_bounds(const fm_validate_case *what, fm_validate_reason *reason)
{
	if (what->window == NULL) {
		reason->remedy = "no region holds this address: see the memory map";
		return 1;
	}
	if (what->size <= what->left)
		return 0;
	/* The byte behind the last one of the number space counts as the first. */
	reason->at = what->address + what->left;
	reason->help = what->left;
	return 1;
}

/* ==== lib/validate/check.c ==== */
/** @file
 * The hot path: address -> row -> allowed at once, or judged exactly. */

/** How many of a node's keys are not greater: the first ones, for they ascend. The last one is greater than any. */
static FM_ALWAYS_INLINE uint32_t not_greater(const int32_t *keys, int32_t key)
{
#if FM_HAS_SSE2
	const fm_int32x4 *four = (const fm_int32x4 *)keys;
	const fm_int32x4 wanted = { key, key, key, key };

	return FM_COUNT_NOT_GREATER(four, wanted);
#else
	uint32_t count = 0;

	for (uint32_t i = 0; i < FM_VALIDATE_FAN; i++)
		count += keys[i] <= key;
	return count;
#endif
}

/** The child of the node that stands `at` places from the left of its level. */
static FM_ALWAYS_INLINE size_t child_of(const fm_validator *validator, uint32_t level, size_t at, int32_t key)
{
	return at * FM_VALIDATE_FAN + not_greater(validator->levels[level] + at * FM_VALIDATE_FAN, key);
}

/** Each level is written out: a loop over them costs a quarter. */
static FM_ALWAYS_INLINE const fm_validate_row *find_in_tree(const fm_validator *validator, uint64_t relative)
{
	int32_t key = (int32_t)(fm_validate_key(validator, relative) ^ 0x80000000u);
	size_t at = 0;

	switch (validator->span) {
	case 4: at = child_of(validator, 3, at, key); /* fall through */
	case 3: at = child_of(validator, 2, at, key); /* fall through */
	case 2: at = child_of(validator, 1, at, key); /* fall through */
	default: at = child_of(validator, 0, at, key);
	}
	return validator->rows + 1 + at;
}

/** Where a bucket leaves many rows to choose from: by halves, without a branch on what is compared. */
static FM_NOINLINE const fm_validate_row *find_by_halves(const fm_validate_row *row, size_t left, uint64_t address)
{
	for (size_t half; left > 1; left -= half) {
		half = left / 2;
		row += half & -(size_t)(row[half].base <= address);
	}
	return row;
}

static FM_ALWAYS_INLINE const fm_validate_row *find_row(const fm_validator *validator, uint64_t address)
{
	uint64_t relative = address - validator->origin;

	if (validator->buckets == NULL)
		return find_in_tree(validator, relative);

	uint64_t bucket = relative >> validator->shift;
	const fm_validate_row *row = validator->rows + validator->buckets[bucket > validator->top ? validator->top : bucket];

	if (FM_UNLIKELY(validator->span > FM_VALIDATE_NEAR))
		return find_by_halves(row, validator->span, address);
	/* All that there may be, at once: addresses come in any order, so a branch would be guessed wrong. */
	return row + ((size_t)(row[1].base <= address) + (row[2].base <= address) + (row[3].base <= address));
}

/** True iff the access certainly may happen. */
static FM_ALWAYS_INLINE int is_allowed(const fm_validator *validator, uint64_t address, uint64_t size, uint32_t access)
{
	const fm_validate_row *row = find_row(validator, address);
	uint64_t offset = address - row->base;
	uint32_t width = FM_VALIDATE_WIDTH(access), mask = width - (width != 0);
	uint64_t odd = ((access | FM_VALIDATE_EXACT) & row->refused) | (width & mask) | (size & mask);

	odd |= address & ((mask & validator->natural) | row->fixed);

	return offset < row->size && size - 1 < row->size - offset && odd == 0;
}

fm_status fm_validator_check(const fm_validator *validator, uint64_t address, uint64_t size, uint32_t access)
{
	if (FM_UNLIKELY(validator == NULL))
		return FM_E_ARGUMENT;
	if (FM_LIKELY(is_allowed(validator, address, size, access)))
		return FM_OK;
	return fm_validate_exactly(validator, address, size, access);
}

/** The same status for all. */
static size_t refuse_all(fm_status *statuses, size_t count, fm_status status)
{
	for (size_t i = 0; statuses != NULL && i < count; i++)
		statuses[i] = status;
	return count;
}

size_t fm_validator_check_many(const fm_validator *validator, const fm_access *accesses, size_t count, fm_status *statuses)
{
	size_t refused = 0;

	if (accesses == NULL)
		return 0;
	if (validator == NULL)
		return refuse_all(statuses, count, FM_E_ARGUMENT);
	for (size_t i = 0; i < count; i++) {
		const fm_access *each = &accesses[i];
		fm_status status = fm_validator_check(validator, each->address, each->size, each->access);

		if (statuses != NULL)
			statuses[i] = status;
		refused += status != FM_OK;
	}
	return refused;
}

/* ==== lib/validate/dma.c ==== */
/** @file
 * DMA: the engine reaches the region, and the transfer begins, ends and crosses only where the engine and the caches allow it.
 *
 * A line of a write-back cache that is half the engine's and half the program's loses one of them, so transfers to cached memory are whole
 * lines, unless DMA sees the caches. */

/** Writes a reason. Gives 1. */
static int refuse_transfer(fm_validate_reason *reason, uint64_t help, const char *remedy)
{
	reason->help = help;
	reason->remedy = remedy;
	return 1;
}

/** Some engine reaches the region. */
static int judge_grant(const fm_validate_case *what, fm_validate_reason *reason)
{
	if (what->region->access & FM_ACCESS_DMA)
		return 0;
	if (what->region->unknown & FM_ACCESS_DMA)
		return refuse_transfer(reason, 0, "no source says that DMA reaches the region: state it in an own list, or allow what is unknown");
	return refuse_transfer(reason, 0, "copy through a region that DMA reaches");
}

/** The engine can address every byte: where the region's own window shows it, for its registers know no others. */
static int judge_reach(const fm_validate_case *what, uint64_t limit, fm_validate_reason *reason)
{
	uint64_t own = what->region->base + (what->byte - what->region->begin);

	if (limit == 0 || (own < limit && what->size <= limit - own))
		return 0;
	reason->at = own < limit ? what->address + (limit - own) : what->address;
	return refuse_transfer(reason, limit, "place the buffer below the engine's last address");
}

/** Reach, begin, length and boundary, as far as they are stated: 0 is no limit. */
static int judge_shape(const fm_validate_case *what, const fm_validate_dma *dma, fm_validate_reason *reason)
{
	uint64_t room = dma->boundary == 0 ? UINT64_MAX : dma->boundary - (what->guest & (dma->boundary - 1));

	if (judge_reach(what, dma->limit, reason))
		return 1;
	if (dma->align != 0 && (what->guest & (dma->align - 1)) != 0)
		return refuse_transfer(reason, dma->align, "begin the transfer at a multiple of the engine's alignment");
	if (dma->granule != 0 && what->size % dma->granule != 0)
		return refuse_transfer(reason, dma->granule, "make the length a whole number of the engine's units");
	if (what->size <= room)
		return 0;
	reason->at = what->address + room;
	return refuse_transfer(reason, room, "split the transfer at the boundary");
}

/** What an engine of the profile says that the options do not. */
static fm_validate_dma unstated(const fm_validate_dma *stated, const fm_engine *engine)
{
	return (fm_validate_dma){
		.limit = stated->limit != 0 ? 0 : engine->limit,
		.boundary = stated->boundary != 0 ? 0 : engine->boundary,
		.align = stated->align != 0 ? 0 : engine->align,
		.granule = stated->granule != 0 ? 0 : engine->granule,
	};
}

/** The transfer suits the options and each engine that they mean. */
static int judge_engines(const fm_validate_case *what, fm_validate_reason *reason)
{
	const fm_validate_dma *stated = &what->validator->dma;
	uint32_t align = stated->align, granule = stated->granule;
	fm_engine engine = FM_STRUCT(fm_engine);

	if (judge_shape(what, stated, reason))
		return 1;
	for (uint32_t i = 0; fm_profile_engine(what->validator->profile, i, &engine) == FM_OK; i++) {
		fm_validate_dma wants = unstated(stated, &engine);

		if ((stated->engine != 0 && stated->engine - 1 != i) || (engine.space != FM_NONE && engine.space != what->region->space))
			continue;
		if (judge_shape(what, &wants, reason))
			return 1;
		align |= wants.align;
		granule |= wants.granule;
	}
	if ((align != 0 && granule != 0) || (what->validator->flags & FM_VALIDATOR_ALLOW_UNKNOWN))
		return 0;
	return refuse_transfer(reason, 0, "no source says what transfers the engine takes: state options.dma_align and options.dma_granule");
}

/** Whole lines of the cache. */
static int judge_coherence(const fm_validate_case *what, fm_validate_reason *reason)
{
	uint32_t line = what->validator->dma.line;

	if (line == FM_NONE || what->window->cached == FM_FACT_NO)
		return 0;
	if (line == 0) {
		if (what->validator->flags & FM_VALIDATOR_ALLOW_UNKNOWN)
			return 0;
		return refuse_transfer(reason, 0, "the cache's line is not known: state it in options.cache_line, or go through an uncached window");
	}
	if (what->guest % line == 0 && what->size % line == 0)
		return 0;
	return refuse_transfer(reason, line, "transfer whole lines of the cache, or go through an uncached window");
}

int fm_validate_dma_transfer(const fm_validate_case *what, fm_validate_reason *reason)
{
	if (!(what->access & FM_ACCESS_DMA))
		return 0;
	return judge_grant(what, reason) || judge_engines(what, reason) || judge_coherence(what, reason);
}

/* ==== lib/validate/explain.c ==== */
/** @file
 * Findings: every rule that refuses an access, with the place and what would do. */

#define FINDING_FIRST_SIZE (offsetof(fm_finding, mirror) + sizeof(uint32_t))

/** The `index`-th rule that refuses; FM_RULE_COUNT iff there are fewer. */
static uint32_t find_refusal(const fm_validate_case *what, uint32_t index, fm_validate_reason *reason)
{
	uint32_t rule = fm_validate_first(what, 0, reason);

	for (; rule < FM_RULE_COUNT && index > 0; index--)
		rule = fm_validate_first(what, rule + 1, reason);
	return rule;
}

static fm_finding describe(const fm_validate_case *what, uint32_t rule, const fm_validate_reason *reason)
{
	const fm_validate_rule *known = &fm_validate_rules[rule];

	return (fm_finding){
		.rule_name = known->name,
		.region_name = what->window == NULL ? NULL : what->region->name,
		.remedy = reason->remedy != NULL ? reason->remedy : fm_status_remedy(known->status),
		.at = reason->at,
		.help = reason->help,
		.status = known->status,
		.rule = rule,
		.region = what->window == NULL ? FM_NONE : what->window->region,
		.mirror = what->window == NULL ? FM_NONE : what->window->mirror,
	};
}

static int is_judged(const fm_access *access)
{
	return fm_validate_is_access(access->size, access->access);
}

fm_status fm_validator_explain(const fm_validator *validator, const fm_access *access, const fm_access *other, uint32_t index, fm_finding *out)
{
	fm_validate_case what, second;
	fm_validate_reason reason;
	fm_status status = validator == NULL || access == NULL ? FM_E_ARGUMENT : fm_abi_check(out, FINDING_FIRST_SIZE);

	if (status != FM_OK)
		return status;
	if (!is_judged(access) || (other != NULL && !is_judged(other)))
		return FM_E_ARGUMENT;
	fm_validate_locate(validator, access->address, access->size, access->access, &what);
	if (other != NULL) {
		fm_validate_locate(validator, other->address, other->size, other->access, &second);
		what.other = second.window == NULL ? NULL : &second;
	}

	uint32_t rule = find_refusal(&what, index, &reason);

	if (rule == FM_RULE_COUNT)
		return FM_E_NOT_FOUND;

	fm_finding finding = describe(&what, rule, &reason);

	fm_abi_export(out, &finding, sizeof finding);
	return FM_OK;
}
#undef FINDING_FIRST_SIZE

/* ==== lib/validate/grant.c ==== */
/** @file
 * What each row allows at once: only what no rule can object to wherever in the row the access lies. */

static int is_on(const fm_validator *validator, uint32_t rule)
{
	return (validator->rules & FM_RULE_BIT(rule)) != 0;
}

/** True iff some bytes of the window may be spoken for, apart from those that have rows of their own. */
static int has_hidden_areas(const fm_validator *validator, const fm_validate_window *window)
{
	for (uint32_t i = 0; i < validator->area_count; i++) {
		const fm_validate_area *area = &validator->areas[i];

		if (area->store == validator->regions[window->region].store && (area->region != window->region || window->mirror != FM_NONE))
			return 1;
	}
	return 0;
}

/** True iff accesses to the window must be judged exactly: it has seams, missing bytes, or bytes that are spoken for, or begins otherwise aligned than
 *  on the platform. */
static int is_special(const fm_validator *validator, const fm_validate_window *window)
{
	const fm_validate_region *region = &validator->regions[window->region];

	if (window->period != 0 || window->inverted != 0 || (window->shift & FM_VALIDATE_NATURAL) != 0 || (is_on(validator, FM_RULE_LANE) && region->lane_stride > 1))
		return 1;
	return is_on(validator, FM_RULE_RESERVED) && (window->is_area || region->is_reserved || has_hidden_areas(validator, window));
}

/** True iff no rule objects to any transfer that lies inside. */
static int is_any_transfer_fine(const fm_validator *validator, const fm_validate_region *region, const fm_validate_window *window)
{
	const fm_validate_dma *dma = &validator->dma;

	/* A row aligns what the CPU does; where that is less than a transfer must be, transfers are judged exactly. */
	if (is_on(validator, FM_RULE_ALIGNMENT) && validator->natural != FM_VALIDATE_NATURAL)
		return 0;
	if (!is_on(validator, FM_RULE_DMA))
		return 1;
	if (!(region->access & FM_ACCESS_DMA) || (dma->line != FM_NONE && window->cached != FM_FACT_NO))
		return 0;
	return validator->profile == NULL && dma->limit == 0 && dma->boundary == 0 && dma->align == 1 && dma->granule == 1;
}

/** Widths that are legal for loads and, where stores are granted, for stores. */
static uint32_t common_widths(const fm_validate_region *region)
{
	uint32_t loads = region->read_widths == 0 ? 0xF : region->read_widths;
	uint32_t stores = region->write_widths == 0 || !(region->access & FM_ACCESS_WRITE) ? 0xF : region->write_widths;

	return (loads & stores) << 4;
}

/** Bits of an access that the window certainly allows. */
static uint32_t allowed(const fm_validator *validator, const fm_validate_window *window)
{
	const fm_validate_region *region = &validator->regions[window->region];
	uint32_t rights = is_on(validator, FM_RULE_PERMISSION) ? region->access : FM_VALIDATE_RIGHTS;
	uint32_t widths = is_on(validator, FM_RULE_WIDTH) ? common_widths(region) : FM_VALIDATE_WIDTHS;

	rights &= ~FM_ACCESS_DMA;
	if (is_any_transfer_fine(validator, region, window))
		rights |= FM_ACCESS_DMA;
	if (is_on(validator, FM_RULE_WX) && (rights & FM_ACCESS_WRITE))
		rights &= ~FM_ACCESS_EXECUTE;
	return rights | widths;
}

void fm_validate_grant(const fm_validator *validator, fm_validate_row *rows)
{
	for (uint32_t i = 1; i <= validator->row_count; i++) {
		const fm_validate_window *window = &validator->windows[rows[i].window];

		rows[i].refused = (uint32_t)~allowed(validator, window) | (is_special(validator, window) ? FM_VALIDATE_EXACT : 0);
		rows[i].fixed = is_on(validator, FM_RULE_ALIGNMENT) ? validator->regions[window->region].align - 1 : 0;
	}
}

/* ==== lib/validate/index.c ==== */
/** @file
 * The index: which row an address may belong to. Chosen when the validator is opened.
 *
 * - leading-bits buckets, where no bucket holds more than three boundaries: a load, and three comparisons at once;
 * - else a 16-ary tree of 32-bit keys, where the bases fit: fifteen comparisons at once, one node a level;
 * - else the tree with a table before it that leaves out what lies between: the bases of a 64-bit process are in a few places, far apart;
 * - else the buckets with as many halvings as the fullest needs.
 *
 * An address before the first row or far behind the last one leads to any row: the row itself judges. */

#define BOUNDARIES_MAX (FM_VALIDATE_NEAR - 1)
#define BUCKETS_MIN 64u
/** Keys of the tree are the relative addresses with the first bit turned, so that signed comparisons order them. */
#define BIAS 0x80000000u
#define KEY_LAST 0xFFFFFFFEu /**< the largest key of an address; one more is what fills the last nodes */

static uint32_t bucket_limit(uint32_t rows)
{
	return rows < BUCKETS_MIN / 4 ? BUCKETS_MIN : rows * 4;
}

/** Nodes of the level that has `below` keys. */
static uint32_t nodes_for(uint32_t below)
{
	return (below + FM_VALIDATE_FAN - 1) / FM_VALIDATE_FAN;
}

/** Bytes of a tree of `rows` keys. */
static size_t tree_bytes(uint32_t rows)
{
	size_t bytes = 0;

	do {
		rows = nodes_for(rows);
		bytes += rows * FM_VALIDATE_FAN * sizeof(int32_t);
	} while (rows > 1);
	return bytes;
}

size_t fm_validate_index_bytes(uint32_t rows)
{
	size_t buckets = bucket_limit(rows) * sizeof(uint16_t), tree = tree_bytes(rows);

	return tree > buckets ? tree : buckets;
}

/** Relative address of a row's base. */
static uint64_t relative(const fm_validator *validator, uint32_t row)
{
	return validator->rows[row].base - validator->origin;
}

/** The least shift that brings the last base below `limit`. */
static uint32_t shift_below(const fm_validator *validator, uint64_t limit)
{
	uint64_t last = relative(validator, validator->row_count);
	uint32_t shift = 0;

	while (last >> shift >= limit)
		shift++;
	return shift;
}

/** Fills the buckets and gives the most boundaries that one of them holds. */
static uint32_t fill_buckets(fm_validator *validator, uint16_t *buckets)
{
	uint32_t row = 0, most = 0;

	for (uint64_t b = 0; b <= validator->top; b++) {
		uint64_t first = b << validator->shift;
		uint32_t inside = 0;

		while (row < validator->row_count && relative(validator, row + 1) <= first)
			row++;
		while (row + inside < validator->row_count && relative(validator, row + inside + 1) >> validator->shift == b)
			inside++;
		buckets[b] = (uint16_t)row;
		most = inside > most ? inside : most;
	}
	return most;
}

/** Moves each begin so far down that `most` rows follow it: then no search passes the last row. */
static void lower_begins(const fm_validator *validator, uint16_t *buckets, uint32_t most)
{
	uint32_t highest = validator->row_count - most;

	for (uint64_t b = 0; b <= validator->top; b++)
		if (buckets[b] > highest)
			buckets[b] = (uint16_t)highest;
}

/** Makes buckets, and gives the most boundaries that one of them holds. */
static uint32_t make_buckets(fm_validator *validator, uint16_t *buckets)
{
	validator->shift = shift_below(validator, bucket_limit(validator->row_count));
	validator->top = relative(validator, validator->row_count) >> validator->shift;
	validator->buckets = buckets;

	uint32_t most = fill_buckets(validator, buckets);

	validator->span = most + 1;
	return most;
}

/** The bits that any base has, relative to the origin: a shift that drops none of them loses nothing. */
static uint64_t bits_of_bases(const fm_validator *validator)
{
	uint64_t bits = 0;

	for (uint32_t i = 1; i <= validator->row_count; i++)
		bits |= relative(validator, i);
	return bits;
}

/**
 * Fills a tree with the keys of the bases. A node says where its second to last children begin: what comes before them is the first one's.
 *
 *     [16 32 48 -]                                       each node ends with a key above all others, so a count of smaller ones ends, too
 *     [1 2 .. 15 -] [17 18 .. 31 -] [33 .. 47 -] [49 .. -] */
static void fill_tree(fm_validator *validator, int32_t *memory)
{
	uint32_t count = validator->row_count, keys = 0;

	validator->buckets = NULL;
	validator->span = 0;
	for (uint32_t stride = 1; keys != FM_VALIDATE_FAN; stride *= FM_VALIDATE_FAN, memory += keys) {
		keys = nodes_for((count - 1) / stride + 1) * FM_VALIDATE_FAN;
		for (uint32_t i = 0; i < keys; i++) {
			uint32_t row = (i + 1) * stride;
			int is_last = i % FM_VALIDATE_FAN == FM_VALIDATE_FAN - 1 || row >= count;

			memory[i] = is_last ? INT32_MAX : (int32_t)(fm_validate_key(validator, relative(validator, row + 1)) ^ BIAS);
		}
		validator->levels[validator->span++] = memory;
	}
}

/** Makes a tree; false iff the bases do not fit 32 bits without loss, and then nothing was written. */
static int make_tree(fm_validator *validator, void *memory)
{
	uint32_t shift = shift_below(validator, KEY_LAST);

	if (bits_of_bases(validator) >> shift << shift != bits_of_bases(validator))
		return 0;
	validator->shift = shift;
	validator->top = KEY_LAST;
	fill_tree(validator, memory);
	return 1;
}

/** How many chunks the bases of the first `rows` rows lie in. */
static uint64_t count_used(const fm_validator *validator, uint32_t rows, uint32_t chunk_shift)
{
	uint64_t used = 1;

	for (uint32_t i = 2; i <= rows; i++)
		used += relative(validator, i) >> chunk_shift != relative(validator, i - 1) >> chunk_shift;
	return used;
}

/**
 * Writes the chunks up to that of row `rows`, and one more for all that follows. Keys are handed out where bases are:
 *
 *     | base base |  none  |  none  | base   | none ...          last base? |      by address
 *     [   keys    ]   (the last key before)  [ keys  ][ one key for all of these ]   by key */
static void fill_chunks(fm_validator *validator, fm_validate_chunk *chunks, uint32_t rows, uint32_t mask)
{
	uint32_t row = 1, next = 0;

	for (uint64_t c = 0; c <= validator->top; c++) {
		chunks[c] = (fm_validate_chunk){ .first = next - (next != 0) };
		for (; row <= rows && relative(validator, row) >> validator->chunk_shift == c; row++)
			chunks[c] = (fm_validate_chunk){ .first = next, .mask = mask };
		next += chunks[c].mask + (chunks[c].mask != 0);
	}
	chunks[validator->top].first = next;
}

/** Makes a tree with chunks of the largest size that gives no more than 32 bits of keys; false iff there is none, or no room for the table. */
static int make_chunks(fm_validator *validator, uint32_t rows, void *memory, size_t bytes)
{
	size_t tree = tree_bytes(validator->row_count), room = tree > bytes ? 0 : (bytes - tree) / sizeof(fm_validate_chunk);
	uint32_t shift = 0, bits = 31;

	while (shift < 32 && (bits_of_bases(validator) >> shift & 1) == 0)
		shift++;
	while (bits > 0 && count_used(validator, rows, shift + bits) << bits > KEY_LAST - 1)
		bits--;
	validator->top = (relative(validator, rows) >> (shift + bits)) + 1;
	if (validator->top >= room)
		return 0;

	fm_validate_chunk *chunks = (void *)((char *)memory + tree);

	validator->shift = shift;
	validator->chunk_shift = shift + bits;
	validator->chunks = chunks;
	fill_chunks(validator, chunks, rows, (1u << bits) - 1);
	fill_tree(validator, memory);
	return 1;
}

void fm_validate_index(fm_validator *validator, void *memory, size_t bytes)
{
	uint16_t *buckets = memory;

	if (validator->row_count == 0) {
		buckets[0] = 0;
		validator->buckets = buckets;
		validator->span = 1;
		return;
	}
	validator->origin = validator->rows[1].base;
	if (make_buckets(validator, buckets) <= BOUNDARIES_MAX || make_tree(validator, memory))
		return;
	/* What lies far behind all others, as the last page of a process does, may be alone in the last chunk. */
	if (!make_chunks(validator, validator->row_count, memory, bytes) && !make_chunks(validator, validator->row_count - 1, memory, bytes))
		lower_begins(validator, buckets, make_buckets(validator, buckets));
}
#undef BOUNDARIES_MAX
#undef BUCKETS_MIN
#undef BIAS
#undef KEY_LAST

/* ==== lib/validate/judge.c ==== */
/** @file
 * The exact verdict: every rule that is on, in order. What it says is what a check means; rows are only quicker. */

int fm_validate_is_access(uint64_t size, uint32_t access)
{
	uint32_t width = FM_VALIDATE_WIDTH(access);

	return size != 0 && (access & ~(FM_VALIDATE_RIGHTS | FM_VALIDATE_WIDTHS | FM_VALIDATE_BANKS)) == 0 && (width & (width - (width != 0))) == 0;
}

uint32_t fm_validate_first(const fm_validate_case *what, uint32_t rule, fm_validate_reason *reason)
{
	for (; rule < FM_RULE_COUNT; rule++) {
		*reason = (fm_validate_reason){ .at = what->address };
		if ((what->validator->rules & FM_RULE_BIT(rule)) && (what->window != NULL || rule == FM_RULE_BOUNDS) && fm_validate_rules[rule].judge(what, reason))
			break;
	}
	return rule;
}

/** Counts a refusal and gives its status. */
static fm_status count_refusal(const fm_validator *validator, uint32_t rule)
{
	FM_ATOMIC_ADD(&validator->counters[rule], 1);
	FM_ATOMIC_ADD(&validator->counters[FM_RULE_COUNT], 1);
	return fm_validate_rules[rule].status;
}

FM_COLD fm_status fm_validate_exactly(const fm_validator *validator, uint64_t address, uint64_t size, uint32_t access)
{
	fm_validate_case what;
	fm_validate_reason reason;

	if (!fm_validate_is_access(size, access))
		return FM_E_ARGUMENT;
	fm_validate_locate(validator, address, size, access, &what);

	uint32_t rule = fm_validate_first(&what, 0, &reason);

	return rule == FM_RULE_COUNT ? FM_OK : count_refusal(validator, rule);
}

fm_status fm_validator_check_pair(const fm_validator *validator, const fm_access *first, const fm_access *second)
{
	fm_validate_case a, b;
	fm_validate_reason reason;

	if (first == NULL || second == NULL)
		return FM_E_ARGUMENT;

	fm_status status = fm_validator_check(validator, first->address, first->size, first->access);

	if (status == FM_OK)
		status = fm_validator_check(validator, second->address, second->size, second->access);
	if (status != FM_OK)
		return status;
	fm_validate_locate(validator, second->address, second->size, second->access, &b);
	fm_validate_locate(validator, first->address, first->size, first->access, &a);
	a.other = &b;
	return fm_validate_first(&a, FM_RULE_ALIAS, &reason) == FM_RULE_ALIAS ? count_refusal(validator, FM_RULE_ALIAS) : FM_OK;
}

uint32_t fm_validator_refused(const fm_validator *validator, uint32_t rule)
{
	if (validator == NULL || (rule >= FM_RULE_COUNT && rule != FM_NONE))
		return 0;
	return FM_ATOMIC_LOAD(&validator->counters[rule == FM_NONE ? FM_RULE_COUNT : rule]);
}

/* ==== lib/validate/lane.c ==== */
/** @file
 * Lane: of a device on half a bus only one byte of every few is there. Helps with the next address that has one. */

int fm_validate_lane(const fm_validate_case *what, fm_validate_reason *reason)
{
	const fm_validate_region *region = what->region;

	if (region->lane_stride <= 1)
		return 0;

	uint64_t offset = what->byte - region->begin;
	uint64_t place = offset % region->lane_stride;
	uint64_t distance = place <= region->lane ? region->lane - place : region->lane_stride - place + region->lane;

	if (distance == 0 && what->size == 1)
		return 0;
	reason->at = distance == 0 ? what->address + 1 : what->address;
	/* The next one may lie behind the last address that there is. */
	reason->help = distance < what->left ? what->address + distance : 0;
	return 1;
}

/* ==== lib/validate/locate.c ==== */
/** @file
 * Where an access leads, exactly: by halving over the rows, without the index and without what rows grant. */

/** The last row whose base is not above the address; 0 iff there is none. */
static uint32_t row_below(const fm_validator *validator, uint64_t address)
{
	uint32_t low = 0, high = validator->row_count;

	while (low < high) {
		uint32_t middle = high - (high - low) / 2;

		if (validator->rows[middle].base <= address)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

/** Bytes from the address in row `at` to where its window ends or another one begins. A reserved area does not end its region. */
static uint64_t bytes_left(const fm_validator *validator, uint32_t at, uint64_t address)
{
	const fm_validate_window *windows = validator->windows;
	const fm_validate_row *row = &validator->rows[at];
	uint64_t left = row->size - (address - row->base);

	for (; at < validator->row_count && row[1].base - row->base == row->size; at++, row++) {
		if (!fm_validate_is_same(&windows[row->window], &windows[row[1].window]))
			break;
		left += row[1].size;
	}
	return left;
}

void fm_validate_locate(const fm_validator *validator, uint64_t address, uint64_t size, uint32_t access, fm_validate_case *what)
{
	uint32_t at = row_below(validator, address);
	const fm_validate_row *row = &validator->rows[at];

	*what = (fm_validate_case){ .validator = validator, .address = address, .size = size, .access = access };
	/* With the level off there are no windows. */
	if (validator->rules == 0 || at == 0 || address - row->base >= row->size)
		return;

	uint64_t left = bytes_left(validator, at, address);
	const fm_validate_window *window = &validator->windows[row->window];
	uint64_t inside = address - window->base, begin = window->offset;

	if (window->period != 0) {
		begin += inside / window->period * window->advance;
		inside %= window->period;
		left = window->period - inside < left ? window->period - inside : left;
	}
	if (window->inverted != 0) {
		uint64_t in_unit = inside % window->inverted;

		inside = window->last - window->base + 1 - window->inverted - (inside - in_unit) + in_unit;
		left = window->inverted - in_unit < left ? window->inverted - in_unit : left;
	}
	what->window = window;
	what->region = &validator->regions[window->region];
	what->guest = address + window->shift;
	what->left = left;
	what->byte = what->region->begin + begin + inside;
}

/* ==== lib/validate/open.c ==== */
/** @file
 * The life of a validator: options, one block for everything, references, the end. */

#define ALL_RULES (FM_RULE_BIT(FM_RULE_COUNT) - 1)
#define FAST_RULES (FM_RULE_BIT(FM_RULE_BOUNDS) | FM_RULE_BIT(FM_RULE_ALIGNMENT) | FM_RULE_BIT(FM_RULE_PERMISSION) | FM_RULE_BIT(FM_RULE_WIDTH))
#define ALL_FLAGS (FM_VALIDATOR_ALLOW_UNKNOWN | FM_VALIDATOR_ALLOW_UNALIGNED | FM_VALIDATOR_COHERENT)

static int is_power_or_zero(uint64_t n)
{
	return (n & (n - (n != 0))) == 0;
}

/** Judges what needs no look at the regions. */
static fm_status judge_options(const fm_validator_options *known)
{
	if ((known->profile == NULL) == (known->regions == NULL) || known->level > FM_VALIDATOR_OFF)
		return FM_E_ARGUMENT;
	if ((known->rules & ~ALL_RULES) != 0 || (known->flags & ~ALL_FLAGS) != 0)
		return FM_E_ARGUMENT;
	if (known->reserved != 0)
		return FM_E_ABI_FIELD;
	return is_power_or_zero(known->dma_align) && is_power_or_zero(known->dma_boundary) ? FM_OK : FM_E_ALIGNMENT;
}

/** Reads the caller's options, of any age. */
static fm_status import_options(const fm_validator_options *options, fm_validator_options *known)
{
	return fm_abi_import(known, sizeof *known, FM_VALIDATE_OPTIONS_FIRST_SIZE, options);
}

/** Reads and judges them. */
static fm_status read_validator_options(const fm_validator_options *options, fm_validator_options *known)
{
	fm_status status = import_options(options, known);

	return status == FM_OK ? judge_options(known) : status;
}

/** Finds how many regions there are, and judges an own list. */
static fm_status count_regions(const fm_validator_options *known, uint32_t *count)
{
	fm_profile_info info = FM_STRUCT(fm_profile_info);

	fm_status status = known->profile == NULL ? fm_validate_judge_list(known->regions, known->region_count) : fm_profile_get_info(known->profile, &info);

	*count = known->profile == NULL ? known->region_count : info.region_count;
	if (status != FM_OK)
		return status;
	if (known->dma_engine != FM_NONE && known->dma_engine > info.engine_count)
		return FM_E_NOT_FOUND;
	return known->profile != NULL && known->space >= info.space_count ? FM_E_NOT_FOUND : FM_OK;
}

static size_t round_up(size_t bytes)
{
	return (bytes + FM_VALIDATE_CONTROL_ALIGN - 1) & ~(size_t)(FM_VALIDATE_CONTROL_ALIGN - 1);
}

/** Places everything in the block, each part at a multiple of 16. */
static void lay_out(fm_validate_plan *plan)
{
	size_t at_regions = round_up(sizeof(fm_validator));

	plan->rows = plan->windows == 0 ? 1 : plan->windows * 2;
	plan->at_windows = round_up(at_regions + plan->regions * sizeof(fm_validate_region));
	plan->at_areas = round_up(plan->at_windows + plan->windows * sizeof(fm_validate_window));
	plan->at_rows = round_up(plan->at_areas + plan->areas * sizeof(fm_validate_area));
	plan->at_index = round_up(plan->at_rows + (plan->rows + FM_VALIDATE_NEAR) * sizeof(fm_validate_row));
	plan->bytes = plan->at_index + fm_validate_index_bytes(plan->rows);
}

size_t fm_validate_list_bytes(uint32_t count)
{
	fm_validate_plan plan = { .regions = count, .windows = count };

	lay_out(&plan);
	return plan.bytes;
}

/** Counts what the options need. */
static fm_status measure(const fm_validator_options *known, const fm_validate_host *host, fm_validate_plan *plan)
{
	fm_status status = count_regions(known, &plan->regions);

	if (status != FM_OK)
		return status;
	if (known->level == FM_VALIDATOR_OFF) {
		plan->regions = 0;
	} else {
		plan->windows = fm_validate_read_windows(known, host, NULL);
		plan->areas = fm_validate_read_areas(known, NULL, NULL);
	}
	if (plan->windows > FM_VALIDATE_WINDOWS_MAX || plan->regions > FM_VALIDATE_WINDOWS_MAX || plan->areas > FM_VALIDATE_WINDOWS_MAX)
		return FM_E_TOO_LARGE;
	lay_out(plan);
	return FM_OK;
}

fm_status fm_validator_control_size(const fm_validator_options *options, size_t *bytes)
{
	fm_validator_options known = FM_STRUCT(fm_validator_options);
	fm_validate_plan plan = { 0 };
	fm_status status = bytes == NULL ? FM_E_ARGUMENT : read_validator_options(options, &known);

	if (status == FM_OK)
		status = measure(&known, NULL, &plan);
	if (status == FM_OK)
		*bytes = plan.bytes;
	return status;
}

/** Finds the block; `*obtained` becomes what the provider gave. */
static fm_status place_block(const fm_validator_options *known, const fm_memory_provider *provider, size_t bytes, void **out, size_t *obtained)
{
	if (known->control != NULL) {
		if ((uintptr_t)known->control % FM_VALIDATE_CONTROL_ALIGN != 0)
			return FM_E_ALIGNMENT;
		if (known->control_size < bytes)
			return FM_E_TOO_LARGE;
		*out = known->control;
		return FM_OK;
	}
	if (provider->obtain == NULL)
		return FM_E_NO_MEMORY;
	*obtained = bytes;
	return provider->obtain(provider->user, bytes, FM_VALIDATE_CONTROL_ALIGN, out);
}

/** Fills the caller's record. `bytes`: of the block, 0 where that was not reached. */
static fm_status refuse_validator(const fm_validator_options *known, size_t bytes, fm_status status, fm_refusal *why)
{
	fm_refusal what = { .status = status, .help = FM_HELP_OTHER };

	fm_refusal_set_subject(&what, "validator");
	if (bytes != 0) {
		what.asked = bytes;
		what.align = FM_VALIDATE_CONTROL_ALIGN;
	}
	if (bytes != 0 && (status == FM_E_TOO_LARGE || status == FM_E_ALIGNMENT)) {
		what.capacity = what.available = known->control_size;
		what.largest = status == FM_E_TOO_LARGE ? known->control_size : 0;
		what.help = status == FM_E_TOO_LARGE ? FM_HELP_ENLARGE : FM_HELP_ALIGN;
		what.help_bytes = status == FM_E_TOO_LARGE ? bytes : FM_VALIDATE_CONTROL_ALIGN;
	}
	return fm_refuse(why, &what);
}

static uint32_t rules_of(const fm_validator_options *known)
{
	uint32_t rules = known->rules != 0 ? known->rules : ALL_RULES & ~FM_RULE_BIT(FM_RULE_WX);

	if (known->level == FM_VALIDATOR_OFF)
		return 0;
	return (known->level == FM_VALIDATOR_FAST ? rules & FAST_RULES : rules) | FM_RULE_BIT(FM_RULE_BOUNDS);
}

/** What the options say of DMA, and, of the cache's line, the profile. */
static fm_validate_dma dma_of(const fm_validator_options *known, const fm_profile_info *info)
{
	uint32_t unstated = known->profile == NULL, line = known->cache_line != 0 ? known->cache_line : info->cache_line_bytes;

	return (fm_validate_dma){
		.limit = known->dma_limit,
		.boundary = known->dma_boundary,
		.align = known->dma_align == 0 ? unstated : known->dma_align,
		.granule = known->dma_granule == 0 ? unstated : known->dma_granule,
		.line = known->flags & FM_VALIDATOR_COHERENT ? FM_NONE : line,
		.engine = known->dma_engine,
	};
}

/** Bits of an address that the width of a load or store aligns: what is not known of the CPU is the most that there is. */
static uint32_t natural_of(const fm_validator_options *known, const fm_profile_info *info)
{
	if (!(rules_of(known) & FM_RULE_BIT(FM_RULE_ALIGNMENT)) || (known->flags & FM_VALIDATOR_ALLOW_UNALIGNED) || info->misaligned == FM_MISALIGNED_ALLOWED)
		return 0;
	return (info->natural_bytes == 0 ? UINT32_MAX : info->natural_bytes - 1) & FM_VALIDATE_NATURAL;
}

/** Fills regions, windows, rows and index. */
static void compile(fm_validator *validator, const fm_validator_options *known, const fm_validate_host *host, const fm_validate_plan *plan)
{
	char *block = (char *)validator;
	fm_validate_region *regions = (void *)(block + round_up(sizeof *validator));
	fm_validate_window *windows = (void *)(block + plan->at_windows);
	fm_validate_area *areas = (void *)(block + plan->at_areas);
	fm_validate_row *rows = (void *)(block + plan->at_rows);
	void *index = block + plan->at_index;

	validator->regions = regions;
	validator->windows = windows;
	validator->areas = areas;
	validator->rows = rows;
	rows[0] = (fm_validate_row){ .refused = UINT32_MAX };
	if (known->level == FM_VALIDATOR_OFF) {
		rows[1] = (fm_validate_row){ .size = UINT64_MAX };
		validator->row_count = 1;
	} else {
		fm_validate_read_regions(known, regions, plan->regions);
		validator->area_count = plan->areas == 0 ? 0 : fm_validate_read_areas(known, regions, areas);
		validator->row_count = fm_validate_sweep(windows, fm_validate_read_windows(known, host, windows), rows, index);
		fm_validate_grant(validator, rows);
	}
	/* A look that begins at the last rows goes past them. */
	for (uint32_t i = 1; i < FM_VALIDATE_NEAR; i++)
		rows[validator->row_count + i] = (fm_validate_row){ .base = UINT64_MAX, .refused = UINT32_MAX };
	fm_validate_index(validator, index, plan->bytes - plan->at_index);
}

/** Makes the validator of what was judged; nothing can fail any more. */
static fm_validator *begin_validator(void *control, const fm_validator_options *known, const fm_validate_host *host, const fm_memory_provider *provider,
				     const fm_validate_plan *plan)
{
	fm_validator *validator = control;
	fm_profile_info info = { .struct_size = sizeof info };

	memset(control, 0, sizeof *validator);
	if (known->profile != NULL)
		(void)fm_profile_get_info(known->profile, &info); /* as when it was measured */
	validator->counters = validator->refusals;
	validator->profile = fm_profile_ref(known->profile);
	validator->provider = *provider;
	validator->references = 1;
	validator->rules = rules_of(known);
	validator->flags = known->flags;
	validator->dma = dma_of(known, &info);
	validator->natural = natural_of(known, &info);
	compile(validator, known, host, plan);
	return validator;
}

/** Opens what was read without a fault so far. */
static fm_status open_known(const fm_validator_options *known, const fm_validate_host *host, fm_status status, fm_validator **out, fm_refusal *why)
{
	fm_memory_provider provider = FM_STRUCT(fm_memory_provider);
	fm_validate_plan plan = { 0 };
	void *control = NULL;
	size_t obtained = 0;

	if (status == FM_OK)
		status = fm_provider_read(known->provider, &provider);
	if (status == FM_OK)
		status = measure(known, host, &plan);
	if (status == FM_OK)
		status = place_block(known, &provider, plan.bytes, &control, &obtained);
	if (status != FM_OK)
		return refuse_validator(known, plan.bytes, status, why);

	*out = begin_validator(control, known, host, &provider, &plan);
	(*out)->control_bytes = obtained;
	return FM_OK;
}

fm_status fm_validator_open(const fm_validator_options *options, fm_validator **out, fm_refusal *why)
{
	fm_validator_options known = FM_STRUCT(fm_validator_options);

	return open_known(&known, NULL, out == NULL ? FM_E_ARGUMENT : read_validator_options(options, &known), out, why);
}

fm_status fm_validate_open_host(const fm_validator_options *options, const fm_validate_host *host, fm_validator **out, fm_refusal *why)
{
	fm_validator_options known = FM_STRUCT(fm_validator_options);
	fm_status status = out == NULL ? FM_E_ARGUMENT : options == NULL ? FM_OK : import_options(options, &known);

	if (status == FM_OK && known.profile != NULL)
		status = FM_E_ARGUMENT;
	known.profile = host->profile;
	if (status == FM_OK)
		status = judge_options(&known);
	return open_known(&known, host->place == NULL ? NULL : host, status, out, why);
}

fm_validator *fm_validator_ref(fm_validator *validator)
{
	if (validator != NULL)
		FM_ATOMIC_ADD(&validator->references, 1);
	return validator;
}

/** Gives everything back, the block last. */
static void destroy_validator(fm_validator *validator)
{
	fm_memory_provider provider = validator->provider;
	size_t obtained = validator->control_bytes;

	fm_profile_unref(validator->profile);
	if (obtained != 0)
		provider.give_back(provider.user, validator, obtained, FM_VALIDATE_CONTROL_ALIGN);
	if (provider.drop != NULL)
		provider.drop(provider.user);
}

void fm_validator_unref(fm_validator *validator)
{
	if (validator != NULL && FM_ATOMIC_ADD(&validator->references, (uint32_t)-1) == 0)
		destroy_validator(validator);
}

fm_status fm_validator_close(fm_validator *validator)
{
	if (validator == NULL)
		return FM_E_ARGUMENT;
	if (FM_ATOMIC_LOAD(&validator->references) > 1)
		return FM_E_BUSY;
	destroy_validator(validator);
	return FM_OK;
}
#undef ALL_RULES
#undef FAST_RULES
#undef ALL_FLAGS

/* ==== lib/validate/permission.c ==== */
/** @file
 * Permission: the region grants what the access does. DMA is judged by a rule of its own. */

int fm_validate_permission(const fm_validate_case *what, fm_validate_reason *reason)
{
	uint32_t missing = what->access & (FM_ACCESS_READ | FM_ACCESS_WRITE | FM_ACCESS_EXECUTE) & ~what->region->access;

	if ((missing & ~what->region->unknown) == 0)
		reason->remedy = "no source says that the region grants this: state it in an own list, or allow what is unknown";
	return missing != 0;
}

/* ==== lib/validate/regions.c ==== */
/** @file
 * Regions of a profile or of a list, in one form: rights, and which bytes of which region they are. */

#define REGION_FLAGS (FM_VALIDATOR_REGION_CACHED | FM_VALIDATOR_REGION_RESERVED)

/** True iff the other region of the list stands earlier and holds all bytes of this one. */
static int lies_inside(const fm_validator_region *regions, uint32_t index)
{
	const fm_validator_region *inner = &regions[index], *outer = &regions[inner->alias - 1];

	return inner->alias_offset <= outer->size && inner->size <= outer->size - inner->alias_offset;
}

static fm_status judge_row(const fm_validator_region *regions, uint32_t index)
{
	const fm_validator_region *row = &regions[index];
	uint32_t unknown = (row->access & ~FM_VALIDATE_RIGHTS) | (row->flags & ~REGION_FLAGS) | ((row->read_widths | row->write_widths) & ~0xFu);

	if (unknown != 0 || row->reserved != 0 || row->alias > index || (row->lane_stride > 1 && row->lane >= row->lane_stride))
		return FM_E_ARGUMENT;
	if (row->align != 0 && !FM_IS_POWER_OF_TWO(row->align))
		return FM_E_ALIGNMENT;
	if (row->size == 0 || !FM_RANGE_IS_VALID(row->base, row->size) || (row->alias != 0 && !lies_inside(regions, index)))
		return FM_E_RANGE;
	return FM_OK;
}

fm_status fm_validate_judge_list(const fm_validator_region *regions, uint32_t count)
{
	fm_status status = FM_OK;

	for (uint32_t i = 0; i < count && status == FM_OK; i++)
		status = judge_row(regions, i);
	return status;
}

/** Regions that are named stand earlier, so their own store is known. */
static void read_row(const fm_validator_region *row, fm_validate_region *regions, uint32_t index)
{
	const fm_validate_region *outer = row->alias == 0 ? NULL : &regions[row->alias - 1];

	regions[index] = (fm_validate_region){
		.base = row->base,
		.size = row->size,
		.begin = outer == NULL ? 0 : outer->begin + row->alias_offset,
		.store = outer == NULL ? index : outer->store,
		.access = row->access,
		.align = row->align == 0 ? 1 : row->align,
		.read_widths = row->read_widths,
		.write_widths = row->write_widths,
		.lane = row->lane,
		.lane_stride = row->lane_stride,
		.bank_count = row->bank_count,
		.is_reserved = (row->flags & FM_VALIDATOR_REGION_RESERVED) != 0,
		.cached = row->flags & FM_VALIDATOR_REGION_CACHED ? FM_FACT_YES : FM_FACT_NO,
	};
}

/** Adds a right to those that are granted or to those that nobody speaks of. */
static void add_right(fm_validate_region *region, fm_fact fact, uint32_t right)
{
	region->access |= fact == FM_FACT_YES ? right : 0;
	region->unknown |= fact == FM_FACT_UNKNOWN ? right : 0;
}

static void read_region(const fm_region *known, fm_validate_region *region)
{
	*region = (fm_validate_region){
		.name = known->id,
		.base = known->has_base == FM_FACT_YES ? known->base : 0,
		.size = known->size,
		.store = known->index,
		.space = known->space,
		.align = 1,
		.read_widths = known->read_widths,
		.write_widths = known->write_widths,
		.lane = known->lane,
		.lane_stride = known->lane_stride,
		.bank_count = known->bank_count,
		.unknown_banks = known->bank_count == 0,
		.is_reserved = known->kind == FM_REGION_RESERVED,
		.cached = known->cached_data,
	};
	add_right(region, known->read, FM_ACCESS_READ);
	add_right(region, known->write, FM_ACCESS_WRITE);
	add_right(region, known->execute, FM_ACCESS_EXECUTE);
	add_right(region, known->dma, FM_ACCESS_DMA);
}

/** The byte of `outer` that `inner` begins with: where its address lies inside, else the first. */
static uint64_t offset_in_owner(const fm_region *outer, const fm_region *inner)
{
	int by_address = outer->has_base == FM_FACT_YES && inner->has_base == FM_FACT_YES && outer->space == inner->space;

	return by_address && FM_RANGE_CONTAINS(outer->base, outer->size, inner->base) ? inner->base - outer->base : 0;
}

/** Follows alias_of to the region that owns the bytes, in a bounded number of steps; an alias that does not fit inside owns its bytes. */
static void find_owner(const fm_profile *profile, fm_region inner, fm_validate_region *region, uint32_t steps)
{
	fm_region outer = FM_STRUCT(fm_region);

	for (; steps > 0 && inner.alias_of != FM_NONE && fm_profile_region(profile, inner.alias_of, &outer) == FM_OK; steps--) {
		uint64_t offset = offset_in_owner(&outer, &inner);

		if (inner.size > outer.size - offset)
			return;
		region->begin += offset;
		region->store = outer.index;
		inner = outer;
	}
}

void fm_validate_read_regions(const fm_validator_options *options, fm_validate_region *regions, uint32_t count)
{
	fm_region known = FM_STRUCT(fm_region);

	for (uint32_t i = 0; i < count; i++) {
		if (options->profile == NULL) {
			read_row(&options->regions[i], regions, i);
		} else if (fm_profile_region(options->profile, i, &known) == FM_OK) {
			read_region(&known, &regions[i]);
			find_owner(options->profile, known, &regions[i], count);
		}
		if (options->flags & FM_VALIDATOR_ALLOW_UNKNOWN)
			regions[i].access |= regions[i].unknown;
	}
}

/** The part of a reserved area that lies in its region; false iff none does, or no source says how large it is. */
static int clip(const fm_validate_region *region, const fm_reserved_area *told, fm_range *inside)
{
	return fm_range_intersect((fm_range){ region->base, region->size }, told->area, inside) == FM_OK;
}

uint32_t fm_validate_read_areas(const fm_validator_options *options, const fm_validate_region *regions, fm_validate_area *areas)
{
	fm_region known = FM_STRUCT(fm_region);
	fm_reserved_area told = FM_STRUCT(fm_reserved_area);
	uint32_t count = 0;
	fm_range inside;

	for (uint32_t i = 0; options->profile != NULL && fm_profile_region(options->profile, i, &known) == FM_OK; i++)
		for (uint32_t k = 0; fm_profile_reserved(options->profile, i, k, &told) == FM_OK; k++) {
			if (areas == NULL)
				count++;
			else if (clip(&regions[i], &told, &inside))
				areas[count++] = (fm_validate_area){
					.byte = regions[i].begin + (inside.base - regions[i].base),
					.size = inside.size,
					.store = regions[i].store,
					.region = i,
				};
		}
	return count;
}
#undef REGION_FLAGS

/* ==== lib/validate/registry.c ==== */
/** @file
 * The rules, in the order in which they judge: a rule is its file and its line here. */

const fm_validate_rule fm_validate_rules[FM_RULE_COUNT] = {
	[FM_RULE_BOUNDS] = { "bounds", fm_validate_bounds, FM_E_ACCESS_BOUNDS },
	[FM_RULE_ALIGNMENT] = { "alignment", fm_validate_alignment, FM_E_ACCESS_ALIGNMENT },
	[FM_RULE_PERMISSION] = { "permission", fm_validate_permission, FM_E_ACCESS_PERMISSION },
	[FM_RULE_WIDTH] = { "width", fm_validate_width, FM_E_ACCESS_WIDTH },
	[FM_RULE_DMA] = { "dma", fm_validate_dma_transfer, FM_E_ACCESS_DMA },
	[FM_RULE_LANE] = { "lane", fm_validate_lane, FM_E_ACCESS_LANE },
	[FM_RULE_RESERVED] = { "reserved", fm_validate_reserved, FM_E_ACCESS_RESERVED },
	[FM_RULE_BANK] = { "bank", fm_validate_bank, FM_E_ACCESS_BANK },
	[FM_RULE_ALIAS] = { "alias", fm_validate_alias, FM_E_ACCESS_ALIAS },
	[FM_RULE_WX] = { "wx", fm_validate_wx, FM_E_ACCESS_WX },
};

const char *fm_rule_name(uint32_t rule)
{
	return rule < FM_RULE_COUNT ? fm_validate_rules[rule].name : "?";
}

/* ==== lib/validate/reserved.c ==== */
/** @file
 * Reserved: no byte is touched that is spoken for, whatever its name. Helps with the size that would be free. */

int fm_validate_reserved(const fm_validate_case *what, fm_validate_reason *reason)
{
	const fm_validator *validator = what->validator;
	uint64_t size = what->size < what->left ? what->size : what->left;
	uint64_t nearest = size;

	if (what->region->is_reserved)
		return 1;
	for (uint32_t i = 0; i < validator->area_count; i++) {
		const fm_validate_area *area = &validator->areas[i];
		uint64_t distance = area->byte > what->byte ? area->byte - what->byte : 0;

		if (area->store == what->region->store && FM_RANGE_OVERLAPS(area->byte, area->size, what->byte, size) && distance < nearest)
			nearest = distance;
	}
	if (nearest == size)
		return 0;
	reason->at = what->address + nearest;
	reason->help = nearest;
	return 1;
}

/* ==== lib/validate/sweep.c ==== */
/** @file
 * From windows that overlap to rows that do not: the addresses are swept upwards, and a heap holds the windows that are open, the winner
 * on top.
 *
 *     order 0        [=====]
 *     order 1   [================]
 *     rows      [ 1 ][  0  ][ 1  ] */

/** Where a window stands: by its first address, then by who wins. */
static int is_before(const fm_validate_window *a, const fm_validate_window *b)
{
	return a->base != b->base ? a->base < b->base : a->order < b->order;
}

/** Lets windows[at] sink to its place in a heap of `count` with the last one on top. */
static void sink(fm_validate_window *windows, uint32_t at, uint32_t count)
{
	for (uint32_t child; (child = at * 2 + 1) < count; at = child) {
		if (child + 1 < count && is_before(&windows[child], &windows[child + 1]))
			child++;
		if (!is_before(&windows[at], &windows[child]))
			return;

		fm_validate_window held = windows[at];

		windows[at] = windows[child];
		windows[child] = held;
	}
}

/** Heap sort: in place, without recursion, O(n log n) for any order. */
static void sort(fm_validate_window *windows, uint32_t count)
{
	for (uint32_t i = count / 2; i-- > 0;)
		sink(windows, i, count);
	for (uint32_t left = count; left > 1;) {
		fm_validate_window held = windows[--left];

		windows[left] = windows[0];
		windows[0] = held;
		sink(windows, 0, left);
	}
}

/** The windows that are open at an address, by index, the winner first. */
struct open {
	const fm_validate_window *windows;
	uint32_t *heap;
	uint32_t count;
};

static int wins(const struct open *open, uint32_t a, uint32_t b)
{
	return open->windows[open->heap[a]].order < open->windows[open->heap[b]].order;
}

static void exchange(const struct open *open, uint32_t a, uint32_t b)
{
	uint32_t held = open->heap[a];

	open->heap[a] = open->heap[b];
	open->heap[b] = held;
}

static void add_open(struct open *open, uint32_t index)
{
	uint32_t at = open->count++;

	open->heap[at] = index;
	for (; at > 0 && wins(open, at, (at - 1) / 2); at = (at - 1) / 2)
		exchange(open, at, (at - 1) / 2);
}

static void drop_winner(struct open *open)
{
	uint32_t at = 0;

	open->heap[0] = open->heap[--open->count];
	for (uint32_t child; (child = at * 2 + 1) < open->count; at = child) {
		if (child + 1 < open->count && wins(open, child + 1, child))
			child++;
		if (!wins(open, child, at))
			return;
		exchange(open, at, child);
	}
}

/** Appends a row to rows[1..count], or makes the last one longer where the same window goes on. Gives the new count. */
static uint32_t append_row(fm_validate_row *rows, uint32_t count, uint64_t base, uint64_t last, uint32_t window)
{
	fm_validate_row *row = &rows[count];

	if (count != 0 && row->window == window && row->base + row->size == base) {
		row->size += last - base + 1;
		return count;
	}
	row[1] = (fm_validate_row){ .base = base, .size = last - base + 1, .window = window };
	return count + 1;
}

uint32_t fm_validate_sweep(fm_validate_window *windows, uint32_t count, fm_validate_row *rows, uint32_t *scratch)
{
	struct open open = { .windows = windows, .heap = scratch };
	uint32_t next = 0, row_count = 0;
	uint64_t at = 0;

	sort(windows, count);
	while (next < count || open.count > 0) {
		if (open.count == 0)
			at = windows[next].base;
		while (next < count && windows[next].base <= at)
			add_open(&open, next++);

		const fm_validate_window *winner = &windows[open.heap[0]];

		if (winner->last < at) {
			drop_winner(&open);
			continue;
		}

		uint64_t last = next < count && windows[next].base <= winner->last ? windows[next].base - 1 : winner->last;

		row_count = append_row(rows, row_count, at, last, open.heap[0]);
		if (last == UINT64_MAX)
			break;
		at = last + 1;
	}
	return row_count;
}

int fm_validate_is_same(const fm_validate_window *a, const fm_validate_window *b)
{
	return a == b || (a->region == b->region && a->mirror == FM_NONE && b->mirror == FM_NONE);
}

/* ==== lib/validate/width.c ==== */
/** @file
 * Width: the region takes loads or stores of this many bytes, and the access is a whole number of them. Helps with the narrowest that does. */

/** The widths that are legal for all that the access does, bits 1, 2, 4, 8. */
static uint32_t legal_widths(const fm_validate_case *what)
{
	uint32_t legal = 0xF;

	if ((what->access & FM_ACCESS_READ) && what->region->read_widths != 0)
		legal &= what->region->read_widths;
	if ((what->access & FM_ACCESS_WRITE) && what->region->write_widths != 0)
		legal &= what->region->write_widths;
	return legal;
}

int fm_validate_width(const fm_validate_case *what, fm_validate_reason *reason)
{
	uint32_t width = FM_VALIDATE_WIDTH(what->access), legal = legal_widths(what);

	if (width == 0)
		return 0;
	if ((width & legal) == 0) {
		reason->help = legal & -legal;
		return 1;
	}
	reason->help = width;
	reason->remedy = "make the size a whole number of units of the width";
	return (what->size & (width - 1)) != 0;
}

/* ==== lib/validate/windows.c ==== */
/** @file
 * Windows: every run of addresses at which bytes of a region can be seen, in the order in which they win.
 *
 * A region's own base wins over a mirror, an earlier region over a later one, and so do its mirrors: as fm_profile_locate() has it.
 * A reserved area is cut out of its region's own window, so that the rest of the region stays the quick case. */

/** Windows on their way into an array, or only counted. */
struct list {
	fm_validate_window *windows;
	uint32_t count;
};

/** Appends a window; one more than allowed is enough to know that there are too many. */
static void append_window(struct list *list, fm_validate_window window)
{
	if (list->count > FM_VALIDATE_WINDOWS_MAX)
		return;
	if (list->windows != NULL)
		list->windows[list->count] = window;
	list->count++;
}

/** What a region shows from `base` on, and what of it is spoken for. */
static void append_region(struct list *list, const fm_profile *profile, const fm_region *region, uint64_t base)
{
	fm_validate_window own = {
		.base = base,
		.last = base + (region->size - 1),
		.shift = region->base - base,
		.region = region->index,
		.mirror = FM_NONE,
		.order = region->index * 2 + 1,
		.cached = (uint16_t)region->cached_data,
	};
	fm_reserved_area told = FM_STRUCT(fm_reserved_area);
	fm_range inside;

	append_window(list, own);
	for (uint32_t i = 0; profile != NULL && fm_profile_reserved(profile, region->index, i, &told) == FM_OK; i++) {
		if (fm_range_intersect((fm_range){ region->base, region->size }, told.area, &inside) != FM_OK)
			continue;

		fm_validate_window area = own;

		area.base = inside.base - own.shift;
		area.last = area.base + (inside.size - 1);
		area.offset = inside.base - region->base;
		area.order = region->index * 2;
		area.is_area = 1;
		append_window(list, area);
	}
}

/** The slices of a mirror: each a window, or, where they touch, all of them one with seams. */
static void append_mirror(struct list *list, uint32_t region, uint32_t index, const fm_mirror *mirror, uint32_t order)
{
	uint32_t slices = mirror->stride == 0 || mirror->count == 0 ? 1 : mirror->count;
	int touch = slices > 1 && mirror->size == mirror->stride && mirror->period == 0;
	fm_validate_window window = {
		.base = mirror->base,
		.last = mirror->base + ((touch ? slices * mirror->size : mirror->size) - 1),
		.period = touch ? mirror->stride : mirror->period,
		.advance = touch ? mirror->region_advance : 0,
		.offset = mirror->region_offset,
		.region = region,
		.mirror = index,
		.order = order,
		.inverted = mirror->inverted,
		.cached = (uint16_t)mirror->cached_data,
	};

	for (uint32_t i = 0; i < (touch ? 1 : slices) && list->count <= FM_VALIDATE_WINDOWS_MAX; i++) {
		append_window(list, window);
		window.base += mirror->stride;
		window.last += mirror->stride;
		window.offset += mirror->region_advance;
	}
}

/** The mirrors of all regions; `order` numbers them behind the regions. */
static void append_mirrors(struct list *list, const fm_profile *profile, uint32_t space, uint32_t regions)
{
	uint32_t order = regions * 2;
	fm_mirror mirror = FM_STRUCT(fm_mirror);

	for (uint32_t i = 0; i < regions; i++)
		for (uint32_t k = 0; fm_profile_mirror(profile, i, k, &mirror) == FM_OK; k++)
			if (mirror.space == space && mirror.size != 0)
				append_mirror(list, i, k, &mirror, order++);
}

static void append_profile(struct list *list, const fm_profile *profile, uint32_t space)
{
	fm_region region = FM_STRUCT(fm_region);
	uint32_t count = 0;

	for (; fm_profile_region(profile, count, &region) == FM_OK; count++)
		if (region.space == space && region.has_base == FM_FACT_YES && region.size != 0)
			append_region(list, profile, &region, region.base);
	append_mirrors(list, profile, space, count);
}

/** The regions that were put elsewhere, whatever their address space. */
static void append_host(struct list *list, const fm_validate_host *host)
{
	fm_region region = FM_STRUCT(fm_region);
	uint64_t base = 0;

	for (uint32_t i = 0; fm_profile_region(host->profile, i, &region) == FM_OK; i++)
		if (region.size != 0 && host->place(host->user, i, &base))
			append_region(list, host->profile, &region, base);
}

uint32_t fm_validate_read_windows(const fm_validator_options *options, const fm_validate_host *host, fm_validate_window *windows)
{
	struct list list = { .windows = windows };

	if (host != NULL)
		append_host(&list, host);
	else if (options->profile != NULL)
		append_profile(&list, options->profile, options->space);
	else
		for (uint32_t i = 0; i < options->region_count; i++) {
			const fm_validator_region *row = &options->regions[i];
			fm_fact cached = row->flags & FM_VALIDATOR_REGION_CACHED ? FM_FACT_YES : FM_FACT_NO;

			append_region(&list, NULL, &(fm_region){ .base = row->base, .size = row->size, .index = i, .cached_data = cached }, row->base);
		}
	return list.count;
}

/* ==== lib/validate/wx.c ==== */
/** @file
 * W^X: what can be written is not executed. */

int fm_validate_wx(const fm_validate_case *what, fm_validate_reason *reason)
{
	(void)reason;
	return (what->access & FM_ACCESS_EXECUTE) && ((what->access | what->region->access) & FM_ACCESS_WRITE);
}

/* ==== lib/strategy/arena.c ==== */
/** @file
 * Arena: the inline fm_arena behind a pool's calls, with a table of buffers beside it. Raw blocks come back all at once.
 *
 *     base                                cur              end
 *     |== block ==|skip|== buffer ==|pad  |     free       |
 *
 * A buffer's record keeps how far it lies from where the arena stood before (`skip`, in granules): so the last one gives back all that
 * it cost. Once nothing is out any more, the arena begins anew. It never goes below its floor, where it stood at the innermost open mark.
 *
 * O(1), but reset and rewind with buffers: O(buffers). 0 bytes a raw block, 24 a buffer at once (16 with 32-bit pointers). Any alignment;
 * sizes in granules of 16 bytes. Does not grow. Detects what never was its own; of raw blocks, which have no record, nothing else. */
/** @file
 * A table of buffers for strategies whose blocks have no records of their own: token to data and length, generations, a free list. */
#ifndef FLIGHTMEM_STRATEGY_BUFFERS_H
#define FLIGHTMEM_STRATEGY_BUFFERS_H
/** @file
 * What a strategy is: who gets which bytes. It knows no pools and touches nothing but its state and records; where it grows it asks its host.
 *
 *     | state | records | ... | blocks |
 *       ^ begins with fm_strategy_state      ^ handed out, never read or written
 *
 * A strategy is one constant of type fm_strategy and one line in registry.c. Whoever starts one, its host, gives it `state_bytes` zeroed bytes,
 * the records that measure() asked for, wherever they lie, and the blocks. Its file says: complexity, bytes a block and a pool, alignment,
 * growth, what is detected. */
#ifndef FLIGHTMEM_STRATEGY_STRATEGY_H
#define FLIGHTMEM_STRATEGY_STRATEGY_H

/** Records and blocks begin at multiples of this many bytes. */
#define FM_STRATEGY_ALIGN 16

/** Bytes of state of a built-in strategy, at most: pools promise a bound on their control block. Counters have eight bytes anywhere. */
#define FM_STRATEGY_STATE_BYTES (22 * sizeof(void *) + 64)

/** What is wanted of a strategy. */
typedef struct fm_strategy_wish {
	size_t block_size;    /**< bytes of a block where all are alike; 0 else */
	size_t alignment;     /**< of each block, a power of two */
	uint32_t max_buffers; /**< buffers at once; 0: the strategy's default, FM_STRATEGY_NO_BUFFERS: none */
	uint64_t first;       /**< address of the first byte, of FM_STRATEGY_ADDRESSES */
	const fm_strategy_ops *ops; /**< of the user's own strategy, of this library's size; NULL else */
} fm_strategy_wish;

/** fm_strategy_wish.max_buffers of one that lends none. */
#define FM_STRATEGY_NO_BUFFERS UINT32_MAX

/** What a number of blocks costs. Bytes. */
typedef struct fm_strategy_bytes {
	size_t records;
	size_t blocks;
} fm_strategy_bytes;

/** What is asked for. */
typedef int fm_strategy_kind;
#define FM_STRATEGY_BUFFER 0
#define FM_STRATEGY_BLOCK 1
#define FM_STRATEGY_TOP 2 /**< added to either: at the top end */

typedef struct fm_strategy_state fm_strategy_state;

/** The calls that must be fast. All are total in what is judged; what is granted is O(1); a refused one ends in fm_strategy_refuse(). */
typedef struct fm_strategy_calls {
	/** A raw block at the alignment of the wish; NULL iff refused, also for a `size` of 0. */
	void *(*take)(fm_strategy_state *state, size_t size);
	/** The same at a multiple of `align`, 0: that of the wish; NULL also iff it is no power of two. */
	void *(*take_aligned)(fm_strategy_state *state, size_t size, size_t align);
	/** Takes back a raw block, any value but 0. Returns as fm_pool_free(). */
	fm_status (*give)(fm_strategy_state *state, uintptr_t block);
	/** A buffer; `align` 0 is that of the wish. Returns as fm_pool_acquire(). */
	fm_status (*lend)(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why);
	/** Takes back a buffer, any value. Returns as fm_pool_release(). */
	fm_status (*take_back)(fm_strategy_state *state, uint64_t token);
} fm_strategy_calls;

/** What a strategy asks of its host, on the cold way. */
typedef struct fm_strategy_host {
	/** A request is refused: counts it, writes `why`, returns the status. */
	fm_status (*refuse)(fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *why);
	/**
	 * For a strategy that grows: `size` zeroed bytes at a multiple of `align`. Returns FM_OK; FM_E_EXHAUSTED iff the pool is sealed;
	 * FM_E_NO_MEMORY, or what else the provider returned. A failure leaves `*out`.
	 */
	fm_status (*obtain)(fm_strategy_state *state, size_t size, size_t align, void **out);
	/** Takes back what obtain() gave, with the same `size` and `align`. */
	void (*give_back)(fm_strategy_state *state, void *memory, size_t size, size_t align);
} fm_strategy_host;

/**
 * What every state begins with, set by the host but for the counters, which are the strategy's. The calls are a copy of the
 * strategy's, so that a call is one load and one jump. Counters only rise, so each call moves one: raw blocks out are taken - given,
 * buffers out lent - returned.
 */
struct fm_strategy_state {
	fm_strategy_calls calls;
	const struct fm_strategy *strategy;
	const fm_strategy_host *host;
	size_t alignment;  /**< of the wish */
	uint64_t taken;    /**< raw blocks granted */
	uint64_t given;    /**< raw blocks taken back */
	uint64_t lent;     /**< buffers granted */
	uint64_t returned; /**< buffers taken back */
};

/** What a strategy holds. Bytes. */
typedef struct fm_strategy_figures {
	size_t capacity; /**< in all */
	size_t used;     /**< out, with what alignment and granule cost */
	size_t peak;     /**< the most `used` has been */
	size_t largest;  /**< the largest request at the alignment of the wish that would be granted now */
} fm_strategy_figures;

/** What only a walk can tell. */
typedef struct fm_strategy_survey {
	size_t holes;   /**< pieces of free bytes */
	size_t largest; /**< bytes of the largest */
} fm_strategy_survey;

/** What a strategy is by nature. */
typedef uint32_t fm_strategy_nature;
#define FM_STRATEGY_LAST_FIRST 1u /**< takes back the newest block only: many go back from the last */
#define FM_STRATEGY_ADDRESSES 2u  /**< its blocks are addresses, not pointers: no memory is there for them, only take_address() grants */

/**
 * A strategy. Members from `resize` on may be NULL: it can't, and the pool says FM_E_UNSUPPORTED. They are cold, so addresses are 64 bits wide
 * and may be any value.
 */
typedef struct fm_strategy {
	const char *name;
	size_t state_bytes;
	size_t granule; /**< what is handed out is cut in multiples of this many bytes; blocks for a capacity are rounded up to it */
	fm_strategy_nature nature;
	fm_strategy_calls calls;
	/**
	 * Judges a wish, whose alignment is a power of two, and fills its defaults in. Returns FM_OK or FM_E_ARGUMENT: then `*at_fault` is the
	 * wish's member that is wrong, as fm_pool_options spells it.
	 */
	fm_status (*judge)(fm_strategy_wish *wish, const char **at_fault);
	/**
	 * Bytes that `count` blocks need (bytes, where blocks have no one size). Never falls when `count` rises. Returns FM_OK, or FM_E_RANGE iff
	 * they exceed SIZE_MAX or the strategy can't count so many.
	 */
	fm_status (*measure)(const fm_strategy_wish *wish, size_t count, fm_strategy_bytes *out);
	/**
	 * Starts over `count` blocks, at least 1, at `blocks`, aligned as the wish says and to FM_STRATEGY_ALIGN; those of FM_STRATEGY_ADDRESSES
	 * begin at `wish->first`, and `blocks` is NULL. The state is zero behind its head; records need not be. O(1), or what the strategy says.
	 * Obtains nothing: what grows does so when it is asked.
	 */
	void (*start)(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks);
	/**
	 * What lend() or take_aligned() would say now, in all members but struct_size and subject; status FM_OK iff it would be granted. Help is in
	 * bytes of blocks. `what` is zero. A kind with FM_STRATEGY_TOP comes only to strategies that have the call.
	 */
	void (*explain)(const fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what);
	/** The buffer of a token. Returns as take_back(), but never FM_E_ORDER; a failure leaves `*out`. */
	fm_status (*find)(const fm_strategy_state *state, uint64_t token, fm_buffer *out);
	/** Takes back all raw blocks at once; no buffer is out. Marks end. */
	void (*reset)(fm_strategy_state *state);
	void (*measure_use)(const fm_strategy_state *state, fm_strategy_figures *out);
	/** Every invariant, and that the counters are what is out. Returns FM_OK or FM_E_DAMAGED. Follows nothing that it did not prove. */
	fm_status (*check)(const fm_strategy_state *state);
	void (*survey)(const fm_strategy_state *state, fm_strategy_survey *out);

	/** As fm_pool_resize(); `*at_most` is the largest size that would be granted, also where `size` is; 0 where `block` is none. */
	fm_status (*resize)(fm_strategy_state *state, uint64_t block, size_t size, size_t *at_most);
	/** As fm_pool_block(). */
	fm_status (*block)(const fm_strategy_state *state, uint64_t address, fm_block *out);
	/** As fm_pool_walk(). */
	fm_status (*walk)(const fm_strategy_state *state, fm_block_visit visit, void *context);
	/** take_aligned() and lend() from the top end. */
	void *(*take_top)(fm_strategy_state *state, size_t size, size_t align);
	fm_status (*lend_top)(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why);
	/** As fm_pool_mark(), fm_pool_rewind(), fm_pool_retire(). */
	void (*mark)(fm_strategy_state *state, fm_mark *mark);
	fm_status (*rewind)(fm_strategy_state *state, const fm_mark *mark);
	fm_status (*retire)(fm_strategy_state *state, const fm_mark *mark);
	/** Gives idle memory back to the host, but for `keep` bytes. Returns the bytes given back. */
	size_t (*trim)(fm_strategy_state *state, size_t keep);
	/** Gives back all that was obtained: the last call. For strategies that grow. */
	void (*stop)(fm_strategy_state *state);
	/** take_aligned() and give() of FM_STRATEGY_ADDRESSES. take_address() returns as lend() and sets `*address`. */
	fm_status (*take_address)(fm_strategy_state *state, uint64_t size, uint64_t align, uint64_t *address, fm_refusal *why);
	fm_status (*give_address)(fm_strategy_state *state, uint64_t address);
} fm_strategy;

/** The user's own, which has a table for its functions. It is not one of the registry. */
extern const fm_strategy fm_strategy_own;

/**
 * Around the members from check() on, which only the calls of block.h use: a build whose interface has none of those leaves them out, as the
 * small component does.
 */
#ifdef FM_WITHOUT_BLOCKS
#define FM_BLOCK_OPS(...)
#else
#define FM_BLOCK_OPS(...) __VA_ARGS__
#endif

/** The strategy of that name; NULL iff there is none. O(strategies). */
const fm_strategy *fm_strategy_find(const char *name);

/** The strategy at `index`, from 0; NULL iff there are fewer. */
const fm_strategy *fm_strategy_at(size_t index);

/**
 * What is wrong with a request whatever the state: FM_E_ARGUMENT iff `size` is 0; FM_E_ALIGNMENT iff `align` is neither 0 nor a power of
 * two; FM_OK.
 */
fm_status fm_strategy_judge_request(size_t size, size_t align);

/** How a refused call ends. */
static inline fm_status fm_strategy_refuse(fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *why)
{
	return state->host->refuse(state, kind, size, align, why);
}

/** Buffers out. */
static inline uint64_t fm_strategy_lent(const fm_strategy_state *state)
{
	return state->lent - state->returned;
}

/** Raw blocks out. */
static inline uint64_t fm_strategy_raw(const fm_strategy_state *state)
{
	return state->taken - state->given;
}

/** Blocks out, buffers included. */
static inline uint64_t fm_strategy_out(const fm_strategy_state *state)
{
	return fm_strategy_raw(state) + fm_strategy_lent(state);
}

#endif
/** @file
 * Tokens: a generation over an index. One place says how they are made and what a wrong one is. */
#ifndef FLIGHTMEM_STRATEGY_TOKEN_H
#define FLIGHTMEM_STRATEGY_TOKEN_H

/** End of a list of free records; no index reaches it. */
#define FM_TOKEN_END UINT32_MAX

/** The token of record `index` at an odd `generation`. */
static inline uint64_t fm_token_make(uint32_t generation, uint32_t index)
{
	return (uint64_t)generation << 32 | (index + 1);
}

/** Its index; FM_TOKEN_END for one whose lower half is 0. */
static inline uint32_t fm_token_index(uint64_t token)
{
	return (uint32_t)token - 1;
}

static inline uint32_t fm_token_generation(uint64_t token)
{
	return (uint32_t)(token >> 32);
}

/** True iff the token names a buffer that is out, its record being at `generation`. */
static inline int fm_token_is_live(uint64_t token, uint32_t generation)
{
	return (generation & 1) != 0 && fm_token_generation(token) == generation;
}

/**
 * The even generation that the records of the table at `home` begin with: its own, so that a token of another table names none here. It
 * follows from the address alone: the same wherever addresses are, and no two live tables share one. Multiplied by 2^64 over the golden
 * ratio, addresses near each other go far apart.
 */
static inline uint32_t fm_token_first(const void *home)
{
	return (uint32_t)((uint64_t)(uintptr_t)home * UINT64_C(0x9E3779B97F4A7C15) >> 32) & ~(uint32_t)1;
}

/** What a token that is not live is, its record having begun at `first` and being at `generation`: the odd ones between have been out. */
static inline fm_status fm_token_judge(uint64_t token, uint32_t first, uint32_t generation)
{
	uint32_t claimed = fm_token_generation(token);

	return (claimed & 1) != 0 && claimed - first < generation - first ? FM_E_STALE : FM_E_FOREIGN;
}

#endif

/** A buffer's record. Out iff the generation is odd. */
typedef struct fm_buffer_record {
	uint32_t generation;
	uint32_t next;  /**< free: the next free record, or FM_TOKEN_END. Out: the strategy's own word */
	uintptr_t data; /**< out: first byte */
	size_t len;     /**< out: bytes asked for */
} fm_buffer_record;

/**
 * The table; it stays where it was started, as generations begin at what its address gives. Invariant: every record below `fresh` is on the
 * list from `head` iff it is not out; those at and above are not read.
 */
typedef struct fm_buffers {
	fm_buffer_record *records;
	uint32_t head;
	uint32_t fresh;
	uint32_t room;
} fm_buffers;

/**
 * fm_strategy.judge and .measure where blocks are cut from one run of bytes, in granules of 16, and a record is a buffer's: `max_buffers` of
 * them, FM_ARENA_BUFFERS where the wish names no number.
 */
fm_status fm_buffers_judge_wish(fm_strategy_wish *wish, const char **at_fault);
fm_status fm_buffers_measure(const fm_strategy_wish *wish, size_t count, fm_strategy_bytes *out);

/** Records for `max_buffers` of a wish that was judged. */
static inline uint32_t fm_buffers_wished(uint32_t max_buffers)
{
	return max_buffers == FM_STRATEGY_NO_BUFFERS ? 0 : max_buffers;
}

/** Makes an empty table of `room` records, which need not be zero; FM_STRATEGY_NO_BUFFERS: of none. O(1). */
void fm_buffers_start(fm_buffers *buffers, void *records, uint32_t room);

/** Sees to it that `head` names a free record. False iff none is left. O(1). */
int fm_buffers_open(fm_buffers *buffers);

/** True iff a buffer can be put in. */
static inline int fm_buffers_have_room(const fm_buffers *buffers)
{
	return buffers->head != FM_TOKEN_END || buffers->fresh < buffers->room;
}

/** Puts a buffer into the record at `head`, which is not FM_TOKEN_END, and fills `out`. */
static inline void fm_buffers_add(fm_buffers *buffers, uintptr_t data, size_t len, uint32_t word, fm_buffer *out)
{
	uint32_t index = buffers->head;
	fm_buffer_record *record = &buffers->records[index];

	buffers->head = record->next;
	record->generation++;
	record->next = word;
	record->data = data;
	record->len = len;
	out->data = (void *)data;
	out->len = len;
	out->token = fm_token_make(record->generation, index);
}

/** The record of a buffer that is out; NULL iff the token names none. */
static inline fm_buffer_record *fm_buffers_find(const fm_buffers *buffers, uint64_t token)
{
	uint32_t index = fm_token_index(token);

	if (FM_UNLIKELY(index >= buffers->fresh || !fm_token_is_live(token, buffers->records[index].generation)))
		return NULL;
	return &buffers->records[index];
}

/** Takes the buffer of `token`, which is out, from the table. */
static inline void fm_buffers_remove(fm_buffers *buffers, fm_buffer_record *record, uint64_t token)
{
	record->generation++;
	record->next = buffers->head;
	buffers->head = fm_token_index(token);
}

/** What a token that names no buffer is: FM_E_STALE or FM_E_FOREIGN. */
fm_status fm_buffers_judge(const fm_buffers *buffers, uint64_t token);

/**
 * Every invariant: `out` buffers are out, each within `base` to `end`, and all other records are on the list. Returns FM_OK or
 * FM_E_DAMAGED. O(records ever used).
 */
fm_status fm_buffers_check(const fm_buffers *buffers, uint64_t out, uintptr_t base, uintptr_t end);

#endif
/** @file
 * Marks of a strategy: numbers that only rise, of which the innermost one that is open is known. What the mark outside it was stands in the
 * caller's fm_mark, so any depth of marks costs the pool two words. */
#ifndef FLIGHTMEM_STRATEGY_MARKS_H
#define FLIGHTMEM_STRATEGY_MARKS_H

/** Numbers of marks. All zero: none was made. */
typedef struct fm_marks {
	size_t innermost; /**< the open one that was made last; 0: none */
	size_t made;      /**< the one made last */
} fm_marks;

/** Words of fm_mark.library. From FM_MARK_OWN on they are the strategy's. */
enum { FM_MARK_HOME, FM_MARK_NUMBER, FM_MARK_OUTER, FM_MARK_OWN };

/** Opens a mark inside those that are open. Its own words become zero. */
void fm_marks_open(fm_marks *marks, fm_mark *mark);

/** What a mark is: FM_OK iff it is the innermost; FM_E_ORDER, FM_E_STALE, FM_E_FOREIGN as fm_pool_rewind(). */
fm_status fm_marks_judge(const fm_marks *marks, const fm_mark *mark);

/** Ends the innermost mark. */
static inline void fm_marks_end(fm_marks *marks, const fm_mark *mark)
{
	marks->innermost = (size_t)mark->library[FM_MARK_OUTER];
}

/** Ends all. */
static inline void fm_marks_end_all(fm_marks *marks)
{
	marks->innermost = 0;
}

#endif
/** @file
 * Why a strategy that cuts blocks of any size from one run of bytes says no: the same words for all of them. */
#ifndef FLIGHTMEM_STRATEGY_ROOM_H
#define FLIGHTMEM_STRATEGY_ROOM_H

/** What such a strategy cuts its blocks in. */
#define FM_ROOM_GRANULE 16

/** Where it stands. */
typedef struct fm_room {
	uintptr_t base;   /**< of all bytes; a multiple of the granule, as `end` is */
	uintptr_t end;
	size_t available; /**< bytes free */
	size_t now;       /**< the largest request that its bytes grant at the alignment asked */
	int has_records;  /**< it keeps records for this kind of request */
	int has_record;   /**< one of them is free */
} fm_room;

/** `size` in whole granules; it is at most SIZE_MAX less a granule. */
static inline size_t fm_room_whole(size_t size)
{
	return (size + (FM_ROOM_GRANULE - 1)) & ~(size_t)(FM_ROOM_GRANULE - 1);
}

/** Bytes from `from` to the next multiple of `align`, a power of two; whole granules, as `from` is. */
static inline size_t fm_room_padding(uintptr_t from, size_t align)
{
	return ((uintptr_t)0 - from) & (align - 1) & ~(uintptr_t)(FM_ROOM_GRANULE - 1);
}

/** The largest request that the bytes from `from` to `end` grant at a multiple of `align`, a power of two. */
size_t fm_room_largest(uintptr_t from, uintptr_t end, size_t align);

/** fm_strategy.explain. `align` is what was asked, 0 included. */
void fm_room_explain(const fm_room *room, const fm_strategy_state *state, size_t size, size_t align, fm_refusal *what);

#endif

typedef struct arena_state {
	fm_strategy_state common;
	fm_arena arena;
	uintptr_t peak;  /**< the most `cur` was before it last went down */
	uintptr_t floor; /**< at most `cur`: where the innermost open mark was made, or the base */
	fm_buffers buffers;
	fm_marks marks;
} arena_state;

/** What a mark of an arena keeps: how far above the base the floor was before, and the raw blocks that were out. */
enum { MARK_FLOOR = FM_MARK_OWN, MARK_RAW };

FM_STATIC_ASSERT(FM_ARENA_GRANULE == FM_ROOM_GRANULE, "a whole size is one word");
FM_STATIC_ASSERT(sizeof(arena_state) <= FM_STRATEGY_STATE_BYTES, "raise FM_STRATEGY_STATE_BYTES");

static FM_COLD void arena_start(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks)
{
	arena_state *arena = (arena_state *)state;

	fm_arena_init(&arena->arena, blocks, fm_room_whole(count));
	arena->peak = arena->arena.base;
	arena->floor = arena->arena.base;
	fm_buffers_start(&arena->buffers, records, wish->max_buffers);
}

/** Gives back what lies above `mark`; the peak is what the arena had reached. */
static inline void rewind_arena(arena_state *arena, fm_arena_mark mark)
{
	if (arena->arena.cur > arena->peak)
		arena->peak = arena->arena.cur;
	fm_arena_rewind(&arena->arena, mark);
}

/** Moves the arena over `skip` and `size` bytes, which it has, and gives the block behind the skip. */
static inline uintptr_t advance(arena_state *arena, size_t skip, size_t size)
{
	uintptr_t block = arena->arena.cur + skip;

	arena->arena.cur = block + fm_room_whole(size);
	return block;
}

static void *arena_take_aligned(fm_strategy_state *state, size_t size, size_t align)
{
	arena_state *arena = (arena_state *)state;
	size_t skip = fm_room_padding(arena->arena.cur, align == 0 ? state->alignment : align);
	size_t left = fm_arena_left(&arena->arena);

	if (FM_UNLIKELY(skip > left || size > left - skip || fm_strategy_judge_request(size, align) != FM_OK)) {
		fm_strategy_refuse(state, FM_STRATEGY_BLOCK, size, align, NULL);
		return NULL;
	}
	state->taken++;
	return (void *)advance(arena, skip, size);
}

static void *arena_take(fm_strategy_state *state, size_t size)
{
	arena_state *arena = (arena_state *)state;

	/* A size of 0 is none: less one, it is above every other. */
	if (FM_UNLIKELY(size - 1 >= fm_arena_left(&arena->arena) || state->alignment > FM_ARENA_GRANULE))
		return arena_take_aligned(state, size, 0);

	state->taken++;
	return (void *)advance(arena, 0, size);
}

static fm_status arena_give(fm_strategy_state *state, uintptr_t block)
{
	const fm_arena *arena = &((arena_state *)state)->arena;

	return block - arena->base < arena->end - arena->base ? FM_E_UNSUPPORTED : FM_E_FOREIGN;
}

/** Any alignment, and also where a record must be opened or the request refused. */
static FM_NOINLINE fm_status arena_lend_aligned(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	arena_state *arena = (arena_state *)state;
	size_t skip = fm_room_padding(arena->arena.cur, align == 0 ? state->alignment : align);
	size_t left = fm_arena_left(&arena->arena);
	int fits = fm_strategy_judge_request(size, align) == FM_OK && skip <= left && size <= left - skip;

	if (FM_UNLIKELY(!fits || !fm_buffers_open(&arena->buffers)))
		return fm_strategy_refuse(state, FM_STRATEGY_BUFFER, size, align, why);

	/* More than 2^32 granules of skip can't be remembered: then those above stay out until the arena begins anew. */
	size_t granules = skip / FM_ARENA_GRANULE;

	fm_buffers_add(&arena->buffers, advance(arena, skip, size), size, granules > UINT32_MAX ? UINT32_MAX : (uint32_t)granules, out);
	state->lent++;
	return FM_OK;
}

static fm_status arena_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	arena_state *arena = (arena_state *)state;
	int plain = align == 0 && state->alignment <= FM_ARENA_GRANULE;

	if (FM_UNLIKELY(!plain || size - 1 >= fm_arena_left(&arena->arena) || arena->buffers.head == FM_TOKEN_END))
		return arena_lend_aligned(state, size, align, out, why);

	fm_buffers_add(&arena->buffers, advance(arena, 0, size), size, 0, out);
	state->lent++;
	return FM_OK;
}

static fm_status arena_take_back(fm_strategy_state *state, uint64_t token)
{
	arena_state *arena = (arena_state *)state;
	fm_buffer_record *record = fm_buffers_find(&arena->buffers, token);

	if (FM_UNLIKELY(record == NULL))
		return fm_buffers_judge(&arena->buffers, token);

	uintptr_t end = record->data + fm_room_whole(record->len);
	uintptr_t before = record->data - (uintptr_t)record->next * FM_ARENA_GRANULE;

	fm_buffers_remove(&arena->buffers, record, token);
	state->returned++;
	if (fm_strategy_out(state) == 0)
		rewind_arena(arena, arena->floor);
	else if (end == arena->arena.cur && before >= arena->floor)
		rewind_arena(arena, before);
	return FM_OK;
}

static FM_COLD fm_status arena_find(const fm_strategy_state *state, uint64_t token, fm_buffer *out)
{
	const arena_state *arena = (const arena_state *)state;
	const fm_buffer_record *record = fm_buffers_find(&arena->buffers, token);

	if (record == NULL)
		return fm_buffers_judge(&arena->buffers, token);

	*out = (fm_buffer){ .data = (void *)record->data, .len = record->len, .token = token };
	return FM_OK;
}

static FM_COLD void arena_reset(fm_strategy_state *state)
{
	arena_state *arena = (arena_state *)state;

	arena->floor = arena->arena.base;
	fm_marks_end_all(&arena->marks);
	rewind_arena(arena, arena->floor);
	state->given = state->taken;
}

static FM_COLD void arena_mark(fm_strategy_state *state, fm_mark *mark)
{
	arena_state *arena = (arena_state *)state;

	fm_marks_open(&arena->marks, mark);
	mark->library[MARK_FLOOR] = arena->floor - arena->arena.base;
	mark->library[MARK_RAW] = fm_strategy_raw(state);
	arena->floor = arena->arena.cur;
}

/** True iff a buffer at or above `from` is out. */
static FM_COLD int buffers_above(const fm_buffers *buffers, uintptr_t from)
{
	for (uint32_t i = 0; i < buffers->fresh; i++)
		if ((buffers->records[i].generation & 1) != 0 && buffers->records[i].data >= from)
			return 1;
	return 0;
}

static FM_COLD fm_status arena_rewind(fm_strategy_state *state, const fm_mark *mark)
{
	arena_state *arena = (arena_state *)state;
	fm_status status = fm_marks_judge(&arena->marks, mark);
	uint64_t outer = mark->library[MARK_FLOOR];

	if (status != FM_OK)
		return status;
	/* The mark was in the caller's hands: what it says must be possible. */
	if (outer > arena->floor - arena->arena.base || outer % FM_ARENA_GRANULE != 0 || mark->library[MARK_RAW] > fm_strategy_raw(state))
		return FM_E_FOREIGN;
	if (fm_strategy_lent(state) != 0 && buffers_above(&arena->buffers, arena->floor))
		return FM_E_BUSY;

	rewind_arena(arena, arena->floor);
	state->given = state->taken - mark->library[MARK_RAW];
	arena->floor = arena->arena.base + (uintptr_t)outer;
	fm_marks_end(&arena->marks, mark);
	if (fm_strategy_out(state) == 0)
		rewind_arena(arena, arena->floor);
	return FM_OK;
}

static FM_COLD fm_status arena_check(const fm_strategy_state *state)
{
	const arena_state *arena = (const arena_state *)state;
	const fm_arena *inner = &arena->arena;
	int ordered = inner->base <= arena->floor && arena->floor <= inner->cur && inner->cur <= inner->end;
	int whole = (inner->cur - inner->base) % FM_ARENA_GRANULE == 0 && (arena->floor - inner->base) % FM_ARENA_GRANULE == 0;

	if (!ordered || !whole || arena->peak - inner->base > inner->end - inner->base || arena->marks.innermost > arena->marks.made)
		return FM_E_DAMAGED;
	return state->given > state->taken ? FM_E_DAMAGED : fm_buffers_check(&arena->buffers, fm_strategy_lent(state), inner->base, inner->cur);
}

/** One hole, above. What waits below for its turn is not free. */
static FM_COLD void arena_survey(const fm_strategy_state *state, fm_strategy_survey *out)
{
	out->largest = fm_arena_left(&((const arena_state *)state)->arena);
	out->holes = out->largest != 0;
}

static FM_COLD void arena_measure_use(const fm_strategy_state *state, fm_strategy_figures *out)
{
	const arena_state *arena = (const arena_state *)state;
	const fm_arena *inner = &arena->arena;

	out->capacity = inner->end - inner->base;
	out->used = inner->cur - inner->base;
	out->peak = (arena->peak > inner->cur ? arena->peak : inner->cur) - inner->base;
	out->largest = fm_room_largest(inner->cur, inner->end, state->alignment);
}

static FM_COLD void arena_explain(const fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what)
{
	const arena_state *arena = (const arena_state *)state;
	const fm_arena *inner = &arena->arena;
	int raw = kind == FM_STRATEGY_BLOCK;
	fm_room room = {
		.base = inner->base,
		.end = inner->end,
		.available = fm_arena_left(inner),
		.now = fm_room_largest(inner->cur, inner->end, align == 0 ? state->alignment : align),
		.has_records = raw || arena->buffers.room != 0,
		.has_record = raw || fm_buffers_have_room(&arena->buffers),
	};

	fm_room_explain(&room, state, size, align, what);
}

const fm_strategy fm_strategy_arena = {
	.name = "arena",
	.state_bytes = sizeof(arena_state),
	.granule = FM_ARENA_GRANULE,
	.calls = {
		.take = arena_take,
		.take_aligned = arena_take_aligned,
		.give = arena_give,
		.lend = arena_lend,
		.take_back = arena_take_back,
	},
	.judge = fm_buffers_judge_wish,
	.measure = fm_buffers_measure,
	.start = arena_start,
	.explain = arena_explain,
	.find = arena_find,
	.reset = arena_reset,
	.measure_use = arena_measure_use,
	FM_BLOCK_OPS(.check = arena_check,
	             .survey = arena_survey,
	             .mark = arena_mark,
	             .rewind = arena_rewind)
};

/* ==== lib/strategy/buddy.c ==== */
/** @file
 * Buddy: blocks are powers of two of granules, at addresses that are multiples of their size, so none crosses a boundary of its size or
 * more: what DMA engines ask for. Free neighbours merge whether they are buddies or not, so taking and giving have no loop.
 *
 * Cost, records and limits are those of tlsf.c; rounding takes up to half of a block. Grants any c granules, a power of two, where there are
 * more than U + (B + 1) * (2 * c + c / 2). Detects any value that begins no block that is out. */
/** @file
 * Strategies over a good fit: bytes in granules, a bit for each block that is out as a buffer, a table of buffers. Here is what is hot, once
 * for sizes in granules and once for powers of two; granular.c has the rest.
 *
 * A granule is 32 bytes, or the alignment of the wish where that is more: so an alignment up to it costs no search. */
#ifndef FLIGHTMEM_STRATEGY_GRANULAR_H
#define FLIGHTMEM_STRATEGY_GRANULAR_H
/** @file
 * Reading the lines of a good fit: lengths, neighbours and classes, without a loop. */
#ifndef FLIGHTMEM_STRATEGY_FIT_LINE_H
#define FLIGHTMEM_STRATEGY_FIT_LINE_H
/** @file
 * The places of bits in a word. */
#ifndef FLIGHTMEM_BASE_BITS_H
#define FLIGHTMEM_BASE_BITS_H

/** By halves, for machines without an instruction for it: six steps whatever the word is, which is not 0. */
static inline uint32_t fm_highest_bit_by_halves(uint64_t word)
{
	uint32_t place = 0;

	for (uint32_t half = 32; half != 0; half /= 2) {
		uint32_t step = word >> half != 0 ? half : 0;

		place += step;
		word >>= step;
	}
	return place;
}

/** The place of the highest bit that is set; `word` is not 0. */
static inline uint32_t fm_highest_bit(uint64_t word)
{
	if (FM_HAS_BIT_SCAN)
		return 63 - (uint32_t)__builtin_clzll(word);
	return fm_highest_bit_by_halves(word);
}

/** The place of the lowest bit that is set; `word` is not 0. */
static inline uint32_t fm_lowest_bit(uint64_t word)
{
	if (FM_HAS_BIT_SCAN)
		return (uint32_t)__builtin_ctzll(word);
	return fm_highest_bit_by_halves(word & (0 - word));
}

#endif
/** @file
 * Good fit over numbered granules: which of them are free, and where a block of so many goes. It knows no addresses and touches only its
 * records, so user data can't break it; no call but those that say so depends on how many blocks or runs there are.
 *
 *     granule   0 1 2 3 4 5 6 7 ...  63 | 64 ...                a line is 64 granules
 *     free      . . . 1 1 1 . . ...   . |  . ...                a bit for each free granule
 *     starts    1 . . . . . 1 . ...   . |  . ...                a bit where a block begins
 *     lengths   of the block or run that begins in the line and holds its last granule
 *     begins    of the run that holds the line's first granule and ends in it
 *
 * The `free` bits of lines strictly inside a block or run are neither kept nor read: that makes large ones O(1). `starts` bits there are 0.
 * Free runs never touch, so at most one ends in each pair of granules: a list has a node a pair. Lists are rings whose heads are nodes
 * behind the pairs: who leaves one needs to know neither its class nor whether it is the last. */
#ifndef FLIGHTMEM_STRATEGY_FIT_H
#define FLIGHTMEM_STRATEGY_FIT_H

/** No granule. */
#define FM_FIT_NONE UINT32_MAX

/** Granules, at most: numbers of pairs and heads fit 32 bits, and none is FM_FIT_NONE. */
#define FM_FIT_GRANULES_MAX (UINT32_MAX - 1)

typedef struct fm_fit_link {
	uint32_t next, previous;
} fm_fit_link;

/** What is free and what is not. Two classes of lengths an octave, four where lengths stay below 2^16: one word has a bit for each list. */
typedef struct fm_fit {
	uint64_t *free;
	uint64_t *starts;
	uint32_t *lengths;
	uint32_t *begins;
	fm_fit_link *links;
	uint64_t classes; /**< bit c: the list of class c is not empty */
	uint32_t granules;
	uint32_t used;    /**< granules in blocks */
	uint32_t heads;   /**< node of class 0's head */
	uint32_t steps;   /**< log2 of the classes an octave */
} fm_fit;

/** Bytes of records, a multiple of 8, for `granules`, 1 to FM_FIT_GRANULES_MAX; 0 iff they exceed SIZE_MAX. About 4.4 a granule. */
size_t fm_fit_records(uint32_t granules);

/** Begins with all granules free. `records` has what fm_fit_records() says, aligned to 8. O(granules / 64). */
void fm_fit_start(fm_fit *fit, void *records, uint32_t granules);

/** A block of `count` granules; FM_FIT_NONE iff no run is found that has them, or `count` is 0. */
uint32_t fm_fit_take(fm_fit *fit, uint32_t count);

/** The same at a granule g with (g + phase) a multiple of `align`, a power of two. */
uint32_t fm_fit_take_aligned(fm_fit *fit, uint32_t count, uint32_t align, uint32_t phase);

/** Takes back the block that begins at `granule`, any number. Returns its granules; 0 iff no block begins there. */
uint32_t fm_fit_give(fm_fit *fit, uint32_t granule);

/** Granules of the block that begins at `granule`, any number; 0 iff none does. */
uint32_t fm_fit_length(const fm_fit *fit, uint32_t granule);

/** The most granules that the block which begins at `granule` could have where it lies. */
uint32_t fm_fit_room(const fm_fit *fit, uint32_t granule);

/**
 * Makes the block that begins at `granule` have `count` granules where it lies. False iff no block begins
 * there, `count` is 0, or there is no room behind it.
 */
int fm_fit_resize(fm_fit *fit, uint32_t granule, uint32_t count);

/** The most that fm_fit_take_aligned() would grant now. At an `align` of 1 O(1), else up to four runs of each class are looked at. */
uint32_t fm_fit_largest(const fm_fit *fit, uint32_t align, uint32_t phase);

/** The first granule of the block that `granule`, any number, belongs to; FM_FIT_NONE iff it is in none. O(block / 64). */
uint32_t fm_fit_owner(const fm_fit *fit, uint32_t granule);

/** What lies where a walk stands. */
typedef struct fm_fit_piece {
	uint32_t granule; /**< its first */
	uint32_t count;
	int is_block;     /**< 0: a free run */
} fm_fit_piece;

/** Moves to the piece behind `piece`; the walk begins with one of zeroes. False iff there is no more. O(1). */
int fm_fit_next(const fm_fit *fit, fm_fit_piece *piece);

/** True iff all that is said above holds. O(pieces). */
int fm_fit_is_valid(const fm_fit *fit);

#endif

/** Runs of a class that are tried before a request is refused which its shorter ones can't grant. */
#define FM_FIT_TRIES 4

/** Where the parts of the records begin, and their end. Bytes. */
typedef struct fm_fit_parts {
	size_t starts, lengths, begins, links, end;
} fm_fit_parts;

/** Nodes of the lists' members: one a pair of granules. */
static inline uint32_t fm_fit_pairs(uint32_t granules)
{
	return granules / 2 + (granules & 1);
}

/**
 * One line more than the granules fill stands behind them, and one of no free granules before them: neighbours can be looked at without
 * asking whether there are any.
 */
static inline fm_fit_parts fm_fit_cut(uint32_t granules)
{
	size_t lines = (size_t)granules / 64 + 1;
	fm_fit_parts parts;

	parts.starts = (lines + 1) * sizeof(uint64_t);
	parts.lengths = parts.starts + lines * sizeof(uint64_t);
	parts.begins = parts.lengths + lines * sizeof(uint32_t);
	parts.links = parts.begins + lines * sizeof(uint32_t);
	parts.end = parts.links + ((size_t)fm_fit_pairs(granules) + 64) * sizeof(fm_fit_link);
	return parts;
}

/** The bit of a granule in its line. */
static inline uint64_t fm_fit_bit(uint32_t granule)
{
	return UINT64_C(1) << (granule & 63);
}

/** The bits of its line from a granule on. */
static inline uint64_t fm_fit_from(uint32_t granule)
{
	return UINT64_MAX << (granule & 63);
}

/** The class of a length, not 0: the lengths of a class are at least the one that is its floor, and below the next class's. */
static inline uint32_t fm_fit_class(const fm_fit *fit, uint32_t length)
{
	uint32_t octave = fm_highest_bit(length), steps = fit->steps;

	return (octave << steps) + ((uint32_t)(((uint64_t)length << steps) >> octave) & ((1u << steps) - 1));
}

/** The classes all of whose lengths are at least `length`, not 0. */
static inline uint64_t fm_fit_classes_of(const fm_fit *fit, uint32_t length)
{
	return length == 1 ? UINT64_MAX : UINT64_MAX << fm_fit_class(fit, length - 1) << 1;
}

/** Granules of the free run that begins at `run`. */
static inline uint32_t fm_fit_run_length(const fm_fit *fit, uint32_t run)
{
	uint64_t taken = ~(fit->free[run / 64] >> (run & 63));
	uint32_t here = taken != 0 ? fm_lowest_bit(taken) : 64;

	return (run & 63) + here < 64 ? here : fit->lengths[run / 64];
}

/** The granule behind the run that ends in the pair of a node: at its first granule where the second is not free. */
static inline uint32_t fm_fit_end_of(const fm_fit *fit, uint32_t node)
{
	uint32_t granule = node * 2 + 1;

	return granule + (uint32_t)(fit->free[granule / 64] >> (granule & 63) & 1);
}

/** Granules of the free run that ends before `granule`; 0 iff there is none. */
static inline uint32_t fm_fit_free_before(const fm_fit *fit, uint32_t granule)
{
	uint32_t place = (granule - 1) & 63;
	int64_t line = ((int64_t)granule - 1) >> 6;
	uint64_t taken = ~(fit->free[line] << (63 - place));
	uint32_t here = taken != 0 ? 63 - fm_highest_bit(taken) : 64;

	return here > place ? granule - fit->begins[line] : here;
}

/** Granules from `run` to the next g with g + phase a multiple of `align`. */
static inline uint32_t fm_fit_skip(uint32_t run, uint32_t align, uint32_t phase)
{
	return (0u - run - phase) & (align - 1);
}

#endif

/** Bytes of the smallest granule. */
#define FM_GRANULE_LEAST 32

typedef struct fm_granular {
	fm_strategy_state common;
	fm_fit fit;
	uintptr_t base;  /**< of the first granule, a multiple of a granule */
	uint64_t *lent;  /**< a bit for each granule that begins a block which is out as a buffer */
	fm_buffers buffers;
	uint32_t shift;  /**< log2 of a granule's bytes */
	uint32_t peak;   /**< the most granules that were out */
} fm_granular;

/** Whether blocks are powers of two, at multiples of their size. */
typedef enum fm_granular_form { FM_GRANULAR_ANY, FM_GRANULAR_POWERS } fm_granular_form;

fm_status fm_granular_judge(fm_strategy_wish *wish, const char **at_fault);
fm_status fm_granular_measure(const fm_strategy_wish *wish, size_t count, fm_strategy_bytes *out);
void fm_granular_start(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks);
fm_status fm_granular_find(const fm_strategy_state *state, uint64_t token, fm_buffer *out);
void fm_granular_reset(fm_strategy_state *state);
fm_status fm_granular_check(const fm_strategy_state *state);
void fm_granular_survey(const fm_strategy_state *state, fm_strategy_survey *out);
fm_status fm_granular_block(const fm_strategy_state *state, uint64_t address, fm_block *out);
fm_status fm_granular_walk(const fm_strategy_state *state, fm_block_visit visit, void *context);

/** The parts of explain(), measure_use() and resize() that know the form. */
void fm_granular_explain(const fm_granular *heap, fm_granular_form form, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what);
void fm_granular_measure_use(const fm_granular *heap, fm_granular_form form, fm_strategy_figures *out);
fm_status fm_granular_resize(fm_granular *heap, fm_granular_form form, uint64_t block, size_t size, size_t *at_most);

/** Why no raw block that is out begins at the address. */
fm_status fm_granular_judge_address(const fm_granular *heap, uint64_t address);

/** Bytes of blocks. */
static inline size_t fm_granular_capacity(const fm_granular *heap)
{
	return (size_t)heap->fit.granules << heap->shift;
}

/** Granules of a block of `size` bytes, 1 to the capacity; powers of two may be more than there are. */
static inline uint32_t fm_granular_count(const fm_granular *heap, fm_granular_form form, size_t size)
{
	size_t less = (size - 1) >> heap->shift;

	if (form == FM_GRANULAR_ANY || less == 0)
		return (uint32_t)less + 1;
	return less >> 31 == 0 ? 2u << fm_highest_bit(less) : UINT32_MAX;
}

/** The granule that begins at the address: a number below `fit.granules` iff one does, for any address at all. */
static inline size_t fm_granular_at(const fm_granular *heap, uintptr_t address)
{
	size_t offset = address - heap->base;

	return offset >> heap->shift | offset << (8 * sizeof offset - heap->shift);
}

static inline uintptr_t fm_granular_address(const fm_granular *heap, uint32_t granule)
{
	return heap->base + ((uintptr_t)granule << heap->shift);
}

/** Granules, as fm_fit_take_aligned() has it, that a multiple of `align` bytes is a multiple of; 0 iff `align` is none that it can have. */
static inline uint32_t fm_granular_align(const fm_granular *heap, size_t align)
{
	size_t granules = align >> heap->shift;

	if ((align & (align - 1)) != 0 || granules > UINT32_C(1) << 31)
		return 0;
	return granules == 0 ? 1 : (uint32_t)granules;
}

/** How far granule 0 lies behind one of an address that is a multiple of all alignments. */
static inline uint32_t fm_granular_phase(const fm_granular *heap)
{
	return (uint32_t)(heap->base >> heap->shift);
}

/** Takes what was asked for; FM_FIT_NONE iff there is none, or the request is wrong. */
static FM_ALWAYS_INLINE uint32_t fm_granular_place(fm_granular *heap, fm_granular_form form, size_t size, size_t align)
{
	uint32_t granule;

	if (FM_UNLIKELY(size - 1 >= fm_granular_capacity(heap)))
		return FM_FIT_NONE;

	uint32_t count = fm_granular_count(heap, form, size);

	if (form == FM_GRANULAR_ANY && FM_LIKELY(align <= 1u << heap->shift && (align & (align - 1)) == 0)) {
		granule = fm_fit_take(&heap->fit, count);
	} else {
		uint32_t granules = fm_granular_align(heap, align);

		if (form == FM_GRANULAR_POWERS && granules != 0 && granules < count)
			granules = count;
		if (FM_UNLIKELY(granules == 0 || count > heap->fit.granules))
			return FM_FIT_NONE;
		granule = fm_fit_take_aligned(&heap->fit, count, granules, fm_granular_phase(heap));
	}
	if (heap->fit.used > heap->peak)
		heap->peak = heap->fit.used;
	return granule;
}

static FM_ALWAYS_INLINE void *fm_granular_take(fm_strategy_state *state, fm_granular_form form, size_t size, size_t align)
{
	fm_granular *heap = (fm_granular *)state;
	uint32_t granule = fm_granular_place(heap, form, size, align);

	if (FM_UNLIKELY(granule == FM_FIT_NONE)) {
		fm_strategy_refuse(state, FM_STRATEGY_BLOCK, size, align, NULL);
		return NULL;
	}
	state->taken++;
	return (void *)fm_granular_address(heap, granule);
}

static FM_ALWAYS_INLINE fm_status fm_granular_lend(fm_strategy_state *state, fm_granular_form form, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	fm_granular *heap = (fm_granular *)state;
	uint32_t granule = fm_buffers_open(&heap->buffers) ? fm_granular_place(heap, form, size, align) : FM_FIT_NONE;

	if (FM_UNLIKELY(granule == FM_FIT_NONE))
		return fm_strategy_refuse(state, FM_STRATEGY_BUFFER, size, align, why);

	heap->lent[granule / 64] |= fm_fit_bit(granule);
	fm_buffers_add(&heap->buffers, fm_granular_address(heap, granule), size, 0, out);
	state->lent++;
	return FM_OK;
}

static FM_ALWAYS_INLINE fm_status fm_granular_give(fm_strategy_state *state, uintptr_t block)
{
	fm_granular *heap = (fm_granular *)state;
	size_t granule = fm_granular_at(heap, block);

	if (FM_UNLIKELY(granule >= heap->fit.granules || (heap->lent[granule / 64] & fm_fit_bit((uint32_t)granule)) != 0 ||
	                fm_fit_give(&heap->fit, (uint32_t)granule) == 0))
		return fm_granular_judge_address(heap, block);
	state->given++;
	return FM_OK;
}

static FM_ALWAYS_INLINE fm_status fm_granular_take_back(fm_strategy_state *state, uint64_t token)
{
	fm_granular *heap = (fm_granular *)state;
	fm_buffer_record *record = fm_buffers_find(&heap->buffers, token);

	if (FM_UNLIKELY(record == NULL))
		return fm_buffers_judge(&heap->buffers, token);

	uint32_t granule = (uint32_t)fm_granular_at(heap, record->data);

	heap->lent[granule / 64] &= ~fm_fit_bit(granule);
	fm_fit_give(&heap->fit, granule);
	fm_buffers_remove(&heap->buffers, record, token);
	state->returned++;
	return FM_OK;
}

#endif

static void *buddy_take(fm_strategy_state *state, size_t size)
{
	return fm_granular_take(state, FM_GRANULAR_POWERS, size, 0);
}

static void *buddy_take_aligned(fm_strategy_state *state, size_t size, size_t align)
{
	return fm_granular_take(state, FM_GRANULAR_POWERS, size, align);
}

static fm_status buddy_give(fm_strategy_state *state, uintptr_t block)
{
	return fm_granular_give(state, block);
}

static fm_status buddy_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	return fm_granular_lend(state, FM_GRANULAR_POWERS, size, align, out, why);
}

static fm_status buddy_take_back(fm_strategy_state *state, uint64_t token)
{
	return fm_granular_take_back(state, token);
}

static void buddy_explain(const fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what)
{
	fm_granular_explain((const fm_granular *)state, FM_GRANULAR_POWERS, kind, size, align, what);
}

static void buddy_measure_use(const fm_strategy_state *state, fm_strategy_figures *out)
{
	fm_granular_measure_use((const fm_granular *)state, FM_GRANULAR_POWERS, out);
}

static fm_status buddy_resize(fm_strategy_state *state, uint64_t block, size_t size, size_t *at_most)
{
	return fm_granular_resize((fm_granular *)state, FM_GRANULAR_POWERS, block, size, at_most);
}

const fm_strategy fm_strategy_buddy = {
	.name = "buddy",
	.state_bytes = sizeof(fm_granular),
	.granule = FM_GRANULE_LEAST,
	.calls = {
		.take = buddy_take,
		.take_aligned = buddy_take_aligned,
		.give = buddy_give,
		.lend = buddy_lend,
		.take_back = buddy_take_back,
	},
	.judge = fm_granular_judge,
	.measure = fm_granular_measure,
	.start = fm_granular_start,
	.explain = buddy_explain,
	.find = fm_granular_find,
	.reset = fm_granular_reset,
	.measure_use = buddy_measure_use,
	FM_BLOCK_OPS(.check = fm_granular_check,
	             .survey = fm_granular_survey,
	             .resize = buddy_resize,
	             .block = fm_granular_block,
	             .walk = fm_granular_walk)
};

/* ==== lib/strategy/buffers.c ==== */
/** @file
 * The table of buffers: its beginning, its growth and its verdicts. */

/** Records at most: every index must fit a token. */
#define RECORDS_MAX (UINT32_MAX - 2)

FM_COLD fm_status fm_buffers_judge_wish(fm_strategy_wish *wish, const char **at_fault)
{
	*at_fault = "options.block_size";
	if (wish->block_size != 0)
		return FM_E_ARGUMENT;
	*at_fault = "options.max_buffers";
	if (wish->max_buffers == 0)
		wish->max_buffers = FM_ARENA_BUFFERS;
	return wish->max_buffers > RECORDS_MAX && wish->max_buffers != FM_STRATEGY_NO_BUFFERS ? FM_E_ARGUMENT : FM_OK;
}

FM_COLD fm_status fm_buffers_measure(const fm_strategy_wish *wish, size_t count, fm_strategy_bytes *out)
{
	size_t records = fm_buffers_wished(wish->max_buffers);

	if (count > SIZE_MAX - (FM_ROOM_GRANULE - 1) || records > SIZE_MAX / sizeof(fm_buffer_record))
		return FM_E_RANGE;
	out->records = records * sizeof(fm_buffer_record);
	out->blocks = fm_room_whole(count);
	return FM_OK;
}

FM_COLD void fm_buffers_start(fm_buffers *buffers, void *records, uint32_t room)
{
	buffers->records = (fm_buffer_record *)records;
	buffers->head = FM_TOKEN_END;
	buffers->fresh = 0;
	buffers->room = fm_buffers_wished(room);
}

int fm_buffers_open(fm_buffers *buffers)
{
	if (!fm_buffers_have_room(buffers))
		return 0;
	if (buffers->head == FM_TOKEN_END) {
		buffers->records[buffers->fresh] = (fm_buffer_record){ .generation = fm_token_first(buffers), .next = FM_TOKEN_END };
		buffers->head = buffers->fresh;
		buffers->fresh++;
	}
	return 1;
}

FM_COLD fm_status fm_buffers_judge(const fm_buffers *buffers, uint64_t token)
{
	uint32_t index = fm_token_index(token);

	return index < buffers->fresh ? fm_token_judge(token, fm_token_first(buffers), buffers->records[index].generation) : FM_E_FOREIGN;
}

/** Records on the list of free ones; above `fresh` iff the list is broken. */
static FM_COLD uint64_t count_free(const fm_buffers *buffers)
{
	uint64_t count = 0;

	for (uint32_t i = buffers->head; i != FM_TOKEN_END; i = buffers->records[i].next) {
		if (i >= buffers->fresh || (buffers->records[i].generation & 1) != 0 || count == buffers->fresh)
			return UINT64_MAX;
		count++;
	}
	return count;
}

FM_COLD fm_status fm_buffers_check(const fm_buffers *buffers, uint64_t out, uintptr_t base, uintptr_t end)
{
	uint64_t seen = 0;

	if (buffers->fresh > buffers->room)
		return FM_E_DAMAGED;
	for (uint32_t i = 0; i < buffers->fresh; i++) {
		const fm_buffer_record *record = &buffers->records[i];

		if ((record->generation & 1) == 0)
			continue;
		if (record->data - base > end - base || record->len > end - record->data)
			return FM_E_DAMAGED;
		seen++;
	}
	return seen == out && count_free(buffers) == buffers->fresh - seen ? FM_OK : FM_E_DAMAGED;
}
#undef RECORDS_MAX

/* ==== lib/strategy/double_stack.c ==== */
/** @file
 * Double stack: one run of bytes, a stack from each end, which meet exactly. fm_pool_alloc() takes from the low end, fm_pool_alloc_top()
 * from the top: what lives for a level at one end, what goes with the frame at the other. Each end is a stack of its own: its newest
 * block goes back, whatever the other end holds. A mark holds both.
 *
 * Cost, bytes and detection as those of stack.c, whose low end it has; `max_buffers` are the blocks of both ends together. */
/** @file
 * Stacks from inside: one whose blocks lie at the low end, and one that has a top end too. They share what the low end does. */
#ifndef FLIGHTMEM_STRATEGY_STACK_H
#define FLIGHTMEM_STRATEGY_STACK_H
/** @file
 * Strategies whose blocks have an order: a record each in a table that goes round, so that blocks join and leave at either end of the order
 * in O(1), and a run of free bytes from `low` to `high` that the next block is cut from.
 *
 *     base         low         high         end            records:   front ... back
 *     | old | new  |    free   |            |              stack:     oldest ... newest
 *                                                          double:    newest of the top end ... oldest, oldest of the low end ... newest
 *                                                          ring:      oldest ... newest */
#ifndef FLIGHTMEM_STRATEGY_ORDERED_H
#define FLIGHTMEM_STRATEGY_ORDERED_H

/**
 * What each of their states begins with. Invariant: the bytes of the blocks from front to back ascend without meeting, but for one step down
 * at most, after which they stay below the front's. A record is that of a buffer that is out iff its generation is odd.
 */
typedef struct fm_ordered {
	fm_strategy_state common;
	fm_buffer_record *records;
	uintptr_t base;
	uintptr_t end;
	uintptr_t low;  /**< the free run: whole granules */
	uintptr_t high;
	size_t least;   /**< the fewest bytes that were free before some went back */
	uint32_t front; /**< index of the front's record */
	uint32_t count; /**< blocks out */
	uint32_t room;  /**< records */
	uint32_t goes_round; /**< the free run begins anew at the base: then, while it ends at `end`, bytes below the front's are free too */
} fm_ordered;

/** Cuts `size` bytes, at least 1, at a multiple of `align` from the free bytes. Returns the address; 0 iff they do not suffice. */
typedef uintptr_t (*fm_ordered_cut)(fm_ordered *ordered, size_t size, size_t align);

/** The record at `place`, counted from the front; a place is at most twice the room. */
static inline fm_buffer_record *fm_ordered_at(const fm_ordered *ordered, uint32_t place)
{
	size_t index = (size_t)ordered->front + place;

	return &ordered->records[index < ordered->room ? index : index - ordered->room];
}

/** After the last byte of a record's block. */
static inline uintptr_t fm_ordered_end(const fm_buffer_record *record)
{
	return record->data + fm_room_whole(record->len);
}

/** True iff the record is that of a raw block at `address`. */
static inline int fm_ordered_is_raw(const fm_buffer_record *record, uintptr_t address)
{
	return record->data == address && (record->generation & 1) == 0;
}

/** After the last of the free bytes that begin at the base: the base itself iff there are none. */
static inline uintptr_t fm_ordered_below(const fm_ordered *ordered)
{
	int below = ordered->goes_round && ordered->count != 0 && ordered->high == ordered->end;

	return below ? fm_ordered_at(ordered, 0)->data : ordered->base;
}

/** Bytes that are free. */
static inline size_t fm_ordered_free(const fm_ordered *ordered)
{
	return (ordered->high - ordered->low) + (fm_ordered_below(ordered) - ordered->base);
}

/** Keeps the peak, before bytes go back: `free` are not out. */
static inline void fm_ordered_note(fm_ordered *ordered, size_t free)
{
	if (free < ordered->least)
		ordered->least = free;
}

/** Lets the front leave the order. */
static inline void fm_ordered_drop_front(fm_ordered *ordered)
{
	ordered->count--;
	ordered->front = ordered->front + 1 < ordered->room ? ordered->front + 1 : 0;
}

/** fm_strategy.judge, .start: `max_buffers` are the blocks at once. Starting is O(records). */
fm_status fm_ordered_judge(fm_strategy_wish *wish, const char **at_fault);
void fm_ordered_start(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks);

/** lend(), and a block too: any kind, size and alignment. The record joins at the front iff the kind says top. */
fm_status fm_ordered_lend(fm_ordered *ordered, fm_strategy_kind kind, size_t size, size_t align, fm_buffer *out, fm_refusal *why, fm_ordered_cut cut);

/** take_aligned() by fm_ordered_lend(). */
void *fm_ordered_take(fm_ordered *ordered, fm_strategy_kind kind, size_t size, size_t align, fm_ordered_cut cut);

/** The place of a token's buffer; at least `count` iff it names none. */
uint32_t fm_ordered_find_place(const fm_ordered *ordered, uint64_t token);

/** What a raw block is that can't be given back now: as fm_pool_free(), never FM_OK. O(blocks). */
fm_status fm_ordered_judge_block(const fm_ordered *ordered, uint64_t address);

/** What a token is that names no buffer: FM_E_STALE or FM_E_FOREIGN. */
fm_status fm_ordered_judge_token(const fm_ordered *ordered, uint64_t token);

/** True iff a buffer is out at one of `count` places from `place` on. */
int fm_ordered_has_buffer(const fm_ordered *ordered, uint32_t place, uint32_t count);

/** Tells `count` blocks from `place` on. */
fm_status fm_ordered_tell(const fm_ordered *ordered, uint32_t place, uint32_t count, fm_block_visit visit, void *context);

/** fm_strategy.find, .check, .resize, .block: O(1) for a token, check O(records), else O(blocks). */
fm_status fm_ordered_find(const fm_strategy_state *state, uint64_t token, fm_buffer *out);
fm_status fm_ordered_check(const fm_strategy_state *state);
fm_status fm_ordered_resize(fm_strategy_state *state, uint64_t block, size_t size, size_t *at_most);
fm_status fm_ordered_block(const fm_strategy_state *state, uint64_t address, fm_block *out);

/** fm_strategy.measure_use, .explain, .survey. O(1). */
void fm_ordered_measure_use(const fm_strategy_state *state, fm_strategy_figures *out);
void fm_ordered_explain(const fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what);
void fm_ordered_survey(const fm_strategy_state *state, fm_strategy_survey *out);

#endif

/**
 * The state. Places from the front: `tops` blocks of the top end, the newest first; then those of the low end, the oldest first. So records of the
 * low end stand at the indices from 0 up, those of the top end at the last ones, downwards.
 */
typedef struct fm_stack {
	fm_ordered ordered;
	uint32_t tops;
	uint32_t floor_tops; /**< blocks of the top end when the innermost open mark was made: they stay */
	uint32_t floor_lows; /**< those of the low end */
	fm_marks marks;
} fm_stack;

/** Blocks of the low end. */
static inline uint32_t fm_stack_lows(const fm_stack *stack)
{
	return stack->ordered.count - stack->tops;
}

/** fm_strategy's calls and members, for either stack. */
void *fm_stack_take(fm_strategy_state *state, size_t size);
void *fm_stack_take_aligned(fm_strategy_state *state, size_t size, size_t align);
fm_status fm_stack_give(fm_strategy_state *state, uintptr_t block);
fm_status fm_stack_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why);
fm_status fm_stack_take_back(fm_strategy_state *state, uint64_t token);
void fm_stack_reset(fm_strategy_state *state);
fm_status fm_stack_walk(const fm_strategy_state *state, fm_block_visit visit, void *context);
fm_status fm_stack_check(const fm_strategy_state *state);
void fm_stack_mark(fm_strategy_state *state, fm_mark *mark);
fm_status fm_stack_rewind(fm_strategy_state *state, const fm_mark *mark);

#endif

static uintptr_t cut_top(fm_ordered *ordered, size_t size, size_t align)
{
	size_t left = ordered->high - ordered->low;

	if (size > left)
		return 0;

	size_t whole = fm_room_whole(size);
	size_t slack = (ordered->high - whole) & (align - 1) & ~(uintptr_t)(FM_ROOM_GRANULE - 1);

	if (slack > left - whole)
		return 0;
	ordered->high -= whole + slack;
	return ordered->high;
}

/** take_top() at the usual alignment, where it fits. */
static FM_ALWAYS_INLINE void *take_plainly(fm_stack *stack, size_t size)
{
	fm_ordered *ordered = &stack->ordered;

	ordered->front = (ordered->front != 0 ? ordered->front : ordered->room) - 1;
	ordered->count++;
	stack->tops++;
	ordered->high -= fm_room_whole(size);
	ordered->records[ordered->front].data = ordered->high;
	ordered->records[ordered->front].len = size;
	ordered->common.taken++;
	return (void *)ordered->high;
}

/** Counts a block at the top end, if it was granted. */
static void count_top(fm_strategy_state *state, uint32_t before)
{
	fm_stack *stack = (fm_stack *)state;

	stack->tops += stack->ordered.count - before;
}

static void *take_top(fm_strategy_state *state, size_t size, size_t align)
{
	fm_ordered *ordered = (fm_ordered *)state;
	uint32_t before = ordered->count;

	if (FM_LIKELY(align == 0 && size - 1 < ordered->high - ordered->low && before < ordered->room && state->alignment <= FM_ROOM_GRANULE))
		return take_plainly((fm_stack *)state, size);

	void *block = fm_ordered_take(ordered, FM_STRATEGY_BLOCK | FM_STRATEGY_TOP, size, align, cut_top);

	count_top(state, before);
	return block;
}

static fm_status lend_top(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	uint32_t before = ((fm_ordered *)state)->count;
	fm_status status = fm_ordered_lend((fm_ordered *)state, FM_STRATEGY_BUFFER | FM_STRATEGY_TOP, size, align, out, why, cut_top);

	count_top(state, before);
	return status;
}

const fm_strategy fm_strategy_double_stack = {
	.name = "double-stack",
	.state_bytes = sizeof(fm_stack),
	.granule = FM_ROOM_GRANULE,
	.nature = FM_STRATEGY_LAST_FIRST,
	.calls = {
		.take = fm_stack_take,
		.take_aligned = fm_stack_take_aligned,
		.give = fm_stack_give,
		.lend = fm_stack_lend,
		.take_back = fm_stack_take_back,
	},
	.judge = fm_ordered_judge,
	.measure = fm_buffers_measure,
	.start = fm_ordered_start,
	.explain = fm_ordered_explain,
	.find = fm_ordered_find,
	.reset = fm_stack_reset,
	.measure_use = fm_ordered_measure_use,
	FM_BLOCK_OPS(.check = fm_stack_check,
	             .survey = fm_ordered_survey,
	             .resize = fm_ordered_resize,
	             .block = fm_ordered_block,
	             .walk = fm_stack_walk,
	             .take_top = take_top,
	             .lend_top = lend_top,
	             .mark = fm_stack_mark,
	             .rewind = fm_stack_rewind)
};

/* ==== lib/strategy/fit.c ==== */
/** @file
 * Good fit: taking, giving back and resizing. fit.h has the picture; what only looks at it is in fit_look.c. */

/** The node of a run. It is that of its last granule: so a run that is taken from, or grows, at its beginning keeps its place. */
static inline uint32_t node_of(uint32_t run, uint32_t length)
{
	return (run + length - 1) / 2;
}

static inline void enter_class(fm_fit *fit, uint32_t node, uint32_t class)
{
	uint32_t head = fit->heads + class, first = fit->links[head].next;

	fit->links[node].next = first;
	fit->links[node].previous = head;
	fit->links[first].previous = node;
	fit->links[head].next = node;
	fit->classes |= UINT64_C(1) << class;
}

/** Takes a run from its list. Where its neighbours are one, that is the head and the list is empty now. */
static inline void leave_class(fm_fit *fit, uint32_t node)
{
	uint32_t next = fit->links[node].next, previous = fit->links[node].previous;

	fit->links[previous].next = next;
	fit->links[next].previous = previous;
	fit->classes &= ~((uint64_t)(next == previous) << ((next - fit->heads) & 63));
}

/** The run of `node` was `before` granules long and is `now`, neither 0. Most stay in their class. */
static inline void change_class(fm_fit *fit, uint32_t node, uint32_t before, uint32_t now)
{
	uint32_t class = fm_fit_class(fit, now);

	if (class == fm_fit_class(fit, before))
		return;
	leave_class(fit, node);
	enter_class(fit, node, class);
}

/** Writes that [granule, granule + count) is a block. What lies behind it in its last line is right already, or is written next. */
static inline void write_block(fm_fit *fit, uint32_t granule, uint32_t count)
{
	uint32_t end = granule + count, first = granule / 64, last = (end - 1) / 64;

	fit->starts[first] |= fm_fit_bit(granule);
	if (first == last) {
		fit->free[first] &= ~(UINT64_MAX >> (64 - count) << (granule & 63));
	} else {
		fit->free[first] &= ~fm_fit_from(granule);
		fit->free[last] &= (end & 63) != 0 ? fm_fit_from(end) : 0;
	}
	if (end - first * 64 >= 64)
		fit->lengths[first] = count;
}

/** Writes that [granule, granule + count) is a free run, whose neighbours are blocks. */
static inline void write_run(fm_fit *fit, uint32_t granule, uint32_t count)
{
	uint32_t end = granule + count, first = granule / 64, last = (end - 1) / 64;

	if (first == last) {
		fit->free[first] |= UINT64_MAX >> (64 - count) << (granule & 63);
	} else {
		fit->free[first] |= fm_fit_from(granule);
		fit->free[last] |= UINT64_MAX >> (63 - ((end - 1) & 63));
	}
	if (first != last || (granule & 63) == 0)
		fit->begins[last] = granule;
	if (end - first * 64 >= 64)
		fit->lengths[first] = count;
}

/** Makes a block of `count` granules, `skip` behind the beginning of a listed run of `length`. */
static inline uint32_t carve(fm_fit *fit, uint32_t run, uint32_t length, uint32_t skip, uint32_t count)
{
	uint32_t block = run + skip, rest = length - skip - count, node = node_of(run, length);

	write_block(fit, block, count);
	if (FM_LIKELY(rest != 0)) {
		write_run(fit, block + count, rest);
		change_class(fit, node, length, rest);
	} else {
		leave_class(fit, node);
	}
	if (skip != 0) {
		write_run(fit, run, skip);
		enter_class(fit, node_of(run, skip), fm_fit_class(fit, skip));
	}
	fit->used += count;
	return block;
}

void fm_fit_start(fm_fit *fit, void *records, uint32_t granules)
{
	fm_fit_parts parts = fm_fit_cut(granules);
	unsigned char *bytes = (unsigned char *)records;

	memset(bytes, 0, parts.links);
	fit->free = (uint64_t *)(void *)bytes + 1;
	fit->starts = (uint64_t *)(void *)(bytes + parts.starts);
	fit->lengths = (uint32_t *)(void *)(bytes + parts.lengths);
	fit->begins = (uint32_t *)(void *)(bytes + parts.begins);
	fit->links = (fm_fit_link *)(void *)(bytes + parts.links);
	fit->classes = 0;
	fit->granules = granules;
	fit->used = 0;
	fit->heads = fm_fit_pairs(granules);
	fit->steps = granules < 1u << 16 ? 2 : 1;
	for (uint32_t i = fit->heads; i < fit->heads + 64; i++)
		fit->links[i] = (fm_fit_link){ i, i };
	/* Behind the last granule a block seems to begin that nobody can give back: so each piece ends where another begins. */
	fit->starts[granules / 64] |= fm_fit_bit(granules);
	write_run(fit, 0, granules);
	enter_class(fit, node_of(0, granules), fm_fit_class(fit, granules));
}

/** Takes `count` granules of the run of a node from a multiple of `align` on; FM_FIT_NONE iff it has not so many. */
static FM_NOINLINE uint32_t take_from(fm_fit *fit, uint32_t node, uint32_t count, uint32_t align, uint32_t phase)
{
	uint32_t end = fm_fit_end_of(fit, node), length = fm_fit_free_before(fit, end), run = end - length, skip = fm_fit_skip(run, align, phase);

	if (skip >= length || length - skip < count)
		return FM_FIT_NONE;
	return carve(fit, run, length, skip, count);
}

/** Takes from the first of the runs tried that has enough. */
static FM_COLD uint32_t take_slowly(fm_fit *fit, uint32_t count, uint32_t align, uint32_t phase)
{
	uint32_t floor = fm_fit_class(fit, count), block = FM_FIT_NONE;
	uint64_t classes = fit->classes >> floor << floor;

	for (; classes != 0 && block == FM_FIT_NONE; classes &= classes - 1) {
		uint32_t head = fit->heads + fm_lowest_bit(classes), node = fit->links[head].next;

		for (uint32_t i = 0; i < FM_FIT_TRIES && node != head && block == FM_FIT_NONE; i++) {
			uint32_t next = fit->links[node].next;

			block = take_from(fit, node, count, align, phase);
			node = next;
		}
	}
	return block;
}

/** Makes the first `count` granules of [run, end) a block that ends in the line it begins in, before the run does: the usual case. */
static inline void take_from_line(fm_fit *fit, uint32_t run, uint32_t end, uint32_t count)
{
	uint32_t line = run / 64, last = (end - 1) / 64;

	fit->starts[line] |= fm_fit_bit(run);
	fit->free[line] &= ~(UINT64_MAX >> (64 - count) << (run & 63));
	fit->begins[last] = last != line ? run + count : fit->begins[last];
	if (end - line * 64 >= 64)
		fit->lengths[line] = end - run - count;
	fit->used += count;
}

uint32_t fm_fit_take(fm_fit *fit, uint32_t count)
{
	if (FM_UNLIKELY(count - 1 >= fit->granules))
		return FM_FIT_NONE;

	uint64_t enough = fit->classes & fm_fit_classes_of(fit, count);

	if (FM_UNLIKELY(enough == 0))
		return take_slowly(fit, count, 1, 0);

	uint32_t node = fit->links[fit->heads + fm_lowest_bit(enough)].next;
	uint32_t end = fm_fit_end_of(fit, node), length = fm_fit_free_before(fit, end), run = end - length;

	if (FM_UNLIKELY(count == length || run / 64 != (run + count) / 64))
		return carve(fit, run, length, 0, count);
	take_from_line(fit, run, end, count);
	change_class(fit, node, length, length - count);
	return run;
}

uint32_t fm_fit_take_aligned(fm_fit *fit, uint32_t count, uint32_t align, uint32_t phase)
{
	if (FM_UNLIKELY(count - 1 >= fit->granules))
		return FM_FIT_NONE;

	uint64_t enough = align - 1 < fit->granules - count ? fit->classes & fm_fit_classes_of(fit, count + (align - 1)) : 0;

	if (enough == 0)
		return take_slowly(fit, count, align, phase);

	return take_from(fit, fit->links[fit->heads + fm_lowest_bit(enough)].next, count, align, phase);
}

static inline int is_free(const fm_fit *fit, uint32_t granule)
{
	return (fit->free[granule / 64] & fm_fit_bit(granule)) != 0;
}

uint32_t fm_fit_length(const fm_fit *fit, uint32_t granule)
{
	if (FM_UNLIKELY(granule >= fit->granules || (fit->starts[granule / 64] & fm_fit_bit(granule)) == 0))
		return 0;

	uint64_t next = (fit->starts[granule / 64] | fit->free[granule / 64]) >> (granule & 63) >> 1;

	return next != 0 ? fm_lowest_bit(next) + 1 : fit->lengths[granule / 64];
}

uint32_t fm_fit_give(fm_fit *fit, uint32_t granule)
{
	uint32_t count = fm_fit_length(fit, granule), end = granule + count;

	if (FM_UNLIKELY(count == 0))
		return 0;

	uint32_t before = fm_fit_free_before(fit, granule), behind = is_free(fit, end) ? fm_fit_run_length(fit, end) : 0;
	uint32_t run = granule - before, length = before + count + behind;

	fit->starts[granule / 64] &= ~fm_fit_bit(granule);
	if (before != 0)
		leave_class(fit, node_of(run, before));
	if (behind != 0)
		change_class(fit, node_of(end, behind), behind, length);
	else
		enter_class(fit, node_of(run, length), fm_fit_class(fit, length));
	write_run(fit, run, length);
	fit->used -= count;
	return count;
}

uint32_t fm_fit_room(const fm_fit *fit, uint32_t granule)
{
	uint32_t now = fm_fit_length(fit, granule), end = granule + now;

	return now != 0 && is_free(fit, end) ? now + fm_fit_run_length(fit, end) : now;
}

int fm_fit_resize(fm_fit *fit, uint32_t granule, uint32_t count)
{
	uint32_t now = fm_fit_length(fit, granule), room = fm_fit_room(fit, granule), node = node_of(granule, room);

	if (now == 0 || count == 0 || count > room)
		return 0;
	if (count == now)
		return 1;

	write_block(fit, granule, count);
	if (room == count)
		leave_class(fit, node);
	else if (room != now)
		change_class(fit, node, room - now, room - count);
	else
		enter_class(fit, node, fm_fit_class(fit, room - count));
	if (room != count)
		write_run(fit, granule + count, room - count);
	fit->used += count - now;
	return 1;
}

/* ==== lib/strategy/fit_look.c ==== */
/** @file
 * Good fit: what looks at the records and changes nothing. */

size_t fm_fit_records(uint32_t granules)
{
	/* Where a size has 32 bits, that many granules are more than there can be addresses for. */
	return (uint64_t)granules * 16 <= SIZE_MAX ? (fm_fit_cut(granules).end + 7) & ~(size_t)7 : 0;
}

uint32_t fm_fit_owner(const fm_fit *fit, uint32_t granule)
{
	if (granule >= fit->granules)
		return FM_FIT_NONE;

	uint32_t line = granule / 64;
	uint64_t starts = fit->starts[line] & (UINT64_MAX >> (63 - (granule & 63)));

	while (starts == 0 && line > 0)
		starts = fit->starts[--line];
	if (starts == 0)
		return FM_FIT_NONE;

	uint32_t block = line * 64 + fm_highest_bit(starts);

	return granule - block < fm_fit_length(fit, block) ? block : FM_FIT_NONE;
}

/** The most that a run of the first ones in a class has from a multiple of `align` on. */
static uint32_t largest_in(const fm_fit *fit, uint32_t class, uint32_t align, uint32_t phase)
{
	uint32_t head = fit->heads + class, node = fit->links[head].next, most = 0;

	for (uint32_t i = 0; i < FM_FIT_TRIES && node != head; i++, node = fit->links[node].next) {
		uint32_t end = fm_fit_end_of(fit, node), length = fm_fit_free_before(fit, end), skip = fm_fit_skip(end - length, align, phase);

		if (skip < length && length - skip > most)
			most = length - skip;
	}
	return most;
}

uint32_t fm_fit_largest(const fm_fit *fit, uint32_t align, uint32_t phase)
{
	uint32_t most = 0;

	if (align == 1)
		return fit->classes != 0 ? largest_in(fit, fm_highest_bit(fit->classes), 1, 0) : 0;
	for (uint64_t classes = fit->classes; classes != 0; classes &= classes - 1) {
		uint32_t here = largest_in(fit, fm_lowest_bit(classes), align, phase);

		most = here > most ? here : most;
	}
	return most;
}

int fm_fit_next(const fm_fit *fit, fm_fit_piece *piece)
{
	uint32_t at = piece->granule + piece->count;

	if (at >= fit->granules)
		return 0;

	uint32_t block = fm_fit_length(fit, at);

	piece->granule = at;
	piece->is_block = block != 0;
	piece->count = block != 0 ? block : fm_fit_run_length(fit, at);
	return 1;
}

/** True iff the node and its neighbours are nodes that name each other. */
static int node_is_valid(const fm_fit *fit, uint32_t node)
{
	uint32_t nodes = fit->heads + 64;
	fm_fit_link link = fit->links[node];

	return link.next < nodes && link.previous < nodes && fit->links[link.next].previous == node && fit->links[link.previous].next == node;
}

/** True iff the free run is found from its node and from its end. */
static int run_is_valid(const fm_fit *fit, uint32_t run, uint32_t length)
{
	uint32_t end = run + length, node = (end - 1) / 2;

	return fm_fit_end_of(fit, node) == end && node_is_valid(fit, node) && fm_fit_free_before(fit, end) == length;
}

/** Runs on the lists, all of whose members have their list's class; UINT32_MAX iff one has not, or there are more than `most`. */
static uint32_t count_listed(const fm_fit *fit, uint32_t most)
{
	uint32_t listed = 0;

	for (uint32_t class = 0; class < 64; class++) {
		uint32_t head = fit->heads + class, node = head;

		if (!node_is_valid(fit, head) || (fit->links[head].next != head) != (fit->classes >> class & 1))
			return UINT32_MAX;
		while ((node = fit->links[node].next) != head) {
			uint32_t length = node < fit->heads && node_is_valid(fit, node) ? fm_fit_free_before(fit, fm_fit_end_of(fit, node)) : 0;

			if (length == 0 || fm_fit_class(fit, length) != class || listed++ == most)
				return UINT32_MAX;
		}
	}
	return listed;
}

int fm_fit_is_valid(const fm_fit *fit)
{
	fm_fit_piece piece = { 0 };
	uint32_t runs = 0, used = 0, was_run = 0;

	while (fm_fit_next(fit, &piece)) {
		uint32_t is_run = (uint32_t)!piece.is_block;

		if (piece.count == 0 || piece.count > fit->granules - piece.granule || (was_run && is_run))
			return 0;
		if (is_run && !run_is_valid(fit, piece.granule, piece.count))
			return 0;
		was_run = is_run;
		runs += is_run;
		used += is_run ? 0 : piece.count;
	}
	return piece.granule + piece.count == fit->granules && used == fit->used && count_listed(fit, runs) == runs;
}

/* ==== lib/strategy/granular.c ==== */
/** @file
 * Strategies over a good fit: what is not hot. */

/** Bits of a size. */
#define SIZE_BITS (8 * sizeof(size_t))

FM_STATIC_ASSERT(sizeof(fm_granular) <= FM_STRATEGY_STATE_BYTES, "raise FM_STRATEGY_STATE_BYTES");

fm_status fm_granular_judge(fm_strategy_wish *wish, const char **at_fault)
{
	fm_status status = fm_buffers_judge_wish(wish, at_fault);

	if (wish->alignment < FM_GRANULE_LEAST)
		wish->alignment = FM_GRANULE_LEAST;
	return status;
}

/** Bytes of a bit for each granule. */
static size_t lent_bytes(uint32_t granules)
{
	return ((size_t)granules / 64 + 1) * sizeof(uint64_t);
}

/** Granules that hold `count` bytes; 0 iff they are too many. */
static uint32_t granules_of(const fm_strategy_wish *wish, size_t count)
{
	size_t granules = (count - 1) / wish->alignment + 1;

	return granules <= FM_FIT_GRANULES_MAX && granules <= SIZE_MAX / wish->alignment ? (uint32_t)granules : 0;
}

fm_status fm_granular_measure(const fm_strategy_wish *wish, size_t count, fm_strategy_bytes *out)
{
	uint32_t granules = count != 0 ? granules_of(wish, count) : 1;
	size_t fit = granules != 0 ? fm_fit_records(granules) : 0, buffers = fm_buffers_wished(wish->max_buffers);

	if (fit == 0 || buffers > (SIZE_MAX - fit - lent_bytes(granules)) / sizeof(fm_buffer_record))
		return FM_E_RANGE;
	out->records = count != 0 ? fit + lent_bytes(granules) + buffers * sizeof(fm_buffer_record) : 0;
	out->blocks = count != 0 ? granules * wish->alignment : 0;
	return FM_OK;
}

void fm_granular_start(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks)
{
	fm_granular *heap = (fm_granular *)state;
	uint32_t granules = granules_of(wish, count);
	unsigned char *bytes = (unsigned char *)records;

	heap->base = (uintptr_t)blocks;
	heap->shift = fm_highest_bit(wish->alignment);
	heap->peak = 0;
	fm_fit_start(&heap->fit, bytes, granules);
	bytes += fm_fit_records(granules);
	heap->lent = (uint64_t *)(void *)bytes;
	memset(bytes, 0, lent_bytes(granules));
	fm_buffers_start(&heap->buffers, bytes + lent_bytes(granules), wish->max_buffers);
}

void fm_granular_reset(fm_strategy_state *state)
{
	fm_granular *heap = (fm_granular *)state;

	fm_fit_start(&heap->fit, heap->fit.free - 1, heap->fit.granules);
	state->given = state->taken;
}

static int is_lent(const fm_granular *heap, uint32_t granule)
{
	return (heap->lent[granule / 64] & fm_fit_bit(granule)) != 0;
}

fm_status fm_granular_judge_address(const fm_granular *heap, uint64_t address)
{
	uint64_t offset = address - heap->base;

	if (offset >= fm_granular_capacity(heap))
		return FM_E_FOREIGN;

	uint32_t granule = (uint32_t)(offset >> heap->shift), owner = fm_fit_owner(&heap->fit, granule);

	if (offset != (uint64_t)granule << heap->shift || (owner != FM_FIT_NONE && owner != granule))
		return FM_E_INTERIOR;
	return owner == granule && is_lent(heap, granule) ? FM_E_STALE : FM_E_DOUBLE;
}

fm_status fm_granular_find(const fm_strategy_state *state, uint64_t token, fm_buffer *out)
{
	const fm_granular *heap = (const fm_granular *)state;
	const fm_buffer_record *record = fm_buffers_find(&heap->buffers, token);

	if (record == NULL)
		return fm_buffers_judge(&heap->buffers, token);

	*out = (fm_buffer){ .data = (void *)record->data, .len = record->len, .token = token };
	return FM_OK;
}

/** The largest power of two of granules that is at most `count`; 0 for 0. */
static uint32_t power_within(uint32_t count)
{
	return count != 0 ? UINT32_C(1) << fm_highest_bit(count) : 0;
}

/** Granules of the largest request that is granted now at a multiple of `align` granules. */
static uint32_t largest_now(const fm_granular *heap, fm_granular_form form, uint32_t align)
{
	uint32_t phase = fm_granular_phase(heap);

	if (form == FM_GRANULAR_ANY)
		return fm_fit_largest(&heap->fit, align, phase);

	uint32_t power = power_within(fm_fit_largest(&heap->fit, align, phase));

	/* A block of powers lies at a multiple of its size. */
	while (power > align && fm_fit_largest(&heap->fit, power, phase) < power)
		power /= 2;
	return power;
}

/** Granules of the largest request that the empty heap grants at a multiple of `align` granules. */
static uint32_t largest_empty(const fm_granular *heap, fm_granular_form form, uint32_t align)
{
	uint32_t granules = heap->fit.granules, phase = fm_granular_phase(heap), skip = fm_fit_skip(0, align, phase);

	if (form == FM_GRANULAR_ANY)
		return skip < granules ? granules - skip : 0;

	for (uint32_t power = power_within(granules); power >= 1; power /= 2) {
		skip = fm_fit_skip(0, power > align ? power : align, phase);
		if (skip < granules && granules - skip >= power)
			return power;
	}
	return 0;
}

/** Bytes that hold `size` at a multiple of `align`, wherever they begin; 0 iff that exceeds SIZE_MAX. */
static size_t enough_for(const fm_granular *heap, fm_granular_form form, size_t size, size_t align)
{
	size_t granule = (size_t)1 << heap->shift, bytes = (size + (granule - 1)) & ~(granule - 1);

	if (form == FM_GRANULAR_POWERS)
		bytes = (size_t)fm_power_above(size > granule ? size : granule, SIZE_MAX / 2 + 1);
	if (form == FM_GRANULAR_POWERS && align < bytes)
		align = bytes;
	return bytes < size || align - granule > SIZE_MAX - bytes ? 0 : bytes + (align > granule ? align - granule : 0);
}

static void explain_too_much(const fm_granular *heap, fm_granular_form form, size_t size, size_t align, size_t empty, fm_refusal *what)
{
	size_t enough = enough_for(heap, form, size, align);

	what->status = FM_E_TOO_LARGE;
	what->help = enough != 0 ? FM_HELP_ENLARGE : empty != 0 ? FM_HELP_ASK_LESS : FM_HELP_OTHER;
	what->help_bytes = enough != 0 ? enough : empty;
}

/** Sets status and help of an alignment that no request can have. */
static void explain_alignment(const fm_granular *heap, size_t align, fm_refusal *what)
{
	size_t most = heap->shift + 31 < SIZE_BITS ? (size_t)1 << (heap->shift + 31) : SIZE_MAX / 2 + 1;

	what->status = FM_E_ALIGNMENT;
	what->help = FM_HELP_ALIGN;
	what->help_bytes = fm_power_above(align, most);
}

/** Sets status and help of a well-formed request. */
static void explain_fit(const fm_granular *heap, fm_granular_form form, fm_strategy_kind kind, size_t size, uint32_t granules, fm_refusal *what)
{
	size_t empty = (size_t)largest_empty(heap, form, granules) << heap->shift;
	int no_record = kind == FM_STRATEGY_BUFFER && !fm_buffers_have_room(&heap->buffers);

	what->largest = no_record ? 0 : (size_t)largest_now(heap, form, granules) << heap->shift;
	if (no_record && heap->buffers.room == 0) {
		what->status = FM_E_UNSUPPORTED;
		what->help = FM_HELP_BUFFERS;
	} else if (size > empty) {
		explain_too_much(heap, form, size, (size_t)what->align, empty, what);
	} else if (no_record) {
		what->status = FM_E_EXHAUSTED;
		what->help = FM_HELP_BUFFERS;
	} else if (size > what->largest) {
		what->status = FM_E_EXHAUSTED;
		what->help = FM_HELP_RELEASE;
		what->help_bytes = ((size_t)fm_granular_count(heap, form, size) << heap->shift) - what->largest;
	}
}

void fm_granular_explain(const fm_granular *heap, fm_granular_form form, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what)
{
	uint32_t granules = fm_granular_align(heap, align);

	what->status = fm_strategy_judge_request(size, align);
	what->asked = size;
	what->align = align == 0 ? (size_t)1 << heap->shift : align;
	what->capacity = fm_granular_capacity(heap);
	what->available = what->capacity - ((size_t)heap->fit.used << heap->shift);
	if (what->status != FM_E_ARGUMENT && granules == 0)
		explain_alignment(heap, align, what);
	else if (what->status == FM_OK)
		explain_fit(heap, form, kind, size, granules, what);
}

void fm_granular_measure_use(const fm_granular *heap, fm_granular_form form, fm_strategy_figures *out)
{
	out->capacity = fm_granular_capacity(heap);
	out->used = (size_t)heap->fit.used << heap->shift;
	out->peak = (size_t)heap->peak << heap->shift;
	out->largest = (size_t)largest_now(heap, form, 1) << heap->shift;
}

/** The raw block that is out and begins at the address; FM_FIT_NONE iff none does. */
static uint32_t raw_block_at(const fm_granular *heap, uint64_t address)
{
	size_t granule = (uintptr_t)address == address ? fm_granular_at(heap, (uintptr_t)address) : SIZE_MAX;
	int inside = granule < heap->fit.granules && !is_lent(heap, (uint32_t)granule);

	return inside && fm_fit_length(&heap->fit, (uint32_t)granule) != 0 ? (uint32_t)granule : FM_FIT_NONE;
}

/** The granules that a block at `granule` may have of `room`: as a power of two, one that its address is a multiple of. */
static uint32_t room_of(const fm_granular *heap, fm_granular_form form, uint32_t granule, uint32_t room)
{
	uint32_t place = granule + fm_granular_phase(heap), multiple = place & (0u - place);

	if (form == FM_GRANULAR_ANY)
		return room;
	return power_within(multiple != 0 && multiple < room ? multiple : room);
}

fm_status fm_granular_resize(fm_granular *heap, fm_granular_form form, uint64_t block, size_t size, size_t *at_most)
{
	uint32_t granule = raw_block_at(heap, block);

	*at_most = 0;
	if (granule == FM_FIT_NONE)
		return fm_granular_judge_address(heap, block);

	*at_most = (size_t)room_of(heap, form, granule, fm_fit_room(&heap->fit, granule)) << heap->shift;
	if (size > (size_t)room_of(heap, form, granule, heap->fit.granules - granule) << heap->shift)
		return FM_E_TOO_LARGE;
	if (size > *at_most)
		return FM_E_EXHAUSTED;
	fm_fit_resize(&heap->fit, granule, fm_granular_count(heap, form, size));
	if (heap->fit.used > heap->peak)
		heap->peak = heap->fit.used;
	return FM_OK;
}

/** The token of the buffer at `granule`; 0 iff none of the records has it. O(buffers). */
static uint64_t token_at(const fm_granular *heap, uint32_t granule, size_t room)
{
	uintptr_t address = fm_granular_address(heap, granule);

	for (uint32_t i = 0; i < heap->buffers.fresh; i++) {
		const fm_buffer_record *record = &heap->buffers.records[i];

		if ((record->generation & 1) != 0 && record->data == address && record->len <= room)
			return fm_token_make(record->generation, i);
	}
	return 0;
}

/** The block of a piece. */
static fm_block block_of(const fm_granular *heap, uint32_t granule, uint32_t count)
{
	fm_block block = { fm_granular_address(heap, granule), (size_t)count << heap->shift, 0 };

	if (is_lent(heap, granule))
		block.token = token_at(heap, granule, (size_t)block.size);
	return block;
}

fm_status fm_granular_block(const fm_strategy_state *state, uint64_t address, fm_block *out)
{
	const fm_granular *heap = (const fm_granular *)state;
	uint64_t offset = address - heap->base;

	if (offset >= fm_granular_capacity(heap))
		return FM_E_FOREIGN;

	uint32_t owner = fm_fit_owner(&heap->fit, (uint32_t)(offset >> heap->shift));

	if (owner == FM_FIT_NONE)
		return FM_E_NOT_FOUND;
	*out = block_of(heap, owner, fm_fit_length(&heap->fit, owner));
	return FM_OK;
}

fm_status fm_granular_walk(const fm_strategy_state *state, fm_block_visit visit, void *context)
{
	const fm_granular *heap = (const fm_granular *)state;
	fm_fit_piece piece = { 0 };
	fm_status status = FM_OK;

	while (status == FM_OK && fm_fit_next(&heap->fit, &piece)) {
		fm_block block = block_of(heap, piece.granule, piece.count);

		if (piece.is_block)
			status = visit(context, &block);
	}
	return status;
}

/** O(pieces + blocks out as buffers * buffers). */
fm_status fm_granular_check(const fm_strategy_state *state)
{
	const fm_granular *heap = (const fm_granular *)state;
	fm_fit_piece piece = { 0 };
	uint64_t raw = 0, lent = 0;

	if (!fm_fit_is_valid(&heap->fit) || heap->peak < heap->fit.used || heap->peak > heap->fit.granules)
		return FM_E_DAMAGED;
	while (fm_fit_next(&heap->fit, &piece)) {
		int is_buffer = is_lent(heap, piece.granule);

		if (is_buffer && (!piece.is_block || token_at(heap, piece.granule, (size_t)piece.count << heap->shift) == 0))
			return FM_E_DAMAGED;
		lent += (uint64_t)is_buffer;
		raw += (uint64_t)(piece.is_block && !is_buffer);
	}
	if (raw != fm_strategy_raw(state) || lent != fm_strategy_lent(state))
		return FM_E_DAMAGED;
	return fm_buffers_check(&heap->buffers, lent, heap->base, heap->base + fm_granular_capacity(heap));
}

void fm_granular_survey(const fm_strategy_state *state, fm_strategy_survey *out)
{
	const fm_granular *heap = (const fm_granular *)state;
	fm_fit_piece piece = { 0 };
	uint32_t largest = 0;

	out->holes = 0;
	while (fm_fit_next(&heap->fit, &piece)) {
		out->holes += (size_t)!piece.is_block;
		largest = !piece.is_block && piece.count > largest ? piece.count : largest;
	}
	out->largest = (size_t)largest << heap->shift;
}
#undef SIZE_BITS

/* ==== lib/strategy/marks.c ==== */
/** @file
 * How marks are made, and judged from what the caller hands back. */

void fm_marks_open(fm_marks *marks, fm_mark *mark)
{
	*mark = (fm_mark){ .library = { [FM_MARK_HOME] = (uintptr_t)marks, [FM_MARK_NUMBER] = marks->made + 1, [FM_MARK_OUTER] = marks->innermost } };
	marks->made++;
	marks->innermost = marks->made;
}

fm_status fm_marks_judge(const fm_marks *marks, const fm_mark *mark)
{
	uint64_t number = mark->library[FM_MARK_NUMBER];

	if (mark->library[FM_MARK_HOME] != (uintptr_t)marks || number - 1 >= marks->made || mark->library[FM_MARK_OUTER] >= number)
		return FM_E_FOREIGN;
	if (number < marks->innermost)
		return FM_E_ORDER;
	return number == marks->innermost ? FM_OK : FM_E_STALE;
}

/* ==== lib/strategy/ordered.c ==== */
/** @file
 * Blocks in an order: requests of every kind, verdicts on what does not go back, walks, and the proof of the records. */

fm_status fm_ordered_judge(fm_strategy_wish *wish, const char **at_fault)
{
	fm_status status = fm_buffers_judge_wish(wish, at_fault);

	return wish->max_buffers == FM_STRATEGY_NO_BUFFERS ? FM_E_ARGUMENT : status;
}

void fm_ordered_start(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks)
{
	fm_ordered *ordered = (fm_ordered *)state;

	ordered->records = records;
	ordered->base = ordered->low = (uintptr_t)blocks;
	ordered->end = ordered->high = ordered->base + fm_room_whole(count);
	ordered->least = ordered->end - ordered->base;
	ordered->room = wish->max_buffers;
	for (uint32_t i = 0; i < ordered->room; i++)
		ordered->records[i].generation = fm_token_first(ordered);
}

/** The record of a block that joins; its place is there. */
static fm_buffer_record *join(fm_ordered *ordered, fm_strategy_kind kind)
{
	ordered->count++;
	if ((kind & FM_STRATEGY_TOP) == 0)
		return fm_ordered_at(ordered, ordered->count - 1);
	ordered->front = (ordered->front != 0 ? ordered->front : ordered->room) - 1;
	return fm_ordered_at(ordered, 0);
}

fm_status fm_ordered_lend(fm_ordered *ordered, fm_strategy_kind kind, size_t size, size_t align, fm_buffer *out, fm_refusal *why, fm_ordered_cut cut)
{
	fm_strategy_state *state = &ordered->common;
	uintptr_t data = 0;

	if (fm_strategy_judge_request(size, align) == FM_OK && ordered->count < ordered->room)
		data = cut(ordered, size, align == 0 ? state->alignment : align);
	if (data == 0)
		return fm_strategy_refuse(state, kind, size, align, why);

	fm_buffer_record *record = join(ordered, kind);

	record->data = data;
	record->len = size;
	out->data = (void *)data;
	if ((kind & FM_STRATEGY_BLOCK) != 0) {
		state->taken++;
		return FM_OK;
	}
	record->generation++;
	state->lent++;
	out->len = size;
	out->token = fm_token_make(record->generation, (uint32_t)(record - ordered->records));
	return FM_OK;
}

void *fm_ordered_take(fm_ordered *ordered, fm_strategy_kind kind, size_t size, size_t align, fm_ordered_cut cut)
{
	fm_buffer block = { .data = NULL };

	(void)fm_ordered_lend(ordered, kind, size, align, &block, NULL, cut);
	return block.data;
}

uint32_t fm_ordered_find_place(const fm_ordered *ordered, uint64_t token)
{
	uint32_t index = fm_token_index(token);

	if (index >= ordered->room || !fm_token_is_live(token, ordered->records[index].generation))
		return UINT32_MAX;
	return index >= ordered->front ? index - ordered->front : index + (ordered->room - ordered->front);
}

fm_status fm_ordered_judge_token(const fm_ordered *ordered, uint64_t token)
{
	uint32_t index = fm_token_index(token);

	return index < ordered->room ? fm_token_judge(token, fm_token_first(ordered), ordered->records[index].generation) : FM_E_FOREIGN;
}

/** The place of the block that `address` lies in; `count` iff in none. */
static uint32_t place_of(const fm_ordered *ordered, uint64_t address)
{
	uint32_t place = 0;

	for (; place < ordered->count; place++) {
		const fm_buffer_record *record = fm_ordered_at(ordered, place);

		if (address >= record->data && address < fm_ordered_end(record))
			break;
	}
	return place;
}

fm_status fm_ordered_judge_block(const fm_ordered *ordered, uint64_t address)
{
	if (address < ordered->base || address >= ordered->end)
		return FM_E_FOREIGN;

	uint32_t place = place_of(ordered, address);

	if (place == ordered->count)
		return address % FM_ROOM_GRANULE == 0 ? FM_E_DOUBLE : FM_E_INTERIOR;

	const fm_buffer_record *record = fm_ordered_at(ordered, place);

	if (record->data != address)
		return FM_E_INTERIOR;
	return (record->generation & 1) != 0 ? FM_E_STALE : FM_E_ORDER;
}

int fm_ordered_has_buffer(const fm_ordered *ordered, uint32_t place, uint32_t count)
{
	for (uint32_t i = place; i < place + count; i++)
		if ((fm_ordered_at(ordered, i)->generation & 1) != 0)
			return 1;
	return 0;
}

/** Tells a record's block. */
static void read_block(const fm_ordered *ordered, const fm_buffer_record *record, fm_block *out)
{
	out->address = record->data;
	out->size = fm_room_whole(record->len);
	out->token = (record->generation & 1) != 0 ? fm_token_make(record->generation, (uint32_t)(record - ordered->records)) : 0;
}

fm_status fm_ordered_tell(const fm_ordered *ordered, uint32_t place, uint32_t count, fm_block_visit visit, void *context)
{
	fm_status status = FM_OK;
	fm_block block;

	for (uint32_t i = place; i < place + count && status == FM_OK; i++) {
		read_block(ordered, fm_ordered_at(ordered, i), &block);
		status = visit(context, &block);
	}
	return status;
}

fm_status fm_ordered_block(const fm_strategy_state *state, uint64_t address, fm_block *out)
{
	const fm_ordered *ordered = (const fm_ordered *)state;
	uint32_t place = place_of(ordered, address);

	if (address < ordered->base || address >= ordered->end)
		return FM_E_FOREIGN;
	if (place == ordered->count)
		return FM_E_NOT_FOUND;
	read_block(ordered, fm_ordered_at(ordered, place), out);
	return FM_OK;
}

fm_status fm_ordered_find(const fm_strategy_state *state, uint64_t token, fm_buffer *out)
{
	const fm_ordered *ordered = (const fm_ordered *)state;
	uint32_t place = fm_ordered_find_place(ordered, token);

	if (place >= ordered->count)
		return fm_ordered_judge_token(ordered, token);

	const fm_buffer_record *record = fm_ordered_at(ordered, place);

	*out = (fm_buffer){ .data = (void *)record->data, .len = record->len, .token = token };
	return FM_OK;
}

/** Where the block at `place` must end: where the next one in memory begins, or the free run, or the bytes, end. */
static uintptr_t limit_of(const fm_ordered *ordered, uint32_t place)
{
	const fm_buffer_record *record = fm_ordered_at(ordered, place);
	uintptr_t next = place + 1 < ordered->count ? fm_ordered_at(ordered, place + 1)->data : 0;

	if (next > record->data)
		return next;
	return record->data < ordered->high ? ordered->high : ordered->end;
}

fm_status fm_ordered_resize(fm_strategy_state *state, uint64_t block, size_t size, size_t *at_most)
{
	fm_ordered *ordered = (fm_ordered *)state;
	uint32_t place = place_of(ordered, block);
	fm_buffer_record *record = fm_ordered_at(ordered, place);

	if (place == ordered->count || record->data != block || (record->generation & 1) != 0)
		return fm_ordered_judge_block(ordered, block);
	*at_most = limit_of(ordered, place) - record->data;
	if (size > *at_most)
		return size > ordered->end - record->data ? FM_E_TOO_LARGE : FM_E_EXHAUSTED;

	int last = fm_ordered_end(record) == ordered->low;

	fm_ordered_note(ordered, fm_ordered_free(ordered));
	record->len = size;
	if (last)
		ordered->low = fm_ordered_end(record);
	return FM_OK;
}

void fm_ordered_measure_use(const fm_strategy_state *state, fm_strategy_figures *out)
{
	const fm_ordered *ordered = (const fm_ordered *)state;
	fm_refusal now = { .struct_size = sizeof now };

	fm_ordered_explain(state, FM_STRATEGY_BLOCK, 1, 0, &now);
	out->capacity = ordered->end - ordered->base;
	out->used = out->capacity - fm_ordered_free(ordered);
	out->peak = out->capacity - ordered->least;
	if (out->peak < out->used)
		out->peak = out->used;
	out->largest = (size_t)now.largest;
}

void fm_ordered_explain(const fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what)
{
	const fm_ordered *ordered = (const fm_ordered *)state;
	size_t at = align == 0 ? state->alignment : align;
	size_t run = fm_room_largest(ordered->low, ordered->high, at), below = fm_room_largest(ordered->base, fm_ordered_below(ordered), at);
	int has_record = ordered->count < ordered->room;
	fm_room room = {
		ordered->base, ordered->end, fm_ordered_free(ordered), run > below ? run : below, 1, has_record,
	};

	(void)kind; /* either end grants the same, and every block may be either */
	fm_room_explain(&room, state, size, align, what);
}

void fm_ordered_survey(const fm_strategy_state *state, fm_strategy_survey *out)
{
	const fm_ordered *ordered = (const fm_ordered *)state;
	size_t run = ordered->high - ordered->low, below = fm_ordered_below(ordered) - ordered->base;

	out->holes = (size_t)(run != 0) + (below != 0);
	out->largest = run > below ? run : below;
}

/** Blocks from front to back lie as the invariant says, with one step down at most. */
static int blocks_ascend(const fm_ordered *ordered)
{
	uintptr_t from = ordered->base, to = ordered->end;

	for (uint32_t place = 0; place < ordered->count; place++) {
		const fm_buffer_record *record = fm_ordered_at(ordered, place);

		if (record->data < from && to == ordered->end) {
			from = ordered->base;
			to = fm_ordered_at(ordered, 0)->data;
		}
		if (record->data < from || record->data >= to || record->data % FM_ROOM_GRANULE != 0 || record->len - 1 >= to - record->data)
			return 0;
		from = fm_ordered_end(record);
	}
	return 1;
}

/** The free run is whole and meets no block. */
static int run_is_free(const fm_ordered *ordered)
{
	if (ordered->low < ordered->base || ordered->low > ordered->high || ordered->high > ordered->end)
		return 0;
	for (uint32_t place = 0; place < ordered->count; place++) {
		const fm_buffer_record *record = fm_ordered_at(ordered, place);

		if (record->data < ordered->high && fm_ordered_end(record) > ordered->low)
			return 0;
	}
	return (ordered->low | ordered->high) % FM_ROOM_GRANULE == 0;
}

fm_status fm_ordered_check(const fm_strategy_state *state)
{
	const fm_ordered *ordered = (const fm_ordered *)state;
	uint64_t lent = 0;

	if (ordered->count > ordered->room || ordered->front >= ordered->room || ordered->count != fm_strategy_out(state))
		return FM_E_DAMAGED;
	for (uint32_t place = 0; place < ordered->room; place++) {
		int odd = (fm_ordered_at(ordered, place)->generation & 1) != 0;

		if (odd && place >= ordered->count)
			return FM_E_DAMAGED;
		lent += (uint64_t)odd;
	}
	return lent == fm_strategy_lent(state) && blocks_ascend(ordered) && run_is_free(ordered) ? FM_OK : FM_E_DAMAGED;
}

/* ==== lib/strategy/own.c ==== */
/** @file
 * A strategy of the user's own: his functions say which bytes, the rest is here. What they return is judged before it is believed.
 *
 * Costs what the user's functions cost; a free is O(buffers ever out at once) more while one is out, as it must know blocks from buffers. 24
 * bytes a buffer at once (16 with 32-bit pointers) and what the table says. Detects foreign addresses, stale and foreign tokens, answers
 * that can't be; the rest is the user's. */

typedef struct own_state {
	fm_strategy_state common;
	fm_buffers buffers;
	uintptr_t base;
	size_t capacity;
	size_t peak; /**< the most bytes that were out before some went back */
	const fm_strategy_ops *ops; /**< a copy: it stands first in the records, the user's behind it, then the buffers */
	void *records;              /**< the user's */
} own_state;

FM_STATIC_ASSERT(sizeof(own_state) <= FM_STRATEGY_STATE_BYTES, "raise FM_STRATEGY_STATE_BYTES");

static size_t granule_of(const fm_strategy_ops *ops)
{
	return ops->granule > FM_ROOM_GRANULE ? ops->granule : FM_ROOM_GRANULE;
}

/** Bytes of the table's copy. */
#define OPS_BYTES ((sizeof(fm_strategy_ops) + (FM_ROOM_GRANULE - 1)) & ~(size_t)(FM_ROOM_GRANULE - 1))

/** Bytes of the copy and the user's records for `capacity` bytes of blocks; UINT64_MAX iff they are more than that. */
static uint64_t records_of(const fm_strategy_ops *ops, size_t capacity)
{
	uint64_t granules = capacity / granule_of(ops), left = UINT64_MAX - OPS_BYTES - 2 * FM_ROOM_GRANULE;

	if (ops->records_fixed > left || (granules != 0 && ops->records_each > (left - ops->records_fixed) / granules))
		return UINT64_MAX;
	return OPS_BYTES + ((ops->records_fixed + granules * ops->records_each + (FM_ROOM_GRANULE - 1)) & ~(uint64_t)(FM_ROOM_GRANULE - 1));
}

static fm_status own_measure(const fm_strategy_wish *wish, size_t count, fm_strategy_bytes *out)
{
	fm_strategy_bytes bytes;
	size_t less = granule_of(wish->ops) - 1;
	fm_status status = count > SIZE_MAX - less ? FM_E_RANGE : fm_buffers_measure(wish, count, &bytes);

	if (status != FM_OK)
		return status;
	bytes.blocks = (count + less) & ~less;

	uint64_t records = records_of(wish->ops, bytes.blocks);

	if (records > SIZE_MAX - bytes.records)
		return FM_E_RANGE;
	bytes.records += (size_t)records;
	*out = bytes;
	return FM_OK;
}

static void own_start(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks)
{
	own_state *own = (own_state *)state;
	size_t less = granule_of(wish->ops) - 1;

	*(fm_strategy_ops *)records = *wish->ops;
	own->ops = (const fm_strategy_ops *)records;
	own->base = (uintptr_t)blocks;
	own->capacity = (count + less) & ~less;
	own->records = (unsigned char *)records + OPS_BYTES;
	fm_buffers_start(&own->buffers, (unsigned char *)records + (size_t)records_of(wish->ops, own->capacity), wish->max_buffers);
	own->ops->start(own->ops->user, own->records, own->base, own->capacity);
}

/** The user's figures, none above what can be. */
static void ask_usage(const own_state *own, size_t align, size_t *used, size_t *largest)
{
	*used = *largest = 0;
	own->ops->usage(own->ops->user, own->records, align, used, largest);
	if (*used > own->capacity)
		*used = own->capacity;
	if (*largest > own->capacity - *used)
		*largest = own->capacity - *used;
}

static void own_measure_use(const fm_strategy_state *state, fm_strategy_figures *out)
{
	const own_state *own = (const own_state *)state;

	ask_usage(own, state->alignment, &out->used, &out->largest);
	out->capacity = own->capacity;
	out->peak = out->used > own->peak ? out->used : own->peak;
}

static void own_explain(const fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what)
{
	const own_state *own = (const own_state *)state;
	int raw = kind == FM_STRATEGY_BLOCK, whole = fm_strategy_judge_request(size, align) != FM_E_ALIGNMENT;
	fm_room room = {
		.base = own->base,
		.end = own->base + own->capacity,
		.has_records = raw || own->buffers.room != 0,
		.has_record = raw || fm_buffers_have_room(&own->buffers),
	};
	size_t used;

	ask_usage(own, align == 0 || !whole ? state->alignment : align, &used, &room.now);
	room.available = own->capacity - used;
	fm_room_explain(&room, state, size, align, what);
}

/** A block or buffer: asked for only where the figures say that it will be granted, and judged. */
static fm_status request(own_state *own, fm_strategy_kind kind, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	fm_strategy_state *state = &own->common;
	fm_refusal what = { .struct_size = sizeof what };

	own_explain(state, kind, size, align, &what);
	if (what.status != FM_OK)
		return fm_strategy_refuse(state, kind, size, align, why);

	uintptr_t block = own->ops->take(own->ops->user, own->records, size, (size_t)what.align);

	if (block - own->base >= own->capacity || size > own->capacity - (block - own->base) || (block & (what.align - 1)) != 0) {
		what.status = FM_E_DAMAGED;
		what.help = FM_HELP_OTHER;
		return fm_refuse(why, &what);
	}
	if (kind == FM_STRATEGY_BLOCK) {
		out->data = (void *)block;
		state->taken++;
		return FM_OK;
	}
	(void)fm_buffers_open(&own->buffers);
	fm_buffers_add(&own->buffers, block, size, 0, out);
	state->lent++;
	return FM_OK;
}

static void *own_take_aligned(fm_strategy_state *state, size_t size, size_t align)
{
	fm_buffer block = { .data = NULL };

	(void)request((own_state *)state, FM_STRATEGY_BLOCK, size, align, &block, NULL);
	return block.data;
}

static void *own_take(fm_strategy_state *state, size_t size)
{
	return own_take_aligned(state, size, 0);
}

static fm_status own_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	return request((own_state *)state, FM_STRATEGY_BUFFER, size, align, out, why);
}

/** Hands a block to the user's give(), and reads its answer. */
static fm_status give_block(own_state *own, uintptr_t block)
{
	size_t used, largest;

	ask_usage(own, own->common.alignment, &used, &largest);

	fm_status status = own->ops->give(own->ops->user, own->records, block);

	if (status == FM_OK && used > own->peak)
		own->peak = used;
	switch (status) {
	case FM_OK:
	case FM_E_INTERIOR:
	case FM_E_DOUBLE:
	case FM_E_ORDER:
	case FM_E_UNSUPPORTED:
		return status;
	default:
		return FM_E_DAMAGED;
	}
}

/** The record of the buffer whose bytes begin at `block`; NULL iff there is none. */
static const fm_buffer_record *buffer_at(const own_state *own, uint64_t block)
{
	for (uint32_t i = 0; fm_strategy_lent(&own->common) != 0 && i < own->buffers.fresh; i++)
		if ((own->buffers.records[i].generation & 1) != 0 && own->buffers.records[i].data == block)
			return &own->buffers.records[i];
	return NULL;
}

static fm_status own_give(fm_strategy_state *state, uintptr_t block)
{
	own_state *own = (own_state *)state;

	if (block - own->base >= own->capacity)
		return FM_E_FOREIGN;
	if (buffer_at(own, block) != NULL)
		return FM_E_STALE;

	fm_status status = give_block(own, block);

	state->given += status == FM_OK;
	return status;
}

static fm_status own_take_back(fm_strategy_state *state, uint64_t token)
{
	own_state *own = (own_state *)state;
	fm_buffer_record *record = fm_buffers_find(&own->buffers, token);

	if (record == NULL)
		return fm_buffers_judge(&own->buffers, token);

	fm_status status = give_block(own, record->data);

	if (status != FM_OK)
		return status;
	fm_buffers_remove(&own->buffers, record, token);
	state->returned++;
	return FM_OK;
}

static fm_status own_find(const fm_strategy_state *state, uint64_t token, fm_buffer *out)
{
	const own_state *own = (const own_state *)state;
	const fm_buffer_record *record = fm_buffers_find(&own->buffers, token);

	if (record == NULL)
		return fm_buffers_judge(&own->buffers, token);
	*out = (fm_buffer){ .data = (void *)record->data, .len = record->len, .token = token };
	return FM_OK;
}

static void own_reset(fm_strategy_state *state)
{
	own_state *own = (own_state *)state;
	fm_strategy_figures now;

	own_measure_use(state, &now);
	own->peak = now.peak;
	own->ops->start(own->ops->user, own->records, own->base, own->capacity);
	state->given = state->taken;
}

static fm_status own_check(const fm_strategy_state *state)
{
	const own_state *own = (const own_state *)state;
	fm_status status = fm_buffers_check(&own->buffers, fm_strategy_lent(state), own->base, own->base + own->capacity);

	if (status == FM_OK && own->ops->check != NULL && own->ops->check(own->ops->user, own->records) != FM_OK)
		return FM_E_DAMAGED;
	return status;
}

/** A walk of the user's, told on with tokens. */
struct own_walk {
	const own_state *own;
	fm_block_visit visit;
	void *context;
};

static fm_status tell(void *context, const fm_block *block)
{
	const struct own_walk *walk = (const struct own_walk *)context;
	const fm_buffer_record *record = buffer_at(walk->own, block->address);
	fm_block told = *block;

	told.token = record == NULL ? 0 : fm_token_make(record->generation, (uint32_t)(record - walk->own->buffers.records));
	return walk->visit(walk->context, &told);
}

static fm_status own_walk(const fm_strategy_state *state, fm_block_visit visit, void *context)
{
	const own_state *own = (const own_state *)state;
	struct own_walk walk = { own, visit, context };

	return own->ops->walk == NULL ? FM_E_UNSUPPORTED : own->ops->walk(own->ops->user, own->records, tell, &walk);
}

/** What a survey saw so far. */
struct own_survey {
	fm_strategy_survey *out;
	uint64_t from; /**< end of the block told last */
};

static fm_status see_gap(void *context, const fm_block *block)
{
	struct own_survey *survey = (struct own_survey *)context;
	uint64_t gap = block->address > survey->from ? block->address - survey->from : 0;

	survey->out->holes += gap != 0;
	if (gap > survey->out->largest)
		survey->out->largest = (size_t)gap;
	survey->from = block->address + block->size;
	return FM_OK;
}

/** Holes are what the user's walk leaves between blocks; without a walk, the largest request stands for the one known. */
static void own_survey(const fm_strategy_state *state, fm_strategy_survey *out)
{
	const own_state *own = (const own_state *)state;
	struct own_survey survey = { out, own->base };
	fm_block end = { .address = own->base + own->capacity };
	size_t used;

	out->holes = out->largest = 0;
	if (own_walk(state, see_gap, &survey) == FM_OK) {
		(void)see_gap(&survey, &end);
		return;
	}
	ask_usage(own, 1, &used, &out->largest);
	out->holes = out->largest != 0;
}

static void own_stop(fm_strategy_state *state)
{
	const own_state *own = (const own_state *)state;

	if (own->ops->drop != NULL)
		own->ops->drop(own->ops->user);
}

const fm_strategy fm_strategy_own = {
	.name = "own",
	.state_bytes = sizeof(own_state),
	.granule = FM_ROOM_GRANULE,
	.calls = {
		.take = own_take,
		.take_aligned = own_take_aligned,
		.give = own_give,
		.lend = own_lend,
		.take_back = own_take_back,
	},
	.judge = fm_buffers_judge_wish,
	.measure = own_measure,
	.start = own_start,
	.explain = own_explain,
	.find = own_find,
	.reset = own_reset,
	.measure_use = own_measure_use,
	.check = own_check,
	.survey = own_survey,
	.walk = own_walk,
	.stop = own_stop,
};
#undef OPS_BYTES

/* ==== lib/strategy/registry.c ==== */
/** @file
 * The strategies by name: a strategy is one line here. */

/** Every strategy: its file defines fm_strategy_NAME. A build for a small machine may say that there are fewer. */
#ifndef EACH_STRATEGY
#define EACH_STRATEGY(each) \
	each(arena) \
	each(buddy) \
	each(double_stack) \
	each(ring) \
	each(slots) \
	each(stack) \
	each(tlsf)
#endif

#define DECLARE(name) extern const fm_strategy fm_strategy_##name;
#define ENTER(name) &fm_strategy_##name,

EACH_STRATEGY(DECLARE)

static const fm_strategy *const strategies[] = { EACH_STRATEGY(ENTER) };

#define STRATEGIES (sizeof strategies / sizeof strategies[0])

static int same_name(const char *a, const char *b)
{
	while (*a != '\0' && *a == *b) {
		a++;
		b++;
	}
	return *a == *b;
}

const fm_strategy *fm_strategy_at(size_t index)
{
	return index < STRATEGIES ? strategies[index] : NULL;
}

const fm_strategy *fm_strategy_find(const char *name)
{
	for (size_t i = 0; i < STRATEGIES; i++)
		if (same_name(strategies[i]->name, name))
			return strategies[i];
	return NULL;
}
#undef EACH_STRATEGY
#undef DECLARE
#undef ENTER
#undef STRATEGIES

/* ==== lib/strategy/request.c ==== */
/** @file
 * What is wrong with a request before any state is looked at. */

fm_status fm_strategy_judge_request(size_t size, size_t align)
{
	if (size == 0)
		return FM_E_ARGUMENT;
	return (align & (align - 1)) == 0 ? FM_OK : FM_E_ALIGNMENT;
}

/* ==== lib/strategy/ring.c ==== */
/** @file
 * Ring: blocks of any size that go back in the order in which they came, the oldest first; any other is refused by name. A block that does not
 * fit before the end of the bytes lies at their beginning; what that leaves at the end waits for the blocks before it. A whole frame of
 * blocks retires by a mark (fm_pool_retire()).
 *
 *     base        low          high = the oldest          end
 *     |== newer ==|    free    |==== older ====|  left    |       once gone round; before, the free run ends at `end`
 *
 * O(1), but: opening O(max_buffers), a refused free and walks O(blocks), retire O(blocks given back). 24 bytes a block at once (16 with 32-bit
 * pointers), apart from the blocks, for `max_buffers` of them; 0 bytes between blocks. Any alignment; sizes in granules of 16 bytes. Does not
 * grow. Detects what comes back out of order, foreign, interior and double frees, stale and foreign tokens. */

/** What a mark of a ring keeps: the blocks granted before it. */
enum { MARK_GRANTED = FM_MARK_OWN };

typedef struct ring_state {
	fm_ordered ordered;
	fm_marks marks;
} ring_state;

FM_STATIC_ASSERT(sizeof(ring_state) <= FM_STRATEGY_STATE_BYTES, "raise FM_STRATEGY_STATE_BYTES");

/** A block from the free run; where that does not do, from the beginning, up to the oldest block. */
static FM_COLD uintptr_t cut_next(fm_ordered *ordered, size_t size, size_t align)
{
	uintptr_t from = ordered->low, to = ordered->high;

	if (fm_room_largest(from, to, align) < size) {
		from = ordered->base;
		to = fm_ordered_below(ordered);
		if (fm_room_largest(from, to, align) < size)
			return 0;
	}

	uintptr_t data = from + fm_room_padding(from, align);

	ordered->low = data + fm_room_whole(size);
	ordered->high = to;
	return data;
}

static void *ring_take_aligned(fm_strategy_state *state, size_t size, size_t align)
{
	return fm_ordered_take((fm_ordered *)state, FM_STRATEGY_BLOCK, size, align, cut_next);
}

static void *ring_take(fm_strategy_state *state, size_t size)
{
	fm_ordered *ordered = (fm_ordered *)state;
	int fits = size - 1 < ordered->high - ordered->low && ordered->count < ordered->room;

	if (FM_UNLIKELY(!fits || state->alignment > FM_ROOM_GRANULE))
		return ring_take_aligned(state, size, 0);

	fm_buffer_record *record = fm_ordered_at(ordered, ordered->count);

	ordered->count++;
	record->data = ordered->low;
	record->len = size;
	ordered->low += fm_room_whole(size);
	state->taken++;
	return (void *)record->data;
}

static fm_status ring_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	return fm_ordered_lend((fm_ordered *)state, FM_STRATEGY_BUFFER, size, align, out, why, cut_next);
}

/** Takes the oldest block from the order; there is one. Once nothing is out, the ring begins anew. */
static FM_NOINLINE void drop_oldest(fm_ordered *ordered)
{
	uintptr_t was = ordered->records[ordered->front].data;

	fm_ordered_note(ordered, fm_ordered_free(ordered));
	fm_ordered_drop_front(ordered);
	if (ordered->count == 0) {
		ordered->low = ordered->base;
		ordered->high = ordered->end;
	} else if (ordered->high != ordered->end) {
		uintptr_t oldest = ordered->records[ordered->front].data;

		ordered->high = oldest > was ? oldest : ordered->end;
	}
}

static fm_status ring_give(fm_strategy_state *state, uintptr_t block)
{
	fm_ordered *ordered = (fm_ordered *)state;

	if (FM_UNLIKELY(ordered->count == 0 || !fm_ordered_is_raw(&ordered->records[ordered->front], block)))
		return fm_ordered_judge_block(ordered, block);

	drop_oldest(ordered);
	state->given++;
	return FM_OK;
}

static fm_status ring_take_back(fm_strategy_state *state, uint64_t token)
{
	fm_ordered *ordered = (fm_ordered *)state;
	uint32_t place = fm_ordered_find_place(ordered, token);

	if (FM_UNLIKELY(place >= ordered->count))
		return fm_ordered_judge_token(ordered, token);
	if (place != 0)
		return FM_E_ORDER;
	ordered->records[ordered->front].generation++;
	drop_oldest(ordered);
	state->returned++;
	return FM_OK;
}

/** Takes `count` raw blocks back. */
static FM_COLD void retire_oldest(fm_ordered *ordered, uint32_t count)
{
	for (; count > 0; count--) {
		drop_oldest(ordered);
		ordered->common.given++;
	}
}

static FM_COLD void ring_start(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks)
{
	fm_ordered_start(state, wish, count, records, blocks);
	((fm_ordered *)state)->goes_round = 1;
}

static FM_COLD void ring_reset(fm_strategy_state *state)
{
	retire_oldest((fm_ordered *)state, ((fm_ordered *)state)->count);
}

static FM_COLD fm_status ring_walk(const fm_strategy_state *state, fm_block_visit visit, void *context)
{
	return fm_ordered_tell((const fm_ordered *)state, 0, ((const fm_ordered *)state)->count, visit, context);
}

static uint64_t granted(const fm_strategy_state *state)
{
	return state->taken + state->lent;
}

static FM_COLD void ring_mark(fm_strategy_state *state, fm_mark *mark)
{
	fm_marks_open(&((ring_state *)state)->marks, mark);
	mark->library[MARK_GRANTED] = granted(state);
}

/** Blocks go back in the order in which they were granted: as many as were granted before the mark, less those that went before. */
static FM_COLD fm_status ring_retire(fm_strategy_state *state, const fm_mark *mark)
{
	ring_state *ring = (ring_state *)state;
	uint64_t before = mark->library[MARK_GRANTED], gone = granted(state) - ring->ordered.count;

	if (fm_marks_judge(&ring->marks, mark) == FM_E_FOREIGN || before > granted(state))
		return FM_E_FOREIGN;

	uint32_t count = before > gone ? (uint32_t)(before - gone) : 0;

	if (fm_ordered_has_buffer(&ring->ordered, 0, count))
		return FM_E_BUSY;
	retire_oldest(&ring->ordered, count);
	return FM_OK;
}

const fm_strategy fm_strategy_ring = {
	.name = "ring",
	.state_bytes = sizeof(ring_state),
	.granule = FM_ROOM_GRANULE,
	.calls = {
		.take = ring_take,
		.take_aligned = ring_take_aligned,
		.give = ring_give,
		.lend = ring_lend,
		.take_back = ring_take_back,
	},
	.judge = fm_ordered_judge,
	.measure = fm_buffers_measure,
	.start = ring_start,
	.explain = fm_ordered_explain,
	.find = fm_ordered_find,
	.reset = ring_reset,
	.measure_use = fm_ordered_measure_use,
	FM_BLOCK_OPS(.check = fm_ordered_check,
	             .survey = fm_ordered_survey,
	             .resize = fm_ordered_resize,
	             .block = fm_ordered_block,
	             .walk = ring_walk,
	             .mark = ring_mark,
	             .retire = ring_retire)
};

/* ==== lib/strategy/room.c ==== */
/** @file
 * What is said of a request that a run of bytes does not grant, and what would help. */

size_t fm_room_largest(uintptr_t from, uintptr_t end, size_t align)
{
	size_t skip = fm_room_padding(from, align);
	size_t left = end - from;

	return skip < left ? left - skip : 0;
}

/** The largest alignment at which the empty room grants `size` bytes; 0 iff at none. */
static size_t largest_alignment(const fm_room *room, size_t size)
{
	size_t align = SIZE_MAX / 2 + 1;

	while (align != 0 && fm_room_largest(room->base, room->end, align) < size)
		align /= 2;
	return align;
}

/**
 * Sets status and help of a request that is too large for the empty room: a smaller alignment where this one leaves nothing at all, else
 * what it takes, wherever the blocks lie.
 */
static void explain_too_large(const fm_room *room, fm_refusal *what, size_t size, size_t align)
{
	size_t padding = align > FM_ROOM_GRANULE ? align - FM_ROOM_GRANULE : 0;
	size_t empty = fm_room_largest(room->base, room->end, align);
	size_t at_most = empty == 0 ? largest_alignment(room, size) : 0;

	what->status = FM_E_TOO_LARGE;
	if (at_most != 0) {
		what->help = FM_HELP_ALIGN;
		what->help_bytes = at_most;
	} else if (size > SIZE_MAX - FM_ROOM_GRANULE || fm_room_whole(size) > SIZE_MAX - padding) {
		what->help = empty != 0 ? FM_HELP_ASK_LESS : FM_HELP_OTHER;
		what->help_bytes = empty;
	} else {
		what->help = FM_HELP_ENLARGE;
		what->help_bytes = padding + fm_room_whole(size);
	}
}

/** Sets status and help of a well-formed request. */
static void explain_state(const fm_room *room, size_t size, size_t align, fm_refusal *what)
{
	what->largest = room->has_record ? room->now : 0;
	if (!room->has_records) {
		what->status = FM_E_UNSUPPORTED;
		what->help = FM_HELP_BUFFERS;
	} else if (size > fm_room_largest(room->base, room->end, align)) {
		explain_too_large(room, what, size, align);
	} else if (!room->has_record) {
		what->status = FM_E_EXHAUSTED;
		what->help = FM_HELP_BUFFERS;
	} else if (size > room->now) {
		what->status = FM_E_EXHAUSTED;
		what->help = FM_HELP_RELEASE;
		what->help_bytes = fm_room_whole(size) - room->now;
	}
}

void fm_room_explain(const fm_room *room, const fm_strategy_state *state, size_t size, size_t align, fm_refusal *what)
{
	size_t at = align == 0 ? state->alignment : align;

	what->status = fm_strategy_judge_request(size, align);
	what->asked = size;
	what->align = at;
	what->capacity = room->end - room->base;
	what->available = room->available;
	if (what->status == FM_OK) {
		explain_state(room, size, at, what);
	} else if (what->status == FM_E_ALIGNMENT) {
		size_t at_most = largest_alignment(room, size);

		what->help = FM_HELP_ALIGN;
		what->help_bytes = fm_power_above(align, at_most != 0 ? at_most : SIZE_MAX / 2 + 1);
	}
}

/* ==== lib/strategy/slots.c ==== */
/** @file
 * Slots: blocks of one size. Eight bytes of record a slot lie apart from the blocks and are free list and state at once.
 *
 *     record of a slot      generation   next
 *     never used            -            -            index >= fresh
 *     free                  even         next free slot, or FM_TOKEN_END
 *     out as a raw block    even         OUT_RAW
 *     out as a buffer       odd          its length, at most LENGTH_MAX
 *
 * A never used slot is opened only when no used one is free. So `fresh` is also the most that were out at once, and starting is O(1).
 *
 * O(1), but reset: O(slots ever used). 8 bytes a slot. Alignment as wished, which is each slot's stride. Does not grow. Detects foreign,
 * interior and double frees, stale and foreign tokens. */

#define OUT_RAW (UINT32_MAX - 1)
#define LENGTH_MAX (UINT32_MAX - 3)
#define SLOTS_MAX (UINT32_MAX - 3)

/** Bits of a size. */
#define SIZE_BITS (8 * (unsigned)sizeof(size_t))

typedef struct slot_record {
	uint32_t generation;
	uint32_t next;
} slot_record;

/** The state. Invariant: every slot below `fresh` is on the list from `head` iff it is free; records at and above `fresh` are not read. */
typedef struct slots_state {
	fm_strategy_state common;
	uintptr_t base;
	slot_record *records;
	size_t stride;     /**< bytes from a slot to the next: odd << shift */
	size_t inverse;    /**< odd * inverse == 1 modulo 2^SIZE_BITS */
	size_t block_size; /**< the largest request */
	uint32_t shift;
	uint32_t head;
	uint32_t fresh;
	uint32_t count;
} slots_state;

FM_STATIC_ASSERT(sizeof(slots_state) <= FM_STRATEGY_STATE_BYTES, "raise FM_STRATEGY_STATE_BYTES");

static FM_COLD fm_status slots_judge(fm_strategy_wish *wish, const char **at_fault)
{
	int no_size = wish->block_size == 0 || wish->block_size > LENGTH_MAX;

	*at_fault = no_size ? "options.block_size" : "options.max_buffers";
	return no_size || wish->max_buffers != 0 ? FM_E_ARGUMENT : FM_OK;
}

/** The block size rounded up to the alignment; 0 iff that exceeds SIZE_MAX. */
static size_t stride_of(const fm_strategy_wish *wish)
{
	return (wish->block_size + (wish->alignment - 1)) & ~(wish->alignment - 1);
}

static FM_COLD fm_status slots_measure(const fm_strategy_wish *wish, size_t count, fm_strategy_bytes *out)
{
	size_t stride = stride_of(wish);

	if (stride < wish->block_size || count > SLOTS_MAX || count > SIZE_MAX / sizeof(slot_record) || count > SIZE_MAX / stride)
		return FM_E_RANGE;
	out->records = count * sizeof(slot_record);
	out->blocks = count * stride;
	return FM_OK;
}

/** Sets stride, shift and inverse. Newton's step doubles the bits that are right; odd numbers are their own inverses in the lowest three. */
static FM_COLD void set_stride(slots_state *slots, size_t stride)
{
	size_t odd = stride;

	slots->stride = stride;
	slots->shift = 0;
	while ((odd & 1) == 0) {
		odd >>= 1;
		slots->shift++;
	}
	slots->inverse = odd;
	for (unsigned right = 3; right < SIZE_BITS; right *= 2)
		slots->inverse *= 2 - odd * slots->inverse;
}

static FM_COLD void slots_start(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks)
{
	slots_state *slots = (slots_state *)state;

	slots->base = (uintptr_t)blocks;
	slots->records = (slot_record *)records;
	slots->block_size = wish->block_size;
	slots->head = FM_TOKEN_END;
	slots->fresh = 0;
	slots->count = (uint32_t)count;
	set_stride(slots, stride_of(wish));
}

/**
 * The slot that begins at `address`: a number below `count` iff one does, for any address at all. Multiplying by the inverse and
 * rotating are one-to-one on words and take i * stride to i; so every other offset goes to a number that no slot has.
 */
static inline size_t slot_at(const slots_state *slots, uintptr_t address)
{
	size_t product = (size_t)(address - slots->base) * slots->inverse;

	return product >> slots->shift | product << ((SIZE_BITS - slots->shift) & (SIZE_BITS - 1));
}

static inline void *slot_address(const slots_state *slots, uint32_t index)
{
	return (void *)(slots->base + index * slots->stride);
}

/** Puts a never used slot on the empty list of free ones. False iff a free one is there or none is left. */
static int open_slot(slots_state *slots)
{
	if (slots->head != FM_TOKEN_END || slots->fresh == slots->count)
		return 0;

	slots->records[slots->fresh] = (slot_record){ fm_token_first(slots), FM_TOKEN_END };
	slots->head = slots->fresh;
	slots->fresh++;
	return 1;
}

/** True iff a slot may serve the request: 0 is no size, and wraps above every other. */
static inline int size_fits(const slots_state *slots, size_t size)
{
	return size - 1 < slots->block_size;
}

/** True iff a slot is aligned as asked: 0, the usual one, asks for what the wish says. */
static inline int align_fits(const slots_state *slots, size_t align)
{
	return align == 0 || (align <= slots->common.alignment && (align & (align - 1)) == 0);
}

static void *slots_take(fm_strategy_state *state, size_t size);
static fm_status slots_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why);

static FM_COLD void *take_slot_slowly(fm_strategy_state *state, size_t size)
{
	slots_state *slots = (slots_state *)state;

	if (size_fits(slots, size) && open_slot(slots))
		return slots_take(state, size);
	fm_strategy_refuse(state, FM_STRATEGY_BLOCK, size, 0, NULL);
	return NULL;
}

static void *slots_take(fm_strategy_state *state, size_t size)
{
	slots_state *slots = (slots_state *)state;
	uint32_t index = slots->head;

	if (FM_UNLIKELY(index == FM_TOKEN_END || !size_fits(slots, size)))
		return take_slot_slowly(state, size);

	slots->head = slots->records[index].next;
	slots->records[index].next = OUT_RAW;
	state->taken++;
	return slot_address(slots, index);
}

static void *slots_take_aligned(fm_strategy_state *state, size_t size, size_t align)
{
	slots_state *slots = (slots_state *)state;

	if (FM_LIKELY(align_fits(slots, align)))
		return slots_take(state, size);
	fm_strategy_refuse(state, FM_STRATEGY_BLOCK, size, align, NULL);
	return NULL;
}

/** Why the address is not that of a raw block that is out. */
static FM_COLD fm_status judge_slot(const slots_state *slots, uintptr_t address)
{
	size_t index = slot_at(slots, address);

	if (index < slots->fresh)
		return (slots->records[index].generation & 1) != 0 ? FM_E_STALE : FM_E_DOUBLE;
	if (index < slots->count)
		return FM_E_DOUBLE;
	return address - slots->base < slots->count * slots->stride ? FM_E_INTERIOR : FM_E_FOREIGN;
}

static fm_status slots_give(fm_strategy_state *state, uintptr_t block)
{
	slots_state *slots = (slots_state *)state;
	size_t index = slot_at(slots, block);

	if (FM_UNLIKELY(index >= slots->fresh || slots->records[index].next != OUT_RAW))
		return judge_slot(slots, block);

	slots->records[index].next = slots->head;
	slots->head = (uint32_t)index;
	state->given++;
	return FM_OK;
}

static FM_COLD fm_status lend_slot_slowly(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	slots_state *slots = (slots_state *)state;

	if (size_fits(slots, size) && align_fits(slots, align) && open_slot(slots))
		return slots_lend(state, size, align, out, why);
	return fm_strategy_refuse(state, FM_STRATEGY_BUFFER, size, align, why);
}

static fm_status slots_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	slots_state *slots = (slots_state *)state;
	uint32_t index = slots->head;

	if (FM_UNLIKELY(index == FM_TOKEN_END || !size_fits(slots, size) || !align_fits(slots, align)))
		return lend_slot_slowly(state, size, align, out, why);

	slot_record *record = &slots->records[index];

	slots->head = record->next;
	record->next = (uint32_t)size;
	record->generation++;
	state->lent++;
	out->data = slot_address(slots, index);
	out->len = size;
	out->token = fm_token_make(record->generation, index);
	return FM_OK;
}

/** Why the token names no buffer that is out. */
static FM_COLD fm_status judge_slot_token(const slots_state *slots, uint64_t token)
{
	uint32_t index = fm_token_index(token);

	return index < slots->fresh ? fm_token_judge(token, fm_token_first(slots), slots->records[index].generation) : FM_E_FOREIGN;
}

static fm_status slots_take_back(fm_strategy_state *state, uint64_t token)
{
	slots_state *slots = (slots_state *)state;
	uint32_t index = fm_token_index(token);

	if (FM_UNLIKELY(index >= slots->fresh || !fm_token_is_live(token, slots->records[index].generation)))
		return judge_slot_token(slots, token);

	slots->records[index].generation++;
	slots->records[index].next = slots->head;
	slots->head = index;
	state->returned++;
	return FM_OK;
}

static FM_COLD fm_status slots_find(const fm_strategy_state *state, uint64_t token, fm_buffer *out)
{
	const slots_state *slots = (const slots_state *)state;
	uint32_t index = fm_token_index(token);

	if (index >= slots->fresh || !fm_token_is_live(token, slots->records[index].generation))
		return judge_slot_token(slots, token);

	*out = (fm_buffer){ .data = slot_address(slots, index), .len = slots->records[index].next, .token = token };
	return FM_OK;
}

/** All used slots become free, the lowest first. */
static FM_COLD void slots_reset(fm_strategy_state *state)
{
	slots_state *slots = (slots_state *)state;

	slots->head = FM_TOKEN_END;
	for (uint32_t i = slots->fresh; i > 0; i--) {
		slots->records[i - 1].next = slots->head;
		slots->head = i - 1;
	}
	state->given = state->taken;
}

static FM_COLD fm_status slots_resize(fm_strategy_state *state, uint64_t block, size_t size, size_t *at_most)
{
	const slots_state *slots = (const slots_state *)state;
	size_t index = block > UINTPTR_MAX ? SIZE_MAX : slot_at(slots, (uintptr_t)block);

	if (index >= slots->fresh || slots->records[index].next != OUT_RAW)
		return block > UINTPTR_MAX ? FM_E_FOREIGN : judge_slot(slots, (uintptr_t)block);
	*at_most = slots->block_size;
	return size <= slots->block_size ? FM_OK : FM_E_TOO_LARGE;
}

/** Tells a slot's block; false iff it is free. */
static FM_COLD int read_slot(const slots_state *slots, uint32_t index, fm_block *out)
{
	const slot_record *record = &slots->records[index];
	int lent = (record->generation & 1) != 0;

	if (!lent && record->next != OUT_RAW)
		return 0;
	out->address = (uintptr_t)slot_address(slots, index);
	out->size = slots->block_size;
	out->token = lent ? fm_token_make(record->generation, index) : 0;
	return 1;
}

static FM_COLD fm_status slots_block(const fm_strategy_state *state, uint64_t address, fm_block *out)
{
	const slots_state *slots = (const slots_state *)state;
	uint64_t offset = address - slots->base;

	if (offset >= slots->count * slots->stride)
		return FM_E_FOREIGN;

	uint32_t index = (uint32_t)(offset / slots->stride);

	return offset % slots->stride < slots->block_size && index < slots->fresh && read_slot(slots, index, out) ? FM_OK : FM_E_NOT_FOUND;
}

static FM_COLD fm_status slots_walk(const fm_strategy_state *state, fm_block_visit visit, void *context)
{
	const slots_state *slots = (const slots_state *)state;
	fm_status status = FM_OK;
	fm_block block;

	for (uint32_t i = 0; i < slots->fresh && status == FM_OK; i++)
		if (read_slot(slots, i, &block))
			status = visit(context, &block);
	return status;
}

/** Slots on the list of free ones; above `fresh` iff it leads to one that is not. */
static FM_COLD uint64_t count_free_slots(const slots_state *slots)
{
	uint64_t count = 0;
	fm_block block;

	for (uint32_t i = slots->head; i != FM_TOKEN_END; i = slots->records[i].next) {
		if (i >= slots->fresh || read_slot(slots, i, &block) || count == slots->fresh)
			return UINT64_MAX;
		count++;
	}
	return count;
}

/** The list reaches exactly the slots that are free: as many as are not out, none of them out, none twice. */
static FM_COLD fm_status slots_check(const fm_strategy_state *state)
{
	const slots_state *slots = (const slots_state *)state;
	uint64_t raw = 0, lent = 0;
	fm_block block;

	if (slots->fresh > slots->count)
		return FM_E_DAMAGED;
	for (uint32_t i = 0; i < slots->fresh; i++) {
		if (!read_slot(slots, i, &block))
			continue;
		if (block.token != 0 && slots->records[i].next - 1 >= slots->block_size)
			return FM_E_DAMAGED;
		lent += block.token != 0;
		raw += block.token == 0;
	}
	if (raw != fm_strategy_raw(state) || lent != fm_strategy_lent(state))
		return FM_E_DAMAGED;
	return count_free_slots(slots) == slots->fresh - raw - lent ? FM_OK : FM_E_DAMAGED;
}

/** Slots that are free side by side are one hole; those never used are free. */
static FM_COLD void slots_survey(const fm_strategy_state *state, fm_strategy_survey *out)
{
	const slots_state *slots = (const slots_state *)state;
	size_t run = slots->count - slots->fresh;
	fm_block block;

	out->holes = run != 0;
	out->largest = run;
	for (uint32_t i = slots->fresh; i > 0; i--) {
		if (read_slot(slots, i - 1, &block)) {
			run = 0;
			continue;
		}
		out->holes += run == 0;
		run++;
		if (run > out->largest)
			out->largest = run;
	}
	out->largest *= slots->stride;
}

static FM_COLD void slots_measure_use(const fm_strategy_state *state, fm_strategy_figures *out)
{
	const slots_state *slots = (const slots_state *)state;

	out->capacity = slots->count * slots->stride;
	out->used = (size_t)fm_strategy_out(state) * slots->stride;
	out->peak = slots->fresh * slots->stride;
	out->largest = out->used < out->capacity ? slots->block_size : 0;
}

static FM_COLD void slots_explain(const fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what)
{
	const slots_state *slots = (const slots_state *)state;
	fm_strategy_figures now;

	(void)kind; /* every block may be either */
	slots_measure_use(state, &now);
	what->status = fm_strategy_judge_request(size, align);
	what->asked = size;
	what->align = align == 0 ? state->alignment : align;
	what->capacity = now.capacity;
	what->available = now.capacity - now.used;
	what->largest = align_fits(slots, align) ? now.largest : 0;
	if (what->status == FM_E_ALIGNMENT || (what->status == FM_OK && align > state->alignment)) {
		what->status = FM_E_ALIGNMENT;
		what->help = FM_HELP_ALIGN;
		what->help_bytes = fm_power_above(align, state->alignment);
	} else if (what->status == FM_OK && size > slots->block_size) {
		what->status = FM_E_TOO_LARGE;
		what->help = FM_HELP_ASK_LESS;
		what->help_bytes = slots->block_size;
	} else if (what->status == FM_OK && now.largest == 0) {
		what->status = FM_E_EXHAUSTED;
		what->help = FM_HELP_RELEASE;
		what->help_bytes = slots->stride;
	}
}

const fm_strategy fm_strategy_slots = {
	.name = "slots",
	.state_bytes = sizeof(slots_state),
	.granule = 1,
	.calls = {
		.take = slots_take,
		.take_aligned = slots_take_aligned,
		.give = slots_give,
		.lend = slots_lend,
		.take_back = slots_take_back,
	},
	.judge = slots_judge,
	.measure = slots_measure,
	.start = slots_start,
	.explain = slots_explain,
	.find = slots_find,
	.reset = slots_reset,
	.measure_use = slots_measure_use,
	FM_BLOCK_OPS(.check = slots_check,
	             .survey = slots_survey,
	             .resize = slots_resize,
	             .block = slots_block,
	             .walk = slots_walk)
};
#undef OUT_RAW
#undef LENGTH_MAX
#undef SLOTS_MAX
#undef SIZE_BITS

/* ==== lib/strategy/stack.c ==== */
/** @file
 * Stack: blocks of any size that go back in the order opposite to that in which they came; any other is refused by name.
 *
 * O(1), but: opening O(max_buffers), a refused free and walks O(blocks), rewind O(blocks given back). 24 bytes a block at once (16 with 32-bit
 * pointers), apart from the blocks, for `max_buffers` of them; 0 bytes between blocks. Any alignment, whose padding goes back too; sizes
 * in granules of 16 bytes. Does not grow. Detects what comes back out of order, foreign, interior and double frees, stale and foreign tokens. */

/** What a mark of a stack keeps: the floors before it. */
enum { MARK_LOWS = FM_MARK_OWN, MARK_TOPS };

FM_STATIC_ASSERT(sizeof(fm_stack) <= FM_STRATEGY_STATE_BYTES, "raise FM_STRATEGY_STATE_BYTES");

static FM_COLD uintptr_t cut_low(fm_ordered *ordered, size_t size, size_t align)
{
	size_t skip = fm_room_padding(ordered->low, align);
	size_t left = ordered->high - ordered->low;

	if (skip > left || size > left - skip)
		return 0;

	uintptr_t data = ordered->low + skip;

	ordered->low = data + fm_room_whole(size);
	return data;
}

void *fm_stack_take_aligned(fm_strategy_state *state, size_t size, size_t align)
{
	return fm_ordered_take((fm_ordered *)state, FM_STRATEGY_BLOCK, size, align, cut_low);
}

void *fm_stack_take(fm_strategy_state *state, size_t size)
{
	fm_stack *stack = (fm_stack *)state;
	fm_ordered *ordered = &stack->ordered;
	int fits = size - 1 < ordered->high - ordered->low && ordered->count < ordered->room;

	if (FM_UNLIKELY(!fits || state->alignment > FM_ROOM_GRANULE))
		return fm_stack_take_aligned(state, size, 0);

	fm_buffer_record *record = &ordered->records[fm_stack_lows(stack)];

	ordered->count++;
	record->data = ordered->low;
	record->len = size;
	ordered->low += fm_room_whole(size);
	state->taken++;
	return (void *)record->data;
}

/** Takes the newest block of the low end from the order; there is one. */
static FM_ALWAYS_INLINE void drop_low(fm_stack *stack)
{
	fm_ordered *ordered = &stack->ordered;

	fm_ordered_note(ordered, ordered->high - ordered->low);
	ordered->count--;

	uint32_t lows = fm_stack_lows(stack);

	ordered->low = lows != 0 ? fm_ordered_end(&ordered->records[lows - 1]) : ordered->base;
}

/** Takes the newest block of the top end from the order; there is one. */
static FM_NOINLINE void drop_top(fm_stack *stack)
{
	fm_ordered *ordered = &stack->ordered;

	fm_ordered_note(ordered, ordered->high - ordered->low);
	fm_ordered_drop_front(ordered);
	stack->tops--;
	ordered->high = stack->tops != 0 ? ordered->records[ordered->front].data : ordered->end;
}

/** Takes the newest block of an end from the order; there is one. */
static FM_COLD void drop(fm_stack *stack, int top)
{
	if (top)
		drop_top(stack);
	else
		drop_low(stack);
}

/** give() where the newest block of the low end is another. */
static FM_NOINLINE fm_status give_otherwise(fm_stack *stack, uintptr_t block)
{
	if (stack->tops <= stack->floor_tops || !fm_ordered_is_raw(&stack->ordered.records[stack->ordered.front], block))
		return fm_ordered_judge_block(&stack->ordered, block);

	drop_top(stack);
	stack->ordered.common.given++;
	return FM_OK;
}

fm_status fm_stack_give(fm_strategy_state *state, uintptr_t block)
{
	fm_stack *stack = (fm_stack *)state;
	uint32_t lows = fm_stack_lows(stack);

	if (FM_UNLIKELY(lows <= stack->floor_lows || !fm_ordered_is_raw(&stack->ordered.records[lows - 1], block)))
		return give_otherwise(stack, block);

	drop_low(stack);
	state->given++;
	return FM_OK;
}

fm_status fm_stack_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	return fm_ordered_lend((fm_ordered *)state, FM_STRATEGY_BUFFER, size, align, out, why, cut_low);
}

fm_status fm_stack_take_back(fm_strategy_state *state, uint64_t token)
{
	fm_stack *stack = (fm_stack *)state;
	uint32_t place = fm_ordered_find_place(&stack->ordered, token);

	if (FM_UNLIKELY(place >= stack->ordered.count))
		return fm_ordered_judge_token(&stack->ordered, token);

	int top = place < stack->tops;

	if (top ? place != 0 || stack->tops <= stack->floor_tops : place != stack->ordered.count - 1 || fm_stack_lows(stack) <= stack->floor_lows)
		return FM_E_ORDER;
	drop(stack, top);
	stack->ordered.records[fm_token_index(token)].generation++;
	state->returned++;
	return FM_OK;
}

/** Takes the newest raw blocks back until both ends are down to their floors. */
static FM_COLD void cut_back(fm_stack *stack)
{
	while (stack->tops > stack->floor_tops || fm_stack_lows(stack) > stack->floor_lows) {
		drop(stack, stack->tops > stack->floor_tops);
		stack->ordered.common.given++;
	}
}

FM_COLD void fm_stack_reset(fm_strategy_state *state)
{
	fm_stack *stack = (fm_stack *)state;

	fm_marks_end_all(&stack->marks);
	stack->floor_lows = stack->floor_tops = 0;
	cut_back(stack);
}

FM_COLD fm_status fm_stack_walk(const fm_strategy_state *state, fm_block_visit visit, void *context)
{
	const fm_stack *stack = (const fm_stack *)state;
	fm_status status = fm_ordered_tell(&stack->ordered, stack->tops, fm_stack_lows(stack), visit, context);

	return status == FM_OK ? fm_ordered_tell(&stack->ordered, 0, stack->tops, visit, context) : status;
}

/** Each end's newest block ends where the free run begins; what a mark holds is there. */
FM_COLD fm_status fm_stack_check(const fm_strategy_state *state)
{
	const fm_stack *stack = (const fm_stack *)state;
	const fm_ordered *ordered = &stack->ordered;
	fm_status status = fm_ordered_check(state);

	if (status != FM_OK || stack->tops > ordered->count || stack->marks.innermost > stack->marks.made)
		return FM_E_DAMAGED;

	uint32_t lows = fm_stack_lows(stack);
	uintptr_t low = lows != 0 ? fm_ordered_end(fm_ordered_at(ordered, ordered->count - 1)) : ordered->base;
	uintptr_t high = stack->tops != 0 ? fm_ordered_at(ordered, 0)->data : ordered->end;
	int held = stack->floor_lows <= lows && stack->floor_tops <= stack->tops;

	return held && low == ordered->low && high == ordered->high ? FM_OK : FM_E_DAMAGED;
}

FM_COLD void fm_stack_mark(fm_strategy_state *state, fm_mark *mark)
{
	fm_stack *stack = (fm_stack *)state;

	fm_marks_open(&stack->marks, mark);
	mark->library[MARK_LOWS] = stack->floor_lows;
	mark->library[MARK_TOPS] = stack->floor_tops;
	stack->floor_lows = fm_stack_lows(stack);
	stack->floor_tops = stack->tops;
}

FM_COLD fm_status fm_stack_rewind(fm_strategy_state *state, const fm_mark *mark)
{
	fm_stack *stack = (fm_stack *)state;
	const fm_ordered *ordered = &stack->ordered;
	fm_status status = fm_marks_judge(&stack->marks, mark);
	uint32_t new_lows = fm_stack_lows(stack) - stack->floor_lows;

	if (status != FM_OK)
		return status;
	/* The mark was in the caller's hands: what it says must be possible. */
	if (mark->library[MARK_LOWS] > stack->floor_lows || mark->library[MARK_TOPS] > stack->floor_tops)
		return FM_E_FOREIGN;
	if (fm_ordered_has_buffer(ordered, 0, stack->tops - stack->floor_tops) || fm_ordered_has_buffer(ordered, ordered->count - new_lows, new_lows))
		return FM_E_BUSY;

	cut_back(stack);
	stack->floor_lows = (uint32_t)mark->library[MARK_LOWS];
	stack->floor_tops = (uint32_t)mark->library[MARK_TOPS];
	fm_marks_end(&stack->marks, mark);
	return FM_OK;
}

const fm_strategy fm_strategy_stack = {
	.name = "stack",
	.state_bytes = sizeof(fm_stack),
	.granule = FM_ROOM_GRANULE,
	.nature = FM_STRATEGY_LAST_FIRST,
	.calls = {
		.take = fm_stack_take,
		.take_aligned = fm_stack_take_aligned,
		.give = fm_stack_give,
		.lend = fm_stack_lend,
		.take_back = fm_stack_take_back,
	},
	.judge = fm_ordered_judge,
	.measure = fm_buffers_measure,
	.start = fm_ordered_start,
	.explain = fm_ordered_explain,
	.find = fm_ordered_find,
	.reset = fm_stack_reset,
	.measure_use = fm_ordered_measure_use,
	FM_BLOCK_OPS(.check = fm_stack_check,
	             .survey = fm_ordered_survey,
	             .resize = fm_ordered_resize,
	             .block = fm_ordered_block,
	             .walk = fm_stack_walk,
	             .mark = fm_stack_mark,
	             .rewind = fm_stack_rewind)
};

/* ==== lib/strategy/tlsf.c ==== */
/** @file
 * Two-level segregated fit: blocks of any size, the best class first, neighbours merged at once: granting and taking back have no loop.
 *
 * O(1): a request that no class grants looks at four runs more before it is refused. 4.4 bytes of records a granule of 32 bytes, 13.8 per cent;
 * 24 a buffer at once (16 with 32-bit pointers). Any alignment up to 2^31 granules. Does not grow. Detects any value that begins no block
 * that is out.
 *
 * Grants any c granules where there are more than U + (B + 1) * (c + c / 4) of them (c / 2 from 2^16 granules on), with B blocks of U granules
 * out: of B + 1 free runs at most, each too short for its class. Where sizes are random it is 0.95 full when it first refuses. */

static void *tlsf_take(fm_strategy_state *state, size_t size)
{
	return fm_granular_take(state, FM_GRANULAR_ANY, size, 0);
}

static void *tlsf_take_aligned(fm_strategy_state *state, size_t size, size_t align)
{
	return fm_granular_take(state, FM_GRANULAR_ANY, size, align);
}

static fm_status tlsf_give(fm_strategy_state *state, uintptr_t block)
{
	return fm_granular_give(state, block);
}

static fm_status tlsf_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	return fm_granular_lend(state, FM_GRANULAR_ANY, size, align, out, why);
}

static fm_status tlsf_take_back(fm_strategy_state *state, uint64_t token)
{
	return fm_granular_take_back(state, token);
}

static void tlsf_explain(const fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what)
{
	fm_granular_explain((const fm_granular *)state, FM_GRANULAR_ANY, kind, size, align, what);
}

static void tlsf_measure_use(const fm_strategy_state *state, fm_strategy_figures *out)
{
	fm_granular_measure_use((const fm_granular *)state, FM_GRANULAR_ANY, out);
}

static fm_status tlsf_resize(fm_strategy_state *state, uint64_t block, size_t size, size_t *at_most)
{
	return fm_granular_resize((fm_granular *)state, FM_GRANULAR_ANY, block, size, at_most);
}

const fm_strategy fm_strategy_tlsf = {
	.name = "tlsf",
	.state_bytes = sizeof(fm_granular),
	.granule = FM_GRANULE_LEAST,
	.calls = {
		.take = tlsf_take,
		.take_aligned = tlsf_take_aligned,
		.give = tlsf_give,
		.lend = tlsf_lend,
		.take_back = tlsf_take_back,
	},
	.judge = fm_granular_judge,
	.measure = fm_granular_measure,
	.start = fm_granular_start,
	.explain = tlsf_explain,
	.find = fm_granular_find,
	.reset = fm_granular_reset,
	.measure_use = tlsf_measure_use,
	FM_BLOCK_OPS(.check = fm_granular_check,
	             .survey = fm_granular_survey,
	             .resize = tlsf_resize,
	             .block = fm_granular_block,
	             .walk = fm_granular_walk)
};

/* ==== lib/space/gaps.c ==== */
/** @file
 * Walking the gaps of a region. Bytes of a store are numbers below 2^64 - 1, so ends don't wrap; addresses may touch 2^64 and are
 * only ever padded, never added up. */
/** @file
 * The gaps of a region: what neither a reservation nor a reserved area covers, by rising byte. */
#ifndef FLIGHTMEM_SPACE_GAPS_H
#define FLIGHTMEM_SPACE_GAPS_H
/** @file
 * What a space is made of: one record a region, and who owns which bytes.
 *
 * Bytes are counted from the first byte of the region that owns them, the store. A region that is no alias is its own store; what is
 * taken and the host memory stand in the store's record, so that all names of the same bytes share them. */
#ifndef FLIGHTMEM_SPACE_SPACE_H
#define FLIGHTMEM_SPACE_SPACE_H

/** Alignment of the control block, and of what the provider gives for it. Bytes. */
#define FM_SPACE_CONTROL_ALIGN 16

/**
 * A region of a space. Invariants: begin + size <= size of the store; used <= peak <= capacity <= size; what is taken stands in the
 * store's list by rising byte, no two share a byte, none shares one with a reserved area.
 */
typedef struct fm_space_region {
	uint64_t base;         /**< first address; 0 where it has none */
	uint64_t size;         /**< bytes; 0: unknown */
	uint64_t begin;        /**< byte of the store that it begins with */
	uint64_t capacity;     /**< bytes that may be taken */
	uint64_t used;         /**< bytes taken, by whatever name */
	uint64_t peak;         /**< the most `used` has been */
	uint64_t refused;      /**< requests refused under this name */
	fm_reservation *first; /**< of a store: what is taken */
	unsigned char *memory; /**< of a store: its host memory, NULL until it is first used */
	uint32_t store;        /**< index */
	uint32_t space;        /**< index of its address space */
	fm_fact mapped;        /**< the main CPU reaches it by address */
	fm_status verdict;     /**< FM_OK; or why none of it may be taken, ever */
} fm_space_region;

struct fm_space {
	const fm_profile *profile;
	fm_memory_provider provider; /**< a copy; without functions where there is none */
	size_t control_bytes;        /**< what the provider gave for this block; 0: the caller's bytes */
	uint32_t references;         /**< moved from any thread */
	fm_space_backing backing;
	uint32_t count;              /**< of `regions`, which have the profile's order */
	fm_space_region regions[];
};

/** Fills the records of `space`, whose profile and count are set. O(regions^2 + reserved areas of aliases). */
void fm_space_map(fm_space *space);

/** The record's index by id; FM_NONE iff there is none. O(regions). */
uint32_t fm_space_region_index(const fm_space *space, const char *id);

/** The byte of its store that a reservation of `space` begins with. */
uint64_t fm_space_byte_of(const fm_space *space, const fm_reservation *reservation);

#endif

/** Whether a walk sees what is taken. */
enum { FM_SPACE_NOW, FM_SPACE_EMPTY };

/** A walk along a region. Bytes are those of the store. */
typedef struct fm_space_gaps {
	const fm_space *space;
	const fm_reservation *taken; /**< the first that is not passed yet; NULL: none */
	fm_range area;               /**< the first reserved area that is not passed yet; size 0: none */
	uint64_t at;                 /**< what lies before is passed */
	uint64_t end;                /**< of the region */
	uint32_t store;              /**< index */
} fm_space_gaps;

/** Begins at the first byte of a region; with FM_SPACE_EMPTY as if nothing were taken. */
fm_space_gaps fm_space_gaps_begin(const fm_space *space, uint32_t index, int empty);

/** The next gap, never empty. Returns 0 iff there is none. The whole walk is O(reservations of the store + reserved areas^2). */
int fm_space_gaps_next(fm_space_gaps *gaps, fm_range *gap);

/** 1 iff `size` bytes at an address that is a multiple of `align` fit into `gap`; `*at` becomes the lowest such byte. */
int fm_space_fits(const fm_space_region *region, fm_range gap, uint64_t size, uint64_t align, uint64_t *at);

/** 1 iff they fit a gap of the region; `*at` becomes the lowest such byte. */
int fm_space_find(const fm_space *space, uint32_t index, int empty, uint64_t size, uint64_t align, uint64_t *at);

/** The most bytes that would fit at this alignment; 0 iff none. */
uint64_t fm_space_largest(const fm_space *space, uint32_t index, int empty, uint64_t align);

#endif

fm_space_gaps fm_space_gaps_begin(const fm_space *space, uint32_t index, int empty)
{
	const fm_space_region *region = &space->regions[index];
	fm_space_gaps gaps = {
		.space = space,
		.taken = empty ? NULL : space->regions[region->store].first,
		.at = region->begin,
		.end = region->begin + region->size,
		.store = region->store,
	};

	gaps.area = fm_store_area_after(space->profile, gaps.store, gaps.at);
	return gaps;
}

/** What comes first of all that is not passed: a reservation or a reserved area. Size 0 iff nothing does. */
static fm_range next_obstacle(fm_space_gaps *gaps)
{
	fm_range taken = { 0, 0 };

	while (gaps->taken != NULL) {
		taken = (fm_range){ fm_space_byte_of(gaps->space, gaps->taken), gaps->taken->size };
		if (taken.base + taken.size > gaps->at)
			break;
		gaps->taken = gaps->taken->next;
		taken.size = 0;
	}
	if (gaps->area.size != 0 && gaps->area.base + gaps->area.size <= gaps->at)
		gaps->area = fm_store_area_after(gaps->space->profile, gaps->store, gaps->at);

	if (taken.size == 0 || gaps->area.size == 0)
		return taken.size == 0 ? gaps->area : taken;
	return taken.base < gaps->area.base ? taken : gaps->area;
}

int fm_space_gaps_next(fm_space_gaps *gaps, fm_range *gap)
{
	while (gaps->at < gaps->end) {
		fm_range obstacle = next_obstacle(gaps);
		uint64_t from = gaps->at;
		uint64_t to = obstacle.size == 0 || obstacle.base > gaps->end ? gaps->end : obstacle.base;

		/*     from        to
		 *     |--- gap ---|==== obstacle ====|      it may also begin before `from`, and end after the region */
		gaps->at = to == gaps->end ? to : obstacle.base + obstacle.size;
		if (to > from) {
			*gap = (fm_range){ from, to - from };
			return 1;
		}
	}
	return 0;
}

/** Bytes from the first of `gap` to the next whose address is a multiple of `align`. */
static uint64_t pad_of(const fm_space_region *region, fm_range gap, uint64_t align)
{
	uint64_t address = region->base + (gap.base - region->begin);

	return (0 - address) & (align - 1);
}

int fm_space_fits(const fm_space_region *region, fm_range gap, uint64_t size, uint64_t align, uint64_t *at)
{
	uint64_t pad = pad_of(region, gap, align);

	if (pad > gap.size || size > gap.size - pad)
		return 0;
	*at = gap.base + pad;
	return 1;
}

int fm_space_find(const fm_space *space, uint32_t index, int empty, uint64_t size, uint64_t align, uint64_t *at)
{
	fm_space_gaps gaps = fm_space_gaps_begin(space, index, empty);
	fm_range gap;

	while (fm_space_gaps_next(&gaps, &gap))
		if (fm_space_fits(&space->regions[index], gap, size, align, at))
			return 1;
	return 0;
}

uint64_t fm_space_largest(const fm_space *space, uint32_t index, int empty, uint64_t align)
{
	fm_space_gaps gaps = fm_space_gaps_begin(space, index, empty);
	fm_range gap;
	uint64_t largest = 0;

	while (fm_space_gaps_next(&gaps, &gap)) {
		uint64_t pad = pad_of(&space->regions[index], gap, align);

		if (pad < gap.size && gap.size - pad > largest)
			largest = gap.size - pad;
	}
	return largest;
}

/* ==== lib/space/map.c ==== */
/** @file
 * The records of a space: which bytes each region names, what may be taken of them. */

/** Why none of a region may be taken, or FM_OK. What a source denies is refused, what none states is not. */
static fm_status judge_region(const fm_region *region)
{
	if (region->size == 0)
		return FM_E_FACT_UNKNOWN;
	if (region->write == FM_FACT_NO || region->is_volatile == FM_FACT_YES)
		return FM_E_PERMISSION;
	if (region->kind == FM_REGION_ROM || region->kind == FM_REGION_IO || region->kind == FM_REGION_RESERVED)
		return FM_E_PERMISSION;
	return FM_OK;
}

static void map_region(const fm_profile *profile, const fm_region *region, fm_space_region *record)
{
	*record = (fm_space_region){
		.base = region->has_base == FM_FACT_YES ? region->base : 0,
		.size = region->size,
		.space = region->space,
		.mapped = region->has_base == FM_FACT_YES ? region->cpu_mapped : FM_FACT_NO,
		.verdict = judge_region(region),
	};
	record->store = fm_store_find(profile, region, &record->begin);
}

static uint64_t count_capacity(const fm_space *space, uint32_t index)
{
	fm_space_gaps gaps = fm_space_gaps_begin(space, index, FM_SPACE_EMPTY);
	fm_range gap;
	uint64_t capacity = 0;

	while (fm_space_gaps_next(&gaps, &gap))
		capacity += gap.size;
	return capacity;
}

void fm_space_map(fm_space *space)
{
	fm_region region = FM_STRUCT(fm_region);

	for (uint32_t i = 0; i < space->count; i++)
		if (fm_profile_region(space->profile, i, &region) == FM_OK)
			map_region(space->profile, &region, &space->regions[i]);
	/* Reserved areas count for every name of the bytes, so all names come first. */
	for (uint32_t i = 0; i < space->count; i++)
		if (space->regions[i].verdict == FM_OK)
			space->regions[i].capacity = count_capacity(space, i);
}

uint32_t fm_space_region_index(const fm_space *space, const char *id)
{
	fm_region region = FM_STRUCT(fm_region);

	return fm_profile_region_find(space->profile, id, &region) == FM_OK ? region.index : FM_NONE;
}

uint64_t fm_space_byte_of(const fm_space *space, const fm_reservation *reservation)
{
	const fm_space_region *region = &space->regions[reservation->region];

	return region->begin + (reservation->address.value - region->base);
}

/* ==== lib/space/memory.c ==== */
/** @file
 * Host memory for regions. */
/** @file
 * The host memory of a region: from the provider when it is first used, until the space is closed. */
#ifndef FLIGHTMEM_SPACE_MEMORY_H
#define FLIGHTMEM_SPACE_MEMORY_H

/** Gives a store its memory, if it has none. Returns FM_OK; FM_E_NO_MEMORY iff there is no provider; else what the provider returns. */
fm_status fm_space_obtain_memory(const fm_space *space, fm_space_region *store);

/** Gives the memory of a region back, if it has any. */
void fm_space_give_memory_back(const fm_space *space, fm_space_region *region);

#endif

/** Host memory of a region is not aligned to more bytes than these: the 24 bits below most bases of consoles. */
#define ALIGN_MAX (UINT64_C(1) << 24)

/** The alignment of the region's base, but no more than matters among its own bytes: what is aligned there is aligned here. */
static size_t alignment_of(const fm_space_region *region)
{
	uint64_t align = 1;

	while (align < region->size && align < ALIGN_MAX && align <= SIZE_MAX / 2 && (region->base & align) == 0)
		align *= 2;
	return (size_t)align;
}

fm_status fm_space_obtain_memory(const fm_space *space, fm_space_region *store)
{
	const fm_memory_provider *provider = &space->provider;
	void *memory = NULL;

	if (store->memory != NULL)
		return FM_OK;
	if (provider->obtain == NULL || store->size > SIZE_MAX)
		return FM_E_NO_MEMORY;

	fm_status status = provider->obtain(provider->user, (size_t)store->size, alignment_of(store), &memory);

	if (status == FM_OK)
		store->memory = memory;
	return status;
}

void fm_space_give_memory_back(const fm_space *space, fm_space_region *region)
{
	const fm_memory_provider *provider = &space->provider;

	if (region->memory != NULL)
		provider->give_back(provider->user, region->memory, (size_t)region->size, alignment_of(region));
	region->memory = NULL;
}
#undef ALIGN_MAX

/* ==== lib/space/open.c ==== */
/** @file
 * The life of a space: its control block, its references, its end. */

/** Bytes of the struct in the first release. */
#define OPTIONS_FIRST_SIZE (offsetof(fm_space_options, reserved) + sizeof(uint32_t))

/** Reads the caller's options, of any age; NULL is all defaults. */
static fm_status read_options(const fm_space_options *options, fm_space_options *known)
{
	fm_status status = options == NULL ? FM_OK : fm_abi_import(known, sizeof *known, OPTIONS_FIRST_SIZE, options);

	if (status == FM_OK && known->reserved != 0)
		return FM_E_ABI_FIELD;
	return status;
}

static uint32_t endian_of_this_program(void)
{
	const uint16_t one = 1;
	unsigned char first;

	memcpy(&first, &one, 1);
	return first == 1 ? FM_ENDIAN_LITTLE : FM_ENDIAN_BIG;
}

static fm_status judge_backing(fm_space_backing backing, const fm_profile_info *info)
{
	if (backing == FM_SPACE_PROVIDED)
		return FM_OK;
	if (backing == FM_SPACE_REAL && info->pointer_bits == sizeof(void *) * 8 && info->endian == endian_of_this_program())
		return FM_OK;
	return FM_E_UNSUPPORTED;
}

/** Bytes of the control block. A region's facts take more than its record here, so what a profile can have does not overflow. */
static size_t control_bytes(const fm_profile_info *info)
{
	return sizeof(fm_space) + info->region_count * sizeof(fm_space_region);
}

/** Finds the bytes of the control block, which need not be clear; `*obtained` becomes what the provider gave. */
static fm_status place_control(const fm_space_options *options, const fm_memory_provider *provider, size_t bytes, void **out, size_t *obtained)
{
	if (options->control != NULL) {
		if ((uintptr_t)options->control % FM_SPACE_CONTROL_ALIGN != 0)
			return FM_E_ALIGNMENT;
		if (options->control_size < bytes)
			return FM_E_TOO_LARGE;
		*out = options->control;
		return FM_OK;
	}
	if (provider->obtain == NULL)
		return FM_E_NO_MEMORY;
	*obtained = bytes;
	return provider->obtain(provider->user, bytes, FM_SPACE_CONTROL_ALIGN, out);
}

/** Fills the caller's record: the control block is all that a space asks for when it is opened. */
static fm_status refuse_open(const fm_profile_info *info, const fm_space_options *options, fm_status status, fm_refusal *why)
{
	fm_refusal what = { .status = status, .help = FM_HELP_OTHER };

	fm_refusal_set_subject(&what, info->id);
	if (status == FM_E_TOO_LARGE || status == FM_E_ALIGNMENT || status == FM_E_NO_MEMORY) {
		what.asked = control_bytes(info);
		what.align = FM_SPACE_CONTROL_ALIGN;
	}
	if (status == FM_E_TOO_LARGE || status == FM_E_ALIGNMENT) {
		what.capacity = what.available = options->control_size;
		what.largest = status == FM_E_TOO_LARGE ? options->control_size : 0;
		what.help = status == FM_E_TOO_LARGE ? FM_HELP_ENLARGE : FM_HELP_ALIGN;
		what.help_bytes = status == FM_E_TOO_LARGE ? what.asked : FM_SPACE_CONTROL_ALIGN;
	}
	return fm_refuse(why, &what);
}

fm_status fm_space_control_size(const fm_profile *profile, const fm_space_options *options, size_t *bytes)
{
	fm_profile_info info = FM_STRUCT(fm_profile_info);
	fm_space_options known = FM_STRUCT(fm_space_options);

	if (profile == NULL || bytes == NULL)
		return FM_E_ARGUMENT;

	fm_status status = read_options(options, &known);

	if (status == FM_OK)
		status = fm_profile_get_info(profile, &info);
	if (status == FM_OK)
		*bytes = control_bytes(&info);
	return status;
}

/** Makes the space of what was judged; nothing can fail any more. */
static fm_space *begin(void *control, const fm_profile *profile, const fm_profile_info *info, const fm_memory_provider *provider)
{
	fm_space *space = control;

	space->profile = fm_profile_ref(profile);
	space->provider = *provider;
	space->references = 1;
	space->count = info->region_count;
	fm_space_map(space);
	return space;
}

fm_status fm_space_open(const fm_profile *profile, const fm_space_options *options, fm_space **out, fm_refusal *why)
{
	fm_profile_info info = FM_STRUCT(fm_profile_info);
	fm_space_options known = FM_STRUCT(fm_space_options);
	fm_memory_provider provider = FM_STRUCT(fm_memory_provider);
	void *control = NULL;
	size_t obtained = 0;
	fm_status status = profile == NULL || out == NULL ? FM_E_ARGUMENT : fm_profile_get_info(profile, &info);

	if (status == FM_OK)
		status = read_options(options, &known);
	if (status == FM_OK)
		status = fm_provider_read(known.provider, &provider);
	if (status == FM_OK)
		status = judge_backing(known.backing, &info);
	if (status == FM_OK)
		status = place_control(&known, &provider, control_bytes(&info), &control, &obtained);
	if (status != FM_OK)
		return refuse_open(&info, &known, status, why);

	*out = begin(control, profile, &info, &provider);
	(*out)->control_bytes = obtained;
	(*out)->backing = known.backing;
	return FM_OK;
}

fm_space *fm_space_ref(fm_space *space)
{
	if (space != NULL)
		FM_ATOMIC_ADD(&space->references, 1);
	return space;
}

/** Gives everything back, the control block last. Records that are still out are the caller's memory and may be gone: not touched. */
static void destroy(fm_space *space)
{
	fm_memory_provider provider = space->provider;
	size_t obtained = space->control_bytes;

	for (uint32_t i = 0; i < space->count; i++)
		fm_space_give_memory_back(space, &space->regions[i]);
	fm_profile_unref(space->profile);
	if (obtained != 0)
		provider.give_back(provider.user, space, obtained, FM_SPACE_CONTROL_ALIGN);
	if (provider.drop != NULL)
		provider.drop(provider.user);
}

void fm_space_unref(fm_space *space)
{
	if (space != NULL && FM_ATOMIC_ADD(&space->references, (uint32_t)-1) == 0)
		destroy(space);
}

fm_status fm_space_close(fm_space *space)
{
	if (space == NULL)
		return FM_E_ARGUMENT;
	if (FM_ATOMIC_LOAD(&space->references) > 1)
		return FM_E_BUSY;
	for (uint32_t i = 0; i < space->count; i++)
		if (space->regions[i].first != NULL)
			return FM_E_BUSY;

	destroy(space);
	return FM_OK;
}

const fm_profile *fm_space_profile(const fm_space *space)
{
	return space == NULL ? NULL : space->profile;
}
#undef OPTIONS_FIRST_SIZE

/* ==== lib/space/refusal.c ==== */
/** @file
 * Why a reservation was refused, and the least that would help. */
/** @file
 * The record of a refused reservation. */
#ifndef FLIGHTMEM_SPACE_REFUSAL_H
#define FLIGHTMEM_SPACE_REFUSAL_H

/** What was asked of a space. */
typedef struct fm_space_request {
	const char *id;                    /**< of the region, as the caller gave it; may be NULL */
	uint32_t index;                    /**< of the region; FM_NONE: there is no such region, or no space */
	uint64_t size;                     /**< bytes */
	uint64_t align;                    /**< as the caller gave it, but never 0 */
	const fm_reservation *reservation; /**< as the caller gave it */
} fm_space_request;

/**
 * Fills `why`, which may be NULL, and returns `status`. `space` is read only where request->index is one of its regions.
 * Nothing is computed where nobody asks. O(reservations of the store), for each bit of an address where the alignment is at fault.
 */
fm_status fm_space_refuse(const fm_space *space, const fm_space_request *request, fm_status status, fm_refusal *why);

#endif

/**
 * The fewest bytes of reservations that must be given back until the request fits into `gap`, a gap of the empty region; `least` iff
 * no fewer. The best place is the lowest of its kind, so it begins where the gap does or behind a reservation, up to alignment:
 *
 *     |== a ==|  |= head =|      |== tail ==|
 *                         |---- size ----|         the window moves on from end to end; `sum` are the bytes that it touches
 */
static uint64_t release_in_gap(const fm_space *space, const fm_space_request *request, fm_range gap, uint64_t least)
{
	const fm_space_region *region = &space->regions[request->index];
	const fm_reservation *head = space->regions[region->store].first;
	fm_range rest = gap;
	uint64_t sum = 0;
	uint64_t at;

	for (const fm_reservation *tail = head; fm_space_fits(region, rest, request->size, request->align, &at);) {
		for (; tail != NULL && fm_space_byte_of(space, tail) < at + request->size; tail = tail->next)
			sum += tail->size;
		for (; head != tail && fm_space_byte_of(space, head) + head->size <= at; head = head->next)
			sum -= head->size;
		least = sum < least ? sum : least;
		/* The request does not fit now, so a place touches something: there is a head. */
		uint64_t after = fm_space_byte_of(space, head) + head->size;
		uint64_t end = gap.base + gap.size;

		rest = (fm_range){ after, after < end ? end - after : 0 };
	}
	return least;
}

/** Of all places that the request would have in the empty region, the fewest bytes to give back for one. */
static uint64_t least_release(const fm_space *space, const fm_space_request *request)
{
	fm_space_gaps gaps = fm_space_gaps_begin(space, request->index, FM_SPACE_EMPTY);
	fm_range gap;
	uint64_t least = UINT64_MAX;

	while (fm_space_gaps_next(&gaps, &gap))
		least = release_in_gap(space, request, gap, least);
	return least;
}

static void help(fm_refusal *what, fm_help kind, uint64_t bytes)
{
	what->help = kind;
	what->help_bytes = bytes;
}

/** The largest power of two, at most `from`, at which the empty region grants the request; 0 iff at none. */
static uint64_t largest_align(const fm_space *space, const fm_space_request *request, uint64_t from)
{
	uint64_t at;

	while (from != 0 && !fm_space_find(space, request->index, FM_SPACE_EMPTY, request->size, from, &at))
		from /= 2;
	return from;
}

/** Too large for the empty region: fewer bytes help, or a smaller alignment, or only another region. */
static void help_too_large(const fm_space *space, const fm_space_request *request, fm_refusal *what)
{
	uint64_t largest = fm_space_largest(space, request->index, FM_SPACE_EMPTY, request->align);
	uint64_t align = largest == 0 ? largest_align(space, request, request->align) : 0;

	if (largest != 0)
		help(what, FM_HELP_ASK_LESS, largest);
	else if (align != 0)
		help(what, FM_HELP_ALIGN, align);
	else
		help(what, FM_HELP_OTHER, 0);
}

/** No power of two: the caller may have meant the next one, or the last at which the region grants the request. */
static void help_align(const fm_space *space, const fm_space_request *request, fm_refusal *what)
{
	const uint64_t top = UINT64_C(1) << 63;
	int known = request->index != FM_NONE && space->regions[request->index].verdict == FM_OK;
	uint64_t align = known ? largest_align(space, request, top) : 0;

	help(what, FM_HELP_ALIGN, fm_power_above(request->align, align != 0 ? align : top));
}

static void help_with(const fm_space *space, const fm_space_request *request, fm_refusal *what)
{
	if (what->status == FM_E_EXHAUSTED)
		help(what, FM_HELP_RELEASE, least_release(space, request));
	else if (what->status == FM_E_TOO_LARGE)
		help_too_large(space, request, what);
	else if (what->status == FM_E_ALIGNMENT)
		help_align(space, request, what);
	else
		help(what, FM_HELP_OTHER, 0);
}

static void add_figures(const fm_space *space, const fm_space_request *request, fm_refusal *what)
{
	const fm_space_region *region = &space->regions[request->index];

	what->capacity = region->capacity;
	what->available = region->capacity - region->used;
	if (region->verdict == FM_OK && FM_IS_POWER_OF_TWO(request->align)) /* what is no alignment grants nothing */
		what->largest = fm_space_largest(space, request->index, FM_SPACE_NOW, request->align);
}

fm_status fm_space_refuse(const fm_space *space, const fm_space_request *request, fm_status status, fm_refusal *why)
{
	fm_refusal what = { .status = status, .asked = request->size, .align = request->align };

	if (why == NULL)
		return status;

	if (status == FM_E_BUSY) /* no want of memory, so no figures of it */
		fm_refusal_set_subject(&what, FM_SUBJECT_RESERVATION);
	else if (status == FM_E_NOT_FOUND)
		fm_refusal_set_quoted(&what, "region", request->id);
	else
		fm_refusal_set_subject(&what, request->id);
	if (request->index != FM_NONE && status != FM_E_BUSY)
		add_figures(space, request, &what);
	help_with(space, request, &what);
	return fm_refuse(why, &what);
}

/* ==== lib/space/reserve.c ==== */
/** @file
 * Taking addresses of a region, and giving them back: the lowest place that fits, no memory but the caller's records. */
/** @file
 * A reservation in two steps, for whoever needs more than the place and must leave no trace where that fails. */
#ifndef FLIGHTMEM_SPACE_RESERVE_H
#define FLIGHTMEM_SPACE_RESERVE_H

/** fm_space_reserve() that finds the place and takes nothing: `*reservation` becomes the record that fm_space_take() takes. */
fm_status fm_space_propose(fm_space *space, const char *region, uint64_t size, uint64_t align, fm_reservation *reservation, fm_refusal *why);

/** Takes what was proposed, where nothing was taken since. The record may be a copy; from now on it must not move. Can't fail. */
void fm_space_take(fm_space *space, fm_reservation *reservation);

#endif

/** Where the list of `space` holds this very record: the link to it, and its store. NULL iff nowhere. The record itself is not read. */
static fm_reservation **find_link(fm_space *space, const fm_reservation *reservation)
{
	for (uint32_t i = 0; i < space->count; i++)
		for (fm_reservation **link = &space->regions[i].first; *link != NULL; link = &(*link)->next)
			if (*link == reservation)
				return link;
	return NULL;
}

/** The bytes of its store that a region names. */
static fm_range bytes_of(const fm_space_region *region)
{
	return (fm_range){ region->begin, region->size };
}

/** Adds to, or takes from, the bytes taken of every region that names some of `taken`. */
static void account(fm_space *space, uint32_t store, fm_range taken, int give_back)
{
	for (uint32_t i = 0; i < space->count; i++) {
		fm_space_region *region = &space->regions[i];
		fm_range shared;

		if (region->store != store || region->verdict != FM_OK || fm_range_intersect(bytes_of(region), taken, &shared) != FM_OK)
			continue;
		region->used = give_back ? region->used - shared.size : region->used + shared.size;
		if (region->used > region->peak)
			region->peak = region->used;
	}
}

/** Puts a record into the list of its store, which stays in the order of bytes. */
static void insert(fm_space *space, fm_reservation *reservation, uint64_t at)
{
	uint32_t store = space->regions[reservation->region].store;
	fm_reservation **link = &space->regions[store].first;

	while (*link != NULL && fm_space_byte_of(space, *link) < at)
		link = &(*link)->next;
	reservation->next = *link;
	*link = reservation;
	account(space, store, (fm_range){ at, reservation->size }, 0);
}

/** The first reason to refuse, FM_OK if there is none: then `*at` is the place. Of what is to be found, request->index is set. */
static fm_status judge_request(fm_space *space, fm_space_request *request, uint64_t *at)
{
	if (space == NULL || request->id == NULL)
		return FM_E_ARGUMENT;
	request->index = fm_space_region_index(space, request->id);
	if (request->reservation == NULL || request->size == 0)
		return FM_E_ARGUMENT;
	if (!FM_IS_POWER_OF_TWO(request->align))
		return FM_E_ALIGNMENT;
	if (request->index == FM_NONE)
		return FM_E_NOT_FOUND;
	if (space->regions[request->index].verdict != FM_OK)
		return space->regions[request->index].verdict;
	if (find_link(space, request->reservation) != NULL)
		return FM_E_BUSY;
	if (fm_space_find(space, request->index, FM_SPACE_NOW, request->size, request->align, at))
		return FM_OK;
	return fm_space_find(space, request->index, FM_SPACE_EMPTY, request->size, request->align, at) ? FM_E_EXHAUSTED : FM_E_TOO_LARGE;
}

fm_status fm_space_propose(fm_space *space, const char *region, uint64_t size, uint64_t align, fm_reservation *reservation, fm_refusal *why)
{
	fm_space_request request = { .id = region, .index = FM_NONE, .size = size, .align = align == 0 ? 1 : align, .reservation = reservation };
	uint64_t at = 0;
	fm_status status = judge_request(space, &request, &at);

	if (status != FM_OK) {
		if (request.index != FM_NONE)
			space->regions[request.index].refused++;
		return fm_space_refuse(space, &request, status, why);
	}

	const fm_space_region *record = &space->regions[request.index];

	*reservation = (fm_reservation){
		.address = { .value = record->base + (at - record->begin), .space = record->space },
		.size = size,
		.region = request.index,
		.owner = space,
	};
	return FM_OK;
}

void fm_space_take(fm_space *space, fm_reservation *reservation)
{
	insert(space, reservation, fm_space_byte_of(space, reservation));
}

fm_status fm_space_reserve(fm_space *space, const char *region, uint64_t size, uint64_t align, fm_reservation *reservation, fm_refusal *why)
{
	fm_status status = fm_space_propose(space, region, size, align, reservation, why);

	if (status == FM_OK)
		fm_space_take(space, reservation);
	return status;
}

fm_status fm_space_give_back(fm_space *space, fm_reservation *reservation)
{
	if (space == NULL || reservation == NULL)
		return FM_E_ARGUMENT;

	fm_reservation **link = find_link(space, reservation);

	if (link == NULL)
		return FM_E_STALE;

	*link = reservation->next;
	account(space, space->regions[reservation->region].store, (fm_range){ fm_space_byte_of(space, reservation), reservation->size }, 1);
	*reservation = (fm_reservation){ .size = 0 };
	return FM_OK;
}

/* ==== lib/space/resolve.c ==== */
/** @file
 * Wants of a space: room is what is left of a region, one byte at least. */

static fm_status room_of_space(const void *user, uint32_t index, const fm_want *want, uint64_t *largest, fm_refusal *why)
{
	const fm_space *space = user;
	fm_region region = FM_STRUCT(fm_region);
	fm_space_request request = { .index = index, .size = want->bytes == 0 ? 1 : want->bytes, .align = want->align };
	fm_status status = space->regions[index].verdict;
	uint64_t at;

	if (status == FM_OK) {
		*largest = fm_space_largest(space, index, FM_SPACE_NOW, want->align);
		if (request.size <= *largest)
			return FM_OK;
		status = fm_space_find(space, index, FM_SPACE_EMPTY, request.size, want->align, &at) ? FM_E_EXHAUSTED : FM_E_TOO_LARGE;
	}
	if (why != NULL && fm_profile_region(space->profile, index, &region) == FM_OK) {
		request.id = region.id;
		(void)fm_space_refuse(space, &request, status, why);
	}
	return status;
}

fm_status fm_space_resolve(const fm_space *space, const fm_want *wants, uint32_t count, fm_resolution *out, fm_refusal *why)
{
	fm_want_giver giver = { fm_space_profile(space), space, room_of_space };

	return fm_want_resolve(&giver, wants, count, out, why);
}

/* ==== lib/space/translate.c ==== */
/** @file
 * Guest addresses to host pointers and back. */

/** The address of a byte under its owner's name. */
static fm_address own_address(const fm_space *space, const fm_space_region *region, uint64_t offset)
{
	const fm_space_region *store = &space->regions[region->store];

	return (fm_address){ .value = store->base + (region->begin + offset), .space = store->space };
}

/** 1 iff a region begins at the address and no source says how long it is. */
static int begins_unknown(const fm_space *space, fm_address address)
{
	for (uint32_t i = 0; i < space->count; i++) {
		const fm_space_region *region = &space->regions[i];

		if (region->size == 0 && region->mapped != FM_FACT_NO && region->space == address.space && region->base == address.value)
			return 1;
	}
	return 0;
}

/** The region that owns the bytes at a place. */
static fm_space_region *store_at(fm_space *space, const fm_location *location)
{
	return &space->regions[space->regions[location->region].store];
}

/** Finds the region that the CPU reaches `size` bytes of at `address`. */
static fm_status locate(const fm_space *space, fm_address address, uint64_t size, fm_location *location)
{
	fm_space_info info = FM_STRUCT(fm_space_info);

	if (fm_profile_space(space->profile, address.space, &info) != FM_OK)
		return FM_E_NOT_FOUND;
	if (info.cpu_visible == 0)
		return FM_E_NO_ADDRESS;
	if (fm_profile_locate(space->profile, address, location) != FM_OK)
		return begins_unknown(space, address) ? FM_E_FACT_UNKNOWN : FM_E_UNMAPPED;
	if (space->regions[location->region].mapped == FM_FACT_NO)
		return FM_E_NO_ADDRESS;
	return size > location->left ? FM_E_RANGE : FM_OK;
}

/** Fills the caller's record. `location` tells of the region iff the status speaks of one. */
static fm_status refuse_host(const fm_space *space, uint64_t size, fm_status status, const fm_location *location, fm_refusal *why)
{
	fm_refusal what = { .status = status, .help = FM_HELP_OTHER, .asked = size, .align = 1 };
	fm_region region = FM_STRUCT(fm_region);

	if (location->left != 0 && fm_profile_region(space->profile, location->region, &region) == FM_OK)
		fm_refusal_set_subject(&what, region.id);
	if (status == FM_E_RANGE) {
		what.capacity = region.size;
		what.available = what.largest = location->left;
		what.help = FM_HELP_ASK_LESS;
		what.help_bytes = location->left;
	}
	return fm_refuse(why, &what);
}

fm_status fm_space_to_host(fm_space *space, fm_address address, uint64_t size, void **out, fm_refusal *why)
{
	fm_location location = FM_STRUCT(fm_location);
	fm_status status = space == NULL || out == NULL || size == 0 ? FM_E_ARGUMENT : locate(space, address, size, &location);

	if (status == FM_OK && space->backing != FM_SPACE_REAL)
		status = fm_space_obtain_memory(space, store_at(space, &location));
	if (status != FM_OK)
		return refuse_host(space, size, status, &location, why);

	if (space->backing == FM_SPACE_REAL) /* as it was given: windows of the same bytes differ in caching and timing, and the program chose one */
		*out = (void *)(uintptr_t)address.value;
	else
		*out = store_at(space, &location)->memory + (size_t)(space->regions[location.region].begin + location.offset);
	return FM_OK;
}

/** The guest address of a pointer where pointers are addresses. */
static fm_status from_real(const fm_space *space, const void *pointer, fm_address *out)
{
	fm_address address = { .value = (uintptr_t)pointer };
	fm_location location = FM_STRUCT(fm_location);

	if (locate(space, address, 1, &location) != FM_OK)
		return FM_E_FOREIGN;
	*out = own_address(space, &space->regions[location.region], location.offset);
	return FM_OK;
}

fm_status fm_space_to_guest(const fm_space *space, const void *pointer, fm_address *out)
{
	if (space == NULL || out == NULL)
		return FM_E_ARGUMENT;
	if (space->backing == FM_SPACE_REAL)
		return from_real(space, pointer, out);

	for (uint32_t i = 0; i < space->count; i++) {
		const fm_space_region *store = &space->regions[i];
		uintptr_t offset = (uintptr_t)pointer - (uintptr_t)store->memory; /* wraps to a large one where it lies before */

		if (store->memory != NULL && offset < store->size) {
			*out = own_address(space, store, offset);
			return FM_OK;
		}
	}
	return FM_E_FOREIGN;
}

/* ==== lib/space/usage.c ==== */
/** @file
 * How much of a region is taken. */

/** Bytes of fm_region_usage in the first release. */
#define USAGE_FIRST_SIZE (offsetof(fm_region_usage, refused) + sizeof(uint64_t))

fm_status fm_space_get_usage(const fm_space *space, const char *region, fm_region_usage *usage)
{
	if (space == NULL || region == NULL)
		return FM_E_ARGUMENT;

	fm_status status = fm_abi_check(usage, USAGE_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	uint32_t index = fm_space_region_index(space, region);

	if (index == FM_NONE)
		return FM_E_NOT_FOUND;

	const fm_space_region *record = &space->regions[index];
	fm_region_usage known = {
		.capacity = record->capacity,
		.used = record->used,
		.peak = record->peak,
		.largest = record->verdict == FM_OK ? fm_space_largest(space, index, FM_SPACE_NOW, 1) : 0,
		.refused = record->refused,
	};

	fm_abi_export(usage, &known, sizeof known);
	return FM_OK;
}
#undef USAGE_FIRST_SIZE

/* ==== lib/space/validator.c ==== */
/** @file
 * A validator of the host pointers of a space: the profile's rules, for its regions where their host memory is. */

/** Where a region's bytes are. Only a store has memory, so a name of another's bytes is nowhere. */
static int place(const void *user, uint32_t region, uint64_t *base)
{
	const fm_space *space = user;

	*base = (uintptr_t)space->regions[region].memory;
	return space->regions[region].memory != NULL;
}

fm_status fm_space_open_validator(const fm_space *space, const fm_validator_options *options, fm_validator **out, fm_refusal *why)
{
	/* Without a profile there is nothing to judge, and the options are refused. */
	fm_validate_host host = { .profile = fm_space_profile(space), .user = space };

	if (space != NULL && space->backing != FM_SPACE_REAL)
		host.place = place;
	return fm_validate_open_host(options, &host, out, why);
}

/* ==== lib/pool/blocks.c ==== */
/** @file
 * A pool's blocks, one by one: whose an address is, all that are out, in place, what lies idle, whether the records hold. */
/** @file
 * What a pool is made of: its control block, and what its options come to.
 *
 *     control:  | state of the strategy | fm_pool_part | records |     then, in the caller's storage or the provider's memory:  | skip | blocks |
 *               ^ a pool's handle
 *
 * The state stands first and begins with the fast calls: a call is one load and one jump, and hands the handle on as it is. */
#ifndef FLIGHTMEM_POOL_POOL_H
#define FLIGHTMEM_POOL_POOL_H

/** The handle. What else the state has is the strategy's. */
struct fm_pool {
	fm_strategy_state state;
};

/** The pool's own part, behind the state. */
typedef struct fm_pool_part {
	uint64_t refused;
	uint32_t references;
	uint32_t sealed;
	unsigned char *blocks;       /**< the first one */
	size_t control_bytes;        /**< control block and records */
	size_t overhead;             /**< bytes of the caller's storage that lie before the blocks */
	void *obtained;              /**< what the provider gave, NULL if nothing */
	size_t obtained_bytes;
	size_t obtained_align;
	fm_memory_provider provider; /**< a copy; without functions where there is none */
	fm_space *space;             /**< of the region that the blocks lie in, a reference; NULL: they lie in none */
	fm_reservation reservation;  /**< of the region */
	char name[FM_SUBJECT_BYTES];
} fm_pool_part;

/** Where the part lies: bytes of a state, rounded up so that any member may follow. */
#define FM_POOL_PART_AT(state_bytes) (((state_bytes) + 7) & ~(size_t)7)

/** Bytes of a control block without records. */
#define FM_POOL_HEAD(state_bytes) FM_POOL_ROUND(FM_POOL_PART_AT(state_bytes) + sizeof(fm_pool_part))

FM_STATIC_ASSERT(FM_POOL_HEAD(FM_STRATEGY_STATE_BYTES) <= FM_POOL_CONTROL_BYTES, "raise FM_POOL_CONTROL_BYTES");
FM_STATIC_ASSERT(FM_POOL_ALIGN % FM_STRATEGY_ALIGN == 0, "records begin where a pool's parts begin");
FM_STATIC_ASSERT(FM_STRATEGY_BUFFER == FM_REQUEST_BUFFER && FM_STRATEGY_BLOCK == FM_REQUEST_BLOCK, "strategies and pools number requests alike");
FM_STATIC_ASSERT((FM_STRATEGY_BUFFER | FM_STRATEGY_TOP) == FM_REQUEST_TOP_BUFFER, "strategies and pools number requests alike");
FM_STATIC_ASSERT((FM_STRATEGY_BLOCK | FM_STRATEGY_TOP) == FM_REQUEST_TOP_BLOCK, "strategies and pools number requests alike");
FM_STATIC_ASSERT(FM_STRATEGY_NO_BUFFERS == FM_NO_BUFFERS, "a wish takes max_buffers as it is");

/** The pool's own part. */
static inline fm_pool_part *fm_pool_part_of(const fm_strategy_state *state)
{
	return (fm_pool_part *)((uintptr_t)state + FM_POOL_PART_AT(state->strategy->state_bytes));
}

/** What options come to: read, judged, defaults filled in. */
typedef struct fm_pool_plan {
	fm_pool_options options; /**< of this library's size */
	const fm_strategy *strategy;
	fm_strategy_wish wish;
	fm_strategy_ops ops;         /**< of this library's size, where the strategy is the user's */
	fm_memory_provider provider; /**< without functions where there is none */
	fm_advice advice;            /**< which strategy is taken, and why */
	const char *at_fault;        /**< what of the options is wrong, for fm_refusal.subject; NULL: nothing, or a strategy's name that none has */
} fm_pool_plan;

/** Where the parts of `count` blocks lie, counted from the first byte of the storage. Bytes. */
typedef struct fm_pool_layout {
	size_t control; /**< control block and records */
	size_t blocks;  /**< first block */
	size_t end;     /**< after the last block */
} fm_pool_layout;

/** Storage and control that a pool shall fit. */
typedef struct fm_pool_room {
	uintptr_t at;       /**< address of the storage, or any number that is aligned as it will be */
	size_t bytes;       /**< of the storage */
	int control_inside; /**< the control lies in the storage, before the blocks */
	size_t control;     /**< else: bytes for it, at most */
} fm_pool_room;

/**
 * Reads what is asked whatever the storage: region, strategy, wish, mode, sharing, provider.
 *
 * Returns FM_OK; FM_E_ARGUMENT, FM_E_ALIGNMENT, FM_E_NOT_FOUND, FM_E_UNSUPPORTED, FM_E_ABI_SIZE, FM_E_ABI_FIELD as fm_pool_open(), and then
 * sets plan->at_fault; or as fm_pool_choose().
 */
fm_status fm_pool_read_options(const fm_pool_options *options, fm_pool_plan *plan, fm_refusal *refusal);

/**
 * Chooses what the options leave to the platform: plan->options.region by the wants, and plan->advice where no strategy is named and the
 * region is advised on one. The wish has its alignment.
 *
 * Returns FM_OK; FM_E_UNSUPPORTED, FM_E_SYNTAX, FM_E_RANGE, and then sets plan->at_fault; or why the last want does not hold, and then
 * fills `*refusal`, whose struct_size is set.
 */
fm_status fm_pool_choose(fm_pool_plan *plan, fm_refusal *refusal);

/**
 * What may be combined with what, of the strategy: storages, modes and sharings, as fm_strategy_info tells them.
 */
typedef struct fm_combination {
	const fm_strategy *strategy; /**< NULL: any that has no row of its own */
	fm_storages storages;
	uint32_t modes;
	uint32_t sharings;
} fm_combination;

/** The row of a strategy. */
const fm_combination *fm_combination_of(const fm_strategy *strategy);

/** FM_OK iff the row has what the options ask for; else FM_E_UNSUPPORTED and which option it is. Storage is judged iff `with_storage`. */
fm_status fm_combination_judge(const fm_combination *row, const fm_pool_options *options, int with_storage, const char **at_fault);

/** Lays `count` blocks out in storage at `at`. Returns FM_OK; FM_E_RANGE iff a number of it exceeds SIZE_MAX. A failure leaves `*out`. */
fm_status fm_pool_lay_out(const fm_pool_plan *plan, size_t count, uintptr_t at, int control_inside, fm_pool_layout *out);

/** The most blocks that the room holds; 0 if not one. O(bits of a size). */
size_t fm_pool_fit(const fm_pool_plan *plan, const fm_pool_room *room);

/** The alignment that storage for the plan shall have: at least FM_POOL_ALIGN. */
size_t fm_pool_storage_align(const fm_pool_plan *plan);

/** Where everything of a new pool lies. */
typedef struct fm_pool_place {
	unsigned char *control;
	unsigned char *blocks;
	size_t count;         /**< for the strategy */
	size_t control_bytes;
	size_t overhead;      /**< as in fm_pool_part */
	void *obtained;       /**< as in fm_pool_part */
	size_t obtained_bytes;
	size_t obtained_align;
	fm_reservation reservation; /**< proposed, not taken yet; where the options name a region */
} fm_pool_place;

/**
 * Finds the bytes of a pool, in a region, the caller's storage or the provider's memory. `refusal`, whose struct_size is set, has help,
 * help_bytes and capacity set on failure, the subject where an option is wrong, and all members where the region said no. Returns as
 * fm_pool_open(); a failure holds nothing and touches none of the caller's bytes.
 */
fm_status fm_pool_find_place(const fm_pool_plan *plan, fm_pool_place *place, fm_refusal *refusal);

/** fm_pool_find_place() where the options name a region: blocks there, control anywhere else. */
fm_status fm_pool_find_region(const fm_pool_plan *plan, fm_pool_place *place, fm_refusal *refusal);

/**
 * Too little room: says what the smallest pool takes, of the control if that is what lacks, else of the storage; or which alignment takes
 * less, where it exceeds the storage. Returns FM_E_TOO_LARGE.
 */
fm_status fm_pool_refuse_room(const fm_pool_plan *plan, const fm_pool_room *room, fm_refusal *refusal);

/** True iff the pool lies in a region that could not hold `bytes` bytes for it, were nothing else there. */
int fm_pool_exceeds_region(const fm_pool *pool, uint64_t bytes);

/** Fills `what` in all members but struct_size, also when the request would be granted: status FM_OK. `what` is zero. */
void fm_pool_explain_request(const fm_pool *pool, fm_request request, size_t size, size_t align, fm_refusal *what);

/** What strategies ask of a pool. */
extern const fm_strategy_host fm_pool_host;

/** fm_strategy_host.refuse of a pool. */
fm_status fm_pool_refuse(fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *why);

/** Refuses for a reason that is not the strategy's: nothing helps but asking for at most `largest` bytes; 0: nothing at all. */
fm_status fm_pool_refuse_as(const fm_pool *pool, fm_status status, size_t size, size_t align, size_t largest, fm_refusal *why);

/** Refuses an fm_pool_acquire() without pool or `out`. Has that call's arguments, so that they need not be moved on the way there. */
fm_status fm_pool_refuse_arguments(const fm_pool *pool, size_t size, size_t align, const fm_buffer *out, fm_refusal *why);

/** Gives everything back, whatever is out. */
void fm_pool_destroy(fm_pool *pool);

#endif

fm_status fm_pool_block(const fm_pool *pool, uint64_t address, fm_block *out)
{
	if (pool == NULL || out == NULL)
		return FM_E_ARGUMENT;
	if (pool->state.strategy->block == NULL)
		return FM_E_UNSUPPORTED;
	return pool->state.strategy->block(&pool->state, address, out);
}

fm_status fm_pool_walk(const fm_pool *pool, fm_block_visit visit, void *context)
{
	if (pool == NULL || visit == NULL)
		return FM_E_ARGUMENT;
	if (pool->state.strategy->walk == NULL)
		return FM_E_UNSUPPORTED;
	return pool->state.strategy->walk(&pool->state, visit, context);
}

fm_status fm_pool_resize(fm_pool *pool, void *block, size_t size, fm_refusal *why)
{
	size_t at_most = 0;

	if (pool == NULL || block == NULL || size == 0)
		return fm_pool_refuse_arguments(pool, size, 0, NULL, why);

	fm_status status = FM_E_UNSUPPORTED;

	if (pool->state.strategy->resize != NULL)
		status = pool->state.strategy->resize(&pool->state, (uintptr_t)block, size, &at_most);
	if (status == FM_OK)
		return FM_OK;
	fm_pool_part_of(&pool->state)->refused += at_most != 0; /* else the block is none: misuse, not a request */
	return fm_pool_refuse_as(pool, status, size, 0, at_most, why);
}

fm_status fm_pool_trim(fm_pool *pool, size_t keep, size_t *trimmed)
{
	if (pool == NULL)
		return FM_E_ARGUMENT;
	if (pool->state.strategy->trim == NULL)
		return FM_E_UNSUPPORTED;

	size_t bytes = pool->state.strategy->trim(&pool->state, keep);

	if (trimmed != NULL)
		*trimmed = bytes;
	return FM_OK;
}

fm_status fm_pool_check(const fm_pool *pool)
{
	if (pool == NULL)
		return FM_E_ARGUMENT;
	return pool->state.strategy->check(&pool->state);
}

/* ==== lib/pool/calls.c ==== */
/** @file
 * The calls that run often: judge the handle, then one jump into the strategy. */

void *fm_pool_alloc(fm_pool *pool, size_t size)
{
	if (FM_UNLIKELY(pool == NULL))
		return NULL;
	return pool->state.calls.take(&pool->state, size);
}

void *fm_pool_alloc_aligned(fm_pool *pool, size_t size, size_t align)
{
	if (FM_UNLIKELY(pool == NULL))
		return NULL;
	return pool->state.calls.take_aligned(&pool->state, size, align);
}

fm_status fm_pool_free(fm_pool *pool, void *block)
{
	if (FM_UNLIKELY(pool == NULL))
		return FM_E_ARGUMENT;
	if (FM_UNLIKELY(block == NULL))
		return FM_OK;
	return pool->state.calls.give(&pool->state, (uintptr_t)block);
}

fm_status fm_pool_acquire(fm_pool *pool, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	if (FM_UNLIKELY(pool == NULL || out == NULL))
		return fm_pool_refuse_arguments(pool, size, align, out, why);
	return pool->state.calls.lend(&pool->state, size, align, out, why);
}

fm_acquired fm_pool_acquire_value(fm_pool *pool, size_t size, size_t align)
{
	fm_acquired acquired = { .status = FM_E_ARGUMENT };

	if (FM_LIKELY(pool != NULL))
		acquired.status = pool->state.calls.lend(&pool->state, size, align, &acquired.buffer, NULL);
	return acquired;
}

fm_status fm_pool_release(fm_pool *pool, uint64_t token)
{
	if (FM_UNLIKELY(pool == NULL))
		return FM_E_ARGUMENT;
	return pool->state.calls.take_back(&pool->state, token);
}

fm_status fm_pool_buffer(const fm_pool *pool, uint64_t token, fm_buffer *out)
{
	if (pool == NULL || out == NULL)
		return FM_E_ARGUMENT;
	return pool->state.strategy->find(&pool->state, token, out);
}

fm_status fm_pool_reset(fm_pool *pool)
{
	if (pool == NULL)
		return FM_E_ARGUMENT;
	if (fm_strategy_lent(&pool->state) != 0)
		return FM_E_BUSY;

	pool->state.strategy->reset(&pool->state);
	return FM_OK;
}

/* ==== lib/pool/choose.c ==== */
/** @file
 * What options leave to the platform: the region, where they have wants, and the strategy, where they name none. */

/** A want of a pool: in one piece its capacity, at its alignment, in memory that the CPU has pointers to unless the strategy has none. */
static void ask_for_pool(const fm_pool_plan *plan, fm_want *want)
{
	const fm_strategy *strategy = plan->options.strategy == NULL ? NULL : fm_strategy_find(plan->options.strategy);
	size_t capacity = plan->options.capacity > SIZE_MAX - FM_POOL_ALIGN ? SIZE_MAX : FM_POOL_ROUND(plan->options.capacity);

	if (strategy == NULL || (strategy->nature & FM_STRATEGY_ADDRESSES) == 0)
		want->must |= FM_WANT_ADDRESS | FM_WANT_MAPPED;
	if (want->bytes < capacity)
		want->bytes = capacity;
	if (want->align < fm_pool_storage_align(plan))
		want->align = fm_pool_storage_align(plan);
}

/** The first region of the wants that has room becomes the options'. */
static fm_status choose_region(fm_pool_plan *plan, fm_refusal *refusal)
{
	fm_pool_options *options = &plan->options;
	fm_resolution found = FM_STRUCT(fm_resolution);
	fm_want want;
	fm_status last = FM_OK, status;

	plan->at_fault = options->region != NULL ? "options.region" : "options.space";
	if (options->region != NULL || options->space == NULL)
		return FM_E_UNSUPPORTED;
	plan->at_fault = NULL;
	for (uint32_t i = 0; (status = fm_want_parse(options->wants, FM_TEXT, i, &want, NULL)) == FM_OK; i++) {
		ask_for_pool(plan, &want);
		last = fm_space_resolve(options->space, &want, 1, &found, refusal);
		if (last == FM_OK) { /* it asks for an alignment, so for a region */
			options->region = found.id;
			return FM_OK;
		}
	}
	if (status == FM_E_NOT_FOUND)
		return last;
	plan->at_fault = "options.wants";
	return status;
}

/** What the platform advises for the region; else what serves any size. */
static void choose_strategy(fm_pool_plan *plan)
{
	const fm_profile *profile = fm_space_profile(plan->options.space);
	fm_region region = FM_STRUCT(fm_region);

	if (fm_profile_region_find(profile, plan->options.region, &region) != FM_OK)
		return;
	if (fm_profile_strategy(profile, fm_region_kind_name(region.kind), &plan->advice) != FM_OK)
		(void)fm_profile_strategy(profile, NULL, &plan->advice);
}

fm_status fm_pool_choose(fm_pool_plan *plan, fm_refusal *refusal)
{
	fm_status status = plan->options.wants == NULL ? FM_OK : choose_region(plan, refusal);

	if (status == FM_OK && plan->options.strategy == NULL && plan->options.block_size == 0 && plan->options.region != NULL && plan->options.space != NULL)
		choose_strategy(plan);
	return status;
}

/* ==== lib/pool/close.c ==== */
/** @file
 * References, and how a pool ends: strictly, by its one owner, or leniently, when nothing needs it any more. */

fm_pool *fm_pool_ref(fm_pool *pool)
{
	if (pool != NULL)
		FM_ATOMIC_ADD(&fm_pool_part_of(&pool->state)->references, 1);
	return pool;
}

void fm_pool_destroy(fm_pool *pool)
{
	fm_pool_part *original = fm_pool_part_of(&pool->state);
	fm_pool_part part = *original; /* the original lies in what is given back */

	if (pool->state.strategy->stop != NULL)
		pool->state.strategy->stop(&pool->state);
	if (part.space != NULL)
		fm_space_give_back(part.space, &original->reservation);

	if (part.obtained != NULL)
		part.provider.give_back(part.provider.user, part.obtained, part.obtained_bytes, part.obtained_align);
	if (part.provider.drop != NULL)
		part.provider.drop(part.provider.user);
	fm_space_unref(part.space);
}

/** take_back() of a pool without references: the last buffer takes the pool along. */
static fm_status take_back_and_close(fm_strategy_state *state, uint64_t token)
{
	fm_status status = state->strategy->calls.take_back(state, token);

	if (status == FM_OK && fm_strategy_lent(state) == 0)
		fm_pool_destroy((fm_pool *)state);
	return status;
}

void fm_pool_unref(fm_pool *pool)
{
	if (pool == NULL || FM_ATOMIC_ADD(&fm_pool_part_of(&pool->state)->references, UINT32_MAX) != 0)
		return;

	if (fm_strategy_lent(&pool->state) == 0)
		fm_pool_destroy(pool);
	else
		pool->state.calls.take_back = take_back_and_close;
}

fm_status fm_pool_close(fm_pool *pool)
{
	if (pool == NULL)
		return FM_E_ARGUMENT;
	if (FM_ATOMIC_LOAD(&fm_pool_part_of(&pool->state)->references) != 1 || fm_strategy_out(&pool->state) != 0)
		return FM_E_BUSY;

	fm_pool_destroy(pool);
	return FM_OK;
}

/* ==== lib/pool/combinations.c ==== */
/** @file
 * What may be combined with what: storage x strategy x mode x sharing, as data. What is not here is refused when a pool is opened. */

#define BIT(number) (1u << (number))

/** Rows of strategies that can less or more than the others, by name; the last row is for all others, "own" too. */
static const fm_combination combinations[] = {
	{ NULL, FM_STORAGE_CALLER | FM_STORAGE_PROVIDER | FM_STORAGE_REGION, BIT(FM_MODE_RAW), BIT(FM_SHARING_ONE_THREAD) },
};

/** Bytes of the struct in the first release. */
#define STRATEGY_INFO_FIRST_SIZE (offsetof(fm_strategy_info, reserved) + sizeof(uint32_t))

const fm_combination *fm_combination_of(const fm_strategy *strategy)
{
	const fm_combination *row = combinations;

	while (row->strategy != NULL && row->strategy != strategy)
		row++;
	return row;
}

/** True iff the bit of a number is set; numbers past the bits have none. */
static int has(uint32_t bits, uint32_t number)
{
	return number < 32 && (bits >> number & 1) != 0;
}

fm_status fm_combination_judge(const fm_combination *row, const fm_pool_options *options, int with_storage, const char **at_fault)
{
	fm_storages storage = FM_STORAGE_PROVIDER;
	const char *storage_option = "options.provider";

	if (options->region != NULL || options->space != NULL) {
		storage = FM_STORAGE_REGION;
		storage_option = "options.region";
	} else if (options->storage != NULL) {
		storage = FM_STORAGE_CALLER;
		storage_option = "options.storage";
	}

	const char *wrong = !has(row->modes, options->mode) ? "options.mode" : !has(row->sharings, options->sharing) ? "options.sharing" : NULL;

	if (wrong == NULL && with_storage && (row->storages & storage) == 0)
		wrong = storage_option;
	if (wrong == NULL)
		return FM_OK;
	*at_fault = wrong;
	return FM_E_UNSUPPORTED;
}

fm_status fm_strategy_get_info(size_t index, fm_strategy_info *out)
{
	const fm_strategy *strategy = fm_strategy_at(index);
	fm_status status = fm_abi_check(out, STRATEGY_INFO_FIRST_SIZE);

	if (status != FM_OK)
		return status;
	if (strategy == NULL && (index == 0 || fm_strategy_at(index - 1) != NULL))
		strategy = &fm_strategy_own;
	if (strategy == NULL)
		return FM_E_NOT_FOUND;

	const fm_combination *row = fm_combination_of(strategy);
	fm_strategy_info known = { .name = strategy->name, .storages = row->storages, .modes = row->modes, .sharings = row->sharings };

	fm_abi_export(out, &known, sizeof known);
	return FM_OK;
}
#undef BIT
#undef STRATEGY_INFO_FIRST_SIZE

/* ==== lib/pool/explain.c ==== */
/** @file
 * Why a pool says no. Asked before or after the fact, the same words: a refusal is the explanation of the present state. */

/** A region does not grow: where it could not hold a pool for the request, only a smaller one helps, the largest that the empty pool grants. */
static void stay_in_region(const fm_pool *pool, fm_request request, size_t align, fm_refusal *what)
{
	fm_refusal any = { .struct_size = sizeof any };

	pool->state.strategy->explain(&pool->state, (fm_strategy_kind)request, SIZE_MAX, align, &any);
	what->help = any.help;
	what->help_bytes = any.help_bytes;
}

void fm_pool_explain_request(const fm_pool *pool, fm_request request, size_t size, size_t align, fm_refusal *what)
{
	const fm_pool_part *part = fm_pool_part_of(&pool->state);

	pool->state.strategy->explain(&pool->state, (fm_strategy_kind)request, size, align, what);
	memcpy(what->subject, part->name, sizeof what->subject);
	if (what->status == FM_E_ARGUMENT)
		what->help = FM_HELP_OTHER;

	if (what->help == FM_HELP_ENLARGE && fm_pool_exceeds_region(pool, what->help_bytes))
		stay_in_region(pool, request, align, what);
	/* The strategy counts in blocks; the caller's storage also holds what lies before them. */
	if (what->help == FM_HELP_ENLARGE && what->help_bytes <= UINT64_MAX - part->overhead)
		what->help_bytes += part->overhead;
}

FM_COLD fm_status fm_pool_refuse(fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *why)
{
	fm_refusal what = { .struct_size = sizeof what };

	fm_pool_part_of(state)->refused++;
	fm_pool_explain_request((const fm_pool *)state, (fm_request)kind, size, align, &what);
	return fm_refuse(why, &what);
}

FM_COLD fm_status fm_pool_refuse_arguments(const fm_pool *pool, size_t size, size_t align, const fm_buffer *out, fm_refusal *why)
{
	fm_refusal what = { .status = FM_E_ARGUMENT, .help = FM_HELP_OTHER, .asked = size, .align = align };

	(void)out;
	if (pool != NULL)
		memcpy(what.subject, fm_pool_part_of(&pool->state)->name, sizeof what.subject);
	return fm_refuse(why, &what);
}

FM_COLD fm_status fm_pool_refuse_as(const fm_pool *pool, fm_status status, size_t size, size_t align, size_t largest, fm_refusal *why)
{
	fm_refusal what = { .struct_size = sizeof what };

	fm_pool_explain_request(pool, FM_REQUEST_BLOCK, size, align, &what);
	what.status = status;
	what.largest = what.help_bytes = largest;
	what.help = largest == 0 ? FM_HELP_OTHER : FM_HELP_ASK_LESS;
	return fm_refuse(why, &what);
}

fm_status fm_pool_explain(const fm_pool *pool, fm_request request, size_t size, size_t align, fm_refusal *why)
{
	fm_refusal what = { .struct_size = sizeof what };

	if (pool == NULL)
		return fm_pool_refuse_arguments(pool, size, align, NULL, why);
	if (request > FM_REQUEST_TOP_BLOCK || ((request & FM_STRATEGY_TOP) != 0 && pool->state.strategy->take_top == NULL))
		return fm_pool_refuse_as(pool, FM_E_UNSUPPORTED, size, align, 0, why);

	fm_pool_explain_request(pool, request, size, align, &what);
	return what.status == FM_OK ? FM_OK : fm_refuse(why, &what);
}

/* ==== lib/pool/footprint.c ==== */
/** @file
 * What a pool will cost, before there is one. */

fm_status fm_pool_footprint(const fm_pool_options *options, size_t count, size_t *bytes)
{
	fm_refusal refusal = FM_STRUCT(fm_refusal);
	fm_pool_plan plan;
	fm_pool_layout layout;

	if (options == NULL || bytes == NULL)
		return FM_E_ARGUMENT;

	fm_status status = fm_pool_read_options(options, &plan, &refusal);

	if (status != FM_OK)
		return status;

	int inside = plan.options.control == NULL;

	status = fm_pool_lay_out(&plan, count, 0, inside, &layout);
	if (status != FM_OK)
		return status;

	/* Storage is aligned to FM_POOL_ALIGN, no more: in the worst place this many bytes lie before the first block. */
	size_t worst = fm_pool_storage_align(&plan) - FM_POOL_ALIGN;
	size_t blocks = layout.end - layout.blocks;
	size_t before = inside ? layout.control : 0;

	if (worst > SIZE_MAX - before || blocks > SIZE_MAX - before - worst)
		return FM_E_RANGE;
	*bytes = before + worst + blocks;
	return FM_OK;
}

fm_status fm_pool_control_size(const fm_pool_options *options, size_t count, size_t *bytes)
{
	fm_refusal refusal = FM_STRUCT(fm_refusal);
	fm_pool_plan plan;
	fm_pool_layout layout;

	if (options == NULL || bytes == NULL)
		return FM_E_ARGUMENT;

	fm_status status = fm_pool_read_options(options, &plan, &refusal);

	if (status == FM_OK)
		status = fm_pool_lay_out(&plan, count, 0, 0, &layout);
	if (status == FM_OK)
		*bytes = layout.control;
	return status;
}

/* ==== lib/pool/frame.c ==== */
/** @file
 * Frames: the planes of a format, one after the other in one buffer. */
/** @file
 * How frames are laid out, for frames of a pool and for chains. */
#ifndef FLIGHTMEM_POOL_FRAME_H
#define FLIGHTMEM_POOL_FRAME_H

/** A frame without memory, and where its planes begin. */
typedef struct fm_frame_layout {
	fm_frame frame;
	size_t offset[FM_FRAME_PLANES]; /**< bytes from the first of the frame */
} fm_frame_layout;

/** fm_frame_describe() with the offsets. */
fm_status fm_frame_lay_out(const fm_plane_options *options, fm_frame_layout *out);

/** The frame of a layout whose first byte is at `memory`. */
void fm_frame_put(const fm_frame_layout *layout, void *memory, fm_frame *out);

#endif
/** @file
 * How planes are laid out, for planes and for frames of several. */
#ifndef FLIGHTMEM_POOL_PLANE_H
#define FLIGHTMEM_POOL_PLANE_H

/**
 * Reads options and judges them, all but the format; the default alignment is filled in.
 *
 * Returns FM_OK; FM_E_ARGUMENT, FM_E_UNSUPPORTED (a flag), FM_E_ALIGNMENT, FM_E_ABI_SIZE, FM_E_ABI_FIELD as fm_plane_describe().
 */
fm_status fm_plane_read_options(const fm_plane_options *options, fm_plane_options *known);

/**
 * Lays a plane of judged options out, without memory, and gives its bytes, which `buffer.len` holds only where a size_t does.
 *
 * @param known   width, height and format may be another plane's of the same frame; the format is one of one plane
 */
uint64_t fm_plane_lay_out(const fm_plane_options *known, uint32_t width, uint32_t height, fm_pixel_format format, fm_plane *out);

#endif

/** What a plane of a frame is. */
typedef struct plane_kind {
	fm_pixel_format format;
	uint32_t halved; /**< both sides are half the frame's, rounded up */
} plane_kind;

/** Plane `index` of a format. */
static plane_kind kind_of(fm_pixel_format format, uint32_t index)
{
	switch (format) {
	case FM_PIXEL_I420:
		return (plane_kind){ FM_PIXEL_GREY8, index != 0 };
	case FM_PIXEL_NV12:
		return (plane_kind){ index == 0 ? FM_PIXEL_GREY8 : FM_PIXEL_UV88, index != 0 };
	default:
		return (plane_kind){ format, 0 };
	}
}

/** Where plane `index` begins, at `end` or after it. */
static uint64_t place_plane(const fm_plane_options *known, uint32_t index, uint64_t end)
{
	uint64_t at = (end + (known->row_align - 1)) & ~(uint64_t)(known->row_align - 1);

	/* Quarters are multiples of every alignment that goes with the flag. */
	if ((known->flags & FM_PLANE_SPREAD) != 0)
		at += (index * (FM_PLANE_ALIAS / 4) - at) % FM_PLANE_ALIAS;
	return at;
}

fm_status fm_frame_lay_out(const fm_plane_options *options, fm_frame_layout *out)
{
	fm_plane_options known;
	uint64_t end = 0;
	fm_status status = fm_plane_read_options(options, &known);

	if (status != FM_OK)
		return status;

	uint32_t count = fm_pixel_planes(known.format);

	if (count == 0)
		return FM_E_UNSUPPORTED;

	memset(out, 0, sizeof *out);
	for (uint32_t i = 0; i < count; i++) {
		plane_kind kind = kind_of(known.format, i);
		uint64_t at = place_plane(&known, i, end);
		uint32_t width = (known.width + kind.halved) >> kind.halved, height = (known.height + kind.halved) >> kind.halved;

		end = at + fm_plane_lay_out(&known, width, height, kind.format, &out->frame.plane[i]);
		if (end > SIZE_MAX)
			return FM_E_RANGE;
		out->offset[i] = (size_t)at;
	}
	out->frame.buffer.len = (size_t)end;
	out->frame.count = count;
	return FM_OK;
}

void fm_frame_put(const fm_frame_layout *layout, void *memory, fm_frame *out)
{
	*out = layout->frame;
	out->buffer.data = memory;
	for (uint32_t i = 0; i < layout->frame.count; i++)
		out->plane[i].buffer.data = (unsigned char *)memory + layout->offset[i];
}

fm_status fm_frame_describe(const fm_plane_options *options, fm_frame *out)
{
	fm_frame_layout layout;
	fm_status status = out == NULL ? FM_E_ARGUMENT : fm_frame_lay_out(options, &layout);

	if (status == FM_OK)
		*out = layout.frame;
	return status;
}

fm_status fm_frame_acquire(fm_pool *pool, const fm_plane_options *options, fm_frame *out, fm_refusal *why)
{
	fm_frame_layout layout;
	fm_buffer buffer;
	fm_status status = pool == NULL || out == NULL ? FM_E_ARGUMENT : fm_frame_lay_out(options, &layout);

	if (status != FM_OK)
		return fm_refuse(why, &(fm_refusal){ .status = status, .help = FM_HELP_OTHER });

	status = fm_pool_acquire(pool, layout.frame.buffer.len, layout.frame.plane[0].row_align, &buffer, why);
	if (status == FM_OK) {
		fm_frame_put(&layout, buffer.data, out);
		out->buffer.token = buffer.token;
	}
	return status;
}

fm_status fm_frame_release(fm_pool *pool, const fm_frame *frame)
{
	return frame == NULL ? FM_E_ARGUMENT : fm_pool_release(pool, frame->buffer.token);
}

/* ==== lib/pool/frames.c ==== */
/** @file
 * Chains of frames at work: acquire, present, cancel, latest. */
/** @file
 * What a chain of frames is made of.
 *
 * Each frame has one owner: the producer (`back`), the consumer (`front`), or `middle`, the one word that both move. Whoever takes what is
 * in `middle` puts his own there in the same step:
 *
 *     three frames:  present: back <-> middle, now FRESH            latest, if middle is FRESH: front <-> middle
 *     two frames:    acquire, if middle is not FRESH: back <- middle, which has NONE      present, latest: as above
 *
 * With NONE in it, or a frame that is not FRESH, only the producer moves `middle`; with a FRESH one of two frames, only the consumer. So
 * no exchange can fail, and none is tried twice. */
#ifndef FLIGHTMEM_POOL_FRAMES_H
#define FLIGHTMEM_POOL_FRAMES_H

/** Frames of a chain, at most. */
#define FM_FRAMES_DEPTH_MAX 3

/** No frame, in `middle` and `back`. */
#define FM_FRAMES_NONE 3u

/** In `middle`: the frame was presented, and not looked at yet. */
#define FM_FRAMES_FRESH 4u

/** One frame of a chain. */
typedef struct fm_frames_slot {
	void *data;
	uint64_t token;
	uint64_t number; /**< of the frame whose pixels are in it, 0: unspecified. Its owner's */
} fm_frames_slot;

struct fm_frames {
	fm_frame_layout layout;
	fm_frames_slot slots[FM_FRAMES_DEPTH_MAX];
	fm_pool *pool;
	uint64_t control_token; /**< of the buffer that this lies in; 0: it lies in the caller's bytes */
	uint64_t given;         /**< the highest number that a frame to draw on has had; the producer's */
	uint64_t presented;     /**< how many frames; the producer's */
	uint32_t back;          /**< the producer's frame, or NONE */
	uint32_t drawing;       /**< 1: `back` is acquired; the producer's */
	uint32_t front;         /**< the consumer's frame */
	uint32_t middle;        /**< the frame that is neither's, or NONE; FRESH may be added */
	uint32_t references;
	uint32_t depth;
	uint32_t clear;
};

FM_STATIC_ASSERT(sizeof(struct fm_frames) <= FM_FRAMES_CONTROL_BYTES, "raise FM_FRAMES_CONTROL_BYTES");

#endif
/** @file
 * One exchange of a word, between threads where the platform can, in one thread where it can't. */
#ifndef FLIGHTMEM_BASE_EXCHANGE_H
#define FLIGHTMEM_BASE_EXCHANGE_H

/** Puts `value` into `*at` and gives what was there; what was written before is seen by who reads it next. */
static inline uint32_t fm_exchange(uint32_t *at, uint32_t value)
{
#if FM_HAS_ATOMICS
	return FM_ATOMIC_EXCHANGE(at, value);
#else
	uint32_t before = *at;

	*at = value;
	return before;
#endif
}

#endif

/** Frame `index` as it is handed out. */
static void hand_out(const fm_frames *frames, uint32_t index, uint64_t number, fm_frame *out)
{
	fm_frame_put(&frames->layout, frames->slots[index].data, out);
	out->index = index;
	out->number = number;
	out->content = frames->slots[index].number;
}

/** Makes sure that the producer has a frame. Returns false iff there is none for it. */
static int take_back_frame(fm_frames *frames)
{
	if (frames->back != FM_FRAMES_NONE)
		return 1;

	uint32_t middle = FM_ATOMIC_LOAD(&frames->middle);

	if ((middle & FM_FRAMES_FRESH) != 0)
		return 0;
	FM_ATOMIC_STORE(&frames->middle, FM_FRAMES_NONE);
	frames->back = middle;
	return 1;
}

fm_status fm_frames_acquire(fm_frames *frames, fm_frame *out)
{
	if (frames == NULL || out == NULL)
		return FM_E_ARGUMENT;
	if (frames->drawing)
		return FM_E_BUSY;
	if (!take_back_frame(frames))
		return FM_E_EXHAUSTED;

	fm_frames_slot *slot = &frames->slots[frames->back];

	if (frames->clear) {
		memset(slot->data, 0, frames->layout.frame.buffer.len);
		slot->number = 0;
	}
	frames->drawing = 1;
	frames->given = frames->presented + 1;
	hand_out(frames, frames->back, frames->given, out);
	return FM_OK;
}

/** Judges what the producer hands back. */
static fm_status judge_frame(const fm_frames *frames, const fm_frame *frame)
{
	if (frames == NULL || frame == NULL)
		return FM_E_ARGUMENT;
	if (frame->index >= frames->depth || frame->buffer.data != frames->slots[frame->index].data)
		return FM_E_FOREIGN;
	if (frame->number == 0 || frame->number > frames->given)
		return FM_E_FOREIGN;
	/* The number of a cancelled frame is given again: what was cancelled is known by it until then only, and is the same frame. */
	return frames->drawing && frame->index == frames->back && frame->number > frames->presented ? FM_OK : FM_E_STALE;
}

fm_status fm_frames_present(fm_frames *frames, const fm_frame *frame)
{
	fm_status status = judge_frame(frames, frame);

	if (status != FM_OK)
		return status;

	frames->slots[frames->back].number = ++frames->presented;
	frames->back = fm_exchange(&frames->middle, frames->back | FM_FRAMES_FRESH) & ~FM_FRAMES_FRESH;
	frames->drawing = 0;
	return FM_OK;
}

fm_status fm_frames_cancel(fm_frames *frames, const fm_frame *frame)
{
	fm_status status = judge_frame(frames, frame);

	if (status != FM_OK)
		return status;

	frames->slots[frames->back].number = 0;
	frames->drawing = 0;
	return FM_OK;
}

fm_status fm_frames_latest(fm_frames *frames, fm_frame *out)
{
	if (frames == NULL || out == NULL)
		return FM_E_ARGUMENT;
	if ((FM_ATOMIC_LOAD(&frames->middle) & FM_FRAMES_FRESH) != 0)
		frames->front = fm_exchange(&frames->middle, frames->front) & ~FM_FRAMES_FRESH;

	uint64_t number = frames->slots[frames->front].number;

	if (number == 0)
		return FM_E_NOT_FOUND;
	hand_out(frames, frames->front, number, out);
	return FM_OK;
}

/* ==== lib/pool/frames_open.c ==== */
/** @file
 * How a chain of frames begins and ends: every buffer of it is taken at once, and given back at once. */

/** Bytes of fm_frames_options in the first release. */
#define FRAMES_OPTIONS_FIRST_SIZE (offsetof(fm_frames_options, reserved) + sizeof(uint32_t))

/** Judges the place of the control block. */
static fm_status judge_control(const fm_frames_options *known, fm_refusal *refusal)
{
	if (known->control == NULL)
		return FM_OK;
	if ((uintptr_t)known->control % FM_POOL_ALIGN != 0) {
		refusal->help = FM_HELP_ALIGN;
		refusal->help_bytes = FM_POOL_ALIGN;
		return FM_E_ALIGNMENT;
	}
	if (known->control_size < sizeof(fm_frames)) {
		refusal->help = FM_HELP_ENLARGE;
		refusal->help_bytes = sizeof(fm_frames);
		return FM_E_TOO_LARGE;
	}
	return FM_OK;
}

/** Reads and judges what fm_frame_describe() does not, and fills defaults in. */
static fm_status read_frames_options(const fm_frames_options *options, fm_frames_options *known, fm_refusal *refusal)
{
	fm_status status = fm_abi_import(known, sizeof *known, FRAMES_OPTIONS_FIRST_SIZE, options);

	if (status != FM_OK)
		return status;
	if (known->depth == 0)
		known->depth = FM_FRAMES_DEPTH_MAX;
	if (known->pool == NULL)
		return FM_E_ARGUMENT;
	if (known->depth < 2 || known->depth > FM_FRAMES_DEPTH_MAX || known->clear > 1 || known->sharing > (FM_HAS_ATOMICS ? FM_FRAMES_TWO_THREADS : 0u))
		return FM_E_UNSUPPORTED;
	if (known->reserved != 0)
		return FM_E_ABI_FIELD;
	return judge_control(known, refusal);
}

/** Gives back the first `count` frames, the last one first. */
static void release_frames(const fm_frames *frames, uint32_t count)
{
	while (count > 0)
		(void)fm_pool_release(frames->pool, frames->slots[--count].token);
}

/** Takes every frame from the pool, or none. */
static fm_status acquire_frames(fm_frames *frames, fm_refusal *why)
{
	const fm_frame *frame = &frames->layout.frame;

	for (uint32_t i = 0; i < frames->depth; i++) {
		fm_buffer buffer;
		fm_status status = fm_pool_acquire(frames->pool, frame->buffer.len, frame->plane[0].row_align, &buffer, why);

		if (status != FM_OK) {
			release_frames(frames, i);
			return status;
		}
		frames->slots[i] = (fm_frames_slot){ .data = buffer.data, .token = buffer.token };
	}
	return FM_OK;
}

/** Begins a chain at `memory`, without frames. */
static fm_frames *begin_frames(const fm_frames_options *known, const fm_frame_layout *layout, void *memory, uint64_t token)
{
	fm_frames *frames = memory;

	memset(frames, 0, sizeof *frames);
	frames->layout = *layout;
	frames->pool = known->pool;
	frames->control_token = token;
	frames->depth = known->depth;
	frames->clear = known->clear;
	frames->references = 1;
	/* The consumer owns frame 0, of which it is told nothing before another one came. */
	frames->middle = 1;
	frames->back = known->depth == FM_FRAMES_DEPTH_MAX ? 2 : FM_FRAMES_NONE;
	return frames;
}

/** Takes control block and frames. */
static fm_status build_frames(const fm_frames_options *known, const fm_frame_layout *layout, fm_frames **out, fm_refusal *why)
{
	fm_buffer control = { .data = known->control };
	fm_status status = FM_OK;

	if (known->control == NULL)
		status = fm_pool_acquire(known->pool, sizeof(fm_frames), FM_POOL_ALIGN, &control, why);
	if (status != FM_OK)
		return status;

	fm_frames *frames = begin_frames(known, layout, control.data, control.token);

	status = acquire_frames(frames, why);
	if (status == FM_OK) {
		fm_pool_ref(known->pool);
		*out = frames;
	} else if (control.token != 0) {
		(void)fm_pool_release(known->pool, control.token);
	}
	return status;
}

fm_status fm_frames_open(const fm_frames_options *options, fm_frames **out, fm_refusal *why)
{
	fm_frames_options known;
	fm_frame_layout layout;
	fm_refusal refusal = { .help = FM_HELP_OTHER };
	fm_status status = out == NULL ? FM_E_ARGUMENT : read_frames_options(options, &known, &refusal);

	if (status == FM_OK) {
		fm_plane_options plane = { sizeof plane, known.width, known.height, known.format, known.row_align, known.flags, known.over_read };

		status = fm_frame_lay_out(&plane, &layout);
	}
	if (status != FM_OK) {
		refusal.status = status;
		return fm_refuse(why, &refusal);
	}
	return build_frames(&known, &layout, out, why);
}

fm_frames *fm_frames_ref(fm_frames *frames)
{
	if (frames != NULL)
		FM_ATOMIC_ADD(&frames->references, 1);
	return frames;
}

/** Gives the chain's buffers and its reference back. The chain may lie in one of them. */
static void end_frames(fm_frames *frames)
{
	fm_pool *pool = frames->pool;
	uint64_t control = frames->control_token;

	release_frames(frames, frames->depth);
	if (control != 0)
		(void)fm_pool_release(pool, control);
	fm_pool_unref(pool);
}

void fm_frames_unref(fm_frames *frames)
{
	if (frames != NULL && FM_ATOMIC_ADD(&frames->references, UINT32_MAX) == 0)
		end_frames(frames);
}

fm_status fm_frames_close(fm_frames *frames)
{
	if (frames == NULL)
		return FM_E_ARGUMENT;
	if (FM_ATOMIC_LOAD(&frames->references) != 1 || frames->drawing)
		return FM_E_BUSY;

	end_frames(frames);
	return FM_OK;
}
#undef FRAMES_OPTIONS_FIRST_SIZE

/* ==== lib/pool/host.c ==== */
/** @file
 * What a strategy asks of its pool: to say no, and, where it grows, for memory from the pool's provider. */

static fm_status obtain(fm_strategy_state *state, size_t size, size_t align, void **out)
{
	const fm_pool_part *part = fm_pool_part_of(state);

	if (part->sealed)
		return FM_E_EXHAUSTED;
	return part->provider.obtain == NULL ? FM_E_NO_MEMORY : part->provider.obtain(part->provider.user, size, align, out);
}

static void give_back(fm_strategy_state *state, void *memory, size_t size, size_t align)
{
	const fm_memory_provider *provider = &fm_pool_part_of(state)->provider;

	provider->give_back(provider->user, memory, size, align);
}

const fm_strategy_host fm_pool_host = { fm_pool_refuse, obtain, give_back };

/* ==== lib/pool/layout.c ==== */
/** @file
 * Where the parts of a pool lie, and so what a number of blocks costs and how many blocks some bytes hold: one sum, read both ways. */

/** Adds `n` to `*sum`; false iff the sum would exceed SIZE_MAX, and then `*sum` stays. */
static int add_part(size_t *sum, size_t n)
{
	if (n > SIZE_MAX - *sum)
		return 0;
	*sum += n;
	return 1;
}

/** Rounds `*n` up to FM_POOL_ALIGN; false iff that exceeds SIZE_MAX. */
static int round_part(size_t *n)
{
	return add_part(n, (0 - *n) & (FM_POOL_ALIGN - 1));
}

size_t fm_pool_storage_align(const fm_pool_plan *plan)
{
	return plan->wish.alignment > FM_POOL_ALIGN ? plan->wish.alignment : FM_POOL_ALIGN;
}

fm_status fm_pool_lay_out(const fm_pool_plan *plan, size_t count, uintptr_t at, int control_inside, fm_pool_layout *out)
{
	fm_strategy_bytes bytes;
	fm_pool_layout layout = { .control = FM_POOL_HEAD(plan->strategy->state_bytes) };

	if (plan->strategy->measure(&plan->wish, count, &bytes) != FM_OK || !round_part(&bytes.records) || !add_part(&layout.control, bytes.records))
		return FM_E_RANGE;

	layout.blocks = control_inside ? layout.control : 0;
	if (!add_part(&layout.blocks, (0 - (at + layout.blocks)) & (fm_pool_storage_align(plan) - 1)))
		return FM_E_RANGE;

	layout.end = layout.blocks;
	if (!add_part(&layout.end, bytes.blocks))
		return FM_E_RANGE;
	*out = layout;
	return FM_OK;
}

static int room_holds(const fm_pool_plan *plan, const fm_pool_room *room, size_t count)
{
	fm_pool_layout layout;

	if (fm_pool_lay_out(plan, count, room->at, room->control_inside, &layout) != FM_OK)
		return 0;
	return layout.end <= room->bytes && (room->control_inside || layout.control <= room->control);
}

/** Halves the doubt until one number is left: a block takes a byte at least, and more blocks never take less. */
size_t fm_pool_fit(const fm_pool_plan *plan, const fm_pool_room *room)
{
	size_t holds = 0;
	size_t at_most = room->bytes;

	while (holds < at_most) {
		size_t middle = at_most - (at_most - holds) / 2;

		if (room_holds(plan, room, middle))
			holds = middle;
		else
			at_most = middle - 1;
	}
	return holds;
}

/* ==== lib/pool/marks.c ==== */
/** @file
 * Marks: back to where a pool stood, or on from there. */

fm_status fm_pool_mark(fm_pool *pool, fm_mark *mark)
{
	if (pool == NULL || mark == NULL)
		return FM_E_ARGUMENT;
	if (pool->state.strategy->mark == NULL)
		return FM_E_UNSUPPORTED;

	pool->state.strategy->mark(&pool->state, mark);
	return FM_OK;
}

fm_status fm_pool_rewind(fm_pool *pool, const fm_mark *mark)
{
	if (pool == NULL || mark == NULL)
		return FM_E_ARGUMENT;
	if (pool->state.strategy->rewind == NULL)
		return FM_E_UNSUPPORTED;
	return pool->state.strategy->rewind(&pool->state, mark);
}

fm_status fm_pool_retire(fm_pool *pool, const fm_mark *mark)
{
	if (pool == NULL || mark == NULL)
		return FM_E_ARGUMENT;
	if (pool->state.strategy->retire == NULL)
		return FM_E_UNSUPPORTED;
	return pool->state.strategy->retire(&pool->state, mark);
}

/* ==== lib/pool/open.c ==== */
/** @file
 * How a pool begins. */

/** The pool takes its place in the region, and a reference to the space. */
static void take_region(const fm_pool_plan *plan, const fm_pool_place *place, fm_pool_part *part)
{
	part->space = fm_space_ref(plan->options.space);
	part->reservation = place->reservation;
	if (part->space != NULL)
		fm_space_take(part->space, &part->reservation);
}

static const char *name_of(const fm_pool_plan *plan)
{
	if (plan->options.name != NULL)
		return plan->options.name;
	return plan->options.region != NULL ? plan->options.region : plan->strategy->name;
}

/** Builds the pool at its place. Nothing here can fail. */
static fm_pool *build_pool(const fm_pool_plan *plan, const fm_pool_place *place)
{
	fm_pool *pool = (fm_pool *)(void *)place->control;
	size_t head = FM_POOL_HEAD(plan->strategy->state_bytes);
	fm_refusal named;

	memset(pool, 0, head);
	pool->state.calls = plan->strategy->calls;
	pool->state.strategy = plan->strategy;
	pool->state.host = &fm_pool_host;
	pool->state.alignment = plan->wish.alignment;
	plan->strategy->start(&pool->state, &plan->wish, place->count, place->control + head, place->blocks);

	fm_pool_part *part = fm_pool_part_of(&pool->state);

	part->references = 1;
	part->blocks = place->blocks;
	part->control_bytes = place->control_bytes;
	part->overhead = place->overhead;
	part->obtained = place->obtained;
	part->obtained_bytes = place->obtained_bytes;
	part->obtained_align = place->obtained_align;
	part->provider = plan->provider;
	take_region(plan, place, part);
	fm_refusal_set_subject(&named, name_of(plan));
	memcpy(part->name, named.subject, sizeof part->name);
	return pool;
}

/** What is wrong, if that is not named already: an option, a strategy's name; else who refused, the pool. */
static void name_refuser(const fm_pool_plan *plan, fm_refusal *refusal)
{
	if (refusal->subject[0] != '\0')
		return;
	if (plan->at_fault != NULL)
		fm_refusal_set_subject(refusal, plan->at_fault);
	else if (refusal->status == FM_E_NOT_FOUND)
		fm_refusal_set_quoted(refusal, "strategy", plan->options.strategy);
	else
		fm_refusal_set_subject(refusal, name_of(plan));
}

/** Says why there is no pool. */
static FM_COLD fm_status refuse_pool(fm_status status, const fm_pool_plan *plan, fm_refusal *refusal, fm_refusal *why)
{
	refusal->status = status;
	if (plan->options.wants == NULL || refusal->asked < plan->options.capacity) /* a want may ask for more */
		refusal->asked = plan->options.capacity;
	if (refusal->align == 0 || refusal->help != FM_HELP_ALIGN) /* a piece of the pool's may have been asked for at another */
		refusal->align = plan->wish.alignment;
	if (status == FM_E_ALIGNMENT && refusal->help == FM_HELP_NONE) {
		refusal->help = FM_HELP_ALIGN;
		refusal->help_bytes = fm_power_above(plan->wish.alignment, SIZE_MAX / 2 + 1);
	}
	if (refusal->help == FM_HELP_NONE)
		refusal->help = FM_HELP_OTHER;
	name_refuser(plan, refusal);
	return fm_refuse(why, refusal);
}

fm_status fm_pool_open(const fm_pool_options *options, fm_pool **out, fm_refusal *why)
{
	fm_pool_plan plan;
	fm_pool_place place;
	fm_refusal refusal;

	memset(&plan, 0, sizeof plan);
	memset(&refusal, 0, sizeof refusal);
	refusal.struct_size = sizeof refusal;

	plan.at_fault = "out";

	fm_status status = out == NULL ? FM_E_ARGUMENT : fm_pool_read_options(options, &plan, &refusal);

	if (status == FM_OK)
		status = fm_combination_judge(fm_combination_of(plan.strategy), &plan.options, 1, &plan.at_fault);
	if (status == FM_OK)
		status = fm_pool_find_place(&plan, &place, &refusal);
	if (status != FM_OK)
		return refuse_pool(status, &plan, &refusal, why);

	*out = build_pool(&plan, &place);
	return FM_OK;
}

fm_pool *fm_pool_new(size_t bytes)
{
	fm_pool_options options = { .struct_size = sizeof options, .capacity = bytes };
	fm_pool *pool = NULL;

	return fm_pool_open(&options, &pool, NULL) == FM_OK ? pool : NULL;
}

/* ==== lib/pool/options.c ==== */
/** @file
 * A pool's options, of a caller of any age: read, judged, defaults filled in. */

/** Bytes of the structs in the first release. */
#define ADVICE_FIRST_SIZE (offsetof(fm_advice, reason) + sizeof(const char *))
#define POOL_OPTIONS_FIRST_SIZE (offsetof(fm_pool_options, reserved) + sizeof(uint32_t))

/** Bytes of the struct in the first release. */
#define STRATEGY_OPS_FIRST_SIZE (offsetof(fm_strategy_ops, drop) + sizeof(void (*)(void)))

/** Copies the user's table, of any age. */
static fm_status read_ops(fm_pool_plan *plan)
{
	fm_strategy_ops *ops = &plan->ops;

	plan->at_fault = plan->options.strategy != NULL ? "options.strategy" : "options.ops";
	if (plan->options.strategy != NULL)
		return FM_E_ARGUMENT;

	fm_status status = fm_abi_import(ops, sizeof *ops, STRATEGY_OPS_FIRST_SIZE, plan->options.ops);

	if (status != FM_OK)
		return status;
	plan->strategy = &fm_strategy_own;
	plan->wish.ops = ops;
	plan->advice.strategy = fm_strategy_own.name;
	plan->advice.reason = "options.ops brings it";
	if (ops->start == NULL || ops->take == NULL || ops->give == NULL || ops->usage == NULL || (ops->granule & (ops->granule - 1)) != 0)
		return FM_E_ARGUMENT;
	plan->at_fault = NULL;
	return FM_OK;
}

/** Which strategy: the caller's own, the one that is named, that blocks of one size need, that the platform advises; else what serves any size. */
static fm_status find_strategy(fm_pool_plan *plan)
{
	const fm_pool_options *options = &plan->options;
	fm_advice *advice = &plan->advice;

	plan->wish.ops = NULL;
	if (options->ops != NULL)
		return read_ops(plan);
	if (options->strategy != NULL) {
		advice->strategy = options->strategy;
		advice->reason = "options.strategy names it";
	} else if (options->block_size != 0) {
		advice->strategy = "slots";
		advice->reason = "options.block_size: blocks of one size";
	} else if (advice->strategy == NULL || fm_strategy_find(advice->strategy) == NULL) {
		advice->reason = advice->strategy == NULL ? "any size, and no byte of record a block" : "what the platform is advised is not in this library";
		advice->strategy = "arena";
	}
	plan->strategy = fm_strategy_find(advice->strategy);
	return plan->strategy == NULL ? FM_E_NOT_FOUND : FM_OK;
}

static fm_status read_wish(fm_pool_plan *plan, fm_refusal *refusal)
{
	const fm_pool_options *options = &plan->options;
	fm_status status = FM_OK;

	plan->wish.block_size = options->block_size;
	plan->wish.alignment = options->alignment == 0 ? FM_POOL_ALIGN : options->alignment;
	plan->wish.max_buffers = options->max_buffers;
	plan->at_fault = "options.alignment";
	if ((plan->wish.alignment & (plan->wish.alignment - 1)) != 0)
		return FM_E_ALIGNMENT;

	plan->at_fault = NULL;
	if (options->space != NULL || options->wants != NULL)
		status = fm_pool_choose(plan, refusal);
	if (status == FM_OK)
		status = find_strategy(plan);
	return status != FM_OK ? status : plan->strategy->judge(&plan->wish, &plan->at_fault);
}

/** Copies the options, of a caller of any age. */
static fm_status read_pool_options(const fm_pool_options *options, fm_pool_plan *plan)
{
	fm_status status = fm_abi_import(&plan->options, sizeof plan->options, POOL_OPTIONS_FIRST_SIZE, options);

	plan->at_fault = status == FM_E_ABI_SIZE ? "options.struct_size" : "options";
	if (status == FM_OK && plan->options.reserved != 0) {
		plan->at_fault = "options.reserved";
		status = FM_E_ABI_FIELD;
	}
	return status;
}

fm_status fm_pool_read_options(const fm_pool_options *options, fm_pool_plan *plan, fm_refusal *refusal)
{
	fm_status status = read_pool_options(options, plan);

	if (status != FM_OK)
		return status;
	plan->advice = (fm_advice){ .struct_size = sizeof plan->advice };
	status = read_wish(plan, refusal);
	if (status == FM_OK)
		status = fm_combination_judge(fm_combination_of(plan->strategy), &plan->options, 0, &plan->at_fault);
	if (status != FM_OK)
		return status;
	plan->at_fault = "options.provider";
	status = fm_provider_read(plan->options.provider, &plan->provider);
	if (status == FM_OK)
		plan->at_fault = NULL;
	return status;
}

fm_status fm_pool_advice(const fm_pool_options *options, fm_advice *out)
{
	fm_refusal refusal = FM_STRUCT(fm_refusal);
	fm_pool_plan plan;
	fm_status status = fm_abi_check(out, ADVICE_FIRST_SIZE);

	if (status == FM_OK)
		status = fm_pool_read_options(options, &plan, &refusal);
	if (status != FM_OK)
		return status;
	fm_abi_export(out, &plan.advice, sizeof plan.advice);
	return FM_OK;
}
#undef ADVICE_FIRST_SIZE
#undef POOL_OPTIONS_FIRST_SIZE
#undef STRATEGY_OPS_FIRST_SIZE

/* ==== lib/pool/pixel.c ==== */
/** @file
 * Pixel formats: how many bits, how many planes. */

/** Bits of a pixel by format; 0 where a format has more planes than one. Index 0 is no format. */
static const uint8_t format_bits[] = { 0, 32, 16, 16, 8, 4, 2, 1, 32, 16, 8, 16, 32, 128, 0, 0 };

FM_STATIC_ASSERT(sizeof format_bits == FM_PIXEL_NV12 + 1, "every format has its bits");

uint32_t fm_pixel_bits(fm_pixel_format format)
{
	return format < sizeof format_bits ? format_bits[format] : 0;
}

uint32_t fm_pixel_planes(fm_pixel_format format)
{
	switch (format) {
	case FM_PIXEL_I420:
		return 3;
	case FM_PIXEL_NV12:
		return 2;
	default:
		return fm_pixel_bits(format) != 0;
	}
}

/* ==== lib/pool/place.c ==== */
/** @file
 * Where a pool's bytes come from: the caller's storage or the provider's memory. A region: region.c. */

/** The largest alignment with which the room holds a block, where the one wished for exceeds the room; 0 iff it does not, or none. */
static size_t smaller_alignment(const fm_pool_plan *plan, const fm_pool_room *room)
{
	fm_pool_plan less = *plan;

	if (less.wish.alignment <= room->bytes)
		return 0;
	do {
		less.wish.alignment /= 2;
	} while (less.wish.alignment != 0 && fm_pool_fit(&less, room) == 0);
	return less.wish.alignment;
}

/** Too little storage, or capacity: what is there, and which option says so. */
static void refuse_storage(const fm_pool_plan *plan, const fm_pool_room *room, size_t needed, fm_refusal *refusal)
{
	size_t align = smaller_alignment(plan, room);

	refusal->capacity = refusal->available = room->bytes;
	refusal->help = align != 0 ? FM_HELP_ALIGN : FM_HELP_ENLARGE;
	refusal->help_bytes = align != 0 ? align : needed;
	if (align != 0)
		fm_refusal_set_subject(refusal, "options.alignment");
	else
		fm_refusal_set_subject(refusal, plan->options.storage != NULL && room->control_inside ? "options.storage" : "options.capacity");
}

fm_status fm_pool_refuse_room(const fm_pool_plan *plan, const fm_pool_room *room, fm_refusal *refusal)
{
	fm_pool_layout layout;

	if (fm_pool_lay_out(plan, 1, room->at, room->control_inside, &layout) != FM_OK) {
		refusal->help = FM_HELP_OTHER; /* a block that no address space holds: no number helps */
		return FM_E_TOO_LARGE;
	}
	if (room->control_inside || layout.control <= room->control) {
		refuse_storage(plan, room, layout.end, refusal);
		return FM_E_TOO_LARGE;
	}
	refusal->capacity = refusal->available = room->control;
	refusal->help = FM_HELP_ENLARGE;
	refusal->help_bytes = layout.control;
	fm_refusal_set_subject(refusal, "options.control");
	return FM_E_TOO_LARGE;
}

/** Sets what follows from the number of blocks. */
static void set_place(fm_pool_place *place, const fm_pool_layout *layout, unsigned char *storage, void *control)
{
	place->control = control != NULL ? (unsigned char *)control : storage;
	place->blocks = storage + layout->blocks;
	place->control_bytes = layout->control;
}

/** The caller's bytes are not aligned as a pool's parts are. */
static fm_status refuse_address(fm_refusal *refusal, const char *option)
{
	refusal->align = FM_POOL_ALIGN;
	refusal->help = FM_HELP_ALIGN;
	refusal->help_bytes = FM_POOL_ALIGN;
	fm_refusal_set_subject(refusal, option);
	return FM_E_ALIGNMENT;
}

/** Storage of the caller's. */
static fm_status place_in_storage(const fm_pool_plan *plan, fm_pool_place *place, fm_refusal *refusal)
{
	const fm_pool_options *options = &plan->options;
	fm_pool_room room = { (uintptr_t)options->storage, options->capacity, options->control == NULL, options->control_size };
	fm_pool_layout layout;

	if (room.at % FM_POOL_ALIGN != 0)
		return refuse_address(refusal, "options.storage");
	if (room.bytes > UINTPTR_MAX - room.at) {
		fm_refusal_set_subject(refusal, "options.capacity");
		return FM_E_ARGUMENT;
	}

	place->count = fm_pool_fit(plan, &room);
	if (place->count == 0)
		return fm_pool_refuse_room(plan, &room, refusal);

	fm_status status = fm_pool_lay_out(plan, place->count, room.at, room.control_inside, &layout);

	set_place(place, &layout, (unsigned char *)options->storage, options->control);
	place->overhead = layout.blocks;
	return status;
}

/** Blocks, and the control unless the caller brings it, in one piece of the provider's memory. */
static fm_status place_in_provided(const fm_pool_plan *plan, fm_pool_place *place, fm_refusal *refusal)
{
	const fm_pool_options *options = &plan->options;
	size_t padding = (0 - options->capacity) & (plan->strategy->granule - 1);
	fm_pool_room room = { 0, options->capacity, 0, options->control == NULL ? SIZE_MAX : options->control_size };
	fm_pool_layout layout;

	if (padding > SIZE_MAX - room.bytes)
		return FM_E_NO_MEMORY;
	room.bytes += padding;
	place->count = fm_pool_fit(plan, &room);
	if (place->count == 0)
		return fm_pool_refuse_room(plan, &room, refusal);
	if (plan->provider.obtain == NULL || fm_pool_lay_out(plan, place->count, 0, options->control == NULL, &layout) != FM_OK)
		return FM_E_NO_MEMORY;

	size_t align = fm_pool_storage_align(plan);
	fm_status status = plan->provider.obtain(plan->provider.user, layout.end, align, &place->obtained);

	if (status != FM_OK)
		return status;
	place->obtained_bytes = layout.end;
	place->obtained_align = align;
	set_place(place, &layout, (unsigned char *)place->obtained, options->control);
	return FM_OK;
}

fm_status fm_pool_find_place(const fm_pool_plan *plan, fm_pool_place *place, fm_refusal *refusal)
{
	const fm_pool_options *options = &plan->options;

	*place = (fm_pool_place){ .count = 0 };
	refusal->capacity = options->capacity;
	if ((uintptr_t)options->control % FM_POOL_ALIGN != 0)
		return refuse_address(refusal, "options.control");
	if (options->region != NULL || options->space != NULL)
		return fm_pool_find_region(plan, place, refusal);
	if (options->capacity == 0) {
		fm_refusal_set_subject(refusal, "options.capacity");
		return FM_E_ARGUMENT;
	}
	return options->storage != NULL ? place_in_storage(plan, place, refusal) : place_in_provided(plan, place, refusal);
}

/* ==== lib/pool/plane.c ==== */
/** @file
 * Planes: from pixels to bytes, and a pool's buffer with both. */

/** Bytes of fm_plane_options in the first release. */
#define PLANE_OPTIONS_FIRST_SIZE (offsetof(fm_plane_options, over_read) + sizeof(uint32_t))

/** Largest row alignment. */
#define ROW_ALIGN_MAX 4096

static int side_is_valid(uint32_t side)
{
	return side >= 1 && side <= FM_PLANE_SIDE_MAX;
}

static int alignment_is_valid(uint32_t align, uint32_t flags)
{
	return (align & (align - 1)) == 0 && align <= ((flags & FM_PLANE_SPREAD) != 0 ? FM_PLANE_SPREAD_ALIGN_MAX : ROW_ALIGN_MAX);
}

fm_status fm_plane_read_options(const fm_plane_options *options, fm_plane_options *known)
{
	fm_status status = fm_abi_import(known, sizeof *known, PLANE_OPTIONS_FIRST_SIZE, options);

	if (status != FM_OK)
		return status;
	if (!side_is_valid(known->width) || !side_is_valid(known->height) || known->over_read > FM_PLANE_OVER_READ_MAX)
		return FM_E_ARGUMENT;
	if ((known->flags & ~FM_PLANE_SPREAD) != 0)
		return FM_E_UNSUPPORTED;
	if (known->row_align == 0)
		known->row_align = FM_PLANE_ROW_ALIGN;
	return alignment_is_valid(known->row_align, known->flags) ? FM_OK : FM_E_ALIGNMENT;
}

uint64_t fm_plane_lay_out(const fm_plane_options *known, uint32_t width, uint32_t height, fm_pixel_format format, fm_plane *out)
{
	uint32_t pixel = fm_pixel_bits(format), align = known->row_align;

	/* Sides are at most 2^16 and a pixel 16 bytes: a row fits 32 bits, in bits too, a plane 64, though not every size_t. */
	uint32_t row = (width * pixel + 7) / 8;
	uint32_t stride = (row + (align - 1)) & ~(align - 1);

	if ((known->flags & FM_PLANE_SPREAD) != 0 && stride % FM_PLANE_ALIAS == 0)
		stride += align > FM_PLANE_ROW_ALIGN ? align : FM_PLANE_ROW_ALIGN;

	uint32_t padding = stride - row;
	uint64_t bytes = (uint64_t)stride * height + (known->over_read > padding ? known->over_read - padding : 0);

	out->buffer = (fm_buffer){ .len = (size_t)bytes };
	out->width = width;
	out->height = height;
	out->format = format;
	out->pixel_bits = pixel;
	out->stride = stride;
	out->row_align = align;
	return bytes;
}

fm_status fm_plane_describe(const fm_plane_options *options, fm_plane *out)
{
	fm_plane_options known;
	fm_plane plane;
	fm_status status = out == NULL ? FM_E_ARGUMENT : fm_plane_read_options(options, &known);

	if (status != FM_OK)
		return status;
	if (fm_pixel_bits(known.format) == 0)
		return FM_E_UNSUPPORTED;
	if (fm_plane_lay_out(&known, known.width, known.height, known.format, &plane) > SIZE_MAX)
		return FM_E_RANGE;
	*out = plane;
	return FM_OK;
}

fm_status fm_plane_acquire(fm_pool *pool, const fm_plane_options *options, fm_plane *out, fm_refusal *why)
{
	fm_plane plane = { .width = 0 };
	fm_status status = pool == NULL || out == NULL ? FM_E_ARGUMENT : fm_plane_describe(options, &plane);

	if (status != FM_OK)
		return fm_refuse(why, &(fm_refusal){ .status = status, .help = FM_HELP_OTHER });

	status = fm_pool_acquire(pool, plane.buffer.len, plane.row_align, &plane.buffer, why);
	if (status == FM_OK)
		*out = plane;
	return status;
}

fm_status fm_plane_release(fm_pool *pool, const fm_plane *plane)
{
	return plane == NULL ? FM_E_ARGUMENT : fm_pool_release(pool, plane->buffer.token);
}
#undef PLANE_OPTIONS_FIRST_SIZE
#undef ROW_ALIGN_MAX

/* ==== lib/pool/rectangle.c ==== */
/** @file
 * Views of rectangles of planes. */

/** The largest alignment that both have: the lowest bit of either. `align` is no 0. */
static uint32_t common_alignment(uint64_t offset, uint32_t align)
{
	uint64_t all = offset | align;

	return (uint32_t)(all & (0 - all));
}

/** True iff `count` places from `first` on, at least one, are among the first `all`. */
static int is_inside(uint32_t first, uint32_t count, uint32_t all)
{
	return first < all && count <= all - first;
}

fm_status fm_plane_rectangle(const fm_plane *plane, uint32_t x, uint32_t y, uint32_t width, uint32_t height, fm_plane *out)
{
	if (plane == NULL || out == NULL || plane->buffer.data == NULL || width == 0 || height == 0)
		return FM_E_ARGUMENT;

	uint64_t pixel = fm_pixel_bits(plane->format);

	if (pixel == 0)
		return FM_E_UNSUPPORTED;
	if (!is_inside(x, width, plane->width) || !is_inside(y, height, plane->height))
		return FM_E_RANGE;

	/* Coordinates and strides have 32 bits, pixels 128 bits at most: nothing here reaches 2^64. */
	uint64_t last_row = (uint64_t)(height - 1) * plane->stride + (width * pixel + x * pixel % 8 + 7) / 8;
	uint64_t first = (uint64_t)y * plane->stride + x * pixel / 8;

	if (first > plane->buffer.len || last_row > plane->buffer.len - first)
		return FM_E_RANGE;
	if (x * pixel % 8 != 0)
		return FM_E_ALIGNMENT;

	fm_plane view = *plane;

	view.buffer = (fm_buffer){ .data = (unsigned char *)plane->buffer.data + (size_t)first, .len = (size_t)last_row };
	view.width = width;
	view.height = height;
	view.row_align = common_alignment(first, plane->row_align);
	*out = view;
	return FM_OK;
}

/* ==== lib/pool/region.c ==== */
/** @file
 * Blocks in a region of a space: its budget is charged, its addresses are the console's. Control and records lie elsewhere, so the offsets
 * of blocks do not depend on how wide the host's pointers are. */

/** Bytes for blocks: what is asked for in whole granules, or the largest piece that is left. 0 iff none is. */
static size_t room_in_region(const fm_pool_plan *plan)
{
	const fm_pool_options *options = &plan->options;
	size_t padding = (0 - options->capacity) & (plan->strategy->granule - 1);

	if (options->capacity != 0)
		return padding > SIZE_MAX - options->capacity ? SIZE_MAX : options->capacity + padding;

	uint32_t index = fm_space_region_index(options->space, options->region);
	uint64_t largest = index == FM_NONE ? 0 : fm_space_largest(options->space, index, FM_SPACE_NOW, fm_pool_storage_align(plan));

	return largest > SIZE_MAX ? SIZE_MAX : (size_t)largest;
}

/** How many blocks, and where they lie; what is left may be too little for one, which the region then says. */
static fm_status lay_out_in_region(const fm_pool_plan *plan, fm_pool_place *place, fm_pool_layout *layout, fm_refusal *refusal)
{
	const fm_pool_options *options = &plan->options;
	fm_pool_room room = { 0, room_in_region(plan), 0, options->control == NULL ? SIZE_MAX : options->control_size };

	place->count = fm_pool_fit(plan, &room);
	if (place->count == 0 && options->capacity == 0)
		place->count = 1;
	if (place->count == 0 || fm_pool_lay_out(plan, place->count, 0, 0, layout) != FM_OK || layout->control > room.control)
		return fm_pool_refuse_room(plan, &room, refusal);
	return FM_OK;
}

/** The control block: the caller's, or the provider's memory. */
static fm_status place_control_apart(const fm_pool_plan *plan, fm_pool_place *place, size_t bytes)
{
	place->control = plan->options.control;
	place->control_bytes = bytes;
	if (place->control != NULL)
		return FM_OK;
	if (plan->provider.obtain == NULL)
		return FM_E_NO_MEMORY;

	fm_status status = plan->provider.obtain(plan->provider.user, bytes, FM_POOL_ALIGN, &place->obtained);

	place->control = place->obtained;
	place->obtained_bytes = bytes;
	place->obtained_align = FM_POOL_ALIGN;
	return status;
}

/** The place in the region, and the host's pointer to it. Takes nothing of the region. */
static fm_status place_blocks(const fm_pool_plan *plan, fm_pool_place *place, size_t bytes, fm_refusal *refusal)
{
	const fm_pool_options *options = &plan->options;
	void *blocks = NULL;
	fm_status status = fm_space_propose(options->space, options->region, bytes, fm_pool_storage_align(plan), &place->reservation, refusal);

	if (status == FM_OK)
		status = fm_space_to_host(options->space, place->reservation.address, bytes, &blocks, refusal);
	if (status == FM_OK)
		place->blocks = blocks;
	return status;
}

fm_status fm_pool_find_region(const fm_pool_plan *plan, fm_pool_place *place, fm_refusal *refusal)
{
	const fm_pool_options *options = &plan->options;
	fm_pool_layout layout;

	if (options->space == NULL || options->region == NULL || options->storage != NULL) {
		fm_refusal_set_subject(refusal, options->space == NULL ? "options.space" : options->region == NULL ? "options.region" : "options.storage");
		return FM_E_UNSUPPORTED;
	}

	/* The provider is asked before a place is looked for: it may have its memory from the same region. */
	fm_status status = lay_out_in_region(plan, place, &layout, refusal);

	if (status == FM_OK)
		status = place_control_apart(plan, place, layout.control);
	if (status != FM_OK)
		return status;

	status = place_blocks(plan, place, layout.end, refusal);
	if (status != FM_OK && place->obtained != NULL)
		plan->provider.give_back(plan->provider.user, place->obtained, place->obtained_bytes, place->obtained_align);
	return status;
}

int fm_pool_exceeds_region(const fm_pool *pool, uint64_t bytes)
{
	const fm_pool_part *part = fm_pool_part_of(&pool->state);
	size_t align = pool->state.alignment > FM_POOL_ALIGN ? pool->state.alignment : FM_POOL_ALIGN;

	return part->space != NULL && bytes > fm_space_largest(part->space, part->reservation.region, FM_SPACE_EMPTY, align);
}

/* ==== lib/pool/requests.c ==== */
/** @file
 * Requests of another kind: from the top end, many at once, as addresses. */

void *fm_pool_alloc_top(fm_pool *pool, size_t size, size_t align)
{
	if (pool == NULL || pool->state.strategy->take_top == NULL)
		return NULL;
	return pool->state.strategy->take_top(&pool->state, size, align);
}

fm_status fm_pool_acquire_top(fm_pool *pool, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	if (pool == NULL || out == NULL)
		return fm_pool_refuse_arguments(pool, size, align, out, why);
	if (pool->state.strategy->lend_top == NULL)
		return fm_pool_refuse_as(pool, FM_E_UNSUPPORTED, size, align, 0, why);
	return pool->state.strategy->lend_top(&pool->state, size, align, out, why);
}

size_t fm_pool_acquire_many(fm_pool *pool, size_t size, size_t align, fm_buffer *out, size_t count, fm_refusal *why)
{
	size_t n = 0;

	while (n < count && fm_pool_acquire(pool, size, align, out == NULL ? NULL : &out[n], why) == FM_OK)
		n++;
	return n;
}

size_t fm_pool_release_many(fm_pool *pool, const uint64_t *tokens, size_t count, fm_status *statuses)
{
	size_t returned = 0;

	if (pool == NULL || tokens == NULL)
		return 0;

	int backwards = (pool->state.strategy->nature & FM_STRATEGY_LAST_FIRST) != 0;

	for (size_t i = 0; i < count; i++) {
		size_t at = backwards ? count - 1 - i : i;
		fm_status status = fm_pool_release(pool, tokens[at]);

		if (status == FM_OK)
			returned++;
		if (statuses != NULL)
			statuses[at] = status;
	}
	return returned;
}

/** What a pointer's width can't say is judged as the largest number that it can: no pool holds so much. */
static size_t narrow(uint64_t bytes)
{
	return bytes > SIZE_MAX ? SIZE_MAX : (size_t)bytes;
}

/** An alignment that a size can't say stays what it is: a power of two or none. */
static size_t narrow_align(uint64_t align)
{
	if (align <= SIZE_MAX)
		return (size_t)align;
	return FM_IS_POWER_OF_TWO(align) ? SIZE_MAX / 2 + 1 : SIZE_MAX;
}

fm_status fm_pool_alloc_address(fm_pool *pool, uint64_t size, uint64_t align, uint64_t *address, fm_refusal *why)
{
	if (pool == NULL || address == NULL)
		return fm_pool_refuse_arguments(pool, narrow(size), narrow(align), NULL, why);
	if (pool->state.strategy->take_address != NULL)
		return pool->state.strategy->take_address(&pool->state, size, align, address, why);

	void *block = fm_pool_alloc_aligned(pool, narrow(size), narrow_align(align));

	if (block == NULL)
		return fm_pool_explain(pool, FM_REQUEST_BLOCK, narrow(size), narrow_align(align), why);
	*address = (uintptr_t)block;
	return FM_OK;
}

fm_status fm_pool_free_address(fm_pool *pool, uint64_t address)
{
	if (pool == NULL)
		return FM_E_ARGUMENT;
	if (pool->state.strategy->give_address != NULL)
		return pool->state.strategy->give_address(&pool->state, address);
	return address == 0 || address > UINTPTR_MAX ? FM_E_FOREIGN : fm_pool_free(pool, (void *)(uintptr_t)address);
}

/* ==== lib/pool/screen.c ==== */
/** @file
 * The bitmap modes that the library knows, and their pages as planes. */

/** Bytes of fm_screen_mode in the first release. */
#define SCREEN_MODE_FIRST_SIZE (offsetof(fm_screen_mode, access_bytes) + sizeof(uint32_t))

/** A row of the table, without pointers. */
typedef struct known_mode {
	char profile[4];
	char region[5];
	uint8_t number;
	uint8_t format;
	uint8_t pages;
	uint8_t access_bytes;
	uint16_t width;
	uint16_t height;
	uint16_t stride;
	uint32_t page_step;
} known_mode;

/* GBATEK, "LCD VRAM Bitmap BG Modes": lines of 480, 240 and 320 bytes; 75 KiB, of which there is one, and frames at 06000000 and 0600A000;
 * "GBA Memory Map": video RAM takes no single bytes. */
static const known_mode modes[] = {
	{ "gba", "vram", 3, FM_PIXEL_RGB555, 1, 2, 240, 160, 480, 0x12C00 },
	{ "gba", "vram", 4, FM_PIXEL_INDEX8, 2, 2, 240, 160, 240, 0xA000 },
	{ "gba", "vram", 5, FM_PIXEL_RGB555, 2, 2, 160, 128, 320, 0xA000 },
};

fm_status fm_screen_find(const fm_profile *profile, uint32_t number, fm_screen_mode *out)
{
	fm_profile_info info = { .struct_size = sizeof info };
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, SCREEN_MODE_FIRST_SIZE);

	if (status == FM_OK)
		status = fm_profile_get_info(profile, &info);
	if (status != FM_OK)
		return status;

	for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
		const known_mode *known = &modes[i];

		if (known->number != number || !fm_rows_same(known->profile, info.id))
			continue;

		fm_screen_mode mode = { .region = known->region, .number = number, .width = known->width, .height = known->height, .format = known->format,
					.stride = known->stride, .pages = known->pages, .page_step = known->page_step, .access_bytes = known->access_bytes };

		fm_abi_export(out, &mode, sizeof mode);
		return FM_OK;
	}
	return FM_E_NOT_FOUND;
}

/** Judges a mode's numbers; `row` receives the bytes of a row of pixels. */
static fm_status judge_mode(const fm_screen_mode *mode, uint64_t *row)
{
	*row = ((uint64_t)mode->width * fm_pixel_bits(mode->format) + 7) / 8;
	if (mode->width == 0 || mode->height == 0 || mode->width > FM_PLANE_SIDE_MAX || mode->height > FM_PLANE_SIDE_MAX || *row > mode->stride)
		return FM_E_ARGUMENT;
	if (*row == 0)
		return FM_E_UNSUPPORTED;
	if (!FM_IS_POWER_OF_TWO(mode->access_bytes) || mode->stride % mode->access_bytes != 0)
		return FM_E_ALIGNMENT;
	return FM_OK;
}

fm_status fm_screen_plane(const fm_screen_mode *mode, uint32_t page, void *video, size_t size, fm_plane *out)
{
	fm_screen_mode known;
	uint64_t row;
	fm_status status = video == NULL || out == NULL ? FM_E_ARGUMENT : fm_abi_import(&known, sizeof known, SCREEN_MODE_FIRST_SIZE, mode);

	if (status == FM_OK)
		status = judge_mode(&known, &row);
	if (status != FM_OK)
		return status;

	/* Products of 32-bit numbers fit 64 bits, and nothing is added to them before it is compared. */
	uint64_t first = (uint64_t)page * known.page_step, bytes = (uint64_t)(known.height - 1) * known.stride + row;

	if (page >= known.pages || first > size || bytes > size - first)
		return FM_E_RANGE;
	if ((uintptr_t)video % known.access_bytes != 0)
		return FM_E_ALIGNMENT;

	*out = (fm_plane){ .buffer = { .data = (unsigned char *)video + (size_t)first, .len = (size_t)bytes },
			   .width = known.width, .height = known.height, .format = known.format,
			   .pixel_bits = fm_pixel_bits(known.format), .stride = known.stride, .row_align = known.access_bytes };
	return FM_OK;
}
#undef SCREEN_MODE_FIRST_SIZE

/* ==== lib/pool/seal.c ==== */
/** @file
 * Sealing: everything that could still cost something later is paid now. */

/** No system's pages are smaller. */
#define SMALLEST_PAGE 4096

/** Makes the system give the page of each byte: one is read and written back as it was. */
static void touch_pages(volatile unsigned char *bytes, size_t size)
{
	for (size_t i = 0; i < size; i += SMALLEST_PAGE)
		bytes[i] = bytes[i];
	bytes[size - 1] = bytes[size - 1];
}

fm_status fm_pool_seal(fm_pool *pool)
{
	fm_strategy_figures figures;

	if (pool == NULL)
		return FM_E_ARGUMENT;

	fm_pool_part *part = fm_pool_part_of(&pool->state);

	pool->state.strategy->measure_use(&pool->state, &figures);
	touch_pages((unsigned char *)pool, part->control_bytes);
	/* A console has no pages, and memory there that takes no single bytes (video memory of the GBA) would not come back as it was. */
	if (part->space == NULL || part->space->backing != FM_SPACE_REAL)
		touch_pages(part->blocks, figures.capacity);
	part->sealed = 1;
	return FM_OK;
}
#undef SMALLEST_PAGE

/* ==== lib/pool/tile.c ==== */
/** @file
 * Tiles from and to planes, word by word. */

/** A word of pixels, whatever type the memory has. */
typedef uint32_t FM_MAY_ALIAS pixel_word;

/* Two uint32_t a row at 8 bits, one at 4. */
FM_STATIC_ASSERT(FM_TILE_ALIGN == sizeof(pixel_word), "tiles are moved by the word");

fm_status fm_tiles_size(fm_pixel_format format, uint32_t width, uint32_t height, size_t *bytes)
{
	if (bytes == NULL || width == 0 || height == 0 || width > FM_PLANE_SIDE_MAX || height > FM_PLANE_SIDE_MAX)
		return FM_E_ARGUMENT;
	if (format != FM_PIXEL_INDEX4 && format != FM_PIXEL_INDEX8)
		return FM_E_UNSUPPORTED;
	if (width % FM_TILE_SIDE != 0 || height % FM_TILE_SIDE != 0)
		return FM_E_ALIGNMENT;

	uint64_t all = (uint64_t)width * height * fm_pixel_bits(format) / 8;

	if (all > SIZE_MAX)
		return FM_E_RANGE;
	*bytes = (size_t)all;
	return FM_OK;
}

/** Judges a plane and the memory of its tiles. */
static fm_status judge_tiles(const fm_plane *plane, const void *tiles, size_t size)
{
	size_t bytes;

	if (plane == NULL || tiles == NULL || plane->buffer.data == NULL)
		return FM_E_ARGUMENT;

	fm_status status = fm_tiles_size(plane->format, plane->width, plane->height, &bytes);

	if (status != FM_OK)
		return status;

	uint64_t row = (uint64_t)plane->width * fm_pixel_bits(plane->format) / 8;

	if (size < bytes || (uint64_t)(plane->height - 1) * plane->stride + row > plane->buffer.len)
		return FM_E_RANGE;
	if (((uintptr_t)tiles | (uintptr_t)plane->buffer.data | plane->stride) % FM_TILE_ALIGN != 0)
		return FM_E_ALIGNMENT;
	return FM_OK;
}

/** The way of the words: true moves them from the plane to the tiles. Volatile, or a compiler makes a copy of bytes of it. */
static void move_words(const fm_plane *plane, volatile pixel_word *tile, int from_plane)
{
	uint32_t words = fm_pixel_bits(plane->format) * FM_TILE_SIDE / 32;

	for (uint32_t top = 0; top < plane->height; top += FM_TILE_SIDE) {
		for (uint32_t left = 0; left < plane->width / FM_TILE_SIDE; left++) {
			for (uint32_t y = 0; y < FM_TILE_SIDE; y++) {
				volatile pixel_word *row = (volatile pixel_word *)fm_plane_row(plane, top + y) + (size_t)left * words;

				for (uint32_t i = 0; i < words; i++, tile++) {
					if (from_plane)
						*tile = row[i];
					else
						row[i] = *tile;
				}
			}
		}
	}
}

fm_status fm_tiles_from_plane(const fm_plane *plane, void *tiles, size_t size)
{
	fm_status status = judge_tiles(plane, tiles, size);

	if (status == FM_OK)
		move_words(plane, tiles, 1);
	return status;
}

fm_status fm_tiles_to_plane(const void *tiles, size_t size, const fm_plane *plane)
{
	fm_status status = judge_tiles(plane, tiles, size);

	if (status == FM_OK)
		move_words(plane, (pixel_word *)(uintptr_t)tiles, 0);
	return status;
}

/* ==== lib/pool/usage.c ==== */
/** @file
 * What a pool is and holds. */

/** Bytes of fm_pool_usage in the first release. */
#define POOL_USAGE_FIRST_SIZE (offsetof(fm_pool_usage, surveyed) + sizeof(uint32_t))

/** Hands out what the pool holds; `survey` is what a walk told, NULL: none walked. */
static void export_usage(const fm_pool *pool, const fm_strategy_survey *survey, fm_pool_usage *usage)
{
	const fm_strategy_state *state = &pool->state;
	const fm_pool_part *part = fm_pool_part_of(state);
	fm_strategy_figures figures;

	state->strategy->measure_use(state, &figures);

	fm_pool_usage known = {
		.capacity = figures.capacity,
		.used = figures.used,
		.peak = figures.peak,
		.available = figures.capacity - figures.used,
		.largest = figures.largest,
		.blocks = fm_strategy_out(state),
		.buffers = fm_strategy_lent(state),
		.granted = state->taken + state->lent,
		.refused = part->refused,
		.control = part->control_bytes,
		.sealed = part->sealed,
		.holes = survey == NULL ? 0 : survey->holes,
		.largest_hole = survey == NULL ? 0 : survey->largest,
		.surveyed = survey != NULL,
	};

	fm_abi_export(usage, &known, sizeof known);
}

fm_status fm_pool_get_usage(const fm_pool *pool, fm_pool_usage *usage)
{
	fm_status status = pool == NULL ? FM_E_ARGUMENT : fm_abi_check(usage, POOL_USAGE_FIRST_SIZE);

	if (status == FM_OK)
		export_usage(pool, NULL, usage);
	return status;
}

fm_status fm_pool_survey(const fm_pool *pool, fm_pool_usage *usage)
{
	fm_strategy_survey survey = { 0, 0 };
	fm_status status = pool == NULL ? FM_E_ARGUMENT : fm_abi_check(usage, POOL_USAGE_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	pool->state.strategy->survey(&pool->state, &survey);
	export_usage(pool, &survey, usage);
	return FM_OK;
}

const char *fm_pool_name(const fm_pool *pool)
{
	return pool == NULL ? NULL : fm_pool_part_of(&pool->state)->name;
}

const char *fm_pool_strategy(const fm_pool *pool)
{
	return pool == NULL ? NULL : pool->state.strategy->name;
}

fm_status fm_pool_storage(const fm_pool *pool, void **base, size_t *size)
{
	fm_strategy_figures figures;

	if (pool == NULL || base == NULL || size == NULL)
		return FM_E_ARGUMENT;

	pool->state.strategy->measure_use(&pool->state, &figures);
	*base = fm_pool_part_of(&pool->state)->blocks;
	*size = figures.capacity;
	return FM_OK;
}
#undef POOL_USAGE_FIRST_SIZE

/* ==== lib/os/cpu.c ==== */
/** @file
 * The CPU: what it has, as far as the system lets programs use it. Bits of the auxiliary vector are those of the kernel's asm/hwcap.h. */
/** @file
 * What the CPU says of itself, and the system of the CPU. */
#ifndef FLIGHTMEM_OS_CPU_H
#define FLIGHTMEM_OS_CPU_H

/** FM_ARCH_... that this code was compiled for; 0: none of them. */
uint32_t fm_cpu_arch(void);

/** FM_CPU_... that the CPU has and the system lets programs use. Returns 1; 0 iff neither says: then `*features` is 0. */
int fm_cpu_features(uint32_t *features);

/** Bits of the calling thread's vectors, where they have no fixed length; else 0. */
uint32_t fm_cpu_vector_bits(void);

/** The smallest line of any data cache as the CPU itself has it; 0: it does not say. */
uint32_t fm_cpu_cache_line(void);

#endif
/** @file
 * What the system says of the running process. */
#ifndef FLIGHTMEM_OS_PROCESS_H
#define FLIGHTMEM_OS_PROCESS_H

/** A limit that is none. */
#define FM_PROCESS_UNLIMITED UINT64_MAX

/** Limits of a process. */
enum fm_process_limit { FM_PROCESS_ADDRESSES, FM_PROCESS_DATA, FM_PROCESS_STACK, FM_PROCESS_LOCKED };

/** An entry of the auxiliary vector by its AT_... number; 0: there is none. */
uint64_t fm_process_aux(uint32_t type);

/** sysconf(_SC_PAGESIZE); 0: the C library does not know. */
uint64_t fm_process_page(void);

/** sysconf(_SC_LEVEL1_DCACHE_LINESIZE), where the C library has it and knows; else 0. */
uint64_t fm_process_cache_line(void);

/** A soft limit. Returns 1; 0 iff the system does not say. */
int fm_process_limit(enum fm_process_limit limit, uint64_t *bytes);

/** May memory that was written be made executable, as prctl(PR_GET_MDWE) has it: FM_FACT_UNKNOWN where the kernel has no such policy. */
fm_fact fm_process_may_execute(void);

/** The same, tried with a page; FM_CAPABILITY_UNKNOWN iff none could be had for the trial. */
fm_capability_state fm_process_try_execute(void);

#endif

/** Entries of the auxiliary vector. */
#define HWCAP 16
#define HWCAP2 26

#if defined(__x86_64__) || defined(__i386__)
#include <cpuid.h>

/** What the system keeps when it switches threads: register XCR0. Only where the CPU says that it is in use. */
static uint32_t kept_state(void)
{
	uint32_t low, high;

	__asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
	return low;
}

uint32_t fm_cpu_arch(void)
{
	return sizeof(void *) == 8 ? FM_ARCH_X86_64 : FM_ARCH_X86;
}

/** Vectors above 128 bits: the CPU has them, and the system keeps their registers. */
static uint32_t wide_vectors(uint32_t first_ecx)
{
	enum { YMM = 0x6, ZMM = 0xE6 };
	uint32_t a = 0, b = 0, c = 0, d = 0, kept = first_ecx & bit_OSXSAVE ? kept_state() : 0, features = 0;

	__get_cpuid_count(7, 0, &a, &b, &c, &d);
	if ((kept & YMM) == YMM) {
		features |= first_ecx & bit_AVX ? FM_CPU_AVX : 0;
		features |= b & bit_AVX2 ? FM_CPU_AVX2 : 0;
	}
	if ((kept & ZMM) == ZMM && b & bit_AVX512F)
		features |= FM_CPU_AVX512F;
	return features;
}

int fm_cpu_features(uint32_t *features)
{
	enum { CLFSH = 1 << 19 };
	uint32_t a, b, c, d;

	*features = 0;
	if (!__get_cpuid(1, &a, &b, &c, &d))
		return 0;
	*features = wide_vectors(c);
	*features |= d & bit_SSE2 ? FM_CPU_SSE2 : 0;
	*features |= d & CLFSH ? FM_CPU_CLFLUSH : 0;
	*features |= c & bit_SSE4_1 ? FM_CPU_SSE4_1 : 0;
	*features |= c & bit_CMPXCHG16B ? FM_CPU_CX16 : 0;
	return 1;
}
#else
/** Which bit of which entry stands for what. */
struct hardware_bit {
	uint32_t entry, mask, feature;
};

#if defined(__aarch64__)
static const struct hardware_bit bits[] = { { HWCAP, 1 << 1, FM_CPU_ASIMD }, { HWCAP, 1 << 22, FM_CPU_SVE },
	{ HWCAP, 1 << 16, FM_CPU_DCPOP }, { HWCAP2, 1 << 1, FM_CPU_SVE2 } };
#define ARCH FM_ARCH_AARCH64
#elif defined(__arm__)
static const struct hardware_bit bits[] = { { HWCAP, 1 << 12, FM_CPU_NEON } };
#define ARCH FM_ARCH_ARM
#elif defined(__riscv) && __riscv_xlen == 64
static const struct hardware_bit bits[] = { { HWCAP, 1 << ('V' - 'A'), FM_CPU_V } };
#define ARCH FM_ARCH_RISCV64
#elif defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)
static const struct hardware_bit bits[] = { { HWCAP, 1 << 28, FM_CPU_ALTIVEC } };
#define ARCH FM_ARCH_PPC64LE
#elif defined(__s390x__)
static const struct hardware_bit bits[] = { { HWCAP, 1 << 11, FM_CPU_VX } };
#define ARCH FM_ARCH_S390X
#else
static const struct hardware_bit bits[] = { { HWCAP2, 0, 0 } };
#define ARCH 0
#endif

uint32_t fm_cpu_arch(void)
{
	return ARCH;
}

int fm_cpu_features(uint32_t *features)
{
	*features = 0;
	for (size_t i = 0; i < sizeof bits / sizeof bits[0]; i++)
		if (fm_process_aux(bits[i].entry) & bits[i].mask)
			*features |= bits[i].feature;
	return fm_process_aux(HWCAP) != 0;
}
#endif

#if defined(__aarch64__) && defined(__linux__)
#include <sys/prctl.h>

#ifndef PR_SVE_GET_VL
#define PR_SVE_GET_VL 51
#endif
#define SVE_BYTES 0xFFFF /* PR_SVE_VL_LEN_MASK */

uint32_t fm_cpu_vector_bits(void)
{
	int length = prctl(PR_SVE_GET_VL);

	return length < 0 ? 0 : (uint32_t)(length & SVE_BYTES) * 8;
}

/* CTR_EL0 may be read by programs: the kernel lets them, or answers for the CPU (Documentation/arch/arm64/cpu-feature-registers.rst). */
uint32_t fm_cpu_cache_line(void)
{
	uint64_t type;

	__asm__("mrs %0, ctr_el0" : "=r"(type));
	return 4u << (type >> 16 & 15);
}
#else
uint32_t fm_cpu_vector_bits(void)
{
	return 0;
}

uint32_t fm_cpu_cache_line(void)
{
	return 0;
}
#endif
#undef HWCAP
#undef HWCAP2
#undef ARCH
#undef PR_SVE_GET_VL
#undef SVE_BYTES

/* ==== lib/os/file.c ==== */
/** @file
 * Files by descriptors. */
/** @file
 * Files below a root, read without a buffer of the C library and without asking for memory. */
#ifndef FLIGHTMEM_OS_FILE_H
#define FLIGHTMEM_OS_FILE_H

/** Why there is no descriptor. */
#define FM_FILE_MISSING (-1) /**< there is no such file */
#define FM_FILE_DENIED (-2)  /**< it is there, but not for this process */
#define FM_FILE_BROKEN (-3)  /**< it is no regular file, or could not be opened for another reason */

/** Opens the folder that paths begin in. Returns a descriptor or FM_FILE_.... */
int fm_folder_open(const char *path);

/**
 * Opens a regular file for reading; `path` is relative to `folder`. Anything else (a pipe that would wait, a device that would act) is left
 * closed. Returns a descriptor or FM_FILE_....
 */
int fm_file_open(int folder, const char *path);

/** Reads up to `size` bytes. Returns how many; 0 at the end; FM_FILE_DENIED, FM_FILE_BROKEN. */
long fm_file_read(int file, void *bytes, size_t size);

/** Closes what was opened. */
void fm_file_close(int file);

#endif

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/** What errno says of a file. */
static int reason(void)
{
	if (errno == EACCES || errno == EPERM)
		return FM_FILE_DENIED;
	return errno == ENOENT || errno == ENOTDIR ? FM_FILE_MISSING : FM_FILE_BROKEN;
}

int fm_folder_open(const char *path)
{
	int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	return folder < 0 ? reason() : folder;
}

int fm_file_open(int folder, const char *path)
{
	struct stat about;

	/* Asked before it is opened: opening alone makes some devices act. */
	if (fstatat(folder, path, &about, 0) != 0)
		return reason();
	if (!S_ISREG(about.st_mode))
		return FM_FILE_BROKEN;

	int file = openat(folder, path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

	return file < 0 ? reason() : file;
}

long fm_file_read(int file, void *bytes, size_t size)
{
	ssize_t got;

	do
		got = read(file, bytes, size);
	while (got < 0 && errno == EINTR);
	return got < 0 ? (errno == EACCES || errno == EPERM ? FM_FILE_DENIED : FM_FILE_BROKEN) : got;
}

void fm_file_close(int file)
{
	close(file);
}

/* ==== lib/os/frames.c ==== */
/** @file
 * The stack, by the C library's own means where it has them. */
/** @file
 * Return addresses of the calling thread, and what they are called. */
#ifndef FLIGHTMEM_OS_FRAMES_H
#define FLIGHTMEM_OS_FRAMES_H

/** Makes the C library load what it walks the stack with, which may ask for memory; afterwards fm_frames_get() asks for none. */
void fm_frames_prepare(void);

/**
 * The stack from the return address `from` on, innermost first, without the library's own calls (a plane's acquire calls a pool's).
 * `room` is at least 1. Returns how many; `from` alone where the C library can't walk the stack or does not find it there. O(depth).
 */
uint32_t fm_frames_get(const void *from, const void **frames, uint32_t room);

/** Adds "step_world+0x1A (game)": names where the dynamic linker knows them, else "game+0x11A9", else the address. */
void fm_frames_add_name(fm_text *text, const void *frame);

#endif

#include <dlfcn.h>
#include <string.h>

/** Frames that are walked: the caller's, and before them those of the library and the way here. */
#define WALKED 32

#if defined(__GLIBC__)
#include <execinfo.h>

static uint32_t walk(void **frames)
{
	int found = backtrace(frames, WALKED);

	return found > 0 ? (uint32_t)found : 0;
}
#else
static uint32_t walk(void **frames)
{
	(void)frames;
	return 0;
}
#endif

void fm_frames_prepare(void)
{
	void *frames[WALKED];

	walk(frames);
}

/** What holds this byte of code. A return address is that of the next instruction, which may be the next function's. */
static int look_up(const void *frame, Dl_info *info)
{
	return dladdr((const void *)((uintptr_t)frame - 1), info) != 0;
}

/** How many frames belong to the library: up to the last of its exported calls before the stack leaves the file that holds it. */
static uint32_t own_frames(void *const *frames, uint32_t count)
{
	Dl_info own, info;
	uint32_t ours = 0;

	if (dladdr((const void *)(uintptr_t)fm_frames_prepare, &own) == 0)
		return 0;
	for (uint32_t i = 0; i < count && look_up(frames[i], &info) && info.dli_fbase == own.dli_fbase; i++)
		if (info.dli_sname != NULL && strncmp(info.dli_sname, "fm_", 3) == 0)
			ours = i + 1;
	return ours < count ? ours : 0;
}

uint32_t fm_frames_get(const void *from, const void **frames, uint32_t room)
{
	void *walked[WALKED];
	uint32_t count = walk(walked), first = 0, given = 0;

	while (first < count && walked[first] != from)
		first++;
	first += own_frames(walked + first, count - first);
	while (given < room && first + given < count) {
		frames[given] = walked[first + given];
		given++;
	}
	if (given == 0)
		frames[given++] = from;
	return given;
}

/** The last part of a path. */
static const char *file_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

static void add_offset(fm_text *text, const void *frame, const void *base)
{
	fm_text_add(text, "+0x");
	fm_text_add_hex(text, (uintptr_t)frame - (uintptr_t)base, 1);
}

void fm_frames_add_name(fm_text *text, const void *frame)
{
	Dl_info info;

	if (!look_up(frame, &info) || info.dli_fname == NULL) {
		fm_text_add(text, "0x");
		fm_text_add_hex(text, (uintptr_t)frame, 1);
	} else if (info.dli_sname == NULL) {
		fm_text_add(text, file_of(info.dli_fname));
		add_offset(text, frame, info.dli_fbase);
	} else {
		fm_text_add(text, info.dli_sname);
		add_offset(text, frame, info.dli_saddr);
		fm_text_add(text, " (");
		fm_text_add(text, file_of(info.dli_fname));
		fm_text_add_char(text, ')');
	}
}
#undef WALKED

/* ==== lib/os/memory.c ==== */
/** @file
 * Memory of the operating system: whole pages, straight from it and straight back. */

#include <sys/mman.h>
#include <unistd.h>
/** @file
 * A thread's quiet scope from inside. */
#ifndef FLIGHTMEM_OS_QUIET_H
#define FLIGHTMEM_OS_QUIET_H
/** @file
 * The contract between the library and libflightmem-quiet. They find each other by name at run time, so that neither is linked to the
 * other: a program may have flightmem inside, or as a file, or in a plugin. */
#ifndef FLIGHTMEM_OS_LISTEN_H
#define FLIGHTMEM_OS_LISTEN_H

/** One call that asks for memory, or gives it back. */
typedef struct fm_quiet_call {
	const char *name;       /**< "malloc"; static */
	fm_quiet_source source; /**< who was asked */
	int returns;            /**< 1 iff memory is given back */
	uint64_t size;          /**< bytes asked for */
	const void *from;       /**< where the call returns to */
} fm_quiet_call;

/** Hears a call of the calling thread before it is made. */
typedef void (*fm_quiet_listener)(const fm_quiet_call *call);

/** From now on each call of the calling thread is handed to `listener`; NULL: to nobody. */
typedef void (*fm_quiet_listen)(fm_quiet_listener listener);

/** What libflightmem-quiet exports of type fm_quiet_listen. A contract that changes gets another name. */
#define FM_QUIET_LISTEN "flightmem_quiet_listen"

#endif

/** Bytes of fm_quiet_text(). */
#define FM_QUIET_TEXT_BYTES 2048

/** A scope: one a thread. */
typedef struct fm_quiet {
	int open;
	int deaf;                 /**< 1 while the scope itself works: what it asks for is no one's fault */
	fm_quiet_listen listen;   /**< of libflightmem-quiet; NULL: it is not there */
	fm_pool **pools;          /**< watched ones, a reference each */
	size_t pool_count;
	size_t pool_room;         /**< pointers at `pools` */
	fm_quiet_options options; /**< of this library's size */
	fm_quiet_report report;   /**< so far */
	fm_quiet_place places[FM_QUIET_PLACES];
	char text[FM_QUIET_TEXT_BYTES]; /**< of fm_quiet_text() */
} fm_quiet;

/** The calling thread's scope, open or not; NULL: it never began one. */
fm_quiet *fm_quiet_here(void);

/** Counts a call of the calling thread and keeps its place, if the thread's scope is open. An fm_quiet_listener. */
void fm_quiet_hear(const fm_quiet_call *call);

/** Tells the scope that fm_memory_default() takes pages, or gives them back; nothing where it hears mmap itself. */
void fm_quiet_hear_pages(const char *name, size_t size, int returns);

/** Takes the reporting calls out of the scope's pools and drops its references. */
void fm_quiet_forget_pools(fm_quiet *scope);

#endif

static size_t page_bytes(void)
{
	return (size_t)sysconf(_SC_PAGESIZE);
}

/** `size` in whole pages; 0 iff that exceeds SIZE_MAX. */
static size_t whole_pages(size_t size)
{
	return (size + (page_bytes() - 1)) & ~(page_bytes() - 1);
}

/**
 * Maps more than is asked and gives the ends back, so that an alignment above a page is met.
 *
 *     |-- before --|==== size ====|-- after --|
 *     mapped       aligned        end          mapped + size + align - page */
static fm_status obtain_pages(void *user, size_t size, size_t align, void **out)
{
	size_t page = page_bytes();
	size_t bytes = whole_pages(size);
	size_t spare = align > page ? align - page : 0;

	(void)user;
	if (bytes < size || bytes == 0 || spare > SIZE_MAX - bytes)
		return FM_E_NO_MEMORY;
	fm_quiet_hear_pages("fm_memory_default", size, 0);

	void *mapped = mmap(NULL, bytes + spare, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (mapped == MAP_FAILED)
		return FM_E_NO_MEMORY;

	size_t before = ((uintptr_t)0 - (uintptr_t)mapped) & (align - 1) & ~(page - 1);
	unsigned char *aligned = (unsigned char *)mapped + before;

	if (before != 0)
		munmap(mapped, before);
	if (spare != before)
		munmap(aligned + bytes, spare - before);
	*out = aligned;
	return FM_OK;
}

static void give_back_pages(void *user, void *memory, size_t size, size_t align)
{
	(void)user;
	(void)align;
	fm_quiet_hear_pages("fm_memory_default", 0, 1);
	munmap(memory, whole_pages(size));
}

const fm_memory_provider *fm_memory_default(void)
{
	static const fm_memory_provider pages = {
		.struct_size = sizeof(fm_memory_provider),
		.obtain = obtain_pages,
		.give_back = give_back_pages,
	};

	return &pages;
}

/* ==== lib/os/process.c ==== */
/** @file
 * The running process: auxiliary vector, limits, policies. */

#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/auxv.h>
#include <sys/prctl.h>

/* linux/prctl.h of 6.3 and later; older headers do not know them. */
#ifndef PR_GET_MDWE
#define PR_GET_MDWE 66
#endif
#define REFUSES_EXECUTE 1 /* PR_MDWE_REFUSE_EXEC_GAIN */

uint64_t fm_process_aux(uint32_t type)
{
	return getauxval(type);
}

fm_fact fm_process_may_execute(void)
{
	int flags = prctl(PR_GET_MDWE, 0UL, 0UL, 0UL, 0UL);

	return flags < 0 ? FM_FACT_UNKNOWN : flags & REFUSES_EXECUTE ? FM_FACT_NO : FM_FACT_YES;
}
#else
uint64_t fm_process_aux(uint32_t type)
{
	(void)type;
	return 0;
}

fm_fact fm_process_may_execute(void)
{
	return FM_FACT_UNKNOWN;
}
#endif

/** What sysconf() knows: 0 and -1 both mean that it knows nothing. */
static uint64_t ask_system(int name)
{
	long answer = sysconf(name);

	return answer > 0 ? (uint64_t)answer : 0;
}

uint64_t fm_process_page(void)
{
	return ask_system(_SC_PAGESIZE);
}

uint64_t fm_process_cache_line(void)
{
#ifdef _SC_LEVEL1_DCACHE_LINESIZE
	return ask_system(_SC_LEVEL1_DCACHE_LINESIZE);
#else
	return 0;
#endif
}

int fm_process_limit(enum fm_process_limit limit, uint64_t *bytes)
{
	struct rlimit found;
	int failed = limit == FM_PROCESS_ADDRESSES ? getrlimit(RLIMIT_AS, &found)
		   : limit == FM_PROCESS_DATA	   ? getrlimit(RLIMIT_DATA, &found)
		   : limit == FM_PROCESS_STACK	   ? getrlimit(RLIMIT_STACK, &found)
						   : getrlimit(RLIMIT_MEMLOCK, &found);

	if (failed)
		return 0;
	*bytes = found.rlim_cur == RLIM_INFINITY ? FM_PROCESS_UNLIMITED : (uint64_t)found.rlim_cur;
	return 1;
}

fm_capability_state fm_process_try_execute(void)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	unsigned char *mapped = mmap(NULL, page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (mapped == MAP_FAILED)
		return FM_CAPABILITY_UNKNOWN;
	*mapped = 0; /* some policies ask whether the page was written */

	int failed = mprotect(mapped, page, PROT_READ | PROT_EXEC);

	munmap(mapped, page);
	return failed ? FM_CAPABILITY_DENIED : FM_CAPABILITY_YES;
}
#undef PR_GET_MDWE
#undef REFUSES_EXECUTE

/* ==== lib/os/profile.c ==== */
/** @file
 * Compiled profiles in files: by their path, or by id in the folders that the user names. Nothing is read unless it is asked for, and no
 * file stays open or mapped: what was found sound can't change. */

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

/** Bytes of a path, its end mark included. A longer one is no file's. */
#define PROFILE_PATH_BYTES 4096

/** Bytes of a file that is read at all. */
#define PROFILE_FILE_ROOM (FM_PROFILE_FILE_MAX + 1)

/** The user's folders; NULL where there are none, or where the user is not the one on whose rights this program runs. */
static const char *folders(void)
{
#if defined(__GLIBC__) || defined(__linux__)
	return secure_getenv(FM_PROFILE_PATH);
#else
	return issetugid() ? NULL : getenv(FM_PROFILE_PATH);
#endif
}

/** Reads an open file to its end. Returns its bytes, at most PROFILE_FILE_ROOM, or FM_FILE_.... */
static long read_whole(int file, char *bytes)
{
	long size = 0, got = 1;

	while (got > 0 && size < PROFILE_FILE_ROOM) {
		got = fm_file_read(file, bytes + size, (size_t)(PROFILE_FILE_ROOM - size));
		size += got;
	}
	return got < 0 ? got : size;
}

/** Loads an open file by way of pages that are given back. Returns as fm_profile_load(), and FM_E_PERMISSION or FM_E_TOO_LARGE. */
static fm_status load_file(int file, const fm_profile **out, size_t *error_at, fm_refusal *why)
{
	const fm_memory_provider *pages = fm_memory_default();
	fm_refusal what = { .asked = PROFILE_FILE_ROOM };
	void *bytes = NULL;
	fm_status status;

	what.status = pages->obtain(pages->user, PROFILE_FILE_ROOM, 1, &bytes);
	if (what.status != FM_OK)
		return fm_refuse(why, &what);

	long size = read_whole(file, bytes);

	if (size >= 0 && size < PROFILE_FILE_ROOM) {
		status = fm_profile_load(bytes, (size_t)size, NULL, out, error_at, why);
	} else {
		what.status = size < 0 ? FM_E_PERMISSION : FM_E_TOO_LARGE;
		what.capacity = FM_PROFILE_FILE_MAX;
		status = fm_refuse(why, &what);
	}
	pages->give_back(pages->user, bytes, PROFILE_FILE_ROOM, 1);
	return status;
}

/** Opens and loads the file at `path`. Returns as load_file(), and FM_E_NOT_FOUND. */
static fm_status open_path(const char *path, const fm_profile **out, size_t *error_at, fm_refusal *why)
{
	int file = fm_file_open(AT_FDCWD, path);
	fm_refusal what = { .status = file == FM_FILE_MISSING ? FM_E_NOT_FOUND : FM_E_PERMISSION, .help = FM_HELP_OTHER };
	fm_status status;

	if (file < 0) {
		fm_refusal_set_quoted(&what, "file", path);
		return fm_refuse(why, &what);
	}
	status = load_file(file, out, error_at, why);
	fm_file_close(file);
	return status;
}

/** Looks for ID.fmprofile in the folders, first come wins. Returns as open_path(). */
static fm_status search(const char *id, const fm_profile **out, size_t *error_at, fm_refusal *why)
{
	const char *folder = folders();
	fm_refusal what = { .status = FM_E_NOT_FOUND, .help = FM_HELP_OTHER };
	fm_status status = FM_E_NOT_FOUND;
	char path[PROFILE_PATH_BYTES];

	while (folder != NULL && *folder != '\0' && status == FM_E_NOT_FOUND) {
		size_t length = strcspn(folder, ":");
		fm_text text = fm_text_begin(path, sizeof path);

		for (size_t i = 0; i < length; i++)
			fm_text_add_char(&text, folder[i]);
		fm_text_add_char(&text, '/');
		fm_text_add(&text, id);
		fm_text_add(&text, FM_PROFILE_SUFFIX);
		if (length != 0 && fm_text_end(&text) < sizeof path)
			status = open_path(path, out, error_at, why);
		folder += length + (folder[length] == ':');
	}
	if (status != FM_E_NOT_FOUND)
		return status;
	fm_refusal_set_quoted(&what, "profile", id);
	return fm_refuse(why, &what);
}

/** True iff the name is a path: it has a folder, or the ending of a file. */
static int is_path(const char *name)
{
	size_t length = strlen(name), suffix = sizeof FM_PROFILE_SUFFIX - 1;

	return strchr(name, '/') != NULL || (length >= suffix && strcmp(name + length - suffix, FM_PROFILE_SUFFIX) == 0);
}

fm_status fm_profile_open(const char *name, const fm_profile **out, size_t *error_at, fm_refusal *why)
{
	const fm_profile *found;

	if (name == NULL || out == NULL)
		return fm_refuse(why, &(fm_refusal){ .status = FM_E_ARGUMENT });
	if (is_path(name))
		return open_path(name, out, error_at, why);
	found = fm_profile_find(name);
	if (found == NULL)
		return search(name, out, error_at, why);
	*out = found;
	return FM_OK;
}
#undef PROFILE_PATH_BYTES
#undef PROFILE_FILE_ROOM

/* ==== lib/os/quiet.c ==== */
/** @file
 * A thread's quiet scope: its beginning, what it hears, its end. Its pools: quiet_watch.c. */

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/** Bytes of the structs in the first release. */
#define QUIET_OPTIONS_FIRST_SIZE (offsetof(fm_quiet_options, reserved) + sizeof(uint32_t))
#define QUIET_REPORT_FIRST_SIZE (offsetof(fm_quiet_report, reserved) + sizeof(uint32_t))
#define QUIET_PLACE_FIRST_SIZE (offsetof(fm_quiet_place, frames) + FM_QUIET_FRAMES * sizeof(void *))

/* A key, and no thread-local variable: those would make the library need the loader, and room in every thread of every program. */
static pthread_key_t thread_key;
static pthread_once_t key_once = PTHREAD_ONCE_INIT;
static int key_is_made;

/** A thread ends: so does its scope. */
static void end_with_thread(void *memory)
{
	fm_quiet_forget_pools(memory);
	free(memory);
}

static void make_key(void)
{
	key_is_made = pthread_key_create(&thread_key, end_with_thread) == 0;
}

fm_quiet *fm_quiet_here(void)
{
	pthread_once(&key_once, make_key);
	return key_is_made ? pthread_getspecific(thread_key) : NULL;
}

/** The calling thread's scope, made where there is none; NULL iff there is no memory for it. */
static fm_quiet *make_scope(void)
{
	fm_quiet *scope = fm_quiet_here();

	if (scope != NULL || !key_is_made)
		return scope;
	scope = calloc(1, sizeof *scope);
	if (scope != NULL && pthread_setspecific(thread_key, scope) != 0) {
		free(scope);
		scope = NULL;
	}
	return scope;
}

static void count_call(fm_quiet_report *report, const fm_quiet_call *call)
{
	static const struct {
		size_t calls, bytes, returns;
	} figures[] = {
		[FM_QUIET_POOL] = { offsetof(fm_quiet_report, pool_calls), offsetof(fm_quiet_report, pool_bytes), offsetof(fm_quiet_report, pool_returns) },
		[FM_QUIET_HEAP] = { offsetof(fm_quiet_report, heap_calls), offsetof(fm_quiet_report, heap_bytes), offsetof(fm_quiet_report, heap_returns) },
		[FM_QUIET_PAGES] = { offsetof(fm_quiet_report, page_calls), offsetof(fm_quiet_report, page_bytes), offsetof(fm_quiet_report, page_returns) },
	};
	char *at = (char *)report;
	uint64_t *calls = (uint64_t *)(void *)(at + figures[call->source].calls);
	uint64_t *bytes = (uint64_t *)(void *)(at + figures[call->source].bytes);
	uint64_t *returns = (uint64_t *)(void *)(at + figures[call->source].returns);

	if (call->returns) {
		++*returns;
		return;
	}
	++*calls;
	*bytes = call->size > UINT64_MAX - *bytes ? UINT64_MAX : *bytes + call->size;
}

void fm_quiet_hear(const fm_quiet_call *call)
{
	fm_quiet *scope = fm_quiet_here();

	if (scope == NULL || !scope->open || scope->deaf)
		return;
	count_call(&scope->report, call);
	if (call->returns && scope->options.returns == FM_QUIET_RETURNS_COUNTED)
		return;
	if (scope->report.places == FM_QUIET_PLACES && scope->options.heard == NULL)
		return;

	fm_quiet_place place = { .struct_size = sizeof place, .call = call->name, .source = call->source };

	scope->deaf = 1;
	place.size = call->returns ? 0 : call->size;
	place.depth = fm_frames_get(call->from, place.frames, FM_QUIET_FRAMES);
	if (scope->report.places < FM_QUIET_PLACES)
		scope->places[scope->report.places++] = place;
	if (scope->options.heard != NULL)
		scope->options.heard(scope->options.user, &place);
	scope->deaf = 0;
}

void fm_quiet_hear_pages(const char *name, size_t size, int returns)
{
	const fm_quiet *scope = fm_quiet_here();

	if (scope != NULL && scope->report.pages_heard != FM_QUIET_HEARS)
		fm_quiet_hear(&(fm_quiet_call){ name, FM_QUIET_PAGES, returns, size, FM_RETURN_ADDRESS });
}

/** Listens to libflightmem-quiet, if it is there, and tries what is heard: a sanitizer or valgrind may have taken the calls over. */
static void listen_to_process(fm_quiet *scope)
{
	static void *(*volatile ask)(size_t) = malloc; /* the compiler leaves out what it sees through */
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	void *found = dlsym(RTLD_DEFAULT, FM_QUIET_LISTEN);

	scope->report.pages_heard = FM_QUIET_OWN;
	if (found == NULL)
		return;
	memcpy(&scope->listen, &found, sizeof found);

	scope->listen(fm_quiet_hear);
	free(ask(1));

	void *mapped = mmap(NULL, page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (mapped != MAP_FAILED)
		munmap(mapped, page);
}

/** From what the trial was heard of to a clean record. */
static void end_trial(fm_quiet *scope)
{
	uint32_t heap = scope->report.heap_calls != 0 ? FM_QUIET_HEARS : FM_QUIET_DEAF;
	uint32_t pages = scope->report.page_calls != 0 ? FM_QUIET_HEARS : FM_QUIET_OWN;

	memset(scope->places, 0, sizeof scope->places);
	scope->report = (fm_quiet_report){ .struct_size = sizeof scope->report, .heap_heard = heap, .pages_heard = pages };
}

fm_status fm_quiet_begin(const fm_quiet_options *options)
{
	fm_quiet *scope = fm_quiet_here();
	fm_quiet_options known = { .struct_size = sizeof known };
	fm_status status = options == NULL ? FM_OK : fm_abi_import(&known, sizeof known, QUIET_OPTIONS_FIRST_SIZE, options);

	if (status == FM_OK && known.reserved != 0)
		status = FM_E_ABI_FIELD;
	if (status == FM_OK && known.returns > FM_QUIET_RETURNS_REPORTED)
		status = FM_E_UNSUPPORTED;
	if (status == FM_OK && scope != NULL && scope->open)
		status = FM_E_BUSY;
	if (status != FM_OK)
		return status;
	scope = make_scope();
	if (scope == NULL)
		return FM_E_NO_MEMORY;

	memset(scope, 0, sizeof *scope);
	fm_frames_prepare();
	scope->open = 1;
	listen_to_process(scope);
	end_trial(scope);
	scope->options = known;
	return FM_OK;
}

static int was_quiet(const fm_quiet *scope)
{
	const fm_quiet_report *report = &scope->report;
	uint64_t returns = report->pool_returns | report->heap_returns | report->page_returns;

	if ((report->pool_calls | report->heap_calls | report->page_calls) != 0)
		return 0;
	return scope->options.returns == FM_QUIET_RETURNS_COUNTED || returns == 0;
}

fm_status fm_quiet_end(fm_quiet_report *report)
{
	fm_quiet *scope = fm_quiet_here();
	fm_status status = report == NULL ? FM_OK : fm_abi_check(report, QUIET_REPORT_FIRST_SIZE);

	if (status == FM_OK && (scope == NULL || !scope->open))
		status = FM_E_NOT_FOUND;
	if (status == FM_OK && scope->deaf) /* inside `heard` */
		status = FM_E_BUSY;
	if (status != FM_OK)
		return status;

	if (scope->listen != NULL)
		scope->listen(NULL);
	scope->open = 0;
	fm_quiet_forget_pools(scope);
	if (report != NULL)
		fm_abi_export(report, &scope->report, sizeof scope->report);
	return was_quiet(scope) ? FM_OK : FM_E_NOT_QUIET;
}

fm_status fm_quiet_get_place(uint32_t index, fm_quiet_place *out)
{
	const fm_quiet *scope = fm_quiet_here();
	fm_status status = fm_abi_check(out, QUIET_PLACE_FIRST_SIZE);

	if (status == FM_OK && (scope == NULL || index >= scope->report.places))
		status = FM_E_NOT_FOUND;
	if (status == FM_OK)
		fm_abi_export(out, &scope->places[index], sizeof *out);
	return status;
}
#undef QUIET_OPTIONS_FIRST_SIZE
#undef QUIET_REPORT_FIRST_SIZE
#undef QUIET_PLACE_FIRST_SIZE

/* ==== lib/os/quiet_format.c ==== */
/** @file
 * What a quiet scope heard, as text. */

/** "heap: 2 asked for (48 bytes), 1 given back". */
static void add_source(fm_text *text, const char *who, uint64_t calls, uint64_t bytes, uint64_t returns)
{
	fm_text_add(text, who);
	fm_text_add_grouped(text, calls);
	fm_text_add(text, " asked for (");
	fm_text_add_grouped(text, bytes);
	fm_text_add(text, bytes == 1 ? " byte), " : " bytes), ");
	fm_text_add_grouped(text, returns);
	fm_text_add(text, " given back");
}

static void add_report(fm_text *text, const fm_quiet_report *report)
{
	add_source(text, "watched pools: ", report->pool_calls, report->pool_bytes, report->pool_returns);
	if (report->heap_heard == FM_QUIET_HEARS)
		add_source(text, "; heap: ", report->heap_calls, report->heap_bytes, report->heap_returns);
	else
		fm_text_add(text, "; heap: not heard");
	add_source(text, report->pages_heard == FM_QUIET_HEARS ? "; pages: " : "; pages of the library: ", report->page_calls, report->page_bytes,
		    report->page_returns);
}

/** "malloc(32) by step_world+0x1A (game) < main+0x40 (game)". */
static void add_place(fm_text *text, const fm_quiet_place *place)
{
	fm_text_add(text, "\n  ");
	fm_text_add(text, place->call);
	fm_text_add_char(text, '(');
	if (place->size != 0)
		fm_text_add_number(text, place->size);
	fm_text_add(text, ") by ");
	for (uint32_t i = 0; i < place->depth; i++) {
		if (i != 0)
			fm_text_add(text, " < ");
		fm_frames_add_name(text, place->frames[i]);
	}
}

size_t fm_quiet_format(char *buffer, size_t capacity)
{
	fm_quiet *scope = fm_quiet_here();
	fm_text text = fm_text_begin(buffer, capacity);

	if (scope == NULL) {
		fm_text_add(&text, "the thread has begun no quiet scope");
		return fm_text_end(&text);
	}

	int deaf = scope->deaf;

	scope->deaf = 1; /* the dynamic linker may ask for memory to find a name */
	add_report(&text, &scope->report);
	for (uint32_t i = 0; i < scope->report.places; i++)
		add_place(&text, &scope->places[i]);
	scope->deaf = deaf;
	return fm_text_end(&text);
}

const char *fm_quiet_text(void)
{
	fm_quiet *scope = fm_quiet_here();

	if (scope == NULL)
		return "the thread has begun no quiet scope";
	fm_quiet_format(scope->text, sizeof scope->text);
	return scope->text;
}

/* ==== lib/os/quiet_watch.c ==== */
/** @file
 * Pools under a quiet scope: their fast calls are replaced by ones that report, then do what the strategy does. */
#include <stdlib.h>

/** What stands first in a watched pool's head. The fast call jumped here, so the return address is that of the pool's user. */
#define HEAR(call_name, gives_back, bytes) \
	fm_quiet_hear(&(fm_quiet_call){ .name = call_name, .source = FM_QUIET_POOL, .returns = gives_back, .size = bytes, .from = FM_RETURN_ADDRESS })

static void *hear_take(fm_strategy_state *state, size_t size)
{
	HEAR("fm_pool_alloc", 0, size);
	return state->strategy->calls.take(state, size);
}

static void *hear_take_aligned(fm_strategy_state *state, size_t size, size_t align)
{
	HEAR("fm_pool_alloc_aligned", 0, size);
	return state->strategy->calls.take_aligned(state, size, align);
}

static fm_status hear_give(fm_strategy_state *state, uintptr_t block)
{
	HEAR("fm_pool_free", 1, 0);
	return state->strategy->calls.give(state, block);
}

static fm_status hear_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	HEAR("fm_pool_acquire", 0, size);
	return state->strategy->calls.lend(state, size, align, out, why);
}

static fm_status hear_take_back(fm_strategy_state *state, uint64_t token)
{
	HEAR("fm_pool_release", 1, 0);
	return state->strategy->calls.take_back(state, token);
}

static const fm_strategy_calls hearing = { hear_take, hear_take_aligned, hear_give, hear_lend, hear_take_back };

static int is_watched(const fm_pool *pool)
{
	return pool->state.calls.take == hear_take;
}

static int scope_has(const fm_quiet *scope, const fm_pool *pool)
{
	for (size_t i = 0; i < scope->pool_count; i++)
		if (scope->pools[i] == pool)
			return 1;
	return 0;
}

/** Makes room for one pool more. */
static fm_status make_room(fm_quiet *scope)
{
	if (scope->pool_count < scope->pool_room)
		return FM_OK;

	size_t room = scope->pool_room * 2 + 8;
	int deaf = scope->deaf;

	scope->deaf = 1;
	fm_pool **pools = realloc(scope->pools, room * sizeof(fm_pool *));

	scope->deaf = deaf;
	if (pools == NULL)
		return FM_E_NO_MEMORY;
	scope->pools = pools;
	scope->pool_room = room;
	return FM_OK;
}

fm_status fm_quiet_watch(fm_pool *pool)
{
	fm_quiet *scope = fm_quiet_here();

	if (pool == NULL)
		return FM_E_ARGUMENT;
	if (scope == NULL || !scope->open)
		return FM_E_NOT_FOUND;
	if (is_watched(pool))
		return scope_has(scope, pool) ? FM_OK : FM_E_BUSY;

	fm_status status = make_room(scope);

	if (status != FM_OK)
		return status;
	scope->pools[scope->pool_count++] = fm_pool_ref(pool);
	pool->state.calls = hearing;
	return FM_OK;
}

void fm_quiet_forget_pools(fm_quiet *scope)
{
	for (size_t i = 0; i < scope->pool_count; i++) {
		scope->pools[i]->state.calls = scope->pools[i]->state.strategy->calls;
		fm_pool_unref(scope->pools[i]);
	}
	free(scope->pools);
	scope->pools = NULL;
	scope->pool_count = 0;
	scope->pool_room = 0;
}
#undef HEAR

/* ==== lib/host/capability.c ==== */
/** @file
 * From figures to capabilities: a rule for each that a figure can answer. */
/** @file
 * One reading of a host: who asks, where answers go, and the texts that name sources. */
#ifndef FLIGHTMEM_HOST_PRIVATE_H
#define FLIGHTMEM_HOST_PRIVATE_H

/** Bytes of a file that are kept. More than any file of /proc that is read whole has, but for /proc/cpuinfo, whose first CPU suffices. */
#define FM_HOST_TEXT_BYTES 8192

/** A reading. */
typedef struct fm_host {
	fm_host_facts facts; /**< so far */
	int root;       /**< folder that has proc and sys */
	int live;       /**< 1: it is this process; the system and the CPU may be asked directly */
	uint32_t flags; /**< FM_HOST_TRY */
	uint32_t length; /**< bytes of `text` */
	char text[FM_HOST_TEXT_BYTES + 1]; /**< the file that was read last; text[length] is 0 */
} fm_host;

/* Sources: fm_host_source() leads from the name to the text. One block of texts, so that the tables need no relocation. */
#define FM_HOST_SOURCES(X) \
	X(NOBODY, "") \
	X(ADDRESSES, "RLIMIT_AS") \
	X(ARCH, "/proc/sys/kernel/arch") \
	X(AUXV, "/proc/self/auxv") \
	X(CACHE, "/sys/devices/system/cpu/cpu0/cache") \
	X(COMPILER, "what the library was compiled for") \
	X(CPU, "the CPU: cpuid, AT_HWCAP") \
	X(CPUINFO, "/proc/cpuinfo") \
	X(CTR, "register CTR_EL0") \
	X(DATA, "RLIMIT_DATA") \
	X(EVENTS, "memory.events oom_kill") \
	X(EVENTS_1, "memory.oom_control oom_kill") \
	X(EXECFN, "AT_EXECFN") \
	X(GROUP, "/proc/self/cgroup") \
	X(GROUP_HIGH, "memory.high") \
	X(GROUP_MAX, "memory.max") \
	X(GROUP_MAX_1, "memory.limit_in_bytes") \
	X(GROUP_PRESSURE, "memory.pressure") \
	X(GROUP_SWAP, "memory.swap.max") \
	X(GROUP_SWAP_1, "memory.memsw.limit_in_bytes") \
	X(HIERARCHY_1, "memory.stat hierarchical_memory_limit") \
	X(HUGE, "/sys/kernel/mm/hugepages") \
	X(LOCKED, "RLIMIT_MEMLOCK") \
	X(MAPPINGS, "/proc/sys/vm/max_map_count") \
	X(MDWE, "prctl(PR_GET_MDWE)") \
	X(MEMINFO, "/proc/meminfo") \
	X(MMAP, "mmap: whole pages") \
	X(MOUNTS, "/proc/self/mountinfo") \
	X(MPROTECT, "mprotect(PROT_EXEC)") \
	X(NODES, "/sys/devices/system/node") \
	X(OVERCOMMIT, "/proc/sys/vm/overcommit_memory") \
	X(PAGESZ, "AT_PAGESZ") \
	X(PAX, "/proc/self/status PaX") \
	X(PRESSURE, "/proc/pressure/memory") \
	X(PSABI, "largest page of the architecture's binary interface") \
	X(SECCOMP, "/proc/self/status Seccomp: a filter may refuse") \
	X(SELINUX, "/sys/fs/selinux/enforce: the policy may refuse") \
	X(STACK, "RLIMIT_STACK") \
	X(STATUS, "/proc/self/status") \
	X(SYSCONF, "sysconf") \
	X(THP, "/sys/kernel/mm/transparent_hugepage") \
	X(THP_OFF, "/proc/self/status THP_enabled") \
	X(USED, "memory.current, memory.stat inactive_file") \
	X(USED_1, "memory.usage_in_bytes, memory.stat total_inactive_file") \
	X(VECTOR, "prctl(PR_SVE_GET_VL)")

/** The block of texts. */
struct fm_host_texts {
#define FM_HOST_TEXT(name, text) char name[sizeof(text)];
	FM_HOST_SOURCES(FM_HOST_TEXT)
#undef FM_HOST_TEXT
};

/** A source: where its text lies in the block. */
enum fm_host_source {
#define FM_HOST_SOURCE(name, text) FM_FROM_##name = offsetof(struct fm_host_texts, name),
	FM_HOST_SOURCES(FM_HOST_SOURCE)
#undef FM_HOST_SOURCE
};

/** The text of a source; static. */
const char *fm_host_source(enum fm_host_source source);

/** Puts a figure down. `value` is 0 where none is known. */
void fm_host_set(fm_host *host, fm_host_id id, fm_capability_state state, uint64_t value, enum fm_host_source source);

/** Puts a figure down that is YES. */
void fm_host_know(fm_host *host, fm_host_id id, uint64_t value, enum fm_host_source source);

/** The value of a figure that was put down as YES; else 0. */
uint64_t fm_host_value(const fm_host *host, fm_host_id id);

/* The parts of a reading, in this order. */
void fm_host_read_process(fm_host *host);  /**< what kind of process, its pages and addresses */
void fm_host_read_cpu(fm_host *host);      /**< features and vectors */
void fm_host_read_settings(fm_host *host); /**< figures that stand in a file as they are: CPUs, nodes, settings */
void fm_host_read_machine(fm_host *host);  /**< caches, nodes, huge pages, whether pages are translated */
void fm_host_read_policy(fm_host *host);   /**< write or execute */
void fm_host_read_memory(fm_host *host);   /**< memory and limits of the system and the process, which stand in a file as they are too */
void fm_host_read_groups(fm_host *host);   /**< limits of control groups; then the smallest of all */
void fm_host_read_pressure(fm_host *host); /**< signs that memory ends */

#endif
/** @file
 * What a host can do, from its figures. */
#ifndef FLIGHTMEM_HOST_PROFILE_H
#define FLIGHTMEM_HOST_PROFILE_H

/** The built-in profile of every machine of this kind ("linux-aarch64"); NULL: there is none. */
const fm_profile *fm_host_kind(const fm_host_facts *facts);

/**
 * What the figures say of a capability; where they say nothing, what is so on every machine of `kind`, which may be NULL. Returns 1 iff the
 * figures answer; then the source is theirs, else one of `kind`, or NULL.
 */
int fm_host_capability(const fm_host_facts *facts, const fm_profile *kind, fm_capability_id id, fm_capability *out);

#endif

/** A figure that answers as it is, by capability; 0: none does. No capability is answered by the first figure. */
static const uint8_t answers[] = {
	[FM_HAS_MMU] = FM_HOST_MMU,
	[FM_HAS_HUGE_PAGES] = FM_HOST_HUGE_TRANSPARENT,
	[FM_HAS_EXECUTABLE_MEMORY] = FM_HOST_EXECUTABLE,
	[FM_HAS_SIMD_WIDTH] = FM_HOST_SIMD,
	[FM_HAS_PRESSURE_SIGNALS] = FM_HOST_PRESSURE_SOME,
};

/** Answers with a figure. */
static void take(const fm_host_figure *figure, fm_capability *out)
{
	out->state = figure->state;
	out->value = figure->value;
	out->unit = figure->value == 0 ? FM_UNIT_NONE : figure->unit;
	out->source = figure->source;
}

/** What there is none of by itself may have been set aside and be free. What was not set aside only the administrator gives. */
static void take_huge_pages(const fm_host_figure *figures, fm_capability *out)
{
	const fm_host_figure *pool = &figures[FM_HOST_HUGE_FREE], *page = &figures[FM_HOST_HUGE_PAGE];

	if (out->state == FM_CAPABILITY_YES || pool->state != FM_CAPABILITY_YES || page->state != FM_CAPABILITY_YES)
		return;
	take(page, out);
	out->state = pool->value != 0 ? FM_CAPABILITY_YES : FM_CAPABILITY_DENIED;
}

/** Instructions that programs may use. */
static void take_features(const fm_host_figure *features, uint32_t wanted, fm_capability *out)
{
	if (features->state == FM_CAPABILITY_YES && features->value & wanted) {
		take(features, out);
		out->value = 0;
		out->unit = FM_UNIT_NONE;
	}
}

static void give_value(fm_capability *out, uint64_t value, fm_unit unit)
{
	if (out->state == FM_CAPABILITY_YES && value != 0) {
		out->value = value;
		out->unit = unit;
	}
}

/** Stalls as they happen, and kills of the own group. */
static void count_signals(const fm_host_figure *figures, fm_capability *out)
{
	const fm_host_figure *kills = &figures[FM_HOST_GROUP_KILLS];
	uint32_t ways = out->state == FM_CAPABILITY_YES;

	if (ways == 0 && kills->state == FM_CAPABILITY_YES)
		take(kills, out);
	out->value = 0;
	out->unit = FM_UNIT_NONE;
	give_value(out, ways + (kills->state == FM_CAPABILITY_YES), FM_UNIT_COUNT);
}

static void from_figures(const fm_host_figure *figures, fm_capability_id id, fm_capability *out)
{
	if (id < sizeof answers && answers[id] != 0)
		take(&figures[answers[id]], out);
	if (id == FM_HAS_HUGE_PAGES)
		take_huge_pages(figures, out);
	else if (id == FM_HAS_CACHE_CONTROL)
		take_features(&figures[FM_HOST_CPU_FEATURES], FM_CPU_CLFLUSH | FM_CPU_DCPOP | FM_CPU_ZICBOM, out);
	else if (id == FM_HAS_ATOMICS_WIDTH)
		take_features(&figures[FM_HOST_CPU_FEATURES], FM_CPU_CX16, out);
	else if (id == FM_HAS_PRESSURE_SIGNALS)
		count_signals(figures, out);
	if (id == FM_HAS_ATOMICS_WIDTH)
		give_value(out, 128, FM_UNIT_BITS);
}

const fm_profile *fm_host_kind(const fm_host_facts *facts)
{
	char id[24];
	fm_text text = fm_text_begin(id, sizeof id);

	if (facts->figures[FM_HOST_ARCH].state != FM_CAPABILITY_YES || facts->figures[FM_HOST_ARCH].value > UINT32_MAX)
		return NULL;
	fm_text_add(&text, "linux-");
	fm_text_add(&text, fm_arch_name((uint32_t)facts->figures[FM_HOST_ARCH].value));
	fm_text_end(&text);
	return fm_profile_find(id);
}

/** What every machine of the kind has: a "may be" of theirs is no answer for the one that was asked. */
static void from_kind(const fm_profile *kind, fm_capability_id id, fm_capability *out)
{
	fm_capability known = { .struct_size = sizeof known };

	if (fm_profile_capability(kind, id, &known) == FM_OK && known.state != FM_CAPABILITY_UNKNOWN)
		*out = known;
}

int fm_host_capability(const fm_host_facts *facts, const fm_profile *kind, fm_capability_id id, fm_capability *out)
{
	int own;

	*out = (fm_capability){ .struct_size = sizeof *out, .id = id };
	from_figures(facts->figures, id, out);
	own = out->source != NULL;
	if (!own)
		from_kind(kind, id, out);
	if (id == FM_HAS_MMU || id == FM_HAS_MEMORY_GROWTH)
		give_value(out, facts->figures[FM_HOST_PAGE].value, FM_UNIT_BYTES);
	return own;
}

/* ==== lib/host/cpu.c ==== */
/** @file
 * What the CPU has: asked of itself in the process that this is, else as /proc/cpuinfo lists it. */
/** @file
 * Files of a system as text: bounded, and never believed before they are read to the end of what was asked. */
#ifndef FLIGHTMEM_HOST_TEXT_H
#define FLIGHTMEM_HOST_TEXT_H

/** State of a file or a number beside FM_CAPABILITY_...: there is no such file, or no such line in it. */
#define FM_HOST_MISSING 4u

/**
 * Reads the begin of the file at `path`, relative to the root, into host->text. Returns FM_CAPABILITY_YES; FM_HOST_MISSING; FM_CAPABILITY_DENIED;
 * FM_CAPABILITY_UNKNOWN iff it can't be read for another reason. Unless it is YES the text is empty.
 */
uint32_t fm_host_text_read(fm_host *host, const char *path);

/** What follows `key` and then colons, spaces and tabs, where a line of the text begins with these; NULL iff none does. */
const char *fm_host_text_find(const fm_host *host, const char *key);

/** What follows `prefix`, where the text at `at` begins with it; else NULL. */
const char *fm_host_text_after(const char *at, const char *prefix);

/** True iff `at` has the bytes of `word` and then none that belongs to a word. */
int fm_host_text_is(const char *at, const char *word);

/**
 * What follows `word` where a word of the line at `at` is, or with `prefix` begins with, these bytes; NULL iff none does, or `at` is NULL. Words are
 * parted by spaces, tabs, commas, underscores and brackets.
 */
const char *fm_host_text_word(const char *at, const char *word, int prefix);

/** Reads digits into `*value`. Returns what follows; NULL iff `at` is NULL, there are none, or they pass 64 bits: then `*value` stays. */
const char *fm_host_text_digits(const char *at, uint64_t *value);

/**
 * Reads the number at `at`: digits, then "kB" or "K" for 1024. Returns FM_CAPABILITY_YES; FM_CAPABILITY_NO iff it says "max" or "unlimited" instead;
 * FM_CAPABILITY_UNKNOWN iff it is anything else, has more than 64 bits, or the text was cut off there; FM_HOST_MISSING iff `at` is NULL. `*value` is 0
 * unless it is YES.
 */
uint32_t fm_host_text_number(const char *at, uint64_t *value);

/** Reads the number of the line that begins with `key`. Returns 1 iff there is one; else `*value` is 0. */
int fm_host_text_value(const fm_host *host, const char *key, uint64_t *value);

/** Reads the number in the file at `path`. Returns as fm_host_text_read() and fm_host_text_number(). */
uint32_t fm_host_number(fm_host *host, const char *path, uint64_t *value);

/** How many numbers a list such as "0-3,8" names; 0 iff it is none, or `at` is NULL. */
uint32_t fm_host_text_count(const char *at);

#endif

/* Lines of /proc/cpuinfo that list what a CPU has: x86; ARM; IBM Z; RISC-V; POWER. */
static const char keys[][9] = { "flags", "Features", "features", "isa", "cpu" };

#define KEYS (sizeof keys / sizeof keys[0])

/** Vectors, the widest first. */
static const struct vector {
	uint32_t feature;
	uint16_t bits;
} vectors[] = {
	{ FM_CPU_AVX512F, 512 }, { FM_CPU_AVX, 256 },
	{ FM_CPU_SSE2 | FM_CPU_ASIMD | FM_CPU_NEON | FM_CPU_ALTIVEC | FM_CPU_VX | FM_CPU_SVE | FM_CPU_V, 128 },
};

/** RISC-V: "rv64imafdcv_zicbom": single letters, then names. */
static int has_vector_letter(const char *at)
{
	if (at[0] != 'r' || at[1] != 'v')
		return 0;
	at += 2;
	while ((*at >= '0' && *at <= '9') || (*at >= 'a' && *at <= 'u'))
		at++;
	return *at == 'v';
}

/** The first CPU of the file speaks for all. Returns 1 iff it lists what it has. */
static int listed(fm_host *host, uint32_t *features)
{
	int any = 0;

	*features = 0;
	fm_host_text_read(host, "proc/cpuinfo");
	for (unsigned key = 0; key < KEYS; key++) {
		const char *at = fm_host_text_find(host, keys[key]);

		any |= at != NULL;
		for (uint32_t bit = 1; bit <= FM_CPU_ZICBOM; bit <<= 1)
			if (bit == FM_CPU_V ? at != NULL && has_vector_letter(at) : fm_host_text_word(at, fm_cpu_feature_name(bit), 0) != NULL)
				*features |= bit;
	}
	return any;
}

void fm_host_read_cpu(fm_host *host)
{
	uint32_t features, own = host->live ? fm_cpu_vector_bits() : 0;
	enum fm_host_source source = host->live ? FM_FROM_CPU : FM_FROM_CPUINFO;

	if (host->live ? !fm_cpu_features(&features) : !listed(host, &features))
		return;
	fm_host_know(host, FM_HOST_CPU_FEATURES, features, source);
	fm_host_set(host, FM_HOST_SIMD, FM_CAPABILITY_NO, 0, source);
	for (unsigned i = sizeof vectors / sizeof vectors[0]; i-- > 0;)
		if (features & vectors[i].feature)
			fm_host_know(host, FM_HOST_SIMD, vectors[i].bits, source);
	if (own != 0)
		fm_host_know(host, FM_HOST_SIMD, own, FM_FROM_VECTOR);
}
#undef KEYS

/* ==== lib/host/group.c ==== */
/** @file
 * Where the process' control group is: Documentation/admin-guide/cgroup-v2.rst, cgroup-v1/memory.rst, filesystems/proc.rst (mountinfo).
 *
 *     /proc/self/cgroup      4:memory:/pod/web        the path, from the root of the hierarchy
 *     /proc/self/mountinfo   35 31 0:32 /pod /sys/fs/cgroup/memory rw shared:9 - cgroup cgroup rw,memory
 *                                       root  mount point                        type          options
 *     folder                 sys/fs/cgroup/memory  +  path less root = /web
 *
 * A path may have colons, so only the first two part it. Lines of mountinfo have any length, so they are read word by word. Both versions
 * may be mounted at once; memory is limited by version 1 iff its hierarchy has that controller. */
/** @file
 * The control group that the process is in, as far as its folders can be seen. */
#ifndef FLIGHTMEM_HOST_GROUP_H
#define FLIGHTMEM_HOST_GROUP_H

/** Bytes of the longest path of a group that is followed; of longer ones nothing is said. */
#define FM_HOST_PATH_BYTES 2048

/** A group. `path` is relative to the root, without a slash at its end. */
typedef struct fm_host_group {
	uint32_t version; /**< 1 or 2; 0: none was found */
	int hidden;       /**< 1: the folder at `top` is not the root of the hierarchy */
	size_t top;       /**< bytes of the path of the folder that the hierarchy is mounted at */
	size_t length;    /**< bytes of `path` */
	char path[FM_HOST_PATH_BYTES];
} fm_host_group;

/**
 * Finds the process' group in the hierarchy that limits memory. Returns FM_CAPABILITY_YES; FM_CAPABILITY_NO iff the process is in none;
 * FM_CAPABILITY_UNKNOWN iff the system does not say, its folder is not mounted, or lies outside of what the process sees: then version is 0.
 */
uint32_t fm_host_group_find(fm_host *host, fm_host_group *group);

/** Reads a file of the group's folder into host->text. Returns as fm_host_text_read(). */
uint32_t fm_host_group_read(fm_host *host, fm_host_group *group, const char *file);

/** Goes one level up. Returns 1; 0 at the top. */
int fm_host_group_up(fm_host_group *group);

#endif

/** Bytes of a file that are believed to belong together: more is no file of a system. */
#define FILE_BYTES (UINT32_C(16) << 20)

/** A file, byte by byte. */
struct stream {
	int file;
	uint32_t read; /**< bytes in all */
	size_t at, length;
	unsigned char bytes[512];
};

/** The next byte; -1 at the end. */
static int next_byte(struct stream *stream)
{
	if (stream->at == stream->length) {
		long got = stream->read < FILE_BYTES ? fm_file_read(stream->file, stream->bytes, sizeof stream->bytes) : 0;

		if (got <= 0)
			return -1;
		stream->at = 0;
		stream->length = (size_t)got;
		stream->read += (uint32_t)got;
	}
	return stream->bytes[stream->at++];
}

/** Digit `c` of an octal number; else 8. */
static unsigned octal(int c)
{
	return c >= '0' && c <= '7' ? (unsigned)c - '0' : 8;
}

/** Undoes \040, \011, \012 and \134 in place. */
static void unescape(char *text)
{
	char *to = text;

	for (; *text != '\0'; text++, to++) {
		*to = *text;
		if (*text != '\\' || octal(text[1]) > 3 || octal(text[2]) > 7 || octal(text[3]) > 7)
			continue;
		*to = (char)(octal(text[1]) << 6 | octal(text[2]) << 3 | octal(text[3]));
		text += 3;
	}
	*to = '\0';
}

/** The next word of a line into `room` bytes. Returns what ended it: ' ', '\n', -1. A word that does not fit becomes "". */
static int next_word(struct stream *stream, char *word, size_t room)
{
	size_t length = 0;
	int byte;

	while ((byte = next_byte(stream)) >= 0 && byte != ' ' && byte != '\n') {
		if (length < room - 1)
			word[length] = (char)byte;
		length += length < room;
	}
	word[length < room ? length : 0] = '\0';
	return byte;
}

/** What stands after the dash: the type, the source, the options. Returns the version of a hierarchy that has memory; else 0. */
static uint32_t read_type(struct stream *stream, int *end)
{
	char word[256] = "";
	uint32_t type = 0;

	for (int field = 0; *end == ' '; field++) {
		*end = next_word(stream, word, sizeof word);
		if (field == 0)
			type = fm_host_text_is(word, "cgroup2") ? 2 : fm_host_text_is(word, "cgroup") ? 1 : 0;
		else if (field == 2)
			return type == 1 && fm_host_text_word(word, "memory", 0) == NULL ? 0 : type;
	}
	return 0;
}

/** One line: fields 4 and 5, and what hierarchy of groups is mounted; 0: none. Returns 0 at the end of the file. */
static int next_mount(struct stream *stream, char *root, char *point, uint32_t *version)
{
	enum { ROOT = 3, POINT = 4 };
	char word[8] = "";
	int end = ' ';

	root[0] = point[0] = '\0';
	for (int field = 0; end == ' ' && field <= POINT; field++)
		end = field == ROOT ? next_word(stream, root, FM_HOST_PATH_BYTES) : field == POINT ? next_word(stream, point, FM_HOST_PATH_BYTES)
												    : next_word(stream, word, sizeof word);
	while (end == ' ' && !(word[0] == '-' && word[1] == '\0'))
		end = next_word(stream, word, sizeof word);
	*version = read_type(stream, &end);
	while (end == ' ')
		end = next_word(stream, word, sizeof word);
	unescape(root);
	unescape(point);
	return end >= 0 || *version != 0;
}

/** Cuts the line at `line` into "1:memory:/path" or "0::/path". Returns the path, with `*controllers` before it; NULL iff it is no such line. */
static char *cut_line(char *line, char *end, char **controllers)
{
	char *colons[2];
	unsigned found = 0;

	for (char *at = line; at < end && found < 2; at++)
		if (*at == ':')
			colons[found++] = at;
	if (found < 2)
		return NULL;
	*colons[1] = *end = '\0';
	*controllers = colons[0] + 1;
	return colons[1] + 1;
}

/** The process' path in the hierarchy of that version, in host->text; NULL iff it is in none, or the text was cut off there. */
static const char *own_path(fm_host *host, uint32_t version)
{
	char *line = host->text, *end = line, *controllers;

	fm_host_text_read(host, "proc/self/cgroup");
	for (; *end != '\0'; end++) {
		if (*end != '\n')
			continue;

		char *path = cut_line(line, end, &controllers);

		if (path != NULL && (version == 2 ? line[0] == '0' && *controllers == '\0' : fm_host_text_word(controllers, "memory", 0) != NULL))
			return path;
		line = end + 1;
	}
	return NULL;
}

/** What of the process' path lies below the root of a mount; NULL iff the mount does not show it. */
static const char *below(const char *path, const char *root)
{
	size_t length = 0;

	if (root[0] == '/' && root[1] == '\0')
		root = "";
	while (root[length] != '\0' && root[length] == path[length])
		length++;
	if (root[length] != '\0' || (path[length] != '\0' && path[length] != '/'))
		return NULL;
	return path[length] == '/' && path[length + 1] == '\0' ? "" : path + length;
}

/** Adds `text` to the group's path. Returns 0 iff it does not fit. */
static int add(fm_host_group *group, const char *text)
{
	for (; *text != '\0'; text++) {
		if (group->length == FM_HOST_PATH_BYTES - 1)
			return 0;
		group->path[group->length++] = *text;
	}
	group->path[group->length] = '\0';
	return 1;
}

/** The first mount of that version that shows the path. */
static uint32_t find_folder(const fm_host *host, const char *path, uint32_t version, fm_host_group *group)
{
	char root[FM_HOST_PATH_BYTES], point[FM_HOST_PATH_BYTES];
	struct stream stream = { .file = fm_file_open(host->root, "proc/self/mountinfo") };
	uint32_t found, state = FM_CAPABILITY_UNKNOWN;

	if (stream.file < 0)
		return state;
	while (state != FM_CAPABILITY_YES && next_mount(&stream, root, point, &found)) {
		const char *rest = found == version && point[0] == '/' ? below(path, root) : NULL;

		group->length = 0;
		if (rest == NULL || !add(group, point + 1))
			continue;
		group->top = group->length;
		group->hidden = root[1] != '\0';
		if (add(group, rest)) {
			group->version = version;
			state = FM_CAPABILITY_YES;
		}
	}
	fm_file_close(stream.file);
	return state;
}

uint32_t fm_host_group_find(fm_host *host, fm_host_group *group)
{
	const char *path = own_path(host, 1);
	uint32_t state;

	group->version = 0;
	if (path != NULL)
		return find_folder(host, path, 1, group);
	path = own_path(host, 2);
	if (path != NULL)
		return find_folder(host, path, 2, group);
	/* A kernel without control groups has no such file; one without procfs has no other either. */
	state = fm_host_text_read(host, "proc/self/cgroup");
	if (state == FM_HOST_MISSING)
		state = fm_host_text_read(host, "proc/self/status");
	return state == FM_CAPABILITY_YES && host->length < FM_HOST_TEXT_BYTES ? FM_CAPABILITY_NO : FM_CAPABILITY_UNKNOWN;
}

uint32_t fm_host_group_read(fm_host *host, fm_host_group *group, const char *file)
{
	size_t length = group->length;
	uint32_t state = FM_CAPABILITY_UNKNOWN;

	host->length = 0;
	host->text[0] = '\0';
	if (add(group, "/") && add(group, file))
		state = fm_host_text_read(host, group->path);
	group->length = length;
	group->path[length] = '\0';
	return state;
}

int fm_host_group_up(fm_host_group *group)
{
	if (group->length <= group->top)
		return 0;
	while (group->path[--group->length] != '/')
		continue;
	group->path[group->length] = '\0';
	return 1;
}
#undef FILE_BYTES

/* ==== lib/host/groups.c ==== */
/** @file
 * Limits of control groups, from the process' own up to the highest that is seen, and what they leave. Each limit is held against what is
 * used at its own level; the smallest of each wins, which need not be at the same level. */

/** Limits in the folder of a group. */
struct limit {
	char file[28];
	uint8_t id;
	uint16_t source;
};

enum { MAX, HIGH, SWAP, LIMITS };

/** What the versions call them. */
static const struct files {
	struct limit limits[LIMITS];
	char used[22], unused[20];
	uint16_t used_source;
} files[] = {
	{ { { "memory.limit_in_bytes", FM_HOST_CGROUP_LIMIT, FM_FROM_GROUP_MAX_1 }, { "", 0, 0 },
		{ "memory.memsw.limit_in_bytes", FM_HOST_CGROUP_SWAP, FM_FROM_GROUP_SWAP_1 } },
		"memory.usage_in_bytes", "total_inactive_file", FM_FROM_USED_1 },
	{ { { "memory.max", FM_HOST_CGROUP_LIMIT, FM_FROM_GROUP_MAX }, { "memory.high", FM_HOST_CGROUP_HIGH, FM_FROM_GROUP_HIGH },
		{ "memory.swap.max", FM_HOST_CGROUP_SWAP, FM_FROM_GROUP_SWAP } },
		"memory.current", "inactive_file", FM_FROM_USED },
};

/** Puts down the smaller of what stands and a figure; `id` has the unit. */
static void narrow_limit(fm_host *host, fm_host_id id, uint64_t value, const char *source)
{
	fm_host_figure *figure = &host->facts.figures[id];

	if (figure->state != FM_CAPABILITY_YES || value < figure->value)
		*figure = (fm_host_figure){ source, value, FM_CAPABILITY_YES, FM_UNIT_BYTES };
}

/** What a limit leaves of itself. */
static void leave(fm_host *host, uint64_t limit, uint64_t used, const char *source)
{
	narrow_limit(host, FM_HOST_AVAILABLE, used < limit ? limit - used : 0, source);
}

/** A number in the folder of a group. Version 1 writes one near 2^63 where there is no limit: others with other pages. */
static uint32_t number_of(fm_host *host, fm_host_group *group, const char *file, uint64_t *value)
{
	uint32_t state = fm_host_group_read(host, group, file);

	*value = 0;
	if (state == FM_CAPABILITY_YES)
		state = fm_host_text_number(host->text, value);
	return state == FM_CAPABILITY_YES && *value >> 62 != 0 ? FM_CAPABILITY_NO : state;
}

/** Bytes used at this level, without files that nobody has used lately: those are given up first. Returns 1 iff they are known. */
static int used_of(fm_host *host, fm_host_group *group, uint64_t *used)
{
	const struct files *names = &files[group->version - 1];
	uint32_t state = number_of(host, group, names->used, used);
	uint64_t unused;

	fm_host_group_read(host, group, "memory.stat");
	if (fm_host_text_value(host, names->unused, &unused))
		*used -= unused < *used ? unused : *used;
	return state == FM_CAPABILITY_YES;
}

/** Puts down the smaller of what stands and `value`. Returns 1 iff that is `value`. */
static int take_smaller(fm_host *host, fm_host_id id, uint32_t state, uint64_t value, enum fm_host_source source)
{
	const fm_host_figure *figure = &host->facts.figures[id];
	uint32_t before = figure->state;

	/* A level that may not be read could have any limit; one that was read is still none to pass. Of equal ones the higher level bites first. */
	if (state == FM_HOST_MISSING || (before == FM_CAPABILITY_YES && (state != before || value > figure->value)) ||
	    (state != FM_CAPABILITY_YES && before != FM_CAPABILITY_UNKNOWN && (before != FM_CAPABILITY_NO || state == before)))
		return 0;
	fm_host_set(host, id, state, state == FM_CAPABILITY_YES ? value : 0, source);
	return state == FM_CAPABILITY_YES;
}

/** One level. */
static void read_level(fm_host *host, fm_host_group *group, uint32_t level)
{
	const struct files *names = &files[group->version - 1];

	for (unsigned i = group->version == 1 ? SWAP : HIGH; i < LIMITS; i++) {
		uint64_t value;
		uint32_t state = number_of(host, group, names->limits[i].file, &value);

		take_smaller(host, names->limits[i].id, state, value, names->limits[i].source);
	}

	enum fm_host_source source = names->limits[MAX].source;
	uint64_t limit, used;
	uint32_t state = number_of(host, group, names->limits[MAX].file, &limit);
	int smallest = take_smaller(host, FM_HOST_CGROUP_LIMIT, state, limit, source);

	if (state != FM_CAPABILITY_YES)
		return;

	int known = used_of(host, group, &used);

	if (known)
		leave(host, limit, used, fm_host_source(source));
	if (smallest) {
		fm_host_know(host, FM_HOST_CGROUP_LEVEL, level, source);
		fm_host_set(host, FM_HOST_CGROUP_USED, known ? FM_CAPABILITY_YES : FM_CAPABILITY_UNKNOWN, used, names->used_source);
	}
}

/**
 * Version 1 says in a group what its ancestors allow, the hidden ones too. Returns 1 iff it does. Whose limit it is, is hidden then; that one has
 * used what this group has, and perhaps more.
 */
static int read_hidden(fm_host *host, fm_host_group *group)
{
	uint64_t limit, used = 0;

	fm_host_group_read(host, group, "memory.stat");
	if (!fm_host_text_value(host, "hierarchical_memory_limit", &limit))
		return 0;
	if (limit >> 62 != 0)
		return 1;
	used_of(host, group, &used);
	leave(host, limit, used, fm_host_source(FM_FROM_HIERARCHY_1));
	fm_host_know(host, FM_HOST_CGROUP_LIMIT, limit, FM_FROM_HIERARCHY_1);
	return 1;
}

/** 1 iff this is the root of a hierarchy of version 2: it has no limit, and every other group has one. */
static int is_root(fm_host *host, fm_host_group *group)
{
	if (fm_host_group_read(host, group, "memory.max") != FM_HOST_MISSING)
		return 0;
	if (fm_host_group_read(host, group, "cgroup.controllers") == FM_CAPABILITY_YES)
		take_smaller(host, FM_HOST_CGROUP_LIMIT, FM_CAPABILITY_NO, 0, FM_FROM_GROUP_MAX);
	return 1;
}

static void walk_group(fm_host *host, fm_host_group *group)
{
	uint32_t level = 0;
	int whole = group->version == 1 && read_hidden(host, group);

	do
		read_level(host, group, level++);
	while (fm_host_group_up(group));
	whole |= !group->hidden && (group->version == 1 || is_root(host, group));
	fm_host_set(host, FM_HOST_CGROUP_HIDDEN, whole ? FM_CAPABILITY_NO : FM_CAPABILITY_YES, 0, FM_FROM_MOUNTS);
}

/** The smallest of all, by whatever name. */
static void conclude(fm_host *host)
{
	static const uint8_t bounds[] = { FM_HOST_PHYSICAL, FM_HOST_CGROUP_LIMIT, FM_HOST_LIMIT_ADDRESSES, FM_HOST_LIMIT_DATA };
	const fm_host_figure *figures = host->facts.figures, *addresses = &figures[FM_HOST_LIMIT_ADDRESSES];

	for (unsigned i = 0; i < sizeof bounds; i++)
		if (figures[bounds[i]].state == FM_CAPABILITY_YES)
			narrow_limit(host, FM_HOST_LIMIT, figures[bounds[i]].value, figures[bounds[i]].source);
	if (figures[FM_HOST_RECLAIMABLE].state == FM_CAPABILITY_YES)
		leave(host, figures[FM_HOST_RECLAIMABLE].value, 0, figures[FM_HOST_RECLAIMABLE].source);
	if (addresses->state == FM_CAPABILITY_YES && figures[FM_HOST_MAPPED].state == FM_CAPABILITY_YES)
		leave(host, addresses->value, figures[FM_HOST_MAPPED].value, addresses->source);
}

void fm_host_read_groups(fm_host *host)
{
	fm_host_group group;
	uint32_t state = fm_host_group_find(host, &group);

	if (state != FM_CAPABILITY_UNKNOWN)
		fm_host_set(host, FM_HOST_CGROUP, state, group.version, FM_FROM_GROUP);
	if (state == FM_CAPABILITY_YES)
		walk_group(host, &group);
	else if (state == FM_CAPABILITY_NO)
		fm_host_set(host, FM_HOST_CGROUP_LIMIT, FM_CAPABILITY_NO, 0, FM_FROM_GROUP);
	conclude(host);
}

/* ==== lib/host/live.c ==== */
/** @file
 * The profile of the host that this is: read once, kept, read again when asked. What was handed out is never changed and never goes, so it
 * needs no reference; what was seen before is found again, so a host that changes to and fro takes no more memory each time. */

#include <pthread.h>

/** A profile that was handed out. */
struct snapshot {
	struct snapshot *next;
	uint64_t profile[FM_HOST_PROFILE_BYTES / sizeof(uint64_t)];
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct snapshot first_snapshot; /* pages that nobody touches unless there is a first call */
static struct snapshot *snapshots;     /* what was new last comes first; under the lock */
static struct snapshot *current; /* atomic; changed under the lock; NULL: nobody asked yet */

/** The snapshot with that profile; NULL iff it was not seen before. */
static struct snapshot *find(const struct snapshot *made)
{
	struct snapshot *seen = snapshots;

	while (seen != NULL && memcmp(seen->profile, made->profile, sizeof made->profile) != 0)
		seen = seen->next;
	return seen;
}

/** Memory for one more. */
static struct snapshot *make_snapshot(void)
{
	const fm_memory_provider *provider = fm_memory_default();
	void *memory = &first_snapshot;

	if (snapshots == NULL)
		return memory;
	if (provider == NULL || provider->obtain(provider->user, sizeof(struct snapshot), sizeof(uint64_t), &memory) != FM_OK)
		return NULL;
	return memory;
}

/** Reads the host, under the lock. */
static fm_status refresh(uint32_t flags)
{
	struct snapshot made = { .next = snapshots };
	fm_host_options options = { .struct_size = sizeof options, .flags = flags };
	fm_host_facts facts = { .struct_size = sizeof facts };
	const fm_profile *profile;
	fm_status status = fm_host_read(&options, &facts);

	if (status != FM_OK)
		return status;
	fm_host_profile(&facts, made.profile, sizeof made.profile, &profile);

	struct snapshot *seen = find(&made);

	if (seen == NULL) {
		seen = make_snapshot();
		if (seen == NULL)
			return FM_E_NO_MEMORY;
		*seen = made;
		snapshots = seen;
	}
	FM_ATOMIC_STORE(&current, seen);
	return FM_OK;
}

const fm_profile *fm_profile_host(void)
{
	struct snapshot *now = FM_ATOMIC_LOAD(&current);

	if (now == NULL) {
		pthread_mutex_lock(&lock);
		if (FM_ATOMIC_LOAD(&current) == NULL)
			refresh(0); /* nothing here can fail: the first one has its place */
		now = FM_ATOMIC_LOAD(&current);
		pthread_mutex_unlock(&lock);
	}
	return (const fm_profile *)(const void *)now->profile;
}

fm_status fm_profile_host_refresh(uint32_t flags)
{
	pthread_mutex_lock(&lock);

	fm_status status = refresh(flags);

	pthread_mutex_unlock(&lock);
	return status;
}

/* ==== lib/host/machine.c ==== */
/** @file
 * Caches, nodes, huge pages, as sysfs has them: Documentation/ABI/testing/sysfs-devices-system-cpu, .../testing/sysfs-kernel-mm-hugepages,
 * admin-guide/mm/transhuge.rst. */

/** A power of two that a line or page can have. */
static int is_size(uint64_t bytes, uint64_t least, uint64_t most)
{
	return bytes >= least && bytes <= most && (bytes & (bytes - 1)) == 0;
}

/** Reads the number in a file whose path has one. Its text stays in host->text. */
static uint32_t number_in(fm_host *host, const char *before, uint64_t number, const char *after, uint64_t *value)
{
	char path[80];
	fm_text text = fm_text_begin(path, sizeof path);

	fm_text_add(&text, before);
	fm_text_add_number(&text, number);
	fm_text_add(&text, after);
	fm_text_end(&text);
	return fm_host_number(host, path, value);
}

/** A line can't be zero or odd; some machines say so instead of nothing. */
static uint64_t as_line(uint64_t bytes)
{
	return is_size(bytes, 8, 4096) ? bytes : 0;
}

/** A cache. Returns the length of its lines; 0: it says none, or holds instructions, which have lines of their own. */
static uint64_t read_cache(fm_host *host, unsigned index)
{
	static const char folder[] = "sys/devices/system/cpu/cpu0/cache/index";
	uint64_t level, line, size;

	number_in(host, folder, index, "/type", &size);
	if (!fm_host_text_is(host->text, "Data") && !fm_host_text_is(host->text, "Unified"))
		return 0;
	number_in(host, folder, index, "/level", &level);
	number_in(host, folder, index, "/coherency_line_size", &line);
	number_in(host, folder, index, "/size", &size);
	line = as_line(line);
	if (line != 0 && level == 1)
		fm_host_know(host, FM_HOST_CACHE_LINE, line, FM_FROM_CACHE);
	if (size != 0 && level - 1 < 3)
		fm_host_know(host, FM_HOST_CACHE_L1 + (fm_host_id)level - 1, size, FM_FROM_CACHE);
	return line;
}

static void read_caches(fm_host *host)
{
	enum { CACHES = 8 };
	uint64_t longest = 0, line;

	for (unsigned index = 0; index < CACHES; index++) {
		line = read_cache(host, index);
		longest = line > longest ? line : longest;
	}
	if (longest != 0)
		fm_host_know(host, FM_HOST_CACHE_APART, longest, FM_FROM_CACHE);
	if (!host->live || fm_host_value(host, FM_HOST_CACHE_LINE) != 0)
		return;
	line = as_line(fm_process_cache_line());
	if (line != 0)
		fm_host_know(host, FM_HOST_CACHE_LINE, line, FM_FROM_SYSCONF);
	else if (fm_cpu_cache_line() != 0)
		fm_host_know(host, FM_HOST_CACHE_LINE, fm_cpu_cache_line(), FM_FROM_CTR);
}

/** Folders are named by sizes, so sizes are tried: no folder is listed. A folder says that the size is supported, not that a page is free. */
static void read_huge_sizes(fm_host *host)
{
	enum { SMALLEST_SHIFT = 16, LARGEST_SHIFT = 34 };
	uint64_t sizes = 0, count;

	for (unsigned shift = SMALLEST_SHIFT; shift <= LARGEST_SHIFT; shift++) {
		uint64_t size = UINT64_C(1) << shift;

		if (number_in(host, "sys/kernel/mm/hugepages/hugepages-", size / 1024, "kB/nr_hugepages", &count) == FM_CAPABILITY_YES)
			sizes |= size;
	}
	if (sizes != 0)
		fm_host_know(host, FM_HOST_HUGE_SIZES, sizes, FM_FROM_HUGE);
}

/** The administrator has a switch for all ("always madvise [never]"), and each process one for itself. */
static void read_transparent(fm_host *host)
{
	uint64_t size, enabled;
	uint32_t state;
	int own;

	fm_host_text_read(host, "proc/self/status");
	own = fm_host_text_value(host, "THP_enabled", &enabled);
	fm_host_number(host, "sys/kernel/mm/transparent_hugepage/hpage_pmd_size", &size);
	size = is_size(size, 1 << 16, UINT64_C(1) << 34) ? size : 0;
	state = fm_host_text_read(host, "sys/kernel/mm/transparent_hugepage/enabled");
	if (state == FM_HOST_MISSING && fm_host_value(host, FM_HOST_HUGE_SIZES) != 0)
		fm_host_set(host, FM_HOST_HUGE_TRANSPARENT, FM_CAPABILITY_NO, 0, FM_FROM_THP);
	if (fm_host_text_word(host->text, "never]", 0) != NULL)
		fm_host_set(host, FM_HOST_HUGE_TRANSPARENT, FM_CAPABILITY_DENIED, size, FM_FROM_THP);
	else if (fm_host_text_word(host->text, "always]", 0) == NULL && fm_host_text_word(host->text, "madvise]", 0) == NULL)
		return;
	else if (own && enabled == 0)
		fm_host_set(host, FM_HOST_HUGE_TRANSPARENT, FM_CAPABILITY_DENIED, size, FM_FROM_THP_OFF);
	else
		fm_host_know(host, FM_HOST_HUGE_TRANSPARENT, size, FM_FROM_THP);
}

void fm_host_read_machine(fm_host *host)
{
	read_caches(host);
	read_huge_sizes(host);
	read_transparent(host);
	/* A kernel without nodes has no such folder; a sandbox may have no sysfs at all. */
	if (fm_host_text_read(host, "sys/devices/system/node/online") == FM_HOST_MISSING &&
	    fm_host_text_read(host, "sys/devices/system/cpu/online") == FM_CAPABILITY_YES)
		fm_host_set(host, FM_HOST_NUMA_NODES, FM_CAPABILITY_NO, 1, FM_FROM_NODES);
	if (fm_host_text_read(host, "proc/meminfo") != FM_CAPABILITY_YES)
		return;
	if (fm_host_text_find(host, "MmapCopy") == NULL) {
		fm_host_know(host, FM_HOST_MMU, 0, FM_FROM_MEMINFO);
		return;
	}
	/* A kernel without an MMU counts copies of mappings; there addresses end where memory does. */
	fm_host_set(host, FM_HOST_MMU, FM_CAPABILITY_NO, 0, FM_FROM_MEMINFO);
	fm_host_set(host, FM_HOST_ADDRESS_END, FM_CAPABILITY_UNKNOWN, 0, FM_FROM_MEMINFO);
}

/* ==== lib/host/memory.c ==== */
/** @file
 * Figures that stand in a file as they are: memory of the system, limits of the process, CPUs, nodes, settings.
 * Documentation/filesystems/proc.rst, admin-guide/sysctl/vm.rst, ABI/stable/sysfs-devices-node, getrlimit(2). */

/** The files. */
enum { PROCESS_LIMITS, MAPPINGS, MEMINFO, NODES, OVERCOMMIT, STATUS };

static const char memory_files[][36] = {
	[PROCESS_LIMITS] = "proc/self/limits",
	[MAPPINGS] = "proc/sys/vm/max_map_count",
	[MEMINFO] = "proc/meminfo",
	[NODES] = "sys/devices/system/node/has_memory",
	[OVERCOMMIT] = "proc/sys/vm/overcommit_memory",
	[STATUS] = "proc/self/status",
};

/** How a value is read. */
enum { NUMBER, COUNT, LIMIT, MODE };

/** A figure: where it stands. Rows of one file follow each other. */
struct row {
	char key[18]; /**< begins its line; "": the file has nothing else */
	uint8_t file, id, kind;
	uint16_t source;
};

static const struct row settings[] = {
	{ "Cpus_allowed_list", STATUS, FM_HOST_CPUS, COUNT, FM_FROM_STATUS },
	{ "Mems_allowed_list", STATUS, FM_HOST_NUMA_ALLOWED, COUNT, FM_FROM_STATUS },
	{ "", NODES, FM_HOST_NUMA_NODES, COUNT, FM_FROM_NODES },
	{ "", OVERCOMMIT, FM_HOST_OVERCOMMIT, MODE, FM_FROM_OVERCOMMIT },
	{ "", MAPPINGS, FM_HOST_MAPPINGS_MAX, NUMBER, FM_FROM_MAPPINGS },
	{ "Hugepagesize", MEMINFO, FM_HOST_HUGE_PAGE, NUMBER, FM_FROM_MEMINFO },
};

static const struct row memory[] = {
	{ "MemTotal", MEMINFO, FM_HOST_PHYSICAL, NUMBER, FM_FROM_MEMINFO },
	{ "MemFree", MEMINFO, FM_HOST_FREE, NUMBER, FM_FROM_MEMINFO },
	{ "MemAvailable", MEMINFO, FM_HOST_RECLAIMABLE, NUMBER, FM_FROM_MEMINFO },
	{ "SwapTotal", MEMINFO, FM_HOST_SWAP, NUMBER, FM_FROM_MEMINFO },
	{ "SwapFree", MEMINFO, FM_HOST_SWAP_FREE, NUMBER, FM_FROM_MEMINFO },
	{ "CommitLimit", MEMINFO, FM_HOST_COMMIT_LIMIT, NUMBER, FM_FROM_MEMINFO },
	{ "Committed_AS", MEMINFO, FM_HOST_COMMITTED, NUMBER, FM_FROM_MEMINFO },
	{ "HugePages_Total", MEMINFO, FM_HOST_HUGE_TOTAL, NUMBER, FM_FROM_MEMINFO },
	{ "HugePages_Free", MEMINFO, FM_HOST_HUGE_FREE, NUMBER, FM_FROM_MEMINFO },
	{ "VmSize", STATUS, FM_HOST_MAPPED, NUMBER, FM_FROM_STATUS },
	/* In the order of FM_PROCESS_.... */
	{ "Max address space", PROCESS_LIMITS, FM_HOST_LIMIT_ADDRESSES, LIMIT, FM_FROM_ADDRESSES },
	{ "Max data size", PROCESS_LIMITS, FM_HOST_LIMIT_DATA, LIMIT, FM_FROM_DATA },
	{ "Max stack size", PROCESS_LIMITS, FM_HOST_LIMIT_STACK, LIMIT, FM_FROM_STACK },
	{ "Max locked memory", PROCESS_LIMITS, FM_HOST_LIMIT_LOCKED, LIMIT, FM_FROM_LOCKED },
};

#define ROWS(rows) (sizeof(rows) / sizeof(rows)[0])
#define LIMIT_ROWS 4

/** What the text that was read says of a row. */
static uint32_t read_memory_row(const fm_host *host, const struct row *row, uint64_t *value)
{
	const char *at = row->key[0] == '\0' ? host->text : fm_host_text_find(host, row->key);

	if (row->kind != COUNT)
		return fm_host_text_number(at, value);
	*value = fm_host_text_count(at);
	return *value != 0 ? FM_CAPABILITY_YES : FM_CAPABILITY_UNKNOWN;
}

static void put_row(fm_host *host, const struct row *row, uint32_t state, uint64_t value)
{
	enum { MODES = 3 };

	if ((state == FM_CAPABILITY_YES && !(row->kind == MODE && value >= MODES)) || (state == FM_CAPABILITY_NO && row->kind == LIMIT))
		fm_host_set(host, row->id, state, value, row->source);
}

static void read_rows(fm_host *host, const struct row *rows, size_t count)
{
	for (const struct row *row = rows; row < rows + count; row++) {
		uint64_t value;

		if (row == rows || row->file != row[-1].file)
			fm_host_text_read(host, memory_files[row->file]);

		uint32_t state = read_memory_row(host, row, &value);

		put_row(host, row, state, value);
	}
}

void fm_host_read_settings(fm_host *host)
{
	read_rows(host, settings, ROWS(settings));
}

void fm_host_read_memory(fm_host *host)
{
	const struct row *limits = memory + ROWS(memory) - LIMIT_ROWS;
	uint64_t value;

	read_rows(host, memory, host->live ? ROWS(memory) - LIMIT_ROWS : ROWS(memory));
	for (unsigned i = 0; host->live && i < LIMIT_ROWS; i++)
		if (fm_process_limit(i, &value))
			put_row(host, limits + i, value == FM_PROCESS_UNLIMITED ? FM_CAPABILITY_NO : FM_CAPABILITY_YES, value == FM_PROCESS_UNLIMITED ? 0 : value);
}
#undef ROWS
#undef LIMIT_ROWS

/* ==== lib/host/names.c ==== */
/** @file
 * Names of what a host is described by, and the units of its figures. */

#define COUNT(names) (sizeof(names) / sizeof(names)[0])

/** A figure. */
struct figure_name {
	char name[19];
	uint8_t unit;
};

static const struct figure_name figures[] = {
	[FM_HOST_ARCH] = { "arch", FM_UNIT_NUMBER },
	[FM_HOST_ENDIAN] = { "endian", FM_UNIT_NUMBER },
	[FM_HOST_POINTER] = { "pointer", FM_UNIT_BITS },
	[FM_HOST_MMU] = { "mmu", FM_UNIT_NONE },
	[FM_HOST_PAGE] = { "page", FM_UNIT_BYTES },
	[FM_HOST_PAGE_MAX] = { "page_max", FM_UNIT_BYTES },
	[FM_HOST_GRANULARITY] = { "granularity", FM_UNIT_BYTES },
	[FM_HOST_ADDRESS_END] = { "address_end", FM_UNIT_BYTES },
	[FM_HOST_MAPPINGS_MAX] = { "mappings_max", FM_UNIT_COUNT },
	[FM_HOST_CACHE_LINE] = { "cache_line", FM_UNIT_BYTES },
	[FM_HOST_CACHE_APART] = { "cache_apart", FM_UNIT_BYTES },
	[FM_HOST_CACHE_L1] = { "cache_l1", FM_UNIT_BYTES },
	[FM_HOST_CACHE_L2] = { "cache_l2", FM_UNIT_BYTES },
	[FM_HOST_CACHE_L3] = { "cache_l3", FM_UNIT_BYTES },
	[FM_HOST_CPU_FEATURES] = { "cpu_features", FM_UNIT_MASK },
	[FM_HOST_SIMD] = { "simd", FM_UNIT_BITS },
	[FM_HOST_CPUS] = { "cpus", FM_UNIT_COUNT },
	[FM_HOST_NUMA_NODES] = { "numa_nodes", FM_UNIT_COUNT },
	[FM_HOST_NUMA_ALLOWED] = { "numa_allowed", FM_UNIT_COUNT },
	[FM_HOST_HUGE_SIZES] = { "huge_sizes", FM_UNIT_MASK },
	[FM_HOST_HUGE_PAGE] = { "huge_page", FM_UNIT_BYTES },
	[FM_HOST_HUGE_TRANSPARENT] = { "huge_transparent", FM_UNIT_BYTES },
	[FM_HOST_OVERCOMMIT] = { "overcommit", FM_UNIT_NUMBER },
	[FM_HOST_EXECUTABLE] = { "executable", FM_UNIT_NONE },
	[FM_HOST_PHYSICAL] = { "physical", FM_UNIT_BYTES },
	[FM_HOST_FREE] = { "free", FM_UNIT_BYTES },
	[FM_HOST_RECLAIMABLE] = { "reclaimable", FM_UNIT_BYTES },
	[FM_HOST_SWAP] = { "swap", FM_UNIT_BYTES },
	[FM_HOST_SWAP_FREE] = { "swap_free", FM_UNIT_BYTES },
	[FM_HOST_COMMIT_LIMIT] = { "commit_limit", FM_UNIT_BYTES },
	[FM_HOST_COMMITTED] = { "committed", FM_UNIT_BYTES },
	[FM_HOST_HUGE_TOTAL] = { "huge_total", FM_UNIT_COUNT },
	[FM_HOST_HUGE_FREE] = { "huge_free", FM_UNIT_COUNT },
	[FM_HOST_MAPPED] = { "mapped", FM_UNIT_BYTES },
	[FM_HOST_LIMIT_ADDRESSES] = { "limit_addresses", FM_UNIT_BYTES },
	[FM_HOST_LIMIT_DATA] = { "limit_data", FM_UNIT_BYTES },
	[FM_HOST_LIMIT_STACK] = { "limit_stack", FM_UNIT_BYTES },
	[FM_HOST_LIMIT_LOCKED] = { "limit_locked", FM_UNIT_BYTES },
	[FM_HOST_CGROUP] = { "cgroup", FM_UNIT_NUMBER },
	[FM_HOST_CGROUP_LIMIT] = { "cgroup_limit", FM_UNIT_BYTES },
	[FM_HOST_CGROUP_LEVEL] = { "cgroup_level", FM_UNIT_COUNT },
	[FM_HOST_CGROUP_USED] = { "cgroup_used", FM_UNIT_BYTES },
	[FM_HOST_CGROUP_HIGH] = { "cgroup_high", FM_UNIT_BYTES },
	[FM_HOST_CGROUP_SWAP] = { "cgroup_swap", FM_UNIT_BYTES },
	[FM_HOST_CGROUP_HIDDEN] = { "cgroup_hidden", FM_UNIT_NONE },
	[FM_HOST_LIMIT] = { "limit", FM_UNIT_BYTES },
	[FM_HOST_AVAILABLE] = { "available", FM_UNIT_BYTES },
	[FM_HOST_PRESSURE_SOME] = { "pressure_some", FM_UNIT_BASIS_POINTS },
	[FM_HOST_PRESSURE_FULL] = { "pressure_full", FM_UNIT_BASIS_POINTS },
	[FM_HOST_PRESSURE_STALL] = { "pressure_stall", FM_UNIT_MICROSECONDS },
	[FM_HOST_GROUP_SOME] = { "group_some", FM_UNIT_BASIS_POINTS },
	[FM_HOST_GROUP_FULL] = { "group_full", FM_UNIT_BASIS_POINTS },
	[FM_HOST_GROUP_KILLS] = { "group_kills", FM_UNIT_COUNT },
};

FM_STATIC_ASSERT(COUNT(figures) == FM_HOST_FIGURES, "lib/host/names.c: a figure has no name");

/* By number. */
static const char arch_names[][8] = { "?", "x86_64", "aarch64", "riscv64", "ppc64le", "s390x", "x86", "arm" };

/* By bit. */
static const char feature_names[][9] = { "sse2", "sse4_1", "avx", "avx2", "avx512f", "cx16", "clflush", "asimd", "sve", "sve2", "dcpop", "neon",
	"altivec", "vx", "v", "zicbom" };

static const struct fm_host_texts host_texts = {
#define TEXT(name, text) text,
	FM_HOST_SOURCES(TEXT)
#undef TEXT
};

const char *fm_host_source(enum fm_host_source source)
{
	return (const char *)&host_texts + source;
}

uint32_t fm_host_figure_count(void)
{
	return FM_HOST_FIGURES;
}

const char *fm_host_figure_name(fm_host_id id)
{
	return id < COUNT(figures) ? figures[id].name : "?";
}

const char *fm_arch_name(uint32_t arch)
{
	return arch < COUNT(arch_names) ? arch_names[arch] : "?";
}

const char *fm_cpu_feature_name(uint64_t bit)
{
	for (unsigned i = 0; i < COUNT(feature_names); i++)
		if (bit == UINT64_C(1) << i)
			return feature_names[i];
	return "?";
}

void fm_host_set(fm_host *host, fm_host_id id, fm_capability_state state, uint64_t value, enum fm_host_source source)
{
	host->facts.figures[id] = (fm_host_figure){ .source = fm_host_source(source), .value = value, .state = state,
		.unit = value == 0 && state != FM_CAPABILITY_YES ? FM_UNIT_NONE : figures[id].unit };
}

void fm_host_know(fm_host *host, fm_host_id id, uint64_t value, enum fm_host_source source)
{
	fm_host_set(host, id, FM_CAPABILITY_YES, value, source);
}

uint64_t fm_host_value(const fm_host *host, fm_host_id id)
{
	const fm_host_figure *figure = &host->facts.figures[id];

	return figure->state == FM_CAPABILITY_YES ? figure->value : 0;
}
#undef COUNT
#undef TEXT

/* ==== lib/host/policy.c ==== */
/** @file
 * Write or execute: who may have a say, from the one who is sure to the ones who only may.
 *
 * MDWE (prctl(2), Linux 6.3) and PaX say what they do. A seccomp filter (Documentation/userspace-api/seccomp_filter.rst) and SELinux (its
 * permissions execmem and execmod) can't be asked what they would say. */

/** "PaX: PemRs": an M says that what was written is never executed. */
static int pax_refuses(const fm_host *host)
{
	const char *at = fm_host_text_find(host, "PaX");

	while (at != NULL && *at != '\n' && *at != '\0')
		if (*at++ == 'M')
			return 1;
	return 0;
}

/** Who may refuse without saying so beforehand. Another file may be in host->text then. */
static enum fm_host_source undecided(fm_host *host)
{
	enum { FILTER = 2 };
	uint64_t value;

	if (fm_host_text_value(host, "Seccomp", &value) && value == FILTER)
		return FM_FROM_SECCOMP;
	if (fm_host_number(host, "sys/fs/selinux/enforce", &value) == FM_CAPABILITY_YES && value == 1)
		return FM_FROM_SELINUX;
	return FM_FROM_NOBODY;
}

void fm_host_read_policy(fm_host *host)
{
	fm_fact may = host->live ? fm_process_may_execute() : FM_FACT_UNKNOWN;
	uint32_t read = fm_host_text_read(host, "proc/self/status");
	int pax = pax_refuses(host);
	enum fm_host_source who = undecided(host);

	if (may == FM_FACT_NO)
		fm_host_set(host, FM_HOST_EXECUTABLE, FM_CAPABILITY_DENIED, 0, FM_FROM_MDWE);
	else if (pax)
		fm_host_set(host, FM_HOST_EXECUTABLE, FM_CAPABILITY_DENIED, 0, FM_FROM_PAX);
	else if (host->flags & FM_HOST_TRY && (who != FM_FROM_NOBODY || read != FM_CAPABILITY_YES))
		fm_host_set(host, FM_HOST_EXECUTABLE, fm_process_try_execute(), 0, FM_FROM_MPROTECT);
	else if (who != FM_FROM_NOBODY)
		fm_host_set(host, FM_HOST_EXECUTABLE, FM_CAPABILITY_UNKNOWN, 0, who);
	else if (host->live && read == FM_CAPABILITY_YES)
		fm_host_know(host, FM_HOST_EXECUTABLE, 0, may == FM_FACT_YES ? FM_FROM_MDWE : FM_FROM_STATUS);
}

/* ==== lib/host/pressure.c ==== */
/** @file
 * Signs that memory ends: Documentation/accounting/psi.rst, memory.events and memory.oom_control of the process' group. */

/** "0.12" as 12. Exactly two digits follow the point. Returns 1 iff it is so. */
static int hundredths(const char *at, uint64_t *value)
{
	uint64_t whole = 0, part = 0;
	const char *point = fm_host_text_digits(at, &whole);
	const char *end = point != NULL && *point == '.' ? fm_host_text_digits(point + 1, &part) : NULL;

	if (end == NULL || end - point != 3 || whole > 100)
		return 0;
	*value = whole * 100 + part;
	return 1;
}

/** The lines "some" and "full" about the last 10 seconds: `id` and the next one. `state` is that of the file, which is in host->text. */
static void read_stalls(fm_host *host, uint32_t state, fm_host_id id, enum fm_host_source source)
{
	static const char lines[2][5] = { "some", "full" };

	for (unsigned i = 0; i < 2; i++) {
		uint64_t value = 0;
		int found = hundredths(fm_host_text_word(fm_host_text_find(host, lines[i]), "avg10=", 1), &value);

		fm_host_set(host, id + i, found ? FM_CAPABILITY_YES : state == FM_CAPABILITY_DENIED ? state : FM_CAPABILITY_UNKNOWN, value, source);
	}
}

static void read_system(fm_host *host)
{
	uint32_t state = fm_host_text_read(host, "proc/pressure/memory");
	uint64_t stall;

	if (state != FM_HOST_MISSING) {
		read_stalls(host, state, FM_HOST_PRESSURE_SOME, FM_FROM_PRESSURE);
		if (fm_host_text_number(fm_host_text_word(fm_host_text_find(host, "some"), "total=", 1), &stall) == FM_CAPABILITY_YES)
			fm_host_know(host, FM_HOST_PRESSURE_STALL, stall, FM_FROM_PRESSURE);
		return;
	}
	/* Where there is a procfs, what is missing in it is not in the kernel. */
	state = fm_host_text_read(host, "proc/meminfo");
	for (fm_host_id id = FM_HOST_PRESSURE_SOME; state == FM_CAPABILITY_YES && id <= FM_HOST_PRESSURE_STALL; id++)
		fm_host_set(host, id, FM_CAPABILITY_NO, 0, FM_FROM_PRESSURE);
}

void fm_host_read_pressure(fm_host *host)
{
	fm_host_group group;
	uint64_t kills;
	int first;

	read_system(host);
	if (fm_host_group_find(host, &group) != FM_CAPABILITY_YES)
		return;
	first = group.version == 1;
	fm_host_group_read(host, &group, first ? "memory.oom_control" : "memory.events");
	if (fm_host_text_value(host, "oom_kill", &kills))
		fm_host_know(host, FM_HOST_GROUP_KILLS, kills, first ? FM_FROM_EVENTS_1 : FM_FROM_EVENTS);
	if (first)
		return;

	uint32_t state = fm_host_group_read(host, &group, "memory.pressure");

	if (state != FM_HOST_MISSING)
		read_stalls(host, state, FM_HOST_GROUP_SOME, FM_FROM_GROUP_PRESSURE);
}

/* ==== lib/host/process.c ==== */
/** @file
 * What kind of process it is: architecture, byte order, pages, addresses. */

/** Entries of the auxiliary vector, the same on every architecture (getauxval(3)). */
enum { AUX_END = 0, AUX_PAGE = 6, AUX_EXECFN = 31 };

/** A word of 4 or 8 bytes in either order. */
static uint64_t word_at(const char *bytes, unsigned size, int big)
{
	uint64_t word = 0;

	for (unsigned i = 0; i < size; i++)
		word = word << 8 | (unsigned char)bytes[big ? i : size - 1 - i];
	return word;
}

/** What an auxiliary vector says. */
struct aux_vector {
	uint64_t page, stack; /**< 0: it does not say */
};

/** Reads the text as a vector of such words. Returns 1 iff it is one: it ends with its last entry, and its page is a power of two. */
static int read_vector(const fm_host *host, unsigned size, int big, struct aux_vector *vector)
{
	*vector = (struct aux_vector){ 0, 0 };
	for (size_t at = 0; at + 2 * size <= host->length; at += 2 * size) {
		uint64_t type = word_at(host->text + at, size, big), value = word_at(host->text + at + size, size, big);

		if (type == AUX_PAGE)
			vector->page = value;
		if (type == AUX_EXECFN)
			vector->stack = value;
		if (type == AUX_END)
			return at + 2 * size == host->length && vector->page >= 512 && (vector->page & (vector->page - 1)) == 0;
	}
	return 0;
}

/** Which words /proc/self/auxv is made of tells width and order. */
static void read_root_vector(fm_host *host, struct aux_vector *vector)
{
	unsigned form = 0;

	fm_host_text_read(host, "proc/self/auxv");
	while (form < 4 && !read_vector(host, form < 2 ? 8 : 4, form & 1, vector))
		form++;
	if (form == 4) {
		*vector = (struct aux_vector){ 0, 0 };
		return;
	}
	fm_host_know(host, FM_HOST_POINTER, form < 2 ? 64 : 32, FM_FROM_AUXV);
	fm_host_know(host, FM_HOST_ENDIAN, form & 1 ? FM_ENDIAN_BIG : FM_ENDIAN_LITTLE, FM_FROM_AUXV);
}

/** Architectures by what a kernel calls itself, and by a line of /proc/cpuinfo. */
static const struct arch {
	char machine[8];
	char key[16];
	char value[9]; /**< what the line begins with; "": anything */
	uint8_t number;
	uint8_t page_max_shift; /**< of the largest page: max-page-size of the ABI's linkers */
} archs[] = {
	{ "x86_64", "address sizes", "", FM_ARCH_X86_64, 12 },
	{ "aarch64", "CPU implementer", "", FM_ARCH_AARCH64, 16 },
	{ "riscv64", "isa", "rv64", FM_ARCH_RISCV64, 12 },
	{ "ppc64le", "cpu", "POWER", FM_ARCH_PPC64LE, 16 },
	{ "s390x", "vendor_id", "IBM/S390", FM_ARCH_S390X, 12 },
	{ "i686", "", "", FM_ARCH_X86, 12 },
	{ "armv7l", "", "", FM_ARCH_ARM, 16 },
};

#define ARCHS (sizeof archs / sizeof archs[0])

/** 1 iff the first CPU of /proc/cpuinfo looks so. */
static int looks_like(const fm_host *host, const struct arch *arch)
{
	const char *at = arch->key[0] == '\0' ? NULL : fm_host_text_find(host, arch->key);

	return at != NULL && fm_host_text_after(at, arch->value) != NULL;
}

static void know_arch(fm_host *host, const struct arch *arch, enum fm_host_source source)
{
	fm_host_know(host, FM_HOST_ARCH, arch->number, source);
	fm_host_know(host, FM_HOST_PAGE_MAX, UINT64_C(1) << arch->page_max_shift, FM_FROM_PSABI);
}

/** The kernel's own name for it (Linux 6.1); else the CPU's looks, which are those of POWER in both byte orders. */
static void read_root_arch(fm_host *host)
{
	uint32_t named = fm_host_text_read(host, "proc/sys/kernel/arch");

	if (named != FM_CAPABILITY_YES)
		fm_host_text_read(host, "proc/cpuinfo");
	for (const struct arch *arch = archs; arch < archs + ARCHS; arch++) {
		if (named == FM_CAPABILITY_YES && fm_host_text_is(host->text, arch->machine))
			know_arch(host, arch, FM_FROM_ARCH);
		else if (named != FM_CAPABILITY_YES && looks_like(host, arch) &&
			 (arch->number != FM_ARCH_PPC64LE || fm_host_value(host, FM_HOST_ENDIAN) == FM_ENDIAN_LITTLE))
			know_arch(host, arch, FM_FROM_CPUINFO);
	}
}

/** The process that this is needs no files: the library was made for its kind. */
static void ask_process(fm_host *host, struct aux_vector *vector)
{
	static const uint16_t one = 1;

	for (const struct arch *arch = archs; arch < archs + ARCHS; arch++)
		if (arch->number == fm_cpu_arch())
			know_arch(host, arch, FM_FROM_COMPILER);
	fm_host_know(host, FM_HOST_ENDIAN, *(const unsigned char *)&one == 1 ? FM_ENDIAN_LITTLE : FM_ENDIAN_BIG, FM_FROM_COMPILER);
	fm_host_know(host, FM_HOST_POINTER, sizeof(void *) * 8, FM_FROM_COMPILER);
	*vector = (struct aux_vector){ fm_process_aux(AUX_PAGE), fm_process_aux(AUX_EXECFN) };
}

void fm_host_read_process(fm_host *host)
{
	enum { LEAST_BITS = 20 };
	struct aux_vector vector;
	enum fm_host_source source = FM_FROM_PAGESZ;
	unsigned bits = 0;

	if (host->live) {
		ask_process(host, &vector);
	} else {
		read_root_vector(host, &vector);
		read_root_arch(host);
	}
	if (vector.page == 0 && host->live) {
		vector.page = fm_process_page();
		source = FM_FROM_SYSCONF;
	}
	if (vector.page != 0) {
		fm_host_know(host, FM_HOST_PAGE, vector.page, source);
		fm_host_know(host, FM_HOST_GRANULARITY, vector.page, FM_FROM_MMAP);
	}
	/* The name of the program lies at the top of the first stack, below the end of what is had without asking for more. */
	while (bits < 63 && vector.stack >> bits != 0)
		bits++;
	if (bits > LEAST_BITS)
		fm_host_know(host, FM_HOST_ADDRESS_END, UINT64_C(1) << bits, FM_FROM_EXECFN);
}
#undef ARCHS

/* ==== lib/host/process_map.c ==== */
/** @file
 * The text of a process' map becomes regions. */
/** @file
 * The reader of a map's text: fed byte by byte, so that it comes in pieces of any size and a line may be of any length. */
#ifndef FLIGHTMEM_HOST_PROCESS_MAP_H
#define FLIGHTMEM_HOST_PROCESS_MAP_H

/** Where in a line the reader is. */
typedef enum fm_map_part { FM_MAP_BASE, FM_MAP_END, FM_MAP_RIGHTS, FM_MAP_GAP, FM_MAP_REST } fm_map_part;

/** A reader; all zero but for the first two members at the begin of a text. The text may end where `is_inside` is 0. */
typedef struct fm_map_reader {
	fm_validator_region *regions; /**< NULL: they are only counted */
	uint32_t capacity;            /**< UINT32_MAX where they are only counted */
	uint32_t count;
	uint64_t line;                /**< number of the present one, from 1; 0: none has begun */
	uint64_t numbers[2];          /**< of the line: first address, end */
	uint32_t access;              /**< of the line */
	uint32_t column;              /**< bytes of the part so far */
	fm_map_part part;
	uint32_t is_inside;           /**< 1: a line has begun and not ended */
	fm_validator_region region;   /**< the last one: neighbours are added to it */
} fm_map_reader;

/**
 * Takes the next bytes of the text. Returns FM_OK; FM_E_SYNTAX, FM_E_RANGE, FM_E_TOO_LARGE as fm_process_map_parse() says, in line
 * `reader->line`: then the reader is of no further use.
 */
fm_status fm_map_reader_feed(fm_map_reader *reader, const char *text, size_t length);

#endif

/** Digits of a 64-bit number. */
#define DIGITS_MAX 16u

/** A digit, or `mark` behind the last one. */
static fm_status take_number(fm_map_reader *reader, char byte, char mark)
{
	uint64_t *number = &reader->numbers[reader->part];

	if (!fm_scan_is_digit((unsigned char)byte, 16)) {
		if (byte != mark || reader->column == 0)
			return FM_E_SYNTAX;
		reader->part++;
		reader->column = 0;
		return FM_OK;
	}
	if (reader->column++ == DIGITS_MAX)
		return FM_E_RANGE;
	*number = *number << 4 | (uint64_t)((byte & 0xF) + (byte > '9' ? 9 : 0)); /* the low half of 'A' and 'a' is 1 */
	return FM_OK;
}

/** A byte of "rwxp"; of a shared mapping the last one is an s. */
static fm_status take_right(fm_map_reader *reader, char byte)
{
	uint32_t at = reader->column++;

	if (byte != "---s"[at]) {
		if (byte != "rwxp"[at])
			return FM_E_SYNTAX;
		reader->access |= 1u << at;
	}
	reader->part += at == 3;
	return FM_OK;
}

/** The line's mapping makes the region before it longer, or begins one. */
static fm_status end_line(fm_map_reader *reader)
{
	fm_validator_region *region = &reader->region;
	uint64_t base = reader->numbers[0], end = reader->numbers[1], last_end = region->base + region->size;
	uint32_t access = reader->access & (FM_ACCESS_READ | FM_ACCESS_WRITE | FM_ACCESS_EXECUTE);

	if (base >= end || base < last_end)
		return FM_E_RANGE;
	if (reader->count == 0 || base != last_end || access != region->access) {
		if (reader->count++ == reader->capacity)
			return FM_E_TOO_LARGE;
		region->base = base;
		region->access = access;
	}
	region->size = end - region->base;
	if (reader->regions != NULL)
		reader->regions[reader->count - 1] = *region;
	reader->is_inside = 0;
	return FM_OK;
}

static void begin_line(fm_map_reader *reader)
{
	reader->numbers[0] = reader->numbers[1] = 0;
	reader->access = reader->column = 0;
	reader->part = FM_MAP_BASE;
	reader->is_inside = 1;
	reader->line++;
}

static fm_status take_byte(fm_map_reader *reader, char byte)
{
	if (!reader->is_inside)
		begin_line(reader);
	if (reader->part <= FM_MAP_END)
		return take_number(reader, byte, " -"[reader->part == FM_MAP_BASE]);
	if (reader->part == FM_MAP_RIGHTS)
		return take_right(reader, byte);
	if (byte == '\n')
		return end_line(reader);
	if (byte == '\0' || (byte != ' ' && reader->part == FM_MAP_GAP))
		return FM_E_SYNTAX;
	reader->part = FM_MAP_REST;
	return FM_OK;
}

fm_status fm_map_reader_feed(fm_map_reader *reader, const char *text, size_t length)
{
	fm_status status = FM_OK;

	for (size_t i = 0; i < length && status == FM_OK; i++)
		status = take_byte(reader, text[i]);
	return status;
}

fm_status fm_process_map_parse(const char *text, size_t length, fm_validator_region *regions, uint32_t capacity, uint32_t *count, uint64_t *line)
{
	fm_map_reader reader = { .regions = regions, .capacity = regions == NULL ? UINT32_MAX : capacity };

	if (text == NULL || count == NULL)
		return FM_E_ARGUMENT;

	fm_status status = fm_map_reader_feed(&reader, text, length);

	if (status == FM_OK && reader.is_inside)
		status = FM_E_SYNTAX;
	if (status == FM_OK)
		*count = reader.count;
	else if (line != NULL)
		*line = reader.line;
	return status;
}
#undef DIGITS_MAX

/* ==== lib/host/process_open.c ==== */
/** @file
 * A validator on the map of a running process. Memory is obtained first and the map read then, so that of the own process the validator is a
 * part of what it stands for; where it does not suffice, twice as much is tried. */

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

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
#undef PIECE_BYTES
#undef PATH_BYTES
#undef ROOM_FIRST

/* ==== lib/host/profile.c ==== */
/** @file
 * A host as rows of a profile, in the form of lib/platform/tables.h, made in the caller's bytes.
 *
 *     struct rows: head | space | region | capabilities | advice | texts */

#define FACTS_FIRST_SIZE (offsetof(fm_host_facts, figures) + 53 * sizeof(fm_host_figure))

/** The capabilities that figures or kinds of machine answer for. */
#define CAPABILITIES FM_HAS_PRESSURE_SIGNALS

/** Texts that are in each, the empty one first. */
struct fixed_texts {
	char none[1], id[5], name[10], space[8], ram[4], ram_name[21], access[27];
};

#define AT(name) offsetof(struct fixed_texts, name)

/** What is so in each. */
struct begin {
	struct fm_profile head;
	struct fm_table_space space;
	struct fm_table_region region;
	struct fixed_texts texts;
};

struct rows {
	struct fm_profile head;
	struct fm_table_space space;
	struct fm_table_region region;
	struct fm_table_capability capabilities[CAPABILITIES];
	struct fm_table_advice advice;
	char texts[3072];
};

FM_STATIC_ASSERT(sizeof(struct rows) <= FM_HOST_PROFILE_BYTES, "lib/host/profile.c: a profile needs more than FM_HOST_PROFILE_BYTES");

static const struct begin common_rows = {
	.head = { .texts = offsetof(struct rows, texts), .spaces = offsetof(struct rows, space), .regions = offsetof(struct rows, region),
		.mirrors = offsetof(struct rows, capabilities), .reserved = offsetof(struct rows, capabilities), .capabilities = offsetof(struct rows, capabilities),
		.engines = offsetof(struct rows, capabilities), .advice = offsetof(struct rows, advice), .space_count = 1, .region_count = 1,
		.bytes = offsetof(struct rows, texts) + sizeof(struct fixed_texts), .id = AT(id), .name = AT(name), .tier = FM_TIER_MODERN },
	.space = { .id = AT(space), .width_bits = 64, .cpu_visible = 1 },
	.region = { .id = AT(ram), .name = AT(ram_name), .access_via = AT(access), .kind = FM_REGION_MAIN, .alias_of = FM_NONE,
		/* All memory is alike to a program: it has no address before it is mapped. */
		.facts = FM_FACT_NO << FM_TABLE_HAS_BASE | FM_FACT_YES << FM_TABLE_CPU_MAPPED | FM_FACT_YES << FM_TABLE_READ | FM_FACT_YES << FM_TABLE_WRITE |
			 FM_FACT_NO << FM_TABLE_OPTIONAL },
	.texts = { "", "host", "Live host", "process", "ram", "Memory of the system", "pages that the system maps" },
};

/** Adds a text in three parts. Returns where it begins. What does not fit is left out; all that sources of this library say fits. */
static fm_table_text add_text(struct rows *rows, const char *one, const char *two, const char *three)
{
	const char *const parts[] = { one, two, three };
	uint32_t at = rows->head.bytes - rows->head.texts, from = at;

	for (unsigned i = 0; i < 3; i++)
		for (const char *byte = parts[i]; *byte != '\0' && at < sizeof rows->texts - 1; byte++)
			rows->texts[at++] = *byte;
	rows->texts[at] = '\0';
	rows->head.bytes = rows->head.texts + at + (at < sizeof rows->texts - 1);
	return from;
}

/** The value of a figure; 0 where it is not known, as the rows have it, or has more bits than they have. */
static uint32_t small(const fm_host_facts *facts, fm_host_id id)
{
	const fm_host_figure *figure = &facts->figures[id];

	return figure->state == FM_CAPABILITY_YES && figure->value < FM_NONE ? (uint32_t)figure->value : 0;
}

static void add_capabilities(struct rows *rows, const fm_host_facts *facts)
{
	fm_profile_info info = { .struct_size = sizeof info };
	const fm_profile *kind = fm_host_kind(facts);

	fm_profile_get_info(kind, &info);
	for (fm_capability_id id = 1; id <= CAPABILITIES; id++) {
		fm_capability found;
		int own = fm_host_capability(facts, kind, id, &found);

		if (found.source == NULL)
			continue;
		rows->capabilities[rows->head.capability_count++] = (struct fm_table_capability){
			.value = found.value,
			.source = own ? add_text(rows, found.source, "", "") : add_text(rows, info.id, ": ", found.source),
			.note = found.note == NULL ? 0 : add_text(rows, found.note, "", ""),
			.id = id,
			.state = (uint16_t)found.state,
			.unit = (uint16_t)found.unit,
		};
	}
}

/** What the built-in profile of such machines is advised for main memory. */
static void add_advice(struct rows *rows, const fm_profile *kind)
{
	fm_advice advice = { .struct_size = sizeof advice };

	if (fm_profile_strategy(kind, NULL, &advice) != FM_OK)
		return;
	rows->head.advice_count = 1;
	rows->advice.use = add_text(rows, advice.use, "", "");
	rows->advice.strategy = add_text(rows, advice.strategy, "", "");
	rows->advice.reason = add_text(rows, advice.reason, "", "");
}

fm_status fm_host_profile(const fm_host_facts *facts, void *storage, size_t size, const fm_profile **out)
{
	fm_host_facts known;
	fm_status status = storage == NULL || out == NULL ? FM_E_ARGUMENT : fm_abi_import(&known, sizeof known, FACTS_FIRST_SIZE, facts);
	struct rows *rows = storage;
	fm_capability_state executable;

	if (status != FM_OK)
		return status;
	if ((uintptr_t)storage % 8 != 0)
		return FM_E_ALIGNMENT;
	if (size < sizeof *rows)
		return FM_E_TOO_LARGE;
	memset(rows, 0, sizeof *rows);
	memcpy(rows, &common_rows, offsetof(struct begin, texts));
	memcpy(rows->texts, &common_rows.texts, sizeof common_rows.texts);
	if (small(&known, FM_HOST_ARCH) != 0)
		rows->head.name = add_text(rows, "Live host, ", fm_arch_name(small(&known, FM_HOST_ARCH)), "");
	rows->head.endian = (uint16_t)small(&known, FM_HOST_ENDIAN);
	rows->head.word_bits = rows->head.pointer_bits = small(&known, FM_HOST_POINTER);
	rows->head.cache_line_bytes = small(&known, FM_HOST_CACHE_LINE);
	rows->head.page_bytes = small(&known, FM_HOST_PAGE);
	if (rows->head.pointer_bits == 32)
		rows->space.width_bits = 32;
	if (known.figures[FM_HOST_LIMIT].state == FM_CAPABILITY_YES)
		rows->region.size = known.figures[FM_HOST_LIMIT].value;
	executable = known.figures[FM_HOST_EXECUTABLE].state;
	if (executable == FM_CAPABILITY_YES || executable == FM_CAPABILITY_DENIED)
		rows->region.facts |= (executable == FM_CAPABILITY_YES ? FM_FACT_YES : FM_FACT_NO) << FM_TABLE_EXECUTE;
	add_capabilities(rows, &known);
	add_advice(rows, fm_host_kind(&known));
	*out = &rows->head;
	return FM_OK;
}
#undef FACTS_FIRST_SIZE
#undef CAPABILITIES
#undef AT

/* ==== lib/host/read.c ==== */
/** @file
 * One reading of a host. */

#define OPTIONS_FIRST_SIZE (offsetof(fm_host_options, flags) + sizeof(uint32_t))
#define FACTS_FIRST_SIZE (offsetof(fm_host_facts, figures) + 53 * sizeof(fm_host_figure))
#define ALL_GROUPS (FM_HOST_MACHINE | FM_HOST_MEMORY | FM_HOST_PRESSURE)

/** Forgets the figures of a group, which are about to be read. */
static void forget(fm_host *host, fm_host_id first, fm_host_id end)
{
	memset(&host->facts.figures[first], 0, (end - first) * sizeof host->facts.figures[0]);
}

static void read_groups(fm_host *host, uint32_t groups)
{
	if (groups & FM_HOST_MACHINE) {
		forget(host, FM_HOST_ARCH, FM_HOST_PHYSICAL);
		fm_host_read_process(host);
		fm_host_read_cpu(host);
		fm_host_read_settings(host);
		fm_host_read_machine(host);
		fm_host_read_policy(host);
	}
	if (groups & FM_HOST_MEMORY) {
		forget(host, FM_HOST_PHYSICAL, FM_HOST_PRESSURE_SOME);
		fm_host_read_memory(host);
		fm_host_read_groups(host);
	}
	if (groups & FM_HOST_PRESSURE) {
		forget(host, FM_HOST_PRESSURE_SOME, FM_HOST_FIGURES);
		fm_host_read_pressure(host);
	}
}

/** Copies the caller's options, or the defaults, and judges them. */
static fm_status take_options(const fm_host_options *options, fm_host_options *known)
{
	fm_status status = FM_OK;

	*known = (fm_host_options){ .struct_size = sizeof *known };
	if (options != NULL)
		status = fm_abi_import(known, sizeof *known, OPTIONS_FIRST_SIZE, options);
	if (status != FM_OK)
		return status;
	if (known->groups & ~ALL_GROUPS || known->flags & ~FM_HOST_TRY || (known->flags != 0 && known->root != NULL))
		return FM_E_ARGUMENT;
	known->groups = known->groups == 0 ? ALL_GROUPS : known->groups;
	return FM_OK;
}

fm_status fm_host_read(const fm_host_options *options, fm_host_facts *out)
{
	fm_host_options known;
	fm_status status = take_options(options, &known);

	if (status == FM_OK)
		status = fm_abi_check(out, FACTS_FIRST_SIZE);
	if (status != FM_OK)
		return status;

	fm_host host;

	host.root = fm_folder_open(known.root == NULL ? "/" : known.root);
	host.live = known.root == NULL;
	host.flags = known.flags;
	if (host.root < 0 && !host.live)
		return FM_E_NOT_FOUND;
	memcpy(&host.facts, out, out->struct_size < sizeof host.facts ? out->struct_size : sizeof host.facts);
	read_groups(&host, known.groups);
	if (host.root >= 0) /* a sandbox may hide every file; then the system and the CPU still answer */
		fm_file_close(host.root);
	fm_abi_export(out, &host.facts, sizeof host.facts);
	return FM_OK;
}
#undef OPTIONS_FIRST_SIZE
#undef FACTS_FIRST_SIZE
#undef ALL_GROUPS

/* ==== lib/host/text.c ==== */
/** @file
 * Files of a system as text. */

/** True iff a word ends before `byte`. A text that was cut off ends with a NUL, so does a whole one: files of a system end their lines. */
static int ends_word(char byte)
{
	return byte == '\0' || byte == '\n' || byte == ' ' || byte == '\t' || byte == ',' || byte == '_' || byte == '[' || byte == ']';
}

static int is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

uint32_t fm_host_text_read(fm_host *host, const char *path)
{
	int file = fm_file_open(host->root, path);
	long got = file;

	host->length = 0;
	if (file >= 0) {
		do {
			got = fm_file_read(file, host->text + host->length, FM_HOST_TEXT_BYTES - host->length);
			host->length += got > 0 ? (uint32_t)got : 0;
		} while (got > 0 && host->length < FM_HOST_TEXT_BYTES);
		fm_file_close(file);
	}
	if (got < 0)
		host->length = 0;
	host->text[host->length] = '\0';
	return got >= 0 ? FM_CAPABILITY_YES : got == FM_FILE_MISSING ? FM_HOST_MISSING : got == FM_FILE_DENIED ? FM_CAPABILITY_DENIED : FM_CAPABILITY_UNKNOWN;
}

const char *fm_host_text_after(const char *at, const char *prefix)
{
	while (*prefix != '\0')
		if (*at++ != *prefix++)
			return NULL;
	return at;
}

const char *fm_host_text_find(const fm_host *host, const char *key)
{
	const char *end = host->text + host->length;

	for (const char *line = host->text; line < end; line++) {
		const char *at = fm_host_text_after(line, key), *value = at;

		while (at != NULL && (*at == ':' || *at == ' ' || *at == '\t'))
			at++;
		if (at != value)
			return at;
		while (line < end && *line != '\n')
			line++;
	}
	return NULL;
}

int fm_host_text_is(const char *at, const char *word)
{
	at = fm_host_text_after(at, word);
	return at != NULL && ends_word(*at);
}

const char *fm_host_text_word(const char *at, const char *word, int prefix)
{
	for (int begins = 1; at != NULL && *at != '\0' && *at != '\n'; begins = ends_word(*at), at++) {
		const char *end = begins ? fm_host_text_after(at, word) : NULL;

		if (end != NULL && (prefix || ends_word(*end)))
			return end;
	}
	return NULL;
}

const char *fm_host_text_digits(const char *at, uint64_t *value)
{
	uint64_t sum = 0;

	if (at == NULL || !is_digit(*at))
		return NULL;
	for (; is_digit(*at); at++) {
		unsigned digit = (unsigned)(*at - '0');

		if (sum > (UINT64_MAX - digit) / 10)
			return NULL;
		sum = sum * 10 + digit;
	}
	*value = sum;
	return at;
}

uint32_t fm_host_text_number(const char *at, uint64_t *value)
{
	uint64_t number = 0;

	*value = 0;
	if (at == NULL)
		return FM_HOST_MISSING;
	if (fm_host_text_is(at, "max") || fm_host_text_is(at, "unlimited"))
		return FM_CAPABILITY_NO;
	at = fm_host_text_digits(at, &number);
	if (at == NULL || *at == '\0')
		return FM_CAPABILITY_UNKNOWN;
	if (fm_host_text_after(at, " kB") != NULL || *at == 'K') {
		if (number > UINT64_MAX / 1024)
			return FM_CAPABILITY_UNKNOWN;
		number *= 1024;
	} else if (!ends_word(*at)) {
		return FM_CAPABILITY_UNKNOWN;
	}
	*value = number;
	return FM_CAPABILITY_YES;
}

int fm_host_text_value(const fm_host *host, const char *key, uint64_t *value)
{
	return fm_host_text_number(fm_host_text_find(host, key), value) == FM_CAPABILITY_YES;
}

uint32_t fm_host_number(fm_host *host, const char *path, uint64_t *value)
{
	uint32_t state = fm_host_text_read(host, path);

	*value = 0;
	return state == FM_CAPABILITY_YES ? fm_host_text_number(host->text, value) : state;
}

uint32_t fm_host_text_count(const char *at)
{
	uint64_t count = 0, first = 0, last;

	for (;;) {
		at = fm_host_text_digits(at, &first);
		if (at == NULL)
			return 0;
		last = first;
		if (*at == '-')
			at = fm_host_text_digits(at + 1, &last);
		if (at == NULL || last < first || last - first > UINT16_MAX)
			return 0;
		count += last - first + 1;
		if (*at != ',')
			return *at == '\n' && count <= UINT16_MAX ? (uint32_t)count : 0;
		at++;
	}
}

/* ==== lib/api/api.c ==== */
/** @file
 * The table of all functions. Generated by scripts/generate-api.py from lib/libflightmem.map and data/api-order.txt. */

static const fm_api api_table = {
	.struct_size = sizeof(fm_api),
	.version_major = FM_VERSION_MAJOR,
	.version_minor = FM_VERSION_MINOR,
	.add_checked = fm_add_checked,
	.address_format = fm_address_format,
	.address_parse = fm_address_parse,
	.align_down = fm_align_down,
	.align_up = fm_align_up,
	.alignment_bytes = fm_alignment_bytes,
	.alignment_make = fm_alignment_make,
	.arch_name = fm_arch_name,
	.arena_init = fm_arena_init,
	.arena_left = fm_arena_left,
	.arena_now = fm_arena_now,
	.arena_reset = fm_arena_reset,
	.arena_rewind = fm_arena_rewind,
	.arena_take = fm_arena_take,
	.arena_take_aligned = fm_arena_take_aligned,
	.capability_count = fm_capability_count,
	.capability_find = fm_capability_find,
	.capability_name = fm_capability_name,
	.capability_state_name = fm_capability_state_name,
	.cpu_feature_name = fm_cpu_feature_name,
	.frame_acquire = fm_frame_acquire,
	.frame_describe = fm_frame_describe,
	.frame_release = fm_frame_release,
	.frames_acquire = fm_frames_acquire,
	.frames_cancel = fm_frames_cancel,
	.frames_close = fm_frames_close,
	.frames_latest = fm_frames_latest,
	.frames_open = fm_frames_open,
	.frames_present = fm_frames_present,
	.frames_ref = fm_frames_ref,
	.frames_unref = fm_frames_unref,
	.granule_down = fm_granule_down,
	.granule_up = fm_granule_up,
	.host_figure_count = fm_host_figure_count,
	.host_figure_name = fm_host_figure_name,
	.host_profile = fm_host_profile,
	.host_read = fm_host_read,
	.is_aligned = fm_is_aligned,
	.memory_default = fm_memory_default,
	.multiply_checked = fm_multiply_checked,
	.pixel_bits = fm_pixel_bits,
	.pixel_planes = fm_pixel_planes,
	.plane_acquire = fm_plane_acquire,
	.plane_describe = fm_plane_describe,
	.plane_rectangle = fm_plane_rectangle,
	.plane_release = fm_plane_release,
	.plane_row = fm_plane_row,
	.pool_acquire = fm_pool_acquire,
	.pool_acquire_many = fm_pool_acquire_many,
	.pool_acquire_top = fm_pool_acquire_top,
	.pool_acquire_value = fm_pool_acquire_value,
	.pool_advice = fm_pool_advice,
	.pool_alloc = fm_pool_alloc,
	.pool_alloc_address = fm_pool_alloc_address,
	.pool_alloc_aligned = fm_pool_alloc_aligned,
	.pool_alloc_top = fm_pool_alloc_top,
	.pool_block = fm_pool_block,
	.pool_buffer = fm_pool_buffer,
	.pool_check = fm_pool_check,
	.pool_close = fm_pool_close,
	.pool_control_size = fm_pool_control_size,
	.pool_explain = fm_pool_explain,
	.pool_footprint = fm_pool_footprint,
	.pool_free = fm_pool_free,
	.pool_free_address = fm_pool_free_address,
	.pool_get_usage = fm_pool_get_usage,
	.pool_mark = fm_pool_mark,
	.pool_name = fm_pool_name,
	.pool_new = fm_pool_new,
	.pool_open = fm_pool_open,
	.pool_ref = fm_pool_ref,
	.pool_release = fm_pool_release,
	.pool_release_many = fm_pool_release_many,
	.pool_reset = fm_pool_reset,
	.pool_resize = fm_pool_resize,
	.pool_retire = fm_pool_retire,
	.pool_rewind = fm_pool_rewind,
	.pool_seal = fm_pool_seal,
	.pool_storage = fm_pool_storage,
	.pool_strategy = fm_pool_strategy,
	.pool_survey = fm_pool_survey,
	.pool_trim = fm_pool_trim,
	.pool_unref = fm_pool_unref,
	.pool_walk = fm_pool_walk,
	.process_map_parse = fm_process_map_parse,
	.profile_address_format = fm_profile_address_format,
	.profile_address_parse = fm_profile_address_parse,
	.profile_advice = fm_profile_advice,
	.profile_at = fm_profile_at,
	.profile_bank = fm_profile_bank,
	.profile_capability = fm_profile_capability,
	.profile_count = fm_profile_count,
	.profile_draw_map = fm_profile_draw_map,
	.profile_engine = fm_profile_engine,
	.profile_find = fm_profile_find,
	.profile_get_info = fm_profile_get_info,
	.profile_host = fm_profile_host,
	.profile_host_refresh = fm_profile_host_refresh,
	.profile_load = fm_profile_load,
	.profile_locate = fm_profile_locate,
	.profile_locate_for = fm_profile_locate_for,
	.profile_mirror = fm_profile_mirror,
	.profile_open = fm_profile_open,
	.profile_ref = fm_profile_ref,
	.profile_region = fm_profile_region,
	.profile_region_find = fm_profile_region_find,
	.profile_reserved = fm_profile_reserved,
	.profile_resolve = fm_profile_resolve,
	.profile_space = fm_profile_space,
	.profile_strategy = fm_profile_strategy,
	.profile_unref = fm_profile_unref,
	.quiet_begin = fm_quiet_begin,
	.quiet_end = fm_quiet_end,
	.quiet_format = fm_quiet_format,
	.quiet_get_place = fm_quiet_get_place,
	.quiet_text = fm_quiet_text,
	.quiet_watch = fm_quiet_watch,
	.range_align_in = fm_range_align_in,
	.range_align_out = fm_range_align_out,
	.range_contains = fm_range_contains,
	.range_holds = fm_range_holds,
	.range_intersect = fm_range_intersect,
	.range_is_valid = fm_range_is_valid,
	.range_make = fm_range_make,
	.range_overlaps = fm_range_overlaps,
	.range_split = fm_range_split,
	.range_subtract = fm_range_subtract,
	.refusal_format = fm_refusal_format,
	.region_kind_name = fm_region_kind_name,
	.rule_name = fm_rule_name,
	.screen_find = fm_screen_find,
	.screen_plane = fm_screen_plane,
	.size_format = fm_size_format,
	.size_parse = fm_size_parse,
	.slots_give = fm_slots_give,
	.slots_init = fm_slots_init,
	.slots_take = fm_slots_take,
	.space_close = fm_space_close,
	.space_control_size = fm_space_control_size,
	.space_get_usage = fm_space_get_usage,
	.space_give_back = fm_space_give_back,
	.space_open = fm_space_open,
	.space_open_validator = fm_space_open_validator,
	.space_profile = fm_space_profile,
	.space_ref = fm_space_ref,
	.space_reserve = fm_space_reserve,
	.space_resolve = fm_space_resolve,
	.space_to_guest = fm_space_to_guest,
	.space_to_host = fm_space_to_host,
	.space_unref = fm_space_unref,
	.status_get_kind = fm_status_get_kind,
	.status_kind_name = fm_status_kind_name,
	.status_name = fm_status_name,
	.status_remedy = fm_status_remedy,
	.status_text = fm_status_text,
	.strategy_get_info = fm_strategy_get_info,
	.struct_init = fm_struct_init,
	.subtract_checked = fm_subtract_checked,
	.tier_name = fm_tier_name,
	.tiles_from_plane = fm_tiles_from_plane,
	.tiles_size = fm_tiles_size,
	.tiles_to_plane = fm_tiles_to_plane,
	.unit_name = fm_unit_name,
	.validator_check = fm_validator_check,
	.validator_check_many = fm_validator_check_many,
	.validator_check_pair = fm_validator_check_pair,
	.validator_close = fm_validator_close,
	.validator_control_size = fm_validator_control_size,
	.validator_explain = fm_validator_explain,
	.validator_open = fm_validator_open,
	.validator_open_process = fm_validator_open_process,
	.validator_ref = fm_validator_ref,
	.validator_refused = fm_validator_refused,
	.validator_unref = fm_validator_unref,
	.version_string = fm_version_string,
	.want_parse = fm_want_parse,
};

const fm_api *fm_get_api(uint32_t major)
{
	return major == FM_VERSION_MAJOR ? &api_table : NULL;
}

/* ==== lib/api/version.c ==== */
/** @file
 * The version of the library that runs. */

const char *fm_version_string(void)
{
	return FM_VERSION_STRING;
}

/* SPDX-License-Identifier: MIT */
/* The headers of flightmem 0.1.0, made by scripts/amalgamate.py: edit the sources, not this. */
/** @file
 * flightmem: what memory a platform has, whether an access is allowed, where things go, who used how much. The umbrella header. */
#ifndef FLIGHTMEM_H
#define FLIGHTMEM_H
/** @file
 * Size-first structs: how a caller and a library of different ages agree on a struct.
 *
 * The first member of every options, ops and output struct is `size_t struct_size`. The library reads no byte past it and writes
 * none. A longer struct of a newer caller is accepted iff every byte that the library does not know is zero (the zero-tail rule);
 * a shorter one of an older caller has the missing members read as zero, which always means "the default".
 *
 * Output structs: the tail is not read. The library writes the members that both sides know and sets struct_size to the bytes it wrote,
 * which is how a caller learns that a member is not there; members beyond that stay. Arrays of size-first structs do not cross the border.
 *
 * What a struct points to is read during the call only, unless the member says otherwise. Texts are UTF-8 and end at a NUL; what the
 * library returns is valid UTF-8 where what it was given was. A `length` may be FM_TEXT: up to the NUL. */
#ifndef FLIGHTMEM_ABI_H
#define FLIGHTMEM_ABI_H
/** @file
 * The only header that asks which compiler this is: linkage, inlining, hints, static assertions, wide products. */
#ifndef FLIGHTMEM_COMPILER_H
#define FLIGHTMEM_COMPILER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define FM_BEGIN_DECLS extern "C" {
#define FM_END_DECLS }
#else
#define FM_BEGIN_DECLS /**< opens what C++ shall link as C */
#define FM_END_DECLS   /**< closes it */
#endif

/** Marks what the library exports. Define it empty to compile the library into another one without exporting it again. */
#ifndef FM_API
#if defined(__GNUC__)
#define FM_API __attribute__((visibility("default")))
#else
#define FM_API
#endif
#endif

/** Marks a header inline. The library defines it as FM_API once, so each inline is an exported symbol too. */
#ifndef FM_INLINE
#if defined(__cplusplus)
#define FM_INLINE inline
#elif defined(__GNUC__)
#define FM_INLINE static inline __attribute__((unused))
#else
#define FM_INLINE static inline
#endif
#endif

#if defined(__GNUC__)
/** `condition`, expected to hold. */
#define FM_LIKELY(condition) __builtin_expect(!!(condition), 1)
/** `condition`, expected not to hold. */
#define FM_UNLIKELY(condition) __builtin_expect(!!(condition), 0)
/** The result must be looked at. */
#define FM_NODISCARD __attribute__((warn_unused_result))
/** Off the hot path: never inlined, laid out apart. */
#define FM_COLD __attribute__((cold, noinline))
/** Never inlined: keeps the registers of a rare way out of the common one. */
#define FM_NOINLINE __attribute__((noinline))
/** Always a part of its caller: for the common way of a call. */
#define FM_ALWAYS_INLINE inline __attribute__((always_inline))
/** Aligns a variable to `bytes`, a power of two. */
#define FM_ALIGNED(bytes) __attribute__((aligned(bytes)))
/** Puts a variable or function into a section of the linker script. */
#define FM_IN_SECTION(name) __attribute__((section(name)))
/** A variable of which each thread has its own; zero in a new thread. */
#define FM_THREAD_LOCAL __thread
/** Where the function that this stands in returns to. */
#define FM_RETURN_ADDRESS __builtin_return_address(0)
/** In a typedef: through this type, memory of any type may be read and written. */
#define FM_MAY_ALIAS __attribute__((__may_alias__))
#else
#define FM_LIKELY(condition) (condition)
#define FM_UNLIKELY(condition) (condition)
#define FM_NODISCARD
#define FM_COLD
#define FM_NOINLINE
#define FM_ALWAYS_INLINE inline
#define FM_ALIGNED(bytes)
#define FM_IN_SECTION(name)
#define FM_THREAD_LOCAL _Thread_local
#define FM_RETURN_ADDRESS NULL
#define FM_MAY_ALIAS
#endif

/** 1 iff an instruction finds the highest bit of 64: where there is none, gcc would call a library that a console may not link. */
#if defined(__x86_64__) || defined(__aarch64__) || defined(__wasm__) || defined(__powerpc64__) || defined(__s390x__) || defined(__riscv_zbb)
#define FM_HAS_BIT_SCAN 1
#else
#define FM_HAS_BIT_SCAN 0
#endif

/** Refuses to compile when `condition` is false; `message` is a string literal that says what would help. */
#if defined(__FRAMAC__)
#define FM_STATIC_ASSERT(condition, message) struct fm_static_assert_unused
#elif defined(__cplusplus)
#define FM_STATIC_ASSERT(condition, message) static_assert(condition, message)
#elif defined(__GNUC__) && !defined(__STRICT_ANSI__) || defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L
#define FM_STATIC_ASSERT(condition, message) _Static_assert(condition, message)
#elif defined(__GNUC__)
/* Before C11 glibc makes _Static_assert a macro that drops the message; a name that is not followed by a parenthesis at once is no macro. */
#define FM_NOTHING
#define FM_STATIC_ASSERT(condition, message) __extension__ _Static_assert FM_NOTHING(condition, message)
#else
#define FM_STATIC_ASSERT(condition, message) extern int fm_static_assert_unused[(condition) ? 1 : -1]
#endif

/**
 * Refuses to compile when `bytes`, a constant, exceed what a region has beside its reserved areas:
 * `FM_ASSERT_FITS(gba, iwram, sizeof(struct world));` with flightmem/platform/gba.h. Names are written as there: a platform's - is _.
 */
#define FM_ASSERT_FITS(platform, region, bytes) \
	FM_STATIC_ASSERT((bytes) <= FM_FITS_##platform##_##region, \
			 "region " #region " of " #platform " has " FM_FITS_TEXT_##platform##_##region ", fewer than " #bytes)
/**
 * Refuses to compile unless a buffer of a region is as DMA needs it: `FM_ASSERT_DMA(gba, ewram, sizeof line, 4);` with the header of the platform,
 * where `align` is what the buffer is aligned to, a power of two. A transfer of all of it suits each engine of the platform, cache lines
 * included. What no source says is refused.
 */
#define FM_ASSERT_DMA(platform, region, bytes, align) \
	FM_STATIC_ASSERT(FM_DMA_FITS(bytes, align, FM_DMA_ALIGN_##platform##_##region, FM_DMA_GRANULE_##platform##_##region, FM_DMA_LINES_##platform##_##region) && \
				 (bytes) <= FM_DMA_REACH_##platform##_##region, \
			 "region " #region " of " #platform ": " FM_DMA_TEXT_##platform##_##region ", unlike " #bytes " bytes at a multiple of " #align)
/** 1 iff `bytes` aligned to `align` are whole units and lines, of which 0 are unknown. */
#define FM_DMA_FITS(bytes, align, begin, granule, line) \
	((begin) != 0 && (line) != 0 && (align) % ((begin) + !(begin)) == 0 && (bytes) % ((granule) + !(granule)) == 0 && (align) % ((line) + !(line)) == 0 && \
	 (bytes) % ((line) + !(line)) == 0)
/** Puts a variable or function into the linker section of a region, `.iwram`: `FM_IN_REGION(gba, iwram) static struct world world;`. */
#define FM_IN_REGION(platform, region) FM_IN_SECTION(FM_SECTION_##platform##_##region)

#if defined(__has_attribute)
#if __has_attribute(__symver__)
#define FM_SYMVER(implementation, name, at, node) __attribute__((__symver__(#name at #node)))
#endif
#endif
#if defined(__GNUC__) && !defined(FM_SYMVER)
/**
 * A version of an exported symbol: its implementation, the exported name, "@" or "@@", the node of the map. The attribute survives link-time
 * optimisation.
 */
#define FM_SYMVER(implementation, name, at, node) __asm__(".symver " #implementation "," #name at #node);
#endif
/** Before a definition: it is the version of `name` that new programs bind to. */
#define FM_SYMVER_DEFAULT(implementation, name, node) FM_SYMVER(implementation, name, "@@", node)
/** Before a definition: it is a version of `name` kept for old programs. */
#define FM_SYMVER_COMPAT(implementation, name, node) FM_SYMVER(implementation, name, "@", node)

/** 1 where threads can share a uint32_t: there is a 32-bit compare-and-swap. Else the atomics below serve one thread. */
#if defined(__GCC_HAVE_SYNC_COMPARE_AND_SWAP_4)
#define FM_HAS_ATOMICS 1
/** Adds `n` to the uint32_t at `at`, which other threads may move too, and gives the sum. */
#define FM_ATOMIC_ADD(at, n) __atomic_add_fetch(at, n, __ATOMIC_ACQ_REL)
/** The uint32_t at `at`, which other threads may move. */
#define FM_ATOMIC_LOAD(at) __atomic_load_n(at, __ATOMIC_ACQUIRE)
/** Puts `n` into the uint32_t at `at`, which other threads may read. */
#define FM_ATOMIC_STORE(at, n) __atomic_store_n(at, n, __ATOMIC_RELEASE)
/** Puts `n` into the uint32_t at `at`, which other threads may move too, and gives what was there. Needs FM_HAS_ATOMICS: lib/base/exchange.h. */
#define FM_ATOMIC_EXCHANGE(at, n) __atomic_exchange_n(at, n, __ATOMIC_ACQ_REL)
#else
#define FM_HAS_ATOMICS 0
/** Adds `n` to the uint32_t at `at` and gives the sum: no 32-bit compare-and-swap, no sharing between threads. */
#define FM_ATOMIC_ADD(at, n) (*(at) += (n))
/** The uint32_t at `at`. */
#define FM_ATOMIC_LOAD(at) (*(at))
/** Puts `n` into the uint32_t at `at`. */
#define FM_ATOMIC_STORE(at, n) (*(at) = (n))
#endif

/** Largest alignment that a type of the target has, vectors included. Bytes. */
#if defined(__BIGGEST_ALIGNMENT__)
#define FM_VECTOR_ALIGN __BIGGEST_ALIGNMENT__
#else
#define FM_VECTOR_ALIGN 16
#endif

/** 1 where one multiplication gives 128 bits. WebAssembly has the type, but calls __multi3 for it, which a bare module lacks. */
#if defined(__SIZEOF_INT128__) && !defined(__FRAMAC__) && !defined(__wasm__)
#define FM_HAS_INT128 1
__extension__ typedef unsigned __int128 fm_uint128;
#else
#define FM_HAS_INT128 0
#endif

#if defined(__GNUC__) && defined(__SSE2__) && !defined(__FRAMAC__)
#define FM_HAS_SSE2 1 /**< 1 where sixteen int32_t are compared at once */
/** Four int32_t. */
typedef int32_t fm_int32x4 __attribute__((vector_size(16), may_alias));
/** How many of sixteen ascending numbers, four vectors at `keys`, are not greater than those of the vector `key`. The last one must be greater. */
#define FM_COUNT_NOT_GREATER(keys, key) \
	((uint32_t)__builtin_ctz((uint32_t)__builtin_ia32_pmovmskb128(__builtin_ia32_packsswb128( \
		__builtin_ia32_packssdw128((keys)[0] > (key), (keys)[1] > (key)), __builtin_ia32_packssdw128((keys)[2] > (key), (keys)[3] > (key))))))
#else
#define FM_HAS_SSE2 0 /**< 1 where sixteen int32_t are compared at once */
#endif

#endif

/** The largest struct_size that is believed; a larger one is garbage (FM_E_ABI_SIZE). Bytes. */
#define FM_STRUCT_SIZE_MAX 4096

FM_BEGIN_DECLS

/**
 * Zeroes the `struct_size` bytes at `object` and stores `struct_size` in its first member. Pass `sizeof(type)` of the caller's own
 * headers. For languages without designated initialisers; C has FM_OPTIONS() and FM_STRUCT().
 *
 * `object` must hold `struct_size` bytes; sizes below `sizeof(size_t)` and NULL are ignored. O(struct_size), any thread.
 */
FM_API void fm_struct_init(void *object, size_t struct_size);

FM_END_DECLS

#ifdef __cplusplus
extern "C++" {
/** A zeroed `T` whose struct_size is set. */
template <typename T> inline T fm_struct_of()
{
	T object = T();
	object.struct_size = sizeof(T);
	return object;
}
}
/** Initialiser of an output struct: `fm_refusal why = FM_STRUCT(fm_refusal);`. */
#define FM_STRUCT(type) fm_struct_of<type>()
#else
/** Initialiser of an output struct: `fm_refusal why = FM_STRUCT(fm_refusal);`. */
#define FM_STRUCT(type) { .struct_size = sizeof(type) }
/** Options in place: `fm_pool_open(FM_OPTIONS(fm_pool_options, .capacity = FM_MIB(1)), &pool, NULL)`. */
#define FM_OPTIONS(type, ...) (&(const type){ .struct_size = sizeof(type), __VA_ARGS__ })
#endif

#endif
/** @file
 * Addresses: a 64-bit value in an address space, read and printed as the platform's people write it. */
#ifndef FLIGHTMEM_ADDRESS_H
#define FLIGHTMEM_ADDRESS_H
/** @file
 * Sizes in bytes as people write them.
 *
 * Text is decimal digits, optionally grouped by single spaces, `_` or `'` ("1 228 800": one to three digits, then three in each group; "3 4"
 * is no size), optionally with a fraction ("1.5"), or hexadecimal ("0x1000", "$2000"), then an optional unit after optional spaces. Units,
 * upper or lower case alike:
 *
 * | unit | bytes | |
 * |---|---|---|
 * | none, `B` | 1 | |
 * | `k` `M` `G` `T` `P` `E` | 1024^1..6 | as consoles count |
 * | `KiB` `MiB` `GiB` `TiB` `PiB` `EiB` (also `Ki`..) | 1024^1..6 | IEC |
 * | `kB` `MB` `GB` `TB` `PB` `EB` | 1000^1..6 | SI |
 *
 * All arithmetic is exact in integers: a fraction that is no whole number of bytes is refused, never rounded. */
#ifndef FLIGHTMEM_SIZE_H
#define FLIGHTMEM_SIZE_H
/** @file
 * Statuses: what a call returns. Numbers never change and are never given again. Generated by scripts/generate-status.py from data/status.yaml. */
#ifndef FLIGHTMEM_STATUS_H
#define FLIGHTMEM_STATUS_H

/**
 * Result of a call: FM_OK or a negative number. "Returns FM_X iff ..." lists what a call returns today: treat any other negative number as
 * a failure of its kind.
 */
typedef int32_t fm_status;

#define FM_OK 0 /**< success; nothing to do */
#define FM_E_ARGUMENT (-1) /**< an argument is missing or outside its range; see the call's list of what each argument may be */
#define FM_E_EXHAUSTED (-2) /**< not enough memory is free now; release something, or make the pool or region larger */
#define FM_E_TOO_LARGE (-3) /**< the request would not fit even if everything else were free; ask for less, or make the pool, storage or region larger */
#define FM_E_STALE (-4) /**< the token or record was given back before; drop the copy that was kept after release; a block that is out as a buffer is released by its token */
#define FM_E_FOREIGN (-5) /**< the value was never handed out here; hand it to the pool or space that it came from */
#define FM_E_INTERIOR (-6) /**< the address lies inside, but begins no block; free the address that the allocation returned */
#define FM_E_DOUBLE (-7) /**< the block is not out: freed before, or never handed out; free what an allocation returned, and once */
#define FM_E_BUSY (-8) /**< something is still in use; give back what is out, then try again; or drop the reference with unref */
#define FM_E_UNSUPPORTED (-9) /**< the strategy, mode or platform does not offer this; choose a strategy or mode that does; its header lists what it offers */
#define FM_E_NOT_FOUND (-10) /**< there is no such name or index; check its spelling: pool.h names the strategies, flightmem profile list the platforms, flightmem profile show their regions */
#define FM_E_ABI_SIZE (-11) /**< a struct's struct_size can't be right; set struct_size to sizeof of the struct: FM_OPTIONS, FM_STRUCT or fm_struct_init() do */
#define FM_E_ABI_FIELD (-12) /**< a struct sets a member that this library does not know; use a library at least as new as the headers, or leave the member zero */
#define FM_E_ALIGNMENT (-13) /**< an alignment is no power of two, or an address is not aligned to it; use a power of two, and storage aligned to it */
#define FM_E_RANGE (-14) /**< the result would pass the end of what the type or the region holds; use smaller numbers, or stay inside the region */
#define FM_E_SYNTAX (-15) /**< the text can't be read; see the position of the error and the grammar of the call */
#define FM_E_UNMAPPED (-16) /**< no region holds this address; see the memory map of the profile */
#define FM_E_NO_ADDRESS (-17) /**< the memory has no address that the CPU can use; manage it by offsets and reach it as the profile's access_via says */
#define FM_E_NO_MEMORY (-18) /**< the source of memory gave none; give the system more memory, or bring storage of your own */
#define FM_E_FACT_UNKNOWN (-19) /**< no source states the fact that this needs; choose a region whose facts are known, or state them in a profile of your own */
#define FM_E_PERMISSION (-20) /**< the region's permissions or nature forbid this; choose a region that allows it; see its read, write and execute facts */
#define FM_E_NOT_QUIET (-21) /**< memory was asked for where none may be; see the places of the report; prepare what they need before the scope begins */
#define FM_E_ACCESS_BOUNDS (-22) /**< the access is in no region, or passes the end or a seam of its window; stay within the bytes that the finding gives, or split the access there */
#define FM_E_ACCESS_ALIGNMENT (-23) /**< the address is not aligned as the width or the region needs it; use an address that is a multiple of what the finding gives, or narrower units */
#define FM_E_ACCESS_PERMISSION (-24) /**< the region does not grant this kind of access; use a region that grants it; see its read, write and execute facts */
#define FM_E_ACCESS_WIDTH (-25) /**< the region does not take units of this width, or the size is no whole number of them; use the width that the finding gives */
#define FM_E_ACCESS_DMA (-26) /**< the DMA engine can't do this transfer; see the finding: another region, or another begin, length or boundary */
#define FM_E_ACCESS_LANE (-27) /**< not every byte of the access is there: the device is on a part of the bus; access single bytes, at the address that the finding gives */
#define FM_E_ACCESS_RESERVED (-28) /**< bytes of the access are spoken for; use other bytes of the region; see its reserved areas */
#define FM_E_ACCESS_BANK (-29) /**< the window has no such bank; use a bank below the number that the finding gives */
#define FM_E_ACCESS_ALIAS (-30) /**< two accesses touch the same bytes under different addresses, and one writes; use one address for both, or write back and invalidate the cache between them */
#define FM_E_ACCESS_WX (-31) /**< what can be written would be executed; take the right to write away before anything is executed */
#define FM_E_DAMAGED (-32) /**< the data is not what it says it is: cut off, changed, or made by hand; make it anew from its source, or take another copy */
#define FM_E_VERSION (-33) /**< the data is in a version or byte order that this library does not read; make it anew with the tools of this library, for this machine's byte order */
#define FM_E_ORDER (-34) /**< another goes back first; give back in the strategy's order: the newest block of a stack, the oldest of a ring, the innermost mark */

/** The kinds of status: a set that stays as it is, for languages that sort errors. */
typedef uint32_t fm_status_kind;

#define FM_KIND_OK 0u /**< success */
#define FM_KIND_INVALID 1u /**< the call is wrong */
#define FM_KIND_REFUSED 2u /**< the call is right, the state or the memory says no */
#define FM_KIND_MISUSE 3u /**< what came back is not what went out */
#define FM_KIND_MISSING 4u /**< there is no such thing */
#define FM_KIND_INCOMPATIBLE 5u /**< versions differ */
#define FM_KIND_SYSTEM 6u /**< the system below failed */
#define FM_KIND_DAMAGED 7u /**< data is not what it says it is */
#define FM_KIND_DENIED 8u /**< a judged access is not allowed */

FM_BEGIN_DECLS

/** The name, "FM_E_BUSY"; "FM_E_?" iff the library knows no such status. Static, any thread, O(1), here and below. */
FM_API const char *fm_status_name(fm_status status);

/** What it means, in one phrase. */
FM_API const char *fm_status_text(fm_status status);

/** What would help, in one phrase. */
FM_API const char *fm_status_remedy(fm_status status);

/** Its kind; FM_KIND_INCOMPATIBLE also where the library knows no such status. */
FM_API fm_status_kind fm_status_get_kind(fm_status status);

/** The name of a kind as data and JSON have it, "refused"; "?" iff there is no such kind. */
FM_API const char *fm_status_kind_name(fm_status_kind kind);

FM_END_DECLS

#endif

/* Sizes as constants: the argument is a compile-time integer, the result an unsigned 64-bit constant. */
#define FM_KIB(n) ((uint64_t)(n) << 10) /**< `n` times 1024 bytes */
#define FM_MIB(n) ((uint64_t)(n) << 20) /**< `n` times 1024^2 bytes */
#define FM_GIB(n) ((uint64_t)(n) << 30) /**< `n` times 1024^3 bytes */

/** Length of a text that ends at its NUL. */
#define FM_TEXT ((size_t)-1)

/** How fm_size_format() writes. */
typedef uint32_t fm_size_style;

#define FM_SIZE_HUMAN 0u /**< largest IEC unit, at most two decimals, rounded half up: "1.17 MiB" */
#define FM_SIZE_EXACT 1u /**< bytes grouped by three: "1 228 800 B" */
#define FM_SIZE_ROUND_TRIP 2u /**< largest IEC unit that divides it: "1200 KiB"; parses to the same value */

FM_BEGIN_DECLS

/**
 * Reads a size.
 *
 * @param text      any bytes
 * @param length    how many, or FM_TEXT: up to the NUL. Leading and trailing spaces are skipped.
 * @param out       receives the bytes
 * @param error_at  may be NULL; receives on FM_E_SYNTAX and FM_E_RANGE the index of the byte at fault (of a group with the wrong number
 *                  of digits its first; `length` when the text ends too early)
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `text` or `out` is NULL; FM_E_SYNTAX iff the text is no size by the rules above; FM_E_RANGE
 * iff it is one but exceeds 2^64 - 1 or is no whole number of bytes. A failed call leaves `*out`. O(length), any thread.
 */
FM_API fm_status fm_size_parse(const char *text, size_t length, uint64_t *out, size_t *error_at);

/**
 * Writes `bytes` in `style`.
 *
 * @param buffer  receives at most `capacity` bytes, the end mark included; may be NULL iff `capacity` is 0
 * @return the length of the whole text without the end mark, as snprintf() does; 0 iff `style` is none of the above. Any thread.
 */
FM_API size_t fm_size_format(uint64_t bytes, fm_size_style style, char *buffer, size_t capacity);

FM_END_DECLS

#endif

/** An address. Frozen. */
typedef struct fm_address {
	uint64_t value;    /**< the number, as wide as its space */
	uint32_t space;    /**< index of the address space in the profile; 0 is what the main CPU sees */
	uint32_t reserved; /**< 0 */
} fm_address;

/** How a platform writes addresses. */
typedef uint32_t fm_address_style;

#define FM_ADDRESS_HEX 0u    /**< 0x06000000 */
#define FM_ADDRESS_DOLLAR 1u /**< $2000 */
#define FM_ADDRESS_BANKED 2u /**< 7E:0000, the low 16 bits after the colon */

FM_BEGIN_DECLS

/**
 * Reads the number of an address, without a space name. Every style is accepted whatever the platform's own: `0x06000000`,
 * `$2000`, `7E:0000`, `2000h`, or decimal digits alone. No spaces, no sign.
 *
 * @param text        any bytes
 * @param length      how many, or FM_TEXT: up to the NUL
 * @param width_bits  width of the space, 1 to 64
 * @param out         receives the number
 * @param error_at    may be NULL; receives on FM_E_SYNTAX and FM_E_RANGE the index of the byte at fault (`length` when the text ends
 *                    too early)
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `text` or `out` is NULL or `width_bits` is 0 or above 64; FM_E_SYNTAX iff the text is no address;
 * FM_E_RANGE iff it needs more than `width_bits` bits. A failed call leaves `*out`. O(length), any thread.
 */
FM_API fm_status fm_address_parse(const char *text, size_t length, uint32_t width_bits, uint64_t *out, size_t *error_at);

/**
 * Writes `value` with as many digits as `width_bits` needs.
 *
 * @param buffer  receives at most `capacity` bytes, the end mark included; may be NULL iff `capacity` is 0
 * @return the length of the whole text without the end mark; 0 iff `style` or `width_bits` is none of the above, or `value` is wider.
 */
FM_API size_t fm_address_format(uint64_t value, uint32_t width_bits, fm_address_style style, char *buffer, size_t capacity);

FM_END_DECLS

#endif
/** @file
 * Advice: which strategy serves a use best on a platform, and why. Immutable, any thread. */
#ifndef FLIGHTMEM_ADVICE_H
#define FLIGHTMEM_ADVICE_H
/** @file
 * Profiles: what memory a platform has. Facts with sources; what no source says is unknown, never guessed. Immutable, any thread. */
#ifndef FLIGHTMEM_PROFILE_H
#define FLIGHTMEM_PROFILE_H
/** @file
 * Alignments, granules and ranges of a 64-bit address space; every function is total and none wraps. */
#ifndef FLIGHTMEM_RANGE_H
#define FLIGHTMEM_RANGE_H

/** An alignment: 2^`log2` bytes, `log2` 0 to 63. A type of its own, so that it is never mistaken for a size. Frozen. */
typedef struct fm_alignment {
	uint32_t log2; /**< 0 to 63 */
} fm_alignment;

/**
 * The addresses `base` to `base + size - 1`. Frozen. Valid iff `size <= 2^64 - base`: a range may touch the top of the space. The
 * whole space has 2^64 bytes, which no 64-bit size can say, so it is not a range: use two. An empty range is valid and holds nothing.
 */
typedef struct fm_range {
	uint64_t base; /**< first address */
	uint64_t size; /**< bytes */
} fm_range;

/* Macros for constants: the answers of the functions below, at compile time. Arguments are evaluated more than once. */

/** 1 iff `n` is a power of two. */
#define FM_IS_POWER_OF_TWO(n) ((n) != 0 && (((uint64_t)(n)) & ((uint64_t)(n)-1)) == 0)
/** 1 iff `value` is a multiple of `bytes`, a power of two. */
#define FM_IS_ALIGNED(value, bytes) ((((uint64_t)(value)) & ((uint64_t)(bytes)-1)) == 0)
/** `value` rounded down to a multiple of `bytes`, a power of two. */
#define FM_ALIGN_DOWN(value, bytes) (((uint64_t)(value)) & ~((uint64_t)(bytes)-1))
/** `value` rounded up to a multiple of `bytes`, a power of two; the caller knows that it does not wrap (FM_CAN_ALIGN_UP()). */
#define FM_ALIGN_UP(value, bytes) (((uint64_t)(value) + ((uint64_t)(bytes)-1)) & ~((uint64_t)(bytes)-1))
/** 1 iff FM_ALIGN_UP() of these does not wrap. */
#define FM_CAN_ALIGN_UP(value, bytes) ((uint64_t)(value) <= ~((uint64_t)(bytes)-1))
/** 1 iff `base` and `size` make a valid range. */
#define FM_RANGE_IS_VALID(base, size) ((base) == 0 || (uint64_t)(size) <= (uint64_t)0 - (uint64_t)(base))
/** 1 iff the valid range holds `address`. */
#define FM_RANGE_CONTAINS(base, size, address) ((uint64_t)(address) >= (uint64_t)(base) && (uint64_t)(address) - (uint64_t)(base) < (uint64_t)(size))
/** 1 iff the first valid range holds the whole second one, which is not empty. */
#define FM_RANGE_HOLDS(base, size, inner_base, inner_size) \
	((uint64_t)(inner_size) != 0 && FM_RANGE_CONTAINS(base, size, inner_base) && \
	 (uint64_t)(inner_size) <= (uint64_t)(size) - ((uint64_t)(inner_base) - (uint64_t)(base)))
/** 1 iff two valid ranges share an address. */
#define FM_RANGE_OVERLAPS(a_base, a_size, b_base, b_size) \
	((uint64_t)(a_size) != 0 && (uint64_t)(b_size) != 0 && \
	 ((uint64_t)(a_base) >= (uint64_t)(b_base) ? (uint64_t)(a_base) - (uint64_t)(b_base) < (uint64_t)(b_size) \
						   : (uint64_t)(b_base) - (uint64_t)(a_base) < (uint64_t)(a_size)))

FM_BEGIN_DECLS

/** The alignment of `bytes`. Returns FM_OK; FM_E_ALIGNMENT iff `bytes` is no power of two; FM_E_ARGUMENT iff `out` is NULL. */
FM_API fm_status fm_alignment_make(uint64_t bytes, fm_alignment *out);

/** Bytes of an alignment; 0 iff `log2` exceeds 63. */
FM_API uint64_t fm_alignment_bytes(fm_alignment alignment);

/** 1 iff `value` is a multiple of the alignment; 0 else, also iff `log2` exceeds 63. */
FM_API int32_t fm_is_aligned(uint64_t value, fm_alignment alignment);

/** `value` rounded down. Returns FM_OK; FM_E_ALIGNMENT iff `log2` exceeds 63; FM_E_ARGUMENT iff `out` is NULL. A failure leaves `*out`. */
FM_API fm_status fm_align_down(uint64_t value, fm_alignment alignment, uint64_t *out);

/**
 * `value` rounded up. Returns FM_OK; FM_E_ALIGNMENT iff `log2` exceeds 63; FM_E_RANGE iff the result would exceed 2^64 - 1;
 * FM_E_ARGUMENT iff `out` is NULL. A failure leaves `*out`.
 */
FM_API fm_status fm_align_up(uint64_t value, fm_alignment alignment, uint64_t *out);

/** `value` rounded down to a multiple of `granule`, any number but 0. Returns FM_OK; FM_E_ARGUMENT iff `granule` is 0 or `out` is NULL. */
FM_API fm_status fm_granule_down(uint64_t value, uint64_t granule, uint64_t *out);

/** `value` rounded up to a multiple of `granule`. Returns FM_OK; FM_E_ARGUMENT iff `granule` is 0 or `out` is NULL; FM_E_RANGE iff the
 *  result would exceed 2^64 - 1. A failure leaves `*out`. */
FM_API fm_status fm_granule_up(uint64_t value, uint64_t granule, uint64_t *out);

/** The range of `size` bytes at `base`. Returns FM_OK; FM_E_RANGE iff it would pass the top of the space; FM_E_ARGUMENT iff `out` is NULL. */
FM_API fm_status fm_range_make(uint64_t base, uint64_t size, fm_range *out);

/** 1 iff the range is valid. The other functions treat a range that is not as one that holds nothing, or say FM_E_RANGE. */
FM_API int32_t fm_range_is_valid(fm_range range);

/** 1 iff `range` holds `address`. */
FM_API int32_t fm_range_contains(fm_range range, uint64_t address);

/** 1 iff `range` holds every address of `inner`, and `inner` is not empty. */
FM_API int32_t fm_range_holds(fm_range range, fm_range inner);

/** 1 iff the ranges share an address. */
FM_API int32_t fm_range_overlaps(fm_range a, fm_range b);

/** The addresses in both. Returns FM_OK; FM_E_NOT_FOUND iff there are none; FM_E_RANGE iff one is not valid; FM_E_ARGUMENT iff `out` is NULL. */
FM_API fm_status fm_range_intersect(fm_range a, fm_range b, fm_range *out);

/**
 * The addresses of `a` that are not in `b`: up to two non-empty ranges in ascending order.
 *
 * @param out    room for 2
 * @param count  receives how many: 0, 1 or 2
 * Returns FM_OK; FM_E_RANGE iff one is not valid; FM_E_ARGUMENT iff `out` or `count` is NULL. A failure leaves both.
 */
FM_API fm_status fm_range_subtract(fm_range a, fm_range b, fm_range *out, uint32_t *count);

/**
 * Cuts `range` after its first `at` bytes. Returns FM_OK; FM_E_RANGE iff `at` exceeds its size, or it is not valid, or `high` would
 * begin at 2^64; FM_E_ARGUMENT iff `low` or `high` is NULL. A failure leaves both.
 */
FM_API fm_status fm_range_split(fm_range range, uint64_t at, fm_range *low, fm_range *high);

/** The largest aligned range inside. Returns FM_OK; FM_E_NOT_FOUND iff it is empty; FM_E_ALIGNMENT, FM_E_RANGE iff an argument is not
 *  valid; FM_E_ARGUMENT iff `out` is NULL. A failure leaves `*out`. */
FM_API fm_status fm_range_align_in(fm_range range, fm_alignment alignment, fm_range *out);

/** The smallest aligned range around. Returns FM_OK; FM_E_RANGE iff `range` is not valid or the result would be the whole space;
 *  FM_E_ALIGNMENT iff `log2` exceeds 63; FM_E_ARGUMENT iff `out` is NULL. A failure leaves `*out`. */
FM_API fm_status fm_range_align_out(fm_range range, fm_alignment alignment, fm_range *out);

FM_END_DECLS

#endif

/** A platform; opaque, immutable, reference counted. Built-in ones live for ever. */
typedef struct fm_profile fm_profile;

/** What a region is for. Values are for ever. */
typedef uint32_t fm_region_kind;
#define FM_REGION_OTHER 0u /**< none of the others */
#define FM_REGION_MAIN 1u /**< memory for programs and data */
#define FM_REGION_VIDEO 2u /**< what a display or its processor reads */
#define FM_REGION_AUDIO 3u /**< what a sound processor reads */
#define FM_REGION_SCRATCHPAD 4u /**< small and fast, beside the CPU */
#define FM_REGION_IO 5u /**< registers */
#define FM_REGION_ROM 6u /**< never written */
#define FM_REGION_SAVE 7u     /**< keeps its content without power */
#define FM_REGION_RESERVED 8u /**< exists, but not for programs */
#define FM_REGION_CODE 9u     /**< a process' text */
#define FM_REGION_STACK 10u /**< a thread's stack */
#define FM_REGION_HEAP 11u /**< a process' heap */

/** A fact that may be unknown. These three are all there ever are; of other sets meet unknown values with care. */
typedef uint32_t fm_fact;
#define FM_FACT_UNKNOWN 0u /**< no source says */
#define FM_FACT_NO 1u /**< a source says no */
#define FM_FACT_YES 2u /**< a source says yes */

/** What kind of machine. Values are for ever. */
typedef uint32_t fm_tier;
#define FM_TIER_RETRO 1u /**< consoles and home computers of the past */
#define FM_TIER_MODERN 2u /**< servers, desktops and consoles of today */
#define FM_TIER_MOBILE 3u /**< telephones and tablets */
#define FM_TIER_WEB 4u /**< WebAssembly */
#define FM_TIER_EMBEDDED 5u /**< microcontrollers */
#define FM_TIER_CLOUD 6u /**< limits that a container or host sets */

/** What a CPU makes of a misaligned access. Values are for ever. */
typedef uint32_t fm_misaligned;
#define FM_MISALIGNED_UNKNOWN 0u /**< no source says */
#define FM_MISALIGNED_ALLOWED 1u /**< it reads and writes the bytes that are meant */
#define FM_MISALIGNED_FAULT 2u   /**< it traps */
#define FM_MISALIGNED_FORCE_ALIGN 3u /**< it drops the low bits of the address */
#define FM_MISALIGNED_ROTATE 4u  /**< stores drop the low bits, loads rotate the word */
#define FM_MISALIGNED_MIXED 5u   /**< it depends on the instruction or the memory */

#define FM_ENDIAN_LITTLE 1u /**< least significant byte first */
#define FM_ENDIAN_BIG 2u    /**< most significant byte first */

/** Index of a region, address space or mirror that is none. */
#define FM_NONE 0xFFFFFFFFu

/** A platform in short. An output struct: set struct_size first. Texts live as long as the profile. */
typedef struct fm_profile_info {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *id;             /**< "gba" */
	const char *name;           /**< "Game Boy Advance" */
	fm_tier tier;               /**< FM_TIER_... */
	uint32_t endian;            /**< FM_ENDIAN_... of the main CPU */
	uint32_t word_bits;         /**< of the main CPU; 0: unknown */
	uint32_t pointer_bits;      /**< of the main CPU; 0: unknown */
	uint32_t bus_bits;          /**< address lines of the main CPU; 0: unknown */
	uint32_t cache_line_bytes;  /**< of the data cache; 0: unknown, FM_NONE: there is none */
	uint32_t page_bytes;        /**< smallest page; 0: unknown, FM_NONE: there are none */
	uint32_t space_count;       /**< address spaces, for fm_profile_space() */
	uint32_t region_count;      /**< regions, for fm_profile_region() */
	fm_misaligned misaligned;   /**< what the main CPU makes of a load or store at an address that is no multiple of its width */
	uint32_t natural_bytes;     /**< the widest alignment that the main CPU's loads and stores want; 0: unknown */
	uint32_t engine_count;      /**< DMA engines of which something is known, for fm_profile_engine() */
} fm_profile_info;

/** An address space of a platform. An output struct. */
typedef struct fm_space_info {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *id;          /**< "cpu", "ppu", "private" */
	uint32_t width_bits;     /**< 1 to 64 */
	fm_address_style style;  /**< how its addresses are written */
	uint32_t cpu_visible;    /**< 1 iff the main CPU loads and stores here */
	uint32_t reserved;       /**< 0 */
} fm_space_info;

/** A region of a platform. An output struct. Texts live as long as the profile. */
typedef struct fm_region {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *id;             /**< "iwram" */
	const char *name;           /**< "On-chip work RAM" */
	const char *access_via;     /**< how memory without a CPU address is reached; NULL: by its address */
	const char *wait_states;    /**< cycles of an access, as the source says it; NULL: unknown */
	const char *note;           /**< what a programmer must know; NULL: nothing */
	uint64_t base;              /**< first address in `space`; 0 unless has_base is FM_FACT_YES */
	uint64_t size;              /**< bytes through its window; 0: unknown or no fixed number */
	uint64_t bank_total_bytes;  /**< bytes behind a banked window; 0: not banked */
	uint32_t index;             /**< of the region in its profile */
	uint32_t space;             /**< index of its address space */
	fm_region_kind kind;        /**< FM_REGION_... */
	fm_fact has_base;           /**< YES: `base` is an address in `space`; NO: it has none */
	fm_fact cpu_mapped;         /**< YES: the main CPU reaches it by address */
	fm_fact read;               /**< may be read */
	fm_fact write;              /**< may be written */
	fm_fact execute;            /**< instructions may be fetched */
	fm_fact cached_code;        /**< instruction fetches are cached at this base */
	fm_fact cached_data;        /**< loads are cached at this base */
	fm_fact dma;                /**< a DMA engine reaches it */
	fm_fact is_volatile;        /**< content changes by itself: registers */
	fm_fact persistent;         /**< keeps its content without power */
	fm_fact optional;           /**< not in every machine */
	uint32_t read_widths;       /**< legal loads, bits 1, 2, 4, 8 for that many bytes; 0: no limit documented */
	uint32_t write_widths;      /**< legal stores, the same */
	uint32_t bus_bits;          /**< width of its bus; 0: unknown */
	uint32_t bank_count;        /**< 0: not banked */
	uint32_t mirror_count;      /**< for fm_profile_mirror() */
	uint32_t reserved_count;    /**< for fm_profile_reserved() */
	uint32_t alias_of;          /**< index of the region whose bytes these are; FM_NONE: its own */
	uint32_t lane;              /**< byte of each `lane_stride` that is there; the others are no memory */
	uint32_t lane_stride;       /**< 0: all bytes are there */
	fm_fact fast;               /**< no load or store of the main CPU waits */
	uint32_t hidden_from;       /**< bit n: processor n does not see it; 0 the main one, then as the platform's file lists them */
	uint32_t reserved;          /**< 0 */
} fm_region;

/** Other addresses of a region's bytes. An output struct. */
typedef struct fm_mirror {
	size_t struct_size; /**< bytes of the struct: abi.h */
	uint64_t base;          /**< first address of the window, in `space` */
	uint64_t size;          /**< bytes of the window; of each slice where there are more */
	uint64_t period;        /**< the bytes repeat at this distance inside the window; 0: once */
	uint64_t stride;        /**< the window is a slice that reappears at this distance; 0: no */
	uint64_t region_offset; /**< byte of the region that the window begins with */
	uint64_t region_advance; /**< each slice begins so many bytes of the region later than the one before; 0: each shows the same */
	uint32_t count;         /**< how many slices `stride` apart; 0 or 1: one */
	uint32_t space;         /**< index of its address space */
	fm_fact cached_data;    /**< loads through this window are cached */
	fm_fact cached_code;    /**< instruction fetches through this window are cached */
	uint32_t inverted;      /**< units of so many bytes lie in opposite order, the last one first; the bytes of a unit in the same; 0: no */
	uint32_t reserved;      /**< 0 */
} fm_mirror;

/** What a DMA engine wants of a transfer; what is 0 no source says. An output struct. Texts live as long as the profile. */
typedef struct fm_engine {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *id;     /**< "oam"; "dma": what holds for every engine of the platform */
	const char *source; /**< ids of the sources in the platform's file, by commas */
	uint64_t limit;     /**< first byte that it can't address, counted in the regions' own windows */
	uint32_t align;     /**< its begin is a multiple, a power of two, bytes */
	uint32_t granule;   /**< its length is a multiple, bytes */
	uint32_t boundary;  /**< it does not cross a multiple, a power of two, bytes */
	uint32_t space;     /**< index of the address space whose addresses it takes; FM_NONE: of every one */
} fm_engine;

/** Bytes of a region that are spoken for. An output struct. */
typedef struct fm_reserved_area {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *what; /**< by whom */
	fm_range area;    /**< addresses in the region's space */
} fm_reserved_area;

/** Where an address leads. An output struct. */
typedef struct fm_location {
	size_t struct_size; /**< bytes of the struct: abi.h */
	uint64_t offset;   /**< byte of the region */
	uint64_t left;     /**< bytes from here on that follow each other through the same window without a seam, this one included; through an
	                        inverted mirror those of the unit */
	uint32_t region;   /**< index */
	uint32_t mirror;   /**< index of the mirror it came through; FM_NONE: the region's own base */
} fm_location;

FM_BEGIN_DECLS

/** The name of a kind as data and JSON have it ("scratchpad"); "?" iff the library knows no such kind. Static, any thread, O(1), here and below. */
FM_API const char *fm_region_kind_name(fm_region_kind kind);

/** The name of a tier ("retro"). */
FM_API const char *fm_tier_name(fm_tier tier);

/**
 * A built-in profile by id or alias ("gba"), there for ever without a reference; NULL iff there is none, or `id` is NULL. O(log profiles)
 * by id, O(profiles) by alias.
 *
 * Some profiles are overlays ("cloud-linux-cgroup-v2"): facts for the platform that they lie upon. They have capabilities, but no address
 * space and no region, and their sizes are 0 unless the overlay itself says them.
 */
FM_API const fm_profile *fm_profile_find(const char *id);

/** How many profiles are built in. */
FM_API uint32_t fm_profile_count(void);

/** A built-in profile by index, ordered by id; NULL iff `index` is not below fm_profile_count(). */
FM_API const fm_profile *fm_profile_at(uint32_t index);

/** One more reference. Returns `profile`; NULL stays NULL. Costs nothing for built-in ones. */
FM_API const fm_profile *fm_profile_ref(const fm_profile *profile);

/** Drops a reference. NULL and built-in ones are fine. */
FM_API void fm_profile_unref(const fm_profile *profile);

/**
 * The platform in short. Returns FM_OK; FM_E_ARGUMENT iff an argument is NULL; FM_E_ABI_SIZE as abi.h says. A failure leaves `*out`, here
 * and below.
 */
FM_API fm_status fm_profile_get_info(const fm_profile *profile, fm_profile_info *out);

/** An address space. Returns FM_OK; FM_E_NOT_FOUND iff there is no such index; FM_E_ARGUMENT iff an argument is NULL; FM_E_ABI_SIZE as abi.h says. */
FM_API fm_status fm_profile_space(const fm_profile *profile, uint32_t index, fm_space_info *out);

/**
 * A region by index. Returns FM_OK; FM_E_NOT_FOUND iff there is no such index; FM_E_ARGUMENT iff an argument is NULL; FM_E_ABI_SIZE as abi.h
 * says.
 */
FM_API fm_status fm_profile_region(const fm_profile *profile, uint32_t index, fm_region *out);

/** A region by id ("iwram"). Returns as fm_profile_region(). O(regions). */
FM_API fm_status fm_profile_region_find(const fm_profile *profile, const char *id, fm_region *out);

/**
 * A mirror of a region. Returns FM_OK; FM_E_NOT_FOUND iff there is no such region or mirror; FM_E_ARGUMENT iff an argument is NULL;
 * FM_E_ABI_SIZE as abi.h says.
 */
FM_API fm_status fm_profile_mirror(const fm_profile *profile, uint32_t region, uint32_t index, fm_mirror *out);

/** A reserved area of a region; its size is 0 where no source gives one. Returns as fm_profile_mirror(). */
FM_API fm_status fm_profile_reserved(const fm_profile *profile, uint32_t region, uint32_t index, fm_reserved_area *out);

/** A DMA engine. Returns as fm_profile_space(). A platform that has none, and one of whose engines nothing is known, both have no index 0. */
FM_API fm_status fm_profile_engine(const fm_profile *profile, uint32_t index, fm_engine *out);

/**
 * Where `address` leads, mirrors resolved. The region's own base wins over a mirror; of regions that overlap the first wins.
 *
 * Returns FM_OK; FM_E_UNMAPPED iff no region or mirror of that space holds it; FM_E_NOT_FOUND iff there is no such space;
 * FM_E_ARGUMENT iff an argument is NULL; FM_E_ABI_SIZE as abi.h says. Total in `address`. O(regions + mirrors): for the hot path
 * there is the validator.
 */
FM_API fm_status fm_profile_locate(const fm_profile *profile, fm_address address, fm_location *out);

/**
 * The same for one processor: regions that are hidden from it are passed over. On the Nintendo DS address 0 leads processor 0, the ARM9, to
 * its ITCM and processor 1, the ARM7, to its BIOS.
 *
 * Returns as fm_profile_locate(); FM_E_NOT_FOUND also iff `processor` is above 7, more than any platform has.
 */
FM_API fm_status fm_profile_locate_for(const fm_profile *profile, fm_address address, uint32_t processor, fm_location *out);

/**
 * Where bank `bank` of a banked region begins, in bytes of the memory behind its window: banks of the window's size, one after the other.
 *
 * @param bank    from 0, below the region's bank_count
 * @param offset  receives the first byte; a failure leaves it
 *
 * Returns FM_OK; FM_E_NOT_FOUND iff there is no such region, it has no banks, or not so many; FM_E_FACT_UNKNOWN iff the size of the window is
 * unknown, or the banks are not of its size; FM_E_ARGUMENT iff a pointer is NULL. O(1).
 */
FM_API fm_status fm_profile_bank(const fm_profile *profile, uint32_t region, uint32_t bank, uint64_t *offset);

/**
 * Reads an address with or without the name of its space: `0x06000000`, `$2000`, `ppu:$2000`, `7E:0000`.
 *
 * A name begins with a letter and is no number, so `FE:0000` has none. Returns FM_OK; FM_E_NOT_FOUND iff the text names a space that the
 * profile has not; FM_E_ARGUMENT iff `profile` is NULL; else as fm_address_parse(), which also says what `error_at` is. A failure leaves
 * `*out`.
 */
FM_API fm_status fm_profile_address_parse(const fm_profile *profile, const char *text, size_t length, fm_address *out, size_t *error_at);

/**
 * Writes an address the platform's own way, with the name of its space unless that is the main CPU's. Returns as fm_address_format(); 0 also
 * iff `profile` is NULL or has no such space.
 */
FM_API size_t fm_profile_address_format(const fm_profile *profile, fm_address address, char *buffer, size_t capacity);

FM_END_DECLS

#endif

/** Which strategy, and why. An output struct: set struct_size first. Texts live as long as the profile. */
typedef struct fm_advice {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *use;      /**< what for: "main", "objects of one kind" */
	const char *strategy; /**< "tlsf"; the library need not have it */
	const char *reason;   /**< one English phrase */
} fm_advice;

FM_BEGIN_DECLS

/**
 * What a platform is advised, by index, in the order of its file. Uses are an open set of names.
 *
 * Returns FM_OK; FM_E_NOT_FOUND iff there is no such index; FM_E_ARGUMENT iff `profile` or `out` is NULL; FM_E_ABI_SIZE as abi.h says. A
 * failure leaves `*out`, here and below.
 */
FM_API fm_status fm_profile_advice(const fm_profile *profile, uint32_t index, fm_advice *out);

/**
 * The best strategy for a use, and why. Kinds of region are uses ("main", "scratchpad", "audio"), where they have advice of their own.
 *
 * @param use  NULL: "main"
 * Returns as fm_profile_advice(); FM_E_NOT_FOUND iff the platform is not advised on that use. O(uses).
 */
FM_API fm_status fm_profile_strategy(const fm_profile *profile, const char *use, fm_advice *out);

FM_END_DECLS

#endif
/** @file
 * The whole library as one table: one look-up for a plugin host or a language that opens the library at run time.
 * Generated by scripts/generate-api.py from lib/libflightmem.map and data/api-order.txt. */
#ifndef FLIGHTMEM_API_H
#define FLIGHTMEM_API_H
/** @file
 * What lies in a pool, and what only some strategies can do with it: blocks one by one, in place, from the other end, back to a mark, many
 * at once, as addresses. A call that the pool's strategy does not have is FM_E_UNSUPPORTED and changes nothing.
 *
 * | call | arena | slots | stack | double-stack | ring | tlsf, buddy |
 * |---|---|---|---|---|---|---|
 * | fm_pool_block, fm_pool_walk | no: it keeps no record of raw blocks | yes | yes | yes | yes, the oldest first | yes |
 * | fm_pool_resize | no, as above | within block_size | into what is free behind the block | as stack | as stack | as stack; buddy: in its place |
 * | fm_pool_mark, fm_pool_rewind | yes | no: its blocks have no order | yes | yes, both ends | only to retire: the newest stay | no, as slots |
 * | fm_pool_retire | no: the oldest stay | no | no | no | yes | no |
 * | fm_pool_alloc_top, fm_pool_acquire_top | no | no | no | yes | no | no |
 * | fm_pool_trim | no: the storage is one piece | no | no | no | no | no |
 * | fm_pool_check, fm_pool_survey, many at once, addresses | yes | yes | yes | yes | yes | yes |
 *
 * Threads as pool.h says. */
#ifndef FLIGHTMEM_BLOCK_H
#define FLIGHTMEM_BLOCK_H
/** @file
 * Pools: storage and a strategy behind one handle. Raw pointers or buffers come out; any value may be handed back and is judged.
 *
 * Threads: a pool serves one thread at a time (options.sharing says so); reference counts may be moved from any thread where the
 * platform has atomics. The unref or release that ends a pool is a call on the pool and on its space: it needs the same exclusion as any
 * other. Pools in regions of one space share its one thread. Bindings whose finalizers run elsewhere queue them to the owner, or lock. Every
 * call but open and close is O(1) unless it says otherwise and asks no one for memory. */
#ifndef FLIGHTMEM_POOL_H
#define FLIGHTMEM_POOL_H
/** @file
 * A buffer: memory with a name that goes stale when it is released. */
#ifndef FLIGHTMEM_BUFFER_H
#define FLIGHTMEM_BUFFER_H

/**
 * A buffer. Frozen. The token names it: generation in the upper 32 bits, index + 1 in the lower. 0 names none, ever. A generation is
 * odd while the buffer is out; it moves with each release, so a token that was released is told from a live one for 2^31 rounds
 * of its index. Then generations begin anew: an older token counts as foreign, or as the live one that has its number.
 *
 * Generations of a pool begin at a value of its own, which follows from where its control block lies: so a token of another pool is
 * FM_E_FOREIGN or FM_E_STALE, but for chance (1 in 2^31). Tokens are not the same from one run to the next where addresses are not.
 */
typedef struct fm_buffer {
	void *data;     /**< first byte */
	size_t len;     /**< bytes asked for */
	uint64_t token; /**< for fm_pool_release() */
} fm_buffer;

/** What fm_pool_acquire_value() returns: one struct by value, for languages where an out-parameter costs an allocation. Frozen. */
typedef struct fm_acquired {
	fm_buffer buffer; /**< all zero unless `status` is FM_OK */
	fm_status status;  /**< what fm_pool_acquire() returns */
	uint32_t reserved; /**< 0 */
} fm_acquired;

#endif
/** @file
 * Where memory comes from when the caller brings none: a small table that the hosted library fills and anyone may replace. */
#ifndef FLIGHTMEM_PROVIDER_H
#define FLIGHTMEM_PROVIDER_H

/**
 * Ops of a source of memory. `obtain` and `give_back` must be set. The table is copied when an object is opened with it; `user` and the code
 * must live until `drop`, or, where that is NULL, until the object is closed. The functions are called on the thread of the call that needs
 * them, with no lock held; they must not call into the object that called, throw, or jump out.
 */
typedef struct fm_memory_provider {
	size_t struct_size; /**< bytes of the struct: abi.h */
	void *user; /**< handed to both functions */
	/**
	 * Obtains `size` zeroed bytes aligned to `align` (a power of two). Returns FM_OK and sets `*out`, or FM_E_NO_MEMORY (or any
	 * other status, which is handed on) and leaves `*out`.
	 */
	fm_status (*obtain)(void *user, size_t size, size_t align, void **out);
	/** Takes back what obtain() gave, with the same `size` and `align`. Cannot fail. */
	void (*give_back)(void *user, void *memory, size_t size, size_t align);
	/** NULL, or called once, last, for each object that was opened with the table: no call follows for that object. */
	void (*drop)(void *user);
} fm_memory_provider;

FM_BEGIN_DECLS

/**
 * The provider used where options name none: operating system pages in the hosted library, NULL in the freestanding one.
 * Static storage, any thread, O(1).
 */
FM_API const fm_memory_provider *fm_memory_default(void);

FM_END_DECLS

#endif
/** @file
 * A refusal: what was asked, what there was, who said no and what would help, as data. */
#ifndef FLIGHTMEM_REFUSAL_H
#define FLIGHTMEM_REFUSAL_H

/** What would help, in fm_refusal.help. Values are for ever; a reader meets unknown ones with the status' remedy text. */
typedef uint32_t fm_help;

#define FM_HELP_NONE 0u      /**< nothing the library knows of */
#define FM_HELP_RELEASE 1u   /**< give back `help_bytes` bytes first */
#define FM_HELP_ENLARGE 2u   /**< make the pool, region or storage at least `help_bytes` bytes; storage where it lies now */
#define FM_HELP_ASK_LESS 3u  /**< ask for at most `help_bytes` bytes */
#define FM_HELP_ALIGN 4u     /**< use an alignment of (or an address aligned to) `help_bytes` bytes; at most that where more was asked for */
#define FM_HELP_BUFFERS 5u   /**< raise options.max_buffers, or release a buffer */
#define FM_HELP_OTHER 6u     /**< choose another strategy, mode, region or option: `subject` and the status' remedy say which */

/** Bytes of fm_refusal.subject, the end mark included. */
#define FM_SUBJECT_BYTES 32

/**
 * Why a request was refused. Calls that can refuse take `fm_refusal *why`, which may be NULL, is written only
 * on failure, and is left alone if its struct_size is not believed (abi.h).
 * Set struct_size first: `fm_refusal why = FM_STRUCT(fm_refusal);`.
 */
typedef struct fm_refusal {
	size_t struct_size; /**< bytes of the struct: abi.h */
	fm_status status;               /**< the status that the call returned */
	fm_help help;                   /**< what would help: FM_HELP_... */
	uint64_t asked;                 /**< bytes asked for */
	uint64_t align;                 /**< alignment asked for, bytes */
	uint64_t capacity;              /**< bytes that the refuser has in all */
	uint64_t available;             /**< bytes free in the refuser */
	uint64_t largest;               /**< largest request that would be granted now, at this alignment, bytes */
	uint64_t help_bytes;            /**< see `help` */
	char subject[FM_SUBJECT_BYTES]; /**< who refused: the name of the pool, region or quota; or what is wrong: "options.block_size", "region 'iwrm'".
	                                 *   Cut to fit, always ended by a NUL */
} fm_refusal;

FM_BEGIN_DECLS

/**
 * Writes one English sentence that says what was asked, what there was and what would help.
 *
 * @param why      the refusal; NULL or a struct_size that is not believed gives an empty text
 * @param buffer   receives at most `capacity` bytes, the end mark included; may be NULL iff `capacity` is 0
 * @return the length of the whole sentence without the end mark, as snprintf() does. O(length), any thread.
 */
FM_API size_t fm_refusal_format(const fm_refusal *why, char *buffer, size_t capacity);

FM_END_DECLS

#endif
/** @file
 * Spaces: a profile's memory made real. On the platform itself the addresses are the real ones; on a host each region that is used
 * gets host memory of its size, guest addresses lead there, and what does not fit the console is refused.
 * One thread at a time, pools in its regions included; reference counts may be moved from any thread where the platform has atomics. */
#ifndef FLIGHTMEM_SPACE_H
#define FLIGHTMEM_SPACE_H
/** @file
 * Validators: may this access happen? Rules compiled once for an address space of a profile, or for a list of regions; then a check costs
 * a table look-up and a few comparisons. Immutable once open: any number of threads may check; counters and references are atomic where
 * the platform has atomics.
 *
 * FM_E_ACCESS_... are the verdicts, one a rule, all of kind denied. OK means: every byte lies in one window of one region, without a seam,
 * and each rule that is on allows the access. What no source states is refused, unless FM_VALIDATOR_ALLOW_UNKNOWN says otherwise. */
#ifndef FLIGHTMEM_VALIDATOR_H
#define FLIGHTMEM_VALIDATOR_H

/** A validator; opaque, reference counted. */
typedef struct fm_validator fm_validator;

/* What an access does: rights, at most one width, at most one bank. None of them: only where it lies is judged. */
#define FM_ACCESS_READ 1u    /**< loads */
#define FM_ACCESS_WRITE 2u   /**< stores */
#define FM_ACCESS_EXECUTE 4u /**< fetches instructions */
#define FM_ACCESS_DMA 8u     /**< a DMA engine does it, not the CPU */
#define FM_ACCESS_8 0x10u    /**< by single bytes. Without a width neither width nor natural alignment is judged */
#define FM_ACCESS_16 0x20u   /**< by units of 2 bytes */
#define FM_ACCESS_32 0x40u   /**< by units of 4 bytes */
#define FM_ACCESS_64 0x80u   /**< by units of 8 bytes */
/** With bank `index`, 0 to 65534, selected. Without it banks are not judged. */
#define FM_ACCESS_BANK(index) (((uint32_t)(index) + 1u) << 16)

/* Rules, in the order in which they judge. Values are for ever. */
#define FM_RULE_BOUNDS 0u     /**< every byte in one window of one region, without a seam; can't be switched off */
#define FM_RULE_ALIGNMENT 1u  /**< the address is a multiple of the region's own alignment and, for DMA and where the CPU wants it, of the width */
#define FM_RULE_PERMISSION 2u /**< the region may be read, written, executed */
#define FM_RULE_WIDTH 3u      /**< the region takes units of this width, and the size is a whole number of them */
#define FM_RULE_DMA 4u        /**< the engine reaches it; begin, length, boundary and cache lines are as it needs them */
#define FM_RULE_LANE 5u       /**< only bytes that are there: of some devices one byte of every few is */
#define FM_RULE_RESERVED 6u   /**< no byte that is spoken for, under whatever name */
#define FM_RULE_BANK 7u       /**< the bank exists */
#define FM_RULE_ALIAS 8u      /**< of two accesses: not the same bytes through two addresses with a write among them */
#define FM_RULE_WX 9u         /**< nothing that can be written is executed. A policy, no fact of a platform: never on by default */
#define FM_RULE_COUNT 10u     /**< rules of this header; a later library may have more */
/** The bit of a rule in options.rules. */
#define FM_RULE_BIT(rule) (1u << (rule))

/** How much is judged. */
typedef uint32_t fm_validator_level;
#define FM_VALIDATOR_FULL 0u /**< the rules of options.rules */
#define FM_VALIDATOR_FAST 1u /**< of those only bounds, alignment, permission and width */
#define FM_VALIDATOR_OFF 2u  /**< nothing: every access is OK */

#define FM_VALIDATOR_ALLOW_UNKNOWN 1u   /**< options.flags: what no source states is allowed */
#define FM_VALIDATOR_ALLOW_UNALIGNED 2u /**< options.flags: the CPU loads and stores at any address, whatever the profile says */
#define FM_VALIDATOR_COHERENT 4u        /**< options.flags: DMA sees what the caches hold: no whole lines are needed */

#define FM_VALIDATOR_REGION_CACHED 1u   /**< region.flags: loads are cached here */
#define FM_VALIDATOR_REGION_RESERVED 2u /**< region.flags: exists, but not for programs */

/** A region of an own list. Frozen: an array of them crosses the border as it is. Zero: nothing granted, no limit. */
typedef struct fm_validator_region {
	uint64_t base;         /**< first address */
	uint64_t size;         /**< bytes, at least 1 */
	uint64_t alias_offset; /**< byte of the other region that it begins with, where `alias` names one */
	uint32_t alias;        /**< 0: its bytes are its own; n: they are those of region n - 1, which stands earlier */
	uint32_t access;       /**< what is granted: FM_ACCESS_READ to FM_ACCESS_DMA */
	uint32_t flags;        /**< FM_VALIDATOR_REGION_... */
	uint32_t align;        /**< every access begins at a multiple, a power of two; 0: 1 */
	uint32_t read_widths;  /**< legal loads, bits 1, 2, 4, 8 for that many bytes; 0: any */
	uint32_t write_widths; /**< legal stores, the same */
	uint32_t lane;         /**< byte of each `lane_stride` that is there */
	uint32_t lane_stride;  /**< 0 or 1: all bytes are there */
	uint32_t bank_count;   /**< banks behind its window; 0: none */
	uint32_t reserved;     /**< 0 */
} fm_validator_region;

/** Options of a validator. Zero is the default of each member. */
typedef struct fm_validator_options {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const fm_profile *profile;          /**< whose address space is judged; NULL: `regions` */
	const fm_validator_region *regions; /**< an own list, copied; of regions that overlap the first wins. NULL where there is a profile */
	const fm_memory_provider *provider; /**< NULL: fm_memory_default() */
	void *control;                      /**< NULL or bytes for the control block, aligned to 16; they outlive the validator */
	size_t control_size;                /**< at least fm_validator_control_size() */
	uint64_t dma_limit;                 /**< first byte that the engine can't address, in the regions' own windows; 0: the profile's */
	uint64_t dma_boundary;              /**< no transfer crosses a multiple, a power of two; 0: the profile's */
	uint32_t region_count;              /**< of `regions` */
	uint32_t space;                     /**< index of the profile's address space */
	uint32_t rules;                     /**< FM_RULE_BIT() of those that judge; 0: all but FM_RULE_WX */
	fm_validator_level level;           /**< FM_VALIDATOR_... */
	uint32_t flags;                     /**< FM_VALIDATOR_... */
	uint32_t dma_align;                 /**< of a transfer's begin, bytes, a power of two; 0: the profile's; 1 for a list */
	uint32_t dma_granule;               /**< a transfer's length is a multiple, bytes; 0: the profile's; 1 for a list */
	uint32_t cache_line;                /**< bytes; 0: the profile's; FM_NONE: there is no cache */
	uint32_t dma_engine;                /**< n: the profile's engine n - 1; 0: a transfer must suit each of them; FM_NONE: none of them */
	uint32_t reserved;                  /**< 0 */
} fm_validator_options;

/** One access, for many at once. Frozen. */
typedef struct fm_access {
	uint64_t address; /**< first byte */
	uint64_t size;    /**< bytes, at least 1 */
	uint32_t access;  /**< FM_ACCESS_... */
	uint32_t reserved; /**< 0 */
} fm_access;

/** Why an access is refused: the rule, the place, what would do. An output struct. Texts live as long as the validator. */
typedef struct fm_finding {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *rule_name;   /**< "alignment" */
	const char *region_name; /**< id of the region in the profile; NULL: an own list, or none */
	const char *remedy;      /**< what would help, one English sentence without its full stop */
	uint64_t at;             /**< first address at fault */
	uint64_t help;           /**< the size, alignment, length or address that would do, as the remedy says; 0: none would */
	fm_status status;        /**< FM_E_ACCESS_... */
	uint32_t rule;           /**< FM_RULE_... */
	uint32_t region;         /**< index in the profile or the list that the access begins in; FM_NONE: none */
	uint32_t mirror;         /**< index of the mirror that it came through; FM_NONE: none */
} fm_finding;

FM_BEGIN_DECLS

/**
 * Bytes of options.control. Returns FM_OK, or what fm_validator_open() returns for these options; the memory is not looked at. A failure
 * leaves `*bytes`. FM_E_ARGUMENT also iff `bytes` is NULL.
 */
FM_API fm_status fm_validator_control_size(const fm_validator_options *options, size_t *bytes);

/**
 * Compiles the rules. A profile is referenced until the end; an own list is copied.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `options` or `out` is NULL, or not exactly one of `profile` and `regions` is there, or `level`, `rules`,
 * `flags` or a member of a region is none of the above, or the provider lacks obtain() or give_back(); FM_E_RANGE iff a region has no bytes,
 * passes the top of the numbers or the end of the one whose bytes it shares; FM_E_ALIGNMENT iff an alignment, boundary or `control` is not
 * as said; FM_E_NOT_FOUND iff the profile has no such space, or there is no such engine; FM_E_ABI_SIZE, FM_E_ABI_FIELD as abi.h says;
 * FM_E_TOO_LARGE iff there are more than 32,000 windows, or `control_size` is too small: `why->help_bytes` is what it takes; FM_E_NO_MEMORY
 * iff the control block is to come from a provider, and it had none or there is none, or what else the provider returned. A failure leaves
 * `*out` and holds nothing.
 * O(n log n) in the windows.
 */
FM_API FM_NODISCARD fm_status fm_validator_open(const fm_validator_options *options, fm_validator **out, fm_refusal *why);

/** One more reference. Returns `validator`; NULL stays NULL. */
FM_API fm_validator *fm_validator_ref(fm_validator *validator);

/** Drops a reference; the last one closes. NULL is fine. */
FM_API void fm_validator_unref(fm_validator *validator);

/** Closes. Returns FM_OK; FM_E_BUSY iff another reference is held, and then nothing changes; FM_E_ARGUMENT iff `validator` is NULL. */
FM_API fm_status fm_validator_close(fm_validator *validator);

/**
 * May this access happen? Total in `address`, `size` and `access`.
 *
 * Returns FM_OK; the FM_E_ACCESS_... of the first rule that refuses, in the order of FM_RULE_...; FM_E_ARGUMENT iff `validator` is NULL or
 * no rule is asked: `size` is 0, `access` has a bit that is none of FM_ACCESS_..., or more than one width. O(log of the windows) at most.
 */
FM_API fm_status fm_validator_check(const fm_validator *validator, uint64_t address, uint64_t size, uint32_t access);

/**
 * fm_validator_check() of each.
 *
 * @param statuses  NULL, or room for `count`: the verdicts
 * @return how many are not FM_OK; all `count`, with FM_E_ARGUMENT each, iff `validator` is NULL; 0 iff `accesses` is NULL.
 */
FM_API size_t fm_validator_check_many(const fm_validator *validator, const fm_access *accesses, size_t count, fm_status *statuses);

/**
 * May two accesses happen side by side? Returns as fm_validator_check() of `first`, then of `second`; FM_E_ACCESS_ALIAS iff FM_RULE_ALIAS is
 * on, they have bytes in common under different addresses, and at least one writes: then neither cache nor compiler knows of the other.
 * FM_E_ARGUMENT iff `first` or `second` is NULL.
 */
FM_API fm_status fm_validator_check_pair(const fm_validator *validator, const fm_access *first, const fm_access *second);

/**
 * Every reason why the access is refused, one an index. `other` is NULL, or the second access of a pair. Counts nothing.
 *
 * Returns FM_OK; FM_E_NOT_FOUND iff no more than `index` rules refuse; FM_E_ARGUMENT iff `validator` or `access` is NULL, or a check would
 * say so; FM_E_ABI_SIZE as abi.h says. A failure leaves `*out`.
 */
FM_API fm_status fm_validator_explain(const fm_validator *validator, const fm_access *access, const fm_access *other, uint32_t index, fm_finding *out);

/** How many checks a rule has refused, as the first one that did; FM_NONE: all rules together. Modulo 2^32. 0 iff there is no such rule or validator. */
FM_API uint32_t fm_validator_refused(const fm_validator *validator, uint32_t rule);

/** The name of a rule ("alignment"); "?" iff the library knows no such rule. Static, any thread, O(1). */
FM_API const char *fm_rule_name(uint32_t rule);

FM_END_DECLS

#ifndef FM_VALIDATE
/** 0 before the first include removes FM_CHECK() and FM_CHECK_PAIR(): the program's object code is the same as without them. */
#define FM_VALIDATE 1
#endif

#if FM_VALIDATE
/** fm_validator_check(); with FM_VALIDATE=0 the constant FM_OK, and nothing is evaluated: `if (FM_CHECK(v, p, n, FM_ACCESS_READ) != FM_OK) ...`. */
#define FM_CHECK(validator, address, size, access) fm_validator_check(validator, address, size, access)
/** fm_validator_check_pair(), the same. */
#define FM_CHECK_PAIR(validator, first, second) fm_validator_check_pair(validator, first, second)
#else
#define FM_CHECK(validator, address, size, access) FM_OK
#define FM_CHECK_PAIR(validator, first, second) FM_OK
#endif

/* What the compiler can judge: constants, at an address of a named region of a platform, by flightmem/platform/<id>.h. Names are written as in
 * FM_ASSERT_FITS(), the others as for fm_validator_check(), without a bank. An address may be one of any window of the region; that another
 * region hides it there is not judged. Each is 1 iff its rules allow the access. */

/** Bounds, of all bytes. */
#define FM_ALLOWS_BOUNDS(platform, region, address, size) ((uint64_t)(size) != 0 && (uint64_t)(size) <= FM_LEFT_##platform##_##region(address))
/** Alignment: to the width, as far as the CPU wants it; of DMA always. */
#define FM_ALLOWS_ALIGNMENT(platform, region, address, access) \
	(((uint64_t)(address) & (((access) >> 4 & 15u) == 0 ? 0u : ((access)&FM_ACCESS_DMA || ((access) >> 4 & 15u) < FM_NATURAL_##platform) \
									   ? ((access) >> 4 & 15u) - 1u : FM_NATURAL_##platform - 1u)) == 0)
/** Permission, and that `access` is one. */
#define FM_ALLOWS_PERMISSION(platform, region, access) \
	(((access) & ~0xFFu) == 0 && ((access)&7u & ~FM_RIGHTS_##platform##_##region) == 0)
/** Width: at most one, and the size is a whole number of it. */
#define FM_ALLOWS_WIDTH(platform, region, size, access) \
	(((access) >> 4 & 15u) == 0 || (((access) >> 4 & 15u & (((access) >> 4 & 15u) - 1u)) == 0 && \
					((access) >> 4 & 15u & FM_WIDTHS_##platform##_##region(access)) != 0 && (size) % (((access) >> 4 & 15u) + !((access) >> 4 & 15u)) == 0))
/** DMA: reach, begin, length, boundary, cache lines. */
#define FM_ALLOWS_DMA(platform, region, address, size, access) \
	(!((access)&FM_ACCESS_DMA) || \
	 (FM_DMA_FITS(size, address, FM_DMA_ALIGN_##platform##_##region, FM_DMA_GRANULE_##platform##_##region, FM_DMA_LINE_##platform##_##region(address)) && \
	  FM_BYTE_##platform##_##region(address) + (size) <= FM_DMA_REACH_##platform##_##region && \
	  (FM_DMA_BOUNDARY_##platform##_##region == 0 || \
	   (uint64_t)(size) <= FM_DMA_BOUNDARY_##platform##_##region - ((uint64_t)(address) & (FM_DMA_BOUNDARY_##platform##_##region - 1)))))
/** Lane and reserved: all bytes are there, and none is spoken for. */
#define FM_ALLOWS_BYTES(platform, region, address, size) \
	(FM_IS_THERE_##platform##_##region(FM_BYTE_##platform##_##region(address), size) && \
	 !FM_IS_TAKEN_##platform##_##region(FM_BYTE_##platform##_##region(address), (uint64_t)(size)))

/**
 * Refuses to compile what a validator of the platform refuses, and says which rule it is:
 * `FM_ASSERT_ACCESS(gba, vram, 0x06000000, 240 * 160 * 2, FM_ACCESS_WRITE | FM_ACCESS_16);`
 */
#define FM_ASSERT_ACCESS(platform, region, address, size, access) \
	FM_STATIC_ASSERT(FM_ALLOWS_BOUNDS(platform, region, address, size), #address " with " #size " bytes is not inside " #region " of " #platform); \
	FM_STATIC_ASSERT(FM_ALLOWS_ALIGNMENT(platform, region, address, access), #address " is not aligned for " #access " on " #platform); \
	FM_STATIC_ASSERT(FM_ALLOWS_PERMISSION(platform, region, access), "region " #region " of " #platform " does not grant " #access); \
	FM_STATIC_ASSERT(FM_ALLOWS_WIDTH(platform, region, size, access), "region " #region " of " #platform " does not take " #size " bytes by " #access); \
	FM_STATIC_ASSERT(FM_ALLOWS_DMA(platform, region, address, size, access), \
			 "region " #region " of " #platform ": " FM_DMA_TEXT_##platform##_##region ", unlike " #size " bytes at " #address); \
	FM_STATIC_ASSERT(FM_ALLOWS_BYTES(platform, region, address, size), \
			 "of " #size " bytes at " #address " some are reserved in " #region " of " #platform ", or not there")

#endif

/** A space; opaque, reference counted. */
typedef struct fm_space fm_space;

/** How a space's regions get their bytes. */
typedef uint32_t fm_space_backing;
#define FM_SPACE_PROVIDED 0u /**< each region from the provider, when it is first used */
#define FM_SPACE_REAL 1u     /**< guest addresses are pointers: the program runs on the platform */

/** Options of a space. Zero is the default of each member. */
typedef struct fm_space_options {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const fm_memory_provider *provider; /**< NULL: fm_memory_default() */
	void *control;                      /**< NULL or bytes for the control block, aligned to 16; they outlive the space */
	size_t control_size;                /**< at least fm_space_control_size() */
	fm_space_backing backing;           /**< FM_SPACE_... */
	uint32_t reserved;                  /**< 0 */
} fm_space_options;

/**
 * Addresses of a region that are taken. Frozen. The struct is the caller's, must stay where it is until given back, and is written by the
 * library alone. No memory is behind the bookkeeping but this struct, so a region can be cut into any number of pieces.
 */
typedef struct fm_reservation {
	fm_address address;          /**< first address */
	uint64_t size;               /**< bytes */
	uint32_t region;             /**< index */
	uint32_t reserved;           /**< 0 */
	struct fm_reservation *next; /**< the library's */
	const void *owner;           /**< the library's */
	uint64_t library[2];         /**< the library's */
} fm_reservation;

/** How much of a region is taken. An output struct. */
typedef struct fm_region_usage {
	size_t struct_size; /**< bytes of the struct: abi.h */
	uint64_t capacity;  /**< bytes that may be taken: the region less its reserved areas; 0 where nothing may be */
	uint64_t used;      /**< bytes taken, under whatever name: a region whose bytes are another's shares its budget */
	uint64_t peak;      /**< the most `used` has been */
	uint64_t largest;   /**< largest piece that would be granted now, bytes, at alignment 1 */
	uint64_t refused;   /**< requests refused */
} fm_region_usage;

FM_BEGIN_DECLS

/**
 * Bytes of options.control. `options` (NULL: all defaults) are read as by fm_space_open(). Returns FM_OK; FM_E_ARGUMENT iff `profile` or
 * `bytes` is NULL; FM_E_ABI_SIZE, FM_E_ABI_FIELD as abi.h says. A failure leaves `*bytes`.
 */
FM_API fm_status fm_space_control_size(const fm_profile *profile, const fm_space_options *options, size_t *bytes);

/**
 * Makes the profile's memory real. The space keeps a reference to the profile.
 *
 * @param options  NULL: all defaults
 * @param why      may be NULL
 * Returns FM_OK; FM_E_ARGUMENT iff `profile` or `out` is NULL, or the provider lacks obtain() or give_back(); FM_E_ABI_SIZE, FM_E_ABI_FIELD as
 * abi.h says of the options and the provider; FM_E_UNSUPPORTED iff there is no such backing, or a real one is asked for a profile whose
 * pointers are not this program's in size and byte order; FM_E_ALIGNMENT iff `control` is not aligned; FM_E_TOO_LARGE iff `control_size` is
 * too small: `why->help_bytes` is what it takes; FM_E_NO_MEMORY iff the control block is to come from a provider, and it had none or there
 * is none, or what else the provider returned. A failure leaves `*out` and holds nothing. O(regions^2).
 */
FM_API FM_NODISCARD fm_status fm_space_open(const fm_profile *profile, const fm_space_options *options, fm_space **out, fm_refusal *why);

/** One more reference. Returns `space`; NULL stays NULL. */
FM_API fm_space *fm_space_ref(fm_space *space);

/** Drops a reference; the last one closes, also with reservations out, whose records are not touched and may go. NULL is fine. */
FM_API void fm_space_unref(fm_space *space);

/**
 * Closes the space. Returns FM_OK; FM_E_BUSY iff a reservation is out or another reference is held, and then nothing changes; FM_E_ARGUMENT
 * iff `space` is NULL.
 */
FM_API fm_status fm_space_close(fm_space *space);

/** The profile it was made of; NULL iff `space` is NULL. */
FM_API const fm_profile *fm_space_profile(const fm_space *space);

/**
 * Takes `size` bytes of a region at an address that is a multiple of `align`: the lowest place that fits, outside reserved areas. Where
 * the region has no address, its first byte counts as 0. Bytes that have several names are taken under all of them.
 *
 * @param region       its id
 * @param align        a power of two; 0: 1
 * @param reservation  the caller's struct; it becomes the record
 * @param why          may be NULL
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `space`, `region` or `reservation` is NULL or `size` is 0; FM_E_ALIGNMENT iff `align` is no power of
 * two; FM_E_NOT_FOUND iff there is no such region; FM_E_FACT_UNKNOWN iff its size is not known; FM_E_PERMISSION iff it can't be written
 * (ROM), is made of registers or is not for programs; FM_E_BUSY iff `reservation` is already one of `space`, which is judged by where it is:
 * its content is not read; another struct helps; FM_E_TOO_LARGE iff it would not fit the empty region; FM_E_EXHAUSTED iff it would, but not now:
 * `why->help_bytes` are the fewest bytes of reservations whose return makes room. Of several, the first in this order. A failure leaves
 * `*reservation`. O(reservations of the space). Touches no memory.
 */
FM_API FM_NODISCARD fm_status fm_space_reserve(fm_space *space, const char *region, uint64_t size, uint64_t align, fm_reservation *reservation,
					       fm_refusal *why);

/**
 * Gives a reservation back; its record becomes all zero. Returns FM_OK; FM_E_STALE iff it is not one of `space` (any more), which is
 * judged by where it is; FM_E_ARGUMENT iff an argument is NULL. A failure leaves `*reservation`. O(reservations of the space).
 */
FM_API fm_status fm_space_give_back(fm_space *space, fm_reservation *reservation);

/**
 * How much of a region is taken. Returns FM_OK; FM_E_NOT_FOUND iff there is no such region; FM_E_ARGUMENT iff an argument is NULL;
 * FM_E_ABI_SIZE as abi.h says.
 */
FM_API fm_status fm_space_get_usage(const fm_space *space, const char *region, fm_region_usage *usage);

/**
 * The host pointer of a guest address. Provided: mirrors are resolved, and the region is given its host memory, zeroed, if it has none
 * yet; what is a multiple of a power of two in the region is one in the host's memory, up to 16 MiB. Real: the address itself, through the
 * window that the caller chose. Permissions are not judged: the bytes of ROM and registers can be written here; that is a validator's
 * question.
 *
 * @param size  bytes that must follow without a seam, at least 1
 * @param why   may be NULL
 * Returns FM_OK; FM_E_ARGUMENT iff `space` or `out` is NULL or `size` is 0; FM_E_NOT_FOUND iff there is no such address space;
 * FM_E_NO_ADDRESS iff the CPU's loads and stores do not reach that space, or the region in it; FM_E_UNMAPPED iff the first byte lies in no
 * region; FM_E_FACT_UNKNOWN iff a region begins there whose size is not known; FM_E_RANGE iff later bytes pass the end of the region or
 * window: `why->help_bytes` are those that do not; FM_E_NO_MEMORY iff the provider had none or there is none, or what else the provider
 * returned. A failure leaves `*out`. O(regions + mirrors).
 */
FM_API fm_status fm_space_to_host(fm_space *space, fm_address address, uint64_t size, void **out, fm_refusal *why);

/**
 * The guest address of a host pointer: under the region's own base, not a mirror's, and the name of the region that owns the bytes.
 * Total: any pointer is judged, none followed.
 *
 * Returns FM_OK; FM_E_FOREIGN iff it lies in no region's memory; FM_E_ARGUMENT iff `space` or `out` is NULL. A failure leaves `*out`.
 * O(regions + mirrors).
 */
FM_API fm_status fm_space_to_guest(const fm_space *space, const void *pointer, fm_address *out);

/**
 * Compiles a validator whose addresses are this program's pointers: `FM_CHECK(validator, (uintptr_t)sprite, sizeof *sprite, FM_ACCESS_READ)`.
 * Guest addresses are judged by fm_validator_open() of the profile.
 *
 * Provided: a pointer is judged as the guest address that fm_space_to_guest() gives, alignment and boundaries included, by what the region
 * that owns the bytes grants; findings name it. It knows the regions that have host memory now: what is given memory later lies nowhere until
 * a validator is opened anew. It looks at no memory and holds no reference to the space: it is of no use once the space is closed. Real:
 * pointers are the platform's addresses, of options.space, with all windows.
 *
 * @param options  NULL: all defaults. They name no profile and no regions; `space` is not looked at where memory is provided
 * @param why      may be NULL
 * Returns as fm_validator_open(); FM_E_ARGUMENT also iff `space` is NULL or the options name a profile. A failure leaves `*out` and holds nothing.
 */
FM_API FM_NODISCARD fm_status fm_space_open_validator(const fm_space *space, const fm_validator_options *options, fm_validator **out, fm_refusal *why);

FM_END_DECLS

#endif

/** A pool; opaque, reference counted. */
typedef struct fm_pool fm_pool;

/** A strategy of one's own: strategy.h. */
struct fm_strategy_ops;

/** How much a pool checks. */
typedef uint32_t fm_pool_mode;
#define FM_MODE_RAW 0u /**< every value handed back is judged; nothing is written beside the blocks */

/** Who may use a pool at the same time. */
typedef uint32_t fm_pool_sharing;
#define FM_SHARING_ONE_THREAD 0u /**< one thread at a time */

/** What is asked of a pool. */
typedef uint32_t fm_request;
#define FM_REQUEST_BUFFER 0u /**< fm_pool_acquire() */
#define FM_REQUEST_BLOCK 1u  /**< fm_pool_alloc(), fm_pool_alloc_aligned() */
#define FM_REQUEST_TOP_BUFFER 2u /**< fm_pool_acquire_top(), see block.h */
#define FM_REQUEST_TOP_BLOCK 3u  /**< fm_pool_alloc_top() */

/** Storage and control given to a pool begin at a multiple of this many bytes. */
#define FM_POOL_ALIGN 16

/**
 * Bytes of a pool's control block, at most, for the whole major version; so are the bytes a block of the FOOTPRINT macros. Room in
 * `options.control` beside the strategy's own, see fm_pool_control_size().
 */
#define FM_POOL_CONTROL_BYTES (48 * sizeof(void *) + 128)

/** `options.max_buffers` that makes no buffer table: fm_pool_acquire() is then refused by arena, tlsf and buddy. Stacks and rings refuse the option. */
#define FM_NO_BUFFERS 0xFFFFFFFFu

/** Buffers that an arena, tlsf or buddy, blocks that a stack, double stack or ring keeps track of where `options.max_buffers` is 0. */
#define FM_ARENA_BUFFERS 64

/**
 * Options of a pool. Zero is the default of each member.
 *
 * Where the blocks lie: `space` and `region` or `wants` (a region of a space, its budget charged), else `storage` (the caller's bytes), else the
 * provider's memory. Where the control block and the strategy's own records lie: at `control` if given; else before the blocks in
 * `storage`; else in the provider's memory. In a region the records never lie between the console's blocks.
 */
typedef struct fm_pool_options {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *strategy;    /**< "arena", "buddy", "double-stack", "ring", "slots", "stack", "tlsf"; NULL: "slots" iff block_size is set; else in a
	                              region what the platform is advised for it (fm_profile_strategy()), if the library has that; else "arena" */
	const char *name;        /**< shown in refusals; copied, cut between characters to at most FM_SUBJECT_BYTES - 1 bytes.
	                              NULL: the region's id, else the strategy's name */
	void *storage;           /**< the caller's bytes, aligned to FM_POOL_ALIGN; they stay the caller's and outlive the pool */
	size_t capacity;         /**< bytes at `storage`; else bytes for blocks (0 in a region: all that is left of it) */
	size_t block_size;       /**< slots: bytes of a block, at most 2^32 - 4. Others: 0 */
	size_t alignment;        /**< of each block, a power of two; 0: FM_POOL_ALIGN */
	void *control;           /**< NULL or bytes for control block and records, aligned to FM_POOL_ALIGN */
	size_t control_size;     /**< bytes at `control`, at least fm_pool_control_size() */
	fm_space *space;         /**< NULL or the space that `region` belongs to; the pool keeps a reference */
	const char *region;      /**< id of a region of `space` */
	const fm_memory_provider *provider; /**< NULL: fm_memory_default() */
	uint32_t max_buffers;    /**< arena, tlsf, buddy: buffers out at once (0: FM_ARENA_BUFFERS; FM_NO_BUFFERS: none). Stack, double-stack, ring:
	                              blocks of either kind out at once (0: FM_ARENA_BUFFERS). Slots: 0, each block is one */
	fm_pool_mode mode;       /**< FM_MODE_RAW */
	fm_pool_sharing sharing; /**< FM_SHARING_ONE_THREAD */
	uint32_t reserved;       /**< 0 */
	const char *wants;       /**< instead of `region`: a text by the grammar of resolve.h, as "scratchpad, else main; dma". The pool opens in the
	                              first region of `space` that has room: what is left counts, capacity and alignment are asked of each want,
	                              and so is memory that the CPU has pointers to, unless the strategy gives addresses */
	const struct fm_strategy_ops *ops; /**< NULL, or a strategy of one's own instead of a named one; copied */
} fm_pool_options;

/** What a pool holds. An output struct: set struct_size first. */
typedef struct fm_pool_usage {
	size_t struct_size; /**< bytes of the struct: abi.h */
	uint64_t capacity;    /**< bytes for blocks */
	uint64_t used;        /**< bytes out, what alignment and granule cost included */
	uint64_t peak;        /**< the most `used` has been */
	uint64_t available;   /**< capacity - used */
	uint64_t largest;     /**< the largest request at the pool's alignment that would be granted now */
	uint64_t blocks;      /**< blocks out, buffers included; an arena counts raw blocks until it is reset */
	uint64_t buffers;     /**< of these, buffers */
	uint64_t granted;     /**< requests granted since open */
	uint64_t refused;     /**< requests refused since open */
	uint64_t control;     /**< bytes of control block and records */
	uint32_t sealed;      /**< 1 iff sealed */
	uint32_t surveyed;    /**< 1 iff fm_pool_survey() filled the struct */
	uint64_t holes;        /**< fm_pool_survey() only, else 0: pieces of free bytes, each as large as it lies */
	uint64_t largest_hole; /**< fm_pool_survey() only, else 0: bytes of the largest of them, whatever its alignment */
} fm_pool_usage;

/**
 * The storage, as a constant, that `count` blocks of `size` bytes at the default alignment need as a `slots` pool in the caller's
 * storage: `static FM_ALIGNED(FM_POOL_ALIGN) unsigned char bytes[FM_POOL_FOOTPRINT_SLOTS(24, 100)];`. At least fm_pool_footprint().
 */
#define FM_POOL_FOOTPRINT_SLOTS(size, count) \
	(FM_POOL_CONTROL_BYTES + FM_POOL_ROUND((size_t)(count) * 8) + FM_POOL_ROUND(size) * (size_t)(count))

/**
 * The same for an `arena` pool that hands out `bytes` bytes in blocks of whole granules, with `buffers` buffers at once (not 0); for `stack`,
 * `double-stack` and `ring` with as many blocks at once.
 */
#define FM_POOL_FOOTPRINT_ARENA(bytes, buffers) \
	(FM_POOL_CONTROL_BYTES + (size_t)(buffers) * (8 + 2 * sizeof(size_t)) + FM_POOL_ROUND(bytes) + FM_POOL_ALIGN)

/** `n` rounded up to FM_POOL_ALIGN. */
#define FM_POOL_ROUND(n) (((size_t)(n) + (FM_POOL_ALIGN - 1)) & ~(size_t)(FM_POOL_ALIGN - 1))

FM_BEGIN_DECLS

/**
 * A pool of `bytes` bytes from fm_memory_default(), with buffers and raw blocks of any size: the simple case.
 *
 * @return the pool, for fm_pool_close(); NULL iff `bytes` is 0 or there is no such memory. fm_pool_open() says why.
 */
FM_API FM_NODISCARD fm_pool *fm_pool_new(size_t bytes);

/**
 * Makes a pool.
 *
 * @param options  NULL is all defaults, which name no capacity and are refused
 * @param out      receives the pool; its one reference is the caller's
 * @param why      may be NULL
 *
 * Returns
 * - FM_OK;
 * - FM_E_ARGUMENT iff `options` or `out` is NULL, or capacity is 0 outside a region, or `slots` has no block_size, one above its limit, or
 *   max_buffers, or another has block_size or max_buffers above 2^32 - 3, or storage passes the end of the address space, or the provider
 *   or `ops` lacks a function, or `strategy` comes with `ops`, or the granule of `ops` is no power of two;
 * - FM_E_ALIGNMENT iff `alignment` is no power of two, or `storage` or `control` is not aligned to FM_POOL_ALIGN;
 * - FM_E_NOT_FOUND iff there is no such strategy, or no such region;
 * - FM_E_UNSUPPORTED iff mode or sharing is not one that the strategy has, or one of `space` and `region` or `wants` comes without the other, or
 *   `wants` with `region`, or `storage` with them;
 * - FM_E_SYNTAX, FM_E_RANGE iff `wants` is no text of wants: fm_want_parse() says where; else, where none holds, why the last one does not, as
 *   fm_space_resolve(), which also says it of any other one;
 * - FM_E_NO_ADDRESS iff the region's memory can't be reached by the CPU;
 * - FM_E_TOO_LARGE iff storage or control is too small for the records and one block: `why->help_bytes` is what it takes; or the
 *   region is smaller than capacity;
 * - FM_E_EXHAUSTED iff the region has too little left;
 * - FM_E_FACT_UNKNOWN iff the size of the region is not known; FM_E_PERMISSION iff it can't be written;
 * - FM_E_NO_MEMORY iff the provider had none, or there is no provider, or what else the provider returned;
 * - FM_E_ABI_SIZE, FM_E_ABI_FIELD as abi.h says.
 *
 * Where the options are wrong, `why->subject` says which: "options.block_size", "strategy 'tlsf'", "region 'iwrm'".
 *
 * A failed call leaves `*out` and holds nothing. O(1) beside the provider's work, O(max_buffers) in stack, double-stack and ring.
 */
FM_API FM_NODISCARD fm_status fm_pool_open(const fm_pool_options *options, fm_pool **out, fm_refusal *why);

/**
 * Which strategy fm_pool_open() would take for these options, and why; `use` is NULL where no platform was asked. Where a platform is advised
 * on one that this library has not, fm_profile_strategy() says which.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `options` or `out` is NULL; FM_E_ABI_SIZE as abi.h says; else as fm_pool_open() of what is wrong with the
 * options, but for storage, control and capacity. A failure leaves `*out`. Asks nothing of anyone.
 */
FM_API fm_status fm_pool_advice(const fm_pool_options *options, fm_advice *out);

/** One more reference. Returns `pool`; NULL stays NULL. */
FM_API fm_pool *fm_pool_ref(fm_pool *pool);

/**
 * Drops a reference; the last one closes the pool. If buffers are still out then, it closes when the last of them is released: until
 * then only fm_pool_release() and fm_pool_buffer() may be called. Raw blocks do not keep a pool and die with it. NULL is fine.
 */
FM_API void fm_pool_unref(fm_pool *pool);

/**
 * Closes the pool: the strict end, for the one owner. Returns FM_OK; FM_E_BUSY iff a block or buffer is out (an arena's raw blocks
 * count until fm_pool_reset()) or another reference is held, and then nothing changes; FM_E_ARGUMENT iff `pool` is NULL.
 */
FM_API fm_status fm_pool_close(fm_pool *pool);

/** `size` bytes at the pool's alignment; NULL iff refused (or `pool` is NULL, or `size` is 0): ask fm_pool_explain(). */
FM_API void *fm_pool_alloc(fm_pool *pool, size_t size);

/** As fm_pool_alloc(), at a multiple of `align`, a power of two or 0: the pool's alignment; NULL also iff `align` is neither. */
FM_API void *fm_pool_alloc_aligned(fm_pool *pool, size_t size, size_t align);

/**
 * Takes back a raw block. Total: `block` may be any value, it is judged and never followed.
 *
 * Judged in this order. Returns FM_OK (also for NULL); FM_E_ARGUMENT iff `pool` is NULL; FM_E_FOREIGN iff it lies outside the pool's blocks;
 * FM_E_UNSUPPORTED iff it lies inside and the strategy gives back only all at once (arena, whatever begins there: fm_pool_reset()); FM_E_INTERIOR
 * iff it begins no block; FM_E_DOUBLE iff that block is not out, be it freed before or never handed out; FM_E_STALE iff it is out as a buffer
 * (release the token); FM_E_ORDER iff another goes back first: the newest of a stack (of its end of a double stack), the oldest of a ring, or
 * an open mark holds it. A failure changes nothing, and costs O(blocks) in those three.
 */
FM_API fm_status fm_pool_free(fm_pool *pool, void *block);

/**
 * Why the request would be refused in the present state. Returns the status that fm_pool_acquire() would, for FM_REQUEST_BUFFER, or what
 * fm_pool_alloc_aligned() has no way to say, for FM_REQUEST_BLOCK (FM_OK iff it would be granted; `why` stays then); FM_E_UNSUPPORTED also
 * iff there is no such request. Changes nothing. `align` 0 is the pool's alignment.
 */
FM_API fm_status fm_pool_explain(const fm_pool *pool, fm_request request, size_t size, size_t align, fm_refusal *why);

/**
 * A buffer of `size` bytes at a multiple of `align` (0: the pool's alignment).
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `pool` or `out` is NULL or `size` is 0; FM_E_ALIGNMENT iff `align` is no power of two, or, in
 * `slots`, more than the pool's; FM_E_TOO_LARGE iff it would not fit an empty pool; FM_E_EXHAUSTED iff it would, but not now;
 * FM_E_UNSUPPORTED iff the pool has no buffer table.
 * A failed call leaves `*out`; `why` (may be NULL) is written only then, and not at all if its struct_size is not believed.
 */
FM_API FM_NODISCARD fm_status fm_pool_acquire(fm_pool *pool, size_t size, size_t align, fm_buffer *out, fm_refusal *why);

/** fm_pool_acquire() without out-parameters. */
FM_API fm_acquired fm_pool_acquire_value(fm_pool *pool, size_t size, size_t align);

/**
 * Takes back a buffer by its token. Total: any 64-bit value is judged. An arena's bytes are free again when the buffer was its last
 * block, or when no block is out any more.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `pool` is NULL; FM_E_STALE iff the token was a buffer of this pool and was released; FM_E_FOREIGN
 * iff no buffer of this pool can have had it; FM_E_ORDER as fm_pool_free(). A failure changes nothing.
 */
FM_API fm_status fm_pool_release(fm_pool *pool, uint64_t token);

/**
 * The buffer that `token` names, as acquired. Returns as fm_pool_release() but for FM_E_ORDER, and FM_E_ARGUMENT iff `out` is NULL; a failure
 * leaves `*out`.
 */
FM_API fm_status fm_pool_buffer(const fm_pool *pool, uint64_t token, fm_buffer *out);

/**
 * Gives back all raw blocks at once. Returns FM_OK; FM_E_BUSY iff a buffer is out; FM_E_ARGUMENT iff `pool` is NULL. O(1) in an arena,
 * O(blocks) else.
 */
FM_API fm_status fm_pool_reset(fm_pool *pool);

/**
 * From now on the pool asks no one for memory; pages of the operating system are touched now, not later. Returns FM_OK, or FM_E_ARGUMENT iff
 * `pool` is NULL. Sealing twice is fine. O(capacity).
 */
FM_API fm_status fm_pool_seal(fm_pool *pool);

/** What the pool holds. Returns FM_OK; FM_E_ARGUMENT iff an argument is NULL; FM_E_ABI_SIZE as abi.h says. */
FM_API fm_status fm_pool_get_usage(const fm_pool *pool, fm_pool_usage *usage);

/** The name given at open, or its default. NULL iff `pool` is NULL. Lives as long as the pool. */
FM_API const char *fm_pool_name(const fm_pool *pool);

/** The strategy's name. NULL iff `pool` is NULL. Static. */
FM_API const char *fm_pool_strategy(const fm_pool *pool);

/** Where the blocks lie: first byte and bytes. Returns FM_OK; FM_E_ARGUMENT iff an argument is NULL. */
FM_API fm_status fm_pool_storage(const fm_pool *pool, void **base, size_t *size);

/**
 * Bytes of storage that `count` blocks need, exactly: one byte less holds one block less, in the worst place where an alignment exceeds
 * FM_POOL_ALIGN, as storage need not be aligned to more. For `slots` a block is
 * `options->block_size` bytes; others take `count` as bytes, in whole granules. Options are read as by fm_pool_open(); `storage`,
 * `capacity` and what the region holds are not looked at, but for `wants`, which choose it; with `control` set, the records lie there and do not
 * count.
 *
 * Returns FM_OK; FM_E_ARGUMENT, FM_E_ALIGNMENT, FM_E_NOT_FOUND, FM_E_UNSUPPORTED, FM_E_ABI_SIZE, FM_E_ABI_FIELD as fm_pool_open();
 * FM_E_RANGE iff the bytes exceed SIZE_MAX. A failure leaves `*bytes`. Asks nothing of anyone.
 */
FM_API fm_status fm_pool_footprint(const fm_pool_options *options, size_t count, size_t *bytes);

/** Bytes of `options.control` for `count` blocks; otherwise as fm_pool_footprint(). */
FM_API fm_status fm_pool_control_size(const fm_pool_options *options, size_t count, size_t *bytes);

FM_END_DECLS

#endif

/** A block that is out. Frozen. */
typedef struct fm_block {
	uint64_t address; /**< first byte: the pointer as a number, or what fm_pool_alloc_address() gave */
	uint64_t size;    /**< bytes of it that may be used: at least those asked for */
	uint64_t token;   /**< of the buffer that it is out as; 0: a raw block */
} fm_block;

/**
 * Is told of one block, which lives during the call only. May read the pool, not change it. Anything but FM_OK ends the walk, which then
 * returns it.
 */
typedef fm_status (*fm_block_visit)(void *context, const fm_block *block);

/** A point in the life of a pool. Frozen; the caller's struct, written by the library alone. It may be copied, and needs no end. */
typedef struct fm_mark {
	uint64_t library[8]; /**< the library's */
} fm_mark;

FM_BEGIN_DECLS

/**
 * The block that `address` lies in, at its beginning or inside: who owns it, and its usable size. Total: any value is judged.
 *
 * Returns FM_OK; FM_E_FOREIGN iff the address lies outside the pool's blocks; FM_E_NOT_FOUND iff it lies inside, in no block that is out;
 * FM_E_UNSUPPORTED iff the strategy keeps no such record; FM_E_ARGUMENT iff `pool` or `out` is NULL. A failure leaves `*out`. O(1) in slots,
 * O(blocks) in stack, double-stack and ring.
 */
FM_API fm_status fm_pool_block(const fm_pool *pool, uint64_t address, fm_block *out);

/**
 * Tells `visit` of every block that is out, in the order of addresses, but where the table above says otherwise.
 *
 * Returns FM_OK; what `visit` returned, if that was another; FM_E_UNSUPPORTED as above; FM_E_ARGUMENT iff `pool` or `visit` is NULL. O(blocks
 * that were ever out at once).
 */
FM_API fm_status fm_pool_walk(const fm_pool *pool, fm_block_visit visit, void *context);

/**
 * Makes a raw block longer or shorter where it lies: its address stays, so do the bytes that it keeps. Total in `block`.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `pool` or `block` is NULL or `size` is 0; FM_E_FOREIGN, FM_E_INTERIOR, FM_E_DOUBLE, FM_E_STALE as
 * fm_pool_free(); FM_E_TOO_LARGE iff the block could never be so large where it lies; FM_E_EXHAUSTED iff it can't be now; FM_E_UNSUPPORTED as above.
 * `why` (may be NULL) is written only on failure: `largest` is what the block could be resized to now. A failure changes nothing. O(1) in
 * slots, O(blocks) in stack, double-stack and ring.
 */
FM_API fm_status fm_pool_resize(fm_pool *pool, void *block, size_t size, fm_refusal *why);

/**
 * fm_pool_alloc_aligned() from the top end of the pool's blocks, downwards: what lives long at one end, what goes soon at the other. NULL also
 * iff the strategy has one end.
 */
FM_API void *fm_pool_alloc_top(fm_pool *pool, size_t size, size_t align);

/** fm_pool_acquire() from the top end. Returns as that call; FM_E_UNSUPPORTED also iff the strategy has one end. */
FM_API FM_NODISCARD fm_status fm_pool_acquire_top(fm_pool *pool, size_t size, size_t align, fm_buffer *out, fm_refusal *why);

/**
 * Notes where the pool stands. Marks nest: one that is made later is inside. While a mark is open, what was out before it stays: an arena's
 * buffers that are released below it give their bytes back after it; a stack refuses them.
 *
 * Returns FM_OK; FM_E_UNSUPPORTED as above; FM_E_ARGUMENT iff `pool` or `mark` is NULL. O(1), no bytes of the pool.
 */
FM_API fm_status fm_pool_mark(fm_pool *pool, fm_mark *mark);

/**
 * Gives back at once all raw blocks that were granted since the mark, which ends with it; to go on from there, mark again.
 *
 * Returns FM_OK; FM_E_BUSY iff a buffer is out that was granted since; FM_E_ORDER iff one that was made later is open: the innermost goes
 * first; FM_E_STALE iff the mark ended before, or fm_pool_reset() ended it; FM_E_FOREIGN iff it is none of this pool; FM_E_UNSUPPORTED as above;
 * FM_E_ARGUMENT iff an argument is NULL. A failure changes nothing. O(1) in an arena without buffers, else O(blocks given back).
 */
FM_API fm_status fm_pool_rewind(fm_pool *pool, const fm_mark *mark);

/**
 * Gives back at once all raw blocks that were granted before the mark: a frame that the other side has done with. Such marks do not nest,
 * and go back in their order; one whose blocks all went back before gives back nothing.
 *
 * Returns FM_OK; FM_E_BUSY iff one of them is a buffer; FM_E_FOREIGN iff the mark is none of this pool; FM_E_UNSUPPORTED as above;
 * FM_E_ARGUMENT iff an argument is NULL. A failure changes nothing. O(blocks given back).
 */
FM_API fm_status fm_pool_retire(fm_pool *pool, const fm_mark *mark);

/**
 * Gives memory that lies idle back to where it came from, but for `keep` bytes at most; `*trimmed` (may be NULL) are the bytes given back.
 * Returns FM_OK, also where nothing was idle; FM_E_UNSUPPORTED as above; FM_E_ARGUMENT iff `pool` is NULL. The strategy states its cost.
 */
FM_API fm_status fm_pool_trim(fm_pool *pool, size_t keep, size_t *trimmed);

/**
 * Up to `count` buffers alike; `out[0]` to `out[n - 1]` are written. Returns how many, n; less than `count` iff the next was refused, and
 * `why` says so. 0 also iff `pool` or `out` is NULL. O(n).
 */
FM_API size_t fm_pool_acquire_many(fm_pool *pool, size_t size, size_t align, fm_buffer *out, size_t count, fm_refusal *why);

/**
 * Takes back each of `count` tokens as fm_pool_release() does: the first first, but in a stack and double-stack the last first, so that what
 * fm_pool_acquire_many() gave goes back in one call. `statuses` (may be NULL) receives what each became. Returns how many were taken back;
 * 0 also iff `pool` or `tokens` is NULL. O(count).
 */
FM_API size_t fm_pool_release_many(fm_pool *pool, const uint64_t *tokens, size_t count, fm_status *statuses);

/**
 * fm_pool_alloc_aligned() for memory that may have no pointers: where the strategy manages addresses only, `*address` is one of them and
 * nothing is ever read or written there; else the pointer as a number. `align` 0 is the pool's alignment.
 *
 * Returns as fm_pool_acquire() but for FM_E_UNSUPPORTED. A failure leaves `*address`. A size that no pointer of this machine can span is told
 * in `why` as the largest that one can.
 */
FM_API FM_NODISCARD fm_status fm_pool_alloc_address(fm_pool *pool, uint64_t size, uint64_t align, uint64_t *address, fm_refusal *why);

/** fm_pool_free() of an address: any 64-bit value is judged, 0 too. Returns as fm_pool_free() does of a pointer that is not NULL. */
FM_API fm_status fm_pool_free_address(fm_pool *pool, uint64_t address);

/**
 * fm_pool_get_usage() with what only a walk can tell: `holes`, `largest_hole`, and `surveyed` 1. Returns as that call.
 * O(blocks ever out at once).
 */
FM_API fm_status fm_pool_survey(const fm_pool *pool, fm_pool_usage *usage);

/**
 * Proves every invariant of the pool's records: for tests, fuzzers and whoever suspects a stray write. Returns FM_OK; FM_E_DAMAGED iff
 * one does not hold: then nothing but the end of the process is safe; FM_E_ARGUMENT iff `pool` is NULL. Changes nothing. The pool's head is
 * believed; of the records nothing is followed that was not proved. O(blocks ever out at once), but O(blocks^2) where the strategy says so.
 */
FM_API fm_status fm_pool_check(const fm_pool *pool);

FM_END_DECLS

#endif
/** @file
 * Capabilities: what a platform can do, each answer with its source. Immutable, any thread. */
#ifndef FLIGHTMEM_CAPABILITY_H
#define FLIGHTMEM_CAPABILITY_H

/** What is asked for: an open set of numbers, for ever, from 1 to fm_capability_count(). */
typedef uint32_t fm_capability_id;
#define FM_HAS_MMU 1u /**< addresses are translated by page; the value is the smallest page */
#define FM_HAS_MPU 2u /**< regions are protected without translation; the value is how many */
#define FM_HAS_HUGE_PAGES 3u /**< pages above the usual size; the value is the usual size of one */
#define FM_HAS_EXECUTABLE_MEMORY 4u /**< a program may write code and run it */
#define FM_HAS_DMA 5u /**< an engine beside the CPU reads or writes memory */
#define FM_HAS_CACHE_CONTROL 6u /**< a program can flush or invalidate caches */
#define FM_HAS_UNALIGNED_ACCESS 7u /**< plain loads and stores need no natural alignment */
#define FM_HAS_ATOMICS_WIDTH 8u /**< the widest access that is atomic; the value is its bits */
#define FM_HAS_SIMD_WIDTH 9u /**< vector registers that every machine has; the value is their bits */
#define FM_HAS_THREADS 10u /**< programs run in more than one thread */
#define FM_HAS_SHARED_MEMORY 11u /**< processes or threads can share memory */
#define FM_HAS_MEMORY_GROWTH 12u /**< a program gets more memory while it runs; the value is the step */
#define FM_HAS_PROTECTION 13u /**< access rights are enforced */
#define FM_HAS_BANK_SWITCHING 14u /**< memory behind a window is exchanged; the value is the bytes behind windows */
#define FM_HAS_SCRATCHPAD 15u /**< small and fast memory beside the CPU; the value is its bytes */
#define FM_HAS_PERSISTENT_RAM 16u /**< writable memory that keeps its content; the value is its bytes */
#define FM_HAS_PRESSURE_SIGNALS 17u /**< the system warns before memory ends; the value is how many ways it has */

/** The answer. These four are all there ever are. */
typedef uint32_t fm_capability_state;
#define FM_CAPABILITY_UNKNOWN 0u /**< no source says, or it depends on the machine */
#define FM_CAPABILITY_NO 1u /**< a source says no */
#define FM_CAPABILITY_YES 2u /**< a source says yes */
#define FM_CAPABILITY_DENIED 3u /**< there is one, but not for an ordinary program */

/** What a value counts. */
typedef uint32_t fm_unit;
#define FM_UNIT_NONE 0u /**< there is no value */
#define FM_UNIT_BYTES 1u /**< bytes */
#define FM_UNIT_BITS 2u /**< bits */
#define FM_UNIT_COUNT 3u /**< how many */
#define FM_UNIT_MASK 4u /**< bits, each with its own meaning */
#define FM_UNIT_NUMBER 5u /**< a number that stands for something */
#define FM_UNIT_BASIS_POINTS 6u /**< hundredths of a percent */
#define FM_UNIT_MICROSECONDS 7u /**< microseconds */

/** What a platform can do. An output struct: set struct_size first. Texts live as long as the profile. */
typedef struct fm_capability {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *source; /**< ids of the platform's sources, "A1, A6", as docs/platforms.md lists them; NULL: none speaks of it */
	const char *note;   /**< what decides it, or which facts say so; NULL: nothing */
	uint64_t value;     /**< as the id says; of a state that is not YES what there would be; 0: no number is known */
	fm_capability_id id; /**< FM_HAS_... */
	fm_capability_state state; /**< FM_CAPABILITY_... */
	fm_unit unit;       /**< of the value; FM_UNIT_NONE iff the value is 0 */
	uint32_t reserved;  /**< 0 */
} fm_capability;

FM_BEGIN_DECLS

/** How many capabilities this library knows. O(1), any thread, here and below. */
FM_API uint32_t fm_capability_count(void);

/** The name as data and JSON have it ("huge_pages"); "?" iff the library knows no such id. Static. */
FM_API const char *fm_capability_name(fm_capability_id id);

/** The id that is called so; 0 iff there is none, or `name` is NULL. O(capabilities). */
FM_API fm_capability_id fm_capability_find(const char *name);

/** The name of a state ("denied"); "?" iff there is no such state. Static. */
FM_API const char *fm_capability_state_name(fm_capability_state state);

/** The name of a unit ("bytes"); "?" iff the library knows no such unit. Static. */
FM_API const char *fm_unit_name(fm_unit unit);

/**
 * What `profile` says of a capability. A platform of which nothing is said answers FM_CAPABILITY_UNKNOWN without a source.
 *
 * Returns FM_OK; FM_E_NOT_FOUND iff the library knows no such id; FM_E_ARGUMENT iff `profile` or `out` is NULL; FM_E_ABI_SIZE as abi.h
 * says. A failure leaves `*out`. O(capabilities).
 */
FM_API fm_status fm_profile_capability(const fm_profile *profile, fm_capability_id id, fm_capability *out);

FM_END_DECLS

#endif
/** @file
 * Sums and products of sizes that never wrap: compare first, then compute. */
#ifndef FLIGHTMEM_CHECKED_H
#define FLIGHTMEM_CHECKED_H

FM_BEGIN_DECLS

/** `*out` = a + b. Returns FM_OK, or FM_E_RANGE iff the sum exceeds 2^64 - 1; then `*out` stays. FM_E_ARGUMENT iff `out` is NULL. */
FM_API fm_status fm_add_checked(uint64_t a, uint64_t b, uint64_t *out);

/** `*out` = a - b. Returns FM_OK, or FM_E_RANGE iff b exceeds a; then `*out` stays. FM_E_ARGUMENT iff `out` is NULL. */
FM_API fm_status fm_subtract_checked(uint64_t a, uint64_t b, uint64_t *out);

/** `*out` = a * b. Returns FM_OK, or FM_E_RANGE iff the product exceeds 2^64 - 1; then `*out` stays. FM_E_ARGUMENT iff `out` is NULL. */
FM_API fm_status fm_multiply_checked(uint64_t a, uint64_t b, uint64_t *out);

FM_END_DECLS

#endif
/** @file
 * Frames: up to four planes in one buffer, and chains of two or three of them between who draws and who shows.
 *
 * A chain takes all its memory when it is opened. From then on it moves numbers, never pixels: no call waits, none asks the pool, and
 * nothing is cleared unless the options say so.
 *
 *     producer:  fm_frames_acquire() -> draw -> fm_frames_present()          consumer:  fm_frames_latest() -> show
 *
 * - Three frames: the producer always has one to draw on. A frame that was presented and not looked at gives way to a newer one.
 * - Two frames: the producer has one to draw on only after the consumer has looked at the last one that was presented; no frame is lost. */
#ifndef FLIGHTMEM_FRAME_H
#define FLIGHTMEM_FRAME_H
/** @file
 * Planes: buffers that hold pixels, with a stride that suits caches and vector units.
 *
 * The rule of the stride. A row has ceil(width * pixel_bits / 8) bytes, the stride is the next multiple of `row_align`, and the first row
 * begins at a multiple of it. The bytes between, and the bits behind the last pixel of a row, are padding: they may be read and written,
 * what is in them is unspecified.
 * - Vectors of up to `row_align` bytes that begin at the row never leave it: its last vector ends in its own padding. No tail is needed.
 * - Reads that begin at any pixel leave it. `over_read` says how far: that many bytes behind the last pixel of every row, the last row
 *   too, belong to the buffer. They may be other rows' pixels, so they may be read but not written.
 * - FM_PLANE_SPREAD: processors that compare a load with the stores before it by their low address bits only take rows whose stride is a
 *   multiple of FM_PLANE_ALIAS for one another, and wait. Such a stride grows by FM_PLANE_ROW_ALIGN bytes, or by `row_align` if that is more. */
#ifndef FLIGHTMEM_PLANE_H
#define FLIGHTMEM_PLANE_H

/**
 * Pixel formats. Values are for ever. Pixels of 16 bits are native-endian halfwords, XRGB8888 is a native-endian word, floats are the
 * processor's.
 */
typedef uint32_t fm_pixel_format;

#define FM_PIXEL_RGBA8888 1u  /**< bytes red, green, blue, alpha in memory order */
#define FM_PIXEL_RGB565 2u    /**< red in bits 11-15, green 5-10, blue 0-4 */
#define FM_PIXEL_RGB555 3u    /**< red in bits 0-4, green 5-9, blue 10-14, as GBA and PSX have it; bit 15 is the platform's */
#define FM_PIXEL_INDEX8 4u    /**< one byte: an index into a palette */
#define FM_PIXEL_INDEX4 5u    /**< two indices a byte, the left pixel in the low bits, as the tiles of the GBA and the textures of the PSX have it */
#define FM_PIXEL_INDEX2 6u    /**< four indices a byte, the left pixel in the low bits */
#define FM_PIXEL_INDEX1 7u    /**< eight indices a byte, the left pixel in the low bit */
#define FM_PIXEL_XRGB8888 8u  /**< red in bits 16-23, green 8-15, blue 0-7 of a word; the rest means nothing. As emulator cores give it */
#define FM_PIXEL_XRGB1555 9u  /**< red in bits 10-14, green 5-9, blue 0-4; bit 15 means nothing. As emulator cores give it */
#define FM_PIXEL_GREY8 10u    /**< one byte: one sample, of light or of one colour difference */
#define FM_PIXEL_UV88 11u     /**< bytes U, V in memory order */
#define FM_PIXEL_F32 12u      /**< one 32-bit float */
#define FM_PIXEL_RGBA_F32 13u /**< four 32-bit floats: red, green, blue, alpha */
#define FM_PIXEL_I420 14u     /**< three planes, a frame's (frame.h): Y, then U and V with half the sides rounded up, each GREY8 */
#define FM_PIXEL_NV12 15u     /**< two planes, a frame's (frame.h): Y, GREY8, then UV88 with half the sides rounded up */

/** Largest width and height. Pixels. */
#define FM_PLANE_SIDE_MAX 65536

/** Row alignment where fm_plane_options.row_align is 0: a cache line, and the widest vector of the supported hosts. Bytes. */
#define FM_PLANE_ROW_ALIGN 64

/** Largest fm_plane_options.over_read: a page. Bytes. */
#define FM_PLANE_OVER_READ_MAX 4096

/** Addresses that differ by a multiple of this may be taken for one another by a processor; two of them are the 4 KiB of which it is known. Bytes. */
#define FM_PLANE_ALIAS 2048

/** Largest row_align with FM_PLANE_SPREAD: the four planes of a frame begin at four places between two aliases. Bytes. */
#define FM_PLANE_SPREAD_ALIGN_MAX (FM_PLANE_ALIAS / 4)

/* fm_plane_options.flags */
#define FM_PLANE_SPREAD 1u /**< no stride is a multiple of FM_PLANE_ALIAS, and no two planes of a frame begin a multiple of it apart */

FM_STATIC_ASSERT(FM_PLANE_ROW_ALIGN % FM_VECTOR_ALIGN == 0, "a row begins where every vector of the target may: raise FM_PLANE_ROW_ALIGN");
FM_STATIC_ASSERT(FM_PLANE_ROW_ALIGN % FM_POOL_ALIGN == 0, "a row begins where a pool's block may");

/**
 * What a line of pixels is aligned to, as a type: `static fm_plane_line memory[FM_PLANE_LINES(bytes)];` is storage whose rows are aligned.
 * Frozen.
 */
typedef struct fm_plane_line {
	FM_ALIGNED(FM_PLANE_ROW_ALIGN) unsigned char bytes[FM_PLANE_ROW_ALIGN]; /**< pixels */
} fm_plane_line;

FM_STATIC_ASSERT(sizeof(fm_plane_line) == FM_PLANE_ROW_ALIGN, "lines touch");

/** How many fm_plane_line hold `bytes` bytes. */
#define FM_PLANE_LINES(bytes) (((size_t)(bytes) + (FM_PLANE_ROW_ALIGN - 1)) / FM_PLANE_ROW_ALIGN)

/** What a plane shall be. */
typedef struct fm_plane_options {
	size_t struct_size; /**< bytes of the struct: abi.h */
	uint32_t width;         /**< pixels, 1 to FM_PLANE_SIDE_MAX */
	uint32_t height;        /**< rows, 1 to FM_PLANE_SIDE_MAX */
	fm_pixel_format format; /**< FM_PIXEL_... */
	uint32_t row_align;     /**< bytes, a power of two up to 4096 that each row starts at a multiple of; 0: FM_PLANE_ROW_ALIGN; 1: rows touch,
	                             as display hardware wants */
	uint32_t flags;         /**< FM_PLANE_SPREAD, or 0 */
	uint32_t over_read;     /**< bytes that may be read behind the last pixel of any row, 0 to FM_PLANE_OVER_READ_MAX */
} fm_plane_options;

/** A plane. Frozen: grows by planes of a frame, not by members. */
typedef struct fm_plane {
	fm_buffer buffer;       /**< the bytes; `len` is stride * height, and what `over_read` needs behind it. A view's token is 0 */
	uint32_t width;         /**< pixels */
	uint32_t height;        /**< rows */
	fm_pixel_format format; /**< FM_PIXEL_... */
	uint32_t pixel_bits;    /**< bits of a pixel */
	uint32_t stride;        /**< bytes from a row to the next */
	uint32_t row_align;     /**< bytes that every row begins at a multiple of; as asked, the default filled in */
} fm_plane;

FM_BEGIN_DECLS

/** Bits of a pixel; 0 iff there is no such format of one plane. */
FM_API uint32_t fm_pixel_bits(fm_pixel_format format);

/** Planes of a frame of this format, 1 to FM_FRAME_PLANES (frame.h); 0 iff there is no such format. */
FM_API uint32_t fm_pixel_planes(fm_pixel_format format);

/**
 * The plane that the options describe, without memory: `buffer.data` is NULL and `buffer.token` 0, all else is set.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff an argument is NULL, or width or height is 0 or above FM_PLANE_SIDE_MAX, or `over_read` is above its
 * limit; FM_E_UNSUPPORTED iff there is no such format of one plane, or no such flag; FM_E_ALIGNMENT iff `row_align` is no power of two or
 * above 4096, or above FM_PLANE_SPREAD_ALIGN_MAX with FM_PLANE_SPREAD; FM_E_RANGE iff the bytes exceed SIZE_MAX;
 * FM_E_ABI_SIZE, FM_E_ABI_FIELD as abi.h says. A failure leaves `*out`. O(1), any thread.
 */
FM_API fm_status fm_plane_describe(const fm_plane_options *options, fm_plane *out);

/** A plane in a buffer of `pool`. Returns as fm_plane_describe() and fm_pool_acquire(). A failure leaves `*out`. The content is unspecified. */
FM_API FM_NODISCARD fm_status fm_plane_acquire(fm_pool *pool, const fm_plane_options *options, fm_plane *out, fm_refusal *why);

/** Releases a plane's buffer. Returns as fm_pool_release(): FM_E_FOREIGN for a view; FM_E_ARGUMENT also iff `plane` is NULL. */
FM_API fm_status fm_plane_release(fm_pool *pool, const fm_plane *plane);

/**
 * A view of the rectangle of `width` times `height` pixels whose left upper pixel is (x, y). It has the plane's rows, so its stride is the
 * plane's; `row_align` is what is left of it, `buffer.len` reaches to its last pixel, and its token is 0: it owns nothing and ends with the plane.
 * The plane is believed as far as its own numbers go: no view reaches past `buffer.len`.
 *
 * Formats below 8 bits: a view begins at a byte, so `x` is a multiple of 8 / pixel_bits. It may end inside one; then the byte of its last
 * pixels has neighbours in it, whose bits a writer keeps.
 *
 * @param plane  with memory; may be a view
 * @param out    may be `plane`
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `plane` or `out` is NULL, or the plane has no memory, or `width` or `height` is 0; FM_E_UNSUPPORTED iff
 * its format is none of one plane; FM_E_RANGE iff the rectangle passes a side of the plane or the end of its buffer; FM_E_ALIGNMENT iff
 * (x, y) does not begin a byte. Judged in this order; a failure leaves `*out`. O(1), any thread.
 */
FM_API fm_status fm_plane_rectangle(const fm_plane *plane, uint32_t x, uint32_t y, uint32_t width, uint32_t height, fm_plane *out);

/** First byte of row `y`; NULL iff `plane` is NULL, has no memory, or has no such row. */
FM_INLINE void *fm_plane_row(const fm_plane *plane, uint32_t y)
{
	if (FM_UNLIKELY(plane == NULL || y >= plane->height || plane->buffer.data == NULL))
		return NULL;
	return (unsigned char *)plane->buffer.data + (size_t)y * plane->stride;
}

FM_END_DECLS

#endif

/** Planes of a frame, at most. */
#define FM_FRAME_PLANES 4

/** A frame. Its planes are views of its buffer: their tokens are 0. Frozen. */
typedef struct fm_frame {
	fm_buffer buffer;                /**< the bytes of all planes. Of a chain: the token is 0, the chain owns them */
	fm_plane plane[FM_FRAME_PLANES]; /**< the first `count` of them, in the order of the format */
	uint32_t count;                  /**< planes */
	uint32_t index;                  /**< of a chain: which of its frames, from 0; else 0 */
	uint64_t number;                 /**< of a chain: 1 for the first frame presented, and so on; else 0 */
	uint64_t content;                /**< of a chain: the number of the frame whose pixels are in it; 0: unspecified, or cleared */
} fm_frame;

/** A chain of frames; opaque, reference counted. */
typedef struct fm_frames fm_frames;

/** Who may use a chain at the same time. */
typedef uint32_t fm_frames_sharing;
#define FM_FRAMES_ONE_THREAD 0u  /**< one thread at a time */
#define FM_FRAMES_TWO_THREADS 1u /**< one producer and one consumer, without a lock; where FM_HAS_ATOMICS */

/** Bytes of a chain's control block, at most, for the whole major version. */
#define FM_FRAMES_CONTROL_BYTES (96 * sizeof(void *))

/** Options of a chain. Zero is the default of each member but pool, width, height and format. */
typedef struct fm_frames_options {
	size_t struct_size; /**< bytes of the struct: abi.h */
	fm_pool *pool;             /**< the frames' memory; the chain keeps a reference */
	void *control;             /**< NULL: a buffer of the pool; or the caller's bytes, aligned to FM_POOL_ALIGN, which outlive the chain */
	size_t control_size;       /**< bytes at `control`, at least FM_FRAMES_CONTROL_BYTES */
	uint32_t width;            /**< as fm_plane_options */
	uint32_t height;           /**< as fm_plane_options */
	fm_pixel_format format;    /**< as fm_plane_options, formats of more planes too */
	uint32_t row_align;        /**< as fm_plane_options */
	uint32_t flags;            /**< as fm_plane_options */
	uint32_t over_read;        /**< as fm_plane_options */
	uint32_t depth;            /**< frames: 2 or 3; 0: 3 */
	fm_frames_sharing sharing; /**< FM_FRAMES_... */
	uint32_t clear;            /**< 1: fm_frames_acquire() sets every byte of the frame to 0, in O(bytes); 0: nothing is cleared */
	uint32_t reserved;         /**< 0 */
} fm_frames_options;

FM_BEGIN_DECLS

/**
 * The frame that the options describe, without memory: `data` is NULL everywhere, `buffer.len` is what it takes. Each plane begins at a
 * multiple of `row_align`; with FM_PLANE_SPREAD, plane n at n quarters of FM_PLANE_ALIAS beyond a multiple of it.
 *
 * Returns as fm_plane_describe(), for formats of one plane and of more. A failure leaves `*out`. O(1), any thread.
 */
FM_API fm_status fm_frame_describe(const fm_plane_options *options, fm_frame *out);

/** A frame in one buffer of `pool`. Returns as fm_frame_describe() and fm_pool_acquire(). A failure leaves `*out`. The content is unspecified. */
FM_API FM_NODISCARD fm_status fm_frame_acquire(fm_pool *pool, const fm_plane_options *options, fm_frame *out, fm_refusal *why);

/** Releases a frame's buffer. Returns as fm_pool_release(): FM_E_FOREIGN for a chain's frame; FM_E_ARGUMENT also iff `frame` is NULL. */
FM_API fm_status fm_frame_release(fm_pool *pool, const fm_frame *frame);

/**
 * Opens a chain. Its frames, and its control block if the options give no place for it, are buffers of the pool: the control block is the
 * one acquired first. In a `slots` pool it takes a slot, and in a region's pool it lies in the region: there `control` is better.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `options` or `out` or the pool is NULL; FM_E_UNSUPPORTED iff depth is not one of the above, or `clear`
 * is above 1, or there is no such sharing, on this platform; FM_E_ALIGNMENT iff `control` is not aligned to FM_POOL_ALIGN; FM_E_TOO_LARGE iff
 * `control_size` is too small: `why->help_bytes` is what it takes; what else fm_frame_describe() and fm_pool_acquire() return;
 * FM_E_ABI_SIZE, FM_E_ABI_FIELD as abi.h says.
 * A failed call leaves `*out` and gives back what it took; the pool has counted it. O(1) beside the pool's work.
 * Open, the last unref and close are calls on the pool and need its exclusion; no other call touches it.
 */
FM_API FM_NODISCARD fm_status fm_frames_open(const fm_frames_options *options, fm_frames **out, fm_refusal *why);

/**
 * Producer: a frame to draw on.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff an argument is NULL; FM_E_BUSY iff one is out already; FM_E_EXHAUSTED iff there is none to draw on: of two
 * frames, one is shown and the other was not looked at yet. A failure changes nothing and leaves `*out`. O(1) unless options.clear.
 */
FM_API FM_NODISCARD fm_status fm_frames_acquire(fm_frames *frames, fm_frame *out);

/**
 * Producer: the frame is drawn; it is the latest now.
 *
 * @param frame  as acquired; `index`, `number` and `buffer.data` are judged, the rest is not looked at
 *
 * Returns FM_OK; FM_E_ARGUMENT iff an argument is NULL; FM_E_FOREIGN iff `index` and `buffer.data` are none of this chain's, or `number` was
 * never given to a frame to draw on; FM_E_STALE iff it was, and that frame was presented or cancelled. A failure changes nothing. O(1).
 */
FM_API fm_status fm_frames_present(fm_frames *frames, const fm_frame *frame);

/** Producer: the frame is not drawn after all; its number goes to the next one, its content is unspecified. Returns as fm_frames_present(). */
FM_API fm_status fm_frames_cancel(fm_frames *frames, const fm_frame *frame);

/**
 * Consumer: the latest frame presented; the same as before, by its number, iff there is no newer one. It stays as it is until the consumer's
 * next call.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff an argument is NULL; FM_E_NOT_FOUND iff none was presented yet. A failure leaves `*out`. O(1).
 */
FM_API fm_status fm_frames_latest(fm_frames *frames, fm_frame *out);

/** One more reference. Returns `frames`; NULL stays NULL. */
FM_API fm_frames *fm_frames_ref(fm_frames *frames);

/** Drops a reference; the last one gives the frames back to the pool, whatever is out. NULL is fine. */
FM_API void fm_frames_unref(fm_frames *frames);

/**
 * Closes the chain: the strict end, for the one owner. Returns FM_OK; FM_E_BUSY iff a frame is acquired and neither presented nor cancelled, or
 * another reference is held, and then nothing changes; FM_E_ARGUMENT iff `frames` is NULL. What the consumer looked at last ends with it.
 */
FM_API fm_status fm_frames_close(fm_frames *frames);

FM_END_DECLS

#endif
/** @file
 * The live host: the machine and the process that the library runs in, or another root of a Linux system, read from its /proc and /sys.
 *
 *     fm_host_facts facts = FM_STRUCT(fm_host_facts);
 *     if (fm_host_read(NULL, &facts) == FM_OK && facts.figures[FM_HOST_AVAILABLE].state == FM_CAPABILITY_YES)
 *         budget = facts.figures[FM_HOST_AVAILABLE].value / 4;
 *
 * What a platform is, a fm_profile says, and fm_profile_host() is one. What changes while the program runs (memory that is left, limits,
 * pressure) are figures of fm_host_read(), which reads anew each time. Each figure says who gave it. What can't be read is unknown, never
 * guessed; texts of the system are judged like any other input. Only hosted. Nothing is read before the first call. */
#ifndef FLIGHTMEM_HOST_H
#define FLIGHTMEM_HOST_H

/** Which figure: an open set of numbers, for ever, from 0 to fm_host_figure_count() - 1. The unit stands before the colon. */
typedef uint32_t fm_host_id;
/* The machine: FM_HOST_MACHINE. */
#define FM_HOST_ARCH 0u              /**< number: FM_ARCH_... */
#define FM_HOST_ENDIAN 1u            /**< number: FM_ENDIAN_... */
#define FM_HOST_POINTER 2u           /**< bits: width of the process' pointers */
#define FM_HOST_MMU 3u               /**< none: addresses are translated by page */
#define FM_HOST_PAGE 4u              /**< bytes: the page */
#define FM_HOST_PAGE_MAX 5u          /**< bytes: the largest page that a kernel of this architecture may have: what files and tables are aligned to */
#define FM_HOST_GRANULARITY 6u       /**< bytes: mappings begin at multiples */
#define FM_HOST_ADDRESS_END 7u       /**< bytes: user addresses that are had without asking for more end here */
#define FM_HOST_MAPPINGS_MAX 8u      /**< count: mappings that a process may have */
#define FM_HOST_CACHE_LINE 9u        /**< bytes: of the data cache; what is used together belongs into one */
#define FM_HOST_CACHE_APART 10u      /**< bytes: the longest line of any data cache; what threads write apart belongs that far apart */
#define FM_HOST_CACHE_L1 11u         /**< bytes: data cache of the first level */
#define FM_HOST_CACHE_L2 12u         /**< bytes: of the second level */
#define FM_HOST_CACHE_L3 13u         /**< bytes: of the third level */
#define FM_HOST_CPU_FEATURES 14u     /**< mask: FM_CPU_... that the CPU has and the system lets programs use */
#define FM_HOST_SIMD 15u             /**< bits: the widest vector registers; those of the reading thread where they have no fixed length */
#define FM_HOST_CPUS 16u             /**< count: CPUs that the process may run on */
#define FM_HOST_NUMA_NODES 17u       /**< count: nodes with memory. NO: the system knows no nodes, and the value is 1 */
#define FM_HOST_NUMA_ALLOWED 18u     /**< count: nodes that the process may have memory of */
#define FM_HOST_HUGE_SIZES 19u       /**< mask: sizes of huge pages, in bytes, each its own bit */
#define FM_HOST_HUGE_PAGE 20u        /**< bytes: the size that huge pages have where none is asked for */
#define FM_HOST_HUGE_TRANSPARENT 21u /**< bytes: a huge page that the system makes by itself or on advice. DENIED: switched off */
#define FM_HOST_OVERCOMMIT 22u       /**< number: vm.overcommit_memory: 0 by a rule of thumb, 1 always, 2 never */
#define FM_HOST_EXECUTABLE 23u       /**< none: memory that was written may be made executable. DENIED: write or execute, never both */
/* What there is and what may be had: FM_HOST_MEMORY. A limit's state is NO where there is none. */
#define FM_HOST_PHYSICAL 24u         /**< bytes: memory that the system manages */
#define FM_HOST_FREE 25u             /**< bytes: used for nothing at all */
#define FM_HOST_RECLAIMABLE 26u      /**< bytes: what the system could hand out without swapping */
#define FM_HOST_SWAP 27u             /**< bytes */
#define FM_HOST_SWAP_FREE 28u        /**< bytes */
#define FM_HOST_COMMIT_LIMIT 29u     /**< bytes: where FM_HOST_OVERCOMMIT is 2, no more is promised */
#define FM_HOST_COMMITTED 30u        /**< bytes: promised by now */
#define FM_HOST_HUGE_TOTAL 31u       /**< count: huge pages of the usual size that were set aside */
#define FM_HOST_HUGE_FREE 32u        /**< count: of these free */
#define FM_HOST_MAPPED 33u           /**< bytes: address space that the process has in use */
#define FM_HOST_LIMIT_ADDRESSES 34u  /**< bytes: RLIMIT_AS */
#define FM_HOST_LIMIT_DATA 35u       /**< bytes: RLIMIT_DATA */
#define FM_HOST_LIMIT_STACK 36u      /**< bytes: RLIMIT_STACK */
#define FM_HOST_LIMIT_LOCKED 37u     /**< bytes: RLIMIT_MEMLOCK */
#define FM_HOST_CGROUP 38u           /**< number: version of the hierarchy that limits memory, 1 or 2. NO: the process is in none */
#define FM_HOST_CGROUP_LIMIT 39u     /**< bytes: the smallest limit on the way from the process' group up */
#define FM_HOST_CGROUP_LEVEL 40u     /**< count: levels above the process' own group where that limit stands */
#define FM_HOST_CGROUP_USED 41u      /**< bytes: used at that level, files that nobody has used lately left out */
#define FM_HOST_CGROUP_HIGH 42u      /**< bytes: the smallest on the way up; above it the process is slowed down */
#define FM_HOST_CGROUP_SWAP 43u      /**< bytes: the smallest limit on the way up; version 1 counts memory and swap together */
#define FM_HOST_CGROUP_HIDDEN 44u    /**< none: there are groups above that the process does not see, and their limits neither */
#define FM_HOST_LIMIT 45u            /**< bytes: the smallest of physical memory and all limits; the source names the winner */
#define FM_HOST_AVAILABLE 46u        /**< bytes: the smallest of what the system and each limit leave; the source names the winner */
/* Signs that memory ends: FM_HOST_PRESSURE. */
#define FM_HOST_PRESSURE_SOME 47u    /**< basis points: time in which some task waited for memory, last 10 seconds */
#define FM_HOST_PRESSURE_FULL 48u    /**< basis points: time in which all tasks waited */
#define FM_HOST_PRESSURE_STALL 49u   /**< microseconds: in which some task waited, since the system began */
#define FM_HOST_GROUP_SOME 50u       /**< basis points: FM_HOST_PRESSURE_SOME of the process' own group */
#define FM_HOST_GROUP_FULL 51u       /**< basis points: FM_HOST_PRESSURE_FULL of the process' own group */
#define FM_HOST_GROUP_KILLS 52u      /**< count: processes killed in the process' own group for want of memory */
#define FM_HOST_FIGURES 53u          /**< figures of this header; a later library may have more */

/* What is read: bits of options.groups. */
#define FM_HOST_MACHINE 1u  /**< FM_HOST_ARCH to FM_HOST_EXECUTABLE */
#define FM_HOST_MEMORY 2u   /**< FM_HOST_PHYSICAL to FM_HOST_AVAILABLE */
#define FM_HOST_PRESSURE 4u /**< FM_HOST_PRESSURE_SOME to FM_HOST_GROUP_KILLS */

/** options.flags: where facts leave FM_HOST_EXECUTABLE open (a seccomp filter, SELinux), a page is mapped, written, made executable and unmapped. The
 *  system may write the attempt into its log; a filter that kills, kills. */
#define FM_HOST_TRY 1u

/* Architectures, an open set. */
#define FM_ARCH_X86_64 1u  /**< x86, 64 bits */
#define FM_ARCH_AARCH64 2u /**< ARM, 64 bits */
#define FM_ARCH_RISCV64 3u /**< RISC-V, 64 bits */
#define FM_ARCH_PPC64LE 4u /**< POWER, little-endian */
#define FM_ARCH_S390X 5u   /**< IBM Z */
#define FM_ARCH_X86 6u     /**< x86, 32 bits */
#define FM_ARCH_ARM 7u     /**< ARM, 32 bits */

/* What a CPU has beyond its architecture, as far as it is about memory: bits, an open set. */
#define FM_CPU_SSE2 0x1u     /**< 128-bit vectors */
#define FM_CPU_SSE4_1 0x2u   /**< streaming loads */
#define FM_CPU_AVX 0x4u      /**< 256-bit vectors */
#define FM_CPU_AVX2 0x8u     /**< of integers too */
#define FM_CPU_AVX512F 0x10u /**< 512-bit vectors */
#define FM_CPU_CX16 0x20u    /**< 16 bytes are compared and exchanged at once */
#define FM_CPU_CLFLUSH 0x40u /**< a program flushes cache lines */
#define FM_CPU_ASIMD 0x80u   /**< 128-bit vectors of AArch64 */
#define FM_CPU_SVE 0x100u    /**< vectors of AArch64 without a fixed length */
#define FM_CPU_SVE2 0x200u   /**< the second version */
#define FM_CPU_DCPOP 0x400u  /**< a program cleans cache lines to persistent memory */
#define FM_CPU_NEON 0x800u   /**< 128-bit vectors of 32-bit ARM */
#define FM_CPU_ALTIVEC 0x1000u /**< 128-bit vectors of POWER */
#define FM_CPU_VX 0x2000u    /**< 128-bit vectors of IBM Z */
#define FM_CPU_V 0x4000u     /**< vectors of RISC-V without a fixed length, at least 128 bits */
#define FM_CPU_ZICBOM 0x8000u /**< a program manages cache blocks of RISC-V */

/** A figure. Frozen. Zero: unknown. */
typedef struct fm_host_figure {
	const char *source;        /**< who gave it, "/proc/meminfo MemTotal"; static; NULL: nobody was asked */
	uint64_t value;            /**< in `unit`s; where the state is not YES what there would be, or 0 */
	fm_capability_state state; /**< YES: it is so; NO: there is none; UNKNOWN; DENIED: there is, but not for this process, or it may not know */
	fm_unit unit;              /**< FM_UNIT_... */
} fm_host_figure;

/** What a host is at a moment. An output struct: set struct_size first. */
typedef struct fm_host_facts {
	size_t struct_size; /**< bytes of the struct: abi.h */
	fm_host_figure figures[FM_HOST_FIGURES]; /**< by FM_HOST_... */
} fm_host_facts;

/** Options of a reading. Zero is the default of each member. */
typedef struct fm_host_options {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *root;   /**< NULL: this process. Else a folder that has the proc and sys of a Linux system: only its files are asked, by no environment */
	uint32_t groups;    /**< bits of what is read; 0: all */
	uint32_t flags;     /**< FM_HOST_TRY; only for this process */
} fm_host_options;

/** Bytes that any profile of fm_host_profile() fits into. */
#define FM_HOST_PROFILE_BYTES 4096

FM_BEGIN_DECLS

/**
 * Reads a host. Nothing is asked for memory, about 20 KiB of stack are used, and no file stays open. Any thread, any number at once.
 *
 * Figures of groups that are not read stay as they are. FM_HOST_LIMIT and FM_HOST_AVAILABLE are of one reading.
 *
 * Returns FM_OK, however little could be read; FM_E_ARGUMENT iff `out` is NULL, or `groups` or `flags` have a bit that is none of the above, or
 * FM_HOST_TRY comes with a root; FM_E_NOT_FOUND iff `root` is no folder that can be opened; FM_E_ABI_SIZE, FM_E_ABI_FIELD as abi.h says. A failure
 * leaves `*out`. O(files), those of the system among them; of a file the begin is read, 8 KiB, of mountinfo 16 MiB.
 */
FM_API fm_status fm_host_read(const fm_host_options *options, fm_host_facts *out);

/** How many figures this library knows. O(1), any thread, here and below. */
FM_API uint32_t fm_host_figure_count(void);

/** The name of a figure as JSON has it ("page"); "?" iff the library knows no such id. Static. */
FM_API const char *fm_host_figure_name(fm_host_id id);

/** The name of an architecture ("x86_64"); "?" iff the library knows no such number. Static. */
FM_API const char *fm_arch_name(uint32_t arch);

/** The name of one bit of FM_CPU_... as /proc/cpuinfo has it ("avx2"); "?" iff the library knows no such bit. Static. */
FM_API const char *fm_cpu_feature_name(uint64_t bit);

/**
 * Makes a profile of what was read. Pure: the same figures make the same profile. It lives in `storage` and is good as long as that is;
 * references to it count nothing.
 *
 * Its id is "host". Where no figure answers for a capability, the built-in profile of the same architecture ("linux-aarch64") does, as for
 * every machine of its kind, and is named as the source; its advice is taken over, too. There is one address space, "process", and one
 * region, "ram", without an address: what may be had, FM_HOST_LIMIT.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `facts`, `storage` or `out` is NULL; FM_E_ALIGNMENT iff `storage` is not aligned to 8; FM_E_TOO_LARGE iff `size`
 * does not suffice, which FM_HOST_PROFILE_BYTES does; FM_E_ABI_SIZE, FM_E_ABI_FIELD as abi.h says. A failure leaves `*out`, and of `storage` no promise.
 */
FM_API fm_status fm_host_profile(const fm_host_facts *facts, void *storage, size_t size, const fm_profile **out);

/**
 * The machine and process that this is, read at the first call and kept: later calls read nothing. There for ever without a reference; never
 * NULL. What changes while the program runs (limits, policies) is as it was at the last reading. Any thread.
 */
FM_API const fm_profile *fm_profile_host(void);

/**
 * Reads the host anew, so that fm_profile_host() gives what it is now. Profiles that were handed out before stay as they are, for ever; where
 * nothing changed the same one stays, and one that was seen before comes back.
 *
 * `flags` is 0 or FM_HOST_TRY. Returns FM_OK; FM_E_ARGUMENT iff it is anything else; FM_E_NO_MEMORY iff nothing could be had for another profile,
 * which takes a page. A failure leaves the profile that there was. Any thread.
 */
FM_API fm_status fm_profile_host_refresh(uint32_t flags);

FM_END_DECLS

#endif
/** @file
 * An arena as a value: a pointer that moves up. Release builds compile take to what a hand-written bump costs.
 *
 * Needs no library: every call is inline and touches only the struct. Arguments other than the size are the caller's word:
 * fm_arena_take() and fm_arena_take_aligned() judge the size, nothing else is checked. One thread. */
#ifndef FLIGHTMEM_INLINE_ARENA_H
#define FLIGHTMEM_INLINE_ARENA_H

/** Every block of an arena starts at a multiple of this many bytes, or of more if asked. */
#define FM_ARENA_GRANULE 16

/**
 * The arena. Frozen for ever: layout and meaning are compiled into programs; another layout gets another name.
 *
 *     base                  cur                 end
 *     |====== taken ========|       free        |
 *
 * Invariant: base <= cur <= end, all multiples of FM_ARENA_GRANULE. So `size <= end - cur` implies that the rounded size fits.
 */
typedef struct fm_arena {
	uint32_t bytes; /**< of the struct; not a size-first struct of abi.h */
	uint16_t abi;   /**< 1 */
	uint16_t flags; /**< 0 */
	uintptr_t cur;  /**< first free byte */
	uintptr_t end;  /**< after the last byte */
	uintptr_t base; /**< first byte */
} fm_arena;

/** A point in an arena: what was taken before it lies below. */
typedef uintptr_t fm_arena_mark;

FM_BEGIN_DECLS

/** Makes `arena` over `bytes` bytes at `storage`; what alignment cuts off at either end is not used. O(1). */
FM_INLINE void fm_arena_init(fm_arena *arena, void *storage, size_t bytes)
{
	uintptr_t first = (uintptr_t)storage;
	uintptr_t skip = ((uintptr_t)0 - first) & (FM_ARENA_GRANULE - 1);
	uintptr_t usable = bytes < skip ? 0 : (uintptr_t)(bytes - skip) & ~(uintptr_t)(FM_ARENA_GRANULE - 1);

	arena->bytes = sizeof *arena;
	arena->abi = 1;
	arena->flags = 0;
	arena->base = usable == 0 ? 0 : first + skip;
	arena->cur = arena->base;
	arena->end = arena->base + usable;
}

/**
 * `size` bytes at a multiple of FM_ARENA_GRANULE, or NULL iff fewer are left. A size of 0 takes nothing and is not NULL unless the arena is.
 * O(1).
 */
FM_INLINE void *fm_arena_take(fm_arena *arena, size_t size)
{
	uintptr_t block = arena->cur;

	if (FM_UNLIKELY(size > arena->end - block))
		return NULL;
	arena->cur = block + (((uintptr_t)size + (FM_ARENA_GRANULE - 1)) & ~(uintptr_t)(FM_ARENA_GRANULE - 1));
	return (void *)block;
}

/** As fm_arena_take(), at a multiple of `align`, a power of two. NULL iff the bytes with their padding are not left. O(1). */
FM_INLINE void *fm_arena_take_aligned(fm_arena *arena, size_t size, size_t align)
{
	uintptr_t skip = ((uintptr_t)0 - arena->cur) & ((uintptr_t)align - 1) & ~(uintptr_t)(FM_ARENA_GRANULE - 1);
	uintptr_t left = arena->end - arena->cur;

	if (FM_UNLIKELY(skip > left || size > left - skip))
		return NULL;
	arena->cur += skip;
	return fm_arena_take(arena, size);
}

/** Bytes left. */
FM_INLINE size_t fm_arena_left(const fm_arena *arena)
{
	return (size_t)(arena->end - arena->cur);
}

/** The present point, for fm_arena_rewind(). */
FM_INLINE fm_arena_mark fm_arena_now(const fm_arena *arena)
{
	return arena->cur;
}

/** Gives back everything taken since `mark`, which must come from this arena and not have been rewound past. O(1). */
FM_INLINE void fm_arena_rewind(fm_arena *arena, fm_arena_mark mark)
{
	arena->cur = mark;
}

/** Gives everything back. O(1). */
FM_INLINE void fm_arena_reset(fm_arena *arena)
{
	arena->cur = arena->base;
}

FM_END_DECLS

#endif
/** @file
 * Fixed-size blocks as a value: a list threaded through the free ones. Release builds compile take and give to what a
 * hand-written free list costs, and check as little: give only what was taken, once. The pool's `slots` strategy checks. One thread. */
#ifndef FLIGHTMEM_INLINE_SLOTS_H
#define FLIGHTMEM_INLINE_SLOTS_H

/** The slots. Frozen for ever: layout and meaning are compiled into programs; another layout gets another name. */
typedef struct fm_slots {
	uint32_t bytes; /**< of the struct; not a size-first struct of abi.h */
	uint16_t abi;   /**< 1 */
	uint16_t flags; /**< 0 */
	void *head;     /**< first free slot; each free slot begins with the address of the next, the last with NULL */
} fm_slots;

/** Bytes of one slot that holds objects of `size` bytes aligned to `align`: never less than a pointer. A constant. */
#define FM_SLOT_BYTES(size, align) \
	((((size) < sizeof(void *) ? sizeof(void *) : (size)) + ((align) < sizeof(void *) ? sizeof(void *) : (align)) - 1) & \
	 ~(((align) < sizeof(void *) ? sizeof(void *) : (align)) - 1))

/** Declares static storage `name` for `count` objects of `type` and the slots `name##_slots` over it; begin with FM_SLOTS_START(name). */
#define FM_SLOTS_STATIC(type, name, count) \
	static union { \
		void *link; \
		type object; \
	} name[count]; \
	static fm_slots name##_slots

/** Makes every object of a FM_SLOTS_STATIC() free. O(count). */
#define FM_SLOTS_START(name) fm_slots_init(&name##_slots, name, sizeof name[0], sizeof name / sizeof name[0])

FM_BEGIN_DECLS

/** Makes `slots` over `count` slots of `slot` bytes each, as FM_SLOT_BYTES() says, at `storage`, which is aligned as they are. O(count). */
FM_INLINE void fm_slots_init(fm_slots *slots, void *storage, size_t slot, size_t count)
{
	unsigned char *at = (unsigned char *)storage + slot * count;
	void *next = NULL;

	while (at != (unsigned char *)storage) {
		at -= slot;
		*(void **)(void *)at = next;
		next = at;
	}
	slots->bytes = sizeof *slots;
	slots->abi = 1;
	slots->flags = 0;
	slots->head = next;
}

/** A slot with unspecified content, or NULL iff none is free. O(1). */
FM_INLINE void *fm_slots_take(fm_slots *slots)
{
	void *slot = slots->head;

	if (FM_UNLIKELY(slot == NULL))
		return NULL;
	slots->head = *(void **)slot;
	return slot;
}

/** Gives back a slot that fm_slots_take() gave. O(1). */
FM_INLINE void fm_slots_give(fm_slots *slots, void *slot)
{
	*(void **)slot = slots->head;
	slots->head = slot;
}

FM_END_DECLS

#endif
/** @file
 * Profiles of your own: a file that `flightmem profile compile` made becomes a profile like any other, once every byte of it was judged.
 *
 *     const fm_profile *profile = NULL;
 *     if (fm_profile_open("/usr/share/mine/handheld.fmprofile", &profile, NULL, &why) == FM_OK) ...
 *     fm_profile_unref(profile);
 *
 * What is loaded is copied: the caller's bytes may change or go as soon as the call returns. The profile is immutable and counted; texts
 * that it hands out live until its last reference is dropped, and what is opened with it (spaces, validators) holds a reference. */
#ifndef FLIGHTMEM_LOAD_H
#define FLIGHTMEM_LOAD_H

/** The environment variable that fm_profile_open() reads: folders of compiled profiles, separated by colons. */
#define FM_PROFILE_PATH "FLIGHTMEM_PROFILE_PATH"

/** Bytes of the largest file that fm_profile_open() takes. The built-in platforms have about 2 KiB each. */
#define FM_PROFILE_FILE_MAX 1048576

/** How a file of a compiled profile ends: `handheld.fmprofile`. */
#define FM_PROFILE_SUFFIX ".fmprofile"

FM_BEGIN_DECLS

/**
 * Makes a profile of the `size` bytes at `blob`, which need no alignment. Total in the bytes: whatever they are, they are refused or become
 * a profile that every reader can take.
 *
 * @param provider  where its memory comes from; NULL: fm_memory_default()
 * @param out       receives a reference, for fm_profile_unref()
 * @param error_at  NULL, or receives the byte of the blob that is wrong, of FM_E_DAMAGED and FM_E_VERSION
 * @param why       subject: what is wrong there, "regions[3].size"; of FM_E_NO_MEMORY what was asked
 *
 * Returns FM_OK; FM_E_DAMAGED iff the bytes are not what the compiler writes; FM_E_VERSION iff their version or byte order is another;
 * FM_E_NO_MEMORY iff there is no provider; FM_E_ARGUMENT iff `blob` or `out` is NULL or the provider lacks a function; FM_E_ABI_SIZE,
 * FM_E_ABI_FIELD as abi.h says of the provider; else what obtain() says. A failure leaves `*out`. O(size), any thread.
 */
FM_API fm_status fm_profile_load(const void *blob, size_t size, const fm_memory_provider *provider, const fm_profile **out, size_t *error_at, fm_refusal *why);

/**
 * A profile by name, wherever it is: hosted only.
 *
 * A name with a `/`, or one that ends in `.fmprofile`, is the path of a file. Any other one is a built-in id or alias, as
 * fm_profile_find() knows it; or else the file `name.fmprofile` in the first folder of FLIGHTMEM_PROFILE_PATH that has it. So nobody's file
 * takes the place of a built-in platform. The variable is not read where the program runs with rights that its user has not (setuid).
 * A file is read whole and closed; from then on it may change or go.
 *
 * @param out       receives a reference, for fm_profile_unref(), which is right for built-in ones, too
 * @param error_at  NULL, or receives the byte of the file that is wrong, of FM_E_DAMAGED and FM_E_VERSION
 * @param why       subject: the name, or what is wrong in the file
 *
 * Returns FM_OK; FM_E_NOT_FOUND iff there is no such profile or file; FM_E_PERMISSION iff the file can't be read or is none;
 * FM_E_TOO_LARGE iff it is larger than FM_PROFILE_FILE_MAX; FM_E_DAMAGED, FM_E_VERSION, FM_E_NO_MEMORY as fm_profile_load(); FM_E_ARGUMENT iff
 * `name` or `out` is NULL. A failure leaves `*out`. Any thread, as long as no thread changes the environment.
 */
FM_API fm_status fm_profile_open(const char *name, const fm_profile **out, size_t *error_at, fm_refusal *why);

FM_END_DECLS

#endif
/** @file
 * Pictures as SVG, written piece by piece through a function of the caller's, so that every language has them. */
#ifndef FLIGHTMEM_PICTURE_H
#define FLIGHTMEM_PICTURE_H

/**
 * Takes the next `length` bytes of a text. They are gone when it returns. Anything but FM_OK stops the picture and is what the call
 * that draws it returns. Called on the caller's thread, with no lock held.
 */
typedef fm_status (*fm_write)(void *context, const char *bytes, size_t length);

/** Light or dark. */
typedef uint32_t fm_theme;
#define FM_THEME_VIEWER ((fm_theme)0) /**< what the viewer prefers, where it has a preference; else light */
#define FM_THEME_LIGHT ((fm_theme)1)  /**< dark on light */
#define FM_THEME_DARK ((fm_theme)2)   /**< light on dark */

/** How a picture shall look. Zero is the default of each member. */
typedef struct fm_picture_options {
	size_t struct_size; /**< bytes of the struct: abi.h */
	fm_theme theme;     /**< FM_THEME_... */
	uint32_t reserved;  /**< 0 */
} fm_picture_options;

FM_BEGIN_DECLS

/**
 * Draws the memory map of a profile, 800 pixels wide: each address space from low to high addresses, regions and their mirrors
 * (hatched) to scale, what is too large for that broken, gaps closed and named, and beside each its size, permissions and attributes.
 *
 * @param options  NULL: all defaults
 * @param write    receives the SVG, UTF-8, in pieces of at most 1 KiB
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `profile` or `write` is NULL; FM_E_UNSUPPORTED iff there is no such theme; FM_E_ABI_SIZE, FM_E_ABI_FIELD
 * as abi.h says; else what `write` returned. Asks no one for memory. O((regions + mirrors)^2), any thread.
 */
FM_API fm_status fm_profile_draw_map(const fm_profile *profile, const fm_picture_options *options, fm_write write, void *context);

FM_END_DECLS

#endif
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
/** @file
 * Quiet scopes, for tests: between begin and end the thread asks nobody for memory, or each call that did is reported with its place.
 *
 *     fm_quiet_begin(NULL);
 *     fm_quiet_watch(pool);
 *     step_world();
 *     cr_assert_eq(fm_quiet_end(NULL), FM_OK, "%s", fm_quiet_text());
 *
 * What is heard: allocations from the pools that are watched; pages that pools and spaces take of fm_memory_default(); and, in a program
 * that is linked with libflightmem-quiet or runs with it preloaded, each malloc, its kin and each mmap, whoever calls them. Calls count
 * whether they are granted or not. A scope belongs to the thread that began it and hears that thread only. Only hosted. While no scope is
 * open, no call of the library does more than without this. Not for signal handlers. */
#ifndef FLIGHTMEM_QUIET_H
#define FLIGHTMEM_QUIET_H

/** Who was asked. An open set. */
typedef uint32_t fm_quiet_source;
#define FM_QUIET_POOL 0u  /**< a watched pool */
#define FM_QUIET_HEAP 1u  /**< malloc and its kin */
#define FM_QUIET_PAGES 2u /**< the operating system: mmap and its kin */

/** What is done about memory that is given back. */
typedef uint32_t fm_quiet_returns;
#define FM_QUIET_RETURNS_COUNTED 0u  /**< it is counted, apart */
#define FM_QUIET_RETURNS_REPORTED 1u /**< it breaks the quiet like an allocation, and is reported with its place */

/** Places that a scope keeps: the first ones. */
#define FM_QUIET_PLACES 16

/** Return addresses of a place, at most. */
#define FM_QUIET_FRAMES 8

/** Where a call was made. An output struct: set struct_size first. */
typedef struct fm_quiet_place {
	size_t struct_size;     /**< bytes of the struct: abi.h */
	uint64_t size;          /**< bytes asked for; 0 where memory was given back */
	const char *call;       /**< "malloc", "fm_pool_alloc"; static */
	fm_quiet_source source; /**< who was asked: FM_QUIET_... */
	uint32_t depth;         /**< frames that are known, at least 1 */
	const void *frames[FM_QUIET_FRAMES]; /**< return addresses, the user's call first, then its callers; one only where the libc can't walk the stack */
} fm_quiet_place;

/** Options of a scope. Zero is the default of each member. */
typedef struct fm_quiet_options {
	size_t struct_size; /**< bytes of the struct: abi.h */
	/** NULL, or called for each call as it is made, however many: to print, to stop a debugger. The scope hears nothing until it returns, which it must. */
	void (*heard)(void *user, const fm_quiet_place *place);
	void *user;               /**< handed to `heard` */
	fm_quiet_returns returns; /**< FM_QUIET_RETURNS_... */
	uint32_t reserved;        /**< 0 */
} fm_quiet_options;

/** `heap_heard`, `pages_heard`: what the scope could hear. */
#define FM_QUIET_DEAF 0u  /**< nothing of it: libflightmem-quiet is not there, or something else has replaced the calls */
#define FM_QUIET_HEARS 1u /**< each call of the thread */
#define FM_QUIET_OWN 2u   /**< pages only: those that fm_memory_default() takes, no others */

/** What a scope heard. An output struct: set struct_size first. */
typedef struct fm_quiet_report {
	size_t struct_size;     /**< bytes of the struct: abi.h */
	uint64_t pool_calls;    /**< allocations asked of watched pools */
	uint64_t pool_bytes;    /**< bytes asked for in these calls; the sum stays at 2^64 - 1 once it would exceed that; so below */
	uint64_t pool_returns;  /**< blocks and buffers handed back to them */
	uint64_t heap_calls;    /**< malloc, calloc, realloc, reallocarray, aligned_alloc, posix_memalign, memalign, valloc, pvalloc */
	uint64_t heap_bytes;    /**< bytes asked for in these calls */
	uint64_t heap_returns;  /**< free, but of NULL */
	uint64_t page_calls;    /**< mmap, mremap */
	uint64_t page_bytes;    /**< bytes asked for in these calls */
	uint64_t page_returns;  /**< munmap */
	uint32_t places;        /**< places kept, for fm_quiet_get_place() */
	uint32_t heap_heard;    /**< FM_QUIET_HEARS or FM_QUIET_DEAF: then the heap's figures are 0 whatever happened */
	uint32_t pages_heard;   /**< FM_QUIET_HEARS or FM_QUIET_OWN */
	uint32_t reserved;      /**< 0 */
} fm_quiet_report;

FM_BEGIN_DECLS

/**
 * Opens the thread's scope; what an earlier one kept is forgotten.
 *
 * @param options  NULL: all defaults
 *
 * Returns FM_OK; FM_E_NO_MEMORY iff there is none for the record; FM_E_BUSY iff the thread has an open scope: scopes do not nest;
 * FM_E_UNSUPPORTED iff there is no such `returns`; FM_E_ABI_SIZE, FM_E_ABI_FIELD as abi.h says. A failed call changes nothing.
 * What the scope needs, it asks for here, not later; it goes with the thread.
 */
FM_API fm_status fm_quiet_begin(const fm_quiet_options *options);

/**
 * The thread's scope hears this pool too, until it ends: any number of pools, of any strategy. It holds a reference meanwhile, so
 * fm_pool_close() says busy, and a pool whose last other reference was dropped ends with the scope. A call on the pool in this thread only, as any other.
 *
 * Returns FM_OK, also for a pool that it hears already; FM_E_ARGUMENT iff `pool` is NULL; FM_E_NOT_FOUND iff the thread has no open scope;
 * FM_E_BUSY iff another thread's scope hears the pool; FM_E_NO_MEMORY. A failed call changes nothing. O(1) amortised; O(pools) for a pool
 * that is heard already.
 */
FM_API fm_status fm_quiet_watch(fm_pool *pool);

/**
 * Ends the thread's scope.
 *
 * @param report  may be NULL
 *
 * Returns FM_OK; FM_E_NOT_QUIET iff an allocation was asked for (or, where FM_QUIET_RETURNS_REPORTED was set, memory given back): the scope has
 * ended then too; FM_E_NOT_FOUND iff the thread has no open scope; FM_E_BUSY iff `heard` calls this; FM_E_ABI_SIZE as abi.h says. `report` is written with
 * FM_OK and FM_E_NOT_QUIET; any other failure changes nothing. O(pools).
 */
FM_API FM_NODISCARD fm_status fm_quiet_end(fm_quiet_report *report);

/**
 * Place `index`, from 0, of the thread's scope, open or ended. Returns FM_OK; FM_E_ARGUMENT iff `out` is NULL; FM_E_NOT_FOUND iff fewer are kept;
 * FM_E_ABI_SIZE as abi.h says.
 */
FM_API fm_status fm_quiet_get_place(uint32_t index, fm_quiet_place *out);

/**
 * Writes what the thread's scope, open or ended, heard: a line of figures, then a line a place, with the names of functions where the
 * dynamic linker knows them (link with -rdynamic), else the file and the offset in it, for addr2line.
 *
 * @param buffer  receives at most `capacity` bytes, the end mark included; may be NULL iff `capacity` is 0
 * @return the length of the whole text without the end mark, as snprintf() does
 */
FM_API size_t fm_quiet_format(char *buffer, size_t capacity);

/** fm_quiet_format() in room of the thread's own, cut to it (2 KiB): for the message of an assertion. Valid until the thread's next call of it. */
FM_API const char *fm_quiet_text(void);

FM_END_DECLS

#ifdef __cplusplus
extern "C++" {
/** A scope that ends with its block, also when an exception leaves it: `fm_quiet_scope quiet; step(); assert(quiet.end() == FM_OK);`. */
class fm_quiet_scope {
public:
	explicit fm_quiet_scope(const fm_quiet_options *options = NULL) : begun(fm_quiet_begin(options))
	{
	}
	~fm_quiet_scope()
	{
		if (begun == FM_OK)
			(void)(end() == FM_OK);
	}
	/** fm_quiet_end(); what fm_quiet_begin() returned iff it failed. */
	fm_status end(fm_quiet_report *report = NULL)
	{
		if (begun != FM_OK)
			return begun;
		fm_status status = fm_quiet_end(report);
		if (status == FM_OK || status == FM_E_NOT_QUIET)
			begun = FM_E_NOT_FOUND;
		return status;
	}

private:
	fm_quiet_scope(const fm_quiet_scope &);
	fm_quiet_scope &operator=(const fm_quiet_scope &);
	fm_status begun;
};
}
#endif

#endif
/** @file
 * Wants: which of my wishes does a platform grant first, and why not those before it? Static profiles and the live host answer alike. Any
 * thread; of a space its own.
 *
 * A want is a row, or a text that anyone can write:
 *
 *     scratchpad, else fast ram, else main; at least 16 KiB; dma
 *     region iwram, else main has simd_width at least 128 bits
 *
 *     wants = want { [ "," | ";" ] "else" want } { ( "," | ";" ) term { term } }      what follows the last want is asked of every one
 *     want  = term { term }
 *     term  = "region" id | kind | [ "not" ] fact | "ram" | "uncached" | "optional"
 *           | [ "at least" ] size | "aligned to" size | "has" capability [ [ "at least" ] size [ "bits" | "bytes" ] ]
 *     fact  = "address" | "mapped" | "read" | "write" | "execute" | "cached" | "cached code" | "dma" | "volatile" | "persistent" | "fast"
 *
 * Kinds are those of fm_region_kind_name(), capabilities those of fm_capability_name(), sizes those of size.h, without a space but before
 * the unit; a size behind a capability is its value. Also understood: readable, writable, executable, dma-able, cpu-mapped. Upper and lower
 * case are alike, and so are "_", "-" and a space inside a name; ids are taken as they are. Of several kinds any will do. "ram" is read and
 * write, "uncached" is not cached. Every want names its region or kind itself: neither can be asked of all. */
#ifndef FLIGHTMEM_RESOLVE_H
#define FLIGHTMEM_RESOLVE_H

/* Facts of a region, in fm_want.must and must_not: the members of fm_region of these names. Values are for ever. */
#define FM_WANT_ADDRESS 1u        /**< has_base */
#define FM_WANT_MAPPED 2u         /**< cpu_mapped */
#define FM_WANT_READ 4u           /**< read */
#define FM_WANT_WRITE 8u          /**< write */
#define FM_WANT_EXECUTE 0x10u     /**< execute */
#define FM_WANT_CACHED_CODE 0x20u /**< cached_code */
#define FM_WANT_CACHED 0x40u      /**< cached_data */
#define FM_WANT_DMA 0x80u         /**< dma */
#define FM_WANT_VOLATILE 0x100u   /**< is_volatile */
#define FM_WANT_PERSISTENT 0x200u /**< persistent */
#define FM_WANT_FAST 0x800u       /**< fast */

#define FM_WANT_OPTIONAL 1u /**< fm_want.flags: a region that not every machine has will do */

/** The bit of a kind in fm_want.kinds. */
#define FM_WANT_KIND(kind) (1u << (kind))

/** Bytes of an id in a want, the end mark included. */
#define FM_WANT_ID_BYTES 32
/** Capabilities that a want can name. */
#define FM_WANT_CAPABILITIES 4
/** Wants that a text can list. */
#define FM_WANTS_MAX 32u

/** A capability that a platform shall have. Frozen. */
typedef struct fm_want_capability {
	uint64_t least;      /**< its value at least, in the capability's own unit; 0: any */
	fm_capability_id id; /**< FM_HAS_...; 0: none */
	uint32_t reserved;   /**< 0 */
} fm_want_capability;

/** One wish. Zero members ask for nothing. Frozen, of the same bytes everywhere: an array of them crosses the border as it is. */
typedef struct fm_want {
	uint64_t bytes;                /**< in one piece, outside reserved areas */
	uint64_t align;                /**< of that piece, a power of two; 0: 1 */
	fm_want_capability capabilities[FM_WANT_CAPABILITIES]; /**< of the platform, all of them */
	uint32_t kinds;                /**< FM_WANT_KIND() of those that will do; 0: any that is a program's, no registers, nothing reserved */
	uint32_t must;                 /**< FM_WANT_... of the facts that a source says yes to */
	uint32_t must_not;             /**< FM_WANT_... of those that a source says no to */
	uint32_t flags;                /**< FM_WANT_OPTIONAL */
	char region[FM_WANT_ID_BYTES]; /**< id of the one region that will do, be it optional, ended by a NUL; empty: any */
} fm_want;

/** The answer. An output struct: set struct_size first. Texts live as long as the profile. */
typedef struct fm_resolution {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *id;     /**< of the region; NULL: the want asks for none */
	uint64_t bytes;     /**< its largest piece at this alignment, outside reserved areas; in a space of what is left. 0: unknown, or no region */
	uint32_t want;      /**< index of the first that holds */
	uint32_t region;    /**< index; FM_NONE: the want asks for none */
} fm_resolution;

FM_BEGIN_DECLS

/**
 * Reads one want of a text, with what is asked of every one.
 *
 * @param text      any bytes, by the grammar above
 * @param length    how many, or FM_TEXT: up to the NUL
 * @param index     of the want in the text
 * @param error_at  may be NULL; receives on FM_E_SYNTAX and FM_E_RANGE the index of the byte at fault
 *
 * Returns FM_OK; FM_E_NOT_FOUND iff the text lists no more than `index`; FM_E_SYNTAX iff the text, all of it, is not of that grammar; FM_E_RANGE
 * iff a size is none that 64 bits hold, an id is longer than FM_WANT_ID_BYTES - 1, or there are more than FM_WANTS_MAX wants, or more than
 * FM_WANT_CAPABILITIES capabilities in one; FM_E_ARGUMENT iff `text` or `out` is NULL. A failure leaves `*out`. O(length).
 */
FM_API fm_status fm_want_parse(const char *text, size_t length, uint32_t index, fm_want *out, size_t *error_at);

/**
 * The first want that holds, and its region, the first of the profile that has everything. A want holds iff sources say so: what is unknown does
 * not hold. Whether a region that not every machine has is there is unknown, too, until FM_WANT_OPTIONAL or the region's id says that it will do.
 *
 * @param why  may be NULL; why the last want does not hold, where none does. Why another one does not: ask for it alone. Of several regions
 *             that could be meant the one that comes nearest is told of.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `profile`, `wants` or `out` is NULL or `count` is 0; FM_E_ABI_SIZE as abi.h says; else why the last want
 * does not hold:
 * - FM_E_NOT_FOUND iff there is no such region: `why->subject` is "region 'iwrm'", "kind 'scratchpad'" or "region";
 * - FM_E_PERMISSION iff a source says of a fact what the want does not want ("dma of scratchpad"), or programs are denied a capability;
 * - FM_E_FACT_UNKNOWN iff no source says ("dma of psram", "size of emmc", "presence of psram", "has threads");
 * - FM_E_UNSUPPORTED iff the platform has not that capability, or less of it: "has simd_width", `why->asked` and `why->available` are values;
 * - FM_E_TOO_LARGE iff there are fewer bytes in one piece: `why->help_bytes` are those that there are;
 * - FM_E_ALIGNMENT iff `align` is no power of two; FM_E_ABI_FIELD iff `flags` has a bit that is none of the above, or `region` does not end.
 * Facts and capabilities that the library does not know are unknown: "fact of iwram", "has ?".
 * A failure leaves `*out`. O(wants * regions).
 */
FM_API fm_status fm_profile_resolve(const fm_profile *profile, const fm_want *wants, uint32_t count, fm_resolution *out, fm_refusal *why);

/**
 * fm_profile_resolve() for memory to be taken: what is already taken counts, and one byte at least must be left. Returns as that;
 * FM_E_EXHAUSTED also iff there would be room, but not now: `why` is as fm_space_reserve() has it; FM_E_PERMISSION also iff nothing of the region may
 * ever be taken. Takes nothing, and counts nothing as refused. O(wants * (regions + reservations)).
 */
FM_API fm_status fm_space_resolve(const fm_space *space, const fm_want *wants, uint32_t count, fm_resolution *out, fm_refusal *why);

FM_END_DECLS

#endif
/** @file
 * Bitmap modes of display hardware: where in video RAM a picture lies, and as what.
 *
 *     fm_screen_find(profile, 4, &mode);
 *     fm_screen_plane(&mode, page, video, size, &plane);     video: the address of mode.region, or what fm_space_to_host() says it is here
 *
 * The modes are facts, as profiles' are. GBA: GBATEK, "LCD VRAM Bitmap BG Modes". */
#ifndef FLIGHTMEM_SCREEN_H
#define FLIGHTMEM_SCREEN_H

/** A bitmap mode. An output struct: set struct_size first. */
typedef struct fm_screen_mode {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *region;     /**< id of the region of the profile that the pages lie in; static */
	uint32_t number;        /**< as the platform numbers it */
	uint32_t width;         /**< pixels */
	uint32_t height;        /**< rows */
	fm_pixel_format format; /**< FM_PIXEL_... */
	uint32_t stride;        /**< bytes from a row to the next; rows touch */
	uint32_t pages;         /**< pictures that the display can be told to show */
	uint32_t page_step;     /**< bytes from the region's first to the second page, and so on; the first lies at the region's base */
	uint32_t access_bytes;  /**< the least that can be written at once: a lone byte would be written twice where this is 2 */
} fm_screen_mode;

FM_BEGIN_DECLS

/**
 * Mode `number` of a profile's display.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `profile` or `out` is NULL; FM_E_NOT_FOUND iff the library knows of no such bitmap mode; FM_E_ABI_SIZE as
 * abi.h says. A failure leaves `*out`. Any thread.
 */
FM_API fm_status fm_screen_find(const fm_profile *profile, uint32_t number, fm_screen_mode *out);

/**
 * A page of a mode as a plane: a view, whose token is 0.
 *
 * @param mode   as fm_screen_find() gave it, or the caller's own; region and number are not looked at
 * @param video  where the first byte of the region is
 * @param size   bytes at `video`
 *
 * Returns FM_OK; FM_E_ARGUMENT iff a pointer is NULL, or the mode's width or height is 0 or above FM_PLANE_SIDE_MAX, or its rows exceed its
 * stride; FM_E_UNSUPPORTED iff the mode has no format of one plane; FM_E_RANGE iff there is no such page, or it passes the end of what is
 * at `video`; FM_E_ALIGNMENT iff `access_bytes` is no power of two, or `video` is not aligned to it, or the stride no multiple of it; FM_E_ABI_SIZE,
 * FM_E_ABI_FIELD as abi.h says. A failure leaves `*out`. O(1), any thread.
 */
FM_API fm_status fm_screen_plane(const fm_screen_mode *mode, uint32_t page, void *video, size_t size, fm_plane *out);

FM_END_DECLS

#endif
/** @file
 * Strategies by what they may be combined with, and a strategy of one's own: a table of a few functions (options.ops) that a pool puts its
 * buffers, tokens, refusals, figures and judgement of addresses around. */
#ifndef FLIGHTMEM_STRATEGY_H
#define FLIGHTMEM_STRATEGY_H

/** Where blocks may lie: bits of fm_strategy_info.storages. */
typedef uint32_t fm_storages;
#define FM_STORAGE_CALLER 1u   /**< `options.storage` */
#define FM_STORAGE_PROVIDER 2u /**< memory of `options.provider` */
#define FM_STORAGE_REGION 4u   /**< a region of a space */

/** What a strategy may be combined with. An output struct: set struct_size first. Any storage goes with any mode and any sharing that is named. */
typedef struct fm_strategy_info {
	size_t struct_size;   /**< bytes of the struct: abi.h */
	const char *name;     /**< as options.strategy spells it; static */
	fm_storages storages; /**< FM_STORAGE_..., joined */
	uint32_t modes;       /**< a bit for each FM_MODE_...: 1 << mode */
	uint32_t sharings;    /**< a bit for each FM_SHARING_...: 1 << sharing */
	uint32_t reserved;    /**< 0 */
} fm_strategy_info;

/**
 * A strategy of one's own. Its functions are called on the thread of the call that needs them; they must not call into the pool, throw or jump
 * out. What they return is judged before it is believed: an address outside the pool's blocks or off its alignment is not handed out, and
 * the request is FM_E_DAMAGED. That two live blocks overlap is not seen.
 *
 * A block is at least as large as was asked for, and its bytes are not the strategy's to touch. `records` are `records_fixed` bytes and
 * `records_each` for each granule of the pool's bytes, aligned to FM_POOL_ALIGN, not zeroed; they lie where options.control says.
 */
typedef struct fm_strategy_ops {
	size_t struct_size;   /**< bytes of the struct: abi.h */
	void *user;           /**< handed to each function; lives as long as the pool */
	size_t granule;       /**< the pool's bytes are a multiple of this power of two; 0: FM_POOL_ALIGN */
	size_t records_fixed; /**< bytes of records, however many granules there are */
	size_t records_each;  /**< bytes of records more for each granule */
	/** Begins, with nothing out, over `capacity` bytes at `base`; again at each fm_pool_reset(). Can't fail. */
	void (*start)(void *user, void *records, uintptr_t base, size_t capacity);
	/** A block of `size` bytes, at least 1, at a multiple of `align`, a power of two; 0 iff usage() would not say that it fits. */
	uintptr_t (*take)(void *user, void *records, size_t size, size_t align);
	/**
	 * Takes back a block, any address within the pool's bytes. Returns FM_OK, FM_E_INTERIOR, FM_E_DOUBLE, FM_E_ORDER or FM_E_UNSUPPORTED as
	 * fm_pool_free(); anything else counts as FM_E_DAMAGED. A failure changes nothing.
	 */
	fm_status (*give)(void *user, void *records, uintptr_t block);
	/** Bytes out, and the largest request that take() grants now at `align`. */
	void (*usage)(void *user, const void *records, size_t align, size_t *used, size_t *largest);
	/** NULL, or fm_pool_walk(), in the order of addresses; tokens are 0. */
	fm_status (*walk)(void *user, const void *records, fm_block_visit visit, void *context);
	/** NULL, or FM_OK iff every invariant holds. */
	fm_status (*check)(void *user, const void *records);
	/** NULL, or the last call. */
	void (*drop)(void *user);
} fm_strategy_ops;

FM_BEGIN_DECLS

/**
 * What the strategy at `index` may be combined with; the last one is "own", which options.ops brings. Returns FM_OK; FM_E_NOT_FOUND iff
 * there are fewer; FM_E_ARGUMENT iff `out` is NULL; FM_E_ABI_SIZE as abi.h says.
 */
FM_API fm_status fm_strategy_get_info(size_t index, fm_strategy_info *out);

FM_END_DECLS

#endif
/** @file
 * Tiles of 8 times 8 pixels, as display hardware of the GBA and its kin keeps them, from and to planes.
 *
 * Tiles lie one after the other, row of tiles by row of tiles; in a tile, row by row. GBATEK, "LCD VRAM Character Data": 32 bytes at 4 bits,
 * 4 for each row from the topmost, the lower 4 bits of a byte for the left pixel; 64 bytes at 8 bits, 8 for each row. That is the order of
 * FM_PIXEL_INDEX4 and FM_PIXEL_INDEX8, so a row of a tile is some bytes of a row of a plane.
 *
 * Memory is read and written in aligned words of 32 bits: video RAM of the GBA writes a lone byte twice. A rectangle of a plane whose x is a
 * multiple of 8 is a plane for these calls, so a part of a picture becomes tiles, or tiles a part of a picture. */
#ifndef FLIGHTMEM_TILE_H
#define FLIGHTMEM_TILE_H

/** Sides of a tile. Pixels. */
#define FM_TILE_SIDE 8

/** What tiles and rows of planes that become tiles are aligned to. Bytes. */
#define FM_TILE_ALIGN 4

FM_BEGIN_DECLS

/**
 * Bytes of the tiles that hold `width` times `height` pixels.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `bytes` is NULL, or width or height is 0 or above FM_PLANE_SIDE_MAX; FM_E_UNSUPPORTED iff the format is
 * neither INDEX4 nor INDEX8; FM_E_ALIGNMENT iff width or height is no multiple of FM_TILE_SIDE; FM_E_RANGE iff the bytes exceed SIZE_MAX.
 * A failure leaves `*bytes`. O(1), any thread.
 */
FM_API fm_status fm_tiles_size(fm_pixel_format format, uint32_t width, uint32_t height, size_t *bytes);

/**
 * Writes a plane as tiles.
 *
 * @param plane  with memory, its rows at multiples of FM_TILE_ALIGN; does not overlap the tiles
 * @param tiles  at a multiple of FM_TILE_ALIGN
 * @param size   bytes at `tiles`; what fm_tiles_size() says is written, no more
 *
 * Returns FM_OK; FM_E_ARGUMENT iff a pointer is NULL or the plane has no memory; what else fm_tiles_size() returns for the plane;
 * FM_E_RANGE also iff `size` is too small, or the plane's rows pass the end of its buffer; FM_E_ALIGNMENT also iff tiles or rows are not
 * aligned. A failure writes nothing. O(pixels), any thread.
 */
FM_API fm_status fm_tiles_from_plane(const fm_plane *plane, void *tiles, size_t size);

/** Writes tiles into a plane: what is read and written change places, all else is as fm_tiles_from_plane(). */
FM_API fm_status fm_tiles_to_plane(const void *tiles, size_t size, const fm_plane *plane);

FM_END_DECLS

#endif
/** @file
 * The version: the one place where it is set; the build, the bindings and the packages read it from here. */
#ifndef FLIGHTMEM_VERSION_H
#define FLIGHTMEM_VERSION_H

#define FM_VERSION_MAJOR 0 /**< another major breaks programs */
#define FM_VERSION_MINOR 1 /**< another minor adds */
#define FM_VERSION_PATCH 0 /**< another patch mends */
/** "MAJOR.MINOR.PATCH" of the headers. */
#define FM_VERSION_STRING "0.1.0"

FM_BEGIN_DECLS

/**
 * The version of the library that runs, "MAJOR.MINOR.PATCH"; FM_VERSION_STRING is that of the headers.
 * Static storage, any thread, O(1).
 */
FM_API const char *fm_version_string(void);

FM_END_DECLS

#endif

/**
 * Every function of the library, under its name without `fm_`; each is documented at its prototype. Later versions append:
 * a member is there iff it ends within struct_size.
 */
typedef struct fm_api {
	size_t struct_size; /**< bytes of the struct: abi.h */
	uint32_t version_major; /**< FM_VERSION_MAJOR of the library */
	uint32_t version_minor; /**< FM_VERSION_MINOR of the library */
/** @cond the prototypes are documented where they stand */
	fm_status (*add_checked)(uint64_t a, uint64_t b, uint64_t *out);
	size_t (*address_format)(uint64_t value, uint32_t width_bits, fm_address_style style, char *buffer, size_t capacity);
	fm_status (*address_parse)(const char *text, size_t length, uint32_t width_bits, uint64_t *out, size_t *error_at);
	fm_status (*align_down)(uint64_t value, fm_alignment alignment, uint64_t *out);
	fm_status (*align_up)(uint64_t value, fm_alignment alignment, uint64_t *out);
	uint64_t (*alignment_bytes)(fm_alignment alignment);
	fm_status (*alignment_make)(uint64_t bytes, fm_alignment *out);
	const char *(*arch_name)(uint32_t arch);
	void (*arena_init)(fm_arena *arena, void *storage, size_t bytes);
	size_t (*arena_left)(const fm_arena *arena);
	fm_arena_mark (*arena_now)(const fm_arena *arena);
	void (*arena_reset)(fm_arena *arena);
	void (*arena_rewind)(fm_arena *arena, fm_arena_mark mark);
	void *(*arena_take)(fm_arena *arena, size_t size);
	void *(*arena_take_aligned)(fm_arena *arena, size_t size, size_t align);
	uint32_t (*capability_count)(void);
	fm_capability_id (*capability_find)(const char *name);
	const char *(*capability_name)(fm_capability_id id);
	const char *(*capability_state_name)(fm_capability_state state);
	const char *(*cpu_feature_name)(uint64_t bit);
	fm_status (*frame_acquire)(fm_pool *pool, const fm_plane_options *options, fm_frame *out, fm_refusal *why);
	fm_status (*frame_describe)(const fm_plane_options *options, fm_frame *out);
	fm_status (*frame_release)(fm_pool *pool, const fm_frame *frame);
	fm_status (*frames_acquire)(fm_frames *frames, fm_frame *out);
	fm_status (*frames_cancel)(fm_frames *frames, const fm_frame *frame);
	fm_status (*frames_close)(fm_frames *frames);
	fm_status (*frames_latest)(fm_frames *frames, fm_frame *out);
	fm_status (*frames_open)(const fm_frames_options *options, fm_frames **out, fm_refusal *why);
	fm_status (*frames_present)(fm_frames *frames, const fm_frame *frame);
	fm_frames *(*frames_ref)(fm_frames *frames);
	void (*frames_unref)(fm_frames *frames);
	fm_status (*granule_down)(uint64_t value, uint64_t granule, uint64_t *out);
	fm_status (*granule_up)(uint64_t value, uint64_t granule, uint64_t *out);
	uint32_t (*host_figure_count)(void);
	const char *(*host_figure_name)(fm_host_id id);
	fm_status (*host_profile)(const fm_host_facts *facts, void *storage, size_t size, const fm_profile **out);
	fm_status (*host_read)(const fm_host_options *options, fm_host_facts *out);
	int32_t (*is_aligned)(uint64_t value, fm_alignment alignment);
	const fm_memory_provider *(*memory_default)(void);
	fm_status (*multiply_checked)(uint64_t a, uint64_t b, uint64_t *out);
	uint32_t (*pixel_bits)(fm_pixel_format format);
	uint32_t (*pixel_planes)(fm_pixel_format format);
	fm_status (*plane_acquire)(fm_pool *pool, const fm_plane_options *options, fm_plane *out, fm_refusal *why);
	fm_status (*plane_describe)(const fm_plane_options *options, fm_plane *out);
	fm_status (*plane_rectangle)(const fm_plane *plane, uint32_t x, uint32_t y, uint32_t width, uint32_t height, fm_plane *out);
	fm_status (*plane_release)(fm_pool *pool, const fm_plane *plane);
	void *(*plane_row)(const fm_plane *plane, uint32_t y);
	fm_status (*pool_acquire)(fm_pool *pool, size_t size, size_t align, fm_buffer *out, fm_refusal *why);
	size_t (*pool_acquire_many)(fm_pool *pool, size_t size, size_t align, fm_buffer *out, size_t count, fm_refusal *why);
	fm_status (*pool_acquire_top)(fm_pool *pool, size_t size, size_t align, fm_buffer *out, fm_refusal *why);
	fm_acquired (*pool_acquire_value)(fm_pool *pool, size_t size, size_t align);
	fm_status (*pool_advice)(const fm_pool_options *options, fm_advice *out);
	void *(*pool_alloc)(fm_pool *pool, size_t size);
	fm_status (*pool_alloc_address)(fm_pool *pool, uint64_t size, uint64_t align, uint64_t *address, fm_refusal *why);
	void *(*pool_alloc_aligned)(fm_pool *pool, size_t size, size_t align);
	void *(*pool_alloc_top)(fm_pool *pool, size_t size, size_t align);
	fm_status (*pool_block)(const fm_pool *pool, uint64_t address, fm_block *out);
	fm_status (*pool_buffer)(const fm_pool *pool, uint64_t token, fm_buffer *out);
	fm_status (*pool_check)(const fm_pool *pool);
	fm_status (*pool_close)(fm_pool *pool);
	fm_status (*pool_control_size)(const fm_pool_options *options, size_t count, size_t *bytes);
	fm_status (*pool_explain)(const fm_pool *pool, fm_request request, size_t size, size_t align, fm_refusal *why);
	fm_status (*pool_footprint)(const fm_pool_options *options, size_t count, size_t *bytes);
	fm_status (*pool_free)(fm_pool *pool, void *block);
	fm_status (*pool_free_address)(fm_pool *pool, uint64_t address);
	fm_status (*pool_get_usage)(const fm_pool *pool, fm_pool_usage *usage);
	fm_status (*pool_mark)(fm_pool *pool, fm_mark *mark);
	const char *(*pool_name)(const fm_pool *pool);
	fm_pool *(*pool_new)(size_t bytes);
	fm_status (*pool_open)(const fm_pool_options *options, fm_pool **out, fm_refusal *why);
	fm_pool *(*pool_ref)(fm_pool *pool);
	fm_status (*pool_release)(fm_pool *pool, uint64_t token);
	size_t (*pool_release_many)(fm_pool *pool, const uint64_t *tokens, size_t count, fm_status *statuses);
	fm_status (*pool_reset)(fm_pool *pool);
	fm_status (*pool_resize)(fm_pool *pool, void *block, size_t size, fm_refusal *why);
	fm_status (*pool_retire)(fm_pool *pool, const fm_mark *mark);
	fm_status (*pool_rewind)(fm_pool *pool, const fm_mark *mark);
	fm_status (*pool_seal)(fm_pool *pool);
	fm_status (*pool_storage)(const fm_pool *pool, void **base, size_t *size);
	const char *(*pool_strategy)(const fm_pool *pool);
	fm_status (*pool_survey)(const fm_pool *pool, fm_pool_usage *usage);
	fm_status (*pool_trim)(fm_pool *pool, size_t keep, size_t *trimmed);
	void (*pool_unref)(fm_pool *pool);
	fm_status (*pool_walk)(const fm_pool *pool, fm_block_visit visit, void *context);
	fm_status (*process_map_parse)(const char *text, size_t length, fm_validator_region *regions, uint32_t capacity, uint32_t *count, uint64_t *line);
	size_t (*profile_address_format)(const fm_profile *profile, fm_address address, char *buffer, size_t capacity);
	fm_status (*profile_address_parse)(const fm_profile *profile, const char *text, size_t length, fm_address *out, size_t *error_at);
	fm_status (*profile_advice)(const fm_profile *profile, uint32_t index, fm_advice *out);
	const fm_profile *(*profile_at)(uint32_t index);
	fm_status (*profile_bank)(const fm_profile *profile, uint32_t region, uint32_t bank, uint64_t *offset);
	fm_status (*profile_capability)(const fm_profile *profile, fm_capability_id id, fm_capability *out);
	uint32_t (*profile_count)(void);
	fm_status (*profile_draw_map)(const fm_profile *profile, const fm_picture_options *options, fm_write write, void *context);
	fm_status (*profile_engine)(const fm_profile *profile, uint32_t index, fm_engine *out);
	const fm_profile *(*profile_find)(const char *id);
	fm_status (*profile_get_info)(const fm_profile *profile, fm_profile_info *out);
	const fm_profile *(*profile_host)(void);
	fm_status (*profile_host_refresh)(uint32_t flags);
	fm_status (*profile_load)(const void *blob, size_t size, const fm_memory_provider *provider, const fm_profile **out, size_t *error_at, fm_refusal *why);
	fm_status (*profile_locate)(const fm_profile *profile, fm_address address, fm_location *out);
	fm_status (*profile_locate_for)(const fm_profile *profile, fm_address address, uint32_t processor, fm_location *out);
	fm_status (*profile_mirror)(const fm_profile *profile, uint32_t region, uint32_t index, fm_mirror *out);
	fm_status (*profile_open)(const char *name, const fm_profile **out, size_t *error_at, fm_refusal *why);
	const fm_profile *(*profile_ref)(const fm_profile *profile);
	fm_status (*profile_region)(const fm_profile *profile, uint32_t index, fm_region *out);
	fm_status (*profile_region_find)(const fm_profile *profile, const char *id, fm_region *out);
	fm_status (*profile_reserved)(const fm_profile *profile, uint32_t region, uint32_t index, fm_reserved_area *out);
	fm_status (*profile_resolve)(const fm_profile *profile, const fm_want *wants, uint32_t count, fm_resolution *out, fm_refusal *why);
	fm_status (*profile_space)(const fm_profile *profile, uint32_t index, fm_space_info *out);
	fm_status (*profile_strategy)(const fm_profile *profile, const char *use, fm_advice *out);
	void (*profile_unref)(const fm_profile *profile);
	fm_status (*quiet_begin)(const fm_quiet_options *options);
	fm_status (*quiet_end)(fm_quiet_report *report);
	size_t (*quiet_format)(char *buffer, size_t capacity);
	fm_status (*quiet_get_place)(uint32_t index, fm_quiet_place *out);
	const char *(*quiet_text)(void);
	fm_status (*quiet_watch)(fm_pool *pool);
	fm_status (*range_align_in)(fm_range range, fm_alignment alignment, fm_range *out);
	fm_status (*range_align_out)(fm_range range, fm_alignment alignment, fm_range *out);
	int32_t (*range_contains)(fm_range range, uint64_t address);
	int32_t (*range_holds)(fm_range range, fm_range inner);
	fm_status (*range_intersect)(fm_range a, fm_range b, fm_range *out);
	int32_t (*range_is_valid)(fm_range range);
	fm_status (*range_make)(uint64_t base, uint64_t size, fm_range *out);
	int32_t (*range_overlaps)(fm_range a, fm_range b);
	fm_status (*range_split)(fm_range range, uint64_t at, fm_range *low, fm_range *high);
	fm_status (*range_subtract)(fm_range a, fm_range b, fm_range *out, uint32_t *count);
	size_t (*refusal_format)(const fm_refusal *why, char *buffer, size_t capacity);
	const char *(*region_kind_name)(fm_region_kind kind);
	const char *(*rule_name)(uint32_t rule);
	fm_status (*screen_find)(const fm_profile *profile, uint32_t number, fm_screen_mode *out);
	fm_status (*screen_plane)(const fm_screen_mode *mode, uint32_t page, void *video, size_t size, fm_plane *out);
	size_t (*size_format)(uint64_t bytes, fm_size_style style, char *buffer, size_t capacity);
	fm_status (*size_parse)(const char *text, size_t length, uint64_t *out, size_t *error_at);
	void (*slots_give)(fm_slots *slots, void *slot);
	void (*slots_init)(fm_slots *slots, void *storage, size_t slot, size_t count);
	void *(*slots_take)(fm_slots *slots);
	fm_status (*space_close)(fm_space *space);
	fm_status (*space_control_size)(const fm_profile *profile, const fm_space_options *options, size_t *bytes);
	fm_status (*space_get_usage)(const fm_space *space, const char *region, fm_region_usage *usage);
	fm_status (*space_give_back)(fm_space *space, fm_reservation *reservation);
	fm_status (*space_open)(const fm_profile *profile, const fm_space_options *options, fm_space **out, fm_refusal *why);
	fm_status (*space_open_validator)(const fm_space *space, const fm_validator_options *options, fm_validator **out, fm_refusal *why);
	const fm_profile *(*space_profile)(const fm_space *space);
	fm_space *(*space_ref)(fm_space *space);
	fm_status (*space_reserve)(fm_space *space, const char *region, uint64_t size, uint64_t align, fm_reservation *reservation, fm_refusal *why);
	fm_status (*space_resolve)(const fm_space *space, const fm_want *wants, uint32_t count, fm_resolution *out, fm_refusal *why);
	fm_status (*space_to_guest)(const fm_space *space, const void *pointer, fm_address *out);
	fm_status (*space_to_host)(fm_space *space, fm_address address, uint64_t size, void **out, fm_refusal *why);
	void (*space_unref)(fm_space *space);
	fm_status_kind (*status_get_kind)(fm_status status);
	const char *(*status_kind_name)(fm_status_kind kind);
	const char *(*status_name)(fm_status status);
	const char *(*status_remedy)(fm_status status);
	const char *(*status_text)(fm_status status);
	fm_status (*strategy_get_info)(size_t index, fm_strategy_info *out);
	void (*struct_init)(void *object, size_t struct_size);
	fm_status (*subtract_checked)(uint64_t a, uint64_t b, uint64_t *out);
	const char *(*tier_name)(fm_tier tier);
	fm_status (*tiles_from_plane)(const fm_plane *plane, void *tiles, size_t size);
	fm_status (*tiles_size)(fm_pixel_format format, uint32_t width, uint32_t height, size_t *bytes);
	fm_status (*tiles_to_plane)(const void *tiles, size_t size, const fm_plane *plane);
	const char *(*unit_name)(fm_unit unit);
	fm_status (*validator_check)(const fm_validator *validator, uint64_t address, uint64_t size, uint32_t access);
	size_t (*validator_check_many)(const fm_validator *validator, const fm_access *accesses, size_t count, fm_status *statuses);
	fm_status (*validator_check_pair)(const fm_validator *validator, const fm_access *first, const fm_access *second);
	fm_status (*validator_close)(fm_validator *validator);
	fm_status (*validator_control_size)(const fm_validator_options *options, size_t *bytes);
	fm_status (*validator_explain)(const fm_validator *validator, const fm_access *access, const fm_access *other, uint32_t index, fm_finding *out);
	fm_status (*validator_open)(const fm_validator_options *options, fm_validator **out, fm_refusal *why);
	fm_status (*validator_open_process)(uint32_t process, const fm_validator_options *options, fm_validator **out, fm_refusal *why);
	fm_validator *(*validator_ref)(fm_validator *validator);
	uint32_t (*validator_refused)(const fm_validator *validator, uint32_t rule);
	void (*validator_unref)(fm_validator *validator);
	const char *(*version_string)(void);
	fm_status (*want_parse)(const char *text, size_t length, uint32_t index, fm_want *out, size_t *error_at);
/** @endcond */
} fm_api;

FM_BEGIN_DECLS

/** The table of major version `major`, which lives as long as the library; NULL iff the library has another major. Any thread, O(1). */
FM_API const fm_api *fm_get_api(uint32_t major);

FM_END_DECLS

#endif

#endif

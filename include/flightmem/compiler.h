/* SPDX-License-Identifier: MIT */
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

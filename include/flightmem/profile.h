/* SPDX-License-Identifier: MIT */
/** @file
 * Profiles: what memory a platform has. Facts with sources; what no source says is unknown, never guessed. Immutable, any thread. */
#ifndef FLIGHTMEM_PROFILE_H
#define FLIGHTMEM_PROFILE_H

#include <flightmem/abi.h>
#include <flightmem/address.h>
#include <flightmem/range.h>

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

/* SPDX-License-Identifier: MIT */
/** @file
 * Spaces: a profile's memory made real. On the platform itself the addresses are the real ones; on a host each region that is used
 * gets host memory of its size, guest addresses lead there, and what does not fit the console is refused.
 * One thread at a time, pools in its regions included; reference counts may be moved from any thread where the platform has atomics. */
#ifndef FLIGHTMEM_SPACE_H
#define FLIGHTMEM_SPACE_H

#include <flightmem/profile.h>
#include <flightmem/provider.h>
#include <flightmem/refusal.h>
#include <flightmem/validator.h>

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

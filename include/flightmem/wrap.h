/* SPDX-License-Identifier: MIT */
/** @file
 * Wrapped functions: any C function behind checks of its pointer arguments, by a signature that is known at run time. For hosts of plugins
 * and for drivers. A library of its own: `pkg-config --cflags --libs flightmem-ffi`; flightmem.h does not include it.
 *
 *     fm_wrap *wrap = fm_wrap_new((fm_function)memcpy, "handle memcpy(out u8[len] dst, in u8[len] src, size len)", validator);
 *     void *(*copy)(void *, const void *, size_t) = (void *(*)(void *, const void *, size_t))fm_wrap_function(wrap);
 *
 * `copy` asks the validator whether `len` bytes at `dst` may be written and `len` bytes at `src` read. Where both may, it is memcpy. Where
 * one may not, memcpy is not called: options.refused hears of it, and the result is options.refused_result, else 0.
 *
 * A signature is one line, like a prototype:
 *
 *     signature = result [ name ] "(" [ "void" | parameter { "," parameter } ] ")"
 *     result    = "void" | value
 *     parameter = ( value | pointer ) [ name ]
 *     value     = number | "handle" | "code" [ "?" ]
 *     number    = "u8" | "u16" | "u32" | "u64" | "i8" | "i16" | "i32" | "i64" | "f32" | "f64"
 *               | "bool" | "char" | "schar" | "uchar" | "short" | "ushort" | "int" | "uint" | "long" | "ulong" | "llong" | "ullong"
 *               | "size" | "ssize" | "intptr" | "uintptr" | "ptrdiff" | "float" | "double" | "ldouble"
 *     pointer   = [ "dma" ] ( "in" | "out" | "inout" ) ( number | "handle" | "void" | "str" ) [ "[" length "]" ] [ "@" digits ] [ "?" ]
 *     length    = factor { "*" factor }
 *     factor    = digits | [ "*" ] name
 *
 * - `in` is read by the function, `out` written, `inout` both; with `dma` a DMA engine does it. Elements of 1, 2, 4 and 8 bytes are accessed
 *   by units of that width, which the validator judges, natural alignment too; `void` is a byte of no stated width.
 * - A length counts elements; without one it is one element, and `void` must have one. It names whole numbers among the arguments, before or
 *   behind it; `*name` is the number that an `in` or `inout` argument of one element points to: `"int compress2(out u8[*room] to,
 *   inout ulong room, in u8[size] from, ulong size, int level)"`. `"size fread(out u8[size * count] to, size size, size count, handle file)"`.
 * - `str` is text up to its NUL, which must come before the end of what may be read; a length is the most it may be, the NUL included.
 * - `@16`: the address is a multiple of 16. Below the element's size it says that elements are packed: then no width is judged.
 * - `?`: NULL is fine, and then nothing is checked. An argument of no bytes is not checked either.
 * - `handle` is a pointer that nobody here follows: it is not checked. `code` is a pointer to a function: it may be executed.
 * - Structs by value and variable arguments are refused: nobody could say which of their bytes are pointers.
 *
 * Any number of threads may call a wrapped function, and it may be called from within itself. Between the check and the call another thread
 * can change what a `*name` or a `str` points to: what is checked must not be shared with whom one does not trust. */
#ifndef FLIGHTMEM_WRAP_H
#define FLIGHTMEM_WRAP_H

#include <flightmem/validator.h>

/** Most bytes of a signature. */
#define FM_WRAP_SIGNATURE_MAX 1024
/** Most parameters. */
#define FM_WRAP_PARAMETERS_MAX 32
/** Most names in one length. */
#define FM_WRAP_FACTORS_MAX 4

/** A wrapped function; opaque, reference counted. */
typedef struct fm_wrap fm_wrap;

/** Any function. Cast it to its own type before calling it. */
typedef void (*fm_function)(void);

/**
 * Ops of a source of executable memory; fm_code_default() is libffi's. The table is copied when a function is wrapped; `user` and the code must live
 * until `drop`, or, where that is NULL, until the wrapped function is closed.
 */
typedef struct fm_code_provider {
	size_t struct_size; /**< bytes of the struct: abi.h */
	void *user; /**< handed to the functions */
	/**
	 * Obtains `size` bytes, aligned to 16, that are written at `*writable` and executed at `*code`: the same bytes, at one address or at two.
	 * They are zero, unless libffi gave them. Returns FM_OK, or FM_E_NO_MEMORY (or any other status, which is handed on) and leaves both.
	 */
	fm_status (*obtain)(void *user, size_t size, void **writable, void **code);
	/** Takes back what obtain() gave. Cannot fail. */
	void (*give_back)(void *user, void *writable, size_t size);
	/** NULL, or called once, last, for each function that was wrapped with the table. */
	void (*drop)(void *user);
} fm_code_provider;

/** Why a call was refused. Texts live as long as the wrapped function. */
typedef struct fm_wrap_finding {
	size_t struct_size;   /**< bytes of the struct: abi.h */
	const char *function; /**< its name in the signature; "": it has none */
	const char *argument; /**< the argument's name; "": it has none */
	uint64_t address;     /**< what was handed in */
	uint64_t size;        /**< bytes that the function would access; 0: FM_E_RANGE, there is no such number */
	uint32_t access;      /**< FM_ACCESS_... that the validator was asked for: fm_validator_explain() says more */
	uint32_t index;       /**< of the argument, the first is 0 */
	fm_status status;     /**< FM_E_ACCESS_... as fm_validator_check() says, of alignment also where `@` says so; FM_E_ARGUMENT: NULL where it
	                       *   may not be; FM_E_RANGE: the length is negative, its bytes exceed 2^64 - 1, or the text is longer than it may be */
	uint32_t align;       /**< that the signature wants, bytes; 1: none but that of the width in `access` */
} fm_wrap_finding;

/** What became of the calls. An output struct. */
typedef struct fm_wrap_usage {
	size_t struct_size; /**< bytes of the struct: abi.h */
	uint32_t calls;     /**< made and refused ones, modulo 2^32 */
	uint32_t refused;   /**< refused ones, modulo 2^32 */
	uint32_t running;   /**< calls that have begun and not returned; one that is left by longjmp() never returns */
	uint32_t reserved;  /**< 0 */
} fm_wrap_usage;

/** options.flags: there is no function pointer, so nothing executable is asked for: fm_wrap_call() calls. */
#define FM_WRAP_WITHOUT_CODE 1u

/** Options of a wrapped function. Zero is the default of each member. */
typedef struct fm_wrap_options {
	size_t struct_size;      /**< bytes of the struct: abi.h */
	fm_function function;    /**< what is called where nothing is wrong */
	const char *signature;   /**< see above; copied */
	size_t signature_length; /**< bytes; 0: up to the NUL */
	fm_validator *validator; /**< asked about each pointer; referenced until the end */
	/** NULL, or called for each refused call, on its thread, with no lock held. It may call anything but the end of this function; it must not throw. */
	void (*refused)(void *user, const fm_wrap_finding *finding);
	void *user;                 /**< handed to `refused` */
	const void *refused_result; /**< NULL: 0; or a value of the signature's result type, copied: what a refused call returns */
	size_t refused_result_size; /**< bytes of `refused_result`: those of the type */
	const fm_code_provider *code;         /**< NULL: fm_code_default() */
	const fm_memory_provider *provider;   /**< of the control block; NULL: fm_memory_default(), which gives whole pages */
	uint32_t flags;    /**< FM_WRAP_... */
	uint32_t reserved; /**< 0 */
} fm_wrap_options;

FM_BEGIN_DECLS

/** libffi's executable memory: a mapping that is writable and executable, two mappings, or no new one, as the system and libffi have it. Static, any thread. */
FM_API const fm_code_provider *fm_code_default(void);

/**
 * Wraps a function.
 *
 * @param error_at  may be NULL; receives the index of the byte of the signature that is at fault, where that is what is wrong; its length
 *                  where it ends too early
 * @param why       may be NULL; `subject` says what is wrong: "type 'u9'", "a struct by value"
 *
 * Returns FM_OK; of the signature: FM_E_SYNTAX iff it is none by the grammar, or a name stands for two parameters; FM_E_UNSUPPORTED iff it has
 * a struct or union by value or variable arguments; FM_E_NOT_FOUND iff a length names no parameter; FM_E_ARGUMENT iff it names one that is no
 * whole number, or with `*` none that points to one; FM_E_RANGE iff a constant length is 0, or exceeds 2^64 - 1 bytes; FM_E_ALIGNMENT iff a
 * number behind `@` is no power of two below 2^32; FM_E_TOO_LARGE iff it has more bytes, parameters or names in a length than the limits above.
 *
 * FM_E_ARGUMENT also iff `options`, `out`, `function`, `signature` or `validator` is NULL, `flags` has a bit that is none of FM_WRAP_..., `reserved`
 * is not 0, `refused_result_size` is not the size of the result, or a provider lacks obtain() or give_back(); FM_E_ABI_SIZE, FM_E_ABI_FIELD as
 * abi.h says; FM_E_NO_MEMORY iff there is no memory for the control block, or, `subject` being "executable memory", none that may be executed (some
 * systems grant it to nobody: FM_WRAP_WITHOUT_CODE needs none), or what else a provider returned; FM_E_UNSUPPORTED iff libffi can't
 * make such a call here. A failure leaves `*out` and holds nothing. O(length of the signature).
 */
FM_API FM_NODISCARD fm_status fm_wrap_open(const fm_wrap_options *options, fm_wrap **out, size_t *error_at, fm_refusal *why);

/** fm_wrap_open() with defaults; NULL where it fails. */
FM_API fm_wrap *fm_wrap_new(fm_function function, const char *signature, fm_validator *validator);

/** The function to call instead, to be cast to the type of the real one; NULL iff `wrap` is NULL or was opened without code. Lives as long as `wrap`. */
FM_API fm_function fm_wrap_function(const fm_wrap *wrap);

/**
 * Checks and calls, without executable memory.
 *
 * @param arguments  one address of a value each, as ffi_call() takes them; NULL where there are no parameters
 * @param result     receives the result, as many bytes as its type has; NULL iff it is void
 *
 * Returns FM_OK: the function was called; the status of the finding iff the call is refused; FM_E_ARGUMENT also iff `wrap`, or `arguments`
 * or one of them, or `result`, is NULL where it may not be. A failure leaves `*result`.
 */
FM_API fm_status fm_wrap_call(fm_wrap *wrap, void *const *arguments, void *result);

/** Returns FM_OK; FM_E_ARGUMENT iff `wrap` or `usage` is NULL; FM_E_ABI_SIZE as abi.h says. A failure leaves `*usage`. */
FM_API fm_status fm_wrap_get_usage(const fm_wrap *wrap, fm_wrap_usage *usage);

/**
 * Writes one English sentence: "memcpy: argument 0 'dst': ...".
 *
 * @param finding  NULL or a struct_size that is not believed gives an empty text
 * @param buffer   receives at most `capacity` bytes, the end mark included; may be NULL iff `capacity` is 0
 * @return the length of the whole sentence without the end mark, as snprintf() does.
 */
FM_API size_t fm_wrap_finding_format(const fm_wrap_finding *finding, char *buffer, size_t capacity);

/** One more reference. Returns `wrap`; NULL stays NULL. */
FM_API fm_wrap *fm_wrap_ref(fm_wrap *wrap);

/** Drops a reference; the last one closes: by then no call may run, and none may come. NULL is fine. */
FM_API void fm_wrap_unref(fm_wrap *wrap);

/**
 * Closes. Returns FM_OK; FM_E_BUSY iff another reference is held or a call is running, and then nothing changes; FM_E_ARGUMENT iff `wrap` is
 * NULL. That no thread is about to call is the caller's to know: the pointer is not seen before the call has begun.
 */
FM_API fm_status fm_wrap_close(fm_wrap *wrap);

FM_END_DECLS

#endif

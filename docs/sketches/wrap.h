/* SPDX-License-Identifier: MIT */
/** @file
 * Sketch of libflightmem-ffi: any C function behind checks of its pointer arguments, by a signature known at run time. */
#ifndef FLIGHTMEM_WRAP_H
#define FLIGHTMEM_WRAP_H

#include <flightmem/validator.h>

typedef struct fm_wrap fm_wrap;
typedef void (*fm_function)(void);

FM_BEGIN_DECLS
/* "void(out u8[len] dst, in u8[len] src, size len)"; error_at as fm_size_parse() */
fm_status fm_wrap_open(fm_function function, const char *signature, size_t length, fm_validator *validator, fm_wrap **out, size_t *error_at);
fm_function fm_wrap_function(const fm_wrap *wrap);
fm_wrap *fm_wrap_ref(fm_wrap *wrap);
void fm_wrap_unref(fm_wrap *wrap);
fm_status fm_wrap_close(fm_wrap *wrap);
FM_END_DECLS

#endif

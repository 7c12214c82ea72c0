/* SPDX-License-Identifier: MIT */
/** @file
 * The version: the one place where it is set; the build, the bindings and the packages read it from here. */
#ifndef FLIGHTMEM_VERSION_H
#define FLIGHTMEM_VERSION_H

#include <flightmem/compiler.h>

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

/* SPDX-License-Identifier: MIT */
/** @file
 * The header of the library that is linked: the carried one, or the installed one under -tags flightmem_system. */
#ifndef FLIGHTMEM_GO_HEADER_H
#define FLIGHTMEM_GO_HEADER_H

#ifdef FLIGHTMEM_SYSTEM
#include <flightmem.h>
#else
#include "bundled.h"
#endif

#endif

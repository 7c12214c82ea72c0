/* SPDX-License-Identifier: MIT */
/** @file
 * How planes are laid out, for planes and for frames of several. */
#ifndef FLIGHTMEM_POOL_PLANE_H
#define FLIGHTMEM_POOL_PLANE_H

#include <flightmem/plane.h>

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

/* SPDX-License-Identifier: MIT */
/** @file
 * From statuses and refusals to the `error` of the interface, and texts on their way in and out. */
#ifndef FLIGHTMEM_WASM_ERROR_H
#define FLIGHTMEM_WASM_ERROR_H

#include <flightmem.h>

#include "flightmem_core.h"

typedef exports_flight_types_core_error_t error;
typedef exports_flight_types_core_text_error_t text_error;
typedef exports_flight_types_core_refusal_t refusal;

/** Room for the id of a profile, region or strategy; a longer text names none. */
#define ID_BYTES 64

/** No position: what a call leaves where it has none to tell. */
#define NOWHERE ((size_t)-1)

/** What an export returns for `status`: true iff it is FM_OK; else `out` says why. */
bool answer(fm_status status, error *out);

/** The same for calls that read a text; `position` is NOWHERE or the byte at fault. */
bool answer_text(fm_status status, size_t position, text_error *out);

/** The same for calls that may fill a refusal. `why` is read before the next call that comes here with one. */
bool answer_refusal(fm_status status, const fm_refusal *why, refusal *out);

/** Hands out a text that lives on: a constant, or bytes that the host reads before it calls again. NULL is empty. */
void give_text(const char *text, flightmem_core_string_t *out);

/** As give_text(); none iff `text` is NULL. */
void give_optional(const char *text, flightmem_core_option_string_t *out);

/**
 * The text ended by a NUL in `copy`; "?", which names nothing, iff it does not fit or has a NUL of its own. Gives the text's bytes back.
 */
const char *take_id(flightmem_core_string_t *text, char copy[ID_BYTES]);

/** `some` iff `value` is not `none`. */
flightmem_core_option_u32_t unless(uint32_t value, uint32_t none);

#endif

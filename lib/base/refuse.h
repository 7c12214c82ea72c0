/* SPDX-License-Identifier: MIT */
/** @file
 * How the library says no: one line fills the caller's refusal and returns the status. */
#ifndef FLIGHTMEM_BASE_REFUSE_H
#define FLIGHTMEM_BASE_REFUSE_H

#include <flightmem/refusal.h>

/** fm_refusal.subject of FM_E_BUSY where the caller's struct is already a reservation. */
#define FM_SUBJECT_RESERVATION "this reservation is out"

/** How fm_refusal.subject begins where a member of the caller's options is at fault. */
#define FM_SUBJECT_OPTION "options."

/**
 * Writes `*what` to `*why` and returns `what->status`, so that a call ends with
 * `return fm_refuse(why, &(fm_refusal){ .status = FM_E_EXHAUSTED, .asked = size });`.
 *
 * @param why   NULL and a struct_size that is not believed are ignored
 * @param what  struct_size need not be set; `subject` is ended by a NUL
 */
fm_status fm_refuse(fm_refusal *why, const fm_refusal *what);

/** How fm_refusal.subject begins where a capability of the platform is at fault: figures are no bytes then. */
#define FM_SUBJECT_CAPABILITY "has "

/** Sets `what->subject` to the three texts, one after the other: "dma", " of ", "iwram". Cut as fm_refusal_set_subject() does. */
void fm_refusal_set_joined(fm_refusal *what, const char *first, const char *second, const char *third);

/** Sets `what->subject` to a name that was given and that nothing has: region 'iwrm'. Cut as fm_refusal_set_subject() does. */
void fm_refusal_set_quoted(fm_refusal *what, const char *kind, const char *name);

/** Sets `what->subject` to `name`, cut between two UTF-8 characters so that it fits; NULL gives an empty one. */
void fm_refusal_set_subject(fm_refusal *what, const char *name);

#endif

/* SPDX-License-Identifier: MIT */
/** @file
 * What a broken promise looks like: the proof is worth something because it can fail. */
#ifndef RETRO_GRAPH_PROVOKE_H
#define RETRO_GRAPH_PROVOKE_H

/** Makes ready what a provoked call gives back. */
void provoke_prepare(void);

/** Gives back what is left of it. */
void provoke_clean_up(void);

/** True iff there is such a call to provoke. */
int provoke_can(const char *call);

/** Makes the call named. */
void provoke(const char *call);

#endif

/* SPDX-License-Identifier: MIT */
/** @file
 * Files below a root, read without a buffer of the C library and without asking for memory. */
#ifndef FLIGHTMEM_OS_FILE_H
#define FLIGHTMEM_OS_FILE_H

#include <flightmem/compiler.h>

/** Why there is no descriptor. */
#define FM_FILE_MISSING (-1) /**< there is no such file */
#define FM_FILE_DENIED (-2)  /**< it is there, but not for this process */
#define FM_FILE_BROKEN (-3)  /**< it is no regular file, or could not be opened for another reason */

/** Opens the folder that paths begin in. Returns a descriptor or FM_FILE_.... */
int fm_folder_open(const char *path);

/**
 * Opens a regular file for reading; `path` is relative to `folder`. Anything else (a pipe that would wait, a device that would act) is left
 * closed. Returns a descriptor or FM_FILE_....
 */
int fm_file_open(int folder, const char *path);

/** Reads up to `size` bytes. Returns how many; 0 at the end; FM_FILE_DENIED, FM_FILE_BROKEN. */
long fm_file_read(int file, void *bytes, size_t size);

/** Closes what was opened. */
void fm_file_close(int file);

#endif

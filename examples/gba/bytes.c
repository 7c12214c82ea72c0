/* SPDX-License-Identifier: MIT */
/** @file
 * The four functions that a C compiler may call even in a program without a library. Small, not fast: nothing here calls them often. */
#include <stddef.h>

void *memcpy(void *restrict to, const void *restrict from, size_t size);
void *memmove(void *to, const void *from, size_t size);
void *memset(void *to, int value, size_t size);
int memcmp(const void *a, const void *b, size_t size);

void *memmove(void *to, const void *from, size_t size)
{
	unsigned char *out = to;
	const unsigned char *in = from;

	if (out < in)
		for (size_t i = 0; i < size; i++)
			out[i] = in[i];
	else
		while (size-- > 0)
			out[size] = in[size];
	return to;
}

void *memcpy(void *restrict to, const void *restrict from, size_t size)
{
	unsigned char *out = to;
	const unsigned char *in = from;

	for (size_t i = 0; i < size; i++)
		out[i] = in[i];
	return to;
}

void *memset(void *to, int value, size_t size)
{
	unsigned char *out = to;

	for (size_t i = 0; i < size; i++)
		out[i] = (unsigned char)value;
	return to;
}

int memcmp(const void *a, const void *b, size_t size)
{
	const unsigned char *one = a, *two = b;

	for (size_t i = 0; i < size; i++)
		if (one[i] != two[i])
			return one[i] < two[i] ? -1 : 1;
	return 0;
}

/* SPDX-License-Identifier: MIT */
/** @file
 * Files of a system as text. */
#include "host/text.h"

#include "os/file.h"

/** True iff a word ends before `byte`. A text that was cut off ends with a NUL, so does a whole one: files of a system end their lines. */
static int ends_word(char byte)
{
	return byte == '\0' || byte == '\n' || byte == ' ' || byte == '\t' || byte == ',' || byte == '_' || byte == '[' || byte == ']';
}

static int is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

uint32_t fm_host_text_read(fm_host *host, const char *path)
{
	int file = fm_file_open(host->root, path);
	long got = file;

	host->length = 0;
	if (file >= 0) {
		do {
			got = fm_file_read(file, host->text + host->length, FM_HOST_TEXT_BYTES - host->length);
			host->length += got > 0 ? (uint32_t)got : 0;
		} while (got > 0 && host->length < FM_HOST_TEXT_BYTES);
		fm_file_close(file);
	}
	if (got < 0)
		host->length = 0;
	host->text[host->length] = '\0';
	return got >= 0 ? FM_CAPABILITY_YES : got == FM_FILE_MISSING ? FM_HOST_MISSING : got == FM_FILE_DENIED ? FM_CAPABILITY_DENIED : FM_CAPABILITY_UNKNOWN;
}

const char *fm_host_text_after(const char *at, const char *prefix)
{
	while (*prefix != '\0')
		if (*at++ != *prefix++)
			return NULL;
	return at;
}

const char *fm_host_text_find(const fm_host *host, const char *key)
{
	const char *end = host->text + host->length;

	for (const char *line = host->text; line < end; line++) {
		const char *at = fm_host_text_after(line, key), *value = at;

		while (at != NULL && (*at == ':' || *at == ' ' || *at == '\t'))
			at++;
		if (at != value)
			return at;
		while (line < end && *line != '\n')
			line++;
	}
	return NULL;
}

int fm_host_text_is(const char *at, const char *word)
{
	at = fm_host_text_after(at, word);
	return at != NULL && ends_word(*at);
}

const char *fm_host_text_word(const char *at, const char *word, int prefix)
{
	for (int begins = 1; at != NULL && *at != '\0' && *at != '\n'; begins = ends_word(*at), at++) {
		const char *end = begins ? fm_host_text_after(at, word) : NULL;

		if (end != NULL && (prefix || ends_word(*end)))
			return end;
	}
	return NULL;
}

const char *fm_host_text_digits(const char *at, uint64_t *value)
{
	uint64_t sum = 0;

	if (at == NULL || !is_digit(*at))
		return NULL;
	for (; is_digit(*at); at++) {
		unsigned digit = (unsigned)(*at - '0');

		if (sum > (UINT64_MAX - digit) / 10)
			return NULL;
		sum = sum * 10 + digit;
	}
	*value = sum;
	return at;
}

uint32_t fm_host_text_number(const char *at, uint64_t *value)
{
	uint64_t number = 0;

	*value = 0;
	if (at == NULL)
		return FM_HOST_MISSING;
	if (fm_host_text_is(at, "max") || fm_host_text_is(at, "unlimited"))
		return FM_CAPABILITY_NO;
	at = fm_host_text_digits(at, &number);
	if (at == NULL || *at == '\0')
		return FM_CAPABILITY_UNKNOWN;
	if (fm_host_text_after(at, " kB") != NULL || *at == 'K') {
		if (number > UINT64_MAX / 1024)
			return FM_CAPABILITY_UNKNOWN;
		number *= 1024;
	} else if (!ends_word(*at)) {
		return FM_CAPABILITY_UNKNOWN;
	}
	*value = number;
	return FM_CAPABILITY_YES;
}

int fm_host_text_value(const fm_host *host, const char *key, uint64_t *value)
{
	return fm_host_text_number(fm_host_text_find(host, key), value) == FM_CAPABILITY_YES;
}

uint32_t fm_host_number(fm_host *host, const char *path, uint64_t *value)
{
	uint32_t state = fm_host_text_read(host, path);

	*value = 0;
	return state == FM_CAPABILITY_YES ? fm_host_text_number(host->text, value) : state;
}

uint32_t fm_host_text_count(const char *at)
{
	uint64_t count = 0, first = 0, last;

	for (;;) {
		at = fm_host_text_digits(at, &first);
		if (at == NULL)
			return 0;
		last = first;
		if (*at == '-')
			at = fm_host_text_digits(at + 1, &last);
		if (at == NULL || last < first || last - first > UINT16_MAX)
			return 0;
		count += last - first + 1;
		if (*at != ',')
			return *at == '\n' && count <= UINT16_MAX ? (uint32_t)count : 0;
		at++;
	}
}

/* SPDX-License-Identifier: MIT */
/** @file
 * Where the process' control group is: Documentation/admin-guide/cgroup-v2.rst, cgroup-v1/memory.rst, filesystems/proc.rst (mountinfo).
 *
 *     /proc/self/cgroup      4:memory:/pod/web        the path, from the root of the hierarchy
 *     /proc/self/mountinfo   35 31 0:32 /pod /sys/fs/cgroup/memory rw shared:9 - cgroup cgroup rw,memory
 *                                       root  mount point                        type          options
 *     folder                 sys/fs/cgroup/memory  +  path less root = /web
 *
 * A path may have colons, so only the first two part it. Lines of mountinfo have any length, so they are read word by word. Both versions
 * may be mounted at once; memory is limited by version 1 iff its hierarchy has that controller. */
#include "host/group.h"

#include "os/file.h"

/** Bytes of a file that are believed to belong together: more is no file of a system. */
#define FILE_BYTES (UINT32_C(16) << 20)

/** A file, byte by byte. */
struct stream {
	int file;
	uint32_t read; /**< bytes in all */
	size_t at, length;
	unsigned char bytes[512];
};

/** The next byte; -1 at the end. */
static int next_byte(struct stream *stream)
{
	if (stream->at == stream->length) {
		long got = stream->read < FILE_BYTES ? fm_file_read(stream->file, stream->bytes, sizeof stream->bytes) : 0;

		if (got <= 0)
			return -1;
		stream->at = 0;
		stream->length = (size_t)got;
		stream->read += (uint32_t)got;
	}
	return stream->bytes[stream->at++];
}

/** Digit `c` of an octal number; else 8. */
static unsigned octal(int c)
{
	return c >= '0' && c <= '7' ? (unsigned)c - '0' : 8;
}

/** Undoes \040, \011, \012 and \134 in place. */
static void unescape(char *text)
{
	char *to = text;

	for (; *text != '\0'; text++, to++) {
		*to = *text;
		if (*text != '\\' || octal(text[1]) > 3 || octal(text[2]) > 7 || octal(text[3]) > 7)
			continue;
		*to = (char)(octal(text[1]) << 6 | octal(text[2]) << 3 | octal(text[3]));
		text += 3;
	}
	*to = '\0';
}

/** The next word of a line into `room` bytes. Returns what ended it: ' ', '\n', -1. A word that does not fit becomes "". */
static int next_word(struct stream *stream, char *word, size_t room)
{
	size_t length = 0;
	int byte;

	while ((byte = next_byte(stream)) >= 0 && byte != ' ' && byte != '\n') {
		if (length < room - 1)
			word[length] = (char)byte;
		length += length < room;
	}
	word[length < room ? length : 0] = '\0';
	return byte;
}

/** What stands after the dash: the type, the source, the options. Returns the version of a hierarchy that has memory; else 0. */
static uint32_t read_type(struct stream *stream, int *end)
{
	char word[256] = "";
	uint32_t type = 0;

	for (int field = 0; *end == ' '; field++) {
		*end = next_word(stream, word, sizeof word);
		if (field == 0)
			type = fm_host_text_is(word, "cgroup2") ? 2 : fm_host_text_is(word, "cgroup") ? 1 : 0;
		else if (field == 2)
			return type == 1 && fm_host_text_word(word, "memory", 0) == NULL ? 0 : type;
	}
	return 0;
}

/** One line: fields 4 and 5, and what hierarchy of groups is mounted; 0: none. Returns 0 at the end of the file. */
static int next_mount(struct stream *stream, char *root, char *point, uint32_t *version)
{
	enum { ROOT = 3, POINT = 4 };
	char word[8] = "";
	int end = ' ';

	root[0] = point[0] = '\0';
	for (int field = 0; end == ' ' && field <= POINT; field++)
		end = field == ROOT ? next_word(stream, root, FM_HOST_PATH_BYTES) : field == POINT ? next_word(stream, point, FM_HOST_PATH_BYTES)
												    : next_word(stream, word, sizeof word);
	while (end == ' ' && !(word[0] == '-' && word[1] == '\0'))
		end = next_word(stream, word, sizeof word);
	*version = read_type(stream, &end);
	while (end == ' ')
		end = next_word(stream, word, sizeof word);
	unescape(root);
	unescape(point);
	return end >= 0 || *version != 0;
}

/** Cuts the line at `line` into "1:memory:/path" or "0::/path". Returns the path, with `*controllers` before it; NULL iff it is no such line. */
static char *cut_line(char *line, char *end, char **controllers)
{
	char *colons[2];
	unsigned found = 0;

	for (char *at = line; at < end && found < 2; at++)
		if (*at == ':')
			colons[found++] = at;
	if (found < 2)
		return NULL;
	*colons[1] = *end = '\0';
	*controllers = colons[0] + 1;
	return colons[1] + 1;
}

/** The process' path in the hierarchy of that version, in host->text; NULL iff it is in none, or the text was cut off there. */
static const char *own_path(fm_host *host, uint32_t version)
{
	char *line = host->text, *end = line, *controllers;

	fm_host_text_read(host, "proc/self/cgroup");
	for (; *end != '\0'; end++) {
		if (*end != '\n')
			continue;

		char *path = cut_line(line, end, &controllers);

		if (path != NULL && (version == 2 ? line[0] == '0' && *controllers == '\0' : fm_host_text_word(controllers, "memory", 0) != NULL))
			return path;
		line = end + 1;
	}
	return NULL;
}

/** What of the process' path lies below the root of a mount; NULL iff the mount does not show it. */
static const char *below(const char *path, const char *root)
{
	size_t length = 0;

	if (root[0] == '/' && root[1] == '\0')
		root = "";
	while (root[length] != '\0' && root[length] == path[length])
		length++;
	if (root[length] != '\0' || (path[length] != '\0' && path[length] != '/'))
		return NULL;
	return path[length] == '/' && path[length + 1] == '\0' ? "" : path + length;
}

/** Adds `text` to the group's path. Returns 0 iff it does not fit. */
static int add(fm_host_group *group, const char *text)
{
	for (; *text != '\0'; text++) {
		if (group->length == FM_HOST_PATH_BYTES - 1)
			return 0;
		group->path[group->length++] = *text;
	}
	group->path[group->length] = '\0';
	return 1;
}

/** The first mount of that version that shows the path. */
static uint32_t find_folder(const fm_host *host, const char *path, uint32_t version, fm_host_group *group)
{
	char root[FM_HOST_PATH_BYTES], point[FM_HOST_PATH_BYTES];
	struct stream stream = { .file = fm_file_open(host->root, "proc/self/mountinfo") };
	uint32_t found, state = FM_CAPABILITY_UNKNOWN;

	if (stream.file < 0)
		return state;
	while (state != FM_CAPABILITY_YES && next_mount(&stream, root, point, &found)) {
		const char *rest = found == version && point[0] == '/' ? below(path, root) : NULL;

		group->length = 0;
		if (rest == NULL || !add(group, point + 1))
			continue;
		group->top = group->length;
		group->hidden = root[1] != '\0';
		if (add(group, rest)) {
			group->version = version;
			state = FM_CAPABILITY_YES;
		}
	}
	fm_file_close(stream.file);
	return state;
}

uint32_t fm_host_group_find(fm_host *host, fm_host_group *group)
{
	const char *path = own_path(host, 1);
	uint32_t state;

	group->version = 0;
	if (path != NULL)
		return find_folder(host, path, 1, group);
	path = own_path(host, 2);
	if (path != NULL)
		return find_folder(host, path, 2, group);
	/* A kernel without control groups has no such file; one without procfs has no other either. */
	state = fm_host_text_read(host, "proc/self/cgroup");
	if (state == FM_HOST_MISSING)
		state = fm_host_text_read(host, "proc/self/status");
	return state == FM_CAPABILITY_YES && host->length < FM_HOST_TEXT_BYTES ? FM_CAPABILITY_NO : FM_CAPABILITY_UNKNOWN;
}

uint32_t fm_host_group_read(fm_host *host, fm_host_group *group, const char *file)
{
	size_t length = group->length;
	uint32_t state = FM_CAPABILITY_UNKNOWN;

	host->length = 0;
	host->text[0] = '\0';
	if (add(group, "/") && add(group, file))
		state = fm_host_text_read(host, group->path);
	group->length = length;
	group->path[length] = '\0';
	return state;
}

int fm_host_group_up(fm_host_group *group)
{
	if (group->length <= group->top)
		return 0;
	while (group->path[--group->length] != '/')
		continue;
	group->path[group->length] = '\0';
	return 1;
}

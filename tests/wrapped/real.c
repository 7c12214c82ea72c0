/* SPDX-License-Identifier: MIT */
/** @file
 * Functions of other people's libraries behind checks: memcpy, fread, qsort, zlib's compress2, SQLite's sqlite3_blob_read, strlen. What is right is done
 * as without the wrapper; a buffer that is one byte too short is never touched. Ends with 0 iff all was so. */
#include <flightmem/process.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

#include "wrapped.h"

enum { ROOM = 256, BLOB = 100, FILLED = 0xA5 };

static unsigned char to[ROOM], from[ROOM];
static uLongf room;
static int numbers[] = { 3, 1, 2 };

static int ascending(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

/** Every buffer of this program, and its own code. */
static fm_validator *open_host(void)
{
	fm_validator_region regions[] = {
		region_of(to, sizeof to, FM_ACCESS_READ | FM_ACCESS_WRITE),
		region_of(from, sizeof from, FM_ACCESS_READ),
		region_of(&room, sizeof room, FM_ACCESS_READ | FM_ACCESS_WRITE),
		region_of(numbers, sizeof numbers, FM_ACCESS_READ | FM_ACCESS_WRITE),
		{ .base = (uintptr_t)ascending, .size = 1, .access = FM_ACCESS_READ | FM_ACCESS_EXECUTE },
	};

	return validator_of(regions, sizeof regions / sizeof regions[0]);
}

static int is_untouched(const unsigned char *bytes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (bytes[i] != FILLED)
			return 0;
	return 1;
}

static void try_memcpy(fm_validator *host)
{
	fm_wrap *wrap = wrap_of((fm_function)memcpy, "handle memcpy(out u8[len] dst, in u8[len] src, size len)", host, NULL, 0);
	void *(*copy)(void *, const void *, size_t) = (void *(*)(void *, const void *, size_t))fm_wrap_function(wrap);

	memset(to, FILLED, sizeof to);
	EXPECT(copy(to, from, ROOM) == to && memcmp(to, from, ROOM) == 0);
	memset(to, FILLED, sizeof to);
	EXPECT(copy(to, from, ROOM + 1) == NULL && is_untouched(to, ROOM));
	EXPECT(last.status == FM_E_ACCESS_BOUNDS && last.index == 0 && last.size == ROOM + 1 && strcmp(last.argument, "dst") == 0);
	EXPECT(copy(to, to + 1, ROOM - 1) == to);
	EXPECT(copy(from, to, 1) == NULL && last.status == FM_E_ACCESS_PERMISSION);
	EXPECT(copy(to, NULL, 1) == NULL && last.index == 1 && last.status == FM_E_ARGUMENT);
	EXPECT(copy(to, from, (size_t)-1) == NULL && last.status == FM_E_ACCESS_BOUNDS);
	EXPECT(fm_wrap_close(wrap) == FM_OK);
}

static void try_compress2(fm_validator *host)
{
	const char *signature = "int compress2(out u8[*room] to, inout ulong room, in u8[size] from, ulong size, int level)";
	fm_wrap *wrap = wrap_of((fm_function)compress2, signature, host, &(int){ Z_STREAM_ERROR }, sizeof(int));
	int (*pack)(Bytef *, uLongf *, const Bytef *, uLong, int) = (int (*)(Bytef *, uLongf *, const Bytef *, uLong, int))fm_wrap_function(wrap);
	Bytef wanted[ROOM];
	uLongf wanted_room = sizeof wanted, elsewhere = ROOM;

	EXPECT(compress2(wanted, &wanted_room, from, ROOM, 9) == Z_OK);
	room = ROOM;
	EXPECT(pack(to, &room, from, ROOM, 9) == Z_OK && room == wanted_room && memcmp(to, wanted, room) == 0);

	memset(to, FILLED, sizeof to);
	room = ROOM + 1;
	EXPECT(pack(to, &room, from, ROOM, 9) == Z_STREAM_ERROR && is_untouched(to, ROOM) && room == ROOM + 1);
	EXPECT(last.index == 0 && last.size == ROOM + 1 && last.status == FM_E_ACCESS_BOUNDS);
	room = ROOM;
	EXPECT(pack(to, &room, from + 1, ROOM, 9) == Z_STREAM_ERROR && last.index == 2);
	EXPECT(pack(to, &elsewhere, from, ROOM, 9) == Z_STREAM_ERROR && last.index == 1 && last.size == sizeof(uLongf));
	EXPECT(pack(from, &room, from, ROOM, 9) == Z_STREAM_ERROR && last.status == FM_E_ACCESS_PERMISSION && is_untouched(to, ROOM));
	EXPECT(fm_wrap_close(wrap) == FM_OK);
}

static sqlite3_blob *open_blob(sqlite3 **database)
{
	sqlite3_blob *blob = NULL;

	EXPECT(sqlite3_open(":memory:", database) == SQLITE_OK);
	EXPECT(sqlite3_exec(*database, "create table t(b blob); insert into t(rowid, b) values (1, zeroblob(100));", NULL, NULL, NULL) == SQLITE_OK);
	EXPECT(sqlite3_blob_open(*database, "main", "t", "b", 1, 1, &blob) == SQLITE_OK);
	EXPECT(sqlite3_blob_write(blob, from, BLOB, 0) == SQLITE_OK);
	return blob;
}

static void try_blob_read(fm_validator *host)
{
	fm_wrap *wrap = wrap_of((fm_function)sqlite3_blob_read, "int sqlite3_blob_read(handle blob, out void[n] to, int n, int offset)", host,
				&(int){ SQLITE_MISUSE }, sizeof(int));
	int (*read)(sqlite3_blob *, void *, int, int) = (int (*)(sqlite3_blob *, void *, int, int))fm_wrap_function(wrap);
	sqlite3 *database = NULL;
	sqlite3_blob *blob = open_blob(&database);

	memset(to, FILLED, sizeof to);
	EXPECT(read(blob, to, BLOB - 10, 10) == SQLITE_OK && memcmp(to, from + 10, BLOB - 10) == 0 && to[BLOB - 10] == FILLED);
	EXPECT(read(blob, to, BLOB + 1, 0) == SQLITE_ERROR); /* SQLite itself refuses what is behind the end of the blob */
	memset(to, FILLED, sizeof to);
	EXPECT(read(blob, to + ROOM - BLOB + 1, BLOB, 0) == SQLITE_MISUSE && is_untouched(to, ROOM) && last.status == FM_E_ACCESS_BOUNDS);
	EXPECT(read(blob, to, -1, 0) == SQLITE_MISUSE && last.status == FM_E_RANGE && last.size == 0);
	EXPECT(sqlite3_blob_close(blob) == SQLITE_OK && sqlite3_close(database) == SQLITE_OK);
	EXPECT(fm_wrap_close(wrap) == FM_OK);
}

static void try_fread(fm_validator *host)
{
	fm_wrap *wrap = wrap_of((fm_function)fread, "size fread(out void[size * count] to, size size, size count, handle file)", host, NULL, 0);
	size_t (*read)(void *, size_t, size_t, FILE *) = (size_t (*)(void *, size_t, size_t, FILE *))fm_wrap_function(wrap);
	FILE *file = tmpfile();

	EXPECT(file != NULL && fwrite(from, 1, ROOM, file) == ROOM);
	rewind(file);
	EXPECT(read(to, 16, ROOM / 16, file) == ROOM / 16 && memcmp(to, from, ROOM) == 0);
	rewind(file);
	EXPECT(read(to, 17, ROOM / 16, file) == 0 && last.size == 17 * (ROOM / 16) && ftell(file) == 0);
	EXPECT(read(to, (size_t)1 << 63, 2, file) == 0 && last.status == FM_E_RANGE && ftell(file) == 0);
	fclose(file);
	EXPECT(fm_wrap_close(wrap) == FM_OK);
}

/** A function that calls back: its code is checked too. */
static void try_qsort(fm_validator *host)
{
	fm_wrap *wrap = wrap_of((fm_function)qsort, "void qsort(inout void[count * size] items, size count, size size, code compare)", host, NULL, 0);
	void (*sort)(void *, size_t, size_t, int (*)(const void *, const void *)) =
		(void (*)(void *, size_t, size_t, int (*)(const void *, const void *)))fm_wrap_function(wrap);

	sort(numbers, 3, sizeof numbers[0], (int (*)(const void *, const void *))(void *)to);
	EXPECT(last.status == FM_E_ACCESS_PERMISSION && last.index == 3 && numbers[0] == 3);
	sort(numbers, 3, sizeof numbers[0], ascending);
	EXPECT(numbers[0] == 1 && numbers[1] == 2 && numbers[2] == 3);
	EXPECT(fm_wrap_close(wrap) == FM_OK);
}

/** Without a list of its own a host takes what is mapped: its own text, a page, and none behind it. */
static void try_own_process(void)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	char *pages = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	fm_validator *process = NULL;

	EXPECT(pages != MAP_FAILED && mprotect(pages + page, page, PROT_NONE) == 0);
	memset(pages, 'x', page);
	EXPECT(fm_validator_open_process(0, NULL, &process, NULL) == FM_OK);

	fm_wrap *wrap = wrap_of((fm_function)strlen, "size strlen(in str text)", process, &(size_t){ SIZE_MAX }, sizeof(size_t));
	size_t (*length)(const char *) = (size_t(*)(const char *))fm_wrap_function(wrap);

	EXPECT(length("four") == 4);
	EXPECT(length(pages) == SIZE_MAX && last.size == page + 1); /* strlen alone would crash here */
	pages[page - 1] = '\0';
	EXPECT(length(pages) == page - 1);
	EXPECT(length(pages + page) == SIZE_MAX && last.status == FM_E_ACCESS_PERMISSION);
	EXPECT(length((const char *)16) == SIZE_MAX && last.status == FM_E_ACCESS_BOUNDS);
	EXPECT(fm_wrap_close(wrap) == FM_OK && fm_validator_close(process) == FM_OK && munmap(pages, 2 * page) == 0);
}

int main(void)
{
	fm_validator *host = open_host();

	for (int i = 0; i < ROOM; i++)
		from[i] = (unsigned char)(i % 16 * 7);
	try_memcpy(host);
	try_compress2(host);
	try_blob_read(host);
	try_fread(host);
	try_qsort(host);
	try_own_process();
	EXPECT(refusals == 16 && fm_validator_close(host) == FM_OK);
	puts("memcpy, compress2, sqlite3_blob_read, fread, qsort, strlen: as they should be");
	return 0;
}

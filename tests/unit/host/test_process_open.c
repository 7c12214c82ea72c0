/* SPDX-License-Identifier: MIT */
/** @file
 * A validator on the own process: what is there, what is not, and what changes. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <flightmem/process.h>

enum { PAGE = 4096 };

static char data[64] = "data";
static const char constant[64] = "constant";

static fm_validator *open_self(void)
{
	fm_validator *validator = NULL;

	cr_assert_eq(fm_validator_open_process(0, NULL, &validator, NULL), FM_OK);
	return validator;
}

static fm_status ask(const fm_validator *validator, const void *at, uint64_t size, uint32_t access)
{
	return fm_validator_check(validator, (uint64_t)(uintptr_t)at, size, access);
}

static fm_status ask_code(const fm_validator *validator, uint32_t access)
{
	return fm_validator_check(validator, (uint64_t)(uintptr_t)open_self, 1, access);
}

Test(process_open, the_own_memory_is_what_it_is)
{
	char on_stack[16] = "stack", *on_heap = malloc(256);
	fm_validator *validator = open_self();

	cr_assert_eq(ask(validator, data, sizeof data, FM_ACCESS_READ | FM_ACCESS_WRITE), FM_OK);
	cr_assert_eq(ask(validator, constant, sizeof constant, FM_ACCESS_READ), FM_OK);
	cr_assert_eq(ask(validator, constant, sizeof constant, FM_ACCESS_WRITE), FM_E_ACCESS_PERMISSION);
	cr_assert_eq(ask(validator, on_stack, sizeof on_stack, FM_ACCESS_READ | FM_ACCESS_WRITE), FM_OK);
	cr_assert_eq(ask(validator, on_heap, 256, FM_ACCESS_READ | FM_ACCESS_WRITE), FM_OK);
	cr_assert_eq(ask(validator, data, sizeof data, FM_ACCESS_EXECUTE), FM_E_ACCESS_PERMISSION);
	cr_assert_eq(ask_code(validator, FM_ACCESS_READ | FM_ACCESS_EXECUTE), FM_OK);
	cr_assert_eq(ask_code(validator, FM_ACCESS_WRITE), FM_E_ACCESS_PERMISSION);
	cr_assert_eq(ask(validator, validator, 64, FM_ACCESS_WRITE), FM_OK, "the validator is a part of the map that it stands for");
	cr_assert_eq(fm_validator_check(validator, 0, 1, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(fm_validator_check(validator, 1, 1, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(fm_validator_check(validator, UINT64_MAX, 1, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(fm_validator_check(validator, 0, UINT64_MAX, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(fm_validator_close(validator), FM_OK);
	free(on_heap);
}

Test(process_open, a_map_is_a_snapshot)
{
	fm_validator *before = open_self();
	char *pages = mmap(NULL, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	cr_assert_neq(pages, MAP_FAILED);
	cr_assert_eq(mprotect(pages + PAGE, PAGE, PROT_NONE), 0);

	fm_validator *mapped = open_self();

	cr_assert_neq(ask(before, pages, 1, FM_ACCESS_WRITE), FM_OK, "what was mapped later it can't know");
	cr_assert_eq(ask(mapped, pages, PAGE, FM_ACCESS_WRITE), FM_OK);
	cr_assert_eq(ask(mapped, pages + PAGE, 1, FM_ACCESS_READ), FM_E_ACCESS_PERMISSION, "a guard page");
	cr_assert_eq(ask(mapped, pages, PAGE + 1, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS, "into the guard page");

	/* A hole of one page, which no validator fits into. */
	cr_assert_eq(munmap(pages + 2 * PAGE, PAGE), 0);

	fm_validator *after = open_self();

	cr_assert_eq(ask(mapped, pages + 2 * PAGE, 1, FM_ACCESS_WRITE), FM_OK, "old news");
	cr_assert_eq(ask(after, pages + 2 * PAGE, 1, FM_ACCESS_WRITE), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(ask(after, pages + 3 * PAGE, PAGE, FM_ACCESS_WRITE), FM_OK);
	munmap(pages, 4 * PAGE);
	fm_validator_unref(before);
	fm_validator_unref(mapped);
	fm_validator_unref(after);
}

Test(process_open, what_is_written_and_executed_is_shown_where_asked)
{
	char *both = mmap(NULL, PAGE, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	fm_validator *strict = NULL, *usual;

	if (both == MAP_FAILED)
		cr_skip_test("the system maps nothing that is both");
	usual = open_self();
	cr_assert_eq(fm_validator_open_process(0, FM_OPTIONS(fm_validator_options, .rules = FM_RULE_BIT(FM_RULE_WX)), &strict, NULL), FM_OK);
	cr_assert_eq(ask(strict, both, 4, FM_ACCESS_EXECUTE), FM_E_ACCESS_WX);
	cr_assert_eq(ask(usual, both, 4, FM_ACCESS_EXECUTE), FM_OK);
	cr_assert_eq(ask_code(strict, FM_ACCESS_EXECUTE), FM_OK);
	fm_validator_unref(strict);
	fm_validator_unref(usual);
	munmap(both, PAGE);
}

Test(process_open, another_process_is_judged_by_its_own_map)
{
	char *only_here = mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	fm_validator *validator = NULL;
	int ready[2], go[2];
	char byte = 0;

	cr_assert(only_here != MAP_FAILED && pipe(ready) == 0 && pipe(go) == 0);

	pid_t child = fork();

	if (child == 0) {
		munmap(only_here, PAGE);
		_exit(write(ready[1], "r", 1) == 1 && read(go[0], &byte, 1) == 1 ? 0 : 1);
	}
	cr_assert_eq(read(ready[0], &byte, 1), 1);
	cr_assert_eq(fm_validator_open_process((uint32_t)child, NULL, &validator, NULL), FM_OK);
	cr_assert_eq(ask(validator, data, sizeof data, FM_ACCESS_READ), FM_OK);
	cr_assert_eq(ask(validator, only_here, 1, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS);
	fm_validator_unref(validator);
	cr_assert_eq(write(go[1], "g", 1), 1);
	waitpid(child, NULL, 0);
	munmap(only_here, PAGE);
}

/** A provider that counts what is out, and gives nothing where told. */
struct purse {
	size_t out;
	int is_empty;
};

static fm_status obtain(void *user, size_t size, size_t align, void **out)
{
	struct purse *purse = user;

	if (purse->is_empty)
		return FM_E_NO_MEMORY;
	*out = aligned_alloc(align, (size + align - 1) & ~(align - 1));
	cr_assert_not_null(*out);
	memset(*out, 0, size);
	purse->out += size;
	return FM_OK;
}

static void give_back(void *user, void *memory, size_t size, size_t align)
{
	struct purse *purse = user;

	(void)align;
	purse->out -= size;
	free(memory);
}

Test(process_open, all_that_is_obtained_goes_back)
{
	struct purse purse = { 0, 0 };
	fm_memory_provider provider = { .struct_size = sizeof provider, .user = &purse, .obtain = obtain, .give_back = give_back };
	fm_validator *validator = NULL;
	fm_refusal why = FM_STRUCT(fm_refusal);

	cr_assert_eq(fm_validator_open_process(0, FM_OPTIONS(fm_validator_options, .provider = &provider), &validator, NULL), FM_OK);
	cr_assert(purse.out > 0);
	cr_assert_eq(fm_validator_close(validator), FM_OK);
	cr_assert_eq(purse.out, 0);

	validator = NULL;
	cr_assert_eq(fm_validator_open_process(0, FM_OPTIONS(fm_validator_options, .provider = &provider, .level = 9), &validator, &why), FM_E_ARGUMENT);
	cr_assert_eq(purse.out, 0);
	purse.is_empty = 1;
	cr_assert_eq(fm_validator_open_process(0, FM_OPTIONS(fm_validator_options, .provider = &provider), &validator, &why), FM_E_NO_MEMORY);
	cr_assert(purse.out == 0 && validator == NULL && why.status == FM_E_NO_MEMORY && why.asked > 0);
	cr_assert_str_eq(why.subject, "process map");
}

Test(process_open, what_is_not_there_or_not_allowed_has_its_status)
{
	fm_validator *validator = NULL;
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_validator_region one = { .size = 1 };
	static char control[16];
	fm_validator_options old = { .struct_size = sizeof(size_t) };

	cr_assert_eq(fm_validator_open_process(0, NULL, NULL, &why), FM_E_ARGUMENT);
	cr_assert_eq(fm_validator_open_process(UINT32_MAX, NULL, &validator, &why), FM_E_NOT_FOUND);
	cr_assert_str_eq(why.subject, "process map");
	cr_assert_eq(fm_validator_open_process(0, FM_OPTIONS(fm_validator_options, .profile = fm_profile_find("gba")), &validator, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_validator_open_process(0, FM_OPTIONS(fm_validator_options, .regions = &one, .region_count = 1), &validator, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_validator_open_process(0, FM_OPTIONS(fm_validator_options, .control = control), &validator, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_validator_open_process(0, FM_OPTIONS(fm_validator_options, .rules = UINT32_MAX), &validator, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_validator_open_process(0, FM_OPTIONS(fm_validator_options, .dma_align = 3), &validator, NULL), FM_E_ALIGNMENT);
	cr_assert_eq(fm_validator_open_process(0, &old, &validator, NULL), FM_E_ABI_SIZE);
	cr_assert_null(validator);
}

Test(process_open, a_process_of_another_user_is_not_shown)
{
	fm_validator *validator = NULL;
	int status = 0;
	pid_t child = geteuid() == 0 ? fork() : -1;

	if (child == 0) {
		if (setgid(65534) != 0 || setuid(65534) != 0)
			_exit(2);
		_exit(fm_validator_open_process((uint32_t)getppid(), NULL, &validator, NULL) == FM_E_UNSUPPORTED ? 0 : 1);
	}
	if (child < 0)
		cr_skip_test("only root can become another user");
	cr_assert_eq(waitpid(child, &status, 0), child);
	cr_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

Test(process_open, a_map_of_thousands_is_read_whole)
{
	enum { MANY = 3000 };
	char *pages = mmap(NULL, (size_t)MANY * 2 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	cr_assert_neq(pages, MAP_FAILED);
	for (size_t i = 0; i < MANY; i++)
		cr_assert_eq(mprotect(pages + i * 2 * PAGE, PAGE, PROT_READ), 0);

	fm_validator *validator = open_self();

	for (size_t i = 0; i < MANY; i++) {
		cr_assert_eq(ask(validator, pages + i * 2 * PAGE, PAGE, FM_ACCESS_READ), FM_OK);
		cr_assert_eq(ask(validator, pages + i * 2 * PAGE, 4, FM_ACCESS_WRITE), FM_E_ACCESS_PERMISSION);
		cr_assert_eq(ask(validator, pages + (i * 2 + 1) * PAGE, PAGE, FM_ACCESS_WRITE), FM_OK);
	}
	fm_validator_unref(validator);
	munmap(pages, (size_t)MANY * 2 * PAGE);
}

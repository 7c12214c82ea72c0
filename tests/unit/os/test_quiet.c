/* SPDX-License-Identifier: MIT */
/** @file
 * Quiet scopes without libflightmem-quiet: what is counted, what breaks the quiet, each status. */
#include <criterion/criterion.h>
#include <pthread.h>
#include <string.h>

#include <flightmem/size.h>

#include "os/quiet.h"

static void ask(fm_quiet_source source, uint64_t size)
{
	fm_quiet_hear(&(fm_quiet_call){ .name = "ask", .source = source, .size = size, .from = FM_RETURN_ADDRESS });
}

static void give(fm_quiet_source source)
{
	fm_quiet_hear(&(fm_quiet_call){ .name = "give", .source = source, .returns = 1, .from = FM_RETURN_ADDRESS });
}

static fm_quiet_report ended(fm_status with)
{
	fm_quiet_report report = FM_STRUCT(fm_quiet_report);

	cr_assert_eq(fm_quiet_end(&report), with);
	cr_assert_eq(report.struct_size, sizeof report);
	return report;
}

Test(quiet, nothing_asked_for_is_quiet)
{
	cr_assert_eq(fm_quiet_begin(NULL), FM_OK);

	fm_quiet_report report = ended(FM_OK), nothing = { .struct_size = sizeof nothing, .pages_heard = FM_QUIET_OWN };

	cr_assert_eq(memcmp(&report, &nothing, sizeof report), 0);
}

Test(quiet, each_source_is_counted_apart_and_returns_do_not_break_it)
{
	cr_assert_eq(fm_quiet_begin(NULL), FM_OK);
	give(FM_QUIET_POOL);
	give(FM_QUIET_HEAP);
	give(FM_QUIET_HEAP);
	give(FM_QUIET_PAGES);

	fm_quiet_report report = ended(FM_OK);

	cr_assert(report.pool_returns == 1 && report.heap_returns == 2 && report.page_returns == 1 && report.places == 0);
	for (fm_quiet_source source = FM_QUIET_POOL; source <= FM_QUIET_PAGES; source++) {
		cr_assert_eq(fm_quiet_begin(NULL), FM_OK);
		ask(source, 3);
		ask(source, 4);
		report = ended(FM_E_NOT_QUIET);
		cr_assert_eq(report.pool_calls, source == FM_QUIET_POOL ? 2 : 0);
		cr_assert_eq(report.pool_bytes, source == FM_QUIET_POOL ? 7 : 0);
		cr_assert_eq(report.heap_calls, source == FM_QUIET_HEAP ? 2 : 0);
		cr_assert_eq(report.heap_bytes, source == FM_QUIET_HEAP ? 7 : 0);
		cr_assert_eq(report.page_calls, source == FM_QUIET_PAGES ? 2 : 0);
		cr_assert_eq(report.page_bytes, source == FM_QUIET_PAGES ? 7 : 0);
		cr_assert_eq(report.places, 2);
	}
}

Test(quiet, returns_break_it_where_that_is_asked)
{
	for (fm_quiet_source source = FM_QUIET_POOL; source <= FM_QUIET_PAGES; source++) {
		fm_quiet_place place = FM_STRUCT(fm_quiet_place);

		cr_assert_eq(fm_quiet_begin(FM_OPTIONS(fm_quiet_options, .returns = FM_QUIET_RETURNS_REPORTED)), FM_OK);
		give(source);
		cr_assert_eq(fm_quiet_end(NULL), FM_E_NOT_QUIET);
		cr_assert_eq(fm_quiet_get_place(0, &place), FM_OK);
		cr_assert_str_eq(place.call, "give");
		cr_assert(place.source == source && place.size == 0 && place.depth >= 1);
	}
}

Test(quiet, a_sum_stays_at_the_most_it_can_say)
{
	cr_assert_eq(fm_quiet_begin(NULL), FM_OK);
	ask(FM_QUIET_HEAP, UINT64_MAX - 1);
	ask(FM_QUIET_HEAP, 2);
	ask(FM_QUIET_HEAP, 5);
	cr_assert_eq(ended(FM_E_NOT_QUIET).heap_bytes, UINT64_MAX);
}

Test(quiet, the_first_places_are_kept_all_calls_are_counted)
{
	fm_quiet_place place = FM_STRUCT(fm_quiet_place), before;

	cr_assert_eq(fm_quiet_begin(NULL), FM_OK);
	for (uint64_t i = 0; i < 100; i++)
		ask(FM_QUIET_HEAP, i);

	fm_quiet_report report = ended(FM_E_NOT_QUIET);

	cr_assert(report.heap_calls == 100 && report.places == FM_QUIET_PLACES);
	for (uint32_t i = 0; i < FM_QUIET_PLACES; i++) {
		cr_assert_eq(fm_quiet_get_place(i, &place), FM_OK);
		cr_assert(place.size == i && place.source == FM_QUIET_HEAP && strcmp(place.call, "ask") == 0);
	}
	before = place;
	cr_assert_eq(fm_quiet_get_place(FM_QUIET_PLACES, &place), FM_E_NOT_FOUND);
	cr_assert_eq(fm_quiet_get_place(UINT32_MAX, &place), FM_E_NOT_FOUND);
	cr_assert_eq(memcmp(&before, &place, sizeof place), 0);
	cr_assert_eq(fm_quiet_get_place(0, NULL), FM_E_ARGUMENT);
	place.struct_size = 8;
	cr_assert_eq(fm_quiet_get_place(0, &place), FM_E_ABI_SIZE);
}

static unsigned heard_calls;
static fm_status inside;

static void heard(void *user, const fm_quiet_place *place)
{
	cr_assert_eq(user, &heard_calls);
	cr_assert_eq(place->size, heard_calls);
	heard_calls++;
	ask(FM_QUIET_HEAP, 1000); /* its own work is no one's fault */
	inside = fm_quiet_end(NULL);
}

Test(quiet, heard_is_called_for_each_call_and_is_not_heard_itself)
{
	cr_assert_eq(fm_quiet_begin(FM_OPTIONS(fm_quiet_options, .heard = heard, .user = &heard_calls)), FM_OK);
	for (uint64_t i = 0; i < 40; i++)
		ask(FM_QUIET_HEAP, i);
	cr_assert_eq(inside, FM_E_BUSY);
	cr_assert_eq(ended(FM_E_NOT_QUIET).heap_calls, 40);
	cr_assert_eq(heard_calls, 40);
}

Test(quiet, scopes_do_not_nest_and_a_failed_call_changes_nothing)
{
	fm_quiet before;
	fm_quiet_report report = FM_STRUCT(fm_quiet_report);

	cr_assert_eq(fm_quiet_end(NULL), FM_E_NOT_FOUND);
	cr_assert_eq(fm_quiet_begin(NULL), FM_OK);
	ask(FM_QUIET_HEAP, 9);
	before = *fm_quiet_here();
	cr_assert_eq(fm_quiet_begin(NULL), FM_E_BUSY);
	report.struct_size = sizeof(size_t);
	cr_assert_eq(fm_quiet_end(&report), FM_E_ABI_SIZE);
	cr_assert_eq(memcmp(&before, fm_quiet_here(), sizeof before), 0);
	cr_assert_eq(ended(FM_E_NOT_QUIET).heap_bytes, 9);
	cr_assert_eq(fm_quiet_end(NULL), FM_E_NOT_FOUND);
}

Test(quiet, options_are_judged)
{
	struct {
		fm_quiet_options known;
		uint64_t tail;
	} newer = { .known = { .struct_size = sizeof newer }, .tail = 1 };
	cr_assert_eq(fm_quiet_begin(FM_OPTIONS(fm_quiet_options, .returns = 2)), FM_E_UNSUPPORTED);
	cr_assert_null(fm_quiet_here(), "a refused begin leaves no record");
	cr_assert_str_eq(fm_quiet_text(), "the thread has begun no quiet scope");
	cr_assert_eq(fm_quiet_begin(NULL), FM_OK);
	cr_assert_eq(fm_quiet_end(NULL), FM_OK);

	fm_quiet before = *fm_quiet_here();

	cr_assert_eq(fm_quiet_begin(FM_OPTIONS(fm_quiet_options, .returns = 2)), FM_E_UNSUPPORTED);
	cr_assert_eq(fm_quiet_begin(FM_OPTIONS(fm_quiet_options, .reserved = 1)), FM_E_ABI_FIELD);
	cr_assert_eq(fm_quiet_begin(&newer.known), FM_E_ABI_FIELD);
	newer.known.struct_size = 8;
	cr_assert_eq(fm_quiet_begin(&newer.known), FM_E_ABI_SIZE);
	cr_assert_eq(memcmp(&before, fm_quiet_here(), sizeof before), 0);
}

Test(quiet, pages_of_the_library_are_heard_without_help)
{
	cr_assert_eq(fm_quiet_begin(NULL), FM_OK);
	cr_assert_eq(fm_pool_close(fm_pool_new(FM_KIB(64))), FM_OK);

	fm_quiet_report report = ended(FM_E_NOT_QUIET);

	cr_assert(report.page_calls == 1 && report.page_returns == 1 && report.page_bytes >= FM_KIB(64));
	cr_assert(report.pages_heard == FM_QUIET_OWN && report.heap_heard == FM_QUIET_DEAF);
}

static void *ask_elsewhere(void *unused)
{
	ask(FM_QUIET_HEAP, 5);
	cr_assert_eq(fm_quiet_end(NULL), FM_E_NOT_FOUND);
	cr_assert_eq(fm_quiet_begin(NULL), FM_OK);
	ask(FM_QUIET_POOL, 6);
	cr_assert_eq(ended(FM_E_NOT_QUIET).pool_bytes, 6);
	return unused;
}

Test(quiet, a_scope_is_its_threads)
{
	pthread_t other;

	cr_assert_eq(fm_quiet_begin(NULL), FM_OK);
	cr_assert_eq(pthread_create(&other, NULL, ask_elsewhere, NULL), 0);
	cr_assert_eq(pthread_join(other, NULL), 0);
	ended(FM_OK);
}

/* SPDX-License-Identifier: MIT */
/** @file
 * The registry: every status has a name, a text, a remedy and a kind; every other number has the words for a stranger. */
#include <criterion/criterion.h>
#include <string.h>

#include <flightmem/status.h>

enum { LAST = FM_E_ORDER, KINDS = 9 };

static int is_known(fm_status status)
{
	return strcmp(fm_status_name(status), "FM_E_?") != 0;
}

Test(status, each_number_has_its_own_name)
{
	for (fm_status a = FM_OK; a >= LAST; a--) {
		cr_assert(is_known(a), "%d", a);
		for (fm_status b = FM_OK; b > a; b--)
			cr_assert_str_neq(fm_status_name(a), fm_status_name(b));
	}
	cr_assert(!is_known(LAST - 1), "a new status moves LAST");
}

Test(status, constants_and_names_agree)
{
	cr_assert_str_eq(fm_status_name(FM_OK), "FM_OK");
	cr_assert_str_eq(fm_status_name(FM_E_ARGUMENT), "FM_E_ARGUMENT");
	cr_assert_str_eq(fm_status_name(FM_E_BUSY), "FM_E_BUSY");
	cr_assert_str_eq(fm_status_name(FM_E_ABI_SIZE), "FM_E_ABI_SIZE");
	cr_assert_str_eq(fm_status_name(FM_E_RANGE), "FM_E_RANGE");
	cr_assert_str_eq(fm_status_name(FM_E_PERMISSION), "FM_E_PERMISSION");
}

Test(status, text_and_remedy_are_one_phrase_each)
{
	for (fm_status status = FM_OK; status >= LAST - 1; status--) {
		const char *phrases[] = { fm_status_text(status), fm_status_remedy(status) };

		for (int i = 0; i < 2; i++) {
			size_t length = strlen(phrases[i]);

			cr_assert(length > 3 && length < 160, "%s", fm_status_name(status));
			cr_assert_neq(phrases[i][length - 1], '.');
			cr_assert_null(strchr(phrases[i], '\n'));
		}
		cr_assert_str_neq(phrases[0], phrases[1]);
	}
}

Test(status, only_success_is_of_the_kind_ok)
{
	int seen[KINDS] = { 0 };

	for (fm_status status = FM_OK; status >= LAST; status--) {
		fm_status_kind kind = fm_status_get_kind(status);

		cr_assert_lt(kind, (fm_status_kind)KINDS);
		cr_assert_eq(kind == FM_KIND_OK, status == FM_OK);
		seen[kind]++;
	}
	for (int kind = 0; kind < KINDS; kind++)
		cr_assert(seen[kind] > 0, "kind %d has no status", kind);
}

Test(status, kinds_are_what_callers_sort_by)
{
	cr_assert_eq(fm_status_get_kind(FM_E_ARGUMENT), FM_KIND_INVALID);
	cr_assert_eq(fm_status_get_kind(FM_E_EXHAUSTED), FM_KIND_REFUSED);
	cr_assert_eq(fm_status_get_kind(FM_E_STALE), FM_KIND_MISUSE);
	cr_assert_eq(fm_status_get_kind(FM_E_UNMAPPED), FM_KIND_MISSING);
	cr_assert_eq(fm_status_get_kind(FM_E_ABI_FIELD), FM_KIND_INCOMPATIBLE);
}

Test(status, every_other_number_is_a_stranger)
{
	static const fm_status strangers[] = { 1, 2, 255, INT32_MAX, INT32_MIN, INT32_MIN + 1, LAST - 1, -1000, -65536 };

	for (size_t i = 0; i < sizeof strangers / sizeof strangers[0]; i++) {
		cr_assert(!is_known(strangers[i]), "%d", strangers[i]);
		cr_assert_str_eq(fm_status_text(strangers[i]), "a status of another version of the library");
		cr_assert_str_eq(fm_status_remedy(strangers[i]), "see fm_version_string()");
		cr_assert_eq(fm_status_get_kind(strangers[i]), FM_KIND_INCOMPATIBLE);
	}
}

Test(status, kinds_have_names)
{
	static const char *const names[KINDS] = { "ok", "invalid", "refused", "misuse", "missing", "incompatible", "system", "damaged", "denied" };

	for (fm_status_kind kind = 0; kind < KINDS; kind++)
		cr_assert_str_eq(fm_status_kind_name(kind), names[kind]);
	cr_assert_str_eq(fm_status_kind_name(KINDS), "?");
	cr_assert_str_eq(fm_status_kind_name(UINT32_MAX), "?");
}

/* SPDX-License-Identifier: MIT */
/** @file
 * Refusals: callers of every age, subjects that are never cut inside a character, and a sentence for each help. */
#include "base/refuse.h"

#include "capacity.h"

enum { GUARD = 0x5A, NEWER_TAIL = 24 };

/** The refusal of a newer caller, byte by byte. */
union newer {
	fm_refusal why;
	unsigned char bytes[sizeof(fm_refusal) + NEWER_TAIL];
};

/** What the library says: each member its own figure. */
static fm_refusal sample(void)
{
	fm_refusal what = {
		.status = FM_E_TOO_LARGE, .help = FM_HELP_ENLARGE, .asked = 1228800, .align = 32,
		.capacity = 1048576, .available = 1048576, .largest = 1048576, .help_bytes = 1228800,
	};

	fm_refusal_set_subject(&what, "frames");
	return what;
}

Test(refuse, the_status_is_returned_whoever_listens)
{
	fm_refusal what = sample();

	cr_assert_eq(fm_refuse(NULL, &what), FM_E_TOO_LARGE);
}

Test(refuse, every_member_arrives)
{
	fm_refusal what = sample();
	fm_refusal why = FM_STRUCT(fm_refusal);

	cr_assert_eq(fm_refuse(&why, &what), FM_E_TOO_LARGE);
	what.struct_size = sizeof what;
	cr_assert_eq(memcmp(&why, &what, sizeof why), 0);
}

Test(refuse, a_size_that_is_not_believed_is_left_alone)
{
	static const size_t wrong[] = { 0, 1, sizeof(size_t), sizeof(fm_refusal) - 1, FM_STRUCT_SIZE_MAX + 1, SIZE_MAX };

	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		fm_refusal what = sample();
		fm_refusal why;
		fm_refusal before;

		memset(&why, GUARD, sizeof why);
		why.struct_size = wrong[i];
		memcpy(&before, &why, sizeof why);
		cr_assert_eq(fm_refuse(&why, &what), FM_E_TOO_LARGE);
		cr_assert_eq(memcmp(&why, &before, sizeof why), 0);
	}
}

Test(refuse, a_newer_caller_keeps_its_tail_and_learns_how_much_is_true)
{
	for (int tail = 0; tail <= GUARD; tail += GUARD) {
		fm_refusal what = sample();
		union newer caller;

		memset(&caller, tail, sizeof caller);
		caller.why.struct_size = sizeof caller;
		cr_assert_eq(fm_refuse(&caller.why, &what), FM_E_TOO_LARGE);
		cr_assert(caller.why.struct_size == sizeof what && caller.why.asked == 1228800);
		cr_assert_str_eq(caller.why.subject, "frames");
		for (size_t at = sizeof what; at < sizeof caller; at++)
			cr_assert_eq(caller.bytes[at], tail);
	}
}

Test(refuse, a_struct_that_was_written_can_be_written_again)
{
	fm_refusal first = sample();
	fm_refusal second = { .status = FM_E_BUSY };
	union newer caller = { .why = { .struct_size = sizeof caller } };

	fm_refuse(&caller.why, &first);
	cr_assert_eq(fm_refuse(&caller.why, &second), FM_E_BUSY);
	cr_assert(caller.why.status == FM_E_BUSY && caller.why.asked == 0 && caller.why.subject[0] == '\0');
}

static void expect_subject(const char *name, const char *want)
{
	fm_refusal what = { .status = FM_E_BUSY, .asked = 7 };

	memset(what.subject, GUARD, sizeof what.subject);
	fm_refusal_set_subject(&what, name);
	cr_assert_str_eq(what.subject, want);
	for (size_t i = strlen(want); i < FM_SUBJECT_BYTES; i++)
		cr_assert_eq(what.subject[i], '\0');
	cr_assert(what.status == FM_E_BUSY && what.asked == 7);
}

Test(refuse, a_subject_is_cut_to_fit)
{
	expect_subject(NULL, "");
	expect_subject("", "");
	expect_subject("frames", "frames");
	expect_subject("0123456789012345678901234567890", "0123456789012345678901234567890");
	expect_subject("01234567890123456789012345678901", "0123456789012345678901234567890");
	expect_subject("0123456789012345678901234567890123456789", "0123456789012345678901234567890");
}

Test(refuse, a_subject_is_never_cut_inside_a_character)
{
	static const char *const characters[] = { "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x8E\xAE" };

	for (size_t i = 0; i < sizeof characters / sizeof characters[0]; i++) {
		size_t width = strlen(characters[i]);

		for (size_t before = 0; before < FM_SUBJECT_BYTES + 4; before++) {
			char name[64] = { 0 };
			char want[64] = { 0 };

			memset(name, 'a', before);
			strcat(name, characters[i]);
			strcat(name, "tail");
			size_t whole = before + width < FM_SUBJECT_BYTES ? before + width : before;
			size_t length = before >= FM_SUBJECT_BYTES || whole > before ? FM_SUBJECT_BYTES - 1 : before;

			memcpy(want, name, length < strlen(name) ? length : strlen(name));
			expect_subject(name, want);
		}
	}
}

Test(refuse, a_subject_of_continuations_alone_ends)
{
	char name[64];

	memset(name, 0x80, sizeof name - 1);
	name[sizeof name - 1] = '\0';
	expect_subject(name, "");
}

static size_t format_refusal(const void *what, char *buffer, size_t capacity)
{
	return fm_refusal_format(what, buffer, capacity);
}

static void expect_sentence(fm_refusal why, const char *want)
{
	why.struct_size = sizeof why;
	expect_at_every_capacity(format_refusal, &why, want);
}

Test(refuse, the_sentence_says_what_was_asked_what_there_was_and_what_helps)
{
	expect_sentence(sample(), "frames: asked for 1.17 MiB (1 228 800 bytes) aligned to 32 bytes, largest free is 1 MiB"
		" (1 048 576 of 1 048 576 bytes free); enlarge it to at least 1 228 800 bytes");
	expect_sentence((fm_refusal){ .status = FM_E_EXHAUSTED, .help = FM_HELP_RELEASE, .asked = 512, .align = 1, .capacity = 2048, .help_bytes = 512 },
		"asked for 512 bytes, nothing is free of 2 048 bytes; first give back at least 512 bytes");
	expect_sentence((fm_refusal){ .status = FM_E_NO_MEMORY, .asked = 1 }, "the source of memory gave none: asked for 1 byte");
	expect_sentence((fm_refusal){ .status = FM_E_BUSY }, "something is still in use");
}

Test(refuse, each_help_has_its_words_with_and_without_bytes)
{
	static const struct {
		fm_help help;
		uint64_t bytes;
		const char *want;
	} cases[] = {
		{ FM_HELP_NONE, 0, "something is still in use" },
		{ FM_HELP_NONE, 64, "something is still in use" },
		{ FM_HELP_RELEASE, 1, "something is still in use; first give back at least 1 byte" },
		{ FM_HELP_RELEASE, 0, "something is still in use; first give something back" },
		{ FM_HELP_ENLARGE, 4096, "something is still in use; enlarge it to at least 4 096 bytes" },
		{ FM_HELP_ENLARGE, 0, "something is still in use; enlarge it" },
		{ FM_HELP_ASK_LESS, 64, "something is still in use; ask for at most 64 bytes" },
		{ FM_HELP_ASK_LESS, 0, "something is still in use; ask for less" },
		{ FM_HELP_ALIGN, 16, "something is still in use; align to 16 bytes" },
		{ FM_HELP_ALIGN, 8, "something is still in use; align to 8 bytes" },
		{ FM_HELP_ALIGN, 0, "something is still in use; align to a power of two" },
		{ FM_HELP_BUFFERS, 9, "something is still in use; raise options.max_buffers, or release a buffer" },
		{ FM_HELP_OTHER, 0, "something is still in use; give back what is out, then try again; or drop the reference with unref" },
		{ 7, 0, "something is still in use; give back what is out, then try again; or drop the reference with unref" },
		{ UINT32_MAX, 1, "something is still in use; give back what is out, then try again; or drop the reference with unref" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		expect_sentence((fm_refusal){ .status = FM_E_BUSY, .help = cases[i].help, .help_bytes = cases[i].bytes }, cases[i].want);
}

Test(refuse, an_alignment_is_told_without_what_is_free)
{
	expect_sentence((fm_refusal){ .status = FM_E_ALIGNMENT, .help = FM_HELP_ALIGN, .asked = 9, .align = 3, .capacity = 256, .available = 256, .help_bytes = 4 },
		"an alignment is no power of two, or an address is not aligned to it: asked for 9 bytes aligned to 3 bytes; align to 4 bytes");
	expect_sentence((fm_refusal){ .status = FM_E_TOO_LARGE, .help = FM_HELP_ALIGN, .asked = 9, .align = 4096, .capacity = 256, .available = 256,
				      .help_bytes = 64 },
		"asked for 9 bytes aligned to 4 096 bytes, largest free is 0 bytes (256 of 256 bytes free); align to at most 64 bytes");
}

Test(refuse, a_name_that_nothing_has_is_quoted)
{
	fm_refusal what = { .status = FM_E_NOT_FOUND, .help = FM_HELP_OTHER, .asked = 64, .capacity = 0 };

	fm_refusal_set_quoted(&what, "region", "iwrm");
	expect_sentence(what, "region 'iwrm': there is no such name or index; check its spelling: pool.h names the strategies, flightmem profile list the platforms,"
		" flightmem profile show their regions");
	fm_refusal_set_quoted(&what, "strategy", "0123456789012345678\xC3\xA9");
	cr_assert_str_eq(what.subject, "strategy '0123456789012345678\xC3\xA9");
	fm_refusal_set_quoted(&what, "strategy", "01234567890123456789\xC3\xA9");
	cr_assert_str_eq(what.subject, "strategy '01234567890123456789", "no half of a character");
}

Test(refuse, an_option_that_is_wrong_is_told_without_what_was_asked)
{
	expect_sentence((fm_refusal){ .status = FM_E_ARGUMENT, .help = FM_HELP_OTHER, .asked = 64, .align = 16, .subject = "options.block_size" },
		"options.block_size: an argument is missing or outside its range; see the call's list of what each argument may be");
	expect_sentence((fm_refusal){ .status = FM_E_TOO_LARGE, .help = FM_HELP_ENLARGE, .asked = 64, .capacity = 64, .help_bytes = 600,
				      .subject = "options.control" },
		"options.control: 64 bytes can't hold the records; enlarge it to at least 600 bytes");
	expect_sentence((fm_refusal){ .status = FM_E_TOO_LARGE, .help = FM_HELP_ENLARGE, .asked = 64, .capacity = 64, .help_bytes = 600, .subject = "optio" },
		"optio: asked for 64 bytes, nothing is free of 64 bytes; enlarge it to at least 600 bytes");
}

Test(refuse, the_largest_figures_are_written_whole)
{
	expect_sentence((fm_refusal){ .status = FM_E_TOO_LARGE, .help = FM_HELP_ASK_LESS, .asked = UINT64_MAX, .align = UINT64_C(1) << 63,
			.capacity = UINT64_MAX, .available = UINT64_MAX, .largest = UINT64_MAX, .help_bytes = UINT64_MAX },
		"asked for 16 EiB (18 446 744 073 709 551 615 bytes) aligned to 9 223 372 036 854 775 808 bytes, largest free is 16 EiB"
		" (18 446 744 073 709 551 615 of 18 446 744 073 709 551 615 bytes free); ask for at most 18 446 744 073 709 551 615 bytes");
}

Test(refuse, a_stranger_among_statuses_has_words)
{
	expect_sentence((fm_refusal){ .status = -999, .help = FM_HELP_OTHER, .asked = 8, .capacity = 16, .available = 4, .largest = 2 },
		"a status of another version of the library: asked for 8 bytes, largest free is 2 bytes (4 of 16 bytes free); see fm_version_string()");
}

Test(refuse, a_hostile_subject_stays_one_line_and_inside_its_bytes)
{
	fm_refusal why = { .status = FM_E_BUSY, .subject = "a\nb\x1B[0m\x7F\xC3\xA9" };
	char text[128];

	expect_sentence(why, "a?b?[0m?\xC3\xA9: something is still in use");
	memset(why.subject, 'x', FM_SUBJECT_BYTES);
	why.struct_size = sizeof why;
	fm_refusal_format(&why, text, sizeof text);
	cr_assert_str_eq(text, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: something is still in use");
}

Test(refuse, what_is_no_refusal_is_an_empty_text)
{
	static const size_t wrong[] = { 0, sizeof(fm_refusal) - 1, FM_STRUCT_SIZE_MAX + 1, SIZE_MAX };

	expect_at_every_capacity(format_refusal, NULL, "");
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		fm_refusal why = sample();

		why.struct_size = wrong[i];
		expect_at_every_capacity(format_refusal, &why, "");
	}
}

Test(refuse, a_newer_callers_refusal_is_formatted)
{
	union newer caller;

	memset(&caller, GUARD, sizeof caller);
	caller.why = (fm_refusal){ .struct_size = sizeof caller, .status = FM_E_BUSY };
	expect_at_every_capacity(format_refusal, &caller, "something is still in use");
}

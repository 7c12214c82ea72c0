/* SPDX-License-Identifier: MIT */
/** @file
 * Words without quotes. YAML 1.1, YAML 1.2 and its readers disagree on what many of them are; here yes, no, true and false are truths,
 * 10 and 0x1F numbers, and whatever one of them would not take for a text is refused. */
#include <errno.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/tree.h"

/** A pattern that is compiled when it is first asked for. */
struct pattern {
	const char *text;
	int is_compiled;
	regex_t compiled;
};

/** What YAML 1.1 takes for something else than a text. */
static struct pattern other_words[] = {
	{ .text = "^(yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$" },
	{ .text = "^([-+]?[0-9][0-9_]*\\.[0-9_]*([eE][-+][0-9]+)?|\\.[0-9][0-9_]*([eE][-+][0-9]+)?)$" },
	{ .text = "^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\\.[0-9_]*$" },
	{ .text = "^([-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN))$" },
	{ .text = "^[-+]?(0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(:[0-5]?[0-9])+)$" },
	{ .text = "^(<<|=|~|null|Null|NULL|)$" },
	{ .text = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
	{ .text = "^[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?([Tt]|[ \t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(\\.[0-9]*)?([ \t]*(Z|[-+][0-9][0-9]?(:[0-9]{2})?))?$" },
};

/** A number as files write it. */
static struct pattern whole_number = { .text = "^-?(0|[1-9][0-9]*|0x[0-9a-fA-F]+)$" };

static int matches(struct pattern *pattern, const char *text)
{
	if (!pattern->is_compiled && regcomp(&pattern->compiled, pattern->text, REG_EXTENDED | REG_NOSUB) != 0)
		return 0;
	pattern->is_compiled = 1;
	return regexec(&pattern->compiled, text, 0, NULL, 0) == 0;
}

static int is_other(const char *text)
{
	for (size_t i = 0; i < sizeof other_words / sizeof other_words[0]; i++)
		if (matches(&other_words[i], text))
			return 1;
	return 0;
}

static void resolve_number(struct node *node)
{
	const char *digits = node->text + (node->text[0] == '-');

	node->kind = NODE_NUMBER;
	node->negative = node->text[0] == '-';
	errno = 0;
	node->number = strtoull(digits, NULL, strncmp(digits, "0x", 2) == 0 ? 16 : 10);
	node->too_large = errno == ERANGE;
}

const char *resolve_scalar(struct node *node)
{
	const char *text = node->text;

	if (text[0] == '\0')
		return "a value is missing";
	if (is_same(text, "yes") || is_same(text, "true") || is_same(text, "no") || is_same(text, "false")) {
		node->kind = NODE_TRUTH;
		node->number = text[0] == 'y' || text[0] == 't';
		return NULL;
	}
	if (matches(&whole_number, text)) {
		resolve_number(node);
		return NULL;
	}
	return is_other(text) ? "is no text, no whole number such as 10 or 0x1F, and neither yes nor no; quote it where a text is meant" : NULL;
}

/* SPDX-License-Identifier: MIT */
/** @file
 * Rules about rights, judged by the library's validators: what is stored into lies where stores may go, what is fetched where the CPU
 * fetches, what a DMA engine moves where it reaches. One validator refuses what no source states, one allows it: where they differ it is
 * undecided. */
#include <inttypes.h>
#include <string.h>

#include "report.h"

static fm_validator *open_validator(const struct report *report, uint32_t space, uint32_t flags)
{
	fm_validator_options options = FM_STRUCT(fm_validator_options);
	fm_validator *validator = NULL;

	options.profile = report->profile;
	options.space = space;
	options.flags = flags;
	options.rules = FM_RULE_BIT(FM_RULE_BOUNDS) | FM_RULE_BIT(FM_RULE_PERMISSION) | FM_RULE_BIT(FM_RULE_DMA);
	return fm_validator_open(&options, &validator, NULL) == FM_OK ? validator : NULL;
}

/** The pair for a space; NULL where there can be none. */
static fm_validator *strict_for(struct report *report, uint32_t space)
{
	if (space >= sizeof report->strict / sizeof report->strict[0])
		return NULL;
	if (report->strict[space] == NULL)
		report->strict[space] = open_validator(report, space, 0);
	if (report->lenient[space] == NULL)
		report->lenient[space] = open_validator(report, space, FM_VALIDATOR_ALLOW_UNKNOWN);
	return report->lenient[space] == NULL ? NULL : report->strict[space];
}

/** One right of a piece: the rule it is judged by, and how it is said. */
struct right {
	uint32_t access;
	const char *rule;
	const char *no;      /**< "... lies in rom, where nothing can be stored" */
	const char *unknown; /**< "... lies in sram, and no source says whether ..." */
	const char *remedy;
};

static const struct right rights[] = {
	{ FM_ACCESS_READ, "not_readable", "where the CPU can't load", "it can be loaded there", "move it to a region that is read" },
	{ FM_ACCESS_WRITE, "written_in_rom", "where nothing can be stored", "it can be stored into there", "place it in RAM, with its stored copy by AT> in ROM" },
	{ FM_ACCESS_EXECUTE, "not_executable", "where nothing executes", "code executes there", "move the code to a region that executes" },
	{ FM_ACCESS_DMA, "dma_unreachable", "where a DMA engine does not take it", "a DMA engine reaches it", "move the buffer to memory that DMA reaches" },
};

/** Judges one right of the bytes from `number` on. */
static void judge_right(struct report *report, const struct right *right, const char *subject, const struct span *span, uint64_t number, uint64_t bytes)
{
	fm_address address = program_address(report, number);
	fm_validator *strict = strict_for(report, address.space);
	fm_access access = { address.value, bytes, right->access, 0 };
	fm_finding said = FM_STRUCT(fm_finding);
	const char *region = report->tallies[span->region].region.id;
	char at[PLACE_BYTES];
	struct finding *finding;
	int allowed;

	if (strict == NULL || fm_validator_explain(strict, &access, NULL, 0, &said) != FM_OK)
		return;
	allowed = fm_validator_check(report->lenient[address.space], address.value, bytes, right->access) == FM_OK;
	if (allowed && right->access == FM_ACCESS_DMA && report->tallies[span->region].region.dma == FM_FACT_YES)
		return; /* not known are only the units of a transfer, which the program may choose */
	place_text(report, number, at);
	if (allowed) {
		finding = add_finding(report, right->rule, WEIGHT_UNDECIDED, subject, "%s lies in %s at %s, and no source says whether %s", subject, region, at,
				      right->unknown);
		remedy_finding(finding, "look into the platform's manual; --allow %s takes it as right", right->rule);
	} else {
		finding = add_finding(report, right->rule, WEIGHT_FAULT, subject, "%s lies in %s at %s, %s", subject, region, at, right->no);
		/* Of DMA the library knows more than reach: where a transfer has to begin and end. */
		if (right->access == FM_ACCESS_DMA && said.remedy != NULL)
			remedy_finding(finding, "%s", said.remedy);
		else
			remedy_finding(finding, "%s", right->remedy);
	}
	locate_finding(report, finding, span->region, number, bytes, span->piece);
}

static uint32_t asked_of(const struct piece *piece)
{
	uint32_t asked = piece->writes ? FM_ACCESS_WRITE : 0;

	if (piece->executes)
		asked |= FM_ACCESS_EXECUTE;
	else if (piece->kind == PIECE_CONSTANT || piece->kind == PIECE_DATA)
		asked |= FM_ACCESS_READ;
	return piece->dma ? asked | FM_ACCESS_DMA : asked;
}

void judge_rights(struct report *report)
{
	for (size_t i = 0; i < report->span_count; i++) {
		const struct span span = report->spans[i];
		const struct piece *piece = span.piece == PIECE_NONE ? NULL : &report->image->pieces[span.piece];

		if (piece == NULL || span.use == USE_LOAD)
			continue;
		for (size_t r = 0; r < sizeof rights / sizeof rights[0]; r++)
			if (asked_of(piece) & rights[r].access)
				judge_right(report, &rights[r], piece->name, &span, span.number, span.size);
	}
}

/** What of `symbol` lies in each span of its section. */
static void judge_symbol(struct report *report, const struct symbol *symbol)
{
	for (size_t i = 0; i < report->span_count; i++) {
		const struct span span = report->spans[i];
		uint64_t into = symbol->address - span.number, bytes = symbol->size == 0 ? 1 : symbol->size;

		if (span.use != USE_SECTION || symbol->address < span.number || into >= span.size)
			continue;
		if (symbol->piece != PIECE_NONE && symbol->piece != span.piece)
			continue;
		judge_right(report, &rights[3], symbol->name, &span, symbol->address, bytes < span.size - into ? bytes : span.size - into);
		return;
	}
}

enum exit_code judge_dma_symbols(struct report *report)
{
	size_t at = 0;

	for (const char *name; (name = next_option_value(report->call, "dma", &at)) != NULL;) {
		const struct symbol *symbol = image_find_symbol(report->image, name);

		if (symbol == NULL)
			return complain(EXIT_USAGE, "--dma %s: the program has no such symbol", name);
		judge_symbol(report, symbol);
	}
	return EXIT_YES;
}

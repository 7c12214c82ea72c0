/* SPDX-License-Identifier: MIT */
/** @file
 * The steps, and what each must say. Blocks are filled, so that an overlap shows when one goes back. */
#include "model.h"

#include "choices.h"

#include <string.h>

#define EXPECT(condition) \
	do { \
		if (!(condition)) \
			model_fail(__FILE__, __LINE__, #condition); \
	} while (0)

enum { LIVE_MAX = 512, MARKS_MAX = 4, MANY = 4, TOKENS_MAX = 4096 };

/** Which block a strategy takes back. */
enum order { ANY, NONE_BUT_BUFFERS, NEWEST, NEWEST_OF_END, OLDEST };

static const struct {
	const char *strategy;
	enum order order;
} orders[] = { { "arena", NONE_BUT_BUFFERS }, { "stack", NEWEST }, { "double-stack", NEWEST_OF_END }, { "ring", OLDEST } };

/** A block that is out; they stand in the order in which they were granted. */
struct live {
	uintptr_t at;
	size_t len;
	uint64_t token; /**< 0: a raw block */
	uint64_t number; /**< of all that were granted */
	int top;
	unsigned char fill;
};

static struct {
	fm_pool *pool;
	model_source source;
	enum order order;
	size_t block_size, alignment; /**< as the options say; a block_size of 0: any */
	uintptr_t base, end;
	struct live live[LIVE_MAX];
	unsigned count;
	uint64_t granted;
	struct {
		fm_mark mark;
		uint64_t granted;
	} marks[MARKS_MAX];
	unsigned mark_count;
	uint64_t floor; /**< blocks up to this number stay: a mark holds them */
	uint64_t ended[TOKENS_MAX]; /**< tokens that went back */
	unsigned ended_count, walked; /**< `walked` blocks were told by a walk */
} model;

static uint64_t next(void)
{
	return model.source.next(model.source.context);
}

static fm_pool_usage usage_now(void)
{
	fm_pool_usage usage = FM_STRUCT(fm_pool_usage);

	EXPECT(fm_pool_get_usage(model.pool, &usage) == FM_OK);
	return usage;
}

static void add(uintptr_t at, size_t len, uint64_t token, int top)
{
	unsigned char fill = (unsigned char)(model.granted * 37 + 11);

	EXPECT(at >= model.base && at < model.end && len <= model.end - at && model.count < LIVE_MAX);
	memset((void *)at, fill, len);
	model.granted++;
	model.live[model.count++] = (struct live){ at, len, token, model.granted, top, fill };
}

/** The first `len` bytes of a block are as they were filled. */
static void expect_filled(const struct live *live, size_t len)
{
	for (size_t i = 0; i < len; i++)
		EXPECT(((const unsigned char *)live->at)[i] == live->fill);
}

static void drop(unsigned index)
{
	struct live *live = &model.live[index];

	expect_filled(live, live->len);
	if (live->token != 0)
		model.ended[model.ended_count++ % TOKENS_MAX] = live->token;
	memmove(live, live + 1, (model.count - index - 1) * sizeof *live);
	model.count--;
}

/** May this block go back now? */
static int may_return(unsigned index)
{
	const struct live *live = &model.live[index];

	if (model.order == ANY || model.order == NONE_BUT_BUFFERS)
		return 1;
	if (model.order == OLDEST)
		return index == 0;
	if (live->number <= model.floor)
		return 0;
	for (unsigned i = index + 1; i < model.count; i++)
		if (model.order == NEWEST || model.live[i].top == live->top)
			return 0;
	return 1;
}

/** What freeing `address` must say; where two answers are right, `*other` is the second. */
static fm_status free_verdict(uintptr_t address, fm_status *other, unsigned *index)
{
	*other = FM_E_INTERIOR;
	if (address < model.base || address >= model.end)
		return *other = FM_E_FOREIGN;
	if (model.order == NONE_BUT_BUFFERS)
		return *other = FM_E_UNSUPPORTED;
	for (*index = 0; *index < model.count; ++*index) {
		const struct live *live = &model.live[*index];

		if (live->at == address && live->token != 0)
			return *other = FM_E_STALE;
		if (live->at == address)
			return *other = may_return(*index) ? FM_OK : FM_E_ORDER;
		if (address > live->at && address - live->at < live->len)
			return FM_E_INTERIOR;
	}
	return FM_E_DOUBLE; /* no block that is out; whether one ever began there is the strategy's to say */
}

/** A raw block by one of the three calls, or NULL. */
static void *take_block(uint64_t choice, size_t size, size_t align, int top)
{
	if (top)
		return fm_pool_alloc_top(model.pool, size, align);
	return align == 0 && (choice & 16) != 0 ? fm_pool_alloc(model.pool, size) : fm_pool_alloc_aligned(model.pool, size, align);
}

static fm_status take_buffer(size_t size, size_t align, int top, fm_buffer *out)
{
	return top ? fm_pool_acquire_top(model.pool, size, align, out, NULL) : fm_pool_acquire(model.pool, size, align, out, NULL);
}

/** What explain() says before is what the call says. */
static void step_take(uint64_t choice)
{
	size_t size = any_size(next(), model.block_size != 0 ? model.block_size : 96), align = any_align(next());
	int block = (int)(choice & 1), top = (choice & 14) == 2;
	fm_request request = (block ? FM_REQUEST_BLOCK : FM_REQUEST_BUFFER) | (top ? FM_REQUEST_TOP_BUFFER : 0);
	fm_status want = fm_pool_explain(model.pool, request, size, align, NULL);
	fm_buffer buffer = { .data = NULL, .len = size };

	if (block)
		buffer.data = take_block(choice, size, align, top);
	else
		EXPECT(take_buffer(size, align, top, &buffer) == want);
	EXPECT((buffer.data != NULL) == (want == FM_OK));
	if (want != FM_OK)
		return;
	EXPECT((uintptr_t)buffer.data % (align != 0 ? align : model.alignment) == 0 && buffer.len == size);
	add((uintptr_t)buffer.data, size, buffer.token, top);
}

static void give(unsigned index)
{
	struct live live = model.live[index];
	int raw = live.token == 0, may = may_return(index);

	if (raw && model.order == NONE_BUT_BUFFERS)
		return;
	if (may)
		drop(index);

	fm_status said = raw ? fm_pool_free_address(model.pool, live.at) : fm_pool_release(model.pool, live.token);

	EXPECT(said == (may ? FM_OK : FM_E_ORDER));
	if (may && !raw)
		EXPECT(fm_pool_release(model.pool, live.token) == FM_E_STALE);
}

static void step_give(uint64_t choice)
{
	if (model.count == 0)
		return;
	/* Strategies with an order would seldom be asked for what may go: half of the time they are. */
	if ((choice & 1) == 0 && model.order == OLDEST)
		give(0);
	else if ((choice & 1) == 0)
		give(model.count - 1);
	else
		give((unsigned)(choice >> 1) % model.count);
}

static uintptr_t any_address(uint64_t choice)
{
	uint64_t word = next();

	if ((choice & 3) == 0)
		return (uintptr_t)(word >> (choice >> 2 & 63));
	if ((choice & 3) == 1 && model.count != 0)
		return model.live[word % model.count].at + (word >> 32) % 20 - ((word >> 60) == 0);
	return model.base + word % (model.end - model.base + 64) - 32;
}

static void step_misuse(uint64_t choice)
{
	uintptr_t address = any_address(choice);
	unsigned index = 0;
	fm_status other, want = free_verdict(address, &other, &index);

	if (want != FM_OK) {
		fm_status said = fm_pool_free_address(model.pool, address);

		EXPECT(address == 0 ? said == FM_E_FOREIGN : said == want || said == other);
	}

	unsigned known = model.ended_count < TOKENS_MAX ? model.ended_count : TOKENS_MAX;
	uint64_t token = (choice & 256) != 0 || known == 0 ? next() : model.ended[next() % known];

	for (unsigned i = 0; i < model.count; i++)
		if (model.live[i].token == token)
			return;

	fm_buffer found;
	fm_status said = fm_pool_release(model.pool, token);

	EXPECT(said == FM_E_FOREIGN || said == FM_E_STALE);
	EXPECT((choice & 256) != 0 || known == 0 || said == FM_E_STALE);
	EXPECT(fm_pool_buffer(model.pool, token, &found) == said);
}

static void step_look(uint64_t choice)
{
	uintptr_t address = any_address(choice);
	fm_block block = { 7, 7, 7 };
	fm_status said = fm_pool_block(model.pool, address, &block);

	if (said == FM_E_UNSUPPORTED)
		return;
	EXPECT((said == FM_E_FOREIGN) == (address < model.base || address >= model.end));
	for (unsigned i = 0; i < model.count; i++) {
		const struct live *live = &model.live[i];

		if (address >= live->at && address - live->at < live->len)
			EXPECT(said == FM_OK && block.address == live->at && block.size >= live->len && block.token == live->token);
		else if (said == FM_OK)
			EXPECT(block.address != live->at || address - live->at < block.size);
	}
	EXPECT(said == FM_OK || block.size == 7);
}

static void step_resize(uint64_t choice)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	size_t size = any_size(next(), model.block_size != 0 ? model.block_size : 96);

	if (model.count == 0)
		return;

	struct live *live = &model.live[choice % model.count];
	fm_status said = fm_pool_resize(model.pool, (void *)live->at, size, &why);

	if (said == FM_E_UNSUPPORTED)
		return;
	if (size == 0 || live->token != 0) {
		EXPECT(said == (size == 0 ? FM_E_ARGUMENT : FM_E_STALE));
	} else if (said == FM_OK) {
		expect_filled(live, live->len < size ? live->len : size);
		live->len = size;
		memset((void *)live->at, live->fill, size);
	} else {
		EXPECT((said == FM_E_EXHAUSTED || said == FM_E_TOO_LARGE) && why.largest >= live->len && why.largest < size);
	}
}

static void step_mark(void)
{
	fm_mark mark;
	fm_status said = fm_pool_mark(model.pool, &mark);

	if (said == FM_E_UNSUPPORTED)
		return;
	EXPECT(said == FM_OK);
	if (model.order == OLDEST)
		model.mark_count = 0; /* these do not nest: the last one is kept */
	if (model.mark_count == MARKS_MAX) {
		EXPECT(fm_pool_rewind(model.pool, &mark) == FM_OK);
		return;
	}
	model.marks[model.mark_count].mark = mark;
	model.marks[model.mark_count].granted = model.granted;
	model.mark_count++;
	model.floor = model.granted;
}

/** True iff a buffer is out with a number in from + 1 to to. */
static int has_buffer(uint64_t from, uint64_t to)
{
	for (unsigned i = 0; i < model.count; i++)
		if (model.live[i].token != 0 && model.live[i].number > from && model.live[i].number <= to)
			return 1;
	return 0;
}

static void drop_numbers(uint64_t from, uint64_t to)
{
	for (unsigned i = model.count; i > 0; i--)
		if (model.live[i - 1].number > from && model.live[i - 1].number <= to)
			drop(i - 1);
}

static void step_rewind(uint64_t choice)
{
	if (model.mark_count == 0)
		return;

	unsigned index = (choice & 7) == 0 ? (unsigned)(choice >> 3) % model.mark_count : model.mark_count - 1;
	uint64_t granted = model.marks[index].granted;

	if (model.order == OLDEST) {
		fm_status want = has_buffer(0, granted) ? FM_E_BUSY : FM_OK;

		if (want == FM_OK)
			drop_numbers(0, granted);
		EXPECT(fm_pool_retire(model.pool, &model.marks[index].mark) == want);
		return;
	}

	fm_status want = index != model.mark_count - 1 ? FM_E_ORDER : has_buffer(granted, UINT64_MAX) ? FM_E_BUSY : FM_OK;

	if (want == FM_OK)
		drop_numbers(granted, UINT64_MAX);
	EXPECT(fm_pool_rewind(model.pool, &model.marks[index].mark) == want);
	if (want != FM_OK)
		return;
	EXPECT(fm_pool_rewind(model.pool, &model.marks[index].mark) == FM_E_STALE);
	model.mark_count--;
	model.floor = model.mark_count != 0 ? model.marks[model.mark_count - 1].granted : 0;
}

static void step_many(void)
{
	fm_buffer buffers[MANY];
	uint64_t tokens[MANY];
	fm_status statuses[MANY];
	size_t size = any_size(next(), model.block_size != 0 ? model.block_size : 96), n = fm_pool_acquire_many(model.pool, size, 0, buffers, MANY, NULL);

	for (size_t i = 0; i < n; i++) {
		tokens[i] = buffers[i].token;
		memset(buffers[i].data, 0xEE, size);
	}
	if (model.order == OLDEST && model.count != 0) {
		for (size_t i = 0; i < n; i++)
			add((uintptr_t)buffers[i].data, size, tokens[i], 0);
		return;
	}
	EXPECT(fm_pool_release_many(model.pool, tokens, n, statuses) == n && (n == 0 || (statuses[0] == FM_OK && statuses[n - 1] == FM_OK)));
	model.granted += n;
}

static void step_reset(void)
{
	fm_status want = has_buffer(0, UINT64_MAX) ? FM_E_BUSY : FM_OK;

	if (want == FM_OK)
		drop_numbers(0, UINT64_MAX);
	EXPECT(fm_pool_reset(model.pool) == want);
	if (want == FM_OK)
		model.mark_count = 0, model.floor = 0;
}

static fm_status visit(void *context, const fm_block *block)
{
	uint64_t *last = context;

	EXPECT(model.order == OLDEST || block->address >= *last);
	*last = block->address + block->size;
	for (unsigned i = 0; i < model.count; i++)
		if (model.live[i].at == block->address) {
			EXPECT(block->size >= model.live[i].len && block->token == model.live[i].token);
			model.walked++;
			return FM_OK;
		}
	model_fail(__FILE__, __LINE__, "a walk told a block that is not out");
	return FM_E_DAMAGED;
}

/** Holds the pool's figures against the list. */
static void expect_figures(void)
{
	fm_pool_usage usage = usage_now();
	uint64_t buffers = 0;

	for (unsigned i = 0; i < model.count; i++)
		buffers += model.live[i].token != 0;
	EXPECT(fm_pool_check(model.pool) == FM_OK);
	EXPECT(usage.blocks == model.count && usage.buffers == buffers && usage.used + usage.available == usage.capacity);
	EXPECT(usage.used <= usage.peak && usage.peak <= usage.capacity && (model.count != 0 || model.mark_count != 0 || usage.used == 0));
}

/** Holds what a walk tells against the list. */
static void expect_account(void)
{
	uint64_t last = 0;
	fm_pool_usage usage = usage_now();

	EXPECT(fm_pool_explain(model.pool, FM_REQUEST_BLOCK, (size_t)usage.largest, 0, NULL) == (usage.largest != 0 ? FM_OK : FM_E_ARGUMENT));
	EXPECT(fm_pool_explain(model.pool, FM_REQUEST_BLOCK, (size_t)usage.largest + 1, 0, NULL) != FM_OK);
	model.walked = 0;
	fm_status said = fm_pool_walk(model.pool, visit, &last);

	EXPECT(said == FM_E_UNSUPPORTED || (said == FM_OK && model.walked == model.count));
	EXPECT(fm_pool_survey(model.pool, &usage) == FM_OK && usage.surveyed == 1 && usage.largest_hole <= usage.available);
	EXPECT((usage.holes == 0) == (usage.largest_hole == 0) && usage.largest <= usage.largest_hole);
}

static void step(void)
{
	uint64_t choice = next();

	unsigned which = (unsigned)(choice & 31);

	choice >>= 5;
	if (which == 0)
		step_many();
	else if (which == 1)
		step_mark();
	else if (which == 2)
		step_rewind(choice);
	else if (which == 3 && (choice & 15) == 0)
		step_reset();
	else if (which < 6)
		step_resize(choice);
	else if (which < 8)
		step_look(choice);
	else if (which < 12)
		step_misuse(choice);
	else if (which < 21)
		step_give(choice);
	else
		step_take(choice);
	expect_figures();
	if ((choice >> 30 & 7) == 0)
		expect_account();
}

/** Gives back the newest block that may go, so that buffers granted since `granted` come to go. */
static void give_one(uint64_t granted)
{
	for (unsigned i = model.count; i > 0; i--) {
		const struct live *live = &model.live[i - 1];
		int stays = model.order == NONE_BUT_BUFFERS && live->token == 0;

		if (live->number > granted && !stays && may_return(i - 1)) {
			give(i - 1);
			return;
		}
	}
	model_fail(__FILE__, __LINE__, "no block may go back");
}

/** Everything goes back: marks first, then buffers in the strategy's order, then all raw blocks at once. */
static void finish(void)
{
	while (model.order != OLDEST && model.mark_count != 0) {
		while (has_buffer(model.marks[model.mark_count - 1].granted, UINT64_MAX))
			give_one(model.marks[model.mark_count - 1].granted);
		step_rewind(1);
	}
	while (has_buffer(0, UINT64_MAX))
		give_one(0);
	step_reset();
	expect_figures();
	expect_account();
	EXPECT(fm_pool_close(model.pool) == FM_OK);
}

void model_run(const fm_pool_options *options, uint64_t steps, model_source source)
{
	void *base;
	size_t size;

	memset(&model, 0, sizeof model);
	model.source = source;
	model.block_size = options->block_size;
	model.alignment = options->alignment != 0 ? options->alignment : FM_POOL_ALIGN;
	EXPECT(fm_pool_open(options, &model.pool, NULL) == FM_OK);
	for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++)
		if (strcmp(orders[i].strategy, fm_pool_strategy(model.pool)) == 0)
			model.order = orders[i].order;
	EXPECT(fm_pool_storage(model.pool, &base, &size) == FM_OK);
	model.base = (uintptr_t)base;
	model.end = model.base + size;
	for (; steps > 0; steps--)
		step();
	finish();
}

/* SPDX-License-Identifier: MIT */
/** @file
 * The life of a wrapped function: options, signature, one block, its code, references, the end. */
#include <string.h>

#include "base/abi.h"
#include "base/provider.h"
#include "base/refuse.h"
#include "ffi/wrap.h"

/** Bytes of the struct in the first release. */
#define OPTIONS_FIRST_SIZE (offsetof(fm_wrap_options, reserved) + sizeof(uint32_t))

#define WRAP_ALIGN 16

/** What fm_wrap_open() has found out on its way. */
struct plan {
	fm_wrap_options known;
	fm_memory_provider provider;
	fm_code_provider code;
	fm_ffi_signature signature;
	size_t length; /**< of the signature's text */
	fm_refusal what;
};

/** Names what is wrong. */
static fm_status blame(struct plan *plan, fm_status status, const char *subject)
{
	fm_refusal_set_subject(&plan->what, subject);
	return status;
}

/** The same of bytes that nobody gave. */
static fm_status blame_memory(struct plan *plan, fm_status status, const char *subject, size_t bytes)
{
	plan->what.asked = bytes;
	plan->what.align = WRAP_ALIGN;
	return blame(plan, status, subject);
}

/** Bytes of the signature, one more than may be where it has too many. */
static size_t length_of(const fm_wrap_options *known)
{
	size_t length = 0;

	if (known->signature_length != 0)
		return known->signature_length;
	while (length <= FM_WRAP_SIGNATURE_MAX && known->signature[length] != '\0')
		length++;
	return length;
}

static fm_status judge_options(struct plan *plan)
{
	const fm_wrap_options *known = &plan->known;

	if (known->function == NULL)
		return blame(plan, FM_E_ARGUMENT, "options.function");
	if (known->signature == NULL)
		return blame(plan, FM_E_ARGUMENT, "options.signature");
	if (known->validator == NULL)
		return blame(plan, FM_E_ARGUMENT, "options.validator");
	if ((known->flags & ~FM_WRAP_WITHOUT_CODE) != 0 || known->reserved != 0)
		return blame(plan, FM_E_ARGUMENT, "options.flags");
	return FM_OK;
}

/** A result for refused calls is one of the signature's type. */
static fm_status judge_result(struct plan *plan)
{
	size_t wanted = plan->signature.result == NULL ? 0 : plan->signature.result->size;

	if (plan->known.refused_result == NULL || plan->known.refused_result_size == wanted)
		return FM_OK;
	return blame(plan, FM_E_ARGUMENT, "options.refused_result_size");
}

static fm_status read_providers(struct plan *plan)
{
	fm_status status = fm_provider_read(plan->known.provider, &plan->provider);

	if (status != FM_OK)
		return blame(plan, status, "options.provider");
	status = fm_ffi_read_code(plan->known.code, &plan->code);
	return status == FM_OK ? FM_OK : blame(plan, status, "options.code");
}

static fm_status read_signature(struct plan *plan, size_t *error_at)
{
	size_t fault = 0;

	plan->length = length_of(&plan->known);

	fm_status status = fm_ffi_parse(plan->known.signature, plan->length, &plan->signature, &fault, &plan->what);

	if (status != FM_OK && error_at != NULL)
		*error_at = fault;
	return status;
}

/** Judges everything, asks for nothing. */
static fm_status read_all(const fm_wrap_options *options, struct plan *plan, size_t *error_at)
{
	fm_status status = fm_abi_import(&plan->known, sizeof plan->known, OPTIONS_FIRST_SIZE, options);

	if (status == FM_OK)
		status = judge_options(plan);
	if (status == FM_OK)
		status = read_providers(plan);
	if (status == FM_OK)
		status = read_signature(plan, error_at);
	return status == FM_OK ? judge_result(plan) : status;
}

/** Ends a name in the copied text; what stood behind it was read long ago. */
static void end_name(fm_wrap *wrap, uint16_t at, uint16_t length)
{
	if (at != FM_FFI_NO_NAME)
		wrap->text[at + length] = '\0';
}

/** Copies the signature's text, for the names in findings. */
static void keep_text(fm_wrap *wrap, const struct plan *plan)
{
	memcpy(wrap->text, plan->known.signature, plan->length);
	end_name(wrap, wrap->signature.name, wrap->signature.name_length);
	for (uint8_t i = 0; i < wrap->signature.count; i++)
		end_name(wrap, wrap->signature.parameters[i].name, wrap->signature.parameters[i].name_length);
}

/** Tells libffi what the function takes. */
static ffi_status prepare(fm_wrap *wrap)
{
	const fm_ffi_signature *signature = &wrap->signature;

	for (uint8_t i = 0; i < signature->count; i++)
		wrap->types[i] = signature->parameters[i].is_pointer ? &ffi_type_pointer : signature->parameters[i].type->known;
	return ffi_prep_cif(&wrap->cif, FFI_DEFAULT_ABI, signature->count, signature->result == NULL ? &ffi_type_void : signature->result->known, wrap->types);
}

/** Makes the wrapped function of zeroed memory, but for its code. */
static void begin_wrap(fm_wrap *wrap, const struct plan *plan, size_t bytes)
{
	wrap->signature = plan->signature;
	wrap->validator = plan->known.validator;
	wrap->function = plan->known.function;
	wrap->references = 1;
	wrap->hear = plan->known.refused;
	wrap->user = plan->known.user;
	wrap->provider = plan->provider;
	wrap->code = plan->code;
	wrap->bytes = bytes;
	if (plan->known.refused_result != NULL && wrap->signature.result != NULL)
		fm_ffi_widen(wrap->signature.result, plan->known.refused_result, &wrap->refused_result);
	keep_text(wrap, plan);
}

/** Obtains the code and makes it call fm_ffi_run(). A failure leaves nothing. */
static fm_status begin_code(fm_wrap *wrap, struct plan *plan)
{
	void *written = NULL, *executed = NULL;

	if (prepare(wrap) != FFI_OK)
		return blame(plan, FM_E_UNSUPPORTED, "such a call");
	if (plan->known.flags & FM_WRAP_WITHOUT_CODE)
		return FM_OK;

	fm_status status = wrap->code.obtain(wrap->code.user, sizeof *wrap->closure, &written, &executed);

	if (status != FM_OK)
		return blame_memory(plan, status, "executable memory", sizeof *wrap->closure);
	if (ffi_prep_closure_loc(written, &wrap->cif, fm_ffi_run, wrap, executed) != FFI_OK) {
		wrap->code.give_back(wrap->code.user, written, sizeof *wrap->closure);
		return blame(plan, FM_E_UNSUPPORTED, "such a call");
	}
	wrap->closure = written;
	memcpy(&wrap->entry, &executed, sizeof executed); /* POSIX: a pointer to data holds one to a function */
	return FM_OK;
}

/** Obtains what it takes. */
static fm_status make(struct plan *plan, fm_wrap **out)
{
	size_t bytes = sizeof(fm_wrap) + plan->length + 1;
	void *block = NULL;
	fm_status status = plan->provider.obtain(plan->provider.user, bytes, WRAP_ALIGN, &block);

	if (status != FM_OK)
		return blame_memory(plan, status, "wrapped function", bytes);
	begin_wrap(block, plan, bytes);
	status = begin_code(block, plan);
	if (status != FM_OK) {
		plan->provider.give_back(plan->provider.user, block, bytes, WRAP_ALIGN);
		return status;
	}
	*out = block;
	fm_validator_ref((*out)->validator);
	return FM_OK;
}

fm_status fm_wrap_open(const fm_wrap_options *options, fm_wrap **out, size_t *error_at, fm_refusal *why)
{
	struct plan plan = { .what = { .help = FM_HELP_OTHER } };
	fm_status status = out == NULL ? FM_E_ARGUMENT : read_all(options, &plan, error_at);

	if (status == FM_OK)
		status = make(&plan, out);
	if (status == FM_OK)
		return FM_OK;
	plan.what.status = status;
	return fm_refuse(why, &plan.what);
}

fm_wrap *fm_wrap_new(fm_function function, const char *signature, fm_validator *validator)
{
	fm_wrap *wrap = NULL;
	fm_status status = fm_wrap_open(FM_OPTIONS(fm_wrap_options, .function = function, .signature = signature, .validator = validator), &wrap, NULL, NULL);

	return status == FM_OK ? wrap : NULL;
}

fm_function fm_wrap_function(const fm_wrap *wrap)
{
	return wrap == NULL ? NULL : wrap->entry;
}

fm_wrap *fm_wrap_ref(fm_wrap *wrap)
{
	if (wrap != NULL)
		FM_ATOMIC_ADD(&wrap->references, 1);
	return wrap;
}

/** Gives everything back, the block last. */
static void destroy(fm_wrap *wrap)
{
	fm_memory_provider provider = wrap->provider;
	fm_code_provider code = wrap->code;
	size_t bytes = wrap->bytes;

	if (wrap->closure != NULL)
		code.give_back(code.user, wrap->closure, sizeof *wrap->closure);
	fm_validator_unref(wrap->validator);
	provider.give_back(provider.user, wrap, bytes, WRAP_ALIGN);
	if (code.drop != NULL)
		code.drop(code.user);
	if (provider.drop != NULL)
		provider.drop(provider.user);
}

void fm_wrap_unref(fm_wrap *wrap)
{
	if (wrap != NULL && FM_ATOMIC_ADD(&wrap->references, (uint32_t)-1) == 0)
		destroy(wrap);
}

fm_status fm_wrap_close(fm_wrap *wrap)
{
	fm_wrap_usage usage = FM_STRUCT(fm_wrap_usage);
	fm_status status = fm_wrap_get_usage(wrap, &usage);

	if (status != FM_OK)
		return status;
	if (FM_ATOMIC_LOAD(&wrap->references) > 1 || usage.running != 0)
		return FM_E_BUSY;
	destroy(wrap);
	return FM_OK;
}

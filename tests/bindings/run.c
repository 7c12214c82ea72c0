/* SPDX-License-Identifier: MIT */
/** @file
 * Executes the scenarios (README.md) against the C library, as every binding does. usage: run FILE.ndjson... */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ops.h"

static unsigned scenarios, steps, differ;

static const char *short_name(fm_status status)
{
	return status == FM_OK ? "OK" : fm_status_name(status) + strlen("FM_E_");
}

static json_t *number(uint64_t value)
{
	return json_sprintf("%" PRIu64, value);
}

/* The record of a refusal as members; NULL iff the call wrote none. */
static json_t *record_of(const fm_refusal *why)
{
	if (why->status == FM_OK)
		return NULL;
	return json_pack("{s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:s}", "status", short_name(why->status), "asked", number(why->asked), "align",
		number(why->align), "capacity", number(why->capacity), "available", number(why->available), "largest", number(why->largest), "help",
		number(why->help), "help_bytes", number(why->help_bytes), "subject", why->subject);
}

/* Compares each wanted member with what there is. */
static void compare(const struct step *step, json_t *wanted, json_t *got, const char *what)
{
	const char *key;
	json_t *value;

	json_object_foreach(wanted, key, value) {
		const char *found = json_string_value(json_object_get(got, key));

		if (found != NULL && strcmp(found, json_string_value(value)) == 0)
			continue;
		printf("%s.%s is %s in %s\n", what, key, found == NULL ? "not there" : found, json_dumps(step->json, JSON_COMPACT));
		differ++;
	}
}

static void run_step(json_t *json)
{
	struct step step = { json, json_object(), FM_STRUCT(fm_refusal), 0 };
	op_function *op = op_find(json_string_value(json_object_get(json, "op")));
	const char *wanted = json_string_value(json_object_get(json, "status"));
	json_t *record, *at = json_object_get(json, "at");
	fm_status status;

	if (op == NULL)
		die(&step, "no such op");
	status = op(&step);
	steps++;
	if (strcmp(short_name(status), wanted == NULL ? "OK" : wanted) != 0) {
		printf("status %s in %s\n", short_name(status), json_dumps(json, JSON_COMPACT));
		differ++;
	}
	if (at != NULL && (size_t)json_integer_value(at) != step.at) {
		printf("at %zu in %s\n", step.at, json_dumps(json, JSON_COMPACT));
		differ++;
	}
	record = record_of(&step.why);
	compare(&step, json_object_get(json, "want"), step.answer, "want");
	compare(&step, json_object_get(json, "refusal"), record, "refusal");
	json_decref(record);
	json_decref(step.answer);
}

static void run_file(const char *path)
{
	char line[4096];
	FILE *file = fopen(path, "r");

	if (file == NULL) {
		perror(path);
		exit(2);
	}
	while (fgets(line, sizeof line, file) != NULL) {
		json_error_t error;
		json_t *json = json_loads(line, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);

		if (json == NULL || (json_object_get(json, "scenario") != NULL && json_integer_value(json_object_get(json, "format")) != 1)) {
			fprintf(stderr, "%s: not a step of format 1: %s", path, line);
			exit(2);
		}
		if (json_object_get(json, "scenario") != NULL) {
			objects_drop();
			scenarios++;
		} else {
			run_step(json);
		}
		json_decref(json);
	}
	objects_drop();
	fclose(file);
}

int main(int count, char **arguments)
{
	int i;

	for (i = 1; i < count; i++)
		run_file(arguments[i]);
	printf("c: %u scenarios, %u steps, %u differ\n", scenarios, steps, differ);
	return scenarios == 0 || differ != 0;
}

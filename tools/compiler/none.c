/* SPDX-License-Identifier: MIT */
/** @file
 * What stands in for lint and compile where the command was built without libyaml. */
#include "command.h"

const struct option_row profile_compile_options[] = { { NULL, NULL, NULL, COMPLETES_NOTHING } };

static enum exit_code say_how(const struct invocation *invocation)
{
	return complain(EXIT_INPUT, "%s: this flightmem was built without libyaml (apt-get install libyaml-dev, then configure again)", invocation->argv[0]);
}

enum exit_code run_profile_lint(const struct invocation *invocation)
{
	return say_how(invocation);
}

enum exit_code run_profile_compile(const struct invocation *invocation)
{
	return say_how(invocation);
}

/* SPDX-License-Identifier: MIT */
/** @file
 * Quiet scopes in C++: new and delete are heard, the guard ends its scope when an exception leaves the block. */
#include <flightmem.h>

#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <vector>

__attribute__((noinline)) void by_new(std::vector<int *> &kept)
{
	kept[0] = new int(1);
}

static bool throws()
{
	try {
		fm_quiet_scope quiet;

		throw std::runtime_error("out");
	} catch (const std::runtime_error &) {
		return true;
	}
}

int main()
{
	std::vector<int *> kept(1);

	if (!throws())
		return 2;

	fm_quiet_scope quiet; /* busy, had the guard not ended the other */
	fm_quiet_report report = FM_STRUCT(fm_quiet_report);

	by_new(kept);
	delete kept[0];
	{
		fm_quiet_scope nested;

		if (nested.end() != FM_E_BUSY)
			return 2;
	}

	fm_status status = quiet.end(&report);

	std::printf("%s\n%s\n", fm_status_name(status), fm_quiet_text());
	return report.heap_heard == FM_QUIET_HEARS && report.heap_calls == 1 && report.heap_returns == 1 && quiet.end() == FM_E_NOT_FOUND ? 0 : 1;
}

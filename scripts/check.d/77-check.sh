#!/bin/bash
# SPDX-License-Identifier: MIT
# flightmem check against files that nobody may believe, by hand and by libFuzzer (longer with --long); and a command without libelf, which
# still reads maps and images.
. "$(dirname "$0")/lib.sh"
[ -e "$FM_UNIT_BUILD/Makefile" ] || try "check configure" configured unit --enable-werror CFLAGS='-g -O2' || exit 1
try "check make" make -C "$FM_UNIT_BUILD" -j"$FM_JOBS" all || exit 1
[ -z "$FM_LONG" ] || export FM_HOSTILE_CHANGES=100000 FM_FUZZ_SECONDS=900
try "check: hostile files" env top_srcdir="$FM_ROOT" top_builddir="$FM_UNIT_BUILD" bash "$FM_ROOT/tests/check/test_hostile.sh"

build=$FM_CHECK_DIR/no-elf
says_so()
{
	"$build/flightmem" check "$build/program.elf" --profile gba > "$build/said" 2>&1
	[ $? = 3 ] && grep -q 'built without libelf (apt-get install libelf-dev' "$build/said"
}
try "check without libelf: configure" configured no-elf --enable-werror --without-libelf --without-criterion || exit 1
try "check without libelf: make" make -C "$build" -j"$FM_JOBS" flightmem || exit 1
printf '\177ELF' > "$build/program.elf"
try "check without libelf: says what is missing" says_so
for test in test_map test_rom; do
	try "check without libelf: $test" env top_srcdir="$FM_ROOT" top_builddir="$build" bash "$FM_ROOT/tests/check/$test.sh"
done
exit $failed

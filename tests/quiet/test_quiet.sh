#!/bin/sh
# SPDX-License-Identifier: MIT
# libflightmem-quiet in whole programs: each call that asks for memory is heard with the function that made it, nothing else is; linked,
# preloaded and absent; in C++; in programs with the address sanitizer; without leaks under valgrind. Environment: top_srcdir, top_builddir.
set -eu
src=$(cd "${top_srcdir:-.}" && pwd) build=$(cd "${top_builddir:-.}" && pwd)
libraries=$build/.libs
[ -e "$libraries/libflightmem.so" ] || { echo "no shared library was built (configure without --disable-shared)"; exit 77; }
if ${NM:-nm} -D "$libraries/libflightmem.so" | grep -q __asan_init; then
	echo "the library is built with sanitizers, with which these programs are not; configure without them"
	exit 77
fi
command -v valgrind > /dev/null || { echo "valgrind is not installed: scripts/install-toolchain.sh bench"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
cc=${CC:-gcc} cxx=${CXX:-g++}
flags="-g -O1 -Wall -Wextra -Werror -rdynamic -I$src/include -L$libraries -Wl,-rpath,$libraries -pthread"
# As pkgconfig/flightmem-quiet.pc says: a linker that drops what a program does not name would drop it.
quiet='-Wl,--push-state,--no-as-needed -lflightmem-quiet -Wl,--pop-state'
fail() { echo "$*"; [ ! -e out ] || cat out; exit 1; }

$cc $flags -o linked "$src/tests/quiet/callers.c" $quiet -lflightmem
$cc $flags -o plain "$src/tests/quiet/callers.c" -lflightmem
$cc $flags -fsanitize=address -o sanitized "$src/tests/quiet/callers.c" $quiet -lflightmem
$cxx $flags -o scope "$src/tests/quiet/scope.cc" $quiet -lflightmem
$cc $flags -o inside "$src/tests/quiet/callers.c" $quiet "$libraries/libflightmem.a"
linked() { ./linked "$@"; }
inside() { ./inside "$@"; }
plain() { ./plain "$@"; }
preloaded() { LD_PRELOAD=$libraries/libflightmem-quiet.so ./plain "$@"; }
sanitized() { ASAN_OPTIONS=detect_leaks=0 ./sanitized "$@"; }
under_valgrind() { valgrind -q --soname-synonyms=somalloc=nouserintercepts ./linked "$@"; }

# heard HOW FUNCTION CALL [CALL-IN-TEXT]: one line a call, with its place.
heard()
{
	status=0
	"$1" "$2" > out 2>&1 || status=$?
	[ $status = 3 ] || fail "$1 $2 ends with $status, not 3"
	[ "$(grep -c '^  ' out)" = 1 ] || fail "$1 $2: not one place"
	# The C library's own calls may stand between, and a sanitizer's that hands the call on.
	grep -qE "^  $3 by (([_a-z]*strdup|sanitized|__interceptor_mmap)\+[^ ]* (\([^ ]*\) )?< )*$2\+0x" out || fail "$1 $2: not heard as $3 by $2"
}
# quiet HOW FUNCTION GIVEN-BACK: the scope is quiet, what was given back is counted.
quiet()
{
	"$1" $2 > out 2>&1 || fail "$1 $2 is not quiet"
	! grep -q '^  ' out || fail "$1 $2: a place"
	grep -q "$3" out || fail "$1 $2: no $3"
}

for how in linked inside preloaded under_valgrind; do
	heard $how by_malloc 'malloc\(32\)'
	heard $how by_calloc 'calloc\(32\)'
	heard $how by_realloc 'realloc\(64\)'
	heard $how by_reallocarray 'reallocarray\(100\)'
	heard $how by_aligned_alloc 'aligned_alloc\(128\)'
	heard $how by_posix_memalign 'posix_memalign\(256\)'
	heard $how by_memalign 'memalign\(512\)'
	heard $how by_strdup 'malloc\(7\)'
	heard $how by_mmap 'mmap\(4096\)'
	heard $how by_mmap64 'mmap\(4096\)'
	heard $how by_mremap 'mremap\(8192\)'
	quiet $how by_free 'heap: 0 asked for (0 bytes), 1 given back; pages: 0 .* 0 given back'
	quiet $how by_munmap 'heap: 0 asked for (0 bytes), 0 given back; pages: 0 .* 1 given back'
	quiet $how by_free_of_null 'heap: 0 asked for (0 bytes), 0 given back'
	quiet $how by_other_thread 'heap: 0 asked for'
	quiet $how '' 'FM_OK 1 1'
done
# valgrind itself does not know these.
heard linked by_valloc 'valloc\(1024\)'
heard linked by_pvalloc 'pvalloc\(2048\)'
REPORT_RETURNS=1 heard linked by_free 'free\(\)'
REPORT_RETURNS=1 heard linked by_munmap 'munmap\(\)'
REPORT_RETURNS=1 heard linked by_release 'fm_pool_release\(\)'

# Pools are heard however the program was built, the heap only where something hears it, and the report says so.
for how in linked inside preloaded plain sanitized; do
	heard $how by_pool_alloc 'fm_pool_alloc\(24\)'
	heard $how by_plane 'fm_pool_acquire\(256\)'
	quiet $how by_release 'watched pools: 0 asked for (0 bytes), 1 given back'
	quiet $how by_unwatched_pool 'FM_OK'
	quiet $how by_nested_scope 'FM_OK'
done
for how in linked preloaded; do heard $how by_new_pool 'mmap\([0-9]+\)'; done
heard plain by_new_pool 'fm_memory_default\([0-9]+\)'
quiet plain by_malloc 'heap: not heard; pages of the library: 0'
quiet plain by_mmap 'FM_OK 0 2'
# gcc's sanitizer is a file of its own, clang's is part of the program.
for compiler in $cc clang-14 clang-19; do
	command -v "$compiler" > /dev/null || continue
	$compiler $flags -fsanitize=address -o sanitized "$src/tests/quiet/callers.c" $quiet -lflightmem
	heard sanitized by_malloc 'malloc\(32\)'
	heard sanitized by_calloc 'malloc\(32\)'
	heard sanitized by_strdup 'malloc\(7\)'
	heard sanitized by_mmap 'mmap\(4096\)'
	quiet sanitized by_free 'heap: 0 asked for (0 bytes), 1 given back'
	quiet sanitized by_other_thread 'heap: 0 asked for'
done

# More than is kept: the first ones, all of them counted.
./linked $(yes by_malloc | head -n 20) > out || true
grep -q 'heap: 20 asked for (640 bytes)' out && [ "$(grep -c 'by by_malloc+' out)" -ge 8 ] || fail "twenty calls"

./scope > out 2>&1 || fail "C++ fails with $?"
grep -qE '^  malloc\(4\) by .*_Znwm\+.* < .*by_new' out || fail "new is not heard with its place"

# Nothing is left, nothing is touched that was given back.
valgrind -q --error-exitcode=9 --leak-check=full --soname-synonyms=somalloc=nouserintercepts ./linked by_pool_alloc by_plane by_release by_free > out 2>&1 ||
	[ $? = 3 ] || fail "valgrind"
! grep -q '^==' out || fail "valgrind"
valgrind -q ./linked by_malloc > out 2>&1 || fail "valgrind's own malloc breaks the quiet"
grep -q 'heap: not heard' out || fail "valgrind has replaced malloc, and the report does not say so"
# The test that docs/testing.md shows, which fails as it says.
if ${PKG_CONFIG:-pkg-config} --exists criterion; then
	awk '/^```c$/ { on = 1; next } /^```$/ { on = 0 } on' "$src/docs/testing.md" > test_world.c
	cat > world.h <<-'END'
		struct world { fm_pool *pool; char *name; };
		static struct world *world_new(void) { static struct world world; world.pool = fm_pool_new(4096); return &world; }
		void world_step(struct world *world);
		__attribute__((noinline)) void world_step(struct world *world) { free(world->name); world->name = strdup("a text"); }
	END
	$cc $flags -include stdlib.h -include string.h -o test_world test_world.c $quiet -lflightmem $(${PKG_CONFIG:-pkg-config} --cflags --libs criterion)
	! ./test_world > out 2>&1 || fail "the test in docs/testing.md does not see strdup"
	grep -q 'heap: 1 asked for (7 bytes), 1 given back' out && grep -qE 'malloc\(7\) by _*strdup\+.* < world_step\+0x' out ||
		fail "the test in docs/testing.md does not say what it shows"
fi
echo "every call is heard with its place"

#!/bin/bash
# SPDX-License-Identifier: MIT
# Each option of configure does what it says, both ways, and what is missing costs only what needs it.
. "$(dirname "$0")/../../scripts/check.d/lib.sh"
options=$FM_CHECK_DIR/options
rm -rf "$options"
mkdir -p "$options"

# configure FOLDER ARGUMENT...: what it says is in $options/FOLDER.out.
configure()
{
	local folder=$1
	shift
	mkdir -p "$options/$folder"
	(cd "$options/$folder" && "$FM_ROOT/configure" "$@") > "$options/$folder.out" 2>&1
}

# says FOLDER FACT: the closing line of configure has it.
says() { grep '^configure: flightmem' "$options/$1.out" | grep -qw -- "$2" || { tail -n 5 "$options/$1.out"; echo "configure does not say $2"; return 1; }; }

# dependency NAME FACT: with, without, and wanted but not there.
dependency()
{
	configure "with-$1" "--with-$1" && says "with-$1" "$2=yes" || { echo "is $1 installed? scripts/install-toolchain.sh"; return 1; }
	configure "without-$1" "--without-$1" && says "without-$1" "$2=no" || return 1
	if PKG_CONFIG=false configure "wanted-$1" "--with-$1"; then
		echo "--with-$1 was granted though there is none"
		return 1
	fi
	grep -q -- "--with-$1: no .* was found" "$options/wanted-$1.out"
}

nothing_optional()
{
	PKG_CONFIG=false configure nothing --enable-werror || return 1
	for fact in hosted=yes bench=no command=no ffi=no yaml=no retro-graph=no tests=no; do says nothing $fact || return 1; done
	make -C "$options/nothing" -j"$FM_JOBS" && [ -e "$options/nothing/.libs/libflightmem.so" ]
}

# Without libffi there is no libflightmem-ffi, nothing of it is installed, and its header is still in the tarball.
without_libffi()
{
	make -C "$options/without-libffi" -j"$FM_JOBS" libflightmem.la && make -C "$options/without-libffi" -n install | grep -q flightmem.pc || return 1
	make -C "$options/without-libffi" -n install | grep -e flightmem-ffi -e wrap.h && { echo "something of it would be installed"; return 1; }
	return 0
}

without_hosted()
{
	configure core --disable-hosted --enable-werror && says core hosted=no || return 1
	make -C "$options/core" -j"$FM_JOBS" && make -C "$options/core" install DESTDIR="$options/core/to" prefix=/p || return 1
	[ -e "$options/core/to/p/lib/libflightmem-core.a" ] && [ -e "$options/core/to/p/include/flightmem.h" ] || return 1
	[ -z "$(find "$options/core/to" -name 'libflightmem.*')" ]
}

# cross HOST COMPILER NM FLAGS...: every object is freestanding.
cross()
{
	local host=$1 compiler=$2 nm=$3
	shift 3
	command -v "${compiler%% *}" > /dev/null || { echo "$compiler is not installed: scripts/install-toolchain.sh"; return 77; }
	configure "cross-$host" --host="$host" --disable-hosted --enable-werror CC="$compiler" "$@" || { tail -n 5 "$options/cross-$host.out"; return 1; }
	make -C "$options/cross-$host" -j"$FM_JOBS" || return 1
	"$nm" "$options/cross-$host/libflightmem-core.a" | awk '$2 == "T" || $2 == "D" || $2 == "R" { have[$3] } $1 == "U" { want[$2] }
		END { for (w in want) if (!(w in have) && w !~ /^(memcpy|memset|memmove|memcmp|__aeabi_.*|__gnu_thumb1_.*|__stack_pointer|__indirect_function_table)$/) { print w; bad = 1 } exit bad }' ||
		{ echo "the archive needs these from elsewhere"; return 1; }
}

sanitizers()
{
	configure sanitizers --enable-sanitizers --without-criterion || return 1
	make -C "$options/sanitizers" -j"$FM_JOBS" libflightmem.la && nm "$options/sanitizers/.libs/libflightmem.so" | grep -q __asan_init
}

coverage()
{
	configure coverage --enable-coverage --without-criterion || return 1
	make -C "$options/coverage" -j"$FM_JOBS" libflightmem.la && [ -n "$(find "$options/coverage" -name '*.gcno')" ]
}

plain_has_neither()
{
	! nm "$options/nothing/.libs/libflightmem.so" | grep -q -e __asan -e __gcov && [ -z "$(find "$options/nothing" -name '*.gcno')" ]
}

static_or_shared()
{
	configure static --disable-shared --without-criterion && make -C "$options/static" -j"$FM_JOBS" libflightmem.la || return 1
	[ -e "$options/static/.libs/libflightmem.a" ] && [ ! -e "$options/static/.libs/libflightmem.so" ]
}

# Only what is named is there, small, and what rests on it works.
some_platforms()
{
	local tests="platform/test_load platform/test_reference platform/test_rows platform/test_spaces space/test_translate validate/test_check pool/test_screen" test
	configure few --with-platforms=gba,psx --enable-werror && says few platforms=gba,psx && make -C "$options/few" -j"$FM_JOBS" || return 1
	[ "$("$options/few/flightmem" profile list | cut -d' ' -f1 | paste -sd,)" = gba,psx ] || { echo "not gba and psx are there"; return 1; }
	"$options/few/flightmem" profile locate psx 0xA0200010 || return 1
	for test in $tests; do make -C "$options/few" "tests/unit/$test" && "$options/few/tests/unit/$test" || return 1; done
	size "$options/few/lib/platform/.libs/libflightmem_internal_la-tables.o" | awk 'NR == 2 { print $1, "bytes of facts"; exit $1 > 16384 }'
}

unknown_platforms()
{
	if configure unknown --with-platforms=gba,psxx; then return 1; fi
	grep -q -- "--with-platforms: there is no platform 'psxx'; did you mean 'psx'?" "$options/unknown.out" || return 1
	if configure none --with-platforms=,; then return 1; fi
	grep -q "no platform is named" "$options/none.out" || return 1
	if configure without --without-platforms; then return 1; fi
	grep -q "name the platforms that are wanted" "$options/without.out"
}

useless_compiler()
{
	printf '#!/bin/sh\nfor a; do case $a in *.c) grep -q _Static_assert "$a" && exit 1;; esac; done\nexec %s "$@"\n' "${CC:-gcc}" > "$options/old-cc"
	chmod +x "$options/old-cc"
	if configure old CC="$options/old-cc"; then return 1; fi
	grep -q "can't compile flightmem: it needs C99" "$options/old.out"
}

uninstall_leaves_nothing()
{
	local to=$options/nothing/to
	make -C "$options/nothing" install DESTDIR="$to" && [ -n "$(find "$to" -type f)" ] || return 1
	make -C "$options/nothing" uninstall DESTDIR="$to" && [ -z "$(find "$to" ! -type d)" ]
}

[ -e "$FM_ROOT/configure" ] || try "options bootstrap" "$FM_ROOT/bootstrap" || exit 1
try "options apr" dependency apr bench
try "options jansson" dependency jansson command
try "options libelf" dependency libelf elf
try "options libffi" dependency libffi ffi
try "options --without-libffi" without_libffi
try "options libpng" dependency libpng retro-graph
try "options benchmark" dependency benchmark bench
try "options yaml" dependency yaml yaml
try "options criterion" dependency criterion tests
try "options nothing optional is there" nothing_optional
try "options install and uninstall" uninstall_leaves_nothing
try "options --disable-hosted" without_hosted
try "options --disable-hosted --host=arm-none-eabi" cross arm-none-eabi arm-none-eabi-gcc arm-none-eabi-nm CFLAGS='-O2 -mthumb -mcpu=arm7tdmi'
try "options --disable-hosted --host=wasm32" cross wasm32-unknown-none 'clang-19 --target=wasm32' llvm-nm-19 AR=llvm-ar-19 RANLIB=llvm-ranlib-19
try "options --enable-sanitizers" sanitizers
try "options --enable-coverage" coverage
try "options without them no instrument" plain_has_neither
try "options --with-platforms" some_platforms
try "options --with-platforms refuses what there is not" unknown_platforms
try "options --disable-shared" static_or_shared
try "options a compiler that can't is refused in words" useless_compiler
exit $failed

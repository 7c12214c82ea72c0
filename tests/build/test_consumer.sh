#!/bin/sh
# SPDX-License-Identifier: MIT
# A consumer outside the tree: installs under DESTDIR, then builds a C and a C++ program by pkg-config alone, shared and static, and
# runs them; after uninstall no file is left. Environment: top_srcdir, top_builddir.
set -eu
src=$(cd "${top_srcdir:-.}" && pwd) build=$(cd "${top_builddir:-.}" && pwd)
[ -e "$build/.libs/libflightmem.so" ] || { echo "no shared library was built (configure without --disable-shared)"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
root=$scratch/root

make -s -C "$build" install DESTDIR="$root" > "$scratch/install.log" 2>&1 || { cat "$scratch/install.log"; exit 1; }
pc=$(find "$root" -name flightmem.pc)
export PKG_CONFIG_PATH="" PKG_CONFIG_LIBDIR="${pc%/*}" PKG_CONFIG_SYSROOT_DIR="$root"
libdir=$root$(PKG_CONFIG_SYSROOT_DIR='' pkg-config --variable=libdir flightmem)

try()
{
	name=$1
	shift
	"$@" || { echo "$name does not build: $*"; exit 1; }
	LD_LIBRARY_PATH=$libdir "$scratch/consumer" > "$scratch/said" || { echo "$name fails with status $?"; exit 1; }
	grep -q '1 228 800' "$scratch/said" || { echo "$name: the refusal does not name the size"; cat "$scratch/said"; exit 1; }
}

cp "$src/tests/consumer/consumer.c" "$scratch/consumer.cpp"
program=$src/tests/consumer/consumer.c
try "C, shared" ${CC:-gcc} -o "$scratch/consumer" "$program" $(pkg-config --cflags --libs flightmem)
readelf -d "$scratch/consumer" | grep -q 'libflightmem.so.0' || { echo "not linked against libflightmem.so.0"; exit 1; }
try "C++, shared" ${CXX:-g++} -std=c++11 -o "$scratch/consumer" "$scratch/consumer.cpp" $(pkg-config --cflags --libs flightmem)
try "C, with libflightmem-quiet" ${CC:-gcc} -o "$scratch/consumer" "$program" $(pkg-config --cflags --libs flightmem-quiet)
readelf -d "$scratch/consumer" | grep -q 'libflightmem-quiet.so.0' || { echo "not linked against libflightmem-quiet.so.0"; exit 1; }
if [ -e "${pc%/*}/flightmem-ffi.pc" ]; then
	cp "$src/tests/consumer/wrapped.c" "$scratch/consumer.cpp"
	wrapped=$src/tests/consumer/wrapped.c
	try "C, with libflightmem-ffi" ${CC:-gcc} -o "$scratch/consumer" "$wrapped" $(pkg-config --cflags --libs flightmem-ffi)
	readelf -d "$scratch/consumer" | grep -q 'libflightmem-ffi.so.0' || { echo "not linked against libflightmem-ffi.so.0"; exit 1; }
	! readelf -d "$scratch/consumer" | grep -q 'NEEDED.*libffi.so' || { echo "a program of libflightmem-ffi need not name libffi"; exit 1; }
	! readelf -d "$libdir/libflightmem.so.0" | grep -q 'NEEDED.*libffi.so' || { echo "libflightmem.so needs libffi"; exit 1; }
	try "C++, with libflightmem-ffi" ${CXX:-g++} -std=c++11 -o "$scratch/consumer" "$scratch/consumer.cpp" $(pkg-config --cflags --libs flightmem-ffi)
	cp "$src/tests/consumer/consumer.c" "$scratch/consumer.cpp"
	rm -f "$libdir"/libflightmem-ffi.so* "$libdir"/libflightmem.so*
	try "C, static, with libflightmem-ffi" ${CC:-gcc} -o "$scratch/consumer" "$wrapped" $(pkg-config --static --cflags --libs flightmem-ffi)
fi
rm -f "$libdir"/libflightmem.so*
try "C, static" ${CC:-gcc} -o "$scratch/consumer" "$program" $(pkg-config --static --cflags --libs flightmem)
try "C++, static" ${CXX:-g++} -o "$scratch/consumer" "$scratch/consumer.cpp" $(pkg-config --static --cflags --libs flightmem)

# The facts with their sources lie beside the command, platform by platform.
facts=$(find "$root" -path '*/flightmem/platforms/*.yaml' | wc -l)
[ "$facts" = "$(find "$src/data/platforms" -name '*.yaml' | wc -l)" ] || { echo "of the files of the platforms $facts are installed"; exit 1; }

make -s -C "$build" uninstall DESTDIR="$root" > "$scratch/uninstall.log" 2>&1 || { cat "$scratch/uninstall.log"; exit 1; }
left=$(find "$root" -type f -o -type l)
[ -z "$left" ] || { echo "uninstall leaves: $left"; exit 1; }

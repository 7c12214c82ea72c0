#!/bin/bash
# SPDX-License-Identifier: MIT
# A host that knows nothing of flightmem and plugins that use it, built for an older, this and a newer minor version: loaded side by side
# and unloaded a thousand times, with threads that end after the unload; a few rounds under valgrind. Environment: top_srcdir,
# top_builddir, CC.
set -u
src=$(cd "${top_srcdir:-.}" && pwd) build=$(cd "${top_builddir:-.}" && pwd)
here=$src/examples/plugin-host
library=$build/.libs
failed=0
[ -e "$library/libflightmem.so.0" ] || { echo "no shared library was built (configure without --disable-shared)"; exit 77; }
if nm -D --undefined-only "$library/libflightmem.so.0" | grep -qE '__(asan|ubsan)_'; then
	echo "the library is built with sanitizers, which valgrind can't run; configure without them"
	exit 77
fi
command -v valgrind > /dev/null || { echo "valgrind is not installed: scripts/install-toolchain.sh bench"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
export LD_LIBRARY_PATH=$library

bad() { echo "FAILED: $*"; failed=1; }

# A header is as a version of another age has it: its table cut after the pools, or longer by a member, and its minor smaller or larger.
minor=$(sed -n 's/^#define FM_VERSION_MINOR \([0-9]*\).*/\1/p' "$src/include/flightmem/version.h")
version_of() { sed -i "s/^#define FM_VERSION_MINOR [0-9]*/#define FM_VERSION_MINOR $1/" "$2/flightmem/version.h"; }
mkdir older newer
cp -r "$src/include/." older
cp -r "$src/include/." newer
chmod -R u+w older newer
version_of $((minor > 0 ? minor - 1 : 0)) older
version_of $((minor + 1)) newer
python3 - << 'END' || exit 1
for age in ("older", "newer"):
	path = age + "/flightmem/api.h"
	text = open(path).read()
	if age == "older":
		end = text.index(");\n", text.index("(*pool_unref)")) + 3
		text = text[:end] + text[text.index("/** @endcond */"):]
	else:
		text = text.replace("/** @endcond */", "\tconst char *(*tomorrow)(void);\n/** @endcond */")
	open(path, "w").write(text)
END

flags=(-std=c11 -D_GNU_SOURCE -O2 -g -Wall -Wextra -Wpedantic -Werror "-I$here")
${CC:-gcc} "${flags[@]}" -o host "$here"/{host,loaded,process}.c -pthread -ldl || exit 1
plugin() { ${CC:-gcc} "${flags[@]}" -shared -fPIC "${@:2}" "$here/pool_plugin.c" -o "$1" || exit 1; }
plugin older.so -Iolder "$here/table_dlopen.c" -ldl
plugin now.so -DPLUGIN_KNOWS_PROFILES -I"$src/include" "$here/table_linked.c" -L"$library" -lflightmem
plugin newer.so -DPLUGIN_KNOWS_PROFILES -DPLUGIN_KNOWS_TOMORROW -Inewer "$here/table_dlopen.c" -ldl
# No library has major version 77.
sed -i 's/^#define FM_VERSION_MAJOR [0-9]*/#define FM_VERSION_MAJOR 77/' newer/flightmem/version.h
plugin major.so -Inewer "$here/table_dlopen.c" -ldl
! nm host | grep -qi ' fm_' && ! readelf -d host | grep -q flightmem || bad "the host knows flightmem"

# says TEXT: the last output has it.
says() { grep -qF -- "$1" out || bad "nothing says '$1': $(cat out)"; }

# hosts WANTED ARGUMENT...: the host ends with WANTED.
hosts()
{
	local wanted=$1 status=0
	shift
	timeout 300 ./host "$@" > out 2>&1 || status=$?
	[ $status = "$wanted" ] || bad "host $* ended with $status instead of $wanted: $(tail -n 3 out)"
}

hosts 0 1000 ./older.so ./now.so ./newer.so
cat out
says "./older.so: built for 0.$((minor > 0 ? minor - 1 : 0))"
says "no word of profiles"
says "./now.so: built for 0.$minor"
says "gba is known; no word of tomorrow"
says "./newer.so: built for 0.$((minor + 1))"
says "gba is known; tomorrow is not there"
[ "$(grep -c "runs with 0.$minor " out)" = 3 ] || bad "not all run with 0.$minor"

# No more rounds than the host's own warm-up: valgrind's own mappings come and go.
under_valgrind() { valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite,indirect,possible ./host "$@" > out 2>&1; }
under_valgrind 10 ./older.so ./now.so ./newer.so || bad "valgrind: $(cat out)"

# Both would see a plugin that leaks, and the host one that stays.
cat > leaky.c << 'END'
#include <stdlib.h>
#include "plugin.h"
static int work(void) { void *volatile lost = malloc(100); return lost == NULL; }
static const char *say(void) { return "leaky"; }
static void stop(void) { }
static const struct plugin plugin = { work, say, say, work, stop };
const struct plugin *plugin_get(void);
const struct plugin *plugin_get(void) { return &plugin; }
END
${CC:-gcc} "${flags[@]}" -shared -fPIC leaky.c -o leaky.so || exit 1
plugin stays.so -Iolder -Wl,-z,nodelete "$here/table_dlopen.c" -ldl
hosts 1 30 ./leaky.so
says "something stays behind"
! under_valgrind 10 ./leaky.so || bad "valgrind sees no leak"
says "definitely lost"
hosts 1 3 ./stays.so
says "is still there after it was unloaded"

hosts 1 3 ./major.so
says "another major version"
hosts 1 3 ./now.so ./none.so
says "cannot open shared object file"
hosts 1 3 "$library/libflightmem.so.0"
says "no plugin"
LD_LIBRARY_PATH='' hosts 1 3 ./older.so
says "there is no libflightmem.so.0"
hosts 2 0 ./now.so
[ $failed = 0 ] && echo "loaded and unloaded as expected"
exit $failed

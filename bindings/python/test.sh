#!/bin/bash
# SPDX-License-Identifier: MIT
# Installs the Python package as a user does, and tests it: with the library compiled in, from the source distribution, under the address
# sanitizer, and with the installed library where one was built. The last line is the result. PYTHON names another interpreter.
set -eu
cd "$(dirname "$0")"
python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2> /dev/null || { echo "needs Python 3.9 or later: scripts/install-toolchain.sh python"; exit 77; }
"$python" -c 'import venv, ensurepip' 2> /dev/null || { echo "this Python makes no environments: scripts/install-toolchain.sh python"; exit 77; }
. ../installed.sh
version=$("$python" -c 'import platform; print(platform.python_version())')
place=$FM_CHECK_DIR/python-$version

# environment NAME: a fresh one with what the tests need.
environment()
{
	rm -rf "${place:?}/$1"
	"$python" -m venv "$place/$1"
	"$place/$1/bin/pip" install -q --disable-pip-version-check pytest numpy 'setuptools>=77' mypy
}

# tests NAME ARGUMENT...: runs the tests there and says how many passed.
tests()
{
	local name=$1
	shift
	"$place/$name/bin/python" -m pytest -q -p no:cacheprovider "$@" tests | tee "$place/$name.log"
	passed=$(sed -n 's/^\([0-9]*\) passed.*/\1/p' "$place/$name.log")
}

environment bundled
"$place/bundled/bin/pip" install -q --disable-pip-version-check .
tests bundled
all=$passed
"$place/bundled/bin/mypy" --strict --cache-dir "$place/mypy" src/flightmem

echo "from the source distribution, under the address sanitizer"
rm -rf "$place/dist"
"$place/bundled/bin/python" setup.py -q sdist -d "$place/dist"
"$place/bundled/bin/pip" uninstall -q -y flightmem
FLIGHTMEM_CFLAGS="-fsanitize=address,undefined -fno-sanitize-recover=all -g" "$place/bundled/bin/pip" install -q --disable-pip-version-check \
	--no-build-isolation "$place"/dist/flightmem-*.tar.gz
LD_PRELOAD="$(gcc -print-file-name=libasan.so) $(gcc -print-file-name=libubsan.so)" ASAN_OPTIONS=detect_leaks=0 tests bundled

if [ -n "$FM_INSTALLED" ]; then
	echo "with the installed library"
	"$place/bundled/bin/pip" uninstall -q -y flightmem
	FLIGHTMEM_SYSTEM=1 "$place/bundled/bin/pip" install -q --disable-pip-version-check --no-build-isolation .
	readelf -d "$place"/bundled/lib/python*/site-packages/flightmem/_core*.so | grep -q 'NEEDED.*libflightmem' || { echo "libflightmem is not what it links"; exit 1; }
	tests bundled
fi
echo "result: $version, $all tests"

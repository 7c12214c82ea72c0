# shellcheck shell=sh
# SPDX-License-Identifier: MIT
# Sourced by LANG/test.sh, in the folder of LANG: FM_INSTALLED is a folder that the library was installed into, or empty where none was built.
# It comes from the build that scripts/check.d/10-unit.sh makes.
FM_CHECK_DIR=$(mkdir -p "${FM_CHECK_DIR:-../../build-check}" && cd "${FM_CHECK_DIR:-../../build-check}" && pwd)
FM_UNIT_BUILD=${FM_UNIT_BUILD:-$FM_CHECK_DIR/unit}
FM_INSTALLED=
if [ -e "$FM_UNIT_BUILD/libflightmem.la" ]; then
	# A library that needs another is linked again when it is installed, for the prefix it was configured with: so the root moves, not the prefix.
	FM_INSTALLED=$FM_CHECK_DIR/installed$(sed -n 's/^prefix = //p' "$FM_UNIT_BUILD/Makefile")
	make -s -C "$FM_UNIT_BUILD" install DESTDIR="$FM_CHECK_DIR/installed" > "$FM_CHECK_DIR/installed.log" 2>&1 || { cat "$FM_CHECK_DIR/installed.log"; exit 1; }
	sed -i "s#^prefix=.*#prefix=$FM_INSTALLED#" "$FM_INSTALLED/lib/pkgconfig/flightmem.pc"
	PKG_CONFIG_PATH=$FM_INSTALLED/lib/pkgconfig
	export PKG_CONFIG_PATH
fi

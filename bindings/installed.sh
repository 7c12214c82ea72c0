# shellcheck shell=sh
# SPDX-License-Identifier: MIT
# Sourced by LANG/test.sh, in the folder of LANG: FM_INSTALLED is a folder that the library was installed into, or empty where none was built.
# It comes from the build that scripts/check.d/10-unit.sh makes.
FM_CHECK_DIR=$(mkdir -p "${FM_CHECK_DIR:-../../build-check}" && cd "${FM_CHECK_DIR:-../../build-check}" && pwd)
FM_UNIT_BUILD=${FM_UNIT_BUILD:-$FM_CHECK_DIR/unit}
FM_INSTALLED=
if [ -e "$FM_UNIT_BUILD/libflightmem.la" ]; then
	FM_INSTALLED=$FM_CHECK_DIR/installed
	make -s -C "$FM_UNIT_BUILD" install prefix="$FM_INSTALLED" > /dev/null 2>&1
	sed -i "s#^prefix=.*#prefix=$FM_INSTALLED#" "$FM_INSTALLED/lib/pkgconfig/flightmem.pc"
	PKG_CONFIG_PATH=$FM_INSTALLED/lib/pkgconfig
	export PKG_CONFIG_PATH
fi
